"""One model of a chart for screen, PDF and slides: its figures, gaps, labels and words."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pandas as pd

import words as nl
from answers.content import Chart
from answers.parts import Rows
from words import fitting
from words.labels import label
from words.marks import SAMPLE, has_sample

MARKERS = ("circle", "diamond", "square", "triangle", "circle", "diamond")
DASHES = ("solid", "dash", "dot", "dashdot", "dash", "dot")
Cell = TypeVar("Cell")
MAIN_FIGURES = 12
NAMED_PERIODS = 8


@dataclass(frozen=True)
class Points:
    """A chart as categories and series.

    Attributes:
        categories: What stands along the axis, in order.
        series: Per series its figures, one per category; None is a gap.
        said: Per series the text of each of its places, also of those without a figure.
        decimals: How many the figures are written with.
        is_pct: Whether they are percentages.
        days: Last day of each category, where categories are periods that say it.
        is_sample: Whether any figure is fictitious.
        least: Per series the least that a figure of counts under ten can be, also where there is
            no figure for that reason; else None.
        most: Likewise the most.
    """

    categories: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    said: dict[str, tuple[str, ...]]
    decimals: int = 0
    is_pct: bool = False
    days: tuple[datetime.date, ...] = ()
    is_sample: bool = False
    least: dict[str, tuple[float | None, ...]] = field(default_factory=dict)
    most: dict[str, tuple[float | None, ...]] = field(default_factory=dict)

    def are_too_long(self, room: float, size: float, most: float) -> bool:
        """Return whether a category takes so many times its part of a width, in points."""
        part = (room - 80) / len(self.categories)
        return max(fitting.width(name, size) for name in self.categories) > most * part

    @property
    def known(self) -> list[float]:
        """All figures, without the gaps."""
        return [value for values in self.series.values() for value in values if value is not None]

    @property
    def without(self) -> list[tuple[int, int]]:
        """The first and last place of each stretch in which no series has a figure or bounds."""
        columns = zip(*self.series.values(), *self.least.values(), strict=True)
        runs = itertools.groupby(enumerate(columns), key=lambda place: set(place[1]) == {None})
        places = [[place for place, _ in run] for is_without, run in runs if is_without]
        return [(run[0], run[-1]) for run in places]

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """The places of the figures between which, in time, no series has one."""
        last = len(self.categories) - 1
        return [(start - 1, end + 1) for start, end in self.without if start > 0 and end < last]


def points(chart: Chart) -> Points:
    """Return the points of a chart of slides and packs.

    Raises:
        ValueError: A category of a series has two figures: a chart would show only one.
    """
    frame = chart.frame
    figures = _figures(frame[chart.value])
    known = [figure for figure in figures if figure is not None]
    is_whole = all(figure % 1 == 0 for figure in known)
    decimals = 0 if is_whole else 2 if chart.value.endswith("_ratio") else 1
    is_pct = chart.value.endswith("_pct")
    unknown, *said = (_written(figure, decimals, is_pct=is_pct) for figure in [None, *figures])
    categories = tuple(str(name) for name in frame[chart.category].unique())
    return Points(
        categories,
        _grid(frame, chart.category, chart.series, figures, None),
        _grid(frame, chart.category, chart.series, said, unknown),
        decimals,
        is_pct,
        _days(chart, categories),
        has_sample(frame),
    )


def over_time(
    frame: pd.DataFrame, series: str, value: str, said: Iterable[str], stem: str = ""
) -> Points:
    """Return the points of lines over time on a page, a category per period.

    Args:
        frame: Rows with ``ends_on``, ``period_label`` and ``sign``, per line oldest first.
        series: Column that tells the lines apart.
        value: Column with the figures.
        said: Per row the text of its figure.
        stem: Of the columns with its bounds, such as ``tension`` of ``tension_low``; without it
            figures have none.

    Raises:
        ValueError: A line has two figures for one period.
    """
    periods = dict(zip(frame["ends_on"], frame["period_label"], strict=True))
    is_wide = frame["sign"].eq("below_ten") | frame[value].isna()
    bounds = [frame[stem + end].where(is_wide) for end in ("_low", "_high") if stem]
    figures, *known = (
        _grid(frame, "ends_on", series, _figures(column), None)
        for column in (frame[value], *bounds)
    )
    least, most = known or ({}, {})
    return Points(
        tuple(periods.values()),
        figures,
        _grid(frame, "ends_on", series, said, ""),
        days=tuple(pd.Timestamp(day).date() for day in periods),
        least=least,
        most=most,
    )


def _figures(column: pd.Series) -> list[float | None]:
    return [None if nl.is_missing(value) else float(value) for value in column]


def _written(value: float | None, decimals: int, *, is_pct: bool) -> str:
    text = nl.number(value, decimals=decimals)
    return f"{text}%" if is_pct and value is not None else text


def _grid(
    frame: pd.DataFrame, category: str, series: str, cells: Iterable[Cell], missing: Cell
) -> dict[str, tuple[Cell, ...]]:
    """Return per series its cells, one per category."""
    found: dict[tuple[Any, Any], Cell] = {}
    for name, place, cell in zip(frame[series], frame[category], cells, strict=True):
        if (name, place) in found:
            raise ValueError(f"{name} has two figures for {place}")
        found[name, place] = cell
    names, places = (dict.fromkeys(frame[column]) for column in (series, category))
    return {
        str(name): tuple(found.get((name, place), missing) for place in places) for name in names
    }


def _days(chart: Chart, categories: tuple[str, ...]) -> tuple[datetime.date, ...]:
    """Return the last days of the quarters of a line, when too many to name; else none."""
    if chart.kind != "lines" or "ends_on" not in chart.frame:
        return ()
    found = dict(zip(chart.frame[chart.category].astype(str), chart.frame["ends_on"], strict=True))
    days = [found[category] for category in categories]
    if len(days) <= NAMED_PERIODS or any(nl.is_missing(day) for day in days):
        return ()
    found_days = tuple(pd.Timestamp(day).date() for day in days)
    years = {day.year for day in found_days}
    return found_days if len(years) < len(found_days) else ()


def label_places(found: Points) -> dict[str, tuple[str, ...]]:
    """Return per line where the label of each point stands, so that no two lie over each other.

    The highest of a category has it ``above``, the lowest ``below``, any other has none (empty).
    """
    columns = [
        {name: value for name, value in zip(found.series, column, strict=True) if value is not None}
        for column in zip(*found.series.values(), strict=True)
    ]
    return {name: tuple(_label_place(name, column) for column in columns) for name in found.series}


def _label_place(name: str, known: dict[str, float]) -> str:
    if name not in known:
        return ""
    if name == max(known, key=lambda one: known[one]):
        return "above"
    lowest = min(known, key=lambda one: known[one])
    return "below" if name == lowest and known[name] < max(known.values()) else ""


def chart_rows(chart: Chart) -> Rows:
    """Return the figures of a chart as a table: a row per category, a column per series."""
    found = points(chart)
    lines = tuple(
        (category, *(texts[place] for texts in found.said.values()))
        for place, category in enumerate(found.categories)
    )
    named = label(chart.category)
    headings = (named.label if named else "Groep", *found.series)
    return Rows(heading(chart), headings, lines, (False, *[True] * len(found.series)))


def heading(chart: Chart) -> str:
    """Return the heading of a chart; of fictitious figures it says so."""
    return _marked(chart, chart.about)


def unit(chart: Chart) -> str:
    """Return the title of the axis of figures."""
    return _marked(chart, chart.unit)


def _marked(chart: Chart, text: str) -> str:
    return f"{SAMPLE}: {text}" if has_sample(chart.frame) else text


def alt(chart: Chart) -> str:
    """Return the alt text of a chart with its main figures: all, or first and last of a line."""
    said = _marked(chart, chart.alt).rstrip(".")
    found = points(chart)
    size = len(found.categories) * len(found.series)
    parts = []
    for name, values in found.series.items():
        known = [
            f"{category} {text}"
            for category, text, value in zip(
                found.categories, found.said[name], values, strict=True
            )
            if value is not None
        ]
        if size > MAIN_FIGURES and len(known) > 2:
            known = [known[0], known[-1]]
        parts.append(f"{name}: {', '.join(known) or 'geen cijfers'}.")
    return f"{said}. In {chart.unit}. {' '.join(parts)}"
