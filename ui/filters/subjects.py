"""What the figures are about, and what they are compared with."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
from ui.filters.areas import choose_level
from ui.filters.boxes import choose, put
from words import measures


class Breakdown(NamedTuple):
    """A part of a measure, as ``region_figure`` has it.

    Attributes:
        code: Of the sector, occupations or series.
        label: Its name in Dutch.
    """

    code: str
    label: str


def measure() -> pd.Series:
    """Let the reader choose a measure; return its row of ``filters/measures``."""
    found = queries.filters.measures().set_index("label", drop=False)
    return found.loc[choose("Maat", "maat", list(found.index))]


def choose_measure(code: str) -> None:
    """Choose a measure from elsewhere on the page."""
    put("maat", measures.MEASURES[code].label)


def choose_tension() -> None:
    """Choose the tension of UWV, at the level where it is published."""
    choose_measure("tension")
    choose_level("arbeidsmarktregio")


def sector() -> pd.Series:
    """Let the reader choose a sector; return its row of ``filters/sectors``."""
    sectors = queries.filters.sectors().set_index("short_label", drop=False)
    return sectors.loc[choose("Sector", "sector", list(sectors.index))]


def occupations() -> pd.Series:
    """Let the reader choose all technical occupations, a techniekdomein or one group.

    Returns:
        Its row of ``filters/occupations``.
    """
    found = queries.filters.occupations().set_index("label", drop=False)
    return found.loc[choose("Beroep", "beroep", list(found.index))]


def series(measure_code: str, kind: str) -> pd.Series | None:
    """Let the reader choose a series where there are several; return its row, or None."""
    found = queries.filters.series(measure=measure_code, kind=kind)
    if found.empty:
        return None
    named = found.set_index("series_label", drop=False)
    return named.loc[choose("Reeks", "reeks", list(named.index))]


def breakdown(measure_code: str, kind: str) -> Breakdown:
    """Let the reader choose the part of a measure: a sector, occupations or a series.

    Args:
        measure_code: The measure.
        kind: Of regions.
    """
    measure = measures.MEASURES[measure_code]
    if measure.parts == "sectors":
        row = sector()
        return Breakdown(row["sector_code"], row["label"].lower())
    if measure.parts == "occupations":
        row = occupations()
        return Breakdown(row["code"], row["label"])
    if measure.parts == "series":
        found = series(measure_code, kind)
        return Breakdown(*("", "") if found is None else found[["breakdown", "series_label"]])
    st.caption(f"Reeks  \n{measure.part_label}")
    return Breakdown(measure.part, measure.part_label)


def basis(measure_code: str, *, with_country: bool = True) -> str:
    """Let the reader choose what figures are compared with; counts not with the whole country.

    Args:
        measure_code: The measure.
        with_country: Whether other figures can be compared with the whole country here.

    Returns:
        ``year_before``, ``previous`` or ``country``.
    """
    bases = {
        "een jaar eerder": "year_before",
        "de vorige periode": "previous",
        "Nederland": "country",
    }
    if measures.MEASURES[measure_code].is_count or not with_country:
        del bases["Nederland"]
    return bases[choose("Vergelijk met", "vergelijk", list(bases))]


def field(with_sample: bool) -> pd.Series:
    """Let the reader choose a field of study, techniek first; return its row of ``mbo/fields``."""
    found = queries.mbo.fields(with_sample=with_sample).set_index("study_field_label", drop=False)
    return found.loc[choose("Richting", "richting", list(found.index))]
