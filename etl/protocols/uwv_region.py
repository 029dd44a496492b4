"""The region that the name of a sheet, or a title above a table, says its figures are of."""

from __future__ import annotations

import re
from functools import cache

from words import reference
from words.spelling import plain

TOTALS = ("totaal", "totaal nederland", "nederland totaal")
_MAKER = re.compile(r"\b(bron|bewerk\w*|gemaakt|contact|auteur|copyright|namens)\b")
_OTHER_KIND = re.compile(r"\b(provincie|gemeente|landsdeel) \w+")


def region_in(text: str) -> str:
    """Return the one region that a text names, as it is called; nothing for none or several.

    A name within a longer one does not count, nor does a province of the same name.
    """
    words = f" {_OTHER_KIND.sub(' ', plain(text))} "
    found = [said for said in _names() if f" {said} " in words]
    whole = [said for said in found if not any(said in other != said for other in found)]
    regions = [_names()[said] for said in whole]
    return regions[0][1] if len({code for code, _ in regions}) == 1 else ""


def region_of_title(text: str) -> str:
    """Return the region of a title; nothing for a line that says who made the table."""
    return "" if _MAKER.search(plain(text)) else region_in(text)


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Return code and name of each region by its spellings, the present one first."""
    names: dict[str, tuple[str, str]] = {said: (said, said) for said in TOTALS}
    for row in reference("region_name"):
        if row["kind"] in ("arbeidsmarktregio", "land") and row["region_code"] != "AM99":
            for said in (row["name"], row["region_code"]):
                names.setdefault(plain(said), (row["region_code"], row["name"]))
    return names
