"""Pictures that leave as SVG: whole, readable by others, marked, in the colours of the screen."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

import queries
from answers import origin
from brand import classes
from drawings import charts, pictures
from etl.database import DATABASE_VARIABLE, ROOT
from ui import heatmap
from ui import map as region_map
from words import measures
from words.marks import SAMPLE, is_sample

SVG = "{http://www.w3.org/2000/svg}"
TITLE = "Spanning (UWV), alle technische beroepen, 2e kwartaal 2026"


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def drawn(
    measure: str = "tension",
    breakdown: str = "all_technical",
    level: str = "arbeidsmarktregio",
) -> tuple[ET.Element, list[dict[str, Any]]]:
    frame = measures.texts(
        queries.regios.ranking(
            measure=measure, breakdown=breakdown, kind=level, period="2026KW02", with_sample=True
        )
    )
    rows = frame.assign(fictitious=is_sample(frame)).to_dict("records")
    regions = [
        region_map._region(row, "change_previous_text", 9.0, ("AM05", "PV23"), level)
        for row in rows
    ]
    text = pictures.of_map(
        json.loads((ROOT / "static" / "geo" / f"{level}.json").read_text("utf-8")),
        regions,
        region_map._legend(regions, rows[0]),
        title=TITLE,
        source=origin.source_line(frame),
        made_on="25 november 2026",
    )
    return ET.fromstring(text), regions


def words(picture: ET.Element) -> str:
    return " ".join(node.text or "" for node in picture.iter(f"{SVG}text"))


@pytest.mark.parametrize(
    ("measure", "breakdown", "level", "number"),
    [
        ("tension", "all_technical", "arbeidsmarktregio", 35),
        ("open_vacancies", "T001081", "provincie", 12),
    ],
)
def test_a_map_draws_each_region_once_in_the_colour_of_its_class(
    measure: str, breakdown: str, level: str, number: int
) -> None:
    picture, regions = drawn(measure, breakdown, level)
    groups = {node.get("data-code"): node for node in picture.iter() if node.get("data-code")}
    assert len(groups) == len(regions) == number
    for region in regions:
        group = groups[region["code"]]
        path = group.find(f"{SVG}path")
        assert path is not None
        fill = pictures.COLOURS[region["class"]].replace("(#hatch)", "(#hatch_map)")
        assert path.get("fill") == fill
        title = group.find(f"{SVG}title")
        assert title is not None and title.text == region["description"]


def test_the_colours_are_those_of_the_map_on_the_screen() -> None:
    css = (ROOT / "ui" / "map" / "map.css").read_text("utf-8") + classes.style(region_map.AREA)
    of_screen = dict(re.findall(r"\.class-(\w+) path \{ fill: (#\w+); \}", css))
    assert len(of_screen) == 11
    assert of_screen == {key: pictures.COLOURS[key] for key in of_screen}


def test_a_picture_says_what_it_shows_from_where_and_when() -> None:
    picture, regions = drawn("open_vacancies", "T001081", "provincie")
    assert picture.get("role") == "img"
    assert [node.tag for node in picture][:2] == [f"{SVG}title", f"{SVG}desc"]
    title, desc = picture[0].text or "", picture[1].text or ""
    assert title == TITLE
    assert all(region["description"] in desc for region in regions)
    said = words(picture)
    for part in ("Bron: CBS", "CC BY 4.0", "gemaakt op 25 november 2026", "niet beschikbaar"):
        assert part in said
    assert SAMPLE not in said and "VOORBEELD" not in ET.tostring(picture, "unicode")


def test_a_picture_of_fictitious_figures_says_so_in_words_and_hatches() -> None:
    picture, regions = drawn()
    assert words(picture).startswith(SAMPLE)
    hatched = [
        node for node in picture.iter(f"{SVG}path") if node.get("fill") == "url(#sample_map)"
    ]
    assert len(hatched) == sum(region["fictitious"] for region in regions) > 30


def test_nothing_in_a_picture_is_fetched_and_every_reference_is_there() -> None:
    picture, _ = drawn()
    text = ET.tostring(picture, "unicode")
    ids = {node.get("id") for node in picture.iter() if node.get("id")}
    assert set(re.findall(r"url\(#(\w+)\)", text)) <= ids
    assert re.findall(r"https?://(?!www\.w3\.org)", text) == []


def test_drawings_stand_below_each_other_without_sharing_their_hatches() -> None:
    one = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">'
        '<defs><pattern id="hatch0"/></defs><rect fill="url(#hatch0)"/></svg>'
    )
    text = pictures.of_drawings(
        [(one, "Eerst"), (one, "Daarna")],
        title="Doelen & resultaten",
        legend="Blauw: behaald.",
        source="Bron: X.",
        made_on="25 november 2026",
        fictitious=True,
    )
    picture = ET.fromstring(text)
    inner = picture.findall(f"{SVG}svg")
    assert [node.get("y") for node in inner] == ["122", "242"]
    ids = [node.get("id") for node in picture.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert "Doelen & resultaten" in words(picture) and words(picture).startswith(SAMPLE)
    assert picture[1].text == "Eerst Daarna"


def test_a_grid_has_a_cell_per_occupation_and_region_in_the_colour_of_its_class() -> None:
    frame = queries.beroepen.heatmap(selection="fields", quarter="2026KW02", with_sample=True)
    rows = heatmap.rows_of(frame)
    columns = frame["region_name"].drop_duplicates().tolist()
    picture = ET.fromstring(
        pictures.of_grid(
            columns,
            rows,
            heatmap.legend(),
            title=TITLE,
            source=origin.source_line(frame),
            made_on="25 november 2026",
        )
    )
    assert words(picture).startswith(SAMPLE) and picture[0].text == TITLE
    cells = {
        group[0].text: group[1].get("fill")
        for group in picture.iter(f"{SVG}g")
        if len(group) and group[0].tag == f"{SVG}title"
    }
    assert len(cells) == len(rows) * len(columns)
    row, at = rows[0], columns.index("Twente")
    [(said, fill)] = [
        (said, fill) for said, fill in cells.items() if f"Twente, {row['label']}:" in str(said)
    ]
    digit = row["classes"][at]
    assert fill == pictures.COLOURS["none" if digit == "0" else f"t{digit}"]
    assert row["figures"][at] in str(said) and str(said).endswith(SAMPLE)
    css = classes.style(heatmap.CELL)
    of_screen = re.findall(r"^\.class-(\d) { background-color: (#\w+);", css, re.M)
    assert len(of_screen) == 5
    assert all(pictures.COLOURS[f"t{number}"] == colour for number, colour in of_screen)


def test_a_name_says_what_and_when_and_whether_it_is_fictitious() -> None:
    assert (
        pictures.file_name("Twente", "Spanning", period="2026KW02")
        == "vakkrachtmonitor_twente_spanning_2026KW02.svg"
    )
    assert pictures.file_name("Fryslân", fictitious=True) == (
        "VOORBEELD_vakkrachtmonitor_fryslan.svg"
    )


def test_the_only_button_on_a_chart_saves_it_as_svg_under_that_name() -> None:
    config = charts.config("vakkrachtmonitor_x.svg")
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["toImageButtonOptions"] == {"format": "svg", "filename": "vakkrachtmonitor_x"}
