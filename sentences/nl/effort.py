"""Sentences about whether the effort landed where it is tight."""

from __future__ import annotations

import pandas as pd

import words as nl
from brand.classes import TIGHT
from sentences.nl.phrases import MOST_NAMED, impossible, listed, lowered, of_real_figures, season

QUADRANTS = {
    "tight_little": "krap en weinig",
    "loose_much": "ruim en veel",
    "tight_much": "krap en veel",
    "loose_little": "ruim en weinig",
    "within_rounding": "niet vast te stellen, binnen afronding",
}
NOT_SHOWN = "een niet getoond deel"
ELSEWHERE = "Het kan ook buiten dit programma zijn opgepakt."


@of_real_figures
def quadrants(rows: pd.DataFrame) -> str:
    """Return where of ``krapte_en_inzet/quadrants`` it was tight with little done, and so on."""
    told = []
    for name, words in QUADRANTS.items():
        places = [_place_of(row) for _, row in rows[rows["quadrant"].eq(name)].iterrows()]
        if places:
            named = listed(places) if len(places) <= MOST_NAMED else f"{len(places)} groepen"
            told.append(f"**{words}**: {named}")
    return f"Tijdens {rows['programme_name'].iloc[0]}: {'; '.join(told)}."


def _place_of(row: pd.Series) -> str:
    """Return the techniekdomein and region of a cell, as far as it has them."""
    names = [row["field_label"], row["region_label"]]
    return " in ".join(str(name) for name in names if name != "alle") or "alles samen"


@of_real_figures
def landed(row: pd.Series) -> str:
    """Return finding 7 or 10 of ``krapte_en_inzet/landed``: which part went to what was tight."""
    number = nl.number(row["number"])
    if not nl.is_missing(row["tight_eur_low_pct"]):
        part = nl.rate(row, "tight_eur")
        unknown = nl.rate(row, "unknown_eur") or NOT_SHOWN
        return (
            f"Van de toegekende voucher-euro's van **{row['programme_name']}** ging **{part}** "
            f"naar beroepen die bij toekenning krap of zeer krap waren (n = {number}; voor "
            f"{unknown} is de spanning onbekend)."
        )
    share = nl.rate(row, "tight", "tight_number", "number")
    if share is None:
        return (
            f"Over welk deel van de {row['subject_label']} van **{row['programme_name']}** in "
            "krappe beroepen terechtkwam, is geen uitspraak mogelijk: te weinig om te tonen."
        )
    unknown = nl.rate(row, "unknown", "unknown_number", "number") or NOT_SHOWN
    is_small = row["tight_pct_sign"] == "small_base"
    came = f"kwamen er **{nl.number(row['tight_number'])}**" if is_small else f"kwam **{share}**"
    return (
        f"Van {number} {row['subject_label']} van **{row['programme_name']}** {came} "
        f"terecht in beroepen die {TIGHT} waren (voor {unknown} is de spanning onbekend)."
    )


@of_real_figures
def white_spot(row: pd.Series) -> str:
    """Return finding 8 of a ``spot`` in ``krapte_en_inzet/quadrants``: tight now, little is shown.

    A number that is not shown can be anything under ten, or hidden for another one; so it is never
    said to be none.
    """
    where = f"**{row['field_label']}** in **{row['region_label']}**"
    tight = "" if nl.is_missing(row["now_class_label"]) else f"nu {row['now_class_label']}, "
    start = f"{where} ({tight}{row['now_quarter_label']}):"
    if row["spot"] == "tight_not_shown":
        return (
            f"{start} {row['programme_name']} toont geen aantal; het waren er minder dan tien, of "
            f"het aantal is beschermd. {ELSEWHERE}"
        )
    per_100 = nl.number(row["per_100_vacancies"], decimals=1)
    amount = f"({nl.number(row['number'])}, ≈ {per_100} per 100 openstaande vacatures)"
    if row["spot"] == "tight_little":
        return f"{start} weinig {amount}. {ELSEWHERE}"
    return (
        f"{start} veel {amount}, terwijl het er nu niet krap is. Het kan er tijdens het programma "
        "anders zijn geweest."
    )


def supposed(vouchers: int, source: str, target: str, more: tuple[float, float, float]) -> str:
    """Return what a what-if comes to, with its interval.

    Args:
        vouchers: How many are moved.
        source: The techniekdomein that they are taken from.
        target: The one that they go to.
        more: How many more new jobs: the middle, the least and the most.
    """
    middle, low, high = (nl.number(part, signed=True, decimals=1) for part in more)
    start = (
        f"{nl.number(vouchers)} vouchers van {source} naar {target}: rekenkundig ongeveer "
        f"**{middle} nieuwe banen**, met een marge van {low} tot {high}."
    )
    if more[1] <= 0 <= more[2]:
        return f"{start} De marge omvat nul: een verschil is niet aan te wijzen."
    return start


@of_real_figures
def tension_changed(row: pd.Series) -> str:
    """Return finding 10 or how a tension of ``krapte_en_inzet/changes`` changed meanwhile."""
    subject, verb = (
        ("Alle technische beroepen samen", "gingen")
        if row["technical_field"] == "all_technical"
        else (str(row["field_label"]), "ging")
    )
    if row["direction"] in ("missing", "unsure"):
        why = (
            "van het eerste of laatste kwartaal is geen cijfer bekend"
            if row["direction"] == "missing"
            else "het verschil ligt binnen wat getallen onder tien openlaten"
        )
        return impossible(lowered(subject), why)
    start, end = (
        row[f"{when}_class_label"]
        if not nl.is_missing(row[f"{when}_class_label"])
        else "een klasse die niet vaststaat"
        for when in ("start", "end")
    )
    way = {"up": "krapper", "down": "ruimer", "same": "gelijk"}[row["direction"]]
    return (
        f"**{subject}** {verb} van {start} ({row['start_label']}) naar {end} ({row['end_label']}): "
        f"{'het bleef' if way == 'gelijk' else 'het werd'} {way}.{season(row)}"
    )
