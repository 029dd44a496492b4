"""The zip that an xlsx workbook is: unpacked within limits, and packed anew for a library to read.

Excel finds the parts of a workbook by their relations, wherever they lie and whatever slashes and
capitals their names have; so they are found here. What is packed again has the usual names.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from etl.errors import refusal

MAX_BYTES = 50_000_000
MAX_PARTS = 1_000
MAX_SHEETS = 50
OTHER_KINDS = {
    "xl/workbook.bin": "an Excel workbook of the binary kind (xlsb)",
    "word/document.xml": "a Word document",
    "content.xml": "an OpenDocument file",
}
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORKBOOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
SHEETS = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet")
COMMENT_PART = re.compile(r"(^|/)(comments\d*\.xml$|(threaded)?comments/|persons/)")
COMMENT_RELATION = re.compile(rb"relationships/(comments|threadedComment|person)[\"']")
refuse = partial(
    refusal, "Open the workbook, save it again as xlsx and import that; nothing was changed."
)


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
    columns: int = 5_000
    cells: int = 5_000_000
    text: int = 1_000_000_000
    cell: int = 131_072
    plain: bool = False


USUAL = Limits()


@dataclass(frozen=True)
class _Relation:
    """That the workbook needs another part; the last word of its type says as what."""

    name: str
    type: str
    part: str

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


@dataclass(frozen=True)
class Package:
    """What is read of a workbook.

    Attributes:
        workbook: The part that names the sheets.
        parts: Sheets, texts and styles, by the names that they usually have.
        sheets: The usual name of each sheet by its title, in the order of the workbook.
        relations: How the workbook refers to each part.
    """

    workbook: bytes
    parts: dict[str, bytes]
    sheets: dict[str, str]
    relations: dict[str, _Relation]

    @property
    def shared(self) -> bytes:
        """The part with the texts that several cells may show."""
        return self.parts.get("sharedStrings.xml", b"")

    def packed(self) -> bytes:
        """Return a workbook of these parts alone."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            main = _Relation("main", WORKBOOK, "")
            archive.writestr("_rels/.rels", _written({"xl/workbook.xml": main}))
            archive.writestr("xl/_rels/workbook.xml.rels", _written(self.relations))
            archive.writestr("xl/workbook.xml", self.workbook)
            for name, content in self.parts.items():
                archive.writestr(f"xl/{name}", content)
        return packed.getvalue()


def _written(relations: dict[str, _Relation]) -> str:
    rows = ""
    for to, one in relations.items():
        name, kind = quoteattr(one.name), quoteattr(one.type)
        rows += f"<Relationship Id={name} Type={kind} Target={quoteattr(to)}/>"
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def opened(name: str, content: bytes, limits: Limits = USUAL) -> Package:
    """Unpack a workbook within the limits.

    Raises:
        DataError: It is too large when unpacked, holds what the limits do not allow, or is no xlsx.
    """
    parts = _unpacked(name, content, limits)
    root = [one.part for one in _relations(parts, "") if one.kind == "officeDocument"]
    main = next((part for part in [*root, "xl/workbook.xml"] if part in parts), None)
    if main is None or not _is_workbook(parts[main]):
        raise refuse(name, "the file is a zip file; an xlsx was expected", kind="other_kind")
    related = {one.name: one for one in _relations(parts, main)}
    sheets: dict[str, str] = {}
    relations: dict[str, _Relation] = {}
    for sheet in ElementTree.fromstring(parts[main]).iterfind("{*}sheets/{*}sheet"):
        title = sheet.get("name", "")
        key = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        one = related.get(key)
        if not one or one.kind not in SHEETS or one.part not in parts or title in sheets:
            reason = f"sheet {title} is not in the workbook, or more than once"
            raise refuse(name, reason, kind="damaged")
        sheets[title] = f"{one.kind}s/sheet{len(sheets) + 1}.xml"
        relations[sheets[title]] = one
    if not 0 < len(sheets) <= MAX_SHEETS:
        reason = f"the workbook has {len(sheets)} sheets; 1 to {MAX_SHEETS} expected"
        raise refuse(name, reason, kind="too_many_sheets")
    for one in related.values():
        if one.kind in ("sharedStrings", "styles") and one.part in parts:
            relations[f"{one.kind}.xml"] = one
    read = {usual: parts[one.part] for usual, one in relations.items()}
    return Package(parts[main], read, sheets, relations)


def _unpacked(name: str, content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the XML parts, never more bytes than the directory of the zip says and we allow."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {spelled(entry.filename): entry for entry in archive.infolist()}
        if kind := next((said for part, said in OTHER_KINDS.items() if part in entries), None):
            raise refuse(name, f"the file is {kind}; an xlsx was expected", kind="other_kind")
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if len(archive.infolist()) > MAX_PARTS or unpacked > limits.unpacked:
            reason = f"the workbook unpacks to more than {limits.unpacked // 10**6} MB"
            raise refuse(name, reason, kind="unpacks_too_large")
        if len(entries) < len(archive.infolist()):
            raise refuse(name, "a part of the workbook is in it twice", kind="damaged")
        if any(
            entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            for entry in entries.values()
        ):
            reason = "the workbook is packed in a way that Excel does not know"
            raise refuse(name, reason, kind="damaged")
        parts = {
            part: archive.read(entry)
            for part, entry in entries.items()
            if part.endswith((".xml", ".rels"))
        }
    if limits.plain:
        _refuse_what_is_not_plain(name, set(entries), parts)
    return parts


def _refuse_what_is_not_plain(name: str, entries: set[str], parts: dict[str, bytes]) -> None:
    if any(posixpath.basename(part) == "vbaproject.bin" for part in entries):
        raise refuse(name, "the workbook holds macros", kind="macros")
    related = b"".join(parts[part] for part in parts if part.endswith(".rels"))
    if COMMENT_RELATION.search(related) or any(map(COMMENT_PART.search, entries)):
        raise refuse(name, "the workbook holds comments", kind="comments")


def spelled(part: str) -> str:
    """Return the name of a part as every program understands it."""
    return part.replace("\\", "/").lstrip("/").lower()


def _is_workbook(content: bytes) -> bool:
    return ElementTree.fromstring(content).tag.rpartition("}")[2] == "workbook"


def _relations(parts: dict[str, bytes], source: str) -> list[_Relation]:
    """Return where a part leads to, or with no source the whole package."""
    folder, name = posixpath.split(source)
    content = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if content is None:
        return []
    return [
        _Relation(
            one.get("Id", ""),
            one.get("Type", ""),
            spelled(posixpath.normpath(posixpath.join("/", folder, _target(one)))),
        )
        for one in ElementTree.fromstring(content)
    ]


def _target(relation: ElementTree.Element) -> str:
    return unquote(relation.get("Target", "")).replace("\\", "/")
