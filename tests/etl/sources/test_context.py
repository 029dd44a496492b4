"""What stands beside the shortage, each as its source published it, and apart from the rest."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

import queries
from etl.database import DATABASE_VARIABLE

Facts = duckdb.DuckDBPyConnection


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def all_of(facts: Facts, sql: str, *values: object) -> list[tuple[object, ...]]:
    return facts.execute(sql, list(values)).fetchall()


@pytest.mark.parametrize(
    ("region", "sector", "quarter", "expected"),
    [
        ("CR12", "alle sectoren", "2016KW04", ("5.0", "exact", "hindered")),
        ("CR11", "alle sectoren", "2016KW04", ("21.0", "exact", "hindered")),
        ("CR14", "bouw", "2018KW04", ("60.0", "exact", "hindered")),
        ("NL01", "alle sectoren", "2018KW04", ("25.0", "approximate", "hindered")),
        ("CR21", "alle sectoren", "2022KW02", ("36.0", "at_least", "hindered")),
        ("NL01", "alle sectoren", "2023KW03", ("40.0", "at_least", "main_obstacle")),
    ],
)
def test_firms_that_lack_staff_are_as_printed(
    facts: Facts, region: str, sector: str, quarter: str, expected: tuple[str, ...]
) -> None:
    sql = """
        select cast(staff_shortage_pct as text), precision, question from staff_shortage
        where region_code = ? and sector = ? and quarter = ?
    """
    assert all_of(facts, sql, region, sector, quarter) == [expected]


def test_only_a_page_about_many_regions_compares_them(facts: Facts) -> None:
    """A point of another quarter, page, sector or question is a quote, in no series or map."""
    sql = """
        select period, count(*), min(left(region_code, 2)), max(left(region_code, 2))
        from region_figure where measure = 'staff_shortage_pct' group by period
    """
    assert all_of(facts, sql) == [("2016KW04", 15, "CR", "CR")]
    quoted = queries.regios.staff_shortage(region_codes=("CR14", "PV25"))
    assert {"2016KW04", "2018KW04"} <= set(quoted["period_code"])
    assert quoted["region_text"].iloc[-1] == "Nederland"
    assert "andere vraag" in quoted.loc[quoted["period_code"] == "2023KW03", "remark"].item()


@pytest.mark.parametrize(
    ("region", "quarter", "expected"),
    [
        ("NL01", "2020KW03", "-19.3"),
        ("PV23", "2020KW02", "-31.5"),
        ("PV26", "2020KW03", "-23.1"),
        ("PV27", "2021KW02", None),
    ],
)
def test_confidence_is_as_published_and_a_gap_stays_one(
    facts: Facts, region: str, quarter: str, expected: str | None
) -> None:
    sql = "select confidence_balance from business_confidence where region_code = ? and quarter = ?"
    found = [(Decimal(expected),)] if expected else []
    assert all_of(facts, sql, region, quarter) == found


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-06-30", "171.97"), ("2024-06-30", "138.65"), ("2026-06-30", "114.63")],
)
def test_adverts_are_an_index_of_their_day(facts: Facts, day: str, expected: str) -> None:
    sql = "select advert_index from advert_index where day = ? and advert_kind = 'total postings'"
    assert all_of(facts, sql, day) == [(Decimal(expected),)]


def test_context_is_no_figure_of_a_region_or_programme(facts: Facts) -> None:
    """Confidence, adverts and other schemes enter no map, rank, search or list of programmes."""
    others = "('business_confidence', 'cbs_confidence', 'indeed_adverts', 'comparators')"
    sql = f"select count(*) from region_figure where split_part(release_id, '/', 1) in {others}"
    assert all_of(facts, sql) == [(0,)]
    names = "select count(*) from programme where programme_id in ('stap', 'sectorplannen')"
    assert all_of(facts, names) == [(0,)]
    schemes = {"STAP-budget", "Sectorplannen (landelijk)", "Groei Vooruit (Regio Zwolle)"}
    for name in queries.programmas.list(with_sample=False)["programme_name"]:
        assert name not in schemes


def test_other_schemes_stand_beside_a_programme_and_never_beside_themselves(facts: Facts) -> None:
    sql = """
        select cast(value as bigint), unit, precision from comparator
        where scheme = ? and indicator = ? and as_of_text = ?
    """
    realised = all_of(facts, sql, "sectorplannen", "participants_realised", "2016-08")
    assert realised == [(268_413, "persons", "exact")]
    assert all_of(facts, sql, "stap", "grants", "2022") == [(214_000, "grants", "at_least")]
    beside = queries.programmas.comparators(programme_id="kansenplan_1000")
    assert not beside["indicator_label"].str.startswith("1.000 kansenplan").any()
    assert len(beside) == all_of(facts, "select count(*) from comparator")[0][0] - 3  # type: ignore[operator]


def test_confidence_stands_beside_the_programmes_of_its_years_alone() -> None:
    crisis = queries.programmas.confidence(programme_id="techniek_crisis_door")
    assert crisis["quarter"].tolist() == ["2020KW03", "2020KW04", "2021KW01"]
    assert crisis["confidence_balance"].tolist() == [-23.1, -8.9, -7.9]
    assert queries.programmas.confidence(programme_id="twente_werkt").empty


def test_a_month_of_adverts_is_a_mean_that_says_when_it_is_not_whole() -> None:
    months = queries.overzicht.adverts().set_index("period_code")
    assert months["status"].eq("estimated").all()
    assert months.loc["2026MM08", ["days", "is_partial"]].tolist() == [14, True]
    assert not months.loc["2026MM06", "is_partial"]
    assert queries.overzicht.adverts(until="2024KW02")["period_code"].max() == "2024MM06"


def test_every_figure_of_a_story_is_told_as_published(facts: Facts) -> None:
    """A story names a figure by what it is about; its number is nowhere typed."""
    told = queries.verantwoording.stories()
    assert len(told) == all_of(facts, "select count(*) from story_figure")[0][0]
    assert told.groupby("story_label")["not_measured_label"].nunique().eq(1).all()
    utrecht = told[told["region_text"].eq("Utrecht")]
    assert utrecht["quoted_number"].tolist() == [1_300, 900, 1_600, 1_100, -23.1]
    assert (
        6_800
        in told.loc[told["region_text"].str.startswith("Noord-Holland Noord"), :][
            "quoted_number"
        ].tolist()
    )


def test_the_story_about_levels_is_told_with_the_published_split(facts: Facts) -> None:
    told = queries.verantwoording.stories()
    mbo = told[told["story_label"].eq("Mbo 3 en 4")]
    split = mbo[mbo["indicator_label"].str.startswith("technische vacatures")]
    assert split["quoted_number"].tolist() == [78_900, 5_600, 46_800, 12_200, 14_300]
    assert split["remark"].tolist()[1:] == [
        f"{share}% van het totaal" for share in ("7,1", "59,3", "15,5", "18,1")
    ]
    assert split["period_code"].unique().tolist() == ["2023KW04"]
    assert split["release_id"].str.startswith("techniekpact_vacancies/").all()
    assert split["url"].str.startswith("https://www.techniekpact.nl/").all()
    assert "meet geen bron" in mbo["not_measured_label"].iloc[0]
    assert not mbo["indicator_label"].str.contains("mbo-niveau").any(), "ISCO levels are no mbo's"
