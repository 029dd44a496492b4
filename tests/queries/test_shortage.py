"""Vacancies per 1 000 of the labour force, and when the tension of CBS stands instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
import sentences
from etl.folders import ROOT
from tests.programme_cells import Write
from tests.soak import examples
from words import measures

PER_1000, TENSION = "vacancies_per_1000_labour_force", "vacancies_per_100_unemployed"
ASKED = {"measure": PER_1000, "breakdown": "T001081", "period": "2026KW02", "with_sample": False}


@pytest.fixture(autouse=True)
def as_shipped(write: Write) -> None:
    """Ask the database as the committed data makes it."""


def of_overijssel() -> pd.Series:
    return queries.regios.latest(region_codes=("PV23",), **ASKED).iloc[0]


def test_vacancies_per_1000_are_computed_with_the_range_that_rounding_leaves() -> None:
    """Overijssel: 25 500 vacancies (2026KW02) and a labour force of 671 000 (2023KW02)."""
    row = of_overijssel()
    assert row["figure"] == pytest.approx(1000 * 25_500 / 671_000)
    assert row["figure_low"] == pytest.approx(1000 * 25_450 / 671_500)
    assert row["figure_high"] == pytest.approx(1000 * 25_550 / 670_500)
    assert (row["status"], row["base_label"]) == ("estimated", "2e kwartaal 2023")
    assert sentences.newest(row) == (
        "In Overijssel was de relatieve krapte in het 2e kwartaal 2026 **38,0 openstaande "
        "vacatures per 1.000 van de beroepsbevolking**, 0,6 lager dan een jaar eerder (38,6; "
        "berekend uit cijfers van CBS, beroepsbevolking 2e kwartaal 2023)."
    )


def test_the_nearest_labour_force_of_the_new_method_counts() -> None:
    """There is one of 2022KW02 and of 2023KW02; of the old method there are nearer ones."""
    series = queries.regios.series(region_codes=("PV23",), until="2026KW02", **ASKED)
    bases = series.dropna(subset="figure").set_index("period")["base_label"]
    assert bases["2021KW01"] == bases["2019KW04"] == "2e kwartaal 2022"
    assert bases["2025KW02"] == "2e kwartaal 2023"


def test_a_large_province_is_not_first_because_it_is_large() -> None:
    ranked = queries.regios.ranking(kind="provincie", **ASKED).set_index("region_name")
    assert ranked["rank_label"]["Utrecht"] == "1 van 7 bekende (van alle 12: 1–6)"
    assert ranked["rank_label"]["Zuid-Holland"].startswith("4")


def test_a_map_begins_with_a_measure_that_knows_no_large_and_small() -> None:
    begins = {
        kind: queries.filters.measures(kind=kind)["measure"].iloc[0]
        for kind in ("provincie", "arbeidsmarktregio", "corop")
    }
    assert begins.pop("provincie") == PER_1000
    assert set(begins.values()) == {"unemployment_pct"}


def shown(code: str, until: str) -> list[tuple[str, str, int]]:
    rows = queries.overzicht.shortage(region_codes=(code,), until=until)
    return list(zip(rows["measure"], rows["period"], rows["quarters_behind"], strict=True))


def test_a_tension_of_cbs_that_is_recent_goes_before_what_is_computed() -> None:
    assert shown("PV23", "2021KW01") == [(TENSION, "2021KW01", 0)]
    assert shown("PV23", "2026KW02") == [(PER_1000, "2026KW02", 0), (TENSION, "2021KW01", 21)]
    assert shown("PV28", "2020KW02") == [(PER_1000, "2020KW02", 0)]
    assert queries.overzicht.shortage(region_codes=("AM05",)).iloc[0].isna()["figure"]
    first = queries.overzicht.shortage(region_codes=("PV23",), until="2021KW01").iloc[0]
    assert (first["status"], measures.figure(first)) == ("published", "76")


@pytest.mark.parametrize(("quarter", "first"), [("2022KW01", TENSION), ("2022KW02", PER_1000)])
def test_recent_is_four_quarters_and_no_more(write: Write, quarter: str, first: str) -> None:
    write(
        "insert into vacancies by name select 'cbs_vacancies' as source_id, 'PV23' as region_code, "
        f"'T001081' as sector_code, '{quarter}' as quarter, 20000 as open_vacancies, "
        "'published' as status, 'a file' as release_id, 1 as line"
    )
    assert shown("PV23", quarter)[0][0] == first


@pytest.fixture(scope="module")
def one_region() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect(":memory:")) as connection:
        for path in sorted((ROOT / "etl" / "schema").glob("[1-4]*.sql")):
            connection.execute(path.read_text("utf-8"))
        connection.execute(
            "insert into period by name select '2026KW02' as period, 'quarter' as kind, "
            "'' as label, date '2026-04-01' as starts_on, date '2026-06-30' as ends_on, 2026 as "
            "year"
        )
        yield connection


@given(vacancies=st.integers(0, 999_999), people=st.integers(1_000, 9_999_999))
@settings(max_examples=examples(50))
def test_the_range_holds_what_stood_before_the_rounding(
    one_region: duckdb.DuckDBPyConnection, vacancies: int, people: int
) -> None:
    """As published: vacancies in hundreds, the labour force in thousands."""
    hundreds, thousands = round(vacancies / 100) * 100, round(people / 1000) * 1000
    one_region.execute("truncate vacancies; truncate labour_force")
    one_region.execute(
        "insert into vacancies by name select 'a' as source_id, 'PV23' as region_code, 'T001081' "
        "as sector_code, '2026KW02' as quarter, $1 as open_vacancies, $2 as sign, 'published' as "
        "status, 'a' as release_id, 1 as line",
        [hundreds, None if hundreds else "below_half_unit"],
    )
    one_region.execute(
        "insert into labour_force by name select 'b' as source_id, 'new_method' as series, 'PV23' "
        "as region_code, '2026KW02' as period, $1 as labour_force, 'published' as status, 'b' as "
        "release_id, 1 as line",
        [thousands],
    )
    sql = (ROOT / "etl" / "measures" / f"{PER_1000}.sql").read_text("utf-8")
    low, high = one_region.sql(f"select figure_low, figure_high from ({sql})").fetchall()[0]
    assert low <= 1000 * vacancies / people <= high
