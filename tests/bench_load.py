"""How fast generated observations become facts, beside a bare DuckDB insert of the same file.

Both sides run with the settings of the build, each in a process of its own so that its memory can
be told; the facts are those of ``cbs_ww_benefits``, refusals and all.
"""

from __future__ import annotations

import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import duckdb

from etl import raw, transform
from etl.register import source

SIZES = (1_000_000, 10_000_000)
MONTHS = 96
SOURCE = source("cbs_ww_benefits")
FILE = SOURCE.files[0]
GENERATED = """
copy (
    select
        i as line,
        'R' || (i // $months) as "RegioS",
        format('{}MM{:02d}', 2013 + (i % $months) // 12, (i % $months) % 12 + 1) as "Perioden",
        'Voorlopig' as "Perioden:Status",
        cast((i * 7919) % 5000 * 10 as text) as "Personen met een werkloosheidsuitkering",
    from range($rows) as r (i)
) to '{path}' (header)
"""


def bare(path: Path, folder: Path, rows: int) -> tuple[float, int]:
    """Return seconds and megabytes of a bare insert."""
    with transform.writing(folder / f"bare{rows}.duckdb") as connection:
        connection.execute(
            "create table observation (line integer, region text, month text, status text, "
            "value integer)"
        )
        started = time.perf_counter()
        connection.execute(f"insert into observation select * from read_csv('{path}')")
        return time.perf_counter() - started, memory_mb()


def ours(path: Path, folder: Path, rows: int) -> tuple[float, int]:
    """Return seconds and megabytes from the file to the facts."""
    with transform.writing(folder / f"ours{rows}.duckdb") as connection:
        transform.prepare(connection)
        transform.run(connection, "reference")
        connection.execute(
            "insert into region select 'R' || i, 'corop', 'x', null, 0, 9999 from range(?) r (i)",
            [rows // MONTHS + 1],
        )
        started = time.perf_counter()
        release = raw.Release("bench", SOURCE, FILE, path, {}, "published")
        transform.load_file(connection, FILE, [release])
        transform.run(connection, SOURCE.source_id)
        return time.perf_counter() - started, memory_mb()


def memory_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    seconds: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for rows in SIZES:
            path = Path(name) / f"{rows}.csv"
            sql = GENERATED.replace("{path}", str(path))
            duckdb.connect(":memory:").execute(sql, {"rows": rows, "months": MONTHS})
            with ProcessPoolExecutor(
                1, mp_context=get_context("spawn"), max_tasks_per_child=1
            ) as pool:
                other, _ = pool.submit(bare, path, Path(name), rows).result()
                one, memory = pool.submit(ours, path, Path(name), rows).result()
            seconds[rows] = one
            print(
                f"{f'{rows:,} observations to facts':<46} {one:7.1f} s  bare insert {other:5.1f} s"
                f"   rows per second {other / one:.2f} x   {memory} MB"
            )
            path.unlink()
    small, large = (seconds[size] for size in SIZES)
    print(f"{'ten times as many observations':<46} {large / small:.1f} x the time")


if __name__ == "__main__":
    main()
