"""How often a property is tried: few and the same examples in each run, many new ones in a soak."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("SOAK") or 1)
IS_SOAK = TIMES > 1


def examples(number: int) -> int:
    """Return how many examples to try where a usual run tries this many."""
    return number * TIMES
