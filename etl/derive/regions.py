"""Region shapes: dissolved from municipalities so that neighbours share their borders."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from etl.derive.boundaries import RD, WGS84, Boundaries
from etl.errors import DataError, Problem, first_of

TOLERANCE_M = 400
DECIMALS = 4
SHORTEST_BORDER_KM = 0.5
LEVELS = {"provincie": "pv", "corop": "cr", "arbeidsmarktregio": "am"}


def write_geometry(
    polygons: Path,
    found: Boundaries,
    regions_of: Mapping[str, Mapping[str, str]],
    merged: Mapping[str, str],
    to: Path,
) -> list[Path]:
    """Dissolve municipalities into provinces, COROP areas and labour-market regions.

    Borders are simplified once, on the municipalities together (a coverage), before dissolving:
    neighbours then keep the same border, at every level.

    Args:
        polygons: Where the polygons were read, for messages.
        found: Municipality polygons of one year.
        regions_of: Per municipality code its ``pv``, ``cr`` and ``am`` code.
        merged: Codes that have since gone, whole, into another municipality.
        to: Folder for ``<level>.geojson``: WGS84, four decimals, one feature per region code.

    Returns:
        The files written.

    Raises:
        DataError: The polygons are not exactly the municipalities of ``regions_of``, or ones that
            went into them.
    """
    municipalities = found.shapes
    codes = municipalities["code"].replace(dict(merged))
    place = (polygons.name, found.code_column)
    _require_every_municipality(place, set(codes), set(regions_of))
    municipalities["geometry"] = municipalities.geometry.simplify_coverage(TOLERANCE_M)
    to.mkdir(parents=True, exist_ok=True)
    written = []
    for level, column in LEVELS.items():
        municipalities["code"] = [regions_of[code][column] for code in codes]
        dissolved = municipalities[["code", "geometry"]].dissolve("code").to_crs(WGS84)
        path = to / f"{level}.geojson"
        path.write_text(_geojson(dissolved.geometry), "utf-8")
        written.append(path)
    return written


def _require_every_municipality(
    place: tuple[str, str], found: set[str], expected: set[str]
) -> None:
    reasons = {
        "the municipality lies in no region of today, or was divided over several": found
        - expected,
        "the boundaries of the municipality are missing": expected - found,
    }
    problems = [
        Problem(place[0], reason, column=place[1], value=code)
        for reason, codes in reasons.items()
        for code in sorted(codes)
    ]
    if problems:
        advice = "Take the boundaries of 2021 or later, of one whole year; nothing was written."
        raise DataError(first_of(problems), advice)


def _geojson(shapes: gpd.GeoSeries) -> str:
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {"code": code},
            "geometry": _rounded(shape.__geo_interface__),
        }
        for code, shape in shapes.sort_index().items()
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, separators=(",", ":")) + "\n"


def _rounded(geometry: Any) -> Any:
    if isinstance(geometry, dict):
        return {
            key: _rounded(value) if key == "coordinates" else value
            for key, value in geometry.items()
        }
    if isinstance(geometry, (list, tuple)):
        return [_rounded(part) for part in geometry]
    return round(geometry, DECIMALS)


def write_neighbours(geometries: Iterable[Path], to: Path) -> Path:
    """Write which regions of one level share a border.

    Args:
        geometries: ``<level>.geojson`` as written by :func:`write_geometry`.
        to: The file: ``region_code``, ``neighbour_code``, ``border_km`` (whole kilometres, at least
            1), in both directions, longest border first.

    Returns:
        The file written.
    """
    lines = ["region_code,neighbour_code,border_km,source"]
    for geometry in geometries:
        shapes = gpd.read_file(geometry).to_crs(RD).set_index("code").geometry.sort_index()
        for code, shape in shapes.items():
            touching = shapes[shapes.intersects(shape) & (shapes.index != code)]
            borders = touching.intersection(shape).length / 1000
            lines += [
                f"{code},{other},{round(km)},Berekend uit data/geo/{geometry.name}"
                for other, km in borders[borders >= SHORTEST_BORDER_KM]
                .sort_values(ascending=False, kind="stable")
                .items()
            ]
    to.write_text("\n".join(lines) + "\n", "utf-8")
    return to


def write_map(geometry: Path, to: Path) -> Path:
    """Write the shapes of one level as SVG paths, for the map on screen.

    Args:
        geometry: ``<level>.geojson`` as written by :func:`write_geometry`.
        to: Folder for ``<level>.json``: ``width`` and ``height`` in units of 100 m (RD, north up)
            and per region code a path ``d`` with the point ``x``, ``y`` where its label stands.

    Returns:
        The file written.
    """
    shapes = gpd.read_file(geometry).to_crs(RD).set_index("code").geometry
    west, south, east, north = shapes.total_bounds
    regions = {}
    for code, shape in shapes.items():
        parts = list(getattr(shape, "geoms", [shape]))
        label = max(parts, key=lambda part: part.area).representative_point()
        regions[code] = {
            "d": "".join(_path(part, west, north) for part in parts),
            "x": _units(label.x - west),
            "y": _units(north - label.y),
        }
    to.mkdir(parents=True, exist_ok=True)
    path = to / f"{geometry.stem}.json"
    content = {"width": _units(east - west), "height": _units(north - south), "regions": regions}
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")
    return path


def _path(polygon: BaseGeometry, west: float, north: float) -> str:
    rings = [polygon.exterior, *polygon.interiors]
    return "".join(
        "M"
        + "L".join(f"{_units(x - west)} {_units(north - y)}" for x, y in list(ring.coords)[:-1])
        + "Z"
        for ring in rings
    )


def _units(metres: float) -> int:
    return round(metres / 100)
