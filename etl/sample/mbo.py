"""Fictitious students and graduates of mbo, in the form in which CBS publishes real ones.

Province, level, learning path and field are real categories. Every figure is a formula with a fixed
seed, in round tens; totals are the sums of their parts. Nothing is fitted to a published figure.
"""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from etl import raw
from etl.protocols import rows
from etl.register import Source, source
from etl.sample import RELEASE, SEED, provenance

PROVINCES = tuple(f"PV{number}" for number in range(20, 32))
LEVELS = ("Mbo-entreeopleiding", "Mbo niveau 2", "Mbo niveau 3", "Mbo niveau 4")
PATHS = ("Bol totaal", "Bbl totaal")
FIELDS = ("06 Informatica", "07 Techniek, industrie en bouwkunde", "09 Gezondheidszorg en welzijn")
YEARS = tuple(f"{year}SJ00" for year in range(2018, 2026))
TOTALS = ("Totaal", "Totaal mbo (incl. extranei)", "Totaal", "NL01")
DIMENSIONS = ("Niveau", "Leerweg", "Studierichting")
TITLES = [(*own, total) for own, total in zip((LEVELS, PATHS, FIELDS), TOTALS, strict=False)]
LEVEL_SHARE = dict(zip(LEVELS, (0.05, 0.2, 0.25, 0.5), strict=True))
FIELD_SHARE = dict(zip(FIELDS, (0.15, 0.45, 0.4), strict=True))
GRADUATE_SHARE = 0.28

Cell = tuple[str, str, str, str]


def make(to: Path) -> list[Path]:
    """Make both tables as the reader of CBS tables would; return the files written."""
    return [
        _write(to, source("cbs_mbo_students"), "85353NED", 1),
        _write(to, source("cbs_mbo_graduates"), "85356NED", GRADUATE_SHARE),
    ]


def _write(to: Path, entry: Source, stem: str, share: float) -> Path:
    file = next(file for file in entry.files if file.stem == stem)
    columns: dict[str, list[str]] = {name: [] for name in file.columns}
    for cell, year, value in _figures(share):
        for name, title, titles in zip(DIMENSIONS, cell, TITLES, strict=False):
            columns[name].append(f"A{titles.index(title):06}")
            columns[f"{name}:Title"].append(title)
        columns["Regio"].append(cell[-1])
        columns["Perioden"].append(year)
        columns["Perioden:Status"].append("")
        columns[next(iter(file.units))].append(str(value))
    table = rows.table(range(len(columns["Regio"])), columns)
    folder = to / entry.source_id / RELEASE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    said = provenance(file.title, "CBS")
    return raw.write(entry, file, table, folder, RELEASE, None, f"{YEARS[0]}-{YEARS[-1]}", said)


def _figures(share: float) -> Iterator[tuple[Cell, str, int]]:
    """Yield each cell with its totals, per school year."""
    seeded = random.Random(SEED)
    size = {province: seeded.lognormvariate(9.2, 0.5) for province in PROVINCES}
    for number, year in enumerate(YEARS):
        cells: dict[Cell, int] = {}
        for cell in itertools.product(LEVELS, PATHS, FIELDS, PROVINCES):
            level, path, field, province = cell
            expected = size[province] * LEVEL_SHARE[level] * FIELD_SHARE[field] * share
            expected *= (0.65 if path == PATHS[0] else 0.35) * (1 - 0.01 * number)
            value = int(round(expected * seeded.uniform(0.9, 1.1), -1))
            for kept in itertools.product((True, False), repeat=4):
                place = tuple(
                    own if keep else total
                    for own, total, keep in zip(cell, TOTALS, kept, strict=True)
                )
                cells[place] = cells.get(place, 0) + value  # type: ignore[index, arg-type]
        for place, value in cells.items():
            yield place, year, value
