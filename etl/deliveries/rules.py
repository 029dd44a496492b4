"""The rules that the rows of a delivery must meet, each with an id and a Dutch sentence.

Where a value that a rule needs is absent it holds: that is for another rule to say.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from etl.deliveries.format import UNKNOWN, dutch_amount, dutch_day
from etl.deliveries.messages import REASONS
from etl.programmes import Programme

# Of each table its key, the day that lies in the programme, and the days that may come later.
DAYS = {
    "participation": ("participation_key", "intake_on", ("start_on", "exit_on", "outcome_on")),
    "voucher": ("voucher_key", "granted_on", ("paid_on",)),
    "vacancy": ("vacancy_key", "registered_on", ("filled_on",)),
}
ORDERED = {
    "participation": (
        ("start_on", "intake_on"),
        ("exit_on", "start_on"),
        ("exit_on", "intake_on"),
        ("outcome_on", "intake_on"),
    ),
    "voucher": (("paid_on", "granted_on"),),
    "vacancy": (("filled_on", "registered_on"),),
}
TECHNICAL_DETAILS = ("outcome_in_technical", "to_occupation_code", "to_sector_code")
MEASURED_MONTHS = (6, 12, 24)


@dataclass(frozen=True)
class Bounds:
    """What a delivery of this day must stay within, with the municipalities of the programme."""

    programme: Programme
    municipalities: frozenset[str]
    as_of: datetime.date


class Broken(NamedTuple):
    """One rule, with which rows break it, the column named then and what is wrong, in Dutch."""

    rule: str
    column: str
    rows: pd.Series
    reason: str


def broken(
    table: str, rows: pd.DataFrame, bounds: Bounds, participations: frozenset[str]
) -> Iterator[Broken]:
    """Yield every rule of a table beside the form of single values.

    Args:
        table: The technical name of the table.
        rows: Dates as datetime64, amounts in cents, the rest as canonical text.
        bounds: What the delivery must stay within.
        participations: The keys of this delivery, or those that it leaves as they were.
    """
    key, first_day, later_days = DAYS[table]
    yield _rule("duplicate", key, rows[key].notna() & rows[key].duplicated(keep=False))
    yield _outside_programme(first_day, rows[first_day], bounds.programme)
    last = pd.Timestamp(bounds.as_of)
    for name in (first_day, *later_days):
        yield _rule("after_as_of", name, rows[name] > last, day=dutch_day(bounds.as_of))
    for name, other in ORDERED[table]:
        yield _rule(f"{name}_before_{other}", name, rows[name] < rows[other])
    if table == "participation":
        yield from _outcomes(rows)
        yield from _too_early(rows, bounds.as_of)
    if table == "voucher":
        keys = rows["participation_key"]
        unknown = keys.notna() & ~keys.isin(participations)
        yield _rule("participation_unknown", "participation_key", unknown)
        yield from _amounts(rows, bounds.programme)
        yield from _payments(rows)
    else:
        places = rows["municipality_code"]
        outside = places.notna() & ~places.isin(bounds.municipalities | {UNKNOWN})
        yield _rule("outside_region", "municipality_code", outside)


def _rule(rule: str, column: str, rows: pd.Series, **said: str | int) -> Broken:
    return Broken(rule, column, rows, REASONS[rule].format(**said))


def _outside_programme(name: str, days: pd.Series, programme: Programme) -> Broken:
    first, last = programme.starts_on, programme.ends_on
    reason = f"De datum ligt voor de eerste dag van het programma, {dutch_day(first)}."
    outside = days < pd.Timestamp(first)
    if last:
        period = f"{dutch_day(first)} tot en met {dutch_day(last)}"
        reason = f"De datum valt buiten het programma, dat liep van {period}."
        outside |= days > pd.Timestamp(last)
    return Broken("outside_programme", name, outside, reason)


def _outcomes(rows: pd.DataFrame) -> Iterator[Broken]:
    outcome, day = rows["outcome"].fillna("none"), rows["outcome_on"]
    nothing = outcome.isin(("none", "unknown"))
    yield _rule("outcome_date_without_outcome", "outcome_on", day.notna() & nothing)
    yield _rule("new_job_without_date", "outcome_on", day.isna() & (outcome == "new_job"))
    for name in TECHNICAL_DETAILS:
        is_said = rows[name].notna() & (rows[name] != UNKNOWN)
        yield _rule("detail_without_outcome", name, is_said & (outcome == "none"))


def _too_early(rows: pd.DataFrame, as_of: datetime.date) -> Iterator[Broken]:
    """Hold who works after some months to be known only when those have passed."""
    for months in MEASURED_MONTHS:
        name = f"at_work_{months}"
        is_over = rows["exit_on"] + pd.DateOffset(months=months) <= pd.Timestamp(as_of)
        early = rows[name].notna() & ~is_over
        yield _rule("not_yet_measurable", name, early, day=dutch_day(as_of), months=months)


def _amounts(rows: pd.DataFrame, programme: Programme) -> Iterator[Broken]:
    cents = rows["granted_eur"]
    low, high = programme.voucher_min_eur, programme.voucher_max_eur
    yield _rule("amount_zero", "granted_eur", cents <= 0)
    if low is not None:
        is_below = cents < int(low * 100)
        yield _rule("below_voucher_min", "granted_eur", is_below, bound=dutch_amount(low))
    if high is not None:
        is_above = cents > int(high * 100)
        yield _rule("above_voucher_max", "granted_eur", is_above, bound=dutch_amount(high))


def _payments(rows: pd.DataFrame) -> Iterator[Broken]:
    is_paid = rows["voucher_state"] == "paid"
    is_unpaid = rows["voucher_state"].notna() & ~is_paid
    cents, day = rows["paid_eur"], rows["paid_on"]
    yield _rule("paid_above_granted", "paid_eur", cents > rows["granted_eur"])
    yield _rule("paid_without_amount", "paid_eur", is_paid & ~(cents > 0))
    yield _rule("paid_without_date", "paid_on", is_paid & day.isna())
    yield _rule("amount_without_payment", "paid_eur", is_unpaid & (cents > 0))
    yield _rule("date_without_payment", "paid_on", is_unpaid & day.notna())
