"""What a UWV file may mean whose layout is not recognised: the mapping that comes nearest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.errors import DataError, Problem
from etl.protocols import sheets
from etl.protocols.uwv_layout import (
    FIELD_OF,
    GIVEN,
    HEADER_WITHIN_ROWS,
    NAMES,
    NEEDED,
    Layout,
    column_of,
    place_of,
    plain,
    problem,
    refuse_older_series,
    said_of,
)
from etl.protocols.uwv_mapping import Mapping, proposal
from etl.protocols.uwv_quarter import only_quarter, quarter_in
from etl.protocols.xlsx import Sheet

HINTS = {
    "region": "regio",
    "occupation": "beroep",
    "quarter": "kwartaal|periode",
    "vacancies": "vacature",
    "ww_under_6_months": r"\bww(?!.*langer dan)",
    "ratio": "ratio|indicator|spanning",
    "class": "typering|klasse|krap",
}


@dataclass(frozen=True)
class _Header:
    """Rows that may be the header of a sheet: their names, without the quarters in them."""

    sheet: Sheet
    line: int
    names: list[str]
    has_quarters: bool

    @property
    def guessed(self) -> dict[str, str]:
        """The name of each field: one that is known, else the first that resembles it."""
        found: dict[str, str] = {}
        for name in sorted(self.names, key=lambda name: not _known(name)):
            found.setdefault(_known(name) or guess(name) or "", name)
        return {field: name for field, name in found.items() if field}


def unrecognised(name: str, tried: list[list[Sheet]], mapping: Mapping) -> DataError:
    """Return the refusal of a layout, with the mapping that comes nearest."""
    headers = [one for reading in tried for sheet in reading for one in _headers(sheet)]
    if not headers:
        return sheets.refuse(name, "no sheet has a table")
    best = max(headers, key=lambda h: (len(h.guessed), h.sheet.visible, len(h.names), -h.line))
    sheet, guessed = best.sheet, best.guessed
    refuse_older_series(name, sheet, best.line, best.names)
    named = mapping.columns or guessed
    given = {field for field in GIVEN if said_of(field, name, sheet, best.line, mapping)[0]}
    given |= {"quarter"} if best.has_quarters else set()
    missing = [field for field in NEEDED if field not in named]
    if set(missing) != {"region"}:  # alone, it lacks because a column that is not read may have it
        missing = [field for field in missing if field not in given]
    only_guessed = [
        f"{guessed[field]!r} is probably {field}"
        for field in NEEDED
        if field in guessed and not _known(guessed[field])
    ]
    said = [f"no column was recognised as {', '.join(missing)}"] if missing else []
    if mapping.columns and missing:
        reason = f"the mapping names no column for {', '.join(missing)}"
    elif mapping.columns or mapping.header_row or mapping.sheet:
        reason = "the sheet, header row or a column that the mapping names was not found"
    elif not sheet.visible:
        reason = f"the table stands on hidden sheet {sheet.name}; name that sheet to read it"
    else:
        reason = "; ".join([*said, *only_guessed]) or "the table was not recognised"
    alike = {
        one.sheet.name: one.line
        for one in headers
        if one.sheet.visible and set(one.names) == set(best.names)
    }
    is_one = len(alike) < 2
    proposed = Mapping(
        sheet.name if is_one else "",
        best.line if is_one else 0,
        mapping.region,
        mapping.quarter,
        guessed,
        mapping.marks,
    )
    at = f"row {best.line}"
    return DataError(
        [problem(name, sheet, reason, best.line)], proposal(proposed, list(NAMES), at, best.names)
    )


def without(name: str, layouts: list[Layout], mapping: Mapping) -> DataError:
    """Return the refusal of sheets of which nothing gives the quarter or region, with a mapping."""
    lacking = [layout for layout in layouts if layout.lacking]
    also = " (or name with sheet, as a list, the sheets to read)" if len(layouts) > 1 else ""
    found = [
        Problem(
            place_of(name, layout.sheet),
            f"no column was recognised as {' or '.join(layout.lacking)}, and no title above the "
            f"table or name of the sheet gives one{also}",
            layout.header_row,
        )
        for layout in lacking
    ]
    asked: dict[str, str | dict[str, str]] = {field: getattr(mapping, field) for field in GIVEN}
    if len(layouts) > 1:
        for field in GIVEN:
            sheets_asked = {one.sheet: "" for one in lacking if field in one.lacking}
            asked[field] = sheets_asked or asked[field]
    first = lacking[0]
    proposed = Mapping(
        mapping.sheet, mapping.header_row, columns=first.columns, marks=mapping.marks, **asked
    )
    at = f"row {first.header_row}"
    return DataError(found, proposal(proposed, list(NAMES), at, first.header, tuple(GIVEN)))


def _headers(sheet: Sheet) -> list[_Header]:
    """Return every row near the top as a header; with the row above, if one has quarters only."""
    found = []
    above: list[str] = []
    for line, as_found in sheet.rows:
        if line > HEADER_WITHIN_ROWS:
            break
        cells = sheet.headings(line, as_found)
        is_two = any(sum(map(bool, map(only_quarter, row))) > 1 for row in (above, cells))
        stacked = [*above, *cells] if is_two else cells
        split = [quarter_in(cell) for cell in stacked]
        names = list(dict.fromkeys(rest.strip() for quarter, rest in split if rest.strip()))
        if is_two:
            names = [name for name in names if not only_quarter(name)]
        found.append(_Header(sheet, line, names, any(quarter for quarter, _ in split)))
        above = cells
    return found


def _known(name: str) -> str:
    return column_of(name, FIELD_OF).field


def guess(cell: str) -> str | None:
    """Return the field that a name in a header most resembles, if any."""
    return next((f for f, hint in HINTS.items() if re.search(hint, plain(cell))), None)
