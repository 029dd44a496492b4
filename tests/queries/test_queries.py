"""What single questions answer, and what their reader cannot do."""

from __future__ import annotations

import datetime
import inspect
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import queries
from etl.database import DATABASE_VARIABLE
from tests.answers import QUESTIONS
from tests.soak import examples

VACANCIES = """
    insert into vacancies by name
    select
        'cbs_vacancies' as source_id,
        $1 as region_code,
        'T001081' as sector_code,
        '2026KW02' as quarter,
        cast($2 as integer) as open_vacancies,
        'published' as status,
        'a file' as release_id,
        1 as line
"""
RANKED = {
    "measure": "open_vacancies",
    "breakdown": "T001081",
    "kind": "provincie",
    "period": "2026KW02",
    "with_sample": False,
}


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def test_every_function_asks_a_question_that_exists() -> None:
    functions = {
        f"{page}/{name}"
        for page in {question.split("/")[0] for question in QUESTIONS}
        for name, value in vars(getattr(queries, page)).items()
        if inspect.isfunction(value) and value.__module__ == f"queries.{page}"
    }
    assert functions <= set(QUESTIONS)


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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-(10**12), 10**12) | st.none()), st.integers(0, 9))
def test_a_decimal_is_the_float_that_is_written_so(units: list[int | None], scale: int) -> None:
    written = [None if unit is None else Decimal(unit).scaleb(-scale) for unit in units]
    table = pa.table({"value": pa.array(written, pa.decimal128(38, scale))})
    expected = [np.nan if value is None else float(str(value)) for value in written]
    np.testing.assert_array_equal(queries.typed(table)["value"].to_numpy(float), expected)


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


def test_the_next_question_reads_the_database_that_replaced_the_one_before(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, fresh = tmp_path / "live.duckdb", tmp_path / "fresh.duckdb"
    for path in (live, fresh):
        shutil.copyfile(database, path)
    with closing(duckdb.connect(str(fresh))) as connection:
        connection.execute("update vacancies set open_vacancies = 77700 where quarter = '2026KW02'")
    monkeypatch.setenv(DATABASE_VARIABLE, str(live))
    asked = {"region_codes": ("PV23",), "sector_codes": ("350000",)}
    assert queries.overzicht.latest(**asked)["open_vacancies"].item() != 77_700
    fresh.replace(live)
    assert queries.overzicht.latest(**asked)["open_vacancies"].item() == 77_700


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
    assert gelderland["period_label"].tolist()[:2] == ["december 2025", "november 2025"]
    assert gelderland["region_text"].tolist()[-1] == "Nederland", "the country comes last"
    everywhere = tuple(f"PV{number}" for number in range(20, 32))
    unplaced = queries.verantwoording.empty()["subject"] == "Overijssel + Gelderland Noord (3 amr)"
    with closing(duckdb.connect(os.environ[DATABASE_VARIABLE], read_only=True)) as connection:
        counted = connection.execute(
            "select count(*) from quote where source_id = 'uwv_press'"
        ).fetchone()
    assert counted == (len(queries.regios.press(region_codes=everywhere)) + 2,)
    assert unplaced.sum() == 1, "the two left out name no known region, which is said"


def test_quotes_of_sbb_stand_apart_from_those_of_uwv() -> None:
    here = {"region_codes": ("PV25",)}
    sbb = queries.regios.press(**here, source_id="sbb_press")
    assert set(sbb["region_text"]) == {"Achterhoek", "Nederland"}
    assert queries.regios.press(region_codes=("PV20",), source_id="sbb_press")[
        "region_text"
    ].unique().tolist() == ["Nederland"]
    assert not set(sbb["url"]) & set(queries.regios.press(**here)["url"])
    assert set(sbb["unit_label"]) == {"plekken", "bedrijven", "personen"}
    then = queries.regios.press(**here, source_id="sbb_press", until="2021KW04")
    assert then["period_code"].max() == "2021MM03"
    for programme_id in queries.programmas.list(with_sample=False)["programme_id"]:
        assert not set(queries.programmas.press(programme_id=programme_id)["url"]) & set(sbb["url"])


def test_quotes_beside_a_programme_are_of_its_region_and_its_years() -> None:
    for programme_id in queries.programmas.list(with_sample=False)["programme_id"]:
        quoted = queries.programmas.press(programme_id=programme_id)
        assert "Nederland" not in set(quoted["region_text"])
    twente = queries.programmas.press(programme_id="twente_werkt")
    assert len(twente) and all("Twente" in text for text in twente["region_text"])
    assert twente["period_code"].str[:4].between("2015", "2019").all()


def test_nothing_real_stands_beside_a_fictitious_programme() -> None:
    programmes = queries.programmas.list(with_sample=True)
    fictitious = programmes.loc[programmes["status"].eq("sample"), "programme_id"]
    assert len(fictitious)
    for programme_id in fictitious:
        assert queries.programmas.press(programme_id=programme_id).empty
        assert queries.programmas.confidence(programme_id=programme_id).empty


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
    assert ranks["Zuid-Holland"] == "1 van 12"
    assert ranks["Gelderland"] == ranks["Noord-Holland"] == "3–4 van 12"
    assert ranks["Overijssel"] == ranks["Utrecht"] == "5–6 van 12"


def test_a_rank_says_among_how_many_and_allows_for_the_missing_ones() -> None:
    """Five provinces have no figure of 2026KW02, and Noord-Holland is one of them."""
    frame = regios_ranking("T001081", "2026KW02")
    assert frame["rank_label"]["Gelderland"] == "3 van 7 bekende (van alle 12: 3–8)"
    assert (frame["known_regions"].unique(), frame["missing_regions"].unique()) == (7, 5)
    assert frame["rank_label"].isna().sum() == 5


@pytest.fixture(scope="module")
def provinces(
    database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    path = shutil.copy(database, tmp_path_factory.mktemp("provinces") / "monitor.duckdb")
    with closing(duckdb.connect(str(path))) as connection:
        yield connection


@given(
    figures=st.lists(st.none() | st.integers(0, 9), min_size=12, max_size=12),
    true=st.lists(st.integers(0, 900), min_size=12, max_size=12),
    within=st.lists(st.integers(-49, 49), min_size=12, max_size=12),
)
@settings(max_examples=examples(25))
def test_the_true_place_always_lies_within_a_rank(
    provinces: duckdb.DuckDBPyConnection,
    figures: list[int | None],
    true: list[int],
    within: list[int],
) -> None:
    """Whatever the figures are before rounding, and whatever those are that nobody published."""
    provinces.execute("truncate vacancies")
    codes = [f"PV{number}" for number in range(20, 32)]
    rows = zip(codes, figures, true, within, strict=True)
    figure_of = {
        code: other if figure is None else max(0, 100 * figure + rounded)
        for code, figure, other, rounded in rows
    }
    for code, figure in zip(codes, figures, strict=True):
        if figure is not None:
            provinces.execute(VACANCIES, [code, 100 * figure])
    found = provinces.execute(queries.sql("regios/ranking"), RANKED).df()
    for row in found[found["rank"].notna()].to_dict("records"):
        place = 1 + sum(one > figure_of[row["region_code"]] for one in figure_of.values())
        lowest, _, highest = row["all_rank_label"].partition("–")
        assert int(lowest) <= place <= int(highest or lowest)


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
    assert frame["rank_label"].unique().tolist() == ["1–12 van 12"]
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
    measures = queries.filters.measures(kind="corop")["measure"]
    assert len(measures) == 7
    for measure in measures:
        levels = queries.filters.levels(measure=measure)
        assert levels["kind"].tolist() == ["provincie", "arbeidsmarktregio", "corop"]
        assert (levels["why"].str.len() > 20).all()
        loaded = levels["has_real"] | levels["has_sample"]
        assert not (loaded & ~levels["is_published"]).any()


def test_what_is_kept_is_made_anew_each_day(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may say how old a figure is: a server that runs on would say that of last year."""
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    made: list[int] = []
    once = queries.once_per_database(lambda: made.append(1))
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)

    class Tomorrow(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return tomorrow

    once()
    once()
    assert len(made) == 1
    with monkeypatch.context() as later:
        later.setattr(datetime, "date", Tomorrow)
        once()
    assert len(made) == 2
