"""Where the data stands, beside the code or elsewhere, and which layout this code gives it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA_VARIABLE = "VAKKRACHTMONITOR_DATA"
DATA = Path(os.environ.get(DATA_VARIABLE) or ROOT / "data").absolute()
RAW, SAMPLE, DELIVERIES = DATA / "raw", DATA / "sample", DATA / "deliveries"
DATABASE = DATA / "vakkrachtmonitor.duckdb"
DATABASE_VARIABLE = "VAKKRACHTMONITOR_DATABASE"
LAYOUT = ("schema/*.sql", "measures/*.sql", "derive/*.sql", "macros.sql")


def layout() -> str:
    """Return a hash of all that decides which tables and views a database has."""
    etl = Path(__file__).parent
    parts = [path for name in LAYOUT for path in sorted(etl.glob(name))]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in parts)).hexdigest()


def default_path() -> Path:
    """Return the database to use: ``VAKKRACHTMONITOR_DATABASE``, or the one beside the data."""
    return Path(os.environ.get(DATABASE_VARIABLE) or DATABASE)
