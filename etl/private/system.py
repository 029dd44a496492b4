"""What is known of all counts and amounts at once, as rows of a matrix."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from etl.private.solver import Floats, LinearProgramme

SWEEPS = 10

Flags = NDArray[np.bool_]


class Narrow(NamedTuple):
    """A hidden cell that is confined too closely, with its bounds.

    Attributes:
        place: Where it stands.
        because: The cells of the sums that confine it, as far as known.
    """

    place: int
    because: frozenset[int]
    least: float
    most: float


@dataclass(frozen=True)
class Scope:
    """Some columns of the system, with what they obey while all others stay as they are."""

    columns: Flags
    programme: LinearProgramme

    @classmethod
    def of(cls, columns: Flags, zero: csr_array, at_most_zero: csr_array, exact: Floats) -> Scope:
        """Return the part of a system over some columns."""
        rest = np.where(columns, 0.0, exact)
        rows = []
        for matrix in (zero, at_most_zero):
            used = np.flatnonzero(abs(matrix) @ columns)
            rows += [matrix[used][:, columns], -(matrix @ rest)[used]]
        return cls(columns, LinearProgramme(*rows))


def squeeze(
    zero: csr_array, at_most_zero: csr_array, bounds: Floats
) -> tuple[Floats, Floats, dict[int, list[int]]]:
    """Return the bounds that adding and subtracting leaves, with the rows that give them.

    Each equation or inequality bounds each of its columns by what the others can be at most.

    Returns:
        The least and the most of each column, and per column the rows that bound it.
    """
    both = vstack([zero, at_most_zero]).tocoo()
    row, column, factor = both.row, both.col, both.data
    is_equation, is_plus = row < zero.shape[0], factor > 0
    low, high = bounds[:, 0].copy(), bounds[:, 1].copy()
    for _ in range(SWEEPS):
        least = np.where(is_plus, factor * low[column], factor * high[column])
        most = np.where(is_plus, factor * high[column], factor * low[column])
        others_least = np.bincount(row, least, both.shape[0])[row] - least
        others_most = np.bincount(row, most, both.shape[0])[row] - most
        up_to, from_on = -others_least / factor, -others_most / factor
        new_high = np.where(is_plus, up_to, np.where(is_equation, from_on, np.inf))
        new_low = np.where(is_plus, np.where(is_equation, from_on, -np.inf), up_to)
        before = low.copy(), high.copy()
        np.minimum.at(high, column, new_high)
        np.maximum.at(low, column, new_low)
        if np.allclose(low, before[0]) and np.allclose(high, before[1]):
            break
    tight = np.isclose(new_high, high[column]) | np.isclose(new_low, low[column])
    rows_of = defaultdict(list)
    for place, because in zip(column[tight], row[tight], strict=True):
        rows_of[int(place)].append(because)
    return low, high, rows_of


def matrix(rows: list[dict[int, float]], size: int) -> csr_array:
    """Return sparse rows as a matrix."""
    entries = [
        (value, number, column)
        for number, row in enumerate(rows)
        for column, value in row.items()
        if value
    ]
    values, at, columns = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_array((values, (at, columns)), shape=(len(rows), size))
