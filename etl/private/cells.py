"""From the deliveries that count to the protected cells of the public database."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from etl import transform
from etl.deliveries.store import Delivery, Store
from etl.errors import DataError, Problem
from etl.private import disclosure, relation_rows, remembered
from etl.private.relation_rows import Key
from etl.private.rules import AMOUNTS, Rules
from etl.raw import rows_of
from etl.sample import provenance as fictitious

FOLDER = Path(__file__).parent
FILE = "data/reference/delivery_column.csv"
MEMORY = "4GB"
FIGURES = ["number", "number_of_one", *AMOUNTS, *(f"{amount}_of_one" for amount in AMOUNTS)]


@dataclass(frozen=True)
class Counted:
    """The delivery of a programme that counts now; its status is published or sample."""

    programme_id: str
    delivery: Delivery
    status: str

    @property
    def release_id(self) -> str:
        """Return what figures made of it refer to."""
        name = f"deliveries/{self.programme_id}/{self.delivery.number}"
        return name if self.status == "published" else f"{self.status}/{name}"

    @property
    def fingerprint(self) -> str:
        """Return a hash that is of this delivery only, and by which no guess of it can be tried."""
        decision = json.dumps(self.delivery.decision, sort_keys=True)
        return hashlib.sha256(decision.encode()).hexdigest()

    @property
    def provenance(self) -> dict[str, Any]:
        """Return what is public of the delivery itself; not how many rows it has."""
        title = f"Aanlevering {self.delivery.number}"
        said = {
            "release_id": self.release_id,
            "status": self.status,
            "source": "deliveries",
            "publisher": "Uitvoerder van het programma",
            "title": title,
            "licence": "Beschermde aantallen",
            "copy": "primary",
            "period": f"stand {self.delivery.decision['as_of']}",
            "retrieved": self.delivery.decision["decided_at"][:10],
            "sha256": self.fingerprint,
        }
        return said if self.status == "published" else said | fictitious(title, "een programma")


def counted(folder: Path, status: str) -> list[Counted]:
    """Return of each programme the delivery that counts, by id; the folder may be absent."""
    programme_ids = sorted(path.name for path in folder.glob("*") if path.is_dir())
    return [
        Counted(programme_id, delivery, status)
        for programme_id in programme_ids
        if (delivery := Store(folder, programme_id).counting())
    ]


def count(connection: duckdb.DuckDBPyConnection, deliveries: Sequence[Counted]) -> None:
    """Count the records of the deliveries, exactly, in ``private``, which is attached in memory.

    Raises:
        DataError: A delivered column is read nowhere, or a table is bound to no other.
        duckdb.Error: A table of a delivery is not as the import wrote it.
    """
    # Nothing of a record may be written, so what does not fit in memory has nowhere to go.
    connection.execute("set temp_directory = ''")
    connection.execute(f"set memory_limit = '{MEMORY}'")
    connection.execute("attach ':memory:' as private")
    connection.execute((FOLDER / "schema.sql").read_text("utf-8"))
    _load(connection, deliveries)
    for step in sorted((FOLDER / "steps").glob("*.sql")):
        connection.execute(step.read_text("utf-8"))
    columns = ("subject", "dimension_1", "dimension_2")
    listed = f"select {', '.join(columns)} from programme_table order by rowid"
    tables = connection.execute(listed).fetchall()
    categories = connection.execute("select dimension, category from private.category").fetchall()
    relation_rows.refuse(tables, set(categories))
    one_table = (FOLDER / "cells.sql").read_text("utf-8")
    for table in tables:
        connection.execute(one_table, dict(zip(columns, table, strict=True)))


def _load(connection: duckdb.DuckDBPyConnection, deliveries: Sequence[Counted]) -> None:
    """Make the tables of records, which have the columns that are delivered, and fill them."""
    if problems := list(_unread()):
        raise DataError(problems, "Read the column in SQL, or say there what it is kept for.")
    made = connection.execute((FOLDER / "delivered.sql").read_text("utf-8")).fetchall()
    for _, delivered, records, _ in made:
        connection.execute(delivered)
        connection.execute(records)
    for one in deliveries:
        decided = (one.delivery.decision["as_of"], one.status, one.release_id)
        connection.execute(
            "insert into private.delivery values (?, ?, ?, ?, ?)",
            [one.programme_id, one.delivery.number, *decided],
        )
        for table, *_ in made:
            path = one.delivery.path / f"{table}.parquet"
            if path.exists():
                connection.execute(
                    f"insert into private.delivered_{table} by name "
                    "select ? as programme_id, * exclude (line) from read_parquet(?)",
                    [one.programme_id, str(path)],
                )
    for *_, filled in made:
        connection.execute(filled)


def _unread() -> Iterator[Problem]:
    """Yield the columns that no SQL of private tables names and that are not said to be kept."""
    paths = [*FOLDER.rglob("*.sql"), *(transform.ETL / "derive").glob("*.sql")]
    sql = re.sub("--.*", "", "\n".join(path.read_text("utf-8") for path in paths))
    read = set(re.findall(r"\w+", sql))
    rows = rows_of(transform.REFERENCE / "delivery_column.csv")
    for line, row in enumerate(rows, start=2):
        name = row["column_name"]
        if name not in read and not row["kept_for"]:
            reason = "this is delivered and no SQL in etl/private or etl/derive reads it"
            yield Problem(FILE, reason, line, "kept_for", name)
        if name in read and row["kept_for"]:
            reason = "this is read, so it is kept for no other reason; leave it empty"
            yield Problem(FILE, reason, line, "kept_for", row["kept_for"])


def protect(
    connection: duckdb.DuckDBPyConnection,
    deliveries: Sequence[Counted],
    *,
    remember_samples: bool = False,
) -> None:
    """Decide of every cell that was counted what of it may be shown.

    What is going to be published is remembered beside the deliveries first, so that a later release
    is audited together with it, and the same cells need no second audit. Fictitious cells, which no
    later release has to fear, are remembered on request.

    Raises:
        DataError: The audit of the cells found no answer.
    """
    for one in deliveries:
        rules = _rules(connection, one)
        frame = connection.execute(
            f"select {', '.join((*Key._fields, *FIGURES))} from private.exact_cell "
            "where programme_id = ? order by all",
            [one.programme_id],
        ).df()
        frame[FIGURES] = frame[FIGURES].astype(np.float64).fillna(0.0)
        earlier = remembered.releases(one.delivery.path.parent)
        shown = remembered.same(earlier, frame, rules)
        if shown is None:
            is_real = one.status == "published"
            published = _published(connection, one)
            shown = disclosure.protect(frame, rules, earlier if is_real else (), published)
            if is_real or remember_samples:
                remembered.remember(one.delivery.path.parent, one.delivery.number, shown, rules)
        _keep(connection, one, rules, shown)


def _rules(connection: duckdb.DuckDBPyConnection, one: Counted) -> Rules:
    """Return the rules of a programme, with the bounds of a voucher that everybody knows.

    Where the vouchers lie outside of these, or none were published, they count in whole hundreds.
    """
    low, high, smallest, largest = connection.execute(
        (FOLDER / "voucher_bounds.sql").read_text("utf-8"), {"programme_id": one.programme_id}
    ).fetchall()[0]
    least, most = float(low or 0), float(high or 0)
    if smallest is not None and smallest < least:
        least = 100.0 * np.floor(float(smallest) / 100)
    if most == 0 or (largest is not None and largest > most):
        most = max(100.0, 100.0 * np.ceil(float(largest or 0) / 100))
    return Rules(least, most, as_of=str(one.delivery.decision["as_of"]))


def _published(connection: duckdb.DuckDBPyConnection, one: Counted) -> dict[Key, int]:
    """Return the totals that public sources state exactly."""
    sql = (FOLDER / "published_totals.sql").read_text("utf-8")
    rows = connection.execute(sql, {"programme_id": one.programme_id}).fetchall()
    return {Key._make((*cell, "", "", "all", "")): value for *cell, value in rows}


def _keep(
    connection: duckdb.DuckDBPyConnection, one: Counted, rules: Rules, shown: pd.DataFrame
) -> None:
    connection.execute(
        "insert into private.rules values (?, ?, ?, ?)",
        [one.programme_id, rules.small, rules.base, rules.euro_base],
    )
    cells = shown[[*Key._fields, *disclosure.SHOWN]].astype(
        dict.fromkeys(disclosure.SHOWN, "Int64")
    )
    connection.register("shown_cells", cells.assign(programme_id=one.programme_id))
    connection.execute("insert into private.protected_cell by name from shown_cells")
    connection.unregister("shown_cells")
