"""Whether a data package keeps to the standard, by the standard's own reader."""

from __future__ import annotations

import csv
from pathlib import Path

import frictionless
from frictionless import system


def require_valid(folder: Path) -> None:
    """Read every row of the package; the reader raises the longest CSV field of all, for good."""
    longest = csv.field_size_limit()
    try:
        with system.use_context(trusted=True):
            report = frictionless.validate(str(folder / "datapackage.json"))
    finally:
        csv.field_size_limit(longest)
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
