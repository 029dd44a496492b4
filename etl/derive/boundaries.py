"""Boundaries of municipalities as they come, GeoJSON, TopoJSON or GeoPackage, read and checked."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import pandas as pd
import pyproj
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from etl.errors import DataError, Problem, first_of, refusal
from etl.protocols.municipality_polygons import CODE_PATTERN, wrong_place

RD = "EPSG:28992"
WGS84 = "EPSG:4326"
CODE_NAMES = ("statcode", "gemeentecode", "gm_code", "gemeente_code", "gmcode", "gm")
LAYER = "gemeente"
FORMS = (b"{", b"SQLite format 3")
IS_LAND = {"nee": True, "ja": False, "b": False}
ADVICE = "Take the boundaries of the municipalities of one whole year; nothing was written."
refuse = partial(refusal, ADVICE)


class Boundaries(NamedTuple):
    """The shapes of municipalities in RD, each with its ``code``, and what was done to them."""

    shapes: gpd.GeoDataFrame
    code_column: str
    done: list[str]


def read(path: Path) -> Boundaries:
    """Read the boundaries of municipalities, one shape per code inside the Netherlands.

    Of a file that says in a column ``water`` what is water only the land is taken. Coordinates
    without a system are taken for degrees when they can be; a third value of them is dropped.

    Raises:
        DataError: The file cannot be read, or a shape or code is not as expected.
    """
    found = _opened(path)
    name = _code_column(path, found)
    done = []
    rows = pd.Series(range(1, len(found) + 1), index=found.index)
    water = {column.lower(): column for column in found.columns}.get("water")
    if water:
        is_land = _is_land(path, found[water])
        wet = rows[~is_land]
        done = [f"Left out: row {row}, {found[name][at]}: water" for at, row in wet.items()]
        found, rows = found[is_land], rows[is_land]
    codes = found[name].fillna("").astype(str).str.strip()
    flat = shapely.force_2d(found.geometry.values)
    shapes = gpd.GeoDataFrame({"code": codes, "row": rows}, geometry=flat, crs=_system(found))
    if problems := [*_wrong_codes(path.name, name, shapes), *_wrong_shapes(path.name, shapes)]:
        raise DataError(first_of(problems), ADVICE)
    is_broken = ~shapes.geometry.is_valid
    mended = shapely.make_valid(shapes.geometry.values, method="structure", keep_collapsed=False)
    shapes["geometry"] = shapes.geometry.where(~is_broken, gpd.GeoSeries(mended, shapes.index))
    done += [f"Mended: {code}, of which the boundary crosses itself" for code in codes[is_broken]]
    return Boundaries(shapes.to_crs(RD), name, done)


def _opened(path: Path) -> gpd.GeoDataFrame:
    if not path.is_file():
        raise refuse(path.name, "the file does not exist")
    with path.open("rb") as file:
        if not file.read(100).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(FORMS):
            raise refuse(path.name, "GeoJSON, TopoJSON or a GeoPackage was expected")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in a damaged file is refused below
            layers = list(gpd.list_layers(path)["name"])
            ours = [one for one in layers if LAYER in one.lower()] if len(layers) > 1 else layers
            if len(ours) != 1:
                reason = f"one layer of municipalities was expected; found {', '.join(layers)}"
                raise refuse(path.name, reason)
            found = gpd.read_file(path, layer=ours[0])
    except (DataSourceError, DataLayerError, shapely.errors.ShapelyError, ValueError) as error:
        reason = f"GeoJSON, TopoJSON or a GeoPackage was expected ({str(error).splitlines()[0]})"
        raise refuse(path.name, reason) from error
    if not isinstance(found, gpd.GeoDataFrame) or found.empty:
        raise refuse(path.name, "the file has no shapes, one per municipality was expected")
    return found


def _code_column(path: Path, found: gpd.GeoDataFrame) -> str:
    columns = [str(one) for one in found.columns if one != found.geometry.name]
    named = {one.lower(): one for one in columns}
    for known in CODE_NAMES:
        if known in named:
            return named[known]
    texts = {one: found[one].astype(str).str.strip() for one in columns}
    alike = [one for one, text in texts.items() if text.str.fullmatch(CODE_PATTERN).all()]
    if len(alike) != 1:
        reason = f"one column with codes such as GM0363 was expected; found {', '.join(columns)}"
        raise refuse(path.name, reason)
    return alike[0]


def _is_land(path: Path, water: pd.Series) -> pd.Series:
    said = water.fillna("nee").astype(str).str.strip().str.lower()
    for row, value in enumerate(said, start=1):
        if value not in IS_LAND:
            raise refuse(path.name, "JA, NEE or B was expected", row, str(water.name), value)
    return said.map(IS_LAND).astype(bool)


def _system(found: gpd.GeoDataFrame) -> pyproj.CRS:
    """Return the system of the coordinates; where none is named, degrees or RD by their size."""
    looks_like = WGS84 if (found.total_bounds < 180).all() else RD
    return (found.crs or pyproj.CRS(looks_like)).to_2d()


def _wrong_codes(file: str, column: str, shapes: gpd.GeoDataFrame) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for code, row in zip(shapes["code"], shapes["row"], strict=True):
        if not CODE_PATTERN.fullmatch(code):
            yield Problem(file, "a code such as GM0363 was expected", row, column, code)
        elif code in first:
            reason = f"it stands in row {first[code]} too, as land and water may; once was expected"
            yield Problem(file, reason, row, column, code)
        first.setdefault(code, row)


def _wrong_shapes(file: str, shapes: gpd.GeoDataFrame) -> Iterator[Problem]:
    try:
        corners = (shapes if shapes.crs.is_geographic else shapes.to_crs(WGS84)).bounds
    except pyproj.exceptions.ProjError as error:
        yield Problem(file, f"coordinates in RD or in degrees were expected ({error})")
        return
    for row, code, shape, bounds in zip(
        shapes["row"], shapes["code"], shapes.geometry, corners.itertuples(index=False), strict=True
    ):
        if shape is None or shape.is_empty:
            yield Problem(file, "it has no shape, a Polygon was expected", row, "geometry", code)
        elif shape.geom_type not in ("Polygon", "MultiPolygon"):
            reason = f"a Polygon or MultiPolygon was expected, not {shape.geom_type}"
            yield Problem(file, reason, row, "geometry", code)
        elif wrong := wrong_place(*bounds[:2]) or wrong_place(*bounds[2:]):
            yield Problem(file, wrong, row, "geometry", code)
