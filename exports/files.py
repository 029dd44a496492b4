"""One table in five formats, each with what a reader elsewhere needs to judge it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

import queries
from exports import dictionary, origin, selection
from exports.tables import SAMPLE, UNBOUNDED, WORDS, complete, file_name, for_machines, for_people

MOST_ROWS = 200_000
EPOCH = datetime(2000, 1, 1)
ZIP_EPOCH = (2000, 1, 1, 0, 0, 0)
WIDTH = (8, 60)
FORMATS_BY_SUFFIX = {"_pct": "0.0", "_eur": "#,##0", "_ratio": "0.00"}


@dataclass(frozen=True)
class Export:
    """A table that leaves, with what belongs to it.

    Attributes:
        frame: The rows, complete; see ``exports.tables.complete``.
        name: Of the file, without suffix.
        title: What the table holds, in Dutch.
        filters: What was chosen: name and value, in Dutch.
        definitions: Rows of ``herkomst/definitions``.
        releases: Rows of ``herkomst/releases``.
        publications: Rows of ``herkomst/publications``.
        source_line: As below the table on screen.
    """

    frame: pd.DataFrame
    name: str
    title: str
    filters: list[tuple[str, str]]
    definitions: pd.DataFrame
    releases: pd.DataFrame
    publications: pd.DataFrame
    source_line: str


def export(frame: pd.DataFrame, *, name: str, title: str, terms: tuple[str, ...] = ()) -> Export:
    """Gather what belongs to a table on screen.

    Args:
        frame: The answer to a question, as the screen has it.
        name: What it is about, for the name of the file.
        title: What it holds, in Dutch.
        terms: Terms of ``data/reference/definition.csv`` that explain it.
    """
    releases = origin.releases(frame)
    return Export(
        frame=complete(frame, releases),
        name=file_name(frame, name),
        title=title,
        filters=selection.filters(frame),
        definitions=queries.herkomst_definitions(terms=terms),
        releases=releases,
        publications=origin.publications(frame),
        source_line=origin.source_line(frame),
    )


def dutch_csv(frame: pd.DataFrame) -> bytes:
    """Return complete rows as a CSV that Dutch Excel opens right: ``;``, decimal comma, BOM."""
    rows = for_people(frame)
    for column, values in rows.items():
        if values.dtype == object:
            written = [_with_comma(value) for value in values]
            rows[column] = pd.Series(written, index=rows.index, dtype=object)
    return _csv(rows, sep=";", decimal=",").encode("utf-8-sig")


def _with_comma(value: object) -> object:
    if not isinstance(value, float):
        return value
    return None if value != value else repr(float(value)).replace(".", ",")


def machine_csv(frame: pd.DataFrame) -> bytes:
    """Return complete rows as a CSV of RFC 4180: comma, decimal point, ISO days, no BOM."""
    return _csv(for_machines(frame), sep=",", decimal=".").encode()


def _csv(rows: pd.DataFrame, *, sep: str, decimal: str) -> str:
    """Return the rows as text; a moment keeps its time, a day has none."""
    for column in rows.select_dtypes("datetime"):
        written = "%Y-%m-%dT%H:%M:%S" if str(column).endswith("_at") else "%Y-%m-%d"
        rows[column] = rows[column].dt.strftime(written)
    text: str = rows.to_csv(index=False, sep=sep, decimal=decimal, lineterminator="\r\n")
    return text


def parquet(table: Export) -> bytes:
    """Return a Parquet file; a missing figure is null, with its sign in the column beside it."""
    rows = table.frame.copy()
    rows.attrs = {}
    written = pa.Table.from_pandas(rows, preserve_index=False)
    about = {"title": table.title, "source": table.source_line, "filters": dict(table.filters)}
    written = written.replace_schema_metadata(
        {**(written.schema.metadata or {}), b"vakkrachtmonitor": json.dumps(about).encode()}
    )
    to = io.BytesIO()
    pq.write_table(written, to)
    return to.getvalue()


def xlsx(table: Export) -> bytes:
    """Return a workbook: the rows, what they mean and where they come from, and the columns."""
    to = io.BytesIO()
    book = xlsxwriter.Workbook(
        to,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    book.set_properties({"title": table.title, "created": EPOCH, "author": "Vakkrachtmonitor"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    fictitious = SAMPLE if table.name.startswith("VOORBEELD") else ""
    _rows_sheet(book, f"{'VOORBEELD ' if fictitious else ''}Gegevens", table.frame, bold)
    _lines_sheet(book, "Toelichting", about(table), (24, 110), bold, wrapped)
    _lines_sheet(book, "Kolommen", _described(table), (26, 34, 12, 34, 80), bold, wrapped)
    book.close()
    return to.getvalue()


def _rows_sheet(book: xlsxwriter.Workbook, name: str, frame: pd.DataFrame, bold: Any) -> None:
    sheet = book.add_worksheet(name)
    rows = for_people(frame)
    for place, (column, values) in enumerate(rows.items()):
        written = book.add_format({"num_format": _number_format(str(column), frame[column])})
        longest = max((len(str(value)) for value in values.head(200)), default=0)
        width = min(max(longest, len(str(column)), WIDTH[0]), WIDTH[1])
        sheet.set_column(place, place, width + 2, written)
        sheet.write_string(0, place, str(column), bold)
        for line, value in enumerate(values.tolist(), start=1):
            if not (value is None or value is pd.NaT or value is pd.NA or value != value):
                sheet.write(line, place, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), max(0, len(rows.columns) - 1))


def _number_format(name: str, values: pd.Series) -> str:
    if pd.api.types.is_datetime64_any_dtype(values):
        return "yyyy-mm-dd hh:mm:ss" if name.endswith("_at") else "yyyy-mm-dd"
    for suffix, written in FORMATS_BY_SUFFIX.items():
        if name.endswith(suffix):
            return written
    return "General"


def _lines_sheet(
    book: xlsxwriter.Workbook,
    name: str,
    lines: list[tuple[str, ...]],
    widths: tuple[int, ...],
    bold: Any,
    wrapped: Any,
) -> None:
    sheet = book.add_worksheet(name)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for number, line in enumerate(lines):
        for place, text in enumerate(line):
            sheet.write_string(number, place, text, bold if place == 0 else wrapped)
    sheet.freeze_panes(1, 0)


def about(table: Export) -> list[tuple[str, ...]]:
    """Return what belongs beside the rows: title, filters, sources, definitions; name and text."""
    lines: list[tuple[str, ...]] = [("Onderdeel", "Toelichting"), ("Titel", table.title)]
    if table.name.startswith("VOORBEELD"):
        lines.append(("Let op", f"{SAMPLE}: een deel van deze cijfers is verzonnen; zie fictief."))
    lines += [(f"Filter: {name}", value) for name, value in table.filters]
    lines.append(("Bron", table.source_line.removeprefix("Bron: ")))
    for _, file in table.releases.iterrows():
        lines.append(("Bestand", _joined(file, "title", "publisher", "licence", "url")))
    for _, source in table.publications.iterrows():
        lines.append(("Publicatie", _joined(source, "publisher", "title", "published_on", "url")))
    for _, term in table.definitions.iterrows():
        lines.append((term["title"], f"{term['definition']} ({term['source']})"))
    hidden = WORDS["withheld"]
    lines.append(
        ("Ontbrekend", f"Een cijfer dat er niet is, heet zo in zijn cel: {hidden}, geheim, …")
    )
    return lines


def _joined(row: pd.Series, *columns: str) -> str:
    return " · ".join(str(row[name]) for name in columns if not pd.isna(row[name]))


def _described(table: Export) -> list[tuple[str, ...]]:
    head = ("Kolom", "Naam", "Type", "Eenheid", "Toelichting")
    return [head, *(tuple(column) for column in dictionary.columns(table.frame))]


def package(table: Export) -> bytes:
    """Return a zip of all formats with a data dictionary, a Frictionless Data Package."""
    files = {kind.file_name(table): kind.write(table) for kind in FORMATS[:-1]}
    files["datapackage.json"] = json.dumps(
        descriptor(table, files), ensure_ascii=False, indent=2
    ).encode()
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)
    return to.getvalue()


def descriptor(table: Export, files: dict[str, bytes]) -> dict[str, Any]:
    """Return the ``datapackage.json`` of a table and its files, per Data Package 1.0."""
    fields = [
        {
            "name": column.name,
            "title": column.title,
            "type": column.kind,
            **({"description": column.description} if column.description else {}),
            **({"unit": column.unit} if column.unit else {}),
        }
        for column in dictionary.columns(table.frame)
    ]
    dutch = [
        {**field, "decimalChar": ","}
        if field["type"] == "number"
        else {**field, "trueValues": ["ja"], "falseValues": ["nee"]}
        if field["type"] == "boolean"
        else field
        for field in fields
    ]
    machine = [
        {**field, "trueValues": ["True"], "falseValues": ["False"]}
        if field["type"] == "boolean"
        else field
        for field in fields
    ]
    named = {kind.key: kind.file_name(table) for kind in FORMATS[:-1]}
    resources: list[dict[str, Any]] = [
        {
            "name": "csv",
            "path": named["csv"],
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
            "schema": {"fields": machine, "missingValues": ["", *WORDS]},
        },
        {
            "name": "csv-nl",
            "path": named["csv_nl"],
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8-sig",
            "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
            "schema": {"fields": dutch, "missingValues": ["", UNBOUNDED, *WORDS.values()]},
        },
        *(
            {
                "name": key,
                "path": named[key],
                "profile": "data-resource",
                "type": "file",
                "format": key,
                "mediatype": next(kind.mime for kind in FORMATS if kind.key == key),
            }
            for key in ("xlsx", "parquet")
        ),
    ]
    for resource in resources:
        resource["bytes"] = len(files[resource["path"]])
    return {
        "profile": "data-package",
        "name": table.name.lower().replace("_", "-"),
        "title": table.title,
        "description": "\n".join(f"{name}: {value}" for name, value in table.filters),
        "licenses": [{"name": name} for name in sorted(set(table.releases["licence"]))],
        "sources": _sources(table),
        "resources": resources,
    }


def _sources(table: Export) -> list[dict[str, str]]:
    found = [
        {"title": f"{row['publisher']}: {row['title']}", "path": row["url"]}
        for rows in (table.releases, table.publications)
        for _, row in rows.iterrows()
    ]
    return [{name: text for name, text in source.items() if not pd.isna(text)} for source in found]


class Format(NamedTuple):
    """A kind of file.

    Attributes:
        key: Of buttons and resources.
        label: On screen.
        ending: Of the name of the file.
        mime: Media type.
        write: From a table to the bytes of the file.
    """

    key: str
    label: str
    ending: str
    mime: str
    write: Callable[[Export], bytes]

    def file_name(self, table: Export) -> str:
        """Return the name of the file that holds a table in this format."""
        return f"{table.name}{self.ending}"


FORMATS = (
    Format(
        "csv_nl",
        "CSV voor Nederlandse Excel",
        ".csv",
        "text/csv",
        lambda table: dutch_csv(table.frame),
    ),
    Format(
        "csv",
        "CSV voor programma's (komma, punt)",
        "_machine.csv",
        "text/csv",
        lambda table: machine_csv(table.frame),
    ),
    Format(
        "xlsx",
        "Excel met toelichting",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx,
    ),
    Format("parquet", "Parquet", ".parquet", "application/vnd.apache.parquet", parquet),
    Format("zip", "Alles, met beschrijving (zip)", ".zip", "application/zip", package),
)
