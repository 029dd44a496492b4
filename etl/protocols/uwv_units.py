"""Units that stand with figures of UWV: in a row under the header, a name, a title or a remark."""

from __future__ import annotations

import re

from etl.errors import Problem
from etl.protocols.uwv_layout import KEYS, Layout, problem
from etl.protocols.xlsx import Sheet
from words.spelling import clean, folded

_ZEROS = r"1(?:0{2,}|0{0,2}[.,'’ ]000)(?:[.,'’ ]000)*(?!\d)"
_WORDS = r"(?:duizend|miljoen)\w*"
_MULTIPLE = rf"(?<!\w)(?:(?:[x×] ?|\*|per ){_ZEROS}|(?:[x×] ?|in |maal ){_WORDS})"
_PERCENT = r"%|\bprocent\b|\bpercentage\b"
_ANYWHERE = re.compile(_MULTIPLE)
_OF_A_COLUMN = re.compile(rf"{_MULTIPLE}|\b{_WORDS}|{_PERCENT}")
_COUNTED = r"(?:personen|vacatures|(?:ww[- ]?)?uitkeringen)"
_UNIT = re.compile(
    rf"(?:aantal(?:len)?|abs(?:oluut)?\.?|n|#|x 1|getal|eenhe(?:id|den):?|naam|code|tekst|klasse"
    rf"|typering|categorie|ratio|verhouding|factor|quotient|indicator|{_MULTIPLE}|{_WORDS}|{_PERCENT})"
    rf"(?: ?(?:van )?{_COUNTED})?|{_COUNTED}"
)
_BRACKETS = "()[] "
_OF_A_KEY = {"", "naam", "code", "tekst", "eenheid", "eenheid:", "eenheden", "eenheden:"}


def are_units(cells: list[str], layout: Layout) -> bool:
    """Return whether a row gives the units of the columns: it has those, and no key."""
    keys = [at for at, field in layout.used.items() if field in KEYS and at < len(cells)]
    if any(cells[at].strip(_BRACKETS).casefold() not in _OF_A_KEY for at in keys):
        return False
    units = [text for cell in cells if (text := folded(cell).strip(_BRACKETS))]
    return bool(units) and all(map(_UNIT.fullmatch, units))


def problems(name: str, sheet: Sheet, layout: Layout) -> list[Problem]:
    """Return where a sheet says that its figures are in thousands or per cent.

    Such figures are rounded, so multiplied they would say more than was published.
    """
    found = []
    for line, cells in sheet.rows:
        is_of_columns = line == layout.header_row or are_units(cells, layout)
        for at, cell in enumerate(cells):
            if is_of_columns and layout.used.get(at, KEYS[0]) in KEYS:
                continue
            if (_OF_A_COLUMN if is_of_columns else _ANYWHERE).search(cell.casefold()):
                reason = (
                    f"{clean(cell)[:80]!r} says that the figures are not in units; whole numbers "
                    "of vacancies and persons, and their ratio, were expected"
                )
                column = layout.header[at] if is_of_columns else None
                found.append(problem(name, sheet, reason, line, column))
    return found
