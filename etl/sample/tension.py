"""Fictitious figures in the form of a UWV workbook: what pages show until a real file is there.

Region, occupation and quarter are real codes. Every figure is a formula with a fixed seed, in round
tens: a size per region and per occupation, a business cycle, the season and some noise. Nothing is
fitted to a published figure.
"""

from __future__ import annotations

import datetime
import math
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import xlsxwriter

from brand.classes import CLASSES
from etl.releases import importing
from etl.releases.importing import SOURCE, Imported
from etl.sample import MARK, RELEASE, SEED, provenance
from words import reference

FIRST_YEAR, QUARTERS = 2018, 34
UNDIVIDED = "AM99"
COUNTRY = "Nederland"
HEADER = (
    "Arbeidsmarktregio",
    "Beroepsgroep",
    "Kwartaal",
    "Openstaande vacatures",
    "WW korter dan zes maanden",
    "Spanningsindicator",
    "Typering",
)

Row = tuple[str | float, ...]


def make(to: Path, keep: Path | None = None) -> Imported:
    """Make the fictitious workbook, keep it if wanted, and import it as a release of its own."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as fresh:
        workbook = Path(folder) / "voorbeeld_fictief.xlsx"
        write_workbook(workbook)
        imported = importing.import_workbook(
            workbook, Path(fresh), RELEASE, said=provenance("Spanningsindicator", "UWV")
        )
        target = to / SOURCE.source_id / RELEASE
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(imported.path.parent, target)
        if keep:
            shutil.copyfile(workbook, keep)
    return replace(imported, path=target / imported.path.name)


def write_workbook(path: Path) -> None:
    """Write the workbook; every run gives the same bytes."""
    made = datetime.datetime.fromisoformat(RELEASE)
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        workbook.set_properties({"title": f"{MARK}: Spanningsindicator", "created": made})
        sheet = workbook.add_worksheet(MARK)
        sheet.write_row(0, 0, [f"{MARK}: verzonnen cijfers, niet van UWV"])
        sheet.write_row(2, 0, HEADER)
        for number, row in enumerate(rows(), start=3):
            sheet.write_row(number, 0, row)


def rows() -> Iterator[Row]:
    """Yield the fictitious rows, in the order of ``HEADER``."""
    seeded = random.Random(SEED)
    regions, groups = _regions(), [row["label"] for row in reference("uwv_group")]
    region_size = {region: seeded.lognormvariate(0, 0.6) for region in regions}
    group_size = {group: seeded.lognormvariate(0, 0.8) for group in groups}
    tightness = {group: seeded.lognormvariate(0.6, 0.6) for group in groups}
    nobody = {(r, g) for r in regions for g in groups if seeded.random() < 0.02}
    for quarter in range(QUARTERS):
        year, number = FIRST_YEAR + quarter // 4, quarter % 4 + 1
        cycle, season = _cycle(quarter), 1 + 0.05 * math.cos(math.pi * number / 2)
        country = dict.fromkeys(groups, (0.0, 0.0))
        for region in regions:
            for group in groups:
                people = 45 * region_size[region] * group_size[group] * seeded.uniform(0.85, 1.15)
                jobseekers = people / cycle * season
                vacancies = people * tightness[group] * cycle * seeded.uniform(0.9, 1.1)
                if (region, group) in nobody:
                    jobseekers = 0.0
                country[group] = (country[group][0] + vacancies, country[group][1] + jobseekers)
                published = _published(vacancies, jobseekers, seeded.random() < 0.003)
                yield region, group, f"{year}KW0{number}", *published
        for group, (vacancies, jobseekers) in country.items():
            published = _published(vacancies, jobseekers, is_secret=False)
            yield COUNTRY, group, f"{year}KW0{number}", *published


def _regions() -> list[str]:
    """Return one name per arbeidsmarktregio of today."""
    names = {
        row["region_code"]: row["name"]
        for row in reversed(reference("region_name"))
        if row["kind"] == "arbeidsmarktregio" and row["region_code"] != UNDIVIDED
    }
    return list(names.values())


def _cycle(quarter: int) -> float:
    """Return the business cycle: up to 2019, a dip in 2020, a peak in 2022, then slowly down."""
    dip = 0.45 * math.exp(-(((quarter - 9.5) / 1.8) ** 2))
    peak = 0.55 * math.exp(-(((quarter - 18) / 5) ** 2))
    return 1 + 0.02 * min(quarter, 7) - dip + peak


def _published(vacancies: float, jobseekers: float, is_secret: bool) -> Row:
    """Return vacancies, jobseekers, ratio and class as they would be published."""
    if is_secret:
        return "x", "x", "x", "x"
    if vacancies < 10 or 0 < jobseekers < 10:
        shown = ["<10" if 0 < n < 10 else round(n, -1) for n in (vacancies, jobseekers)]
        return *shown, "x", "x"
    open_vacancies, people = round(vacancies, -1), round(jobseekers, -1)
    if not people:
        return open_vacancies, 0, "", CLASSES[-1].label
    ratio = open_vacancies / people
    name = next(one.label for one in reversed(CLASSES) if ratio >= one.from_ratio)
    return open_vacancies, people, round(ratio, 2), name
