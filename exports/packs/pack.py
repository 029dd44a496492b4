"""The meeting pack about one area: at most ten slides, of published figures only."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

import queries
import words as nl
from answers.content import Pack, Slide
from answers.places import place
from exports.packs import (
    at_a_glance,
    landed,
    programmes,
    sources,
    supply,
    tight,
    unemployment,
    vacancies,
    white_spots,
)
from exports.packs import since as since_day
from words.marks import has_sample

TOPICS = (unemployment, vacancies, tight, supply, programmes, landed, white_spots)


class FictitiousError(ValueError):
    """Something that leaves as a document would speak from a fictitious row."""


@queries.once_per_database
def pack_of(label: str, since: str | None = None) -> Pack:
    """Return the meeting pack about an area, made once per database.

    Args:
        label: Of the area, as it can be chosen.
        since: Day of the previous meeting (ISO date); by default the begin of the quarter before
            the newest release.

    Raises:
        ValueError: There is no such area.
        FictitiousError: A figure would be fictitious.
    """
    area = place(label)
    slides = [at_a_glance.slide(area), since_day.slide(area, since)]
    slides += [topic.slide(area) for topic in TOPICS]
    slides.append(sources.slide(slides, area))
    return made(f"{area.name} in beeld", f"{area.stem}_vergadering", area.about, slides)


def made(title: str, name: str, about: str, slides: Iterable[Slide]) -> Pack:
    """Return a pack as of the newest release; see ``checked``."""
    known_on = nl.date(queries.downloads.known_on()["known_on"].iloc[0])
    return checked(Pack(title, name, about, known_on, tuple(slides)))


def checked(pack: Pack) -> Pack:
    """Return a pack that holds no fictitious row.

    Raises:
        FictitiousError: A frame of it does.
    """
    for slide in pack.slides:
        if any(has_sample(frame) for frame in frames_of(slide)):
            raise FictitiousError(
                f"‘{slide.topic}’ bevat verzonnen cijfers; daarvan komt geen document."
            )
    return pack


def frames_of(slide: Slide) -> tuple[pd.DataFrame, ...]:
    """Return every frame of a slide, those of its chart and table too."""
    own = [part.frame for part in (slide.chart, slide.table) if part is not None]
    return (*slide.frames, *own)
