"""The index of job adverts: fresher than the vacancies that CBS counts, and another thing."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import lines
from drawings.points import over_time
from ui.parts import markup, notes, tables

WIDTH_PX, HIGH_PX = 480, 72


def show(frame: pd.DataFrame) -> None:
    """Show the course of the index per month (``overzicht/adverts``), its base said."""
    if frame.empty:
        return
    st.header("Advertenties in Nederland")
    st.markdown(sentences.adverts(frame))
    values = [nl.cell("advert_index", value) for value in frame["advert_index"]]
    drawn = over_time(frame, "region_name", "advert_index", values)
    said = f"Index van vacatureadvertenties. {sentences.trend(frame, 'advert_index')}"
    markup.show(lines.sparkline(drawn, said, WIDTH_PX, HIGH_PX), key="adverts")
    st.caption(
        "Gemiddelde per maand, seizoengecorrigeerd. Advertenties op één website: een index, geen "
        "aantal vacatures en niet naar regio of sector."
    )
    tables.behind_button(
        tables.newest_first(frame),
        ["period_label", "advert_index", "days"],
        "Index van vacatureadvertenties, 1 februari 2020 = 100",
        "adverts",
    )
    notes.under(frame, terms=("advert_index",), file_name="vacatureadvertenties_nederland")
