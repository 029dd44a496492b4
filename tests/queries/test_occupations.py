"""Occupations: classes at their edges, the order of the ranking, titles, and what is said."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

import queries
import sentences
from answers import origin
from drawings import tension_lines
from etl.database import DATABASE_VARIABLE
from ui import heatmap
from ui.krapte import occupations
from words import tension
from words.marks import SAMPLE

REGION, QUARTER, BEFORE, PREVIOUS = "AM05", "2026KW02", "2025KW02", "2026KW01"
WELDERS, METAL, MACHINES = "UWV-0742", "UWV-0741", "UWV-0744"

Counts = tuple[int | None, str | None, int | None, str | None]


@pytest.fixture
def path(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    copy = Path(shutil.copy(database, tmp_path / "monitor.duckdb"))
    monkeypatch.setenv(DATABASE_VARIABLE, str(copy))
    yield copy


def put(path: Path, counts: dict[str, Counts], quarter: str = QUARTER) -> None:
    """Give groups of one region other counts, as a real file without ratio or class would."""
    with closing(duckdb.connect(str(path))) as connection:
        for group, values in counts.items():
            changed = connection.execute(
                "update occupation_tension set open_vacancies = ?, vacancies_sign = ?, "
                "ww_under_6_months = ?, ww_sign = ?, tension_ratio = null, ratio_decimals = null, "
                "ratio_sign = 'missing', tension_class = null, class_sign = 'missing', "
                "status = 'published' "
                "where region_code = ? and quarter = ? and uwv_group_code = ?",
                [*values, REGION, quarter, group],
            ).fetchone()
            assert changed == (1,)


def leave_out(path: Path, group: str, quarter: str) -> None:
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute(
            "delete from occupation_tension "
            "where region_code = ? and quarter = ? and uwv_group_code = ?",
            [REGION, quarter, group],
        )


def cell(group: str, selection: str = "all_technical") -> pd.Series:
    frame = queries.beroepen.heatmap(selection=selection, quarter=QUARTER, with_sample=True)
    [row] = [
        row
        for _, row in frame.iterrows()
        if (row["occupation_code"], row["region_code"]) == (group, REGION)
    ]
    return row


def words(row: pd.Series) -> str:
    return tension.ratio(*row[["tension_ratio", "tension_low", "tension_high", "sign"]])


def ranked(
    order_by: str, selection: str = "all_technical", basis: str = "year_before"
) -> pd.DataFrame:
    return queries.beroepen.ranking(
        selection=selection,
        region_code=REGION,
        quarter=QUARTER,
        basis=basis,
        order_by=order_by,
        with_sample=True,
    )


def of(frame: pd.DataFrame, group: str) -> pd.Series:
    return frame.set_index("occupation_code").loc[group]


@pytest.mark.parametrize(
    ("vacancies", "people", "expected"),
    [
        (0, 100, "very_loose"),
        (24, 100, "very_loose"),
        (25, 100, "loose"),
        (66, 100, "loose"),
        (67, 100, "average"),
        (149, 100, "average"),
        (150, 100, "tight"),
        (399, 100, "tight"),
        (400, 100, "very_tight"),
    ],
)
def test_a_cell_at_the_edges_of_the_classes(
    vacancies: int, people: int, expected: str, path: Path
) -> None:
    put(path, {WELDERS: (vacancies, None, people, None)})
    assert cell(WELDERS)["tension_class"] == expected


@pytest.mark.parametrize(
    ("counts", "expected_class", "text"),
    [
        ((0, None, 0, None), None, "geen vacatures en geen werkzoekenden"),
        ((20, None, 0, None), "very_tight", "geen werkzoekenden"),
        ((50, None, None, "below_ten"), "very_tight", "ten minste 5,56"),
        ((None, "below_ten", 30, None), None, "circa 0,15 (0,00–0,30)"),
        ((None, "below_ten", None, "below_ten"), None, "onbekend"),
        ((None, "secret", None, "secret"), None, "geheim"),
        ((None, "missing", 30, None), None, "ontbreekt"),
    ],
    ids=["neither", "no jobseekers", "few jobseekers", "few vacancies", "few", "secret", "missing"],
)
def test_a_cell_without_an_exact_figure_says_what_is_known(
    counts: Counts, expected_class: str | None, text: str, path: Path
) -> None:
    put(path, {WELDERS: counts})
    row = cell(WELDERS)
    assert (row["tension_class"] if isinstance(row["tension_class"], str) else None) == (
        expected_class
    )
    assert words(row) == text


def test_the_heatmap_has_every_occupation_in_every_region(path: Path) -> None:
    leave_out(path, WELDERS, QUARTER)
    for selection, rows in (("all_technical", 24), ("fields", 6), ("all", 113)):
        frame = queries.beroepen.heatmap(selection=selection, quarter=QUARTER, with_sample=True)
        assert len(frame) == rows * 36
        assert frame["region_code"].head(2).tolist() == ["NL01", "AM09"]
    assert pd.isna(cell(WELDERS)["tension_class"])
    assert words(cell(WELDERS)) == "onbekend"


def test_the_heatmap_sends_a_digit_per_cell_and_marks_what_is_fictitious(path: Path) -> None:
    put(path, {WELDERS: (400, None, 100, None), METAL: (None, "secret", None, "secret")})
    frame = queries.beroepen.heatmap(selection="all_technical", quarter=QUARTER, with_sample=True)
    rows = {row["code"]: row for row in heatmap.rows_of(frame)}
    at = frame["region_code"].drop_duplicates().tolist().index(REGION)
    assert {len(row["classes"]) for row in rows.values()} == {36}
    assert rows[WELDERS]["classes"][at] == "5"
    assert rows[METAL]["classes"][at] == "0"
    assert rows[METAL]["figures"][at] == "geheim"
    assert rows[WELDERS]["fictitious"][at] == "0"
    assert rows[MACHINES]["fictitious"] == "1" * 36
    assert [row["group"] for row in rows.values()] == sorted(
        (row["group"] for row in rows.values()),
        key=list(dict.fromkeys(frame["field_label"])).index,
    )


def test_a_techniekdomein_holds_its_groups(path: Path) -> None:
    row = cell("mobility", "fields")
    assert row["tension_ratio"] == cell("UWV-0743")["tension_ratio"]
    assert row["occupation_label"] == "Mobiliteit"


def test_without_fictitious_figures_nothing_is_left(path: Path) -> None:
    frame = queries.beroepen.heatmap(selection="all_technical", quarter=QUARTER, with_sample=False)
    assert frame["tension_class"].isna().all()
    assert queries.filters.quarters(measures=("tension",), with_sample=False).empty
    assert (
        queries.filters.quarters(measures=("tension",), with_sample=True)["period"].iloc[0]
        == QUARTER
    )


def test_the_order_by_tension_is_by_what_it_is_at_least(path: Path) -> None:
    put(
        path,
        {
            WELDERS: (20, None, 0, None),
            METAL: (9_900, None, 100, None),
            MACHINES: (None, "below_ten", None, "below_ten"),
            "UWV-0743": (None, "secret", None, "secret"),
        },
    )
    codes = ranked("tension")["occupation_code"].tolist()
    without_jobseekers = [
        code
        for code, low in zip(codes, ranked("tension")["tension_low"], strict=True)
        if math.isinf(low)
    ]
    assert WELDERS in without_jobseekers
    assert codes[len(without_jobseekers)] == METAL
    assert codes[-2:] == [MACHINES, "UWV-0743"]


def test_the_order_by_vacancies(path: Path) -> None:
    put(
        path,
        {
            METAL: (9_900, None, 0, None),
            WELDERS: (5, None, 500, None),
            MACHINES: (None, "below_ten", 500, None),
            "UWV-0743": (None, "secret", 10, None),
        },
    )
    frame = ranked("open_vacancies")
    assert frame["occupation_code"].iloc[0] == METAL
    assert frame["occupation_code"].tolist()[-3:] == [WELDERS, MACHINES, "UWV-0743"]
    low = frame["open_vacancies_low"].dropna().tolist()
    assert low == sorted(low, reverse=True)


def test_the_order_by_change_puts_the_unknown_last_and_no_change_between(path: Path) -> None:
    put(path, {WELDERS: (900, None, 100, None), METAL: (100, None, 100, None)})
    put(path, {WELDERS: (100, None, 100, None), METAL: (900, None, 100, None)}, BEFORE)
    put(path, {MACHINES: (None, "below_ten", 10, None)})
    put(path, {MACHINES: (5, None, 10, None)}, BEFORE)
    leave_out(path, "UWV-0743", BEFORE)
    frame = ranked("change")
    codes = frame["occupation_code"].tolist()
    assert codes[0] == WELDERS
    assert codes[-2:] == [METAL, "UWV-0743"]
    said = {code: tension.change(of(frame, code)) for code in codes}
    assert said[WELDERS] == "+8,00"
    assert said[METAL] == "−8,00"
    assert said[MACHINES] == "niet vast te stellen"
    assert frame.loc[frame["occupation_code"].eq(MACHINES), "change_ratio"].notna().all()
    assert said["UWV-0743"] == "onbekend"


def test_a_change_without_a_number_keeps_its_direction(path: Path) -> None:
    put(path, {WELDERS: (20, None, 0, None), METAL: (20, None, 10, None)})
    put(path, {WELDERS: (20, None, 10, None), METAL: (20, None, 0, None)}, BEFORE)
    put(path, {MACHINES: (20, None, 0, None)})
    put(path, {MACHINES: (90, None, 0, None)}, BEFORE)
    frame = ranked("change")
    assert frame["occupation_code"].iloc[0] == WELDERS
    assert frame["occupation_code"].iloc[-1] == METAL
    assert tension.change(of(frame, WELDERS)) == "gestegen, geen getal"
    assert tension.change(of(frame, METAL)) == "gedaald, geen getal"
    assert tension.change(of(frame, MACHINES)) == "niet vast te stellen"


@pytest.mark.parametrize(
    ("basis", "change", "quarter"),
    [("year_before", "+8,00", "2e kwartaal 2025"), ("previous", "−1,00", "1e kwartaal 2026")],
)
def test_a_ranking_is_compared_with_a_year_or_a_quarter_earlier(
    basis: str, change: str, quarter: str, path: Path
) -> None:
    put(path, {WELDERS: (900, None, 100, None), METAL: (500, None, 100, None)})
    put(path, {WELDERS: (100, None, 100, None), METAL: (500, None, 100, None)}, BEFORE)
    put(path, {WELDERS: (1_000, None, 100, None), METAL: (100, None, 100, None)}, PREVIOUS)
    frame = ranked("change", basis=basis)
    codes = frame["occupation_code"].tolist()
    assert tension.change(of(frame, WELDERS)) == change
    assert set(frame["before_label"]) == {quarter}
    assert (codes.index(WELDERS) < codes.index(METAL)) == (basis == "year_before")
    assert occupations.compared(frame, "Beroepen") == f"Beroepen, vergeleken met {quarter}"


def test_a_real_figure_is_never_compared_with_a_fictitious_one(path: Path) -> None:
    put(path, {WELDERS: (900, None, 100, None)})
    row = of(ranked("change"), WELDERS)
    assert row["status"] == "estimated"
    assert (
        pd.isna(row["before_ratio"])
        and pd.isna(row["before_status"])
        and row["direction"] == "unknown"
    )


def test_without_a_quarter_before_nothing_is_compared(path: Path) -> None:
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute("delete from period where period = ?", [PREVIOUS])
    frame = ranked("change", basis="previous")
    assert {tension.change(row) for _, row in frame.iterrows()} == {"onbekend"}
    assert occupations.compared(frame, "Beroepen") == "Beroepen"
    assert len(frame) == 24


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ((50, None, 100, None), (50, None, 100, None), "binnen afronding"),
        ((None, "below_ten", 10, None), (5, None, 10, None), "niet vast te stellen"),
        ((5, None, 10, None), (None, "below_ten", 10, None), "niet vast te stellen"),
        ((5, None, None, "below_ten"), (20, None, 10, None), "niet vast te stellen"),
        ((None, "below_ten", None, "below_ten"), (20, None, 10, None), "niet vast te stellen"),
        ((20, None, 0, None), (90, None, 0, None), "niet vast te stellen"),
        ((None, "below_ten", 10, None), (20, None, 10, None), "−1,55"),
        ((None, "secret", 10, None), (None, "below_ten", 10, None), "onbekend"),
    ],
    ids=["exact", "few now", "few before", "few people", "few", "nobody", "apart", "secret"],
)
def test_a_change_that_hidden_counts_hide_is_not_called_rounding(
    now: Counts, before: Counts, expected: str, path: Path
) -> None:
    put(path, {WELDERS: now})
    put(path, {WELDERS: before}, PREVIOUS)
    assert tension.change(of(ranked("change", basis="previous"), WELDERS)) == expected


def test_published_ratios_are_within_their_rounding_though_counts_are_hidden(path: Path) -> None:
    with closing(duckdb.connect(str(path))) as connection:
        for quarter in (QUARTER, PREVIOUS):
            connection.execute(
                "update occupation_tension set open_vacancies = null, "
                "vacancies_sign = 'below_ten', tension_ratio = 2.1, ratio_decimals = 1, "
                "ratio_sign = null "
                "where region_code = ? and quarter = ? and uwv_group_code = ?",
                [REGION, quarter, WELDERS],
            )
    row = of(ranked("tension", basis="previous"), WELDERS)
    assert tension.change(row) == "binnen afronding"


def test_the_order_of_a_ranking_says_since_when() -> None:
    assert occupations.ordered("change", "previous").startswith(
        "Geordend op wat er sinds de vorige periode zeker veranderde; stijgers eerst."
    )
    assert "er in een jaar zeker veranderde" in occupations.ordered("change", "year_before")
    assert "kwartaal" not in occupations.ordered("tension", "previous")


def test_only_technical_groups_are_marked_among_all(path: Path) -> None:
    frame = ranked("tension", "all")
    assert len(frame) == 113
    assert frame["is_technical"].sum() == 24
    assert frame["field_label"].notna().eq(frame["is_technical"]).all()


@pytest.mark.parametrize(
    ("low", "high", "sign", "text"),
    [
        (1_070, 1_070, None, "1.070"),
        (0, 0, None, "0"),
        (0, 9, "below_ten", "minder dan 10"),
        (150, 159, None, "150–159"),
        (None, None, "secret", "geheim"),
        (None, None, None, "onbekend"),
    ],
)
def test_a_count_in_words(low: Any, high: Any, sign: str | None, text: str) -> None:
    assert tension.count(low, high, sign) == text


def test_a_title_that_leads_to_several_groups_names_them_all(path: Path) -> None:
    choices = queries.beroepen.choices()
    found = choices[choices["title"] == "monteur"]
    assert set(found["uwv_group_code"]) == {
        "UWV-0734",
        "UWV-0743",
        "UWV-0744",
        "UWV-0761",
        "UWV-0772",
    }
    assert set(found["groups"]) == {5}
    titles = queries.beroepen.titles(uwv_group_code="UWV-0743").set_index("title")
    assert titles.loc["monteur", "other_labels"] == (
        "Assemblagemedewerkers, Elektriciens en elektronicamonteurs, Loodgieters en pijpfitters, "
        "Machinemonteurs"
    )


def test_every_choice_is_told_apart_and_technical_groups_come_first(path: Path) -> None:
    choices = queries.beroepen.choices()
    assert not choices["label"].duplicated().any()
    groups = choices[choices["kind"] == "group"]
    assert len(groups) == 113
    assert groups["is_technical"].head(24).all() and not groups["is_technical"].tail(89).any()
    assert "CNC-verspaner → Metaalbewerkers en constructiewerkers" in set(choices["label"])


def test_related_groups_share_the_field_or_the_segment(path: Path) -> None:
    related = queries.beroepen.related(
        uwv_group_code=METAL, region_code=REGION, quarter=QUARTER, with_sample=True
    )
    assert dict(zip(related["uwv_group_code"], related["relation_label"], strict=True)) == {
        WELDERS: "zelfde techniekdomein en segment",
        MACHINES: "zelfde techniekdomein en segment",
        "UWV-0743": "zelfde segment",
    }
    without = queries.beroepen.related(
        uwv_group_code=METAL, region_code=REGION, quarter="", with_sample=False
    )
    assert without["uwv_group_code"].tolist() == related["uwv_group_code"].tolist()
    assert without["tension_class"].isna().all() and "sample" not in set(without["status"])


def test_a_group_that_is_not_technical_is_related_by_segment_only(path: Path) -> None:
    related = queries.beroepen.related(
        uwv_group_code="UWV-0751", region_code=REGION, quarter=QUARTER, with_sample=True
    )
    assert set(related["relation_label"]) == {"zelfde segment"}


def test_people_at_work_are_published(path: Path) -> None:
    metal = queries.beroepen.employment(uwv_group_code=METAL, with_sample=False)
    assert metal["period"].tolist() == ["2025KW04", "2024KW04", "2023JJ00"]
    assert metal["employed"].tolist() == [34_000, 29_000, 29_000]
    assert metal["change_label"].tolist() == [
        "meer dan een jaar eerder",
        "geen cijfer van een jaar eerder",
        "geen cijfer van een jaar eerder",
    ]
    assert set(metal["status"]) == {"published"}


def test_a_thousand_people_more_or_less_is_rounding(path: Path) -> None:
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute(
            "update employment set employed = 30000 "
            "where occupation_code = '0741' and period = '2025KW04'"
        )
    closer = queries.beroepen.employment(uwv_group_code=METAL, with_sample=False)
    assert closer["change_label"].iloc[0] == "binnen de afronding"


def test_levels_are_an_assumption_with_bounds(path: Path) -> None:
    levels = queries.beroepen.levels(uwv_group_code=METAL)
    assert levels["share_pct"].sum() == 100
    assert (levels["share_low_pct"] <= levels["share_pct"]).all()
    assert (levels["share_pct"] <= levels["share_high_pct"]).all()
    assert set(levels["status"]) == {"estimated"}
    assert sentences.measured_education(levels.iloc[0]) == (
        "Gemeten: van wie dit werk doet is 9% hoger opgeleid (CBS, 85276NED). Dat is niet het "
        "niveau waar vacatures om vragen."
    )
    unknown = queries.beroepen.levels(uwv_group_code="UWV-1112")
    assert unknown["mbo_level"].tolist() == ["unmapped"], "Koks: no level is known"


def test_what_has_no_file_names_the_agreement_it_comes_from(path: Path) -> None:
    line = origin.source_line(queries.beroepen.levels(uwv_group_code=METAL))
    assert line.startswith("Bron: Afspraak in deze monitor, op grond van")
    assert origin.source_line(pd.DataFrame({"source": []})) == "Bron: geen cijfer beschikbaar."


def test_the_series_has_the_group_in_every_region_and_the_others_here(path: Path) -> None:
    leave_out(path, WELDERS, "2024KW03")
    series = queries.beroepen.series(
        uwv_group_codes=(WELDERS, METAL), region_codes=(REGION, "NL01"), with_sample=True
    )
    assert series["line_label"].drop_duplicates().tolist() == [
        "Twente",
        "Nederland",
        "Metaalbewerkers en constructiewerkers, Twente",
    ]
    assert len(series) == 3 * 34
    gap = series[(series["quarter"] == "2024KW03") & (series["line_label"] == "Twente")]
    assert gap["tension_ratio"].isna().tolist() == [True]


def test_the_lines_share_one_scale_and_have_their_range(path: Path) -> None:
    put(path, {WELDERS: (50, None, None, "below_ten"), METAL: (None, "below_ten", 30, None)})
    series = queries.beroepen.series(
        uwv_group_codes=(WELDERS, METAL), region_codes=(REGION, "NL01"), with_sample=True
    )
    figure = tension_lines.draw(series, pd.DataFrame())
    here, _, other = figure.data
    assert {trace.yaxis for trace in figure.data} == {None}
    assert not any(trace.connectgaps for trace in figure.data)
    assert here.y[-1] is None and here.customdata[-1][1] == "ten minste 5,56"
    assert other.y[-1] + other.error_y.array[-1] == pytest.approx(0.3)
    assert other.y[-1] - other.error_y.arrayminus[-1] == pytest.approx(0)
    assert [shape.y0 for shape in figure.layout.shapes] == [0.25, 0.67, 1.5, 4.0]
    assert figure.layout.yaxis.range[0] == 0


def said(path: Path, counts: Counts, **changes: object) -> str:
    put(path, {WELDERS: counts})
    row = queries.regios.latest(
        measure="tension",
        breakdown=WELDERS,
        region_codes=(REGION,),
        period=QUARTER,
        with_sample=True,
    ).iloc[0]
    real = pd.Series({**row.to_dict(), "year_before_status": None, **changes})
    return sentences.tension(real, "Lassers en plaatwerkers")


def test_the_sentence_says_class_figure_quarter_and_for_how_long(path: Path) -> None:
    assert said(path, (150, None, 60, None), periods_in_class=3) == (
        "De beroepsgroep Lassers en plaatwerkers is in Twente **krap**: 2,50 vacatures per persoon "
        "met kortdurende WW (UWV, 2e kwartaal 2026); al 3 kwartalen achtereen."
    )


@pytest.mark.parametrize(
    ("counts", "changes", "text"),
    [
        ((150, None, 60, None), {"periods_in_class": 1}, "WW (UWV, 2e kwartaal 2026)."),
        ((150, None, 60, None), {"periods_in_class": 2}, "; al 2 kwartalen achtereen."),
        ((60, None, 60, None), {}, "**gemiddeld**: 1,00 vacature per persoon met"),
        (
            (60, None, 0, None),
            {},
            "**zeer krap**: er staan vacatures open, maar niemand heeft kortdurende WW (UWV",
        ),
        (
            (90, None, None, "below_ten"),
            {},
            "**zeer krap**: ten minste 10,00 vacatures per persoon",
        ),
        (
            (None, "below_ten", 30, None),
            {},
            "Over de beroepsgroep Lassers en plaatwerkers in Twente is geen uitspraak mogelijk: te "
            "weinig vacatures of personen (minder dan 10) om de klasse te bepalen; de spanning is "
            "circa 0,15 (0,00–0,30) (UWV, 2e kwartaal 2026).",
        ),
        (
            (None, "below_ten", None, "below_ten"),
            {},
            "(minder dan 10) om de klasse te bepalen (UWV, 2e kwartaal 2026).",
        ),
        (
            (150, None, 60, None),
            {"sign": "secret", "tension_class": None},
            "is geen uitspraak mogelijk: het cijfer is geheim (UWV",
        ),
        (
            (150, None, 60, None),
            {"sign": "not_applicable", "tension_class": None},
            "er zijn geen vacatures en geen personen met kortdurende WW (UWV",
        ),
        (
            (150, None, 60, None),
            {"is_behind": True},
            "Voor het gekozen kwartaal is er geen cijfer; dit is het laatste ervoor.",
        ),
    ],
    ids=[
        "first period",
        "second period",
        "singular",
        "no ratio",
        "at least",
        "too few",
        "unknown",
        "secret",
        "neither",
        "behind",
    ],
)
def test_the_sentence_at_its_edges(
    counts: Counts, changes: dict[str, object], text: str, path: Path
) -> None:
    assert text in said(path, counts, **changes)


def test_the_sentence_about_fields_all_and_nothing(path: Path) -> None:
    row = queries.regios.latest(
        measure="tension",
        breakdown="all_technical",
        region_codes=(REGION,),
        period=QUARTER,
        with_sample=True,
    ).iloc[0]
    assert sentences.tension(row, "Bouw") == sentences.NOTHING_TO_SAY
    real = pd.Series({**row.to_dict(), "status": "estimated", "year_before_status": None})
    assert sentences.tension(real, "Alle technische beroepen").startswith(
        "Alle technische beroepen samen zijn in Twente **krap**: "
    )
    assert sentences.tension(real, "Techniekdomein: Bouw").startswith(
        "Het techniekdomein Bouw is in Twente **krap**: "
    )
    assert sentences.no_tension("Bakkers", "Twente", "2e kwartaal 2026") == (
        "Over de beroepsgroep Bakkers in Twente is geen uitspraak mogelijk: tot en met 2e kwartaal "
        "2026 is er geen cijfer waaruit een spanning volgt."
    )


def test_an_unsure_class_is_called_unknown(path: Path) -> None:
    put(path, {WELDERS: (None, "below_ten", 30, None)})
    told = of(occupations.told(ranked("tension")), WELDERS)
    assert (told["class_label"], told["tension_ratio_text"]) == (
        "onbekend",
        "circa 0,15 (0,00–0,30)",
    )
    assert SAMPLE not in told["tension_ratio_text"]


@pytest.mark.parametrize(
    ("direction", "ratio", "text"),
    [
        ("rising", 0.004, "gestegen, minder dan 0,01"),
        ("falling", -0.004, "gedaald, minder dan 0,01"),
        ("rising", 0.01, "+0,01"),
    ],
)
def test_a_certain_change_is_never_said_to_be_nothing(
    direction: str, ratio: float, text: str
) -> None:
    assert tension.change(pd.Series({"direction": direction, "change_ratio": ratio})) == text
