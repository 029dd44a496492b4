"""Boundaries in whatever form: the same maps, or a refusal by name with nothing written."""

from __future__ import annotations

import json
import tempfile
from contextlib import closing
from pathlib import Path

import duckdb
import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon

from etl.derive.boundaries import RD, WGS84
from tests import drawn
from tests.etl.test_geometry import as_topology, dissolve, files_in, made_of, municipalities_of
from tests.soak import examples

CODES = {
    "as text": lambda code: code,
    "padded": lambda code: f" {code} ",
    "in small letters": str.lower,
    "without letters": lambda code: code[2:],
    "as a number": lambda code: int(code[2:]),
}
EXACT = [WGS84, RD, "OGC:CRS84"]
SYSTEMS = [*EXACT, "EPSG:4258", "EPSG:3857"]  # these give the same but for a rounding
EXTRAS = ["", "water", "a land abroad", "a province", "no shape"]
READ = {"as text", "padded"}


@pytest.fixture(scope="module")
def today(database: Path) -> gpd.GeoDataFrame:
    """The municipalities of today as squares, in degrees."""
    with closing(duckdb.connect(str(database), read_only=True)) as facts:
        features = drawn.features_of(municipalities_of(2026, facts))
    return gpd.GeoDataFrame.from_features(features, crs=WGS84)


@pytest.fixture(scope="module")
def as_drawn(today: gpd.GeoDataFrame, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("drawn")
    today.to_file(folder / "plain.geojson")
    return made_of(folder / "plain.geojson", folder / "plain")


def shapes_of(text: str) -> gpd.GeoSeries:
    features = json.loads(text)["features"]
    return gpd.GeoDataFrame.from_features(features, crs=WGS84).set_index("code").geometry.to_crs(RD)


def with_extra(frame: gpd.GeoDataFrame, extra: str) -> gpd.GeoDataFrame:
    if not extra:
        return frame
    row = frame.iloc[[0]].copy()
    row["geometry"] = row.translate(0, 0.1)
    if extra == "water":
        return pd.concat([frame.assign(water="NEE"), row.assign(water="JA")], ignore_index=True)
    if extra == "no shape":
        row["geometry"] = None
    codes = {"a land abroad": "DE0001", "a province": "PV23", "no shape": "GM0998"}
    return pd.concat([frame, row.assign(statcode=codes[extra])], ignore_index=True)


@example(
    codes="padded",
    column="nummer",
    system=RD,
    form="gpkg",
    extra="",
    seed=1,
    is_multi=True,
    has_names=True,
)
@example(
    codes="as text",
    column="statcode",
    system="EPSG:4258",
    form="geojson",
    extra="",
    seed=0,
    is_multi=False,
    has_names=False,
)
@given(
    codes=st.sampled_from([*["as text", "padded"] * 3, *CODES]),
    column=st.sampled_from(["statcode", "GemeenteCode", "GM_CODE", "gm", "nummer"]),
    system=st.sampled_from(SYSTEMS),
    form=st.sampled_from(["geojson", "gpkg", "topojson"]),
    extra=st.sampled_from([*["", "water"] * 3, *EXTRAS]),
    seed=st.integers(0, 100),
    is_multi=st.booleans(),
    has_names=st.booleans(),
)
@settings(max_examples=examples(4), deadline=None)
def test_the_same_maps_are_made_or_the_file_is_refused_by_name(
    today: gpd.GeoDataFrame,
    as_drawn: dict[str, str],
    codes: str,
    column: str,
    system: str,
    form: str,
    extra: str,
    seed: int,
    is_multi: bool,
    has_names: bool,
) -> None:
    frame = with_extra(today.sample(frac=1, random_state=seed), extra).to_crs(system)
    frame["statcode"] = frame["statcode"].map(CODES[codes])
    if is_multi and form != "topojson":
        frame["geometry"] = [one and MultiPolygon([one]) for one in frame.geometry]
    frame = frame if has_names else frame.drop(columns="statnaam")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"a.{form}"
        if form == "topojson":
            if frame.geometry.isna().any():
                return
            path.write_text(as_topology(frame), "utf-8")
        else:
            frame.rename(columns={"statcode": column}).to_file(
                path, driver={"geojson": "GeoJSON", "gpkg": "GPKG"}[form]
            )
        result = dissolve(path, Path(place) / "made")
        found = files_in(Path(place) / "made")
    is_usual = codes in READ and extra in ("", "water") and system != "EPSG:3857"
    is_usual &= form != "topojson" or extra == ""
    assert "Traceback" not in result.stderr
    if result.returncode:
        assert not is_usual, result.stderr
        assert found == {} and path.name in result.stderr
    elif system in EXACT:
        assert found == as_drawn
    else:
        assert found.keys() == as_drawn.keys()
        for name in filter(lambda one: one.startswith("geo/"), found):
            shapes, drawn_ones = shapes_of(found[name]), shapes_of(as_drawn[name])
            assert (shapes.index == drawn_ones.index).all()
            assert (shapes.symmetric_difference(drawn_ones).area < 1e-3 * shapes.area).all()
