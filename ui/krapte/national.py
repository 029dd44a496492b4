"""What is measured of the whole country alone: newer than any region, each a series of its own."""

from typing import NamedTuple

import streamlit as st

import queries
import sentences
from drawings import lines
from drawings.points import over_time
from ui.parts import markup, notes, tables
from words import measures

WIDTH_PX, HIGH_PX = 480, 72


class National(NamedTuple):
    """A series about Nederland: its part of a measure, a period of its kind, and what is said."""

    title: str
    breakdown: str
    period: str
    term: str
    about: str


SERIES = {
    "vacancies_per_100_unemployed": National(
        "Spanning in Nederland",
        "computed",
        "2026KW01",
        "computed_tension",
        "Hier berekend, niet seizoengecorrigeerd. Ook voor 2022 met de werklozen zoals CBS die nu "
        "telt: wat CBS toen zelf over die jaren publiceerde, ligt hoger. Grijs: geen vacatures "
        "geladen.",
    ),
    "unemployment_pct": National(
        "Werkloosheid in Nederland",
        "monthly_adjusted",
        "2026MM01",
        "recalculated",
        "Per maand, seizoengecorrigeerd, door CBS herberekend. Niet te vergelijken met een "
        "provincie van voor 2022.",
    ),
    "ww_benefits": National(
        "WW in Nederland",
        "national",
        "2026MM01",
        "national_ww",
        "Uitkeringen aan het einde van de maand, geen personen. Niet seizoengecorrigeerd: dat doet "
        "CBS in deze tabel niet meer na 2015.",
    ),
}


def show(measure: str, until: str) -> None:
    """Show what is known of a measure about Nederland alone, if anything.

    Args:
        measure: Its code.
        until: The last quarter that counts.
    """
    if measure not in SERIES:
        return
    told = SERIES[measure]
    found = queries.regios.series(
        measure=measure,
        breakdown=told.breakdown,
        region_codes=("NL01",),
        period=told.period,
        with_sample=False,
        until=until,
    )
    frame = measures.texts(found)
    if not frame["figure"].notna().any():
        return
    st.header(told.title)
    st.markdown(sentences.national(frame))
    drawn = over_time(frame, "region_name", "figure", frame["figure_text"])
    said = f"{told.title}. {sentences.trend(frame, 'figure')}"
    key = f"national_{measure}"
    markup.show(lines.sparkline(drawn, said, WIDTH_PX, HIGH_PX), key=key)
    st.caption(told.about)
    title = f"{told.title}, {frame['unit_label'].iloc[0]}"
    known = frame[frame["figure"].notna()]
    columns = ["period_label", "figure_text"]
    tables.behind_button(tables.newest_first(known), columns, title, key)
    notes.under(known, terms=(told.term,), key=key, file_name=told.title, title=title)
