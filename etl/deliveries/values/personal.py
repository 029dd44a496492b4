"""Recognising what points at a person, so that a file which holds it is refused as a whole.

A value that is valid in its column is no concern of this module. What is not valid is looked at
here; the caller gets the kind of data, never the value.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from stdnum.nl import bsn

from words.spelling import clean, folded, plain

EMAIL, PHONE, BSN = "een e-mailadres", "een telefoonnummer", "een burgerservicenummer"
IBAN, POSTCODE, ADDRESS = "een rekeningnummer", "een postcode", "een adres"
BIRTH, NAME = "een geboortedatum", "een naam"
KEY = "geen sleutel zonder betekenis"

_UUID = re.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.I)
_HASH = re.compile("(?=.*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})", re.I)
_KEY = re.compile("(?=.*[0-9])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_LONG_RUN = re.compile("[A-Za-z]{4}|[0-9]{8}")
_WORD_KEY = re.compile(
    "(?:deelname|deelnemer|client|klant|persoon|voucher|vacature|werkgever|bedrijf|traject|dossier)"
    "(?=[-_0-9])",
    re.I,
)
_KEY_DATE = re.compile(r"(?:19|20)\d\d[-_]?\d{1,2}[-_]\d{1,2}|\d{1,2}[-_]\d{1,2}[-_](?:19|20)\d\d")
_KEY_POSTCODE = re.compile("[1-9][0-9]{3}[A-Za-z]{2}(?:[-_]?[0-9]{1,5}[A-Za-z]?)?")
_PHONE = re.compile(r"(?<!\d)(?:\+|0)[\d\s().\-/]{8,18}\d(?!\d)")
_NUMBER = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){7,8}(?!\d)(?![ .\-]\d)")
_RUN = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
_IBAN = re.compile("[A-Z]{2}[0-9]{2}[A-Z]{4}[0-9]{7,10}|[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_POSTCODE = re.compile("(?<![A-Za-z0-9])[1-9][0-9]{3} ?[A-Za-z]{2}(?![A-Za-z0-9])")
_ADDRESS = re.compile(r"[^\W\d_][^\d]{3,}\s\d{1,5}[-\s]?[^\W_]{0,4}")
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d"
    r"|(?:19|20)\d\d([-/. ])\d{1,2}\1\d{1,2})(?!\d)"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_WRITTEN_DATE = re.compile(
    r"\d{1,2}[\s-]*(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?[\s-]*"
    r"(?:19|20)\d\d",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(
    ("van", "de", "der", "den", "het", "t", "ten", "ter", "te", "el", "al", "ben", "bin", "von")
    + ("la", "le", "du", "da", "di", "dos", "op", "in", "en")
)
_NO_PERSON = frozenset(
    ("provincie", "prov", "gemeente", "regio", "stichting", "ministerie", "fonds")
    + ("vereniging", "bv")
    + ("anders", "overig", "overige", "geen", "nvt", "onbekend", "bijstand", "uitkering", "wajong")
    + ("wachtlijst", "nieuw", "gestopt", "gestart", "afgerond", "lopend", "totaal", "ja", "nee")
    + ("waar", "true", "false", "student", "werkend", "werkzoekend", "loondienst", "ww", "wia")
)
_LONGEST_ABBREVIATION = 4
HEADINGS = {
    BIRTH: ("geboorte", "geboren", "birth", "gebdat"),
    BSN: ("bsn", "burgerservice", "sofi"),
    EMAIL: ("mail",),
    PHONE: ("telefoon", "mobiel", "phone", "tel.", "telnr"),
    IBAN: ("iban", "rekening"),
    POSTCODE: ("postcode", "zipcode"),
    ADDRESS: ("adres", "address", "straat", "huisnummer", "huisnr"),
    NAME: ("initial", "voorletter", "tussenvoegsel", "naam", "name"),
}


def of_heading(text: str) -> str | None:
    """Return the kind of personal data that an unknown heading announces or is."""
    text = clean(text)
    bare = re.sub("[ _-]", "", folded(text))
    announced = next(
        (kind for kind, words in HEADINGS.items() if any(word in bare for word in words)), None
    )
    dated = BIRTH if years_in(text) else None
    return announced or of_pattern(text) or dated or of_words(text, may_be_place=True)


def is_pseudonym(text: str) -> bool:
    """Return whether a text can be a key without meaning.

    That is a UUID, a hash, or letters (three in a row at most) and digits (seven at most), with at
    least one digit, no date, no postcode and no first name in it.
    """
    if _UUID.fullmatch(text) or _HASH.fullmatch(text):
        return True
    if len(text) > 40 or not text.isascii() or not _KEY.fullmatch(text):
        return False
    rest = _WORD_KEY.sub("", text, 1) if _WORD_KEY.match(text) else text
    digits = text.replace("-", "").replace("_", "")
    return not (
        _LONG_RUN.search(rest)
        or (digits.isdigit() and 8 <= len(digits) <= 15)
        or _KEY_DATE.search(text)
        or _KEY_POSTCODE.fullmatch(text)
        or any(word in names() for word in _WORDS.findall(rest.casefold().replace("_", " ")))
    )


def of_pattern(text: str) -> str | None:
    """Return the kind of personal data that the form of an invalid value shows."""
    compact = re.sub(r"[\s.\-]", "", text.upper())
    if "@" in text or re.search(r"\(at\)|\[at\]", text, re.I):
        return EMAIL
    if _IBAN.fullmatch(compact) or any(_IBAN.fullmatch(w) for w in text.upper().split()):
        return IBAN
    if is_phone(text):
        return PHONE
    undated = _DATE.sub("|", text)
    if any(is_bsn_like(n[0]) for form in (_NUMBER, _RUN) for n in form.finditer(undated)):
        return BSN
    return POSTCODE if _POSTCODE.search(text) else None


def is_phone(text: str) -> bool:
    """Return whether a Dutch or international telephone number stands in a text."""
    for found in _PHONE.finditer(_DATE.sub("|", text)):
        digits = re.sub(r"\D", "", found[0])
        if found[0].startswith(("+", "00")) and 9 <= len(digits) <= 15:
            return True
        if len(digits) == 10:
            return True
    return False


def is_bsn_like(text: str) -> bool:
    """Return whether eight or nine digits may be a burgerservicenummer.

    Nine digits always may; eight also when they pass its test, or cannot be a day as 20240201.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) == 8 and _DAY.fullmatch(digits):
        return bool(bsn.is_valid(digits))
    return len(digits) in (8, 9)


def of_words(text: str, *, may_be_place: bool = False) -> str | None:
    """Return whether an unknown text may be a name or an address.

    One word with a capital may also be a place, where that is so.
    """
    words = _WORDS.findall(text)
    if any(plain(word) in names() for word in words):
        return NAME
    if any(plain(word) in _NO_PERSON for word in words):
        return None
    if _ADDRESS.fullmatch(text.strip()):
        return ADDRESS
    bare = [word for word in words if word.casefold() not in _PARTICLES]
    if not bare or re.search(r"\d", text) or not all(word[0].isupper() for word in bare):
        return None
    is_short = text.isupper() and len(text) <= _LONGEST_ABBREVIATION
    is_place = may_be_place and len(bare) == 1
    return None if is_short or is_place else NAME


def years_in(text: str) -> list[int]:
    """Return the years of the dates that stand in a text."""
    dates = [found[0] for form in (_DATE, _WRITTEN_DATE) for found in form.finditer(text)]
    return [int(year) for date in dates for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", date)]


@functools.cache
def names() -> frozenset[str]:
    """Return common Dutch first names and surnames, in plain text."""
    return frozenset(Path(__file__).with_name("names.txt").read_text("utf-8").split())
