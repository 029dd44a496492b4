"""Every question by glob: its function, its parameters, and that it answers."""

from __future__ import annotations

import inspect
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

import queries
from etl.database import DATABASE_VARIABLE

QUESTIONS = sorted(
    path.relative_to(queries.FOLDER).with_suffix("").as_posix()
    for path in queries.FOLDER.rglob("*.sql")
)
EXAMPLES: dict[str, queries.Parameter] = {
    "region_codes": ("PV23", "PV25"),
    "sector_codes": ("T001081", "307500", "350000"),
    "sector_code": "350000",
    "quarter": "2018KW04",
    "measure": "tension",
    "breakdown": "all_technical",
    "kind": "arbeidsmarktregio",
    "period": "2026KW02",
    "with_sample": True,
    "region_code": "AM05",
    "occupation_code": "0741",
    "uwv_group_code": "UWV-0741",
    "uwv_group_codes": ("UWV-0741", "UWV-0742"),
    "order_by": "tension",
    "selection": "all_technical",
    "school_year": "2025SJ00",
    "field_code": "07",
    "learning_path": "bbl",
    "programme_id": "twente_werkt",
    "programme_ids": ("twente_werkt", "gelders_vakmanschap"),
    "release_ids": ("cbs_vacancies/undated/83599NED.parquet",),
    "source_ids": ("twentevisie_1312",),
    "terms": ("open_vacancies",),
}
EMPTY_TODAY = {
    "verantwoording/unmapped_categories": "insert into unmapped_category values "
    "('cbs_ww_benefits', '85554NED', 'RegioS', 'AM04', 160)",
}
RARE = {"programmas/breakdown_sums": "gelders_vakmanschap"}


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def function_of(question: str) -> object:
    return getattr(queries, question.replace("/", "_"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_one_function_with_exactly_its_parameters(question: str) -> None:
    statements = duckdb.extract_statements(queries.sql(question))
    assert len(statements) == 1
    assert statements[0].type == duckdb.StatementType.SELECT
    signature = inspect.signature(function_of(question))  # type: ignore[arg-type]
    assert set(signature.parameters) == set(statements[0].named_parameters)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_starts_with_the_question_and_spells_its_columns(question: str) -> None:
    sql = queries.sql(question)
    assert sql.startswith("-- ") and "?" in sql.split("\nselect")[0].split("\nwith")[0]
    assert "select *\n" not in sql.rsplit(")\n\nselect", 1)[-1]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered(
    question: str, database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if question in EMPTY_TODAY:
        with_rows = tmp_path / "with_rows.duckdb"
        shutil.copy(database, with_rows)
        with closing(duckdb.connect(str(with_rows))) as connection:
            connection.execute(EMPTY_TODAY[question])
        monkeypatch.setenv(DATABASE_VARIABLE, str(with_rows))
    function = function_of(question)
    values = {
        name: RARE.get(question, EXAMPLES[name])
        for name in inspect.signature(function).parameters  # type: ignore[arg-type]
    }
    frame = function(**values)  # type: ignore[operator]
    assert len(frame) > 0
    assert frame.attrs["question"] == question
    assert not frame.columns.duplicated().any()


def test_every_function_asks_a_question_that_exists() -> None:
    functions = {
        name
        for name, value in vars(queries).items()
        if inspect.isfunction(value) and value.__module__ == "queries" and name.count("_") > 0
    } - {name for name in vars(queries) if name.startswith("_")}
    assert functions == {question.replace("/", "_") for question in QUESTIONS}


def test_the_reader_cannot_write_or_reach_outside() -> None:
    cursor = queries._connection(queries.identity()).cursor()
    cursor.execute("use monitor")
    for statement in (
        "update vacancies set open_vacancies = 1",
        "create table x (y integer)",
        "copy vacancies to 'x.csv'",
        "select * from read_csv('README.md')",
        "attach 'x.duckdb'",
        "set enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            cursor.execute(statement)


def test_an_answer_may_be_changed_without_changing_the_next() -> None:
    first = queries.filters_provinces()
    first["name"] = "x"
    assert queries.filters_provinces()["name"].tolist()[0] == "Drenthe"


def test_a_missing_quarter_is_a_row_without_a_figure() -> None:
    frame = queries.overzicht_vacancy_series(region_codes=("PV26",), sector_codes=("350000",))
    assert frame["quarter"].is_monotonic_increasing
    assert len(frame) == 62
    gap = frame[frame["quarter"].between("2020KW03", "2025KW01")]
    assert len(gap) == 19
    assert gap["open_vacancies"].isna().all()


def test_equal_figures_share_rank_and_class() -> None:
    frame = queries.regios_ranking(sector_code="350000", quarter="2018KW04")
    for _, rows in frame.groupby("open_vacancies"):
        assert rows["rank"].nunique() == rows["class"].nunique() == 1
    assert frame["class"].dropna().between(1, 5).all()


def test_the_coalition_is_never_the_landsdeel() -> None:
    from ui.filters import COALITION_CODES

    frame = queries.overzicht_latest(region_codes=COALITION_CODES, sector_codes=("350000",))
    assert frame["region_name"].tolist() == ["Gelderland", "Overijssel"]


def test_quotes_of_the_press_are_about_here_within_here_or_the_country() -> None:
    said = set(queries.regios_press(region_codes=("PV23",))["region_text"])
    assert {"Overijssel", "Twente", "Regio Zwolle", "Nederland"} <= said
    assert not {"Gelderland", "Achterhoek", "Amersfoort", "Noord-Holland Noord"} & said
    gelderland = queries.regios_press(region_codes=("PV25",))
    together = "Achterhoek + FoodValley + Midden-Gelderland + Rijk van Nijmegen + Rivierenland"
    assert (gelderland["region_text"] == together).sum() == 3
    assert gelderland["period_label"].tolist()[0] == "augustus 2025"
    everywhere = tuple(f"PV{number}" for number in range(20, 32))
    unplaced = queries.verantwoording_empty()["subject"] == "Overijssel + Gelderland Noord (3 amr)"
    assert len(queries.regios_press(region_codes=everywhere)) == 25
    assert unplaced.sum() == 1, "the other two of the 27 name no known region, which is said"


def test_every_region_break_is_shown_and_under_its_old_name() -> None:
    frame = queries.verantwoording_region_breaks()
    with closing(duckdb.connect(os.environ[DATABASE_VARIABLE], read_only=True)) as connection:
        assert connection.execute("select count(*) from region_break").fetchone() == (len(frame),)
    row = frame[(frame["region_code"] == "AM06") & (frame["year"] == 2024)].iloc[0]
    assert row["region_name"] == "Stedendriehoek en Noordwest Veluwe"
    assert row["break_label"].endswith("sindsdien Veluwe Stedendriehoek.")
