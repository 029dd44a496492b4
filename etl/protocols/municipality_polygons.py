"""Municipality boundaries as GeoJSON, fetched from the PDOK web feature service and read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa

from etl.download import Client, RefusedError
from etl.errors import refusal
from etl.protocols import rows, staging
from etl.protocols.cbs_table import parse_object

LAYER = "gemeente_gegeneraliseerd"
CODE = "statcode"
NAME = "statnaam"
CODE_PATTERN = re.compile("GM[0-9]{4}")
WEST, SOUTH, EAST, NORTH = 3.0, 50.5, 7.5, 53.8
refuse = partial(refusal, "Fetch the boundaries again.")
QUERY: dict[str, str | int] = {
    "service": "WFS",
    "version": "2.0.0",
    "request": "GetFeature",
    "typeName": f"gebiedsindelingen:{LAYER}",
    "outputFormat": "application/json",
    "srsName": "EPSG:4326",
}

Feature = dict[str, Any]


def fetch(client: Client, url: str, path: Path) -> None:
    """Download the boundaries of one year: WGS84 degrees, one feature per municipality.

    The url is of a year: ``https://service.pdok.nl/cbs/gebiedsindelingen/2026/wfs/v1_0``.

    Raises:
        DataError: The boundaries cannot be had whole, or are not what was asked for.
    """
    features: list[Feature] = []
    query = QUERY
    matched: int | None = None
    while matched is None or len(features) < matched:
        address = f"{url}?{urlencode(query, safe=':/')}"
        known = {feature["properties"][CODE] for feature in features}
        page = client.get(address, partial(_read_page, address, known=known))
        features += page["features"]
        matched = _count(page, "numberMatched") or len(features)
        # A service that gives fewer than it has is asked for the rest, in pieces as large.
        query = {**QUERY, "startIndex": len(features), "count": len(page["features"])}
    collection = {"type": "FeatureCollection", "name": LAYER, "features": features}
    staging.write(path, json.dumps(collection, ensure_ascii=False))


def _count(page: Feature, name: str) -> int | None:
    """Return a count that the service gives; None when it does not know, as WFS allows."""
    value = page.get(name)
    return value if isinstance(value, int) else None


def _read_page(address: str, text: str, *, known: set[str]) -> Feature:
    """Return one answer after checking that it holds other municipalities than those known."""
    page = _parse(address, text)
    returned, found = _count(page, "numberReturned"), len(page["features"])
    if returned not in (None, found):
        raise refuse(address, f"{returned} municipalities were announced, {found} came")
    if not found:
        raise refuse(address, f"no municipalities came after the {len(known)} that are there")
    seen = set(known)
    for number, feature in enumerate(page["features"], start=1):
        code = _check_feature(address, number, feature)
        if code in seen:
            reason = "the municipality came before, so a page is repeated"
            raise refuse(address, reason, line=number, column=CODE, value=code)
        seen.add(code)
    matched = _count(page, "numberMatched")
    if matched is not None and len(seen) > matched:
        raise refuse(address, f"{matched} municipalities were announced, {len(seen)} came")
    return page


def _parse(address: str, text: str) -> Feature:
    if text.lstrip().startswith("<"):
        said = re.search(r"<(?:\w+:)?ExceptionText[^>]*>(.*?)</", text, re.DOTALL)
        found = f"the service says: {' '.join(said[1].split())}" if said else "this is a web page"
        raise refuse(address, f"{found}; GeoJSON was expected")
    page = parse_object(address, text)
    features = page.get("features")
    if page.get("type") != "FeatureCollection":
        raise refuse(address, "a FeatureCollection was expected")
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        raise refuse(address, "a FeatureCollection with a list of features was expected")
    return page


def _check_feature(address: str, number: int, feature: Feature) -> str:
    """Return the code of a municipality that is as agreed; asking again would not change it."""
    properties = feature.get("properties") or {}
    for column in (CODE, NAME):
        if not properties.get(column):
            reason = f"the property is missing; found {', '.join(properties)}"
            raise RefusedError(address, reason, number, column)
    code = str(properties[CODE])
    if not CODE_PATTERN.fullmatch(code):
        raise RefusedError(address, "a code such as GM0363 was expected", number, CODE, code)
    if wrong := _wrong_shape(feature.get("geometry") or {}):
        raise RefusedError(address, wrong, number, "geometry", code)
    return code


def _wrong_shape(geometry: Feature) -> str | None:
    """Return what is wrong with the shape of a municipality, if anything."""
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return f"a Polygon or MultiPolygon was expected, not {geometry.get('type')}"
    try:
        points = [(float(x), float(y)) for x, y, *_ in _points(geometry["coordinates"])]
    except (KeyError, TypeError, ValueError):
        return "the coordinates are damaged"
    if not points:
        return "the shape has no points"
    return next(filter(None, (wrong_place(x, y) for x, y in points)), None)


def wrong_place(x: float, y: float) -> str | None:
    """Return what is wrong with a place in degrees, if it does not lie in the Netherlands."""
    if WEST <= x <= EAST and SOUTH <= y <= NORTH:
        return None
    if WEST <= y <= EAST and SOUTH <= x <= NORTH:
        return f"latitude and longitude are swapped at {x}, {y}"
    if x > 180 or y > 90:
        return f"{x}, {y} are metres (RD, EPSG:28992); degrees (EPSG:4326) were expected"
    return f"{x}, {y} lies outside the Netherlands"


def _points(coordinates: list[Any]) -> Iterator[list[Any]]:
    """Yield each position of a shape, however deep its rings and parts lie."""
    if coordinates and not isinstance(coordinates[0], list):
        yield coordinates
    else:
        for part in coordinates:
            yield from _points(part)


def extract(path: Path, columns: Sequence[str]) -> pa.Table:
    """Read properties of each municipality; the shapes are for ``etl.derive.regions``.

    Returns:
        One row per feature: ``line`` (int64, its number, from 1) and ``columns`` as text.

    Raises:
        DataError: The file is no complete FeatureCollection or a feature lacks a property.
    """
    try:
        features = json.loads(path.read_text("utf-8-sig"))["features"]
        found = {
            column: [str(feature["properties"][column]) for feature in features]
            for column in columns
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = f"a GeoJSON FeatureCollection with {', '.join(columns)} was expected ({error!r})"
        raise refuse(path.name, reason) from error
    if not features:
        raise refuse(path.name, "there are no features, at least one was expected")
    return rows.table(range(1, len(features) + 1), found)
