"""What fits one A4 about a region or about a programme, of published figures only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Pack, Table
from answers.places import place
from answers.tables import slug
from exports.packs import programmes, tight, unemployment, vacancies, white_spots
from exports.packs.common import finding, some
from exports.packs.pack import made

MOST_QUESTIONS = 5
ONCE_NAMED = (
    "Een cijfer staat hier zodra een bron of het programma zelf het noemt en het is ingelezen."
)
FICTITIOUS = "Van een fictief programma komt geen factsheet."
PROFILE = ("region_names", "kind_label", "scope_label", "period_text", "state_label")
TARGETS = (
    "indicator_label",
    "target_text",
    "result_text",
    "as_of",
    "realisation_text",
    "source_names",
)
RESULTS = ("indicator_label", "category_label", "value_text", "as_of", "publisher")
BUDGETS = ("budget_kind_label", "funder", "stage_label", "amount_text", "publisher")


@queries.once_per_database
def region_factsheet(label: str) -> Pack:
    """Return the one page about an area: vacancies, unemployment, programmes, what is not known.

    Args:
        label: Of the area, as it can be chosen.

    Raises:
        ValueError: There is no such area.
    """
    area = place(label)
    tightest = tight.slide(area)
    spots = white_spots.slide(area, MOST_QUESTIONS)
    slides = [
        vacancies.slide(area),
        unemployment.slide(area),
        *([] if tightest.why_empty else [tightest]),
        programmes.slide(area),
        replace(spots, key="unknown", topic="Wat weten we niet?", to_fill_in=()),
    ]
    return made(f"Factsheet {area.name}", f"{area.stem}_factsheet", area.about, slides)


@queries.once_per_database
def programme_factsheet(programme_id: str) -> Pack:
    """Return the one page about a programme: aim, targets and results, euros, what is not known.

    Args:
        programme_id: Of a real programme.

    Raises:
        ValueError: The programme is fictitious or does not exist.
    """
    listed = queries.filters.programmes(with_sample=True).set_index("programme_id")
    if programme_id not in listed.index:
        raise ValueError(f"Het programma ‘{programme_id}’ bestaat niet.")
    if listed.loc[programme_id, "status"] == "sample":
        raise ValueError(FICTITIOUS)
    name = str(listed.loc[programme_id, "programme_name"])
    makers = (_profile, _targets, _budgets, _conflicts, _not_published)
    slides = [finding(**make(programme_id, name), filters=f"programma: {name}") for make in makers]
    return made(f"Factsheet {name}", f"{slug(name)}_factsheet", name, slides)


def _profile(programme_id: str, name: str) -> dict[str, Any]:
    profile = queries.programmas.profile(programme_id=programme_id, with_sample=False)
    row = profile.iloc[0]
    period = nl.period(row)
    rows = profile.assign(period_text=period)
    lines = [f"Doel: {str(row['aim']).removesuffix('.')}."]
    if not nl.is_missing(row["note"]):
        lines.append(f"Let op: {str(row['note']).removesuffix('.')}.")
    if row["region_kind"] == "arbeidsmarktregio":
        lines.append(f"CBS publiceert geen vacatures voor {row['region_names']}.")
    return {
        "key": "profile",
        "topic": "Doel, looptijd en gebied",
        "title": f"{name}: {period} ({row['state_label']})",
        "lines": lines,
        "frames": (rows,),
        "period": period,
        "table": Table(rows, PROFILE, "Kenmerken van het programma"),
    }


def _targets(programme_id: str, name: str) -> dict[str, Any]:
    asked = {"programme_ids": (programme_id,)}
    targets = queries.programmas.targets(**asked, with_sample=False)
    results = queries.programmas.results(**asked, with_sample=False)
    reached = targets[targets["target_realisation_pct"].notna()]
    said = sentences.each(sentences.realisation, reached)
    split = queries.programmas.sector_split(programme_id=programme_id, with_sample=False)
    sums = queries.programmas.breakdown_sums(programme_id=programme_id, with_sample=False)
    more = [
        *programmes.reported(targets, results),
        *sentences.each(sentences.sector_split, split),
        *sentences.each(sentences.parts_differ, sums),
    ]
    table = some(
        _targets_said(targets), TARGETS, "Doelen naast resultaten, zoals gepubliceerd"
    ) or some(_results_said(results), RESULTS, "Gemelde resultaten; een doel is niet gepubliceerd")
    why = f"De bronnen noemen geen doelen of resultaten in aantallen. {ONCE_NAMED}"
    return {
        "key": "targets",
        "topic": "Doelen en resultaten",
        "title": said[0] if said else "",
        "lines": [*said[1:], *more],
        "frames": (targets, results, split, sums),
        "period": "per cijfer vermeld",
        "table": table,
        "why_empty": "" if table else why,
    }


def _targets_said(targets: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``programmas/targets`` with their figures as they may be said."""
    rows = [row for _, row in targets.iterrows()]
    return targets.assign(
        indicator_label=[sentences.what(row) for row in rows],
        target_text=[nl.figure(row, "target", "target_precision") for row in rows],
        result_text=[
            nl.MISSING
            if nl.is_missing(row["result"])
            else nl.figure(row, "result", "result_precision")
            for row in rows
        ],
        as_of=[sentences.moment(row) for row in rows],
        realisation_text=[sentences.realisation_share(row) for row in rows],
    )


def _results_said(results: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``programmas/results`` with their figures as they may be said."""
    rows = [row for _, row in results.iterrows()]
    return results.assign(
        value_text=[
            nl.figure(row, "value") + ("%" if row["unit_label"] == "%" else "") for row in rows
        ],
        as_of=[nl.published_date(row["as_of_text"], row["as_of_precision"]) for row in rows],
    )


def _budgets(programme_id: str, name: str) -> dict[str, Any]:
    found = queries.programmas.budgets(programme_ids=(programme_id,), with_sample=False)
    rows = found.assign(amount_text=[nl.figure(row, "amount_eur") for _, row in found.iterrows()])
    is_rule = rows["is_rule"].astype(bool)
    said = sentences.each(sentences.budget, rows[~is_rule])
    lines = [f"Regel: {line}." for line in sentences.each(sentences.budget, rows[is_rule])]
    if len(rows):
        lines.append("Bedragen uit verschillende bronnen of stadia worden niet opgeteld.")
    return {
        "key": "budgets",
        "topic": "Euro's per bron",
        "title": f"{name}: {said[0]}." if said else "",
        "lines": lines,
        "frames": (rows,),
        "period": "per bedrag vermeld",
        "table": some(rows[~is_rule], BUDGETS, "Bedragen zoals de bronnen ze noemen"),
        "why_empty": "" if said else f"De bronnen noemen geen budget. {ONCE_NAMED}",
    }


def _conflicts(programme_id: str, name: str) -> dict[str, Any]:
    found = queries.programmas.conflicts(programme_ids=(programme_id,), with_sample=False)
    said = [sentences.conflict(rows) for _, rows in found.groupby("what", sort=False)]
    why = "Over doelen en bedragen zijn geen verschillen tussen bronnen gevonden."
    return {
        "key": "conflicts",
        "topic": "Waar bronnen verschillen",
        "title": said[0] if said else "",
        "lines": said[1:],
        "frames": (found,),
        "why_empty": "" if said else why,
    }


def _not_published(programme_id: str, name: str) -> dict[str, Any]:
    found = queries.programmas.not_published(programme_id=programme_id, with_sample=False)
    missing = list(found["missing_label"])
    caption = "Niet gevonden in de bronnen van dit programma"
    return {
        "key": "not_published",
        "topic": "Wat nooit is gepubliceerd",
        "title": f"Van {name} is niet gepubliceerd: {missing[0]}." if missing else "",
        "lines": [],
        "frames": (found,),
        "table": some(found, ("missing_label",), caption),
        "why_empty": "" if missing else "Er is niets gevonden dat ontbreekt.",
    }
