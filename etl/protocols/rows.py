"""Rows of text, each with the line where it stands: out of a csv file and into a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from etl.errors import DataError
from words.spelling import clean

DELIMITERS = ";,\t"


def table(lines: Iterable[int], columns: Mapping[str, Sequence[str | None]]) -> pa.Table:
    """Return a table of ``line`` (int64) and columns of text."""
    text = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    return pa.table({"line": pa.array(lines, pa.int64()), **text})


def of_csv(path: Path, refuse: Callable[..., DataError]) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a csv file in UTF-8, the header first, each with the line of its end.

    A first line that is a ``#`` comment is passed over. The header tells the delimiter.

    Raises:
        DataError: The file is missing or empty, holds no records, or one is damaged.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise refuse(path.name, "the file does not exist") from error
    except UnicodeDecodeError as error:
        raise refuse(path.name, f"the file is not UTF-8 at byte {error.start}") from error
    if not text.strip():
        raise refuse(path.name, "the file is empty, a header and records were expected")
    comments = 1 if text.startswith("#") else 0
    body = text.split("\n", 1)[1] if comments and "\n" in text else text
    delimiter = max(DELIMITERS, key=lambda one: _header_width(body, one))
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    width = number = 0
    try:
        for number, record in enumerate(reader):
            line = reader.line_num + comments
            width = width or len(record)
            if len(record) != width:
                reason = f"{len(record)} fields found, {width} were expected"
                raise refuse(path.name, reason, line)
            yield line, [clean(name) for name in record] if number == 0 else record
    except csv.Error as error:
        reason = f"the record is damaged ({error})"
        raise refuse(path.name, reason, reader.line_num + comments) from error
    if number == 0:
        reason = "the file has a header but no records, at least one was expected"
        raise refuse(path.name, reason)


def _header_width(text: str, delimiter: str) -> int:
    try:
        return len(
            next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        )
    except (csv.Error, StopIteration):
        return 0
