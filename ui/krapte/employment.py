"""How many people work in each occupation, and what else is published of the whole country."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import bars
from ui.parts import figures, markup, notes

HEADINGS = ("Beroepsgroep", "Werkenden", "In een jaar")
COLUMNS = ["brc_label", "employed", "employed_year_before", "change"]


def employed(frame: pd.DataFrame, uwv_group_code: str, about: str) -> None:
    """Show who works in each occupation as bars (``beroepen/employed``).

    Args:
        frame: The answer.
        uwv_group_code: Of the group that the reader chose; empty without one.
        about: The set of occupations, in Dutch.
    """
    if frame.empty:
        st.markdown("Van deze beroepen is geen aantal werkenden geladen.")
        return
    first, most = frame.iloc[0], frame["employed"].max()
    period = nl.aged(first["period_label"], first["period"])
    rows = [
        bars.Bar(
            row["brc_label"],
            0 if nl.is_missing(row["employed"]) else 100 * row["employed"] / most,
            nl.cell("employed", row["employed"], row["sign"]),
            sentences.employed_change(row),
            row["uwv_group_code"] == uwv_group_code,
        )
        for row in frame.to_dict("records")
    ]
    caption = f"Werkenden in Nederland, {about}, {period}"
    markup.show(bars.table(caption, HEADINGS, rows), key="employed")
    notes.under(frame, terms=("employed", "occupation"), file_name=caption, title=caption)


def created(frame: pd.DataFrame) -> None:
    """Show how many vacancies were created in the country (``beroepen/created``)."""
    if frame.empty:
        return
    first = frame.iloc[0]
    period = nl.aged(first["period_label"], first["period"])
    figures.show_table(
        frame[frame["period"].eq(first["period"])],
        ["class_of_occupations_label", "sector_label", "created_vacancies"],
        f"Vacatures die ontstonden in Nederland, {period}",
        terms=("created_vacancies",),
        file_name="ontstane_vacatures",
    )
