"""A text as its reader sees it, whatever program wrote it: its characters, its names, its numbers.

The macros ``clean`` and ``plain`` of ``etl/macros.sql`` say the same in SQL.
"""

from __future__ import annotations

import functools
import re
import unicodedata

# Nobody sees these either, though Unicode does not call them format characters.
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
HYPHENS = "\u2010\u2011\ufe63\uff0d"
PUNCTUATION = ("Pd", "Pc", "Ps", "Pe", "Pi", "Pf")
SEPARATORS = "'\"`\u00b4\u02bb\u02bc\u2032,/;:\\"
SHORTENED = re.compile("[.](?=[^0-9])")
MINUS = re.compile("^[\u2012\u2013\u2212] ?(?=[0-9])")
THOUSANDS = re.compile("-?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?")


def clean(text: str) -> str:
    """Return a text without what nobody sees, with plain single spaces and plain hyphens."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join("".join(map(_character, text)).split())


def visible(text: str) -> str:
    """Return a text in which an odd space or hyphen, or what nobody sees, shows: <U+00AD>."""
    return "".join(one if _character(one) == one else f"<U+{ord(one):04X}>" for one in text)


def folded(text: str) -> str:
    """Return a clean text without case and accents."""
    return "".join(map(_letter, "".join(map(_letter, clean(text))).casefold()))


def plain(text: str) -> str:
    """Return a name as words, to compare by: no case, accents, hyphens, quotes or brackets.

    A full stop in a name shortens a word; at its end it is no part of a name.
    """
    return " ".join("".join(map(_in_name, SHORTENED.sub("", folded(text)))).split())


def spellings(name: str) -> set[str]:
    """Return a name as words and in one word, for a separator is easily lost."""
    return {plain(name), plain(name).replace(" ", "")}


def number(text: str) -> str:
    """Return a text as a number is written: a plain minus, and no spaces between thousands."""
    found = MINUS.sub("-", clean(text))
    return found.replace(" ", "") if THOUSANDS.fullmatch(found) else found


@functools.cache
def _character(one: str) -> str:
    category = unicodedata.category(one)
    if category == "Cf" or UNSEEN.match(one):
        return ""
    if category[0] == "Z" or one.isspace():
        return " "
    return "-" if one in HYPHENS else one


@functools.cache
def _letter(one: str) -> str:
    """Return a letter without accents; a raised digit is a note and becomes no digit."""
    if unicodedata.category(one) == "No":
        return one
    parts = unicodedata.normalize("NFKD", one)
    return "".join(part for part in parts if not unicodedata.combining(part))


@functools.cache
def _in_name(one: str) -> str:
    if one == "&":
        return " en "
    is_separator = unicodedata.category(one) in PUNCTUATION or one in SEPARATORS
    return " " if is_separator else one
