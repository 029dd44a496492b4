"""What was published and measured of levels in the whole country, apart from what is assumed."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import bars
from ui.parts import figures, markup, notes, tables

WHAT_ISCO_IS = (
    "Een ISCO-vaardigheidsniveau zegt hoe complex werk is: 1 eenvoudig, 2 werken met machines en "
    "gereedschap, 3 complex technisch werk, 4 ontwerpen en onderzoeken. Het is geen mbo-niveau: 2 "
    "is ruwweg mbo 2–3, 3 mbo 4 en een deel hbo, 4 hbo en hoger."
)
EDITIONS = (
    "Elke editie staat op zichzelf; UWV wijzigde in 2022 zijn methode, dus cijfers van "
    "verschillende edities zijn niet van elkaar af te trekken. Aandeel: van het totaal "
    "van dezelfde editie."
)


TECHNICAL = ("OC3", "OC7", "OC8", "OC9", "TOTAL")
NOT_ASKED = (
    "Van 20 tot 65 jaar, uit een enquête; de rest heeft havo of vwo. Dit is de opleiding van wie "
    "het werk doet, niet wat vacatures vragen. Met de nieuwe enquête van 2021 breekt de reeks."
)


def _bar(name: str, figure: float, most: float, said: str) -> bars.Bar:
    return bars.Bar(name, 0 if nl.is_missing(figure) else 100 * figure / most, said)


def skill_vacancies(frame: pd.DataFrame) -> None:
    """Show technical vacancies per skill level of ISCO as bars (``mbo/skill_vacancies``)."""
    rows = frame[frame["is_newest_split"]]
    if rows.empty:
        return
    first = rows.iloc[0]
    when = nl.aged(first["period_label"], first["period"])
    about = f"Technische vacatures in Nederland, {when}"
    drawn = [
        _bar(
            row["skill_level_label"],
            row["open_vacancies"],
            first["open_vacancies"],
            f"{nl.number(row['open_vacancies'])} ({nl.percentage(row['share_pct'], decimals=1)})",
        )
        for row in rows.to_dict("records")
    ]
    markup.show(bars.table(about, ("Niveau", "Vacatures"), drawn), key="skill_vacancies")
    st.caption(WHAT_ISCO_IS)
    terms = ("skill_vacancies", "skill_level")
    notes.under(frame, terms=terms, file_name="technische vacatures per ISCO-niveau", title=about)


def skill_as_mbo(frame: pd.DataFrame) -> None:
    """Show which mbo levels the assumption makes of these vacancies (``mbo/skill_as_mbo``)."""
    if frame.empty:
        return
    first, most = frame.iloc[0], frame["vacancies"].max()
    when = nl.aged(first["period_label"], first["period"])
    about = f"Wat de aanname daarvan maakt: mbo-niveaus in Nederland, {when}"
    drawn = [
        _bar(
            row["level_label"],
            row["vacancies"],
            most,
            f"{nl.number(row['vacancies'])} ({nl.number(row['vacancies_low'])}–"
            f"{nl.number(row['vacancies_high'])})",
        )
        for row in frame.to_dict("records")
    ]
    st.markdown(sentences.skill_as_mbo(frame))
    markup.show(bars.table(about, ("Niveau", "Schatting (bereik)"), drawn), key="skill_as_mbo")
    terms = ("mbo_level_share", "skill_level")
    notes.under(frame, terms=terms, file_name="technische vacatures per mbo-niveau", title=about)


def skill_editions(frame: pd.DataFrame) -> None:
    """Show all editions of the published vacancies as a table, apart (``mbo/skill_vacancies``)."""
    if frame.empty:
        return
    st.header("Technische vacatures volgens eerdere edities")
    figures.show_table(
        frame,
        [
            "period_label",
            "edition_label",
            "method_label",
            "field_label",
            "skill_level_label",
            "open_vacancies",
            "share_pct",
            "url",
        ],
        "Openstaande technische vacatures in Nederland, per editie",
        terms=("skill_vacancies", "skill_level"),
        file_name="technische vacatures per editie",
        key="skill_editions",
        said=EDITIONS,
    )


def education(frame: pd.DataFrame, key: str = "education") -> None:
    """Show the measured education of who does such work, newest year first (``mbo/education``)."""
    if frame.empty:
        return
    first = frame.iloc[0]
    rows = frame[frame["period"].eq(first["period"])].to_dict("records")
    when = nl.aged(first["period_label"], first["period"])
    about = f"Gemeten opleiding van wie dit werk doet, Nederland, {when}"
    drawn = [
        bars.Bar(
            row["isco_group_label"],
            0 if nl.is_missing(row["vocational_pct"]) else row["vocational_pct"],
            nl.percentage(row["vocational_pct"]),
            tuple(nl.percentage(row[f"{level}_education_pct"]) for level in ("low", "high")),
        )
        for row in rows
    ]
    headings = ("Hoofdgroep (ISCO)", "Mbo 2–4", "Laag, met mbo 1", "Hbo of wo")
    markup.show(bars.table(about, headings, drawn), key=key)
    st.caption(NOT_ASKED)
    tables.behind_button(
        frame,
        [
            "period_label",
            "isco_group_label",
            "employed",
            "low_education_pct",
            "vocational_pct",
            "general_pct",
            "middle_education_pct",
            "high_education_pct",
            "note_label",
        ],
        "Opleiding van werkenden per hoofdgroep van beroepen, per jaar",
        key,
    )
    notes.under(frame, terms=("worker_education",), key=key, file_name=about, title=about)


def education_split(frame: pd.DataFrame) -> None:
    """Say how workers with mbo divide over mbo 2-3 and 4 (``mbo/education_split``)."""
    if frame.empty:
        return
    st.markdown(sentences.education_split(frame.iloc[0]))
    notes.under(frame, terms=("worker_education",), file_name="werkenden met mbo 2-3 en mbo 4")


def technical_inflow(frame: pd.DataFrame) -> None:
    """Show which part of the entrants chooses a technical field (``mbo/technical_inflow``)."""
    rows = frame[frame["is_newest"]]
    if rows.empty:
        return
    first = rows.iloc[0]
    when = nl.aged(first["period_label"], first["period"])
    about = f"Deel van de mbo-instroom dat techniek kiest, Nederland, {when}"
    drawn = [
        bars.Bar(
            row["level_label"],
            row["technical_pct"],
            nl.figure(row, "technical_pct"),
            (
                ""
                if nl.is_missing(row["earlier_pct"])
                else f"{nl.percentage(row['earlier_pct'])} in {row['earlier_label']}",
            ),
        )
        for row in rows.to_dict("records")
    ]
    headings = ("Niveau", "Techniek", "Eerder, zelfde editie")
    markup.show(bars.table(about, headings, drawn), key="technical_inflow")
    notes.under(frame, terms=("technical_inflow",), file_name=about, title=about)


def monitor_tables(inflow: pd.DataFrame, workers: pd.DataFrame) -> None:
    """Show all editions of entrants and of workers as tables (``mbo/technical_…``)."""
    if not inflow.empty:
        st.header("Techniek in de instroom, per editie")
        figures.show_table(
            inflow,
            [
                "period_label",
                "edition_label",
                "level_label",
                "technical_pct",
                "technical_entrants",
                "url",
            ],
            "Wie aan een mbo-opleiding begint en techniek kiest, Nederland",
            terms=("technical_inflow",),
            key="inflow_editions",
            said="Elke editie telt op haar eigen manier; vergelijk alleen binnen een editie.",
        )
    if not workers.empty:
        st.header("Werkenden met een technisch beroep, per editie")
        figures.show_table(
            workers,
            ["period_label", "edition_label", "worker_group_label", "employed", "url"],
            "Werkenden met een technisch beroep in Nederland, ICT inbegrepen",
            terms=("technical_workers",),
            said="Edities rusten op verschillende enquêtes; vergelijk alleen binnen een editie.",
        )


def technical_unemployment(frame: pd.DataFrame) -> None:
    """Show the unemployment of the technically educated (``mbo/technical_unemployment``)."""
    if frame.empty:
        return
    st.header("Werkloosheid onder technisch opgeleiden, per editie")
    figures.show_table(
        tables.written(frame, {"period_label": _aged}),
        ["period_label", "edition_label", "worker_group_label", "unemployment_pct", "url"],
        "Werklozen onder technisch opgeleiden in Nederland, Monitor Techniekpact",
        terms=("technical_unemployment",),
        said="Elke editie telt op haar eigen manier; vergelijk alleen binnen een editie, en niet "
        "met de werkloosheid van CBS.",
    )


def _aged(row: pd.Series) -> str:
    return nl.aged(row["period_label"], row["period"])
