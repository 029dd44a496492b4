"""The tension of UWV: classes, ranges, sums of a techniekdomein, ranks and runs, on real rows."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import queries
from etl import transform
from etl.database import DATABASE_VARIABLE
from tests.soak import examples
from tests.tension import Row, database_with, filled
from words import measures

LATHE, WELD, MACHINE = "UWV-0741", "UWV-0742", "UWV-0744"
NOW = "2026KW02"
Use = Callable[[Sequence[Row]], None]


@pytest.fixture
def use(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Use:
    def with_rows(rows: Sequence[Row]) -> None:
        path = database_with(rows, database, tmp_path)
        monkeypatch.setenv(DATABASE_VARIABLE, str(path))

    return with_rows


def ranking(breakdown: str, period: str = NOW, *, with_sample: bool = False) -> pd.DataFrame:
    return queries.regios.ranking(
        measure="tension",
        breakdown=breakdown,
        kind="arbeidsmarktregio",
        period=period,
        with_sample=with_sample,
    ).set_index("region_code", drop=False)


def figure(breakdown: str, region: str = "AM05") -> pd.Series:
    row: pd.Series = measures.texts(ranking(breakdown)).loc[region]
    return row


def test_an_edge_belongs_to_the_class_above_it(use: Use) -> None:
    edges = {
        "AM01": (24, 100, "zeer ruim"),
        "AM02": (25, 100, "ruim"),
        "AM03": (66, 100, "ruim"),
        "AM05": (67, 100, "gemiddeld"),
        "AM06": (149, 100, "gemiddeld"),
        "AM07": (150, 100, "krap"),
        "AM08": (399, 100, "krap"),
        "AM09": (400, 100, "zeer krap"),
        "AM10": (0, 100, "zeer ruim"),
    }
    use([Row(region, LATHE, NOW, vacancies, ww) for region, (vacancies, ww, _) in edges.items()])
    for breakdown in (LATHE, "metal_machinery", "all_technical"):
        found = measures.texts(ranking(breakdown))
        for region, (vacancies, ww, name) in edges.items():
            assert found.loc[region, "class_label"] == name, (breakdown, region)
            assert found.loc[region, "figure"] == pytest.approx(vacancies / ww)


def test_vacancies_without_jobseekers_are_very_tight_without_a_ratio(use: Use) -> None:
    use([Row("AM05", LATHE, NOW, 20, 0), Row("AM09", LATHE, NOW, 50, 10)])
    for breakdown in (LATHE, "metal_machinery"):
        row = figure(breakdown)
        assert (row["class_label"], row["figure_text"]) == ("zeer krap", "geen werkzoekenden")
        assert math.isnan(row["figure"])
        assert ranking(breakdown)["known_rank_label"].to_dict()["AM05"] == "1"


def test_neither_vacancies_nor_jobseekers_is_not_defined(use: Use) -> None:
    use([Row("AM05", LATHE, NOW, 0, 0), Row("AM09", LATHE, NOW, 50, 10)])
    for breakdown in (LATHE, "metal_machinery"):
        row = figure(breakdown)
        assert row[["class_label", "rank", "figure"]].isna().all()
        assert row["figure_text"] == "geen vacatures en geen werkzoekenden"


def test_a_total_is_the_quotient_of_sums_and_no_mean(use: Use) -> None:
    """Groups of 300 ÷ 100 = 3 and 10 ÷ 100 = 0.1: (300 + 10) ÷ (100 + 100) = 1.55, not the mean."""
    use([Row("AM05", LATHE, NOW, 300, 100), Row("AM05", WELD, NOW, 10, 100)])
    row = figure("metal_machinery")
    assert row["figure"] == pytest.approx(1.55)
    assert row["class_label"] == "krap"
    assert row["status"] == "estimated", "the quotient is computed here"
    assert figure(LATHE)["status"] == "estimated"


def test_a_published_ratio_is_shown_as_published(use: Use) -> None:
    use([Row("AM05", LATHE, NOW, 100, 30, ratio=3.3, ratio_decimals=1, tension_class="tight")])
    row = figure(LATHE)
    assert (row["figure"], row["status"], row["class_label"]) == (3.3, "published", "krap")


def test_a_part_under_ten_gives_a_range_and_a_class_only_within_it(use: Use) -> None:
    """200 ÷ (50 + 0…9) lies from 200 ÷ 59 = 3.4 to 200 ÷ 50 = 4.0: krap or zeer krap."""
    use(
        [
            Row("AM05", LATHE, NOW, 100, 50),
            Row("AM05", WELD, NOW, 100, None, ww_sign="below_ten"),
            Row("AM09", LATHE, NOW, 90, 50),
            Row("AM09", WELD, NOW, 90, None, ww_sign="below_ten"),
        ]
    )
    row = figure("metal_machinery")
    assert (row["figure_low"], row["figure_high"]) == pytest.approx((200 / 59, 4.0))
    assert row["figure_text"] == "circa 3,67 (3,39–4,00)"
    assert row["class_label"] == measures.UNSURE
    other = figure("metal_machinery", "AM09")
    assert (other["class_label"], other["figure_text"]) == ("krap", "circa 3,30 (3,05–3,60)")
    assert ranking("metal_machinery")["known_rank_label"].to_dict()["AM05"] == "1–2"


def test_a_change_between_ranges_that_touch_cannot_be_told(use: Use) -> None:
    hidden = {"ww": None, "ww_sign": "below_ten"}
    use(
        [
            row
            for quarter in ("2025KW02", NOW)
            for row in (
                Row("AM05", LATHE, quarter, 100, 50),
                Row("AM05", WELD, quarter, 100, **hidden),
            )
        ]
    )
    assert figure("metal_machinery")["change_year_before_text"] == measures.UNKNOWABLE


def test_few_jobseekers_are_at_least_as_tight_as_nine(use: Use) -> None:
    use([Row("AM05", LATHE, NOW, 40, None, ww_sign="below_ten")])
    for breakdown in (LATHE, "metal_machinery"):
        row = figure(breakdown)
        assert (row["class_label"], row["figure_text"]) == ("zeer krap", "ten minste 4,44")


def test_hidden_vacancies_without_jobseekers_are_unknown_and_not_neither(use: Use) -> None:
    use([Row("AM05", LATHE, NOW, None, 0, vacancies_sign="below_ten")])
    for breakdown in (LATHE, "metal_machinery"):
        row = figure(breakdown)
        assert (row["sign"], row["figure_text"]) == ("below_ten", "onbekend")
        assert row[["figure", "rank", "class_label"]].isna().all()


def test_no_vacancies_and_few_jobseekers_is_no_figure(use: Use) -> None:
    use([Row("AM05", LATHE, NOW, 0, None, ww_sign="below_ten")])
    for breakdown in (LATHE, "metal_machinery"):
        row = figure(breakdown)
        assert (row["sign"], row["figure_text"]) == ("below_ten", "onbekend")
        assert row[["figure", "rank"]].isna().all()


def test_a_published_ratio_goes_before_hidden_counts(use: Use) -> None:
    use(
        [
            Row(
                "AM05",
                LATHE,
                NOW,
                30,
                None,
                ww_sign="below_ten",
                ratio=3.75,
                ratio_decimals=2,
                tension_class="tight",
            )
        ]
    )
    row = figure(LATHE)
    assert (row["figure_text"], row["status"], row["class_label"]) == ("3,75", "published", "krap")
    assert pd.isna(row["sign"])


def test_a_fictitious_quarter_ends_a_run_and_is_never_compared_with(use: Use) -> None:
    rows = [
        Row(
            "AM05", LATHE, quarter, 50, 10, status="sample" if quarter < "2026KW01" else "published"
        )
        for quarter in ("2025KW01", "2025KW02", "2025KW03", "2025KW04", "2026KW01", NOW)
    ]
    use(rows)
    latest = queries.regios.latest(
        measure="tension",
        breakdown=LATHE,
        region_codes=("AM05",),
        period=NOW,
        with_sample=True,
    ).iloc[0]
    assert latest["periods_in_class"] == 2
    assert pd.isna(latest["change_year_before"])
    shown = ranking(LATHE, with_sample=True).loc["AM05"]
    assert pd.isna(shown["change_year_before"]) and shown["change_previous"] == 0


def test_a_secret_or_absent_part_leaves_the_total_unknown(use: Use) -> None:
    use(
        [
            Row("AM05", LATHE, NOW, 100, 50),
            Row("AM05", WELD, NOW, None, None, "secret", "secret"),
            Row("AM09", LATHE, NOW, 100, 50),
            Row("AM10", LATHE, NOW, 100, 50),
            Row("AM10", WELD, NOW, 0, 50),
        ]
    )
    assert figure("metal_machinery")["figure_text"] == "geheim"
    assert figure("metal_machinery", "AM09")["figure_text"] == "ontbreekt", "welders have no row"
    assert figure("metal_machinery", "AM10")["figure"] == 1.0
    assert figure("metal_machinery", "AM07")["figure_text"] == "onbekend"
    assert figure(WELD)["figure_text"] == "geheim"


def test_one_fictitious_part_makes_a_total_fictitious(use: Use) -> None:
    use([Row("AM05", LATHE, NOW, 100, 50), Row("AM05", WELD, NOW, 10, 50, status="sample")])
    shown = ranking("metal_machinery", with_sample=True).loc["AM05"]
    assert (shown["status"], shown["figure"]) == ("sample", 1.1)
    assert math.isnan(figure("metal_machinery")["figure"])
    assert figure(LATHE)["status"] == "estimated"


def test_equal_figures_share_their_ranks_and_others_do_not(use: Use) -> None:
    vacancies = {"AM05": 30, "AM07": 20, "AM08": 20, "AM09": 10}
    use([Row(region, LATHE, NOW, number, 10) for region, number in vacancies.items()])
    found = ranking(LATHE)["known_rank_label"].to_dict()
    assert [found[region] for region in vacancies] == ["1", "2–3", "2–3", "4"]


def test_a_run_of_one_class_ends_at_another_class_and_at_a_gap(use: Use) -> None:
    quarters = ["2025KW01", "2025KW02", "2025KW04", "2026KW01", NOW]
    use(
        [
            *(Row("AM05", LATHE, quarter, 50, 10) for quarter in quarters),
            *(Row("AM09", LATHE, quarter, 50, 10) for quarter in ("2025KW04", NOW)),
            Row("AM09", LATHE, "2026KW01", 10, 10),
        ]
    )
    latest = queries.regios.latest(
        measure="tension",
        breakdown=LATHE,
        region_codes=("AM05", "AM09"),
        period=NOW,
        with_sample=False,
    ).set_index("region_code")
    assert latest["periods_in_class"].to_dict() == {"AM05": 3, "AM09": 1}


def test_a_year_earlier_is_a_year_earlier_and_unknown_when_absent(use: Use) -> None:
    use(
        [
            Row("AM05", LATHE, "2025KW02", 20, 10),
            Row("AM05", LATHE, "2026KW01", 40, 10),
            Row("AM05", LATHE, NOW, 30, 10),
            Row("AM09", LATHE, NOW, 30, 10),
            Row("NL01", LATHE, NOW, 1_000, 1_000),
        ]
    )
    row = figure(LATHE)
    assert row["change_year_before_text"] == "+1,00"
    assert row["change_previous_text"] == "−1,00"
    assert row["change_country_text"] == "+2,00"
    assert figure(LATHE, "AM09")["change_year_before_text"] == "onbekend"


def test_the_tightest_come_first_also_without_a_ratio(use: Use) -> None:
    use(
        [
            Row("AM05", LATHE, NOW, 20, 10),
            Row("AM05", WELD, NOW, 20, 0),
            Row("AM05", MACHINE, NOW, 60, None, ww_sign="below_ten"),
        ]
    )
    found = queries.regios.tight_occupations(
        selection="all_technical", region_code="AM05", quarter=NOW, with_sample=False
    )
    assert found["uwv_group_code"].tolist()[:3] == [WELD, MACHINE, LATHE]


COUNT = st.one_of(
    st.integers(0, 60).map(lambda number: (number, None)),
    st.sampled_from([(None, "below_ten"), (None, "secret")]),
)


@pytest.mark.slow
@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.tuples(COUNT, COUNT), min_size=2, max_size=2), small=st.integers(0, 9))
def test_the_range_of_a_total_holds_whatever_the_hidden_counts_are(
    cells: list[tuple[tuple[int | None, str | None], ...]], small: int, use: Use
) -> None:
    rows = [
        Row("AM05", group, NOW, vacancies, ww, vacancies_sign, ww_sign)
        for group, ((vacancies, vacancies_sign), (ww, ww_sign)) in zip(
            (LATHE, WELD), cells, strict=True
        )
    ]
    use(rows)
    found = figure("metal_machinery")
    if any("secret" in (row.vacancies_sign, row.ww_sign) for row in rows):
        assert found[["figure", "figure_low", "figure_high", "class_label"]].isna().all()
        return
    vacancies = sum(small if row.vacancies is None else row.vacancies for row in rows)
    ww = sum(small if row.ww is None else row.ww for row in rows)
    if ww == 0 or pd.isna(found["figure_low"]) or pd.isna(found["figure_high"]):
        return
    assert found["figure_low"] - 1e-9 <= vacancies / ww <= found["figure_high"] + 1e-9


ROW_GROUP = 122_880


def rows_scanned(operator: dict[str, Any]) -> list[int]:
    own = "occupation_tension" in str(operator.get("extra_info", {}).get("Table", ""))
    found = [int(operator.get("rows_scanned") or 0)] if own else []
    for child in operator.get("children", []):
        found += rows_scanned(child)
    return found


def test_one_region_and_quarter_reads_a_small_part_of_a_large_table(
    database: Path, tmp_path: Path
) -> None:
    cells = 1_000_000
    path = filled(cells, database, tmp_path / "filled.duckdb")
    of_ranking = {"region_code": "AM05", "selection": "all_technical", "order_by": "tension"}
    with closing(transform.attached(path)) as connection:
        for question, values in (
            ("regios/tight_occupations", {"region_code": "AM05", "selection": "crafts"}),
            ("regios/level_mix", {"region_codes": ["AM05"], "selection": "crafts"}),
            ("beroepen/ranking", {**of_ranking, "basis": "year_before"}),
            ("beroepen/ranking", {**of_ranking, "basis": "previous"}),
            ("beroepen/related", {"region_code": "AM05", "uwv_group_code": LATHE}),
        ):
            answer = connection.execute(
                f"explain (analyze, format json) {queries.sql(question)}",
                {**values, "quarter": NOW, "with_sample": True},
            ).fetchone()
            assert answer
            [plan] = json.loads(answer[1])["operator"]
            scanned = rows_scanned(plan)
            assert scanned and max(scanned) > 0
            assert sum(scanned) <= 2 * ROW_GROUP + 0.05 * cells, question
