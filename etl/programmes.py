"""What is known of a registered programme, as far as a delivery must agree with it."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from etl.database import RAW
from etl.errors import DataError, Problem
from etl.transform import REFERENCE

COUNTRY = "NL01"
NEXT_STEP = "Choose a registered programme: programme_id in data/raw/programmes/*/programmes.csv."


@dataclass(frozen=True)
class Programme:
    """A registered programme.

    Attributes:
        programme_id: Its id.
        name: Its Dutch name.
        status: ``published``, or ``sample`` for a fictitious one.
        region_codes: The regions it works in.
        starts_on: Its first day.
        ends_on: Its last day, if it has one.
        voucher_min_eur: The lowest amount of a voucher, if the rules say so.
        voucher_max_eur: The highest amount of a voucher, if the rules say so.
        funders: Who pays.
    """

    programme_id: str
    name: str
    status: str
    region_codes: tuple[str, ...]
    starts_on: datetime.date
    ends_on: datetime.date | None
    voucher_min_eur: Decimal | None
    voucher_max_eur: Decimal | None
    funders: tuple[str, ...]


def find(programme_id: str, raw: Path, sample: Path | None = None) -> Programme:
    """Return a registered programme.

    Where sources disagree about the bounds of a voucher the widest count, so that a delivery is
    refused only for what no source allows.

    Raises:
        DataError: It is not registered, or the register does not say when it began.
    """
    for folder, status in ((raw, "published"), (sample, "sample")):
        for row in _rows(folder, "programmes"):
            if row["programme_id"] == programme_id:
                return _programme(row, folder, status)
    raise DataError([Problem("programmes.csv", "this programme is not registered")], NEXT_STEP)


def municipalities(programme: Programme, raw: Path = RAW) -> frozenset[str]:
    """Return the codes of the municipalities that lie, or lay in some year, in its regions."""
    regions = set(programme.region_codes)
    inside = {
        row["gm"]
        for row in _rows(raw, "municipality_regions_2026", "regions")
        if regions & {COUNTRY, row["gm"], row["am"], row["cr"], row["pv"]}
    }
    inside |= {
        row["municipality_code"]
        for row in _reference("region_change")
        if row["from_code"] in regions
    }
    mergers = [(row["from_code"], row["to_code"]) for row in _reference("municipality_merger")]
    while former := {old for old, new in mergers if new in inside} - inside:
        inside |= former
    return frozenset(inside)


def _programme(row: dict[str, str], folder: Path | None, status: str) -> Programme:
    if not row["starts_on"]:
        reason = "the register does not say on which day this programme began"
        raise DataError([Problem("programmes.csv", reason, column="starts_on")], NEXT_STEP)
    own = [
        budget
        for budget in _rows(folder, "programme_budgets")
        if budget["programme_id"] == row["programme_id"]
    ]
    rules = [budget for budget in own if budget["stage"] == "rule" and budget["per"] == "voucher"]
    amounts = [(rule["budget_kind"], Decimal(rule["amount_eur"])) for rule in rules]
    lowest = [amount for kind, amount in amounts if kind == "voucher_min"]
    highest = [amount for kind, amount in amounts if kind != "voucher_min"]
    return Programme(
        programme_id=row["programme_id"],
        name=row["name"],
        status=status,
        region_codes=tuple(row["region_codes"].split(";")),
        starts_on=datetime.date.fromisoformat(row["starts_on"]),
        ends_on=datetime.date.fromisoformat(row["ends_on"]) if row["ends_on"] else None,
        voucher_min_eur=min(lowest, default=None),
        voucher_max_eur=max(highest, default=None),
        funders=tuple(sorted({budget["funder"] for budget in own if budget["funder"]})),
    )


def _rows(folder: Path | None, stem: str, source: str = "programmes") -> Iterator[dict[str, str]]:
    """Yield the rows of the newest release of a raw file; none when there is no such file."""
    found = sorted((folder / source).glob(f"*/{stem}.csv")) if folder else []
    if found:
        with found[-1].open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _reference(stem: str) -> Iterator[dict[str, str]]:
    with (REFERENCE / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
