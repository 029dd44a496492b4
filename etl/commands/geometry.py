"""The command that draws the regions."""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from etl import database, programmes
from etl.commands.console import RawOption, say
from etl.errors import read_json
from etl.protocols import staging
from etl.transform import REFERENCE
from words import reference


def geometry(
    polygons: Annotated[
        Path,
        typer.Argument(help="Municipality polygons: GeoJSON, TopoJSON or GeoPackage, WGS84 or RD."),
    ],
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
    from etl.derive import boundaries, regions

    ready = to / ".geometry.ready"
    finish(ready)
    found = boundaries.read(polygons)
    regions_of = {row["gm"]: row for row in programmes.region_rows(raw_folder)}
    mergers = [(row["from_code"], row["to_code"]) for row in reference("municipality_merger")]
    divided = Counter(former for former, _ in mergers)
    merged = {former: successor for former, successor in mergers if divided[former] == 1}
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        shapes = regions.write_geometry(polygons, found, regions_of, merged, made / "shapes")
        drawn = [regions.write_map(path, made / "maps") for path in shapes]
        beside = regions.write_neighbours(shapes, made / neighbours.name)
        places = {path: to / path.name for path in shapes}
        places |= {path: maps / path.name for path in drawn}
        put({**places, beside: neighbours}, ready)
    for words in found.done:
        say(words)
    for path in [*places.values(), neighbours]:
        say(f"Wrote {path}")


def put(files: Mapping[Path, Path], ready: Path) -> None:
    """Put each file in its place when all of them lie beside theirs: all or none.

    The file ``ready`` then says so, and ``finish`` does what is left when this is killed.
    """
    beside = {place.absolute(): place.with_name(f".{place.name}.part") for place in files.values()}
    try:
        for made, (place, part) in zip(files, beside.items(), strict=True):
            if place.is_dir():
                raise IsADirectoryError(errno.EISDIR, "a file was expected here", str(place))
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, part)
        moves = {str(part.absolute()): str(place) for place, part in beside.items()}
        staging.write(ready, json.dumps(moves))
    except OSError:
        for part in beside.values():
            with contextlib.suppress(OSError):
                part.unlink()
        raise
    finish(ready)


def finish(ready: Path) -> None:
    """Put what was ready in its place, also when the run that made it was killed."""
    if ready.exists():
        for part, place in read_json(ready).items():
            if Path(part).exists():
                Path(part).replace(place)
        ready.unlink()
