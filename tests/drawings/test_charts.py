"""Charts leave gaps open, tables escape, and a CSV holds nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from brand import colours
from drawings import kit, multiples, running, timeline
from etl.database import DATABASE_VARIABLE
from tests.written import dutch_csv
from ui.parts import tables


@pytest.fixture
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


@pytest.mark.usefixtures("use_database")
@pytest.mark.parametrize("region", ["PV23", "PV26", "PV27"])
def test_no_line_crosses_a_gap_and_no_gap_is_zero(region: str) -> None:
    frame = queries.regios.series(
        measure="open_vacancies",
        breakdown="T001081",
        region_codes=(region, "NL01"),
        period="2026KW02",
        with_sample=False,
    ).assign(figure_text="x")
    figure = multiples.draw(frame, pd.DataFrame())
    panels = zip(figure.data, frame.groupby("region_code", sort=False), strict=True)
    for trace, (_, rows) in panels:
        assert trace.connectgaps is False
        missing = rows["figure"].isna().to_numpy()
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


@given(known=st.lists(st.booleans(), min_size=2, max_size=60).filter(any))
def test_a_stretch_without_figures_says_so_where_there_is_room(known: list[bool]) -> None:
    ends_on = pd.date_range("2011-03-31", periods=len(known), freq="QE")
    frame = pd.DataFrame(
        {
            "region_code": "PV23",
            "region_name": "Overijssel",
            "ends_on": ends_on,
            "period": [f"{day.year}KW{day.quarter:02}" for day in ends_on],
            "period_label": [f"{day.quarter}e kwartaal {day.year}" for day in ends_on],
            "figure": [100.0 if is_known else None for is_known in known],
            "figure_text": "100",
            "sign": None,
            "figure_low": None,
            "figure_high": None,
            "unit_label": "vacatures",
        }
    )
    figure = multiples.draw(frame, pd.DataFrame())
    first, last = (pd.Timestamp(day) for day in figure.layout.xaxis.range)
    shades = [shape for shape in figure.layout.shapes if shape.fillcolor == colours.GAP]
    words = [one for one in figure.layout.annotations if one.text.startswith("geen")]
    roomy = [
        shape
        for shape in shades
        if (pd.Timestamp(shape.x1) - pd.Timestamp(shape.x0)) / (last - first) * timeline.WIDE_PX
        >= kit.NO_FIGURES_PX / 2
    ]
    assert len(words) == len(roomy)
    for word, shape in zip(words, roomy, strict=True):
        assert pd.Timestamp(shape.x0) < pd.Timestamp(word.x) < pd.Timestamp(shape.x1)


@pytest.mark.usefixtures("use_database")
def test_how_long_a_programme_ran_is_as_sure_as_its_sources() -> None:
    found = queries.overzicht.programmes(region_codes=("PV23",), with_sample=False)
    first, last = pd.Timestamp("2011-01-01"), pd.Timestamp("2026-06-30")
    sure = {
        row["programme_name"]: [is_sure for *_, is_sure in running.spans(row, first, last)]
        for _, row in found.iterrows()
    }
    assert sure["Twents Fonds voor Vakmanschap"] == [False], "its end is unknown"
    assert sure["Overijssels Vakmanschap"] == [True, False], "of its end only the year is known"
    assert sure["Twente Werkt! (Sectorplan Twente)"] == [True]
    later = (pd.Timestamp("2050-01-01"), pd.Timestamp("2051-01-01"))
    ended = found[found["programme_name"].eq("Overijssels Vakmanschap")].iloc[0]
    assert list(running.spans(ended, *later)) == []


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
