"""The release diff: what came, went and changed, in Dutch and short."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.database import RAW
from etl.errors import DataError
from etl.releases import diff, importing
from tests.published import etl
from tests.workbooks import HEADER, csv_of

CASE = Path(__file__).parents[2] / "cases" / "15_one_region_per_file"
MEASURE = "OpenstaandeVacatures_1"
ROWS = parquet.read_table(RAW / "cbs_vacancies" / "undated" / "83599NED.parquet").to_pylist()


def release(folder: Path, rows: list[dict[str, object]]) -> Path:
    folder = folder / "cbs_vacancies"
    place = folder / f"2026-11-{len(list(folder.glob('*'))) + 1:02}"
    place.mkdir(parents=True)
    parquet.write_table(pa.Table.from_pylist(rows), place / "83599NED.parquet")
    return place


def test_the_same_release_has_no_differences(tmp_path: Path) -> None:
    old, new = release(tmp_path, ROWS), release(tmp_path, ROWS)
    assert diff.report(old, new) == [
        "83599NED, Openstaande vacatures; SBI 2008, regio: 2026-11-01 → 2026-11-02",
        "  Geen verschillen.",
    ]


def test_what_came_went_and_changed_is_named(tmp_path: Path) -> None:
    old = release(tmp_path, ROWS)
    changed = [dict(row) for row in ROWS if row["RegioS"].strip() != "PV24"]
    for row in changed:
        place = (row["Perioden"], row["BedrijfstakkenBranchesSBI2008"].strip(), row["RegioS"])
        if place == ("2018KW04", "350000", "PV23  "):
            row[MEASURE] = "     1.6"
        if place == ("2018KW04", "350000", "PV25  "):
            row[MEASURE] = "       ."
        if place[0] == "2020KW02":
            row["Perioden"] = "2020KW03"
    lines = diff.report(old, release(tmp_path, changed))
    assert lines[1:6] == [
        "  Perioden: nieuw 2020KW03",
        "  Perioden: vervallen 2020KW02",
        "  RegioS: vervallen PV24",
        "  384 nieuwe cijfers, 1296 vervallen cijfers, 1 gewijzigd cijfer, 1 gewijzigd teken.",
        f"  2018KW04 / 350000 / PV23, {MEASURE}: 1.4 → 1.6",
    ]
    assert lines[6].startswith("  2018KW04 / 350000 / PV25, ") and lines[6].endswith(" → .")
    assert len(lines) == 7


def test_a_wholly_revised_release_stays_short_enough_to_mail(tmp_path: Path) -> None:
    old = release(tmp_path, ROWS)
    lines = diff.report(old, release(tmp_path, [{**row, MEASURE: "   999.9"} for row in ROWS]))
    assert len(lines) <= 15
    assert lines[-1] == "  en nog 15494 andere"


def test_a_file_without_measures_is_compared_row_by_row(tmp_path: Path) -> None:
    old = tmp_path / "regions" / "2026-11-01"
    new = tmp_path / "regions" / "2026-11-02"
    name = "municipality_regions_2026.csv"
    for folder in (old, new):
        folder.mkdir(parents=True)
        shutil.copy(RAW / "regions" / "undated" / name, folder)
    text = (new / name).read_text("utf-8")
    (new / name).write_text(text.replace('"Almere"', '"Almere Stad"'), "utf-8")
    assert diff.report(old, new)[1:] == ["  1 nieuw cijfer, 1 vervallen cijfer."]


@pytest.mark.slow
@given(st.dictionaries(st.integers(0, 200), st.sampled_from(["1.0", "2.5", ".", "x", "-"])))
def test_every_change_is_counted_once(changes: dict[int, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        old = release(Path(name), ROWS[:201])
        rows = [dict(row) for row in ROWS[:201]]
        for number, value in changes.items():
            rows[number][MEASURE] = value
        lines = diff.report(old, release(Path(name), rows))
    differing = sum(
        rows[number][MEASURE].strip() != ROWS[number][MEASURE].strip() for number in changes
    )
    counted = sum(
        int(part.split()[0]) for line in lines if line.endswith(".") and "gewijzigd" in line
        for part in line.strip().split(", ")
    )  # fmt: skip
    assert counted == differing


def test_two_folders_of_one_source_are_needed(tmp_path: Path) -> None:
    old = release(tmp_path, ROWS[:5])
    with pytest.raises(DataError, match="two release folders of one source were expected"):
        diff.report(old, tmp_path)
    empty = tmp_path / "cbs_vacancies" / "2026-12-01"
    empty.mkdir()
    result = etl("diff", old, empty)
    assert result.returncode == 1
    assert "no file of cbs_vacancies stands in both folders" in result.stderr


def test_a_file_of_uwv_takes_nothing_away(tmp_path: Path) -> None:
    for number, region in enumerate(("twente", "achterhoek"), start=1):
        path = CASE / f"uwv_one_region_{region}.csv"
        importing.import_workbook(path, tmp_path, f"2026-11-0{number}")
    folder = tmp_path / importing.SOURCE.source_id
    lines = diff.report(folder / "2026-11-01", folder / "2026-11-02")
    assert lines[1:] == [
        "  region: nieuw Achterhoek",
        "  region: vervallen Twente",
        "  32 nieuwe cijfers, 32 vervallen cijfers.",
        diff.STAYS,
    ]


def test_a_file_of_uwv_takes_away_what_was_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    for day, vacancies, blanks in (("2026-11-01", "10", 0), ("2026-11-02", "x", 1)):
        path.write_bytes(csv_of([HEADER[:5], ("Twente", "Koks", "2025KW02", vacancies, 5)]))
        importing.import_workbook(path, tmp_path, day, blanks=blanks)
    folder = tmp_path / importing.SOURCE.source_id
    lines = diff.report(folder / "2026-11-01", folder / "2026-11-02")
    assert lines[-1] == diff.GOES
