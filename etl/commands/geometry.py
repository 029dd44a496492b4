"""The command that draws the regions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from etl import database, programmes
from etl.commands.console import RawOption, say
from etl.transform import REFERENCE
from words import reference


def geometry(
    polygons: Annotated[Path, typer.Argument(help="Municipality polygons, GeoJSON in WGS84.")],
    raw_folder: RawOption = database.RAW,
    to: Annotated[Path, typer.Option(help="Folder for the GeoJSON.")] = database.ROOT
    / "data"
    / "geo",
    maps: Annotated[Path, typer.Option(help="Folder for the maps on screen.")] = database.ROOT
    / "static"
    / "geo",
    neighbours: Annotated[Path, typer.Option(help="File for which regions share a border.")] = (
        REFERENCE / "region_neighbour.csv"
    ),
) -> None:
    """Dissolve and simplify municipality polygons into the shapes of the regions."""
    from etl.derive import regions

    regions_of = {row["gm"]: row for row in programmes.region_rows(raw_folder)}
    mergers = [(row["from_code"], row["to_code"]) for row in reference("municipality_merger")]
    divided = Counter(former for former, _ in mergers)
    merged = {former: successor for former, successor in mergers if divided[former] == 1}
    written = regions.write_geometry(polygons, regions_of, merged, to)
    for path in written:
        say(f"Wrote {path} and {regions.write_map(path, maps)}")
    say(f"Wrote {regions.write_neighbours(written, neighbours)}")
