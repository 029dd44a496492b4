"""How numbers, days, columns and marks are written in Dutch; imports nothing of the monitor.

``words.spelling`` is the other way: what a text of somebody else says.
"""

from words.labels import described, heading
from words.letters import letters
from words.marks import MISSING, PRECISION, SIGNS, STATUSES, is_missing
from words.numbers import (
    cell,
    euro,
    euro_short,
    figure,
    is_number,
    number,
    part_of,
    percentage,
    rate,
)
from words.periods import LOCALE, age, aged, brief_period, date, ended, period, published_date
from words.reference import codes, reference

__all__ = [
    "LOCALE",
    "MISSING",
    "PRECISION",
    "SIGNS",
    "STATUSES",
    "age",
    "aged",
    "brief_period",
    "cell",
    "codes",
    "date",
    "described",
    "ended",
    "euro",
    "euro_short",
    "figure",
    "heading",
    "is_missing",
    "is_number",
    "letters",
    "number",
    "part_of",
    "percentage",
    "period",
    "published_date",
    "rate",
    "reference",
]
