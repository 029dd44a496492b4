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
from words.spelling import clean, number, plain, visible

TIME = r"(?:[T ](?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})?)?"
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})" + TIME, re.ASCII)
DUTCH = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})" + TIME, re.ASCII)
DASH = re.compile(r"(?<=\d)[\u2012\u2013\u2212](?=\d)")
SLASHES = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}")
NUMERIC_DATE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?:[T ][0-9:.Z+-]{4,20})?")
SERIAL = re.compile(r"\d{5}")
CURRENCY = re.compile(r"^(?:€|eur|euro) ?(?=[^ ])|(?<=[^ ]) ?(?:€|eur|euro)$", re.IGNORECASE)
NO_CENTS = re.compile(",[-\u2013\u2014\u2212]{1,2}$")
AMOUNT = re.compile(
    "[0-9]{1,7}(?:[.,][0-9]{1,2})?|[0-9]{1,3}(?:[.][0-9]{3}){1,2},[0-9]{1,2}|[0-9](?:[.][0-9]{3}){2}"
)
AMBIGUOUS = re.compile("[0-9]{1,3}[.,][0-9]{3}")
LARGE = re.compile(r"[0-9]{1,12}(?:\.[0-9]*)?")
WHOLE = re.compile("[0-9]{1,4}")
LOOKED_UP = 300
SHORT_NUMBER = re.compile(r"[-\u2013\u2212]?(?:\d{1,5}|\d{1,3}(?:[.,]\d{3})?(?:[.,]\d{1,2})?)")


class Value(NamedTuple):
    """The canonical form of a cell, or the rule that it breaks with the part that breaks it."""

    text: str | None
    rule: str = ""
    part: str = ""


class Cell(NamedTuple):
    """What is known of a cell.

    Attributes:
        canonical: The value as it is kept, missing where empty or wrong.
        fault: The rule that a wrong value breaks, else empty; ``personal`` where it may be that.
        shown: What may be said of a wrong value: itself, its length, or the kind of personal data.
        reason: What may have been meant, in Dutch; behind the reason of the rule.
    """

    canonical: str | None = None
    fault: str = ""
    shown: str = ""
    reason: str = ""


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
        """Read the column: the parts of a ``Cell`` as text, and whether the cell is ``filled``."""
        numbers, uniques = pd.factorize(texts)
        found = [self._one(text) for text in uniques]
        cells = pd.DataFrame(found, columns=list(Cell._fields), dtype="str")
        cells["filled"] = [bool(clean(text)) for text in uniques]
        return cells.take(numbers).set_axis(texts.index)

    def _one(self, found: str) -> Cell:
        text = clean(found)
        if not text:
            return Cell()
        day = _moment(text)[0] if self.column.kind == "date" else None
        if day and day < self.first_day:
            return Cell(fault="personal", shown=personal.BIRTH)
        value = _read(self.column, text, self.vocabulary)
        if not value.rule:
            return Cell(value.text)
        near = self._near(value.part)
        kind, is_shown = self._judged(text, value.part, near)
        if kind:
            return Cell(fault="personal", shown=kind)
        shown = f"een onbekende waarde ({len(value.part)} tekens)"
        if is_shown:
            parts = [found, *re.split("[;,]", found)]
            shown = visible(next(one for one in parts if clean(one) == value.part).strip())
        return Cell(None, value.rule, shown, self._meant(near))

    def _near(self, text: str) -> list[str]:
        """Return the known texts that an unknown one resembles; looked up for the first ones."""
        self.looked_up += 1
        if not self.vocabulary or self.looked_up > LOOKED_UP:
            return []
        return self.vocabulary.nearest(text)

    def _meant(self, near: list[str]) -> str:
        """Return what an unknown value may be meant as, in Dutch."""
        if not self.vocabulary:
            return ""
        if self.column.kind == "funder":
            return f"Dat zijn: {'; '.join(self.vocabulary.labels) or 'geen'}."
        labels = self.vocabulary.labels_of(near)
        return f"Bedoelt u {' of '.join(labels)}?" if labels else ""

    def _judged(self, text: str, part: str, near: list[str]) -> tuple[str, bool]:
        """Return the kind of personal data that a wrong value may be, and whether it may be said.

        A word of the known text that it resembles is no name of a person.
        """
        if kind := personal.of_pattern(text) or personal.of_pattern(part):
            return kind, False
        if self.column.kind == "key":
            return personal.KEY, False
        if years := personal.years_in(text):
            is_birth = min(years) < self.first_day.year
            return personal.BIRTH if is_birth else "", bool(NUMERIC_DATE.fullmatch(part))
        own = {word for known in near for word in known.split()}
        if near and not any(personal.of_words(w) for w in plain(part).split() if w not in own):
            return "", True
        if self.column.kind == "funder" and self.vocabulary and self.vocabulary.says(part):
            return "", False
        kind = personal.of_words(part, may_be_place=self.column.kind == "region")
        return kind or "", bool(SHORT_NUMBER.fullmatch(part))


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
            is_whole = WHOLE.fullmatch(number(text))
            return Value(str(int(number(text)))) if is_whole else Value(None, "whole", text)
        case "codes":
            return _codes(text, vocabulary)
    code = vocabulary.code(text) if vocabulary else None
    return Value(code) if code is not None else Value(None, column.kind, text)


def day_of(text: str) -> datetime.date | None:
    """Return the day that a text writes as 2024-02-01 or 1-2-2024, if it does; 0:00 may follow."""
    day, time = _moment(clean(text))
    return None if time.strip("0:.") else day


def _moment(text: str) -> tuple[datetime.date | None, str]:
    """Return the day that a text writes, and the time behind it."""
    bare = DASH.sub("-", text)
    found = ISO.fullmatch(bare) or DUTCH.fullmatch(bare)
    if not found or not 1900 <= int(found["year"]) <= 2100:
        return None, ""
    try:
        day = datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None, ""
    return day, found["time"] or ""


def _date(text: str) -> Value:
    if day := day_of(text):
        return Value(day.isoformat())
    if _moment(text)[0]:
        return Value(None, "date_time", text)
    if SLASHES.fullmatch(text):
        return Value(None, "date_slashes", text)
    return Value(None, "date_number" if SERIAL.fullmatch(text) else "date", text)


def _bare(text: str) -> str:
    """Return an amount without what says that it is one: € 2500,- and EUR 2500 are 2500,00."""
    return number(NO_CENTS.sub(",00", CURRENCY.sub("", clean(text))))


def amount_of(text: str) -> Decimal | None:
    """Return the amount that a text writes as 2500, 2500,00, 2.500,00 or 2 500, if it does."""
    bare = _bare(text)
    if not AMOUNT.fullmatch(bare):  # 2.500 is none: it can be read in two ways
        return None
    return _decimal(bare)


def total_of(text: str) -> Decimal | None:
    """Return the total that a text writes; it may be larger than a single amount."""
    amount = amount_of(text)
    if amount is not None:
        return amount
    bare = _bare(text)
    if "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    return Decimal(bare) if LARGE.fullmatch(bare) else None


def _decimal(bare: str) -> Decimal:
    is_dutch = "," in bare or bare.count(".") > 1
    return Decimal(bare.replace(".", "").replace(",", ".") if is_dutch else bare)


def _money(text: str) -> Value:
    amount = amount_of(text)
    if amount is not None:
        return Value(f"{amount:.2f}")
    rule = "money_ambiguous" if AMBIGUOUS.fullmatch(_bare(text)) else "money"
    return Value(None, rule, text)


def _codes(text: str, vocabulary: Vocabulary | None) -> Value:
    found = set()
    for part in (part.strip() for part in re.split("[;,]", text)):
        code = vocabulary.code(part) if vocabulary and part else None
        if part and code is None:
            return Value(None, "code", part)
        if code:
            found.add(code)
    return Value(SEPARATOR.join(sorted(found)) or None)
