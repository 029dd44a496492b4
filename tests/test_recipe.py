"""The recipes of docs/developing.md, followed to the letter in a copy."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from etl import database, raw, transform
from etl.database import DATABASE_VARIABLE
from etl.download import Client
from etl.register import REGISTER, Source, cbs
from tests import docs, scratch
from tests.cbs_server import serve, table_like
from tests.fetched import fetch_one
from tests.published import only_published
from tests.scratch import run

PACKS = (
    "Techniekcoalitie Oost",
    "Overijssel",
    "Twente (arbeidsmarktregio)",
    "Twente (COROP)",
)
LOOK_AT_A_MEASURE = """
import sys

from streamlit.testing.v1 import AppTest

import queries, sentences
from answers import origin
from exports.packs.pack import pack_of
from exports.slides.deck import pptx

asked = {"measure": "unemployed", "breakdown": "new_method", "with_sample": False}
latest = queries.regios.latest(region_codes=("PV25",), period="2023KW02", **asked)
print(sentences.plain(sentences.newest(latest.iloc[0])))
print(*origin.sql(latest))
for name in sys.argv[1:]:
    pack = pack_of(name, None)
    glance = next(slide for slide in pack.slides if slide.key == "at_a_glance")
    print(glance.title)
    assert pptx(pack)
for name, view in (
    ("regios", "Kaart en rang"),
    ("regios", "Profiel"),
    ("regios", "Door de tijd"),
    ("regios", "Naast de buren"),
    ("downloads", ""),
):
    page = AppTest.from_file("app.py", default_timeout=60)
    page.query_params.update({"maat": "Werklozen", "weergave": view, "gebied": "Gelderland"})
    page.switch_page(f"pages/{name}.py").run()
    assert not page.exception, page.exception
    parts = (*page.title, *page.header, *page.markdown, *page.caption)
    print(view, *(part.value for part in parts))
"""


LOOK_AT_A_PAGE = """
import sys

from streamlit.testing.v1 import AppTest

page = AppTest.from_file("app.py", default_timeout=60)
page.query_params.update({"gebied": "Gelderland"})
page.switch_page(sys.argv[1]).run()
assert not page.exception, page.exception
print(*(part.value for part in (*page.title, *page.caption, *page.get("html"))))
"""
LOOK_AT_NOTES = """
import queries
days = {"first_day": "2024-01-01", "last_day": "2024-12-31"}
kinds = {"occupation_codes": (), "with_programmes": False, "with_sample": False}
print(*queries.notes.shown(region_codes=("PV25",), **days, **kinds)["note_text"])
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout, free to be changed."""
    return scratch.copy(tmp_path)


def block(heading: str, language: str, number: int = 0) -> str:
    return docs.block("developing.md", heading, language, number)


def add(path: Path, lines: str) -> None:
    """Add lines to the end of a file."""
    path.write_text(path.read_text("utf-8") + lines, "utf-8")


def add_after(path: Path, before: str, lines: str) -> None:
    """Add lines below the last line that begins so."""
    text = path.read_text("utf-8")
    at = text.index("\n", text.rindex(f"\n{before}") + 1) + 1
    path.write_text(text[:at] + lines + text[at:], "utf-8")


@pytest.mark.slow
def test_a_measure_is_added_in_four_files(checkout: Path) -> None:
    for number, name in enumerate(("measure", "measure_level", "definition")):
        rows = block("A measure of regions", "csv", number)
        add(checkout / "data" / "reference" / f"{name}.csv", rows)
    to = checkout / "etl" / "measures" / "unemployed.sql"
    to.write_text(block("A measure of regions", "sql"), "utf-8")
    run("-m", "etl", "build", checkout=checkout)
    said = run("-c", LOOK_AT_A_MEASURE, *PACKS, checkout=checkout)
    assert "In Gelderland waren er in het 2e kwartaal 2023 36.000 werklozen" in said
    assert "etl/measures/unemployed.sql" in said, "Herkomst"
    assert said.count("de werklozen") == len(PACKS) + 1, "each pack and page downloads"
    assert "Gelderland, 2023: 36.000 werklozen" in said


@pytest.mark.slow
def test_a_page_is_added_in_three_files(checkout: Path, database: Path) -> None:
    page = "pages/beroepsbevolking.py"
    (checkout / page).write_text(block("A page", "python"), "utf-8")
    add_after(checkout / "ui/frame/menu.py", '            "regios"', block("A page", "python", 1))
    add_after(checkout / "docs/reading-the-figures.md", "| `regios`", block("A page", "markdown"))
    settings = {DATABASE_VARIABLE: str(database)}
    said = run("-c", LOOK_AT_A_PAGE, page, checkout=checkout, **settings)
    assert "Beroepsbevolking in Gelderland" in said and "Bron: CBS" in said
    run(
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "tests/test_docs.py",
        "-k",
        "named or menu",
        checkout=checkout,
    )
    run("-m", "ruff", "check", page, "ui/frame/menu.py", checkout=checkout)


@pytest.mark.slow
def test_a_note_is_added_in_one_file(checkout: Path) -> None:
    line = block("A note", "csv")
    add(checkout / "data/reference/note.csv", line)
    run("-m", "etl", "build", checkout=checkout)
    assert line.split(",")[5] in run("-c", LOOK_AT_NOTES, checkout=checkout)


@pytest.mark.slow
def test_a_source_is_added_in_ten_lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert len(block("A source", "python").strip().splitlines()) <= 10
    entry = eval(block("A source", "python"), vars(cbs).copy())
    assert isinstance(entry, Source)
    for module in (database, raw):
        monkeypatch.setattr(module, "REGISTER", (*REGISTER, entry))
    shutil.copytree(transform.ETL, tmp_path / "etl")
    for module in (database, transform):
        monkeypatch.setattr(module, "ETL", tmp_path / "etl")
    (tmp_path / "etl" / "sources" / f"{entry.source_id}.sql").write_text(
        block("A source", "sql"), "utf-8"
    )
    table = table_like(
        entry.files[0],
        {
            "RegioS": [{"Key": code, "Title": code} for code in ("NL01", "AM05", "AM04")],
            "Perioden": [{"Key": "2013MM01", "Title": "", "Status": "Definitief"}],
        },
        value="     120",
    )
    shutil.copytree(database.RAW, tmp_path / "raw")
    with serve(table) as base:
        client = Client(pause_seconds=0.01)
        fetch_one(
            entry,
            entry.files[0],
            tmp_path / "raw",
            client=client,
            today="2026-11-23",
            base_url=base,
        )
    target = tmp_path / "monitor.duckdb"
    database.build(target, only_published(tmp_path / "raw"))
    with closing(duckdb.connect(str(target), read_only=True)) as facts:
        found = facts.execute(
            "select region_code, ww_benefits, release_status from ww_benefits "
            "where source_id = 'cbs_ww_benefits_2013' order by 1"
        ).fetchall()
    assert found == [("AM05", 120, "definitive"), ("NL01", 120, "definitive")]
