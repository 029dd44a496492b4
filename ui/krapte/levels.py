"""What was published and measured of levels in the whole country, apart from what is assumed."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import bars
from ui.parts import figures, markup, notes

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


def _bar(name: str, figure: float, most: float, said: str) -> bars.Bar:
    return bars.Bar(name, 0 if nl.is_missing(figure) else 100 * figure / most, said)


def skill_vacancies(frame: pd.DataFrame) -> None:
    """Show technical vacancies per skill level of ISCO as bars (``mbo/skill_vacancies``)."""
    rows = sentences.newest_levels(frame)
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
