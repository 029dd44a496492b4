"""Values as people write them, in the form in which a delivery is kept."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from etl.deliveries import personal
from etl.deliveries.codes import Vocabulary
from etl.deliveries.format import SEPARATOR, Column

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
DUTCH = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
SLASHES = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}")
SERIAL = re.compile(r"\d{5}")
AMOUNT = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?|\d{1,3}(?:\.\d{3}){1,2},\d{1,2}|\d(?:\.\d{3}){2}")
AMBIGUOUS = re.compile(r"\d{1,3}[.,]\d{3}")
WHOLE = re.compile(r"\d{1,4}")


@dataclass(frozen=True)
class Value:
    """What a cell says.

    Attributes:
        text: The value in canonical form, or None where it is not one.
        rule: The rule that a value which is not one breaks, else empty.
        part: The part of the cell that breaks it.
    """

    text: str | None
    rule: str = ""
    part: str = ""


def read(column: Column, text: str, vocabulary: Vocabulary | None) -> Value:
    """Read one filled cell of a column.

    Args:
        column: The column.
        text: The cell, without spaces around it.
        vocabulary: What a coded column knows.
    """
    if column.kind == "key":
        return Value(text) if personal.is_pseudonym(text) else Value(None, "key", text)
    if column.kind == "date":
        return _date(text)
    if column.kind == "money":
        return _money(text)
    if column.kind == "whole":
        found = WHOLE.fullmatch(text)
        return Value(str(int(text))) if found else Value(None, "whole", text)
    if column.kind == "codes":
        return _codes(text, vocabulary)
    code = vocabulary.code(text) if vocabulary else None
    rule = column.kind if column.kind in ("region", "occupation", "sector", "funder") else "code"
    return Value(code) if code is not None else Value(None, rule, text)


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
