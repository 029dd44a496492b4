"""What slides and PDF both say: cells of tables, points of charts, footers and alt texts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from babel.dates import get_month_names

import words as nl
from answers import origin, tables
from answers.content import Pack, Slide, Table
from words.marks import MARK, SAMPLE, has_sample, marked

QUOTED = ("source_id", "result_source_id")
SOURCE_COLUMNS = ("release_id", "second_release_id", *QUOTED, "source", "status")
UNDATED = datetime.datetime(2000, 1, 1)
FILL_IN_WIDTH = 16


@dataclass(frozen=True)
class Rows:
    """A table as text: cells, which columns hold numbers, and how many rows were left out."""

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


def rows(table: Table) -> Rows:
    """Return a table as Dutch text; with a fictitious row a first column says so of each."""
    frame, columns, caption = table.frame, list(table.columns), table.caption
    if has_sample(frame):
        frame, columns, caption = marked(frame), [MARK, *columns], f"{SAMPLE}: {caption}"
    columns = tables.shown(frame, columns)
    return Rows(
        caption,
        tuple(nl.heading(column, frame.attrs.get("question", "")) for column in columns),
        tuple(zip(*(tables.texts(frame, column) for column in columns), strict=True)),
        tuple(nl.is_number(frame[column]) for column in columns),
    )


def title(slide: Slide) -> str:
    """Return the title of a slide; with a fictitious figure on it, it says so."""
    own = [part.frame for part in (slide.chart, slide.table) if part is not None]
    is_fictitious = any(has_sample(frame) for frame in (*slide.frames, *own))
    return (
        f"{SAMPLE}: {slide.title}" if is_fictitious and SAMPLE not in slide.title else slide.title
    )


def paragraphs(slide: Slide) -> list[str]:
    """Return the running text of a slide."""
    return [text for text in (*slide.sentences, slide.why_empty) if text]


def choices(slide: Slide) -> str:
    """Return filters, period and status of a slide in one line."""
    worst = {origin.statuses_of(frame)[-1] for frame in slide.frames if not frame.empty}
    found = " en ".join(nl.STATUSES[status] for status in sorted(worst, key=origin.WORST.index))
    said = [
        slide.filters,
        slide.period and f"Periode: {slide.period}",
        found and f"Cijfers: {found}",
    ]
    return " · ".join(text for text in said if text)


def sources(*slides: Slide) -> list[str]:
    """Return the source lines of slides, each once."""
    frames = (frame for slide in slides for frame in slide.frames if not frame.empty)
    lines = dict.fromkeys(map(origin.source_line, frames))
    return [line for line in lines if "geen cijfer beschikbaar" not in line]


def sources_together(*slides: Slide) -> list[str]:
    """Return the source lines of slides as few: one of files, one of publications."""
    groups: dict[bool, list[pd.DataFrame]] = {False: [], True: []}
    for frame in (frame for slide in slides for frame in slide.frames if not frame.empty):
        known = frame.reindex(columns=[*SOURCE_COLUMNS])
        groups[bool(known[[*QUOTED]].notna().any(axis=None))].append(known)
    together = tuple(pd.concat(group) for group in groups.values() if group)
    return sources(Slide("", "", "", frames=together))


def known_on(pack: Pack) -> datetime.datetime:
    """Return the day of a pack, which its files are dated by; never the clock."""
    months = {name: number for number, name in get_month_names(locale=nl.LOCALE).items()}
    found = re.search(r"(\d{1,2}) (\w+) (\d{4})", pack.known_on)
    if found is None or found[2] not in months:
        return UNDATED
    return datetime.datetime(int(found[3]), months[found[2]], int(found[1]))
