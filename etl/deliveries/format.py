"""The format of a delivery, as ``data/reference/delivery_column.csv`` describes it."""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass
from decimal import Decimal

import words as nl
from etl.raw import rows_of
from etl.transform import REFERENCE
from words import codes
from words.spelling import plain

LEVERING, CONTROLE = "levering", "controle"
AS_OF_LABEL = "Peildatum"
ROWS_LABELS = {
    "participation": "Aantal deelnames",
    "voucher": "Aantal vouchers",
    "vacancy": "Aantal vacatures",
}
SUM_LABELS = {"granted_eur": "Som toegekend", "paid_eur": "Som betaald"}
CONTROL_LABELS = {**ROWS_LABELS, **SUM_LABELS}
SEPARATOR = ";"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Column:
    """One column of the format, with its Dutch heading, what it holds and an example.

    Attributes:
        kind: key, date, region, code, codes, occupation, sector, money, funder or whole.
        list_name: The list of its codes, or empty.
        required: Whether each row needs a value.
    """

    name: str
    label: str
    kind: str
    list_name: str
    required: bool
    about: str
    example: str


@dataclass(frozen=True)
class Table:
    """One table of the format: a sheet or a csv file; its first column is its key."""

    name: str
    label: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """The column that tells its rows apart."""
        return self.columns[0].name

    @functools.cached_property
    def by_name(self) -> dict[str, Column]:
        """Its columns by technical name."""
        return {column.name: column for column in self.columns}

    @functools.cached_property
    def headings(self) -> dict[str, Column]:
        """Its columns by heading, technical or Dutch, in plain text."""
        named = {plain(column.label): column for column in self.columns}
        return named | {plain(column.name): column for column in self.columns}


@functools.cache
def tables() -> dict[str, Table]:
    """Return the tables of the format by technical name, in the order of the schema."""
    label_of = codes("delivery_table")
    found: dict[str, list[Column]] = {}
    for row in rows_of(REFERENCE / "delivery_column.csv"):
        found.setdefault(row["table_name"], []).append(
            Column(
                row["column_name"],
                row["label"],
                row["type"],
                row["list"],
                row["required"] == "yes",
                row["about"],
                row["example"],
            )
        )
    return {name: Table(name, label_of[name], tuple(columns)) for name, columns in found.items()}


def counted(count: int, one: str, more: str) -> str:
    """Return a number with what it counts: 1 rij, 2 rijen."""
    return f"{count} {one if count == 1 else more}"


def dutch_day(day: datetime.date) -> str:
    """Return a day as 1-2-2024."""
    return f"{day.day}-{day.month}-{day.year}"


def dutch_amount(amount: Decimal) -> str:
    """Return an amount as € 2.500,00."""
    return f"€ {nl.number(amount, decimals=2)}"
