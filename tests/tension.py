"""Databases with a few rows of tension, to see what the SQL makes of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import duckdb

from etl import transform

RELEASE = "cbs_vacancies/undated/83599NED.parquet"


class Row(NamedTuple):
    """A row of ``occupation_tension``: counts, or None with a sign."""

    region_code: str
    uwv_group_code: str
    quarter: str
    vacancies: int | None
    ww: int | None
    vacancies_sign: str | None = None
    ww_sign: str | None = None
    status: str = "published"
    ratio: float | None = None
    ratio_decimals: int | None = None
    tension_class: str | None = None


def database_with(rows: Iterable[Row], original: Path, folder: Path) -> Path:
    """Return a copy of a database in which these are the only rows of tension."""
    path = Path(tempfile.mkdtemp(dir=folder)) / "tension.duckdb"
    shutil.copy(original, path)
    with closing(duckdb.connect(":memory:")) as connection:
        connection.execute(f"attach '{path}' as monitor")
        connection.execute("use monitor")
        connection.execute("delete from occupation_tension")
        connection.executemany(
            """
            insert into occupation_tension by name
            select
                'uwv_tension' as source_id,
                $1 as region_code,
                $2 as uwv_group_code,
                $3 as quarter,
                cast($4 as integer) as open_vacancies,
                cast($5 as integer) as ww_under_6_months,
                cast($6 as text) as vacancies_sign,
                cast($7 as text) as ww_sign,
                $8 as status,
                cast($9 as decimal(18, 4)) as tension_ratio,
                cast($10 as integer) as ratio_decimals,
                cast($11 as text) as tension_class,
                $12 as release_id,
                1 as line
            """,
            [[*row, RELEASE] for row in rows],
        )
        transform.derive(connection)
    return path
