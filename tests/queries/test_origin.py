"""The SQL that Herkomst shows: of the question, the measure and each source of the rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from answers import origin
from etl.folders import ROOT
from tests.answers import QUESTIONS, ask


@pytest.fixture(autouse=True)
def use_it(fictitious: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAKKRACHTMONITOR_DATABASE", str(fictitious))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_with_a_release_shows_its_source(question: str) -> None:
    frame = ask(question)
    shown = origin.sql(frame)
    assert list(shown)[0] == f"queries/{question}.sql"
    for file, text in shown.items():
        whole = (ROOT / file.split(":")[0]).read_text("utf-8")
        assert text == whole or (":" in file and text and text in whole)
    if not origin.releases(frame).empty:
        assert [file for file in shown if file.startswith("etl/sources/")]


def test_a_measure_shows_its_own_sql() -> None:
    for frame, measure in (
        (ask("regios/ranking"), "tension"),
        (ask("beroepen/series"), "tension"),
    ):
        assert f"etl/measures/{measure}.sql" in origin.sql(frame)
    view = "etl/schema/66_tension_around.sql: tension_figure"
    assert origin.sql(ask("beroepen/series"))[view].startswith("create view tension_figure")
    assert not any("measures" in file for file in origin.sql(ask("programmas/list")))
    shown = origin.sql(ask("regios/ranking", measure="open_vacancies", breakdown="T001081"))
    found = [file for file in shown if file.startswith("etl/measures/")]
    assert found == ["etl/measures/open_vacancies.sql"]
