"""DUO: the file of a package, found by its name, and no small number taken for a figure."""

from __future__ import annotations

import contextlib
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb
import pytest

from etl import database, fetch, raw, transform
from etl.database import RAW
from etl.download import Client
from etl.errors import DataError
from etl.register import source
from tests import cbs_server, releases
from tests.fetched import fetch_one
from tests.published import etl

CASE = Path(__file__).parents[2] / "cases" / "02_fetch_release_blocks_build"
DUO = source("duo_mbo_students")
FILE = DUO.files[0]
NAME = "2021-2025-sectorkamer01-studenten-per-sectorkamer-leerweg-niveau-woonprovincie.csv"
HEADER = "SECTORKAMER NAAM;HOOFDGROEP NAAM;LEERWEG;NIVEAU;WOONPROVINCIE;JAAR_2024;JAAR_2025"
RECORDS = """\
Techniek en gebouwde omgeving;Metaal;BBL;2;Overijssel;120;130
Techniek en gebouwde omgeving;Metaal;BBL;3;Friesland;40;-1
Techniek en gebouwde omgeving;Metaal;BOLVT;4;Overijssel;-1;0
Techniek en gebouwde omgeving;Metaal;EX;1;BELGIE;5;6
"""


@dataclass
class Site:
    """What DUO serves.

    Attributes:
        text: The file.
        names: The files of the package.
        answers: What is given instead, by part of the address.
    """

    text: str = f"\ufeff{HEADER}\n{RECORDS}"
    names: tuple[str, ...] = (NAME, NAME.replace("sectorkamer01", "sectorkamer02"))
    answers: dict[str, bytes] = field(default_factory=dict)


class Handler(BaseHTTPRequestHandler):
    def __init__(self, *args: Any, site: Site) -> None:
        self.site = site
        super().__init__(*args)

    def do_GET(self) -> None:  # noqa: N802
        path = urlsplit(self.path).path
        links = [f"https://onderwijsdata.duo.nl/dataset/x/{name}" for name in self.site.names]
        package = {"result": {"resources": [{"url": link} for link in links]}}
        body = json.dumps(package).encode() if "package_show" in path else self.site.text.encode()
        for part, answer in self.site.answers.items():
            body = answer if part in path else body
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


@contextlib.contextmanager
def serve(site: Site) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site=site))  # type: ignore[arg-type]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def fetch_into(folder: Path, site: Site, today: str = "2026-11-23") -> fetch.Outcome:
    with serve(site) as base:
        client = Client(pause_seconds=0.01)
        return fetch_one(DUO, FILE, folder, client=client, today=today, base_url=base)


@pytest.mark.slow
def test_students_arrive_per_province_and_a_small_number_stays_secret(tmp_path: Path) -> None:
    shutil.copytree(RAW, tmp_path / "raw")
    outcome = fetch_into(tmp_path / "raw", Site())
    assert outcome.state == "fetched" and outcome.path
    assert outcome.path.with_name("sectorkamer01.csv").exists(), "kept as it was published"
    database.build(tmp_path / "monitor.duckdb", database.Inputs(tmp_path / "raw"))
    with closing(duckdb.connect(str(tmp_path / "monitor.duckdb"), read_only=True)) as facts:
        found = facts.execute(
            "select region_code, mbo_level, learning_path, school_year, students, sign "
            "from mbo_students where source_id = 'duo_mbo_students' order by all"
        ).fetchall()
        left = facts.execute("select category, row_count from unmapped_category").fetchall()
    assert found == [
        ("PV21", "mbo3", "bbl", "2024SJ00", 40, None),
        ("PV21", "mbo3", "bbl", "2025SJ00", None, "secret"),
        ("PV23", "mbo2", "bbl", "2024SJ00", 120, None),
        ("PV23", "mbo2", "bbl", "2025SJ00", 130, None),
        ("PV23", "mbo4", "bol_full_time", "2024SJ00", None, "secret"),
        ("PV23", "mbo4", "bol_full_time", "2025SJ00", 0, None),
    ]
    assert left == [("BELGIE", 2)]


def test_an_unchanged_file_is_no_new_release(tmp_path: Path) -> None:
    fetch_into(tmp_path, Site())
    assert fetch_into(tmp_path, Site(), "2026-11-24").state == "unchanged"
    changed = Site(f"{HEADER}\n{RECORDS.replace(';130', ';140')}")
    outcome = fetch_into(tmp_path, changed, "2026-11-24")
    assert outcome.state == "fetched"
    assert len(list(tmp_path.glob("duo_mbo_students/*/duo_mbo_students.csv"))) == 2


@pytest.mark.parametrize(
    ("site", "reason"),
    [
        (Site(names=("iets-anders.csv",)), "no such files, one was expected; found iets-anders"),
        (Site(text=f"{HEADER}\n{RECORDS}"[:-4]), "row 5: the file breaks off in its last line"),
        (Site(text="<html>\n"), "this is a web page"),
        (Site(text=""), "breaks off"),
        (Site(text=f"{HEADER}\n"), "no records"),
        (Site(text=HEADER.replace("NIVEAU", "NIVO") + "\nx\n"), "the header should have"),
        (Site(text=HEADER.replace("JAAR_", "")), "breaks off"),
        (Site(text=HEADER.replace("JAAR_", "") + "\n"), "the header should have .*JAAR_2021"),
        (Site(text=f"{HEADER}\na;b\n"), "row 2: 2 fields found, 7 were expected"),
        (Site(text=f'{HEADER}\n"a;b\n'), "row 2: the record is damaged"),
        (Site(answers={"package_show": b'{"result": {}}'}), "a package with its resources"),
        (Site(answers={"package_show": b"<html>"}), "this is an HTML page"),
    ],
)
def test_a_bad_answer_is_named_and_nothing_is_released(
    site: Site, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=reason):
        fetch_into(tmp_path, site)
    assert not list(tmp_path.rglob("*.csv.provenance.json"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (";120;", ";-2;", "column JAAR_2024: found '-2'; a whole number, or -1"),
        (";120;", ";1.5;", "found '1.5'"),
        ("BBL;2", "BBL;5", "column NIVEAU: found '5'"),
        ("BBL;2", "BLB;2", "column LEERWEG: found 'BLB'"),
        ("BBL;3;Friesland", "BBL;2;Overijssel", "stands here 2 times"),
    ],
)
def test_a_bad_record_is_refused_by_the_rules_of_the_build(
    old: str, new: str, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "duo.csv"
    path.write_text(f"{HEADER}\n{RECORDS.replace(old, new)}", "utf-8")
    table = raw.read(FILE, path)
    with pytest.raises(DataError, match=says), transform.scratch(DUO, FILE, table, path.name):
        pass


@pytest.mark.slow
def test_a_table_that_a_build_refuses_is_no_release_and_the_one_before_stays(
    tmp_path: Path,
) -> None:
    raw_folder = tmp_path / "raw"
    shutil.copytree(RAW, raw_folder)
    record = ["Techniek", "Metaal", "BBL", "2", "Overijssel", "2024", "120"]
    rows = [{"line": 2, **dict(zip(FILE.columns, record, strict=True))}]
    releases.write(raw_folder, "duo_mbo_students", "duo_mbo_students", "2026-11-22", rows)
    [path] = CASE.glob("*.csv")
    with serve(Site(path.read_text("utf-8"))) as base:
        wish = ("--base-url", base, "--raw", raw_folder)
        result = etl("fetch", "duo_mbo_students", *wish)
    assert result.returncode == 1
    assert "fetched" not in result.stdout
    assert "it was not released; the figures already loaded stay" in result.stderr
    assert "duo_mbo_students.csv, row 3, column JAAR_2025: found '<5'; a whole" in result.stderr
    newest = raw.newest(raw_folder, DUO, FILE)
    assert newest and newest.parent.name == "2026-11-22"
    left = [path.suffix for path in raw_folder.glob("duo_mbo_students/.fetching/**/*")]
    assert left == [".lock"], "the next attempt is about what the publisher gives then"


def test_what_is_refused_is_no_release_also_when_a_build_cannot_do_without(
    tmp_path: Path,
) -> None:
    entry = source("cbs_vacancies")
    file = next(file for file in entry.files if file.table_id == "83599NED")
    shutil.copytree(RAW, tmp_path / "raw")
    for path in (tmp_path / "raw" / "cbs_vacancies" / "undated").glob("83599NED.parquet*"):
        path.unlink()
    codes = {
        "Perioden": [{"Key": "2011KW05", "Title": "", "Status": "Definitief"}],
        "BedrijfstakkenBranchesSBI2008": [{"Key": "T001081 ", "Title": ""}],
        "RegioS": [{"Key": "NL01    ", "Title": ""}],
    }
    wish = {"client": Client(pause_seconds=0.01), "today": "2026-11-23"}
    with (
        cbs_server.serve(cbs_server.table_like(file, codes)) as base,
        pytest.raises(DataError, match="column Perioden: found '2011KW05'"),
    ):
        fetch_one(entry, file, tmp_path / "raw", base_url=base, **wish)
    assert raw.newest(tmp_path / "raw", entry, file) is None


def test_where_nothing_can_be_built_a_table_is_released_and_that_is_said(tmp_path: Path) -> None:
    with serve(Site()) as base:
        result = etl("fetch", "duo_mbo_students", "--base-url", base, "--raw", tmp_path)
    assert result.returncode == 0
    assert "no build could try it: regions/municipality_regions_2026: no extract" in result.stdout
