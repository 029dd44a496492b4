"""Deliveries made for a test: written as the import leaves them, and counted by the real SQL."""

from __future__ import annotations

import contextlib
import datetime
import json
import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb
import pandas as pd

from etl import transform
from etl.private import cells

DAY = datetime.date.fromisoformat
PROGRAMME = "gelders_vakmanschap"
AS_OF = "2019-12-31"
REGION = "PV25"
MUNICIPALITIES = ("GM0200", "GM0202", "GM0268", "GM0228")
TECHNICAL = ("0731", "0751", "0711", "0721", "0761")
Row = Mapping[str, object]

PERSON = {
    "intake_on": "2018-07-01",
    "municipality_code": "GM0200",
    "position_at_start": "unemployed",
}
VOUCHER = {
    "voucher_kind": "training",
    "voucher_state": "paid",
    "granted_on": "2018-08-01",
    "granted_eur": "1000.00",
    "paid_eur": "1000.00",
}


def columns_of(table: str) -> list[str]:
    listed = pd.read_csv(transform.REFERENCE / "delivery_column.csv")
    return list(listed.loc[listed["table_name"] == table, "column_name"])


def people(number: int, first: int = 0, **values: object) -> list[Row]:
    """Participations that are alike, each of a person of its own."""
    return [
        {**PERSON, "participation_key": f"D-{n:05}", "person_key": f"P-{n:05}", **values}
        for n in range(first, first + number)
    ]


def vouchers(holders: Sequence[Row], first: int = 0, **values: object) -> list[Row]:
    """One voucher for each of these participations."""
    return [
        {
            **VOUCHER,
            "voucher_key": f"V-{first + n:05}",
            "participation_key": holder["participation_key"],
            **values,
        }
        for n, holder in enumerate(holders)
    ]


def write(
    deliveries: Path,
    number: int = 1,
    programme_id: str = PROGRAMME,
    as_of: str = AS_OF,
    **tables: Sequence[Row],
) -> Path:
    """Write a delivery that was accepted."""
    folder = deliveries / programme_id / str(number)
    folder.mkdir(parents=True)
    for table, rows in tables.items():
        columns = columns_of(table)
        frame = pd.DataFrame([[row.get(name) for name in columns] for row in rows], columns=columns)
        frame = frame.astype("string")
        frame.insert(0, "line", range(2, len(frame) + 2))
        frame.to_parquet(folder / f"{table}.parquet", index=False)
    decision = {
        "decision": "accepted",
        "decided_at": f"2020-01-{number:02}T10:00:00+00:00",
        "as_of": as_of,
        "sha256": f"{number:064}",
        "tables": {table: len(rows) for table, rows in tables.items()},
    }
    (folder / "decision.json").write_text(json.dumps(decision), "utf-8")
    return folder


@contextlib.contextmanager
def counted(database: Path, deliveries: Path, to: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Count the deliveries beside a copy of a built database."""
    shutil.copyfile(database, to)
    with transform.writing(to) as connection:
        connection.execute((transform.ETL / "macros.sql").read_text("utf-8"))
        cells.count(connection, cells.counted(deliveries, "published"))
        yield connection


@contextlib.contextmanager
def published(database: Path, deliveries: Path, to: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Publish the deliveries in a copy of a built database, with the records still at hand."""
    with counted(database, deliveries, to) as connection:
        cells.protect(connection, cells.counted(deliveries, "published"))
        transform.run(connection, "deliveries")
        yield connection


def random_tables(seed: int, number: int) -> dict[str, list[Row]]:
    """Participations and vouchers that differ in everything, with people who come twice."""
    seeded = random.Random(seed)
    weights = [seeded.random() ** 3 for _ in MUNICIPALITIES]
    participations: list[Row] = []
    granted: list[Row] = []
    for n in range(number):
        intake = DAY("2018-06-01") + datetime.timedelta(seeded.randrange(500))
        start = intake + datetime.timedelta(seeded.randrange(40))
        exit_on = start + datetime.timedelta(seeded.randrange(200))
        has_left = seeded.random() < 0.7 and exit_on <= DAY(AS_OF)
        outcome = seeded.choice(
            ["new_job", "retained", "advanced", "work_place", "none", "unknown", None]
        )
        participations.append(
            {
                "participation_key": f"D-{n:05}",
                "person_key": f"P-{n if seeded.random() < 0.9 else n // 2:05}",
                "intake_on": intake,
                "start_on": start if has_left or seeded.random() < 0.8 else None,
                "exit_on": exit_on if has_left else None,
                "municipality_code": seeded.choices(MUNICIPALITIES, weights)[0],
                "position_at_start": seeded.choices(
                    ["unemployed", "permanent_job", "unknown"], [6, 3, 1]
                )[0],
                "target_groups": ";".join(
                    group for group in ("women", "youth", "self_employed") if seeded.random() < 0.3
                )
                or None,
                "aimed_occupation_code": seeded.choice(TECHNICAL),
                "outcome": outcome if has_left else None,
                "outcome_on": exit_on if has_left and outcome == "new_job" else None,
                "to_occupation_code": seeded.choice([*TECHNICAL, None])
                if has_left and outcome in ("new_job", "retained", "advanced")
                else None,
            }
        )
        for kind in ("orientation", "training"):
            if seeded.random() < 0.4:
                euros = seeded.randrange(250, 2500)
                granted.append(
                    {
                        "voucher_key": f"V-{len(granted):05}",
                        "participation_key": f"D-{n:05}",
                        "voucher_kind": kind,
                        "voucher_state": "paid",
                        "granted_on": intake,
                        "granted_eur": f"{euros}.00",
                        "paid_eur": f"{euros}.00",
                        "occupation_code": seeded.choice(TECHNICAL),
                    }
                )
    return {"participation": participations, "voucher": granted}
