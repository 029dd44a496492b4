"""The file with which a programme is registered: TOML, read and checked as a whole."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from etl import toml
from etl.errors import DataError, Problem
from etl.programmes.fields import SHORT, Fields, Row, day_of
from words import codes, reference

NEXT_STEP = (
    "Correct the file and add it again; nothing was registered. "
    "'python -m etl programme example' prints a file with every key."
)
MOST_BYTES = 200_000
# Of lists that published facts use too, what can be registered.
REGISTRABLE = {
    "budget_kind": ("contribution", "eligible_cost", "grant", "total"),
    "stage": ("available", "realised", "reserved"),
    "precision": ("approximate", "at_least", "at_most", "exact"),
    **{
        key: sorted({row[key] for row in reference("target_unit")}) for key in ("indicator", "unit")
    },
}
CHOICES = frozenset({*REGISTRABLE, "kind", "scope", "action_line", "target_group", "role"})


@dataclass(frozen=True)
class Registration:
    """What one file registers, with the rows per raw file, by its stem, as text."""

    programme_id: str
    name: str
    tables: dict[str, list[Row]]


def read(name: str, content: bytes, regions: dict[str, str], today: datetime.date) -> Registration:
    """Read a file and check everything in it.

    Args:
        name: What messages call the file.
        content: Its bytes.
        regions: Codes and names of the regions that a programme can work in.
        today: Decides whether the programme runs.

    Raises:
        DataError: Something is not as expected; every problem is named, each once.
    """
    top = Fields(name, "", _parsed(name, content), [])
    programme = _programme(top, regions, today)
    targets = _targets(top)
    budgets = _budgets(top)
    partners = _partners(top)
    top.refuse_unknown()
    if top.problems:
        raise DataError(top.problems, NEXT_STEP)
    programme_id = programme["programme_id"]
    tables = {
        "registered_programmes": [programme],
        "registered_targets": targets,
        "registered_budgets": budgets,
        "registered_partners": partners,
    }
    named = {
        stem: [{"programme_id": programme_id, **row} for row in rows]
        for stem, rows in tables.items()
    }
    return Registration(programme_id, programme["name"], named)


def choices(key: str) -> dict[str, str]:
    """Return the codes that one of ``CHOICES`` can be, with their labels."""
    labels = codes("programme_kind" if key == "kind" else key)
    if key == "target_group":
        return {"all": "", **dict(sorted(labels.items()))}
    return {code: labels[code] for code in REGISTRABLE.get(key, labels)}


def _parsed(name: str, content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        reason = f"the file is larger than {MOST_BYTES // 1000} kB"
        raise DataError([Problem(name, reason, kind="too_large")], NEXT_STEP)
    return toml.parsed(name, content, NEXT_STEP)


def _programme(top: Fields, regions: dict[str, str], today: datetime.date) -> Row:
    row = {
        "programme_id": top.identifier("id"),
        "name": top.text("name", most=SHORT),
        "kind": top.code("kind", choices("kind")),
        "scope": top.code("scope", choices("scope")),
        "region_codes": ";".join(top.several("regions", regions)),
        "aim": top.text("aim"),
        "note": top.text("note", needed=False),
        "action_line": top.code("action_line", choices("action_line"), otherwise=""),
        "techniekpact_goal": top.text("techniekpact_goal", needed=False),
    }
    period = top.table("period", needed=True)
    row["starts_on"], row["starts_precision"] = period.date("start", needed=True)
    row["ends_on"], row["ends_precision"] = period.date("end", needed=False)
    period.refuse_unknown()
    first, last = day_of(row["starts_on"], first=True), day_of(row["ends_on"], first=False)
    if first and last and last < first:
        expected = f"an end on or after {row['starts_on']} was expected"
        period.refuse("end", row["ends_on"], expected, "end_early")
    row["state"] = _state(first, last, today)
    return row


def _state(first: datetime.date | None, last: datetime.date | None, today: datetime.date) -> str:
    if first and first > today:
        return "planned"
    if last is None:
        return "unknown"
    return "ended" if last < today else "running"


def _targets(top: Fields) -> list[Row]:
    rows = [_target(table) for table in top.tables("target")]
    top.refuse_twice("target", rows, ("indicator", "target_group"))
    return rows


def _target(table: Fields) -> Row:
    row = {
        "indicator": table.code("indicator", choices("indicator")),
        "target_group": table.code("target_group", choices("target_group"), otherwise="all"),
        "target": table.whole("target", least=1),
        "unit": table.code("unit", choices("unit")),
        "precision": table.code("precision", choices("precision"), otherwise="exact"),
        "note": table.text("note", needed=False),
    }
    indicator, unit = row["indicator"], row["unit"]
    units = [each["unit"] for each in reference("target_unit") if each["indicator"] == indicator]
    if unit and units and unit not in units:
        expected = f"of {indicator} the unit {' or '.join(units)} was expected"
        table.refuse("unit", unit, expected, "unit_of_indicator")
    return row


def _budgets(top: Fields) -> list[Row]:
    rows = [
        {
            "budget_kind": table.code("kind", choices("budget_kind")),
            "stage": table.code("stage", choices("stage")),
            "funder": table.text("funder", needed=False, most=SHORT),
            "amount_eur": table.whole("amount_eur", least=1),
            "precision": table.code("precision", choices("precision"), otherwise="exact"),
            "per": "programme",
            "note": table.text("note", needed=False),
        }
        for table in top.tables("budget")
    ]
    top.refuse_twice("budget", rows, ("budget_kind", "stage", "funder"))
    voucher = top.table("voucher", needed=False)
    bounds = {key: voucher.whole(f"{key}_eur", least=0, needed=False) for key in ("min", "max")}
    voucher.refuse_unknown()
    if bounds["min"] and bounds["max"] and int(bounds["min"]) > int(bounds["max"]):
        expected = f"an amount of at least {bounds['min']} was expected"
        voucher.refuse("max_eur", bounds["max"], expected, "max_low")
    return rows + [
        {
            "budget_kind": f"voucher_{key}",
            "stage": "rule",
            "funder": "",
            "amount_eur": amount,
            "precision": "exact",
            "per": "voucher",
            "note": "",
        }
        for key, amount in bounds.items()
        if amount
    ]


def _partners(top: Fields) -> list[Row]:
    rows = [
        {
            "organisation": table.text("organisation", most=SHORT),
            "role": table.code("role", choices("role")),
        }
        for table in top.tables("partner")
    ]
    top.refuse_twice("partner", rows, ("organisation", "role"))
    return rows
