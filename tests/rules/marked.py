"""Every row, file, table and source line of a fictitious figure says that it is one."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator

import pandas as pd

from answers import origin
from exports.tables import files
from tests import answers
from tests.written import made
from ui.parts import tables
from words.marks import SAMPLE, is_sample

NO_FIGURES = {
    "downloads/names": "gives names to codes, says nothing about them",
    "filters/periods": "names the periods that can be chosen, nothing about them",
    "filters/regions": "names the regions that can be chosen, nothing about them",
    "filters/samples": "names the sources that have fictitious figures",
    "filters/search": "names what can be found, says nothing about it",
    "mbo/fields": "names the fields that can be chosen, nothing about them",
}
LEFT_OUT = {
    "downloads/known": "a fictitious figure is not known",
    "downloads/known_on": "a fictitious release has no day",
    "krapte_en_inzet/regions_without_programme": "a fictitious programme is none of a region",
    "krapte_en_inzet/strip_quarters": "a fictitious programme has no vacancies beside it",
    "krapte_en_inzet/strips": "a fictitious programme has no vacancies beside it",
    "krapte_en_inzet/vacancies": "a fictitious programme has no vacancies beside it",
    "overzicht/unknown": "a fictitious figure is a gap",
    "programmas/confidence": "a fictitious programme has no real context",
    "programmas/press": "a fictitious programme has no real context",
    "verantwoording/coverage": "counts figures that are real",
    "verantwoording/empty": "a fictitious figure is missing",
    "verantwoording/quotes_compared": "a fictitious file has nothing to compare",
    "verantwoording/stories": "a fictitious figure says nothing of a story",
    "verantwoording/what_stands": "a fictitious figure is missing",
}


def says_what_its_rows_are(
    question: str, frame: pd.DataFrame, with_status: set[str]
) -> Iterator[str]:
    """An answer from tables with a status has it in its rows, of each figure that has its own."""
    if not answers.tables_of(question) & with_status or question in NO_FIGURES | LEFT_OUT:
        return
    columns = [name for name in frame if str(name).endswith("status") and name != "release_status"]
    found = {status for name in columns for status in frame[name].dropna()}
    if "sample" not in found:
        yield "hides that its rows are fictitious"
    if found - {"sample", "published", "estimated"}:
        yield f"has rows that are {', '.join(sorted(found))}"


def says_it_in_files(frame: pd.DataFrame) -> Iterator[str]:
    """A file of fictitious rows says so in its name, its sheet, its note, and in each row."""
    table = files.export(frame, name="x", title="x")
    text = made("csv_nl", table).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    if len(rows) != len(frame):
        yield f"has {len(rows)} rows in a file instead of {len(frame)}"
    for number, row in enumerate(rows):
        is_fictitious = "sample" in [row[name] for name in row if name.endswith("status")]
        if row["fictief"] != ("ja" if is_fictitious else "nee"):
            yield f"says in row {number} of a file that fictief is {row['fictief']}"
            break
    if not table.name.startswith("VOORBEELD_vakkrachtmonitor_x"):
        yield f"has a file that is named {table.name}"
    if f"{SAMPLE}: een deel" not in str(files.about(table)):
        yield "does not say it in the note of a file"
    with zipfile.ZipFile(io.BytesIO(made("xlsx", table))) as book:
        if b"VOORBEELD Gegevens" not in book.read("xl/workbook.xml"):
            yield "does not say it in the name of the sheet"


def says_it_on_screen(frame: pd.DataFrame) -> Iterator[str]:
    """A table of fictitious rows is called so, row by row, and so is its source line."""
    column = next(name for name in frame if str(name).endswith(("_label", "_name", "title")))
    shown = tables.html(frame, [column], "Vacatures")
    if f"{SAMPLE}: Vacatures" not in shown:
        yield "does not say it in the caption of a table"
    if not shown.count(">ja</td>") == is_sample(frame).sum() > 0:
        yield "does not say it in each row of a table"
    if SAMPLE not in origin.source_line(frame):
        yield "does not say it in the source line"
