"""What stands behind the figure of one region: its occupations, sectors, levels and people."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import sentences
from drawings import level_bars
from ui import filters
from ui.krapte.mbo import ASSUMPTION
from ui.parts import figures, notes, tables
from words import tension

LEVELS_PX = 640


def tight_occupations(frame: pd.DataFrame, most: int = 8) -> None:
    """Show the tightest technical occupations of a region.

    Args:
        frame: Rows of ``regios/tight_occupations``, tightest first.
        most: How many to show before the reader asks for all.
    """
    texts = frame.assign(
        tension_text=[
            tension.ratio(*values)
            for values in zip(
                frame["tension_ratio"],
                frame["tension_low"],
                frame["tension_high"],
                frame["sign"],
                strict=True,
            )
        ]
    )
    columns = [
        "occupation_label",
        "class_label",
        "tension_text",
        "open_vacancies",
        "ww_under_6_months",
    ]
    if frame.empty:
        return
    first = frame.iloc[0]
    st.subheader(f"Welke technische beroepen zijn in {first['region_name']} het krapst?")
    title = f"Krapste technische beroepen, {first['region_name']}, {first['quarter_label']}"
    key = f"tight_{first['region_code']}"
    tables.show(texts.head(most), columns, title)
    tables.behind_button(texts, [*columns, "field_label"], f"{title}: alle", key)
    notes.under(frame, terms=("tension", "uwv_group"), key=key, file_name=title)


def sector_changes(frame: pd.DataFrame, name: str) -> None:
    """Show in which sectors vacancies fall and rise, beside each other.

    Args:
        frame: Rows of ``regios/sector_changes`` about one or more regions.
        name: Of the area, for the file.
    """
    st.subheader("In welke sectoren dalen of stijgen vacatures?")
    for region, rows in frame.groupby("region_name", sort=False):
        st.markdown(f"#### {region}, {rows['quarter_label'].iloc[0]} en een jaar eerder")
        for column, direction, title in zip(
            st.columns(2),
            ("falling", "rising"),
            (
                ":material/trending_down: Vacatures dalen",
                ":material/trending_up: Vacatures stijgen",
            ),
            strict=True,
        ):
            with column:
                found = rows[rows["direction"] == direction]
                st.markdown(title)
                if found.empty:
                    st.markdown("Geen sector, voor zover bekend.")
                else:
                    st.markdown(
                        sentences.bullets(
                            sentences.sector_change(row) for _, row in found.iterrows()
                        )
                    )
        for direction, said in (
            ("same", "Binnen de afronding gelijk"),
            ("unknown", "Geen cijfer van nu of een jaar eerder"),
        ):
            names = rows.loc[rows["direction"] == direction, "sector_label"]
            if len(names):
                st.caption(f"{said}: {', '.join(names)}.")
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
        on_click=filters.choose_tension,
        icon=":material/arrow_forward:",
        key="lead_to_tension",
    )


def level_mix(frame: pd.DataFrame) -> None:
    """Show how many technical vacancies ask for which mbo level, by assumption.

    Args:
        frame: Rows of ``regios/level_mix``.
    """
    if frame.empty:
        return
    first = frame.iloc[0]
    st.subheader(f"Welk mbo-niveau vragen de technische vacatures in {first['region_name']}?")
    title = f"Technische vacatures per niveau, {first['region_name']}, {first['quarter_label']}"
    figures.show_drawings(
        level_bars.drawn(frame, value="vacancies", before="vacancies_year_before", width=LEVELS_PX),
        frame,
        about=title,
        columns=[
            "level_label",
            "vacancies",
            "vacancies_low",
            "vacancies_high",
            "vacancies_year_before",
            "groups_not_shown",
        ],
        terms=("mbo_vacancies", "mbo_level_share"),
        key=f"levels_{first['region_code']}",
        file_name=title,
        legend=f"{ASSUMPTION} De lijn loopt van ten minste tot ten hoogste; een ruit is een jaar "
        "eerder.",
    )


def labour_force(frame: pd.DataFrame, name: str) -> None:
    """Show labour force and unemployment per series.

    Args:
        frame: Rows of ``regios/labour_force``.
        name: Of the area, for the file.
    """
    st.subheader("Beroepsbevolking en werkloosheid")
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
        key="labour_force",
        file_name=f"{name}_beroepsbevolking",
    )


def press(frame: pd.DataFrame, name: str) -> None:
    """Show figures of UWV that the press quoted.

    Args:
        frame: Rows of ``regios/press``.
        name: Of the area, for the file.
    """
    st.subheader("UWV in het nieuws")
    st.markdown(
        "Losse cijfers van UWV die nieuwsberichten aanhaalden, over dit gebied, de "
        "arbeidsmarktregio's die er geheel of deels in liggen, en Nederland. Ze vormen geen reeks "
        "en staan niet op de kaart of in de rangorde."
    )
    if frame.empty:
        st.info(
            "Over dit gebied is geen aangehaald cijfer geladen.", icon=":material/format_quote:"
        )
        return
    figures.show_table(
        frame,
        ["period_label", "region_text", "indicator_label", "quoted_number", "unit_label", "url"],
        "Cijfers van UWV, zoals aangehaald in het nieuws",
        terms=("uwv_press",),
        key="press",
        file_name=f"{name}_uwv_in_het_nieuws",
    )
