"""A table as somebody downloads it from StatLine: with labels, and periods in rows or columns.

No real download was available, so nothing is found by its position: the register's own names of
dimensions and measures tell which rows are the header and what stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import duckdb
import pyarrow as pa
from xlsxwriter.utility import xl_col_to_name as letter

from etl import transform
from etl.errors import DataError, Problem, refusal
from etl.intake import cbs
from etl.protocols import rows
from etl.protocols.cbs_table import Measure, is_called, plain
from etl.protocols.xlsx import Sheet
from etl.register import RawFile, Source
from words.spelling import clean, number

ADVICE = (
    "Download the table again with all its topics and import that, or import the zip of all "
    "figures from datasets.cbs.nl; nothing was changed."
)
refuse = partial(refusal, ADVICE)
HEADER_WITHIN_ROWS = 20
PERIODS = "Perioden"
TOPICS = ("onderwerp", "onderwerpen")
TOTAL = re.compile(r"totaal|waarde$", re.IGNORECASE)
UNIT = re.compile(r"(?P<title>.*?)\s*\((?P<unit>[^()]*)\)\s*")
NUMBER = re.compile(r"-?\d+([.,]\d+)?")
AMBIGUOUS = re.compile(r"-?\d{1,3}([.,]\d{3})+")
PERIOD = re.compile(
    r"\d{4}(\s+[1-4]e kwartaal|\s+[a-z]+|\s*/\s*'?\d{2,4})?\s*(?P<stars>\*{0,2})", re.IGNORECASE
)
STATUS = {"": "Definitief", "*": "Voorlopig", "**": "NaderVoorlopig"}
CODES = {
    "Perioden": """
        select any_value(period) from period
        where list_sort(string_split(replace(label, 'schooljaar ', ''), ' '))
            = list_sort(string_split(
                regexp_replace(rtrim($label, '* '), '\\s*/\\s*''?(\\d\\d)?(\\d\\d)$', '/''\\2'), ' '
            ))""",
    "RegioS": "select region_code_of($label, 'provincie')",
    "Regio": "select region_code_of($label, 'provincie')",
    "BedrijfstakkenBranchesSBI2008": """
        select any_value(sector_code) from sector
        where label = $label or sbi = split_part($label, ' ', 1)""",
}


@dataclass(frozen=True)
class Layout:
    """Where the figures of a download stand.

    Attributes:
        below: Row number of the last row of the header.
        labels: The column of each dimension that is one; ``onderwerp`` where rows name the topic.
        figures: Per column with figures the period and the measure that stand above it, if any.
    """

    below: int
    labels: dict[str, int]
    figures: dict[int, tuple[str, str]]


def table_of(name: str, sheet: Sheet) -> tuple[Source, RawFile] | None:
    """Return which table of the register was downloaded, by the title above it or its file's name.

    None when the sheet is no download of StatLine.
    """
    top = {
        plain(cell)
        for line, cells in sheet.rows[:HEADER_WITHIN_ROWS]
        for cell in sheet.headings(line, cells)
    }
    if plain(PERIODS) not in top:
        return None
    named = [one for one in cbs.tables() if str(one[1].table_id).lower() in name.lower()]
    return next(iter(named or [one for one in cbs.tables() if plain(one[1].title) in top]), None)


def read(name: str, sheet: Sheet, file: RawFile) -> pa.Table:
    """Return the figures of a download as the extract of its table, with codes for labels.

    Raises:
        DataError: A dimension or topic is not there, or a label or figure cannot be read.
    """
    layout = _layout(name, sheet, file)
    problems = list(_doubts(name, sheet, layout))
    found: dict[tuple[str, ...], dict[str, str]] = {}
    lines: dict[tuple[str, ...], int] = {}
    for line, cells in sheet.rows:
        if line <= layout.below or sum(map(bool, map(clean, cells))) < 2:
            continue  # a title, a remark or the source
        for labels, measure, value in _figures(name, line, cells, layout, file):
            key = tuple(labels[dimension] for dimension in file.dimensions)
            lines.setdefault(key, line)
            row = found.setdefault(key, {})
            if measure in row:
                reason = f"{' / '.join(key)} stands there twice"
                problems.append(Problem(name, reason, line, measure, value))
            if AMBIGUOUS.fullmatch(value):
                reason = "a mark before three digits may part thousands or decimals"
                problems.append(Problem(name, reason, line, measure, value))
            row[measure] = value.replace(",", ".") if NUMBER.fullmatch(value) else value
    if not found:
        raise refuse(name, "no row holds the totals that the monitor takes", layout.below)
    columns = _coded(name, file, list(found), list(lines.values()), problems)
    if problems:
        raise DataError(problems, ADVICE)
    figures = {one: [row.get(one, "") for row in found.values()] for one in file.units}
    columns |= figures
    return rows.table(lines.values(), {column: columns[column] for column in file.columns})


def _layout(name: str, sheet: Sheet, file: RawFile) -> Layout:
    known = {plain(one): one for one in (*file.dimensions, *file.only)}
    known |= dict.fromkeys(TOPICS, TOPICS[0])
    header = list(_header(sheet, file, known))
    places = [
        (known[plain(cell)], column, place)
        for place, (_, cells) in enumerate(header)
        for column, cell in enumerate(cells)
        if plain(cell) in known
    ]
    labels = {
        one: column
        for one, column, place in places
        if one != PERIODS or not any(map(_period, header[place][1][column + 1 :]))
    }
    figures: dict[int, tuple[str, str]] = {}
    above = [_filled(cells, known) for _, cells in header]
    for column in {*range(max(map(len, above)))} - {*labels.values()}:
        texts = [cells[column] for cells in above if column < len(cells) and cells[column]]
        period = next(filter(_period, texts), "")
        measure = next(filter(None, (_measure(file, text) for text in texts)), "")
        if period or measure or (texts and TOPICS[0] in labels):
            figures[column] = (period, measure)
    line = header[-1][0]
    missing = {*file.dimensions, *file.only} - {*labels}
    topics = {measure for _, measure in figures.values()} - {""}
    if figures and all(period for period, _ in figures.values()):
        missing -= {PERIODS}
        if not topics and len(file.units) == 1:  # the title alone says what the figures are
            [only] = topics = {*file.units}
            figures = {column: (period, only) for column, (period, _) in figures.items()}
    if TOPICS[0] not in labels:
        missing |= {*file.units} - topics
    if missing or not figures:
        reason = f"no column was recognised as {', '.join(sorted(missing)) or 'figures'}"
        raise refuse(name, reason, line, value="; ".join(header[0][1]))
    return Layout(line, labels, figures)


def _doubts(name: str, sheet: Sheet, layout: Layout) -> Iterator[Problem]:
    """Yield the cells below the header of which the value is not sure."""
    read = {*layout.labels.values(), *layout.figures}
    for line, cells in sheet.rows:
        for place in sorted(read) if line > layout.below else ():
            if reason := sheet.flaws.get((line, place)):
                yield Problem(name, reason, line, letter(place))
            elif raised := sheet.raised.get((line, place)):
                yield Problem(name, raised.doubt(cells[place]), line, letter(place))


def _header(sheet: Sheet, file: RawFile, known: dict[str, str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with names above the figures: from the first that names a dimension on."""
    is_in = False
    for line, found in sheet.rows:
        cells = sheet.headings(line, found)
        names_one = any(plain(cell) in known for cell in cells)
        is_above = all(
            _period(cell) or _measure(file, cell) or cell in file.units.values()
            for cell in cells
            if cell
        )
        if names_one or (is_in and is_above):
            is_in = True
            yield line, cells
        elif is_in:
            return


def _filled(cells: list[str], known: dict[str, str]) -> list[str]:
    """Return a row of the header in which a name stands above all columns that it is about."""
    found: list[str] = []
    for cell in cells:
        text = "" if plain(cell) in known else cell
        found.append(text or (found[-1] if found else ""))
    return found


def _period(text: str) -> re.Match[str] | None:
    return PERIOD.fullmatch(text)


def _measure(file: RawFile, text: str) -> str:
    """Return which measure of the register a topic is; its unit may stand behind it."""
    split = UNIT.fullmatch(text)
    title, unit = (split["title"], split["unit"]) if split else (text, "")
    for name, expected in file.units.items():
        is_unit = not unit or not expected or plain(unit) == plain(expected)
        if any(is_called(Measure("", topic, "", ""), name) for topic in (title, text)) and is_unit:
            return name
    return ""


def _figures(
    name: str, line: int, cells: list[str], layout: Layout, file: RawFile
) -> Iterator[tuple[dict[str, str], str, str]]:
    """Yield the labels, the measure and the text of each figure of a row that is a total."""
    width = max(*layout.labels.values(), *layout.figures) + 1
    if len(cells) < width:
        raise refuse(name, f"{len(cells)} fields found, {width} were expected", line)
    labels = {one: clean(cells[column]) for one, column in layout.labels.items()}
    topic = _measure(file, labels.get(TOPICS[0], ""))
    is_taken = all(
        TOTAL.match(labels[one]) or labels[one] == wanted for one, wanted in file.only.items()
    )
    for column, (period, measure) in layout.figures.items() if is_taken else ():
        if measure or topic:
            yield (
                labels | ({PERIODS: period} if period else {}),
                measure or topic,
                number(cells[column]),
            )


def _coded(
    name: str,
    file: RawFile,
    keys: list[tuple[str, ...]],
    lines: list[int],
    problems: list[Problem],
) -> dict[str, list[str]]:
    """Return the columns of the dimensions: the code of each label, and what it says beside it."""
    columns: dict[str, list[str]] = {}
    with transform.reference() as connection:
        for place, dimension in enumerate(file.dimensions):
            labels = [key[place] for key in keys]
            has_title = f"{dimension}:Title" in file.columns
            code_of = {
                label: label if has_title else _code(connection, dimension, label)
                for label in dict.fromkeys(labels)
            }
            for unknown in [label for label, code in code_of.items() if not code]:
                reason = "the label is unknown; one of StatLine was expected"
                line = lines[labels.index(unknown)]
                problems.append(Problem(name, reason, line, dimension, unknown))
            columns[dimension] = [code_of[label] or "" for label in labels]
            columns[f"{dimension}:Title"] = labels
    stars = [
        found["stars"] if (found := _period(key[file.dimensions.index(PERIODS)])) else ""
        for key in keys
    ]
    columns[f"{PERIODS}:Status"] = [STATUS[star] for star in stars]
    return columns


def _code(connection: duckdb.DuckDBPyConnection, dimension: str, label: str) -> str:
    """Return the code that stands in the reference tables for a label; empty when none does."""
    [(code,)] = connection.execute(CODES[dimension], {"label": label}).fetchall()
    return str(code or "")
