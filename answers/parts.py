"""What slides and PDF both say: cells of tables, points of charts, footers and alt texts."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from babel.dates import get_month_names

import words as nl
from answers import cells, origin
from answers.content import Chart, Pack, Slide, Table
from words.marks import MARK, SAMPLE, is_sample, marked

MARKERS = ("circle", "diamond", "square", "triangle", "circle", "diamond")
DASHES = ("solid", "dash", "dot", "dashdot", "dash", "dot")
MAIN_FIGURES = 12
NAMED_PERIODS = 8
SOURCE_COLUMNS = (
    "release_id",
    "second_release_id",
    "source_id",
    "result_source_id",
    "source",
    "status",
)
UNDATED = datetime.datetime(2000, 1, 1)


@dataclass(frozen=True)
class Points:
    """A chart as categories and series.

    Attributes:
        categories: What stands along the axis, in order.
        series: Per series its figures, one per category; None is a gap.
        decimals: How many the figures are written with.
        is_pct: Whether they are percentages.
        days: Last day of each category, where categories are periods that say it.
    """

    categories: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    decimals: int
    is_pct: bool
    days: tuple[datetime.date, ...] = ()

    def written(self, value: float | None) -> str:
        """Return a figure the Dutch way."""
        text = nl.number(value, decimals=self.decimals)
        return f"{text}%" if self.is_pct and value is not None else text

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """The places of the figures between which, in time, no series has one."""
        known = [
            place
            for place in range(len(self.categories))
            if any(values[place] is not None for values in self.series.values())
        ]
        return [(one, two) for one, two in itertools.pairwise(known) if two - one > 1]


FILL_IN_WIDTH = 16


@dataclass(frozen=True)
class Rows:
    """A table as text.

    Attributes:
        caption: What it holds.
        headings: Of its columns.
        lines: Its cells.
        flush_right: Per column whether it holds numbers.
        more: How many rows were left out.
    """

    caption: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    flush_right: tuple[bool, ...]
    more: int = 0

    def cut(self, most: int) -> Rows:
        """Return at most so many lines, and how many more there are."""
        left_out = max(0, len(self.lines) - most)
        return replace(self, lines=self.lines[:most], more=self.more + left_out)

    def beside(self, headings: Sequence[str]) -> Rows:
        """Return the rows with empty columns after them, for the meeting to fill in."""
        room = "\N{NO-BREAK SPACE}" * FILL_IN_WIDTH
        return replace(
            self,
            headings=(*self.headings, *headings),
            lines=tuple((*line, *[room] * len(headings)) for line in self.lines),
            flush_right=(*self.flush_right, *[False] * len(headings)),
        )

    @property
    def more_text(self) -> str:
        """What is said of the rows that were left out; nothing when none were."""
        if not self.more:
            return ""
        word = "regel" if self.more == 1 else "regels"
        return f"… en {nl.number(self.more)} {word} meer: zie de monitor"


def points(chart: Chart) -> Points:
    """Return the points of a chart.

    Raises:
        ValueError: When a category of a series has two figures: a chart would show only one.
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
    return Points(categories, series, decimals, is_pct, _days(chart, categories))


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
    places: dict[str, list[str]] = {name: [] for name in found.series}
    for category in range(len(found.categories)):
        column = {name: values[category] for name, values in found.series.items()}
        known = {name: value for name, value in column.items() if value is not None}
        highest = max(known, key=lambda name: known[name], default="")
        lowest = min(known, key=lambda name: known[name], default="")
        for name in found.series:
            is_low = name == lowest and known[lowest] < known[highest]
            places[name].append("above" if name == highest else "below" if is_low else "")
    return {name: tuple(listed) for name, listed in places.items()}


def rows(table: Table) -> Rows:
    """Return a table as Dutch text; with a fictitious row a first column says so of each."""
    frame, columns, caption = table.frame, list(table.columns), table.caption
    if is_sample(frame).any():
        frame, columns, caption = marked(frame), [MARK, *columns], f"{SAMPLE}: {caption}"
    columns = cells.shown(frame, columns)
    return Rows(
        caption,
        tuple(nl.LABELS[column] for column in columns),
        tuple(zip(*(cells.texts(frame, column) for column in columns), strict=True)),
        tuple(nl.is_number(frame[column]) for column in columns),
    )


def chart_rows(chart: Chart) -> Rows:
    """Return the figures of a chart as a table: a row per category, a column per series."""
    found = points(chart)
    lines = tuple(
        (category, *(found.written(values[place]) for values in found.series.values()))
        for place, category in enumerate(found.categories)
    )
    headings = (nl.LABELS.get(chart.category, "Groep"), *found.series)
    return Rows(heading(chart), headings, lines, (False, *[True] * len(found.series)))


def heading(chart: Chart) -> str:
    """Return the heading of a chart; of fictitious figures it says so."""
    return f"{SAMPLE}: {chart.about}" if _is_fictitious(chart.frame) else chart.about


def unit(chart: Chart) -> str:
    """Return the title of the axis of figures."""
    return f"{SAMPLE}: {chart.unit}" if _is_fictitious(chart.frame) else chart.unit


def alt(chart: Chart) -> str:
    """Return the alt text of a chart with its main figures: all, or first and last of a line."""
    said = f"{SAMPLE}: {chart.alt}" if _is_fictitious(chart.frame) else chart.alt
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
    return f"{said.rstrip('.')}. In {chart.unit}. {' '.join(parts)}"


def title(slide: Slide) -> str:
    """Return the title of a slide; with a fictitious figure on it, it says so."""
    if any(_is_fictitious(frame) for frame in _all_frames(slide)) and SAMPLE not in slide.title:
        return f"{SAMPLE}: {slide.title}"
    return slide.title


def paragraphs(slide: Slide) -> list[str]:
    """Return the running text of a slide."""
    return [text for text in (*slide.sentences, slide.why_empty) if text]


def choices(slide: Slide) -> str:
    """Return filters, period and status of a slide in one line."""
    said = [slide.filters, slide.period and f"Periode: {slide.period}", _statuses(slide)]
    return " · ".join(text for text in said if text)


def sources(*slides: Slide) -> list[str]:
    """Return the source lines of slides, each once."""
    lines = [
        origin.source_line(frame)
        for slide in slides
        for frame in slide.frames
        if not frame.empty and "geen cijfer beschikbaar" not in origin.source_line(frame)
    ]
    return list(dict.fromkeys(lines))


def sources_together(*slides: Slide) -> list[str]:
    """Return the source lines of slides as few: one of files, one of publications."""
    kept = [frame for slide in slides for frame in slide.frames if not frame.empty]
    files = [frame for frame in kept if not _is_quoted(frame)]
    quoted = [frame for frame in kept if _is_quoted(frame)]
    together = [
        pd.concat([frame.reindex(columns=[*SOURCE_COLUMNS]) for frame in group])
        for group in (files, quoted)
        if group
    ]
    return sources(Slide("", "", "", frames=tuple(together)))


def _is_quoted(frame: pd.DataFrame) -> bool:
    return any(
        column in frame and frame[column].notna().any()
        for column in ("source_id", "result_source_id")
    )


def known_on(pack: Pack) -> datetime.datetime:
    """Return the day of a pack, which its files are dated by; never the clock."""
    months = {name: number for number, name in get_month_names(locale=nl.LOCALE).items()}
    found = re.search(r"(\d{1,2}) (\w+) (\d{4})", pack.known_on)
    if found is None or found[2] not in months:
        return UNDATED
    return datetime.datetime(int(found[3]), months[found[2]], int(found[1]))


def _statuses(slide: Slide) -> str:
    frames = [frame for frame in slide.frames if not frame.empty]
    found = sorted({origin.status_of(frame) for frame in frames}, key=origin.WORST.index)
    return f"Cijfers: {' en '.join(nl.STATUSES[status] for status in found)}" if found else ""


def _all_frames(slide: Slide) -> list[pd.DataFrame]:
    own = [part.frame for part in (slide.chart, slide.table) if part is not None]
    return [*slide.frames, *own]


def _is_fictitious(frame: pd.DataFrame) -> bool:
    return bool(is_sample(frame).any())
