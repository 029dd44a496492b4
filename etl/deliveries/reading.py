"""The tables of a delivered file as text, with every place that the format does not allow."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from etl.deliveries import guide, headings, loose
from etl.deliveries.findings import REASONS, Finding, RefusedError, finding
from etl.deliveries.format import AS_OF_LABEL, CONTROL_LABELS, CONTROLE, LEVERING, Table, plain
from etl.errors import DataError
from etl.protocols import sheets
from etl.protocols.xlsx import Limits, Sheet

NAME = "aanlevering"
LIMITS = Limits(
    size=100_000_000,
    unpacked=400_000_000,
    cells=6_000_000,
    columns=100,
    text=1_500_000_000,
    plain=True,
)
OTHER = (guide.UITLEG, guide.VOORBEELD, guide.CODELIJSTEN)


@dataclass
class Delivered:
    """What a file delivers, as text.

    Attributes:
        tables: The rows of each table by its technical name: index ``line``, the columns of the
            format; an empty cell is an empty text.
        as_of: The day of the sheet ``levering``, as it stands there.
        controls: The control totals by technical name, as they stand there.
        findings: What refuses the whole file.
        errors: Cells that show an error of Excel: table, line and column.
        notes: What a bureau should know, in Dutch.
    """

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    as_of: str = ""
    controls: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    errors: list[tuple[str, int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(content: bytes) -> Delivered:
    """Read a file: an xlsx workbook with a sheet per table, or a csv file with one table.

    Raises:
        RefusedError: It cannot be read, or holds no table of the format.
    """
    first: list[Sheet] | None = None
    refusal = None
    try:
        for reading in sheets.readings(NAME, content, LIMITS):
            first = first or reading
            if any(_table_of(sheet) for sheet in reading):
                return _delivered(reading)
    except DataError as error:  # its words may hold what stands in the file
        refusal = (error.kind or "damaged", error.problems[0].line)
    except MemoryError:
        refusal = ("unpacks_too_large", None)
    if refusal and first is None:
        kind, line = refusal
        raise RefusedError([finding(kind if kind in REASONS else "damaged", line=line or 0)])
    raise RefusedError([*_unread(first or []), finding("no_table")])


def _unread(reading: list[Sheet]) -> list[Finding]:
    """Return what is personal in the headings of sheets that hold no table."""
    delivered = Delivered()
    for number, sheet in enumerate(reading, start=1):
        if plain(sheet.name) not in OTHER and sheet.rows:
            line, cells = sheet.rows[0]
            delivered.findings += headings.personal_in(cells, _place(sheet, number), line)
    return delivered.findings


def _place(sheet: Sheet, number: int) -> str:
    """Return what to call a sheet: its name can be anything, so only known ones are said."""
    named = guide.table_called(sheet.name)
    if named:
        return named.label
    known = (*OTHER, LEVERING, CONTROLE)
    return plain(sheet.name) if plain(sheet.name) in known else f"blad {number}"


def _table_of(sheet: Sheet) -> Table | None:
    """Return the table that a sheet holds, by its headings."""
    if plain(sheet.name) in (*OTHER, LEVERING, CONTROLE) or not sheet.rows:
        return None
    return headings.table_of(_headed(sheet)[0][1]) or guide.table_called(sheet.name)


def _headed(sheet: Sheet) -> list[tuple[int, list[str]]]:
    """Return the rows from the heading on; a csv file may begin with a line ``sep=;``."""
    first = sheet.rows[0][1]
    is_hint = not sheet.name and len(sheet.rows) > 1 and first[0].startswith("sep=")
    return sheet.rows[1:] if is_hint else sheet.rows


def _delivered(reading: list[Sheet]) -> Delivered:
    found = Delivered()
    for number, sheet in enumerate(reading, start=1):
        name, place = plain(sheet.name), _place(sheet, number)
        if not sheet.rows:
            continue
        if name == LEVERING:
            found.as_of = _labelled(sheet, {plain(AS_OF_LABEL): "as_of"}).get("as_of", "")
        elif name == CONTROLE:
            labels = {plain(label): key for key, label in CONTROL_LABELS.items()}
            found.controls = _labelled(sheet, labels)
        if name in (*OTHER, LEVERING, CONTROLE):
            found.findings += [
                finding("raised", place, line, headings.letter(column))
                for line, column in sheet.raised
                if name in (LEVERING, CONTROLE)
            ]
            is_total = name == CONTROLE
            found.findings += loose.personal_in(sheet, place, may_be_total=is_total)
            continue
        table = _table_of(sheet)
        if table is None:
            found.findings += [*loose.personal_in(sheet, place), finding("unknown_sheet", place)]
        elif table.name in found.tables:
            found.findings.append(finding("sheet_twice", table.label))
        else:
            _add(found, table, sheet)
    return found


def _labelled(sheet: Sheet, labels: dict[str, str]) -> dict[str, str]:
    """Return what stands right of known labels."""
    return {
        labels[plain(cells[0])]: cells[1].strip()
        for _, cells in sheet.rows
        if len(cells) > 1 and plain(cells[0]) in labels and cells[1].strip()
    }


def _add(found: Delivered, table: Table, sheet: Sheet) -> None:
    rows = _headed(sheet)
    top, cells = rows[0]
    heads = headings.read(table, cells, top)
    found.findings += heads.findings
    found.notes += heads.notes
    width = len(cells)
    lines = [line for line, _ in rows[1:]]
    found.findings += _beyond(table, rows[1:], heads.empty, width)
    found.findings += [
        finding("formula", table.label, line, headings.named(heads, column))
        for line, column in sheet.formulas
    ]
    found.findings += [
        finding("raised", table.label, line, headings.named(heads, column))
        for line, column in sheet.raised
        if line > top
    ]
    found.findings += [
        finding("merged", table.label, max(first, top + 1), headings.named(heads, left))
        for first, left, last, _ in sheet.merged
        if last > top
    ]
    error_at = {
        (line, heads.places[column])
        for line, column in sheet.flaws
        if line > top and column in heads.places
    }
    frame = pd.DataFrame(index=pd.Index(lines, name="line", dtype="int64"))
    name_at = {name: place for place, name in heads.places.items()}
    for column in table.columns:
        place = name_at.get(column.name)
        values = [
            row[place].strip() if place is not None and place < len(row) else ""
            for _, row in rows[1:]
        ]
        frame[column.name] = pd.Series(values, frame.index, dtype="str")
    for line, name in error_at:
        frame.loc[line, name] = ""
    found.errors += [(table.name, line, name) for line, name in sorted(error_at)]
    if len(frame):
        found.tables[table.name] = frame


def _beyond(
    table: Table, rows: list[tuple[int, list[str]]], empty: list[int], width: int
) -> list[Finding]:
    """Return the first cells that are filled below no heading."""
    found: dict[int, int] = {}
    for line, cells in rows:
        for place in (*empty, *range(width, len(cells))):
            if place not in found and place < len(cells) and cells[place].strip():
                found[place] = line
    return [
        finding("no_heading", table.label, line, headings.letter(place))
        for place, line in found.items()
    ]
