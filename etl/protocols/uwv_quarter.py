"""A quarter as people write it: in a cell, the name of a sheet, a title, the header of a column.

A cell of a column of quarters passes verbatim; ``etl/sources/uwv_tension.sql`` reads it with the
same ``only_quarter``, as its function ``quarter_of``.
"""

from __future__ import annotations

import re

from words.spelling import clean

_ORDINALS = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4"}
_LAST_DAYS = {"31-3": 1, "30-6": 2, "30-9": 3, "31-12": 4}
_MONTHS = {"maart": 3, "mrt": 3, "juni": 6, "jun": 6, "september": 9, "sep": 9, "sept": 9}
_MONTHS |= {"december": 12, "dec": 12}
_BEGIN, _END, _JOIN = r"(?<![^\W_])", r"(?![^\W_])", r"[\s_\-–/.,'’‘()]*"
_YEAR = r"(?:19|20)\d\d"
_WORD = r"(?:kwartaal|kwart|kw|q|k)"
_NUMBER = rf"(?:[1-4]|{'|'.join(_ORDINALS)})"
_STATE = r"(?: \(?(?:v|voorlopige?|definitieve?)(?: cijfers)?\b\)?)?"
_NAMED = rf"(?:{_WORD}{_JOIN}0?[1-4]|{_NUMBER}{_JOIN}(?:e|de|ste)?{_JOIN}{_WORD})"
_MIDNIGHT = r"[t ]0?0:00(?::00(?:\.0+)?)?(?:z|[+-]\d\d:?\d\d)?"
_DAY = (
    rf"(?:(?:{_YEAR}-(?:0?[369]|12)-3[01]|(?:0?[369]|12)/3[01]/{_YEAR}"
    rf"|3[01][-/. ](?:0?[369]|12|{'|'.join(_MONTHS)})[-/. ]{_YEAR})(?:{_MIDNIGHT})?)"
)
_QUARTER = re.compile(
    rf"{_BEGIN}(?:(?P<day>{_DAY})"
    rf"|{_YEAR}{_JOIN}{_NAMED}|{_NAMED}{_JOIN}(?:van )?{_YEAR}){_END}\*{{0,2}}{_STATE}",
    re.IGNORECASE,
)
# Where a year of two digits cannot be anything else: close to the quarter, behind an apostrophe, or
# at the end of the text.
_SHORT = re.compile(
    rf"(?:(?:^\W*|{_BEGIN}['’‘])(?P<a>\d\d){_JOIN}|{_BEGIN}(?P<b>\d\d)[-_/.]?)(?!(?<=\d)\d)"
    rf"(?P<of_a>{_NAMED}){_END}"
    rf"|{_BEGIN}(?P<of_b>{_NAMED})(?:{_JOIN}(?:van )?['’‘]|[-_/.]|(?<=[a-z])"
    rf"|{_JOIN}(?:van )?(?=\d\d\*{{0,2}}{_STATE}\W*$))(?<!\d)(?P<c>\d\d){_END}",
    re.IGNORECASE,
)
_ANOTHER = re.compile(rf"{_BEGIN}{_NAMED}{_END}|t/m|tot en met|vanaf|sinds", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"publi[ck]|bijgewerkt|verschenen|verschijn|versie|update|gemaakt|download", re.IGNORECASE
)
_AT = re.compile(r"peil|stand|ultimo|einde?\b|\bper\b", re.IGNORECASE)


def quarter_in(text: str) -> tuple[str, str]:
    """Return the one quarter that a text names, as 2025KW04, and the text without it.

    Of a text that names no quarter, several or a range, the quarter is empty.
    """
    text = clean(text)
    is_short = not re.search(_YEAR, text)
    said = _SHORT.sub(_in_full, text) if is_short else text
    found = {_code(match) for match in _QUARTER.finditer(said)}
    rest = _QUARTER.sub(" ", said)
    is_doubtful = _ANOTHER.search(rest) or (is_short and re.search(r"\b\d\d\b", rest))
    if len(found) != 1 or "" in found or is_doubtful:
        return "", text
    return found.pop(), " ".join(rest.split())


def only_quarter(text: str) -> str:
    """Return the quarter of a text that holds nothing else, as 2025KW04; else nothing."""
    quarter, rest = quarter_in(text)
    return "" if re.search(r"[^\W_]", rest) else quarter


def quarter_of_title(text: str) -> str:
    """Return the quarter that a title says its figures are of; else nothing.

    A day counts only when the title says that the figures are of that day, and a quarter of
    publication does not count.
    """
    quarter, rest = quarter_in(text)
    is_day = any(match["day"] for match in _QUARTER.finditer(text))
    return "" if _PUBLISHED.search(rest) or (is_day and rest and not _AT.search(rest)) else quarter


def is_of_two_digits(text: str) -> bool:
    """Return whether a text names a quarter of a year of two digits, as 25Q4 does."""
    return not re.search(_YEAR, text) and bool(only_quarter(text))


def _in_full(match: re.Match[str]) -> str:
    year = match["a"] or match["b"] or match["c"]
    return f"20{year} {match['of_a'] or match['of_b']}"


def _code(match: re.Match[str]) -> str:
    """Return the code of a quarter that was found; nothing for a day that ends no quarter."""
    text = (match["day"] or match[0]).casefold()
    [year] = re.findall(_YEAR, text)
    if not match["day"]:
        said = text.replace(year, " ", 1)
        number = next((n for word, n in _ORDINALS.items() if word in said), None)
        return f"{year}KW0{number or re.findall('[1-4]', said)[0]}"
    text = re.sub(f"{_MIDNIGHT}$", "", text).replace(year, " ", 1)
    parts = [str(_MONTHS.get(part, part)).lstrip("0") for part in re.findall(r"[^\W_]+", text)]
    day, month = sorted(parts, key=lambda part: part not in ("30", "31"))
    ended = _LAST_DAYS.get(f"{day}-{month}")
    return f"{year}KW0{ended}" if ended else ""
