"""What the scoreboard of programmes says: target, result, share, euros, per 100 vacancies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import words as nl

Row = Mapping[str, Any]
ENDS = ("low", "high")
NO_TARGET = "doel niet gepubliceerd"
NO_RESULT = "resultaat niet gepubliceerd"
WHY_NOT_PER_100 = {
    "no_result": "geen resultaat gepubliceerd",
    "other_unit": "geen personen geteld",
    "undated": "datum resultaat onbekend",
    "only_year": "alleen jaartal bekend",
    "no_start": "begin niet bekend",
    "provinces": "meer dan één provincie",
    "no_vacancies": "geen vacaturecijfers toen",
    "sample": "verzonnen programma",
}


def either(low: str, high: str, alternatives: int = 2) -> str:
    """Return what sources differ about: ``1.300 of 1.400``; of more than two both ends."""
    if low == high:
        return low
    return f"{low} of {high}" if alternatives <= 2 else f"{low} tot {high}"


def _result(row: Row) -> str:
    low, high = (nl.figure(row, f"result_{end}", f"result_{end}_precision") for end in ENDS)
    return either(low, high)


def reached(row: Row) -> str:
    """Return target and result of ``programmas/scoreboard``: ``560 van 470 vouchers``."""
    what, relation = row["indicator_label"], row["relation"]
    if nl.is_missing(what):
        return "geen doel of resultaat gepubliceerd"
    if nl.is_missing(row["result_low"]):
        return f"{_aim(row)} {what}; {NO_RESULT}"
    if nl.is_missing(relation) and not nl.is_missing(row["target_low"]):
        return f"{_result(row)} van {_target(row)} {what}"
    if relation == "phase":
        return f"{_result(row)} {what}; {_aim(row)}"
    return f"{_result(row)} {what}; {NO_TARGET}"


def _target(row: Row) -> str:
    low, high = (nl.figure(row, f"target_{end}", f"target_{end}_precision") for end in ENDS)
    more = int(row["targets"])
    return either(low, high, more) if more > 2 else either(high, low)


def _aim(row: Row) -> str:
    if row["relation"] == "phase":
        return f"doel per fase {_target(row).replace(' of ', ' en ')}"
    if row["relation"] == "capacity":
        return f"{_target(row)} beschikbaar"
    return f"doel {_target(row)}"


def besides(row: Row) -> list[str]:
    """Return what else ``programmas/scoreboard`` knows: a stock, another figure, a claim."""
    said = []
    if row["relation"] == "capacity" and not nl.is_missing(row["result_low"]):
        said.append(f"{_aim(row)}, dat is geen doel")
    if not nl.is_missing(row["beside"]):
        said.append(f"wel {nl.figure(row, 'beside', 'beside_precision')} {row['beside_label']}")
    if not nl.is_missing(row["claim"]):
        said.append(f"{row['claim_publisher']}: “{row['claim']}”")
    return said


def share(row: Row) -> str:
    """Return which share of the target was reached: ``94 of ten hoogste 101%``, or a dash."""
    low, high = (
        nl.figure(row, f"realisation_{end}_pct", f"realisation_{end}_precision") for end in ENDS
    )
    if nl.MISSING in (low, high) or low == high:
        return high if low == nl.MISSING else low
    return either(low.removesuffix("%"), high, int(row["targets"]))


def euros(row: Row) -> str:
    """Return an amount of ``programmas/money`` with its stage: ``€ 1,8 of 2 mln beschikbaar``."""
    low, high = (
        nl.PRECISION.get(str(row[f"amount_{end}_precision"]), "")
        + nl.euro_short(row[f"amount_{end}_eur"])
        for end in ENDS
    )
    if low.endswith(" mln") and high.endswith(" mln") and low != high:
        low, high = low.removesuffix(" mln"), high.replace("€\N{NO-BREAK SPACE}", "")
    return f"{either(low, high, int(row['amounts']))} {row['stage_label']}"


def payer(row: Row) -> str:
    """Return who pays an amount of ``programmas/money`` and for what, as far as it is said."""
    return ", ".join(
        str(row[name]) for name in ("funder", "per_label") if not nl.is_missing(row[name])
    )


def per_100(row: Row) -> str:
    """Return how much per 100 open vacancies, as a range, or in three words why not."""
    if not nl.is_missing(row["per_100_reason"]):
        return WHY_NOT_PER_100[row["per_100_reason"]]
    low, high = (nl.number(row[f"per_100_{end}"], decimals=_decimals(row)) for end in ENDS)
    least = nl.PRECISION.get(row["result_low_precision"], "")
    span = low if low == high else f"{low}–{high}"
    return f"{least}{span} {row['per_100_label']}"


def elsewhere(row: Row) -> str:
    """Return that part of a result per 100 vacancies was outside the region, if it was."""
    if nl.is_missing(row["elsewhere"]):
        return ""
    return f"; met of zonder {nl.number(row['elsewhere'])} buiten de regio"


def _decimals(row: Row) -> int:
    return 0 if row["per_100_high"] >= 20 else 1


def how_many_reached(rows: Sequence[Row]) -> str:
    """Return of how many real programmes of an area the target was published with a result."""
    real = [row for row in rows if row["status"] != "sample"]
    told = sum(not nl.is_missing(row["realisation_low_pct"]) for row in real)
    if not real:
        return "Van dit gebied is geen programma bekend."
    return (
        f"{nl.number(told)} van {nl.number(len(real))} programma’s hier publiceerden een resultaat "
        "bij hun doel."
    )


def not_divided(row: Row, amounts: Sequence[Row]) -> str:
    """Return result and euros of one programme, and why the one is not divided by the other.

    Args:
        row: Of ``programmas/scoreboard``.
        amounts: Of ``programmas/money``, about the same programme.

    Returns:
        Nothing where no result or no amount was published.
    """
    if nl.is_missing(row["result_low"]) or not amounts:
        return ""
    what = row["indicator_label"]
    pair = f"{_result(row)} {what} · {euros(amounts[0])}"
    per = row["indicator_one_label"]
    return f"{pair} · per {per} niet te noemen, want {' en '.join(_refusals(row, amounts)[:2])}."


def _refusals(row: Row, amounts: Sequence[Row]) -> list[str]:
    first = amounts[0]
    said = []
    if first["stage"] != "realised":
        said.append("wat er van het bedrag is uitgegeven, is niet gepubliceerd")
    elif first["amount_low_precision"] != "exact":
        said.append("van de uitgaven is geen precies bedrag gepubliceerd")
    if row["result_kind"] in ("interim", "undated"):
        said.append("het aantal is een tussenstand")
    elif row["result_low"] != row["result_high"]:
        said.append("bronnen noemen verschillende aantallen")
    if first["amounts"] > 1 or sum(row["stage"] == first["stage"] for row in amounts) > 1:
        said.append("bronnen noemen meer dan één bedrag")
    return said or ["geen bron zegt dat bedrag en aantal over dezelfde mensen gaan"]
