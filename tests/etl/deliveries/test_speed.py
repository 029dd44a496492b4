"""No step of an import grows faster than the delivery: ratios within one run."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.deliveries import Row, csv_of, deliver, participation, voucher, xlsx

SMALL, TIMES = 1_500, 8
GENEROUS = 4


def rows(size: int, kind: str) -> list[Row]:
    made = [participation(n) for n in range(1, size + 1)]
    for number, row in enumerate(made):
        if kind == "every row refused":
            row["position_at_start"] = f"onbekende stand {number}"
            row["exit_on"] = "2020-01-01"
        if kind == "every key twice":
            row["participation_key"] = f"D-{number // 2:04}"
    return made


def seconds(content: bytes, folder: Path, state: str) -> float:
    best = float("inf")
    for attempt in range(2):
        started = time.perf_counter()
        result = deliver(content, folder / str(attempt))
        best = min(best, time.perf_counter() - started)
        assert result.state == state
    return best


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "state"),
    [("good", "accepted"), ("every row refused", "refused"), ("every key twice", "refused")],
)
def test_eight_times_the_rows_take_about_eight_times_the_time(
    kind: str, state: str, tmp_path: Path
) -> None:
    deliver(csv_of("participation", rows(10, "good")), tmp_path / "warm")
    small = seconds(csv_of("participation", rows(SMALL, kind)), tmp_path / "small", state)
    large = seconds(csv_of("participation", rows(SMALL * TIMES, kind)), tmp_path / "large", state)
    assert large < small * TIMES * GENEROUS, (small, large)


@pytest.mark.slow
def test_a_workbook_and_what_it_changes_grow_with_the_rows(tmp_path: Path) -> None:
    def taken(size: int) -> float:
        own = tmp_path / str(size)
        delivery = {"participation": rows(size, "good")}
        deliver(xlsx(delivery), own)
        delivery["voucher"] = [voucher(n) for n in range(1, size + 1)]
        delivery["participation"][-1]["at_work_24"] = "ja"
        started = time.perf_counter()
        result = deliver(xlsx(delivery), own)
        spent = time.perf_counter() - started
        assert (result.changes[0].changed, result.changes[1].added) == (1, size)
        return spent

    taken(10)
    assert taken(SMALL * TIMES) < taken(SMALL) * TIMES * GENEROUS
