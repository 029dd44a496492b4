"""Boundaries of PDOK: whole and in degrees, or a named error and no file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from etl import raw
from etl.download import ATTEMPTS, Client
from etl.errors import DataError
from etl.protocols import municipality_polygons
from etl.register import source
from tests import drawn
from tests.fetched import fetch_one
from tests.pdok_server import Feature, Layer, serve

CODES = [f"GM{number:04}" for number in range(1, 13)]


@pytest.fixture
def layer() -> Layer:
    return Layer(drawn.features_of(CODES))


@pytest.fixture
def pdok(layer: Layer) -> Iterator[str]:
    with serve(layer) as url:
        yield url


def fetch_into(folder: Path, url: str) -> Path:
    client = Client(pause_seconds=0.01, timeout_seconds=2)
    path = folder / "gemeente_gegeneraliseerd.geojson"
    municipality_polygons.fetch(client, url, path)
    return path


def assert_whole(path: Path) -> None:
    rows = municipality_polygons.extract(path, ["statcode", "statnaam"]).to_pylist()
    assert [row["statcode"] for row in rows] == CODES
    assert [file.name for file in path.parent.iterdir()] == ["gemeente_gegeneraliseerd.geojson"]


def test_the_boundaries_arrive_as_they_were_given(layer: Layer, pdok: str, tmp_path: Path) -> None:
    path = fetch_into(tmp_path / "new", pdok)
    assert path == tmp_path / "new" / "gemeente_gegeneraliseerd.geojson"
    assert_whole(path)
    assert json.loads(path.read_text("utf-8"))["features"] == layer.features
    [query] = layer.asked
    assert query == {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeName": "gebiedsindelingen:gemeente_gegeneraliseerd",
        "outputFormat": "application/json",
        "srsName": "EPSG:4326",
    }


@pytest.mark.parametrize("most", [1, 5, 6, 11, 12])
def test_a_capped_reply_is_asked_for_in_pieces(
    most: int, layer: Layer, pdok: str, tmp_path: Path
) -> None:
    layer.most = most
    assert_whole(fetch_into(tmp_path, pdok))
    starts = [int(query.get("startIndex", 0)) for query in layer.asked]
    assert starts == list(range(0, len(CODES), most))
    assert {query.get("count") for query in layer.asked[1:]} <= {str(most)}


@pytest.mark.parametrize("says", [{"numberMatched": "unknown"}, {"numberReturned": None}])
def test_counts_that_the_service_does_not_know_are_not_needed(
    says: dict[str, object], layer: Layer, pdok: str, tmp_path: Path
) -> None:
    layer.says = says
    assert_whole(fetch_into(tmp_path, pdok))


LASTING = {
    "500": "no answer after 5 attempts: the server answered 500",
    "429": "no answer after 5 attempts: the server answered 429",
    "cut": "no answer after 5 attempts",
    "truncated": "breaks off or is damaged",
    "empty": "the file is empty",
    "html": "this is a web page; GeoJSON was expected",
    "xml": r"the service says: msWFSGetFeature\(\): unsupported srsName; GeoJSON was expected",
    "no collection": "a FeatureCollection was expected",
    "no features": "a FeatureCollection with a list of features was expected",
    "fewer features": "12 municipalities were announced, 11 came",
}


@pytest.mark.parametrize("fault", LASTING)
def test_a_fault_that_passes_leaves_whole_boundaries(
    fault: str, layer: Layer, pdok: str, tmp_path: Path
) -> None:
    layer.faults = [fault]
    assert_whole(fetch_into(tmp_path, pdok))


@pytest.mark.parametrize("fault", [fault for fault in LASTING if fault != "429"])
def test_a_lasting_fault_is_named_and_what_was_there_stays(
    fault: str, layer: Layer, pdok: str, tmp_path: Path
) -> None:
    before = fetch_into(tmp_path, pdok).read_bytes()
    layer.always = fault
    layer.asked.clear()
    with pytest.raises(DataError, match=LASTING[fault]):
        fetch_into(tmp_path, pdok)
    assert len(layer.asked) == ATTEMPTS
    [path] = tmp_path.iterdir()
    assert path.read_bytes() == before


def test_a_repeated_page_is_refused(layer: Layer, pdok: str, tmp_path: Path) -> None:
    layer.most, layer.always = 6, "repeated page"
    with pytest.raises(DataError, match="GM0001.*the municipality came before"):
        fetch_into(tmp_path, pdok)
    assert list(tmp_path.iterdir()) == []


def test_a_service_that_stops_before_the_end_is_refused(
    layer: Layer, pdok: str, tmp_path: Path
) -> None:
    layer.says = {"numberMatched": 13}
    with pytest.raises(DataError, match="no municipalities came after the 12 that are there"):
        fetch_into(tmp_path, pdok)
    layer.says = {"numberMatched": 11}
    with pytest.raises(DataError, match="11 municipalities were announced, 12 came"):
        fetch_into(tmp_path, pdok)
    assert list(tmp_path.iterdir()) == []


def put(*keys: str, value: object) -> Callable[[Feature], None]:
    def change(feature: Feature) -> None:
        inner: Any = feature
        for key in keys[:-1]:
            inner = inner[key]
        inner[keys[-1]] = value

    return change


def polygon(*points: list[object]) -> Callable[[Feature], None]:
    return put("geometry", value={"type": "Polygon", "coordinates": [list(points)]})


NOT_AS_AGREED = {
    "RD metres": (polygon([155000, 463000], [156000, 463000]), "are metres .RD, EPSG:28992"),
    "swapped": (polygon([52.1, 5.4], [52.2, 5.5]), "latitude and longitude are swapped"),
    "elsewhere": (polygon([2.35, 48.86], [2.36, 48.87]), "lies outside the Netherlands"),
    "a point": (put("geometry", "type", value="Point"), "Polygon or MultiPolygon was expected"),
    "no shape": (put("geometry", value=None), "Polygon or MultiPolygon was expected"),
    "no points": (put("geometry", "coordinates", value=[]), "the shape has no points"),
    "damaged": (polygon([5.4, None]), "the coordinates are damaged"),
    "no code": (put("properties", "statcode", value=None), "column statcode.*is missing"),
    "no name": (put("properties", "statnaam", value=""), "column statnaam.*is missing"),
    "another code": (put("properties", "statcode", value="PV25"), "'PV25'.*such as GM0363"),
    "no properties": (put("properties", value=None), "the property is missing"),
}


@pytest.mark.parametrize("what", NOT_AS_AGREED)
def test_what_asking_again_would_not_change_is_said_at_once(
    what: str, layer: Layer, pdok: str, tmp_path: Path
) -> None:
    change, reason = NOT_AS_AGREED[what]
    change(layer.features[7])
    with pytest.raises(DataError, match=f"row 8.*{reason}"):
        fetch_into(tmp_path, pdok)
    assert len(layer.asked) == 1
    assert list(tmp_path.iterdir()) == []
    assert not list(tmp_path.glob("*.part"))


def test_a_year_without_boundaries_is_said_at_once(layer: Layer, pdok: str, tmp_path: Path) -> None:
    layer.always = "404"
    with pytest.raises(DataError, match="the server answered 404"):
        fetch_into(tmp_path, pdok)
    assert len(layer.asked) == 1


def test_a_fetched_year_is_a_release_with_its_shapes(layer: Layer, tmp_path: Path) -> None:
    entry = source("regions")
    file = next(file for file in entry.files if file.stem == "municipalities_2026")
    with serve(layer) as url:
        base = url.split("/cbs/")[0]
        client = Client(pause_seconds=0.01)
        first, again = (
            fetch_one(entry, file, tmp_path, client=client, today="2026-11-23", base_url=base)
            for _ in range(2)
        )
    assert (first.state, again.state) == ("fetched", "unchanged")
    assert first.path and first.path.with_name("gemeenten_2026.geojson").exists()
    assert raw.provenance_of(first.path)["rows"] == len(CODES)
