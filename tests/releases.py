"""A raw folder in which sources have more than one release, written by the real ETL."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from etl import raw, transform
from etl.database import RAW, SAMPLE, Inputs, build
from etl.register import source
from etl.releases import importing, replay
from tests.workbooks import HEADER, Row, xlsx_of

MEASURE = "OpenstaandeVacatures_1"
MAY, AUGUST, DECEMBER = "2026-05-12", "2026-08-05", "2026-12-01"
PLACE = ("2018KW04", "350000", "PV23")
NEW_QUARTER = "2020KW03"

IN_MAY: list[Row] = [
    ("Twente", "Automonteurs", "2025KW02", 120, 40, 3, "krap"),
    ("Rijk van Nijmegen", "Automonteurs", "2025KW02", 100, 20, 5, "zeer krap"),
    ("Achterhoek", "Automonteurs", "2025KW02", 90, 60, 1.5, "krap"),
    ("Twente", "Timmerlieden", "2025KW02", 10, 40, 0.25, "ruim"),
]
IN_AUGUST: list[Row] = [
    ("Twente", "Automonteurs", "2025KW03", 200, 40, 5, "zeer krap"),
    ("Rijk van Nijmegen", "Automonteurs", "2025KW03", "<10", 6, "", ""),
    ("Achterhoek", "Automonteurs", "2025KW03", 80, 60, 1.33, "gemiddeld"),
    ("Twente", "Timmerlieden", "2025KW03", 10, 39, 0.26, "ruim"),
]


def write(folder: Path, source_id: str, stem: str, day: str, rows: list[dict[str, Any]]) -> None:
    """Write a release of one file of a source."""
    entry = source(source_id)
    [file] = [file for file in entry.files if file.stem == stem]
    place = folder / source_id / day
    place.mkdir(parents=True, exist_ok=True)
    raw.write(entry, file, pa.Table.from_pylist(rows), place, day, None, None)


def vacancies_of_august() -> list[dict[str, Any]]:
    """The feed as shipped, with one figure revised and one quarter more."""
    path = RAW / "cbs_vacancies" / "undated" / "83599NED.parquet"
    rows = pyarrow.parquet.read_table(path).to_pylist()
    for row in rows:
        place = (
            row["Perioden"],
            row["BedrijfstakkenBranchesSBI2008"].strip(),
            row["RegioS"].strip(),
        )
        if place == PLACE:
            row[MEASURE] = "     1.5"
    last = rows[-1]["line"]
    return rows + [
        {
            **rows[-1],
            "line": last + number,
            "Perioden": NEW_QUARTER,
            "BedrijfstakkenBranchesSBI2008": "T001081 ",
            "RegioS": f"{region}  ",
            MEASURE: "    14.0",
        }
        for number, region in enumerate(("PV23", "PV25"), start=1)
    ]


def import_tension(folder: Path, rows: list[Row], day: str, work: Path) -> None:
    """Import a file of UWV as it would have been on a day."""
    path = work / f"spanning_{day}.xlsx"
    path.write_bytes(xlsx_of([list(HEADER), *(list(row) for row in rows)]))
    importing.import_workbook(path, folder, day)


def raw_with_releases(work: Path) -> Path:
    """Return a raw folder in which a figure, a quarter, classes and a target changed."""
    folder = work / "raw"
    shutil.copytree(RAW, folder)
    write(folder, "cbs_vacancies", "83599NED", AUGUST, vacancies_of_august())
    import_tension(folder, IN_MAY, MAY, work)
    import_tension(folder, IN_AUGUST, AUGUST, work)
    targets = raw.rows_of(RAW / "programmes" / "2026-11-22" / "programme_targets.csv")
    changed = [
        {**row, "target": "160" if row["target"] == "150" else row["target"]} for row in targets
    ]
    write(folder, "programmes", "programme_targets", DECEMBER, changed)
    return folder


def write_releases(work: Path) -> None:
    """Write that raw folder and a database built from it."""
    build(work / "monitor.duckdb", Inputs(raw_with_releases(work), SAMPLE, None))


def facts(folder: Path, source_id: str, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table by the SQL of a source of a raw folder, without where they come from."""
    with transform.reference() as connection:
        for entry, where in ((source("regions"), RAW), (source(source_id), folder)):
            replay.state(connection, entry, raw.known_on(where, entry, raw.LATEST))
        return connection.execute(
            f"select * exclude (release_id, line) from {table} order by all"
        ).fetchall()
