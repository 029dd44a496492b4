"""The Dutch names of columns, as ``data/reference/label.csv`` lists them."""

from __future__ import annotations

import csv
from pathlib import Path

FILE = Path(__file__).parent.parent / "data" / "reference" / "label.csv"

with FILE.open(encoding="utf-8", newline="") as _rows:
    LABELS = {row["column_name"]: row["label"] for row in csv.DictReader(_rows)}
