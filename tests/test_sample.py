"""No fictitious figure leaves the database without saying that it is one."""

from __future__ import annotations

import csv
import inspect
import io
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import plotly.graph_objects as go
import pytest

import queries
from etl.database import DATABASE_VARIABLE
from exports.tables import SAMPLE, dutch_csv, file_name
from tests.test_queries import EMPTY_TODAY, EXAMPLES, QUESTIONS, RARE, function_of
from ui import charts, notes, sentences, tables

NO_FIGURES = {
    "filters/quarters": "counts in how many provinces there is a figure",
    "overzicht/unknown": "says what is absent",
    "verantwoording/coverage": "counts figures",
    "verantwoording/empty": "says what is absent",
    "verantwoording/known_deviations": "CBS sums, held apart by their own table",
    "verantwoording/signs": "counts marks",
}


@pytest.fixture(scope="session")
def fictitious(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public database with every figure that has a status made fictitious."""
    path = tmp_path_factory.mktemp("fictitious") / "monitor.duckdb"
    shutil.copy(database, path)
    with closing(duckdb.connect(str(path))) as connection:
        for sql in EMPTY_TODAY.values():
            connection.execute(sql)
        for table in tables_with_status(connection):
            connection.execute(f"update {table} set status = 'sample'")
    return path


def tables_with_status(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        "select table_name from duckdb_columns() inner join duckdb_tables() using (table_name) "
        "where column_name = 'status'"
    ).fetchall()
    return [name for (name,) in rows]


@pytest.fixture(autouse=True)
def use_it(fictitious: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(fictitious))
    yield


def answer(question: str) -> pd.DataFrame:
    function: Any = function_of(question)
    values = {
        name: RARE.get(question, EXAMPLES[name]) for name in inspect.signature(function).parameters
    }
    found: pd.DataFrame = function(**values)
    return found


def has_figures(question: str, fictitious: Path) -> bool:
    with closing(duckdb.connect(str(fictitious), read_only=True)) as connection:
        names = tables_with_status(connection)
    used = set(re.findall(r"(?:from|join) (\w+)", queries.sql(question)))
    return bool(used & set(names))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_figures_says_of_each_row_what_it_is(
    question: str, fictitious: Path
) -> None:
    if not has_figures(question, fictitious) or question in NO_FIGURES:
        return
    frame = answer(question)
    known = frame["status"].notna()
    assert known.any()
    assert set(frame.loc[known, "status"]) <= {"sample", "published", "estimated"}
    assert "sample" in set(frame["status"]), f"{question} hides that its rows are fictitious"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_export_of_fictitious_rows_says_so_in_each_row(question: str) -> None:
    frame = answer(question)
    if notes.status_of(frame) != "sample":
        return
    text = dutch_csv(frame).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == len(frame)
    for row in rows:
        is_fictitious = "sample" in (row.get("status"), row.get("result_status"))
        assert row["fictief"] == ("ja" if is_fictitious else "nee")
    assert file_name(frame, "vakkrachtmonitor_x").startswith("VOORBEELD_")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_table_of_fictitious_rows_is_called_so(question: str) -> None:
    frame = answer(question)
    if notes.status_of(frame) == "sample":
        shown = tables.html(frame, [], "Vacatures") if frame.empty else tables.html(
            frame, [next(c for c in frame if str(c).endswith(("_label", "_name")))], "Vacatures"
        )  # fmt: skip
        assert f"{SAMPLE}: Vacatures" in shown


def test_a_chart_of_fictitious_figures_says_so_and_looks_so() -> None:
    frame = answer("overzicht/vacancy_series")
    drawn = charts.panels(
        frame, by="region_name", line="sector_label", value="open_vacancies", unit="vacatures"
    )
    marked = charts.as_sample(drawn)
    assert marked.layout.title.text == SAMPLE
    assert marked.layout.yaxis.title.text == SAMPLE
    assert {trace.line.dash for trace in marked.data if trace.type == "scatter"} == {"dash"}
    assert isinstance(drawn, go.Figure) and drawn.layout.title.text is None


def test_no_sentence_speaks_from_fictitious_figures() -> None:
    latest = answer("overzicht/latest").iloc[0]
    assert sentences.headline(latest) == sentences.NOTHING_TO_SAY
    series = answer("overzicht/vacancy_series")
    assert sentences.trend(series, "open_vacancies") == sentences.NOTHING_TO_SAY
    during = answer("overzicht/vacancies_during")
    fictitious = during[during["status"] == "sample"].iloc[0]
    assert sentences.during(fictitious) == sentences.NOTHING_TO_SAY
    assert "VOORBEELD" in sentences.NOTHING_TO_SAY


def test_real_figures_carry_no_mark(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    frame = answer("overzicht/latest")
    assert b"fictief" not in dutch_csv(frame)
    assert SAMPLE not in tables.html(frame, ["region_name"], "Vacatures")
    assert sentences.headline(frame.iloc[0]) != sentences.NOTHING_TO_SAY


def test_every_fictitious_release_is_called_so(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    releases = queries.verantwoording_releases()
    invented = releases[releases["status"] == "sample"]
    assert len(invented) == 3
    for column in ("title", "note", "publisher"):
        assert invented[column].str.contains("VOORBEELD").all()
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        for table in tables_with_status(connection):
            columns = {row[0] for row in connection.execute(f"describe {table}").fetchall()}
            if "release_id" not in columns or table == "release":
                continue
            mixed = connection.execute(
                f"select count(*) from {table} inner join release using (release_id) "
                f"where ({table}.status = 'sample') <> (release.status = 'sample')"
            ).fetchone()
            assert mixed == (0,), table
