"""What was published of a programme before: an attacker remembers it too.

Each time that other cells are published, they are written beside the deliveries, first; the folder
is as private as these, for it holds exact counts.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet

from etl.private.disclosure import SHOWN, Release
from etl.private.relation_rows import Key
from etl.private.rules import Rules

FOLDER = "published"
NAME = "{:04d}.parquet"
SAID = b"vakkrachtmonitor"


def releases(programme: Path) -> list[Release]:
    """Return each earlier release of a programme, oldest first, from the folder of deliveries."""
    return [_read(path) for path in _paths(programme)]


def _read(path: Path) -> Release:
    table = pyarrow.parquet.read_table(path)
    said = json.loads(table.schema.metadata[SAID])
    return Release(table.to_pandas(), Rules(**said["rules"]), said["delivery_number"])


def same(earlier: list[Release], cells: pd.DataFrame, rules: Rules) -> pd.DataFrame | None:
    """Return the newest release if it has these very counts under these rules, else nothing."""
    if not earlier or earlier[-1].rules != rules or not earlier[-1].has_counts:
        return None
    before = earlier[-1].cells
    return before if before.reindex(columns=cells.columns).equals(cells) else None


def remember(programme: Path, number: int, shown: pd.DataFrame, rules: Rules) -> None:
    """Write what is about to be published of a delivery, whole or not at all."""
    folder = programme / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / NAME.format(len(_paths(programme)) + 1)
    _write(path, Release(shown, rules, number))


def forget_counts(programme: Path, number: int) -> None:
    """Remove the exact counts of a delivery that is deleted; what was shown of it stays known."""
    for path in _paths(programme):
        release = _read(path)
        if release.delivery_number == number:
            shown = release.cells[[*Key._fields, *SHOWN]]
            _write(path, replace(release, cells=shown))


def _write(path: Path, release: Release) -> None:
    table = pa.Table.from_pandas(release.cells, preserve_index=False)
    said = {"rules": asdict(release.rules), "delivery_number": release.delivery_number}
    metadata = {**(table.schema.metadata or {}), SAID: json.dumps(said)}
    part = path.with_suffix(".part")
    part.touch(mode=0o600)
    pyarrow.parquet.write_table(table.replace_schema_metadata(metadata), part)
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(path)


def _paths(programme: Path) -> list[Path]:
    return sorted((programme / FOLDER).glob("[0-9]*.parquet"))
