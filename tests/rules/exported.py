"""What leaves is what the screen shows: an answer in every format, read back."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook

from answers.tables import UNBOUNDED, WORDS, for_machines, is_figure, signs_of
from exports.tables import dictionary, files
from tests.packages import require_valid
from tests.written import as_shown, made

CODES = list(WORDS)
DUTCH = [UNBOUNDED, *WORDS.values()]
SHEETS = ["Toelichting", "Kolommen"]
TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
Rows = list[list[object]]


def packed(table: files.Export) -> dict[str, bytes]:
    """Return the files of the package of an answer: each format, and what describes them."""
    with zipfile.ZipFile(io.BytesIO(made("zip", table))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def is_the_same_in_every_format(table: files.Export, parts: dict[str, bytes]) -> Iterator[str]:
    """Two kinds of CSV, a workbook and Parquet hold the columns and cells of the answer."""
    formats = files.FORMATS[:-1]
    dutch, machine, workbook, parquet = (parts[kind.file_name(table)] for kind in formats)
    frame = table.frame
    expected, names = _neutral(frame), list(frame.columns)
    kinds = [dictionary.kind(name, frame[name]) for name in names]
    are_numbers = [pd.api.types.is_numeric_dtype(frame[name]) for name in names]
    for name, text, separator, words in (
        ("Dutch CSV", as_shown(dutch), ";", DUTCH),
        ("machine CSV", machine, ",", CODES),
    ):
        read = pd.read_csv(io.BytesIO(text), sep=separator, dtype=str, keep_default_na=False)
        yield from _other_columns(name, list(read.columns), names)
        found = [
            [
                _value(kind, _with_point(is_number, cell, words), words)
                for kind, is_number, cell in zip(kinds, are_numbers, row, strict=True)
            ]
            for row in read.to_numpy().tolist()
        ]
        yield from _differences(name, found, expected, names)
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    if book.sheet_names[1:] != SHEETS:
        yield f"workbook: has sheets {book.sheet_names}"
    head, *cells = book.get_sheet_by_index(0).to_python()
    yield from _other_columns("workbook", head, names)
    found = [
        [_cell(*column, cell) for *column, cell in zip(kinds, are_numbers, row, strict=True)]
        for row in cells
    ]
    yield from _differences("workbook", found, expected, names)
    again = pq.read_table(io.BytesIO(parquet)).to_pandas()
    yield from _other_columns("Parquet", list(again.columns), names)
    yield from _differences("Parquet", rows_of(again), rows_of(frame), names)


def is_a_package_that_others_read(table: files.Export, parts: dict[str, bytes]) -> Iterator[str]:
    """DuckDB reads the figures by the types in the package; frictionless finds nothing wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part, content in parts.items():
            (folder / part).write_bytes(content)
        if len(parts) != 5:
            yield f"package: holds {list(parts)}"
        described = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"][0]
        fields = described["schema"]["fields"]
        names = [field["name"] for field in fields]
        yield from _other_columns("package", names, list(table.frame.columns))
        columns = {field["name"]: TYPES.get(field["type"], "VARCHAR") for field in fields}
        read = duckdb.execute(
            "select * from read_csv($path, auto_detect = false, header = true, delim = ',', "
            f"quote = '\"', escape = '\"', nullstr = {['', *CODES]}, columns = $columns)",
            {"columns": columns, "path": str(folder / described["path"])},
        ).df()
        numbers = [name for name in names if columns[name] in ("BIGINT", "DOUBLE")]
        found, expected = (rows_of(one[numbers].astype("Float64")) for one in (read, table.frame))
        yield from _differences("package", found, expected, numbers)
        require_valid(folder)


def hides_by_a_sign(table: files.Export) -> Iterator[str]:
    """What is hidden is never zero or blank."""
    frame, rows = table.frame, for_machines(table.frame)
    for name in frame:
        signs = pd.Series(signs_of(frame, name), index=frame.index, dtype=object)
        hidden = signs.isin(["withheld", "secret", "below_ten"]) & frame[name].isna()
        if is_figure(name, frame[name]) and rows.loc[hidden, name].tolist() != list(signs[hidden]):
            yield f"machine CSV: a hidden {name} has no sign"


def rows_of(frame: pd.DataFrame) -> Rows:
    """Return the cells as any reader has them."""
    columns = [[_plain(value) for value in frame[name].tolist()] for name in frame]
    return [list(row) for row in zip(*columns, strict=True)]


def _plain(value: object) -> object:
    """Return numbers as float, days as text, nothing as None."""
    if value is None or value is pd.NaT or value is pd.NA or value == "":
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, float, np.number)):
        return None if np.isnan(value) else float(value)
    if isinstance(value, pd.Timestamp) or hasattr(value, "isoformat"):
        stamp = pd.Timestamp(value)  # type: ignore[arg-type]
        whole = stamp == stamp.normalize()
        return str(stamp.date()) if whole else stamp.isoformat(sep=" ", timespec="seconds")
    return str(value)


def _neutral(frame: pd.DataFrame) -> Rows:
    """Return the rows with an apostrophe before what a spreadsheet would read as a formula."""
    return [
        [f"'{v}" if isinstance(v, str) and v.startswith(tuple("=+-@\t\r")) else v for v in row]
        for row in rows_of(frame)
    ]


def _with_point(is_number: bool, text: str, words: list[str]) -> str:
    has_comma = is_number and words is DUTCH and text not in words
    return text.replace(",", ".") if has_comma else text


def _value(kind: str, text: object, words: list[str]) -> object:
    """Return what a cell of a text file says, given the type of its column."""
    if text in ("", None) or (kind in ("integer", "number") and text in words and text != "0"):
        return np.inf if text == UNBOUNDED else None
    if kind in ("integer", "number"):
        return float(str(text))
    if kind == "boolean":
        return {"ja": True, "nee": False, "True": True, "False": False}[str(text)]
    if kind in ("date", "datetime"):
        return _plain(pd.Timestamp(str(text)))
    return str(text)


def _cell(kind: str, is_number: bool, value: object) -> object:
    """Return what a cell of a workbook says."""
    if value == UNBOUNDED:
        return np.inf
    if value in DUTCH and is_number:
        return None
    return _value(kind, _plain(value), [])


def _other_columns(kind: str, found: list[str], expected: list[str]) -> Iterator[str]:
    if found != expected:
        yield f"{kind}: has columns {found} instead of {expected}"


def _differences(kind: str, found: Rows, expected: Rows, names: list[str]) -> Iterator[str]:
    """Say the first cell that differs; a workbook keeps sixteen digits of a number."""
    if len(found) != len(expected):
        yield f"{kind}: has {len(found)} rows instead of {len(expected)}"
        return
    for number, (row, other) in enumerate(zip(found, expected, strict=True)):
        for name, a, b in zip(names, row, other, strict=True):
            are_floats = isinstance(a, float) and isinstance(b, float)
            if a != b and not (are_floats and abs(a - b) <= 1e-14 * abs(b)):  # type: ignore[operator]
                yield f"{kind}: row {number} has {a!r} as {name} instead of {b!r}"
                return
