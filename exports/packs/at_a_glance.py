"""What is known about an area, and what is not."""

from __future__ import annotations

import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import by_province, filters, finding, known, latest_vacancies


def slide(place: Place) -> Slide:
    """Return what is known about an area and what is not."""
    found, latest = known(place), latest_vacancies(place, "T001081")
    columns = ("subject_label", "known_label", "period_label", "area_text")
    return finding(
        "at_a_glance",
        f"{place.name} in één beeld: wat weten we, wat niet",
        sentences.known(found, place.spoken),
        [*sentences.each(sentences.headline, latest), by_province(place)],
        filters(place),
        frames=(found, latest),
        period="per onderwerp vermeld",
        table=Table(found, columns, "Wat er over dit gebied geladen is"),
    )
