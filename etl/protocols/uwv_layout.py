"""Finding the table of a UWV file by the names in its header, or by a mapping.

No real file was available, so nothing is found by its position. Quarters may be rows, sheets or
columns, with the quarter in the names of the header or in a row above them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Names
from dataclasses import dataclass, field
from itertools import chain, pairwise

from etl.errors import DataError, Problem
from etl.protocols.uwv_mapping import Mapping
from etl.protocols.uwv_quarter import only_quarter, quarter_in, quarter_of_title
from etl.protocols.uwv_region import region_in, region_of_title
from etl.protocols.xlsx import Sheet
from words.spelling import folded

NAMES = {
    "region": "arbeidsmarktregio, regio, arbeidsmarktregio naam, naam arbeidsmarktregio, am, "
    "arbeidsmarktregio code, regiocode",
    "occupation": "beroepsgroep, beroepsgroep naam, naam beroepsgroep, beroepsgroep code, beroep, "
    "uwv beroepsgroep",
    "quarter": "kwartaal, periode, jaar en kwartaal, peilkwartaal",
    "vacancies": "openstaande vacatures, vacatures",
    "ww_under_6_months": "ww korter dan 6 maanden, kortdurende ww, kortdurende ww uitkeringen, "
    "personen met ww korter dan 6 maanden, ww uitkering korter dan 6 maanden, "
    "ww uitkeringen korter dan 6 maanden, personen met een ww uitkering korter dan 6 maanden",
    "ratio": "spanningsindicator, spanning, ratio, spanningsratio",
    "class": "typering, klasse, typering arbeidsmarkt, spanningsklasse, typering spanning",
}
SPELLINGS = {"zes": "6", "mnd": "maanden", "mnden": "maanden", "maand": "maanden"}
NOT_OF_THE_NAME = re.compile(
    r"(\s*(\*+|\b\d\)|\((aantal(len)?|absoluut|ratio)\)|\(?([x×] ?1[., ]?000|in duizend\w*)\)?))+"
    r"\s*$"
)
AT = re.compile(r"\b(ultimo|einde?|per|in)\s*$", re.IGNORECASE)
OLDER_SERIES = re.compile(r"geregistreerde? werkzoekend|kortdurend werkzoekend|\bgwu\b|\bnww\b")
KEYS = ("region", "occupation", "quarter", "year")
GIVEN = {
    "region": (region_in, region_of_title),
    "quarter": (lambda text: quarter_in(text)[0], quarter_of_title),
}
NEEDED = ("region", "occupation", "quarter", "vacancies", "ww_under_6_months")
HEADER_WITHIN_ROWS = 50
FIX = "Correct the file, or name its columns with --mapping; nothing was changed."


@dataclass(frozen=True)
class Layout:
    """Where the table of one sheet stands.

    Attributes:
        sheet: Name of the sheet; empty for a csv file.
        header_row: Row number of the header, or of its last row, 1-based.
        columns: Name in the header of each field.
        header: Name of every column.
        blocks: Index of the column of each field, by the quarter that the columns are of; it is
            empty where a column gives it, or nothing.
        given: Region and quarter of the whole sheet, where something else than a column gives them.
        given_by: What gives those, in words; it may be the header.
    """

    sheet: str
    header_row: int
    columns: dict[str, str]
    header: list[str]
    blocks: dict[str, dict[str, int]]
    given: dict[str, str] = field(default_factory=dict)
    given_by: dict[str, str] = field(default_factory=dict)

    @property
    def used(self) -> dict[int, str]:
        """The fields by the index of their column."""
        return {place: field for block in self.blocks.values() for field, place in block.items()}

    @property
    def lacking(self) -> list[str]:
        """Which of region and quarter no column, header, sheet, title or mapping gives."""
        return [name for name, said in self.given.items() if not said]

    def name_of(self, field: str, quarters: set[str]) -> str:
        """Return the name of the column of a field, of one of these quarters if there are more."""
        places = {self.blocks[q][field] for q in quarters if field in self.blocks.get(q, {})}
        return self.header[places.pop()] if len(places) == 1 else self.columns[field]


@dataclass(frozen=True)
class Column:
    """What the header says of one column: its name, its field, and the quarter it is of."""

    name: str
    field: str = ""
    quarter: str = ""


def plain(text: str) -> str:
    """Return a name in small letters with one space for anything that is no letter or digit."""
    spelled = NOT_OF_THE_NAME.sub("", folded(text))
    spelled = spelled.replace("<", " korter dan ").replace(">", " langer dan ")
    return " ".join(SPELLINGS.get(word, word) for word in re.findall(r"[^\W_]+", spelled))


YEAR = {"jaar": "year"}
FIELD_OF = YEAR | {
    plain(name): field for field, names in NAMES.items() for name in names.split(",")
}
Rows = list[tuple[int, list[str]]]


def find(name: str, sheet: Sheet, mapping: Mapping) -> Layout | None:
    """Return the layout of a sheet; none when a needed column is not there.

    Of a table of which nothing gives the quarter or the region, the layout has none.

    Raises:
        DataError: A name stands for two columns, a column is of UWV's older series, or the quarter
            is given twice and not the same.
    """
    named = {plain(column): field for field, column in mapping.columns.items()}
    known = YEAR | named if named else FIELD_OF
    for may_lack in ({"quarter"}, {"quarter", "region"}):
        first = None
        for rows, columns in _headers(sheet, mapping.header_row, known):
            columns = _without_codes(columns)
            fields = {column.field for column in columns}
            if len(rows) > 1 and "quarter" in fields and any(column.quarter for column in columns):
                continue  # a title above a table that has its quarters in a column
            if not fields.issuperset({*NEEDED, *mapping.columns} - may_lack):
                continue
            if "region" not in fields and _may_have_regions(sheet, rows[-1][0], columns):
                continue
            for line, cells in rows:
                refuse_older_series(name, sheet, line, cells)
            layout = _placed(name, sheet, rows, columns, mapping)
            if not layout.lacking:
                return layout
            first = first or layout
        if first:
            return first
    return None


def _may_have_regions(sheet: Sheet, header_row: int, columns: list[Column]) -> bool:
    """Return whether a column that is not read has regions, by its name or by what it holds."""
    unread = [place for place, column in enumerate(columns) if not column.field]
    return any("regio" in plain(columns[place].name) for place in unread) or any(
        region_in("".join(cells[place : place + 1]))
        for line, cells in sheet.rows
        for place in unread
        if line > header_row
    )


def _headers(
    sheet: Sheet, header_row: int, known: Names[str, str]
) -> Iterator[tuple[Rows, list[Column]]]:
    """Yield each row, and each two rows below each other, as the header that they may be.

    Two rows come first when one of them has the quarters of the other.
    """
    named: Iterator[tuple[int, list[str]]] = (
        (line, sheet.headings(line, cells)) for line, cells in sheet.rows
    )
    for row, below in pairwise(chain(named, [(0, [])])):
        if row[0] > (header_row or HEADER_WITHIN_ROWS):
            break
        one = [column_of(cell, known) for cell in row[1]]
        two = _stacked(sheet, row, below, known) if below[1] else []
        of_two: list[tuple[Rows, list[Column]]] = [([row, below], two)]
        if header_row in (0, row[0], below[0]) and any(column.quarter for column in two):
            yield from of_two
        if header_row in (0, row[0]):
            yield [row], one
        if header_row in (0, row[0], below[0]):
            yield from of_two


def _without_codes(columns: list[Column]) -> list[Column]:
    """Leave the code of a region or occupation unread beside its name."""
    named = {c.field for c in columns if c.field in KEYS and "code" not in plain(c.name)}
    return [Column(c.name) if c.field in named and "code" in plain(c.name) else c for c in columns]


def column_of(cell: str, known: Names[str, str]) -> Column:
    """Return what a name in a header says; a figure may be named together with its quarter."""
    if field := _field(cell, known):
        return Column(cell.strip(), field)
    quarter, rest = quarter_in(cell)
    field = _field(rest, known) or _field(AT.sub("", rest), known) if quarter else ""
    if field and field not in KEYS:
        return Column(cell.strip(), field, quarter)
    return Column(cell.strip())


def _field(text: str, known: Names[str, str]) -> str:
    name = plain(text)
    return known.get(name) or known.get(name.removeprefix("aantal ")) or ""


def _stacked(
    sheet: Sheet, row: tuple[int, list[str]], below: tuple[int, list[str]], known: Names[str, str]
) -> list[Column]:
    """Return what two rows of a header say together, of which one may have the quarters."""
    width = max(len(row[1]), len(below[1]))
    upper, lower = (cells + [""] * (width - len(cells)) for cells in (row[1], below[1]))
    columns = []
    for own, over, under in zip(upper, _spread(sheet, row[0], upper), lower, strict=True):
        column = column_of(under, known)
        both = f"{over.strip()} {under.strip()}".strip()
        over_quarter, quarter = only_quarter(over), only_quarter(under)
        over_field = _field(over, known)
        if column.field and column.field not in KEYS and over_quarter:
            column = Column(both, column.field, column.quarter or over_quarter)
        elif quarter and over_field and over_field not in KEYS:
            column = Column(both, over_field, quarter)
        elif not under.strip():
            column = column_of(own, known)
        columns.append(column)
    return columns


def _spread(sheet: Sheet, line: int, cells: list[str]) -> list[str]:
    """Return what stands over each column: a cell stands over the blank ones beside it too.

    A merged cell stands over the columns that it covers.
    """
    ends = {left: right for top, left, bottom, right in sheet.merged if top <= line <= bottom}
    spread: list[str] = []
    current, end = "", -1
    for place, cell in enumerate(cells):
        if cell.strip():
            current, end = cell, ends.get(place, len(cells))
        spread.append(current if place <= end else "")
    return spread


def _placed(name: str, sheet: Sheet, rows: Rows, columns: list[Column], mapping: Mapping) -> Layout:
    line = rows[-1][0]
    keys = {column.field: place for place, column in enumerate(columns) if column.field in KEYS}
    figures = [(p, c) for p, c in enumerate(columns) if c.field and c.field not in KEYS]
    _refuse_repeated(name, sheet, line, columns)
    blocks: dict[str, dict[str, int]] = {}
    for place, column in figures:
        if column.quarter or not any(other.quarter for _, other in figures):
            blocks.setdefault(column.quarter, dict(keys))[column.field] = place
    _require_whole_blocks(name, sheet, line, blocks, mapping)
    given, given_by = {}, {"quarter": "the header"} if any(blocks) else {}
    for field_given in GIVEN:
        said = mapping.said_of(field_given, sheet.name)
        is_header = field_given in given_by
        if field_given not in keys and (not is_header or (said and len(blocks) == 1)):
            found = said_of(field_given, name, sheet, line, mapping)
            given[field_given], given_by[field_given] = found
        elif said:
            reason = (
                f"the table and the mapping both give the {field_given} ({said}), one was expected"
            )
            at = columns[keys[field_given]].name if field_given in keys else None
            raise DataError([problem(name, sheet, reason, line, at)], FIX)
    if "quarter" in given:
        blocks = {given["quarter"]: next(iter(blocks.values()))}
    named: dict[str, str] = {}
    for column in columns:
        if column.field:
            named.setdefault(column.field, column.name)
    header = [column.name for column in columns]
    return Layout(sheet.name, line, named, header, blocks, given, given_by)


def _refuse_repeated(name: str, sheet: Sheet, line: int, columns: list[Column]) -> None:
    found = Counter((column.field, column.quarter) for column in columns if column.field)
    for (said, quarter), times in found.items():
        if times > 1:
            one, other, *_ = (c.name for c in columns if (c.field, c.quarter) == (said, quarter))
            if plain(one) == plain(other):
                reason = (
                    "the header has this name more than once, once was expected; columns of "
                    "several quarters each need the quarter, such as 2025KW04, in their name or "
                    "above it"
                )
            else:
                reason = f"both {one!r} and {other!r} may be the {said}; name one with --mapping"
            raise DataError([problem(name, sheet, reason, line, other)], FIX)


def _require_whole_blocks(
    name: str, sheet: Sheet, line: int, blocks: dict[str, dict[str, int]], mapping: Mapping
) -> None:
    """Require that the columns of each quarter have all figures that are needed."""
    if any(blocks) and any("quarter" in block for block in blocks.values()):
        reason = "a column and the names of other columns both give the quarter, one was expected"
        raise DataError([problem(name, sheet, reason, line)], FIX)
    lacking = [
        problem(name, sheet, f"no column was recognised as {field} of {quarter}", line)
        for quarter, block in blocks.items()
        for field in {**dict.fromkeys(NEEDED), **mapping.columns}
        if field not in GIVEN and field not in block
    ]
    if lacking:
        raise DataError(lacking, FIX)


def said_of(
    field: str, name: str, sheet: Sheet, header_row: int, mapping: Mapping
) -> tuple[str, str]:
    """Return the quarter or region of a whole sheet and what gives it: mapping, name, or title."""
    if said := mapping.said_of(field, sheet.name):
        return said, "the mapping"
    in_name, in_title = GIVEN[field]
    titles = {
        said: line
        for line, cells in reversed(sheet.rows)
        if line < header_row
        for cell in cells
        if (said := in_title(cell))
    }
    named = in_name(sheet.name)
    if named and titles and named not in titles:
        [said, line] = next(iter(titles.items()))
        reason = (
            f"the name of the sheet says {named} and this row {said}; say with {field} in a "
            "mapping which one it is"
        )
        raise DataError([problem(name, sheet, reason, line)], FIX)
    if named:
        return named, "the name of the sheet"
    if len(titles) == 1:
        [(said, line)] = titles.items()
        return said, f"row {line}"
    return "", ""


def refuse_older_series(name: str, sheet: Sheet, line: int, cells: list[str]) -> None:
    """Refuse a header that has a column of the series that cannot be joined with this one.

    Raises:
        DataError: It has.
    """
    for cell in cells:
        if OLDER_SERIES.search(plain(cell)):
            reason = (
                "this is UWV's older series, which divides by registered jobseekers; it cannot be "
                "joined with vacancies per person on WW shorter than six months"
            )
            advice = "Import the series with WW shorter than six months; nothing was changed."
            raise DataError([problem(name, sheet, reason, line, cell)], advice)


def problem(
    name: str, sheet: Sheet, reason: str, line: int | None = None, column: str | None = None
) -> Problem:
    """Return a problem at a place in a sheet."""
    file = place_of(name, sheet.name)
    return Problem(file, reason, line, column.strip() if column else None)


def place_of(name: str, sheet: str) -> str:
    """Return a file with its sheet, as messages name it; a csv has none."""
    return f"{name}, sheet {sheet}" if sheet else name
