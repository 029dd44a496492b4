"""Municipalities drawn as squares: real codes on a grid inside the Netherlands, WGS84."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry import box

from etl.derive.boundaries import RD, WGS84

SIDE_M = 10_000
PER_ROW = 15
WEST_M, SOUTH_M = 60_000, 330_000


def features_of(codes: Sequence[str]) -> list[dict[str, Any]]:
    squares = [
        box(x, y, x + SIDE_M, y + SIDE_M)
        for number in range(len(codes))
        for x, y in [(WEST_M + number % PER_ROW * SIDE_M, SOUTH_M + number // PER_ROW * SIDE_M)]
    ]
    named = {"statcode": list(codes), "statnaam": [f"Gemeente {code}" for code in codes]}
    frame = gpd.GeoDataFrame(named, geometry=squares, crs=RD).to_crs(WGS84)
    features: list[dict[str, Any]] = json.loads(frame.to_json())["features"]
    return features


def write(codes: Sequence[str], path: Path) -> Path:
    collection = {"type": "FeatureCollection", "features": features_of(codes)}
    path.write_text(json.dumps(collection), "utf-8")
    return path
