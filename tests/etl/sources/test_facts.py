"""The figures that must arrive, each as its source published it."""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from etl.transform import KNOWN_DEVIATIONS

GOLDEN = Path(__file__).parents[2] / "golden" / "row_counts.csv"
Facts = duckdb.DuckDBPyConnection


def one(facts: Facts, sql: str, *values: object) -> tuple[object, ...]:
    rows = facts.execute(sql, list(values)).fetchall()
    assert len(rows) == 1, rows
    row: tuple[object, ...] = rows[0]
    return row


def test_the_whole_feed_arrives(facts: Facts) -> None:
    assert one(
        facts,
        """
        select count(*), count(distinct region_code), count(distinct sector_code),
            count(distinct quarter), min(quarter), max(quarter)
        from vacancies where release_id like '%/83599NED.parquet'
        """,
    ) == (15_504, 17, 24, 38, "2011KW01", "2020KW02")


@pytest.mark.parametrize(
    ("region", "sector", "quarter", "expected"),
    [
        ("PV23", "350000", "2018KW04", (1_400, None)),
        ("PV31", "300013", "2014KW03", (None, "missing")),
        ("NL01", "T001081", "2011KW01", (135_500, None)),
        ("PV25", "350000", "2026KW02", (4_100, None)),
        ("PV27", "T001081", "2021KW01", (47_500, None)),
        ("PV23", "307500", "2016KW01", (1_100, None)),
        ("PV23", "307500", "2019KW01", (2_100, None)),
    ],
)
def test_a_cell_is_as_published(
    facts: Facts, region: str, sector: str, quarter: str, expected: tuple[int | None, str | None]
) -> None:
    sql = """
        select open_vacancies, sign from vacancies
        where region_code = ? and sector_code = ? and quarter = ?
    """
    assert one(facts, sql, region, sector, quarter) == expected


def test_zero_point_zero_is_fewer_than_fifty(facts: Facts) -> None:
    sql = "select count(*), min(sign), max(sign) from vacancies where open_vacancies = 0"
    assert one(facts, sql) == (1_658, "below_half_unit", "below_half_unit")


def test_the_publishers_deviations_are_known_and_no_figure_is_altered(facts: Facts) -> None:
    with KNOWN_DEVIATIONS.open(encoding="utf-8") as file:
        known = list(csv.DictReader(file))
    assert Counter(row["rule"] for row in known) == {"sector": 23, "landsdeel": 13, "nederland": 4}
    for row in known:
        sql = """
            select open_vacancies from vacancies
            where region_code = ? and sector_code = ? and quarter = ?
        """
        published = one(facts, sql, row["region_code"], row["sector_code"], row["quarter"])
        assert published == (int(row["published"]),)
        assert int(row["difference"]) == int(row["published"]) - int(row["sum_of_parts"])


@pytest.mark.parametrize(
    ("region", "sector", "latest"),
    [
        ("PV23", "350000", "2026KW02"),
        ("PV27", "T001081", "2022KW03"),
        ("PV27", "350000", "2020KW02"),
        ("PV26", "T001081", "2026KW02"),
    ],
)
def test_the_latest_quarter_is_the_regions_own(
    facts: Facts, region: str, sector: str, latest: str
) -> None:
    sql = """
        select max(quarter) from vacancies
        where region_code = ? and sector_code = ? and open_vacancies is not null
    """
    assert one(facts, sql, region, sector) == (latest,)


def test_utrecht_has_nothing_while_its_programme_ran(facts: Facts) -> None:
    sql = """
        select count(*) from vacancies
        where region_code = 'PV26' and quarter > '2020KW02' and quarter < '2025KW02'
    """
    assert one(facts, sql) == (0,)


def test_old_and_new_method_are_series_of_their_own(facts: Facts) -> None:
    sql = """
        select labour_force, employed, unemployed, unemployment_pct from labour_force
        where series = ? and region_code = 'PV23' and period = ?
    """
    old = one(facts, sql, "old_method", "2022KW01")
    new = one(facts, sql, "new_method", "2022KW02")
    assert [float(str(value)) for value in old] == [654_000, 632_000, 22_000, 3.4]
    assert [float(str(value)) for value in new] == [658_000, 639_000, 19_000, 3.0]
    attached = one(facts, sql, "labour_market_attachment", "2023JJ00")
    assert attached == (None, 652_000, 21_000, None)


def test_friesland_is_fryslan_and_twente_is_a_corop_area(facts: Facts) -> None:
    sql = "select count(*) from labour_force where region_code = ? and series = 'old_method'"
    assert one(facts, sql, "PV21") == (3,)
    assert one(facts, sql, "CR12") == (2,)


def test_tension_keeps_adjusted_and_unadjusted_apart(facts: Facts) -> None:
    sql = """
        select vacancies_per_100_unemployed, len(release_ids) from cbs_tension
        where region_code = 'NL01' and quarter = '2022KW04' and seasonally_adjusted = ?
    """
    assert one(facts, sql, "yes") == (123, 1)
    assert one(facts, sql, "no") == (120, 2)
    assert one(facts, "select quarter, status from cbs_tension where status <> 'published'") == (
        "2017KW01",
        "estimated",
    )


def test_every_programme_has_its_row_also_without_numbers(facts: Facts) -> None:
    counted = "select count(*) from programme where status = ?"
    assert one(facts, counted, "published") == (9,)
    assert one(facts, counted, "sample") == (2,)
    assert one(
        facts,
        """
        select count(*) from programme where programme_id = 'techniektalent_nu'
            and programme_id not in (select programme_id from programme_result)
            and programme_id not in (select programme_id from programme_target)
        """,
    ) == (1,)


def test_conflicting_figures_stand_side_by_side(facts: Facts) -> None:
    sql = """
        select list((target, precision, source_id) order by target) from programme_target
        where programme_id = 'twente_werkt' and indicator = 'placements'
    """
    assert one(facts, sql) == (
        [
            (1_300, "at_least", "regiotwente_eerste_contract"),
            (1_400, "exact", "techniekpact_twente_werkt"),
        ],
    )
    sql = """
        select list(amount_eur order by amount_eur) from programme_budget
        where programme_id = 'overijssels_vakmanschap' and budget_kind = 'voucher_max'
    """
    assert one(facts, sql) == ([2_500, 3_000],)


def test_the_parts_of_the_gelderland_vouchers_stay_792(facts: Facts) -> None:
    sql = """
        select sum(value) filter (breakdown = 'target_group'),
            sum(value) filter (breakdown = 'total')
        from programme_result
        where programme_id = 'gelders_vakmanschap' and as_of_text = '2019-03-07'
            and indicator in ('vouchers', 'participants')
    """
    assert one(facts, sql) == (792, 750)


def test_a_padded_day_is_not_kept(facts: Facts) -> None:
    sql = """
        select starts_on_text, starts_on_first, starts_on_last, ends_on_text, ends_on_last
        from programme where programme_id = 'technisch_talent_werkt'
    """
    assert one(facts, sql) == (
        "2013-10",
        datetime.date(2013, 10, 1),
        datetime.date(2013, 10, 31),
        "2015-12",
        datetime.date(2015, 12, 31),
    )


def test_regions_have_47_parts(facts: Facts) -> None:
    sql = """
        select count(*), count(distinct arbeidsmarktregio_code), sum(municipalities),
            count(*) filter (provincie_code in ('PV23', 'PV25')) from region_part
        where year = 2026
    """
    assert one(facts, sql) == (47, 35, 342, 11)


def test_each_of_the_114_groups_is_or_is_not_technical(facts: Facts) -> None:
    assert one(
        facts,
        """
        select count(*), count(*) filter (where is_technical), count(distinct technical_field)
        from occupation where kind = 'brc_group'
        """,
    ) == (114, 24, 6)
    for code, field in (("0742", "metal_machinery"), ("0761", "installation_electrical")):
        assert one(
            facts, "select technical_field from occupation where occupation_code = ?", code
        ) == (field,)
    for code in ("0751", "0752", "0754"):
        assert one(
            facts, "select is_technical from occupation where occupation_code = ?", code
        ) == (False,)


def test_employment_per_class_and_group(facts: Facts) -> None:
    for code, expected in (("total", 9_867_000), ("07", 1_352_000), ("0111", 81_000)):
        assert one(
            facts,
            "select employed from employment where occupation_code = ? and period = '2025KW04'",
            code,
        ) == (expected,)


def test_the_excerpts_of_national_tables(facts: Facts) -> None:
    sql = """
        select open_vacancies, created_vacancies, filled_vacancies, release_status
        from national_vacancies where series = ? and sector_code = ?
    """
    assert one(facts, sql, "80472ned", "24-25") == (5_200, 13_000, 12_000, None)
    assert one(facts, sql, "80474ned", "F") == (25_200, None, None, "provisional")
    assert one(facts, sql, "80474ned", "Overheid") == (39_700, None, None, "provisional")
    sql = "select created_vacancies, sign from created_vacancies where sector_code = ? and "
    assert one(facts, sql + "occupation_code = '07'", "A-U") == (None, "missing")
    assert one(facts, sql + "occupation_code = '07'", "B-F") == (94_600, None)
    sql = """
        select students from mbo_students
        where status = 'published' and field_code = ? and learning_path = ?
    """
    assert one(facts, sql, "07", "total") == (95_975,)
    assert one(facts, sql, "total", "bol") == (373_304,)


def test_quotes_of_the_press_keep_their_page_and_their_regions(facts: Facts) -> None:
    sql = """
        select value, unit, region_codes, precision, url like '%deventerrtv%' from quote
        where period_text = ? and region_text = ? and indicator = ?
    """
    quote = one(facts, sql, "2018-06", "Regio Zwolle", "WW-uitkeringen")
    assert quote == (8_140, "persons", ["AM36"], "exact", True)
    sums = one(
        facts,
        sql,
        "2017",
        "Overijssel + Gelderland Noord (3 amr)",
        "nieuwe WW-uitkeringen technici",
    )
    assert sums[:3] == (6_500, "persons", []), "no province of that name is meant"


@pytest.mark.parametrize(
    ("period", "region", "indicator", "expected"),
    [
        ("2023KW01", "NL01", "spanningsindicator alle beroepen", ("4.32", "exact", "published")),
        ("2023KW01", "NL01", "spanning", ("4.32", "exact", "estimated")),
        ("2020MM12", "AM05", "WW-uitkeringen", ("9304.00", "exact", "published")),
        ("2021MM12", "AM05", "WW-uitkeringen", ("6431.00", "exact", "estimated")),
        ("2019MM03", "AM13", "WW-uitkeringen", ("12500.00", "approximate", "published")),
        ("2024KW01", "AM05", "spanning", ("3.00", "at_least", "published")),
        ("2021KW04", "AM05", "spanning, Machinemonteurs", ("15.00", "at_least", "published")),
        ("2022KW02", "PV23", "openstaande vacatures in klimaatbanen", ("3000.00", "at_least")),
        ("2025JJ00", "NL01", "moeilijk vervulbare vacatures, alle sectoren", ("45.00", "exact")),
    ],
)
def test_a_quote_is_as_printed_and_says_whether_it_was_derived(
    facts: Facts, period: str, region: str, indicator: str, expected: tuple[str, ...]
) -> None:
    sql = """
        select cast(value as text), precision, status from quote
        where period = ? and region_codes = [?] and indicator = ?
    """
    assert one(facts, sql, period, region, indicator)[: len(expected)] == expected


def test_how_a_quote_was_computed_is_said_in_dutch_numbers(facts: Facts) -> None:
    sql = """
        select remark from quote
        where period = '2021MM12' and region_codes = ['AM05'] and indicator = 'WW-uitkeringen'
    """
    assert one(facts, sql) == ("berekend: 5.110 + 1.321",)


def test_a_class_of_the_press_is_a_word_and_its_conflict_keeps_both_sources(facts: Facts) -> None:
    sql = """
        select value_text, value, status from quote
        where period = ? and region_codes = ['AM09'] and unit = 'class'
    """
    assert one(facts, sql, "2023KW01") == ("krap", None, "published")
    assert one(facts, sql, "2022KW04") == ("zeer krap", None, "estimated")
    climate = """
        select list(precision order by precision), count(distinct url) from quote
        where period = '2022KW02' and region_codes = ['PV25'] and value = 5000
    """
    assert one(facts, climate) == (["at_least", "at_most"], 2)


def test_quotes_of_sbb_are_as_printed_and_one_without_a_date_is_left_out(facts: Facts) -> None:
    quoted = facts.execute("""
        select period, region_codes[1], cast(value as integer), unit from quote
        where source_id = 'sbb_press' order by period, value
    """)
    assert quoted.fetchall() == [
        ("2019SJ00", "AM09", 8_684, "persons"),
        ("2020MM05", "NL01", 13_000, "work_placements"),
        ("2020MM09", "AM09", 5_273, "training_firms"),
        ("2021MM03", "NL01", 12_209, "work_placements"),
        ("2022MM11", "NL01", 3_087, "work_placements"),
        ("2023MM01", "NL01", 2_032, "work_placements"),
        ("2023MM06", "NL01", 190_000, "work_placements"),
    ]
    teaser = "select remark like 'uit een aankondiging%' from quote where url like '%marechaussee%'"
    assert one(facts, teaser) == (True,)


def test_no_quote_of_the_press_is_a_figure_of_a_region_or_of_what_is_known(facts: Facts) -> None:
    """A map, rank and series read region_figure; what is known of an area reads known_figure."""
    for relation in ("region_figure", "known_figure"):
        sql = f"select count(*) from {relation} where release_id similar to '(uwv|sbb)_press/.*'"
        assert one(facts, sql) == (0,)


def test_golden_row_counts(facts: Facts) -> None:
    """A new release is accepted by committing the changed counts."""
    counts = facts.execute(
        """
        select 'vacancies' as table_name, quarter as period, count(*) from vacancies group by all
        union all
        select 'labour_force', series || ' ' || if(series like 'monthly%', period[:4], period),
            count(*)
        from labour_force group by all
        union all
        select 'ww_benefits', series || ' ' || month[:4], count(*) from ww_benefits group by all
        union all
        select 'cbs_tension', quarter, count(*) from cbs_tension group by all
        union all
        select 'employment', period, count(*) from employment group by all
        union all
        select 'national_vacancies', series || ' ' || period, count(*) from national_vacancies
        group by all
        union all
        select 'created_vacancies', year, count(*) from created_vacancies group by all
        union all
        select 'mbo_students', status || ' ' || school_year, count(*) from mbo_students group by all
        union all
        select 'mbo_graduates', status || ' ' || school_year, count(*) from mbo_graduates
        group by all
        union all
        select source_id, left(period_text, 4), count(*) from quote group by all
        union all
        select 'qualification', mbo_level, count(*) from qualification group by all
        union all
        select 'occupation_tension', status || ' ' || quarter[:4], count(*)
        from occupation_tension group by all
        union all
        select 'field_tension', status || ' ' || quarter[:4], count(*)
        from field_tension group by all
        union all
        select 'region_period', measure || ' ' || kind, count(*) from region_period group by all
        union all
        select 'region_neighbour', left(region_code, 2), count(*) from region_neighbour group by all
        union all
        select 'measure_level', measure, count(*) from measure_level group by all
        union all
        select 'occupation', kind, count(*) from occupation group by all
        union all
        select 'isco', 'level ' || level, count(*) from isco group by all
        union all
        select 'isco_level_share', 'skill level ' || skill_level, count(*) from isco_level_share
        group by all
        union all
        select 'occupation_level', mbo_level, count(*) from occupation_level group by all
        union all
        select 'occupation_title', kind, count(*) from occupation_title group by all
        union all
        select 'uwv_group', if(seen_published, 'seen', 'assumed'), count(*) from uwv_group
        group by all
        union all
        select 'uwv_group_brc', if(uwv_group_code is null, 'none', 'mapped'), count(*)
        from uwv_group_brc group by all
        union all
        select 'uwv_group_name', 'all', count(*) from uwv_group_name
        union all
        select 'programme_result', programme_id, count(*) from programme_result group by all
        union all
        select 'programme_target', programme_id, count(*) from programme_target group by all
        union all
        select 'programme_budget', programme_id, count(*) from programme_budget group by all
        union all
        select 'programme_partner', programme_id, count(*) from programme_partner group by all
        union all
        select 'region', kind, count(*) from region group by all
        union all
        select 'region_break', cast(year as text), count(*) from region_break group by all
        union all
        select 'region_link', status || ' ' || year, count(*) from region_link group by all
        union all
        select 'region_part', cast(year as text), count(*) from region_part group by all
        order by 1, 2
        """
    ).fetchall()
    with GOLDEN.open(encoding="utf-8") as file:
        golden = [(r["table"], r["period"], int(r["rows"])) for r in csv.DictReader(file)]
    assert counts == golden


def test_regional_vacancies_have_one_source(facts: Facts) -> None:
    found = facts.execute("select distinct source_id from vacancies").fetchall()
    adjusted = facts.execute(
        "select distinct series from national_vacancies where created_vacancies is null order by 1"
    ).fetchall()
    assert found == [("cbs_vacancies",)]
    assert adjusted == [("80474ned",), ("80567ned",)]
