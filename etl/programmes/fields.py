"""The values of a file that registers a programme, and what is wrong with each."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from etl.errors import Problem

LONG, SHORT = 1_000, 120
MARKUP = re.compile(
    r"[$*<>\[\\\]`{|}~]|://|\bwww\.|\w@\w|:[a-z][\w+-]*:|\b_\w|\w_\b", re.IGNORECASE
)
DATE_FORMS = {
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "month": r"[0-9]{4}-[0-9]{2}",
    "year": r"[0-9]{4}",
}

Row = dict[str, str]


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
class Fields:
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
        """Keep that a value is not what was expected, with a word for the reason."""
        shown = None if value is None else str(value)[:SHORT]
        place = f"{self.place}{key}"
        self.problems.append(Problem(self.file, expected, value=shown, key=place, kind=kind))

    def refuse_unknown(self) -> None:
        """Refuse the keys that were not asked for."""
        for key in self.values:
            if key not in self.asked:
                known = ", ".join(self.asked)
                said = f"this key is not known; known are {known}"
                self.refuse(key, self.values[key], said, "unknown_key")

    def refuse_twice(self, name: str, rows: list[Row], keys: tuple[str, ...]) -> None:
        """Refuse rows of a list that are the same in some keys."""
        found = Counter(tuple(row[key] for key in keys) for row in rows)
        for values, times in found.items():
            if times > 1 and any(values):
                said = f"this {' and '.join(keys)} stands here {times} times; keep one"
                self.refuse(name, " / ".join(values), said, "twice")

    def _checked(
        self, key: str, needed: bool, expected: str, kind: str, is_right: Callable[[Any], object]
    ) -> Any:
        """Return a value; None when it is not there or refused."""
        self.asked.append(key)
        value = self.values.get(key)
        if value is None and needed:
            self.refuse(key, None, f"the key is missing; {expected}", "missing")
        elif value is not None and not is_right(value):
            self.refuse(key, value, expected, kind)
            return None
        return value

    def text(self, key: str, *, needed: bool = True, most: int = LONG) -> str:
        """Return a text on one line without markup; empty when it is not there or refused."""
        expected = (
            f"a text of at most {most} characters was expected, without $ * < > [ \\ ] ` {{ | }} "
            "or ~, an address of a site or of e-mail, a :word: or a _word_"
        )

        def is_plain(value: Any) -> bool:
            text = " ".join(value.split()) if isinstance(value, str) else "\n"
            return text.isprintable() and not MARKUP.search(text) and len(text) <= most

        value = self._checked(key, needed, expected, "text", is_plain)
        text = " ".join((value or "").split())
        if needed and value is not None and not text:
            self.refuse(key, value, expected, "missing")
        return text

    def identifier(self, key: str) -> str:
        """Return an id; empty when it is refused."""
        expected = "small letters, digits and _ were expected, a letter first, such as vakwerk_oost"
        is_id = re.compile(r"[a-z][a-z0-9_]{2,59}").fullmatch
        found = self._checked(
            key, True, expected, "identifier", lambda value: isinstance(value, str) and is_id(value)
        )
        return found or ""

    def code(self, key: str, known: Collection[str], *, otherwise: str | None = None) -> str:
        """Return one of the known codes, or what stands for none."""
        expected = f"one of {', '.join(known)} was expected"
        found = self._checked(
            key,
            otherwise is None,
            expected,
            "code",
            lambda value: isinstance(value, str) and value in known,
        )
        return found or ("" if key in self.values else otherwise or "")

    def several(self, key: str, known: Collection[str]) -> list[str]:
        """Return codes, each known and there once."""
        expected = (
            "a list of codes of the country, provincies or arbeidsmarktregio's was expected, such "
            'as ["PV25"] or ["AM05", "AM06"]'
        )
        found = self._checked(
            key, True, expected, "regions", lambda value: isinstance(value, list) and value
        )
        for code in found or ():
            if not isinstance(code, str) or code not in known:
                self.refuse(key, code, expected, "regions")
        texts = [str(code) for code in found or ()]
        if len(set(texts)) < len(texts):
            self.refuse(key, ", ".join(texts), "each code once was expected", "twice")
        return texts

    def whole(self, key: str, *, least: int, needed: bool = True) -> str:
        """Return a whole number as text; empty when it is not there or refused."""
        found = self._checked(
            key,
            needed,
            f"a whole number from {least} to 999999999 was expected, without quotes and in digits "
            "alone (1200, not 1.200)",
            "whole",
            lambda value: type(value) is int and least <= value <= 999_999_999,
        )
        return "" if found is None else str(found)

    def date(self, key: str, *, needed: bool) -> tuple[str, str]:
        """Return a date and how precise it is; both empty when it is not known."""
        expected = 'a day, month or year was expected, such as "2024-03-01", "2024-03" or "2024"'
        found = self._checked(key, needed, expected, "date", _date)
        return _date(found) or ("", "")

    def table(self, key: str, *, needed: bool) -> Fields:
        """Return a table in this one, without values when it is not there."""
        expected = f"a table [{key}] was expected"
        found = self._checked(key, needed, expected, "table", lambda value: isinstance(value, dict))
        # What a table that is missing lacks was said already.
        problems = [] if found is None else self.problems
        return Fields(self.file, f"{self.place}{key}.", found or {}, problems)

    def tables(self, key: str) -> Iterator[Fields]:
        """Yield the tables of a list; each says itself which of its keys are not known."""
        found = self._checked(
            key,
            False,
            f"tables that each begin with [[{key}]] were expected",
            "table",
            lambda value: isinstance(value, list) and all(isinstance(one, dict) for one in value),
        )
        for number, item in enumerate(found or (), start=1):
            table = Fields(self.file, f"{self.place}{key} {number}, ", item, self.problems)
            yield table
            table.refuse_unknown()


def _date(value: Any) -> tuple[str, str] | None:
    """Return a date as text and how precise it is, if it is one."""
    text = value.isoformat() if type(value) is datetime.date else str(value)
    for precision, form in DATE_FORMS.items():
        if re.fullmatch(form, text):
            with contextlib.suppress(ValueError):
                day_of(text, first=False)
                day_of(text, first=True)
                return text, precision
    return None
