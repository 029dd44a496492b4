"""A file that is damaged, no file of ours or of another version: said once, and made anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import queries
from etl.folders import DATA_VARIABLE, DATABASE_VARIABLE, RAW, ROOT
from tests.published import etl

OTHER_VERSION = "another version of the monitor built it"


def change(path: Path, *statements: str) -> None:
    with closing(duckdb.connect(str(path))) as connection:
        for statement in statements:
            connection.execute(statement)


def flip(path: Path) -> None:
    """Damage one byte in the middle of each block; the head of the file stays whole."""
    content = bytearray(path.read_bytes())
    for at in range(12_288 + 2**14 + 8_192, len(content), 2**14):
        content[at] ^= 0xFF
    path.write_bytes(content)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "junk": lambda path: path.write_bytes(b"junk" * 10_000),
    "nothing": lambda path: path.write_bytes(b""),
    "cut": lambda path: os.truncate(path, 3_000_000),
    "flipped": flip,
    "no_table": lambda path: change(path, "drop table vacancies"),
    "no_column": lambda path: change(path, "alter table vacancies drop column open_vacancies"),
    "no_steps": lambda path: change(path, "drop table load_step"),
    "older": lambda path: change(path, "delete from load_step where step = 'layout'"),
    "newer": lambda path: change(
        path, "update load_step set inputs_sha256 = 'x' where step = 'layout'"
    ),
}


@pytest.fixture
def live(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "live.duckdb"
    shutil.copyfile(database, path)
    monkeypatch.setenv(DATABASE_VARIABLE, str(path))
    return path


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_database_that_cannot_be_read_is_one_error_that_says_why(damage: str, live: Path) -> None:
    DAMAGES[damage](live)
    with pytest.raises(queries.UnreadableDatabaseError) as refused:
        queries.overzicht.latest(region_codes=("PV23",), sector_codes=("350000",))
    said = str(refused.value)
    assert said.startswith(f"{live}: this database cannot be read (") and "\n" not in said
    if damage in {"older", "newer"}:
        assert OTHER_VERSION in said


def test_a_question_that_asks_for_what_cannot_be_is_no_fault_of_the_database(live: Path) -> None:
    with pytest.raises(duckdb.InvalidInputException):
        next(queries.stream("overzicht/latest", region_codes=("PV23",)))


def opened() -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run()
    assert not page.exception
    return page


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_page_builds_it_anew_and_shows_itself(damage: str, live: Path) -> None:
    DAMAGES[damage](live)
    page = opened()
    assert "vacatures per 1.000 beroepsbevolking" in page.title[0].value
    assert not page.error
    assert queries.overzicht.latest(region_codes=("PV23",), sector_codes=("350000",)).size


def test_when_that_fails_one_message_says_so_and_nothing_is_tried_twice(
    live: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DAMAGES["junk"](live)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "empty"))
    page = opened()
    [error] = page.error
    assert error.value.startswith("De cijfers konden niet worden ingelezen.")
    assert "no extract of this file was found" in page.code[0].value
    monkeypatch.delenv(DATA_VARIABLE)
    page = opened()
    assert page.error and not page.title and live.stat().st_size == 40_000, "it was not built again"


@pytest.mark.parametrize("damage", ["flipped", "no_table", "junk"])
def test_check_names_the_database_and_what_to_do(damage: str, live: Path) -> None:
    DAMAGES[damage](live)
    is_one_message(etl("check", "--database", live), live.name, "build --whole")


@pytest.mark.parametrize("damage", ["junk", "flipped", "older"])
def test_an_export_names_the_database_and_what_to_do(
    damage: str, live: Path, tmp_path: Path
) -> None:
    DAMAGES[damage](live)
    command = [sys.executable, "-m", "exports", str(tmp_path / "files"), "--dataset", "vacancies"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    is_one_message(done, live.name, "build --whole")
    assert not (tmp_path / "files").exists()


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b'{"publisher": "CBS"}'])
def test_a_build_names_a_provenance_that_cannot_be_read(content: bytes, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    shutil.copytree(RAW, raw)
    sidecar = next((raw / "cbs_vacancies").rglob("*.provenance.json"))
    sidecar.write_bytes(content)
    done = etl("build", "--whole", "--raw", raw, "--database", tmp_path / "new.duckdb")
    is_one_message(done, sidecar.name.removesuffix(".provenance.json"))
    assert not (tmp_path / "new.duckdb").exists()


def is_one_message(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Traceback" not in said and len(said.strip().splitlines()) <= 3, said
    for word in words:
        assert word in said
