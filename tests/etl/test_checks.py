"""Each check finds what it is for: break the database once and the rule must speak."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from etl import database as etl_database
from etl.transform import ETL
from tests.published import etl

BREAK = {
    "cells_are_protected": "update programme_cell set number = 12 where number = 10",
    "cells_have_a_label": "update programme_cell set category_1 = 'anders' "
    "where category_1 = 'new_job'",
    "codes_have_a_label": "update programme_target set indicator = 'plaatsing' where target = 150",
    "measures_are_known": "update measure set source_id = 'cbs_ww' where measure = 'tension'",
    "employment_adds_up": "update employment set employed = employed + 50000 "
    "where occupation_code = '0742'",
    "occupations_are_complete": "update occupation set technical_field = null "
    "where occupation_code = '0742'",
    "fictitious_files_say_so": "update release set title = 'Spanningsindicator' "
    "where status = 'sample'",
    "figures_have_a_source": "update programme_result set source_id = 'iemand' where value = 1312",
    "isco_leads_to_groups": "update isco set brc_group_code = '0741' where isco_code = '7212'",
    "labour_force_adds_up": "update labour_force set employed = employed + 3000 "
    "where region_code = 'PV23'",
    "keys_are_unique": "insert into occupation_tension from occupation_tension limit 1",
    "levels_sum_to_one": "update isco_level_share set share = 0.5 "
    "where skill_level = 2 and mbo_level = 'mbo4'",
    "mbo_years_are_whole": "update mbo_students set status = 'published' "
    "where region_code = 'PV23' and school_year = '2025SJ00'",
    "missing_has_a_sign": "update vacancies set sign = null where sign = 'missing'",
    "municipalities_are_complete": "delete from region_link "
    "where municipality_code = 'GM0457' and year = 2022",
    "one_region_version": "insert into region values ('PV23', 'provincie', 'X', null, 2015, 2016)",
    "region_breaks_are_marked": "delete from region_break "
    "where region_code = 'AM36' and year = 2024",
    "regions_nest": "delete from region_part where arbeidsmarktregio_code = 'AM05' and year = 2020",
    "tension_class_agrees": "update occupation_tension set tension_class = 'very_loose' "
    "where tension_ratio = 3",
    "tension_quarters_are_whole": "update occupation_tension set status = 'published' "
    "where region_code = 'AM05' and quarter = '2026KW02'",
    "sums_close": "update vacancies set open_vacancies = open_vacancies + 400 "
    "where region_code = 'PV23' and sector_code = '350000' and quarter = '2018KW04'",
    "tension_agrees": "update cbs_tension set vacancies_per_100_unemployed = 130 "
    "where quarter = '2024KW03'",
    "titles_lead_to_groups": "update occupation_title set occupation_code = '0741' "
    "where title = 'lasser'",
    "uwv_groups_cover_occupations": "delete from uwv_group_brc where brc_group_code = '0742'",
    "unemployment_pct_agrees": "update labour_force set unemployment_pct = 4.0 "
    "where region_code = 'NL01' and period = '2022KW02'",
}
RULES = sorted(path.stem for path in (ETL / "checks").glob("*.sql"))


def test_the_published_database_passes(database: Path) -> None:
    result = etl("check", "--database", database)
    assert result.returncode == 0
    assert result.stdout.count(" ok") == len(RULES)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.one_in(3)
def test_a_broken_database_fails_its_check(rule: str, database: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    shutil.copy(database, broken)
    with closing(duckdb.connect(str(broken))) as connection:
        connection.execute(BREAK[rule])
    found = {result.rule for result in etl_database.check(broken) if result.rows}
    assert rule in found


@pytest.mark.parametrize(
    ("table", "emptied"),
    [
        ("vacancies", "open_vacancies"),
        ("employment", "employed"),
        ("occupation_education", "high_edu_share"),
        ("cbs_tension", "vacancies_per_100_unemployed"),
        ("created_vacancies", "created_vacancies"),
        ("national_vacancies", "open_vacancies vacancies_per_1000_jobs"),
        ("mbo_students", "students"),
        ("mbo_graduates", "graduates"),
    ],
)
def test_a_figure_that_is_gone_without_a_sign_fails_in_each_table(
    table: str, emptied: str, database: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.duckdb"
    shutil.copy(database, broken)
    check = (ETL / "checks" / "missing_has_a_sign.sql").read_text("utf-8")
    with closing(duckdb.connect(str(broken))) as connection:
        gone = ", ".join(f"{column} = null" for column in emptied.split())
        connection.execute(
            f"update {table} set sign = null, {gone} where rowid = (select min(rowid) from {table})"
        )
        if table == "national_vacancies":
            connection.execute("update national_vacancies set created_vacancies = 1000")
        assert len(connection.execute(check).fetchall()) == 1


@pytest.mark.parametrize(
    "change",
    [
        "set number = 5 where number = 10",
        "set granted_eur = 0 where number is null",
        "set granted_eur = granted_eur + 5 where granted_eur is not null",
        "set sign = null where number is null",
        "set sign = 'withheld' where number is not null",
        "set dimension_2 = 'occupation' where dimension_1 = 'region'",
    ],
)
def test_an_unprotected_cell_fails_the_check(change: str, database: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    shutil.copy(database, broken)
    with closing(duckdb.connect(str(broken))) as connection:
        connection.execute(f"update programme_cell {change}")
    found = {result.rule for result in etl_database.check(broken) if result.rows}
    assert "cells_are_protected" in found


@pytest.mark.parametrize(
    "change",
    [
        "delete from known_deviation where region_code = 'PV21' and sector_code = '300013'",
        "update known_deviation set difference = 9, published = 9 where region_code = 'LD02' "
        "and sector_code = 'T001081' and quarter = '2012KW03'",
        "insert into known_deviation values ('sector', 'PV23', '300003', '2018KW04', 1, 2, -1)",
    ],
    ids=["new deviation", "changed deviation", "vanished deviation"],
)
def test_a_new_changed_or_vanished_deviation_fails(
    change: str, database: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.duckdb"
    shutil.copy(database, broken)
    with closing(duckdb.connect(str(broken))) as connection:
        connection.execute(change)
    result = etl("check", "--database", broken)
    assert result.returncode == 1
    assert "1 rows" in result.stdout
