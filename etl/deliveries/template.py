"""The template that bureaus fill in: a workbook and a csv file per table, made of the schema."""

from __future__ import annotations

import csv
import datetime
import functools
import itertools
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from etl.deliveries.format import (
    AS_OF_LABEL,
    CONTROL_LABELS,
    CONTROLE,
    LEVERING,
    Column,
    Table,
    tables,
)
from etl.deliveries.values import codes
from words.spelling import plain

UITLEG, VOORBEELD, CODELIJSTEN = "uitleg", "voorbeeld", "codelijsten"
KINDS = {
    "key": "sleutel: letters (hooguit drie achter elkaar) en cijfers (hooguit zeven)",
    "date": "datum: 2024-02-01 of 1-2-2024",
    "region": "gemeente: code of naam, of onbekend",
    "code": "keuze uit de lijst",
    "codes": "een of meer keuzes uit de lijst, met ; ertussen",
    "occupation": "beroepsgroep: vier cijfers (BRC 2014)",
    "sector": "sector: een letter (SBI 2008)",
    "money": "bedrag in euro: 2500 of 2.500,00",
    "funder": "naam van de financier, zoals bij het programma opgegeven",
    "whole": "geheel getal",
}
INTRODUCTION = (
    "Aanlevering van een programma aan de Vakkrachtmonitor",
    "Vul de bladen deelname, voucher en vacature; een blad dat leeg blijft telt als niet geleverd.",
    "Elke levering is de hele stand van het programma op de peildatum (blad levering).",
    "Een onderdeel dat niet geleverd is, blijft zoals het in de vorige aanlevering was.",
    "Zet nergens een naam, BSN, geboortedatum, e-mailadres, telefoonnummer, rekeningnummer,",
    "adres of postcode: het hele bestand wordt dan geweigerd. Gebruik sleutels zonder betekenis.",
    "Geen formules, geen extra kolommen, geen extra bladen, geen opmerkingen bij cellen.",
    "Het blad controle is niet verplicht; wat er staat, moet kloppen met de bladen.",
    "Het blad voorbeeld laat per onderdeel een rij zien en wordt niet ingelezen.",
)
HEADS = ["Onderdeel", "Kolom", "Technische naam", "Verplicht", "Soort", "Uitleg", "Voorbeeld"]
WORKBOOK, DICTIONARY = "aanlevering.xlsx", "gegevenswoordenboek.csv"
ROWS_WITH_CHOICES = 20_000
MADE = datetime.datetime(2026, 1, 1)
FORMATS = {"date": "dd-mm-yyyy", "money": "#,##0.00", "whole": "0"}
AS_TEXT = "@"
WIDTH = 22

Rows = list[list[str]]


def make(to: Path) -> list[Path]:
    """Write the template: ``aanlevering.xlsx``, a csv file per table and the data dictionary."""
    to.mkdir(parents=True, exist_ok=True)
    written = [to / WORKBOOK]
    with xlsxwriter.Workbook(
        written[0], {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": "Aanlevering Vakkrachtmonitor", "created": MADE})
        _write(book)
    files = {
        f"{table.label}.csv": [[column.label for column in table.columns]]
        for table in tables().values()
    }
    for name, rows in (files | {DICTIONARY: _dictionary()}).items():
        written.append(to / name)
        with written[-1].open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    return written


def _write(book: xlsxwriter.Workbook) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    introduction, levering, *others = sheets()
    _guide(book, introduction, bold)
    sheet = _guide(book, levering, bold)
    sheet.set_column(1, 1, WIDTH, book.add_format({"num_format": FORMATS["date"]}))
    for table in tables().values():
        _table(book, table, bold)
    for name in others:
        _guide(book, name, bold)


def _guide(book: xlsxwriter.Workbook, name: str, bold: object) -> Any:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 20, WIDTH)
    for line, row in enumerate(sheets()[name]):
        is_head = line == 0 or row == HEADS
        for place, text in enumerate(row):
            if text:
                sheet.write_string(line, place, text, bold if is_head else None)
    return sheet


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
    name = list_of(column)
    if name and column.kind != "codes":
        letters = xl_col_to_name(list(_list_columns()).index(name), col_abs=True)
        last = len(shown(_list_columns()[name])) + 1
        said |= {
            "validate": "list",
            "source": f"={CODELIJSTEN}!{letters}$2:{letters}${last}",
            "error_title": "Niet in de lijst",
            "error_message": "Kies een waarde uit de lijst.",
        }
    return said


def _dictionary() -> Rows:
    """Return the data dictionary: a header and a row per column of the format."""
    return [HEADS] + [
        [
            table.label,
            column.label,
            column.name,
            "ja" if column.required else "nee",
            KINDS[column.kind],
            column.about,
            column.example,
        ]
        for table in tables().values()
        for column in table.columns
    ]


@functools.cache
def sheets() -> dict[str, Rows]:
    """Return the sheets that hold no delivery, by name."""
    controls = [[label, ""] for label in CONTROL_LABELS.values()]
    return {
        UITLEG: [*([line] for line in INTRODUCTION), [""], *_dictionary()],
        LEVERING: [[AS_OF_LABEL, ""]],
        CONTROLE: [["Controletotaal", "Waarde"], *controls],
        VOORBEELD: _examples(),
        CODELIJSTEN: _code_lists(),
    }


def _examples() -> Rows:
    found: Rows = [["Voorbeeld: wordt niet ingelezen."]]
    for table in tables().values():
        labels = [column.label for column in table.columns]
        examples = [column.example for column in table.columns]
        found += [[""], [table.label], labels, examples]
    return found


def _code_lists() -> Rows:
    """Return the code lists, a column for each."""
    titles = {"region": "Gemeente", "occupation": "Beroepsgroep", "sector": "Sector"}
    columns = [
        [titles.get(column.kind, column.label), *shown(column)]
        for column in _list_columns().values()
    ]
    return [list(row) for row in itertools.zip_longest(*columns, fillvalue="")]


def list_of(column: Column) -> str:
    """Return the name of the list that a column chooses from, or nothing."""
    if column.kind in ("code", "codes"):
        return column.list_name
    return column.kind if column.kind in ("region", "occupation", "sector") else ""


@functools.cache
def _list_columns() -> dict[str, Column]:
    """Return one column of the format for each list, by the name of the list."""
    columns = [column for table in tables().values() for column in table.columns]
    return {list_of(column): column for column in reversed(columns) if list_of(column)}


@functools.cache
def shown(column: Column) -> list[str]:
    """Return what the drop-down of a column offers."""
    vocabulary = codes.vocabularies([column], None)[column.name]
    return list(dict.fromkeys(map(vocabulary.shown, vocabulary.labels)))


@functools.cache
def texts() -> frozenset[str]:
    """Return every text of these sheets, in plain form: what may stand there."""
    return frozenset(plain(cell) for rows in sheets().values() for row in rows for cell in row)
