"""What was chosen for a table, in words."""

from __future__ import annotations

import pandas as pd

import queries
import words as nl

NAMED = {
    "region_codes": "Gebieden",
    "region_code": "Gebied",
    "sector_codes": "Sectoren",
    "sector_code": "Sector",
    "quarter": "Kwartaal",
    "until": "Tot en met",
    "measure": "Maat",
    "breakdown": "Uitsplitsing",
    "kind": "Soort gebied",
    "period": "Periode",
    "with_sample": "Met verzonnen voorbeeldcijfers",
    "occupation_code": "Beroepsgroep",
    "occupation_codes": "Beroepsgroepen",
    "uwv_group_code": "Beroepsgroep (UWV)",
    "uwv_group_codes": "Beroepsgroepen (UWV)",
    "order_by": "Volgorde",
    "basis": "Vergeleken met",
    "selection": "Beroepen",
    "school_year": "Schooljaar",
    "field_code": "Studierichting",
    "learning_path": "Leerweg",
    "programme_id": "Programma",
    "programme_ids": "Programma's",
    "counted": "Geteld",
    "subject": "Onderwerp",
    "dimension_1": "Naar",
    "dimension_2": "En naar",
    "period_kind": "Soort periode",
    "grain": "Per",
    "tight_from": "Krap vanaf",
    "much_from": "Veel vanaf",
    "first_day": "Vanaf",
    "last_day": "Tot en met",
    "since_day": "Sinds",
    "until_day": "Tot en met",
    "title": "Beroepstitel",
    "segment_codes": "Beroepssegmenten",
    "with_neighbours": "Met buurregio's",
    "with_programmes": "Met programma's",
    "mbo_level": "Mbo-niveau",
    "techniques": "Technieken",
    "province_codes": "Provincies",
}
WORDS = {True: "ja", False: "nee", "": "alle", queries.NEWEST: "het nieuwste"}


def filters(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """Return what an answer was asked for: name and value, in Dutch, codes with their names."""
    asked: dict[str, queries.Parameter] = frame.attrs.get("parameters", {})
    listed = {
        name: list(value) if isinstance(value, (list, tuple)) else [value]
        for name, value in asked.items()
    }
    codes = {value for values in listed.values() for value in values if isinstance(value, str)}
    names = queries.downloads.names(codes=tuple(sorted(codes))).set_index("code")["name"]
    return [
        (NAMED.get(name, name), ", ".join(_said(value, names) for value in values) or "alle")
        for name, values in listed.items()
        if values != [None]
    ]


def _said(value: queries.Parameter, names: pd.Series) -> str:
    if value in names.index:
        return f"{names[value]} ({value})"
    if isinstance(value, float):
        return nl.number(value, decimals=2)
    return WORDS.get(value, str(value))
