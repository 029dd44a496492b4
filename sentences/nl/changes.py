"""Sentences about what changed between two days, or since a link was made."""

from __future__ import annotations

import datetime

import pandas as pd

import words as nl
from sentences.nl.phrases import agreeing, count, of_real_figures

MOST_REVISIONS = 3
NEW_PERIOD = ("nieuwe periode", "nieuwe perioden")
FIGURE = ("cijfer", "cijfers")
PROGRAMME = ("programma", "programma's")
CAME, BECAME = ("kwam", "kwamen"), ("werd", "werden")


@of_real_figures
def since(row: pd.Series) -> str:
    """Return what changed between the two days of ``sinds/summary``, in a few sentences."""
    said = [*_figures(row), *_about_programmes(row), *_crossed(row)]
    start = f"Sinds {nl.date(row['since_on'])}, tot en met {nl.date(row['until_on'])}"
    if not said:
        return f"{start}, kwam er niets bij en werd niets herzien, voor zover bekend is."
    return f"{start}:\n\n" + "\n".join(f"- {text}" for text in said)


def _figures(row: pd.Series) -> list[str]:
    periods, added, changed = row["periods"], row["figures_added"], row["figures_revised"]
    said = []
    if periods:
        said.append(
            f"{agreeing(periods, CAME)} er **{count(periods, NEW_PERIOD)}** bij, per reeks geteld; "
            f"de nieuwste is {row['newest_period_label']}."
        )
    if added:
        came = f"{agreeing(added, CAME)} er **{count(added, FIGURE)}** bij"
        said.append(f"{came} over perioden waarvan er al cijfers waren.")
    if changed:
        said.append(f"{agreeing(changed, BECAME)} **{count(changed, FIGURE)}** herzien.")
    return said


def _about_programmes(row: pd.Series) -> list[str]:
    delivered, changed, said = row["programmes_delivered"], row["programmes_changed"], []
    if delivered:
        verb = agreeing(delivered, ("leverde", "leverden"))
        said.append(f"{verb} **{count(delivered, PROGRAMME)}** aan.")
    if changed:
        first = " Daaronder is de eerste levering van die bron: de feiten zelf zijn ouder."
        said.append(
            f"kwamen of veranderden er feiten over **{count(changed, PROGRAMME)}**."
            f"{first if row['has_first_release'] else ''}"
        )
    return said


def _crossed(row: pd.Series) -> list[str]:
    crossed = row["tighter"] + row["looser"]
    if not row["compared"] or not (crossed or row["uncertain"]):
        return []
    said = "ging de spanning nergens zeker over een grens."
    if crossed:
        said = (
            f"werd het {nl.number(row['tighter'])} keer een klasse **krapper** en "
            f"{nl.number(row['looser'])} keer **ruimer** (gebied en beroep of techniekdomein; van "
            f"{row['quarter_then_label']} naar {row['quarter_now_label']})."
        )
    if row["uncertain"]:
        of_all = f"{nl.number(row['uncertain'])} van {nl.number(row['compared'])}"
        said += f" Bij {of_all} is dat niet zeker."
    return [said]


@of_real_figures
def undated(moments: pd.DataFrame) -> str:
    """Return of how many sources of ``sinds/moments`` no day of retrieval is known."""
    without = int(moments["has_undated"].sum())
    if not without:
        return "Van elke levering is bekend wanneer zij is opgehaald."
    return (
        f"Van {nl.number(without)} van {nl.number(len(moments))} bronnen "
        f"{agreeing(without, ('is', 'zijn'))} leveringen geladen waarvan niet vermeld is wanneer "
        "ze zijn opgehaald. Noemt de bron zelf de dag waarop zij het bestand wijzigde, dan telt de "
        "nieuwste periode vanaf die dag. Van al het andere daarin is niet te zeggen wanneer het "
        "bekend werd."
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
    return (
        f"Sinds deze link is gemaakt ({nl.date(made_on)}) {agreeing(figures, ('is', 'zijn'))} "
        f"**{count(figures, FIGURE)}** herzien: {'; '.join(named)}"
        f"{f'; en nog {nl.number(more)}' if more else ''}."
    )


def _revision(row: pd.Series) -> str:
    first, *rest = (
        str(row[column])
        for column in ("table_label", "subject_label", "region_name", "period_label")
        if not nl.is_missing(row[column])
    )
    change = f"{row['old_figure_text']} → {row['new_figure_text']}"
    return f"{first.lower()} {', '.join(rest)}: {change}"
