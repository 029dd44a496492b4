"""The SQL of a source: raw rows in, facts out; used by the build and to try a file on its own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
from duckdb.sqltypes import VARCHAR

from etl.errors import DataError, Problem, refusal
from etl.protocols import uwv_quarter
from etl.raw import Release
from etl.register import RawFile, Source

ETL = Path(__file__).parent
REFERENCE = ETL.parent / "data" / "reference"
KNOWN_DEVIATIONS = ETL / "checks" / "known_deviations.csv"
READABLE_SINCE = "v1.4.0"
BLOCK_BYTES = 16384
MEMORY = "1GB"
MISFITS = (duckdb.DataError, duckdb.IntegrityError, duckdb.InvalidInputException)
_READY: list[duckdb.DuckDBPyConnection] = []  # databases for the next file that is tried


def attached(database: Path) -> duckdb.DuckDBPyConnection:
    """Return a fresh connection that reads the file as it is now, also after a replacement."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach '{_quoted(database)}' as monitor (read_only)")
    connection.execute("use monitor")
    return connection


@contextlib.contextmanager
def in_memory() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory, with room for raw rows beside it."""
    with contextlib.closing(_opened()) as connection:
        connection.execute("attach ':memory:' as raw")
        yield connection


def _opened() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    connection.execute("set autoinstall_known_extensions = false")
    # One thread: the files are small, and handing them out costs more than it saves.
    connection.execute("set threads = 1")
    return connection


@contextlib.contextmanager
def writing(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database file to be written, new or existing, with the reference tables in ``raw``.

    A folder ``<path>.tmp`` beside it takes what does not fit in memory.
    """
    with in_memory() as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(f"set memory_limit = '{MEMORY}'")
        connection.execute(f"set temp_directory = '{_quoted(path)}.tmp'")
        options = "recovery_mode no_wal_writes"
        if not path.exists():
            options += f", storage_version '{READABLE_SINCE}', block_size {BLOCK_BYTES}"
        connection.execute(f"attach '{_quoted(path)}' as monitor ({options})")
        _load_reference(connection)
        connection.execute("use monitor")
        yield connection
        connection.execute("use memory")
        connection.execute("detach monitor")


def prepare(connection: duckdb.DuckDBPyConnection, *, with_schema: bool = True) -> None:
    """Make the macros and function that the SQL of a source uses and, in a new database, tables."""
    if with_schema:
        measures = [path.read_text("utf-8") for path in sorted((ETL / "measures").glob("*.sql"))]
        for path in sorted((ETL / "schema").glob("*.sql")):
            sql = path.read_text("utf-8")
            if path.stem.endswith("region_figure"):  # the view that is the union of all measures
                sql += "\nunion all by name\n".join(measures)
            connection.execute(sql)
    connection.execute((ETL / "macros.sql").read_text("utf-8"))
    connection.create_function("quarter_of", uwv_quarter.only_quarter, [VARCHAR], VARCHAR)


@contextlib.contextmanager
def scratch(
    source: Source, file: RawFile, table: pa.Table, name: str
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Transform one file by the SQL of its source, on a database that is then forgotten.

    The source needs the reference tables only; the table has ``line`` and the columns of the file,
    as text; messages call it by the name.

    Raises:
        DataError: The SQL of the source refuses a row.
    """
    with reference() as connection:
        load_file(connection, file, [])
        load_rows(connection, file, table, name)
        run(connection, source.source_id)
        yield connection


@contextlib.contextmanager
def reference() -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a database with the reference tables and macros; what is done to it is forgotten."""
    connection = _READY.pop() if _READY else _with_reference()
    connection.execute("begin transaction")
    try:
        yield connection
    finally:
        connection.execute("rollback")
        _READY.append(connection)


def _with_reference() -> duckdb.DuckDBPyConnection:
    """Return a database with the reference tables, of which one transaction can take all back."""
    connection = _opened()
    connection.execute("create schema raw")
    _load_reference(connection)
    prepare(connection)
    run(connection, "reference")
    return connection


def load_rows(
    connection: duckdb.DuckDBPyConnection, file: RawFile, table: pa.Table, release_id: str
) -> None:
    """Add the rows of a file that is no release yet to ``raw.<stem>``, as published."""
    connection.register("rows_of_the_file", table)
    connection.execute(
        f'insert into raw."{file.stem}" by name '
        "select *, ? as release_id, 'published' as status from rows_of_the_file",
        [release_id],
    )


def load_file(
    connection: duckdb.DuckDBPyConnection, file: RawFile, releases: list[Release]
) -> None:
    """Copy the releases of a file to ``raw.<stem>``.

    Its columns (see ``_names``) are verbatim text, with ``release_id``, ``status`` and ``line``.
    """
    typed = ", ".join(f'"{column}" text' for column in _names(file))
    connection.execute(
        f'create table raw."{file.stem}" (line integer, {typed}, release_id text, status text)'
    )
    for release in releases:
        _load_release(connection, release)
    if any(release.provenance.get("is_part") for release in releases):
        _keep_newest(connection, file, [release.release_id for release in releases])


def _names(file: RawFile) -> list[str]:
    """Return the columns of a file; a csv that has a status of its own has it as status_found."""
    names = [*file.columns, *file.constants]
    return ["status_found" if name == "status" else name for name in names]


def _keep_newest(
    connection: duckdb.DuckDBPyConnection, file: RawFile, release_ids: list[str]
) -> None:
    """Keep of each combination of categories the row of the newest release that has it.

    A category without a code is known by its title.
    """
    titled = [f"{one}:Title" if f"{one}:Title" in file.columns else one for one in file.dimensions]
    key = ", ".join(f'trim("{column}")' for column in titled)
    connection.execute(
        f'create or replace table raw."{file.stem}" as select * from raw."{file.stem}" '
        f"qualify list_position($ids, release_id) = "
        f"max(list_position($ids, release_id)) over (partition by status, {key})",
        {"ids": release_ids},
    )


def _load_release(connection: duckdb.DuckDBPyConnection, release: Release) -> None:
    columns = ["line", *_names(release.file)]
    reader, options = "read_parquet", ""
    if release.path.suffix == ".csv":
        reader = "read_csv"
        typed = ", ".join(f"'{_quoted(column)}': 'varchar'" for column in columns)
        options = (
            f", columns = {{{typed}}}, auto_detect = false, header = true, delim = ',', "
            "quote = '\"', escape = '\"', nullstr = 'NULL'"
        )
    try:
        connection.execute(
            f'insert into raw."{release.file.stem}" by name '
            "select * replace (cast(line as integer) as line), ? as release_id, ? as status "
            f"from {reader}(?{options})",
            [release.release_id, release.status, str(release.path)],
        )
    except duckdb.Error as error:
        reason = f"the extract cannot be read ({str(error).splitlines()[0]})"
        advice = "Run 'python -m etl extract' for this source again."
        raise refusal(advice, release.release_id, reason) from error


def run(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    """Run the SQL of one source, stopping as soon as it has refused a row."""
    path = ETL / "sources" / f"{step}.sql"
    for statement in duckdb.extract_statements(path.read_text("utf-8")):
        try:
            connection.execute(statement)
        except MISFITS as error:
            reason = f"a value does not fit: {str(error).splitlines()[0]}"
            advice = "Nothing was published. Correct that value in data/reference or in the source."
            raise refusal(advice, f"etl/sources/{step}.sql", reason) from error
        if "rejected_row" not in statement.query:
            continue
        refused = connection.execute(
            "select file, reason, line, column_name, value from rejected_row order by all"
        ).fetchall()
        if refused:
            raise DataError(
                [Problem(*row) for row in refused],
                "Nothing was published. Correct the source and extract, fetch or import it again, "
                "or remove its newest folder from data/raw to go on with the one before.",
            )


def derive(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that are computed from the facts of several rows or sources."""
    for path in sorted((ETL / "derive").glob("*.sql")):
        connection.execute(path.read_text("utf-8"))
    connection.execute("delete from dataset_count")
    counting = (ETL / "dataset_count.sql").read_text("utf-8")
    for (statement,) in connection.execute(counting).fetchall():
        connection.execute(statement)


def _load_reference(connection: duckdb.DuckDBPyConnection) -> None:
    for path in [*sorted(REFERENCE.glob("*.csv")), KNOWN_DEVIATIONS]:
        connection.execute(
            f'create table raw."{path.stem}" as select * from read_csv(?, all_varchar = true, '
            "header = true, delim = ',', quote = '\"', nullstr = 'NULL')",
            [str(path)],
        )


def _quoted(text: Path | str) -> str:
    return str(text).replace("'", "''")
