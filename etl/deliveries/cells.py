"""A delivered column in canonical form, with what is wrong in it and what may be said of that."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from etl.deliveries import personal, values
from etl.deliveries.codes import Vocabulary
from etl.deliveries.format import Column
from etl.deliveries.values import Value

LOOKED_UP = 300
SHORT_NUMBER = re.compile(r"-?(?:\d{1,5}|\d{1,3}(?:[.,]\d{3})?(?:[.,]\d{1,2})?)")

NUMERIC_DATE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")


@dataclass(frozen=True)
class Read:
    """One column of a delivered table.

    Attributes:
        canonical: The values as they are kept; None where empty or wrong.
        fault: The rule that a wrong value breaks, else empty; ``personal`` where it may be
            personal.
        shown: What may be said of a wrong value: itself, its length, or the kind of personal data.
    """

    canonical: pd.Series
    fault: pd.Series
    shown: pd.Series


class Reader:
    """Reads the cells of one column, each distinct text once."""

    def __init__(
        self, column: Column, vocabulary: Vocabulary | None, first_day: datetime.date
    ) -> None:
        """Keep what the column knows.

        Args:
            column: The column.
            vocabulary: What it knows, when it is coded.
            first_day: A date before this day may be a date of birth.
        """
        self.column = column
        self.vocabulary = vocabulary
        self.first_day = first_day
        self.looked_up = 0

    def read(self, texts: pd.Series) -> Read:
        """Read the column."""
        numbers, uniques = pd.factorize(texts)
        found = [self._one(text) for text in uniques]
        parts = zip(*found, strict=True) if found else ((), (), ())
        columns = [np.array([*part], dtype=object)[numbers] for part in parts]
        return Read(*(pd.Series(part, texts.index, dtype="str") for part in columns))

    def _one(self, text: str) -> tuple[str | None, str, str]:
        if not text:
            return None, "", ""
        value = values.read(self.column, text, self.vocabulary)
        if value.text is not None or not value.rule:
            if self.column.kind == "date" and self._may_be_birth(value.text or ""):
                return None, "personal", personal.BIRTH
            return value.text, "", ""
        kind, shown = self._judged(text, value)
        return (None, "personal", kind) if kind else (None, value.rule, shown)

    def _may_be_birth(self, text: str) -> bool:
        day = values.day_of(text)
        return day is not None and day < self.first_day

    def _judged(self, text: str, value: Value) -> tuple[str, str]:
        """Return the kind of personal data that a wrong value may be, or what may be said of it."""
        hidden = f"een onbekende waarde ({len(value.part)} tekens)"
        if kind := personal.of_pattern(text) or personal.of_pattern(value.part):
            return kind, ""
        if self.column.kind == "key":
            return personal.KEY, ""
        if years := personal.years_in(text):
            if min(years) < self.first_day.year:
                return personal.BIRTH, ""
            return "", value.part if NUMERIC_DATE.fullmatch(value.part) else hidden
        is_named = any(personal.of_words(word) for word in value.part.lower().split())
        if not is_named and self._is_slip(value.part):
            return "", value.part
        is_region = self.column.kind == "region"
        if kind := personal.of_words(value.part, may_be_place=is_region):
            return kind, ""
        return "", value.part if SHORT_NUMBER.fullmatch(value.part) else hidden

    def _is_slip(self, text: str) -> bool:
        """Return whether a text is a known one with a slip; looked up for the first ones only."""
        self.looked_up += 1
        if not self.vocabulary or self.looked_up > LOOKED_UP:
            return False
        return self.vocabulary.nearest(text) is not None
