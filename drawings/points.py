"""One model of a chart for screen, PDF and slides: its figures, gaps, labels and words."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

import words as nl
from answers.content import Chart
from answers.parts import Rows
from words import fitting
from words.labels import label
from words.marks import SAMPLE, is_sample

MARKERS = ("circle", "diamond", "square", "triangle", "circle", "diamond")
DASHES = ("solid", "dash", "dot", "dashdot", "dash", "dot")
MAIN_FIGURES = 12
NAMED_PERIODS = 8


@dataclass(frozen=True)
class Points:
    """A chart as categories and series.

    Attributes:
        categories: What stands along the axis, in order.
        series: Per series its figures, one per category; None is a gap.
        decimals: How many the figures are written with.
        is_pct: Whether they are percentages.
        days: Last day of each category, where categories are periods that say it.
        is_sample: Whether any figure is fictitious.
    """

    categories: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    decimals: int
    is_pct: bool
    days: tuple[datetime.date, ...] = ()
    is_sample: bool = False

    def written(self, value: float | None) -> str:
        """Return a figure the Dutch way."""
        text = nl.number(value, decimals=self.decimals)
        return f"{text}%" if self.is_pct and value is not None else text

    def are_too_long(self, room: float, size: float, most: float) -> bool:
        """Return whether a category takes so many times its part of a width, in points."""
        part = (room - 80) / len(self.categories)
        return max(fitting.width(name, size) for name in self.categories) > most * part

    @property
    def known(self) -> list[float]:
        """All figures, without the gaps."""
        return [value for values in self.series.values() for value in values if value is not None]

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """The places of the figures between which, in time, no series has one."""
        columns = zip(*self.series.values(), strict=True)
        without = stretches_without([set(column) != {None} for column in columns])
        last = len(self.categories) - 1
        return [(start - 1, end + 1) for start, end in without if start > 0 and end < last]


def stretches_without(is_known: Iterable[bool]) -> list[tuple[int, int]]:
    """Return the first and last place of each stretch of periods in which nothing is known."""
    runs = itertools.groupby(enumerate(is_known), key=lambda place: place[1])
    places = [[place for place, _ in run] for known, run in runs if not known]
    return [(run[0], run[-1]) for run in places]


def points(chart: Chart) -> Points:
    """Return the points of a chart.

    Raises:
        ValueError: A category of a series has two figures: a chart would show only one.
    """
    frame = chart.frame
    twice = frame.duplicated([chart.category, chart.series])
    if twice.any():
        row = frame.loc[twice].iloc[0]
        raise ValueError(
            f"{chart.about}: {row[chart.series]} has two figures for {row[chart.category]}"
        )
    categories = tuple(str(name) for name in frame[chart.category].unique())
    series: dict[str, tuple[float | None, ...]] = {}
    for name in frame[chart.series].unique():
        rows = frame[frame[chart.series] == name]
        found = {
            str(category): None if nl.is_missing(value) else float(value)
            for category, value in zip(rows[chart.category], rows[chart.value], strict=True)
        }
        series[str(name)] = tuple(found.get(category) for category in categories)
    known = frame[chart.value].dropna().astype(float)
    is_whole = bool((known % 1 == 0).all())
    decimals = 0 if is_whole else 2 if chart.value.endswith("_ratio") else 1
    is_pct = chart.value.endswith("_pct")
    days, fictitious = _days(chart, categories), bool(is_sample(frame).any())
    return Points(categories, series, decimals, is_pct, days, fictitious)


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
        (category, *(found.written(values[place]) for values in found.series.values()))
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
    return f"{SAMPLE}: {text}" if is_sample(chart.frame).any() else text


def alt(chart: Chart) -> str:
    """Return the alt text of a chart with its main figures: all, or first and last of a line."""
    said = _marked(chart, chart.alt).rstrip(".")
    found = points(chart)
    size = len(found.categories) * len(found.series)
    parts = []
    for name, values in found.series.items():
        known = [
            (category, value)
            for category, value in zip(found.categories, values, strict=True)
            if value is not None
        ]
        if size > MAIN_FIGURES and len(known) > 2:
            known = [known[0], known[-1]]
        figures = ", ".join(f"{category} {found.written(value)}" for category, value in known)
        parts.append(f"{name}: {figures or 'geen cijfers'}.")
    return f"{said}. In {chart.unit}. {' '.join(parts)}"
