"""A delivered column in canonical form, with what is wrong in it and what may be said of that."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from etl.deliveries.format import SEPARATOR, Column
from etl.deliveries.values import personal
from etl.deliveries.values.codes import Vocabulary

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
DUTCH = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
SLASHES = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}")
NUMERIC_DATE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
SERIAL = re.compile(r"\d{5}")
AMOUNT = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?|\d{1,3}(?:\.\d{3}){1,2},\d{1,2}|\d(?:\.\d{3}){2}")
AMBIGUOUS = re.compile(r"\d{1,3}[.,]\d{3}")
LARGE = re.compile(r"[0-9]{1,12}(?:\.[0-9]*)?")
WHOLE = re.compile(r"\d{1,4}")
LOOKED_UP = 300
SHORT_NUMBER = re.compile(r"-?(?:\d{1,5}|\d{1,3}(?:[.,]\d{3})?(?:[.,]\d{1,2})?)")


class Value(NamedTuple):
    """The canonical form of a cell, or the rule that it breaks with the part that breaks it."""

    text: str | None
    rule: str = ""
    part: str = ""


class Reader:
    """Reads the cells of one column, each distinct text once."""

    def __init__(
        self, column: Column, vocabulary: Vocabulary | None, first_day: datetime.date
    ) -> None:
        """Keep what the column knows; a date before the first day may be a date of birth."""
        self.column = column
        self.vocabulary = vocabulary
        self.first_day = first_day
        self.looked_up = 0

    def read(self, texts: pd.Series) -> pd.DataFrame:
        """Read the column.

        Returns:
            Per cell ``canonical``, the value as it is kept, missing where empty or wrong;
            ``fault``, the rule that a wrong value breaks, else empty, ``personal`` where it may be
            personal; ``shown``, what may be said of a wrong value: itself, its length, or the kind
            of personal data.
        """
        numbers, uniques = pd.factorize(texts)
        found = [self._one(text) for text in uniques]
        columns = ["canonical", "fault", "shown"]
        cells = pd.DataFrame(found, columns=columns, dtype="str").take(numbers)
        return cells.set_axis(texts.index)

    def _one(self, text: str) -> tuple[str | None, str, str]:
        if not text:
            return None, "", ""
        day = day_of(text) if self.column.kind == "date" else None
        if day and day < self.first_day:
            return None, "personal", personal.BIRTH
        value = _read(self.column, text, self.vocabulary)
        if not value.rule:
            return value.text, "", ""
        kind, shown = self._judged(text, value.part)
        return (None, "personal", kind) if kind else (None, value.rule, shown)

    def _judged(self, text: str, part: str) -> tuple[str, str]:
        """Return the kind of personal data that a wrong value may be, or what may be said of it."""
        hidden = f"een onbekende waarde ({len(part)} tekens)"
        if kind := personal.of_pattern(text) or personal.of_pattern(part):
            return kind, ""
        if self.column.kind == "key":
            return personal.KEY, ""
        if years := personal.years_in(text):
            if min(years) < self.first_day.year:
                return personal.BIRTH, ""
            return "", part if NUMERIC_DATE.fullmatch(part) else hidden
        if not any(map(personal.of_words, part.lower().split())) and self._is_slip(part):
            return "", part
        is_region = self.column.kind == "region"
        if kind := personal.of_words(part, may_be_place=is_region):
            return kind, ""
        return "", part if SHORT_NUMBER.fullmatch(part) else hidden

    def _is_slip(self, text: str) -> bool:
        """Return whether a text is a known one with a slip; looked up for the first ones only."""
        self.looked_up += 1
        if not self.vocabulary or self.looked_up > LOOKED_UP:
            return False
        return self.vocabulary.nearest(text) is not None


def _read(column: Column, text: str, vocabulary: Vocabulary | None) -> Value:
    """Read one filled cell of a column, without spaces around it."""
    match column.kind:
        case "key":
            return Value(text) if personal.is_pseudonym(text) else Value(None, "key", text)
        case "date":
            return _date(text)
        case "money":
            return _money(text)
        case "whole":
            is_whole = WHOLE.fullmatch(text)
            return Value(str(int(text))) if is_whole else Value(None, "whole", text)
        case "codes":
            return _codes(text, vocabulary)
    code = vocabulary.code(text) if vocabulary else None
    return Value(code) if code is not None else Value(None, column.kind, text)


def day_of(text: str) -> datetime.date | None:
    """Return the day that a text writes as 2024-02-01 or 1-2-2024, if it does."""
    if found := ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := DUTCH.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return datetime.date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _date(text: str) -> Value:
    if day := day_of(text):
        return Value(day.isoformat())
    if SLASHES.fullmatch(text):
        return Value(None, "date_slashes", text)
    return Value(None, "date_number" if SERIAL.fullmatch(text) else "date", text)


def amount_of(text: str) -> Decimal | None:
    """Return the amount that a text writes as 2500, 2500,00 or 2.500,00, if it does."""
    bare = text.removeprefix("€").strip().removesuffix(",-")
    if not AMOUNT.fullmatch(bare):  # 2.500 is none: it can be read in two ways
        return None
    if "," in bare or bare.count(".") > 1:
        bare = bare.replace(".", "").replace(",", ".")
    return Decimal(bare)


def total_of(text: str) -> Decimal | None:
    """Return the total that a text writes; it may be larger than a single amount."""
    amount = amount_of(text)
    if amount is not None:
        return amount
    bare = text.removeprefix("€").strip()
    if "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    return Decimal(bare) if LARGE.fullmatch(bare) else None


def _money(text: str) -> Value:
    amount = amount_of(text)
    if amount is not None:
        return Value(f"{amount:.2f}")
    is_ambiguous = AMBIGUOUS.fullmatch(text.removeprefix("€").strip())
    return Value(None, "money_ambiguous" if is_ambiguous else "money", text)


def _codes(text: str, vocabulary: Vocabulary | None) -> Value:
    found = set()
    for part in (part.strip() for part in re.split("[;,]", text)):
        code = vocabulary.code(part) if vocabulary and part else None
        if part and code is None:
            return Value(None, "code", part)
        if code:
            found.add(code)
    return Value(SEPARATOR.join(sorted(found)) or None)
