"""Finding the table of a UWV file by the names in its header, or by a mapping.

No real file was available, so nothing is found by its position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.errors import DataError, Problem
from etl.protocols import sheets
from etl.protocols.uwv_mapping import Mapping, proposal
from etl.protocols.xlsx import Sheet
from words.spelling import folded

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


def plain(text: str) -> str:
    """Return a name in small letters with one space for anything that is no letter or digit."""
    spelled = folded(text).replace("<", " korter dan ").replace(">", " langer dan ")
    return " ".join(re.findall(r"[^\W_]+", spelled))


FIELD_OF = {plain(name): field for field, names in NAMES.items() for name in names.split(",")}


def find(name: str, sheet: Sheet, mapping: Mapping) -> Layout | None:
    """Return the layout of a sheet; none when a needed column is not there.

    Raises:
        DataError: A name stands for two columns, or a column is of UWV's older series.
    """
    for line, found in sheet.rows:
        cells = sheet.headings(line, found)
        if line > (mapping.header_row or HEADER_WITHIN_ROWS):
            break
        if mapping.header_row not in (0, line):
            continue
        columns = mapping.columns or _recognised(name, sheet, line, cells)
        here = set(map(plain, cells))
        if _missing(columns, mapping) or not here.issuperset(map(plain, columns.values())):
            continue
        _refuse_older_series(name, sheet, line, cells)
        return _placed(name, sheet, line, cells, columns, mapping.quarter)
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
            raise DataError([problem(name, sheet, f"{reason} --mapping", line, cell)], FIX)
        if field:
            columns[field] = cell
    return columns


def _placed(
    name: str, sheet: Sheet, line: int, cells: list[str], columns: dict[str, str], quarter: str
) -> Layout:
    names = [plain(cell) for cell in cells]
    if quarter and "quarter" in columns:
        reason = "this column and the mapping both give the quarter, one was expected"
        raise DataError([problem(name, sheet, reason, line, columns["quarter"])], FIX)
    for column in columns.values():
        if names.count(plain(column)) > 1:
            reason = "the header has this name more than once, once was expected"
            raise DataError([problem(name, sheet, reason, line, column)], FIX)
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
            advice = "Import the series with WW shorter than six months; nothing was changed."
            raise DataError([problem(name, sheet, reason, line, cell)], advice)


def unrecognised(name: str, tried: list[list[Sheet]], mapping: Mapping) -> DataError:
    """Return the refusal of a layout, with the mapping that comes nearest."""
    candidates = [
        (len({field for cell in cells if (field := guess(cell))}), len(cells), sheet, line, cells)
        for reading in tried
        for sheet in reading
        for line, found in sheet.rows
        if line <= HEADER_WITHIN_ROWS
        for cells in [sheet.headings(line, found)]
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
    proposed = Mapping(sheet.name, line, mapping.quarter, guessed)
    return DataError([problem(name, sheet, reason, line)], proposal(proposed, list(NAMES), cells))


def guess(cell: str) -> str | None:
    """Return the field that a name in a header most resembles, if any."""
    return next((f for f, hint in HINTS.items() if re.search(hint, plain(cell))), None)


def problem(
    name: str, sheet: Sheet, reason: str, line: int | None = None, column: str | None = None
) -> Problem:
    """Return a problem at a place in a sheet."""
    file = f"{name}, sheet {sheet.name}" if sheet.name else name
    return Problem(file, reason, line, column.strip() if column else None)
