"""UWV Spanningsindicator: a workbook or csv file whose layout is not known beforehand.

Every value passes verbatim, but a mark that the mapping explains; the rules that it must meet stand
in ``etl/sources/uwv_tension.sql``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from etl.errors import DataError, Problem
from etl.protocols import rows, sheets, uwv_filling, uwv_guess, uwv_layout, uwv_units
from etl.protocols.uwv_layout import FIX, KEYS, NAMES, Layout
from etl.protocols.uwv_mapping import Mapping
from etl.protocols.uwv_quarter import is_of_two_digits, only_quarter
from etl.protocols.xlsx import Sheet
from words.spelling import clean

REMARK = re.compile(
    r"(bron|toelichting|(voet)?noot|opmerking|let op|peil\w*|stand|copyright)\b|©", re.IGNORECASE
)


@dataclass(frozen=True)
class Workbook:
    """What was read.

    Attributes:
        table: ``line`` (int64), ``sheet`` and the fields of ``NAMES``, as text.
        layouts: The layout of each sheet that was read.
        left_out: What was not read, in words.
        notes: What was understood without a column that says it, in words.
    """

    table: pa.Table
    layouts: list[Layout]
    left_out: list[str]
    notes: list[str]


@dataclass
class _Found:
    """What reading the sheets gives, gathered sheet by sheet."""

    records: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


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
            uwv_layout.find(name, sheet, mapping) for sheet in reading if mapping.reads(sheet)
        ]
        if found := [layout for layout in layouts if layout]:
            found = [one for one in found if "region" in one.columns] or found
            if any(layout.lacking for layout in found):
                raise uwv_guess.without(name, found, mapping)
            return _read(name, reading, found, mapping)
    raise uwv_guess.unrecognised(name, tried, mapping)


def _read(name: str, reading: list[Sheet], layouts: list[Layout], mapping: Mapping) -> Workbook:
    layout_of = {layout.sheet: layout for layout in layouts}
    found = _Found()
    for sheet in reading:
        if layout := layout_of.get(sheet.name):
            _read_sheet(name, sheet, layout, mapping, found)
        else:
            why = "hidden" if not sheet.visible else "not recognised"
            why = why if mapping.reads(sheet) or not sheet.visible else "not named by the mapping"
            found.left_out.append(f"sheet {sheet.name}: {why}, not read")
    if not found.records and not found.problems:
        reason = "the table has a header but no rows, at least one was expected"
        found.problems = [Problem(name, reason, layouts[0].header_row)]
    if found.problems:
        raise DataError(found.problems, FIX)
    columns = {f: [row.get(f, "") for _, row in found.records] for f in ("sheet", *NAMES)}
    table = rows.table([line for line, _ in found.records], columns)
    return Workbook(table, layouts, found.left_out, found.notes)


def _read_sheet(name: str, sheet: Sheet, layout: Layout, mapping: Mapping, found: _Found) -> None:
    """Read the rows below the header; a row with one filled cell is a remark, not a figure."""
    place = f"sheet {sheet.name}, " if sheet.name else ""
    _tell_layout(place, layout, found)
    found.problems += _flaws(name, sheet, layout) + uwv_units.problems(name, sheet, layout)
    width = len(layout.header)
    read: list[tuple[int, str, dict[str, str]]] = []
    for line, cells in _filled(name, sheet, layout, found):
        if uwv_units.are_units(cells, layout):
            units = ", ".join(filter(None, map(clean, cells)))
            found.left_out.append(f"{place}row {line}: units, no figures: {units}"[:500])
        elif remark := _remark(cells):
            found.left_out.append(f"{place}row {line}: a remark, {remark[:80]!r}")
        elif len(cells) < width or any(map(clean, cells[width:])):
            reason = f"{len(cells)} fields found, {width} were expected"
            found.problems.append(uwv_layout.problem(name, sheet, reason, line))
        else:
            found.problems += _raised(name, sheet, line, cells, layout)
            read += [(line, *one) for one in _values(layout, cells, mapping)]
    empty = set(layout.blocks) if len(layout.blocks) > 1 else set()
    empty -= {
        quarter
        for _, quarter, values in read
        if any(clean(value) for name, value in values.items() if name not in KEYS)
    }
    found.left_out += [f"{place}quarter {quarter}: no figures" for quarter in sorted(empty)]
    for line, quarter, values in read:
        if quarter not in empty:
            given = layout.given | ({"quarter": quarter} if quarter else {})
            found.records.append((line, {"sheet": sheet.name, **values, **given}))
    said = {clean(values["quarter"]) for _, quarter, values in read if not quarter}
    short = [f"{text} is {only_quarter(text)}" for text in said if is_of_two_digits(text)]
    if short:
        found.notes.append(f"{place}years of two digits: {', '.join(sorted(short))}"[:500])


def _tell_layout(place: str, layout: Layout, found: _Found) -> None:
    for name, by in layout.given_by.items():
        said = layout.given.get(name) or ", ".join(sorted(layout.blocks))
        found.notes.append(f"{place}{name} {said}, by {by}")
    unread = [n for at, n in enumerate(layout.header) if n and at not in layout.used]
    if unread:
        found.notes.append(f"{place}columns that are not read: {', '.join(unread)}"[:500])


def _remark(cells: list[str]) -> str:
    """Return the text of a row that is a remark; nothing for a row of figures."""
    filled = [cell for cell in map(clean, cells) if cell]
    is_note = bool(REMARK.match(filled[0])) and not any(re.fullmatch(r"\d+", f) for f in filled)
    return " ".join(filled) if len(filled) == 1 or is_note else ""


def _values(
    layout: Layout, cells: list[str], mapping: Mapping
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the fields of a row for each quarter that its columns are of."""
    for quarter, places in layout.blocks.items():
        values = {
            name: cells[at] if name in KEYS else mapping.explained(cells[at])
            for name, at in places.items()
        }
        year, said = values.get("year", "").strip(), values.get("quarter", "").strip()
        if year and not only_quarter(said).startswith((year, f"20{year}")):
            values["quarter"] = f"{year} {'kwartaal ' if said.isdecimal() else ''}{said}"
        yield quarter, values


def _filled(
    name: str, sheet: Sheet, layout: Layout, found: _Found
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows below the header that are not blank.

    A merged cell of a region, occupation or quarter has one value for all its rows. One with a
    figure is a problem: of which row it is, is not known.
    """
    body = {line: list(cells) for line, cells in sheet.rows if line > layout.header_row}
    used = layout.used
    for top, left, bottom, right in sheet.merged:
        lines = [line for line in body if top <= line <= bottom]
        figures = [at for at in range(left, right + 1) if used.get(at, KEYS[0]) not in KEYS]
        if not lines or not any(at in used for at in range(left, right + 1)):
            continue
        filled = [body[line] for line in lines if any(map(clean, body[line]))]
        if all(_remark(cells) or uwv_units.are_units(cells, layout) for cells in filled):
            continue
        if figures or top <= layout.header_row:
            reason = f"the cells of rows {top} to {bottom} are merged; unmerge them"
            column = layout.header[figures[0] if figures else left]
            found.problems.append(uwv_layout.problem(name, sheet, reason, lines[0], column))
            continue
        for line in lines:
            for at in range(left, min(right + 1, len(body[line]))):
                body[line][at] = body[lines[0]][left]
    if not sheet.name:
        named = {line: one for line, one in body.items() if not uwv_units.are_units(one, layout)}
        found.notes += uwv_filling.fill_down(named, layout, _remark)
    for line, cells in body.items():
        if any(map(clean, cells)):
            yield line, cells


def _flaws(name: str, sheet: Sheet, layout: Layout) -> list[Problem]:
    """Return the cells below the header that cannot be read in a column that is needed."""
    return [
        uwv_layout.problem(name, sheet, reason, line, layout.header[column])
        for (line, column), reason in sorted(sheet.flaws.items())
        if line > layout.header_row and column in layout.used
    ]


def _raised(name: str, sheet: Sheet, line: int, cells: list[str], layout: Layout) -> list[Problem]:
    """Return the cells of a row in which a note may stand behind the value."""
    return [
        uwv_layout.problem(name, sheet, raised.doubt(cells[place]), line, layout.header[place])
        for place in sorted(layout.used)
        if (raised := sheet.raised.get((line, place)))
    ]
