"""Measured education of who works in a kind of occupation: years of two surveys stay apart."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import queries
import sentences
from etl.database import DATABASE_VARIABLE

Facts = duckdb.DuckDBPyConnection


@pytest.fixture(autouse=True)
def _public(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("OC7", {"ED0-2": 205_300, "ED3_4VOC": 290_600, "ED3_4GEN": 25_900, "ED5-8": 49_700}),
        ("OC8", {"ED0-2": 141_000, "ED3_4VOC": 123_100, "ED3_4GEN": 31_900, "ED5-8": 28_100}),
        ("OC3", {"ED0-2": 156_300, "ED3_4VOC": 613_300, "ED3_4GEN": 146_700, "ED5-8": 653_600}),
    ],
)
def test_education_is_as_published(facts: Facts, group: str, expected: dict[str, int]) -> None:
    sql = """
        select education, employed from employed_education
        where source_id = 'eurostat_education' and age = 'Y20-64' and sex = 'T'
        and period = '2023JJ00' and isco_group = ?
    """
    found = dict(facts.execute(sql, [group]).fetchall())
    assert {name: found[name] for name in expected} == expected
    assert sum(expected.values()) + found["NRP"] == found["TOTAL"]


def test_the_break_of_2021_is_named_and_joins_no_years() -> None:
    rows = queries.mbo.education(isco_groups=("OC7",)).set_index("period")
    assert rows.index[0] == "2023JJ00" and rows.index.is_monotonic_decreasing
    assert "breuk" in rows.loc["2021JJ00", "note_label"]
    before = rows[rows.index < "2021JJ00"]
    assert len(before) and before["note_label"].str.contains("oude enquête").all()
    assert before["vocational_pct"].isna().all(), "vocational education stands apart since 2021"
    assert not any("change" in str(name) or "before" in str(name) for name in rows)


def test_a_share_is_of_all_whose_education_is_known() -> None:
    rows = queries.mbo.education(isco_groups=("OC7",)).set_index("period")
    assert round(rows.loc["2023JJ00", "vocational_pct"], 1) == 50.8
    parts = ["low_education_pct", "middle_education_pct", "high_education_pct"]
    assert rows.loc["2021JJ00":"2023JJ00", parts].sum(axis=1).sub(100).abs().lt(0.1).all()


def test_levels_of_cbs_close_and_split_no_occupation(facts: Facts) -> None:
    sql = """
        select education, employed from employed_education
        where source_id = 'cbs_employment' and period = '2024KW01'
    """
    found = dict(facts.execute(sql).fetchall())
    assert found["211"] + found["212"] + found["213"] == found["2"] == 3_697_000
    assert found["1"] + found["2"] + found["3"] + found["9"] == found["TOTAL"]
    [row] = queries.mbo.education_split().to_dict("records")
    assert (row["employed_mbo2_3"], row["employed_mbo4"]) == (1_122_000, 1_587_000)
    said = sentences.education_split(queries.mbo.education_split().iloc[0])
    assert "heeft 41% mbo 2–3 en 59% mbo 4" in said and "alle beroepen samen" in said
    split = (
        "select count(*) from employed_education where education = '211' and isco_group <> 'TOTAL'"
    )
    assert facts.execute(split).fetchall() == [(0,)]
