"""Charts leave gaps open, tables escape, and a CSV holds nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from brand import colours
from drawings import charts
from etl.database import DATABASE_VARIABLE
from tests.written import dutch_csv
from ui.parts import tables


@pytest.fixture
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def drawn(
    region: str, sectors: tuple[str, ...], programmes: pd.DataFrame
) -> tuple[pd.DataFrame, go.Figure]:
    frame = queries.overzicht.vacancy_series(region_codes=(region,), sector_codes=sectors)
    return frame, charts.panels(frame, programmes, pd.DataFrame())


@pytest.mark.usefixtures("use_database")
def test_a_programme_that_ended_before_the_first_quarter_has_no_bar() -> None:
    programmes = (
        queries.overzicht.programmes(region_codes=("PV23",), with_sample=False).tail(1).copy()
    )
    for column in ("starts_on_first", "starts_on_last", "ends_on_first", "ends_on_last"):
        programmes[column] = pd.Timestamp("2005-01-01")
    _, figure = drawn("PV23", ("350000",), programmes)
    assert not [trace for trace in figure.data if trace.type == "bar"]


@pytest.mark.usefixtures("use_database")
@pytest.mark.parametrize("region", ["PV23", "PV26", "PV27"])
def test_no_line_crosses_a_gap_and_no_gap_is_zero(region: str) -> None:
    programmes = queries.overzicht.programmes(region_codes=(region,), with_sample=False)
    frame, figure = drawn(region, ("T001081", "350000"), programmes)
    lines = [trace for trace in figure.data if trace.type == "scatter"]
    assert len(lines) == 2
    for trace, (_, rows) in zip(lines, frame.groupby("sector_label", sort=False), strict=True):
        assert trace.connectgaps is False
        missing = rows["open_vacancies"].isna().to_numpy()
        assert missing.any()
        assert [value is None for value in trace.y] == missing.tolist()
        assert len(trace.x) == len(rows), "every quarter has its place on the axis"
        shades = [
            shape
            for shape in figure.layout.shapes
            if shape.fillcolor == colours.GAP and shape.xref == trace.xaxis
        ]
        in_shade = [any(one.x0 <= day <= one.x1 for one in shades) for day in trace.x]
        assert in_shade == missing.tolist()


@pytest.mark.usefixtures("use_database")
def test_each_programme_has_its_bar_and_an_unknown_end_is_hatched() -> None:
    programmes = queries.overzicht.programmes(region_codes=("PV23",), with_sample=False)
    _, figure = drawn("PV23", ("350000",), programmes)
    shapes: dict[str, list[str]] = {}
    for bar in figure.data:
        if bar.type == "bar":
            shapes.setdefault(bar.hovertext.split(":")[0], []).append(bar.marker.pattern.shape)
    assert set(shapes) == set(programmes["programme_name"])
    assert shapes["Twents Fonds voor Vakmanschap"] == ["/"], "its end is unknown"
    assert shapes["Overijssels Vakmanschap"] == ["", "/"], "of its end only the year is known"
    assert shapes["Twente Werkt! (Sectorplan Twente)"] == [""]
    known = programmes.dropna(subset=["starts_on_first", "ends_on_last"])
    tints = [shape for shape in figure.layout.shapes if shape.fillcolor == charts.RUNNING]
    assert 0 < len(tints) == len(known) < len(programmes)
    assert min(tint.x0 for tint in tints) == known["starts_on_first"].min()


def test_a_table_escapes_text_and_links_only_addresses() -> None:
    frame = pd.DataFrame(
        {"title": ["<b>A & B</b>"], "publisher": ["x"], "url": ['https://a.nl/"><script>']}
    )
    html = tables.html(frame, ["title", "publisher", "url"], "Publicaties")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert "<script>" not in html
    assert 'href="https://a.nl/' in html
    assert html.count("<a ") == 1
    named = tables.html(pd.DataFrame({"source": ["CBS, Enquête"]}), ["source"], "Termen")
    assert "<a " not in named, "a source without an address is no link"


CELLS = st.one_of(st.text(max_size=6), st.sampled_from(["=1+1", "+31", "-x", "@a", "\tx", "\rx"]))


@given(cells=st.lists(CELLS, min_size=1, max_size=5), numbers=st.integers(-1_000, 1_000))
def test_no_text_cell_is_a_formula_and_numbers_stay_numbers(cells: list[str], numbers: int) -> None:
    cells = [cell.replace("\0", "") for cell in cells]
    frame = pd.DataFrame({"text": cells, "change": [numbers] * len(cells)})
    text = dutch_csv(frame).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row[1] for row in rows[1:]] == [str(numbers)] * len(cells)
    assert not any(row[0].startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows[1:])
