"""Meeting mode: charts for a beamer, and which slide a link asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pandas as pd
import plotly.graph_objects as go
import pytest

from answers.content import Chart
from brand import house_style
from drawings import plot
from etl.database import DATABASE_VARIABLE
from exports.packs.pack import pack_of
from ui.meeting import mode as meeting


def chart(kind: Literal["lines", "bars", "stacked"], lines: int = 2) -> Chart:
    quarters = [f"{number}e kwartaal {year}" for year in range(2015, 2021) for number in (1, 2, 3)]
    rows = [
        (quarter, f"Reeks {line}", None if 4 <= place <= 6 else 100.0 * line + place)
        for line in range(1, lines + 1)
        for place, quarter in enumerate(quarters)
    ]
    frame = pd.DataFrame(rows, columns=["period_label", "line_label", "open_vacancies"])
    frame["status"] = "published"
    return Chart(
        kind, frame, "period_label", "line_label", "open_vacancies", "vacatures", "Proef", "Alt"
    )


def drawn(of: Chart) -> go.Figure:
    return plot.figure(of, house_style.load(), height=330, size=20)


def test_a_missing_figure_is_a_gap_and_no_line_crosses_it() -> None:
    figure = drawn(chart("lines"))
    assert [trace.type for trace in figure.data] == ["scatter", "scatter"]
    for trace in figure.data:
        assert trace.connectgaps is False
        assert [value is None for value in trace.y] == [4 <= at <= 6 for at in range(18)]
        assert 0 not in trace.y


@pytest.mark.parametrize("kind", ["lines", "bars", "stacked"])
def test_series_differ_in_more_than_colour(kind: Literal["lines", "bars", "stacked"]) -> None:
    figure = drawn(chart(kind, lines=6))
    looks = [
        (trace.line.dash, trace.marker.symbol) if kind == "lines" else (trace.marker.pattern.shape,)
        for trace in figure.data
    ]
    assert len(set(looks)) == 6
    assert figure.layout.barmode == ("stack" if kind == "stacked" else "group")


def test_the_type_is_large_and_the_axis_says_what_is_counted() -> None:
    figure = drawn(chart("lines"))
    assert figure.layout.font.size >= 20
    assert figure.layout.yaxis.title.text == "vacatures"
    shown = list(figure.layout.xaxis.tickvals)
    assert len(shown) <= plot.MOST_TICKS
    assert shown[-1] == "3e kwartaal 2020", "the newest quarter is named"
    assert figure.layout.xaxis.ticktext[-1] == "3e kw.<br>2020"


def test_bars_carry_their_figures_written_the_dutch_way() -> None:
    many = chart("bars")
    many.frame.loc[0, "open_vacancies"] = 1_500.0
    told = drawn(many).data[0].customdata
    assert told[0][1] == "1.500" and told[4][1] == ""


@pytest.mark.parametrize("label", ["Techniekcoalitie Oost", "Twente (arbeidsmarktregio)"])
def test_every_slide_with_a_chart_can_be_drawn(
    label: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    screens = [meeting._made(slide) for slide in pack_of(label).slides]
    with_chart = [screen for screen in screens if screen.figure is not None]
    assert with_chart
    assert all(screen.sources.startswith("Bron: ") for screen in with_chart)
    assert all("Cijfers: " in screen.choices for screen in with_chart)


@pytest.mark.parametrize(
    ("asked", "number"),
    [("4", 4), ("0", 1), ("99", 10), ("-1", 1), ("vier", 1), ("", 1), ("²", 1), ("1" * 5000, 10)],
)
def test_a_link_gets_the_slide_it_asks_for_or_the_nearest(asked: str, number: int) -> None:
    assert meeting.slide_number(asked, 10) == number
