"""A release that does not fit costs its own figures only, and never without a word."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from etl import database as etl_database
from etl import raw
from etl.database import DATABASE_VARIABLE, RAW, Inputs
from etl.errors import DataError, Problem
from etl.releases import fitting
from etl.releases.fitting import Left
from tests import releases
from tests.etl.deliveries.test_commands import delivery, imported
from tests.kept import kept
from tests.published import etl, only_published
from tests.soak import quick
from tests.ui.test_area import opened
from tests.workbooks import csv_of, table

DUO = "duo_mbo_students"
RECORD = {
    "line": 2,
    "SECTORKAMER NAAM": "Techniek",
    "HOOFDGROEP NAAM": "Metaal",
    "LEERWEG": "BBL",
    "NIVEAU": "2",
    "WOONPROVINCIE": "Overijssel",
    "JAAR": "2024",
    "AANTAL": "120",
}
LABOUR_FORCE = "85268NED_2023KW02"


@pytest.fixture
def raw_folder(tmp_path: Path) -> Path:
    shutil.copytree(RAW, tmp_path / "raw")
    return tmp_path / "raw"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """The database as it was before, so that only what changed is built."""
    return Path(shutil.copy(kept("fitting", _build) / "monitor.duckdb", tmp_path))


def _build(folder: Path) -> None:
    etl_database.build(folder / "monitor.duckdb", only_published())


def students(folder: Path, day: str, **more: Any) -> None:
    releases.write(folder, DUO, DUO, day, [{**RECORD, **more}])


def labour_force(folder: Path, day: str, **more: str) -> None:
    shipped = RAW / "cbs_labour_force" / "undated" / f"{LABOUR_FORCE}.csv"
    first, *rest = raw.rows_of(shipped)
    rows = [{**row, "line": int(row["line"])} for row in ({**first, **more}, *rest)]
    releases.write(folder, "cbs_labour_force", LABOUR_FORCE, day, rows)


def rows(target: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(duckdb.connect(str(target), read_only=True)) as connection:
        return connection.execute(sql).fetchall()


def counting(target: Path) -> list[str]:
    sql = f"select distinct release_id from mbo_students where source_id = '{DUO}'"
    return [one for (one,) in rows(target, sql)]


def built(folder: Path, target: Path) -> tuple[list[str], str]:
    """Return which sources were built, and what was left out."""
    sources = etl_database.build(target, only_published(folder))
    return sources, "\n".join(map(str, etl_database.left_out(target)))


@pytest.mark.slow
def test_a_build_goes_on_with_the_release_before_and_says_so_each_time(
    raw_folder: Path, target: Path
) -> None:
    students(raw_folder, "2026-11-20")
    students(raw_folder, "2026-11-23", AANTAL="<5", line=7)
    _, said = built(raw_folder, target)
    bad, before = f"{DUO}/2026-11-23/{DUO}.csv", f"{DUO}/2026-11-20/{DUO}.csv"
    assert f"{bad} does not fit and was left out; {before} counts" in said
    assert f"{bad}, row 7, column JAAR_2024: found '<5'; a whole number" in said
    assert counting(target) == [before]
    told = [one for (one,) in rows(target, "select release_id from release") if DUO in one]
    assert told == [before]
    assert built(raw_folder, target) == ([], said)
    labour_force(raw_folder, "2026-11-24")
    sources, again = built(raw_folder, target)
    assert "cbs_labour_force" in sources and again == said, "what else is new counts"
    students(raw_folder, "2026-11-25", AANTAL="130")
    _, said = built(raw_folder, target)
    assert said == "" and counting(target) == [f"{DUO}/2026-11-25/{DUO}.csv"]


@pytest.mark.slow
def test_a_file_of_uwv_and_a_delivery_still_get_in_beside_what_does_not_fit(
    raw_folder: Path, database: Path, tmp_path: Path
) -> None:
    target, to = shutil.copy(database, tmp_path / "monitor.duckdb"), tmp_path / "deliveries"
    students(raw_folder, "2026-11-23", AANTAL="<5")
    uwv = tmp_path / "uwv.csv"
    uwv.write_bytes(csv_of(table()))
    assert etl("import", uwv, "--raw", raw_folder).returncode == 0
    brought = imported(delivery(30), to, "--raw", raw_folder)
    assert brought.returncode == 0, brought.stderr
    sources = etl_database.build(target, Inputs(raw_folder, deliveries=to))
    assert {"uwv_tension", "deliveries"} <= {*sources}
    [left] = etl_database.left_out(target)
    assert left.release_id.startswith(DUO)
    assert rows(target, "select count(*) > 0 from occupation_tension where status = 'published'")
    [(programmes,)] = rows(
        target, "select count(distinct programme_id) from programme_cell where status = 'published'"
    )
    assert programmes == 1


def test_the_command_and_the_page_say_what_a_build_went_on_without(
    raw_folder: Path, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = shutil.copy(database, tmp_path / "monitor.duckdb")
    students(raw_folder, "2026-11-23", NIVEAU="5")
    for said in ("Published", "is up to date"):
        result = etl("build", "--raw", raw_folder, "--database", target)
        assert result.returncode == 0 and said in result.stdout
        assert "does not fit and was left out; its file stays empty" in result.stderr
        assert "row 2, column NIVEAU: found '5'; 1, 2, 3 or 4 was expected" in result.stderr
        assert "everything else was built" in result.stderr
    assert counting(target) == []
    monkeypatch.setenv(DATABASE_VARIABLE, str(target))
    [told] = queries.verantwoording.left_out().to_dict("records")
    assert told["left_out_label"] == f"{DUO}/2026-11-23/{DUO}.csv"
    assert (told["line"], told["column_label"], told["value_label"]) == (2, "NIVEAU", "5")
    page = opened("verantwoording", bestanden_die_niet_meetellen="true")
    assert any("passen niet bij de regels" in text.value for text in page.markdown)


@pytest.mark.parametrize("damage", quick(["changed", "no provenance", "no JSON"], ["no JSON"]))
def test_a_release_that_was_damaged_is_left_out(
    damage: str, raw_folder: Path, target: Path
) -> None:
    students(raw_folder, "2026-11-20")
    students(raw_folder, "2026-11-23", AANTAL="130")
    path = raw_folder / DUO / "2026-11-23" / f"{DUO}.csv"
    if damage == "changed":
        path.write_bytes(path.read_bytes()[:-5])
    elif damage == "no JSON":
        raw.sidecar(path).write_text("{")
    else:
        raw.sidecar(path).unlink()
    _, said = built(raw_folder, target)
    assert f"{DUO}/2026-11-23/{DUO}.csv does not fit" in said
    assert counting(target) == [f"{DUO}/2026-11-20/{DUO}.csv"]


@pytest.mark.slow
def test_figures_that_do_not_agree_cost_the_release_that_brought_them(
    raw_folder: Path, target: Path
) -> None:
    labour_force(raw_folder, "2026-11-20")
    labour_force(raw_folder, "2026-11-21", werkloze_x1000="300")
    students(raw_folder, "2026-11-23")
    _, said = built(raw_folder, target)
    bad, before = (
        f"cbs_labour_force/{day}/{LABOUR_FORCE}.csv" for day in ("2026-11-21", "2026-11-20")
    )
    assert f"{bad} does not fit and was left out; {before} counts" in said
    assert "check labour_force_adds_up: " in said and "2023KW02" in said
    assert f"{DUO}/" not in said and counting(target), "the newest release is not to blame"
    days = rows(target, "select known_on from known_moment where source_id = 'cbs_labour_force'")
    assert len(days) == 2, "what changed is not told of a release that is left out"


def test_what_ships_with_the_monitor_is_never_left_out(raw_folder: Path, target: Path) -> None:
    assert not etl_database.left_out(target)
    before = target.read_bytes()
    students(raw_folder, "2026-11-23", NIVEAU="5")
    path = raw_folder / "cbs_vacancies" / "undated" / "83599NED_recent_quarters.csv"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DataError, match="83599NED_recent_quarters.csv"):
        etl_database.build(target, only_published(raw_folder))
    assert target.read_bytes() == before


@given(
    st.lists(st.sampled_from(["good", "row", "check", "check over row"]), max_size=7),
    st.booleans(),
)
def test_exactly_what_does_not_fit_is_left_out(kinds: Sequence[str], is_shipped_bad: bool) -> None:
    names = [f"source/{number}/file.csv" for number in range(len(kinds))]
    passed: list[set[str]] = []

    def attempt(left: Left) -> None:
        here = {}  # of the last kind there is an earlier release, of which a row is refused
        for name, kind in zip(names, kinds, strict=True):
            if name not in left:
                here[name] = kind.split(" ")[0]
            elif kind == "check over row" and name + ".old" not in left:
                here[name + ".old"] = "row"
        if is_shipped_bad:
            raise DataError([Problem("data/reference/measure.csv", "wrong")], "")
        if refused := [Problem(name, "wrong", 1) for name, kind in here.items() if kind == "row"]:
            raise DataError(refused[:1], "")
        if "check" in here.values():
            raise DataError([Problem("check sums_close", "wrong")], "")
        passed.append(set(left))

    def spare(left: Left) -> list[str]:
        old = [name + ".old" for name in names if name in left]
        return [name for name in [*reversed(names), *old] if name not in left]

    if is_shipped_bad:
        with pytest.raises(DataError, match="measure.csv"):
            fitting.settle(attempt, spare)
        return
    fitting.settle(attempt, spare)
    kind_of = dict(zip(names, kinds, strict=True))
    bad = {name for name in names if kind_of[name] != "good"}
    bad |= {name + ".old" for name in names if kind_of[name] == "check over row"}
    assert passed[-1] == bad
