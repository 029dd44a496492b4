"""Which period, the newest unless asked for another; a frozen link knows nothing newer."""

from __future__ import annotations

import pandas as pd

import queries
from ui.filters.boxes import choose
from ui.filters.frozen import until

LATEST = "Laatste"


def period(
    measure_code: str, breakdown: str, kind: str, with_sample: bool, label: str = "Periode"
) -> pd.Series | None:
    """Let the reader choose a period with figures, the newest unless asked for another.

    Args:
        measure_code: Of ``filters/measures``.
        breakdown: Of the measure.
        kind: Of regions.
        with_sample: Whether fictitious figures count.
        label: Of the box.

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
    if found.empty:
        return None
    return _choose_period(found, label)


def tension_quarter(with_sample: bool) -> pd.Series | None:
    """Let the reader choose a quarter in which any occupation has a tension.

    Returns:
        Its row of ``beroepen/quarters``, or None when there is no figure at all.
    """
    found = queries.beroepen.quarters(with_sample=with_sample, until=until())
    return None if found.empty else _choose_period(found)


def code_of(period: pd.Series | None) -> str:
    """Return the code of a chosen period, or nothing of none."""
    return "" if period is None else str(period["period"])


def _choose_period(found: pd.DataFrame, label: str = "Periode") -> pd.Series:
    labelled = found.set_index("period_label", drop=False)
    name = choose(label, "periode", [LATEST, *labelled.index])
    return found.iloc[0] if name == LATEST else labelled.loc[name]


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
    if name == LATEST:
        return tuple(None if years.empty else years["school_year"].iloc[0] for years in found)
    asked = codes[name]
    return tuple(asked if asked in set(years["school_year"]) else None for years in found)
