"""UWV Spanningsindicator: a workbook or csv file whose layout is not known beforehand.

No real file was available, so nothing is read by position: columns are found by their names
below, or by a mapping that the user corrects. Every value passes verbatim; rules stand in SQL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyarrow as pa

from etl.errors import DataError, Problem
from etl.protocols import sheets
from etl.protocols.uwv_mapping import Mapping, proposal
from etl.protocols.xlsx import Sheet

NAMES = {
    "region": "arbeidsmarktregio, regio, arbeidsmarktregio naam, naam arbeidsmarktregio, am, "
    "arbeidsmarktregio code, regiocode",
    "occupation": "beroepsgroep, beroepsgroep naam, naam beroepsgroep, beroepsgroep code, beroep, "
    "uwv beroepsgroep",
    "quarter": "kwartaal, periode, jaar en kwartaal, peilkwartaal",
    "vacancies": "openstaande vacatures, vacatures, aantal vacatures, aantal openstaande vacatures",
    "ww_under_6_months": "ww korter dan zes maanden, ww korter dan 6 maanden, "
    "kortdurende ww, personen met ww korter dan zes maanden, ww uitkeringen korter dan 6 maanden, "
    "personen met een ww uitkering korter dan zes maanden, "
    "personen met een ww uitkering korter dan 6 maanden, ww uitkeringen korter dan zes maanden",
    "ratio": "spanningsindicator, spanning, ratio, spanningsratio",
    "class": "typering, klasse, typering arbeidsmarkt, spanningsklasse, typering spanning",
}
HINTS = {
    "region": "regio",
    "occupation": "beroep",
    "quarter": "kwartaal|periode",
    "vacancies": "vacature",
    "ww_under_6_months": r"\bww",
    "ratio": "ratio|indicator|spanning",
    "class": "typering|klasse|krap",
}
OLDER_SERIES = re.compile(r"geregistreerde? werkzoekend|kortdurend werkzoekend|\bgwu\b|\bnww\b")
NEEDED = ("region", "occupation", "quarter", "vacancies", "ww_under_6_months")
HEADER_WITHIN_ROWS = 50
FIX = "Correct the file, or name its columns with --mapping; nothing was changed."


@dataclass(frozen=True)
class Layout:
    """Where the table of one sheet stands.

    Attributes:
        sheet: Name of the sheet; empty for a csv file.
        header_row: Row number of the header, 1-based.
        columns: Name in the header of each field.
        places: Index of the column of each field.
        width: Number of columns of the header.
    """

    sheet: str
    header_row: int
    columns: dict[str, str]
    places: dict[str, int]
    width: int


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

    Args:
        name: Name of the file, for messages.
        content: The whole file.
        mapping: Where things stand, for a layout that is not recognised.

    Raises:
        DataError: The layout is not recognised (with a mapping to correct), or a cell that is
            needed cannot be read.
    """
    mapping = mapping or Mapping()
    tried = []
    for reading in sheets.readings(name, content):
        tried.append(reading)
        layouts = [_layout(name, sheet, mapping) for sheet in _eligible(reading, mapping)]
        found = [layout for layout in layouts if layout]
        if found:
            return _rows(name, reading, found, mapping)
    raise _unrecognised(name, tried, mapping)


def _eligible(reading: list[Sheet], mapping: Mapping) -> list[Sheet]:
    """Return the sheets to look at: the one of the mapping, otherwise every visible one."""
    if mapping.sheet:
        return [sheet for sheet in reading if sheet.name == mapping.sheet]
    return [sheet for sheet in reading if sheet.visible]


def plain(text: str) -> str:
    """Return a name in small letters with one space for anything that is no letter or digit."""
    spelled = text.casefold().replace("<", " korter dan ").replace(">", " langer dan ")
    return " ".join(re.findall(r"[^\W_]+", spelled))


FIELD_OF = {plain(name): field for field, names in NAMES.items() for name in names.split(",")}


def _layout(name: str, sheet: Sheet, mapping: Mapping) -> Layout | None:
    """Return the layout of a sheet; none when a needed column is not there."""
    for line, cells in sheet.rows:
        if line > HEADER_WITHIN_ROWS or (mapping.header_row and line > mapping.header_row):
            break
        if mapping.header_row not in (0, line):
            continue
        columns = mapping.columns or _recognised(name, sheet, line, cells)
        if _missing(columns, mapping) or (mapping.columns and not _holds(cells, columns)):
            continue
        _refuse_older_series(name, sheet, line, cells)
        return _placed(name, sheet, line, cells, columns, mapping)
    return None


def _missing(columns: dict[str, str], mapping: Mapping) -> list[str]:
    given = {*columns, "quarter"} if mapping.quarter else set(columns)
    return [field for field in NEEDED if field not in given]


def _recognised(name: str, sheet: Sheet, line: int, cells: list[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for cell in cells:
        field = FIELD_OF.get(plain(cell))
        if field and field in columns and len(set(map(plain, cells)) & set(FIELD_OF)) >= 3:
            reason = f"both {columns[field]!r} and {cell!r} may be the {field}; name one with"
            raise DataError([_problem(name, sheet, f"{reason} --mapping", line, cell)], FIX)
        if field:
            columns[field] = cell
    return columns


def _holds(cells: list[str], columns: dict[str, str]) -> bool:
    return {plain(column) for column in columns.values()} <= {plain(cell) for cell in cells}


def _placed(
    name: str,
    sheet: Sheet,
    line: int,
    cells: list[str],
    columns: dict[str, str],
    mapping: Mapping,
) -> Layout:
    names = [plain(cell) for cell in cells]
    if mapping.quarter and "quarter" in columns:
        reason = "this column and the mapping both give the quarter, one was expected"
        raise DataError([_problem(name, sheet, reason, line, columns["quarter"])], FIX)
    for column in columns.values():
        if names.count(plain(column)) > 1:
            reason = "the header has this name more than once, once was expected"
            raise DataError([_problem(name, sheet, reason, line, column)], FIX)
    places = {field: names.index(plain(column)) for field, column in columns.items()}
    headers = {field: cells[place].strip() for field, place in places.items()}
    return Layout(sheet.name, line, headers, places, len(cells))


def _refuse_older_series(name: str, sheet: Sheet, line: int, cells: list[str]) -> None:
    for cell in cells:
        if OLDER_SERIES.search(plain(cell)):
            reason = (
                "this is UWV's older series, which divides by registered jobseekers; it cannot be "
                "joined with vacancies per person on WW shorter than six months"
            )
            raise DataError(
                [_problem(name, sheet, reason, line, cell)],
                "Import the series with WW shorter than six months; nothing was changed.",
            )


def _rows(name: str, reading: list[Sheet], layouts: list[Layout], mapping: Mapping) -> Workbook:
    """Return the rows below the headers; a row with one filled cell is a remark, not a figure."""
    layout_of = {layout.sheet: layout for layout in layouts}
    left_out = [
        f"sheet {sheet.name}: {'not recognised' if sheet.visible else 'hidden'}, not read"
        for sheet in reading
        if sheet.name not in layout_of
    ]
    records: list[dict[str, object]] = []
    problems: list[Problem] = []
    for sheet in reading:
        if layout := layout_of.get(sheet.name):
            problems += _flaws(name, sheet, layout)
            for line, cells in sheet.rows:
                filled = [cell.strip() for cell in cells if cell.strip()]
                if line <= layout.header_row or not filled:
                    continue
                if len(filled) == 1:
                    left_out.append(f"{_place(sheet)}row {line}: a remark, {filled[0][:80]!r}")
                elif len(cells) < layout.width or any(c.strip() for c in cells[layout.width :]):
                    reason = f"{len(cells)} fields found, {layout.width} were expected"
                    problems.append(_problem(name, sheet, reason, line))
                else:
                    records.append(_record(sheet, line, cells, layout, mapping))
    if not records and not problems:
        place = layouts[0]
        reason = "the table has a header but no rows, at least one was expected"
        problems = [Problem(name, reason, place.header_row)]
    if problems:
        raise DataError(problems, FIX)
    return Workbook(_table(records), layouts, left_out)


def _record(
    sheet: Sheet, line: int, cells: list[str], layout: Layout, mapping: Mapping
) -> dict[str, object]:
    values = {field: cells[place] for field, place in layout.places.items()}
    if mapping.quarter:
        values["quarter"] = mapping.quarter
    return {"line": line, "sheet": sheet.name, **dict.fromkeys(NAMES, ""), **values}


def _table(records: list[dict[str, object]]) -> pa.Table:
    types = [("line", pa.int64()), ("sheet", pa.string()), *((f, pa.string()) for f in NAMES)]
    return pa.Table.from_pylist(records, pa.schema(types))


def _flaws(name: str, sheet: Sheet, layout: Layout) -> list[Problem]:
    """Return the cells below the header that cannot be read in a column that is needed."""
    column_at = {place: layout.columns[field] for field, place in layout.places.items()}
    problems = [
        _problem(name, sheet, reason, line, column_at[column])
        for (line, column), reason in sorted(sheet.flaws.items())
        if line > layout.header_row and column in column_at
    ]
    for top, left, bottom, right in sheet.merged:
        used = [place for place in column_at if left <= place <= right]
        if bottom > layout.header_row and used:
            reason = f"the cells of rows {top} to {bottom} are merged; unmerge them"
            line = max(top, layout.header_row + 1)
            problems.append(_problem(name, sheet, reason, line, column_at[min(used)]))
    return problems


def _unrecognised(name: str, tried: list[list[Sheet]], mapping: Mapping) -> DataError:
    """Return the refusal of a layout, with the mapping that comes nearest."""
    candidates = [
        (len({field for cell in cells if (field := guess(cell))}), len(cells), sheet, line, cells)
        for reading in tried
        for sheet in reading
        for line, cells in sheet.rows
        if line <= HEADER_WITHIN_ROWS
    ]
    if not candidates:
        return sheets.refuse(name, "no sheet has a table")
    _, _, sheet, line, cells = max(candidates, key=lambda c: (c[0], c[2].visible, c[1], -c[3]))
    _refuse_older_series(name, sheet, line, cells)
    guessed: dict[str, str] = {}
    for cell in cells:
        guessed.setdefault(FIELD_OF.get(plain(cell)) or guess(cell) or "", cell.strip())
    known = {field: cell for cell in cells if (field := FIELD_OF.get(plain(cell)))}
    missing = _missing(mapping.columns or known, mapping)
    if mapping.columns and missing:
        reason = f"the mapping names no column for {', '.join(missing)}"
    elif mapping.columns or mapping.header_row or mapping.sheet:
        reason = "the sheet, header row or a column that the mapping names was not found"
    elif not sheet.visible:
        reason = f"the table stands on hidden sheet {sheet.name}; name that sheet to read it"
    elif not missing:
        reason = "the table was not recognised"
    else:
        reason = f"no column was recognised as {', '.join(missing)}"
    return DataError(
        [_problem(name, sheet, reason, line)],
        proposal(Mapping(sheet.name, line, mapping.quarter, guessed), list(NAMES), cells),
    )


def guess(cell: str) -> str | None:
    """Return the field that a name in a header most resembles, if any."""
    return next((f for f, hint in HINTS.items() if re.search(hint, plain(cell))), None)


def _place(sheet: Sheet) -> str:
    return f"sheet {sheet.name}, " if sheet.name else ""


def _problem(
    name: str, sheet: Sheet, reason: str, line: int | None = None, column: str | None = None
) -> Problem:
    file = f"{name}, sheet {sheet.name}" if sheet.name else name
    return Problem(file, reason, line, column.strip() if column else None)
