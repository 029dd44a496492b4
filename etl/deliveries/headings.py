"""The headings of a delivered table: which column is which, and what does not belong there."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass, field

from etl.deliveries import personal
from etl.deliveries.findings import REASONS, Finding, finding
from etl.deliveries.findings import personal as personal_finding
from etl.deliveries.format import Table, plain, tables

CLOSE = 0.8


@dataclass
class Headings:
    """What the first row of a table says.

    Attributes:
        places: The technical name of each column by its place (0-based).
        labels: Their Dutch headings, by place.
        empty: Places without a heading.
        findings: What does not belong there.
        notes: What a bureau should know.
    """

    places: dict[int, str] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    empty: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def table_of(cells: list[str]) -> Table | None:
    """Return the table whose headings stand in a row, if two or more do."""
    names = {plain(cell) for cell in cells}
    best = max(tables().values(), key=lambda table: len(names & table.headings.keys()))
    return best if len(names & best.headings.keys()) > 1 else None


def read(table: Table, cells: list[str], line: int) -> Headings:
    """Read the row of headings of a table."""
    heads = Headings()
    for place, cell in enumerate(cells):
        column = table.headings.get(plain(cell))
        if column:
            heads.places[place], heads.labels[place] = column.name, column.label
        elif not cell.strip():
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
    if kind := personal.of_heading(cell) if not near else personal.of_pattern(cell):
        return personal_finding(kind, table.label, line, letter(place))
    reason = REASONS["unknown_column"]
    if near:
        reason += f" Bedoeld is misschien: {table.headings[near[0]].label}."
    return finding("unknown_column", table.label, line, letter(place), reason=reason)


def personal_in(cells: list[str], place: str, line: int) -> list[Finding]:
    """Return what is personal in a row that may be one of headings."""
    kinds = [(at, personal.of_heading(cell)) for at, cell in enumerate(cells) if cell.strip()]
    return [personal_finding(kind, place, line, letter(at)) for at, kind in kinds if kind]


def named(heads: Headings, place: int) -> str:
    """Return the Dutch heading of a column, or its letter."""
    return heads.labels.get(place) or letter(place)


def letter(place: int) -> str:
    """Return the letter of a column as Excel gives it: A for place 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
