"""What schools deliver: level, bol and bbl."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Chart, Slide
from answers.places import Place
from exports.packs.common import HOW, filters, impossible, known, plain_lines

TECHNICAL_FIELD = "07"


def slide(place: Place) -> Slide:
    """Return the students in technical mbo of the province: level, bol and bbl."""
    provinces = sentences.listed(place.province_names)
    topic = f"Mbo-aanbod {provinces}: niveau, bol en bbl"
    found = known(place).set_index("measure", drop=False).loc["students"]
    if not found["is_known"]:
        return Slide(
            key="supply",
            topic=topic,
            title=sentences.plain(
                impossible("het mbo-aanbod", provinces, "er is geen bestand van CBS geladen")
            ),
            filters=filters(place, f"provincie: {provinces}"),
            why_empty="CBS publiceert studenten per provincie, niveau en leerweg; dat bestand is "
            f"nog niet geladen. {HOW}",
        )
    rows = queries.mbo.supply(
        counted="students",
        region_codes=place.provinces,
        field_code=TECHNICAL_FIELD,
        school_year=found["period"],
        with_sample=False,
    )
    one = len(place.provinces) == 1
    names = rows["level_label"] if one else rows["region_name"] + ", " + rows["level_label"]
    rows = rows.assign(line_label=names)
    said = [
        sentences.largest_supply(own)
        for _, own in rows.groupby("region_name", sort=False)
        if own["persons"].notna().any()
    ]
    lines = [*said[1:], "Een aanbod per arbeidsmarktregio is niet gepubliceerd."]
    return Slide(
        key="supply",
        topic=topic,
        title=sentences.plain(said[0]),
        sentences=plain_lines(lines),
        frames=(rows,),
        filters=filters(place, f"provincie: {provinces}", "richting: techniek"),
        period=str(found["period_label"]),
        chart=Chart(
            "stacked",
            rows,
            "line_label",
            "learning_path_label",
            "persons",
            str(rows["unit_label"].iloc[0]),
            f"Studenten in mbo-techniek naar niveau en leerweg, {provinces}",
            alt_of_bars(rows, "line_label", "learning_path_label", "persons"),
        ),
    )


def alt_of_bars(rows: pd.DataFrame, category: str, series: str, value: str) -> str:
    """Return the alt text of bars: each figure with what it stands for."""
    return "; ".join(
        f"{row[category]}, {row[series]}: {nl.cell(value, row[value], row['sign'])}"
        for _, row in rows.iterrows()
    )
