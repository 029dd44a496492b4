"""What a delivery changes against the one that counts now: counts only, never a record."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from etl.deliveries.format import SUM_LABELS, Table, counted, dutch_amount, tables

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Change:
    """What changes in one table: counts of rows, told apart by their key.

    Attributes:
        table: Its technical name.
        columns: How many values change, by column.
        sums: Amounts in euros before and after, by column.
    """

    table: str
    before: int
    after: int
    added: int
    removed: int
    changed: int
    columns: dict[str, int] = field(default_factory=dict)
    sums: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def is_none(self) -> bool:
        """Whether nothing changes."""
        return not (self.added or self.removed or self.changed)

    @property
    def columns_said(self) -> str:
        """How many values change by Dutch heading, most first."""
        named = tables()[self.table].by_name
        most = sorted(self.columns.items(), key=lambda item: -item[1])
        return ", ".join(f"{named[name].label} ({count})" for name, count in most)

    @property
    def sums_said(self) -> list[str]:
        """Each amount that changes, in Dutch."""
        return [
            f"{SUM_LABELS[name].lower()}: "
            f"{dutch_amount(Decimal(old))} → {dutch_amount(Decimal(new))}"
            for name, (old, new) in self.sums.items()
            if old != new
        ]


def between(before: Frames, after: Frames) -> list[Change]:
    """Return what changes per table that either state holds."""
    return [
        _change(table, before.get(name), after.get(name))
        for name, table in tables().items()
        if name in before or name in after
    ]


def _change(table: Table, before: pd.DataFrame | None, after: pd.DataFrame | None) -> Change:
    old, new = _keyed(table, before), _keyed(table, after)
    shared = new.index.intersection(old.index)
    was, now = old.loc[shared], new.loc[shared]
    differs = (was != now) & ~(was.isna() & now.isna())
    counts = {name: int(count) for name, count in differs.sum().items() if count}
    money = [column.name for column in table.columns if column.kind == "money"]
    return Change(
        table.name,
        len(old),
        len(new),
        len(new) - len(shared),
        len(old) - len(shared),
        int(differs.any(axis=1).sum()),
        counts,
        {name: (str(total(old[name])), str(total(new[name]))) for name in money},
    )


def _keyed(table: Table, frame: pd.DataFrame | None) -> pd.DataFrame:
    return pd.DataFrame(frame, columns=list(table.by_name), dtype="str").set_index(table.key)


def total(amounts: pd.Series) -> Decimal:
    """Return the sum of amounts in canonical text, exactly."""
    cents = (pd.to_numeric(amounts).astype("float64") * 100).round().sum()
    return Decimal(int(cents)) / 100


def lines(changes: list[Change]) -> list[str]:
    """Say in Dutch what changes."""
    said = []
    for change in changes:
        rows = f"{tables()[change.table].label}: {counted(change.after, 'rij', 'rijen')}"
        if change.is_none:
            said.append(f"{rows}, niets verandert.")
            continue
        said.append(
            f"{rows} (nu {change.before}); "
            f"{change.added} nieuw, {change.removed} vervallen, {change.changed} gewijzigd."
        )
        if change.columns:
            said.append(f"  gewijzigd: {change.columns_said}")
        said += [f"  {line}" for line in change.sums_said]
    return said
