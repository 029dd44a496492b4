"""Lines as SVG: a line per stretch of figures, none over a gap, whatever the figures."""

from __future__ import annotations

import datetime
import itertools
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from drawings import lines, vacancies
from drawings.points import Points
from etl.database import DATABASE_VARIABLE
from tests.soak import examples

FIGURES = st.lists(st.none() | st.floats(0, 1e6), min_size=1, max_size=40)
FIRST = datetime.date(2011, 3, 31)


def points_of(*series: list[float | None]) -> Points:
    size = len(series[0])
    days = tuple(FIRST + datetime.timedelta(days=91 * at) for at in range(size))
    names = [f"regio {place}" for place in range(len(series))]
    return Points(
        tuple(map(str, days)),
        dict(zip(names, map(tuple, series), strict=True)),
        dict.fromkeys(names, ("",) * size),
        days=days,
    )


def stretches(values: list[float | None]) -> list[int]:
    runs = itertools.groupby(values, key=lambda value: value is not None)
    return [len(list(run)) for is_known, run in runs if is_known]


@settings(max_examples=examples(60), deadline=None)
@given(FIGURES)
def test_no_line_crosses_a_gap_and_a_lone_figure_is_a_dot(values: list[float | None]) -> None:
    drawn = lines.sparkline(points_of(values), "verloop")
    root = ET.fromstring(drawn)
    paths = [len(one.attrib["points"].split()) for one in root.iter("polyline")]
    dots = len(list(root.iter("circle")))
    found = stretches(values)
    assert paths == [size for size in found if size > 1]
    assert dots == found.count(1)
    numbers = [float(x) for x in re.findall(r"-?\d+\.\d", drawn)]
    assert all(-1 <= number <= 245 for number in numbers)


@settings(max_examples=examples(60), deadline=None)
@given(FIGURES)
def test_the_course_of_a_figure_has_a_path_per_stretch(values: list[float | None]) -> None:
    drawn = lines.course(points_of(values).days, values, 18)
    assert drawn.count("M") == len(stretches(values)) == drawn.count("h.01")


@settings(max_examples=examples(40), deadline=None)
@given(st.floats(1e-3, 1e9))
def test_the_ceiling_is_a_round_figure_that_nothing_exceeds(value: float) -> None:
    found = lines.ceiling(points_of([value]))
    assert value <= found <= 10 * value
    assert f"{found:e}"[0] in "12458"


def test_the_first_screen_says_where_there_are_no_figures_and_hatches_what_is_unsure(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    asked = {"region_codes": ("PV23",), "sector_codes": ("307500",)}
    series = queries.overzicht.vacancy_series(**asked)  # type: ignore[arg-type]
    programmes = queries.overzicht.programmes(region_codes=("PV23",), with_sample=False)
    drawn = vacancies.draw(series, programmes, 716, "wide")
    root = ET.fromstring(drawn)
    assert lines.NO_FIGURES in drawn and "url(#unsure)" in drawn
    label = root.attrib["aria-label"]
    assert "Overijssel" in label and "Twente Werkt!" in label
    alone = vacancies.draw(series.head(1), pd.DataFrame(), 366, "narrow")
    assert len(list(ET.fromstring(alone).iter("circle"))) == 1
