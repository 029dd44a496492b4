"""Which period or days, the newest unless asked for another; a frozen link knows nothing newer."""

import contextlib
import datetime

import pandas as pd
import streamlit as st

import queries
import words as nl
from ui.filters.boxes import box_of, carry, choose, keep, say_of_link

LATEST = "Laatste"
FROZEN = "bevroren"
MADE = "gemaakt"
WRITTEN = ("%Y-%m-%d", "%d-%m-%Y")


def period(
    measure_code: str, breakdown: str, kind: str, with_sample: bool, label: str = "Periode"
) -> pd.Series | None:
    """Let the reader choose a period in which a part of a measure has figures per kind of region.

    Returns:
        Its row of ``filters/periods``, or None when there is no figure at all.
    """
    found = queries.filters.periods(
        measure=measure_code,
        breakdown=breakdown,
        kind=kind,
        with_sample=with_sample,
        until=until(),
    )
    return _choose_period(found, label)


def tension_quarter(with_sample: bool) -> pd.Series | None:
    """Let the reader choose a quarter in which any occupation has a tension.

    Returns:
        Its row of ``filters/quarters``, or None when there is no figure at all.
    """
    return _choose_period(
        queries.filters.quarters(measures=("tension",), with_sample=with_sample, until=until())
    )


def _choose_period(found: pd.DataFrame, label: str = "Periode") -> pd.Series | None:
    if found.empty:
        return None
    labelled = found.set_index("period_label", drop=False)
    name = choose(label, "periode", [LATEST, *labelled.index])
    return found.iloc[0] if name == LATEST else labelled.loc[name]


def code_of(period: pd.Series | None) -> str:
    """Return the code of a chosen period, or nothing of none."""
    return "" if period is None else str(period["period"])


def school_year(*found: pd.DataFrame) -> tuple[str | None, ...]:
    """Let the reader choose a school year out of several lists, the newest by default.

    Args:
        found: Answers of ``mbo/school_years``, newest first.

    Returns:
        Per list a school year: of each its own newest, or the one that was asked for. None for a
        list that does not have it.
    """
    codes = {
        row["school_year_label"]: row["school_year"]
        for years in found
        for _, row in years.iterrows()
    }
    if not codes:
        return (None,) * len(found)
    name = choose("Schooljaar", "schooljaar", [LATEST, *sorted(codes, reverse=True)])
    if name != LATEST:
        found = tuple(years[years["school_year"].eq(codes[name])] for years in found)
    return tuple(None if years.empty else years["school_year"].iloc[0] for years in found)


def until() -> str:
    """Return the quarter after which nothing is shown; far away unless a link is frozen."""
    return str(st.session_state.get(FROZEN, queries.NEWEST))


def made_on() -> datetime.date | None:
    """Return the day on which a frozen link was made, if it says so."""
    return day_of(st.session_state.get(MADE, ""))


def take_from_link() -> list[str]:
    """Forget what of a frozen link cannot be used; its address keeps it.

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


def thaw() -> None:
    """Show the newest figures again."""
    for key in (FROZEN, MADE):
        keep(key, "")


def frozen_quarters() -> pd.DataFrame:
    """Return the quarters at whose end a link can be frozen, newest first."""
    return queries.filters.quarters(measures=("open_vacancies", "tension"), with_sample=True)


def _is_quarter(asked: str) -> bool:
    return asked in set(frozen_quarters()["period"])


def between(today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Let the reader choose two days; what is no day, or the wrong way round, gives a note.

    Returns:
        The day of the previous meeting, by default the first of the previous quarter, and the last
        day that counts, by default today.
    """
    left, right = st.columns(2)
    with left:
        first = since(begin_of_previous_quarter(today))
    with right:
        last = _day("Tot en met (dag-maand-jaar)", "tot", today)
    if first > last:
        st.info(
            f"{nl.date(first)} ligt na {nl.date(last)}; u ziet wat daartussen veranderde.",
            icon=":material/swap_horiz:",
        )
    return min(first, last), max(first, last)


def since(usual: datetime.date) -> datetime.date:
    """Let the reader choose the day of the previous meeting; what is no day gives a note."""
    return _day("Vorige vergadering (dag-maand-jaar)", "vanaf", usual)


def previous_meeting() -> str | None:
    """Return the day of the previous meeting (ISO date) if the reader chose one on any page."""
    chosen = day_of(st.session_state.get("vanaf", ""))
    return chosen.isoformat() if chosen else None


def begin_of_previous_quarter(day: datetime.date) -> datetime.date:
    """Return the first day of the quarter before the one that a day lies in."""
    begin: datetime.date = (pd.Period(day, "Q") - 1).start_time.date()
    return begin


def day_of(text: str) -> datetime.date | None:
    """Return the day that was written as ``2026-05-12`` or ``12-5-2026``; None when it is none."""
    for form in WRITTEN:
        with contextlib.suppress(ValueError):
            return datetime.datetime.strptime(text.strip(), form).date()
    return None


def _day(label: str, key: str, usual: datetime.date) -> datetime.date:
    carry(key)
    box = box_of(key, st.session_state.get(key, ""))
    text = st.text_input(label, placeholder=f"{usual:%d-%m-%Y}", **box)
    chosen = day_of(text) if text.strip() else usual
    if chosen is None:
        say_of_link(
            f"‘{nl.letters(text)}’ is geen dag; verwacht was een dag zoals 12-05-2026. U ziet "
            f"{nl.date(usual)}."
        )
    return chosen or usual
