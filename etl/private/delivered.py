"""The tables of records, which have the columns that are delivered and no others."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from etl import transform
from etl.errors import DataError, Problem

FOLDER = Path(__file__).parent
FILE = "data/reference/delivery_column.csv"


def make(connection: duckdb.DuckDBPyConnection, deliveries: Sequence[tuple[str, Path]]) -> None:
    """Make the tables of records in ``private`` and fill them.

    Args:
        connection: Has ``private`` attached and the reference tables in ``raw``.
        deliveries: Per programme its id and the folder of its delivery.

    Raises:
        DataError: A column is delivered and read nowhere.
        duckdb.Error: A table of a delivery is not as the import wrote it.
    """
    if problems := list(_unread()):
        raise DataError(problems, "Read the column in SQL, or say there what it is kept for.")
    made = connection.execute((FOLDER / "delivered.sql").read_text("utf-8")).fetchall()
    for _, delivered, records, _ in made:
        connection.execute(delivered)
        connection.execute(records)
    for programme_id, folder in deliveries:
        for table, *_ in made:
            path = folder / f"{table}.parquet"
            if path.exists():
                connection.execute(
                    f"insert into private.delivered_{table} by name "
                    "select ? as programme_id, * exclude (line) from read_parquet(?)",
                    [programme_id, str(path)],
                )
    for *_, filled in made:
        connection.execute(filled)


def _unread() -> Iterator[Problem]:
    """Yield the columns that no SQL of private tables names and that are not said to be kept."""
    paths = [*FOLDER.rglob("*.sql"), *(transform.ETL / "derive").glob("*.sql")]
    sql = re.sub("--.*", "", "\n".join(path.read_text("utf-8") for path in paths))
    read = set(re.findall(r"\w+", sql))
    with (transform.REFERENCE / "delivery_column.csv").open(encoding="utf-8") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            name = row["column_name"]
            if name not in read and not row["kept_for"]:
                reason = "this is delivered and no SQL in etl/private or etl/derive reads it"
                yield Problem(FILE, reason, line, "kept_for", name)
            if name in read and row["kept_for"]:
                reason = "this is read, so it is kept for no other reason; leave it empty"
                yield Problem(FILE, reason, line, "kept_for", row["kept_for"])
