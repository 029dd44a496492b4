"""Every question keeps every rule; what it does not keep is said in one line each."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from answers import origin
from etl.database import DATABASE_VARIABLE
from exports.tables import files
from tests import answers
from tests.rules import asked, exported, marked
from tests.soak import quick
from words.labels import label
from words.reference import reference

MOST_ROWS = 60
ONE_IN = 4
every_question = pytest.mark.parametrize("question", answers.QUESTIONS)


@pytest.fixture(scope="module")
def with_status(fictitious: Path) -> set[str]:
    """The tables of which a row says what kind of figure it is."""
    with closing(duckdb.connect(str(fictitious), read_only=True)) as connection:
        return answers.relations_with_status(connection)


def keep(question: str, *broken: Iterable[str]) -> None:
    """Fail with a line per rule that the question breaks."""
    lines = [f"queries/{question}.sql {line}" for rule in broken for line in rule]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


def answer(question: str) -> pd.DataFrame:
    """Ask a question of which the tests know how to ask it."""
    if unknown := list(asked.has_examples(question)):
        keep(question, asked.has_a_function(question), unknown)
    return answers.ask(question)


def spread(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows from all over an answer, and the first row of each kind of mark."""
    marks = [name for name in frame if str(name).endswith(("sign", "status"))]
    rows = set(range(0, len(frame), 1 + len(frame) // MOST_ROWS))
    if marks:
        rows |= set(np.flatnonzero(~frame.duplicated(marks)))
    return frame.iloc[sorted(rows)]


@every_question
def test_a_question_keeps_the_rules(
    question: str, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(filled))
    frame = answer(question)
    table, facts = exported_of(question, frame), answers.facts_of(question, filled)
    keep(
        question,
        asked.has_a_function(question),
        asked.is_one_question(question),
        asked.joins_what_compares(question),
        asked.is_answered(question, frame),
        asked.names_its_columns(question, frame),
        asked.leaves_fictitious_out(question, frame),
        asked.keeps_methods_apart(question, frame),
        asked.holds_one_publisher(question, frame, facts),
        asked.keeps_editions_and_quotes_apart(question, frame, facts),
        exported.hides_by_a_sign(table),
    )


@pytest.mark.parametrize("question", quick(answers.QUESTIONS, answers.QUESTIONS[::ONE_IN]))
def test_the_files_of_a_question_keep_the_rules(
    question: str, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(filled))
    table = exported_of(question, answer(question))
    parts = exported.packed(table)
    keep(
        question,
        exported.is_the_same_in_every_format(table, parts),
        exported.is_a_package_that_others_read(table, parts),
    )


def exported_of(question: str, frame: pd.DataFrame) -> files.Export:
    return files.export(spread(frame), name=question, title=question, terms=("open_vacancies",))


@every_question
def test_a_question_calls_fictitious_rows_so(
    question: str, fictitious: Path, with_status: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(fictitious))
    frame = answer(question)
    is_fictitious = origin.statuses_of(frame)[-1] == "sample"
    keep(
        question,
        marked.says_what_its_rows_are(question, frame, with_status),
        marked.says_it_in_files(spread(frame)) if is_fictitious else (),
        marked.says_it_on_screen(spread(frame)) if is_fictitious else (),
    )


@pytest.mark.parametrize("question", marked.LEFT_OUT)
def test_a_list_of_gaps_is_the_same_as_without_the_fictitious_figures(
    question: str, fictitious: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(fictitious))
    frame = answers.ask(question)
    without = shutil.copy(fictitious, tmp_path / "without.duckdb")
    with closing(duckdb.connect(str(without))) as connection:
        connection.execute("delete from vacancies")
        connection.execute("delete from programme")
    monkeypatch.setenv(DATABASE_VARIABLE, str(without))
    pd.testing.assert_frame_equal(frame, answers.ask(question))


def test_a_label_of_one_page_or_question_is_of_a_column_of_it(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(filled))
    columns = {question: list(answers.ask(question)) for question in answers.QUESTIONS}
    rows = reference("label")
    assert len({(row["column_name"], row["scope"]) for row in rows}) == len(rows)
    for row in rows:
        asked_in = [q for q in columns if f"{q}/".startswith(f"{row['scope']}/")]
        named = any(row["column_name"] in columns[question] for question in asked_in)
        assert named or not row["scope"], (row["scope"], row["column_name"])


def test_one_name_with_two_meanings_has_two_labels() -> None:
    for column, question, said in (
        ("field_code", "downloads/mbo_students", "Richting, code"),
        ("field_code", "beroepen/ranking", "Techniekdomein, code"),
        ("change", "beroepen/employment", "personen"),
        ("change", "overzicht/latest", "vacatures"),
        ("vacancies_per_100_unemployed_low", "regios/latest", "vacatures per 100 werklozen"),
        ("line", "downloads/vacancies", "Regel in het bestand"),
    ):
        assert said in (label(column, question) or ()), (column, question)


def test_what_does_not_compare_is_found_where_it_is_joined() -> None:
    """Two sources in one answer, a rank of quotes, a change between editions."""
    both = pd.DataFrame({"release_id": ["uwv_press/undated/a.csv", "cbs_vacancies/undated/b.csv"]})
    series = "regios/series"
    assert [*asked.holds_one_publisher(series, both, {"region_figure"})]
    assert [*asked.holds_one_publisher(series, both.head(1), {"vacancies", "advert_index"})]
    assert not [*asked.holds_one_publisher(series, both.head(1), {"region_figure"})]
    quoted = pd.DataFrame({"url": ["https://example.org"], "rank": [1]})
    assert [*asked.keeps_editions_and_quotes_apart("regios/press", quoted, {"quote"})]
    editions = pd.DataFrame({"period": ["2016KW04", "2022KW01"], "change_year_before": [0, 1]})
    found = [*asked.keeps_editions_and_quotes_apart(series, editions, {"skill_vacancies"})]
    assert len(found) == 2, found


def test_every_source_of_figures_is_told_apart(facts: duckdb.DuckDBPyConnection) -> None:
    """A table that a source fills is in the rule, or holds what the sources of a subject share."""
    shared = {
        *("programme", "mbo_students", "mbo_graduates", "occupation_education", "qualification"),
    }
    for source, tables in asked.tables_by_source(facts).items():
        filled = {name for name in tables if not name.startswith("programme")}
        assert filled <= asked.MEASURED | shared | {"field_tension"}, (source, filled)
