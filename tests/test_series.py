"""What must never stand in one series never does: tables and series that do not compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

import queries
from etl.database import DATABASE_VARIABLE
from tests.test_queries import QUESTIONS, example, function_of

APART = [
    {"vacancies", "national_vacancies", "created_vacancies"},
    {"cbs_tension", "occupation_tension"},
    {"labour_force", "ww_benefits"},
    {"uwv_press", "occupation_tension", "vacancies"},
]
COUNTS_ONLY = {"downloads/datasets", "verantwoording/signs", "verantwoording/empty"}


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def tables_of(question: str) -> set[str]:
    return set(re.findall(r"(?:from|join) (\w+)", queries.sql(question)))


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q not in COUNTS_ONLY])
def test_no_question_joins_what_does_not_compare(question: str) -> None:
    for tables in APART:
        assert len(tables & tables_of(question)) <= 1, question


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q not in COUNTS_ONLY])
def test_a_question_about_the_labour_force_keeps_the_methods_apart(question: str) -> None:
    if "labour_force" not in tables_of(question):
        return
    function: Any = function_of(question)
    frame = function(**example(question))
    assert frame["series"].nunique() > 1
    assert not frame.duplicated(["series", "region_code", "period"]).any()


def test_regional_vacancies_have_one_source(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        found = connection.execute("select distinct source_id from vacancies").fetchall()
        adjusted = connection.execute(
            "select distinct series from national_vacancies where created_vacancies is null"
        ).fetchall()
    assert found == [("cbs_vacancies",)]
    assert adjusted == [("80474ned",)]
