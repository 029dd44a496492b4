"""A build that is then forgotten: whether what is not released yet fits with what is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from etl import raw
from etl.database import Inputs, build, left_out
from etl.errors import DataError, Problem, first_of
from etl.register import RawFile, Source
from etl.releases.fitting import Left, named

REFUSED = "a build refuses it, so it was not released; the figures already loaded stay as they are"


@dataclass(frozen=True)
class Candidate:
    """A table that is there whole and is no release yet.

    Attributes:
        source: Of which source it is.
        file: Which of its files.
        table: Its rows, as published.
        modified: When its publisher last changed it, if known.
        period: Its periods, in words.
        said: What its provenance says beside that.
    """

    source: Source
    file: RawFile
    table: pa.Table
    modified: str | None = None
    period: str | None = None
    said: Mapping[str, Any] = field(default_factory=dict)

    def write(self, folder: Path, today: str) -> Path:
        """Write it into the folder of a release, retrieved today (ISO date)."""
        folder.mkdir(parents=True, exist_ok=True)
        told = (today, self.modified, self.period, self.said)
        return raw.write(self.source, self.file, self.table, folder, *told)


def tried(
    candidates: Sequence[Candidate], raw_folder: Path, today: str
) -> tuple[dict[int, list[Problem]], str]:
    """Build once with all candidates, on a copy of the raw folder that is then forgotten.

    Return what is wrong with those that do not fit, by their number; and why nothing could be
    tried, in a folder of which nothing can be built without them either.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy, database = Path(folder) / "raw", Path(folder) / "monitor.duckdb"
        unfinished = shutil.ignore_patterns(raw.STAGING)
        shutil.copytree(raw_folder.resolve(), copy, ignore=unfinished, copy_function=os.symlink)
        names = {}
        for number, one in enumerate(candidates):
            beside = raw.release_folder(copy / one.source.source_id, today, one.file.stem)
            names[one.write(beside, today).relative_to(copy).as_posix()] = number
        try:
            build(database, Inputs(copy))
            left: Left = {one.release_id: one.problems for one in left_out(database)}
            untried = ""
        except DataError as error:
            if error.problems[0].file == str(database):  # there is no room to try it
                raise
            left = named(error, list(names))
            untried = str(error.problems[0])
        refused = {
            number: [Problem(name, REFUSED), *first_of(left[name])]
            for name, number in names.items()
            if name in left
        }
        return refused, untried
