"""What is not known, as questions to this table."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import ALL_SECTORS, filters, known, plain_lines


def slide(place: Place, most: int | None = None) -> Slide:
    """Return what is not known here as questions for the meeting.

    Args:
        place: The area.
        most: How many questions there is room for; all without it.
    """
    gaps = queries.overzicht.unknown(region_codes=place.provinces, sector_codes=ALL_SECTORS)
    within = queries.mbo.labour_regions(
        region_codes=place.codes if place.kind != "corop" else place.provinces, is_whole=False
    )
    without = queries.krapte_en_inzet.regions_without_programme()
    without = without[without["region_code"].isin(within["region_code"])].reset_index(drop=True)
    questions = [
        f"{row['region_name']}: hier is geen programma bekend (ernaast: "
        f"{row['programme_names_beside']})."
        for _, row in without.iterrows()
    ]
    questions += [sentences.unknown(row) for _, row in gaps.iterrows()]
    missing = known(place)
    missing = missing[~missing["is_known"].astype(bool)]
    questions += [
        f"{row['subject_label']}: wie levert of laadt dit cijfer?" for _, row in missing.iterrows()
    ]
    frame = pd.DataFrame(
        {
            "question_label": plain_lines(questions),
            "status": "published",
            "source": "wat in deze monitor is geladen en wat daarin ontbreekt",
        }
    )
    lines = []
    if most is not None and len(frame) > most:
        lines.append(
            f"Hier staan de eerste {most} van {len(frame)} vragen; alle staan in de vergadermodus."
        )
    lines.append("Een regio zonder bekend programma kan er wel een hebben.")
    return Slide(
        key="white_spots",
        topic="Witte vlekken en vragen aan deze tafel",
        title=sentences.open_questions(len(frame), place.spoken)
        if len(frame)
        else "Witte vlekken en vragen aan deze tafel",
        sentences=plain_lines(lines),
        frames=(frame, gaps, without),
        filters=filters(place),
        table=Table(frame.head(most or len(frame)), ("question_label",), "Open vragen")
        if len(frame)
        else None,
        why_empty="" if len(frame) else "Er is geen gat gevonden in wat hier geladen is.",
        to_fill_in=("Besluit", "Wie", "Wanneer"),
    )
