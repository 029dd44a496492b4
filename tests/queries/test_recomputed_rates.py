"""Rates of the fictitious programmes, worked out again from their records as they were delivered.

Nothing here is shared with the product but the questions that are asked: plain pandas reads the
delivery, follows the definitions of ``data/reference/definition.csv`` and does the rounding.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import queries
import words as nl
from answers.tables import for_people
from etl.database import DATABASE_VARIABLE
from exports.tables import files

DELIVERIES = Path(__file__).parents[2] / "data" / "sample" / "deliveries"
PROGRAMMES = ("voorbeeldprogramma_a", "voorbeeldprogramma_b")
FIXED = {"permanent_job", "threatened_job", "self_employed"}
ANSWERS = ["yes", "no", "unknown", "too_early"]
WHOLE_TERM = "hele looptijd"


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


@pytest.fixture(params=PROGRAMMES)
def programme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def ask(question: str, programme: str, **more: str) -> pd.DataFrame:
    found: pd.DataFrame = getattr(queries.programmas, question)(
        programme_ids=(programme,), with_sample=True, **more
    )
    return found


def delivered(programme: str, table: str) -> pd.DataFrame:
    frame = pd.read_parquet(DELIVERIES / programme / "2" / f"{table}.parquet")
    days = [column for column in frame if column.endswith("_on")]
    return frame.assign(**{day: pd.to_datetime(frame[day]) for day in days})


def people(programme: str) -> pd.DataFrame:
    """Who took part, with where they came from, what they found, and whether they work later."""
    frame = delivered(programme, "participation")
    decided = json.loads((DELIVERIES / programme / "2" / "decision.json").read_text("utf-8"))
    as_of = pd.Timestamp(decided["as_of"])
    position = frame["position_at_start"]
    frame["route"] = np.select(
        [position.isin(FIXED), position.eq("unknown")], ["work_to_work", "unknown"], "without_job"
    )
    late = frame["exit_on"] + pd.DateOffset(months=6)
    in_time = frame["outcome_on"].between(frame["start_on"], late)
    got_job, was_fixed = frame["outcome"].eq("new_job"), frame["route"].eq("work_to_work")
    frame["came_of_it"] = frame["outcome"].fillna("unknown")
    frame.loc[got_job & ~in_time, "came_of_it"] = "new_job_outside"
    frame.loc[got_job & was_fixed, "came_of_it"] = "advanced"
    for months in (6, 12, 24):
        is_early = frame["exit_on"] + pd.DateOffset(months=months) > as_of
        known = frame[f"at_work_{months}"].fillna("unknown")
        frame[f"works_{months}"] = known.mask(is_early, "too_early")
    return frame


def shown(count: int) -> int:
    """A count to the nearest multiple of five, halves up."""
    return math.floor(count / 5 + 0.5) * 5


def of_two(part: int, whole: int) -> tuple[int, int] | None:
    """The range of two counts that are each shown, or none under a base of fifty."""
    part, whole = shown(part), shown(whole)
    if whole < 50:
        return None
    most = min(100, math.ceil(100 * (part + 2) / (whole - 2)))
    return math.floor(100 * (part - 2) / (whole + 2)), most


def require(row: pd.Series, name: str, columns: tuple[str, str], part: int, whole: int) -> bool:
    """Compare a rate with that of the records; return whether it is shown as a percentage."""
    for column, exact in zip(columns, (part, whole), strict=True):
        assert nl.is_missing(row[column]) or row[column] == shown(exact), (row.to_dict(), exact)
        assert exact >= 10 or nl.is_missing(row[column]), "a count under ten is never shown"
    low, high = row[f"{name}_low_pct"], row[f"{name}_high_pct"]
    if any(nl.is_missing(row[column]) for column in columns):
        assert nl.is_missing(low) and nl.is_missing(high)
        assert row[f"{name}_pct_sign"] == "withheld"
        return False
    expected = of_two(part, whole)
    if expected is None:
        assert nl.is_missing(low) and nl.is_missing(high)
        assert row[f"{name}_pct_sign"] == "small_base"
        assert nl.rate(row, name, *columns) == f"{row[columns[0]]} van {row[columns[1]]}"
        return False
    assert (low, high) == expected and low <= 100 * part / whole <= high
    return True


def test_the_placement_rate_of_each_year_is_that_of_the_records(programme: str) -> None:
    frame = people(programme)
    left = frame[frame["exit_on"].notna() & frame["route"].eq("without_job")]
    placed = left[left["came_of_it"].eq("new_job")]
    shares = 0
    for _, row in ask("placement_rate", programme).iterrows():
        whole, part = (
            len(one)
            if row["period_label"] == WHOLE_TERM
            else int(one["exit_on"].dt.year.eq(int(row["period_label"])).sum())
            for one in (left, placed)
        )
        shares += require(row, "placed", ("placed", "exits_without_job"), part, whole)
    assert shares == {"voorbeeldprogramma_a": 3, "voorbeeldprogramma_b": 0}[programme]


def test_each_step_is_a_share_of_the_step_before_in_the_records(programme: str) -> None:
    frame = people(programme)
    left = frame[frame["exit_on"].notna()]
    counts = {
        "intake": len(frame),
        "start": int(frame["start_on"].notna().sum()),
        "exit": len(left),
        **left["came_of_it"].value_counts().to_dict(),
    }
    out_of = {"start": "intake", "exit": "start"}
    steps = ask("funnel", programme)
    shares = 0
    for _, row in steps[steps["step"].ne("intake")].iterrows():
        part, whole = counts.get(row["step"], 0), counts[out_of.get(row["step"], "exit")]
        shares += require(row, "of_whole", ("number", "whole_number"), part, whole)
    assert shares > 0


@pytest.mark.parametrize("months", [6, 12, 24])
def test_who_still_works_is_a_share_of_those_who_could_be_measured(
    programme: str, months: int
) -> None:
    frame = people(programme)
    left = frame.loc[frame["exit_on"].notna(), f"works_{months}"]
    exact = left.value_counts().reindex(ANSWERS, fill_value=0)
    found = ask("at_work", programme)
    rows = found[found["months"].eq(months)].set_index("known")
    assert list(rows.index) == ANSWERS
    early = rows.loc["too_early"]
    assert nl.is_missing(early["of_whole_low_pct"]) and nl.is_missing(early["whole_number"])
    whole = len(left) - int(exact["too_early"])
    for known in ANSWERS[:3]:
        row, part = rows.loc[known], int(exact[known])
        if nl.is_missing(row["of_whole_low_pct"]):
            continue
        measured = shown(len(left)) - shown(int(exact["too_early"]))
        low = math.floor(100 * (shown(part) - 2) / (measured + 4))
        high = min(100, math.ceil(100 * (shown(part) + 2) / (measured - 4)))
        assert row["whole_number"] == measured >= 50
        assert (row["of_whole_low_pct"], row["of_whole_high_pct"]) == (low, high)
        assert low <= 100 * part / whole <= high
    expected = {"voorbeeldprogramma_a": 3, "voorbeeldprogramma_b": 0}[programme]
    assert rows["of_whole_low_pct"].notna().sum() == expected


def test_every_share_of_a_table_holds_the_one_of_the_records(programme: str) -> None:
    frame = people(programme)
    left = frame[frame["exit_on"].notna()].assign(year=frame["exit_on"].dt.strftime("%YJJ00"))
    shares = 0
    for dimension, column in (("outcome", "came_of_it"), ("at_work_12", "works_12")):
        for two, kind in (("", "year"), ("route", "all")):
            if (dimension, two) == ("outcome", "route"):
                continue
            asked = {"dimension_1": dimension, "dimension_2": two, "period_kind": kind}
            for _, row in ask("cells", programme, subject="exit", **asked).iterrows():
                if nl.is_missing(row["of_whole_low_pct"]):
                    continue
                inside = (
                    left["route"].eq(row["category_2"]) if two else left["year"].eq(row["period"])
                )
                whole = left[inside & left[column].ne("too_early")]
                part = whole[column].eq(row["category_1"]).sum()
                assert row["number"] == shown(part)
                assert abs(row["whole_number"] - len(whole)) <= 6
                share = 100 * part / len(whole)
                assert row["of_whole_low_pct"] <= share <= row["of_whole_high_pct"]
                shares += 1
    assert shares >= {"voorbeeldprogramma_a": 20, "voorbeeldprogramma_b": 0}[programme]


def test_the_filled_share_of_each_year_is_that_of_the_records(programme: str) -> None:
    frame = delivered(programme, "vacancy")
    for _, row in ask("employers", programme).iterrows():
        is_whole = row["period_label"] == WHOLE_TERM
        rows = frame[is_whole | frame["registered_on"].dt.strftime("%Y").eq(row["period_label"])]
        filled = int(rows["filled_on"].notna().sum())
        require(row, "filled", ("filled", "registered"), filled, len(rows))


def test_a_file_has_both_bounds_under_their_names_and_why_they_are_not_there() -> None:
    asked = ask("placement_rate", PROGRAMMES[0])
    table = files.export(asked, name="rate", title="rate", terms=("placement_rate",))
    assert {"placed_low_pct", "placed_high_pct"} <= set(table.frame.columns)
    assert "placed_pct" not in table.frame.columns
    for bound, said in (("low", "ten minste"), ("high", "ten hoogste")):
        heading = nl.heading(f"placed_{bound}_pct", "programmas/placement_rate")
        assert heading == f"Plaatsingspercentage (bruto), {said}"
        cells = for_people(table.frame)[f"placed_{bound}_pct"].tolist()
        assert cells[0] == "noemer onder 50" and cells[-1] == "niet getoond"
