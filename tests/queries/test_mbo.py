"""Page mbo: demand per level and supply, worked out by hand on a database of a few known rows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd
import pytest

import queries
import sentences
from brand import colours
from drawings import level_bars, level_lines
from etl import transform
from etl.database import DATABASE_VARIABLE
from tests.tension import OTHER_GROUPS
from ui.krapte import mbo
from words.marks import SAMPLE

QUARTER, YEAR_BEFORE = "2026KW01", "2025KW01"
METAL, OPERATORS, DEVELOPERS, ENGINEERS = "UWV-0741", "UWV-0723", "UWV-0811", "UWV-0712"

Vacancies = tuple[str, str, str, int | None, str | None]
Students = tuple[str, str, str, str, str, int | None, str | None]


class Monitor(NamedTuple):
    """A database to write to; open only while it writes, as the questions read it."""

    path: Path

    def execute(self, sql: str, *rows: Sequence[object], then: str = "select 1") -> None:
        with closing(duckdb.connect(str(self.path))) as connection:
            for row in rows or ((),):
                connection.execute(sql, list(row))
            connection.execute(then)
            transform.derive(connection)


@pytest.fixture(scope="module")
def empty(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public database without figures of UWV and of mbo, with a real release of each table."""
    made = Monitor(Path(shutil.copy(database, tmp_path_factory.mktemp("mbo") / "empty.duckdb")))
    made.execute(
        "insert into release select * replace (? as release_id, ? as table_id, "
        "'published' as status) from release limit 1",
        ("new_students", "85353NED"),
        ("graduates", "85356NED"),
        ("old_students", "83850NED"),
        ("duo", "duo_mbo_students"),
        ("uwv", "uwv"),
        then="delete from occupation_tension; delete from mbo_students; delete from mbo_graduates",
    )
    return made.path


@pytest.fixture
def monitor(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Monitor:
    made = Monitor(Path(shutil.copy(empty, tmp_path / "monitor.duckdb")))
    monkeypatch.setenv(DATABASE_VARIABLE, str(made.path))
    return made


def add_vacancies(monitor: Monitor, *rows: Vacancies, status: str = "published") -> None:
    monitor.execute(
        "insert into occupation_tension by name select 'uwv_tension' as source_id, "
        "? as region_code, ? as uwv_group_code, ? as quarter, ? as open_vacancies, "
        "? as vacancies_sign, 10 as ww_under_6_months, ? as status, 'uwv' as release_id, "
        "1 as line",
        *((*row, status) for row in rows),
        then=OTHER_GROUPS,
    )


def add_students(
    monitor: Monitor,
    *rows: Students,
    release: str = "new_students",
    source: str = "cbs_mbo_students",
    table: str = "mbo_students",
) -> None:
    measure = table.removeprefix("mbo_")
    monitor.execute(
        f"insert into {table} by name select ? as source_id, ? as region_code, "
        "? as mbo_level, ? as learning_path, ? as field_code, ? as school_year, "
        f"? as {measure}, ? as sign, 'published' as status, ? as release_id, 1 as line",
        *((source, *row, release) for row in rows),
    )


def level_mix(*regions: str, with_sample: bool = True) -> pd.DataFrame:
    frame = queries.regios.level_mix(
        selection="all_technical", region_codes=regions, quarter=QUARTER, with_sample=with_sample
    )
    return frame.set_index(["region_code", "mbo_level"])


def figures(frame: pd.DataFrame, region: str, level: str) -> list[float | None]:
    row = frame.loc[(region, level), ["vacancies", "vacancies_low", "vacancies_high"]]
    return [None if pd.isna(value) else float(value) for value in row]


def supply(*regions: str, counted: str = "students", field: str = "07") -> pd.DataFrame:
    return queries.mbo.supply(
        counted=counted,
        region_codes=regions,
        field_code=field,
        school_year="2024SJ00",
        with_sample=False,
    )


def test_shares_times_vacancies_with_a_part_under_ten(
    monitor: Monitor,
) -> None:
    """100 metal workers and under 10 process operators.

    Metal (skill 2) is 0.75 (0.25–0.95) mbo 2–3, 0.25 (0–0.5) mbo 4, 0 (0–0.45) mbo 1 and 0 (0–0.25)
    hbo; operators (skill 3) 0.5 (0.1–0.85) mbo 4, 0.5 (0.1–0.75) hbo, 0 (0–0.6) mbo 2–3 and 0
    (0–0.15) mbo 1, of 0 to 9, so 4.5. mbo 2–3: 75, from 25 to 95 + 5.4; mbo 4: 25 + 2.25, to 50 +
    7.65; hbo: 2.25, to 25 + 6.75.
    """
    add_vacancies(
        monitor,
        ("AM05", METAL, QUARTER, 100, None),
        ("AM05", OPERATORS, QUARTER, None, "below_ten"),
    )
    mix = level_mix("AM05")
    assert figures(mix, "AM05", "mbo1") == [0, 0, 47]
    assert figures(mix, "AM05", "mbo2_3") == [75, 25, 101]
    assert figures(mix, "AM05", "mbo4") == [27, 0, 58]
    assert figures(mix, "AM05", "hbo_plus") == [2, 0, 32]
    assert figures(mix, "AM05", "unmapped") == [0, 0, 0]
    assert abs(mix["vacancies"].sum() - 104.5) <= 2.5, "the levels add up to the vacancies"
    assert mix["groups"].unique().tolist() == [24]
    assert set(mix["status"]) == {"estimated"}


def test_a_secret_part_leaves_no_sum_but_what_there_is_at_least(
    monitor: Monitor,
) -> None:
    """100 metal workers beside secret developers: at least 25 at mbo 2–3, and no upper bound."""
    add_vacancies(
        monitor,
        ("AM05", METAL, QUARTER, 100, None),
        ("AM05", DEVELOPERS, QUARTER, None, "secret"),
    )
    mix = level_mix("AM05")
    assert figures(mix, "AM05", "mbo2_3") == [None, 25, None]
    assert set(mix["sign"]) == {"secret"}
    assert set(mix["groups_not_shown"]) == {1}
    said = level_bars.value_text(mix.loc[("AM05", "mbo2_3")], "vacancies")
    assert said == "ten minste 25"
    assert level_bars.value_text(mix.loc[("AM05", "mbo4")], "vacancies") == "geheim"


def test_a_group_that_other_regions_have_is_not_shown_here(
    monitor: Monitor,
) -> None:
    add_vacancies(
        monitor,
        ("AM05", METAL, QUARTER, 100, None),
        ("AM06", METAL, QUARTER, 100, None),
        ("AM06", DEVELOPERS, QUARTER, 10, None),
    )
    mix = level_mix("AM05", "AM06", "AM07")
    assert figures(mix, "AM05", "mbo2_3") == [None, 25, None]
    assert mix.loc[("AM05", "mbo2_3"), "sign"] == "missing"
    assert figures(mix, "AM06", "mbo2_3") == [75, 25, 98]
    assert figures(mix, "AM07", "mbo2_3") == [None, None, None], "a gap is a row"
    assert set(mix.loc["AM07", "sign"]) == {"missing"}


def test_a_group_of_two_occupations_counts_once(monitor: Monitor) -> None:
    """100 vacancies of a group of metal workers and engineers (0.6–1 hbo, 0–0.4 mbo 4).

    Its shares are the means: 0.375 mbo 2–3, 0.125 mbo 4, 0.5 hbo, with the widest bounds of both.
    """
    monitor.execute(
        "update uwv_group_brc set uwv_group_code = ? where brc_group_code = '0712'", (METAL,)
    )
    add_vacancies(monitor, ("AM05", METAL, QUARTER, 100, None))
    mix = level_mix("AM05")
    assert figures(mix, "AM05", "mbo2_3") == [38, 0, 95]
    assert figures(mix, "AM05", "mbo4") == [13, 0, 50]
    assert figures(mix, "AM05", "hbo_plus") == [50, 0, 100]
    assert set(mix["groups"]) == {23}


def test_a_group_that_is_not_technical_does_not_count(
    monitor: Monitor,
) -> None:
    add_vacancies(
        monitor, ("AM05", METAL, QUARTER, 100, None), ("AM05", "UWV-0111", QUARTER, 900, None)
    )
    assert level_mix("AM05")["vacancies"].sum() == 100


def test_a_year_earlier_is_the_same_quarter(monitor: Monitor) -> None:
    add_vacancies(
        monitor,
        ("AM05", METAL, QUARTER, 100, None),
        ("AM05", METAL, "2025KW04", 999, None),
        ("AM05", METAL, YEAR_BEFORE, 40, None),
    )
    mix = level_mix("AM05")
    assert mix.loc[("AM05", "mbo2_3"), "vacancies_year_before"] == 30
    assert figures(mix, "AM05", "mbo2_3") == [75, 25, 95]


def test_fictitious_vacancies_are_left_out_when_asked(
    monitor: Monitor,
) -> None:
    add_vacancies(monitor, ("AM05", METAL, QUARTER, 100, None), status="sample")
    assert set(level_mix("AM05")["status"]) == {"sample"}
    without = level_mix("AM05", with_sample=False)
    assert without["vacancies_low"].isna().all()
    assert set(without["status"]) == {"estimated"}


@pytest.mark.parametrize(("status", "before"), [("sample", [100.0]), ("published", [])])
def test_a_fictitious_figure_is_compared_with_a_fictitious_one_only(
    monitor: Monitor, status: str, before: list[float]
) -> None:
    add_vacancies(monitor, ("AM05", METAL, QUARTER, 200, None), status="sample")
    add_vacancies(monitor, ("AM05", METAL, YEAR_BEFORE, 100, None), status=status)
    assert level_mix("AM05")["vacancies_year_before"].dropna().sum() == sum(before)


def test_students_of_totals_fields_and_other_sources_are_not_added(
    monitor: Monitor,
) -> None:
    """100 in bol and 50 in bbl at mbo 3; totals, another field, DUO, the older table do not."""
    year = "2024SJ00"
    add_students(
        monitor,
        ("PV23", "mbo3", "bol", "07", year, 100, None),
        ("PV23", "mbo3", "bbl", "07", year, 50, None),
        ("PV23", "mbo3", "total", "07", year, 150, None),
        ("PV23", "total", "total", "07", year, 400, None),
        ("PV23", "mbo3", "bol", "total", year, 5_000, None),
        ("PV23", "mbo3", "bol", "07", "2023SJ00", 90, None),
    )
    duo = ("PV23", "mbo3", "bol", "07", year, 7_777, None)
    add_students(monitor, duo, release="duo", source="duo_mbo_students")
    add_students(monitor, ("PV23", "mbo3", "bbl", "07", year, 8_888, None), release="old_students")
    frame = supply("PV23")
    assert len(frame) == 8, "four levels in two learning paths, and nothing else"
    assert frame["persons"].sum() == 150
    bol = frame[(frame["mbo_level"] == "mbo3") & (frame["learning_path"] == "bol")].iloc[0]
    assert (bol["persons"], bol["persons_year_before"], bol["change"]) == (100, 90, 10)
    absent = frame[frame["mbo_level"] == "mbo4"]
    assert absent["persons"].isna().all() and set(absent["sign"]) == {"missing"}


def test_masked_students_stay_masked(monitor: Monitor) -> None:
    add_students(
        monitor,
        ("PV23", "mbo1", "bol", "07", "2024SJ00", None, "secret"),
        ("PV23", "mbo1", "bbl", "07", "2024SJ00", None, "below_ten"),
        ("PV23", "mbo2", "bol", "07", "2024SJ00", 0, "nil"),
    )
    frame = supply("PV23")
    said = [level_bars.value_text(row, "persons") for _, row in frame.iterrows()]
    assert said[:4] == ["geheim", "minder dan 10", "0", "ontbreekt"]
    drawn = level_bars.draw(frame, value="persons", bar="learning_path_label")
    assert drawn.count('stroke="#0b5a8a"') == 0, "nothing known has no bar"
    assert ">minder dan 10<" in drawn


def test_extranei_show_where_there_are_any(monitor: Monitor) -> None:
    add_students(
        monitor,
        ("PV23", "mbo4", "bol", "07", "2024SJ00", 60, None),
        ("PV23", "mbo4", "external", "07", "2024SJ00", 20, None),
        release="graduates",
        source="cbs_mbo_graduates",
        table="mbo_graduates",
    )
    frame = supply("PV23", counted="graduates")
    assert frame["learning_path"].unique().tolist() == ["bol", "bbl", "external"]
    assert frame["persons"].sum() == 80
    assert set(frame["unit_label"]) == {"gediplomeerden in het schooljaar"}


def test_two_provinces_are_shown_as_two(monitor: Monitor) -> None:
    add_students(
        monitor,
        ("PV23", "mbo3", "bol", "07", "2024SJ00", 100, None),
        ("PV25", "mbo3", "bol", "07", "2024SJ00", 300, None),
        ("NL01", "mbo3", "bol", "07", "2024SJ00", 9_000, None),
    )
    frame = supply("PV23", "PV25", "NL01")
    assert frame["region_name"].unique().tolist() == ["Overijssel", "Gelderland", "Nederland"]
    assert sorted(frame["persons"].dropna()) == [100, 300, 9_000]
    drawn = level_bars.draw(frame, value="persons", bar="learning_path_label")
    widths = [float(w) for w in re.findall(r'height="14" width="([\d.]+)"', drawn)]
    assert widths[0] * 3 == pytest.approx(widths[1], abs=0.5), "provinces share a scale"
    assert widths[2] == pytest.approx(widths[1]), "the country has its own"
    assert "Nederland (eigen schaal)" in drawn


def test_a_missing_year_is_a_gap_that_no_other_table_fills(
    monitor: Monitor,
) -> None:
    add_students(
        monitor,
        ("NL01", "mbo3", "bol", "07", "2020SJ00", 100, None),
        ("NL01", "mbo3", "bol", "07", "2022SJ00", 120, None),
        ("NL01", "mbo3", "bol", "07", "2023SJ00", 130, None),
    )
    add_students(
        monitor, ("NL01", "mbo3", "bol", "07", "2021SJ00", 999, None), release="old_students"
    )
    asked = {"counted": "students", "region_codes": ("NL01",), "field_code": "07"}
    frame = queries.mbo.supply_series(**asked, with_sample=False)  # type: ignore[arg-type]
    bol = frame[(frame["mbo_level"] == "mbo3") & (frame["learning_path"] == "bol")]
    assert bol["school_year"].tolist() == ["2020SJ00", "2021SJ00", "2022SJ00", "2023SJ00"]
    assert bol["persons"].fillna(-1).tolist() == [100, -1, 120, 130]
    drawn = level_lines.draw(bol, bol, value="persons", title="Nederland")
    [path] = re.findall(r'<path d="([^"]+)" fill="none"', drawn)
    assert (path.count("M"), path.count("L")) == (2, 1), "no line crosses the gap"
    assert drawn.count(f'fill="{colours.GAP}"') == 1
    assert level_lines.words(bol, "persons") == (
        "mbo 3 bol: 100 in schooljaar 2020/'21, 130 in schooljaar 2023/'24, "
        "1 schooljaar zonder cijfer"
    )
    years = queries.mbo.school_years(**asked, with_sample=False)  # type: ignore[arg-type]
    assert years["school_year"].tolist() == ["2023SJ00", "2022SJ00", "2020SJ00"]
    older = queries.mbo.older_students(with_sample=False)
    assert older["students"].tolist() == [999]


def test_work_places_show_totals_as_published(monitor: Monitor) -> None:
    """The total of 95 differs from 40 + 50 by rounding and stays 95; bol does not count."""
    add_students(
        monitor,
        ("PV23", "mbo2", "bbl", "07", "2024SJ00", 40, None),
        ("PV23", "mbo3", "bbl", "07", "2024SJ00", 50, None),
        ("PV23", "mbo4", "bbl", "07", "2024SJ00", None, "secret"),
        ("PV23", "total", "bbl", "07", "2024SJ00", 95, None),
        ("PV23", "mbo3", "bol", "07", "2024SJ00", 500, None),
    )
    row = queries.mbo.work_places(
        region_codes=("PV23",), school_year="2024SJ00", with_sample=False
    ).iloc[0]
    assert (row["students_mbo2"], row["students_mbo3"], row["students_total"]) == (40, 50, 95)
    assert row["students_mbo4_sign"] == "secret" and pd.isna(row["students_mbo4"])


def test_entrants_are_of_the_newest_year_and_of_all_paths(
    monitor: Monitor,
) -> None:
    monitor.execute(
        "insert into mbo_entrants values ('cbs_mbo_entrants', 'position', 'Met werk', ?, ?, "
        "?, ?, ?, null, 'published', null, 'new_students', 1)",
        ("total", "total", "Totaal", "2023SJ00", 1),
        ("total", "total", "Totaal", "2024SJ00", 120),
        ("mbo3", "total", "Totaal", "2024SJ00", 45),
        ("total", "bbl", "Totaal", "2024SJ00", 600),
        ("total", "total", "Techniek en gebouwde omgeving", "2024SJ00", 700),
    )
    frame = queries.mbo.entrants()
    assert frame[["origin_label", "entrants_mbo3", "entrants_total"]].values.tolist() == [
        ["Met werk", 45, 120]
    ]


@pytest.fixture
def real(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def test_the_older_table_is_what_is_published(real: None) -> None:
    older = queries.mbo.older_students(with_sample=False)
    assert older["students"].tolist() == [513_136, 373_304, 21_144, 95_975]
    for counted in mbo.COUNTED:
        years = queries.mbo.school_years(
            counted=counted, region_codes=("PV23", "NL01"), field_code="07", with_sample=False
        )
        assert years.empty, "no other school year is real today"


def test_what_is_known_is_said_with_its_numbers(real: None) -> None:
    assert mbo.known(queries.mbo.known().iloc[0]) == (
        "- Studenten en gediplomeerden staan per niveau, **mbo 3 en mbo 4 apart**, en per leerweg "
        "en richting.\n"
        "- Ze zijn gepubliceerd per provincie, naar waar men **woont**: niet per school, en voor "
        "geen van de 35 arbeidsmarktregio's.\n"
        "- Bij 24 van de 24 technische beroepsgroepen kan volgens de aanname zowel mbo 2–3 als "
        "mbo 4 gevraagd zijn. Daarom staat bij de vraag een **bereik, ook voor mbo 4**.\n"
        "- Gemeten is de opleiding van wie het werk doet: van de vakkrachten is 16% hoger "
        "opgeleid, in alle technische beroepen 43% (CBS). Dat is niet het niveau "
        "waar vacatures om vragen."
    )


def test_regions_that_cross_the_border_are_named(real: None) -> None:
    overijssel = queries.mbo.labour_regions(region_codes=("PV23",), is_whole=True)
    said = mbo.crossing(overijssel, "Overijssel")
    assert "geheel of deels in Overijssel liggen, zonder totaal" in said
    assert "Regio Zwolle (ook in Gelderland en Drenthe)" in said
    assert "Twente" not in said
    coalition = queries.mbo.labour_regions(region_codes=("PV23", "PV25"), is_whole=True)
    assert "Regio Zwolle (ook in Drenthe)" in mbo.crossing(coalition, "Techniekcoalitie Oost")
    twente = queries.mbo.labour_regions(region_codes=("AM05",), is_whole=False)
    assert twente["region_name"].tolist() == ["Twente"]
    assert twente["outside_names"].isna().all()


def test_whose_supply_it_is_is_said() -> None:
    assert mbo.where_supply_lives("Twente", False, ["Overijssel"]) == (
        "CBS publiceert geen studenten en gediplomeerden per arbeidsmarktregio. U ziet de "
        "provincie waarin Twente ligt: Overijssel. Woonregio: wie daar woont, ongeacht waar de "
        "school staat."
    )
    assert "de provincies waarin Amersfoort ligt: Utrecht en Gelderland, elk apart." in (
        mbo.where_supply_lives("Amersfoort", False, ["Utrecht", "Gelderland"])
    )
    assert mbo.where_supply_lives("Oost", True, ["Gelderland", "Overijssel"]).startswith(
        "Woonregio: wie in Gelderland en Overijssel woont, elk apart"
    )


def test_provinces_share_a_scale_and_the_country_has_its_own(monitor: Monitor) -> None:
    add_students(
        monitor,
        ("PV23", "mbo3", "bol", "07", "2024SJ00", 100, None),
        ("PV26", "mbo3", "bol", "07", "2024SJ00", 50, None),
        ("NL01", "mbo3", "bol", "07", "2024SJ00", 1_000, None),
    )
    places = ("PV23", "PV26", "NL01")
    series = queries.mbo.supply_series(
        counted="students", region_codes=places, field_code="07", with_sample=False
    )
    drawn = {said.split(":")[0]: svg for svg, said in level_lines.drawn(series, "persons")}
    assert list(drawn) == ["Overijssel", "Utrecht", "Nederland"]
    heights = {
        name: [floor - y for floor, y in zip(floors(svg), points(svg), strict=True)]
        for name, svg in drawn.items()
    }
    assert heights == {
        "Overijssel": [level_lines.PANEL_PX],
        "Utrecht": [level_lines.PANEL_PX / 2],
        "Nederland": [level_lines.PANEL_PX],
    }
    titles = [re.findall(r'font-weight="700"[^>]*>([^<]+)<', svg)[0] for svg in drawn.values()]
    assert titles == ["Overijssel", "Utrecht", "Nederland (eigen schaal)"]
    [(alone, _)] = level_lines.drawn(series[series["region_code"] == "NL01"], "persons")
    assert "eigen schaal" not in alone


def points(drawn: str) -> list[float]:
    """Return how far down the marks of the first kind of line stand."""
    return [float(y) for y in re.findall(r'<circle cx="[^"]+" cy="([^"]+)"', drawn)]


def floors(drawn: str) -> list[float]:
    """Return how far down zero lies in the panel of mbo 3."""
    return [float(re.findall(r'<line x1="8.0" y1="([^"]+)"', drawn)[2])]


def test_provinces_beside_each_other_keep_the_order_of_choice(monitor: Monitor) -> None:
    add_students(
        monitor,
        ("PV23", "mbo3", "bol", "07", "2024SJ00", 100, None),
        ("PV26", "mbo3", "bol", "07", "2024SJ00", None, "below_ten"),
        ("NL01", "mbo3", "bol", "07", "2024SJ00", 1_000, None),
    )
    frame = supply("PV23", "PV26", "PV20", "NL01")
    assert frame["region_name"].drop_duplicates().tolist() == [
        "Overijssel",
        "Utrecht",
        "Groningen",
        "Nederland",
    ]
    bol = frame[frame["mbo_level"].eq("mbo3") & frame["learning_path"].eq("bol")]
    assert bol["sign"].fillna("").tolist() == ["", "below_ten", "missing", ""]
    assert bol["persons"].fillna(-1).tolist() == [100, -1, -1, 1_000]


def test_bars_say_figure_and_range(monitor: Monitor) -> None:
    add_vacancies(monitor, ("AM05", METAL, QUARTER, 1_000, None))
    frame = level_mix("AM05").reset_index()
    assert level_bars.words(frame, "vacancies") == (
        "Twente: mbo 1 (entree) 0 (0–450), mbo 2–3 750 (250–950), mbo 4 250 (0–500), "
        "hbo en hoger 0 (0–250), niet in te delen 0"
    )
    drawn = level_bars.draw(frame, value="vacancies", before="vacancies_year_before")
    assert SAMPLE not in drawn and "url(#hatch" not in drawn
    assert drawn.count('stroke="#ffffff" stroke-width="5"') == 4, "a whisker where there is a range"


def test_an_open_range_ends_in_an_arrow(monitor: Monitor) -> None:
    add_vacancies(
        monitor,
        ("AM05", METAL, QUARTER, 100, None),
        ("AM05", DEVELOPERS, QUARTER, None, "secret"),
    )
    drawn = level_bars.draw(level_mix("AM05").reset_index(), value="vacancies")
    assert drawn.count("l8 5 l-8 5 z") == 5


def test_drawings_of_fictitious_figures_are_marked_and_say_nothing(
    monitor: Monitor,
) -> None:
    add_vacancies(monitor, ("AM05", METAL, QUARTER, 100, None), status="sample")
    frame = level_mix("AM05").reset_index()
    drawn = level_bars.draw(frame, value="vacancies")
    assert SAMPLE in drawn and 'fill="url(#hatch0)"' in drawn
    assert level_bars.words(frame, "vacancies") == sentences.NOTHING_TO_SAY
    known = pd.Series({"labour_regions": 35, "status": "sample"})
    assert mbo.known(known) == sentences.NOTHING_TO_SAY


def test_names_from_data_cannot_break_a_drawing(monitor: Monitor) -> None:
    add_vacancies(monitor, ("AM05", METAL, QUARTER, 100, None))
    frame = level_mix("AM05").reset_index().assign(region_name="<b>A & B</b>")
    drawn = level_bars.draw(frame, value="vacancies")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in drawn and "<b>" not in drawn
