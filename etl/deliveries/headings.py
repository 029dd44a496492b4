"""What stands around the rows of a table: headings, and cells that are not read.

A person must not stand there either.
"""

from __future__ import annotations

import datetime
import difflib
from collections import Counter
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name as letter

from etl.deliveries import template, values
from etl.deliveries.findings import Finding, finding, personal_finding
from etl.deliveries.format import SUM_LABELS, Table, tables
from etl.deliveries.messages import REASONS
from etl.deliveries.values import personal
from etl.protocols.xlsx import Sheet
from words.spelling import clean, plain

CLOSE = 0.8
SHOWN = 20
LONGEST_NAME = 6
OLDEST = 20


@dataclass
class Headings:
    """What the first row of a table says.

    Attributes:
        table: The table.
        places: The technical name of each column by its place (0-based).
        empty: Places without a heading.
        findings: What does not belong there.
        notes: What a bureau should know.
    """

    table: Table
    places: dict[int, str] = field(default_factory=dict)
    empty: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def named(self, place: int) -> str:
        """Return the Dutch heading of a column, or its letter."""
        name = self.places.get(place)
        return self.table.by_name[name].label if name else letter(place)


def table_of(cells: list[str]) -> Table | None:
    """Return the table whose headings stand in a row, if two or more do."""
    names = {plain(cell) for cell in cells}
    best = max(tables().values(), key=lambda table: len(names & table.headings.keys()))
    return best if len(names & best.headings.keys()) > 1 else None


def table_called(name: str) -> Table | None:
    """Return the table that a sheet is named after."""
    for table in tables().values():
        if plain(name).removesuffix("s") in (plain(table.label), plain(table.name)):
            return table
    return None


def read(table: Table, cells: list[str], line: int) -> Headings:
    """Read the row of headings of a table."""
    heads = Headings(table)
    for place, cell in enumerate(cells):
        if column := table.headings.get(plain(cell)):
            heads.places[place] = column.name
        elif not clean(cell):
            heads.empty.append(place)
        else:
            heads.findings.append(_unknown(table, cell, place, line))
    counts = Counter(heads.places.values())
    for column in table.columns:
        if counts[column.name] > 1:
            heads.findings.append(finding("column_twice", table.label, line, column.label))
        elif column.name not in counts and column.required:
            heads.findings.append(finding("column_missing", table.label, line, column.label))
        elif column.name not in counts:
            heads.notes.append(f"{table.label}: kolom {column.label} ontbreekt en telt als leeg.")
    return heads


def _unknown(table: Table, cell: str, place: int, line: int) -> Finding:
    """Return the refusal of an unknown heading, which is never repeated: it can hold anything."""
    near = difflib.get_close_matches(plain(cell[:80]), table.headings, 1, CLOSE)
    if kind := personal.of_pattern(cell) if near else personal.of_heading(cell):
        return personal_finding(kind, table.label, line, letter(place))
    reason = REASONS["unknown_column"]
    if near:
        reason += f" Bedoeld is misschien: {table.headings[near[0]].label}."
    return finding("unknown_column", table.label, line, letter(place), reason=reason)


def personal_in(sheet: Sheet, place: str, *, may_be_total: bool = False) -> list[Finding]:
    """Return the first cells of a sheet, called ``place``, that hold something personal.

    A large number right of a known label can be a control total.
    """
    found: list[Finding] = []
    kind_of: dict[str, str | None] = {}
    for line, cells in sheet.rows:
        for at, cell in enumerate(cells):
            text = clean(cell)
            if may_be_total and at == 1 and _is_total(cells):
                continue
            if text not in kind_of:
                kind_of[text] = _kind(text)
            if (kind := kind_of[text]) and len(found) < SHOWN:
                found.append(personal_finding(kind, place, line, letter(at)))
    return found


def _is_total(cells: list[str]) -> bool:
    is_label = plain(cells[0]) in {plain(label) for label in SUM_LABELS.values()}
    return is_label and values.total_of(cells[1]) is not None


def _kind(text: str) -> str | None:
    if not text or plain(text) in template.texts() or values.amount_of(text) is not None:
        return None
    if years := personal.years_in(text):
        return personal.BIRTH if min(years) < datetime.date.today().year - OLDEST else None
    is_short = len(text.split()) <= LONGEST_NAME
    return personal.of_pattern(text) or (personal.of_words(text) if is_short else None)
