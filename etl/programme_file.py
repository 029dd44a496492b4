"""The file with which a programme is registered: TOML, read and checked as a whole."""

from __future__ import annotations

import csv
import datetime
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from etl.errors import DataError, Problem
from etl.transform import REFERENCE

NEXT_STEP = (
    "Correct the file and add it again; nothing was registered. "
    "'python -m etl programme example' prints a file with every key."
)
MOST_BYTES = 200_000
LONG, SHORT = 1_000, 120
MARKUP = re.compile(
    r"[$*<>\[\\\]`{|}~]|://|\bwww\.|\w@\w|:[a-z][\w+-]*:|\b_\w|\w_\b", re.IGNORECASE
)
DATE_FORMS = {
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "month": r"[0-9]{4}-[0-9]{2}",
    "year": r"[0-9]{4}",
}
ABSENT: Any = object()
AMOUNTS = frozenset({"contribution", "total", "grant", "eligible_cost"})
STAGES = frozenset({"available", "reserved", "realised"})
INDICATORS = frozenset(
    {
        "applications",
        "candidates",
        "development_days",
        "employers",
        "match_interviews",
        "new_entrants",
        "participants",
        "placements",
        "trajectories",
        "vacancies_registered",
        "vouchers",
    }
)
UNITS = frozenset(
    {
        "allowances",
        "employers",
        "interviews",
        "persons",
        "trajectories",
        "vacancies",
        "vouchers",
    }
)
PRECISIONS = frozenset({"exact", "at_least", "at_most", "approximate"})
NO_GROUPS = frozenset(
    {
        "all",
        "technical",
        "transport_logistics",
        "health_welfare",
        "construction",
        "Germany",
        "regio Deventer",
    }
)

Row = dict[str, str]


@dataclass(frozen=True)
class Registration:
    """What one file registers.

    Attributes:
        programme_id: Of the programme.
        name: Of the programme.
        tables: The rows per raw file, by its stem, as text.
    """

    programme_id: str
    name: str
    tables: dict[str, list[Row]]


def read(name: str, content: bytes, regions: dict[str, str], today: datetime.date) -> Registration:
    """Read a file and check everything in it.

    Args:
        name: What messages call the file.
        content: Its bytes.
        regions: Codes and names of the regions that a programme can work in.
        today: The day of the registration, which decides whether the programme runs.

    Raises:
        DataError: Something is not as expected; every problem is named, each once.
    """
    top = _Table(name, "", _parsed(name, content), [])
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


@cache
def codes(name: str) -> dict[str, str]:
    """Return the codes of a list of ``code_label.csv`` with their labels."""
    with (REFERENCE / "code_label.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["label"] for row in csv.DictReader(file) if row["list"] == name}


def target_groups() -> list[str]:
    """Return the codes of the groups of people that a target can be about."""
    groups = codes("target_group") or set(codes("category")) - NO_GROUPS
    return ["all", *sorted(groups)]


def _parsed(name: str, content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        reason = f"the file is larger than {MOST_BYTES // 1000} kB"
        raise DataError([Problem(name, reason, kind="too_large")], NEXT_STEP)
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        reason = f"the file is not UTF-8 at byte {error.start}; save it as UTF-8"
        raise DataError([Problem(name, reason, kind="not_utf8")], NEXT_STEP) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = f"the file is not TOML ({error}); correct that line"
        raise DataError([Problem(name, reason, kind="not_toml")], NEXT_STEP) from error


def _programme(top: _Table, regions: dict[str, str], today: datetime.date) -> Row:
    row = {
        "programme_id": top.identifier("id"),
        "name": top.text("name", most=SHORT),
        "kind": top.code("kind", codes("programme_kind")),
        "scope": top.code("scope", codes("scope")),
        "region_codes": ";".join(top.several("regions", regions)),
        "aim": top.text("aim"),
        "note": top.text("note", needed=False),
        "action_line": top.code("action_line", codes("action_line"), otherwise=""),
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


def _targets(top: _Table) -> list[Row]:
    rows = [
        {
            "indicator": table.code("indicator", sorted(INDICATORS)),
            "target_group": table.code("target_group", target_groups(), otherwise="all"),
            "target": table.whole("target", least=1),
            "unit": table.code("unit", sorted(UNITS)),
            "precision": table.code("precision", sorted(PRECISIONS), otherwise="exact"),
            "note": table.text("note", needed=False),
        }
        for table in top.tables("target")
    ]
    top.refuse_twice("target", rows, ("indicator", "target_group"))
    return rows


def _budgets(top: _Table) -> list[Row]:
    rows = [
        {
            "budget_kind": table.code("kind", sorted(AMOUNTS)),
            "stage": table.code("stage", sorted(STAGES)),
            "funder": table.text("funder", needed=False, most=SHORT),
            "amount_eur": table.whole("amount_eur", least=1),
            "precision": table.code("precision", sorted(PRECISIONS), otherwise="exact"),
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


def _partners(top: _Table) -> list[Row]:
    rows = [
        {
            "organisation": table.text("organisation", most=SHORT),
            "role": table.code("role", codes("role")),
        }
        for table in top.tables("partner")
    ]
    top.refuse_twice("partner", rows, ("organisation", "role"))
    return rows


def day_of(text: str, *, first: bool) -> datetime.date | None:
    """Return the first or last day that a date such as ``2024``, ``2024-03`` can mean."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if first or len(parts) == 3:
        return datetime.date(*(parts + [1, 1])[:3])
    year, month = (parts + [12])[:2]
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return after - datetime.timedelta(days=1)


@dataclass
class _Table:
    """A table of the file: gives its values as text, and keeps what is wrong with them.

    Attributes:
        file: What messages call the file.
        place: The name of the table with a dot behind it; empty for the whole file.
        values: Its keys and values.
        problems: What is wrong so far, shared by all tables of the file.
        asked: The keys that were asked for.
    """

    file: str
    place: str
    values: dict[str, Any]
    problems: list[Problem]
    asked: list[str] = field(default_factory=list)

    def refuse(self, key: str, value: object, expected: str, kind: str) -> None:
        shown = None if value is ABSENT else str(value)[:SHORT]
        place = f"{self.place}{key}"
        self.problems.append(Problem(self.file, expected, value=shown, key=place, kind=kind))

    def refuse_unknown(self) -> None:
        for key in self.values:
            if key not in self.asked:
                known = ", ".join(self.asked)
                self.refuse(
                    key,
                    self.values[key],
                    f"this key is not known; known are {known}",
                    "unknown_key",
                )

    def refuse_twice(self, name: str, rows: list[Row], keys: tuple[str, ...]) -> None:
        found = Counter(tuple(row[key] for key in keys) for row in rows)
        for values, times in found.items():
            if times > 1 and any(values):
                said = f"this {' and '.join(keys)} stands here {times} times; keep one"
                self.refuse(name, " / ".join(values), said, "twice")

    def _value(self, key: str, needed: bool, expected: str) -> Any:
        self.asked.append(key)
        value = self.values.get(key, ABSENT)
        if value is ABSENT and needed:
            self.refuse(key, ABSENT, f"the key is missing; {expected}", "missing")
        return value

    def text(self, key: str, *, needed: bool = True, most: int = LONG) -> str:
        expected = (
            f"a text of at most {most} characters was expected, without $ * < > [ \\ ] ` {{ | }} "
            "or ~, an address of a site or of e-mail, a :word: or a _word_"
        )
        value = self._value(key, needed, expected)
        if value is ABSENT:
            return ""
        text = " ".join(value.split()) if isinstance(value, str) else ""
        kind = "missing" if isinstance(value, str) and not text else "text"
        is_plain = text.isprintable() and not MARKUP.search(text) and len(text) <= most
        if not isinstance(value, str) or not is_plain or (needed and not text):
            self.refuse(key, value, expected, kind)
            return ""
        return text

    def identifier(self, key: str) -> str:
        expected = "small letters, digits and _ were expected, a letter first, such as vakwerk_oost"
        value = self._value(key, True, expected)
        if value is ABSENT:
            return ""
        if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9_]{2,59}", value):
            self.refuse(key, value, expected, "identifier")
            return ""
        return value

    def code(self, key: str, known: Collection[str], *, otherwise: str | None = None) -> str:
        expected = f"one of {', '.join(known)} was expected"
        value = self._value(key, otherwise is None, expected)
        if value is ABSENT:
            return otherwise or ""
        if not isinstance(value, str) or value not in known:
            self.refuse(key, value, expected, "code")
            return ""
        return value

    def several(self, key: str, known: Collection[str]) -> list[str]:
        expected = (
            "a list of codes of the country, provincies or arbeidsmarktregio's was expected, such "
            'as ["PV25"] or ["AM05", "AM06"]'
        )
        value = self._value(key, True, expected)
        if value is ABSENT:
            return []
        if not isinstance(value, list) or not value:
            self.refuse(key, value, expected, "regions")
            return []
        for code in value:
            if not isinstance(code, str) or code not in known:
                self.refuse(key, code, expected, "regions")
        texts = [str(code) for code in value]
        if len(set(texts)) < len(texts):
            self.refuse(key, ", ".join(texts), "each code once was expected", "twice")
        return texts

    def whole(self, key: str, *, least: int, needed: bool = True) -> str:
        expected = f"a whole number from {least} to 999999999 without quotes was expected"
        value = self._value(key, needed, expected)
        if value is ABSENT:
            return ""
        if type(value) is not int or not least <= value <= 999_999_999:
            self.refuse(key, value, expected, "whole")
            return ""
        return str(value)

    def date(self, key: str, *, needed: bool) -> tuple[str, str]:
        """Return a date and how precise it is; both empty when it is not known."""
        expected = 'a day, month or year was expected, such as "2024-03-01", "2024-03" or "2024"'
        value = self._value(key, needed, expected)
        if value is ABSENT:
            return "", ""
        text = value.isoformat() if type(value) is datetime.date else str(value)
        for precision, form in DATE_FORMS.items():
            if re.fullmatch(form, text):
                try:
                    day_of(text, first=False)
                    day_of(text, first=True)
                except ValueError:
                    break
                return text, precision
        self.refuse(key, value, expected, "date")
        return "", ""

    def table(self, key: str, *, needed: bool) -> _Table:
        expected = f"a table [{key}] was expected"
        value = self._value(key, needed, expected)
        if value is not ABSENT and not isinstance(value, dict):
            self.refuse(key, value, expected, "table")
        if isinstance(value, dict):
            return _Table(self.file, f"{self.place}{key}.", value, self.problems)
        # What a table that is missing lacks was said already.
        return _Table(self.file, f"{self.place}{key}.", {}, [])

    def tables(self, key: str) -> Iterator[_Table]:
        """Yield the tables of a list; each says itself which of its keys are not known."""
        value = self._value(key, False, "")
        if value is ABSENT:
            return
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(key, value, f"tables that each begin with [[{key}]] were expected", "table")
            return
        for number, item in enumerate(value, start=1):
            table = _Table(self.file, f"{self.place}{key} {number}, ", item, self.problems)
            yield table
            table.refuse_unknown()
