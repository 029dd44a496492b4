"""Importing a file of UWV: what is loaded, which release counts, and that nothing is half done."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow.parquet
import pytest

from etl import database, raw, transform
from etl.database import RAW, ROOT, SAMPLE
from etl.errors import DataError
from etl.releases import importing
from etl.sample import tension as sample
from tests.killing import Killer
from tests.published import etl
from tests.workbooks import GOOD, HEADER, ROWS, csv_of, quarter, table, text_of, xlsx_of

CASES = Path(__file__).parents[2] / "cases"
WRITTEN = ["tension.parquet", "tension.parquet.provenance.json"]


def releases(folder: Path) -> dict[str, list[str]]:
    return {
        release.name: sorted(path.name for path in release.iterdir())
        for release in sorted((folder / "uwv_tension").glob("[0-9]*"))
    }


def facts_of(raw_folder: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    [path] = raw_folder.glob("uwv_tension/*/tension.parquet")
    rows = pyarrow.parquet.read_table(path)
    with transform.scratch(importing.SOURCE, importing.FILE, rows, "uwv") as connection:
        return connection.execute(sql, list(values)).fetchall()


def test_the_label_that_statline_gives_a_quarter_is_read(tmp_path: Path) -> None:
    case = CASES / "13_quarter_label" / "uwv.csv"
    result = etl("import", case, "--raw", tmp_path)
    assert result.returncode == 0, result.stderr
    assert "3 regions x 2 occupation groups x 1 quarters (2025KW02 to 2025KW02)" in result.stdout


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_file_becomes_a_release_with_its_provenance(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "map" / f"spanning.{suffix}"
    path.parent.mkdir()
    path.write_bytes(csv_of(table()) if suffix == "csv" else xlsx_of(table(), start=3))
    result = etl("import", path, "--raw", tmp_path / "raw")
    assert result.returncode == 0, result.stderr
    assert "3 regions x 2 occupation groups x 1 quarters (2025KW02 to 2025KW02)" in result.stdout
    assert "python -m etl build" in result.stdout
    assert list(releases(tmp_path / "raw").values()) == [WRITTEN]
    [written] = (tmp_path / "raw").rglob("*.parquet")
    said = raw.provenance_of(written)
    assert said["original"] == path.name
    assert said["original_sha256"] == raw.sha256(path)
    assert said["read_as"][0]["columns"]["region"] == "Arbeidsmarktregio"
    assert said["period"] == "2025KW02-2025KW02"
    assert str(tmp_path) not in written.with_name(WRITTEN[1]).read_text()
    first = pyarrow.parquet.read_table(written).to_pylist()[0]
    assert first["line"] == (2 if suffix == "csv" else 5)
    assert first["ratio"] == "3" and first["class"] == "krap"


def test_text_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table((1, 3, " <10"), (1, 4, "x"), (1, 5, "."), (1, 6, "-"))))
    written = importing.import_workbook(path, tmp_path / "raw", "2026-01-01").path
    row = pyarrow.parquet.read_table(written).to_pylist()[0]
    assert [row[c] for c in ("vacancies", "ww_under_6_months", "ratio", "class")] == [
        " <10",
        "x",
        ".",
        "-",
    ]
    sql = """
        select open_vacancies, vacancies_sign, ww_under_6_months, ww_sign, ratio_sign, class_sign
        from occupation_tension where region_code = 'AM05'
    """
    assert facts_of(tmp_path / "raw", sql) == [
        (None, "below_ten", None, "secret", "missing", "missing")
    ]


def test_a_dash_is_nil(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table((3, 4, "-"))))
    importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    sql = """
        select ww_under_6_months, ww_sign, tension_ratio, ratio_sign, tension_class
        from occupation_tension where region_code = 'AM09'
    """
    assert facts_of(tmp_path / "raw", sql) == [(0, "nil", None, "not_applicable", "very_tight")]


FIT = [
    (1, 4, "0,25", "ruim"),
    (249, 1000, "0,249", "zeer ruim"),
    (249, 1000, "0,25", "ruim"),
    (249, 1000, "0,25", "zeer ruim"),
    (67, 100, "0,67", "gemiddeld"),
    (669, 1000, "0,67", "ruim"),
    (669, 1000, "0,67", "gemiddeld"),
    (3, 2, "1,5", "krap"),
    (4, 1, "4,0", "zeer krap"),
    (1, 8, "0,13", "zeer ruim"),
    (1, 8, "0,12", "zeer ruim"),
    (10, 3, "3,3", "krap"),
    (10, 3, "3", "krap"),
    (10, 3, "3,3333333333333335", "krap"),
    ("x", 40, "0,67", "ruim"),
    ("x", 40, "0,67", "gemiddeld"),
    (0, 40, "0", "zeer ruim"),
]
DO_NOT_FIT = [
    (1, 4, "0,25", "zeer ruim"),
    (249, 1000, "0,249", "ruim"),
    (67, 100, "0,67", "ruim"),
    (672, 1000, "0,67", "ruim"),
    (3, 2, "1,5", "gemiddeld"),
    (4, 1, "4,0", "krap"),
    (1, 8, "0,14", "zeer ruim"),
    (10, 3, "3,4", "krap"),
    ("x", 40, "0,67", "krap"),
]


@pytest.mark.parametrize("fits", [True, False])
def test_ratio_and_class_fit_the_counts_within_rounding(fits: bool, tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    rows = [
        ("Twente", "Timmerlieden", quarter(number), *row)
        for number, row in enumerate(FIT if fits else DO_NOT_FIT)
    ]
    path.write_bytes(csv_of([HEADER, *rows]))
    if fits:
        assert importing.import_workbook(path, tmp_path / "raw", "2026-01-01").is_new
        return
    with pytest.raises(DataError) as refused:
        importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    problems = refused.value.problems
    assert {problem.column for problem in problems} == set(HEADER[5:])
    for line in range(2, len(rows) + 2):
        assert any(re.search(rf"\brows? (\d+, )*{line}\b", str(problem)) for problem in problems)


def test_a_workbook_has_the_decimals_of_its_column(tmp_path: Path) -> None:
    path = tmp_path / "uwv.xlsx"
    path.write_bytes(xlsx_of(table((1, 3, 121))))
    with pytest.raises(DataError, match=r"found '3'; 121 vacancies divided by 40 .* is 3.0250"):
        importing.import_workbook(path, tmp_path / "raw", "2026-01-01")


def test_a_new_layout_is_refused_with_a_mapping_that_then_works(tmp_path: Path) -> None:
    header = ("Gebied", "Beroepsgroepen", "Openstaand", "In WW, tot een half jaar", "Verhouding")
    path, mapping = tmp_path / "uwv.csv", tmp_path / "mapping.toml"
    rows = [(*row[:2], *row[3:6]) for row in ROWS]
    path.write_text("Stand 2e kwartaal 2025\n" + text_of([header, *rows]))
    refused = etl("import", path, "--raw", tmp_path / "raw")
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[0] == (
        "uwv.csv, row 2: no column was recognised as region, vacancies; 'Beroepsgroepen' is "
        "probably occupation; 'In WW, tot een half jaar' is probably ww_under_6_months"
    )
    assert not releases(tmp_path / "raw")
    proposed = refused.stderr[refused.stderr.index("# Found") :]
    assert 'occupation = "Beroepsgroepen"' in proposed
    assert 'ww_under_6_months = "In WW, tot een half jaar"' in proposed
    assert 'region = ""' in proposed
    corrected = (
        proposed.replace('region = ""', 'region = "Gebied"')
        .replace('vacancies = ""', 'vacancies = "Openstaand"')
        .replace('ratio = ""', 'ratio = "Verhouding"')
    )
    mapping.write_text(corrected)
    result = etl("import", path, "--raw", tmp_path / "raw", "--mapping", mapping)
    assert result.returncode == 0, result.stderr
    sql = "select region_code, quarter, tension_ratio from occupation_tension order by 1"
    assert [row[:2] for row in facts_of(tmp_path / "raw", sql)] == [
        (row[0], "2025KW02") for row in GOOD
    ]
    [written] = (tmp_path / "raw").rglob("*.parquet")
    assert raw.provenance_of(written)["mapping"]["columns"]["region"] == "Gebied"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sheet = ", "is not TOML"),
        ("header_row = '2'", "header_row"),
        ("kolom = 1", "[columns] and [marks] were expected"),
        ("columns = 3", "a table [columns]"),
        ("[columns]\nregio = 'Gebied'", "one of region, occupation"),
        ("[columns]\nregion = 'Gebied'", "the mapping names no column for occupation"),
        ("sheet = 'Blad 9'", "that the mapping names was not found"),
        ("header_row = 9", "that the mapping names was not found"),
        ("quarter = '2025KW02'", "the table and the mapping both give the quarter"),
    ],
)
def test_a_wrong_mapping_is_named(text: str, says: str, tmp_path: Path) -> None:
    path, mapping = tmp_path / "uwv.csv", tmp_path / "mapping.toml"
    path.write_bytes(csv_of(table()))
    mapping.write_text(text)
    with pytest.raises(DataError) as caught:
        importing.import_workbook(path, tmp_path / "raw", "2026-01-01", mapping)
    assert says in f"{caught.value}\n{caught.value.next_step}"
    assert not releases(tmp_path / "raw")


def test_a_hidden_sheet_is_read_when_the_mapping_names_it(tmp_path: Path) -> None:
    path, mapping = tmp_path / "uwv.xlsx", tmp_path / "mapping.toml"
    sheets = {"Uitleg": [["Toelichting"]], "Tabel": table()}
    path.write_bytes(xlsx_of(sheets, lambda workbook: workbook.worksheets()[1].hide()))
    mapping.write_text('sheet = "Tabel"')
    assert importing.import_workbook(path, tmp_path / "raw", "2026-01-01", mapping).is_new


def test_a_header_far_down_is_found_by_a_mapping(tmp_path: Path) -> None:
    path, mapping = tmp_path / "uwv.xlsx", tmp_path / "mapping.toml"
    path.write_bytes(xlsx_of(table(), start=99))
    mapping.write_text("header_row = 100")
    with pytest.raises(DataError):
        importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    assert importing.import_workbook(path, tmp_path / "raw", "2026-01-01", mapping).is_new


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table()))
    assert etl("import", path, "--raw", tmp_path / "raw").returncode == 0
    before = releases(tmp_path / "raw")
    again = etl("import", path, "--raw", tmp_path / "raw")
    assert again.returncode == 0
    assert "was imported before" in again.stdout
    assert releases(tmp_path / "raw") == before
    path.write_bytes(csv_of(table()[:3]))
    other = importing.import_workbook(path, tmp_path / "raw", next(iter(before)))
    assert other.path.parent.name == f"{next(iter(before))}.2"


def test_what_was_left_out_is_named(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    total = ("Totaal", *ROWS[0][1:])
    path.write_text(text_of([*table(), total, ("Bron: UWV", *[""] * 6)]))
    imported = importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    assert imported.left_out == [
        "row 6: a remark, 'Bron: UWV'",
        "row 5: a total (Totaal / Lassers en plaatwerkers), not loaded",
    ]


@pytest.mark.slow
def test_a_published_quarter_replaces_the_sample_and_a_newer_file_adds_to_it(
    tmp_path: Path,
) -> None:
    raw_folder, target, path = tmp_path / "raw", tmp_path / "monitor.duckdb", tmp_path / "uwv.csv"
    shutil.copytree(RAW, raw_folder)

    def built() -> dict[str, list[tuple[object, ...]]]:
        database.build(target, database.Inputs(raw_folder))
        with closing(duckdb.connect(str(target), read_only=True)) as connection:
            sql = """
                select quarter, status, count(*), max(release_id) from occupation_tension
                where quarter >= '2025KW02' group by all order by all
            """
            found = connection.execute(sql).fetchall()
        return {row[0]: [other[1:] for other in found if other[0] == row[0]] for row in found}

    def imported(rows: list[object], day: str) -> None:
        path.write_bytes(csv_of(rows))  # type: ignore[arg-type]
        importing.import_workbook(path, raw_folder, day)

    sample_rows = (35 + 1) * 113
    fictitious = ("sample", sample_rows, "sample/uwv_tension/2026-11-23/tension.parquet")
    assert built()["2025KW02"] == [fictitious]
    imported([*table(), ("Twente", "Timmerlieden", "2026KW03", 5, 5, 1, "gemiddeld")], "2026-08-09")
    first = "uwv_tension/2026-08-09/tension.parquet"
    now = built()
    assert now["2025KW02"] == [("published", 3, first)]
    assert now["2026KW03"] == [("published", 1, first)]
    assert now["2025KW03"] == [fictitious]
    for number in range(2, 11):
        imported([HEADER, ROWS[0], ("Twente", "Koks", "2025KW02", number, 1, "", "")], "2026-08-09")
    now = built()
    assert now["2025KW02"] == [("published", 4, first)], "a newer file adds its rows to a quarter"
    assert now["2026KW03"] == [("published", 1, first)]


@pytest.mark.slow
def test_killing_an_import_leaves_nothing_or_a_whole_release(tmp_path: Path) -> None:
    path = tmp_path / "uwv.xlsx"
    path.write_bytes(xlsx_of(table()))
    expected = importing.import_workbook(path, tmp_path / "expected", "2026-01-01").path
    killer, killed = Killer("import", path, "--raw", tmp_path / "time"), 0
    for step in range(6):
        folder = tmp_path / f"killed{step}"
        killed += killer.kills("import", path, "--raw", folder, share=0.5 + 0.08 * step)
        assert list(releases(folder).values()) in ([], [WRITTEN])
        importing.import_workbook(path, folder, "2026-01-01")
        [release] = releases(folder)
        written = folder / "uwv_tension" / release / "tension.parquet"
        assert raw.provenance_of(written)["sha256"] == raw.sha256(written)
        assert pyarrow.parquet.read_table(written) == pyarrow.parquet.read_table(expected)
    assert killed, "no import was killed halfway, so this test showed nothing"


def test_an_import_that_was_killed_just_before_its_release_is_done_again(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table()))
    whole = importing.import_workbook(path, tmp_path / "raw", "2026-01-01").path.parent
    whole.rename(whole.with_name(raw.STAGING))
    again = importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    assert again.is_new
    assert releases(tmp_path / "raw") == {"2026-01-01": WRITTEN}


def test_what_a_killed_import_left_is_no_release(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table()))
    staging = tmp_path / "raw" / "uwv_tension" / raw.STAGING
    staging.mkdir(parents=True)
    (staging / "tension.parquet.part").write_bytes(b"half")
    (staging / "tension.parquet").write_bytes(b"half")
    assert raw.newest(tmp_path / "raw", importing.SOURCE, importing.FILE) is None
    importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    assert releases(tmp_path / "raw") == {"2026-01-01": WRITTEN}
    assert not staging.exists()


def test_a_read_only_folder_gives_one_message(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table()))
    if os.geteuid() == 0:
        blocked = tmp_path / "file"
        blocked.write_text("not a folder")
    else:
        blocked = tmp_path / "folder"
        blocked.mkdir(mode=0o500)
    result = etl("import", path, "--raw", blocked)
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Nothing was replaced" in result.stderr


def test_a_full_disk_gives_one_message_and_no_release(tmp_path: Path) -> None:
    path = tmp_path / "uwv.xlsx"
    path.write_bytes(xlsx_of(table()))
    command = f"ulimit -f 2; exec {sys.executable} -m etl import {path} --raw {tmp_path / 'raw'}"
    result = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1, result
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    assert not releases(tmp_path / "raw")
    assert etl("import", path, "--raw", tmp_path / "raw").returncode == 0


def test_a_file_that_is_not_there_gives_one_message(tmp_path: Path) -> None:
    result = etl("import", tmp_path / "none.xlsx", "--raw", tmp_path / "raw")
    assert result.returncode == 1
    assert "none.xlsx" in result.stderr


@pytest.mark.slow
def test_the_sample_is_the_same_every_time(tmp_path: Path) -> None:
    again = sample.make(tmp_path, tmp_path / "workbook.xlsx").path
    [committed] = SAMPLE.glob("uwv_tension/*/tension.parquet")
    assert again.relative_to(tmp_path) == committed.relative_to(SAMPLE)
    assert pyarrow.parquet.read_table(again) == pyarrow.parquet.read_table(committed)
    assert committed.stat().st_size < 1_500_000
    said = raw.provenance_of(committed)
    assert raw.provenance_of(again)["original_sha256"] == said["original_sha256"]
    for key in ("title", "note", "publisher"):
        assert "fictief" in said[key]
    assert "VOORBEELD" in said["title"] and "VOORBEELD" in said["read_as"][0]["sheet"]
    assert "fictief" in said["original"]


def test_every_row_of_a_sample_release_is_marked_as_sample(
    facts: duckdb.DuckDBPyConnection,
) -> None:
    samples = {
        path.relative_to(SAMPLE).as_posix()
        for path in SAMPLE.rglob("*")
        if path.suffix in raw.SUFFIXES and "deliveries" not in path.parts
    }
    samples |= {f"deliveries/voorbeeldprogramma_{letter}/2" for letter in "ab"}
    tables = facts.execute(
        "select table_name from duckdb_columns() where column_name = 'release_id' "
        "and table_name in (select table_name from duckdb_columns() where column_name = 'status')"
    ).fetchall()
    seen = set()
    for (name,) in tables:
        sql = f"select distinct release_id, status from {name}"
        for release_id, status in facts.execute(sql).fetchall():
            is_sample = (
                release_id.removeprefix("sample/") in samples and release_id[:7] == "sample/"
            )
            assert is_sample == (status == "sample"), (name, release_id, status)
            seen |= {release_id.removeprefix("sample/")} if is_sample else set()
    assert seen == samples


def test_the_sample_has_every_kind_of_cell(facts: duckdb.DuckDBPyConnection) -> None:
    counts = facts.execute(
        """
        select
            count(*),
            count(distinct tension_class),
            count(*) filter (vacancies_sign = 'secret'),
            count(*) filter (ww_sign = 'below_ten'),
            count(*) filter (ww_under_6_months = 0 and tension_class = 'very_tight'),
            count(*) filter (open_vacancies % 10 <> 0 or ww_under_6_months % 10 <> 0),
        from occupation_tension where status = 'sample'
        """
    ).fetchone()
    assert counts
    assert counts[:2] == ((35 + 1) * 113 * 34, 5)
    assert min(counts[2:5]) > 100
    assert counts[5] == 0


@pytest.mark.parametrize("case", ["uwv_soft_hyphen.csv", "uwv_zero_width.csv"])
def test_what_nobody_sees_in_a_name_is_no_part_of_it(case: str, tmp_path: Path) -> None:
    path = CASES / "14_invisible_characters" / case
    written = importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    assert written.loaded.startswith("3 regions x 2 occupation groups")


def test_what_nobody_sees_is_shown_of_a_name_that_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table((1, 0, "Twen\u00adtte"), (2, 0, "Zeeuws\u00a0Gelderland"))))
    said = etl("import", path, "--raw", tmp_path / "raw").stderr.splitlines()
    assert said[0].endswith("found 'Twen<U+00AD>tte'; the region is unknown; was Twente meant?")
    assert "found 'Zeeuws<U+00A0>Gelderland'; the region is unknown; the name or code" in said[1]
