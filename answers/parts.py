"""What slides and PDF both say: cells of tables, points of charts, footers and alt texts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from babel.dates import get_month_names

import words as nl
from answers import cells, origin
from answers.content import Pack, Slide, Table
from words.marks import MARK, SAMPLE, is_sample, marked

SOURCE_COLUMNS = (
    "release_id",
    "second_release_id",
    "source_id",
    "result_source_id",
    "source",
    "status",
)
UNDATED = datetime.datetime(2000, 1, 1)


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
