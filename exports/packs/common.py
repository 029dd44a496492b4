"""What the slides about an area share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Slide, Table
from answers.places import Place
from words.tension import CRAFTS

INDUSTRY, CONSTRUCTION = "307500", "350000"
SECTORS = (INDUSTRY, CONSTRUCTION)
ALL_SECTORS = ("T001081", *SECTORS)
MOST_ROWS = 8
MOST_SENTENCES = 4
HOW = "De monitor zegt op zijn pagina's hoe de beheerder dit laadt."


def finding(
    key: str, topic: str, title: str, lines: Sequence[str], filters: str, **more: Any
) -> Slide:
    """Return a slide of sentences without markup, each once; untitled, it has its topic."""
    plain = dict.fromkeys(sentences.plain(line) for line in lines if line)
    return Slide(key, topic, sentences.plain(title or topic), tuple(plain), filters=filters, **more)


def some(rows: pd.DataFrame, columns: tuple[str, ...], caption: str) -> Table | None:
    """Return the first rows as a table; None where there is none."""
    return Table(rows.head(MOST_ROWS), columns, caption) if len(rows) else None


def known(place: Place) -> pd.DataFrame:
    """Return what is known about an area, by measure; see ``downloads/known``."""
    found = queries.downloads.known(region_codes=place.codes, province_codes=place.provinces)
    return found.set_index("measure", drop=False)


def filters(place: Place, *more: str) -> str:
    """Return what was chosen: the area, and what else."""
    return "; ".join([f"gebied: {place.label}", *more])


def by_province(place: Place) -> str:
    """Return which provinces stand in for an area, or nothing where it consists of them."""
    return "" if place.is_whole else sentences.by_province(place.name, place.province_names)


def latest_vacancies(place: Place, *sectors: str) -> pd.DataFrame:
    """Return the newest vacancies of the provinces of an area, per sector."""
    return queries.overzicht.latest(region_codes=place.provinces, sector_codes=sectors)


def programmes_of(place: Place) -> pd.DataFrame:
    """Return the programmes of an area: its own first, those of the whole country last."""
    codes = tuple(dict.fromkeys((*place.codes, *place.provinces)))
    found = queries.overzicht.programmes(region_codes=codes, with_sample=False)
    is_own = found["region_names"].isin([place.name, *(place.province_names * place.is_whole)])
    is_national = found["region_names"].eq("Nederland")
    return pd.concat(
        [found[is_own], found[~is_own & ~is_national], found[is_national]], ignore_index=True
    )


def has_parts_of_tension() -> bool:
    """Return whether a real file of UWV is loaded, for when an area has no total of its groups."""
    asked = {"measure": "tension", "breakdown": CRAFTS, "kind": "arbeidsmarktregio"}
    return not queries.filters.periods(**asked, with_sample=False).empty


def no_tension() -> str:
    """Return what is missing where an area has no tension."""
    of_all = " dat hier alle beroepsgroepen van de vakkrachten heeft"
    return f"geen bestand van UWV geladen{of_all if has_parts_of_tension() else ''}"


def span_of(rows: pd.DataFrame, code: str) -> str:
    """Return the first and the last period of rows, the last with its age.

    Args:
        rows: With their ``period_label``, of periods of one kind.
        code: Column with the code of the period.
    """
    if rows.empty:
        return ""
    by_period = rows.sort_values(code)
    first, last = by_period.iloc[0], by_period.iloc[-1]
    ends = nl.aged(last["period_label"], last[code])
    return ends if first[code] == last[code] else f"{first['period_label']} t/m {ends}"
