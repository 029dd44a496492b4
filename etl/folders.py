"""Where the data stands: beside the code, or where ``VAKKRACHTMONITOR_DATA`` says."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA_VARIABLE = "VAKKRACHTMONITOR_DATA"
DATA = Path(os.environ.get(DATA_VARIABLE) or ROOT / "data").absolute()
RAW, SAMPLE, DELIVERIES = DATA / "raw", DATA / "sample", DATA / "deliveries"
DATABASE = DATA / "vakkrachtmonitor.duckdb"
DATABASE_VARIABLE = "VAKKRACHTMONITOR_DATABASE"


def default_path() -> Path:
    """Return the database to use: ``VAKKRACHTMONITOR_DATABASE``, or the one beside the data."""
    return Path(os.environ.get(DATABASE_VARIABLE) or DATABASE)
