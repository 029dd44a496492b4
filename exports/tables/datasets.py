"""Whole tables for analysts: read once, kept in a file, and written from it in each format."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pandas as pd

import queries
import words as nl
from answers import origin
from answers.tables import complete, file_name_of, period_of
from exports.tables import files, streams
from exports.tables.files import Export
from words.marks import SAMPLE, has_sample

SHEET_ROWS_IN_PACKAGE = 200_000
TOLD_BY = ("status", "release_id", "second_release_id", "source_id", "source")
NO_PARAMETERS = pd.DataFrame(
    columns=["release_id", "publisher", "table_id", "retrieved_on", "modified_on"]
)


@dataclass(frozen=True)
class Wish:
    """What is wanted of each dataset.

    Attributes:
        province_codes: Regions in these provinces, wholly or partly, and the country; empty: all.
        province_names: The same, as the reader knows them.
        with_sample: Whether fictitious figures go along.
        as_of: The day whose state it is (ISO date); empty: the newest.
    """

    province_codes: tuple[str, ...] = ()
    province_names: tuple[str, ...] = ()
    with_sample: bool = True
    as_of: str = ""

    def filters(self) -> list[tuple[str, str]]:
        """Return what was chosen, in Dutch."""
        said = [
            ("Provincies", ", ".join(self.province_names) or "alle"),
            ("Fictieve voorbeeldcijfers", "meegenomen" if self.with_sample else "weggelaten"),
        ]
        return [*said, ("Zoals bekend op", self.as_of)] if self.as_of else said


@dataclass
class Kept:
    """A dataset as it was read: its rows in a file, and what was seen of them on the way.

    Attributes:
        path: A Parquet file with all rows, complete.
        head: The first rows, with the types of all.
        rows: How many there are.
        period: The newest one, such as ``2026KW02``; empty without one.
        has_sample: Whether any row is fictitious.
        told_by: Where the rows come from, each combination once.
    """

    path: Path
    head: pd.DataFrame = field(default_factory=pd.DataFrame)
    rows: int = 0
    period: str = ""
    has_sample: bool = False
    told_by: pd.DataFrame = field(default_factory=pd.DataFrame)

    def chunks(self, rows: int = files.ROWS) -> Iterator[pd.DataFrame]:
        """Yield the rows again, in frames of at most this many."""
        return streams.read_parquet(self.path, rows)


def rows_of(dataset: str, wish: Wish, rows: int = files.ROWS) -> Iterator[pd.DataFrame]:
    """Yield the rows of a dataset, complete, in frames of at most this many rows.

    The one table that can be large is read a quarter at a time: what is sorted at once is small.
    """
    asked: dict[str, queries.Parameter] = {
        "province_codes": wish.province_codes,
        "with_sample": wish.with_sample,
    }
    names = queries.parameters(f"downloads/{dataset}")
    values = {name: value for name, value in asked.items() if name in names}
    slices: list[dict[str, queries.Parameter]] = [{}]
    if "quarter" in names:
        known = queries.downloads.quarters(with_sample=wish.with_sample)["quarter"]
        slices = [{"quarter": quarter} for quarter in known] or [{"quarter": None}]
    for part in slices:
        for frame in queries.stream(f"downloads/{dataset}", rows, **values, **part):
            yield complete(frame, NO_PARAMETERS)


def keep(dataset: str, wish: Wish, path: Path) -> Kept:
    """Read a dataset once, into a file."""
    kept = Kept(path)

    def seen() -> Iterator[pd.DataFrame]:
        for chunk in rows_of(dataset, wish):
            if not kept.rows:
                kept.head = chunk.head(1_000)
            kept.rows += len(chunk)
            kept.period = max(kept.period, period_of(chunk))
            kept.has_sample |= has_sample(chunk)
            told = chunk[[name for name in TOLD_BY if name in chunk]].drop_duplicates()
            kept.told_by = pd.concat([kept.told_by, told]).drop_duplicates(ignore_index=True)
            yield chunk

    streams.write_parquet(seen(), path)
    return kept


def described(dataset: pd.Series, kept: Kept, wish: Wish) -> Export:
    """Return a dataset with what belongs to it; its frame holds the first rows only.

    Args:
        dataset: A row of ``downloads/datasets``.
        kept: Its rows.
        wish: What was chosen.
    """
    releases = origin.releases(kept.told_by)
    is_own = releases.empty and "source" in kept.told_by
    return Export(
        frame=kept.head,
        name=file_name_of(
            (*wish.province_names, dataset["title"]), kept.period, fictitious=kept.has_sample
        ),
        title=f"{dataset['title']}. {dataset['grain_label']}.",
        filters=wish.filters(),
        definitions=queries.herkomst.definitions(terms=tuple(dataset["terms"])),
        releases=releases,
        publications=origin.publications(kept.told_by),
        source_line=origin.source_line(kept.told_by),
        own_sources=tuple(sorted(set(kept.told_by["source"].dropna()))) if is_own else (),
        own_licence=dataset["licence_text"],
    )


def write(key: str, table: Export, kept: Kept, folder: Path) -> Path | None:
    """Write a dataset in the format of this key; None where that cannot hold so many rows."""
    kind = files.BY_KEY[key]
    path = folder / kind.file_name(table)
    if key == "xlsx" and kept.rows > streams.SHEET_ROWS:
        return None
    if key == "zip":
        _pack(table, kept, path)
    else:
        kind.write(table, kept, path)
    return path


def _pack(table: Export, kept: Kept, path: Path) -> None:
    """Pack the other formats with a data dictionary; a very large workbook is left out."""
    fits = kept.rows <= SHEET_ROWS_IN_PACKAGE
    with tempfile.TemporaryDirectory(dir=kept.path.parent) as folder:
        parts: dict[str, IO[bytes]] = {}
        for key in (key for key in files.BY_KEY if key != "zip" and (key != "xlsx" or fits)):
            made = path.with_name(files.BY_KEY[key].file_name(table))
            found = made if made.exists() else write(key, table, kept, Path(folder))
            parts |= {found.name: found.open("rb")} if found else {}
        files.pack(table, parts, path)


def read_me(written: list[tuple[Export, Kept, list[Path]]], left_out: list[str], wish: Wish) -> str:
    """Return what a reader of the folder needs to know, in Dutch."""
    lines = [
        "Vakkrachtmonitor: hele tabellen",
        "",
        "Tekorten aan technische vakmensen per regio, naast wat de programma's eraan deden.",
        "",
        *(f"{name}: {value}" for name, value in wish.filters()),
    ]
    if wish.province_names:
        lines.append(
            "Met een provincie komen mee: de provincie, arbeidsmarktregio's en COROP-gebieden die "
            "er (deels) in liggen, gemeenten, programma's die er werken, en Nederland. Landsdelen "
            "niet."
        )
    lines += [
        "",
        "Bestanden: .csv voor Nederlandse Excel (puntkomma, decimale komma; een code met een nul "
        'vooraan als ="0111", zodat die nul blijft); _machine.csv voor '
        "programma's (komma, punt); .xlsx met toelichting; .parquet; .zip met alles en een "
        "beschrijving (datapackage.json).",
        "Een cijfer dat ontbreekt is nooit leeg of nul: in de cel staat waarom, zoals geheim of "
        "niet getoond. In _machine.csv staat daar een code, in .parquet in de kolom ernaast.",
        f"fictief = ja: {SAMPLE}, een verzonnen cijfer. Zo'n bestand heet VOORBEELD_.",
        "",
    ]
    for table, kept, paths in written:
        lines += [f"{table.title} {nl.number(kept.rows)} rijen.", table.source_line]
        lines += [f"  {path.name}" for path in paths]
        lines.append("")
    licences = sorted({text for table, _, _ in written for text in table.licences})
    lines += [*left_out, *([""] if left_out else [])]
    lines.append(f"Licenties: {'; '.join(licences) or 'niet vermeld'}.")
    return "\r\n".join(lines) + "\r\n"
