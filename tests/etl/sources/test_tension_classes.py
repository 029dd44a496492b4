"""The classes of UWV stand in one file: what is changed there changes everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from brand.classes import CLASSES
from etl.folders import ROOT
from tests import scratch

CODE = [
    path
    for room in ("brand", "drawings", "etl", "exports", "queries", "sentences", "ui", "words")
    for path in sorted((ROOT / room).rglob("*"))
    if path.suffix in {".py", ".sql", ".css", ".js"}
]
SAMPLE = """
import shutil
from etl.folders import SAMPLE
from etl.sample import tension
shutil.rmtree(SAMPLE / "uwv_tension")
tension.make(SAMPLE)
"""
LOOK = """
from io import BytesIO

import duckdb
from pptx import Presentation
from brand.classes import EDGES
from etl import transform
from drawings import multiples, pictures, quadrants, tension_lines
from answers.content import Pack
from answers.places import place
from exports.packs import tight
from exports.slides import deck
from ui import heatmap, map as region_map
from ui.filters.subjects import TIGHT_FROM
import pandas as pd

def asked(sql):
    with duckdb.connect("data/vakkrachtmonitor.duckdb", read_only=True) as found:
        return found.execute(sql).fetchone()[0]

print(asked("select tension_class_of(3.7) || ' ' || tension_class_of(3.4)"))
print(asked("select definition from definition where term = 'tension'"))
print(list(TIGHT_FROM))
print(quadrants.X_TICKS)
rows = pd.DataFrame(
    {
        "ends_on": pd.to_datetime(["2026-03-31"]), "tension_ratio": [5.0], "tension_low": [5.0],
        "tension_high": [5.0], "sign": [None], "line_label": ["x"], "period_label": ["nu"],
    }
)
print([line.y0 for line in tension_lines.draw(rows, pd.DataFrame()).layout.shapes])
print(pictures.COLOURS["t4"], [entry["text"] for entry in heatmap.legend()])
print(region_map.pictures.CLASS_LEGEND[3])
with duckdb.connect(":memory:") as changed:
    changed.execute("attach 'data/vakkrachtmonitor.duckdb' as monitor")
    changed.execute("use monitor")
    changed.execute("update occupation_tension set status = 'published'")
    transform.derive(changed)
slide = tight.slide(place("Twente (arbeidsmarktregio)"))
print(sorted(set(slide.table.frame["class_label"])), slide.title)
pack = Pack(title="x", name="x", about="x", known_on="x", slides=(slide,))
said = Presentation(BytesIO(deck.pptx(pack)))
cells = [shape for page in said.slides for shape in page.shapes if shape.has_table]
print({cell.text for shape in cells for row in shape.table.rows for cell in row.cells})
"""


@pytest.mark.slow
def test_an_edge_a_name_and_a_colour_are_changed_in_one_file(tmp_path: Path) -> None:
    checkout = scratch.copy(tmp_path)
    classes = checkout / "data" / "reference" / "tension_class.csv"
    scratch.edit(classes, "zeer krap,++,4,", "heel krap,++,3.5,")
    scratch.edit(classes, "tight,krap,+,1.5,yes,#f0a35e", "tight,krap,!,1.5,yes,#f0a35f")
    scratch.run("-c", SAMPLE, checkout=checkout)
    scratch.run("-m", "etl", "build", checkout=checkout)
    said = scratch.run("-c", LOOK, checkout=checkout).splitlines()
    assert said[0] == "very_tight tight"
    assert "krap (1,5 tot 3,5) en heel krap (3,5 en hoger)" in said[1]
    assert "zeer krap" not in said[1]
    assert said[2].endswith("'3,5 (heel krap, zoals UWV)']")
    assert "3.5" in said[3] and "3.5" in said[4] and "4.0" not in said[4]
    assert said[5].startswith("#f0a35f") and "heel krap" in said[5]
    assert "'sign': '!'" in said[6]
    assert "heel krap" in said[7] and "zeer krap" not in said[7], "the slide of a meeting"
    assert "heel krap" in said[8] and "zeer krap" not in said[8], "its file"


def test_no_code_lists_the_classes_again() -> None:
    for path in CODE:
        text, name = path.read_text("utf-8"), str(path.relative_to(ROOT))
        assert "0.67" not in text, name
        assert not all(one.colour in text for one in CLASSES), name
        assert not all(one.code in text for one in CLASSES), name
        assert not all(one.label in text for one in CLASSES), name
