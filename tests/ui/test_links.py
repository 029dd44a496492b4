"""Links that keep: frozen answers, revised figures of two real releases, and addresses."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import queries
import sentences
from etl.database import DATABASE_VARIABLE
from tests.releases import AUGUST
from ui.filters import periods
from ui.frame import links
from ui.meeting import since

VACANCIES = (f"cbs_vacancies/{AUGUST}/83599NED.parquet",)
TENSION = (f"uwv_tension/{AUGUST}/uwv_tension.parquet",)
ALL = {"with_sample": True}


@pytest.fixture
def built(releases: Path) -> Path:
    return releases / "monitor.duckdb"


@pytest.fixture(autouse=True)
def use_it(built: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(built))
    yield


def revised(since_day: str, files: tuple[str, ...] = VACANCIES) -> pd.DataFrame:
    return since.changed_texts(
        queries.links.revised(release_ids=files, since_day=since_day, with_sample=False)
    )


def test_a_link_is_frozen_on_a_quarter_with_figures_and_no_later_one() -> None:
    found = periods.frozen_quarters()["period"]
    assert found.iloc[0] == "2026KW02" and found.iloc[-1] == "2011KW01"
    assert found.is_unique and found.is_monotonic_decreasing


def test_the_newest_period_is_the_newest_that_ends_no_later() -> None:
    asked = {"measure": "open_vacancies", "breakdown": "350000", "kind": "provincie"}

    def newest(**until: str) -> str:
        periods = queries.filters.periods(**asked, **ALL, **until)  # type: ignore[arg-type]
        return str(periods["period"].iloc[0])

    assert newest() == "2026KW02"
    assert newest(until="2026KW02") == "2026KW02"
    assert newest(until="2018KW04") == "2018KW04"
    assert newest(until="2023KW01") < "2023KW01", "there is a gap there"
    unemployed = queries.filters.periods(
        measure="unemployment_pct",
        breakdown="new_method",
        kind="provincie",
        until="2022KW03",
        **ALL,
    )
    assert unemployed["period"].tolist() == ["2022KW02"], "the year 2022 had not ended"
    assert (
        queries.filters.quarters(measures=("tension",), until="2020KW01", **ALL)["period"].iloc[0]
        == "2020KW01"
    )


def test_students_count_from_october_and_graduates_after_the_school_year() -> None:
    def newest(counted: str, until: str) -> str:
        years = queries.mbo.school_years(
            counted=counted, region_codes=("PV23",), field_code="07", until=until, **ALL
        )
        return str(years["school_year"].iloc[0])

    assert newest("students", "2025KW03") == "2024SJ00"
    assert newest("students", "2025KW04") == newest("students", "2026KW02") == "2025SJ00"
    assert newest("graduates", "2026KW02") == "2024SJ00"
    assert newest("graduates", "2026KW03") == "2025SJ00"
    for counted, last in (("students", "2025SJ00"), ("graduates", "2024SJ00")):
        series = queries.mbo.supply_series(
            counted=counted, region_codes=("PV23",), field_code="07", until="2026KW02", **ALL
        )
        assert series["school_year"].max() == last


@pytest.mark.parametrize("until", ["2019KW02", "2026KW02"])
def test_no_series_goes_past_the_frozen_quarter(until: str) -> None:
    regions = ("PV23", "NL01")
    asked = {"measure": "open_vacancies", "breakdown": "350000", "region_codes": regions}
    series = queries.overzicht.vacancy_series(
        region_codes=regions, sector_codes=("350000",), until=until
    )
    assert series["quarter"].max() == until
    series = queries.regios.series(period=until, until=until, **asked, **ALL)  # type: ignore[arg-type]
    assert series["period"].max() == until
    series = queries.beroepen.series(
        uwv_group_codes=("UWV-0741",), region_codes=("AM05",), until=until, **ALL
    )
    assert series["quarter"].max() == until
    people = queries.regios.labour_force(region_codes=("PV23",), until=until)
    assert people["period"].max() == ("2023KW02" if until == "2026KW02" else "2018JJ00")
    press = queries.regios.press(region_codes=("PV23",), until=until)
    assert press["period_code"].str[:4].max() <= until[:4] if len(press) else until == "2019KW02"
    working = queries.beroepen.employment(uwv_group_code="UWV-0741", until=until, **ALL)
    assert working.empty or working["period"].str[:4].max() <= until[:4]


def test_what_is_unknown_is_so_at_the_frozen_quarter() -> None:
    asked = {"region_codes": ("PV23",), "sector_codes": ("350000",)}
    then = queries.overzicht.unknown(until="2019KW02", **asked)  # type: ignore[arg-type]
    assert "series_gap" not in set(then["kind"]), "the gap came later"
    assert "series_gap" in set(queries.overzicht.unknown(**asked)["kind"])  # type: ignore[arg-type]


def test_what_happened_during_a_programme_is_frozen_too() -> None:
    asked = {"region_codes": ("PV23",), "sector_code": "307500", "with_sample": False}
    during = [
        queries.overzicht.vacancies_during(until=until, **asked)  # type: ignore[arg-type]
        .set_index("programme_id")
        .loc["twente_werkt"]
        for until in (queries.NEWEST, "2018KW04")
    ]
    figures = [(row["open_vacancies_at_start"], row["open_vacancies_at_end"]) for row in during]
    assert figures[0] == (1_100, 2_100)
    assert figures[1][0] == 1_100 and pd.isna(figures[1][1])
    [row] = queries.krapte_en_inzet.vacancies(
        programme_id="twente_werkt", sector_codes=("307500",), until="2018KW04"
    ).to_dict("records")
    assert pd.isna(row["open_vacancies_at_end"]) and row["known_quarters"] == 12


def test_revised_figures_are_those_of_the_sources_on_the_page_after_the_day() -> None:
    [row] = revised("2026-07-01").to_dict("records")
    assert (row["register_id"], row["figures"], row["figures_in_all"]) == ("cbs_vacancies", 1, 1)
    assert (row["old_figure_text"], row["new_figure_text"]) == ("1.400", "1.500")
    assert revised(AUGUST).empty, "a link made that day already had them"
    assert revised("2026-07-01", TENSION).empty
    assert revised("2026-07-01", ()).empty


def test_the_sentence_names_what_where_when_and_from_what_to_what() -> None:
    assert sentences.revised(revised("2026-07-01"), datetime.date(2026, 7, 1)) == (
        "Sinds deze link is gemaakt (1 juli 2026) is **1 cijfer** herzien: openstaande vacatures "
        "Bouw, Overijssel, 4e kwartaal 2018: 1.400 → 1.500."
    )


def test_of_many_revisions_the_newest_are_named_and_all_counted(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.duckdb"
    shutil.copyfile(built, path)
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute(
            "insert into revision by name select * replace (unnest(["
            "'2018KW03', '2019KW01', '2019KW02', '2019KW03']) as period) from revision "
            "where source_id = 'cbs_vacancies'"
        )
    monkeypatch.setenv(DATABASE_VARIABLE, str(path))
    said = sentences.revised(revised("2026-07-01"), datetime.date(2026, 7, 1))
    assert "zijn **5 cijfers** herzien" in said and said.endswith("; en nog 2.")
    assert said.index("3e kwartaal 2019") < said.index("2e kwartaal 2019")
    assert "2018" not in said


def test_addresses_hold_the_choices_and_what_they_promise() -> None:
    chosen = {
        "gebied": ["Twente (arbeidsmarktregio)"],
        "naast": ["A", "B"],
        "periode": ["4e kwartaal 2018"],
        "bevroren": ["2019KW01"],
        "gemaakt": ["2020-01-01"],
    }
    base = "http://127.0.0.1/regios"
    assert links.following(base, chosen) == (
        f"{base}?gebied=Twente%20%28arbeidsmarktregio%29&naast=A&naast=B"
    )
    frozen = links.frozen_at(base, chosen, "2026KW02", datetime.date(2026, 11, 25))
    assert frozen.endswith("&periode=4e%20kwartaal%202018&bevroren=2026KW02&gemaakt=2026-11-25")
    assert links.following(base, {}) == base
