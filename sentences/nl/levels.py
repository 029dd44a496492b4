"""Sentences about levels: what was published or measured of them, and what is assumed."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import of_real_figures


@of_real_figures
def newest_split(rows: pd.DataFrame) -> str:
    """Return what the newest edition with levels says, with its age, of ``mbo/skill_vacancies``."""
    split = rows[rows["is_newest_split"]]
    if split.empty:
        return ""
    first = split.iloc[0]
    when = nl.aged(first["period_label"], first["period"])
    return f"{skill_vacancies(split)} Schatting van UWV, {when}."


@of_real_figures
def skill_vacancies(rows: pd.DataFrame) -> str:
    """Return which part of technical vacancies asks for which skill level, of one edition.

    Args:
        rows: Of ``mbo/skill_vacancies``, of one quarter and field.
    """
    own = rows.set_index("skill_level")
    most = own.drop(index="total")["open_vacancies"].idxmax()
    return (
        f"Van {nl.number(own.loc['total', 'open_vacancies'])} technische vacatures in Nederland "
        f"vroeg **{nl.percentage(own.loc[most, 'share_pct'], decimals=1)}** "
        f"{own.loc[most, 'skill_level_label']}{_rounded(own.loc['total'])}."
    )


def _rounded(total: pd.Series) -> str:
    """Return that the levels come to another number than their total, where they do."""
    if nl.is_missing(total["sum_of_levels"]) or total["sum_of_levels"] == total["open_vacancies"]:
        return ""
    return f"; door afronding komen de niveaus samen op {nl.number(total['sum_of_levels'])}"


@of_real_figures
def skill_as_mbo(rows: pd.DataFrame) -> str:
    """Return what the assumption makes of a published split, of ``mbo/skill_as_mbo``."""
    own = rows.set_index("mbo_level")
    said = [
        f"{nl.percentage(own.loc[level, 'share_pct'])} {own.loc[level, 'level_label']}"
        for level in ("mbo2_3", "mbo4")
    ]
    return (
        f"De aanname van deze monitor maakt daarvan {' en '.join(said)}. ISCO telt geen "
        "mbo-niveaus: dit is een schatting, het bereik zegt hoe ruim."
    )


@of_real_figures
def education_split(row: pd.Series) -> str:
    """Return how all workers with mbo 2, 3 or 4 divide, of ``mbo/education_split``."""
    when = nl.aged(row["period_label"], row["period"])
    return (
        f"Van alle werkenden met mbo 2, 3 of 4 heeft "
        f"{nl.percentage(row['mbo2_3_workers_pct'])} mbo 2–3 en "
        f"{nl.percentage(row['mbo4_workers_pct'])} mbo 4 (CBS, {when}, alle beroepen samen; per "
        "beroep is dat niet gepubliceerd)."
    )
