"""Tables of text out of a file that somebody sent: an xlsx workbook or a csv file, safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial

from etl.errors import DataError, refusal
from etl.protocols import xlsx
from etl.protocols.package import USUAL, Limits
from etl.protocols.rows import DELIMITERS
from etl.protocols.xlsx import Sheet

refuse = partial(
    refusal, "Open the file, save it as xlsx or csv and import that; nothing was changed."
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def readings(name: str, content: bytes, limits: Limits = USUAL) -> Iterator[list[Sheet]]:
    """Read a file in each way it can be read: a workbook in one, a csv file per delimiter.

    What the file is follows from its content; its suffix says nothing.

    Raises:
        DataError: The file is empty, too large, damaged, or of another kind.
    """
    if not content.strip():
        raise refuse(name, "the file is empty, a table was expected", kind="empty")
    if len(content) > limits.size:
        reason = f"the file is larger than {limits.size // 1_000_000} MB"
        raise refuse(name, reason, kind="too_large")
    if content.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        kind = "protected by a password" if encrypted else "an old Excel file (xls)"
        reason = f"the file is {kind}; an open xlsx or csv was expected"
        raise refuse(name, reason, kind="password" if encrypted else "other_kind")
    if content.startswith(b"PK"):
        yield xlsx.read(name, content, limits)
    else:
        yield from _csv(name, _decode(name, content), limits)


def _decode(name: str, content: bytes) -> str:
    """Return the text of a csv file: by its byte order mark, else UTF-8, else windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "windows-1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        _require_text(name, text)
        return text
    raise refuse(name, f"the file is not text in {' or '.join(encodings)}", kind="not_text")


def _require_text(name: str, text: str) -> None:
    odd = next((i for i, c in enumerate(text) if c < " " and c not in "\n\t"), None)
    if odd is not None:
        line = text.count("\n", 0, odd) + 1
        reason = f"a control character ({text[odd]!r}) stands here"
        raise refuse(name, reason, line, kind="control_character")
    if text.lstrip().startswith("<"):
        reason = "the file is a web page or XML; an xlsx or csv was expected"
        raise refuse(name, reason, 1, kind="other_kind")


def _csv(name: str, text: str, limits: Limits) -> Iterator[list[Sheet]]:
    """Read the text once per delimiter, first with the one that it has most of."""
    if text.count("\n") > limits.rows:
        reason = f"the file has more than {limits.rows:,} rows"
        raise refuse(name, reason, limits.rows + 1, kind="too_wide_or_long")
    first, *others = sorted(DELIMITERS, key=text.count, reverse=True)
    refused: DataError | None = None
    for delimiter in (first, *others):
        try:
            sheet = Sheet("", list(_records(name, text, delimiter, limits)))
        except DataError as error:
            refused = refused or (error if delimiter == first else None)
            continue
        yield [sheet]
    if refused:
        raise refused


def _records(
    name: str, text: str, delimiter: str, limits: Limits
) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(io.StringIO(text), start=1):
        if line.count(delimiter) >= limits.columns:
            reason = f"the row has more than {limits.columns} columns"
            raise refuse(name, reason, number, kind="too_wide_or_long")
    if text.count(delimiter) > limits.cells:
        reason = f"the file has more than {limits.cells:,} cells"
        raise refuse(name, reason, kind="too_many_cells")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for record in reader:
            if len(max(record, key=len, default="")) > limits.cell:
                reason = f"a cell of this record has more than {limits.cell:,} characters"
                raise refuse(name, reason, begins, kind="damaged")
            if any(cell.strip() for cell in record):
                yield begins, record
            begins = reader.line_num + 1
    except csv.Error as error:
        reason = f"the record that begins here is damaged ({error})"
        raise refuse(name, reason, begins, kind="damaged") from error
