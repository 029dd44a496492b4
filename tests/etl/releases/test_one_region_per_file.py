"""Files of UWV for one quarter add up, and of each cell the newest figure counts."""

from __future__ import annotations

import datetime
import itertools
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
import sentences
from answers import places
from etl import database, raw, transform
from etl.database import DATABASE_VARIABLE, RAW
from etl.errors import DataError
from etl.protocols.uwv_layout import NAMES
from etl.releases import importing
from etl.releases.importing import FILE, SOURCE
from exports.packs import tight
from tests.kept import kept
from tests.programme_cells import Write
from tests.published import etl
from tests.soak import examples
from tests.workbooks import HEADER, Row, csv_of

CASE = Path(__file__).parents[2] / "cases" / "15_one_region_per_file"
TWENTE, ACHTERHOEK = CASE / "uwv_one_region_twente.csv", CASE / "uwv_one_region_achterhoek.csv"
QUARTER = "2025KW04"
MAY, AUGUST = "2026-05-12", "2026-08-05"
WELDERS, CARPENTERS = "UWV-0742", "UWV-0732"

RawRow = dict[str, str | int]


@pytest.fixture(scope="module")
def scratch() -> Iterator[duckdb.DuckDBPyConnection]:
    nothing = pa.table({"line": pa.array([], pa.int64())})
    with transform.scratch(SOURCE, FILE, nothing, "nothing") as connection:
        yield connection


def facts(scratch: duckdb.DuckDBPyConnection, raw_folder: Path) -> dict[tuple[str, str], str]:
    """What counts of the releases: vacancies and release of each region and group."""
    scratch.execute(f"drop table raw.{FILE.stem}")
    transform.load_file(scratch, FILE, raw.known_on(raw_folder, SOURCE, raw.LATEST))
    transform.run(scratch, SOURCE.source_id)
    found = scratch.execute(
        "select region_code, uwv_group_code, coalesce(cast(open_vacancies as text), "
        "vacancies_sign) from occupation_tension"
    ).fetchall()
    return {(region, group): vacancies for region, group, vacancies in found}


def import_rows(folder: Path, day: str, *rows: Row, blanks: int = 0) -> importing.Imported:
    folder.mkdir(exist_ok=True)
    path = folder / "uwv.csv"
    path.write_bytes(csv_of([HEADER, *rows]))
    return importing.import_workbook(path, folder / "raw", day, blanks=blanks)


def row(region: str, vacancies: str | int, occupation: str = "Timmerlieden") -> Row:
    return (region, occupation, QUARTER, vacancies, 10, "", "")


@pytest.mark.parametrize("files", [(TWENTE, ACHTERHOEK), (ACHTERHOEK, TWENTE)])
def test_a_second_region_keeps_the_first(
    files: tuple[Path, Path], tmp_path: Path, scratch: duckdb.DuckDBPyConnection
) -> None:
    first, second = (etl("import", path, "--raw", tmp_path) for path in files)
    assert f"{QUARTER}, regions: 1 added\n" in first.stdout
    assert f"{QUARTER}, regions: 1 added, 1 kept\n" in second.stdout
    found = facts(scratch, tmp_path)
    assert len(found) == 16 and {region for region, _ in found} == {"AM05", "AM09"}
    assert (found["AM05", WELDERS], found["AM09", WELDERS]) == ("1100", "1460")


def test_of_three_files_the_newest_row_of_a_region_counts(
    tmp_path: Path, scratch: duckdb.DuckDBPyConnection
) -> None:
    import_rows(tmp_path, MAY, row("Twente", 10), row("Twente", 20, "Lassers en plaatwerkers"))
    import_rows(tmp_path, MAY, row("Achterhoek", 30))
    third = import_rows(tmp_path, AUGUST, row("Twente", 40), row("Groningen", 50))
    assert third.changed == [
        f"{QUARTER}, regions: 1 added, 1 changed (0 rows added, 1 replaced), 1 kept"
    ]
    assert third.left_out == []
    assert facts(scratch, tmp_path / "raw") == {
        ("AM05", CARPENTERS): "40",
        ("AM05", WELDERS): "20",
        ("AM09", CARPENTERS): "30",
        ("AM01", CARPENTERS): "50",
    }


def test_the_day_of_a_release_decides_and_not_the_order_of_importing(
    tmp_path: Path, scratch: duckdb.DuckDBPyConnection
) -> None:
    import_rows(tmp_path, AUGUST, row("Twente", 40))
    import_rows(tmp_path, MAY, row("Twente", 10), row("Achterhoek", 30))
    found = facts(scratch, tmp_path / "raw")
    assert found == {("AM05", CARPENTERS): "40", ("AM09", CARPENTERS): "30"}


def test_quarters_that_change_alike_are_told_in_one_line(tmp_path: Path) -> None:
    quarters = ("2025KW03", "2025KW04", "2026KW01")
    rows = [("Twente", "Timmerlieden", quarter, 5, 10, "", "") for quarter in quarters]
    assert import_rows(tmp_path, MAY, *rows).changed == [
        "2025KW03 to 2026KW01 (3 quarters), regions: 1 added"
    ]
    second = import_rows(tmp_path, AUGUST, *rows[:2], ("Twente", "Koks", "2026KW01", 5, 10, "", ""))
    assert second.changed == [
        "2025KW03 to 2025KW04 (2 quarters), regions: 1 kept",
        "2026KW01, regions: 1 changed (1 rows added, 0 replaced)",
    ]


@pytest.mark.parametrize("mark", ["", "x", "."])
def test_a_blank_or_mark_takes_no_figure_away_and_is_named(
    mark: str, tmp_path: Path, scratch: duckdb.DuckDBPyConnection
) -> None:
    import_rows(tmp_path, MAY, row("Twente", 10), row("Achterhoek", 30))
    second = import_rows(tmp_path, AUGUST, row("Twente", mark), row("Achterhoek", "<10"))
    assert second.left_out == [
        "row 2 (AM05 / UWV-0732 / 2025KW04): a blank or mark stands here where "
        f"uwv_tension/{MAY}/tension.parquet has a figure (10 vacancies, 10 WW), which stays"
    ]
    assert second.notes == [
        "earlier figures of 1 rows stay; to let the blanks and marks take their place, import the "
        "file again with --replace-with-blanks 1"
    ]
    assert second.changed == [f"{QUARTER}, regions: 1 changed (0 rows added, 1 replaced), 1 kept"]
    found = facts(scratch, tmp_path / "raw")
    assert found == {("AM05", CARPENTERS): "10", ("AM09", CARPENTERS): "below_ten"}


def test_an_earlier_release_that_is_refused_does_not_stop_an_import(tmp_path: Path) -> None:
    import_rows(tmp_path, MAY, row("Twente", 10))
    [path] = (tmp_path / "raw").rglob("*.parquet")
    path.write_bytes(b"damaged")
    [said] = import_rows(tmp_path, AUGUST, row("Twente", 20)).changed
    assert said.startswith(f"What this file changes cannot be told: uwv_tension/{MAY}/")


def test_a_blank_takes_the_place_of_a_figure_when_as_many_rows_were_confirmed(
    tmp_path: Path, scratch: duckdb.DuckDBPyConnection
) -> None:
    import_rows(tmp_path, MAY, row("Twente", 10), row("Achterhoek", 30))
    rows = row("Twente", "x"), row("Achterhoek", 40)
    with pytest.raises(DataError) as refused:
        import_rows(tmp_path, AUGUST, *rows, blanks=2)
    said = [str(problem) for problem in refused.value.problems]
    lost = (
        "row 2 (AM05 / UWV-0732 / 2025KW04): a blank or mark stands here where "
        f"uwv_tension/{MAY}/tension.parquet has a figure (10 vacancies, 10 WW)"
    )
    assert said == [
        "uwv.csv: a blank or mark would take the place of figures in 1 rows, not 2",
        f"uwv.csv: {lost}",
    ]
    assert "--replace-with-blanks 1" in refused.value.next_step
    assert import_rows(tmp_path, AUGUST, *rows).is_new
    before = {("AM05", CARPENTERS): "10", ("AM09", CARPENTERS): "40"}
    assert facts(scratch, tmp_path / "raw") == before
    confirmed = import_rows(tmp_path, AUGUST, *rows, blanks=1)
    assert confirmed.is_new and confirmed.notes == [f"replaced: {lost}"]
    assert confirmed.changed == [
        f"{QUARTER}, regions: 1 changed (0 rows added, 1 replaced), 1 kept"
    ]
    assert raw.provenance_of(confirmed.path)["replaces_with_blanks"] == 1
    after = {("AM05", CARPENTERS): "secret", ("AM09", CARPENTERS): "40"}
    assert facts(scratch, tmp_path / "raw") == after
    again = import_rows(tmp_path, AUGUST, *rows, blanks=1)
    assert not again.is_new and again.path == confirmed.path
    import_rows(tmp_path, "2026-11-01", row("Twente", ""))
    assert facts(scratch, tmp_path / "raw") == {**after, ("AM05", CARPENTERS): "missing"}
    import_rows(tmp_path, "2026-11-02", row("Twente", 50))
    assert facts(scratch, tmp_path / "raw") == {**after, ("AM05", CARPENTERS): "50"}


def test_the_command_replaces_with_blanks_only_when_it_is_told_how_many(tmp_path: Path) -> None:
    import_rows(tmp_path, MAY, row("Twente", 10))
    path = tmp_path / "second.csv"
    path.write_bytes(csv_of([HEADER, row("Twente", "")]))
    command = ("import", path, "--raw", tmp_path / "raw")
    assert "again with --replace-with-blanks 1\n" in etl(*command).stdout
    assert etl(*command, "--replace-with-blanks", "3").returncode == 1
    assert "Note: replaced: row 2" in etl(*command, "--replace-with-blanks", "1").stdout


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_a_file_per_region_gives_what_one_file_of_all_gives(
    order: tuple[int, ...], tmp_path: Path, scratch: duckdb.DuckDBPyConnection
) -> None:
    regions = ("Twente", "Achterhoek", "Groningen")
    rows = {
        region: [row(region, n), row(region, "<10", "Koks")] for n, region in enumerate(regions)
    }
    import_rows(tmp_path / "one", MAY, *itertools.chain(*rows.values()))
    for number in order:
        import_rows(tmp_path / "three", MAY, *rows[regions[number]])
    assert facts(scratch, tmp_path / "one" / "raw") == facts(scratch, tmp_path / "three" / "raw")


FIGURES: dict[str, tuple[tuple[str, str, str, str], set[str]]] = {
    "figure": (("120", "40", "3", "krap"), {"vacancies", "ww", "ratio", "class"}),
    "other": (("200", "40", "", ""), {"vacancies", "ww", "ratio", "class"}),
    "few": (("<10", "40", "", ""), {"vacancies", "ww", "ratio", "class"}),
    "vacancies": (("70", "x", "", ""), {"vacancies"}),
    "jobseekers": ((".", "30", "", ""), {"ww"}),
    "ratio": (("x", "x", "3,0", "krap"), {"ratio", "class"}),
    "class": (("x", "x", "x", "krap"), {"class"}),
    "blank": (("", "", "", ""), set()),
}
CELLS = st.tuples(
    st.sampled_from(["AM05", "AM09"]),
    st.sampled_from([WELDERS, CARPENTERS]),
    st.sampled_from(["2025KW03", QUARTER]),
)
FILES = st.dictionaries(
    st.tuples(
        st.sampled_from(["published", "published", "sample"]),
        st.sampled_from([MAY, AUGUST]),
        st.sampled_from([1, 2, 10]),
    ),
    st.dictionaries(CELLS, st.sampled_from(sorted(FIGURES)), min_size=1, max_size=4),
    max_size=6,
)
File = tuple[str, str, int]
Cell = tuple[str, str, str]


def release_id(file: File) -> str:
    status, day, number = file
    folder = day if number == 1 else f"{day}.{number}"
    return ("sample/" if status == "sample" else "") + f"uwv_tension/{folder}/tension.parquet"


def expected(files: dict[File, dict[Cell, str]], replacing: set[int]) -> dict[Cell, str]:
    """Per cell the newest row that knows all that those before it knew, or may replace them."""
    published = {cell[2] for file, rows in files.items() if file[0] == "published" for cell in rows}
    found: dict[Cell, str] = {}
    known: dict[Cell, set[str]] = {}
    for file in sorted(files, key=lambda file: file[1:]):
        for cell, figure in files[file].items():
            if file[0] == "sample" and cell[2] in published:
                continue
            before = set() if file[2] in replacing else known.get(cell, set())
            known[cell] = before | FIGURES[figure][1]
            if FIGURES[figure][1] == known[cell]:
                found[cell] = release_id(file)
    return found


@given(files=FILES, replacing=st.sets(st.sampled_from([2, 10])))
@settings(max_examples=examples(20))
def test_any_files_together_are_the_newest_of_each_cell(
    files: dict[File, dict[Cell, str]], replacing: set[int], scratch: duckdb.DuckDBPyConnection
) -> None:
    rows: Sequence[tuple[object, ...]] = [
        (
            *(line, "", *cell, *FIGURES[figure][0]),
            *(release_id(file), file[0], "yes" if file[2] in replacing else ""),
        )
        for file, cells in files.items()
        for line, (cell, figure) in enumerate(cells.items(), start=2)
    ]
    scratch.execute(f"delete from raw.{FILE.stem}")
    if rows:
        given = ["line", "sheet", *NAMES, "release_id", "status", "replaces_with_blanks"]
        columns, marks = ", ".join(given), ", ".join("?" * len(given))
        scratch.executemany(f"insert into raw.{FILE.stem} ({columns}) values ({marks})", rows)
    transform.run(scratch, SOURCE.source_id)
    found = scratch.execute(
        "select region_code, uwv_group_code, quarter, release_id from occupation_tension"
    ).fetchall()
    assert len(found) == len({one[:3] for one in found})
    assert {(one[0], one[1], one[2]): one[3] for one in found} == expected(files, replacing)


def write_database(folder: Path) -> None:
    """A database of the figures that are shipped with both files of the case."""
    shutil.copytree(RAW, folder / "raw")
    importing.import_workbook(TWENTE, folder / "raw", MAY)
    importing.import_workbook(ACHTERHOEK, folder / "raw", AUGUST)
    database.build(folder / "monitor.duckdb", database.Inputs(folder / "raw", deliveries=None))


@pytest.fixture(scope="module")
def built() -> Path:
    return kept("one_region_per_file", write_database) / "monitor.duckdb"


@pytest.mark.slow
def test_both_regions_leave_no_fictitious_figure_in_their_quarter(built: Path) -> None:
    with closing(duckdb.connect(str(built), read_only=True)) as connection:
        found = connection.execute(
            "select region_code, status, count(*), max(release_id) from occupation_tension "
            "where quarter = ? group by all order by all",
            [QUARTER],
        ).fetchall()
    assert found == [
        ("AM05", "published", 8, f"uwv_tension/{MAY}/tension.parquet"),
        ("AM09", "published", 8, f"uwv_tension/{AUGUST}/tension.parquet"),
    ]


def test_what_changed_since_tells_of_a_region_that_came_later(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(built))
    days = {"since_day": "2026-07-01", "until_day": "2026-10-01"}
    periods = queries.sinds.periods(**days)
    assert queries.sinds.revisions(**days).empty
    assert not periods["register_id"].eq("uwv_tension").any()
    found = queries.sinds.summary(**days, with_sample=False).iloc[0]
    assert "kwamen er **16 cijfers** bij over perioden waarvan er al" in sentences.since(found)
    before = {"since_day": "2026-05-01", "until_day": "2026-07-01"}
    told = queries.sinds.periods(**before)
    [period] = told[told["register_id"].eq("uwv_tension")].to_dict("records")
    assert (period["new_periods_label"], period["figures"]) == ("4e kwartaal 2025", 16)
    assert period["known_on"].date() == datetime.date.fromisoformat(MAY)


def test_a_total_of_a_part_of_its_groups_does_not_exist(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of the case have 8 of the 24 technical groups, and the one of mobility."""
    monkeypatch.setenv(DATABASE_VARIABLE, str(built))
    with closing(duckdb.connect(str(built), read_only=True)) as connection:
        found = connection.execute(
            "select technical_field, groups, expected_groups, vacancies_low, tension_class, sign "
            "from field_tension where quarter = ? and region_code = 'AM09' "
            "and technical_field in ('all_technical', 'construction', 'mobility') order by all",
            [QUARTER],
        ).fetchall()
    assert found == [
        ("all_technical", 8, 24, None, None, "missing"),
        ("construction", 2, 6, None, None, "missing"),
        ("mobility", 1, 1, 1250, "very_tight", None),
    ]


def test_the_screen_says_how_many_groups_a_total_lacks(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(built))
    asked = {"measure": "tension", "breakdown": "all_technical", "with_sample": False}
    [period] = queries.filters.periods(kind="arbeidsmarktregio", **asked)["period"]
    assert period == QUARTER
    [row] = queries.regios.latest(region_codes=("AM09",), period=period, **asked).iloc
    assert sentences.tension(row, "Alle technische beroepen") == (
        "Over alle technische beroepen samen in Achterhoek is geen uitspraak mogelijk: er zijn "
        "cijfers van 8 van de 24 beroepsgroepen, te weinig voor een totaal (UWV, 4e kwartaal "
        "2025)."
    )
    ranked = queries.regios.ranking(kind="arbeidsmarktregio", period=period, **asked)
    assert ranked[["figure", "rank", "class_label"]].isna().all(axis=None)
    levels = queries.regios.level_mix(
        selection="all_technical", region_codes=("AM09",), quarter=QUARTER, with_sample=False
    )
    assert levels["vacancies"].isna().all() and set(levels["groups_not_shown"]) == {16}
    slide = tight.slide(places.place("Achterhoek (arbeidsmarktregio)"))
    assert "dat hier alle beroepsgroepen van de vakkrachten heeft." in slide.sentences[0]


def test_a_group_that_is_nowhere_takes_the_totals_of_its_quarter_and_no_other(
    write: Write,
) -> None:
    write(
        "delete from occupation_tension where quarter = '2026KW02' and uwv_group_code = 'UWV-0741'",
        *(path.read_text("utf-8") for path in sorted((transform.ETL / "derive").glob("*.sql"))),
    )

    def periods(breakdown: str) -> list[str]:
        asked = {"kind": "arbeidsmarktregio", "with_sample": True, "breakdown": breakdown}
        return queries.filters.periods(measure="tension", **asked)["period"].tolist()

    for lacking in ("all_technical", "metal_machinery"):
        found = periods(lacking)
        assert (found[0], found[-1], len(found)) == ("2026KW01", "2026KW02", 34)
    assert periods("mobility")[0] == "2026KW02"
    changes = queries.krapte_en_inzet.changes(
        programme_id="voorbeeldprogramma_a", with_sample=True
    ).set_index("technical_field")
    assert changes["now_quarter"].eq("2026KW02").all()
    is_known = changes["now_ratio_low"].notna()
    assert set(is_known[~is_known].index) == {"all_technical", "metal_machinery"}
