"""Whether the effort went to where it was tight."""

from __future__ import annotations

import queries
import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs import common

COLUMNS = (
    "programme_name",
    "region_name",
    "start_label",
    "open_vacancies_at_start",
    "end_label",
    "open_vacancies_at_end",
)
CAPTION = (
    "Vacatures in de industrie bij begin en einde van een programma; een streepje: daarvan is geen "
    "cijfer te noemen"
)


def slide(place: Place) -> Slide:
    """Return whether the effort went to where it was tight, as far as can be said."""
    ids = tuple(common.programmes_of(place)["programme_id"])
    delivered = queries.programmas.deliveries(programme_ids=ids, with_sample=False)
    shares = [
        queries.krapte_en_inzet.landed(programme_id=one, with_sample=False)
        for one in delivered["programme_id"]
    ]
    said = [line for frame in shares for line in sentences.each(sentences.landed, frame)]
    during = queries.overzicht.vacancies_during(
        region_codes=place.provinces, sector_code=common.INDUSTRY, with_sample=False
    )
    told = during[during["within_rounding"].notna()]
    if not shares:
        said.append(sentences.NONE_DELIVERED)
        if not common.known(place).loc["tension", "is_known"]:
            said.append(f"Er is ook {common.no_tension()}.")
    title, *others = said
    in_full = sentences.each(sentences.during, told.head(1))
    brief = sentences.each(sentences.during_in_brief, told.iloc[1:])
    empty = f"Een aanlevering van een programma en een bestand van UWV zijn er niet. {common.HOW}"
    return common.finding(
        "landed",
        "Kwam de inzet terecht waar het knelt?",
        title,
        [*others, *in_full, *brief][: common.MOST_SENTENCES],
        common.filters(place, f"provincie: {sentences.listed(place.province_names)}"),
        frames=(during, *shares),
        period="looptijd van elk programma",
        table=Table(during, COLUMNS, CAPTION) if len(during) else None,
        why_empty=empty if not shares and told.empty else "",
    )
