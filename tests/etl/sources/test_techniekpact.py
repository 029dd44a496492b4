"""The monitor of the Techniekpact: each edition as printed, and no two of them in one figure."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import queries
import sentences
from etl.database import DATABASE_VARIABLE

Facts = duckdb.DuckDBPyConnection
LEVELS = ["1", "2", "3", "4"]


@pytest.fixture(autouse=True)
def _public(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def all_of(facts: Facts, sql: str, *values: object) -> list[tuple[object, ...]]:
    return facts.execute(sql, list(values)).fetchall()


@pytest.mark.parametrize(
    ("edition", "quarter", "total", "levels"),
    [
        ("2024MM06", "2023KW04", 78_900, [5_600, 46_800, 12_200, 14_300]),
        ("2024MM06", "2016KW01", 29_200, [1_200, 19_000, 5_000, 3_900]),
        ("2022MM08", "2022KW01", 81_600, [6_800, 50_000, 11_900, 12_900]),
        ("2022MM08", "2017KW01", 36_300, [1_600, 23_500, 6_500, 4_700]),
    ],
)
def test_vacancies_per_level_are_as_printed(
    facts: Facts, edition: str, quarter: str, total: int, levels: list[int]
) -> None:
    sql = """
        select skill_level, open_vacancies from skill_vacancies
        where edition = ? and quarter = ? and field = 'technisch' order by skill_level
    """
    expected = [*zip(LEVELS, levels, strict=True), ("total", total)]
    assert all_of(facts, sql, edition, quarter) == expected


def test_shares_are_of_the_total_of_their_own_edition() -> None:
    rows = queries.mbo.skill_vacancies()
    newest = rows[rows["period"].eq("2023KW04") & rows["field"].eq("technisch")]
    assert newest["share_pct"].round(1).tolist() == [100.0, 7.1, 59.3, 15.5, 18.1]
    older = rows[rows["period"].eq("2016KW01")]
    assert older["share_pct"].round().tolist() == [100, 4, 65, 17, 13]
    assert older["sum_of_levels"].unique().tolist() == [29_100], "a total as printed stays 29 200"
    assert not any("change" in str(name) or "before" in str(name) for name in rows)


def test_both_methods_of_uwv_stay_apart(facts: Facts) -> None:
    """End 2021 counts 104 500 by the older method, begin 2022 counts 81 600 by the newer."""
    sql = """
        select quarter, edition, open_vacancies from skill_vacancies
        where is_older_method and field = 'technisch' and skill_level = 'total' order by quarter
    """
    assert all_of(facts, sql) == [
        ("2016KW04", "2022MM05", 41_500),
        ("2017KW04", "2018MM06", 60_800),
        ("2021KW04", "2022MM05", 104_500),
    ]
    rows = queries.mbo.skill_vacancies()
    per_edition = rows.groupby("edition")["method_label"].nunique()
    assert per_edition.eq(1).all()
    measured = "select count(*) from region_figure where release_id like 'techniekpact%'"
    assert all_of(facts, measured) == [(0,)], "in no map, rank or series of regions"


def test_the_assumption_makes_mbo_levels_of_them_within_its_bounds() -> None:
    """Worked by hand: level 2 gives 0.75 × 46 800 and level 1 0.25 × 5 600 to mbo 2-3."""
    rows = queries.mbo.skill_as_mbo().set_index("mbo_level")
    assert rows["vacancies"].tolist() == [4_200, 36_500, 17_800, 20_400]
    assert rows["vacancies"].sum() == 78_900
    assert (rows["vacancies_low"] < rows["vacancies"]).all()
    assert (rows["vacancies"] < rows["vacancies_high"]).all()
    assert rows["status"].eq("estimated").all()
    said = sentences.skill_as_mbo(rows.reset_index())
    assert said.startswith("De aanname van deze monitor maakt daarvan 46% mbo 2–3 en 23% mbo 4.")
    assert queries.mbo.skill_as_mbo(until="2020KW02")["period"].unique().tolist() == ["2017KW01"]


def test_a_sentence_says_that_levels_do_not_add_up() -> None:
    rows = queries.mbo.skill_vacancies()
    newest = rows[rows["period"].eq("2023KW04") & rows["field"].eq("technisch")]
    assert sentences.skill_vacancies(newest) == (
        "Van 78.900 technische vacatures in Nederland vroeg **59,3%** ISCO-vaardigheidsniveau 2."
    )
    older = sentences.skill_vacancies(rows[rows["period"].eq("2016KW01")])
    assert older.endswith("; door afronding komen de niveaus samen op 29.100.")


@pytest.mark.parametrize(
    ("edition", "year", "level", "expected"),
    [
        ("2022", "2021SJ00", "mbo2", (35, "exact")),
        ("2022", "2021SJ00", "mbo1", (27, "approximate")),
        ("2021", "2020SJ00", "mbo2", (32, "exact")),
        ("2018", "2007SJ00", "total", (29, "exact")),
    ],
)
def test_the_technical_part_of_entrants_is_as_printed(
    facts: Facts, edition: str, year: str, level: str, expected: tuple[object, ...]
) -> None:
    sql = """
        select value, precision from technical_inflow
        where edition = ? and school_year = ? and mbo_level = ? and unit = 'percent'
    """
    assert all_of(facts, sql, edition, year, level) == [expected]


def test_counts_of_entrants_are_of_another_definition_than_the_shares(facts: Facts) -> None:
    sql = "select distinct edition, unit = 'persons' from technical_inflow where unit = 'persons'"
    assert all_of(facts, sql) == [("by_domain", True)]


def test_editions_of_workers_stay_apart_and_a_difference_is_estimated(facts: Facts) -> None:
    sql = """
        select edition, employed, status from technical_workers
        where "year" = '2020JJ00' and worker_group = 'total' order by edition
    """
    assert all_of(facts, sql) == [
        ("2021", 1_573_000, "published"),
        ("2022", 1_659_000, "estimated"),
    ]
    sums = """
        select edition, "year" from technical_workers
        where worker_group in ('men', 'women', 'total')
        group by all having count(*) = 3
        and sum(employed) filter (worker_group <> 'total') <> max(employed)
    """
    assert all_of(facts, sums) == []


def test_an_earlier_share_is_of_the_same_edition() -> None:
    rows = queries.mbo.technical_inflow()
    newest = rows[rows["is_newest"]].set_index("mbo_level")
    assert newest["technical_pct"].to_dict() == {
        "total": 28,
        "mbo1": 27,
        "mbo2": 35,
        "mbo3": 33,
        "mbo4": 24,
    }
    assert newest.loc["mbo3", ["earlier_pct", "earlier_label"]].tolist()[0] == 18
    assert newest.loc["mbo4", "earlier_pct"] == 29
    assert newest["earlier_pct"].isna().to_dict()["mbo1"], "that edition names no earlier one"
    assert rows.loc[rows["edition"].eq("by_domain"), "technical_pct"].isna().all()
    older = queries.mbo.technical_inflow(until="2020KW02")
    assert older.loc[older["is_newest"], "period"].unique().tolist() == ["2019SJ00"]


def test_workers_are_listed_per_edition_without_a_difference() -> None:
    rows = queries.mbo.technical_workers()
    assert rows.iloc[0][["period", "employed"]].tolist() == ["2023JJ00", 1_861_000]
    assert rows[rows["period"].eq("2020JJ00") & rows["worker_group"].eq("total")].shape[0] == 2
    assert not any("change" in str(name) or "before" in str(name) for name in rows)


def test_unemployment_is_of_the_edition_of_its_page_and_no_two_are_joined(facts: Facts) -> None:
    rows = queries.mbo.technical_unemployment()
    shown = rows[["period", "edition", "worker_group", "unemployment_pct"]].values.tolist()
    assert shown == [
        ["2022JJ00", "2023", "technically educated", 2.4],
        ["2022JJ00", "2023", "all", 3.5],
        ["2021JJ00", "2022", "technically educated", 3.2],
        ["2021JJ00", "2022", "mbo technically educated", 2.9],
        ["2021JJ00", "2022", "all", 4.2],
    ]
    assert not any("change" in str(name) or "before" in str(name) for name in rows)
    assert queries.mbo.technical_unemployment(until="2021KW04")["edition"].unique() == ["2022"]
    for relation in ("region_figure", "known_figure"):
        sql = f"select count(*) from {relation} where release_id like 'techniekpact_workforce/%'"
        assert all_of(facts, sql) == [(0,)]
