"""Fictitious students and graduates of mbo, in the form in which CBS publishes real ones.

Province, level, learning path and field are real categories. Every figure is a formula with a fixed
seed, in round tens; totals are the sums of their parts. Nothing is fitted to a published figure.
"""

from __future__ import annotations

import itertools
import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from etl import raw
from etl.protocols.cbs_table import Row
from etl.register import RawFile, Source, source
from etl.sample import RELEASE, SEED, provenance

PROVINCES = tuple(f"PV{number}" for number in range(20, 32))
LEVELS = ("Mbo-entreeopleiding", "Mbo niveau 2", "Mbo niveau 3", "Mbo niveau 4")
PATHS = ("Bol totaal", "Bbl totaal")
FIELDS = ("06 Informatica", "07 Techniek, industrie en bouwkunde", "09 Gezondheidszorg en welzijn")
YEARS = tuple(f"{year}SJ00" for year in range(2018, 2026))
TOTALS = ("Totaal", "Totaal mbo (incl. extranei)", "Totaal", "NL01")
LEVEL_SHARE = dict(zip(LEVELS, (0.05, 0.2, 0.25, 0.5), strict=True))
FIELD_SHARE = dict(zip(FIELDS, (0.15, 0.45, 0.4), strict=True))
GRADUATE_SHARE = 0.28

Cell = tuple[str, str, str, str]


def make(to: Path) -> list[Path]:
    """Make both tables and take them through the reader of CBS tables.

    Args:
        to: The folder with fictitious figures, laid out as the raw folder.

    Returns:
        The files written.
    """
    return [
        _write(to, source("cbs_mbo_students"), "85353NED", 1),
        _write(to, source("cbs_mbo_graduates"), "85356NED", GRADUATE_SHARE),
    ]


def _write(to: Path, entry: Source, stem: str, share: float) -> Path:
    file = next(file for file in entry.files if file.stem == stem)
    with tempfile.TemporaryDirectory() as name:
        _write_pages(Path(name), file, share)
        table = raw.read(file, Path(name))
    folder = to / entry.source_id / RELEASE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    said = provenance(file.title, "CBS")
    return raw.write(entry, file, table, folder, RELEASE, None, f"{YEARS[0]}-{YEARS[-1]}", said)


def _write_pages(folder: Path, file: RawFile, share: float) -> None:
    """Write what OData v4 of CBS would give for the fictitious figures."""
    [measure] = file.units
    titles = [(*LEVELS, TOTALS[0]), (*PATHS, TOTALS[1]), (*FIELDS, TOTALS[2])]
    codes = {
        name: {title: f"A{number:06}" for number, title in enumerate(found)}
        for name, found in zip(("Niveau", "Leerweg", "Studierichting"), titles, strict=True)
    }
    for name, of_title in codes.items():
        _list(folder / f"{name}.json", [_category(code, title) for title, code in of_title.items()])
    _list(folder / "Perioden.json", [_category(year, year) for year in YEARS])
    unit = file.units[measure]
    _list(folder / "MeasureCodes.json", [{**_category("M000000", measure), "Unit": unit}])
    observations = [
        {
            "Id": number,
            "Measure": "M000000",
            "Value": value,
            "ValueAttribute": "None",
            "Niveau": codes["Niveau"][level],
            "Leerweg": codes["Leerweg"][path],
            "Studierichting": codes["Studierichting"][field],
            "Regio": region,
            "Perioden": year,
        }
        for number, ((level, path, field, region), year, value) in enumerate(_figures(share))
    ]
    _list(folder / "observations_page1.json", observations)


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


def _category(code: str, title: str) -> Row:
    return {"Identifier": code, "Title": title}


def _list(path: Path, entries: list[Row]) -> None:
    path.write_text(json.dumps({"value": entries}), "utf-8")
