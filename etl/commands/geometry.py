"""The command that draws the regions."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from etl import database, raw
from etl.commands.console import RawOption, say
from etl.transform import REFERENCE


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

    links = next(r for r in raw.releases(raw_folder) if r.file.stem == "municipality_regions_2026")
    with links.path.open(encoding="utf-8", newline="") as file:
        regions_of = {row["gm"]: row for row in csv.DictReader(file)}
    with (REFERENCE / "municipality_merger.csv").open(encoding="utf-8") as file:
        mergers = [(row["from_code"], row["to_code"]) for row in csv.DictReader(file)]
    divided = Counter(former for former, _ in mergers)
    merged = {former: successor for former, successor in mergers if divided[former] == 1}
    written = regions.write_geometry(polygons, regions_of, merged, to)
    for path in written:
        say(f"Wrote {path} and {regions.write_map(path, maps)}")
    say(f"Wrote {regions.write_neighbours(written, neighbours)}")
