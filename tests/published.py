"""Files as publishers give them, drawn from the raw extracts: the input of the extract tests."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pyarrow.parquet

from etl.__main__ import main
from etl.database import RAW, ROOT, Inputs
from etl.register import REGISTER, RawFile, Source

PAGE_ROWS = 10_000
FEED = "https://opendata.cbs.nl/ODataFeed/OData/83599NED/UntypedDataSet/?$format=json&$skip="
SHARED = ROOT.parent / "shared"


EXTRACTED = [entry for entry in REGISTER if not all(file.optional for file in entry.files)]


def only_published(raw: Path = RAW, as_of: str | None = None) -> Inputs:
    """Return what a database is made from where fictitious figures and deliveries do not matter."""
    return Inputs(raw, sample=None, deliveries=None, as_of=as_of)


def write_published(folder: Path) -> None:
    for source in EXTRACTED:
        for file in source.files:
            if file.optional:
                continue
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            {
                "cbs_odata3": _write_pages,
                "excerpt_csv": _write_excerpt,
                "municipality_polygons": _write_polygons,
            }[file.protocol](source, file, path)


def _extract(source: Source, file: RawFile) -> Path:
    [path] = [p for p in (RAW / source.source_id).glob(f"*/{file.stem}.*") if p.suffix != ".json"]
    return path


def _records(source: Source, file: RawFile) -> list[dict[str, str]]:
    with _extract(source, file).open(encoding="utf-8", newline="") as extract:
        return list(csv.DictReader(extract))


def _write_pages(source: Source, file: RawFile, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    rows = pyarrow.parquet.read_table(_extract(source, file)).to_pylist()
    for number, start in enumerate(range(0, len(rows), PAGE_ROWS), start=1):
        page: dict[str, object] = {
            "value": [
                {**{c: row[c] for c in [*file.dimensions, *file.units]}, "ID": row["line"]}
                for row in rows[start : start + PAGE_ROWS]
            ]
        }
        if start + PAGE_ROWS < len(rows):
            page["odata.nextLink"] = f"{FEED}{start + PAGE_ROWS}"
        (folder / f"untyped_page{number}.json").write_text(json.dumps(page), "utf-8")


def _write_excerpt(source: Source, file: RawFile, path: Path) -> None:
    with_comment = path.parent.name == "excerpts" and file.stem != "85276NED_brc_groups"
    with path.open("w", encoding="utf-8", newline="") as excerpt:
        if with_comment:
            excerpt.write(f"# {file.title}\n")
        writer = csv.writer(excerpt, delimiter=";" if with_comment else ",", lineterminator="\n")
        writer.writerow(file.columns)
        for record in _records(source, file):
            writer.writerow([record[column] for column in file.columns])


def _write_polygons(source: Source, file: RawFile, path: Path) -> None:
    features = [
        {"type": "Feature", "properties": {column: record[column] for column in file.columns}}
        for record in _records(source, file)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")


def etl(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run a command of the ETL as its entry does, in this process; return what it prints."""
    words = ["etl", *map(str, arguments)]
    out, err = io.StringIO(), io.StringIO()
    before = sys.argv, sys.stdin
    sys.argv, sys.stdin = words, io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main()
        code: str | int | None = 0
    except SystemExit as ended:
        code = ended.code
    finally:
        sys.argv, sys.stdin = before
    assert code is None or isinstance(code, int)
    return subprocess.CompletedProcess(words, code or 0, out.getvalue(), err.getvalue())


def extract_all(published: Path, raw: Path) -> None:
    if raw.exists():
        shutil.rmtree(raw)
    for source in EXTRACTED:
        result = etl("extract", source.source_id, published, "--raw", raw)
        assert result.returncode == 0, result.stderr
