"""What stands behind the figure of one region: its occupations, sectors, levels and people."""

import pandas as pd
import streamlit as st

import sentences
from drawings import level_bars
from ui.filters import subjects
from ui.krapte.mbo import ASSUMPTION, LEVEL_COLUMNS
from ui.krapte.occupations import TERMS
from ui.parts import figures, notes, quotes, tables
from words import tension

LEVELS_PX = 640
MOST_OCCUPATIONS = 8
MOVING = {
    "falling": ":material/trending_down: Vacatures dalen",
    "rising": ":material/trending_up: Vacatures stijgen",
}
NOT_MOVING = {
    "same": "Binnen de afronding gelijk",
    "unknown": "Geen cijfer van nu of een jaar eerder",
}


def tight_occupations(frame: pd.DataFrame) -> None:
    """Show the tightest technical occupations of a region (``regios/tight_occupations``)."""
    columns = [
        "occupation_label",
        "class_label",
        "tension_text",
        "open_vacancies",
        "ww_under_6_months",
    ]
    if frame.empty:
        return
    texts = frame.assign(tension_text=tension.ratios(frame))
    first = frame.iloc[0]
    st.header(f"Welke beroepen zijn in {first['region_name']} het krapst?")
    title = tension.tightest(first)
    key = f"tight_{first['region_code']}"
    tables.show(texts.head(MOST_OCCUPATIONS), columns, title)
    tables.behind_button(texts, [*columns, "field_label"], f"{title}: alle", key)
    notes.under(frame, terms=TERMS, key=key, file_name=title)


def sector_changes(frame: pd.DataFrame, name: str) -> None:
    """Show in which sectors vacancies fall and rise, beside each other."""
    st.header("In welke sectoren dalen of stijgen vacatures?")
    for region, rows in frame.groupby("region_name", sort=False):
        st.markdown(f"### {region}, {rows['quarter_label'].iloc[0]} en een jaar eerder")
        for column, (direction, title) in zip(st.columns(2), MOVING.items(), strict=True):
            found = rows[rows["direction"] == direction]
            said = [sentences.sector_change(row) for _, row in found.iterrows()]
            column.markdown(title)
            column.markdown(sentences.bullets(said) if said else "Geen sector, voor zover bekend.")
        for direction, title in NOT_MOVING.items():
            names = rows.loc[rows["direction"] == direction, "sector_label"]
            if len(names):
                st.caption(f"{title}: {', '.join(names)}.")
    st.caption(
        "Minder vacatures is geen krimp: of er banen verdwijnen, zeggen deze cijfers niet; banen "
        "per sector zijn niet geladen."
    )
    tables.behind_button(
        frame,
        ["region_name", "sector_label", "open_vacancies", "open_vacancies_year_before", "change"],
        f"Openstaande vacatures per sector, {name}",
        "sectors",
    )
    notes.under(
        frame, terms=("open_vacancies", "sector"), key="sectors", file_name=f"{name}_sectoren"
    )


def lead_to_tension() -> None:
    """Say where the tightest occupations and the levels stand, with a button that goes there."""
    st.markdown(
        "Welke beroepen krap zijn en welk mbo-niveau ze vragen, publiceert UWV alleen per "
        "arbeidsmarktregio."
    )
    st.button(
        "Toon beroepen en niveaus per arbeidsmarktregio",
        on_click=subjects.choose_tension,
        icon=":material/arrow_forward:",
        key="lead_to_tension",
    )


def level_mix(frame: pd.DataFrame) -> None:
    """Show how many technical vacancies ask for which mbo level, by assumption."""
    if frame.empty:
        return
    first = frame.iloc[0]
    named = first["set_label"].lower()
    st.header(f"Welk mbo-niveau vragen de vacatures voor {named} in {first['region_name']}?")
    title = f"Vacatures voor {named} per niveau, {first['region_name']}, {first['quarter_label']}"
    figures.show_drawings(
        level_bars.drawn(frame, value="vacancies", before="vacancies_year_before", width=LEVELS_PX),
        frame,
        about=title,
        columns=LEVEL_COLUMNS,
        terms=("mbo_vacancies", "mbo_level_share", "occupation_set"),
        key=f"levels_{first['region_code']}",
        file_name=title,
        legend=f"{ASSUMPTION} De lijn loopt van ten minste tot ten hoogste; een ruit is een jaar "
        "eerder.",
    )


def labour_force(frame: pd.DataFrame, name: str) -> None:
    """Show labour force and unemployment per series (``regios/labour_force``)."""
    st.header("Beroepsbevolking en werkloosheid")
    st.markdown(
        "Cijfers volgens de oude en de nieuwe methode zijn niet vergelijkbaar en staan apart."
    )
    for series, rows in frame.groupby("series_label", sort=False):
        tables.show(
            rows,
            [
                "period_label",
                "region_name",
                "labour_force",
                "employed",
                "unemployed",
                "unemployment_pct",
            ],
            f"Personen van 15 tot 75 jaar, {series}",
        )
    notes.under(
        frame,
        terms=("labour_force", "unemployment_pct"),
        file_name=f"{name}_beroepsbevolking",
    )


def staff_shortage(frame: pd.DataFrame, name: str) -> None:
    """Show what pages say of firms that lack staff (``regios/staff_shortage``)."""
    st.header("Wat berichten zeggen over bedrijven die personeel tekortkomen")
    quotes.show(
        frame,
        "Bedrijven die personeel tekortkomen, zoals aangehaald",
        quotes.ABOUT_FIRMS,
        terms=("staff_shortage_pct",),
        file_name=f"{name}_personeelstekort",
    )
