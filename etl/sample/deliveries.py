"""Fictitious deliveries of the fictitious programmes, in the form that a bureau delivers.

Each programme delivers twice: the second delivery replaces the first. ``decision.json`` and the
tables have the layout of ``data/deliveries``.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import xlsxwriter

from etl import database, programmes, transform
from etl.private import cells, remembered
from etl.raw import rows_of
from etl.sample import MARK, RELEASE, SEED, records
from etl.sample.records import Plan, Record
from etl.transform import REFERENCE

Tables = dict[str, list[Record]]

PLANS = (
    Plan(
        programme_id="voorbeeldprogramma_a",
        seed=SEED,
        first=datetime.date(2022, 1, 10),
        last=datetime.date(2025, 12, 31),
        stories={
            "placed": 205,
            "placed_after_late_start": 14,
            "placed_after_half_a_year": 16,
            "placed_before_start": 9,
            "new_job_from_work": 24,
            "retained": 92,
            "advanced": 48,
            "work_place": 18,
            "trained": 22,
            "none": 46,
            "unknown": 21,
            "left_open": 17,
            "running": 54,
            "waiting": 14,
        },
        vouchers=500,
        vacancies=260,
        employers=70,
        again=6,
        technical=94,
        funders=("Voorbeeldprovincie (fictief)", "Voorbeeldfonds (fictief)"),
    ),
    Plan(
        programme_id="voorbeeldprogramma_b",
        seed=SEED + 1,
        first=datetime.date(2024, 1, 8),
        last=datetime.date(2025, 12, 31),
        stories={
            "placed": 32,
            "placed_after_late_start": 2,
            "placed_after_half_a_year": 2,
            "placed_before_start": 1,
            "retained": 4,
            "advanced": 2,
            "none": 5,
            "unknown": 2,
            "left_open": 2,
            "running": 6,
            "waiting": 2,
        },
        vouchers=0,
        vacancies=44,
        employers=16,
        again=4,
        technical=62,
        instruments=("coaching", "trajectory", "training"),
    ),
)
FIRST_DELIVERY = datetime.date(2024, 12, 31)


def make(to: Path) -> list[Path]:
    """Make the deliveries of all fictitious programmes.

    Args:
        to: The folder with fictitious figures.

    Returns:
        The folders written.
    """
    shutil.rmtree(to / "deliveries", ignore_errors=True)
    return [
        _write(to / "deliveries" / plan.programme_id / str(number), tables, day)
        for plan in PLANS
        for number, (day, tables) in enumerate(deliveries(plan, to), start=1)
    ]


def audit(to: Path) -> list[Path]:
    """Audit the cells of the fictitious deliveries once, so that a build need not do it again.

    Args:
        to: The folder with fictitious figures.

    Returns:
        The files written: what is shown of each programme.
    """
    deliveries = cells.counted(to / "deliveries", "sample")
    for one in deliveries:
        shutil.rmtree(one.delivery.path.parent / remembered.FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fictitious.duckdb"
        database.build(path, database.Inputs(sample=to, deliveries=None))
        with transform.writing(path) as connection:
            cells.count(connection, deliveries)
            cells.protect(connection, deliveries, remember_samples=True)
    return [
        path
        for one in deliveries
        for path in sorted((one.delivery.path.parent / remembered.FOLDER).iterdir())
    ]


def deliveries(
    plan: Plan, sample: Path = database.SAMPLE
) -> Iterator[tuple[datetime.date, Tables]]:
    """Yield the deliveries of a plan, oldest first, each with its day.

    Args:
        plan: The plan.
        sample: The folder with fictitious figures, where its programme is registered.
    """
    programme = programmes.find(plan.programme_id, database.RAW, sample)
    today = {row["gm"] for row in programmes.region_rows(database.RAW)}
    within = programmes.municipalities(programme, database.RAW) & today
    tables = records.records(plan, sorted(within))
    for day in (FIRST_DELIVERY, plan.last):
        known = records.on_day(tables, day)
        yield day, {name: rows for name, rows in known.items() if rows}


def workbook(tables: Tables, day: datetime.date) -> bytes:
    """Return a delivery as the workbook that a bureau would send; always the same bytes."""
    labels, columns = _labels(), _columns()
    content = io.BytesIO()
    made = datetime.datetime.fromisoformat(RELEASE)
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": f"{MARK}: aanlevering", "created": made})
        sheet = book.add_worksheet("levering")
        sheet.write_row(0, 0, ["Peildatum", day.isoformat()])
        for name, rows in tables.items():
            sheet = book.add_worksheet(labels["delivery_table"][name])
            sheet.write_row(0, 0, [column["label"] for column in columns[name]])
            for number, row in enumerate(rows, start=1):
                texts = [
                    _in_dutch(row[column["column_name"]], labels.get(column["list"], {}))
                    for column in columns[name]
                ]
                sheet.write_row(number, 0, texts)
    return content.getvalue()


def _write(folder: Path, tables: Tables, day: datetime.date) -> Path:
    """Write one delivery as it is kept: codes as text, an empty cell as NULL."""
    folder.mkdir(parents=True)
    for name, rows in tables.items():
        columns = [column["column_name"] for column in _columns()[name]]
        table = pa.table(
            {
                "line": pa.array(range(2, len(rows) + 2), pa.int64()),
                **{
                    column: pa.array([row[column] or None for row in rows], pa.string())
                    for column in columns
                },
            }
        )
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet", compression="zstd")
    counts = {name: len(rows) for name, rows in tables.items()}
    decision = {
        "decision": "accepted",
        "decided_at": f"{RELEASE}T12:00:00+00:00",
        "as_of": day.isoformat(),
        "sha256": hashlib.sha256(workbook(tables, day)).hexdigest(),
        "tables": counts,
        "delivered": counts,
        "refused_rows": 0,
        "rules": {},
        "accepted_valid": False,
        "control": {},
        "taken_over": {},
    }
    text = json.dumps(decision, ensure_ascii=False, indent=2) + "\n"
    (folder / "decision.json").write_text(text, "utf-8")
    return folder


def _columns() -> dict[str, list[Record]]:
    """Return the columns of each table of the delivery format."""
    found: dict[str, list[Record]] = {}
    for row in rows_of(REFERENCE / "delivery_column.csv"):
        found.setdefault(row["table_name"], []).append(row)
    return found


def _labels() -> dict[str, dict[str, str]]:
    """Return the Dutch labels of the codes of each list."""
    found: dict[str, dict[str, str]] = {}
    for row in rows_of(REFERENCE / "code_label.csv"):
        found.setdefault(row["list"], {})[row["code"]] = row["label"]
    return found


def _in_dutch(value: str, labels: dict[str, str]) -> str:
    """Return codes as their labels, several with a semicolon between them."""
    return "; ".join(labels.get(code, code) for code in value.split(";"))
