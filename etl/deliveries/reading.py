"""The tables of a delivered file as text, with every place that the format does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd
from xlsxwriter.utility import xl_col_to_name as letter

from etl.deliveries import headings, template
from etl.deliveries.findings import Finding, RefusedError, finding, personal_finding
from etl.deliveries.format import AS_OF_LABEL, CONTROL_LABELS, CONTROLE, LEVERING, Table
from etl.deliveries.messages import REASONS
from etl.deliveries.values import personal
from etl.errors import DataError
from etl.protocols import sheets
from etl.protocols.package import Limits
from etl.protocols.xlsx import Sheet
from words.spelling import clean, plain

NAME = "aanlevering"
LIMITS = Limits(
    size=100_000_000,
    unpacked=400_000_000,
    cells=6_000_000,
    columns=100,
    text=1_500_000_000,
    plain=True,
)
OTHER = (template.UITLEG, template.VOORBEELD, template.CODELIJSTEN)
KNOWN = (*OTHER, LEVERING, CONTROLE)

Row = tuple[int, list[str]]


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
    first: list[Sheet] = []
    refusal = None
    try:
        for reading in sheets.readings(NAME, content, LIMITS):
            first = first or reading
            if any(_table_of(sheet) for sheet in reading):
                return _delivered(reading)
    except DataError as error:  # its words may hold what stands in the file
        kind = error.kind if error.kind in REASONS else "damaged"
        refusal = finding(kind, line=error.problems[0].line or 0)
    except MemoryError:
        refusal = finding("unpacks_too_large")
    if refusal and not first:
        raise RefusedError([refusal])
    raise RefusedError([*_personal_headings(first), finding("no_table")])


def _personal_headings(reading: list[Sheet]) -> Iterator[Finding]:
    """Yield what is personal in the headings of sheets that hold no table."""
    for number, sheet in enumerate(reading, start=1):
        if plain(sheet.name) not in OTHER and sheet.rows:
            line, cells = sheet.rows[0]
            for at, cell in enumerate(cells):
                if cell.strip() and (kind := personal.of_heading(cell)):
                    yield personal_finding(kind, _place(sheet, number), line, letter(at))


def _place(sheet: Sheet, number: int) -> str:
    """Return what to call a sheet: its name can be anything, so only known ones are said."""
    if named := headings.table_called(sheet.name):
        return named.label
    return plain(sheet.name) if plain(sheet.name) in KNOWN else f"blad {number}"


def _table_of(sheet: Sheet) -> Table | None:
    """Return the table that a sheet holds, by its headings."""
    if plain(sheet.name) in KNOWN or not sheet.rows:
        return None
    return headings.table_of(_headed(sheet)[0][1]) or headings.table_called(sheet.name)


def _headed(sheet: Sheet) -> list[Row]:
    """Return the rows from the heading on; a csv file may begin with a line ``sep=;``."""
    is_hint = not sheet.name and len(sheet.rows) > 1 and sheet.rows[0][1][0].startswith("sep=")
    (top, cells), *rows = sheet.rows[is_hint:]
    return [(top, sheet.headings(top, cells)), *rows]


def _delivered(reading: list[Sheet]) -> Delivered:
    found = Delivered()
    for number, sheet in enumerate(reading, start=1):
        name, place = plain(sheet.name), _place(sheet, number)
        if not sheet.rows:
            continue
        if name in KNOWN:
            _add_known(found, sheet, name, place)
            continue
        table = _table_of(sheet)
        if table is None:
            found.findings += [
                *headings.personal_in(sheet, place),
                finding("unknown_sheet", place),
            ]
        elif table.name in found.tables:
            found.findings.append(finding("sheet_twice", table.label))
        else:
            _add(found, table, sheet)
    return found


def _add_known(found: Delivered, sheet: Sheet, name: str, place: str) -> None:
    """Add what stands on a sheet that holds no table."""
    if name == LEVERING:
        found.as_of = _labelled(sheet, {"as_of": AS_OF_LABEL}).get("as_of", "")
    if name == CONTROLE:
        found.controls = _labelled(sheet, CONTROL_LABELS)
    if name in (LEVERING, CONTROLE):
        found.findings += [
            finding("raised", place, line, letter(column)) for line, column in sheet.raised
        ]
    found.findings += headings.personal_in(sheet, place, may_be_total=name == CONTROLE)


def _labelled(sheet: Sheet, labels: dict[str, str]) -> dict[str, str]:
    """Return what stands right of known labels."""
    name_of = {plain(label): name for name, label in labels.items()}
    return {
        name_of[plain(cells[0])]: cells[1].strip()
        for _, cells in sheet.rows
        if len(cells) > 1 and plain(cells[0]) in name_of and clean(cells[1])
    }


def _add(found: Delivered, table: Table, sheet: Sheet) -> None:
    """Add the rows of a table, with what its sheet has that the format does not allow."""
    (top, cells), *rows = _headed(sheet)
    heads = headings.read(table, cells, top)
    found.notes += heads.notes
    found.findings += heads.findings
    found.findings += _beyond(table, rows, heads.empty, len(cells))
    for rule, places in (
        ("formula", sheet.formulas),
        ("raised", [(line, column) for line, column in sheet.raised if line > top]),
        ("merged", [(max(a, top + 1), left) for a, left, last, _ in sheet.merged if last > top]),
    ):
        found.findings += [
            finding(rule, table.label, line, heads.named(column)) for line, column in places
        ]
    place_of = {name: place for place, name in heads.places.items()}
    index = pd.Index([line for line, _ in rows], name="line", dtype="int64")
    frame = pd.DataFrame(
        {column.name: _texts(rows, place_of.get(column.name)) for column in table.columns},
        index,
        dtype="str",
    )
    for line, column in sorted(set(sheet.flaws)):
        if line > top and column in heads.places:
            frame.loc[line, heads.places[column]] = ""
            found.errors.append((table.name, line, heads.places[column]))
    if len(frame):
        found.tables[table.name] = frame


def _texts(rows: list[Row], place: int | None) -> list[str]:
    """Return the cells of a column; nothing where a row is too short, or has no such column."""
    if place is None:
        return [""] * len(rows)
    return [cells[place].strip() if place < len(cells) else "" for _, cells in rows]


def _beyond(table: Table, rows: list[Row], empty: list[int], width: int) -> list[Finding]:
    """Return the first cells that are filled below no heading."""
    found: dict[int, int] = {}
    for line, cells in rows:
        for place in (*empty, *range(width, len(cells))):
            if place not in found and place < len(cells) and clean(cells[place]):
                found[place] = line
    return [
        finding("no_heading", table.label, line, letter(place)) for place, line in found.items()
    ]
