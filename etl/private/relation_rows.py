"""How the tables of cells are bound to each other, as ``programme_relation.csv`` says it.

``exit/outcome=retained/region=$`` are the cells of a table, one per region; ``=!unknown`` is every
category but that one, and ``+`` stands between cells that are counted together.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pandas as pd

from etl import transform
from etl.errors import DataError, Problem
from etl.raw import rows_of

FILE, TABLES = "data/reference/programme_relation.csv", "data/reference/programme_table.csv"
ANY = "$"
RELATIONS = {
    "adds_up": "the categories of a dimension together are the whole",
    "overlaps": "a record can be in several categories of a dimension",
    "equals": "a cell is the others together",
    "finer": "categories lie in one of another dimension: occupation.csv says it of occupations",
    "at_most": "cells together are never more than others together",
    "empty": "nothing can be in these cells",
    "too_early": "a category is known only when so many months are over",
    "free": "the counts of a subject are bound to no other subject",
}
PERIODS = ("", "all", "until")

Table = tuple[str, str, str]


class Key(NamedTuple):
    """What identifies a cell of one programme: ``private.exact_cell`` without its figures."""

    subject: str
    dimension_1: str
    category_1: str
    dimension_2: str
    category_2: str
    period_kind: str
    period: str

    @property
    def table(self) -> Table:
        """Return which table it is a cell of."""
        return self.subject, self.dimension_1, self.dimension_2


def keys_of(cells: pd.DataFrame) -> list[Key]:
    """Return what identifies each row of a frame of cells."""
    found = cells[list(Key._fields)].itertuples(index=False, name=None)
    return [Key(*key) for key in found]


@dataclass(frozen=True)
class Cells:
    """Cells of one table, as a row names them: a category, any, not one, or none per dimension."""

    table: Table
    categories: tuple[str, str]

    @classmethod
    def of(cls, text: str) -> Cells:
        """Return what ``subject/dimension=category/dimension=category`` names."""
        subject, *divided = text.split("/")
        pairs = [part.partition("=")[::2] for part in divided] + [("", "")] * 2
        (one, first), (two, second) = pairs[:2]
        return cls((subject, one, two), (first, second))

    @classmethod
    def every(cls, text: str) -> tuple[Cells, ...]:
        """Return what stands between the plus signs of a text."""
        return tuple(map(cls.of, filter(None, text.split(" + "))))

    def has(self, key: Key) -> bool:
        """Return whether a cell is one of these."""
        found = zip(self.categories, (key.category_1, key.category_2), strict=True)
        return key.table == self.table and all(
            wanted == ANY or (wanted[1:] != category if wanted[:1] == "!" else wanted == category)
            for wanted, category in found
        )

    def beside(self, key: Key, other: Cells) -> Key:
        """Return the one of these that belongs to a cell of others: its category and period."""
        shared = dict(zip(other.categories, (key.category_1, key.category_2), strict=True))
        one, two = (shared[ANY] if name == ANY else name for name in self.categories)
        subject, dimension_1, dimension_2 = self.table
        return Key(subject, dimension_1, one, dimension_2, two, key.period_kind, key.period)


@dataclass(frozen=True)
class Relation:
    """One row.

    Attributes:
        line: Its line in the file.
        kind: One of ``RELATIONS``.
        cells: What it is about.
        others: What that is bound to.
        period: Where it holds: everywhere, over all years, or wherever counting has no first day.
        months: How many must be over, of ``too_early``.
    """

    line: int
    kind: str
    cells: tuple[Cells, ...]
    others: tuple[Cells, ...]
    period: str
    months: int
    why: str

    def holds_of(self, key: Key) -> bool:
        """Return whether a cell is the first that it is about."""
        is_period = (
            not self.period
            or key.period_kind == "all"
            or (self.period == "until" and key.period_kind != "year")
        )
        return is_period and self.cells[0].has(key)

    def bound(self, key: Key) -> tuple[list[Key], list[Key]]:
        """Return all that it is about and what that is bound to, where ``key`` is the first."""
        first = self.cells[0]
        return (
            [one.beside(key, first) for one in self.cells],
            [one.beside(key, first) for one in self.others],
        )


@cache
def rows() -> tuple[Relation, ...]:
    """Return the rows of the file."""
    return tuple(
        Relation(
            line,
            row["relation"],
            Cells.every(row["cell"]),
            Cells.every(row["to"]),
            row["period"],
            int(row["months"] or 0),
            row["why"],
        )
        for line, row in enumerate(rows_of(transform.REFERENCE / "programme_relation.csv"), start=2)
    )


@cache
def of(*kinds: str) -> dict[Table, list[Relation]]:
    """Return the rows of some kinds by the table of the first cell that they are about."""
    found = defaultdict(list)
    for row in rows():
        if row.kind in kinds:
            found[row.cells[0].table].append(row)
    return found


@cache
def blocks() -> tuple[tuple[Relation, ...], ...]:
    """Return what is never more than what, block by block in the order of the file.

    A row that holds of all years together is a block of its own. There can be more than one way to
    protect cells; that the order is kept makes the audit choose the same one again.
    """
    found = [row for row in rows() if row.kind in ("overlaps", "at_most", "too_early")]
    block = itertools.groupby(
        found, lambda row: row.line if row.period == "all" else row.kind == "too_early"
    )
    return tuple(tuple(group) for _, group in block)


def refuse(tables: Collection[Table], categories: Collection[tuple[str, str]]) -> None:
    """Refuse rows that bind nothing, and tables, in the order of their file, that no row binds.

    Raises:
        DataError: Each of these, by line and column.
    """
    problems = [problem for row in rows() for problem in _misused(row)]
    problems += [problem for row in rows() for problem in _misnamed(row, tables, categories)]
    problems += _unbound(tables)
    if problems:
        raise DataError(problems, "Say there how the table is bound to others, or that it is free.")


def _misused(row: Relation) -> Iterator[Problem]:
    if row.kind not in RELATIONS:
        reason = f"unknown; expected one of {', '.join(RELATIONS)}"
        yield Problem(FILE, reason, row.line, "relation", row.kind)
    if row.period not in PERIODS:
        yield Problem(FILE, "unknown; expected all or until", row.line, "period", row.period)
    if (row.kind == "too_early") != bool(row.months):
        yield Problem(FILE, "a number of months goes with too_early", row.line, "months")
    if row.kind != "adds_up" and not row.why:
        yield Problem(FILE, "a reason is missing", row.line, "why")
    if not row.cells:
        yield Problem(FILE, "cells are missing", row.line, "cell")
    if bool(row.others) != (row.kind in ("equals", "at_most", "finer")):
        yield Problem(FILE, f"these cells do not go with {row.kind}", row.line, "to")


def _misnamed(
    row: Relation, tables: Collection[Table], categories: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    known = {*tables, *((subject, one, "") for subject, *both in tables for one in both)}
    dimensions = {dimension for dimension, _ in categories}
    for column, found in (("cell", row.cells), ("to", row.others)):
        for one in found:
            if one.table not in known:
                name = "/".join(filter(None, one.table))
                yield Problem(FILE, "programme_table.csv has no such table", row.line, column, name)
            for dimension, wanted in zip(one.table[1:], one.categories, strict=True):
                category = wanted.removeprefix("!")
                is_named = dimension in dimensions and category not in ("", ANY)
                if is_named and (dimension, category) not in categories:
                    reason = f"{dimension} has no such category"
                    yield Problem(FILE, reason, row.line, column, category)


def _unbound(tables: Collection[Table]) -> Iterator[Problem]:
    """Yield what no row binds: a dimension of a subject, or a subject as a whole."""
    divided = {table for kind in ("adds_up", "overlaps") for table in _named_by(kind)}
    whole = {table[0] for kind in ("equals", "at_most", "free") for table in _named_by(kind)}
    for line, table in enumerate(tables, start=2):
        for column, dimension in zip(("dimension_1", "dimension_2"), table[1:], strict=True):
            if dimension and (table[0], dimension, "") not in divided:
                reason = f"programme_relation.csv does not say whether it adds up to {table[0]}"
                yield Problem(TABLES, reason, line, column, dimension)
        if table[0] not in whole:
            reason = "programme_relation.csv binds it to no other subject, nor says it is free"
            yield Problem(TABLES, reason, line, "subject", table[0])


def _named_by(kind: str) -> Iterator[Table]:
    return (one.table for row in rows() if row.kind == kind for one in (*row.cells, *row.others))
