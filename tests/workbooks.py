"""UWV files as a test needs them: a good table, written as csv or xlsx, free to be damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import xlsxwriter

HEADER = (
    "Arbeidsmarktregio",
    "Beroepsgroep",
    "Kwartaal",
    "Openstaande vacatures",
    "WW korter dan zes maanden",
    "Spanningsindicator",
    "Typering",
)
SHEET1 = "xl/worksheets/sheet1.xml"

Cell = str | float | None
Row = Sequence[Cell]
ROWS: list[Row] = [
    ("Twente", "Lassers en plaatwerkers", "2025KW02", 120, 40, 3, "krap"),
    ("AM06", "UWV-0732", "2025KW02", 10, 40, 0.25, "ruim"),
    ("Achterhoek", "Timmerlieden", "2025KW02", 50, 0, "", "zeer krap"),
]
GOOD = [
    ("AM05", "UWV-0742", "2025KW02", 120, 40, 3.0, "tight"),
    ("AM06", "UWV-0732", "2025KW02", 10, 40, 0.25, "loose"),
    ("AM09", "UWV-0732", "2025KW02", 50, 0, None, "very_tight"),
]


def quarter(number: int) -> str:
    """Return the n-th quarter from 2012 on."""
    return f"{2012 + number // 4}KW0{number % 4 + 1}"


def table(*changes: tuple[int, int, Cell], header: Row = HEADER) -> list[Row]:
    """The good table with cells replaced: row (0 is the header), column, value."""
    rows = [list(header), *(list(row) for row in ROWS)]
    for row, column, value in changes:
        rows[row][column] = value
    return rows


def text_of(rows: Sequence[Row], delimiter: str = ";", decimal: str = ",") -> str:
    return "".join(
        delimiter.join(
            ""
            if cell is None
            else str(cell).replace(".", decimal)
            if isinstance(cell, float)
            else str(cell)
            for cell in row
        )
        + "\n"
        for row in rows
    )


def csv_of(rows: Sequence[Row], delimiter: str = ";", decimal: str = ",") -> bytes:
    return text_of(rows, delimiter, decimal).encode()


def xlsx_of(
    rows: Sequence[Row] | dict[str, Sequence[Row]],
    edit: Callable[[xlsxwriter.Workbook], None] = lambda workbook: None,
    start: int = 0,
) -> bytes:
    """A workbook with one sheet per table; ``edit`` changes it before it is written."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(content, options) as workbook:
        for name, sheet_rows in (rows if isinstance(rows, dict) else {"Tabel": rows}).items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(sheet_rows, start=start):
                for column, cell in enumerate(row):
                    if cell not in (None, ""):
                        sheet.write(number, column, cell)
        edit(workbook)
    return content.getvalue()


def with_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return changed.getvalue()
