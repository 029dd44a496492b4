"""Sentences about occupations: how tight, how near, and who moved."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import listed, lowered, of_real_figures
from words import tension as tension_text


@of_real_figures
def tension(row: pd.Series, occupation: str) -> str:
    """Return finding 2 or 10: how tight an occupation is in a region, and for how long already.

    Args:
        row: A row of ``regios/latest`` about the measure ``tension``.
        occupation: Its label as it can be chosen: a group, a techniekdomein or all technical ones.
    """
    subject, verb = _occupations(occupation)
    where = row["region_name"]
    by = f"(UWV, {row['period_label']})"
    late = (
        " Voor het gekozen kwartaal is er geen cijfer; dit is het laatste ervoor."
        if row["is_behind"]
        else ""
    )
    if nl.is_missing(row["tension_class"]):
        why = tension_text.why_no_class(row)
        return f"Over {lowered(subject)} in {where} is geen uitspraak mogelijk: {why} {by}.{late}"
    start = f"{subject} {verb} in {where} **{row['class_label']}**: "
    periods = row["periods_in_class"]
    long = "" if nl.is_missing(periods) or periods < 2 else f"; al {periods} kwartalen achtereen"
    return f"{start}{tension_text.spoken(row)} {by}{long}.{late}"


def no_tension(occupation: str, region_name: str, quarter_label: str) -> str:
    """Return finding 10 where no quarter has a figure at all.

    Args:
        occupation: As it can be chosen.
        region_name: Name of the region.
        quarter_label: The quarter up to which there is none.
    """
    return (
        f"Over {lowered(_occupations(occupation)[0])} in {region_name} is geen uitspraak mogelijk: "
        f"tot en met {quarter_label} is er geen cijfer waaruit een spanning volgt."
    )


@of_real_figures
def nearness(steps: pd.DataFrame, move: str) -> str:
    """Return how near two occupations are, by which parts, and that this is an indication.

    Args:
        steps: The rows of ``overstappen/steps``.
        move: From which occupation to which, in Dutch.
    """
    first = steps.iloc[0]
    return (
        f"{move}: nabijheid **{nl.number(first['nearness'])} van 100** (indicatie), "
        f"{_level_step(first['level_step_label'])}. De vraag naar vaardigheden wordt niet gemeten."
    )


def _level_step(label: str) -> str:
    return "niveaustap niet te bepalen" if label == "niet te bepalen" else label


@of_real_figures
def rules_running(rows: pd.DataFrame) -> str:
    """Return of which programmes with a voucher or training the sources say that they run now.

    Args:
        rows: Rows of ``overstappen/instruments``.
    """
    now = rows.loc[rows["state"] == "running", "programme_name"].unique().tolist()
    unsure = rows.loc[rows["state"] == "unknown", "programme_name"].unique().tolist()
    text = (
        f"Nu {'loopt' if len(now) == 1 else 'lopen'} volgens de bronnen: {listed(now)}."
        if now
        else "Van geen van deze programma's zeggen de bronnen dat het nu loopt."
    )
    return text + (f" Van {listed(unsure)} is dat onbekend." if unsure else "")


@of_real_figures
def moved(rows: pd.DataFrame) -> str:
    """Return what is said of a programme in which people moved to another occupation.

    Args:
        rows: The rows of ``overstappen/case`` about one programme.
    """
    first = rows.iloc[0]
    return (
        f"Over **{first['programme_name']}** ({first['region_names']}) melden openbare bronnen: "
        f"{first['note']}."
    )


def _occupations(label: str) -> tuple[str, str]:
    """Return a choice of occupations as the subject of a sentence, with its verb."""
    if label == "Alle technische beroepen":
        return "De technische beroepen samen", "zijn"
    kind, _, field = label.partition("Techniekdomein: ")
    return (f"Het techniekdomein {field}", "is") if field else (f"De beroepsgroep {kind}", "is")
