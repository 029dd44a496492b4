"""Who works in an occupation and what that earns: a year is never joined to a quarter."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import queries
from drawings import bars
from drawings.sorting import Sorting
from etl.database import DATABASE_VARIABLE

Facts = duckdb.DuckDBPyConnection


@pytest.fixture(autouse=True)
def _public(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


@pytest.mark.parametrize(
    ("code", "employed", "wage"),
    [
        ("0761", 89_000, 22.7),
        ("0742", 27_000, None),
        ("0743", 56_000, 19.9),
        ("07", 1_319_000, 23.9),
    ],
)
def test_the_year_2023_is_as_published(
    facts: Facts, code: str, employed: int, wage: float | None
) -> None:
    sql = """
        select employed, cast(hourly_wage as double)
        from employment left join occupation_wage using (occupation_code)
        where period = '2023JJ00' and occupation_code = ?
    """
    assert facts.execute(sql, [code]).fetchall() == [(employed, wage)]


def test_a_mean_of_a_year_is_compared_with_no_quarter() -> None:
    for until in ("2026KW02", "2024KW04"):
        rows = queries.beroepen.employed(selection="all_technical", with_sample=False, until=until)
        assert set(rows["period"].str[4:6]) == {"KW"}
    profile = queries.beroepen.employment(uwv_group_code="UWV-0761", with_sample=False)
    assert profile["period"].tolist() == ["2025KW04", "2024KW04", "2023JJ00"]
    year = profile[profile["period"].eq("2023JJ00")]
    assert year["employed"].tolist() == [89_000] and year["change"].isna().all()
    quarter = profile[profile["period"].eq("2024KW04")]
    assert quarter["change"].isna().all(), "a year before the quarter stands no quarter"


def test_every_technical_group_stands_in_real_figures() -> None:
    rows = queries.beroepen.employed(selection="all_technical", with_sample=False)
    assert len(rows) == 24
    assert rows[["employed", "change", "high_edu_pct"]].notna().all(axis=None)
    wages = queries.beroepen.wages(with_sample=False).set_index("occupation_code")
    assert wages.loc["0761", "hourly_wage"] == 22.7
    assert "0742" not in wages.index, "of welders no wage is published"
    assert wages["period"].unique().tolist() == ["2023JJ00"]
    assert queries.beroepen.wages(with_sample=False, until="2022KW04").empty


def test_a_table_of_bars_sorts_by_link() -> None:
    orders = {"uurloon": ("Uurloon", lambda row: row["hourly_wage"], True)}
    drawn = bars.table(
        "Wat",
        ("Naam", "uurloon"),
        [bars.Bar("<b>", 50, "22,7", ("9%",))],
        orders,
        Sorting("uurloon", lambda by: f"to-{by}"),
    )
    assert '<th scope="col" aria-sort="descending"><a href="to-bekendst">Uurloon' in drawn
    assert "&lt;b&gt;" in drawn and "<td>9%</td>" in drawn
