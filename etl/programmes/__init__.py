"""The programmes as their raw files tell them: what a delivery must know of each."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from etl import raw as raw_files
from etl.errors import DataError, Problem
from etl.folders import RAW
from etl.programmes.fields import Row, day_of
from etl.programmes.file import Registration
from etl.register import source
from etl.transform import REFERENCE

SOURCE = source("programmes")
FILES = {file.stem: file for file in SOURCE.files}
REGISTERED = [stem for stem in FILES if stem.startswith("registered_")]
UNDIVIDED = "AM99"
COUNTRY = "NL01"
NEXT_STEP = (
    "'python -m etl programme list' names the programmes; register another with "
    "'python -m etl programme add FILE.toml'."
)


@dataclass(frozen=True)
class Programme:
    """What a delivery must know of a programme.

    Attributes:
        status: ``published`` or ``sample``.
        region_codes: Codes of the regions it works in.
        starts_on: First day that its start can mean; the first day of all when it is not known.
        ends_on: Last day that its end can mean, if known.
        voucher_min_eur: The lowest amount of a voucher that a source names, if any.
        voucher_max_eur: The highest, if any.
        funders: Who pays, as the budgets name them.
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
    """Return a programme by its id, with ``sample`` also a fictitious one.

    Raises:
        DataError: No programme has this id, or nobody knows when it began.
    """
    known = {programme.programme_id: programme for programme in every(raw, sample)}
    found = known.get(programme_id)
    if found and found.starts_on > datetime.date.min:
        return found
    reason = f"this programme is not registered; known are {', '.join(known) or 'none'}"
    if found:
        reason = "no source says when this programme began, so it cannot deliver"
    raise DataError([Problem("programmes", reason, value=programme_id)], NEXT_STEP)


def every(raw: Path, sample: Path | None) -> list[Programme]:
    """Return all programmes: of public sources, registered, and fictitious ones."""
    budgets = facts(raw, "programme_budgets")
    found = [_programme(row, budgets, "published") for row in facts(raw, "programmes")]
    for folder, status in ((raw, "published"), (sample, "sample")):
        if folder is not None:
            for registration, _ in registrations(folder).values():
                [row] = registration.tables["registered_programmes"]
                own = registration.tables["registered_budgets"]
                found.append(_programme(row, own, status))
    return found


def registrations(folder: Path) -> dict[str, tuple[Registration, Path]]:
    """Return of each programme the registration that counts, the newest, with its folder."""
    found: dict[str, tuple[Registration, Path]] = {}
    for path in raw_files.every(folder, SOURCE, FILES["registered_programmes"]):
        tables = {stem: _rows(path.with_name(f"{stem}.csv")) for stem in REGISTERED}
        [row] = tables["registered_programmes"]
        registration = Registration(row["programme_id"], row["name"], tables)
        found[row["programme_id"]] = (registration, path.parent)
    return found


def municipalities(programme: Programme, raw: Path = RAW) -> frozenset[str]:
    """Return the municipalities that lie, or ever lay, in the regions of a programme."""
    return frozenset(
        code
        for code, regions in _regions_of_municipalities(raw).items()
        if {COUNTRY, *regions} & set(programme.region_codes)
    )


def regions(raw: Path) -> dict[str, str]:
    """Return the regions that a programme can work in, with their names."""
    named = {COUNTRY: "Nederland"}
    for row in region_rows(raw):
        named |= {row["pv"]: row["pv_naam"], row["am"]: row["am_naam"]}
    named.pop(UNDIVIDED, None)
    return dict(sorted(named.items()))


def facts(raw: Path, stem: str) -> list[Row]:
    """Return the rows of a file of published facts; none when it is not there."""
    path = raw_files.newest(raw, SOURCE, FILES[stem])
    return raw_files.rows_of(path) if path else []


def region_rows(raw: Path, stem: str = "municipality_regions_2026") -> list[Row]:
    """Return the rows of a file of municipalities, with the regions that they lie in.

    Raises:
        DataError: It is not there.
    """
    regions_of = source("regions")
    file = next(f for f in regions_of.files if f.stem == stem)
    if path := raw_files.newest(raw, regions_of, file):
        return raw_files.rows_of(path)
    problem = Problem(f"regions/{stem}", "no extract of this file was found")
    raise DataError([problem], "Run 'python -m etl extract' for this source.")


def _rows(path: Path) -> list[Row]:
    """Return the rows of an extract without their line; none when it is not there."""
    rows = raw_files.rows_of(path) if path.exists() else []
    return [{key: value for key, value in row.items() if key != "line"} for row in rows]


def _programme(row: Row, budgets: list[Row], status: str) -> Programme:
    own = [budget for budget in budgets if budget["programme_id"] == row["programme_id"]]
    rules = [budget for budget in own if (budget["stage"], budget["per"]) == ("rule", "voucher")]
    lowest = [row["amount_eur"] for row in rules if row["budget_kind"] == "voucher_min"]
    highest = [row["amount_eur"] for row in rules if row["budget_kind"] != "voucher_min"]
    start = _day(row["starts_on"], row["starts_precision"], first=True)
    funders = [budget["funder"] for budget in own if budget["stage"] != "rule"]
    return Programme(
        row["programme_id"],
        row["name"],
        status,
        tuple(row["region_codes"].split(";")),
        start or datetime.date.min,
        _day(row["ends_on"], row["ends_precision"], first=False),
        min(map(Decimal, lowest), default=None),
        max(map(Decimal, highest), default=None),
        tuple(dict.fromkeys(funder for funder in funders if funder)),
    )


def _day(text: str, precision: str, *, first: bool) -> datetime.date | None:
    """Return the first or last day of a date of which only a part may count."""
    lengths = {"day": 10, "month": 7, "year": 4}
    return day_of(text[: lengths.get(precision, 0)], first=first)


def _regions_of_municipalities(raw: Path) -> dict[str, set[str]]:
    """Return per municipality the provincies and arbeidsmarktregio's it lies or ever lay in.

    One that has gone lies where its successors lie.
    """
    found = {row["gm"]: {row["am"], row["pv"]} for row in region_rows(raw)}
    mergers = raw_files.rows_of(REFERENCE / "municipality_merger.csv")
    for merger in sorted(mergers, key=lambda row: row["year"], reverse=True):
        former = found.setdefault(merger["from_code"], set())
        former |= found.get(merger["to_code"], set())
    for row in raw_files.rows_of(REFERENCE / "region_change.csv"):
        found.setdefault(row["municipality_code"], set()).add(row["from_code"])
    return found
