"""UWV Spanningsindicator: a workbook or csv file whose layout is not known beforehand.

Every value passes verbatim; the rules that it must meet stand in ``etl/sources/uwv_tension.sql``.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from etl.errors import DataError, Problem
from etl.protocols import rows, sheets, uwv_layout
from etl.protocols.uwv_layout import FIX, NAMES, Layout
from etl.protocols.uwv_mapping import Mapping
from etl.protocols.xlsx import Sheet
from words.spelling import clean


@dataclass(frozen=True)
class Workbook:
    """What was read.

    Attributes:
        table: ``line`` (int64), ``sheet`` and the fields of ``NAMES``, as text.
        layouts: The layout of each sheet that was read.
        left_out: What was not read, in words.
    """

    table: pa.Table
    layouts: list[Layout]
    left_out: list[str]


def read(name: str, content: bytes, mapping: Mapping | None = None) -> Workbook:
    """Read the figures of a workbook or csv file as verbatim text.

    Raises:
        DataError: The layout is not recognised (with a mapping to correct), or a cell that is
            needed cannot be read.
    """
    mapping = mapping or Mapping()
    tried = []
    for reading in sheets.readings(name, content):
        tried.append(reading)
        layouts = [
            uwv_layout.find(name, sheet, mapping)
            for sheet in reading
            if (sheet.name == mapping.sheet if mapping.sheet else sheet.visible)
        ]
        if found := [layout for layout in layouts if layout]:
            return _rows(name, reading, found, mapping)
    raise uwv_layout.unrecognised(name, tried, mapping)


def _rows(name: str, reading: list[Sheet], layouts: list[Layout], mapping: Mapping) -> Workbook:
    """Return the rows below the headers; a row with one filled cell is a remark, not a figure."""
    layout_of = {layout.sheet: layout for layout in layouts}
    left_out = [
        f"sheet {sheet.name}: {'not recognised' if sheet.visible else 'hidden'}, not read"
        for sheet in reading
        if sheet.name not in layout_of
    ]
    records: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    for sheet in reading:
        if layout := layout_of.get(sheet.name):
            problems += _flaws(name, sheet, layout)
            for line, cells in sheet.rows:
                filled = [cell for cell in map(clean, cells) if cell]
                if line <= layout.header_row or not filled:
                    continue
                if len(filled) == 1:
                    place = f"sheet {sheet.name}, " if sheet.name else ""
                    left_out.append(f"{place}row {line}: a remark, {filled[0][:80]!r}")
                elif len(cells) < layout.width or any(map(clean, cells[layout.width :])):
                    reason = f"{len(cells)} fields found, {layout.width} were expected"
                    problems.append(uwv_layout.problem(name, sheet, reason, line))
                else:
                    problems += _raised(name, sheet, line, cells, layout)
                    values = {field: cells[place] for field, place in layout.places.items()}
                    given = {"quarter": mapping.quarter} if mapping.quarter else {}
                    records.append((line, {"sheet": sheet.name, **values, **given}))
    if not records and not problems:
        reason = "the table has a header but no rows, at least one was expected"
        problems = [Problem(name, reason, layouts[0].header_row)]
    if problems:
        raise DataError(problems, FIX)
    columns = {name: [row.get(name, "") for _, row in records] for name in ("sheet", *NAMES)}
    return Workbook(rows.table([line for line, _ in records], columns), layouts, left_out)


def _flaws(name: str, sheet: Sheet, layout: Layout) -> list[Problem]:
    """Return the cells below the header that cannot be read in a column that is needed."""
    column_at = {place: layout.columns[field] for field, place in layout.places.items()}
    problems = [
        uwv_layout.problem(name, sheet, reason, line, column_at[column])
        for (line, column), reason in sorted(sheet.flaws.items())
        if line > layout.header_row and column in column_at
    ]
    for top, left, bottom, right in sheet.merged:
        used = [place for place in column_at if left <= place <= right]
        if bottom > layout.header_row and used:
            reason = f"the cells of rows {top} to {bottom} are merged; unmerge them"
            line = max(top, layout.header_row + 1)
            problems.append(uwv_layout.problem(name, sheet, reason, line, column_at[min(used)]))
    return problems


def _raised(name: str, sheet: Sheet, line: int, cells: list[str], layout: Layout) -> list[Problem]:
    """Return the cells of a row in which a note may stand behind the value."""
    return [
        uwv_layout.problem(name, sheet, raised.doubt(cells[place]), line, column)
        for column, place in zip(layout.columns.values(), layout.places.values(), strict=True)
        if (raised := sheet.raised.get((line, place)))
    ]
