"""Sentences about occupations: how tight, how near, and who moved."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import impossible, listed, lowered, more_or_less, of_real_figures
from words import tension as tension_text
from words.measures import Row


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
def nearest(rows: pd.DataFrame, start: str) -> str:
    """Return as a title what lies nearest to an occupation, of ``overstappen/candidates``."""
    first = rows[rows["rank"].eq(1)]
    near = str(first["occupation_label"].iloc[0])
    if len(first) > 1:
        near = f"{near} en {nl.number(len(first) - 1)} andere"
    nearness = nl.number(first["nearness"].iloc[0])
    return f"Vanuit {start} het dichtst bij: {near}, {nearness} van 100"


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


@of_real_figures
def most_employed(rows: pd.DataFrame) -> str:
    """Return as a title in which of ``beroepen/employed`` most people work."""
    named = rows[rows["may_be_largest"].fillna(False).astype(bool)]
    number = nl.number(rows["employed"].max())
    each = " elk" if len(named) > 1 else ""
    return (
        f"{listed(list(named['brc_label']))}:{each} {number} werkenden in Nederland, de meeste van "
        f"{len(rows)} beroepsgroepen"
    )


@of_real_figures
def employed_in(rows: pd.DataFrame, name: str) -> str:
    """Return as a title how many people work in one group, of its rows of ``beroepen/employed``."""
    first = rows.iloc[0]
    if len(rows) != 1 or nl.is_missing(first["employed"]):
        return name
    said = ""
    if not nl.is_missing(first["change"]):
        change = employed_change(first) if first["is_changed"] else "evenveel of bijna evenveel"
        said = f", {change} {'dan' if first['is_changed'] else 'als'} een jaar eerder"
    return f"{name}: {nl.number(first['employed'])} werkenden in Nederland{said}"


def employed_change(row: Row) -> str:
    """Return how a row of ``beroepen/employed`` changed: ``2.000 meer``, ``binnen afronding``."""
    if nl.is_missing(row["change"]):
        return ""
    return more_or_less(row["change"]) if row["is_changed"] else "binnen afronding"


@of_real_figures
def tension_in_brief(rows: pd.DataFrame, name: str) -> str:
    """Return as a title how tight an occupation is in the regions of ``regios/latest``."""
    known = rows[rows["tension_class"].notna()]
    if len(known) != 1:
        tightest_first = known.sort_values("figure_low", ascending=False)
        said = [
            f"{label} in {_regions(list(among['region_name']))}"
            for label, among in tightest_first.groupby("class_label", sort=False)
        ]
        return f"{name}: {', '.join(said)}" if said else f"{name}: klasse niet bekend"
    first = known.iloc[0]
    return f"{name} in {first['region_name']}: {first['class_label']}"


def _regions(names: list[str]) -> str:
    return listed(names) if len(names) < 3 else f"{len(names)} regio's"


def together(label: str) -> str:
    """Return a set of occupations within a sentence: ``De vakkrachten``."""
    return label if label.startswith("Alle") else f"De {label.lower()}"


def _occupations(label: str) -> tuple[str, str]:
    """Return a choice of occupations as the subject of a sentence, with its verb."""
    if label in tension_text.SETS.values():
        return f"{together(label)} samen", "zijn"
    kind, _, field = label.partition("Techniekdomein: ")
    return (f"Het techniekdomein {field}", "is") if field else (f"De beroepsgroep {kind}", "is")
