"""A figure keeps its place, a gap stays a gap, and one that is known within bounds is no gap."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawings.points import over_time

CELLS = st.sampled_from([(3.0, 2.0, 4.0), (None, 2.0, 9.0), (None, None, None)])
PANELS = st.integers(1, 9).flatmap(
    lambda periods: st.lists(
        st.lists(CELLS, min_size=periods, max_size=periods), min_size=1, max_size=3
    )
)


def rows(panel: list[list[tuple[float | None, float | None, float | None]]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "line": f"line {number}",
                "ends_on": pd.Timestamp(2020 + place, 12, 31),
                "period_label": str(2020 + place),
                "sign": "below_ten" if low is not None else None,
                "figure": figure,
                "figure_low": low,
                "figure_high": high,
            }
            for number, line in enumerate(panel)
            for place, (figure, low, high) in enumerate(line)
        ]
    ).astype({"figure": "float64", "figure_low": "float64", "figure_high": "float64"})


@given(PANELS)
def test_every_figure_has_its_place_and_a_gap_is_where_nothing_is_known(
    panel: list[list[tuple[float | None, float | None, float | None]]],
) -> None:
    frame = rows(panel)
    found = over_time(frame, "line", "figure", frame["figure"].map(str), "figure")
    assert list(found.series.values()) == [tuple(cell[0] for cell in line) for line in panel]
    assert list(found.least.values()) == [tuple(cell[1] for cell in line) for line in panel]
    without = {place for start, end in found.without for place in range(start, end + 1)}
    assert without == {
        place for place, column in enumerate(zip(*panel, strict=True)) if {*column} == {(None,) * 3}
    }
    assert all(after[0] - before[1] > 1 for before, after in itertools.pairwise(found.without))


def test_a_line_without_a_row_for_a_period_has_a_gap_there_and_two_rows_are_refused() -> None:
    frame = rows([[(3.0, 2.0, 4.0)] * 3, [(3.0, 2.0, 4.0)] * 3])
    found = over_time(frame.drop(index=4), "line", "figure", ["3"] * 5)
    assert found.series == {"line 0": (3.0, 3.0, 3.0), "line 1": (3.0, None, 3.0)}
    assert found.said["line 1"] == ("3", "", "3") and not found.without
    with pytest.raises(ValueError, match="line 1 has two figures for 2022"):
        over_time(pd.concat([frame, frame.tail(1)]), "line", "figure", ["3"] * 7)
