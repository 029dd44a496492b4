"""What is known about an area, and what is not."""

from __future__ import annotations

import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import filters, known, latest_vacancies, plain_lines


def slide(place: Place) -> Slide:
    """Return what is known about an area and what is not."""
    found = known(place)
    lines = [sentences.headline(row) for _, row in latest_vacancies(place, "T001081").iterrows()]
    if not place.is_whole:
        lines.append(sentences.by_province(place.name, place.province_names))
    return Slide(
        key="at_a_glance",
        topic=f"{place.name} in één beeld: wat weten we, wat niet",
        title=sentences.plain(sentences.known(found, place.spoken)),
        sentences=plain_lines(lines),
        frames=(found, latest_vacancies(place, "T001081")),
        filters=filters(place),
        period="per onderwerp vermeld",
        table=Table(
            found,
            ("subject_label", "known_label", "period_label", "area_text"),
            "Wat er over dit gebied geladen is",
        ),
    )
