"""Hand-made CSV files: figures transcribed from pages and news, in two dialects."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from etl.errors import DataError, Problem

NEXT_STEP = "Correct the file and run the same command again; nothing was changed."


def extract(path: Path, columns: Sequence[str]) -> pa.Table:
    """Read one file: comma separated, or ``;`` below a first line that is a ``#`` comment.

    Args:
        path: The CSV file, UTF-8.
        columns: The names that the header must have, in any order.

    Returns:
        One row per record: ``line`` (int64, where the record ends in the file) and ``columns``,
        in the order asked for, as text; an empty field is an empty text.

    Raises:
        DataError: The file is missing or empty, its header differs, or a record has too few or too
            many fields.
    """
    text = _read(path)
    comments = 1 if text.startswith("#") else 0
    body = io.StringIO(text.split("\n", 1)[1] if comments else text, newline="")
    reader = csv.reader(body, delimiter=";" if comments else ",", strict=True)
    header = [name.strip() for name in next(reader, [])]
    _check_header(path, header, columns, comments + 1)
    records: list[tuple[int, list[str]]] = []
    try:
        for record in reader:
            line = reader.line_num + comments
            if len(record) != len(header):
                raise _refuse(
                    path, f"{len(record)} fields found, {len(header)} were expected", line
                )
            records.append((line, record))
    except csv.Error as error:
        raise _refuse(path, f"the record is damaged ({error})", reader.line_num) from error
    if not records:
        raise _refuse(path, "the file has a header but no records, at least one was expected")
    place = [header.index(column) for column in columns]
    return pa.table(
        {
            "line": pa.array([line for line, _ in records], pa.int64()),
            **{
                column: pa.array([record[index] for _, record in records], pa.string())
                for column, index in zip(columns, place, strict=True)
            },
        }
    )


def _read(path: Path) -> str:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise _refuse(path, "the file does not exist") from error
    except UnicodeDecodeError as error:
        raise _refuse(path, f"the file is not UTF-8 at byte {error.start}") from error
    if not text.strip():
        raise _refuse(path, "the file is empty, a header and records were expected")
    return text


def _check_header(path: Path, header: list[str], columns: Sequence[str], line: int) -> None:
    missing = [column for column in columns if column not in header]
    unknown = [column for column in header if column not in columns]
    if missing or unknown or len(header) != len(set(header)):
        raise _refuse(
            path,
            f"the header should have {', '.join(columns)}; "
            f"missing: {', '.join(missing) or 'none'}; unknown: {', '.join(unknown) or 'none'}",
            line,
            column=(missing or unknown or header)[0],
        )


def _refuse(
    path: Path, reason: str, line: int | None = None, column: str | None = None
) -> DataError:
    return DataError([Problem(path.name, reason, line, column)], NEXT_STEP)
