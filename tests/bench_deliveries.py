"""How time and memory of a delivery grow: 100 000 participations, 200 000 vouchers, and a tenth.

Each import runs in a process of its own, so that its memory can be told.
"""

from __future__ import annotations

import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import xlsxwriter

from etl import database
from etl.deliveries.format import tables
from tests import records
from tests.deliveries import csv_of, deliver, grid, participation, voucher

SIZES = (10_000, 100_000)
VOUCHERS_EACH = 2


def write(folder: Path, participations: int) -> dict[str, list[Path]]:
    """Write the same delivery as two csv files and as one workbook."""
    rows = {
        "participation": [participation(n) for n in range(1, participations + 1)],
        "voucher": [
            voucher(n, participation_key=f"D-{(n + 1) // VOUCHERS_EACH:04}")
            for n in range(1, VOUCHERS_EACH * participations + 1)
        ],
    }
    csv_files = []
    for name, own in rows.items():
        csv_files.append(folder / f"{name}.csv")
        csv_files[-1].write_bytes(csv_of(name, own))
    book_file = folder / "delivery.xlsx"
    with xlsxwriter.Workbook(book_file, {"strings_to_numbers": False}) as book:
        for name, own in rows.items():
            sheet = book.add_worksheet(tables()[name].label)
            for number, row in enumerate(grid(name, own)):
                sheet.write_row(number, 0, row)
    return {"csv": csv_files, "xlsx": [book_file]}


def measure(files: list[Path], to: Path) -> tuple[float, int]:
    """Return the seconds and the megabytes of importing files one after the other."""
    started = time.perf_counter()
    for path in files:
        result = deliver(path.read_bytes(), to)
        assert result.state == "accepted", result.findings[:3]
    taken = time.perf_counter() - started
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def audit(participations: int) -> float:
    """Return the seconds of counting and auditing a delivery in which everything differs."""
    tables = records.random_tables(1, participations)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database.build(folder / "monitor.duckdb", database.Inputs(deliveries=None))
        records.write(folder / "deliveries", **tables)
        started = time.perf_counter()
        database.build(folder / "monitor.duckdb", database.Inputs(deliveries=folder / "deliveries"))
        taken = time.perf_counter() - started
    said = f"{participations:,} participations, {len(tables['voucher']):,} vouchers, cells"
    print(f"{said:<54} {taken:6.1f} s")
    return taken


def main() -> None:
    seconds: dict[tuple[str, int], float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            for form, files in write(Path(name), size).items():
                with ProcessPoolExecutor(
                    1, mp_context=get_context("spawn"), max_tasks_per_child=1
                ) as pool:
                    taken, memory = pool.submit(measure, files, Path(name) / form).result()
                seconds[form, size] = taken
                said = f"{size:,} participations, {VOUCHERS_EACH * size:,} vouchers, {form}"
                print(f"{said:<54} {taken:6.1f} s   {memory} MB")
    for form in ("csv", "xlsx"):
        ratio = seconds[form, SIZES[1]] / seconds[form, SIZES[0]]
        print(f"{f'ten times as large a delivery, {form}':<54} {ratio:6.1f} x the time")
    audits = [audit(size) for size in SIZES]
    print(f"{'ten times as many records counted and audited':<54} {audits[1] / audits[0]:6.1f} x")


if __name__ == "__main__":
    main()
