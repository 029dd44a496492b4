"""The sheets of an xlsx workbook, looked over before a library that trusts it may read it.

A few hundred bytes can unpack to gigabytes, and one cell in the far corner makes a reader claim
memory for all cells before it. So each part is unpacked here within limits and its cells are
looked over; the library then reads exactly those parts.
"""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from xml.etree import ElementTree
from xml.parsers import expat

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from etl.errors import DataError, refusal

MAX_BYTES = 50_000_000
MAX_PARTS = 1_000
MAX_SHEETS = 50
FORMULAS = 50
OTHER_KINDS = {
    "xl/workbook.bin": "an Excel workbook of the binary kind (xlsb)",
    "word/document.xml": "a Word document",
    "content.xml": "an OpenDocument file",
}
ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
refuse = partial(
    refusal, "Open the workbook, save it again as xlsx and import that; nothing was changed."
)

SHARED_STRINGS = "xl/sharedstrings.xml"
COMMENTS = re.compile(r"xl/(comments|threadedComments|persons)")

Value = str | float | bool | datetime.date | datetime.time | datetime.timedelta


@dataclass(frozen=True)
class Limits:
    """How much a file may hold, and whether it may hold more than plain cells.

    Attributes:
        size: Bytes of the file.
        unpacked: Bytes of a workbook when unpacked.
        rows: Rows of a sheet.
        columns: Columns of a sheet.
        cells: Cells of the whole file.
        text: Bytes of text that the cells of a workbook may show.
        cell: Characters of one cell of a csv file.
        plain: Refuse a workbook with macros or with comments.
    """

    size: int = MAX_BYTES
    unpacked: int = 250_000_000
    rows: int = 400_000
    columns: int = 500
    cells: int = 5_000_000
    text: int = 1_000_000_000
    cell: int = 131_072
    plain: bool = False


USUAL = Limits()


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
        raised: What stands above or below the line in a cell, as a note does, by row number and
            column (0-based); the text of the cell holds it too.
    """

    name: str
    rows: list[tuple[int, list[str]]]
    visible: bool = True
    flaws: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    raised: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass
class _Runs:
    """The parts of a text that stand above or below its line, gathered while its XML is read."""

    raised: str = ""
    is_raised: bool = False
    in_text: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "r":
            self.is_raised = False
        elif tag == "vertAlign":
            self.is_raised = attributes.get("val") != "baseline"
        self.in_text = tag == "t"

    def text(self, data: str) -> None:
        if self.in_text and self.is_raised:
            self.raised += data.strip()


@dataclass
class _Look:
    """What looking over the XML of one sheet shows: how far it reaches, and cells to distrust."""

    rows: int = 0
    columns: int = 0
    texts: int = 0
    flaws: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    raised: dict[tuple[int, int], str] = field(default_factory=dict)
    runs: _Runs = field(default_factory=_Runs)
    address: str | None = None
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
        parts = _unpack(name, content, limits)
        members = _sheet_members(name, parts)
        shared = _raised_in(_shared_strings(parts))
        looks = {t: _look_over(name, t, parts[m], limits, shared) for t, m in members.items()}
        _require_room(name, parts, looks, limits)
        wanted = {p: c for p, c in parts.items() if not _is_sheet(p) or p in members.values()}
        packed = _packed(wanted)
        del parts, wanted  # they are large, and reading takes as much again
        return _read(packed, looks)
    except (DataError, MemoryError):
        raise
    except Exception as error:  # whatever a library meets in a damaged file
        said = (str(error).splitlines() or [type(error).__name__])[0]
        raise refuse(name, f"the workbook is damaged ({said})", kind="damaged") from error


def _unpack(name: str, content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the XML parts, never more bytes than the directory of the zip says and we allow."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        names = {entry.filename for entry in entries}
        kind = next((said for part, said in OTHER_KINDS.items() if part in names), None)
        if kind or "xl/workbook.xml" not in names:
            reason = f"the file is {kind or 'a zip file'}; an xlsx was expected"
            raise refuse(name, reason, kind="other_kind")
        if len(entries) > MAX_PARTS or sum(e.file_size for e in entries) > limits.unpacked:
            reason = f"the workbook unpacks to more than {limits.unpacked // 10**6} MB"
            raise refuse(name, reason, kind="unpacks_too_large")
        if limits.plain and "xl/vbaProject.bin" in names:
            raise refuse(name, "the workbook holds macros", kind="macros")
        if limits.plain and any(COMMENTS.match(part) for part in names):
            raise refuse(name, "the workbook holds comments", kind="comments")
        if any(e.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for e in entries):
            reason = "the workbook is packed in a way that Excel does not know"
            raise refuse(name, reason, kind="damaged")
        return {
            entry.filename: archive.read(entry)
            for entry in entries
            if entry.filename.endswith((".xml", ".rels"))
        }


def _is_sheet(part: str) -> bool:
    return part.startswith("xl/") and "sheets/" in part


def _sheet_members(name: str, parts: dict[str, bytes]) -> dict[str, str]:
    """Return the part that holds each sheet, by the title of the sheet."""
    targets = {
        relation.get("Id"): posixpath.join("/xl", relation.get("Target", "")).lstrip("/")
        for relation in ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    }
    sheets = ElementTree.fromstring(parts["xl/workbook.xml"]).iterfind("{*}sheets/{*}sheet")
    members: dict[str, str] = {}
    for sheet in sheets:
        title = sheet.get("name", "")
        relation = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), None)
        part = targets.get(relation, "")
        if part not in parts or not _is_sheet(part) or title in members:
            reason = f"sheet {title} is not in the workbook, or more than once"
            raise refuse(name, reason, kind="damaged")
        members[title] = part
    if not 0 < len(members) <= MAX_SHEETS:
        reason = f"the workbook has {len(members)} sheets; 1 to {MAX_SHEETS} expected"
        raise refuse(name, reason, kind="too_many_sheets")
    return members


def _shared_strings(parts: dict[str, bytes]) -> bytes:
    """Return the part that holds the texts of the cells; its name may be in any case."""
    return next((c for part, c in parts.items() if part.lower() == SHARED_STRINGS), b"")


def _raised_in(shared: bytes) -> dict[int, str]:
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
    return {number: runs.raised for number, runs in enumerate(texts[1:]) if runs.raised}


def _look_over(
    name: str, title: str, content: bytes, limits: Limits, shared: dict[int, str]
) -> _Look:
    look = _Look()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "c":
            look.address, look.kind = attributes.get("r"), attributes.get("t")
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


def _look_at_cell(
    name: str, title: str, look: _Look, limits: Limits, shared: dict[int, str]
) -> None:
    matched = ADDRESS.fullmatch(look.address or "")
    if not matched:
        reason = f"sheet {title} has a cell without a usable address ({look.address})"
        raise refuse(name, reason, kind="damaged")
    row, column = int(matched[2]), 0
    for letter in matched[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if row > limits.rows or column > limits.columns:
        reason = f"sheet {title} reaches beyond {limits.rows:,} rows or {limits.columns} columns"
        raise refuse(name, reason, row, matched[1], kind="too_wide_or_long")
    if look.has_formula and len(look.formulas) < FORMULAS:
        look.formulas.append((row, column - 1))
    look.rows, look.columns = max(look.rows, row), max(look.columns, column)
    look.texts += look.kind == "s"
    raised = shared.get(int(look.value)) if look.kind == "s" and shared else look.runs.raised
    if raised:
        look.raised[row, column - 1] = raised
    if look.kind == "e":
        look.flaws[row, column - 1] = f"the cell holds the error {look.value or '#?'}"
    elif look.has_formula and not look.value and look.kind != "str":
        look.flaws[row, column - 1] = (
            "the cell holds a formula without its result: open the file in Excel, save it and "
            "import that"
        )


def _require_room(
    name: str, parts: dict[str, bytes], looks: dict[str, _Look], limits: Limits
) -> None:
    """Refuse what would take too much memory: cells, or one long text shown by many cells."""
    if sum(look.rows * look.columns for look in looks.values()) > limits.cells:
        reason = f"the workbook has more than {limits.cells:,} cells"
        raise refuse(name, reason, kind="too_many_cells")
    longest = max(len(text) for text in re.split(rb"</(?:\w+:)?si>", _shared_strings(parts)))
    if longest * sum(look.texts for look in looks.values()) > limits.text:
        reason = "the texts of the workbook are too long; remove long remarks"
        raise refuse(name, reason, kind="texts_too_long")


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return packed.getvalue()


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
