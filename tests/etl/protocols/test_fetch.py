"""Whatever the line or the server does: complete data or a named error, and never a part."""

from __future__ import annotations

import functools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import database, fetch, raw
from etl.commands import fetch as commands
from etl.database import RAW, ROOT
from etl.download import ATTEMPTS, Client
from etl.errors import DataError
from etl.register import RawFile, Source, source
from tests.cbs_server import Row, Table, serve, table_like
from tests.fetched import fetch_one
from tests.published import etl, only_published
from tests.soak import examples

SOURCE = source("cbs_vacancies")
FILE = next(file for file in SOURCE.files if file.protocol == "cbs_odata3")
COMMITTED = RAW / "cbs_vacancies" / "undated" / "83599NED.parquet"
COLUMNS = [*FILE.dimensions, *FILE.units]
MEASURE = "OpenstaandeVacatures_1"
WW = source("cbs_ww_benefits")
WW_FILE = WW.files[0]
TODAY = "2026-11-23"
ROWS, PAGE = 1_550, 1_000


@functools.cache
def committed() -> list[Row]:
    return parquet.read_table(COMMITTED).to_pylist()


def feed_rows() -> list[Row]:
    return [
        {**{column: row[column] for column in COLUMNS}, "ID": row["line"]} for row in committed()
    ]


def feed(rows: list[Row], page_rows: int = 10_000) -> Table:
    quarters = sorted({row["Perioden"] for row in rows})
    periods = [{"Key": quarter, "Title": quarter, "Status": "Definitief"} for quarter in quarters]
    dimensions: dict[str, list[Row]] = {name: [] for name in FILE.dimensions}
    return Table(
        "83599NED",
        {**dimensions, "Perioden": periods},
        dict(FILE.units),
        rows,
        page_rows=page_rows,
    )


def observations() -> Table:
    """A table of OData v4 with 4 x 40 x 3 observations, of which a filter leaves 160."""
    months = [f"{year}MM{month:02}" for year in range(1980, 1984) for month in range(1, 13)]
    return table_like(
        WW_FILE,
        {
            "RegioS": [{"Key": code, "Title": code} for code in ("NL01", "PV23", "AM05", "AM04")],
            "Perioden": [{"Key": m, "Title": m, "Status": "Voorlopig"} for m in months[:40]],
            "Marges": [{"Key": "MOG0095", "Title": "Ondergrens"}, {"Key": "x", "Title": "x"}],
        },
        value="     120",
    )


@pytest.fixture
def table() -> Table:
    """The beginning of the table, in two pages."""
    return feed(feed_rows()[:ROWS], PAGE)


@pytest.fixture
def cbs(table: Table) -> Iterator[str]:
    with serve(table) as base:
        yield base


def fetch_into(folder: Path, base: str, timeout: float = 60, **more: Any) -> fetch.Outcome:
    client = Client(pause_seconds=0.01, timeout_seconds=timeout)
    return fetch_one(SOURCE, FILE, folder, client=client, today=TODAY, base_url=base, **more)


def releases(folder: Path) -> list[Path]:
    return sorted(folder.glob("cbs_vacancies/*/83599NED.parquet"))


def assert_complete(folder: Path, rows: int = ROWS) -> None:
    [path] = releases(folder)
    same = [column for column in ("line", *FILE.columns) if column != "Perioden:Status"]
    expected = parquet.read_table(COMMITTED, columns=same).slice(0, rows)
    assert parquet.read_table(path, columns=same) == expected
    assert set(parquet.read_table(path)["Perioden:Status"].to_pylist()) == {"Definitief"}
    assert raw.provenance_of(path)["sha256"] == raw.sha256(path)
    assert raw.provenance_of(path)["rows"] == rows


def test_the_whole_table_arrives_with_its_provenance(tmp_path: Path) -> None:
    seen: list[int] = []
    with serve(feed(feed_rows())) as cbs:
        outcome = fetch_into(tmp_path, cbs, progress=seen.append)
    assert outcome.state == "fetched"
    assert outcome.path == tmp_path / "cbs_vacancies" / TODAY / "83599NED.parquet"
    assert seen == [10_000, 15_504]
    assert_complete(tmp_path, rows=15_504)
    said = raw.provenance_of(outcome.path)
    assert said["retrieved"] == TODAY
    assert said["modified"] == "2026-07-30T02:00:00"
    assert said["period"] == "2011 1e kwartaal - 2020 2e kwartaal"


def test_an_unchanged_table_is_not_fetched_again(table: Table, cbs: str, tmp_path: Path) -> None:
    fetch_into(tmp_path, cbs)
    table.asked.clear()
    assert fetch_into(tmp_path, cbs).state == "unchanged"
    assert len(table.asked) == 1 and "TableInfos" in table.asked[0]


def test_a_changed_table_becomes_a_release_beside_the_old_one(
    table: Table, cbs: str, tmp_path: Path
) -> None:
    first = fetch_into(tmp_path, cbs).path
    table.modified = "2026-10-29T02:00:00"
    assert fetch_into(tmp_path, cbs, dry_run=True).state == "new"
    assert releases(tmp_path) == [first]
    second = fetch_into(tmp_path, cbs).path
    assert first and second and first != second
    assert releases(tmp_path) == sorted([first, second])
    assert raw.newest(tmp_path, SOURCE, FILE) == second


PASSING = ["429", "500", "503", "timeout", "cut", "truncated", "html", "empty", "not utf-8"]
OF_PAGES = [*PASSING, "repeated page", "fewer rows", "no measure"]
FAULTS = [
    *((fault, where) for where in ("TableInfos", "DataProperties", "skip=0") for fault in PASSING),
    *((fault, f"skip={PAGE}") for fault in OF_PAGES),
]


@pytest.mark.parametrize(("fault", "where"), FAULTS)
@pytest.mark.one_in(4)
def test_a_fault_that_passes_leaves_complete_data(
    fault: str, where: str, table: Table, cbs: str, tmp_path: Path
) -> None:
    table.faults[where] = [fault]
    fetch_into(tmp_path, cbs, timeout=1)
    assert_complete(tmp_path)


LASTING = {
    "500": "no answer after 5 attempts: the server answered 500",
    "cut": "no answer after 5 attempts",
    "truncated": "breaks off or is damaged",
    "html": "this is an HTML page",
    "empty": "is empty",
    "404": "the table was withdrawn or has another name",
    "repeated page": "a page is repeated or rows are missing",
    "fewer rows": "a page is repeated or rows are missing",
    "same link": "a page would be read twice",
    "no measure": "the column is missing",
}


@pytest.mark.parametrize("fault", LASTING)
def test_a_lasting_fault_is_named_and_the_next_attempt_goes_on_where_it_stopped(
    fault: str, table: Table, cbs: str, tmp_path: Path
) -> None:
    table.page_rows = 400
    table.always["skip=800"] = fault
    with pytest.raises(DataError, match=LASTING[fault]):
        fetch_into(tmp_path, cbs)
    assert releases(tmp_path) == []
    attempts = 1 if fault == "404" else ATTEMPTS
    assert table.pages_asked() == [0, 400, *[800] * attempts]
    table.always.clear()
    table.asked.clear()
    fetch_into(tmp_path, cbs)
    assert table.pages_asked() == [800, 1_200]
    assert_complete(tmp_path)


def test_a_damaged_page_of_an_earlier_attempt_is_fetched_again(
    table: Table, cbs: str, tmp_path: Path
) -> None:
    table.page_rows = 400
    table.always["skip=1200"] = "404"
    with pytest.raises(DataError):
        fetch_into(tmp_path, cbs)
    [first, second, third] = sorted(tmp_path.rglob("untyped_page*.json"))
    first.write_text(first.read_text()[:1_000])
    second.write_bytes(b"\xff\xfe")
    table.always.clear()
    table.asked.clear()
    fetch_into(tmp_path, cbs)
    assert table.pages_asked() == [0, 400, 1_200]
    assert_complete(tmp_path)
    assert not third.exists(), "nothing is kept once the release stands"


def test_retry_after_is_honoured(table: Table, cbs: str, tmp_path: Path) -> None:
    table.always[f"skip={PAGE}"] = "busy"
    fetch_into(tmp_path, cbs)
    assert table.pages_asked() == [0, PAGE, PAGE], "it did not ask again while told to wait"
    assert_complete(tmp_path)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("404", "withdrawn"),
        ("renamed column", f"column {MEASURE}: no such measures.*found Anders_2"),
        ("another unit", f"column {MEASURE}: the unit is 'x 1 mln', 'x 1 000' was"),
        ("one more dimension", "column Marges: the dimensions should be .*unknown: Marges"),
    ],
)
def test_a_table_that_is_not_as_the_register_says_is_refused_at_once(
    fault: str, reason: str, table: Table, cbs: str, tmp_path: Path
) -> None:
    table.always["TableInfos" if fault == "404" else "DataProperties"] = fault
    with pytest.raises(DataError, match=reason):
        fetch_into(tmp_path, cbs)
    assert releases(tmp_path) == []
    assert table.pages_asked() == []


def test_a_table_that_changes_halfway_is_not_mixed(table: Table, cbs: str, tmp_path: Path) -> None:
    def change(rows: int) -> None:
        table.modified = "2026-10-29T02:00:00"

    with pytest.raises(DataError, match="CBS changed the table while it was fetched"):
        fetch_into(tmp_path, cbs, progress=change)
    assert releases(tmp_path) == []
    table.asked.clear()
    fetch_into(tmp_path, cbs)
    assert table.pages_asked() == [0, PAGE], "no page of the old version is used"
    assert_complete(tmp_path)


V4_LASTING = {
    "500": "no answer after 5 attempts: the server answered 500",
    "cut": "no answer after 5 attempts",
    "truncated": "breaks off or is damaged",
    "html": "this is an HTML page",
    "404": "the table was withdrawn or has another name",
    "repeated page": "a page is repeated",
    "no measure": "the column is missing",
}


def fetch_ww(folder: Path, base: str, **more: Any) -> fetch.Outcome:
    client = Client(pause_seconds=0.01, timeout_seconds=1)
    return fetch_one(WW, WW_FILE, folder, client=client, today=TODAY, base_url=base, **more)


def assert_ww_complete(folder: Path) -> None:
    [path] = folder.glob("cbs_ww_benefits/*/85554NED.parquet")
    rows = parquet.read_table(path).to_pylist()
    assert len(rows) == 160, "one row per region and month: margins are not figures"
    assert {row["Personen met een werkloosheidsuitkering"] for row in rows} == {"120.0"}
    assert {row["Perioden:Status"] for row in rows} == {"Voorlopig"}
    assert len({(row["RegioS"], row["Perioden"]) for row in rows}) == 160


@pytest.mark.parametrize("counted", [True, False])
def test_observations_arrive_whole(counted: bool, tmp_path: Path) -> None:
    table = observations()
    table.page_rows, table.counted = 50, counted
    with serve(table) as base:
        fetch_ww(tmp_path, base)
        assert_ww_complete(tmp_path)
        assert table.pages_asked() == [0, 50, 100, 150]
        table.asked.clear()
        assert fetch_ww(tmp_path, base).state == "unchanged"
        assert len(table.asked) == 1


def test_an_empty_last_page_is_the_end_when_the_count_agrees(tmp_path: Path) -> None:
    table = observations()
    table.page_rows, table.empty_end = 80, True
    with serve(table) as base:
        fetch_ww(tmp_path, base)
        assert table.pages_asked() == [0, 80, 160]
    assert_ww_complete(tmp_path)


def test_an_empty_page_that_hides_rows_is_refused(tmp_path: Path) -> None:
    table = observations()
    table.page_rows, table.empty_end, table.counted = 80, True, False
    with serve(table) as base, pytest.raises(DataError, match="the last page is empty and nothing"):
        fetch_ww(tmp_path, base)
    table.counted, table.always["skip=80"] = True, "no rows"
    with serve(table) as base, pytest.raises(DataError, match="only the last one may be so"):
        fetch_ww(tmp_path, base)
    table.page_rows, table.empty_end = 50, False
    table.always = {"skip=150": "no rows"}
    with serve(table) as base, pytest.raises(DataError, match="150 observations arrived, 160 were"):
        fetch_ww(tmp_path / "anew", base)
    assert not list(tmp_path.rglob("*.parquet"))


@given(seed=st.randoms(use_true_random=False), page_rows=st.integers(7, 200))
@settings(max_examples=examples(5))
def test_observations_out_of_order_are_read_as_those_in_order(
    seed: random.Random, page_rows: int
) -> None:
    table = observations()
    table.page_rows = page_rows
    found = table.observations()
    mixed = seed.sample(found, len(found))
    table.order = lambda found: mixed
    with tempfile.TemporaryDirectory() as folder, serve(table) as base:
        fetch_ww(Path(folder), base)
        assert_ww_complete(Path(folder))
        [path] = Path(folder).glob("cbs_ww_benefits/*/85554NED.parquet")
        lines = parquet.read_table(path)["line"].to_pylist()
        assert lines == sorted(lines)


@pytest.mark.parametrize("where", ["Properties", "MeasureCodes", "skip=50", "Perioden"])
def test_a_mark_of_byte_order_before_json_is_no_damage(where: str, tmp_path: Path) -> None:
    table = observations()
    table.page_rows, table.as_text = 50, True
    table.always[where] = "bom"
    with serve(table) as base:
        fetch_ww(tmp_path, base)
    assert_ww_complete(tmp_path)


WW_MEASURE = "Personen met een werkloosheidsuitkering"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"Value": None, "ValueAttribute": "None"}, None),
        ({"Value": None, "ValueAttribute": None}, None),
        ({"Value": None, "ValueAttribute": "Impossible"}, "Impossible"),
        ({"Value": 7, "ValueAttribute": "None"}, "7"),
    ],
)
def test_where_no_value_is_stands_what_is_said_of_it(
    said: Row, found: str | None, tmp_path: Path
) -> None:
    table = observations()
    table.values = dict.fromkeys(range(1000), said)
    with serve(table) as base:
        outcome = fetch_ww(tmp_path, base)
    assert outcome.path
    assert set(parquet.read_table(outcome.path)[WW_MEASURE].to_pylist()) == {found}


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"Value": float("nan")}, "column Value: found 'nan'; a number or null was expected"),
        ({"Value": "7"}, "column Value: found '7'; a number or null"),
        ({"Value": True}, "column Value: found 'True'"),
        ({"RegioS": None}, "column RegioS: found 'None'; a code was expected"),
        ({"Id": "x"}, "column Id: found 'x'; a whole number was expected"),
        ({"Id": 4}, "a page is repeated"),
    ],
)
def test_an_observation_that_is_none_is_named(said: Row, says: str, tmp_path: Path) -> None:
    table = observations()
    table.values = dict.fromkeys(range(1000), said)
    with serve(table) as base, pytest.raises(DataError, match=says):
        fetch_ww(tmp_path, base)
    assert not list(tmp_path.rglob("*.parquet"))


FAULTS_V4 = [
    *((fault, where) for where in ("Properties", "MeasureCodes") for fault in PASSING),
    *((fault, "skip=50") for fault in [*PASSING, "repeated page", "no measure"]),
]


@pytest.mark.parametrize(("fault", "where"), FAULTS_V4)
@pytest.mark.one_in(4)
def test_a_passing_fault_leaves_complete_observations(
    fault: str, where: str, tmp_path: Path
) -> None:
    table = observations()
    table.page_rows = 50
    table.faults[where] = [fault]
    with serve(table) as base:
        fetch_ww(tmp_path, base)
    assert_ww_complete(tmp_path)


@pytest.mark.parametrize("fault", V4_LASTING)
def test_a_lasting_fault_of_observations_is_named_and_the_fetch_resumes(
    fault: str, tmp_path: Path
) -> None:
    table = observations()
    table.page_rows = 50
    table.always["skip=100"] = fault
    with serve(table) as base:
        with pytest.raises(DataError, match=V4_LASTING[fault]):
            fetch_ww(tmp_path, base)
        assert not list(tmp_path.rglob("*.parquet"))
        table.always.clear()
        table.asked.clear()
        fetch_ww(tmp_path, base)
        asked = table.pages_asked()
        assert list(dict.fromkeys(asked)) == [100, 150] and len(asked) <= 2 * ATTEMPTS
    assert_ww_complete(tmp_path)


@pytest.mark.parametrize(
    ("fault", "where", "reason"),
    [
        ("404", "Properties", "withdrawn"),
        ("renamed column", "MeasureCodes", "no such measures.*found .*Anders"),
        ("another unit", "MeasureCodes", "the unit is 'x 1 mln', 'aantal' was"),
        ("one more dimension", "nowhere", ""),
        ("fewer rows", "skip=150", "155 observations arrived, 160 were expected"),
    ],
)
def test_observations_that_are_not_as_the_register_says_are_refused(
    fault: str, where: str, reason: str, tmp_path: Path
) -> None:
    table = observations()
    table.page_rows = 50
    table.always[where] = fault
    if fault == "one more dimension":
        table.dimensions["Herkomst"] = [{"Key": "1", "Title": "Totaal"}]
        table.rows = [{**row, "Herkomst": "1"} for row in table.rows]
        reason = "column Herkomst: the dimensions should be .*unknown: Herkomst"
    with serve(table) as base, pytest.raises(DataError, match=reason):
        fetch_ww(tmp_path, base)
    assert not list(tmp_path.rglob("*.parquet"))


def test_observations_that_change_halfway_are_not_mixed(tmp_path: Path) -> None:
    table = observations()
    table.page_rows = 50

    def change(rows: int) -> None:
        table.modified = "2026-10-29T02:00:00"

    with serve(table) as base:
        with pytest.raises(DataError, match="CBS changed the table while it was fetched"):
            fetch_ww(tmp_path, base, progress=change)
        table.asked.clear()
        fetch_ww(tmp_path, base)
        assert table.pages_asked() == [0, 50, 100, 150]
    assert_ww_complete(tmp_path)


@pytest.mark.slow
def test_offline_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    result = etl("fetch", "--base-url", "http://127.0.0.1:9/odata", "--raw", tmp_path)
    assert result.returncode == 1
    [line] = result.stderr.strip().splitlines()
    assert "What is on disk stays usable" in line
    assert list(tmp_path.rglob("*.parquet")) == []


@pytest.mark.slow
def test_the_command_fetches_lists_and_looks(table: Table, cbs: str, tmp_path: Path) -> None:
    listed = etl("fetch", "cbs_vacancies", "--list", "--raw", tmp_path)
    assert "83599NED" in listed.stdout and "nothing on disk" in listed.stdout
    looked = etl("fetch", "cbs_vacancies", "--dry-run", "--base-url", cbs, "--raw", tmp_path)
    assert "83599NED: new" in looked.stdout and releases(tmp_path) == []
    fetched = etl("fetch", "cbs_vacancies", "--base-url", cbs, "--raw", tmp_path)
    assert fetched.returncode == 0, fetched.stderr
    assert "83599NED: fetched, changed by its publisher on 2026-07-30" in fetched.stdout
    assert_complete(tmp_path)
    assert etl("fetch", "cbs_vacanties", "--raw", tmp_path).returncode == 2
    assert table.most_at_once <= 2


def test_a_table_that_fails_does_not_hide_what_became_of_the_others(
    cbs: str, tmp_path: Path
) -> None:
    (tmp_path / "regions").write_text("not a folder")
    result = etl("fetch", "regions", "cbs_vacancies", "--base-url", cbs, "--raw", tmp_path)
    assert result.returncode == 1
    assert "83599NED: fetched" in result.stdout
    assert "Nothing was replaced" in result.stderr


def test_a_fault_of_our_own_does_not_hide_what_became_of_the_others(
    cbs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(entry: Source, file: RawFile, rows: int | None) -> fetch.Progress:
        if entry is WW:
            raise ZeroDivisionError("a mistake")
        return lambda done: None

    client = Client(pause_seconds=0.01)
    tables = [(WW, WW_FILE), (SOURCE, FILE)]
    wish = {"client": client, "today": TODAY, "base_url": cbs}
    ended = fetch.fetch(tables, tmp_path, told=told, **wish)
    with pytest.raises(DataError, match="85554NED: unexpected ZeroDivisionError: a mistake"):
        commands.say_ended(ended)
    assert "83599NED: fetched" in capsys.readouterr().out
    assert_complete(tmp_path)


@pytest.mark.slow
def test_of_two_tables_the_one_that_fits_is_released(table: Table, tmp_path: Path) -> None:
    shutil.copytree(RAW, tmp_path / "raw")
    with serve(feed(feed_rows()), observations()) as base:  # of months that a build does not know
        names = ("cbs_vacancies", "cbs_ww_benefits")
        result = etl("fetch", *names, "--base-url", base, "--raw", tmp_path / "raw")
    assert result.returncode == 1
    assert "83599NED: fetched" in result.stdout and "85554NED: fetched" not in result.stdout
    assert "row 0, column Perioden: found '1980MM01'; a month such as" in result.stderr
    assert raw.newest(tmp_path / "raw", WW, WW_FILE) is None
    assert len(releases(tmp_path / "raw")) == 2


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(10))
def test_killing_a_fetch_loses_nothing(moment: int, table: Table, cbs: str, tmp_path: Path) -> None:
    table.page_rows, table.page_seconds = 100, 0.05
    arguments = ["fetch", "cbs_vacancies", "--base-url", cbs, "--raw", str(tmp_path)]
    command = [sys.executable, "-m", "etl", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    while len(table.pages_asked()) <= moment * 1.5 and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "the fetch was not killed halfway"
    done = len(list(tmp_path.rglob("untyped_page*.json")))
    table.asked.clear()
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert len(table.pages_asked()) == 16 - done
    assert_complete(tmp_path)


def test_a_read_only_folder_gives_one_message(cbs: str, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        blocked = tmp_path / "file"
        blocked.write_text("not a folder")
    else:
        blocked = tmp_path / "folder"
        blocked.mkdir(mode=0o500)
    result = etl("fetch", "cbs_vacancies", "--base-url", cbs, "--raw", blocked)
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Nothing was replaced" in result.stderr


def test_a_full_disk_gives_one_message_and_keeps_what_was_there(cbs: str, tmp_path: Path) -> None:
    command = (
        f"ulimit -f 50; exec {sys.executable} -m etl fetch cbs_vacancies --base-url {cbs} "
        f"--raw {tmp_path}"
    )
    result = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1, result
    assert len(result.stderr.strip().splitlines()) == 1
    assert releases(tmp_path) == []
    fetch_into(tmp_path, cbs)
    assert_complete(tmp_path)


@pytest.mark.slow
def test_a_figure_of_the_feed_replaces_that_of_a_copy(tmp_path: Path) -> None:
    table = feed(feed_rows())
    keys = sorted({(row[COLUMNS[1]], row[COLUMNS[2]]) for row in table.rows})
    for sector, region in keys:
        values = ("2026KW02", sector, region, "     0.0")
        table.rows.append({**dict(zip(COLUMNS, values, strict=True)), "ID": len(table.rows)})
    folder, target = tmp_path / "raw", tmp_path / "monitor.duckdb"
    shutil.copytree(RAW, folder)
    table.dimensions["Perioden"].append({"Key": "2026KW02", "Title": "", "Status": "Voorlopig"})
    with serve(table) as cbs:
        fetch_into(folder, cbs)
    database.build(target, only_published(folder))
    with closing(duckdb.connect(str(target), read_only=True)) as connection:
        found = connection.execute(
            "select quarter, open_vacancies, sign, release_id, release_status from vacancies "
            "where region_code = 'PV25' and sector_code = 'T001081' and quarter > '2025' "
            "order by quarter"
        ).fetchall()
    fetched = f"cbs_vacancies/{TODAY}/83599NED.parquet"
    copied = "cbs_vacancies/undated/83599NED_recent_quarters.csv"
    assert [(row[0], row[3]) for row in found] == [
        ("2025KW02", copied),
        ("2026KW01", copied),
        ("2026KW02", fetched),
    ]
    assert found[-1][1:3] == (0, "below_half_unit")
    assert found[-1][4] == "provisional"
