"""Cells outside the tables: they are not read, but a person must not stand there either."""

from __future__ import annotations

import datetime

from etl.deliveries import controls, guide, headings, personal, values
from etl.deliveries.findings import Finding
from etl.deliveries.findings import personal as personal_finding
from etl.deliveries.format import SUM_LABELS, plain
from etl.protocols.xlsx import Sheet

SHOWN = 20
LONGEST_NAME = 6
OLDEST = 20


def personal_in(sheet: Sheet, place: str, *, may_be_total: bool = False) -> list[Finding]:
    """Return the first cells of a sheet that hold something personal.

    Args:
        sheet: The sheet.
        place: What to call it.
        may_be_total: Whether a large number right of a known label is a control total.
    """
    found: list[Finding] = []
    kind_of: dict[str, str | None] = {}
    for line, cells in sheet.rows:
        for at, cell in enumerate(cells):
            text = cell.strip()
            if may_be_total and at == 1 and _is_total(cells):
                continue
            if text not in kind_of:
                kind_of[text] = _kind(text)
            if (kind := kind_of[text]) and len(found) < SHOWN:
                found.append(personal_finding(kind, place, line, headings.letter(at)))
    return found


def _is_total(cells: list[str]) -> bool:
    is_label = plain(cells[0]) in {plain(label) for label in SUM_LABELS.values()}
    return is_label and controls.number_of(cells[1].strip()) is not None


def _kind(text: str) -> str | None:
    if not text or plain(text) in guide.texts():
        return None
    if values.amount_of(text) is not None:
        return None
    if years := personal.years_in(text):
        return personal.BIRTH if min(years) < datetime.date.today().year - OLDEST else None
    is_short = len(text.split()) <= LONGEST_NAME
    return personal.of_pattern(text) or (personal.of_words(text) if is_short else None)
