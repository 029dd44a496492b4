"""What each release of a source changed: its earlier states, made again and compared.

A source of which nothing has a date costs nothing: what was known when cannot be told.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl import raw, transform
from etl.errors import DataError
from etl.register import Source
from etl.transform import ETL

RESULTS = ("period_change", "revision", "known_class")
NEEDS_DERIVED = {"uwv_tension": "field_tension"}
NOT_SHARED = frozenset(
    ("check_result", "load", "load_step", "known_moment")
    + ("note", "region_period", "rejected_row", "unmapped_category")
)


def tell(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    folder: Path,
    as_of: str | None,
    without: raw.Without,
) -> None:
    """Write what each published release of a source changed, in place of what stood there.

    A state that the SQL of today refuses is left out, and ``known_moment`` says why; so is what
    came after ``as_of`` (ISO date), and the releases ``without`` which the database is built. It is
    being built, with what all sources share.
    """
    for table in ("known_moment", *RESULTS):
        connection.execute(f"delete from {table} where source_id = ?", [source.source_id])
    days = raw.known_days(folder, source, as_of, without)
    problems: dict[int, str] = {}
    if len(days) == 1 and days[0] is not None:
        # The only state of the source, which was just made, is compared with nothing.
        remember(connection, source, "figure_before", "limit 0")
        remember(connection, source, "figure_now", "and status <> 'sample'")
        _compare(connection, source, 0, days[0])
        connection.execute("drop table figure_before; drop table figure_now")
    elif any(days):
        with _empty_copy(connection) as scratch:
            problems = _replay(scratch, source, folder, days, without)
            for table in RESULTS:
                _copy(scratch, connection, table)
    for moment, day in enumerate(days):
        connection.execute(
            "insert into known_moment values (?, ?, ?, ?)",
            [source.source_id, moment, day, problems.get(moment)],
        )


def remember(
    scratch: duckdb.DuckDBPyConnection, source: Source, name: str, ending: str = ""
) -> None:
    """Keep the figures of a source as they are now, each with its identity."""
    scratch.execute(
        f"create or replace temp table {name} as "
        "select *, concat_ws(' | ', table_label, coalesce(programme_id, ''), "
        "coalesce(region_code, ''), coalesce(period, ''), key) as identity "
        f"from known_figure where source_id = ? {ending}",
        [source.source_id],
    )


def state(scratch: duckdb.DuckDBPyConnection, source: Source, releases: list[raw.Release]) -> None:
    """Make the figures of a source from these releases.

    Raises:
        DataError: The SQL of the source refuses a row.
    """
    for file in source.files:
        scratch.execute(f'drop table if exists raw."{file.stem}"')
        transform.load_file(scratch, file, [one for one in releases if one.file is file])
    transform.run(scratch, source.source_id)
    if derived := NEEDS_DERIVED.get(source.source_id):
        scratch.execute((ETL / "derive" / f"{derived}.sql").read_text("utf-8"))


def _replay(
    scratch: duckdb.DuckDBPyConnection,
    source: Source,
    folder: Path,
    days: list[str | None],
    without: raw.Without,
) -> dict[int, str]:
    """Make the states after each other and compare each with the one before it."""
    problems = {}
    remember(scratch, source, "figure_before", "limit 0")
    for moment, day in enumerate(days):
        try:
            state(scratch, source, raw.known_on(folder, source, day, without))
        except (DataError, duckdb.Error) as error:
            problems[moment] = str(error).splitlines()[0]
            scratch.execute("delete from rejected_row")
            continue
        remember(scratch, source, "figure_now")
        _compare(scratch, source, moment, day)
        scratch.execute("create or replace temp table figure_before as from figure_now")
    return problems


def _compare(
    connection: duckdb.DuckDBPyConnection, source: Source, moment: int, day: str | None
) -> None:
    values = {"source_id": source.source_id, "moment": moment, "known_on": day}
    sql = (ETL / "releases" / "replay.sql").read_text("utf-8")
    for statement in duckdb.extract_statements(sql):
        asked = {name: values[name] for name in statement.named_parameters}
        connection.execute(statement, asked)


def _copy(origin: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str) -> None:
    """Copy the rows of a table to another database that has it."""
    rows = origin.sql(f"select * from {table}").to_arrow_table()
    target.register("copied_rows", rows)
    target.execute(f"insert into {table} by name select * from copied_rows")
    target.unregister("copied_rows")


@contextlib.contextmanager
def _empty_copy(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory with what the sources share, and no figures."""
    shared = connection.execute(
        "select table_name from duckdb_tables() "
        "where database_name = 'monitor' and table_name not in ("
        "select table_name from duckdb_columns() "
        "where database_name = 'monitor' "
        "and column_name in ('release_id', 'release_ids', 'programme_id'))"
    ).fetchall()
    with transform.in_memory() as scratch:
        transform.prepare(scratch)
        for (table,) in shared:
            if table not in NOT_SHARED:
                _copy(connection, scratch, table)
        yield scratch
