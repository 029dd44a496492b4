"""The day of a delivery, and control totals that must agree with its rows."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pandas as pd

from etl.deliveries import difference, values
from etl.deliveries.findings import Finding, finding
from etl.deliveries.format import CONTROL_LABELS, CONTROLE, LEVERING, ROWS_LABELS
from etl.deliveries.words import dutch_day
from etl.programmes import Programme


def as_of(
    text: str, wished: datetime.date | None, programme: Programme
) -> tuple[datetime.date | None, list[Finding]]:
    """Return the day whose state is delivered, with what is wrong with it."""
    said = values.day_of(text)
    day = wished or said
    if text and said is None:
        return wished, [finding("as_of", LEVERING)]
    if day is None:
        return None, [finding("no_as_of", LEVERING)]
    if said and wished and said != wished:
        return day, [finding("as_of_differs", LEVERING)]
    if day > datetime.date.today():
        return day, [finding("as_of_future", LEVERING, value=dutch_day(day))]
    if day < programme.starts_on:
        return None, [finding("as_of_early", LEVERING)]  # it can be a date of birth
    return day, []


def totals(
    told: dict[str, str], canonical: dict[str, pd.DataFrame]
) -> tuple[dict[str, str], list[Finding]]:
    """Compare control totals with the rows of a file.

    Args:
        told: The totals that were given, by technical name.
        canonical: The rows of the tables in the file.

    Returns:
        The totals that agree, and what is wrong.
    """
    agreed: dict[str, str] = {}
    found: list[Finding] = []
    for name, text in told.items():
        label = CONTROL_LABELS[name]
        amount = number_of(text)
        if amount is None:
            found.append(finding("control", CONTROLE, column=label))
            continue
        counted = _counted(name, canonical)
        if counted == amount:
            agreed[name] = str(counted)
        else:
            reason = f"Het controletotaal is anders; de rijen geven {_dutch(counted)}."
            found.append(finding("control_differs", CONTROLE, column=label, reason=reason))
    return agreed, found


def number_of(text: str) -> Decimal | None:
    """Return the total that a text writes; it may be larger than a single amount."""
    amount = values.amount_of(text)
    return _large(text) if amount is None else amount


def _large(text: str) -> Decimal | None:
    bare = text.removeprefix("€").strip()
    if "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    whole, _, cents = bare.partition(".")
    is_number = whole.isascii() and whole.isdigit() and len(whole) <= 12
    return Decimal(bare) if is_number and (not cents or cents.isdigit()) else None


def _counted(name: str, canonical: dict[str, pd.DataFrame]) -> Decimal:
    if name in ROWS_LABELS:
        return Decimal(len(canonical[name])) if name in canonical else Decimal(0)
    return difference.total(canonical["voucher"][name]) if "voucher" in canonical else Decimal(0)


def _dutch(amount: Decimal) -> str:
    text = f"{amount:,.2f}".removesuffix(".00")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")
