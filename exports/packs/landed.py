"""Whether the effort went to where it was tight."""

from __future__ import annotations

import queries
import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import (
    HOW,
    INDUSTRY,
    MOST_SENTENCES,
    NO_TENSION,
    OF_ALL,
    filters,
    has_parts_of_tension,
    known,
    plain_lines,
    programmes_of,
)


def slide(place: Place) -> Slide:
    """Return whether the effort went to where it was tight, as far as can be said."""
    topic = "Kwam de inzet terecht waar het knelt?"
    found = programmes_of(place)
    ids = tuple(found["programme_id"])
    delivered = queries.programmas.deliveries(programme_ids=ids, with_sample=False)
    shares = [
        queries.krapte_en_inzet.landed(programme_id=one, with_sample=False)
        for one in delivered["programme_id"]
    ]
    said = [sentences.landed(row) for frame in shares for _, row in frame.iterrows()]
    during = queries.overzicht.vacancies_during(
        region_codes=place.provinces, sector_code=INDUSTRY, with_sample=False
    )
    is_known = during["within_rounding"].notna()
    told = [row for _, row in during[is_known].iterrows()]
    brief = [sentences.during_in_brief(row) for row in told]
    if not shares:
        said.append(
            "Over waar vouchers en plaatsingen terechtkwamen is geen uitspraak mogelijk: geen "
            "programma leverde gegevens aan."
        )
        if not known(place).set_index("measure").loc["tension", "is_known"]:
            said.append(f"Er is ook {NO_TENSION}{OF_ALL if has_parts_of_tension() else ''}.")
    title, *others = said
    lines = [*others, *(sentences.during(row) for row in told[:1]), *brief[1:]]
    empty = not shares and not is_known.any()
    return Slide(
        key="landed",
        topic=topic,
        title=sentences.plain(title),
        sentences=plain_lines(lines[:MOST_SENTENCES]),
        frames=(during, *shares),
        filters=filters(place, f"provincie: {sentences.listed(place.province_names)}"),
        period="looptijd van elk programma",
        table=None
        if during.empty
        else Table(
            during,
            (
                "programme_name",
                "region_name",
                "start_label",
                "open_vacancies_at_start",
                "end_label",
                "open_vacancies_at_end",
            ),
            "Vacatures in de industrie bij begin en einde van een programma; een streepje: "
            "daarvan is geen cijfer te noemen",
        ),
        why_empty=("Een aanlevering van een programma en een bestand van UWV zijn er niet. " + HOW)
        if empty
        else "",
    )
