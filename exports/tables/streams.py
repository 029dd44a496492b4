"""The formats of a table of any length: rows come in frames and only one of them is held.

Each writer takes complete rows (``answers.tables.complete``), in frames with the same columns and
types. The same rows give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

import queries
from answers.tables import for_machines, for_people

Chunks = Iterable[pd.DataFrame]
Target = Path | IO[bytes]
# A sheet of text beside the rows: its name, its lines below a heading, and its widths in letters.
Sheet = tuple[str, Sequence[Sequence[str]], Sequence[int]]

SHEET_ROWS = 1_048_575
EPOCH = datetime(2000, 1, 1)
WIDTHS = (8, 60)
NUMBER_FORMATS = {"_pct": "0.0", "_eur": "#,##0", "_ratio": "0.00"}
ZERO_IN_FRONT = re.compile(r"0[0-9]+")
ABOUT = b"vakkrachtmonitor"


class TooManyRowsError(Exception):
    """A sheet of a workbook cannot hold these rows."""


def write_dutch_csv(chunks: Chunks, to: Target) -> None:
    """Write a CSV that Dutch Excel opens right: ``;``, decimal comma, UTF-8 with BOM, CRLF.

    A code with a zero in front stands there as ``="0111"``, which a spreadsheet shows as 0111.
    """
    with _opened(to) as file:
        file.write(b"\xef\xbb\xbf")
        for number, chunk in enumerate(chunks):
            rows = for_people(chunk)
            for column, values in rows.items():
                if values.dtype == object and not isinstance(chunk[column].dtype, pd.StringDtype):
                    written = [_with_comma(value) for value in values]
                    rows[column] = pd.Series(written, index=rows.index, dtype=object)
                elif codes := {text: f'="{text}"' for text in values.unique() if _loses_zero(text)}:
                    rows[column] = values.astype(object).replace(codes)
            file.write(_csv(rows, header=number == 0, sep=";", decimal=","))


def write_machine_csv(chunks: Chunks, to: Target) -> None:
    """Write a CSV as RFC 4180 has it: comma, decimal point, ISO days, UTF-8 without BOM."""
    with _opened(to) as file:
        for number, chunk in enumerate(chunks):
            file.write(_csv(for_machines(chunk), header=number == 0, sep=",", decimal="."))


def write_parquet(chunks: Chunks, to: Target, about: Mapping[str, object] | None = None) -> None:
    """Write a Parquet file; a missing figure is null; ``about`` stands in its metadata."""
    with _opened(to) as file, ExitStack() as stack:
        writer: pq.ParquetWriter | None = None
        for chunk in chunks:
            table = pa.Table.from_pandas(chunk, preserve_index=False, nthreads=1)
            if writer is None:
                schema = _schema(table.schema, about or {})
                writer = stack.enter_context(pq.ParquetWriter(file, schema, compression="zstd"))
            writer.write_table(table.cast(schema))


def read_parquet(path: Path, rows: int) -> Iterator[pd.DataFrame]:
    """Yield the rows of a Parquet file in frames of at most this many rows, at least one."""
    with pq.ParquetFile(path) as file:
        if file.metadata.num_rows == 0:
            yield queries.typed(file.schema_arrow.empty_table())
        for batch in file.iter_batches(batch_size=rows, use_threads=False):
            yield queries.typed(pa.Table.from_batches([batch]))


def write_xlsx(
    chunks: Chunks, to: Target, *, title: str, name: str, more: Sequence[Sheet] = ()
) -> None:
    """Write a workbook: the rows, with a heading that stays in sight and filters, and more sheets.

    Args:
        chunks: The rows.
        to: The file.
        title: Of the workbook.
        name: Of the sheet with the rows.
        more: The sheets after it.

    Raises:
        TooManyRowsError: There are more rows than a sheet can hold.
    """
    with _opened(to) as file:
        options: dict[str, Any] = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        if isinstance(to, Path):
            options["tmpdir"] = str(to.parent)
        book = xlsxwriter.Workbook(file, options)
        book.set_properties({"title": title, "created": EPOCH, "author": "Vakkrachtmonitor"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _write_rows(book, name, chunks, bold)
        for extra, lines, widths in more:
            sheet = book.add_worksheet(extra)
            for place, width in enumerate(widths):
                sheet.set_column(place, place, width)
            for number, line in enumerate(lines):
                for place, text in enumerate(line):
                    is_bold = place == 0 or number == 0
                    sheet.write_string(number, place, text, bold if is_bold else wrapped)
            sheet.freeze_panes(1, 0)
        book.close()


def _write_rows(book: Any, name: str, chunks: Chunks, bold: Any) -> None:
    sheet = book.add_worksheet(name)
    written = 0
    formats: list[Any] = []
    for chunk in chunks:
        rows = for_people(chunk)
        if not formats:
            formats = _set_columns(book, sheet, chunk, rows, bold)
        if written + len(rows) > SHEET_ROWS:
            raise TooManyRowsError(f"{name}: more than {SHEET_ROWS} rows")
        columns = [values.astype(object).where(values.notna(), None) for _, values in rows.items()]
        for values in zip(*columns, strict=True):
            written += 1
            for place, value in enumerate(values):
                if isinstance(value, str):
                    sheet.write_string(written, place, value, formats[place])
                elif isinstance(value, datetime):
                    sheet.write_datetime(written, place, value, formats[place])
                elif value is not None:
                    sheet.write_number(written, place, value, formats[place])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, written, max(0, len(formats) - 1))


def _set_columns(
    book: Any, sheet: Any, chunk: pd.DataFrame, rows: pd.DataFrame, bold: Any
) -> list[Any]:
    """Write the heading and set the widths; return the format of each column."""
    known: dict[str, Any] = {}
    formats = []
    for place, column in enumerate(map(str, rows)):
        written = _number_format(column, chunk[column])
        if written not in known:
            known[written] = book.add_format({"num_format": written})
        longest = max((len(str(value)) for value in rows[column].head(200)), default=0)
        width = min(max(longest, len(column), WIDTHS[0]), WIDTHS[1])
        sheet.set_column(place, place, width + 2, known[written])
        sheet.write_string(0, place, column, bold)
        formats.append(known[written])
    return formats


def _number_format(name: str, values: pd.Series) -> str:
    if pd.api.types.is_datetime64_any_dtype(values):
        return "yyyy-mm-dd hh:mm:ss" if name.endswith("_at") else "yyyy-mm-dd"
    found = [written for suffix, written in NUMBER_FORMATS.items() if name.endswith(suffix)]
    return found[0] if found else "General"


@contextmanager
def _opened(to: Target) -> Iterator[IO[bytes]]:
    """Open a path for writing; leave a file as it is."""
    if isinstance(to, Path):
        with to.open("wb") as file:
            yield file
    else:
        yield to


def _csv(rows: pd.DataFrame, *, header: bool, sep: str, decimal: str) -> bytes:
    """Return the rows as text; a moment keeps its time, a day has none."""
    for column in rows.select_dtypes("datetime"):
        unit: Literal["s", "D"] = "s" if str(column).endswith("_at") else "D"
        written = np.datetime_as_string(rows[column].to_numpy(), unit=unit).astype(object)
        rows[column] = np.where(rows[column].notna(), written, None)
    text: str = rows.to_csv(
        index=False, header=header, sep=sep, decimal=decimal, lineterminator="\r\n"
    )
    return text.encode()


def _loses_zero(value: object) -> bool:
    return isinstance(value, str) and bool(ZERO_IN_FRONT.fullmatch(value))


def _with_comma(value: object) -> object:
    if not isinstance(value, float):
        return value
    return None if value != value else repr(float(value)).replace(".", ",")


def _schema(found: pa.Schema, about: Mapping[str, object]) -> pa.Schema:
    """Return the schema for all rows: what is missing in the first ones is text."""
    fields = [
        field.with_type(pa.string()) if pa.types.is_null(field.type) else field for field in found
    ]
    said = {ABOUT: json.dumps(dict(about), ensure_ascii=False).encode()} if about else {}
    return pa.schema(fields, metadata={**(found.metadata or {}), **said})
