"""The lists of ``data/reference`` that code asks for."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "reference"


@cache
def reference(name: str) -> list[dict[str, str]]:
    """Return the rows of a list, such as ``measure``, as text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def codes(name: str) -> dict[str, str]:
    """Return the codes of a list of ``code_label.csv`` with their Dutch labels."""
    return {row["code"]: row["label"] for row in reference("code_label") if row["list"] == name}
