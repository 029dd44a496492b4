"""Importing a file of UWV: read, try on a scratch database, and only then release it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from filelock import FileLock

from etl import raw, transform
from etl.errors import SHOWN, DataError, Problem, refusal
from etl.protocols import uwv_layout, uwv_mapping, uwv_quarter, uwv_workbook
from etl.protocols.package import MAX_BYTES
from etl.register import source

SOURCE = source("uwv_tension")
FILE = SOURCE.files[0]
FIRST_ROWS = 5
CONFIRMED = "replaces_with_blanks"
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
        notes: What was understood that the file does not say outright.
    """

    path: Path
    is_new: bool = False
    loaded: str = ""
    left_out: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def import_workbook(
    path: Path,
    raw_folder: Path,
    release: str,
    mapping_path: Path | None = None,
    said: Mapping[str, Any] | None = None,
    blanks: int = 0,
) -> Imported:
    """Import one workbook or csv file, whole or not at all.

    The release is named after a day (ISO date); a second one on a day gets a number. The mapping
    tells where the columns stand, when the layout is not recognised; ``said`` is what the
    provenance says in place of the register. A blank or mark takes the place of an earlier figure
    only when ``blanks`` says of how many.

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
        CONFIRMED: blanks,
    }
    folder = raw_folder / SOURCE.source_id
    if earlier := _imported_before(folder, origin):
        return Imported(earlier)
    try:
        workbook = uwv_workbook.read(path.name, content, mapping)
    except DataError as error:
        raise DataError(_by_kind(error.problems), error.next_step) from error
    period, imported = _try(path.name, workbook, raw_folder, release, blanks)
    table = workbook.table
    if blanks:
        table = table.append_column(CONFIRMED, pa.array(["yes"] * len(table)))
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
                SOURCE, FILE, table, staging, release, None, period, provenance
            ),
        )
    return replace(imported, path=target / f"{FILE.stem}.parquet")


def _content(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        reason = f"the file is larger than {MAX_BYTES // 10**6} MB"
        raise refusal(NEXT_STEP, path.name, reason)
    return path.read_bytes()


def _imported_before(folder: Path, origin: dict[str, Any]) -> Path | None:
    """Return the release that was made of the same file, read in the same way."""
    for path in raw.every(folder.parent, SOURCE, FILE):
        said = raw.provenance_of(path)
        as_now = [
            (uwv_mapping.Mapping(**(one.get("mapping") or {})), one.get("original_sha256"))
            for one in (said, origin)
        ]
        confirmed = bool(said.get(CONFIRMED))
        if as_now[0] == as_now[1] and (confirmed or not origin[CONFIRMED]):
            return path
    return None


def _try(
    name: str, workbook: uwv_workbook.Workbook, raw_folder: Path, release: str, blanks: int
) -> tuple[str, Imported]:
    """Transform the rows on a scratch database by the rules of the build.

    Return their first and last quarter, and what an import of them does.
    """
    folder = raw.new_folder(raw_folder / SOURCE.source_id, release)
    release_id = f"{SOURCE.source_id}/{folder.name}/{FILE.stem}.parquet"
    try:
        _refuse_quarters_to_come(name, workbook, release[:4])
        with transform.scratch(SOURCE, FILE, workbook.table, name) as connection:
            summary = (transform.ETL / "releases" / "import_summary.sql").read_text("utf-8")
            [(loaded, period, totals, renamed)] = connection.execute(summary).fetchall()
            changed, lost = _changes(connection, workbook.table, raw_folder, release_id)
            if blanks and blanks == len(lost):
                changed = _with_blanks(connection, release_id)
    except DataError as error:
        named = _named_as_in_the_file(error.problems, name, workbook)
        raise DataError(_by_kind(named), NEXT_STEP) from error
    if not period:
        raise refusal(NEXT_STEP, name, "the file holds totals only, no figures")
    left_out, notes = workbook.left_out + totals, workbook.notes + renamed
    if blanks and blanks != len(lost):
        said = f"a blank or mark would take the place of figures in {len(lost)} rows, not {blanks}"
        step = f"Import it again with --replace-with-blanks {len(lost)}; nothing was changed."
        raise DataError([Problem(name, one) for one in (said, *(lost or changed))], step)
    if blanks:
        notes += [f"replaced: {one}" for one in lost]
    elif lost:
        left_out += [f"{one}, which stays" for one in lost]
        notes.append(
            f"earlier figures of {len(lost)} rows stay; to let the blanks and marks take their "
            f"place, import the file again with --replace-with-blanks {len(lost)}"
        )
    return period, Imported(Path(), True, loaded, left_out, changed, notes)


def _refuse_quarters_to_come(name: str, workbook: uwv_workbook.Workbook, year: str) -> None:
    """Refuse a quarter after the year of the import: 99Q4 is then no year of this century."""
    reason = f"this quarter is after {year}, the year of the import; an earlier one was expected"
    late = [
        Problem(
            uwv_layout.place_of(name, row["sheet"]),
            reason,
            row["line"],
            "quarter",
            row["quarter"],
        )
        for row in workbook.table.to_pylist()
        if uwv_quarter.only_quarter(row["quarter"])[:4] > year
    ]
    if late:
        raise DataError(late, NEXT_STEP)


def _changes(
    connection: duckdb.DuckDBPyConnection, table: pa.Table, raw_folder: Path, release_id: str
) -> tuple[list[str], list[str]]:
    """Add a file to the releases that are there, on the scratch database that holds it alone.

    Return what it changes per quarter, and its rows that do not count: they have a blank or mark
    where an earlier release has a figure.
    """
    connection.execute("create temp table imported as from occupation_tension")
    connection.execute(f"drop table raw.{FILE.stem}")
    try:
        transform.load_file(connection, FILE, raw.known_on(raw_folder, SOURCE, raw.LATEST))
        transform.run(connection, SOURCE.source_id)
    except DataError as error:
        return [f"What this file changes cannot be told: {error.problems[0]}"], []
    connection.execute("create temp table before_import as from occupation_tension")
    transform.load_rows(connection, FILE, table, release_id)
    return _compared(connection, release_id)


def _with_blanks(connection: duckdb.DuckDBPyConnection, release_id: str) -> list[str]:
    """Return what a file changes whose blanks and marks take the place of figures."""
    sql = f"update raw.{FILE.stem} set {CONFIRMED} = 'yes' where release_id = ?"
    connection.execute(sql, [release_id])
    return _compared(connection, release_id)[0]


def _compared(
    connection: duckdb.DuckDBPyConnection, release_id: str
) -> tuple[list[str], list[str]]:
    transform.run(connection, SOURCE.source_id)
    sql = (transform.ETL / "releases" / "import_change.sql").read_text("utf-8")
    [(changed, lost)] = connection.execute(sql, {"release_id": release_id}).fetchall()
    return changed, lost


def _named_as_in_the_file(
    problems: list[Problem], name: str, workbook: uwv_workbook.Workbook
) -> list[Problem]:
    """Give each problem the name that its column has in the file."""
    layouts = {uwv_layout.place_of(name, layout.sheet): layout for layout in workbook.layouts}
    quarters: dict[tuple[object, ...], set[str]] = {}
    for row in workbook.table.to_pylist():
        for name, value in row.items():
            quarters.setdefault((row["sheet"], row["line"], name, value), set()).add(row["quarter"])
    named = []
    for one in problems:
        if (layout := layouts.get(one.file)) and one.column in layout.columns:
            at = quarters.get((layout.sheet, one.line, one.column, one.value), set())
            one = replace(one, column=layout.name_of(one.column, at))
        named.append(one)
    return named


def _by_kind(problems: list[Problem]) -> list[Problem]:
    """Return one problem per column and kind of reason, with all values and the first rows."""
    kinds: dict[tuple[str, str | None, str], list[Problem]] = {}
    for one in sorted(problems, key=lambda problem: (problem.file, problem.line or 0)):
        reason = re.sub(r"'[^']*'|[\d.]+", "", one.reason) if one.line else one.reason
        kind = one.file, one.column, reason
        kinds.setdefault(kind, []).append(one)
    said = [_together(alike) for alike in kinds.values()]
    more = [Problem(said[0].file, f"{len(said) - SHOWN} more kinds of values are refused")]
    return said if len(said) <= SHOWN else said[:SHOWN] + more


def _together(alike: list[Problem]) -> Problem:
    first = alike[0]
    if len(alike) == 1:
        return first
    lines: dict[str | None, list[int | None]] = {}
    for one in alike:
        lines.setdefault(one.value, []).append(one.line)
    said = [
        (f"{value!r} in " if value is not None else "in ") + _rows_said(found)
        for value, found in list(lines.items())[:SHOWN]
    ]
    more = [f"{len(lines) - SHOWN} other values"] if len(lines) > SHOWN else []
    reason = f"{first.reason}; {len(alike)} times: {'; '.join([*said, *more])}"
    return replace(first, reason=reason)


def _rows_said(lines: list[int | None]) -> str:
    shown = ", ".join(map(str, lines[:FIRST_ROWS]))
    more = f" and {len(lines) - FIRST_ROWS} more" if len(lines) > FIRST_ROWS else ""
    return f"row{'s' if len(lines) > 1 else ''} {shown}{more}"
