"""Whole tables to take along: which there are, and each in the form that is asked for."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

import queries
import words as nl
from answers.tables import file_name_of
from ui.filters import areas, boxes
from ui.parts import tables

# Of a dataset, in a form, about provinces, with or without fictitious figures.
Made = Callable[[str, str, Sequence[str], bool], bytes]


def show(area: areas.Area, with_sample: bool, made: Made) -> None:
    """Show the tables and let the reader take one along, about the provinces of an area.

    Args:
        area: Its provinces limit the rows.
        with_sample: Whether fictitious figures are wanted.
        made: Makes the file of a dataset in a form.
    """
    listed = queries.downloads.datasets(with_sample=with_sample)
    one = boxes.choose_row("Tabel", "tabel", listed[listed["row_count"] > 0], "title")
    where = " en ".join(area.province_names)
    st.markdown(
        f"{one['grain_label']}. Alleen wat over {where} gaat, met regio's die daar deels in liggen "
        f"en het hele land. {nl.number(one['row_count'])} rijen in heel Nederland."
    )
    if one["row_count"] > tables.MOST_ROWS:
        st.markdown("Te veel rijen voor het scherm. Vraag de beheerder om deze tabel.")
    else:
        _buttons(one, area, with_sample, made)
    tables.show(
        listed,
        ["title", "grain_label", "row_count", "first_period_label", "last_period_label"],
        "Hele tabellen, met het aantal rijen in heel Nederland",
    )


def _buttons(one: pd.Series, area: areas.Area, with_sample: bool, made: Made) -> None:
    period = "" if nl.is_missing(one["last_period"]) else str(one["last_period"])
    about = (*area.province_names, one["title"])
    stem = file_name_of(about, period, fictitious=one["status"] == "sample")
    with st.container(horizontal=True):
        for kind in tables.FORMS:
            make = partial(made, one["dataset"], kind.key, area.province_names, with_sample)
            tables.button(kind, make, stem, "dataset")
