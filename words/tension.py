"""The tension of an occupation in Dutch words: a figure, a range, or why there is none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

import words as nl
from words.reference import codes

SETS = codes("occupation_set")
CRAFTS = next(iter(SETS))
NO_JOBSEEKERS = "geen werkzoekenden"
NEITHER = "geen vacatures en geen werkzoekenden"
UNKNOWN = "onbekend"
SAME = "binnen afronding"
UNKNOWABLE = "niet vast te stellen"
NO_CHANGE = {"same": SAME, "uncertain": UNKNOWABLE, "unknown": UNKNOWN}
DECIMALS = 2
RATIO = ("tension_ratio", "tension_low", "tension_high", "sign")


def ratio(figure: Any, low: Any, high: Any, sign: object) -> str:
    """Return vacancies per jobseeker: ``2,5``, ``circa 2,5 (2,1–2,9)`` or ``geheim``.

    The figure is the middle of its range; ``low`` is missing when nothing is known, ``high``
    infinite when there may be no jobseekers; the sign says why it is not exact.
    """
    if nl.is_missing(low):
        if sign == "not_applicable":
            return NEITHER
        return nl.SIGNS[str(sign)] if sign in ("secret", "missing") else UNKNOWN
    if math.isinf(low):
        return NO_JOBSEEKERS
    if sign != "below_ten":
        return nl.number(figure, decimals=DECIMALS)
    if nl.is_missing(high) or math.isinf(high):
        return f"ten minste {nl.number(low, decimals=DECIMALS)}" if low > 0 else UNKNOWN
    ends = [nl.number(end, decimals=DECIMALS) for end in (low, high)]
    middle = nl.number(figure, decimals=DECIMALS)
    return middle if ends[0] == ends[1] else f"circa {middle} ({ends[0]}–{ends[1]})"


def ratios(frame: pd.DataFrame, columns: Sequence[str] = RATIO) -> list[str]:
    """Return the tension of each row in words; see ``ratio`` for the columns."""
    return [ratio(*values) for values in frame[list(columns)].itertuples(index=False)]


def count(low: Any, high: Any, sign: object) -> str:
    """Return a count of vacancies or persons: ``1.070``, ``minder dan 10``, ``120–138``.

    The sign says why it is not exact or not known, such as ``below_ten`` (0 to 9).
    """
    if nl.is_missing(low):
        return nl.SIGNS[str(sign)] if isinstance(sign, str) else UNKNOWN
    if low == high:
        return nl.number(low)
    if low == 0 and sign == "below_ten":
        return nl.SIGNS["below_ten"]
    return f"{nl.number(low)}–{nl.number(high)}"


def change(row: pd.Series) -> str:
    """Return a change: ``+0,4``, ``binnen afronding``, ``niet vast te stellen`` or ``onbekend``."""
    direction = row["direction"]
    if direction in NO_CHANGE:
        return NO_CHANGE[direction]
    word = {"rising": "gestegen", "falling": "gedaald"}[direction]
    if nl.is_missing(row["change_ratio"]):
        return f"{word}, geen getal"
    if round(abs(float(row["change_ratio"])), DECIMALS) == 0:
        return f"{word}, minder dan 0,01"
    return nl.number(row["change_ratio"], signed=True, decimals=DECIMALS)


def spoken(row: pd.Series) -> str:
    """Return the figure of a row of ``regios/latest`` within a sentence."""
    text = ratio(row["figure"], row["figure_low"], row["figure_high"], row["sign"])
    if text == NO_JOBSEEKERS:
        return "er staan vacatures open, maar niemand heeft kortdurende WW"
    word = "vacature" if text in ("1,00", "circa 1,00") else "vacatures"
    return f"{text} {word} per persoon met kortdurende WW"


def why_no_class(row: pd.Series) -> str:
    """Return why the class of a row is not known, within a sentence."""
    if row["sign"] == "not_applicable":
        return "er zijn geen vacatures en geen personen met kortdurende WW"
    if row["sign"] == "below_ten":
        text = ratio(row["figure"], row["figure_low"], row["figure_high"], row["sign"])
        known = "" if text == UNKNOWN else f"; de spanning is {text}"
        return f"te weinig vacatures of personen (minder dan 10) om de klasse te bepalen{known}"
    if row["sign"] == "secret":
        return "het cijfer is geheim"
    if nl.is_missing(row["expected_groups"]):
        return "er is geen cijfer gepubliceerd"
    groups, expected = nl.number(row["groups"]), nl.number(row["expected_groups"])
    if groups == expected:
        return "niet van elke beroepsgroep is een cijfer gepubliceerd"
    return (
        f"er zijn cijfers van {groups} van de {expected} beroepsgroepen, te weinig voor een totaal"
    )


def tightest(row: pd.Series) -> str:
    """Return the title of the rows of ``regios/tight_occupations``, with how many are known."""
    among = f"{nl.number(row['groups'])} van {nl.number(row['expected_groups'])} groepen"
    return (
        f"Krapste beroepen, {row['set_label'].lower()} ({among}), {row['region_name']}, "
        f"{row['quarter_label']}"
    )
