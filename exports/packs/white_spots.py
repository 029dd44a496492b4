"""What is not known, as questions to this table."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import ALL_SECTORS, filters, finding, known


def slide(place: Place, most: int | None = None) -> Slide:
    """Return what is not known here as questions for the meeting, at most so many."""
    gaps = queries.overzicht.unknown(region_codes=place.provinces, sector_codes=ALL_SECTORS)
    within = queries.mbo.labour_regions(
        region_codes=place.codes if place.kind != "corop" else place.provinces, is_whole=False
    )
    without = queries.krapte_en_inzet.regions_without_programme()
    without = without[without["region_code"].isin(within["region_code"])].reset_index(drop=True)
    subjects = known(place)
    missing = subjects[~subjects["is_known"].astype(bool)]
    questions = [
        *sentences.each(_where_no_programme, without),
        *sentences.each(sentences.unknown, gaps),
        *(f"{subject}: wie levert of laadt dit cijfer?" for subject in missing["subject_label"]),
    ]
    frame = pd.DataFrame(
        {
            "question_label": list(dict.fromkeys(map(sentences.plain, questions))),
            "status": "published",
            "source": "wat in deze monitor is geladen en wat daarin ontbreekt",
        }
    )
    lines = ["Een regio zonder bekend programma kan er wel een hebben."]
    if most is not None and len(frame) > most:
        lines.insert(
            0,
            f"Hier staan de eerste {most} van {len(frame)} vragen; alle staan in de vergadermodus.",
        )
    return finding(
        "white_spots",
        "Witte vlekken en vragen aan deze tafel",
        sentences.open_questions(len(frame), place.spoken) if len(frame) else "",
        lines,
        filters(place),
        frames=(frame, gaps, without),
        table=Table(frame.head(most or len(frame)), ("question_label",), "Open vragen")
        if len(frame)
        else None,
        why_empty="" if len(frame) else "Er is geen gat gevonden in wat hier geladen is.",
        to_fill_in=("Besluit", "Wie", "Wanneer"),
    )


def _where_no_programme(row: pd.Series) -> str:
    beside = row["programme_names_beside"]
    return f"{row['region_name']}: hier is geen programma bekend (ernaast: {beside})."
