"""The shapes of the regions: complete, small, and sharing their borders."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely.geometry import Point, Polygon

from etl.commands.geometry import finish
from etl.database import ROOT
from etl.derive import regions
from etl.derive.boundaries import RD, WGS84
from tests import drawn
from tests.killing import Killer
from tests.published import SHARED, etl

GEO = ROOT / "data" / "geo"
MAPS = ROOT / "static" / "geo"
LEVELS = {"provincie": (12, 80_000), "arbeidsmarktregio": (35, 110_000), "corop": (40, 110_000)}


@pytest.mark.parametrize("level", LEVELS)
def test_every_region_has_a_shape_in_a_small_file(level: str) -> None:
    count, most_bytes = LEVELS[level]
    path = GEO / f"{level}.geojson"
    assert path.stat().st_size <= most_bytes
    shapes = gpd.read_file(path)
    assert len(shapes) == shapes["code"].nunique() == count
    assert shapes.is_valid.all()


@pytest.mark.parametrize("level", LEVELS)
def test_neighbours_share_their_borders(level: str) -> None:
    shapes = gpd.read_file(GEO / f"{level}.geojson").to_crs(RD).geometry
    whole = shapes.union_all()
    assert abs(shapes.area.sum() - whole.area) < 1, "overlap, in square metres"
    provinces = gpd.read_file(GEO / "provincie.geojson").to_crs(RD).union_all()
    assert abs(provinces.area - whole.area) / whole.area < 1e-5, "levels cover the same land"


@pytest.mark.parametrize("level", LEVELS)
def test_the_map_on_screen_is_drawn_from_the_committed_shapes(level: str, tmp_path: Path) -> None:
    again = regions.write_map(GEO / f"{level}.geojson", tmp_path)
    assert again.read_text() == (MAPS / f"{level}.json").read_text()


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
def test_dissolving_again_gives_the_committed_shapes(tmp_path: Path) -> None:
    result = etl(
        "geometry",
        SHARED / "geo" / "gemeenten_2022.geojson",
        "--to",
        tmp_path / "geo",
        "--maps",
        tmp_path / "maps",
        "--neighbours",
        tmp_path / "neighbours.csv",
    )
    assert result.returncode == 0, result.stderr
    for level in LEVELS:
        name = f"{level}.geojson"
        assert (tmp_path / "geo" / name).read_text() == (GEO / name).read_text()


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
def test_the_shapes_agree_with_the_publishers_own() -> None:
    published = gpd.read_file(SHARED / "geo" / "arbeidsmarktregio_2025.topojson").set_crs(
        WGS84, allow_override=True
    )
    published = published.to_crs(RD).set_index("statcode").geometry
    ours = gpd.read_file(GEO / "arbeidsmarktregio.geojson").to_crs(RD)
    for code, shape in ours.set_index("code").geometry.items():
        overlap = shape.intersection(published[code].buffer(0)).area
        assert overlap / shape.area > 0.94, code


def municipalities_of(year: int, facts: duckdb.DuckDBPyConnection) -> list[str]:
    sql = "select municipality_code from region_link where year = ? order by all"
    return [code for (code,) in facts.execute(sql, [year]).fetchall()]


def dissolve(polygons: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return etl(
        "geometry",
        polygons,
        "--to",
        folder / "geo",
        "--maps",
        folder / "maps",
        "--neighbours",
        folder / "neighbours.csv",
    )


@pytest.mark.parametrize("year", range(2021, 2027))
def test_boundaries_of_any_year_give_todays_regions_and_lose_no_municipality(
    year: int, facts: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    codes = municipalities_of(year, facts)
    result = dissolve(drawn.write(codes, tmp_path / "drawn.geojson"), tmp_path)
    assert result.returncode == 0, result.stderr
    for level, (count, _) in LEVELS.items():
        shapes = gpd.read_file(tmp_path / "geo" / f"{level}.geojson").to_crs(RD)
        assert len(shapes) == count
        drawn_area = len(codes) * drawn.SIDE_M**2
        assert abs(shapes.area.sum() / drawn_area - 1) < 1e-3
        assert abs(shapes.union_all().area / drawn_area - 1) < 1e-3


def test_boundaries_before_a_division_are_refused(
    facts: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    polygons = drawn.write(municipalities_of(2020, facts), tmp_path / "drawn.geojson")
    result = dissolve(polygons, tmp_path)
    assert result.returncode == 1
    assert "found 'GM0788'; the municipality lies in no region of today" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 2, "one message and what to do"
    assert not (tmp_path / "geo").exists()


def test_boundaries_that_lack_a_municipality_are_refused(
    facts: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    codes = municipalities_of(2026, facts)
    result = dissolve(drawn.write(codes[1:], tmp_path / "drawn.geojson"), tmp_path)
    assert result.returncode == 1
    assert f"found '{codes[0]}'; the boundaries of the municipality are missing" in result.stderr


CASE = Path(__file__).parents[1] / "cases" / "05_geometry"
Change = Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame]


@pytest.fixture
def today(facts: duckdb.DuckDBPyConnection) -> gpd.GeoDataFrame:
    """The municipalities of today as squares, in degrees."""
    codes = municipalities_of(2026, facts)
    return gpd.GeoDataFrame.from_features(drawn.features_of(codes), crs=WGS84)


@pytest.fixture
def as_drawn(today: gpd.GeoDataFrame, tmp_path: Path) -> dict[str, str]:
    """What is made of them as they are."""
    return made_of(written(today, tmp_path / "plain.geojson"), tmp_path / "plain")


def written(frame: gpd.GeoDataFrame, path: Path, **how: str) -> Path:
    frame.to_file(path, **how)
    return path


def files_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def made_of(polygons: Path, folder: Path) -> dict[str, str]:
    result = dissolve(polygons, folder)
    assert result.returncode == 0, result.stderr
    found = files_in(folder)
    assert len(found) == 7
    return found


def as_topology(frame: gpd.GeoDataFrame) -> str:
    """Write shapes as TopoJSON, each of them one arc."""
    arcs = [list(shape.exterior.coords) for shape in frame.geometry]
    shapes = [
        {"type": "Polygon", "arcs": [[number]], "properties": {"statcode": code}}
        for number, code in enumerate(frame["statcode"])
    ]
    objects = {"gemeente": {"type": "GeometryCollection", "geometries": shapes}}
    return json.dumps({"type": "Topology", "objects": objects, "arcs": arcs})


def test_the_same_shapes_are_made_whatever_the_form_of_the_file(
    today: gpd.GeoDataFrame, as_drawn: dict[str, str], tmp_path: Path
) -> None:
    high = today.set_geometry(today.geometry.force_3d(1.5))
    topology = tmp_path / "topology.json"
    topology.write_text(as_topology(today), "utf-8")
    package = written(today.to_crs(RD), tmp_path / "a.gpkg", layer="gemeenten", driver="GPKG")
    written(today.head(3), package, layer="wijken", driver="GPKG", mode="a")
    in_metres = tmp_path / "metres.topojson"
    in_metres.write_text(as_topology(today.to_crs(RD)), "utf-8")
    files = [written(high, tmp_path / "high.geojson"), topology, package, in_metres]
    for number, path in enumerate(files):
        assert made_of(path, tmp_path / str(number)) == as_drawn, path.name


@pytest.mark.parametrize("name", ["gemeentecode", "GM_CODE", "Code", "gmcode"])
def test_the_column_of_the_codes_is_found(
    name: str, today: gpd.GeoDataFrame, as_drawn: dict[str, str], tmp_path: Path
) -> None:
    named = today.rename(columns={"statcode": name})
    assert made_of(written(named, tmp_path / "a.geojson"), tmp_path / "made") == as_drawn


def test_of_land_and_water_the_land_is_taken(
    today: gpd.GeoDataFrame, as_drawn: dict[str, str], tmp_path: Path
) -> None:
    sea = today.iloc[[0, 1]].assign(water=["JA", "B"])
    sea = sea.set_geometry(sea.to_crs(RD).translate(0, 200_000).to_crs(WGS84))
    both = pd.concat([today.assign(water="NEE"), sea], ignore_index=True)
    result = dissolve(written(both, tmp_path / "a.geojson"), tmp_path / "made")
    assert f"Left out: row {len(both)}, {today['statcode'][1]}: water" in result.stdout
    assert files_in(tmp_path / "made") == as_drawn


def test_a_boundary_that_crosses_itself_is_mended_and_named(
    today: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    west, south, east, north = today.geometry[0].bounds
    middle = ((west + east) / 2, (south + north) / 2)
    corners = [(west, south), (east, south), middle, (east, north), (west, north), middle]
    today.loc[0, "geometry"] = Polygon(corners)
    result = dissolve(written(today, tmp_path / "a.geojson"), tmp_path / "made")
    assert result.returncode == 0, result.stderr
    assert f"Mended: {today['statcode'][0]}, of which the boundary crosses" in result.stdout


def at(row: int, **values: Any) -> Change:
    """Return the change of one row, the first is 1."""

    def change(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        rows = frame.to_dict("records")
        rows[row - 1] |= values
        return gpd.GeoDataFrame(rows, geometry="geometry", crs=frame.crs)

    return change


def swapped(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    turned = shapely.transform(frame.geometry.values, lambda corners: corners[:, ::-1])
    return frame.set_geometry(turned, crs=WGS84)


REFUSED: dict[str, tuple[Change, str]] = {
    "no shape": (at(6, geometry=None), "row 6, column geometry: found 'GM0059'; it has no shape"),
    "an empty shape": (at(6, geometry=Polygon()), "row 6, column geometry: found 'GM0059'; it has"),
    "a point": (at(2, geometry=Point(5, 52)), "row 2, column geometry: found 'GM0034'; a Polygon"),
    "a code without letters": (at(1, statcode="0014"), "row 1, column statcode: found '0014'; a"),
    "no code": (at(1, statcode=None), "row 1, column statcode: found ''; a code such as GM0363"),
    "twice": (
        at(3, statcode="GM0014"),
        "row 3, column statcode: found 'GM0014'; it stands in row",
    ),
    "unknown": (at(1, statcode="GM9999"), "column statcode: found 'GM9999'; the municipality lies"),
    "no codes": (
        lambda frame: frame[["statnaam", "geometry"]],
        "such as GM0363 was expected;",
    ),
    "no year": (lambda frame: frame.iloc[1:], "found 'GM0014'; the boundaries of the municipality"),
    "swapped": (swapped, "row 1, column geometry: found 'GM0014'; latitude and longitude are"),
    "metres": (
        lambda frame: frame.to_crs(RD).set_crs(WGS84, allow_override=True),
        "are metres (RD, EPSG:28992); degrees (EPSG:4326) were expected",
    ),
    "elsewhere": (
        lambda frame: frame.set_geometry(frame.translate(0, 20)),
        "lies outside the Netherlands",
    ),
    "unknown water": (
        lambda frame: frame.assign(water="zout"),
        "column water: found 'zout'; JA",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_boundaries_that_are_not_as_expected_are_refused_and_nothing_is_written(
    kind: str, today: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    change, says = REFUSED[kind]
    result = dissolve(written(change(today), tmp_path / "a.geojson"), tmp_path / "made")
    assert result.returncode == 1
    assert says in result.stderr and "nothing was written" in result.stderr
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.geojson", None, "the file does not exist"),
        ("a.geojson", b"", "GeoJSON, TopoJSON or a GeoPackage was expected"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [', "GeoJSON, TopoJSON or a"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "the file has no shapes"),
        (
            "a.csv",
            b"statcode,naam\nGM0014,Groningen\n",
            "GeoJSON, TopoJSON or a GeoPackage was expected",
        ),
        ("a.gpkg", b"SQLite format 3\0", "GeoJSON, TopoJSON or a GeoPackage was expected"),
    ],
)
def test_a_file_without_boundaries_is_named(
    name: str, content: bytes | None, says: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = dissolve(tmp_path / name, tmp_path / "made")
    assert result.returncode == 1
    assert f"{name}: {says}" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 2, "one message and what to do"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("null_geom", "null_geom.geojson, row 6, column geometry: found 'GM0059'; it has no shape"),
        ("topojson", "topojson.geojson: the file has no shapes"),
        ("threeD", ""),
    ],
)
def test_files_as_users_have_them(name: str, says: str, tmp_path: Path) -> None:
    result = dissolve(CASE / f"{name}.geojson", tmp_path / "made")
    assert result.returncode == (1 if says else 0)
    assert says in result.stderr
    assert len(files_in(tmp_path)) == (0 if says else 7)


@pytest.mark.parametrize("place", ["maps/corop.json", "maps", "neighbours.csv"])
def test_nothing_is_replaced_when_one_file_cannot_be(
    place: str, today: gpd.GeoDataFrame, as_drawn: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "plain"
    blocked = folder / place
    if blocked.is_dir():
        shutil.rmtree(blocked)
        blocked.write_text("no folder")
    else:
        blocked.unlink()
        blocked.mkdir()
    before = files_in(folder)
    moved = today.set_geometry(today.translate(0.1, 0))
    result = dissolve(written(moved, tmp_path / "a.geojson"), folder)
    assert result.returncode == 1 and "Nothing was replaced" in result.stderr
    assert files_in(folder) == before


def test_what_was_ready_when_a_run_was_killed_is_put_in_its_place(tmp_path: Path) -> None:
    places = [tmp_path / name for name in ("one", "two")]
    parts = [path.with_suffix(".part") for path in places]
    for path in (*places, parts[1]):
        path.write_text("old" if path in places else "new")
    ready = tmp_path / "ready"
    ready.write_text(json.dumps(dict(zip(map(str, parts), map(str, places), strict=True))))
    places[0].write_text("new")  # the first was in its place when the run was killed
    finish(ready)
    assert [path.read_text() for path in places] == ["new", "new"]
    assert sorted(tmp_path.iterdir()) == places


@pytest.mark.slow
def test_a_command_that_is_killed_writes_all_or_nothing(
    today: gpd.GeoDataFrame, as_drawn: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "plain"
    moved = written(today.set_geometry(today.translate(0.1, 0)), tmp_path / "moved.geojson")
    others = made_of(moved, tmp_path / "others")
    places = ["--to", folder / "geo", "--maps", folder / "maps"]
    places += ["--neighbours", folder / "neighbours.csv"]
    command = ("geometry", moved, *places)
    killer, killed = Killer(*command), 0
    for step in range(6):
        for name, text in as_drawn.items():
            (folder / name).write_text(text, "utf-8")
        killed += killer.kills(*command, share=0.65 + 0.05 * step)
        refused = etl("geometry", "none.geojson", *places)  # whatever is asked next
        assert refused.returncode == 1
        left = {name: text for name, text in files_in(folder).items() if ".part" not in name}
        assert left in (as_drawn, others)
    assert killed, "it was not killed halfway, so this test showed nothing"


def test_neighbours_are_mutual_known_and_never_across_kinds() -> None:
    with (ROOT / "data" / "reference" / "region_neighbour.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    pairs = {(row["region_code"], row["neighbour_code"]): int(row["border_km"]) for row in rows}
    assert len(pairs) == len(rows)
    assert all(pairs[other, one] == km > 0 for (one, other), km in pairs.items())
    assert all(one[:2] == other[:2] and one != other for one, other in pairs)
    assert {other for one, other in pairs if one == "AM05"} == {"AM36", "AM09", "AM06"}
    assert {other for one, other in pairs if one == "PV23"} == {"PV25", "PV22", "PV21", "PV24"}


def test_neighbours_are_computed_from_the_committed_shapes(tmp_path: Path) -> None:
    again = regions.write_neighbours(
        [GEO / f"{level}.geojson" for level in regions.LEVELS], tmp_path / "neighbours.csv"
    )
    committed = ROOT / "data" / "reference" / "region_neighbour.csv"
    assert again.read_text() == committed.read_text()
