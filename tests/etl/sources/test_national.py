"""The whole country by itself: recalculated figures, kept apart from all that counts otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as parquet
import pytest

import queries
from etl.database import DATABASE_VARIABLE, RAW
from etl.download import Client
from etl.protocols.cbs_table import keys_of
from etl.raw import TABLES
from etl.register import REGISTER, RawFile, Source, source
from tests.cbs_server import Recorded, recorded, serve
from tests.fetched import fetch_one

Facts = duckdb.DuckDBPyConnection
TODAY = "2026-12-01"


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def rows(facts: Facts, sql: str) -> list[tuple[Any, ...]]:
    return facts.execute(sql).fetchall()


def of_table(table_id: str) -> tuple[Source, RawFile]:
    [found] = [
        (entry, file)
        for entry in REGISTER
        for file in entry.files
        if file.table_id == table_id and file.protocol == "cbs_odata4"
    ]
    return found


@pytest.mark.parametrize(
    ("series", "period", "unemployed", "pct"),
    [
        ("recalculated", "2022KW02", 329_000, "3.3"),
        ("recalculated", "2023KW02", 348_000, "3.4"),
        ("recalculated", "2020KW01", 410_000, "4.3"),
        ("recalculated_adjusted", "2026KW01", 413_000, "4.0"),
        ("monthly", "2026KW02", 385_000, "3.8"),
        ("monthly_adjusted", "2024KW03", 374_000, "3.7"),
        ("monthly_adjusted", "2026MM06", 393_000, "3.8"),
    ],
)
def test_the_national_labour_force_is_as_published(
    series: str, period: str, unemployed: int, pct: str, facts: Facts
) -> None:
    sql = (
        "select unemployed, cast(unemployment_pct as text), status from labour_force "
        f"where series = '{series}' and period = '{period}' and region_code = 'NL01'"
    )
    assert rows(facts, sql) == [(unemployed, pct, "published")]


def test_recalculated_figures_stand_in_no_series_with_others(facts: Facts) -> None:
    """By the method of then 303 thousand were unemployed where CBS now says 410."""
    sql = (
        "select series, unemployed from labour_force "
        "where region_code = 'NL01' and period = '2020KW01' and series not like '%_adjusted' "
        "order by 1"
    )
    assert rows(facts, sql) == [
        ("monthly", 410_000),
        ("old_method", 303_000),
        ("recalculated", 410_000),
    ]
    kinds = rows(
        facts,
        "select series, list(distinct source_id), count(distinct region_code) from labour_force "
        "where series not in ('old_method', 'new_method', 'labour_market_attachment') "
        "group by all order by 1",
    )
    assert kinds == [
        ("eurostat", ["eurostat_unemployment"], 17),
        ("monthly", ["cbs_national_labour"], 1),
        ("monthly_adjusted", ["cbs_national_labour"], 1),
        ("recalculated", ["cbs_national_labour"], 1),
        ("recalculated_adjusted", ["cbs_national_labour"], 1),
    ]
    beside = queries.regios.labour_force(region_codes=("PV23",))
    assert set(beside["series"]) == {"old_method", "new_method", "labour_market_attachment"}


def test_both_tables_have_the_same_quarters(facts: Facts) -> None:
    """What lets the newest quarter of one stand for that of the other."""
    sql = (
        "select count(*), count(*) filter ((a.labour_force, a.employed, a.unemployed, "
        "a.unemployment_pct) is distinct from (b.labour_force, b.employed, b.unemployed, "
        "b.unemployment_pct)) from labour_force a join labour_force b using (period) where "
        "(a.series, b.series) in (('recalculated', 'monthly'), "
        "('recalculated_adjusted', 'monthly_adjusted'))"
    )
    assert rows(facts, sql) == [(119, 0)]


@pytest.mark.parametrize(
    ("month", "benefits"),
    [
        ("2016MM06", 438_500),
        ("2018MM09", 273_500),
        ("2022MM09", 152_000),
        ("2023MM09", 155_100),
        ("2024MM06", 167_800),
        ("2026MM04", 203_100),
    ],
)
def test_the_national_ww_is_as_published(month: str, benefits: int, facts: Facts) -> None:
    sql = f"select ww_benefits from ww_benefits where series = 'national' and month = '{month}'"
    assert rows(facts, sql) == [(benefits,)]
    figure = (
        "select figure_low, figure_high from region_figure where measure = 'ww_benefits' and "
        f"breakdown = 'national' and period = '{month}'"
    )
    assert rows(facts, figure) == [(benefits - 50, benefits + 50)]


def test_benefits_are_no_persons_and_stay_apart_from_them(facts: Facts) -> None:
    found = rows(facts, "select series, max(month) from ww_benefits group by all order by 1")
    assert found == [("national", "2026MM04"), ("national_adjusted", "2015MM12")]
    sql = "select count(*) from region_figure where measure = 'ww_benefits' and breakdown = 'total'"
    assert rows(facts, sql) == [(0,)]


@pytest.mark.parametrize(
    ("breakdown", "quarter", "figure", "low", "high"),
    [
        ("computed", "2022KW01", 126, 125.7, 126.1),
        ("computed", "2026KW02", 101, 100.5, 100.7),
        ("computed", "2018KW04", 59, 59.1, 59.2),
        ("computed_adjusted", "2023KW02", 122, 121.8, 122.2),
    ],
)
def test_the_national_tension_is_computed_with_its_range(
    breakdown: str, quarter: str, figure: int, low: float, high: float, facts: Facts
) -> None:
    sql = (
        "select cast(round(figure) as integer), round(figure_low, 1), round(figure_high, 1), "
        "status from region_figure where measure = 'vacancies_per_100_unemployed' and "
        f"region_code = 'NL01' and breakdown = '{breakdown}' and period = '{quarter}'"
    )
    assert rows(facts, sql) == [(figure, low, high, "estimated")]


def test_a_computed_tension_joins_no_published_one(facts: Facts) -> None:
    """In 2018 CBS published 80, with fewer unemployed than it counts for that year now."""
    sql = (
        "select breakdown, status, round(figure) from region_figure where region_code = 'NL01' and "
        "measure = 'vacancies_per_100_unemployed' and period = '2018KW04' order by 1"
    )
    assert rows(facts, sql) == [("computed", "estimated", 59), ("yes", "published", 80)]
    mixed = rows(
        facts,
        "select breakdown from region_figure where measure = 'vacancies_per_100_unemployed' "
        "group by breakdown having count(distinct split_part(release_id, '/', 1)) > 1",
    )
    assert mixed == []


@pytest.mark.parametrize(
    ("region", "sector", "quarter", "vacancies", "margin", "status"),
    [
        ("PV27", "T001081", "2022KW03", 86_000, 500, "published"),
        ("PV27", "T001081", "2021KW03", 72_000, 1_000, "estimated"),
        ("PV27", "T001081", "2022KW01", 85_700, 100, "estimated"),
        ("PV27", "T001081", "2020KW03", 39_800, 50, "published"),
        ("NL01", "T001081", "2020KW03", 215_600, 50, "published"),
        ("PV27", "300003", "2025KW04", 7_300, 50, "published"),
        ("PV23", "300003", "2025KW04", 5_500, 150, "estimated"),
        ("PV26", "300003", "2025KW04", 4_100, 200, "estimated"),
    ],
)
def test_a_printed_figure_says_how_far_off_it_may_be(
    region: str, sector: str, quarter: str, vacancies: int, margin: int, status: str, facts: Facts
) -> None:
    key = f"region_code = '{region}' and sector_code = '{sector}' and quarter = '{quarter}'"
    assert rows(facts, f"select open_vacancies, margin, status from vacancies where {key}") == [
        (vacancies, margin, status)
    ]
    sql = (
        "select figure_low, figure_high from region_figure where measure = 'open_vacancies' and "
        f"region_code = '{region}' and breakdown = '{sector}' and period = '{quarter}'"
    )
    assert rows(facts, sql) == [(vacancies - margin, vacancies + margin)]


def test_the_figure_that_its_own_page_contradicts_is_left_out(facts: Facts) -> None:
    """One page prints 39.8 for Noord- and Zuid-Holland; 59.7 minus 15 cannot be 39.8."""
    sql = (
        "select region_code from vacancies where sector_code = 'T001081' and "
        "quarter = '2020KW03' order by 1"
    )
    assert rows(facts, sql) == [("NL01",), ("PV27",)]


def test_a_difference_within_both_margins_is_no_change() -> None:
    frame = queries.overzicht.latest(region_codes=("PV27",), sector_codes=("T001081",))
    assert frame[["open_vacancies", "open_vacancies_year_before"]].iloc[0].tolist() == [
        86_000,
        72_000,
    ]
    assert frame[["status", "year_before_status"]].iloc[0].tolist() == ["published", "estimated"]
    assert not frame["within_rounding"].iloc[0]


def test_tension_of_the_old_method_says_so(facts: Facts) -> None:
    sql = (
        "select region_code, vacancies_per_100_unemployed, note from cbs_tension "
        "where quarter = '2021KW02' and region_code <> 'NL01' order by 1"
    )
    found = rows(facts, sql)
    assert [row[:2] for row in found] == [
        ("PV20", 78), ("PV25", 116), ("PV26", 130), ("PV29", 117), ("PV30", 124),
    ]  # fmt: skip
    assert {row[2] for row in found} == {"werklozen volgens de methode van voor 2022"}


def test_the_vacancy_rate_per_sector_is_as_published() -> None:
    frame = queries.beroepen.vacancy_rates().set_index("sector_code")["vacancies_per_1000_jobs"]
    assert frame[["A-U", "F", "D", "C"]].tolist() == [46, 74, 57, 48]
    assert "B-F" not in frame.index, "a sum beside its parts"
    assert queries.beroepen.vacancy_rates(until="2024KW01").empty


def test_private_firms_are_a_series_of_their_own(facts: Facts) -> None:
    sql = (
        "select series, open_vacancies, created_vacancies, filled_vacancies from "
        "national_vacancies where sector_code = 'F' and period = '2023JJ00' order by 1"
    )
    series = [row[0] for row in rows(facts, sql)]
    assert series == ["80472ned", "80473ned"]


@pytest.mark.parametrize(
    ("region", "pct"),
    [("NL01", "6.7"), ("PV23", "6.7"), ("PV25", "6.1"), ("PV26", "5.8"), ("PV27", "6.6")],
)
def test_eurostat_counts_apart_from_cbs(region: str, pct: str, facts: Facts) -> None:
    sql = (
        "select series, cast(unemployment_pct as text) from labour_force where period = '2013JJ00' "
        f"and region_code = '{region}' and source_id = 'eurostat_unemployment'"
    )
    assert rows(facts, sql) == [("eurostat", pct)]
    years = rows(facts, "select min(period), max(period) from labour_force where series='eurostat'")
    assert years == [("1999JJ00", "2013JJ00")]


@pytest.mark.parametrize("table_id", ["37789ksz", "85224NED", "80590ned"])
def test_the_answers_of_cbs_become_the_release_that_is_here(table_id: str, tmp_path: Path) -> None:
    entry, file = of_table(table_id)
    with serve(recorded(table_id)) as base:
        client = Client(pause_seconds=0.01)
        outcome = fetch_one(entry, file, tmp_path, client=client, today=TODAY, base_url=base)
    assert outcome.path
    [committed] = (RAW / entry.source_id).glob(f"*/{table_id}.parquet")
    assert parquet.read_table(outcome.path).equals(parquet.read_table(committed))


def test_a_large_answer_is_read_page_by_page(tmp_path: Path) -> None:
    entry, file = of_table("85224NED")
    table = recorded("85224NED", page_rows=100)
    with serve(table) as base:
        client = Client(pause_seconds=0.01)
        fetch_one(entry, file, tmp_path, client=client, today=TODAY, base_url=base)
    assert table.pages_asked() == list(range(0, 476, 100))


def test_the_register_knows_the_ww_table_as_cbs_describes_it() -> None:
    """Its measure, dimensions and categories; the margins around a figure are not figures."""
    _, file = of_table("85554NED")
    answers: Recorded = recorded("85554NED")
    protocol = TABLES["cbs_odata4"]
    assert keys_of(file, protocol._measures(answers.answers), "85554NED") == {
        "Personen met een werkloosheidsuitkering": "D001908"
    }
    found = {one["Identifier"] for one in answers.answers["Dimensions"]["value"]}
    assert found == {*file.dimensions, *file.only}
    for dimension, code in file.only.items():
        codes = [one["Identifier"] for one in answers.answers[f"{dimension}Codes"]["value"]]
        assert code in codes
    regions = [one["Identifier"] for one in answers.answers["RegioSCodes"]["value"]]
    assert len(regions) == 53
    assert source("cbs_ww_benefits").files == (file,)
