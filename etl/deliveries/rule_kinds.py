"""The kinds of rule that a row of a delivery can be held to.

A rule answers for all rows at once. Where a value that it needs is absent it holds: that is for
another rule to say.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from etl.deliveries.format import UNKNOWN
from etl.deliveries.words import dutch_amount, dutch_day
from etl.programmes import Programme

NO_OUTCOME = ("none", "unknown")


@dataclass(frozen=True)
class Facts:
    """What the rules look at.

    Attributes:
        rows: The rows: dates as datetime64, amounts in cents, the rest as canonical text.
        participations: The keys of the participations of this delivery, or those that it leaves as
            they were.
    """

    rows: pd.DataFrame
    participations: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        rule_id: Its id.
        table: The table that it is about.
        column: The column that is named when a row breaks it.
        reason: What is wrong then, in Dutch.
        holds: Whether each row meets it.
    """

    rule_id: str
    table: str
    column: str
    reason: str
    holds: Callable[[Facts], pd.Series]


@dataclass(frozen=True)
class Bounds:
    """What a delivery must stay within.

    Attributes:
        programme: The programme.
        municipalities: The codes of the municipalities inside its regions.
        as_of: The day whose state is delivered.
    """

    programme: Programme
    municipalities: frozenset[str]
    as_of: datetime.date


def unique(table: str, name: str) -> Rule:
    """Hold each key to stand once."""
    reason = "Deze sleutel staat meer dan een keer in de aanlevering."
    return Rule(
        "duplicate",
        table,
        name,
        reason,
        lambda facts: empty(facts, name) | ~facts.rows[name].duplicated(keep=False),
    )


def not_before(table: str, name: str, other: str, reason: str) -> Rule:
    """Hold a day not to come before another."""
    return Rule(
        f"{name}_before_{other}",
        table,
        name,
        reason,
        lambda facts: ~(facts.rows[name] < facts.rows[other]),
    )


def not_after(bounds: Bounds, table: str, name: str) -> Rule:
    """Hold a day not to come after the day of the delivery."""
    last = pd.Timestamp(bounds.as_of)
    reason = f"De datum ligt na de peildatum {dutch_day(bounds.as_of)}."
    return Rule("after_as_of", table, name, reason, lambda facts: ~(facts.rows[name] > last))


def in_period(bounds: Bounds, table: str, name: str) -> Rule:
    """Hold a day to lie in the period of the programme."""
    first, last = bounds.programme.starts_on, bounds.programme.ends_on
    until = f" tot en met {dutch_day(last)}" if last else ""
    reason = f"De datum valt buiten het programma, dat liep van {dutch_day(first)}{until}."
    if not last:
        reason = f"De datum ligt voor de eerste dag van het programma, {dutch_day(first)}."

    def holds(facts: Facts) -> pd.Series:
        days = facts.rows[name]
        early = days < pd.Timestamp(first)
        return ~(early | (days > pd.Timestamp(last))) if last else ~early

    return Rule("outside_programme", table, name, reason, holds)


def amounts(bounds: Bounds) -> list[Rule]:
    """Hold a grant to the bounds of a voucher."""
    low, high = bounds.programme.voucher_min_eur, bounds.programme.voucher_max_eur

    def rule(rule_id: str, reason: str, breaks: Callable[[pd.Series], pd.Series]) -> Rule:
        return Rule(
            rule_id, "voucher", "granted_eur", reason, lambda f: ~breaks(f.rows["granted_eur"])
        )

    found = [rule("amount_zero", "Een toekenning is meer dan nul.", lambda cents: cents <= 0)]
    if low is not None:
        reason = f"Het bedrag ligt onder de ondergrens van een voucher, {dutch_amount(low)}."
        found.append(rule("below_voucher_min", reason, lambda cents: cents < int(low * 100)))
    if high is not None:
        reason = f"Het bedrag ligt boven de bovengrens van een voucher, {dutch_amount(high)}."
        found.append(rule("above_voucher_max", reason, lambda cents: cents > int(high * 100)))
    return found


def measurable(bounds: Bounds, months: int) -> Rule:
    """Hold who works after some months to be known only when those have passed."""
    reason = (
        f"Op de peildatum {dutch_day(bounds.as_of)} is nog niet na te gaan wie {months} maanden na "
        "uitstroom werkt: de uitstroom ontbreekt of is te kort geleden."
    )

    def holds(facts: Facts) -> pd.Series:
        measured_on = facts.rows["exit_on"] + pd.DateOffset(months=months)
        return empty(facts, f"at_work_{months}") | (measured_on <= pd.Timestamp(bounds.as_of))

    return Rule("not_yet_measurable", "participation", f"at_work_{months}", reason, holds)


def inside(bounds: Bounds, table: str) -> Rule:
    """Hold a municipality to lie in the regions of the programme."""
    allowed = bounds.municipalities | {UNKNOWN}
    reason = "Deze gemeente ligt niet in het gebied van het programma; kies anders onbekend."
    return Rule(
        "outside_region",
        table,
        "municipality_code",
        reason,
        lambda facts: (
            empty(facts, "municipality_code") | facts.rows["municipality_code"].isin(allowed)
        ),
    )


def empty(facts: Facts, name: str) -> pd.Series:
    """Return where a column is empty."""
    return facts.rows[name].isna()


def has_outcome(facts: Facts) -> pd.Series:
    """Return where something came of a participation."""
    return facts.rows["outcome"].notna() & ~facts.rows["outcome"].isin(NO_OUTCOME)


def is_state(facts: Facts, state: str) -> pd.Series:
    """Return which vouchers are in a state."""
    return (facts.rows["voucher_state"] == state).fillna(False).astype(bool)


def is_unpaid(facts: Facts) -> pd.Series:
    """Return which vouchers are in another state than paid."""
    return facts.rows["voucher_state"].notna() & ~is_state(facts, "paid")
