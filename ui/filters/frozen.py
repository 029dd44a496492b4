"""Up to which quarter figures are shown, when a link is frozen, and since when it exists."""

from __future__ import annotations

import datetime

import streamlit as st

import queries
import words as nl
from ui.filters.between import day_of
from ui.filters.boxes import keep

FROZEN = "bevroren"
MADE = "gemaakt"


def take_from_link() -> list[str]:
    """Forget what of a link cannot be used; its address keeps it.

    Returns:
        Per key that cannot be used, what it asked for and what is shown instead, in Dutch.
    """
    problems = []
    for key, is_known, why in (
        (FROZEN, _is_quarter, "is geen kwartaal met cijfers; u ziet de nieuwste cijfers."),
        (MADE, day_of, "is geen dag; herziene cijfers worden niet genoemd."),
    ):
        asked = st.session_state.get(key)
        if asked is not None and not is_known(asked):
            del st.session_state[key]
            problems.append(f"‘{nl.letters(asked)}’ in deze link ({key}) {why}")
    return problems


def until() -> str:
    """Return the quarter after which nothing is shown; far away unless a link is frozen."""
    return str(st.session_state.get(FROZEN, queries.NEWEST))


def made_on() -> datetime.date | None:
    """Return the day on which the link was made, if it says so."""
    return day_of(st.session_state.get(MADE, ""))


def thaw() -> None:
    """Show the newest figures again."""
    for key in (FROZEN, MADE):
        keep(key, "")


def _is_quarter(asked: str) -> bool:
    return asked in set(queries.links.quarters(with_sample=True)["period"])
