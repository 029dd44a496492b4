"""Where the figures come from, what the terms mean, and what to be careful about."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
from answers import origin
from answers.content import Slide
from answers.places import Place
from exports.packs.common import filters, finding

MOST_TERMS = 4
TERMS = {
    "unemployment": "unemployment_pct",
    "vacancies": "open_vacancies",
    "tight": "tension",
    "supply": "mbo_students",
    "programmes": "target_realisation_pct",
}
CAVEATS = (
    "Ontbrekende kwartalen zijn een gat; er loopt geen lijn overheen en ze tellen niet als nul.",
    "Een sector is geen beroep: alle vacatures in de sector tellen mee.",
    "Resultaten van programma's zijn bruto; een netto-effect is niet vastgesteld.",
    "Waar bronnen verschillen, staan beide cijfers er met hun bron.",
)


def slide(slides: list[Slide], area: Place) -> Slide:
    """Return where the figures come from, what the terms mean, and what to be careful about."""
    frames = [frame for slide in slides for frame in slide.frames]
    files = origin.releases(_together(frames, "release_id", "second_release_id"))
    papers = origin.publications(_together(frames, "source_id", "result_source_id"))
    used = [slide.key for slide in slides if not slide.why_empty]
    terms = tuple(TERMS[key] for key in used if key in TERMS)
    definitions = queries.herkomst.definitions(terms=terms[:MOST_TERMS])
    lines = [
        f"{row['title']}: {str(row['definition']).split('. ')[0].removesuffix('.')}."
        for _, row in definitions.iterrows()
    ]
    told = [origin.source_line(frame) for frame in (files, papers) if len(frame)]
    return finding(
        "sources",
        "Bronnen, definities, voorbehoud",
        f"Deze cijfers komen uit {sentences.count(len(files), ('bestand', 'bestanden'))} en "
        f"{sentences.count(len(papers), ('publicatie', 'publicaties'))} over programma's.",
        [*told, *lines, *CAVEATS],
        filters(area),
        frames=(files, papers, definitions),
        why_empty="" if len(files) else "Er is geen enkel bestand met cijfers geladen.",
    )


def _together(frames: list[pd.DataFrame], *columns: str) -> pd.DataFrame:
    """Return the codes in these columns of all frames as one column."""
    codes = [frame[column] for frame in frames for column in columns if column in frame]
    found = sorted({str(code) for code in pd.concat(codes).dropna()}) if codes else []
    return pd.DataFrame({columns[0]: pd.Series(found, dtype="object")})
