"""Importing a file of UWV: read, try on a scratch database, and only then release it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from filelock import FileLock

from etl import raw, transform
from etl.errors import DataError, Problem, first_of, refusal
from etl.protocols import uwv_layout, uwv_mapping, uwv_workbook
from etl.protocols.package import MAX_BYTES
from etl.register import source

SOURCE = source("uwv_tension")
FILE = SOURCE.files[0]
NEXT_STEP = "Correct the file and import it again; nothing was changed."


@dataclass(frozen=True)
class Imported:
    """What an import did, in words.

    Attributes:
        path: The release.
        is_new: Whether it was written now; otherwise the same file was imported before.
        loaded: What the release holds.
        left_out: What was not read or does not count.
        changed: Per quarter how many regions it adds to what was there, changes and leaves.
    """

    path: Path
    is_new: bool = False
    loaded: str = ""
    left_out: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


def import_workbook(
    path: Path,
    raw_folder: Path,
    release: str,
    mapping_path: Path | None = None,
    said: Mapping[str, Any] | None = None,
) -> Imported:
    """Import one workbook or csv file, whole or not at all.

    The release is named after a day (ISO date); a second one on a day gets a number. The mapping
    tells where the columns stand, when the layout is not recognised; ``said`` is what the
    provenance says in place of the register.

    Raises:
        DataError: Something in the file is not as expected; nothing was written.
        OSError: It cannot be read or written; nothing was released.
    """
    content = _content(path)
    mapping = uwv_mapping.read(mapping_path, list(uwv_layout.NAMES)) if mapping_path else None
    origin = {
        "original": path.name,
        "original_sha256": hashlib.sha256(content).hexdigest(),
        "mapping": asdict(mapping) if mapping else None,
    }
    folder = raw_folder / SOURCE.source_id
    if earlier := _imported_before(folder, origin):
        return Imported(earlier)
    workbook = uwv_workbook.read(path.name, content, mapping)
    loaded, period, changed, left_out = _try(path.name, workbook, raw_folder, release)
    layouts = [asdict(layout) for layout in workbook.layouts]
    provenance = {**origin, "read_as": layouts, **(said or {})}
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f"{raw.STAGING}.lock"):
        if earlier := _imported_before(folder, origin):  # another import was first
            return Imported(earlier)
        target = raw.put_release(
            folder,
            release,
            lambda staging: raw.write(
                SOURCE, FILE, workbook.table, staging, release, None, period, provenance
            ),
        )
    written = target / f"{FILE.stem}.parquet"
    return Imported(written, True, loaded, workbook.left_out + left_out, changed)


def _content(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        reason = f"the file is larger than {MAX_BYTES // 10**6} MB"
        raise refusal(NEXT_STEP, path.name, reason)
    return path.read_bytes()


def _imported_before(folder: Path, origin: dict[str, Any]) -> Path | None:
    """Return the release that was made of the same file, read in the same way."""
    for path in raw.every(folder.parent, SOURCE, FILE):
        provenance = raw.provenance_of(path)
        if all(provenance.get(key) == origin[key] for key in ("original_sha256", "mapping")):
            return path
    return None


def _try(
    name: str, workbook: uwv_workbook.Workbook, raw_folder: Path, release: str
) -> tuple[str, str, list[str], list[str]]:
    """Transform the rows on a scratch database by the rules of the build.

    Return what was loaded, its first and last quarter, what it changes and the rows left out.
    """
    try:
        with transform.scratch(SOURCE, FILE, workbook.table, name) as connection:
            summary = (transform.ETL / "releases" / "import_summary.sql").read_text("utf-8")
            [(loaded, period, totals)] = connection.execute(summary).fetchall()
            changed, idle = _changes(connection, workbook.table, raw_folder, release)
    except DataError as error:
        raise DataError(_named_as_in_the_file(name, error.problems, workbook), NEXT_STEP) from error
    if not period:
        raise refusal(NEXT_STEP, name, "the file holds totals only, no figures")
    return loaded, period, changed, totals + idle


def _changes(
    connection: duckdb.DuckDBPyConnection, table: pa.Table, raw_folder: Path, release: str
) -> tuple[list[str], list[str]]:
    """Add a file to the releases that are there, on the scratch database that holds it alone.

    Return what it changes per quarter, and its rows that do not count.
    """
    folder = raw.new_folder(raw_folder / SOURCE.source_id, release)
    release_id = f"{SOURCE.source_id}/{folder.name}/{FILE.stem}.parquet"
    connection.execute("create temp table imported as from occupation_tension")
    connection.execute(f"drop table raw.{FILE.stem}")
    try:
        transform.load_file(connection, FILE, raw.known_on(raw_folder, SOURCE, raw.LATEST))
        transform.run(connection, SOURCE.source_id)
    except DataError as error:
        return [f"What this file changes cannot be told: {error.problems[0]}"], []
    connection.execute("create temp table before_import as from occupation_tension")
    transform.load_rows(connection, FILE, table, release_id)
    transform.run(connection, SOURCE.source_id)
    sql = (transform.ETL / "releases" / "import_change.sql").read_text("utf-8")
    [(changed, idle)] = connection.execute(sql, {"release_id": release_id}).fetchall()
    return changed, idle


def _named_as_in_the_file(
    name: str, problems: list[Problem], workbook: uwv_workbook.Workbook
) -> list[Problem]:
    """Give each problem the name that its column has in the file, and keep the first ones."""
    columns_of = {
        f"{name}, sheet {layout.sheet}" if layout.sheet else name: layout.columns
        for layout in workbook.layouts
    }
    named = [
        replace(problem, column=columns_of[problem.file].get(problem.column or "", problem.column))
        for problem in sorted(problems, key=lambda problem: (problem.file, problem.line or 0))
    ]
    return first_of(named)
