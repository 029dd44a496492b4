"""Filling down what a csv file, saved of merged cells, has on the first of their rows only.

The merge itself is gone. So blank cells are filled only where all of the file can be read as
merged ones, and none as a name that is lacking.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from etl.protocols.uwv_layout import KEYS, Layout
from words.spelling import clean, folded

_TOTAL = re.compile(r"totaal\b|.*\btotaal$|alle (beroep|regio)")
Body = dict[int, list[str]]
Keys = dict[int, str]


def fill_down(body: Body, layout: Layout, is_remark: Callable[[list[str]], object]) -> list[str]:
    """Fill the key columns of rows in place; return in words what was filled."""
    places = [at for at, field in layout.used.items() if field in KEYS]
    said = {
        line: {at: clean("".join(cells[at : at + 1])) for at in places}
        for line, cells in body.items()
    }
    known = {
        text for line, own in said.items() if not is_remark(body[line]) for text in own.values()
    }
    found: dict[int, Keys] = {}
    read: list[tuple[Keys, Keys]] = []  # as they stand and as they were filled, without totals
    above: Keys = {}
    for line, own in said.items():
        cells = body[line]
        if is_remark(cells) and (clean(cells[0]) or known.isdisjoint({*own.values()} - {""})):
            above = {}
            continue
        if not any(_TOTAL.match(folded(text)) for text in own.values()):
            found[line] = {at: text or above.get(at, "") for at, text in own.items()}
            if not any(_TOTAL.match(folded(text)) for text in found[line].values()):
                read.append((own, found[line]))
        above |= {at: text for at, text in own.items() if text}
    merged = [at for at in places if any(not own[at] for own, _ in read)]
    if not merged or not _are_merged(read, merged, places):
        return []
    times: Counter[int] = Counter()
    for line, keys in found.items():
        for at in merged:
            times[at] += not said[line][at]
            body[line][at : at + 1] = [body[line][at] if said[line][at] else keys[at]]
    return [f"column {layout.header[at]}: blank cells filled down: {times[at]}" for at in merged]


def _are_merged(read: list[tuple[Keys, Keys]], merged: list[int], places: list[int]) -> bool:
    """Return whether rows without a name can be read as those of merged cells only.

    No key then comes twice; and a merged cell covers all rows of its name, so that a name stands
    once among those of the columns that do not change within its cell.
    """
    rows = [tuple(map(folded, keys.values())) for _, keys in read]
    if len({*rows}) < len(rows) or not all(map(all, rows)):
        return False
    for at in merged:
        within = {
            place
            for (_, before), (own, keys) in pairwise(read)
            for place in places
            if not own[at] and before[place] != keys[place]
        }
        begun = [
            tuple(folded(keys[place]) for place in places if place not in within)
            for own, keys in read
            if own[at]
        ]
        if len({*begun}) < len(begun):
            return False
    return True
