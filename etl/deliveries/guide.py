"""What the sheets of the template say beside the tables: made of the schema, never typed."""

from __future__ import annotations

import functools

from etl.deliveries import codes
from etl.deliveries.format import (
    AS_OF_LABEL,
    CONTROL_LABELS,
    CONTROLE,
    LEVERING,
    Column,
    Table,
    plain,
    tables,
)

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
DICTIONARY = ("Onderdeel", "Kolom", "Technische naam", "Verplicht", "Soort", "Uitleg", "Voorbeeld")

Rows = list[list[str]]


@functools.cache
def dictionary() -> Rows:
    """Return the data dictionary: a header and a row per column of the format."""
    found = [list(DICTIONARY)]
    for table in tables().values():
        found += [
            [
                table.label,
                column.label,
                column.name,
                "ja" if column.required else "nee",
                KINDS[column.kind],
                column.about,
                column.example,
            ]
            for column in table.columns
        ]
    return found


@functools.cache
def sheets() -> dict[str, Rows]:
    """Return the sheets that hold no delivery, by name."""
    introduction = [[line] for line in INTRODUCTION]
    controls = [[label, ""] for label in CONTROL_LABELS.values()]
    return {
        UITLEG: [*introduction, [""], *dictionary()],
        LEVERING: [[AS_OF_LABEL, ""]],
        CONTROLE: [["Controletotaal", "Waarde"], *controls],
        VOORBEELD: _examples(),
        CODELIJSTEN: code_lists(),
    }


def _examples() -> Rows:
    found: Rows = [["Voorbeeld: wordt niet ingelezen."]]
    for table in tables().values():
        labels = [column.label for column in table.columns]
        examples = [column.example for column in table.columns]
        found += [[""], [table.label], labels, examples]
    return found


def code_lists() -> Rows:
    """Return the code lists, a column for each."""
    columns = [[_title(column), *shown(column)] for column in list_columns().values()]
    height = max(map(len, columns))
    return [[c[row] if row < len(c) else "" for c in columns] for row in range(height)]


def list_of(column: Column) -> str:
    """Return the name of the list that a column chooses from, or nothing."""
    if column.kind in ("code", "codes"):
        return column.list_name
    return column.kind if column.kind in ("region", "occupation", "sector") else ""


@functools.cache
def list_columns() -> dict[str, Column]:
    """Return one column of the format for each list, by the name of the list."""
    columns = [column for table in tables().values() for column in table.columns]
    return {list_of(column): column for column in reversed(columns) if list_of(column)}


@functools.cache
def shown(column: Column) -> list[str]:
    """Return what the drop-down of a column offers."""
    vocabulary = codes.vocabularies([column], None)[column.name]
    return list(dict.fromkeys(vocabulary.shown(code) for code in vocabulary.labels))


def _title(column: Column) -> str:
    titles = {"region": "Gemeente", "occupation": "Beroepsgroep", "sector": "Sector"}
    return titles.get(column.kind, column.label)


@functools.cache
def texts() -> frozenset[str]:
    """Return every text of these sheets, in plain form: what may stand there."""
    return frozenset(plain(cell) for rows in sheets().values() for row in rows for cell in row)


def table_called(name: str) -> Table | None:
    """Return the table that a sheet is named after."""
    for table in tables().values():
        names = (table.label, table.name)
        if plain(name) in {plain(n) + plural for n in names for plural in ("", "s")}:
            return table
    return None
