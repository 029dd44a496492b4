"""What the strips say: how the shortage of a programme's sector changed while it ran."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import words as nl

Row = Mapping[str, Any]
CHANGES = {
    "doubled": "de opgave verdubbelde",
    "almost_doubled": "de opgave verdubbelde bijna",
    "more": "meer vacatures aan het eind",
    "same": "binnen de afronding gelijk",
    "less": "minder vacatures aan het eind",
    "almost_halved": "de opgave halveerde bijna",
    "halved": "de opgave halveerde",
    "no_start": "geen uitspraak: begin onbekend",
    "no_end": "geen uitspraak: einde onbekend",
    "running": "geen uitspraak: loopt nog",
    "no_figure": "geen uitspraak: geen cijfers",
}


def changed(row: Row) -> str:
    """Return of ``krapte_en_inzet/strips`` how the vacancies changed from start to end."""
    said = CHANGES[row["change_code"]]
    if is_change_said(row) and row["is_other_season"]:
        return f"{said}; begin en einde van een ander seizoen"
    return said


def is_change_said(row: Row) -> bool:
    """Return whether start and end of ``krapte_en_inzet/strips`` can be compared."""
    return not CHANGES[row["change_code"]].startswith("geen uitspraak")


def of_whom(row: Row) -> str:
    """Return of which sector and place the vacancies are, and what stands in for a region."""
    said = f"{row['sector_label']}, {row['region_name']}"
    if row["programme_region_kind"] in ("provincie", "land"):
        return said
    return f"{said}; CBS publiceert geen {row['programme_region_name']}"


def stocks(row: Row) -> list[tuple[str, str]]:
    """Return the vacancies before, at start, at end and now, each with its name and quarter."""
    names = {"before": "jaar ervoor", "at_start": "begin", "at_end": "einde", "now": "nu"}
    if row["is_now_old"]:
        names["now"] = "laatst bekend"
    said = []
    for name, label in names.items():
        quarter = row[f"{name.removeprefix('at_')}_label"]
        if nl.is_missing(quarter):
            if name in ("at_start", "at_end"):
                said.append((label, "niet bekend"))
        elif nl.is_missing(row[name]):
            said.append((label, f"geen cijfer ({short(quarter)})"))
        else:
            said.append((label, f"{nl.number(row[name])} ({short(quarter)})"))
    return said


def short(quarter: str) -> str:
    """Return a quarter in few letters: ``2e kw 2026``."""
    return quarter.replace("kwartaal", "kw")
