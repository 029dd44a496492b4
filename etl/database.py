"""From the raw files to the database: load, transform, check, publish in one step."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
from filelock import FileLock

from etl import raw
from etl.errors import DataError, Problem
from etl.register import REGISTER

ETL = Path(__file__).parent
ROOT = ETL.parent
RAW = ROOT / "data" / "raw"
REFERENCE = ROOT / "data" / "reference"
DATABASE = ROOT / "data" / "vakkrachtmonitor.duckdb"
DATABASE_VARIABLE = "VAKKRACHTMONITOR_DATABASE"
KNOWN_DEVIATIONS = ETL / "checks" / "known_deviations.csv"
READABLE_SINCE = "v1.4.0"
BLOCK_BYTES = 16384

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class CheckResult:
    """The outcome of one check.

    Attributes:
        rule: Name of the check, its file in ``etl/checks``.
        sentence: What it guards, in Dutch.
        columns: Names of the columns of the offending rows.
        rows: The offending rows; none when the check passes.
    """

    rule: str
    sentence: str
    columns: list[str]
    rows: list[tuple[object, ...]]


def default_path() -> Path:
    """Return the database to use: ``VAKKRACHTMONITOR_DATABASE``, otherwise the one in ``data/``."""
    return Path(os.environ.get(DATABASE_VARIABLE) or DATABASE)


def is_current(database: Path, raw_folder: Path = RAW) -> bool:
    """Return whether the database was built from exactly the present files and SQL."""
    if not database.exists():
        return False
    try:
        with contextlib.closing(_attached(database)) as connection:
            found = connection.execute("select inputs_sha256 from load").fetchone()
    except duckdb.Error:
        return False
    return found is not None and found[0] == _inputs_sha256(raw_folder)


def build(
    database: Path, raw_folder: Path = RAW, progress: Progress = lambda step, done, total: None
) -> None:
    """Build the database beside its final place and put it there when every check passes.

    Until the last step, an atomic replacement, the previous database stays as it is; a build that
    is killed leaves only a file that the next build removes.

    Args:
        database: Where the database will stand.
        raw_folder: The raw files.
        progress: Is told each step, with its number and how many there are.

    Raises:
        DataError: The raw files cannot be used or a check fails; nothing is published.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{database}.lock"):
        _remove_leftovers(database)
        unfinished = database.with_name(f"{database.name}.{os.getpid()}.unfinished")
        try:
            _fill(unfinished, raw_folder, progress)
            _publish(unfinished, database)
        finally:
            unfinished.unlink(missing_ok=True)


def check(database: Path) -> list[CheckResult]:
    """Run the checks on a database.

    Raises:
        DataError: There is no database.
    """
    if not database.exists():
        problem = Problem(str(database), "there is no database here")
        raise DataError([problem], "Run 'python -m etl build' first.")
    with contextlib.closing(_attached(database)) as connection:
        return [_run_check(connection, path) for path in _checks()]


def _attached(database: Path) -> duckdb.DuckDBPyConnection:
    """Return a fresh connection that reads the file as it is now, also after a replacement."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach '{_quoted(database)}' as monitor (read_only)")
    connection.execute("use monitor")
    return connection


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _checks() -> list[Path]:
    return sorted((ETL / "checks").glob("*.sql"))


def _fill(unfinished: Path, raw_folder: Path, progress: Progress) -> None:
    """Write a complete, checked database file."""
    releases = raw.releases(raw_folder)
    steps = ["reference", *(source.source_id for source in REGISTER)]
    total = len(steps) + 1
    with contextlib.closing(duckdb.connect(":memory:")) as connection:
        connection.execute("set autoinstall_known_extensions = false")
        # One thread: the files are small, and handing them out costs more than it saves.
        connection.execute("set threads = 1")
        connection.execute("attach ':memory:' as raw")
        connection.execute(
            f"attach '{_quoted(unfinished)}' as monitor "
            f"(storage_version '{READABLE_SINCE}', block_size {BLOCK_BYTES}, "
            "recovery_mode no_wal_writes)"
        )
        _load_reference(connection)
        for release in releases:
            _load_release(connection, release)
        connection.execute("use monitor")
        connection.execute("begin")
        connection.execute((ETL / "schema.sql").read_text("utf-8"))
        connection.execute((ETL / "macros.sql").read_text("utf-8"))
        _describe_sources(connection, releases)
        for number, step in enumerate(steps):
            progress(step, number, total)
            _transform(connection, step)
        progress("checks", total - 1, total)
        _run_checks(connection)
        connection.execute(
            "insert into load values (?, ?, ?)",
            [
                datetime.now(UTC).replace(tzinfo=None),
                _inputs_sha256(raw_folder),
                duckdb.__version__,
            ],
        )
        connection.execute("commit")
        connection.execute("use memory")
        connection.execute("detach monitor")
    progress("published", total, total)


def _load_reference(connection: duckdb.DuckDBPyConnection) -> None:
    for path in [*sorted(REFERENCE.glob("*.csv")), KNOWN_DEVIATIONS]:
        connection.execute(
            f'create table raw."{path.stem}" as select * from read_csv(?, all_varchar = true, '
            "header = true, delim = ',', quote = '\"', nullstr = 'NULL')",
            [str(path)],
        )


def _load_release(connection: duckdb.DuckDBPyConnection, release: raw.Release) -> None:
    """Copy one raw file to ``raw.<stem>``: verbatim text with ``release_id`` and ``line``."""
    columns = ["line", *release.file.columns, *release.file.constants]
    if release.path.suffix == ".parquet":
        reader, options = "read_parquet", ""
    else:
        reader = "read_csv"
        typed = ", ".join(f"'{column}': 'varchar'" for column in columns)
        options = (
            f", columns = {{{typed}}}, auto_detect = false, header = true, delim = ',', "
            "quote = '\"', escape = '\"', nullstr = 'NULL'"
        )
    try:
        connection.execute(
            f'create table raw."{release.file.stem}" as '
            f"select * replace (cast(line as integer) as line), ? as release_id "
            f"from {reader}(?{options})",
            [release.release_id, str(release.path)],
        )
    except duckdb.Error as error:
        reason = f"the extract cannot be read ({str(error).splitlines()[0]})"
        problem = Problem(release.release_id, reason)
        raise DataError([problem], "Run 'python -m etl extract' for this source again.") from error


def _describe_sources(connection: duckdb.DuckDBPyConnection, releases: list[raw.Release]) -> None:
    """Fill ``source`` and ``release`` from the register and the sidecars."""
    entries = pa.Table.from_pylist(
        [
            {
                "source_id": entry.source_id,
                "kind": "register",
                "title": entry.title,
                "publisher": entry.publisher,
                "licence": entry.licence,
                "about": entry.about,
            }
            for entry in REGISTER
        ]
    )
    sidecars = pa.Table.from_pylist(
        [{"release_id": release.release_id, **release.provenance} for release in releases]
    )
    connection.register("entries", entries)
    connection.register("sidecars", sidecars)
    connection.execute((ETL / "sources" / "register.sql").read_text("utf-8"))


def _transform(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    """Run the SQL of one source, stopping as soon as it has refused a row."""
    for statement in duckdb.extract_statements(
        (ETL / "sources" / f"{step}.sql").read_text("utf-8")
    ):
        connection.execute(statement)
        if "rejected_row" not in statement.query:
            continue
        refused = connection.execute(
            "select file, reason, line, column_name, value from rejected_row order by all"
        ).fetchall()
        if refused:
            raise DataError(
                [Problem(*row) for row in refused],
                "Correct the source and run 'python -m etl extract' for it; nothing was published.",
            )


def _run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    results = [_run_check(connection, path) for path in _checks()]
    problems = [
        Problem(
            f"check {result.rule}",
            ", ".join(
                f"{column} {value}" for column, value in zip(result.columns, row, strict=True)
            ),
        )
        for result in results
        for row in result.rows
    ]
    if problems:
        raise DataError(
            problems, "The figures do not agree with each other; nothing was published."
        )
    connection.executemany(
        "insert into check_result values (?, ?, ?)",
        [[result.rule, result.sentence, len(result.rows)] for result in results],
    )


def _run_check(connection: duckdb.DuckDBPyConnection, path: Path) -> CheckResult:
    """Run one check; its first line says in Dutch, after ``--``, what it guards."""
    sql = path.read_text("utf-8")
    result = connection.execute(sql)
    columns = [column[0] for column in result.description or []]
    return CheckResult(path.stem, sql.splitlines()[0].lstrip("- "), columns, result.fetchall())


def _inputs_sha256(raw_folder: Path) -> str:
    """Return one hash over everything that the database is made from."""
    digest = hashlib.sha256()
    for path in _inputs(raw_folder):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _inputs(raw_folder: Path) -> Iterator[Path]:
    for folder in (raw_folder, REFERENCE, ETL):
        yield from sorted(
            path
            for path in folder.rglob("*")
            if path.is_file()
            and path.suffix in {".csv", ".parquet", ".json", ".sql", ".py"}
            and raw.STAGING not in path.parts
        )


def _remove_leftovers(database: Path) -> None:
    for leftover in database.parent.glob(f"{database.name}.*.unfinished*"):
        leftover.unlink()


def _publish(unfinished: Path, database: Path) -> None:
    """Put the finished file in the place of the previous one, safe against a power cut."""
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        unfinished.replace(database)
    except PermissionError as error:
        problem = Problem(str(database), "the file is in use, so it cannot be replaced")
        raise DataError([problem], "Stop the dashboard, build, and start it again.") from error
