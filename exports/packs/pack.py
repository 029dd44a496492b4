"""The meeting pack about one area: at most ten slides, of published figures only."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers import origin
from answers.content import Pack, Slide
from answers.places import Place, place
from exports.packs import region_slides
from words.marks import is_sample

MOST_TERMS = 4
TERMS = {
    "unemployment": ("unemployment_pct",),
    "vacancies": ("open_vacancies",),
    "tight": ("tension",),
    "supply": ("mbo_students",),
    "programmes": ("target_realisation_pct",),
}
CAVEATS = (
    "Ontbrekende kwartalen zijn een gat; er loopt geen lijn overheen en ze tellen niet als nul.",
    "Een sector is geen beroep: alle vacatures in de sector tellen mee.",
    "Resultaten van programma's zijn bruto; een netto-effect is niet vastgesteld.",
    "Waar bronnen verschillen, staan beide cijfers er met hun bron.",
)


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
    slides = [
        region_slides.at_a_glance(area),
        _since(area, since),
        region_slides.unemployment(area),
        region_slides.vacancies(area),
        region_slides.tight(area),
        region_slides.supply(area),
        region_slides.programmes(area),
        region_slides.landed(area),
        region_slides.white_spots(area),
    ]
    return checked(
        Pack(
            title=f"{area.name} in beeld",
            name=f"{area.stem}_vergadering",
            about=area.about,
            known_on=known_on(),
            slides=(*slides, _sources(slides, area)),
        )
    )


def known_on() -> str:
    """Return the day of the newest release, in Dutch."""
    return nl.date(queries.downloads.known_on()["known_on"].iloc[0])


def checked(pack: Pack) -> Pack:
    """Return a pack that holds no fictitious row.

    Raises:
        FictitiousError: A frame of it does.
    """
    for slide in pack.slides:
        for frame in frames_of(slide):
            if is_sample(frame).any():
                raise FictitiousError(
                    f"‘{slide.topic}’ bevat verzonnen cijfers; daarvan komt geen document."
                )
    return pack


def frames_of(slide: Slide) -> tuple[pd.DataFrame, ...]:
    """Return every frame of a slide, those of its chart and table too."""
    own = [part.frame for part in (slide.chart, slide.table) if part is not None]
    return (*slide.frames, *own)


def _since(area: Place, since: str | None) -> Slide:
    days = queries.downloads.known_on().iloc[0]
    if nl.is_missing(days["known_on"]):
        return region_slides.since_unknown(area)
    start = since or f"{days['since_on']:%Y-%m-%d}"
    return region_slides.since(area, start, max(start, f"{days['known_on']:%Y-%m-%d}"))


def _sources(slides: list[Slide], area: Place) -> Slide:
    """Return where the figures come from, what the terms mean, and what to be careful about."""
    frames = [frame for slide in slides for frame in slide.frames]
    files = _releases(frames)
    papers = _publications(frames)
    used = [slide.key for slide in slides if not slide.why_empty]
    terms = tuple(term for key in used for term in TERMS.get(key, ()))
    definitions = queries.herkomst.definitions(terms=terms[:MOST_TERMS])
    lines = [
        f"{row['title']}: {str(row['definition']).split('. ')[0].removesuffix('.')}."
        for _, row in definitions.iterrows()
    ]
    told = [origin.source_line(frame) for frame in (files, papers) if len(frame)]
    return Slide(
        key="sources",
        topic="Bronnen, definities, voorbehoud",
        title=sentences.plain(
            f"Deze cijfers komen uit {sentences.count(len(files), ('bestand', 'bestanden'))} en "
            f"{sentences.count(len(papers), ('publicatie', 'publicaties'))} over programma's."
        ),
        sentences=(*told, *lines, *CAVEATS),
        frames=(files, papers, definitions),
        filters=region_slides.filters(area),
        why_empty="" if len(files) else "Er is geen enkel bestand met cijfers geladen.",
    )


def _releases(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the files that figures come from."""
    return origin.releases(_together(frames, "release_id", "second_release_id"))


def _publications(frames: list[pd.DataFrame]) -> pd.DataFrame:
    return origin.publications(_together(frames, "source_id", "result_source_id"))


def _together(frames: list[pd.DataFrame], *columns: str) -> pd.DataFrame:
    """Return the codes in these columns of all frames as one column."""
    codes = [frame[column] for frame in frames for column in columns if column in frame]
    found = sorted({str(code) for code in pd.concat(codes).dropna()}) if codes else []
    return pd.DataFrame({columns[0]: pd.Series(found, dtype="object")})
