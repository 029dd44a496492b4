"""What the programmes aimed at and reached."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import HOW, filters, finding, programmes_of

BOTH_SHOWN = " Wij tonen ze naast elkaar."


def slide(place: Place) -> Slide:
    """Return what the programmes here aimed at and reached; nothing is added up."""
    found = programmes_of(place)
    key, topic = "programmes", f"Wat deden we: de programma's in {place.spoken}"
    if found.empty:
        why = f"Van dit gebied is geen programma bekend. {HOW}"
        return finding(key, topic, "", [], filters(place), why_empty=why)
    ids = tuple(found["programme_id"])
    targets = queries.programmas.targets(programme_ids=ids, with_sample=False)
    results = queries.programmas.results(programme_ids=ids, with_sample=False)
    budgets = queries.programmas.budgets(programme_ids=ids, with_sample=False)
    conflicts = queries.programmas.conflicts(programme_ids=ids, with_sample=False)
    whole = targets[targets["target_group"].eq("all")]
    rank = {one: number for number, one in enumerate(ids)}
    whole = whole.sort_values("programme_id", key=lambda column: column.map(rank), kind="stable")
    reached = whole[whole["target_realisation_pct"].notna()]
    running = sentences.running(found)
    differing = [line.removesuffix(BOTH_SHOWN) for line in _conflicts_said(conflicts)]
    rows = found.assign(
        period_text=sentences.each(nl.period, found),
        reached_text=[_reached(whole, results, one) for one in ids],
    )
    return finding(
        key,
        topic,
        next(iter(sentences.each(sentences.realisation, reached)), running),
        [f"{' '.join(differing)}{BOTH_SHOWN}" if differing else "", running],
        filters(place),
        frames=(rows, targets, results, budgets, conflicts),
        period="per cijfer vermeld",
        table=Table(
            rows,
            ("programme_name", "period_text", "reached_text"),
            "Doel en resultaat zoals de bronnen ze noemen; niets is opgeteld",
        ),
    )


def _conflicts_said(conflicts: pd.DataFrame) -> list[str]:
    """Return per programme and subject that sources differ, with what each says."""
    subjects = conflicts.groupby(["programme_name", "what"], sort=False)
    return [
        f"{name}: {sentences.lowered(sentences.conflict(rows))}" for (name, _), rows in subjects
    ]


def reported(targets: pd.DataFrame, results: pd.DataFrame) -> list[str]:
    """Return of one programme the newest of ``programmas/results`` that belong to no target."""
    reached = set(targets.loc[targets["result"].notna(), "indicator"])
    totals = results[results["breakdown"].eq("total") & ~results["indicator"].isin(reached)]
    newest = totals.drop_duplicates("indicator")
    return [f"Gemeld: {said}." for said in sentences.each(sentences.result, newest)]


def _reached(targets: pd.DataFrame, results: pd.DataFrame, programme_id: str) -> str:
    """Return in brief what a programme reached of what it aimed at, and what else it reported."""
    aims, said = (frame[frame["programme_id"].eq(programme_id)] for frame in (targets, results))
    lines = sentences.each(_brief, aims)
    if aims["result"].isna().all():
        told = [f"g{line[1:].split(' – *')[0]}" for line in reported(aims, said)]
        lines += told or ["geen resultaat gepubliceerd"] * bool(lines)
    return sentences.plain("; ".join(lines)) or "Geen doelen of resultaten in aantallen"


def _brief(row: pd.Series) -> str:
    aim = f"{nl.figure(row, 'target', 'target_precision')} {sentences.what(row)}"
    if row["reason"] == "capacity":
        return f"beschikbaar: {aim}"
    if row["reason"] == "phase":
        return f"doel: {aim} ({row['phase']})"
    if nl.is_missing(row["result"]):
        return f"doel: {aim}"
    reached = nl.figure(row, "result", "result_precision")
    return f"{reached} van {aim} ({sentences.realisation_share(row)})"
