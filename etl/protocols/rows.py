"""Rows of text, each with the line where it stands: out of a csv file and into a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from etl.errors import DataError


def table(lines: Iterable[int], columns: Mapping[str, Sequence[str | None]]) -> pa.Table:
    """Return a table of ``line`` (int64) and columns of text."""
    text = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    return pa.table({"line": pa.array(lines, pa.int64()), **text})


def of_csv(
    path: Path, refuse: Callable[..., DataError], delimiter: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a csv file in UTF-8, the header first, each with the line of its end.

    Without a delimiter it is a comma, or ``;`` below a first line that is a ``#`` comment.

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
    comments = 1 if text.startswith("#") and delimiter is None else 0
    body = io.StringIO(text.split("\n", 1)[1] if comments else text, newline="")
    reader = csv.reader(body, delimiter=delimiter or (";" if comments else ","), strict=True)
    width = number = 0
    try:
        for number, record in enumerate(reader):
            line = reader.line_num + comments
            width = width or len(record)
            if len(record) != width:
                reason = f"{len(record)} fields found, {width} were expected"
                raise refuse(path.name, reason, line)
            yield line, [name.strip() for name in record] if number == 0 else record
    except csv.Error as error:
        reason = f"the record is damaged ({error})"
        raise refuse(path.name, reason, reader.line_num + comments) from error
    if number == 0:
        reason = "the file has a header but no records, at least one was expected"
        raise refuse(path.name, reason)
