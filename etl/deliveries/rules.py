"""The rules that the rows of a delivery must meet, each with an id and a Dutch sentence."""

from __future__ import annotations

import pandas as pd

from etl.deliveries import rule_kinds as kinds
from etl.deliveries.format import UNKNOWN
from etl.deliveries.rule_kinds import Bounds, Facts, Rule

TECHNICAL_DETAILS = ("outcome_in_technical", "to_occupation_code", "to_sector_code")
MEASURED_MONTHS = (6, 12, 24)


def rules(bounds: Bounds) -> list[Rule]:
    """Return every rule of the format beside the form of single values."""
    return [*_participation(bounds), *_voucher(bounds), *_vacancy(bounds)]


def _participation(bounds: Bounds) -> list[Rule]:
    table = "participation"
    return [
        kinds.unique(table, "participation_key"),
        kinds.in_period(bounds, table, "intake_on"),
        *(
            kinds.not_after(bounds, table, name)
            for name in ("intake_on", "start_on", "exit_on", "outcome_on")
        ),
        kinds.not_before(table, "start_on", "intake_on", "De start ligt voor de intake."),
        kinds.not_before(table, "exit_on", "start_on", "De uitstroom ligt voor de start."),
        kinds.not_before(table, "exit_on", "intake_on", "De uitstroom ligt voor de intake."),
        kinds.not_before(table, "outcome_on", "intake_on", "De uitkomst ligt voor de intake."),
        Rule(
            "outcome_date_without_outcome",
            table,
            "outcome_on",
            "Er is een datum van de uitkomst maar geen uitkomst.",
            lambda facts: kinds.empty(facts, "outcome_on") | kinds.has_outcome(facts),
        ),
        Rule(
            "new_job_without_date",
            table,
            "outcome_on",
            "Een nieuwe baan heeft een datum nodig: alleen daarmee is te zeggen of hij binnen het "
            "traject valt.",
            lambda facts: ~kinds.empty(facts, "outcome_on") | (facts.rows["outcome"] != "new_job"),
        ),
        *(_detail(table, name) for name in TECHNICAL_DETAILS),
        *(kinds.measurable(bounds, months) for months in MEASURED_MONTHS),
        kinds.inside(bounds, table),
    ]


def _voucher(bounds: Bounds) -> list[Rule]:
    table = "voucher"
    return [
        kinds.unique(table, "voucher_key"),
        Rule(
            "participation_unknown",
            table,
            "participation_key",
            "Deze deelname staat niet in de aanlevering.",
            lambda facts: (
                kinds.empty(facts, "participation_key")
                | facts.rows["participation_key"].isin(facts.participations)
            ),
        ),
        kinds.in_period(bounds, table, "granted_on"),
        kinds.not_after(bounds, table, "granted_on"),
        kinds.not_after(bounds, table, "paid_on"),
        kinds.not_before(table, "paid_on", "granted_on", "De betaling ligt voor de toekenning."),
        *kinds.amounts(bounds),
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
            lambda facts: ~kinds.is_state(facts, "paid") | (facts.rows["paid_eur"] > 0),
        ),
        Rule(
            "paid_without_date",
            table,
            "paid_on",
            "De voucher is betaald, maar de datum van betaling ontbreekt.",
            lambda facts: ~kinds.is_state(facts, "paid") | ~kinds.empty(facts, "paid_on"),
        ),
        Rule(
            "amount_without_payment",
            table,
            "paid_eur",
            "Er is een betaald bedrag, maar de voucher staat niet op betaald.",
            lambda facts: ~kinds.is_unpaid(facts) | ~(facts.rows["paid_eur"] > 0),
        ),
        Rule(
            "date_without_payment",
            table,
            "paid_on",
            "Er is een datum van betaling, maar de voucher staat niet op betaald.",
            lambda facts: ~kinds.is_unpaid(facts) | kinds.empty(facts, "paid_on"),
        ),
    ]


def _vacancy(bounds: Bounds) -> list[Rule]:
    table = "vacancy"
    return [
        kinds.unique(table, "vacancy_key"),
        kinds.in_period(bounds, table, "registered_on"),
        kinds.not_after(bounds, table, "registered_on"),
        kinds.not_after(bounds, table, "filled_on"),
        kinds.not_before(
            table, "filled_on", "registered_on", "De vervulling ligt voor de aanmelding."
        ),
        kinds.inside(bounds, table),
    ]


def _detail(table: str, name: str) -> Rule:
    def holds(facts: Facts) -> pd.Series:
        outcome = facts.rows["outcome"]
        has_outcome = outcome.notna() & (outcome != "none")
        return kinds.empty(facts, name) | (facts.rows[name] == UNKNOWN) | has_outcome

    reason = "Er is geen uitkomst waar dit bij hoort."
    return Rule("detail_without_outcome", table, name, reason, holds)
