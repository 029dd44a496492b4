"""Sentences about what changed between two days, or since a link was made."""

from __future__ import annotations

import datetime

import pandas as pd

import words as nl
from sentences.nl.phrases import count, of_real_figures

MOST_REVISIONS = 3


NEW_PERIOD = ("nieuwe periode", "nieuwe perioden")


FIGURE = ("cijfer", "cijfers")


PROGRAMME = ("programma", "programma's")


@of_real_figures
def since(row: pd.Series) -> str:
    """Return what changed between two days, in a few sentences.

    Args:
        row: The row of ``sinds/summary``.
    """
    said = [_new_periods(row), _added(row), _revised(row), _about_programmes(row), _crossed(row)]
    said = [text for text in said if text]
    start = f"Sinds {nl.date(row['since_on'])}, tot en met {nl.date(row['until_on'])}"
    if not said:
        return f"{start}, kwam er niets bij en werd niets herzien, voor zover bekend is."
    return f"{start}:\n\n" + "\n".join(f"- {text}" for text in said)


def _new_periods(row: pd.Series) -> str:
    if not row["periods"]:
        return ""
    verb = "kwam" if row["periods"] == 1 else "kwamen"
    return (
        f"{verb} er **{count(row['periods'], NEW_PERIOD)}** bij, per reeks geteld; de nieuwste is "
        f"{row['newest_period_label']}."
    )


def _added(row: pd.Series) -> str:
    if not row["figures_added"]:
        return ""
    verb = "kwam" if row["figures_added"] == 1 else "kwamen"
    added = count(row["figures_added"], FIGURE)
    return f"{verb} er **{added}** bij over perioden waarvan er al cijfers waren."


def _revised(row: pd.Series) -> str:
    if not row["figures_revised"]:
        return ""
    verb = "werd" if row["figures_revised"] == 1 else "werden"
    return f"{verb} **{count(row['figures_revised'], FIGURE)}** herzien."


def _about_programmes(row: pd.Series) -> str:
    parts = []
    if row["programmes_delivered"]:
        verb = "leverde" if row["programmes_delivered"] == 1 else "leverden"
        parts.append(f"{verb} **{count(row['programmes_delivered'], PROGRAMME)}** aan.")
    if row["programmes_changed"]:
        first = (
            " Daaronder is de eerste levering van die bron: de feiten zelf zijn ouder."
            if row["has_first_release"]
            else ""
        )
        parts.append(
            f"kwamen of veranderden er feiten over "
            f"**{count(row['programmes_changed'], PROGRAMME)}**.{first}"
        )
    return "\n- ".join(parts)


def _crossed(row: pd.Series) -> str:
    crossed = row["tighter"] + row["looser"]
    if not row["compared"] or not (crossed or row["uncertain"]):
        return ""
    unsure = (
        f" Bij {nl.number(row['uncertain'])} van {nl.number(row['compared'])} is dat niet zeker."
        if row["uncertain"]
        else ""
    )
    said = (
        f"werd het {nl.number(row['tighter'])} keer een klasse **krapper** en "
        f"{nl.number(row['looser'])} keer **ruimer** (gebied en beroep of techniekdomein; van "
        f"{row['quarter_then_label']} naar {row['quarter_now_label']})."
        if crossed
        else "ging de spanning nergens zeker over een grens."
    )
    return said + unsure


@of_real_figures
def undated(moments: pd.DataFrame) -> str:
    """Return of how many sources no day is known on which they were retrieved.

    Args:
        moments: Rows of ``sinds/moments``.
    """
    without = moments[moments["has_undated"]]
    if without.empty:
        return "Van elke levering is bekend wanneer zij is opgehaald."
    verb = "is" if len(without) == 1 else "zijn"
    return (
        f"Van {nl.number(len(without))} van {nl.number(len(moments))} bronnen {verb} leveringen "
        "geladen waarvan niet vermeld is wanneer ze zijn opgehaald. Wat daarvan wanneer bekend "
        "was, vóór de eerste levering met een datum, is niet te zeggen; ze tellen als altijd al "
        "bekend en komen hierboven niet voor."
    )


@of_real_figures
def revised(rows: pd.DataFrame, made_on: datetime.date) -> str:
    """Return how many figures were revised since a link was made, and what the newest became.

    Args:
        rows: Rows of ``links/revised`` with their texts; see ``since.changed_texts``.
        made_on: The day on which the link was made.
    """
    figures = int(rows["figures_in_all"].iloc[0])
    named = [_revision(row) for _, row in rows.head(MOST_REVISIONS).iterrows()]
    more = figures - len(named)
    verb = "is" if figures == 1 else "zijn"
    return (
        f"Sinds deze link is gemaakt ({nl.date(made_on)}) {verb} "
        f"**{count(figures, ('cijfer', 'cijfers'))}** herzien: {'; '.join(named)}"
        f"{f'; en nog {nl.number(more)}' if more else ''}."
    )


def _revision(row: pd.Series) -> str:
    parts = [
        str(row[column])
        for column in ("table_label", "subject_label", "region_name", "period_label")
        if not nl.is_missing(row[column])
    ]
    old, new = row["old_figure_text"], row["new_figure_text"]
    return f"{parts[0].lower()} {', '.join(parts[1:])}: {old} → {new}"
