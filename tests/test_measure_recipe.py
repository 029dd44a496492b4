"""The recipe for a measure of regions, followed in a copy: four files, and it works everywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from etl.folders import ROOT

MEASURE = (
    "unemployed,Werklozen,werklozen,0,yes,de werklozen,waren er,series,,,cbs_labour_force,"
    'unemployed,python -m etl fetch cbs_labour_force,6,6,"CBS, Enquête beroepsbevolking"\n'
)
LEVELS = "".join(
    f"unemployed,{kind},yes,CBS publiceert de werklozen per {kind}.,CBS\n"
    for kind in ("provincie", "arbeidsmarktregio", "corop")
)
DEFINITION = "unemployed,Werklozen,Wie geen werk heeft en ernaar zoekt en beschikbaar is.,CBS\n"
SQL = """\
-- Unemployed persons, old and new method apart: printed in thousands.
select
    'unemployed' as measure,
    series as breakdown,
    region_code,
    period,
    unemployed as figure,
    unemployed - 500 as figure_low,
    unemployed + 500 as figure_high,
    sign,
    status,
    release_status,
    release_id,
    line,
from labour_force
where series <> 'labour_market_attachment'
"""
PACKS = ("Overijssel", "Twente (arbeidsmarktregio)")
LOOK = """
import sys

from streamlit.testing.v1 import AppTest

import queries, sentences
from exports.packs.pack import pack_of
from exports.slides.deck import pptx

asked = {"measure": "unemployed", "breakdown": "new_method", "with_sample": False}
latest = queries.regios.latest(region_codes=("PV25",), period="2023KW02", **asked)
print(sentences.plain(sentences.newest(latest.iloc[0])))
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
    print(view, *(part.value for part in (*page.header, *page.markdown, *page.caption)))
"""


def run(*command: str, checkout: Path) -> str:
    """Run a command of a checkout with its own data; return what it prints."""
    settings = {key: value for key, value in os.environ.items() if "VAKKRACHTMONITOR" not in key}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=checkout,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout, free to be changed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    for name in listed:
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def add(path: Path, lines: str) -> None:
    """Add lines to the end of a file."""
    path.write_text(path.read_text("utf-8") + lines, "utf-8")


def test_a_measure_is_added_in_four_files(checkout: Path) -> None:
    reference = checkout / "data" / "reference"
    add(reference / "measure.csv", MEASURE)
    add(reference / "measure_level.csv", LEVELS)
    add(reference / "definition.csv", DEFINITION)
    (checkout / "etl" / "measures" / "unemployed.sql").write_text(SQL, "utf-8")
    run("-m", "etl", "build", checkout=checkout)
    said = run("-c", LOOK, *PACKS, checkout=checkout)
    assert "In Gelderland waren er in het 2e kwartaal 2023 36.000 werklozen" in said
    assert said.count("de werklozen") == len(PACKS) + 1, "each pack and page downloads"
    assert "Werklozen, nieuwe methode, 2e kwartaal 2023" in said
