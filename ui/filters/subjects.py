"""What the figures are about, what they are compared with, and whether fictitious ones count."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
from brand.classes import CLASSES
from ui.filters.areas import choose_level
from ui.filters.boxes import begin_with, choose, choose_of, choose_row, put
from words import measures, tension

SUBJECTS = {
    "Vouchers": "voucher",
    "Plaatsingen": "placed",
    "Behouden of doorgestroomd": "kept",
    "Leerwerkplek of opleiding afgerond": "learned",
}
GRAINS = {
    "gebied en techniekdomein": "region_field",
    "techniekdomein": "field",
    "gebied": "region",
}
FIRST_TIGHT = next(one for one in CLASSES if one.is_tight)
TIGHT_FROM = {
    f"{one.edge} ({one.label}, zoals UWV)": one.from_ratio for one in (FIRST_TIGHT, *CLASSES[2:])
}
MUCH_FROM = {
    "het hele programma": None,
    "0,5 per 100 vacatures": 0.5,
    "1 per 100 vacatures": 1.0,
    "2 per 100 vacatures": 2.0,
    "5 per 100 vacatures": 5.0,
    "10 per 100 vacatures": 10.0,
}
SETS = {label: code for code, label in tension.SETS.items()}
SELECTIONS = {
    **SETS,
    "Per techniekdomein": "fields",
    "Alle beroepen": "all",
}
SHORTAGE = "vacancies_per_1000_labour_force"
ORDERS = {
    "spanning": "tension",
    "openstaande vacatures": "open_vacancies",
    "verandering": "change",
}
BASES = {
    "een jaar eerder": "year_before",
    "de vorige periode": "previous",
    "vijf jaar eerder": "five_years_before",
    "Nederland": "country",
}


class Breakdown(NamedTuple):
    """A part of a measure, as ``region_figure`` has it.

    Attributes:
        code: Of the sector, occupations or series.
        label: Its name in Dutch.
    """

    code: str
    label: str


NONE = Breakdown("", "")


def measure(kind: str) -> pd.Series:
    """Let the reader choose a measure of a kind of region; return its row of ``filters/measures``.

    Where no shortage is published it begins with another measure; see ``no_shortage``.
    """
    found = queries.filters.measures(kind=kind)
    if "maat" not in st.query_params and "sector" in st.query_params:
        found = found.sort_values("measure", key=lambda codes: codes.map(_has_no_sectors))
    first = found["label"].iloc[0]
    begin_with("maat", first)
    return choose_row("Maat", "maat", found, "label")


def no_shortage(measure_code: str, kind: str) -> str:
    """Return why no shortage is published of a kind of region, where another measure begins."""
    found = queries.filters.measures(kind=kind).set_index("measure")
    shortage = found.loc[SHORTAGE]
    is_first = found.index[0] == measure_code
    return "" if shortage["is_published"] or not is_first else str(shortage["why"])


def _has_no_sectors(code: str) -> bool:
    return measures.MEASURES[code].parts != "sectors"


def choose_measure(code: str) -> None:
    """Choose a measure from elsewhere on the page."""
    put("maat", measures.MEASURES[code].label)


def choose_tension() -> None:
    """Choose the tension of UWV, at the level where it is published."""
    choose_measure("tension")
    choose_level("arbeidsmarktregio")


def breakdown(measure_code: str, kind: str) -> Breakdown:
    """Let the reader choose the part of a measure, if several: a sector, occupations or a series.

    Args:
        measure_code: The measure.
        kind: Of regions.
    """
    measure = measures.MEASURES[measure_code]
    if measure.parts == "sectors":
        row = choose_row("Sector", "sector", queries.filters.sectors(), "short_label")
        return Breakdown(row["sector_code"], row["label"].lower())
    if measure.parts == "occupations":
        row = choose_row("Beroep", "beroep", queries.filters.occupations(), "label")
        return Breakdown(row["code"], row["label"])
    if measure.parts == "series":
        found = queries.filters.series(measure=measure_code, kind=kind)
        if len(found) < 2:
            return Breakdown(*found[["breakdown", "series_label"]].iloc[0]) if len(found) else NONE
        row = choose_row("Reeks", "reeks", found, "series_label")
        return Breakdown(row["breakdown"], row["series_label"])
    return Breakdown(measure.part, measure.part_label)


def basis(measure_code: str, *, with_country: bool = True) -> str:
    """Let the reader choose what figures are compared with; counts not with the whole country.

    Returns:
        ``year_before``, ``previous``, ``five_years_before`` or, where there is a whole country,
        ``country``.
    """
    bases = BASES.copy()
    if measures.MEASURES[measure_code].is_count or not with_country:
        del bases["Nederland"]
    return choose_of("Vergelijk met", "vergelijk", bases)


def field(with_sample: bool) -> pd.Series:
    """Let the reader choose a field of study, techniek first; return its row of ``mbo/fields``."""
    fields = queries.mbo.fields(with_sample=with_sample)
    return choose_row("Richting", "richting", fields, "study_field_label")


def selection() -> str:
    """Let the reader choose which occupations to compare, a value of ``SELECTIONS``."""
    return choose_of("Beroepen", "toon", SELECTIONS)


def occupation_set() -> str:
    """Let the reader choose a set of technical occupations, a code of ``words.tension.SETS``."""
    return choose_of("Beroepen", "beroepen", SETS)


def order() -> str:
    """Let the reader choose the order of the ranking of occupations, a value of ``ORDERS``."""
    return choose_of("Volgorde", "volgorde", ORDERS)


def effort() -> str:
    """Let the reader choose what was done, a key of ``SUBJECTS``."""
    return choose("Wat telt als inzet", "inzet", list(SUBJECTS))


def grain() -> str:
    """Let the reader choose how finely it is divided, a value of ``GRAINS``."""
    return choose_of("Per", "per", GRAINS)


def tight_from() -> float:
    """Let the reader choose from how many vacancies per jobseeker on it is tight."""
    return choose_of("Krap vanaf", "krap", TIGHT_FROM)


def much_from() -> float | None:
    """Let the reader choose from how many per 100 open vacancies on it is much."""
    return choose_of("Veel vanaf", "veel", MUCH_FROM)
