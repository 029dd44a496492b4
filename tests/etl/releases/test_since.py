"""What changed since a day: made from files of two releases by the real ETL."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import queries
import sentences
from etl import raw
from etl.database import DATABASE_VARIABLE, RAW, SAMPLE, Inputs, build
from etl.errors import DataError
from etl.register import source
from tests.releases import (
    AUGUST,
    DECEMBER,
    MAY,
    NEW_QUARTER,
    PLACE,
    vacancies_of_august,
    write,
)
from ui.filters.periods import begin_of_previous_quarter, day_of
from ui.meeting import since

SUMMER = {"since_day": "2026-07-01", "until_day": "2026-10-01"}
WINTER = {"since_day": "2026-11-25", "until_day": "2026-12-31"}


@pytest.fixture
def built(releases: Path) -> Path:
    return releases / "monitor.duckdb"


@pytest.fixture(autouse=True)
def use_it(built: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(built))
    yield


def rows(sql: str) -> list[tuple[object, ...]]:
    with closing(duckdb.connect(os.environ[DATABASE_VARIABLE], read_only=True)) as connection:
        return connection.execute(sql).fetchall()


def summary(**days: str) -> pd.Series:
    row: pd.Series = queries.sinds.summary(with_sample=False, **days).iloc[0]
    return row


def test_a_quarter_that_a_later_release_brought_is_new_and_no_other() -> None:
    found = queries.sinds.periods(**SUMMER)
    told = found[["table_label", "new_periods_label", "periods", "figures"]].values.tolist()
    assert told == [
        ["Spanning (UWV)", "3e kwartaal 2025", 1, 8],
        ["Openstaande vacatures", "2e kwartaal 2026", 1, 24],
        ["Beroepsbevolking", "juni 2026", 1, 8],
    ]
    days = [(f"{row.known_on:%Y-%m-%d}", row.known_by_label) for row in found.itertuples()]
    assert days == [
        (AUGUST, "opgehaald"),
        ("2026-07-30", "gepubliceerd door de bron"),
        ("2026-07-16", "gepubliceerd door de bron"),
    ]


def test_a_file_that_says_its_day_never_leaves_that_day_empty() -> None:
    """What stands in a source line as the day of the figures is a day on which something came."""
    told = rows(
        "select distinct modified_on from release join known_figure using (release_id) "
        "where retrieved_on is null and modified_on is not null and release.status <> 'sample'"
    )
    assert told
    for (day,) in told:
        days = {
            "since_day": (day - datetime.timedelta(days=1)).isoformat(),  # type: ignore[operator]
            "until_day": day.isoformat(),  # type: ignore[attr-defined]
        }
        found = queries.sinds.periods(**days)
        row = summary(**days)
        assert row["periods"] == found["periods"].sum() > 0
        assert "kwam er niets bij" not in sentences.since(row)
        newest = rows(
            "select max(known_figure.period) from known_figure join release using (release_id) "
            f"where modified_on = date '{day}' and retrieved_on is null and figure is not null"
        )
        [label] = rows(f"select label from period where period = '{newest[0][0]}'")[0]
        assert label in found["new_periods_label"].str.cat()


def test_a_first_file_of_uwv_brings_its_quarter_and_revises_nothing() -> None:
    days = {"since_day": "2026-05-11", "until_day": MAY}
    assert queries.sinds.periods(**days)["new_periods_label"].tolist() == ["2e kwartaal 2025"]
    assert queries.sinds.revisions(**days).empty


def test_a_day_counts_from_the_day_after_it_to_the_last_one_included() -> None:
    on_the_day = {"since_day": AUGUST, "until_day": "2026-10-01"}
    assert queries.sinds.periods(**on_the_day).empty
    assert queries.sinds.revisions(**on_the_day).empty
    until = {"since_day": "2026-07-01", "until_day": AUGUST}
    assert len(queries.sinds.revisions(**until)) == 1
    before = {"since_day": "2026-07-01", "until_day": "2026-08-04"}
    assert queries.sinds.revisions(**before).empty


def test_a_revised_figure_says_what_it_was_and_became_and_in_which_files() -> None:
    found = since.changed_texts(queries.sinds.revisions(**SUMMER))
    [row] = found.to_dict("records")
    assert (row["period"], row["region_code"]) == (PLACE[0], PLACE[2])
    assert (row["subject_label"], row["region_name"]) == ("Bouw", "Overijssel")
    assert (row["old_figure_text"], row["new_figure_text"]) == ("1.400", "1.500")
    assert row["release_id"] == f"cbs_vacancies/{AUGUST}/83599NED.parquet"
    assert row["second_release_id"] == "cbs_vacancies/undated/83599NED.parquet"


def test_what_became_or_stopped_being_a_mark_says_which() -> None:
    frame = pd.DataFrame(
        {
            "old_figure": [1_400.0, None, 0.0, 3.5],
            "old_figure_sign": [None, "secret", "below_half_unit", None],
            "new_figure": [None, 10.0, 100.0, None],
            "new_figure_sign": ["missing", None, None, None],
        }
    )
    shown = since.changed_texts(frame)
    assert shown["old_figure_text"].tolist() == ["1.400", "geheim", "minder dan 50", "3,5"]
    assert shown["new_figure_text"].tolist() == ["ontbreekt", "10", "100", "–"]


def test_a_border_is_passed_only_where_both_classes_are_certain() -> None:
    """Rijk van Nijmegen fell from 5 to (0…9) ÷ 6, which may be any class: nothing is said."""
    found = queries.sinds.classes(**SUMMER, with_sample=False)
    told = {
        (row["region_name"], row["occupation_label"]): (
            row["class_then_label"],
            row["class_now_label"],
            row["direction_label"],
        )
        for _, row in found.iterrows()
    }
    assert told == {
        ("Achterhoek", "Automonteurs"): ("krap", "gemiddeld", "ruimer"),
        ("Achterhoek", "Mobiliteit"): ("krap", "gemiddeld", "ruimer"),
        ("Twente", "Automonteurs"): ("krap", "zeer krap", "krapper"),
        ("Twente", "Mobiliteit"): ("krap", "zeer krap", "krapper"),
    }
    assert found["quarter_then_label"].unique().tolist() == ["2e kwartaal 2025"]
    assert found["quarter_now_label"].unique().tolist() == ["3e kwartaal 2025"]
    row = summary(**SUMMER)
    assert (row["tighter"], row["looser"]) == (2, 2)
    known = rows("select count(*) from known_class where moment = 1 and tension_class is null")
    assert row["uncertain"] == 2 and known[0][0] >= 2


def test_no_border_is_passed_before_a_first_file_of_uwv() -> None:
    days = {"since_day": "2026-01-01", "until_day": "2026-10-01"}
    assert queries.sinds.classes(**days, with_sample=True).empty
    assert summary(**days)["compared"] == 0


def test_a_changed_target_of_a_programme_is_told_apart_from_a_first_release() -> None:
    [row] = queries.sinds.programmes(**WINTER, with_sample=False).to_dict("records")
    assert row["programme_name"] == "Technisch Talent Werkt"
    counts = (row["facts_added"], row["facts_revised"], row["facts_withdrawn"])
    assert (counts, row["changes_label"]) == ((0, 1, 0), "plaatsingen: 150 → 160")
    assert f"{row['known_on']:%Y-%m-%d}" == DECEMBER
    first = {"since_day": "2026-11-21", "until_day": "2026-11-22"}
    told = queries.sinds.programmes(**first, with_sample=False)
    assert len(told) == 9 and set(told["changes_label"]) == {"eerste levering"}


def test_fictitious_deliveries_are_marked_and_left_out_on_request() -> None:
    days = {"since_day": "2026-11-22", "until_day": "2026-12-31"}
    found = queries.sinds.deliveries(**days, with_sample=True)
    assert found["status"].tolist() == ["sample", "sample"]
    assert found["delivery_number"].tolist() == [2, 2]
    assert queries.sinds.deliveries(**days, with_sample=False).empty
    assert summary(**days)["programmes_delivered"] == 0
    marked = queries.sinds.summary(**days, with_sample=True)
    assert sentences.since(marked.iloc[0]) == sentences.NOTHING_TO_SAY


def test_the_sentences_say_what_changed() -> None:
    assert sentences.since(summary(**SUMMER)) == (
        "Sinds 1 juli 2026, tot en met 1 oktober 2026:\n\n"
        "- kwamen er **3 nieuwe perioden** bij, per reeks geteld; de nieuwste is juni 2026.\n"
        "- kwamen er **2 cijfers** bij over perioden waarvan er al cijfers waren.\n"
        "- werd **1 cijfer** herzien.\n"
        "- werd het 2 keer een klasse **krapper** en 2 keer **ruimer** (gebied en beroep of "
        "techniekdomein; van 2e kwartaal 2025 naar 3e kwartaal 2025). Bij 2 van 7 is dat niet "
        "zeker."
    )
    assert sentences.since(summary(**WINTER)) == (
        "Sinds 25 november 2026, tot en met 31 december 2026:\n\n"
        "- kwamen of veranderden er feiten over **1 programma**."
    )
    assert sentences.since(summary(since_day="2025-01-01", until_day="2025-02-01")) == (
        "Sinds 1 januari 2025, tot en met 1 februari 2025, kwam er niets bij en werd niets "
        "herzien, voor zover bekend is."
    )


def test_the_page_says_of_which_sources_no_day_is_known() -> None:
    moments = queries.sinds.moments().set_index("register_id", drop=False)
    assert moments.loc["cbs_vacancies", ["dated_releases", "undated_label"]].tolist() == [1, "ja"]
    assert moments.loc["uwv_tension", ["dated_releases", "undated_label"]].tolist() == [2, "nee"]
    told = sentences.undated(moments)
    assert told.startswith("Van 11 van 21 bronnen zijn leveringen geladen waarvan niet vermeld is")
    assert sentences.undated(moments.loc[["uwv_tension"]]).startswith("Van elke levering")


@pytest.mark.slow
def test_as_of_leaves_later_changes_out(
    releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = tmp_path / "earlier.duckdb"
    build(earlier, Inputs(releases / "raw", SAMPLE, None, "2026-07-01"))
    monkeypatch.setenv(DATABASE_VARIABLE, str(earlier))
    assert rows("select max(known_on) from period_change") == [(datetime.date(2026, 5, 12),)]
    assert rows("select count(*) from revision") == [(0,)]
    assert rows(
        f"select count(*) from vacancies where quarter = '{NEW_QUARTER}' "
        "and release_id like '%/83599NED.parquet'"
    ) == [(0,)]


@pytest.mark.slow
def test_the_same_files_tell_the_same_and_a_second_build_keeps_it(
    built: Path, releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = ("known_moment", "period_change", "revision", "known_class")
    told = {table: rows(f"select * from {table} order by all") for table in tables}
    again = tmp_path / "again.duckdb"
    inputs = Inputs(releases / "raw", SAMPLE, None)
    build(again, inputs)
    monkeypatch.setenv(DATABASE_VARIABLE, str(again))
    assert {table: rows(f"select * from {table} order by all") for table in tables} == told
    assert build(again, inputs) == []
    write(releases / "raw", "cbs_vacancies", "83599NED", "2026-06-01", vacancies_of_august())
    try:
        assert build(again, inputs) == ["cbs_vacancies", "deliveries"]
        days = rows("select known_on from known_moment where source_id = 'cbs_vacancies'")
        assert len(days) == 3
        told = rows("select known_on from revision where source_id = 'cbs_vacancies'")
        assert told == [(datetime.date(2026, 6, 1),)], "it was revised earlier than was known"
        assert rows("select count(*) from revision where programme_id is not null")[0][0] > 100
    finally:
        shutil.rmtree(releases / "raw" / "cbs_vacancies" / "2026-06-01")


@pytest.mark.slow
def test_an_earlier_release_that_was_damaged_is_named_and_costs_nothing_else(
    releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = releases / "raw" / "programmes" / "2026-11-22" / "programme_targets.csv"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"150", b"151"))
    try:
        damaged = tmp_path / "damaged.duckdb"
        build(damaged, Inputs(releases / "raw", SAMPLE, None))
    finally:
        path.write_bytes(whole)
    monkeypatch.setenv(DATABASE_VARIABLE, str(damaged))
    problem = queries.sinds.moments().set_index("register_id").loc["programmes", "problem"]
    assert "programme_targets.csv" in problem
    assert rows("select count(*) from programme_target")[0][0] > 0


def test_the_days_of_a_source_are_those_of_its_folders(tmp_path: Path) -> None:
    entry = source("cbs_vacancies")
    assert raw.known_days(RAW, entry) == [None]
    for name in ("2026-08-05.2", "2026-08-05", "2026-05-12"):
        place = tmp_path / "cbs_vacancies" / name
        place.mkdir(parents=True)
        (place / "83599NED.parquet").write_bytes(b"")
    assert raw.known_days(tmp_path, entry) == [MAY, AUGUST]
    assert raw.known_days(tmp_path, entry, "2026-06-01") == [MAY]
    with pytest.raises(DataError, match="provenance"):
        raw.known_on(tmp_path, entry, MAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-12", datetime.date(2026, 5, 12)),
        ("12-5-2026", datetime.date(2026, 5, 12)),
        (" 12-05-2026 ", datetime.date(2026, 5, 12)),
        ("31-02-2026", None),
        ("mei", None),
        ("12/5/2026", None),
    ],
)
def test_a_day_is_read_in_two_ways_and_no_other(text: str, day: datetime.date | None) -> None:
    assert day_of(text) == day


def test_the_usual_day_is_the_begin_of_the_previous_quarter() -> None:
    assert begin_of_previous_quarter(datetime.date(2026, 11, 25)) == datetime.date(2026, 7, 1)
    assert begin_of_previous_quarter(datetime.date(2026, 2, 1)) == datetime.date(2025, 10, 1)
