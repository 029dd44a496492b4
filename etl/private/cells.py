"""From the deliveries that count to the protected cells of the public database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from etl.deliveries.store import Delivery, Store
from etl.private import delivered, disclosure, relation_rows, remembered
from etl.private.relation_rows import Key
from etl.private.rules import AMOUNTS, Rules
from etl.sample import provenance as fictitious

FOLDER = Path(__file__).parent
MEMORY = "4GB"
FIGURES = (
    *Key._fields,
    *("number", "number_of_one"),
    *AMOUNTS,
    *(f"{amount}_of_one" for amount in AMOUNTS),
)


@dataclass(frozen=True)
class Counted:
    """The delivery of a programme that counts now.

    Attributes:
        programme_id: The programme.
        delivery: Its delivery.
        status: ``published``, or ``sample`` for a fictitious one.
    """

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
    """Return of each programme the delivery that counts, in the order of their ids.

    Args:
        folder: The folder with deliveries; it may be absent.
        status: What they are.
    """
    programme_ids = sorted(path.name for path in folder.glob("*") if path.is_dir())
    return [
        Counted(programme_id, delivery, status)
        for programme_id in programme_ids
        if (delivery := Store(folder, programme_id).counting())
    ]


def count(connection: duckdb.DuckDBPyConnection, deliveries: Sequence[Counted]) -> None:
    """Fill ``private`` with the records of the deliveries and count them, exactly.

    Args:
        connection: Uses the database that is built; ``private`` is attached here, in memory.
        deliveries: One per programme.

    Raises:
        DataError: A delivered column is read nowhere, or a table is bound to no other.
        duckdb.Error: A table of a delivery is not as the import wrote it.
    """
    # Nothing of a record may be written, so what does not fit in memory has nowhere to go.
    connection.execute("set temp_directory = ''")
    connection.execute(f"set memory_limit = '{MEMORY}'")
    connection.execute("attach ':memory:' as private")
    connection.execute((FOLDER / "schema.sql").read_text("utf-8"))
    delivered.make(connection, [(one.programme_id, one.delivery.path) for one in deliveries])
    for one in deliveries:
        _load(connection, one)
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


def protect(
    connection: duckdb.DuckDBPyConnection,
    deliveries: Sequence[Counted],
    *,
    remember_samples: bool = False,
) -> None:
    """Decide of every cell that was counted what of it may be shown.

    What is going to be published is remembered beside the deliveries first, so that a later release
    is audited together with it, and the same cells need no second audit.

    Args:
        connection: As ``count`` left it.
        deliveries: The same.
        remember_samples: Also remember fictitious cells, which no later release has to fear.

    Raises:
        DataError: The audit of the cells found no answer.
    """
    for one in deliveries:
        rules = _rules(connection, one)
        frame = connection.execute(
            f"select {', '.join(FIGURES)} from private.exact_cell where programme_id = ? "
            "order by all",
            [one.programme_id],
        ).df()
        figures = [name for name in FIGURES if name not in Key._fields]
        frame[figures] = frame[figures].astype(np.float64).fillna(0.0)
        earlier = remembered.releases(one.delivery.path.parent)
        shown = remembered.same(earlier, frame, rules)
        if shown is None:
            is_real = one.status == "published"
            published = _published(connection, one)
            shown = disclosure.protect(frame, rules, earlier if is_real else (), published)
            if is_real or remember_samples:
                remembered.remember(one.delivery.path.parent, one.delivery.number, shown, rules)
        _keep(connection, one, rules, shown)


def _load(connection: duckdb.DuckDBPyConnection, one: Counted) -> None:
    connection.execute(
        "insert into private.delivery values (?, ?, ?, ?, ?)",
        [
            one.programme_id,
            one.delivery.number,
            one.delivery.decision["as_of"],
            one.status,
            one.release_id,
        ],
    )


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
    rows = connection.execute(
        (FOLDER / "published_totals.sql").read_text("utf-8"),
        {"programme_id": one.programme_id},
    ).fetchall()
    return {
        Key(subject, dimension, category, "", "", "all", ""): value
        for subject, dimension, category, value in rows
    }


def _keep(
    connection: duckdb.DuckDBPyConnection, one: Counted, rules: Rules, shown: pd.DataFrame
) -> None:
    connection.execute(
        "insert into private.rules values (?, ?, ?, ?)",
        [one.programme_id, rules.small, rules.base, rules.euro_base],
    )
    columns = [*Key._fields, *disclosure.SHOWN]
    connection.register("shown_cells", shown[columns])
    connection.execute(
        "insert into private.protected_cell by name "
        "select ? as programme_id, * replace ("
        + ", ".join(f"if(isnan({name}), null, {name}) as {name}" for name in disclosure.SHOWN)
        + ") from shown_cells",
        [one.programme_id],
    )
    connection.unregister("shown_cells")
