"""What must never be joined: each fails when two publishers, methods or editions meet."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

import queries
from etl.database import DATABASE_VARIABLE, RAW

Facts = duckdb.DuckDBPyConnection
SOURCES = {
    "open_vacancies": {"cbs_vacancies"},
    "vacancies_per_1000_labour_force": {"cbs_vacancies"},
    "vacancies_per_100_unemployed": {"cbs_tension", "cbs_vacancies", "cbs_national_vacancies"},
    "unemployment_pct": {"cbs_labour_force", "cbs_national_labour", "eurostat_unemployment"},
    "ww_benefits": {"cbs_national_ww"},
    "staff_shortage_pct": {"cbs_coen"},
    "tension": {"uwv_tension"},
}
# From this quarter on CBS divides by the unemployed of its new survey.
NEW_METHOD = "2021KW04"


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def all_of(facts: Facts, sql: str) -> list[tuple[object, ...]]:
    return facts.execute(sql).fetchall()


def test_a_measure_has_the_figures_of_its_publisher_and_no_quote(facts: Facts) -> None:
    """Quotes, adverts, confidence and other schemes stand in no map, rank, series or direction."""
    sql = """
        select measure, list(distinct split_part(release_id, '/', -3))
        from region_figure where release_id is not null group by all
    """
    found = {str(measure): set(sources) for measure, sources in all_of(facts, sql)}  # type: ignore[call-overload]
    assert found == SOURCES


def test_a_series_is_of_one_publisher(facts: Facts) -> None:
    """A part of a measure is a series; another method or publisher is another part."""
    sql = """
        select measure, breakdown from region_figure
        where release_id is not null
        group by measure, breakdown, status = 'sample'
        having count(distinct split_part(release_id, '/', -3)) > 1
    """
    assert all_of(facts, sql) == []


def test_what_was_derived_is_estimated_and_never_published(facts: Facts) -> None:
    """Each line of a raw file that says so; a sum or difference of printed figures is no print."""
    tables = {
        "cbs_vacancies": "vacancies",
        "techniekpact_workforce": "technical_workers",
        "uwv_press": "quote",
    }
    checked = 0
    for source, table in tables.items():
        for path in sorted((RAW / source).glob("*/*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                lines = [
                    int(row["line"])
                    for row in csv.DictReader(file)
                    if any(value.startswith("derived") for value in row.values())
                ]
            release = path.relative_to(RAW).as_posix()
            sql = f"select status from {table} where release_id = ? and line = ?"
            for line in lines:
                found = facts.execute(sql, [release, line]).fetchall()
                assert {status for (status,) in found} <= {"estimated"}, (release, line)
                checked += len(found)
    assert checked > 20
    derived = "select distinct status from cbs_tension where note like '%derived%'"
    assert all_of(facts, derived) == [("estimated",)]


def test_skill_levels_are_no_mbo_levels(facts: Facts) -> None:
    """What was published per level of ISCO becomes mbo levels by assumption alone."""
    sql = """
        select table_name from duckdb_columns() where column_name in ('skill_level', 'mbo_level')
        group by table_name having count(distinct column_name) > 1
    """
    assert [name for (name,) in all_of(facts, sql) if name != "isco_level_share"] == []
    assert set(queries.mbo.skill_as_mbo()["status"]) == {"estimated"}
    assert "mbo_level" not in queries.mbo.skill_vacancies()
    assert "skill_level" not in queries.mbo.supply_series(
        counted="students", region_codes=("NL01",), field_code="07", with_sample=True
    )


def test_no_province_by_the_old_method_stands_beside_the_country_by_the_new(facts: Facts) -> None:
    """What CBS recalculated is of the whole country, in series that hold no other region."""
    sql = """
        select distinct breakdown from region_figure
        where region_code <> 'NL01' and (
            breakdown in ('computed', 'computed_adjusted', 'national', 'national_adjusted')
            or breakdown like 'recalculated%' or breakdown like 'monthly%'
        )
    """
    assert all_of(facts, sql) == []
    asked = {"measure": "unemployment_pct", "kind": "provincie", "with_sample": False}
    before = queries.regios.ranking(breakdown="old_method", period="2020KW01", **asked)
    assert before["figure_country"].dropna().unique().tolist() == [3.3]
    sql = """
        select cast(unemployment_pct as text) from labour_force
        where region_code = 'NL01' and period = '2020KW01' and series = 'recalculated'
    """
    assert all_of(facts, sql) == [("4.3",)]


def test_no_change_of_a_published_tension_spans_its_change_of_method(facts: Facts) -> None:
    """Of 2021 CBS divided by fewer unemployed than it counts since: 130 and 156 do not compare."""
    for breakdown in ("yes", "no", "unknown"):
        periods = all_of(
            facts,
            "select distinct period from region_figure where "
            f"measure = 'vacancies_per_100_unemployed' and breakdown = '{breakdown}'",
        )
        for (period,) in periods:
            rows = queries.regios.ranking(
                measure="vacancies_per_100_unemployed",
                breakdown=breakdown,
                kind="provincie",
                period=str(period),
                with_sample=False,
            )
            years = {"previous": 0.25, "year_before": 1, "five_years_before": 5}
            for basis, back in years.items():
                spans = str(period) >= NEW_METHOD > _earlier(str(period), back)
                assert not spans or rows[f"change_{basis}"].isna().all(), (period, basis)


def _earlier(quarter: str, years: float) -> str:
    number = 4 * int(quarter[:4]) + int(quarter[-1]) - 1 - int(4 * years)
    return f"{number // 4}KW0{number % 4 + 1}"


@pytest.mark.parametrize(("year", "region"), [(2023, "AM06"), (2024, "AM36")])
def test_olst_wijhe_moved_in_2024_and_the_break_is_told(
    year: int, region: str, facts: Facts
) -> None:
    sql = f"""
        select arbeidsmarktregio_code from region_link
        where municipality_code = 'GM1773' and year = {year}
    """
    assert all_of(facts, sql) == [(region,)]
    told = queries.regios.breaks(region_codes=(region,))
    assert told["sentence"].str.contains("Olst-Wijhe").any()
