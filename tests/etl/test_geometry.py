"""The shapes of the regions: complete, small, and sharing their borders."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import duckdb
import geopandas as gpd
import pytest

from etl.database import ROOT
from etl.derive import regions
from tests import drawn
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
    shapes = gpd.read_file(GEO / f"{level}.geojson").to_crs(regions.RD).geometry
    whole = shapes.union_all()
    assert abs(shapes.area.sum() - whole.area) < 1, "overlap, in square metres"
    provinces = gpd.read_file(GEO / "provincie.geojson").to_crs(regions.RD).union_all()
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
        regions.WGS84, allow_override=True
    )
    published = published.to_crs(regions.RD).set_index("statcode").geometry
    ours = gpd.read_file(GEO / "arbeidsmarktregio.geojson").to_crs(regions.RD)
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
        shapes = gpd.read_file(tmp_path / "geo" / f"{level}.geojson").to_crs(regions.RD)
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
