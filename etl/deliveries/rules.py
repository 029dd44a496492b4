"""The rules that the rows of a delivery must meet, each with an id and a Dutch sentence.

A rule answers for all rows at once. Where a value that it needs is absent it holds: that is for
another rule to say.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from etl.deliveries.format import UNKNOWN
from etl.programmes import Programme

TECHNICAL_DETAILS = ("outcome_in_technical", "to_occupation_code", "to_sector_code")
NO_OUTCOME = ("none", "unknown")
MEASURED_MONTHS = (6, 12, 24)


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


def rules(bounds: Bounds) -> list[Rule]:
    """Return every rule of the format beside the form of single values."""
    return [*_participation(bounds), *_voucher(bounds), *_vacancy(bounds)]


def _participation(bounds: Bounds) -> list[Rule]:
    table = "participation"
    return [
        _unique(table, "participation_key"),
        _in_period(bounds, table, "intake_on"),
        *(
            _not_after(bounds, table, name)
            for name in ("intake_on", "start_on", "exit_on", "outcome_on")
        ),
        _not_before(table, "start_on", "intake_on", "De start ligt voor de intake."),
        _not_before(table, "exit_on", "start_on", "De uitstroom ligt voor de start."),
        _not_before(table, "exit_on", "intake_on", "De uitstroom ligt voor de intake."),
        _not_before(table, "outcome_on", "intake_on", "De uitkomst ligt voor de intake."),
        Rule(
            "outcome_date_without_outcome",
            table,
            "outcome_on",
            "Er is een datum van de uitkomst maar geen uitkomst.",
            lambda facts: _empty(facts, "outcome_on") | _has_outcome(facts),
        ),
        *(
            Rule(
                "detail_without_outcome",
                table,
                name,
                "Er is geen uitkomst waar dit bij hoort.",
                lambda facts, name=name: (
                    _empty(facts, name)
                    | (facts.rows[name] == UNKNOWN)
                    | (facts.rows["outcome"].notna() & (facts.rows["outcome"] != "none"))
                ),
            )
            for name in TECHNICAL_DETAILS
        ),
        *(_measurable(bounds, months) for months in MEASURED_MONTHS),
        _inside(bounds, table),
    ]


def _voucher(bounds: Bounds) -> list[Rule]:
    table = "voucher"
    return [
        _unique(table, "voucher_key"),
        Rule(
            "participation_unknown",
            table,
            "participation_key",
            "Deze deelname staat niet in de aanlevering.",
            lambda facts: (
                _empty(facts, "participation_key")
                | facts.rows["participation_key"].isin(facts.participations)
            ),
        ),
        _in_period(bounds, table, "granted_on"),
        _not_after(bounds, table, "granted_on"),
        _not_after(bounds, table, "paid_on"),
        _not_before(table, "paid_on", "granted_on", "De betaling ligt voor de toekenning."),
        *_amounts(bounds),
        Rule(
            "paid_above_granted",
            table,
            "paid_eur",
            "Er is meer betaald dan toegekend.",
            lambda facts: ~(facts.rows["paid_eur"] > facts.rows["granted_eur"]),
        ),
        Rule(
            "paid_without_amount",
            table,
            "paid_eur",
            "De voucher is betaald, maar het betaalde bedrag ontbreekt of is nul.",
            lambda facts: ~_is_state(facts, "paid") | (facts.rows["paid_eur"] > 0),
        ),
        Rule(
            "paid_without_date",
            table,
            "paid_on",
            "De voucher is betaald, maar de datum van betaling ontbreekt.",
            lambda facts: ~_is_state(facts, "paid") | ~_empty(facts, "paid_on"),
        ),
        Rule(
            "amount_without_payment",
            table,
            "paid_eur",
            "Er is een betaald bedrag, maar de voucher staat niet op betaald.",
            lambda facts: ~_is_unpaid(facts) | ~(facts.rows["paid_eur"] > 0),
        ),
        Rule(
            "date_without_payment",
            table,
            "paid_on",
            "Er is een datum van betaling, maar de voucher staat niet op betaald.",
            lambda facts: ~_is_unpaid(facts) | _empty(facts, "paid_on"),
        ),
    ]


def _vacancy(bounds: Bounds) -> list[Rule]:
    table = "vacancy"
    return [
        _unique(table, "vacancy_key"),
        _in_period(bounds, table, "registered_on"),
        _not_after(bounds, table, "registered_on"),
        _not_after(bounds, table, "filled_on"),
        _not_before(table, "filled_on", "registered_on", "De vervulling ligt voor de aanmelding."),
        _inside(bounds, table),
    ]


def _unique(table: str, name: str) -> Rule:
    reason = "Deze sleutel staat meer dan een keer in de aanlevering."
    return Rule(
        "duplicate",
        table,
        name,
        reason,
        lambda facts: _empty(facts, name) | ~facts.rows[name].duplicated(keep=False),
    )


def _not_before(table: str, name: str, other: str, reason: str) -> Rule:
    return Rule(
        f"{name}_before_{other}",
        table,
        name,
        reason,
        lambda facts: ~(facts.rows[name] < facts.rows[other]),
    )


def _not_after(bounds: Bounds, table: str, name: str) -> Rule:
    last = pd.Timestamp(bounds.as_of)
    reason = f"De datum ligt na de peildatum {dutch_day(bounds.as_of)}."
    return Rule("after_as_of", table, name, reason, lambda facts: ~(facts.rows[name] > last))


def _in_period(bounds: Bounds, table: str, name: str) -> Rule:
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


def _amounts(bounds: Bounds) -> list[Rule]:
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


def _measurable(bounds: Bounds, months: int) -> Rule:
    reason = (
        f"Op de peildatum {dutch_day(bounds.as_of)} is nog niet na te gaan wie {months} maanden na "
        "uitstroom werkt: de uitstroom ontbreekt of is te kort geleden."
    )

    def holds(facts: Facts) -> pd.Series:
        measured_on = facts.rows["exit_on"] + pd.DateOffset(months=months)
        return _empty(facts, f"at_work_{months}") | (measured_on <= pd.Timestamp(bounds.as_of))

    return Rule("not_yet_measurable", "participation", f"at_work_{months}", reason, holds)


def _inside(bounds: Bounds, table: str) -> Rule:
    allowed = bounds.municipalities | {UNKNOWN}
    reason = "Deze gemeente ligt niet in het gebied van het programma; kies anders onbekend."
    return Rule(
        "outside_region",
        table,
        "municipality_code",
        reason,
        lambda facts: (
            _empty(facts, "municipality_code") | facts.rows["municipality_code"].isin(allowed)
        ),
    )


def _empty(facts: Facts, name: str) -> pd.Series:
    return facts.rows[name].isna()


def _has_outcome(facts: Facts) -> pd.Series:
    return facts.rows["outcome"].notna() & ~facts.rows["outcome"].isin(NO_OUTCOME)


def _is_state(facts: Facts, state: str) -> pd.Series:
    return (facts.rows["voucher_state"] == state).fillna(False).astype(bool)


def _is_unpaid(facts: Facts) -> pd.Series:
    return facts.rows["voucher_state"].notna() & ~_is_state(facts, "paid")


def dutch_day(day: datetime.date) -> str:
    """Return a day as 1-2-2024."""
    return f"{day.day}-{day.month}-{day.year}"


def dutch_amount(amount: Decimal) -> str:
    """Return an amount as € 2.500,00."""
    text = f"{amount:,.2f}"
    return "€ " + text.replace(",", " ").replace(".", ",").replace(" ", ".")
