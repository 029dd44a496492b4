"""Fictitious programmes: registered from a file, as a real one is."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from etl import database
from etl.programmes import registering
from etl.sample import RELEASE, provenance

FILES = sorted((database.SAMPLE / "programmes").glob("*.toml"))


def make(to: Path) -> list[Path]:
    """Register the fictitious programmes; return the folders of the registrations."""
    for old in (to / "programmes").glob(f"{RELEASE}*"):
        shutil.rmtree(old)
    day = datetime.date.fromisoformat(RELEASE)
    return [
        registering.register(
            path.name,
            path.read_bytes(),
            to,
            database.RAW,
            day,
            regions_from=database.RAW,
            said=lambda file: provenance(file.title, "een programma"),
        ).folder
        for path in FILES
    ]
