"""What arrives of one file that is taken by hand."""

from __future__ import annotations

from pathlib import Path

from etl.errors import DataError
from etl.folders import RAW
from etl.intake import recognising
from tests.cbs_server import Row


def read(path: Path, raw_folder: Path = RAW) -> list[Row]:
    """Return the rows of the one table that a file, or a folder of pages, is.

    Raises:
        DataError: It is refused.
    """
    with recognising.looked_at(path, raw_folder) as found:
        [one] = found
        if isinstance(one, DataError):
            raise one
        assert one.read is not None
        return list(one.read().to_pylist())
