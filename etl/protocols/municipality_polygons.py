"""Municipality boundaries as GeoJSON, as the PDOK web feature service gives them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from etl.errors import DataError, Problem


def extract(path: Path, columns: Sequence[str]) -> pa.Table:
    """Read the attributes of each municipality; the shapes are for ``etl.derive.regions``.

    Args:
        path: A GeoJSON FeatureCollection.
        columns: Properties that each feature must have.

    Returns:
        One row per feature: ``line`` (int64, its number, from 1) and ``columns`` as text.

    Raises:
        DataError: The file is no complete FeatureCollection or a feature lacks a property.
    """
    try:
        features = json.loads(path.read_text("utf-8"))["features"]
        rows = [[str(feature["properties"][column]) for column in columns] for feature in features]
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = f"a GeoJSON FeatureCollection with {', '.join(columns)} was expected ({error!r})"
        raise DataError([Problem(path.name, reason)], "Fetch the boundaries again.") from error
    if not rows:
        raise DataError(
            [Problem(path.name, "there are no features, at least one was expected")],
            "Fetch the boundaries again.",
        )
    values = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    return pa.table({"line": pa.array(range(1, len(rows) + 1), pa.int64()), **values})
