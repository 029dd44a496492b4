"""Checking a delivered table: every rule on all rows, then the rows that break one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from etl.deliveries.findings import PERSONAL, Finding, finding, personal_finding
from etl.deliveries.format import Column, Table, dutch_day
from etl.deliveries.messages import REASONS
from etl.deliveries.rules import Bounds, broken
from etl.deliveries.values import Reader, day_of
from etl.deliveries.values.codes import Vocabulary
from words import codes

PERSONAL_SHOWN = 20
CENTS = 100


@dataclass(frozen=True)
class Checked:
    """A delivered table after reading its values.

    Attributes:
        table: The table of the format.
        cells: Of each column what ``Reader.read`` returns; index ``line``.
    """

    table: Table
    cells: dict[str, pd.DataFrame]

    @cached_property
    def canonical(self) -> pd.DataFrame:
        """Its rows in canonical form."""
        return pd.DataFrame({name: cells["canonical"] for name, cells in self.cells.items()})


def read(
    table: Table,
    frame: pd.DataFrame,
    vocabularies: dict[str, Vocabulary],
    bounds: Bounds,
    errors: list[tuple[int, str]],
) -> Checked:
    """Read the values of a table; of the cells in ``errors``, line and column, Excel shows none."""
    grown_up = bounds.as_of.replace(year=bounds.as_of.year - 14, day=1)
    first_day = min(bounds.programme.starts_on, grown_up)
    cells = {}
    for column in table.columns:
        texts = frame[column.name]
        reader = Reader(column, vocabularies.get(column.name), first_day)
        cells[column.name] = reader.read(texts)
    for line, name in errors:
        cells[name].loc[line, ["filled", "fault"]] = True, "cell_error"
    return Checked(table, cells)


def personal(checked: Checked) -> Iterator[Finding]:
    """Yield the first cells of each column that may be personal."""
    for column in checked.table.columns:
        cells = checked.cells[column.name]
        shown = cells.loc[cells["fault"] == PERSONAL, "shown"]
        for line, kind in shown.head(PERSONAL_SHOWN).items():
            yield personal_finding(kind, checked.table.label, line, column.label)


def failures(checked: Checked, bounds: Bounds, participations: frozenset[str]) -> list[Finding]:
    """Return what is wrong in the rows of a table, in the order of the lines.

    A voucher may lead to the keys of ``participations``.
    """
    table = checked.table
    found = []
    for name, cells in checked.cells.items():
        column = table.by_name[name]
        faults = cells[cells["fault"] != ""]
        for line, fault, shown, meant in faults[["fault", "shown", "reason"]].itertuples(name=None):
            reason = f"{REASONS[fault]} {meant}".rstrip()
            found.append(
                (line, name, finding(fault, table.label, line, column.label, shown, reason))
            )
        for line in cells.index[~cells["filled"]] if column.required else ():
            found.append((line, name, finding("required", table.label, line, column.label)))
    for rule, name, rows, reason in broken(table.name, _typed(checked), bounds, participations):
        column = table.by_name[name]
        for line, value in checked.canonical.loc[rows, name].items():
            said = _said(column, value)
            one = finding(rule, table.label, line, column.label, said, reason)
            found.append((line, name, one))
    return [one for *_, one in sorted(found, key=lambda item: item[:2])]


def _typed(checked: Checked) -> pd.DataFrame:
    typed = {}
    for column in checked.table.columns:
        values = checked.canonical[column.name]
        if column.kind == "date":
            values = pd.to_datetime(values, format="%Y-%m-%d")
        elif column.kind == "money":
            values = (pd.to_numeric(values).astype("float64") * CENTS).round()
        typed[column.name] = values
    return pd.DataFrame(typed)


def _said(column: Column, value: object) -> str:
    """Return a valid value as a bureau writes it; a key is never said, its line is enough."""
    if not isinstance(value, str) or column.kind == "key":
        return ""
    day = day_of(value) if column.kind == "date" else None
    if day:
        return dutch_day(day)
    if column.kind == "code":
        return codes(column.list_name)[value]
    return value.replace(".", ",") if column.kind == "money" else value
