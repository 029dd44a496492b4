"""The mapping of a workbook: a small TOML file that says where its columns stand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from etl import toml
from etl.errors import refusal

NEXT_STEP = "Correct the mapping (docs/operating.md) and import again; nothing was changed."
refuse = partial(refusal, NEXT_STEP)


@dataclass(frozen=True)
class Mapping:
    """Where the table stands.

    Attributes:
        sheet: Name of the sheet; empty for every visible sheet, and for a csv file.
        header_row: Row number of the header, 1-based; 0 where the names are found first.
        quarter: The quarter of the whole file, when no column gives it.
        columns: Name in the header of each field; empty where the names are known ones.
    """

    sheet: str = ""
    header_row: int = 0
    quarter: str = ""
    columns: dict[str, str] = field(default_factory=dict)


def read(path: Path, fields: list[str]) -> Mapping:
    """Read a mapping of some of the fields from a TOML file.

    Raises:
        DataError: It is no TOML, or says something that is not asked.
    """
    said = toml.parsed(path.name, path.read_bytes(), NEXT_STEP)
    columns = said.pop("columns", {})
    kinds = {"sheet": str, "header_row": int, "quarter": str}
    for key, value in said.items():
        if key not in kinds or type(value) is not kinds[key]:
            expected = ", ".join(f"{name} ({kind.__name__})" for name, kind in kinds.items())
            reason = f"{expected} and [columns] were expected"
            raise refuse(path.name, reason, None, key, str(value))
    if not isinstance(columns, dict):
        raise refuse(path.name, "a table [columns] was expected", None, "columns", str(columns))
    for key, value in columns.items():
        if key not in fields or not isinstance(value, str):
            expected = f"one of {', '.join(fields)} with the name of a column was expected"
            raise refuse(path.name, expected, None, f"columns.{key}", str(value))
    return Mapping(**said, columns={key: value for key, value in columns.items() if value.strip()})


def proposal(mapping: Mapping, fields: list[str], header: list[str]) -> str:
    """Return a mapping as TOML for the user to correct, with what to do with it."""
    seen = ", ".join(cell.strip() for cell in header if cell.strip())
    lines = [
        "Save the lines below as mapping.toml, correct them and add --mapping mapping.toml.",
        "",
        f"# Found in row {mapping.header_row}: {' '.join(seen.split())[:500]}",
        f"sheet = {_quoted(mapping.sheet)}",
        f"header_row = {mapping.header_row}",
        f"quarter = {_quoted(mapping.quarter)}  # of the whole file, when no column gives it",
        "",
        "[columns]",
        *(f"{name} = {_quoted(mapping.columns.get(name, ''))}" for name in fields),
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
