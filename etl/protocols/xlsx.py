"""The sheets of an xlsx workbook, looked over before a library that trusts it may read it.

A few hundred bytes can unpack to gigabytes, and one cell in the far corner makes a reader claim
memory for all cells before it. So each part is unpacked here within limits and its cells are
looked over; the library then reads exactly those parts.
"""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple
from xml.parsers import expat

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum
from xlsxwriter.utility import xl_col_to_name as letter

from etl.errors import DataError
from etl.protocols import package
from etl.protocols.package import USUAL, Limits, refuse
from words.spelling import clean

FORMULAS = 50
ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
NUMBER = re.compile(r"[1-9][0-9]{0,6}")
NOTE = re.compile("[\u00b9\u00b2\u00b3\u2070-\u209c]+")
Value = str | float | bool | datetime.date | datetime.time | datetime.timedelta


class Raised(NamedTuple):
    """What stands above or below the line of a cell, and what stands on it."""

    note: str
    rest: str

    def doubt(self, cell: str) -> str:
        """Return why the text of the cell is no value."""
        return (
            f"{self.note!r} stands in superscript or subscript in {cell!r}, so which part is the "
            "value is not sure; put a note in a cell of its own"
        )


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet as text.

    Attributes:
        name: Its name; empty for a csv file.
        rows: Row number (1-based, as the reader sees it) with its cells; blank rows are left out.
        visible: Whether a reader of the workbook sees it.
        flaws: Why a cell has no value to read, by row number and column (0-based).
        merged: Merged cells: first row, first column, last row, last column; rows 1-based.
        formulas: The first cells that hold a formula, by row number and column (0-based).
        raised: What stands above or below the line in a cell, as a note does, and what stands on
            it, by row number and column (0-based); the text of the cell holds both.
    """

    name: str
    rows: list[tuple[int, list[str]]]
    visible: bool = True
    flaws: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    raised: dict[tuple[int, int], Raised] = field(default_factory=dict)

    def headings(self, line: int, cells: list[str]) -> list[str]:
        """Return the cells of a row as clean names: a note that is raised is no part of one."""
        rest = {place: raised.rest for (row, place), raised in self.raised.items() if row == line}
        named = (rest.get(place, cell) for place, cell in enumerate(cells))
        return [clean(NOTE.sub("", cell)) for cell in named]


@dataclass
class _Runs:
    """The parts of a text on its line and beside it, gathered while its XML is read."""

    raised: str = ""
    rest: str = ""
    is_raised: bool = False
    is_spoken: bool = False
    in_text: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("r", "rPh"):
            self.is_raised, self.is_spoken = False, tag == "rPh"
        elif tag == "vertAlign":
            self.is_raised = attributes.get("val") != "baseline"
        self.in_text = tag == "t" and not self.is_spoken

    def text(self, data: str) -> None:
        if self.in_text and self.is_raised:
            self.raised += data.strip()
        elif self.in_text:
            self.rest += data

    def found(self) -> Raised | None:
        return Raised(self.raised, self.rest) if self.raised else None


@dataclass
class _Look:
    """What looking over the XML of one sheet shows: how far it reaches, and cells to distrust."""

    rows: int = 0
    columns: int = 0
    texts: int = 0
    flaws: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    raised: dict[tuple[int, int], Raised] = field(default_factory=dict)
    runs: _Runs = field(default_factory=_Runs)
    row: int = 0
    column: int = -1
    counted_row: int = 0
    is_elsewhere: bool = False
    kind: str | None = None
    has_formula: bool = False
    has_value: bool = False
    in_value: bool = False
    value: str = ""


def read(name: str, content: bytes, limits: Limits = USUAL) -> list[Sheet]:
    """Return every worksheet of a workbook, hidden ones too, in its order.

    Raises:
        DataError: It is damaged, protected, too large when unpacked, or no xlsx at all.
    """
    try:
        opened = package.opened(name, content, limits)
        shared = _raised_in(opened.shared)
        looks = {
            title: _look_over(name, title, opened.parts[part], limits, shared)
            for title, part in opened.sheets.items()
        }
        _require_room(name, opened.shared, looks, limits)
        packed = opened.packed()
        del opened  # it is large, and reading takes as much again
        return _read(packed, looks)
    except (DataError, MemoryError):
        raise
    except Exception as error:  # whatever a library meets in a damaged file
        said = (str(error).splitlines() or [type(error).__name__])[0]
        raise refuse(name, f"the workbook is damaged ({said})", kind="damaged") from error


def _raised_in(shared: bytes) -> dict[int, Raised]:
    """Return what is raised or lowered in the shared texts, by the number of the text."""
    if b"vertAlign" not in shared:
        return {}
    texts = [_Runs()]
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "si":
            texts.append(_Runs())
        texts[-1].start(tag, attributes)

    parser.StartElementHandler = start
    parser.CharacterDataHandler = lambda data: texts[-1].text(data)
    parser.Parse(shared, True)
    return {n: found for n, runs in enumerate(texts[1:]) if (found := runs.found())}


def _look_over(
    name: str, title: str, content: bytes, limits: Limits, shared: dict[int, Raised]
) -> _Look:
    look = _Look()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "row":
            _begin_row(name, title, look, attributes.get("r"))
        elif tag == "c":
            _begin_cell(name, title, look, attributes.get("r"))
            look.kind = attributes.get("t")
            look.has_formula = look.has_value = False
            look.value = ""
            look.runs = _Runs()
        elif tag == "f":
            look.has_formula = True
        elif tag in ("v", "is"):
            look.has_value = True
            look.in_value = tag == "v"
        else:
            look.runs.start(tag, attributes)

    def end(tag: str) -> None:
        tag = tag.rpartition(":")[2]
        look.in_value = False
        if tag == "c" and (look.has_value or look.has_formula):
            _look_at_cell(name, title, look, limits, shared)

    def text(data: str) -> None:
        if look.in_value:
            look.value += data
        else:
            look.runs.text(data)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.Parse(content, True)
    return look


def _begin_row(name: str, title: str, look: _Look, number: str | None) -> None:
    """Go to a row: the one that it says, or else the next."""
    if number is not None and not NUMBER.fullmatch(number):
        raise _unplaced(name, title, number)
    look.is_elsewhere = look.is_elsewhere and number is None
    look.counted_row = int(number) if number else look.counted_row + 1
    look.column = -1


def _begin_cell(name: str, title: str, look: _Look, address: str | None) -> None:
    """Go to a cell: the one that it says, or else the next of its row."""
    if address is None:
        look.row, look.column = look.counted_row, look.column + 1
        if look.is_elsewhere:  # the cells before it say that it is another row
            raise _unplaced(name, title, None)
        return
    matched = ADDRESS.fullmatch(address)
    if not matched:
        raise _unplaced(name, title, address)
    look.row, look.column = int(matched[2]), _column(matched[1])
    look.is_elsewhere = look.is_elsewhere or look.row != look.counted_row


def _column(letters: str) -> int:
    column = 0
    for one in letters:
        column = column * 26 + ord(one) - ord("A") + 1
    return column - 1


def _unplaced(name: str, title: str, address: str | None) -> DataError:
    reason = f"sheet {title} has a cell without a usable address ({address})"
    return refuse(name, reason, kind="damaged")


def _look_at_cell(
    name: str, title: str, look: _Look, limits: Limits, shared: dict[int, Raised]
) -> None:
    row, column = look.row, look.column + 1
    if row > limits.rows or column > limits.columns:
        reason = f"sheet {title} reaches beyond {limits.rows:,} rows or {limits.columns} columns"
        raise refuse(name, reason, row, letter(look.column), kind="too_wide_or_long")
    if look.has_formula and len(look.formulas) < FORMULAS:
        look.formulas.append((row, column - 1))
    look.rows, look.columns = max(look.rows, row), max(look.columns, column)
    look.texts += look.kind == "s"
    raised = shared.get(int(look.value)) if look.kind == "s" and shared else look.runs.found()
    if raised:
        look.raised[row, column - 1] = raised
    if look.kind == "e":
        look.flaws[row, column - 1] = f"the cell holds the error {look.value or '#?'}"
    elif look.has_formula and not look.value and look.kind != "str":
        look.flaws[row, column - 1] = (
            "the cell holds a formula without its result: open the file in Excel, save it and "
            "import that"
        )


def _require_room(name: str, shared: bytes, looks: dict[str, _Look], limits: Limits) -> None:
    """Refuse what would take too much memory: cells, or one long text shown by many cells."""
    if sum(look.rows * look.columns for look in looks.values()) > limits.cells:
        reason = f"the workbook has more than {limits.cells:,} cells"
        raise refuse(name, reason, kind="too_many_cells")
    longest = max(len(text) for text in re.split(rb"</(?:\w+:)?si>", shared))
    if longest * sum(look.texts for look in looks.values()) > limits.text:
        reason = "the texts of the workbook are too long; remove long remarks"
        raise refuse(name, reason, kind="texts_too_long")


def _read(content: bytes, looks: dict[str, _Look]) -> list[Sheet]:
    found = []
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        for about in workbook.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            left = [""] * (sheet.start[1] if sheet.start else 0)
            once: dict[str, str] = {}  # a code stands in many cells; keep one text of it
            rows = [
                (line, left + [once.setdefault(t, t) for t in map(_text, row)])
                for line, row in enumerate(sheet.iter_rows(), start=1)
                if any(value != "" for value in row)
            ]
            merged = [
                (top + 1, left, bottom + 1, right)
                for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
            ]
            look, visible = looks[about.name], about.visible == SheetVisibleEnum.Visible
            seen = (look.flaws, merged, look.formulas, look.raised)
            found.append(Sheet(about.name, rows, visible, *seen))
    return found


def _text(value: Value) -> str:
    """Return a cell as text: a number in full with a decimal point, a date as 2025-06-30."""
    if isinstance(value, float) and value.is_integer():
        return format(value, ".0f")
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
