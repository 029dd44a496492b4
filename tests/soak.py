"""What is tried in which run: a choice in the quick tests, all in the slow ones, many in a soak."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable

import pytest
from _pytest.mark.structures import ParameterSet

TIMES = int(os.environ.get("SOAK") or 1)
IS_SOAK = TIMES > 1


def examples(number: int) -> int:
    """Return how many examples to try where a usual run tries this many."""
    return number * TIMES


def quick(cases: Iterable[str], chosen: Container[str]) -> list[ParameterSet]:
    """Return all cases; the quick tests run those that are chosen, the slow tests the rest."""
    return [pytest.param(case, marks=() if case in chosen else pytest.mark.slow) for case in cases]
