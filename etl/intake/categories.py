"""The code of a category of CBS by its title, which is all that a download says of it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from pathlib import Path

import duckdb

from etl import raw, transform
from etl.errors import DataError
from etl.folders import RAW
from etl.intake import cbs
from etl.register import RawFile
from etl.register.geo import REGIONS
from words.spelling import plain

REFERENCE = Path(__file__).with_name("category.sql").read_text("utf-8")
SECTOR = re.compile("[A-U](-[A-U])?(?= )")
NAMED = (("gm_naam", "gm"), ("statnaam", "statcode"))


def teller(file: RawFile, raw_folder: Path) -> Callable[[str, str], str]:
    """Return what tells the code of a category by its dimension and title; empty where unknown.

    The lists of the table's own releases count first, then those of other tables of CBS, then the
    reference tables. Where the title stands beside the code, it does for one that is unknown.
    """
    with transform.reference() as connection:
        listed = {one: _listed(connection, file, one, raw_folder) for one in file.dimensions}
        known = _known(connection, raw_folder)

    def code_of(dimension: str, title: str) -> str:
        if found := listed[dimension].get(plain(title)):
            return found
        if f"{dimension}:Title" in file.columns:
            return title
        sector = SECTOR.match(title)
        return known.get(plain(title)) or known.get(plain(sector[0]) if sector else "", "")

    return code_of


def _listed(
    connection: duckdb.DuckDBPyConnection, file: RawFile, dimension: str, raw_folder: Path
) -> dict[str, str]:
    """Return the codes of the titles that stand beside them in the releases of tables of CBS."""
    column = f"{dimension}:Title"
    tables = [entry for entry in cbs.tables() if column in entry[1].columns]
    tables.sort(key=lambda entry: entry[1] is not file)
    found: dict[str, str] = {}
    for source, other in tables:
        for path in reversed(raw.every(raw_folder, source, other)):
            with contextlib.suppress(duckdb.Error):  # a damaged one is told of where it is loaded
                rows = connection.execute(
                    f'select any_value(trim("{dimension}")), "{column}" from read_parquet(?) '
                    f'group by "{column}" having count(distinct "{dimension}") = 1',
                    [str(path)],
                )
                for code, title in rows.fetchall():
                    found.setdefault(plain(title or ""), code)
    return found


def _known(connection: duckdb.DuckDBPyConnection, raw_folder: Path) -> dict[str, str]:
    """Return the codes of the titles of regions, sectors and periods."""
    municipalities: dict[str, str] = {}
    for folder in (RAW, raw_folder):  # they ship with the monitor
        with contextlib.suppress(DataError):
            for release in raw.known_on(folder, REGIONS, raw.LATEST):
                for name, code in NAMED:
                    if name in release.file.columns:
                        rows = raw.rows_of(release.path)
                        municipalities |= {row[name]: row[code] for row in rows}
    told = {"names": [*municipalities], "codes": [*municipalities.values()]}
    found: dict[str, str] = {}
    for title, code, _ in connection.execute(REFERENCE, told).fetchall():
        found.setdefault(plain(title), code)
    return found
