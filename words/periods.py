"""Days and periods in Dutch, never more precise than they were published."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
from babel.dates import format_date

from words.marks import is_missing

LOCALE = "nl_NL"
CODE = re.compile(r"(\d{4})(JJ|KW|MM|SJ)(\d\d)")
AGE = re.compile(r"\((\d+ jaar oud)\)")
MONTHS = {"JJ": 12, "KW": 3, "MM": 1}


def date(value: Any) -> str:
    """Return a full date, such as ``30 juli 2026``; missing gives ``niet vermeld``."""
    if is_missing(value):
        return "niet vermeld"
    day = pd.Timestamp(value).date()
    return str(format_date(day, "d MMMM y", locale=LOCALE))


def published_date(text: object, precision: object = None) -> str:
    """Return ``2016-02-01``, ``2016-02`` or ``2016`` no more precise than it was published."""
    if is_missing(text) or text == "" or precision == "unknown":
        return "datum onbekend"
    parts = [int(part) for part in str(text).split("-")]
    precision = precision or ("year", "month", "day")[len(parts) - 1]
    if precision == "year":
        return str(parts[0])
    day = datetime.date(parts[0], parts[1], parts[2] if precision == "day" else 1)
    pattern = "d MMMM y" if precision == "day" else "MMMM y"
    return str(format_date(day, pattern, locale=LOCALE))


def ended(code: str) -> datetime.date:
    """Return the last day of a period by its code, such as ``2026KW02``."""
    year, kind, number = CODE.fullmatch(code).groups()  # type: ignore[union-attr]
    if kind == "SJ":
        return datetime.date(int(year) + 1, 7, 31)
    months = 12 * int(year) + MONTHS[kind] * max(int(number), 1)
    return datetime.date(months // 12, months % 12 + 1, 1) - datetime.timedelta(days=1)


def aged(label: str, code: str, today: datetime.date | None = None) -> str:
    """Return the name of a period with its age behind it where it is older than a year."""
    years = age(ended(code), today or datetime.date.today())
    return f"{label} ({years})" if years else label


def period(row: pd.Series | Mapping[str, Any]) -> str:
    """Return from when to when a programme runs, as far as its sources say."""
    start = published_date(row["starts_on_text"], row["starts_on_precision"])
    end = published_date(row["ends_on_text"], row["ends_on_precision"])
    start = "begin onbekend" if start == "datum onbekend" else start
    end = "einde onbekend" if end == "datum onbekend" else end
    return f"{start} – {end}"


def age(ends_on: datetime.date, today: datetime.date) -> str:
    """Return how old a period is, such as ``5 jaar oud``; nothing when it ended within a year.

    Args:
        ends_on: Last day of the period.
        today: The day on which it is read.
    """
    years = today.year - ends_on.year - ((today.month, today.day) < (ends_on.month, ends_on.day))
    return f"{years} jaar oud" if years >= 1 else ""


def brief_period(label: str) -> str:
    """Return a period in little room: ``2e kw. 2026``."""
    return label.replace("kwartaal", "kw.")
