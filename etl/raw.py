"""The raw files: writing an extract with its provenance, and finding the newest of each file."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import itertools
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from etl.errors import DataError, Problem, read_json, refusal
from etl.protocols import duo_csv, excerpt_csv, municipality_polygons
from etl.protocols.cbs_odata3 import OData3
from etl.protocols.cbs_odata4 import OData4
from etl.register import REGISTER, RawFile, Source

UNDATED = "undated"
LATEST = "9999-12-31"
SIDECAR = ".provenance.json"
STAGING = ".fetching"
WITHDRAWN = ".withdrawn"
TABLES = {"cbs_odata3": OData3(), "cbs_odata4": OData4()}
FILES = {
    "duo_csv": duo_csv,
    "excerpt_csv": excerpt_csv,
    "municipality_polygons": municipality_polygons,
}
SUFFIXES = frozenset({".csv", ".parquet"})
Without = Collection[str]
NONE: Without = frozenset()


@dataclass(frozen=True)
class Release:
    """One raw file on disk, with what its sidecar says; its id is its path below the raw folder.

    The status is ``published``, or ``sample`` for fictitious figures.
    """

    release_id: str
    source: Source
    file: RawFile
    path: Path
    provenance: dict[str, Any]
    status: str


def extract(source: Source, location: Path, raw: Path, retrieved: str | None = None) -> list[Path]:
    """Read the files of a source and write the extracts that the build uses.

    The location holds each file at its ``path``; an optional file that is not there is left out.
    All files are read before the first is written, so a bad file changes nothing. Return the files
    written, without their sidecars.

    Raises:
        DataError: A file is not as the register says.
    """
    files = [f for f in source.files if not f.optional or (location / f.path).exists()]
    if not files:
        reason = f"no file of {source.source_id} stands in this folder"
        raise refusal("Run 'python -m etl fetch' or 'python -m etl import'.", str(location), reason)
    tables = [(file, read(file, location / file.path)) for file in files]
    folder = raw / source.source_id / (retrieved or UNDATED)
    folder.mkdir(parents=True, exist_ok=True)
    return [
        write(source, file, table, folder, retrieved, file.modified, file.period)
        for file, table in tables
    ]


def read(file: RawFile, path: Path) -> pa.Table:
    """Read what a publisher gave, a file or a folder with the pages of a table.

    Return verbatim text, with the constants of the register.

    Raises:
        DataError: It is not as the register says.
    """
    if file.protocol in TABLES:
        table = TABLES[file.protocol].extract(path, file)
    else:
        table = FILES[file.protocol].extract(path, file.columns)
    for column, value in file.constants.items():
        table = table.append_column(column, pa.array([value] * len(table), pa.string()))
    return table


def write(
    source: Source,
    file: RawFile,
    table: pa.Table,
    folder: Path,
    retrieved: str | None,
    modified: str | None,
    period: str | None,
    said: Mapping[str, Any] | None = None,
) -> Path:
    """Write one extract with its provenance into the folder of a release; it appears whole.

    It was retrieved on a day (ISO date) and modified by its publisher, if these are known; ``said``
    stands in the provenance beside or in place of what the register says.
    """
    is_csv = file.protocol in FILES
    path = folder / f"{file.stem}{'.csv' if is_csv else '.parquet'}"
    part = path.with_name(path.name + ".part")
    if is_csv:
        pyarrow.csv.write_csv(table, part)
    else:
        pyarrow.parquet.write_table(table, part, compression="zstd")
    provenance = {
        "source": source.source_id,
        "publisher": source.publisher,
        "table": file.table_id,
        "title": file.title,
        "url": file.url or None,
        "licence": source.licence,
        "copy": file.copy,
        "period": period,
        "modified": modified,
        "retrieved": retrieved,
        "note": file.note,
        "rows": len(table),
        "sha256": sha256(part),
        **(said or {}),
    }
    text = json.dumps(provenance, ensure_ascii=False, indent=2) + "\n"
    sidecar(path).write_text(text, "utf-8")
    part.replace(path)
    return path


def release_folder(source_folder: Path, today: str, stem: str) -> Path:
    """Return the folder of a release of today; a second release on one day gets a number."""
    return next(
        folder
        for folder in _folders(source_folder, today)
        if not any((folder / f"{stem}{suffix}").exists() for suffix in SUFFIXES)
    )


def new_folder(source_folder: Path, today: str) -> Path:
    """Return the folder of a release of today that shares it with no other file."""
    return next(
        folder
        for folder in _folders(source_folder, today)
        if not folder.exists() and not (source_folder / WITHDRAWN / folder.name).exists()
    )


def _folders(source_folder: Path, today: str) -> Iterator[Path]:
    yield source_folder / today
    yield from (source_folder / f"{today}.{number}" for number in itertools.count(2))


def put_release(source_folder: Path, today: str, fill: Callable[[Path], object]) -> Path:
    """Let a release of today (ISO date) be filled, and put it among the others in one step."""
    staging = source_folder / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    try:
        fill(staging)
        for path in staging.iterdir():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        return staging.rename(new_folder(source_folder, today))
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def holds(path: Path, table: pa.Table) -> bool:
    """Return whether a raw file holds exactly these rows, as ``write`` would write them."""
    text = io.BytesIO()
    pyarrow.csv.write_csv(table, text)
    said: bool = provenance_of(path).get("sha256") == hashlib.sha256(text.getvalue()).hexdigest()
    return said


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of an extract in csv, as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sidecar(path: Path) -> Path:
    """Return where the provenance of a raw file stands."""
    return path.with_name(path.name + SIDECAR)


def provenance_of(path: Path) -> dict[str, Any]:
    """Return what the sidecar of a raw file says; nothing when it has none.

    Raises:
        DataError: It is not JSON.
    """
    said: dict[str, Any] = read_json(sidecar(path)) if sidecar(path).exists() else {}
    return said


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def releases(
    raw: Path,
    sample: Path | None = None,
    as_of: str | None = None,
    without: Without = NONE,
) -> list[Release]:
    """Return the releases to load of each file of the register, in its order; see ``every``.

    The sample folder has fictitious figures, laid out as the raw folder.

    Raises:
        DataError: A file is absent, has no provenance, or was changed after it was extracted.
    """
    found: list[Release | Problem] = []
    for source in REGISTER:
        for file in source.files:
            paths = every(raw, source, file, as_of, without)
            if not paths and not file.optional and as_of is None:
                name = f"{source.source_id}/{file.stem}"
                found.append(Problem(name, "no extract of this file was found"))
            found += _counting(source, file, paths, raw)
            if sample is not None:
                invented = every(sample, source, file)
                found += [_release(source, file, path, sample, "sample") for path in invented]
    return _whole(found)


def known_on(raw: Path, source: Source, day: str | None, without: Without = NONE) -> list[Release]:
    """Return the releases of a source that were there on a day (None: those without a date).

    Raises:
        DataError: A file has no provenance, or was changed after it was extracted.
    """
    found: list[Release | Problem] = []
    for file in source.files:
        found += _counting(source, file, every(raw, source, file, day or "", without), raw)
    return _whole(found)


def known_days(
    raw: Path, source: Source, as_of: str | None = None, without: Without = NONE
) -> list[str | None]:
    """Return the days on which releases of a source were retrieved, oldest first.

    Releases without a date come first, as None; see ``releases``.
    """
    folders = {name.split("/")[1] for name in names(raw, source, as_of, without)}
    days = sorted({folder[:10] for folder in folders - {UNDATED}})
    return [*([None] if UNDATED in folders else []), *days]


def names(
    raw: Path, source: Source, as_of: str | None = None, without: Without = NONE
) -> list[str]:
    """Return the extracts of a source that were there on a day, as paths below the raw folder."""
    return [
        path.relative_to(raw).as_posix()
        for file in source.files
        for path in every(raw, source, file, as_of, without)
    ]


def spare(raw: Path, as_of: str | None = None, without: Without = NONE) -> list[str]:
    """Return the releases that count and that a build can do without, the newest first.

    Of such a file there is another release, or the monitor works without it.
    """
    found = [
        path
        for source in REGISTER
        for file in source.files
        for paths in [every(raw, source, file, as_of, without)]
        if file.optional or len(paths) > 1
        for path in _wanted(file, paths)
    ]
    found.sort(key=lambda path: _age(path.parent.name), reverse=True)
    return [path.relative_to(raw).as_posix() for path in found]


def newest(raw: Path, source: Source, file: RawFile) -> Path | None:
    """Return the newest extract of a file; a dated folder is newer than an undated one."""
    return next(reversed(every(raw, source, file)), None)


def every(
    raw: Path,
    source: Source,
    file: RawFile,
    as_of: str | None = None,
    without: Without = NONE,
) -> list[Path]:
    """Return the extracts of a file that were there on a day (ISO date), oldest first.

    Without a day all of them; those without a date always were there. The releases ``without``
    which to go on, as paths below the raw folder, are passed over.
    """
    paths = [
        path
        for path in (raw / source.source_id).glob(f"*/{file.stem}.*")
        if path.suffix in SUFFIXES
        and (folder := path.parent.name) != STAGING
        and (as_of is None or folder == UNDATED or folder[:10] <= as_of)
        and path.relative_to(raw).as_posix() not in without
    ]
    return sorted(paths, key=lambda path: _age(path.parent.name))


def _age(folder: str) -> tuple[str, int]:
    """Return the order of a release folder such as ``2026-11-22.10``; undated comes first."""
    date, _, number = folder.partition(".")
    return "" if folder == UNDATED else date, int(number or 1)


def _counting(
    source: Source, file: RawFile, paths: list[Path], raw: Path
) -> list[Release | Problem]:
    return [_release(source, file, path, raw, "published") for path in _wanted(file, paths)]


def _wanted(file: RawFile, paths: list[Path]) -> list[Path]:
    """Return the releases that count: of most files the newest whole one, and parts after it."""
    whole = [place for place, path in enumerate(paths) if not _is_part(path)]
    return paths if file.every_release or not whole else paths[whole[-1] :]


def _is_part(path: Path) -> bool:
    """Return whether a release may hold some of the rows of its file only."""
    with contextlib.suppress(DataError):  # a damaged one is told of where it is loaded
        return bool(provenance_of(path).get("is_part"))
    return False


def _release(
    source: Source, file: RawFile, path: Path, folder: Path, status: str
) -> Release | Problem:
    name = path.relative_to(folder).as_posix()
    provenance = provenance_of(path)
    if not provenance:
        return Problem(name, f"its provenance {sidecar(path).name} is missing")
    if provenance.get("sha256") != sha256(path):
        return Problem(
            name, "the file differs from what its provenance says: it was changed or cut off"
        )
    release_id = name if status == "published" else f"{status}/{name}"
    return Release(release_id, source, file, path, provenance, status)


def _whole(found: list[Release | Problem]) -> list[Release]:
    """Return what was found when nothing is wrong with any of it."""
    if problems := [item for item in found if isinstance(item, Problem)]:
        raise DataError(problems, "Run 'python -m etl extract' for this source and build again.")
    return [item for item in found if isinstance(item, Release)]
