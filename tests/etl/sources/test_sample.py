"""No fictitious figure leaves the database without saying that it is one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import plotly.graph_objects as go
import pytest

import queries
import sentences
from drawings import charts, multiples
from etl.database import DATABASE_VARIABLE, ROOT
from exports.tables import files
from tests.answers import ask as answer
from tests.answers import tables_with_status
from ui import map as region_map
from ui.parts import tables
from words import measures
from words.marks import SAMPLE, is_sample

PHRASES = {
    "as_of": "the days of files, not a figure",
    "behind": "says nothing at all: the headline before it refuses",
    "claim": "part of a sentence that refuses",
    "crosses": "counts municipalities, not figures",
    "each": "leaves that to the sentence that it is given",
    "moment": "a date, for a table cell",
    "season": "part of a sentence that refuses",
    "what": "an indicator, for a table cell",
}


@pytest.fixture(autouse=True)
def use_it(fictitious: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(fictitious))
    yield


def test_a_table_that_is_half_real_says_which_half() -> None:
    frame = answer("overzicht/latest")
    frame.loc[0, ["status", "year_before_status"]] = "published"
    shown = tables.html(frame, ["region_name"], "Vacatures")
    assert shown.count(">nee</td>") == 1
    assert shown.count(">ja</td>") == len(frame) - 1


def test_a_comparison_with_a_fictitious_figure_is_fictitious() -> None:
    for question, column in (
        ("overzicht/latest", "year_before_status"),
        ("regios/ranking", "year_before_status"),
        ("overzicht/vacancies_during", "end_status"),
    ):
        frame = answer(question).assign(status="published")
        frame = frame.drop(columns="programme_status", errors="ignore")
        assert is_sample(frame).equals(frame[column].eq("sample"))
        assert is_sample(frame).any()


def test_the_map_marks_and_hatches_fictitious_regions() -> None:
    frame = measures.texts(answer("regios/ranking"))
    rows = frame.assign(fictitious=is_sample(frame)).to_dict("records")
    drawn = [
        region_map._region(row, "change_country_text", 9.0, (), "arbeidsmarktregio") for row in rows
    ]
    assert all(region["fictitious"] and SAMPLE in region["description"] for region in drawn)
    legend = region_map._legend(drawn, rows[0])
    assert {"class": "sample", "sign": "", "text": SAMPLE} in legend


def test_every_chart_is_shown_where_it_is_marked() -> None:
    folders = (ROOT / "ui", ROOT / "pages")
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in folder.rglob("*.py")
        if re.search(
            r"\bst\.(\w*_chart|pyplot|map|image|dataframe|table|data_editor)\b", path.read_text()
        )
    }
    assert found == {"ui/parts/figures.py"}


def test_a_chart_of_fictitious_figures_says_so_and_looks_so() -> None:
    frame = answer("regios/series").assign(figure_text="x")
    drawn = multiples.draw(frame, pd.DataFrame())
    marked = charts.as_sample(drawn)
    assert marked.layout.title.text == SAMPLE
    assert all(trace.marker.symbol.endswith("-open") for trace in marked.data)
    assert marked.layout.yaxis.title.text == SAMPLE
    assert {trace.line.dash for trace in marked.data if trace.type == "scatter"} == {"dash"}
    assert isinstance(drawn, go.Figure) and drawn.layout.title.text is None


def test_the_bars_of_fictitious_figures_are_hatched() -> None:
    bars = charts.as_sample(go.Figure(go.Bar(x=["mbo 4"], y=[100])))
    assert bars.data[0].marker.pattern.shape == "/"


def test_a_refusal_is_said_once() -> None:
    refused = [sentences.headline(row) for _, row in answer("overzicht/latest").iterrows()]
    assert len(refused) > 1
    assert sentences.paragraphs(refused) == sentences.NOTHING_TO_SAY
    assert sentences.bullets(refused) == f"- {sentences.NOTHING_TO_SAY}"


def test_every_sentence_refuses_a_fictitious_row() -> None:
    row = pd.Series({"status": "sample", "is_behind": True})
    modules = [
        importlib.import_module(f"{sentences.nl.__name__}.{found.name}")
        for found in pkgutil.iter_modules(sentences.nl.__path__)
    ]
    speakers = {
        name: function
        for module in modules
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
        and re.search("Series|DataFrame", str(inspect.signature(function)).split(")")[0])
    }
    assert len(speakers) > 12 and set(PHRASES) < set(speakers)
    for name, say in speakers.items():
        if name in PHRASES:
            continue
        takes_rows = "DataFrame" in str(inspect.signature(say))
        rows = row.to_frame().T if takes_rows else row
        more = ["open_vacancies"] if len(inspect.signature(say).parameters) > 1 else []
        assert say(rows, *more) == sentences.NOTHING_TO_SAY, name
    assert sentences.behind(row) == ""


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
    table = files.export(frame, name="x", title="x")
    assert set(table.frame["fictief"]) == {"nee"}
    assert not table.name.startswith("VOORBEELD")
    assert SAMPLE not in tables.html(frame, ["region_name"], "Vacatures")
    assert sentences.headline(frame.iloc[0]) != sentences.NOTHING_TO_SAY


def test_every_fictitious_release_is_called_so(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    releases = queries.verantwoording.releases()
    invented = releases[releases["status"] == "sample"]
    assert len(invented) == 3 + 2 * (4 + 1)
    for column in ("title", "note", "publisher"):
        assert invented[column].str.contains("VOORBEELD").all()
    assert set(invented["copy_label"]) == {"verzonnen voor deze monitor"}
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
