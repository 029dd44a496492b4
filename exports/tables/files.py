"""One table in five formats, each with what a reader elsewhere needs to judge it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

import queries
from answers import origin, selection
from answers.tables import UNBOUNDED, WORDS, complete, file_name
from exports.tables import dictionary, streams
from words.marks import SAMPLE

READ_ME = "LEESMIJ.txt"
ZIP_EPOCH = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Export:
    """A table that leaves, with what belongs to it.

    Attributes:
        frame: The rows, complete; see ``answers.tables.complete``.
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
        definitions=queries.herkomst.definitions(terms=terms),
        releases=releases,
        publications=origin.publications(frame),
        source_line=origin.source_line(frame),
    )


def dutch_csv(frame: pd.DataFrame) -> bytes:
    """Return complete rows as a CSV that Dutch Excel opens right: ``;``, decimal comma, BOM."""
    to = io.BytesIO()
    streams.write_dutch_csv([frame], to)
    return to.getvalue()


def machine_csv(frame: pd.DataFrame) -> bytes:
    """Return complete rows as a CSV of RFC 4180: comma, decimal point, ISO days, no BOM."""
    to = io.BytesIO()
    streams.write_machine_csv([frame], to)
    return to.getvalue()


def parquet(table: Export) -> bytes:
    """Return a Parquet file; a missing figure is null, with its sign in the column beside it."""
    to = io.BytesIO()
    streams.write_parquet([table.frame], to, metadata(table))
    return to.getvalue()


def metadata(table: Export) -> dict[str, object]:
    """Return what a Parquet file says of its table."""
    return {"title": table.title, "source": table.source_line, "filters": dict(table.filters)}


def xlsx(table: Export) -> bytes:
    """Return a workbook: the rows, what they mean and where they come from, and the columns."""
    to = io.BytesIO()
    write_workbook(table, [table.frame], to)
    return to.getvalue()


def write_workbook(table: Export, chunks: streams.Chunks, to: streams.Target) -> None:
    """Write a workbook of rows that come in frames.

    Args:
        table: What belongs to the rows.
        chunks: The rows, complete.
        to: The file.
    """
    fictitious = "VOORBEELD " if table.name.startswith("VOORBEELD") else ""
    more = (
        streams.Sheet("Toelichting", about(table), (24, 110)),
        streams.Sheet("Kolommen", _described(table), (26, 34, 12, 34, 80)),
    )
    streams.write_xlsx(chunks, to, title=table.title, name=f"{fictitious}Gegevens", more=more)


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
    sizes = {name: len(content) for name, content in files.items()}
    files["datapackage.json"] = json.dumps(
        descriptor(table, sizes), ensure_ascii=False, indent=2
    ).encode()
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(entry(name), content)
    return to.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a file in a zip, the same at every hour and for every user."""
    found = zipfile.ZipInfo(name, ZIP_EPOCH)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = 0o644 << 16
    return found


def descriptor(table: Export, sizes: dict[str, int]) -> dict[str, Any]:
    """Return the ``datapackage.json`` of a table, per Data Package 1.0.

    Args:
        table: What the package holds.
        sizes: Of its files, in bytes; a format that is not among them is left out.
    """
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
    resources = [resource for resource in resources if resource["path"] in sizes]
    for resource in resources:
        resource["bytes"] = sizes[resource["path"]]
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

    def of(
        self, frame: pd.DataFrame, *, name: str, title: str, terms: tuple[str, ...] = ()
    ) -> bytes:
        """Return the file of a table on screen; see ``export``."""
        return self.write(export(frame, name=name, title=title, terms=terms))


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
