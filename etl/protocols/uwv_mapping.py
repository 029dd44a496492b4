"""The mapping of a workbook: a small TOML file that says where its columns stand."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from etl import toml
from etl.errors import refusal
from etl.protocols.xlsx import Sheet
from words.spelling import clean

NEXT_STEP = "Correct the mapping (docs/operating.md) and import again; nothing was changed."
refuse = partial(refusal, NEXT_STEP)


PER_SHEET = {"region": "Twente", "quarter": "2025KW04"}
SIGNS = {"missing": ".", "secret": "x", "nil": "-", "below_ten": "<10"}


@dataclass(frozen=True)
class Mapping:
    """Where the table stands and what its marks mean.

    Attributes:
        sheet: Name of the sheet, or of several; empty for every visible sheet, and for a csv file.
        header_row: Row number of the header, 1-based; 0 where the names are found first.
        region: The region of the whole file, or of each sheet, when nothing in it gives it.
        quarter: Its quarter likewise.
        columns: Name in the header of each field; empty where the names are known ones.
        marks: The sign that a mark stands for, of those in ``SIGNS``.
    """

    sheet: str | list[str] = ""
    header_row: int = 0
    region: str | dict[str, str] = ""
    quarter: str | dict[str, str] = ""
    columns: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)

    def reads(self, sheet: Sheet) -> bool:
        """Return whether a sheet is to be read."""
        return sheet.name in [self.sheet, *self.sheet] if self.sheet else sheet.visible

    def said_of(self, field: str, sheet: str) -> str:
        """Return the region or quarter that it gives a sheet; empty when it gives none."""
        said: str | dict[str, str] = getattr(self, field)
        return said if isinstance(said, str) else said.get(sheet, "")

    def explained(self, cell: str) -> str:
        """Return the mark of this project in place of one that the mapping explains."""
        if not self.marks:
            return cell
        sign = {_mark(mark): sign for mark, sign in self.marks.items()}.get(_mark(cell))
        return SIGNS[sign] if sign else cell


def read(path: Path, fields: list[str]) -> Mapping:
    """Read a mapping of some of the fields from a TOML file.

    Raises:
        DataError: It is no TOML, or says something that is not asked.
    """
    said = toml.parsed(path.name, path.read_bytes(), NEXT_STEP)
    tables = {name: said.pop(name, {}) for name in ("columns", "marks")}
    tables |= {name: said.pop(name) for name in PER_SHEET if isinstance(said.get(name), dict)}
    kinds = {"sheet": str, "header_row": int, **dict.fromkeys(PER_SHEET, str)}
    for key, value in said.items():
        is_list = key == "sheet" and isinstance(value, list)
        values = value if is_list and value else [value]
        if key not in kinds or any(type(one) is not kinds[key] for one in values):
            expected = ", ".join(f"{name} ({kind.__name__})" for name, kind in kinds.items())
            reason = f"{expected}, [columns] and [marks] were expected"
            raise refuse(path.name, reason, None, key, str(value))
    _require_texts(path.name, tables, fields)
    columns = {key: value for key, value in tables.pop("columns").items() if value.strip()}
    return Mapping(**said, **tables, columns=columns)


def _require_texts(name: str, tables: dict[str, object], fields: list[str]) -> None:
    """Require tables of text with the keys and values that they may have."""
    signs = f"one of the signs {', '.join(SIGNS)} was expected"
    for table, found in tables.items():
        if not isinstance(found, dict):
            raise refuse(name, f"a table [{table}] was expected", None, table, str(found))
        for key, value in found.items():
            reason = ""
            if table == "columns" and key not in fields:
                reason = f"one of {', '.join(fields)} with the name of a column was expected"
            elif not isinstance(value, str):
                reason = "text between quotes was expected"
            elif table == "marks" and value not in SIGNS:
                reason = signs
            elif table == "marks" and re.fullmatch(r"[\d.,\s]*\d[\d.,\s]*", key):
                reason = "a mark was expected, and this is a number"
            if reason:
                raise refuse(name, reason, None, f"{table}.{key}", str(value))


def proposal(
    mapping: Mapping,
    fields: list[str],
    at: str,
    header: list[str],
    asked: tuple[str, ...] = ("quarter",),
) -> str:
    """Return a mapping as TOML for the user to correct, with what to do with it."""
    seen = ", ".join(cell.strip() for cell in header if cell.strip())
    lines = [
        "Save the lines below as mapping.toml, correct them and add --mapping mapping.toml.",
        "",
        f"# Found in {at}: {' '.join(seen.split())[:500]}",
        f"sheet = {_quoted(mapping.sheet)}",
        f"header_row = {mapping.header_row}",
        *(
            _per_sheet(name, said)
            for name in PER_SHEET
            if (said := getattr(mapping, name)) or name in asked
        ),
        "",
        "[columns]",
        *(f"{name} = {_quoted(mapping.columns.get(name, ''))}" for name in fields),
    ]
    return "\n".join(lines)


def _per_sheet(name: str, said: str | dict[str, str]) -> str:
    if isinstance(said, str):
        return f"{name} = {_quoted(said)}  # of the whole file, such as {PER_SHEET[name]}"
    sheets = ", ".join(f"{_quoted(sheet)} = {_quoted(one)}" for sheet, one in said.items())
    return f"{name} = {{{sheets}}}  # of each sheet, such as {PER_SHEET[name]}"


def _mark(text: str) -> str:
    return clean(text).casefold()


def _quoted(text: str | list[str]) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
