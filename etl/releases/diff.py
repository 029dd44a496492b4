"""What a new release of a source changes, in a few Dutch lines that can be mailed."""

from __future__ import annotations

import contextlib
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from etl import raw
from etl.errors import DataError, Problem
from etl.register import REGISTER, RawFile
from etl.transform import ETL

SHOWN = 10
POSITIONS = frozenset({"line", "sheet"})
ADDING = "uwv_workbook"
STAYS = "  Wat hier vervalt of geen cijfer meer heeft, houdt in de monitor zijn eerdere cijfer."
KINDS = {
    "new": ("nieuw cijfer", "nieuwe cijfers"),
    "missing": ("vervallen cijfer", "vervallen cijfers"),
    "figure": ("gewijzigd cijfer", "gewijzigde cijfers"),
    "sign": ("gewijzigd teken", "gewijzigde tekens"),
}


def report(old: Path, new: Path) -> list[str]:
    """Say what differs between two release folders of one source.

    Args:
        old: The folder of the earlier release, such as ``data/raw/cbs_vacancies/2026-07-30``.
        new: The folder of the later one.

    Returns:
        Dutch lines: per file the codes and periods that came or went, how many figures and signs
        changed, and the first of them.

    Raises:
        DataError: The folders are not releases of one source, or have no file in common.
    """
    entry = {source.source_id: source for source in REGISTER}.get(new.resolve().parent.name)
    if entry is None or old.resolve().parent.name != entry.source_id:
        reason = "two release folders of one source were expected, such as data/raw/<source>/<date>"
        raise DataError([Problem(f"{old}, {new}", reason)], "See 'python -m etl sources'.")
    lines: list[str] = []
    for file in entry.files:
        paths = [_extract(folder, file) for folder in (old, new)]
        if paths[0] and paths[1]:
            lines += _of_file(file, paths[0], paths[1])
    if not lines:
        reason = f"no file of {entry.source_id} stands in both folders"
        raise DataError([Problem(f"{old}, {new}", reason)], "Give two releases of the same file.")
    return lines


def _extract(folder: Path, file: RawFile) -> Path | None:
    found = (path for path in folder.glob(f"{file.stem}.*") if path.suffix in raw.SUFFIXES)
    return next(found, None)


def _of_file(file: RawFile, old: Path, new: Path) -> list[str]:
    title = f"{file.stem}, {file.title}: {old.parent.name} → {new.parent.name}"
    with contextlib.closing(duckdb.connect(":memory:")) as connection:
        connection.register("old_cell", _cells(file, old))
        connection.register("new_cell", _cells(file, new))
        connection.execute((ETL / "releases" / "diff.sql").read_text("utf-8"))
        lines = [*_codes(connection), *_counts(connection), *_figures(connection)]
    if lines and file.protocol == ADDING:
        lines.append(STAYS)
    return [title, *lines] if lines else [title, "  Geen verschillen."]


def _cells(file: RawFile, path: Path) -> pa.Table:
    """Return one row per figure: its key, its codes, its column and its value."""
    if path.suffix == ".parquet":
        table = pyarrow.parquet.read_table(path)
    else:
        text = {column: pa.string() for column in file.columns}
        options = pyarrow.csv.ConvertOptions(column_types=text)
        table = pyarrow.csv.read_csv(path, convert_options=options)
    measures = [column for column in file.columns if column in file.units]
    places = [column for column in file.dimensions if column not in POSITIONS]
    cells = []
    for row in table.to_pylist():
        codes = {place: (row[place] or "").strip() for place in places}
        cell = {"key": " / ".join(codes.values()), "codes": list(codes.items())}
        if measures:
            cells += [{**cell, "column_name": name, "value": row[name]} for name in measures]
        else:
            cells.append({**cell, "codes": [], "column_name": "", "value": ""})
    schema = pa.schema(
        [
            ("key", pa.string()),
            ("codes", pa.map_(pa.string(), pa.string())),
            ("column_name", pa.string()),
            ("value", pa.string()),
        ]
    )
    return pa.Table.from_pylist(cells, schema)


def _codes(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(
        "select dimension, kind, list(code order by code) from changed_code "
        "group by all order by dimension, kind desc"
    ).fetchall()
    words = {"new": "nieuw", "missing": "vervallen"}
    return [f"  {dimension}: {words[kind]} {_few(codes)}" for dimension, kind, codes in found]


def _counts(connection: duckdb.DuckDBPyConnection) -> list[str]:
    counts = dict(connection.execute("select kind, count(*) from changed group by all").fetchall())
    said = [f"{counts[k]} {KINDS[k][counts[k] != 1]}" for k in KINDS if k in counts]
    return [f"  {', '.join(said)}."] if said else []


def _figures(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Name the figures that changed, the largest change first, then the signs."""
    found = connection.execute(
        "select key, column_name, trim(old_value), trim(new_value) from changed "
        "where kind in ('figure', 'sign') "
        "order by abs(difference) desc nulls last, key, column_name"
    ).fetchall()
    lines = [
        f"  {key}, {column}: {old or '(leeg)'} → {new or '(leeg)'}"
        for key, column, old, new in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        lines.append(f"  en nog {len(found) - SHOWN} andere")
    return lines


def _few(codes: list[str]) -> str:
    more = f" en nog {len(codes) - SHOWN} andere" if len(codes) > SHOWN else ""
    return ", ".join(codes[:SHOWN]) + more
