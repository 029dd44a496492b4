"""What fits one A4 about a region or about a programme, of published figures only."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Pack, Slide, Table
from answers.places import place
from answers.tables import slug
from exports.packs import programmes, tight, unemployment, vacancies, white_spots
from exports.packs.pack import checked, known_on

MOST_ROWS = 8
MOST_QUESTIONS = 5
ONCE_NAMED = (
    "Een cijfer staat hier zodra een bron of het programma zelf het noemt en het is ingelezen."
)
FICTITIOUS = "Van een fictief programma komt geen factsheet."


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
    slides = [
        vacancies.slide(area),
        unemployment.slide(area),
        *([] if tightest.why_empty else [tightest]),
        programmes.slide(area),
        _unknown(white_spots.slide(area, MOST_QUESTIONS)),
    ]
    return checked(
        Pack(
            title=f"Factsheet {area.name}",
            name=f"{area.stem}_factsheet",
            about=area.about,
            known_on=known_on(),
            slides=tuple(slides),
        )
    )


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
    profile = queries.programmas.profile(programme_id=programme_id, with_sample=False)
    name = str(profile["programme_name"].iloc[0])
    slides = [
        _profile(profile),
        _targets(programme_id, name),
        _budgets(programme_id, name),
        _conflicts(programme_id, name),
        _not_published(programme_id, name),
    ]
    return checked(
        Pack(
            title=f"Factsheet {name}",
            name=f"{slug(name)}_factsheet",
            about=name,
            known_on=known_on(),
            slides=tuple(slides),
        )
    )


def _unknown(spots: Slide) -> Slide:
    """Return the open questions of an area as what is not known, with nothing to fill in."""
    return Slide(
        key="unknown",
        topic="Wat weten we niet?",
        title=spots.title,
        sentences=spots.sentences,
        frames=spots.frames,
        filters=spots.filters,
        table=spots.table,
        why_empty=spots.why_empty,
    )


def _profile(profile: pd.DataFrame) -> Slide:
    row = profile.iloc[0]
    rows = profile.assign(period_text=nl.period(row))
    lines = [f"Doel: {str(row['aim']).removesuffix('.')}."]
    if not nl.is_missing(row["note"]):
        lines.append(f"Let op: {str(row['note']).removesuffix('.')}.")
    if row["region_kind"] == "arbeidsmarktregio":
        lines.append(f"CBS publiceert geen vacatures voor {row['region_names']}.")
    return Slide(
        key="profile",
        topic="Doel, looptijd en gebied",
        title=f"{row['programme_name']}: {nl.period(row)} ({row['state_label']})",
        sentences=tuple(lines),
        frames=(rows,),
        filters=f"programma: {row['programme_name']}",
        period=nl.period(row),
        table=Table(
            rows,
            ("region_names", "kind_label", "scope_label", "period_text", "state_label"),
            "Kenmerken van het programma",
        ),
    )


def _targets(programme_id: str, name: str) -> Slide:
    asked = {"programme_ids": (programme_id,)}
    targets = queries.programmas.targets(**asked, with_sample=False)
    results = queries.programmas.results(**asked, with_sample=False)
    topic = "Doelen en resultaten"
    reached = targets[targets["target_realisation_pct"].notna()]
    said = [sentences.realisation(row) for _, row in reached.iterrows()]
    split = queries.programmas.sector_split(programme_id=programme_id, with_sample=False)
    sums = queries.programmas.breakdown_sums(programme_id=programme_id, with_sample=False)
    more = programmes.reported(targets, results)
    more += [sentences.sector_split(row) for _, row in split.iterrows()]
    more += [sentences.parts_differ(row) for _, row in sums.iterrows()]
    lines = [sentences.plain(line) for line in [*said, *more]]
    table = None
    if len(targets):
        table = Table(
            targets_said(targets).head(MOST_ROWS),
            (
                "indicator_label",
                "target_text",
                "result_text",
                "as_of",
                "realisation_text",
                "source_names",
            ),
            "Doelen naast resultaten, zoals gepubliceerd",
        )
    elif len(results):
        table = Table(
            results_said(results).head(MOST_ROWS),
            ("indicator_label", "category_label", "value_text", "as_of", "publisher"),
            "Gemelde resultaten; een doel is niet gepubliceerd",
        )
    return Slide(
        key="targets",
        topic=topic,
        title=lines[0] if said else topic,
        sentences=tuple(lines[1:] if said else lines),
        frames=(targets, results, split, sums),
        filters=f"programma: {name}",
        period="per cijfer vermeld",
        table=table,
        why_empty=""
        if table
        else f"De bronnen noemen geen doelen of resultaten in aantallen. {ONCE_NAMED}",
    )


def targets_said(targets: pd.DataFrame) -> pd.DataFrame:
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


def results_said(results: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``programmas/results`` with their figures as they may be said."""
    rows = [row for _, row in results.iterrows()]
    return results.assign(
        value_text=[
            nl.figure(row, "value") + ("%" if row["unit_label"] == "%" else "") for row in rows
        ],
        as_of=[nl.published_date(row["as_of_text"], row["as_of_precision"]) for row in rows],
    )


def _budgets(programme_id: str, name: str) -> Slide:
    found = queries.programmas.budgets(programme_ids=(programme_id,), with_sample=False)
    rows = found.assign(amount_text=[nl.figure(row, "amount_eur") for _, row in found.iterrows()])
    money = rows[~rows["is_rule"].astype(bool)]
    rules = rows[rows["is_rule"].astype(bool)]
    topic = "Euro's per bron"
    said = [sentences.plain(sentences.budget(row)) for _, row in money.iterrows()]
    lines = [f"Regel: {sentences.plain(sentences.budget(row))}." for _, row in rules.iterrows()]
    if len(rows):
        lines.append("Bedragen uit verschillende bronnen of stadia worden niet opgeteld.")
    return Slide(
        key="budgets",
        topic=topic,
        title=f"{name}: {said[0]}." if said else topic,
        sentences=tuple(lines),
        frames=(rows,),
        filters=f"programma: {name}",
        period="per bedrag vermeld",
        table=Table(
            money.head(MOST_ROWS),
            ("budget_kind_label", "funder", "stage_label", "amount_text", "publisher"),
            "Bedragen zoals de bronnen ze noemen",
        )
        if len(money)
        else None,
        why_empty="" if len(money) else f"De bronnen noemen geen budget. {ONCE_NAMED}",
    )


def _conflicts(programme_id: str, name: str) -> Slide:
    found = queries.programmas.conflicts(programme_ids=(programme_id,), with_sample=False)
    subjects = found.groupby("what", sort=False)
    said = [sentences.plain(sentences.conflict(rows)) for _, rows in subjects]
    topic = "Waar bronnen verschillen"
    return Slide(
        key="conflicts",
        topic=topic,
        title=said[0] if said else topic,
        sentences=tuple(said[1:]),
        frames=(found,),
        filters=f"programma: {name}",
        why_empty=""
        if said
        else "Over doelen en bedragen zijn geen verschillen tussen bronnen gevonden.",
    )


def _not_published(programme_id: str, name: str) -> Slide:
    found = queries.programmas.not_published(programme_id=programme_id, with_sample=False)
    topic = "Wat nooit is gepubliceerd"
    return Slide(
        key="not_published",
        topic=topic,
        title=f"Van {name} is niet gepubliceerd: {found['missing_label'].iloc[0]}."
        if len(found)
        else topic,
        frames=(found,),
        filters=f"programma: {name}",
        table=Table(
            found.head(MOST_ROWS),
            ("missing_label",),
            "Niet gevonden in de bronnen van dit programma",
        )
        if len(found)
        else None,
        why_empty="" if len(found) else "Er is niets gevonden dat ontbreekt.",
    )
