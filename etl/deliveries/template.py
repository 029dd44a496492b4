"""The template that bureaus fill in: a workbook and a csv file per table, made of the schema."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from etl.deliveries import guide
from etl.deliveries.format import LEVERING, Column, Table, tables

WORKBOOK, DICTIONARY = "aanlevering.xlsx", "gegevenswoordenboek.csv"
ROWS_WITH_CHOICES = 20_000
MADE = datetime.datetime(2026, 1, 1)
FORMATS = {"date": "dd-mm-yyyy", "money": "#,##0.00", "whole": "0"}
AS_TEXT = "@"
WIDTH = 22


def make(to: Path) -> list[Path]:
    """Write the template: ``aanlevering.xlsx``, a csv file per table and the data dictionary.

    Args:
        to: The folder; made when it is not there.

    Returns:
        The files written.
    """
    to.mkdir(parents=True, exist_ok=True)
    written = [to / WORKBOOK]
    with xlsxwriter.Workbook(
        written[0], {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": "Aanlevering Vakkrachtmonitor", "created": MADE})
        _write(book)
    for table in tables().values():
        labels = [column.label for column in table.columns]
        written.append(_csv(to / f"{table.label}.csv", [labels]))
    written.append(_csv(to / DICTIONARY, guide.dictionary()))
    return written


def _csv(path: Path, rows: guide.Rows) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def _write(book: xlsxwriter.Workbook) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheets = guide.sheets()
    _guide(book, guide.UITLEG, sheets, bold)
    _guide(book, LEVERING, sheets, bold)
    sheet = book.get_worksheet_by_name(LEVERING)
    sheet.set_column(1, 1, WIDTH, book.add_format({"num_format": FORMATS["date"]}))
    for table in tables().values():
        _table(book, table, bold)
    for name in list(sheets)[2:]:
        _guide(book, name, sheets, bold)


def _guide(
    book: xlsxwriter.Workbook, name: str, sheets: dict[str, guide.Rows], bold: object
) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 20, WIDTH)
    heads = [rows[0] for rows in (guide.dictionary(), guide.code_lists())]
    for line, row in enumerate(sheets[name]):
        head = row in heads or line == 0
        for place, text in enumerate(row):
            if text:
                sheet.write_string(line, place, text, bold if head else None)


def _table(book: xlsxwriter.Workbook, table: Table, bold: object) -> None:
    sheet = book.add_worksheet(table.label)
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(table.columns):
        style = book.add_format({"num_format": FORMATS.get(column.kind, AS_TEXT)})
        sheet.set_column(place, place, WIDTH, style)
        sheet.write_string(0, place, column.label, bold)
        sheet.data_validation(1, place, ROWS_WITH_CHOICES, place, _validation(column))


def _validation(column: Column) -> dict[str, object]:
    """Return what Excel offers and says at the cells of a column."""
    required = "Verplicht. " if column.required else ""
    said: dict[str, object] = {
        "validate": "any",
        "input_title": column.label[:32],
        "input_message": f"{required}{column.about}"[:255],
    }
    if guide.list_of(column) and column.kind != "codes":
        place = list(guide.list_columns()).index(guide.list_of(column))
        letters = xl_col_to_name(place, col_abs=True)
        last = len(guide.shown(column)) + 1
        said |= {
            "validate": "list",
            "source": f"={guide.CODELIJSTEN}!{letters}$2:{letters}${last}",
            "error_title": "Niet in de lijst",
            "error_message": "Kies een waarde uit de lijst.",
        }
    return said
