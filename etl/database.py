"""From the raw files to the database: load, transform, check, publish in one step."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa
from filelock import FileLock

from etl import folders, raw, transform
from etl.errors import DataError, Problem, refusal
from etl.folders import DELIVERIES
from etl.private import cells
from etl.private.cells import Counted
from etl.raw import Release
from etl.register import REGISTER
from etl.releases import fitting, replay
from etl.releases.fitting import Left, LeftOut
from etl.transform import ETL

ROOT, RAW, SAMPLE = folders.ROOT, folders.RAW, folders.SAMPLE

DELIVERY_STEP = "deliveries"
DATABASE, DATABASE_VARIABLE = folders.DATABASE, folders.DATABASE_VARIABLE
default_path = folders.default_path
FOUNDATIONS = ("reference", "regions")
UNWRITABLE = (
    duckdb.IOException,
    duckdb.TransactionException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
    duckdb.InternalException,
    duckdb.SerializationException,
)

Progress = Callable[[str, int, int], None]


class CheckResult(NamedTuple):
    """The rows that a file of ``etl/checks`` finds; none when what it guards is as it should be."""

    rule: str
    sentence: str
    columns: list[str]
    rows: list[tuple[object, ...]]


@dataclass(frozen=True)
class Inputs:
    """What a database is made from, beside the reference tables and the SQL.

    Attributes:
        raw: The raw files.
        sample: Fictitious figures, laid out as the raw files, if wanted.
        deliveries: What programmes delivered, in numbered folders, if wanted.
        as_of: Load what was there on this day (ISO date) rather than the newest.
        without: Releases that are left out, each with what is wrong with it.
    """

    raw: Path = RAW
    sample: Path | None = SAMPLE
    deliveries: Path | None = DELIVERIES
    as_of: str | None = None
    without: Left = field(default_factory=dict)

    def counted(self) -> list[Counted]:
        """Return the deliveries that count; fictitious ones too, when these are wanted."""
        found = cells.counted(self.deliveries, "published") if self.deliveries else []
        if self.sample:
            found += cells.counted(self.sample / DELIVERY_STEP, "sample")
        return found


def build(
    database: Path,
    inputs: Inputs | None = None,
    progress: Progress = lambda step, done, total: None,
    *,
    whole: bool = False,
) -> list[str]:
    """Build the database beside its final place and put it there when every check passes.

    Only the sources that changed since the previous build are transformed again. A release that
    does not fit is left out, if the monitor can do without it; ``left_out`` tells. Until the last
    step, an atomic replacement, the previous database stays as it is; a build that is killed
    leaves only a file that the next build removes.

    Progress is told each step, with its number and how many there are; a whole build starts from
    nothing, also when a previous database could be used.

    Returns:
        The sources that were built; none when the database is as it should be.

    Raises:
        DataError: The raw files cannot be used or a check fails; nothing is published.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{database}.lock"):
        _remove_leftovers(database)
        inputs = inputs or Inputs()
        attempt = _Attempt(database, inputs, inputs.counted(), progress, whole=whole)
        if attempt.is_current():
            return []
        try:
            fitting.settle(attempt, attempt.spare)
            _publish(attempt.unfinished, database)
        except UNWRITABLE as error:
            reason = f"the database could not be written ({str(error).splitlines()[0]})"
            advice = (
                "The previous database stays; make room or give write access and build again, with "
                "--whole when the previous one is damaged."
            )
            raise refusal(advice, str(database), reason) from error
        finally:
            _remove_leftovers(database)
    return attempt.stale


class _Attempt:
    """Fills a file beside the database, without the releases that it is given."""

    def __init__(
        self,
        database: Path,
        inputs: Inputs,
        counted: list[Counted],
        progress: Progress,
        *,
        whole: bool,
    ) -> None:
        self.database, self.inputs, self.counted = database, inputs, counted
        self.progress = progress
        self.unfinished = database.with_name(f"{database.name}.{os.getpid()}.unfinished")
        self.found = {} if whole else _hashes_in(database)
        self.stale: list[str] = []

    def __call__(self, left: Left) -> None:
        inputs = replace(self.inputs, without=left)
        releases, wanted = self._wanted(inputs)
        _remove_leftovers(self.database)
        if len(self.stale) < len(wanted):
            shutil.copyfile(self.database, self.unfinished)
        _fill(self.unfinished, releases, self.counted, wanted, self.stale, self.progress, inputs)

    def is_current(self) -> bool:
        """Return whether the database is what these files give, without those left out then."""
        if not self.found:
            return False
        with contextlib.suppress(DataError, duckdb.Error):
            without = {one.release_id: one.problems for one in left_out(self.database)}
            self._wanted(replace(self.inputs, without=without))
            return not self.stale
        return False

    def spare(self, left: Left) -> list[str]:
        """Return the releases of what is built that can be done without, the newest first."""
        spare = raw.spare(self.inputs.raw, self.inputs.as_of, left)
        return [one for one in spare if not self.stale or one.split("/")[0] in self.stale]

    def _wanted(self, inputs: Inputs) -> tuple[list[Release], dict[str, str]]:
        self.stale = []
        releases = raw.releases(inputs.raw, inputs.sample, inputs.as_of, inputs.without)
        wanted = _hashes(releases, self.counted, inputs)
        self.stale = [step for step in wanted if wanted[step] != self.found.get(step)]
        if {*self.stale} & {*FOUNDATIONS}:  # what every source stands on has changed
            self.stale = list(wanted)
        return releases, wanted


def left_out(database: Path) -> list[LeftOut]:
    """Return the releases that a database is without, because they do not fit."""
    with contextlib.closing(transform.attached(database)) as connection:
        return fitting.read(connection)


def check(database: Path) -> list[CheckResult]:
    """Run the checks on a database.

    Raises:
        DataError: There is no database, or it cannot be read.
    """
    if not database.exists():
        advice = "Run 'python -m etl build' first."
        raise refusal(advice, str(database), "there is no database here")
    try:
        with contextlib.closing(transform.attached(database)) as connection:
            return _checked(connection)
    except duckdb.Error as error:
        reason = f"it cannot be read ({str(error).splitlines()[0]})"
        raise refusal("Run 'python -m etl build --whole'.", str(database), reason) from error


def _checked(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Run each check; its first line says in Dutch, after ``--``, what it guards."""
    results = []
    for path in sorted((ETL / "checks").glob("*.sql")):
        sql = path.read_text("utf-8")
        found = connection.execute(sql)
        columns = [column[0] for column in found.description or []]
        sentence = sql.splitlines()[0].lstrip("- ")
        results.append(CheckResult(path.stem, sentence, columns, found.fetchall()))
    return results


def _fill(
    unfinished: Path,
    releases: list[Release],
    counted: list[Counted],
    hashes: dict[str, str],
    stale: list[str],
    progress: Progress,
    inputs: Inputs,
) -> None:
    """Write the stale steps to a database file, new or a copy of the previous one, and check it."""
    total = len(stale) + 1
    with transform.writing(unfinished) as connection:
        for source in REGISTER:
            if source.source_id in stale:
                for file in source.files:
                    found = [release for release in releases if release.file is file]
                    transform.load_file(connection, file, found)
        connection.execute("begin")
        transform.prepare(connection, with_schema="reference" in stale)
        _describe_sources(connection, releases, counted)
        for number, step in enumerate(stale):
            progress(step, number, total)
            if step == DELIVERY_STEP:
                connection.execute("commit")  # a transaction writes to one database only
                cells.count(connection, counted)
                cells.protect(connection, counted)
                connection.execute("begin")
            transform.run(connection, step)
        transform.run(connection, "notes")
        transform.derive(connection)
        for source in REGISTER:
            if source.source_id in stale:
                replay.tell(connection, source, inputs.raw, inputs.as_of, inputs.without)
        progress("checks", total - 1, total)
        _run_checks(connection)
        fitting.write(connection, inputs.without, inputs.raw, inputs.as_of)
        _remember(connection, hashes)
        connection.execute("commit")
    progress("published", total, total)


def _remember(connection: duckdb.DuckDBPyConnection, hashes: dict[str, str]) -> None:
    """Write when and from what this database was built."""
    connection.execute("delete from load")
    connection.execute("delete from load_step")
    load = [datetime.now(UTC).replace(tzinfo=None), _sha256(*hashes.values()), duckdb.__version__]
    connection.execute("insert into load values (?, ?, ?)", load)
    steps = [*hashes.items(), ("layout", folders.layout())]
    connection.executemany("insert into load_step values (?, ?)", steps)


def _describe_sources(
    connection: duckdb.DuckDBPyConnection, releases: list[Release], counted: list[Counted]
) -> None:
    """Fill ``source`` and ``release`` from the register, the sidecars and the deliveries."""
    entries = pa.Table.from_pylist(
        [{**vars(entry), "kind": "register", "files": None} for entry in REGISTER]
    )
    sidecars = [
        {"release_id": release.release_id, "status": release.status, **release.provenance}
        for release in releases
    ]
    told = pa.Table.from_pylist(sidecars + [one.provenance for one in counted])
    connection.register("entries", entries)
    connection.register("sidecars", told)
    connection.execute((ETL / "sources" / "register.sql").read_text("utf-8"))


def _run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    results = _checked(connection)
    problems = [
        Problem(f"check {result.rule}", ", ".join(f"{column} {value}" for column, value in found))
        for result in results
        for found in (zip(result.columns, row, strict=True) for row in result.rows)
    ]
    if problems:
        advice = "The figures do not agree with each other; nothing was published."
        raise DataError(problems, advice)
    connection.execute("delete from check_result")
    passed = [[result.rule, result.sentence, len(result.rows)] for result in results]
    connection.executemany("insert into check_result values (?, ?, ?)", passed)


def _hashes(releases: list[Release], counted: list[Counted], inputs: Inputs) -> dict[str, str]:
    """Return per step one hash over everything that it is made from.

    Earlier releases count by their names, as what changed since is told of them.
    The deliveries are read with the borders, programmes and tension of all other steps.
    """
    sources = {source.source_id: source for source in REGISTER}
    of_step = {source_id: ETL / "sources" / f"{source_id}.sql" for source_id in sources}
    shared = [
        path
        for folder in (transform.REFERENCE, ETL)
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".csv", ".sql", ".py"} and path not in of_step.values()
    ]
    hashes = {"reference": _sha256(*(path.name + path.read_text("utf-8") for path in shared))}
    for step, path in of_step.items():
        files = [
            release.release_id + json.dumps(release.provenance)
            for release in releases
            if release.source.source_id == step
        ]
        earlier = raw.names(inputs.raw, sources[step], inputs.as_of)
        hashes[step] = _sha256(path.read_text("utf-8"), *files, *earlier)
    decisions = [one.release_id + one.fingerprint for one in counted]
    hashes[DELIVERY_STEP] = _sha256(*hashes.values(), *decisions)
    return hashes


def _hashes_in(database: Path) -> dict[str, str]:
    """Return per step what a database was made from; nothing when there is none to be read."""
    if not database.exists():
        return {}
    try:
        with contextlib.closing(transform.attached(database)) as connection:
            return dict(connection.execute("select step, inputs_sha256 from load_step").fetchall())
    except duckdb.Error:
        return {}


def _sha256(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _remove_leftovers(database: Path) -> None:
    for leftover in database.parent.glob(f"{database.name}.*.unfinished*"):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _publish(unfinished: Path, database: Path) -> None:
    """Put the finished file in the place of the previous one, safe against a power cut."""
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        unfinished.replace(database)
    except PermissionError as error:
        reason = "the file is in use, so it cannot be replaced"
        advice = "Stop the dashboard, build, and start it again."
        raise refusal(advice, str(database), reason) from error
