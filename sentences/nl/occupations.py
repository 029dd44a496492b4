"""Sentences about occupations: how tight, how near, and who moved."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import impossible, lowered, of_real_figures
from words import tension as tension_text


@of_real_figures
def tension(row: pd.Series, occupation: str) -> str:
    """Return finding 2 or 10 of the tension in ``regios/latest``, of a choice of occupations."""
    subject, verb = _occupations(occupation)
    where, by = row["region_name"], f"(UWV, {row['period_label']})"
    late = " Voor het gekozen kwartaal is er geen cijfer; dit is het laatste ervoor."
    late = late if row["is_behind"] else ""
    if nl.is_missing(row["tension_class"]):
        why = f"{tension_text.why_no_class(row)} {by}"
        return impossible(f"{lowered(subject)} in {where}", why) + late
    start = f"{subject} {verb} in {where} **{row['class_label']}**: {tension_text.spoken(row)} {by}"
    periods = row["periods_in_class"]
    long = "" if nl.is_missing(periods) or periods < 2 else f"; al {periods} kwartalen achtereen"
    return f"{start}{long}.{late}"


def no_tension(occupation: str, region_name: str, quarter_label: str) -> str:
    """Return finding 10 where no quarter up to this one has a figure at all."""
    why = f"tot en met {quarter_label} is er geen cijfer waaruit een spanning volgt"
    return impossible(f"{lowered(_occupations(occupation)[0])} in {region_name}", why)


@of_real_figures
def nearness(steps: pd.DataFrame, move: str) -> str:
    """Return how near two occupations are, of the rows of ``overstappen/steps`` about a move."""
    first = steps.iloc[0]
    step, unknown = first["level_step_label"], "niveaustap niet te bepalen"
    return (
        f"{move}: nabijheid **{nl.number(first['nearness'])} van 100** (indicatie), "
        f"{unknown if step == 'niet te bepalen' else step}. De vraag naar vaardigheden wordt niet "
        "gemeten."
    )


@of_real_figures
def moved(rows: pd.DataFrame) -> str:
    """Return what is said of one programme of ``overstappen/case`` in which people moved."""
    first = rows.iloc[0]
    return (
        f"Over **{first['programme_name']}** ({first['region_names']}) melden openbare bronnen: "
        f"{first['note']}."
    )


@of_real_figures
def measured_education(row: pd.Series) -> str:
    """Return of ``beroepen/levels`` how many are higher educated, as measured, or nothing."""
    if nl.is_missing(row["high_edu_pct"]):
        return ""
    return (
        f"Gemeten: van wie dit werk doet is {nl.percentage(row['high_edu_pct'])} hoger opgeleid "
        "(CBS, 85276NED). Dat is niet het niveau waar vacatures om vragen."
    )


def together(label: str) -> str:
    """Return a set of occupations within a sentence: ``De vakkrachten``."""
    return label if label.startswith("Alle") else f"De {label.lower()}"


def _occupations(label: str) -> tuple[str, str]:
    """Return a choice of occupations as the subject of a sentence, with its verb."""
    if label in tension_text.SETS.values():
        return f"{together(label)} samen", "zijn"
    kind, _, field = label.partition("Techniekdomein: ")
    return (f"Het techniekdomein {field}", "is") if field else (f"De beroepsgroep {kind}", "is")
