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


OTHER_GROUPS = """
    insert into occupation_tension by name
    with place as (
        select source_id, region_code, quarter, min(status) as status, any_value(release_id)
            as release_id,
        from occupation_tension
        group by all
    )

    select
        place.*,
        uwv_group_code,
        0 as open_vacancies,
        'nil' as vacancies_sign,
        0 as ww_under_6_months,
        'nil' as ww_sign,
        1 as line
    from place
    cross join uwv_group_field
    anti join occupation_tension using (quarter, uwv_group_code)
    where is_technical
"""


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
    """Return a copy of a database in which these are the only rows of tension that count.

    Technical groups that no row of a quarter is about have no vacancies and no jobseekers there, so
    that a total has all its groups.
    """
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
        connection.execute(OTHER_GROUPS)
        transform.derive(connection)
    return path


def filled(rows: int, original: Path, path: Path) -> Path:
    """Write a database with this many cells of tension: 60 quarters, 36 regions, enough groups.

    The groups of UWV come first; the others have no name and count in no techniekdomein. Every
    figure is a hash of its place.
    """
    shutil.copy(original, path)
    with closing(duckdb.connect(":memory:")) as connection:
        connection.execute(f"attach '{path}' as monitor")
        connection.execute("use monitor")
        connection.execute("delete from occupation_tension")
        connection.execute(
            """
            insert into occupation_tension by name
            with chosen_quarter as (
                select period as quarter
                from period
                where kind = 'quarter' and period <= '2026KW02'
                order by period desc
                limit 60
            ),

            place as (
                select region_code
                from region
                where
                    region_code = 'NL01'
                    or (kind = 'arbeidsmarktregio' and valid_to_year = 9999)
            ),

            occupation_group as (
                select uwv_group_code from uwv_group
                union all
                select format('X{:07d}', range) as uwv_group_code from range($groups)
                order by uwv_group_code like 'X%', uwv_group_code
                limit $groups
            )

            select
                'uwv_tension' as source_id,
                region_code,
                uwv_group_code,
                quarter,
                10 + cast(hash(region_code || uwv_group_code || quarter) % 200 as integer)
                    as open_vacancies,
                10 + cast(hash(quarter || uwv_group_code || region_code) % 90 as integer)
                    as ww_under_6_months,
                'sample' as status,
                'sample/uwv_tension/2026-11-23/tension.parquet' as release_id,
                1 as line,
            from chosen_quarter
            cross join place
            cross join occupation_group
            order by quarter, region_code, uwv_group_code
            """,
            {"groups": rows // (60 * 36)},
        )
        transform.derive(connection)
    return path
