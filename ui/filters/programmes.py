"""Which programme."""

from __future__ import annotations

import streamlit as st

import queries
from answers.places import COALITION, Place, place
from ui.filters.boxes import choose, choose_named, choose_some

KEY = "programma"


def programme(with_sample: bool) -> str | None:
    """Let the reader choose a programme; the address always names it.

    Those of the area that the reader chose on another page come first.

    Args:
        with_sample: Whether fictitious programmes can be chosen; they are never the first.

    Returns:
        Its id, or None when there is no programme at all.
    """
    near = _area()
    programmes = queries.filters.programmes(
        with_sample=with_sample,
        region_codes=near.codes if near else (),
        province_codes=near.provinces if near else (),
    )
    found = programmes.set_index("programme_name")["programme_id"]
    if found.empty:
        return None
    # Not bound: a bound box leaves its default out, and which one that is changes.
    chosen = choose_named("Programma", KEY, list(found.index))
    return str(found[chosen])


def programmes_beside(programme_id: str, with_sample: bool) -> tuple[str, ...]:
    """Let the reader choose up to three programmes beside one; fictitious ones never beside real.

    Args:
        programme_id: The programme that stands first.
        with_sample: Whether fictitious programmes can be chosen at all.

    Returns:
        The ids of all, that one first.
    """
    programmes = queries.filters.programmes(with_sample=with_sample).set_index("programme_id")
    alike = programmes[programmes["status"].eq(programmes.loc[programme_id, "status"])]
    others = alike.drop(programme_id).reset_index().set_index("programme_name")["programme_id"]
    picked = choose_some("Zet ernaast", "ernaast", list(others.index))
    return (programme_id, *(str(others[name]) for name in picked))


def division(label: str, key: str, names: list[str]) -> str:
    """Let the reader choose by what figures are divided; it stands in the URL.

    Args:
        label: Of the box.
        key: In the URL.
        names: What can be chosen.
    """
    return choose(label, key, names)


def _area() -> Place | None:
    """Return the area of the other pages, unless it is the whole country."""
    try:
        return place(st.session_state.get("gebied", COALITION))
    except ValueError:
        return None
