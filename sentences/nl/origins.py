"""Sentences about where figures come from: of when they are, and what was done with them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

import words as nl
from sentences.nl.phrases import of_real_figures

HOW = {
    "published": "Overgenomen zoals de bron het publiceerde; hier alleen gekozen en op volgorde "
    "gezet.",
    "estimated": "Hier berekend uit gepubliceerde cijfers, op de manier die onder Betekenis staat.",
    "sample": "Verzonnen met een vaste formule: laat alleen zien wat deze weergave kan.",
}


def as_of(files: pd.DataFrame) -> str:
    """Return of when the files of some figures are: rows of ``herkomst/releases``."""
    if files.empty:
        return "De dag van elke publicatie staat bij de bron."
    days = {
        "gewijzigd door de bron": files["modified_on"],
        "hier opgehaald": files["retrieved_on"],
    }
    said = ", ".join(f"{what} op {_days(of)}" for what, of in days.items())
    return f"{said[0].upper()}{said[1:]}.".replace("op niet vermeld", "niet vermeld")


def _days(days: pd.Series) -> str:
    named = [nl.date(day) for day in sorted(days.dropna().unique())]
    part = ["van een deel niet vermeld"] if named and days.isna().any() else []
    shown = named if len(named) <= 2 else [f"{named[0]} tot en met {named[-1]}"]
    return "; ".join([" en ".join(shown), *part]) if named else "niet vermeld"


def how_computed(statuses: Sequence[str]) -> str:
    """Return how figures came about, of the kinds that they are: a part may be of each."""
    return " ".join(HOW[status] for status in statuses)


@of_real_figures
def quotes_compared(rows: pd.DataFrame) -> str:
    """Return how many quoted figures agree with a file (``verantwoording/quotes_compared``)."""
    if rows.empty:
        return (
            "Er is geen bestand van UWV geladen over een regio en kwartaal waarvan een cijfer is "
            "aangehaald; zodra dat er is, staat hier welke aanhalingen ermee overeenkomen."
        )
    differ = int(rows["agrees_label"].eq("wijkt af").sum())
    return (
        f"Van {len(rows)} aangehaalde cijfers van UWV komen er {len(rows) - differ} overeen met "
        f"het geladen bestand en wijken er {differ} af. Een verschil kan een herziening zijn; "
        "beide cijfers blijven staan."
    )
