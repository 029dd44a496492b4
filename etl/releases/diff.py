"""What a new release of a source changes, in a few Dutch lines that can be mailed."""

from __future__ import annotations

import contextlib
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from etl import raw
from etl.errors import refusal
from etl.register import REGISTER, RawFile
from etl.transform import ETL

SHOWN = 10
POSITIONS = frozenset({"line", "sheet"})
ADDING = "uwv_workbook"
STAYS = "  Wat hier vervalt of geen cijfer meer heeft, houdt in de monitor zijn eerdere cijfer."
GOES = (
    "  Wat hier vervalt, houdt in de monitor zijn eerdere cijfer; wat leeg werd of een teken, niet."
)
KINDS = {
    "new": ("nieuw cijfer", "nieuwe cijfers"),
    "missing": ("vervallen cijfer", "vervallen cijfers"),
    "figure": ("gewijzigd cijfer", "gewijzigde cijfers"),
    "sign": ("gewijzigd teken", "gewijzigde tekens"),
}


def report(old: Path, new: Path) -> list[str]:
    """Say in Dutch what differs between two release folders of one source.

    Per file of ``data/raw/cbs_vacancies/2026-07-30`` and a later one: the codes and periods that
    came or went, how many figures and signs changed, and the first of them.

    Raises:
        DataError: The folders are not releases of one source, or have no file in common.
    """
    entry = {source.source_id: source for source in REGISTER}.get(new.resolve().parent.name)
    if entry is None or old.resolve().parent.name != entry.source_id:
        reason = "two release folders of one source were expected, such as data/raw/<source>/<date>"
        raise refusal("See 'python -m etl sources'.", f"{old}, {new}", reason)
    lines: list[str] = []
    for file in entry.files:
        paths = [
            path
            for folder in (old, new)
            for path in folder.glob(f"{file.stem}.*")
            if path.suffix in raw.SUFFIXES
        ]
        if len(paths) == 2:
            lines += _of_file(file, *paths)
    if not lines:
        reason = f"no file of {entry.source_id} stands in both folders"
        raise refusal("Give two releases of the same file.", f"{old}, {new}", reason)
    return lines


def _of_file(file: RawFile, old: Path, new: Path) -> list[str]:
    title = f"{file.stem}, {file.title}: {old.parent.name} → {new.parent.name}"
    with contextlib.closing(duckdb.connect(":memory:")) as connection:
        connection.register("old_cell", _cells(file, old))
        connection.register("new_cell", _cells(file, new))
        connection.execute((ETL / "releases" / "diff.sql").read_text("utf-8"))
        lines = [*_codes(connection), *_figures(connection)]
    if lines and file.protocol == ADDING:
        lines.append(GOES if raw.provenance_of(new).get("replaces_with_blanks") else STAYS)
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
    cells: list[tuple[str, list[tuple[str, str]], str, str]] = []
    for row in table.to_pylist():
        codes = {place: (row[place] or "").strip() for place in places}
        key = " / ".join(codes.values())
        cells += [(key, list(codes.items()), name, row[name]) for name in measures]
        if not measures:
            cells.append((key, [], "", ""))
    text = pa.string()
    types = {"key": text, "codes": pa.map_(text, text), "column_name": text, "value": text}
    columns = zip(*cells, strict=True) if cells else ((),) * len(types)
    return pa.table(dict(zip(types, map(list, columns), strict=True)), pa.schema(types.items()))


def _codes(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(
        "select dimension, kind, list(code order by code) from changed_code "
        "group by all order by dimension, kind desc"
    ).fetchall()
    words = {"new": "nieuw", "missing": "vervallen"}
    return [
        f"  {dimension}: {words[kind]} {', '.join(codes[:SHOWN])}"
        + (f" en nog {len(codes) - SHOWN} andere" if len(codes) > SHOWN else "")
        for dimension, kind, codes in found
    ]


def _figures(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Count what changed; name the figures among it, the largest change first, then the signs."""
    counts = dict(connection.execute("select kind, count(*) from changed group by all").fetchall())
    said = [f"{counts[k]} {KINDS[k][counts[k] != 1]}" for k in KINDS if k in counts]
    found = connection.execute(
        "select key, column_name, trim(old_value), trim(new_value) from changed "
        "where kind in ('figure', 'sign') "
        "order by abs(difference) desc nulls last, key, column_name"
    ).fetchall()
    lines = [f"  {', '.join(said)}."] if said else []
    lines += [
        f"  {key}, {column}: {old or '(leeg)'} → {new or '(leeg)'}"
        for key, column, old, new in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        lines.append(f"  en nog {len(found) - SHOWN} andere")
    return lines
