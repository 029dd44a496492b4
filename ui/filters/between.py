"""Between which two days; by default from the begin of the previous quarter to today."""

from __future__ import annotations

import datetime
import re

import streamlit as st

import words as nl
from ui.filters.boxes import box_of, carry

WRITTEN = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})"),
)


def between(today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Let the reader choose two days; what is no day, or the wrong way round, gives a note.

    Args:
        today: The day that is chosen as the last one unless asked for another.

    Returns:
        The day of the previous meeting, and the last day that counts.
    """
    usual = begin_of_previous_quarter(today)
    left, right = st.columns(2)
    with left:
        since = _day("Vorige vergadering (dag-maand-jaar)", "vanaf", usual)
    with right:
        until = _day("Tot en met (dag-maand-jaar)", "tot", today)
    if since > until:
        st.info(
            f"{nl.date(since)} ligt na {nl.date(until)}; u ziet wat daartussen veranderde.",
            icon=":material/swap_horiz:",
        )
        since, until = until, since
    return since, until


def since(usual: datetime.date) -> datetime.date:
    """Let the reader choose the day of the previous meeting; what is no day gives a note.

    Args:
        usual: The day unless asked for another.
    """
    return _day("Vorige vergadering (dag-maand-jaar)", "vanaf", usual)


def previous_meeting() -> str | None:
    """Return the day of the previous meeting (ISO date) if the reader chose one on any page."""
    chosen = day_of(st.session_state.get("vanaf", ""))
    return chosen.isoformat() if chosen else None


def begin_of_previous_quarter(day: datetime.date) -> datetime.date:
    """Return the first day of the quarter before the one that a day lies in."""
    begin = datetime.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    before = begin - datetime.timedelta(days=1)
    return datetime.date(before.year, 3 * ((before.month - 1) // 3) + 1, 1)


def day_of(text: str) -> datetime.date | None:
    """Return the day that was written as ``2026-05-12`` or ``12-5-2026``; None when it is none."""
    for pattern in WRITTEN:
        if found := pattern.fullmatch(text.strip()):
            try:
                return datetime.date(
                    **{name: int(part) for name, part in found.groupdict().items()}
                )
            except ValueError:
                return None
    return None


def _day(label: str, key: str, usual: datetime.date) -> datetime.date:
    carry(key)
    box = box_of(key, st.session_state.get(key, ""))
    text = st.text_input(label, placeholder=f"{usual:%d-%m-%Y}", **box)
    chosen = day_of(text) if text.strip() else usual
    if chosen is None:
        st.info(
            f"‘{nl.letters(text)}’ is geen dag; verwacht was een dag zoals 12-05-2026. U ziet "
            f"{nl.date(usual)}.",
            icon=":material/link_off:",
        )
        return usual
    return chosen
