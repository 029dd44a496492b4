"""The choices that pages share; each stands in the URL under its Dutch name."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries

COALITION = "Techniekcoalitie Oost"
COALITION_CODES = ("PV23", "PV25")
LATEST = "Laatste kwartaal"
UNKNOWN = "_unknown_in_link"


class Area(NamedTuple):
    """A choice of provinces.

    Attributes:
        name: As it stands in the URL.
        codes: Of its provinces.
    """

    name: str
    codes: tuple[str, ...]


def area() -> Area:
    """Let the reader choose a province, or the two of the Techniekcoalitie Oost together."""
    provinces = queries.filters_provinces()
    codes = dict(zip(provinces["name"], provinces["region_code"], strict=True))
    name = _choose("Gebied", "gebied", [COALITION, *codes])
    return Area(name, COALITION_CODES if name == COALITION else (codes[name],))


def choose_area(region_code: str) -> None:
    """Choose a province from elsewhere on the page, such as the map."""
    provinces = queries.filters_provinces().set_index("region_code")["name"]
    st.session_state["gebied"] = provinces[region_code]
    _forget("gebied")


def sector() -> pd.Series:
    """Let the reader choose a sector; return its row of ``filters/sectors``."""
    sectors = queries.filters_sectors().set_index("short_label", drop=False)
    return sectors.loc[_choose("Sector", "sector", list(sectors.index))]


def quarter(sector_code: str) -> pd.Series:
    """Let the reader choose a quarter with figures; return its row of ``filters/quarters``."""
    quarters = queries.filters_quarters(sector_code=sector_code).set_index("quarter", drop=False)
    name = _choose("Kwartaal", "kwartaal", [LATEST, *quarters.index])
    return quarters.iloc[0] if name == LATEST else quarters.loc[name]


def programme() -> str:
    """Let the reader choose a programme; return its id."""
    programmes = queries.filters_programmes().set_index("name")["programme_id"]
    return str(programmes[_choose("Programma", "programma", list(programmes.index))])


def _choose(label: str, key: str, options: list[str]) -> str:
    """Show a select box bound to the URL, with a note when the URL asks for what is not there.

    The note stays until the reader chooses, or until what was asked for is there again.
    """
    asked = st.query_params.get(key)
    if asked is not None and asked not in options:
        st.session_state.setdefault(UNKNOWN, {})[key] = asked
        st.session_state[key] = options[0]
    unknown = st.session_state.get(UNKNOWN, {}).get(key)
    if unknown in options:
        _forget(key)
    elif unknown is not None:
        st.info(
            f"{label} ‘{unknown}’ is hier niet beschikbaar; u ziet {options[0]}.",
            icon=":material/link_off:",
        )
    chosen: str | None = st.selectbox(
        label,
        options,
        key=key,
        bind="query-params",
        persist_state="session",
        on_change=_forget,
        args=(key,),
    )
    return chosen if chosen in options else options[0]


def _forget(key: str) -> None:
    st.session_state.get(UNKNOWN, {}).pop(key, None)
