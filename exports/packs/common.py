"""What the slides about an area share."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
from answers.places import Place

INDUSTRY, CONSTRUCTION = "307500", "350000"
SECTORS = (INDUSTRY, CONSTRUCTION)
ALL_SECTORS = ("T001081", *SECTORS)
MOST_ROWS = 8
MOST_SENTENCES = 4
HOW = "De monitor zegt op zijn pagina's hoe de beheerder dit laadt."
NO_TENSION = "geen bestand van UWV geladen"
OF_ALL = " dat hier alle technische beroepsgroepen heeft"


def impossible(subject: str, name: str, why: str) -> str:
    """Return finding 10: that nothing can be said about a subject, and why."""
    return f"Over {subject} in {name} is geen uitspraak mogelijk: {why}."


def known(place: Place) -> pd.DataFrame:
    """Return what is known about an area; see ``downloads/known``."""
    return queries.downloads.known(region_codes=place.codes, province_codes=place.provinces)


def filters(place: Place, *more: str) -> str:
    """Return what was chosen: the area, and what else."""
    return "; ".join([f"gebied: {place.label}", *more])


def latest_vacancies(place: Place, *sectors: str) -> pd.DataFrame:
    """Return the newest vacancies of the provinces of an area, per sector."""
    return queries.overzicht.latest(region_codes=place.provinces, sector_codes=sectors)


def programmes_of(place: Place) -> pd.DataFrame:
    """Return the programmes of an area: its own first, those of the whole country last."""
    codes = tuple(dict.fromkeys((*place.codes, *place.provinces)))
    found = queries.overzicht.programmes(region_codes=codes, with_sample=False)
    is_own = found["region_names"].isin([place.name, *(place.province_names * place.is_whole)])
    is_national = found["region_names"].eq("Nederland")
    order = [*found.index[is_own], *found.index[~is_own & ~is_national], *found.index[is_national]]
    return found.loc[order].reset_index(drop=True)


def has_parts_of_tension() -> bool:
    """Return whether a real file of UWV is loaded, for when an area has no total of its groups."""
    asked = {"measure": "tension", "breakdown": "all_technical", "kind": "arbeidsmarktregio"}
    return not queries.filters.periods(**asked, with_sample=False).empty


def plain_lines(lines: list[str]) -> tuple[str, ...]:
    """Return sentences without markup, each once."""
    return tuple(dict.fromkeys(sentences.plain(line) for line in lines if line))


def span_of(labels: pd.Series) -> str:
    """Return the first and the last of the labels of periods."""
    known_ = [str(label) for label in labels.dropna()]
    if not known_:
        return ""
    first, last = known_[0], known_[-1]
    return first if first == last else f"{first} t/m {last}"
