"""Checking a delivered table with pandera: every rule on all rows, then the rows that break one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
import pandera.pandas as pa

from etl.deliveries.cells import Read, Reader
from etl.deliveries.codes import Vocabulary
from etl.deliveries.findings import Finding, finding
from etl.deliveries.findings import personal as personal_finding
from etl.deliveries.format import Column, Table, codes
from etl.deliveries.rule_kinds import Bounds, Facts, Rule
from etl.deliveries.values import day_of
from etl.deliveries.words import dutch_day

PERSONAL_SHOWN = 20
CENTS = 100


@dataclass(frozen=True)
class Checked:
    """A delivered table after reading its values.

    Attributes:
        table: The table of the format.
        canonical: Its rows in canonical form: index ``line``.
        filled: Whether each cell was filled.
        faults: The rule that each wrong value breaks, else empty.
        shown: What may be said of a wrong value.
    """

    table: Table
    canonical: pd.DataFrame
    filled: pd.DataFrame
    faults: pd.DataFrame
    shown: pd.DataFrame


def read(
    table: Table,
    frame: pd.DataFrame,
    vocabularies: dict[str, Vocabulary],
    bounds: Bounds,
    errors: list[tuple[int, str]],
) -> Checked:
    """Read the values of a table.

    Args:
        table: The table of the format.
        frame: Its rows as text.
        vocabularies: What each coded column knows.
        bounds: What the delivery must stay within.
        errors: Line and column of the cells that show an error of Excel.
    """
    grown_up = bounds.as_of.replace(year=bounds.as_of.year - 14, day=1)
    first_day = min(bounds.programme.starts_on, grown_up)
    found: dict[str, Read] = {
        column.name: Reader(column, vocabularies.get(column.name), first_day).read(
            frame[column.name]
        )
        for column in table.columns
    }
    filled = frame != ""
    faults = pd.DataFrame({name: one.fault for name, one in found.items()})
    for line, name in errors:
        filled.loc[line, name], faults.loc[line, name] = True, "cell_error"
    return Checked(
        table,
        pd.DataFrame({name: one.canonical for name, one in found.items()}),
        filled,
        faults,
        pd.DataFrame({name: one.shown for name, one in found.items()}),
    )


def personal(checked: Checked) -> list[Finding]:
    """Return the first cells of each column that may be personal."""
    found = []
    for column in checked.table.columns:
        lines = checked.faults.index[checked.faults[column.name] == "personal"]
        for line in lines[:PERSONAL_SHOWN]:
            kind = checked.shown.at[line, column.name]
            found.append(personal_finding(kind, checked.table.label, int(line), column.label))
    return found


def failures(
    checked: Checked,
    rules: list[Rule],
    participations: frozenset[str],
) -> list[Finding]:
    """Return what is wrong in the rows of a table, in the order of the lines.

    Args:
        checked: The table.
        rules: Every rule of the format.
        participations: The keys that a voucher may lead to.
    """
    facts = Facts(_typed(checked), participations)
    own = {f"{r.column}:{r.rule_id}": r for r in rules if r.table == checked.table.name}
    schema = pa.DataFrameSchema(
        {
            column.name: pa.Column(
                nullable=True, required=True, checks=_checks(column, checked, facts, own)
            )
            for column in checked.table.columns
        }
    )
    try:
        schema.validate(facts.rows, lazy=True)
    except pa.errors.SchemaErrors as refusal:
        cases = refusal.failure_cases[["column", "check", "index"]]
    else:
        return []
    cases = cases.sort_values(["index", "column"], kind="stable")
    return [
        _finding(checked, own, int(line), str(name), str(check))
        for name, check, line in cases.itertuples(index=False, name=None)
    ]


def _checks(column: Column, checked: Checked, facts: Facts, own: dict[str, Rule]) -> list[pa.Check]:
    """Return the checks of one column; they answer of all rows, whatever the series holds."""

    def check(name: str, holds: Callable[[], pd.Series]) -> pa.Check:
        return pa.Check(lambda _: holds(), name=name, error=name, ignore_na=False)

    found = [check("value", lambda: checked.faults[column.name] == "")]
    if column.required:
        found.append(check("required", lambda: checked.filled[column.name]))
    for name, rule in own.items():
        if rule.column == column.name:
            found.append(check(name, partial(rule.holds, facts)))
    return found


def _typed(checked: Checked) -> pd.DataFrame:
    typed = {}
    for column in checked.table.columns:
        values = checked.canonical[column.name]
        if column.kind == "date":
            typed[column.name] = pd.to_datetime(values, format="%Y-%m-%d")
        elif column.kind == "money":
            typed[column.name] = (pd.to_numeric(values).astype("float64") * CENTS).round()
        else:
            typed[column.name] = values
    return pd.DataFrame(typed)


def _finding(
    checked: Checked,
    own: dict[str, Rule],
    line: int,
    name: str,
    check: str,
) -> Finding:
    label, column = checked.table.label, checked.table.by_name[name]
    if check == "value":
        rule, shown = checked.faults.at[line, name], checked.shown.at[line, name]
        return finding(rule, label, line, column.label, shown)
    if check == "required":
        return finding("required", label, line, column.label)
    rule_of = own[check]
    shown = _said(column, checked.canonical.at[line, name])
    return finding(rule_of.rule_id, label, line, column.label, shown, rule_of.reason)


def _said(column: Column, value: object) -> str:
    """Return a valid value as a bureau writes it; a key is never said, its line is enough."""
    if not isinstance(value, str) or column.kind == "key":
        return ""
    day = day_of(value) if column.kind == "date" else None
    if day:
        return dutch_day(day)
    if column.kind == "code":
        return dict(codes(column.list_name))[value]
    return value.replace(".", ",") if column.kind == "money" else value
