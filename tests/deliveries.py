"""Deliveries as a test needs them: a good file of a fictitious programme, free to be damaged."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from etl.deliveries import engine
from etl.deliveries.examining import Result, Wish
from etl.deliveries.findings import Finding
from etl.deliveries.format import tables
from etl.deliveries.store import Store
from etl.programmes import Programme
from tests.workbooks import xlsx_of

PROGRAMME = Programme(
    "proef",
    "Proefprogramma (fictief)",
    "sample",
    ("PV23",),
    datetime.date(2019, 1, 1),
    datetime.date(2022, 12, 31),
    Decimal(500),
    Decimal(5000),
    ("Provincie Overijssel", "Regio Deventer"),
)
AS_OF = datetime.date(2024, 12, 31)
Row = dict[str, Any]


def participation(number: int = 1, **changes: object) -> Row:
    """A participation that was placed, within every rule."""
    return {
        "participation_key": f"D-{number:04}",
        "person_key": f"P-{number:04}",
        "intake_on": "2020-02-03",
        "start_on": "2020-03-02",
        "exit_on": "2020-09-30",
        "municipality_code": "GM0150",
        "target_groups": "45-plussers, vrouwen",
        "position_at_start": "werkloos",
        "from_occupation_code": "0333",
        "from_sector_code": "G",
        "aimed_occupation_code": "0731",
        "instruments": "coaching",
        "outcome": "nieuwe baan",
        "outcome_on": "2020-10-01",
        "outcome_in_technical": "ja",
        "to_occupation_code": "0731",
        "to_sector_code": "C",
        "at_work_6": "ja",
        "at_work_12": "nee",
        "at_work_24": "onbekend",
        **changes,
    }


def voucher(number: int = 1, **changes: object) -> Row:
    """A paid voucher of the participation with the same number."""
    return {
        "voucher_key": f"V-{number:04}",
        "participation_key": f"D-{number:04}",
        "voucher_kind": "scholing",
        "voucher_state": "betaald",
        "granted_on": "2020-03-02",
        "granted_eur": "2500",
        "paid_on": "2020-06-15",
        "paid_eur": "2400",
        "occupation_code": "0731",
        "funder": "Provincie Overijssel",
        **changes,
    }


def vacancy(number: int = 1, **changes: object) -> Row:
    """A vacancy that was filled."""
    return {
        "vacancy_key": f"W-{number:04}",
        "employer_key": f"B-{number:04}",
        "registered_on": "2020-02-01",
        "filled_on": "2020-04-01",
        "municipality_code": "Deventer",
        "occupation_code": "0731",
        "match_interviews": "3",
        **changes,
    }


def good(rows: int = 2) -> dict[str, list[Row]]:
    """A delivery with every table, within every rule."""
    numbers = range(1, rows + 1)
    return {
        "participation": [participation(n) for n in numbers],
        "voucher": [voucher(n) for n in numbers],
        "vacancy": [vacancy(n) for n in numbers],
    }


def grid(name: str, rows: Sequence[Row], headings: str = "label") -> list[list[Any]]:
    """A table as rows of cells, its headings first."""
    columns = tables()[name].columns
    return [
        [getattr(column, headings) for column in columns],
        *([row.get(column.name, "") for column in columns] for row in rows),
    ]


def xlsx(
    delivery: dict[str, list[Row]],
    edit: Callable[[xlsxwriter.Workbook], None] = lambda book: None,
    **sheets: list[list[Any]],
) -> bytes:
    """The delivery as a workbook, with other sheets when they are given."""
    own = {tables()[name].label: grid(name, rows) for name, rows in delivery.items()}
    return xlsx_of({**own, **sheets}, edit)


def text(cells: Sequence[Sequence[object]], delimiter: str = ";") -> bytes:
    """Rows of cells as a csv file."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(cells)
    return written.getvalue().encode()


def csv_of(name: str, rows: Sequence[Row]) -> bytes:
    """A table as a csv file."""
    return text(grid(name, rows))


def deliver(content: bytes, folder: Path, **wish: Any) -> Result:
    """Import a delivery of the fictitious programme."""
    own = Store(folder, PROGRAMME.programme_id)
    with own.locked(lambda: None):
        return engine.deliver(content, PROGRAMME, own, Wish(**{"as_of": AS_OF, **wish}))


def found(result: Result) -> list[tuple[str, int, str, str]]:
    """The findings as table, line, column, rule."""
    return [(one.table, one.line, one.column, one.rule) for one in result.findings]


def only(result: Result) -> Finding:
    """The one finding of a refused delivery."""
    [one] = result.findings
    return one
