"""What schools deliver: level, bol and bbl."""

from __future__ import annotations

import queries
import sentences
import words as nl
from answers.content import Chart, Slide
from answers.places import Place
from exports.packs.common import HOW, filters, finding, known, some

TECHNICAL_FIELD = "07"
NOT_LOADED = (
    "CBS publiceert studenten per provincie, niveau en leerweg; dat bestand is nog niet geladen. "
    f"{HOW}"
)


def slide(place: Place) -> Slide:
    """Return the students in technical mbo of the province: level, bol and bbl."""
    provinces = sentences.listed(place.province_names)
    key, topic = "supply", f"Mbo-aanbod {provinces}: niveau, bol en bbl"
    chosen = filters(place, f"provincie: {provinces}")
    found = known(place).loc["students"]
    if not found["is_known"]:
        return _national(chosen, key, provinces)
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
    title, *more = [
        sentences.largest_supply(own)
        for _, own in rows.groupby("region_name", sort=False)
        if own["persons"].notna().any()
    ]
    bars = [
        f"{row['line_label']}, {row['learning_path_label']}: "
        + nl.cell("persons", row["persons"], row["sign"])
        for _, row in rows.iterrows()
    ]
    return finding(
        key,
        topic,
        title,
        [*more, "Een aanbod per arbeidsmarktregio is niet gepubliceerd."],
        f"{chosen}; richting: techniek",
        frames=(rows,),
        period=str(found["period_label"]),
        chart=Chart(
            "stacked",
            rows,
            "line_label",
            "learning_path_label",
            "persons",
            str(rows["unit_label"].iloc[0]),
            f"Studenten in mbo-techniek naar niveau en leerweg, {provinces}",
            "; ".join(bars),
        ),
    )


def _national(chosen: str, key: str, provinces: str) -> Slide:
    """Return the students of the whole country, where those of the provinces are not loaded."""
    rows = queries.mbo.older_students(with_sample=False)
    if rows.empty:
        about, why = f"het mbo-aanbod in {provinces}", "er is geen bestand van CBS geladen"
        title, topic = sentences.impossible(about, why), f"Mbo-aanbod {provinces}"
        return finding(key, topic, title, [], chosen, why_empty=NOT_LOADED)
    first, skill = rows.iloc[0], queries.mbo.skill_vacancies()
    period = nl.aged(first["period_label"], first["school_year"])
    as_mbo = queries.mbo.skill_as_mbo()
    return finding(
        key,
        "Mbo in heel Nederland: studenten, en vacatures per niveau",
        f"{sentences.older_students(rows, TECHNICAL_FIELD)}.",
        [
            sentences.newest_split(skill),
            *([] if as_mbo.empty else [sentences.skill_as_mbo(as_mbo)]),
            f"Van {provinces} staan studenten per niveau hier nog niet: {NOT_LOADED}",
        ],
        f"{chosen}; cijfers: heel Nederland",
        frames=(rows, skill, as_mbo),
        period=period,
        table=some(
            rows[rows["school_year"].eq(first["school_year"])],
            ("study_field_label", "learning_path_label", "students"),
            f"Mbo-studenten in Nederland, {period}",
        ),
    )
