"""One table in five formats, each with what a reader elsewhere needs to judge it."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Any, NamedTuple, Protocol

import pandas as pd

import queries
from answers import origin, selection
from answers.tables import UNBOUNDED, WORDS, complete, file_name
from exports.tables import dictionary, streams
from words.marks import SAMPLE

READ_ME = "LEESMIJ.txt"
ZIP_EPOCH = (2000, 1, 1, 0, 0, 0)
ROWS, ROWS_IN_GROUP = 5_000, 10_000
COLUMN_HEADINGS = ("Kolom", "Naam", "Type", "Eenheid", "Toelichting")
WORDS_OF_YES = {"csv": ("True", "False"), "csv_nl": ("ja", "nee")}


class HasChunks(Protocol):
    """Rows, complete, that come in frames."""

    def chunks(self, rows: int) -> streams.Chunks:
        """Return the rows in frames of at most so many, each time anew."""


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
        own_sources: What its rows call their source, where they come from no release.
        own_licence: Of those.
    """

    frame: pd.DataFrame
    name: str
    title: str
    filters: list[tuple[str, str]]
    definitions: pd.DataFrame
    releases: pd.DataFrame
    publications: pd.DataFrame
    source_line: str
    own_sources: tuple[str, ...] = ()
    own_licence: str = ""

    @property
    def licences(self) -> list[str]:
        """All licences under which its rows stand."""
        return sorted({*self.releases["licence"], *filter(None, [self.own_licence])})

    def chunks(self, rows: int) -> streams.Chunks:
        """Return all rows in one frame."""
        return [self.frame]


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


def _write_parquet(table: Export, rows: HasChunks, to: streams.Target) -> None:
    said = {"title": table.title, "source": table.source_line, "filters": dict(table.filters)}
    streams.write_parquet(rows.chunks(ROWS_IN_GROUP), to, said)


def _write_workbook(table: Export, rows: HasChunks, to: streams.Target) -> None:
    fictitious = "VOORBEELD " if table.name.startswith("VOORBEELD") else ""
    described = [tuple(column) for column in dictionary.columns(table.frame)]
    more: tuple[streams.Sheet, ...] = (
        ("Toelichting", about(table), (24, 110)),
        ("Kolommen", [COLUMN_HEADINGS, *described], (26, 34, 12, 34, 80)),
    )
    name = f"{fictitious}Gegevens"
    streams.write_xlsx(rows.chunks(ROWS), to, title=table.title, name=name, more=more)


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
    missing = f"Een cijfer dat er niet is, heet zo in zijn cel: {WORDS['withheld']}, geheim, …"
    return [*lines, ("Ontbrekend", missing)]


def _joined(row: pd.Series, *columns: str) -> str:
    return " · ".join(str(row[name]) for name in columns if not pd.isna(row[name]))


def _write_package(table: Export, rows: HasChunks, to: streams.Target) -> None:
    parts: dict[str, IO[bytes]] = {}
    for kind in FORMATS[:-1]:
        part = parts[kind.file_name(table)] = io.BytesIO()
        kind.write(table, rows, part)
        part.seek(0)
    pack(table, parts, to)


def pack(table: Export, parts: Mapping[str, IO[bytes]], to: streams.Target) -> None:
    """Write a zip of files with a data dictionary, a Frictionless Data Package."""
    sizes = {}
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            with part, packed.open(_entry(name), "w") as copy:
                shutil.copyfileobj(part, copy)
                sizes[name] = part.tell()
        said = json.dumps(descriptor(table, sizes), ensure_ascii=False, indent=2)
        packed.writestr(_entry("datapackage.json"), said)


def _entry(name: str) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name, ZIP_EPOCH)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = 0o644 << 16
    return found


def descriptor(table: Export, sizes: dict[str, int]) -> dict[str, Any]:
    """Return the ``datapackage.json`` of a table, per Data Package 1.0, of files of these sizes."""
    named = {kind.key: kind.file_name(table) for kind in FORMATS}
    mimes = {kind.key: kind.mime for kind in FORMATS}
    resources: list[dict[str, Any]] = [
        {
            "name": key.replace("_", "-"),
            "path": named[key],
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": encoding,
            "dialect": {"delimiter": delimiter, "lineTerminator": "\r\n"},
            "schema": {"fields": _fields(table, key), "missingValues": ["", *missing]},
        }
        for key, encoding, delimiter, missing in (
            ("csv", "utf-8", ",", WORDS),
            ("csv_nl", "utf-8-sig", ";", [UNBOUNDED, *WORDS.values()]),
        )
    ]
    resources += [
        {
            "name": key,
            "path": named[key],
            "profile": "data-resource",
            "type": "file",
            "format": key,
            "mediatype": mimes[key],
        }
        for key in ("xlsx", "parquet")
    ]
    resources = [resource for resource in resources if resource["path"] in sizes]
    for resource in resources:
        resource["bytes"] = sizes[resource["path"]]
    return {
        "profile": "data-package",
        "name": table.name.lower().replace("_", "-"),
        "title": table.title,
        "description": "\n".join(f"{name}: {value}" for name, value in table.filters),
        "licenses": [{"name": name} for name in table.licences],
        "sources": _sources(table),
        "resources": resources,
    }


def _fields(table: Export, key: str) -> list[dict[str, object]]:
    """Return the fields of a CSV, with how it writes numbers and yes and no."""
    yes, no = WORDS_OF_YES[key]
    written: dict[str, dict[str, object]] = {
        "number": {"decimalChar": ","} if key == "csv_nl" else {},
        "boolean": {"trueValues": [yes], "falseValues": [no]},
    }
    return [
        {
            "name": column.name,
            "title": column.title,
            "type": column.kind,
            **({"description": column.description} if column.description else {}),
            **({"unit": column.unit} if column.unit else {}),
            **written.get(column.kind, {}),
        }
        for column in dictionary.columns(table.frame)
    ]


def _sources(table: Export) -> list[dict[str, str]]:
    found = [
        {"title": f"{row['publisher']}: {row['title']}", "path": row["url"]}
        for rows in (table.releases, table.publications)
        for _, row in rows.iterrows()
    ]
    found += [{"title": text} for text in table.own_sources]
    return [{name: text for name, text in source.items() if not pd.isna(text)} for source in found]


class Format(NamedTuple):
    """A kind of file.

    Attributes:
        key: Of buttons and resources.
        label: On screen.
        ending: Of the name of the file.
        mime: Media type.
        write: Writes the rows of a table to a file, with what belongs to them.
    """

    key: str
    label: str
    ending: str
    mime: str
    write: Callable[[Export, HasChunks, streams.Target], None]

    def file_name(self, table: Export) -> str:
        """Return the name of the file that holds a table in this format."""
        return f"{table.name}{self.ending}"

    def of(
        self, frame: pd.DataFrame, *, name: str, title: str, terms: tuple[str, ...] = ()
    ) -> bytes:
        """Return the file of a table on screen; see ``export``."""
        return self.made(export(frame, name=name, title=title, terms=terms))

    def made(self, table: Export) -> bytes:
        """Return the file of a table that is held whole."""
        to = io.BytesIO()
        self.write(table, table, to)
        return to.getvalue()


FORMATS = (
    Format(
        "csv_nl",
        "CSV voor Nederlandse Excel",
        ".csv",
        "text/csv",
        lambda _, rows, to: streams.write_dutch_csv(rows.chunks(ROWS), to),
    ),
    Format(
        "csv",
        "CSV voor programma's (komma, punt)",
        "_machine.csv",
        "text/csv",
        lambda _, rows, to: streams.write_machine_csv(rows.chunks(ROWS), to),
    ),
    Format(
        "xlsx",
        "Excel met toelichting",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _write_workbook,
    ),
    Format("parquet", "Parquet", ".parquet", "application/vnd.apache.parquet", _write_parquet),
    Format("zip", "Alles, met beschrijving (zip)", ".zip", "application/zip", _write_package),
)
BY_KEY = {kind.key: kind for kind in FORMATS}
