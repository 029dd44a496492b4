"""A table as somebody downloads it from StatLine: with labels, and periods in rows or columns.

No real download was available, so nothing is found by its position: the register's own names of
dimensions and measures tell which rows are the header and what stands where.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa
from xlsxwriter.utility import xl_col_to_name as letter

from etl.errors import DataError, Problem, refusal
from etl.intake import categories, cbs
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
    top = _top(sheet)
    tables = [one for one in cbs.tables() if top & {*map(plain, one[1].dimensions)}]
    named = [one for one in tables if str(one[1].table_id).lower() in name.lower()]
    return next(iter(named or [one for one in tables if plain(one[1].title) in top]), None)


def is_download(sheet: Sheet) -> bool:
    """Return whether a sheet looks like a download of StatLine, of whatever table."""
    return plain(PERIODS) in _top(sheet)


def _top(sheet: Sheet) -> set[str]:
    rows = sheet.rows[:HEADER_WITHIN_ROWS]
    return {plain(cell) for line, cells in rows for cell in sheet.headings(line, cells)}


def read(name: str, sheet: Sheet, file: RawFile, raw_folder: Path) -> pa.Table:
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
    code_of = categories.teller(file, raw_folder)
    columns = _coded(name, file, lines, code_of, problems)
    if problems:
        raise DataError(problems, ADVICE)
    columns |= {one: [row.get(one, "") for row in found.values()] for one in file.units}
    columns |= {one: [value] * len(found) for one, value in file.constants.items()}
    wanted = (*file.columns, *file.constants)
    return rows.table(lines.values(), {column: columns[column] for column in wanted})


def _layout(name: str, sheet: Sheet, file: RawFile) -> Layout:
    known = {plain(one): one for one in (*file.dimensions, *file.only)}
    known |= dict.fromkeys(TOPICS, TOPICS[0])
    header = list(_header(sheet, file, known))
    if not header:
        raise refuse(name, f"no row names {', '.join(file.dimensions)} beside other columns")
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
        topics = [text for text in texts if text not in (period, *file.units.values())]
        measure = _measure(file, "/".join(topics))
        if period or measure or (texts and TOPICS[0] in labels):
            figures[column] = (period, measure)
    line = header[-1][0]
    missing = {*file.dimensions, *file.only} - {*labels}
    measures = {measure for _, measure in figures.values()} - {""}
    if figures and all(period for period, _ in figures.values()):
        missing -= {PERIODS}
        if not measures and len(file.units) == 1:  # the title alone says what the figures are
            [only] = measures = {*file.units}
            figures = {column: (period, only) for column, (period, _) in figures.items()}
    if TOPICS[0] not in labels:
        missing |= {*file.units} - measures
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
    parts = {plain(part) for name in file.units for part in name.split("/")}
    is_in = False
    for line, found in sheet.rows:
        cells = sheet.headings(line, found)
        filled = [cell for cell in cells if cell]
        names_one = any(plain(cell) in known for cell in filled)
        is_above = all(
            _period(cell)
            or _measure(file, cell)
            or plain(cell) in parts
            or cell in file.units.values()
            for cell in filled
        )
        if is_in and not (names_one or is_above):
            return
        if is_in or (names_one and len(filled) > 1):
            is_in = True
            yield line, cells


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
    """Return which measure of the register a topic is; groups may stand before it, its unit behind.

    The topic is ``Beroepsbevolking/Werkloze beroepsbevolking (x 1 000)``.
    """
    split = UNIT.fullmatch(text)
    title, unit = (split["title"], split["unit"]) if split else (text, "")
    topics = [topic for path in {title, text} for topic in _topics(path)]
    for name, expected in file.units.items():
        is_unit = not unit or not expected or plain(unit) == plain(expected)
        if is_unit and any(is_called(topic, name) for topic in topics):
            return name
    return ""


def _topics(path: str) -> Iterator[Measure]:
    """Yield each measure that a path of groups can mean, for a title may have a slash itself."""
    parts = path.split("/")
    for place in range(len(parts)):
        yield Measure("", "/".join(parts[place:]), parts[place - 1] if place else "", "")


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
    lines: dict[tuple[str, ...], int],
    code_of: Callable[[str, str], str],
    problems: list[Problem],
) -> dict[str, list[str]]:
    """Return the columns of the dimensions: the code of each label, and what it says beside it."""
    columns: dict[str, list[str]] = {}
    for place, dimension in enumerate(file.dimensions):
        labels = [key[place] for key in lines]
        codes = {label: code_of(dimension, label.rstrip("* ")) for label in dict.fromkeys(labels)}
        for unknown in [label for label, code in codes.items() if not code]:
            reason = f"the label is unknown, so it has no code; {file.table_id}.zip has it"
            line = next(line for key, line in lines.items() if key[place] == unknown)
            problems.append(Problem(name, reason, line, dimension, unknown))
        columns[dimension] = [codes[label] for label in labels]
        columns[f"{dimension}:Title"] = labels
        stars = [found["stars"] if (found := _period(label)) else "" for label in labels]
        columns[f"{dimension}:Status"] = [STATUS[star] for star in stars]
    return columns
