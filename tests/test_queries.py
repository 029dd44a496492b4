"""Every question by glob: its function, its parameters, and that it answers."""

from __future__ import annotations

import inspect
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import queries
from etl.database import DATABASE_VARIABLE

QUESTIONS = sorted(
    path.relative_to(queries.reading.FOLDER).with_suffix("").as_posix()
    for path in queries.reading.FOLDER.rglob("*.sql")
)
EXAMPLES: dict[str, queries.Parameter] = {
    "region_codes": ("PV23", "PV25"),
    "sector_codes": ("T001081", "307500", "350000"),
    "sector_code": "350000",
    "quarter": "2018KW04",
    "until": "2026KW02",
    "measure": "tension",
    "breakdown": "all_technical",
    "kind": "arbeidsmarktregio",
    "period": "2026KW02",
    "with_sample": True,
    "region_code": "AM05",
    "occupation_code": "0741",
    "uwv_group_code": "UWV-0741",
    "uwv_group_codes": ("UWV-0741", "UWV-0742"),
    "order_by": "tension",
    "basis": "year_before",
    "selection": "all_technical",
    "school_year": "2025SJ00",
    "field_code": "07",
    "learning_path": "bbl",
    "programme_id": "twente_werkt",
    "programme_ids": ("twente_werkt", "gelders_vakmanschap"),
    "release_ids": ("cbs_vacancies/undated/83599NED.parquet",),
    "source_ids": ("twentevisie_1312",),
    "terms": ("open_vacancies",),
    "counted": "students",
    "is_whole": True,
    "subject": "voucher",
    "dimension_1": "voucher_kind",
    "dimension_2": "",
    "period_kind": "year",
    "grain": "region_field",
    "tight_from": 1.5,
    "much_from": None,
    "occupation_codes": ("UWV-0741",),
    "first_day": "2010-01-01",
    "last_day": "2030-12-31",
    "with_programmes": True,
    "since_day": "2020-01-01",
    "until_day": "2030-12-31",
    "title": "CNC-verspaner",
    "segment_codes": ("074", "076"),
    "with_neighbours": True,
    "mbo_level": "mbo2_3",
    "techniques": ("turning", "plc"),
    "codes": ("PV23", "2026KW02", "twente_werkt"),
    "province_codes": ("PV23",),
}
EMPTY_TODAY = {
    "verantwoording/unmapped_categories": "insert into unmapped_category values "
    "('cbs_ww_benefits', '85554NED', 'RegioS', 'AM04', 160)",
    "mbo/entrants": "insert into mbo_entrants select 'cbs_mbo_entrants', 'position', "
    "'Met werk, zonder uitkering', 'total', 'total', 'Totaal', '2025SJ00', 120, null, "
    "'published', null, min(release_id), 1 from release",
    "downloads/mbo_entrants": "insert into mbo_entrants select 'cbs_mbo_entrants', 'position', "
    "'Met werk, zonder uitkering', 'total', 'total', 'Totaal', '2025SJ00', 120, null, "
    "'published', null, min(release_id), 1 from release",
    "downloads/ww_benefits": "insert into ww_benefits select 'cbs_ww_benefits', 'PV23', "
    "'2025MM06', 21340, null, 'published', null, min(release_id), 1 from release",
    "sinds/periods": "insert into period_change select 'cbs_vacancies', 1, date '2026-08-05', "
    "'Openstaande vacatures', '2026KW03', true, 12, 0, 0, min(release_id), 'published' "
    "from release",
    "sinds/revisions": "insert into revision by name select 'cbs_vacancies' as source_id, "
    "1 as moment, date '2026-08-05' as known_on, 'revised' as kind, "
    "'Openstaande vacatures' as table_label, 'PV23' as region_code, '2018KW04' as period, "
    "'Bouw' as subject, 1400 as old_figure, 1500 as new_figure, "
    "min(release_id) as release_id, 'published' as status from release",
    "links/revised": "insert into revision by name select 'cbs_vacancies' as source_id, "
    "1 as moment, date '2026-08-05' as known_on, 'revised' as kind, "
    "'Openstaande vacatures' as table_label, 'PV23' as region_code, '2018KW04' as period, "
    "'Bouw' as subject, 1400 as old_figure, 1500 as new_figure, "
    "min(release_id) as release_id, 'published' as status from release",
    "sinds/classes": "insert into known_moment values "
    "('uwv_tension', 0, '2019-05-12', null), ('uwv_tension', 1, '2026-08-05', null); "
    "insert into known_class select 'uwv_tension', moment, date '2026-08-05', 'AM05', 'UWV-0741', "
    "quarter, class, null, null, null, min(release_id), 'published' from release cross join ("
    "values (0, '2025KW02', 'tight'), (1, '2025KW03', 'very_tight')) as known "
    "(moment, quarter, class) group by all",
}
DELIVERED = ("voorbeeldprogramma_a", "voorbeeldprogramma_b")
RARE: dict[str, dict[str, queries.Parameter]] = {
    **{
        f"programmas/{name}": {"programme_ids": DELIVERED}
        for name in (
            "at_work",
            "cells",
            "deliveries",
            "employers",
            "funders",
            "funnel",
            "pace",
            "placement_rate",
            "realised",
            "voucher_value",
        )
    },
    "overstappen/arrivals": {"programme_id": DELIVERED[0], "quarter": "2026KW02"},
    "overstappen/flows": {"programme_id": DELIVERED[0]},
    "programmas/breakdown_sums": {"programme_id": "gelders_vakmanschap"},
    "krapte_en_inzet/quadrants": {"programme_id": "voorbeeldprogramma_a"},
    "krapte_en_inzet/landed": {"programme_id": "voorbeeldprogramma_a"},
    "krapte_en_inzet/changes": {"programme_id": "voorbeeldprogramma_a"},
    "krapte_en_inzet/rates": {"programme_id": "voorbeeldprogramma_a"},
    "regios/breaks": {"region_codes": ("AM06",)},
    "regios/latest": {"region_codes": ("AM05", "AM06")},
    "regios/level_mix": {"region_codes": ("AM05", "NL01")},
    "beroepen/series": {"region_codes": ("AM05", "NL01")},
    "regios/series": {"region_codes": ("AM05", "NL01")},
}


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def function_of(question: str) -> object:
    page, name = question.split("/")
    return getattr(getattr(queries, page), name)


def example(question: str) -> dict[str, queries.Parameter]:
    """Return values with which a question has an answer."""
    names = inspect.signature(function_of(question)).parameters  # type: ignore[arg-type]
    return {name: RARE.get(question, {}).get(name, EXAMPLES[name]) for name in names}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_one_function_with_exactly_its_parameters(question: str) -> None:
    statements = duckdb.extract_statements(queries.sql(question))
    assert len(statements) == 1
    assert statements[0].type == duckdb.StatementType.SELECT
    signature = inspect.signature(function_of(question))  # type: ignore[arg-type]
    assert set(signature.parameters) == set(statements[0].named_parameters)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_starts_with_the_question_and_spells_its_columns(question: str) -> None:
    sql = queries.sql(question)
    assert sql.startswith("-- ") and "?" in sql.split("\nselect")[0].split("\nwith")[0]
    assert "select *\n" not in sql.rsplit(")\n\nselect", 1)[-1]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered(
    question: str, database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if question in EMPTY_TODAY:
        with_rows = tmp_path / "with_rows.duckdb"
        shutil.copy(database, with_rows)
        with closing(duckdb.connect(str(with_rows))) as connection:
            connection.execute(EMPTY_TODAY[question])
        monkeypatch.setenv(DATABASE_VARIABLE, str(with_rows))
    function = function_of(question)
    frame = function(**example(question))  # type: ignore[operator]
    assert len(frame) > 0
    assert frame.attrs["question"] == question
    assert not frame.columns.duplicated().any()


def test_every_function_asks_a_question_that_exists() -> None:
    functions = {
        f"{page}/{name}"
        for page in {question.split("/")[0] for question in QUESTIONS}
        for name, value in vars(getattr(queries, page)).items()
        if inspect.isfunction(value) and value.__module__ == f"queries.{page}"
    }
    assert functions == set(QUESTIONS)


def test_the_reader_cannot_write_or_reach_outside() -> None:
    cursor = queries.reading._connection(queries.identity()).cursor()
    cursor.execute("use monitor")
    for statement in (
        "update vacancies set open_vacancies = 1",
        "create table x (y integer)",
        "copy vacancies to 'x.csv'",
        "select * from read_csv('README.md')",
        "attach 'x.duckdb'",
        "set enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            cursor.execute(statement)


def test_an_answer_may_be_changed_without_changing_the_next() -> None:
    first = queries.filters.regions()
    first["name"] = "x"
    assert queries.filters.regions()["name"].tolist()[0] == "Drenthe"


def test_a_missing_quarter_is_a_row_without_a_figure() -> None:
    frame = queries.overzicht.vacancy_series(region_codes=("PV26",), sector_codes=("350000",))
    assert frame["quarter"].is_monotonic_increasing
    assert len(frame) == 62
    gap = frame[frame["quarter"].between("2020KW03", "2025KW01")]
    assert len(gap) == 19
    assert gap["open_vacancies"].isna().all()


def test_the_coalition_is_never_the_landsdeel() -> None:
    from answers.places import COALITION_CODES

    frame = queries.overzicht.latest(region_codes=COALITION_CODES, sector_codes=("350000",))
    assert frame["region_name"].tolist() == ["Gelderland", "Overijssel"]


def test_quotes_of_the_press_are_about_here_within_here_or_the_country() -> None:
    said = set(queries.regios.press(region_codes=("PV23",))["region_text"])
    assert {"Overijssel", "Twente", "Regio Zwolle", "Nederland"} <= said
    assert not {"Gelderland", "Achterhoek", "Amersfoort", "Noord-Holland Noord"} & said
    gelderland = queries.regios.press(region_codes=("PV25",))
    together = "Achterhoek + FoodValley + Midden-Gelderland + Rijk van Nijmegen + Rivierenland"
    assert (gelderland["region_text"] == together).sum() == 3
    assert gelderland["period_label"].tolist()[0] == "augustus 2025"
    everywhere = tuple(f"PV{number}" for number in range(20, 32))
    unplaced = queries.verantwoording.empty()["subject"] == "Overijssel + Gelderland Noord (3 amr)"
    assert len(queries.regios.press(region_codes=everywhere)) == 25
    assert unplaced.sum() == 1, "the other two of the 27 name no known region, which is said"


def test_every_region_break_is_shown_and_under_its_old_name() -> None:
    frame = queries.verantwoording.region_breaks()
    with closing(duckdb.connect(os.environ[DATABASE_VARIABLE], read_only=True)) as connection:
        assert connection.execute("select count(*) from region_break").fetchone() == (len(frame),)
    row = frame[(frame["region_code"] == "AM06") & (frame["year"] == 2024)].iloc[0]
    assert row["region_name"] == "Stedendriehoek en Noordwest Veluwe"
    assert row["break_label"].endswith("sindsdien Veluwe Stedendriehoek.")


def regios_ranking(breakdown: str, period: str) -> pd.DataFrame:
    return queries.regios.ranking(
        measure="open_vacancies",
        breakdown=breakdown,
        kind="provincie",
        period=period,
        with_sample=False,
    ).set_index("region_name", drop=False)


def test_figures_within_each_others_rounding_share_their_ranks() -> None:
    """Gelderland 2 200 and Noord-Holland 2 100 may both be 2 150; Zuid-Holland 3 700 may not."""
    ranks = regios_ranking("350000", "2018KW04")["rank_label"]
    assert ranks["Zuid-Holland"] == "1"
    assert ranks["Gelderland"] == ranks["Noord-Holland"] == "3–4"
    assert ranks["Overijssel"] == ranks["Utrecht"] == "5–6"


def test_equal_figures_share_a_class() -> None:
    frame = regios_ranking("350000", "2018KW04")
    for _, rows in frame.groupby("figure"):
        assert rows["class"].nunique() == rows["rank_label"].nunique() == 1
    assert frame["class"].is_monotonic_decreasing and frame["class"].between(1, 5).all()
    assert frame["class"].nunique() >= 4


def test_figures_that_may_be_equal_have_one_class() -> None:
    """Mining 2018KW02: two provinces with 100 and ten with fewer than 50 may all be the same."""
    frame = regios_ranking("305700", "2018KW02")
    assert frame["figure"].nunique() == 2
    assert frame["rank_label"].unique().tolist() == ["1–12"]
    assert frame["class"].nunique() == 1


def test_a_headline_is_of_the_period_shown_or_older() -> None:
    asked = {"region_codes": ("PV23",), "sector_codes": ("350000",)}
    row = queries.overzicht.latest(until="2018KW04", **asked).iloc[0]
    assert (row["quarter"], row["open_vacancies"], row["is_behind"]) == ("2018KW04", 1_400, False)
    gap = queries.overzicht.latest(until="2023KW01", **asked).iloc[0]
    assert gap["quarter"] == "2020KW02"


def test_a_region_has_the_name_that_it_had_in_the_period() -> None:
    names = {
        period: queries.regios.ranking(
            measure="tension",
            breakdown="all_technical",
            kind="arbeidsmarktregio",
            period=period,
            with_sample=True,
        ).set_index("region_code")["region_name"]["AM06"]
        for period in ("2023KW04", "2024KW01")
    }
    assert names["2023KW04"] == "Stedendriehoek en Noordwest Veluwe"
    assert names["2024KW01"] == "Veluwe Stedendriehoek"


def test_a_region_without_a_figure_comes_last_without_rank_and_class() -> None:
    frame = regios_ranking("350000", "2026KW02")
    empty = frame[frame["figure"].isna()]
    assert len(frame) == 12
    assert frame["figure"].isna().tolist() == sorted(frame["figure"].isna())
    assert "Noord-Holland" in empty.index
    assert empty[["rank", "rank_label", "class"]].isna().all(axis=None)


def test_months_quarters_and_years_never_stand_in_one_series() -> None:
    for period, kind in (("2022JJ00", "year"), ("2023KW02", "quarter")):
        frame = queries.regios.series(
            measure="unemployment_pct",
            breakdown="new_method",
            region_codes=("PV23", "NL01"),
            period=period,
            with_sample=False,
        )
        assert frame["period"].str.contains("JJ" if kind == "year" else "KW").all()
        assert frame["region_code"].drop_duplicates().tolist() == ["PV23", "NL01"]


def test_every_measure_says_of_every_level_whether_it_is_published_and_why() -> None:
    measures = queries.filters.measures()["measure"]
    assert len(measures) == 5
    for measure in measures:
        levels = queries.filters.levels(measure=measure)
        assert levels["kind"].tolist() == ["provincie", "arbeidsmarktregio", "corop"]
        assert (levels["why"].str.len() > 20).all()
        loaded = levels["has_real"] | levels["has_sample"]
        assert not (loaded & ~levels["is_published"]).any()


MAY_BE_FICTITIOUS = {
    "programme_delivery",
    "occupation_tension",
    "field_tension",
    "mbo_students",
    "mbo_graduates",
    "mbo_supply",
    "programme",
    "programme_region",
    "programme_source",
    "programme_target",
    "programme_budget",
    "programme_result",
    "programme_resource",
    "programme_partner",
    "programme_reported",
}
LEAVES_OUT = {
    "downloads/names",
    "downloads/known",
    "krapte_en_inzet/regions_without_programme",
    "krapte_en_inzet/vacancies",
    "overzicht/unknown",
    "filters/samples",
    "filters/levels",
    "filters/series",
    "verantwoording/empty",
    "verantwoording/signs",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_published_figures_leaves_no_fictitious_row(question: str) -> None:
    text = queries.sql(question)
    read = set(re.findall(r"(?:from|join) (\w+)", text))
    if not read & {*MAY_BE_FICTITIOUS, "region_figure", "region_period"} or question in LEAVES_OUT:
        return
    values = example(question)
    assert "with_sample" in values, f"{question} cannot leave fictitious figures out"
    function = function_of(question)
    frame = function(**{**values, "with_sample": False})  # type: ignore[operator]
    for column in (name for name in frame if str(name).endswith("status")):
        assert "sample" not in set(frame[column].dropna())
