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

import pyarrow.parquet
import xlsxwriter

from etl import database, programmes, transform
from etl.deliveries import format as delivery_format
from etl.private import cells, remembered
from etl.protocols.rows import table as text_table
from etl.sample import MARK, RELEASE, SEED, records
from etl.sample.records import STORIES, Plan, Record
from words import codes

Tables = dict[str, list[Record]]

PLANS = (
    Plan(
        programme_id="voorbeeldprogramma_a",
        seed=SEED,
        first=datetime.date(2022, 1, 10),
        last=datetime.date(2025, 12, 31),
        stories={name: story.times[0] for name, story in STORIES.items()},
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
        stories={name: story.times[1] for name, story in STORIES.items()},
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
    """Make the deliveries of all fictitious programmes; return the folders written."""
    shutil.rmtree(to / "deliveries", ignore_errors=True)
    return [
        _write(to / "deliveries" / plan.programme_id / str(number), tables, day)
        for plan in PLANS
        for number, (day, tables) in enumerate(deliveries(plan, to), start=1)
    ]


def audit(to: Path) -> list[Path]:
    """Audit the cells of the fictitious deliveries once, so that a build need not do it again.

    Return the files written: what is shown of each programme.
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
    """Yield the deliveries of a plan with their days, oldest first."""
    programme = programmes.find(plan.programme_id, database.RAW, sample)
    today = {row["gm"] for row in programmes.region_rows(database.RAW)}
    within = programmes.municipalities(programme, database.RAW) & today
    tables = records.records(plan, sorted(within))
    for day in (FIRST_DELIVERY, plan.last):
        known = records.on_day(tables, day)
        yield day, {name: rows for name, rows in known.items() if rows}


def workbook(tables: Tables, day: datetime.date) -> bytes:
    """Return a delivery as the workbook that a bureau would send; always the same bytes."""
    content = io.BytesIO()
    made = datetime.datetime.fromisoformat(RELEASE)
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": f"{MARK}: aanlevering", "created": made})
        sheet = book.add_worksheet("levering")
        sheet.write_row(0, 0, ["Peildatum", day.isoformat()])
        for name, rows in tables.items():
            table = delivery_format.tables()[name]
            sheet = book.add_worksheet(table.label)
            sheet.write_row(0, 0, [column.label for column in table.columns])
            labels = [codes(column.list_name) for column in table.columns]
            for number, row in enumerate(rows, start=1):
                values = [row[column.name].split(";") for column in table.columns]
                texts = [
                    "; ".join(known.get(code, code) for code in codes)
                    for known, codes in zip(labels, values, strict=True)
                ]
                sheet.write_row(number, 0, texts)
    return content.getvalue()


def _write(folder: Path, tables: Tables, day: datetime.date) -> Path:
    """Write one delivery as it is kept: codes as text, an empty cell as NULL."""
    folder.mkdir(parents=True)
    for name, rows in tables.items():
        columns = {
            column.name: [row[column.name] or None for row in rows]
            for column in delivery_format.tables()[name].columns
        }
        table = text_table(range(2, len(rows) + 2), columns)
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
