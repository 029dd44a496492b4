"""What a meeting pack or factsheet says, before it becomes slides or a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd


@dataclass(frozen=True)
class Chart:
    """A chart: native in slides, a picture in a PDF.

    Attributes:
        kind: ``lines`` over time, ``bars`` beside each other, or ``stacked`` bars.
        frame: The answer to a question, one row per category and series, in the order to draw.
            A missing figure is a gap, never 0.
        category: Column with the periods of a line, or what a bar stands for.
        series: Column that tells lines or parts of bars apart.
        value: Column with the figures.
        unit: What the figures count, in Dutch, for the axis.
        about: What is drawn, in Dutch; the heading of the chart.
        alt: What it shows, made from the data.
    """

    kind: Literal["lines", "bars", "stacked"]
    frame: pd.DataFrame
    category: str
    series: str
    value: str
    unit: str
    about: str
    alt: str


@dataclass(frozen=True)
class Table:
    """Rows beside or instead of a chart; columns are named and written by ``words``."""

    frame: pd.DataFrame
    columns: tuple[str, ...]
    caption: str


@dataclass(frozen=True)
class Slide:
    """One message: a slide, a page of a PDF, a screen in a meeting.

    Attributes:
        key: Stable name, in links and files, such as ``unemployment``.
        topic: What it is about, such as ``Werkloosheid Twente en Nederland``.
        title: The finding; the topic where nothing can be said.
        sentences: What else there is to say, one paragraph each.
        frames: All answers that it was made from: source line and status are rendered of these.
        filters: What was chosen, in Dutch.
        period: Of the figures, in Dutch.
        chart: At most one.
        table: At most one.
        why_empty: Why there is no figure, and how to get one; empty when there are figures.
        to_fill_in: Headings of empty columns that the meeting fills in.
    """

    key: str
    topic: str
    title: str
    sentences: tuple[str, ...] = ()
    frames: tuple[pd.DataFrame, ...] = ()
    filters: str = ""
    period: str = ""
    chart: Chart | None = None
    table: Table | None = None
    why_empty: str = ""
    to_fill_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pack:
    """What leaves as one file of slides, one PDF, or one factsheet.

    Attributes:
        title: Such as ``Twente in beeld``.
        name: For the file, such as ``twente_vergadering``.
        about: Region or programme, as the reader knows it.
        slides: In order.
        known_on: Day of the newest release in the database, as text in Dutch.
    """

    title: str
    name: str
    about: str
    known_on: str
    slides: tuple[Slide, ...] = field(default_factory=tuple)

    @property
    def file_name(self) -> str:
        """The name of its file, without suffix, with the newest quarter of its vacancies."""
        quarters = [
            str(quarter)
            for slide in self.slides
            for frame in slide.frames
            if {"quarter", "open_vacancies"} <= set(frame)
            for quarter in frame.loc[frame["open_vacancies"].notna(), "quarter"]
        ]
        newest = f"_{max(quarters)}" if quarters else ""
        return f"vakkrachtmonitor_{self.name}{newest}"
