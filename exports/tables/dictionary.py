"""What the columns of a file hold: name in Dutch, type, unit, explanation."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

import words as nl

EXPLAINED = {
    "fictief": "Of de rij een verzonnen cijfer bevat, dat alleen laat zien wat een pagina kan",
    "status": "published: zoals gepubliceerd; estimated: hier berekend uit gepubliceerde cijfers; "
    "sample: verzonnen",
    "sign": "Waarom een cijfer ontbreekt of nul is: "
    + "; ".join(f"{code}: {word}" for code, word in nl.SIGNS.items() if word != "•")
    + "; withheld: niet getoond, om personen te beschermen",
    "release_status": "definitive: definitief; provisional: voorlopig; revised: herzien; leeg: de "
    "bron zegt het niet",
    "release_id": "Bestand waaruit het cijfer komt: bron, datum en tabel",
    "second_release_id": "Tweede bestand waaruit het cijfer komt",
    "line": "Regel in dat bestand",
    "source": "Wie het publiceerde, en de tabel; of waarop een indeling berust",
    "source_id": "Publicatie waaruit het cijfer komt",
    "retrieved_on": "Wanneer het bestand is opgehaald",
    "modified_on": "Wanneer de uitgever het bestand wijzigde",
    "precision": "Hoe precies de bron is: exact, at_least (ten minste), at_most (ten hoogste), "
    "approximate (circa), claimed (geen aantal genoemd)",
}
UNITS = {
    "_pct": "procent",
    "_eur": "euro",
    "_km": "kilometer",
    "_ratio": "vacatures per persoon met kortdurende WW",
    "_on": "dag",
    "_px": "pixels",
}
WORDS_AS_UNITS = {
    "per_100": "per 100 openstaande vacatures",
    "vacancies_per_100_unemployed": "vacatures per 100 werklozen",
    "vacancies": "vacatures",
    "ww_under_6_months": "personen met kortdurende WW",
    "tension_": "vacatures per persoon met kortdurende WW",
    "ratio_": "vacatures per persoon met kortdurende WW",
    "persons": "personen",
    "students": "studenten",
    "entrants": "personen",
    "graduates": "gediplomeerden",
    "labour_force": "personen",
    "employed": "personen",
    "unemployed": "personen",
    "participants": "deelnemers",
    "participations": "deelnames",
    "vouchers": "vouchers",
    "employers": "werkgevers",
    "municipalities": "gemeenten",
    "occupations": "beroepsgroepen",
    "quarters": "kwartalen",
    "nearness": "punten",
    "points": "punten",
    "months": "maanden",
}
MEASURED_PER_ROW = ("figure", "number", "value", "target", "result", "quantity", "change")


class Column(NamedTuple):
    """A column of a file.

    Attributes:
        name: In the file.
        title: In Dutch; the name where there is none.
        kind: ``string``, ``integer``, ``number``, ``boolean``, ``date`` or ``datetime``.
        unit: What its figures count, in Dutch; empty for text and codes.
        description: What it holds, where the title does not say it all.
    """

    name: str
    title: str
    kind: str
    unit: str
    description: str


def columns(frame: pd.DataFrame) -> list[Column]:
    """Describe the columns of a frame, in their order."""
    return [
        Column(
            str(name),
            _title(str(name)),
            kind(str(name), values),
            unit(str(name), values, frame),
            _description(str(name)),
        )
        for name, values in frame.items()
    ]


def kind(name: str, values: pd.Series) -> str:
    """Return the type of a column, as Table Schema names it."""
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_integer_dtype(values):
        return "integer"
    if pd.api.types.is_float_dtype(values):
        return "number"
    if pd.api.types.is_datetime64_any_dtype(values):
        return "datetime" if name.endswith("_at") else "date"
    return "string"


def unit(name: str, values: pd.Series, frame: pd.DataFrame) -> str:
    """Return what the figures of a column count; of long tables it stands in a column."""
    if not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
        return "dag" if pd.api.types.is_datetime64_any_dtype(values) else ""
    for suffix, found in UNITS.items():
        if name.endswith(suffix):
            return found
    for column in ("unit_label", "unit", "indicator_label"):
        if column in frame and name.startswith(MEASURED_PER_ROW):
            return f"zie kolom {column}"
    return next((found for part, found in WORDS_AS_UNITS.items() if part in name), "")


def _title(name: str) -> str:
    for suffix, said in (
        ("", "{}"),
        ("_sign", "Waarom {} ontbreekt"),
        ("_low", "{}, ten minste"),
        ("_high", "{}, ten hoogste"),
        ("_code", "{}, code"),
    ):
        stem = name.removesuffix(suffix)
        for known in (stem, f"{stem}_label", f"{stem}_name", f"{stem}_ratio"):
            if name.endswith(suffix) and known in nl.LABELS:
                return said.format(nl.LABELS[known])
    return {"fictief": "Fictief", "status": "Soort cijfer", "sign": "Teken"}.get(name, name)


def _description(name: str) -> str:
    if name.endswith("_sign"):
        return EXPLAINED["sign"]
    if name.endswith("_status") and name != "release_status":
        return EXPLAINED["status"]
    if name.endswith("precision"):
        return EXPLAINED["precision"]
    return EXPLAINED.get(name, "")
