"""Sentences about figures of a region: vacancies, unemployment and what changed."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import (
    count,
    in_period,
    in_sector,
    listed,
    of_real_figures,
    unit_of,
)
from words import measures
from words.marks import is_sample

MUNICIPALITY = ("gemeente", "gemeenten")


@of_real_figures
def headline(row: pd.Series) -> str:
    """Return finding 1: how many vacancies stood open, and how that compares with a year earlier.

    Args:
        row: A row of ``overzicht/latest``.
    """
    amount = (
        "minder dan 50 vacatures"
        if row["sign"] == "below_half_unit"
        else count(row["open_vacancies"])
    )
    verb = "stond" if row["open_vacancies"] == 1 else "stonden"
    start = (
        f"In {row['region_name']} {verb} eind {row['quarter_label']} "
        f"{in_sector(row['sector_label'])} **{amount}** open"
    )
    return f"{start}{_change(row)} (CBS, niet seizoengecorrigeerd)."


def _change(row: pd.Series) -> str:
    if nl.is_missing(row["open_vacancies_year_before"]):
        return "; van een jaar eerder is geen cijfer bekend"
    if row["within_rounding"]:
        before = nl.cell(
            "open_vacancies_year_before",
            row["open_vacancies_year_before"],
            row["open_vacancies_year_before_sign"],
        )
        return f", binnen de afronding gelijk aan een jaar eerder ({before})"
    direction = "meer" if row["change"] > 0 else "minder"
    return f", {nl.number(abs(row['change']))} {direction} dan een jaar eerder"


def behind(row: pd.Series) -> str:
    """Return that the newest figure is older than elsewhere, or nothing when it is not.

    Args:
        row: A row of ``overzicht/latest``; of a fictitious one nothing is said.
    """
    if not row["is_behind"] or is_sample(row.to_frame().T).any():
        return ""
    return (
        f"Het laatste cijfer voor {row['region_name']} {in_sector(row['sector_label'])} is van "
        f"{row['quarter_label']}; nieuwere kwartalen zijn niet beschikbaar."
    )


@of_real_figures
def unknown(row: pd.Series) -> str:
    """Return one thing that is not known.

    Args:
        row: A row of ``overzicht/unknown``.
    """
    subject, detail = row["subject"], row["detail"]
    extent = "geheel" if str(row["period_label"]).startswith("alle") else "deels"
    return {
        "behind": f"**{subject}** ({detail}): het laatste cijfer is van {row['period_label']}; "
        "nieuwere kwartalen zijn niet beschikbaar.",
        "series_gap": f"**{subject}**: tussen {detail} ontbreken {row['period_label']} kwartalen "
        "in de vacaturecijfers van alle sectoren samen.",
        "gap_while_running": f"**{subject}** valt {extent} in een gat in de cijfers: over "
        f"{row['period_label']} kwartalen waarin het liep, is voor {detail} geen vacaturecijfer "
        "over alle sectoren samen beschikbaar.",
        "no_figures": f"**{subject}** publiceerde geen doelen of resultaten in aantallen.",
        "no_target": f"**{subject}**: geen doel in aantallen gepubliceerd.",
        "no_result": f"**{subject}**: doel voor {detail}, maar geen resultaat gepubliceerd.",
        "no_final_result": f"**{subject}**: afgelopen, maar geen eindstand gepubliceerd.",
        "no_budget": f"**{subject}**: geen budget gepubliceerd.",
        "state_unknown": f"**{subject}**: of dit programma nog loopt, staat niet in de bronnen.",
        "not_published_by_cbs": f"**{subject}** ({detail}): CBS publiceert geen vacatures per "
        "arbeidsmarktregio; wij tonen de provincie.",
    }[row["kind"]]


@of_real_figures
def newest(row: pd.Series) -> str:
    """Return the newest figure of a measure and how it compares with a year earlier, or finding 10.

    Args:
        row: A row of ``regios/latest``.
    """
    measure, publisher = measures.MEASURES[row["measure"]], row["publisher"]
    start = (
        f"In {row['region_name']} {measure.said} "
        f"{in_period(row['period_label'])} **{measures.figure(row)}{unit_of(row)}**"
    )
    before = measures.figure(row, "figure_year_before")
    if nl.is_missing(row["change_year_before"]):
        return f"{start}; van een jaar eerder is geen cijfer bekend ({publisher})."
    if not row["is_changed_year_before"]:
        return (
            f"{start}; of dat anders is dan een jaar eerder ({before}) is niet te zeggen: het "
            f"verschil ligt binnen de afronding ({publisher})."
        )
    words = ("meer", "minder") if measure.is_count else ("hoger", "lager")
    direction = words[0] if row["change_year_before"] > 0 else words[1]
    change = nl.number(abs(row["change_year_before"]), decimals=int(row["decimals"]))
    change += " procentpunt" if measures.is_percentage(row) else ""
    return f"{start}, {change} {direction} dan een jaar eerder ({before}; {publisher})."


@of_real_figures
def measured_behind(row: pd.Series) -> str:
    """Return that the newest figure of a region is older than the period shown, or nothing.

    Args:
        row: A row of ``regios/latest``.
    """
    if not row["is_behind"]:
        return ""
    return (
        f"Het laatste cijfer voor {row['region_name']} is van "
        f"{in_period(row['period_label']).removeprefix('in ')}; een nieuwer is niet beschikbaar."
    )


def crosses(parts: pd.DataFrame) -> str:
    """Return in which provinces a region lies when that is more than one, or nothing.

    Args:
        parts: The rows of ``regios/parts`` about one region.
    """
    if len(parts) < 2:
        return ""
    places = [
        f"{row['province_name']} ({count(row['municipalities'], MUNICIPALITY)})"
        for _, row in parts.iterrows()
    ]
    return (
        f"{parts.iloc[0]['region_name']} ligt in meer dan één provincie: {listed(places)}. Een "
        "cijfer van deze regio gaat over alle delen samen en hoort bij geen provincie alleen."
    )


@of_real_figures
def sector_change(row: pd.Series) -> str:
    """Return how the vacancies in one sector compare with a year earlier.

    Args:
        row: A row of ``regios/sector_changes``.
    """
    direction = "meer" if row["change"] > 0 else "minder"
    now = nl.cell("open_vacancies", row["open_vacancies"], row["sign"])
    return f"**{row['sector_label']}**: {now}, {nl.number(abs(row['change']))} {direction}"


@of_real_figures
def trend(frame: pd.DataFrame, value: str) -> str:
    """Return the alt text of a series: per line its first, last, lowest and highest figure.

    Args:
        frame: Rows of one chart with ``region_name``, ``period_label`` and ``sign``;
            ``sector_label``, ``adjusted_label`` or ``occupation_label`` may tell lines apart too.
        value: Column with the figures.
    """

    def said(row: pd.Series) -> str:
        if f"{value}_text" in row:
            return str(row[f"{value}_text"])
        return nl.cell(value, row[value], row["sign"])

    keys = [
        key
        for key in ("region_name", "sector_label", "adjusted_label", "occupation_label")
        if key in frame
    ]
    lines = []
    for line, rows in frame.groupby(keys, sort=False):
        name = ", ".join(line)
        known = rows[rows[value].notna()]
        if known.empty:
            lines.append(f"{name}: geen cijfers beschikbaar")
            continue
        first, last = known.iloc[0], known.iloc[-1]
        low, high = known.loc[known[value].idxmin()], known.loc[known[value].idxmax()]
        gaps = int(rows[value].isna().sum())
        lines.append(
            f"{name}: {said(first)} in {first['period_label']}, "
            f"{said(last)} in {last['period_label']}, "
            f"laagste {said(low)}, "
            f"hoogste {said(high)}" + (f", {gaps} perioden zonder cijfer" if gaps else "")
        )
    return "; ".join(lines)


@of_real_figures
def known(rows: pd.DataFrame, name: str) -> str:
    """Return of which subjects a figure is known for an area, and of which none is.

    Args:
        rows: Rows of ``downloads/known``.
        name: Of the area.
    """
    is_known = rows["is_known"].astype(bool)
    found = list(rows.loc[is_known, "subject_text"])
    absent = len(rows) - len(found)
    total = count(len(rows), ("onderwerp", "onderwerpen"))
    if not found:
        return f"Over {name} is van geen van de {total} een cijfer geladen."
    text = f"Over {name} kennen we {nl.number(len(found))} van de {total}: {listed(found)}"
    return f"{text}." if absent else f"Over {name} kennen we alle {total}."


@of_real_figures
def beside_country(row: pd.Series, method: str) -> str:
    """Return the unemployment of a region beside that of Nederland in the same period.

    Args:
        row: A row of ``regios/ranking`` about the measure ``unemployment_pct``.
        method: By which it was measured: ``nieuwe methode``.
    """
    where = f"In {row['region_name']} was {in_period(row['period_label'])} "
    by = f"CBS, {method}"
    here = f"{where}**{measures.figure(row)}** van de beroepsbevolking werkloos"
    country = measures.figure(row, "figure_country")
    if nl.is_missing(row["change_country"]):
        return f"{here}; van Nederland is geen cijfer bekend ({by})."
    if not row["is_changed_country"]:
        return f"{here}, in Nederland {country}; het verschil ligt binnen de afronding ({by})."
    direction = "meer" if row["change_country"] > 0 else "minder"
    points = nl.number(abs(row["change_country"]), decimals=int(row["decimals"]))
    return f"{here}, {points} procentpunt {direction} dan in Nederland ({country}; {by})."


@of_real_figures
def largest_supply(rows: pd.DataFrame) -> str:
    """Return at which level and by which learning path most people in mbo learn here.

    Args:
        rows: Rows of ``mbo/supply`` about one region, at least one with a figure.
    """
    row = rows.loc[rows["persons"].idxmax()]
    start = (
        f"In {row['region_name']} is {str(row['level_label'])[0].lower()}"
        f"{str(row['level_label'])[1:]} {row['learning_path_label']} het grootst: "
        f"**{nl.number(row['persons'])} {row['unit_label']}** ({row['period_label']})"
    )
    if nl.is_missing(row["persons_year_before"]):
        return f"{start}; van een jaar eerder is geen cijfer bekend."
    return f"{start}, een jaar eerder {nl.number(row['persons_year_before'])}."


def open_questions(number: int, name: str) -> str:
    """Return how many open questions there are about an area.

    Args:
        number: How many.
        name: Of the area.
    """
    verb = "ligt" if number == 1 else "liggen"
    return f"Over {name} {verb} {count(number, ('open vraag', 'open vragen'))} op tafel."
