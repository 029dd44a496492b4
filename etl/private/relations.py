"""How the cells of a programme are bound to each other: which add up to which, which is never more.

Anybody can know these: they follow from what the tables are, not from what is in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Key(NamedTuple):
    """What identifies a cell of one programme: ``private.exact_cell`` without its figures."""

    subject: str
    dimension_1: str
    category_1: str
    dimension_2: str
    category_2: str
    period_kind: str
    period: str


Places = Mapping[Key, int]
Sum = tuple[int, list[int]]
Order = tuple[int, int]

OVERLAPPING = frozenset({("participation", "target_group"), ("participation", "instrument")})
OVERLAPPING |= {("exit", "target_group"), ("voucher", "target_group")}
OVERLAPPING |= {("voucher_person", "voucher_kind")}
LAST = "9999"
PLACEMENT = ("placed", "not_placed", "unknown")
PLACED_AS = {"placed": "new_job", "unknown": "unknown"}
NEVER_MORE = (
    ("person", "participation"),
    ("voucher_person", "person"),
    ("voucher_person", "voucher"),
    ("employer", "vacancy"),
)


def sums(places: Places) -> Iterator[Sum]:
    """Yield each cell with the cells that add up to it.

    Args:
        places: Where each cell stands.
    """
    yield from _over_categories(places)
    yield from _over_years(places)
    yield from _over_quarters(places)
    for key, place in places.items():
        if parts := _split(key, places):
            yield place, parts
        twin = _same_as(key)
        if twin is not None and twin in places:
            yield place, [places[twin]]


def orders(places: Places) -> Iterator[Order]:
    """Yield pairs of cells of which the first is never more than the second.

    Args:
        places: Where each cell stands.
    """
    quarters = defaultdict(list)
    for key, place in places.items():
        for whole, dimension in _wholes(key):
            if (key.subject, dimension) in OVERLAPPING and whole in places:
                yield place, places[whole]
        for less, more in NEVER_MORE:
            if key.subject == less and (other := key._replace(subject=more)) in places:
                yield place, places[other]
        if key.dimension_1 == "placement" and key.category_1 in PLACED_AS:
            outcome = key._replace(dimension_1="outcome", category_1=PLACED_AS[key.category_1])
            if outcome in places:
                yield place, places[outcome]
        if key.period_kind in ("until_quarter", "all"):
            series = key._replace(period_kind="until_quarter", period="")
            quarters[series].append((key.period or LAST, place))
    for moments in quarters.values():
        ordered = [place for _, place in sorted(moments)]
        yield from zip(ordered[:-1], ordered[1:], strict=True)


def _wholes(key: Key) -> Iterator[tuple[Key, str]]:
    """Yield the cells that this one is a part of, with the dimension that makes it a part."""
    if key.dimension_2:
        yield key._replace(dimension_2="", category_2=""), key.dimension_2
        one = key._replace(
            dimension_1=key.dimension_2, category_1=key.category_2, dimension_2="", category_2=""
        )
        yield one, key.dimension_1
    elif key.dimension_1:
        yield key._replace(dimension_1="", category_1=""), key.dimension_1


def _over_categories(places: Places) -> Iterator[Sum]:
    parts: dict[tuple[Key, str], list[int]] = defaultdict(list)
    for key, place in places.items():
        for whole, dimension in _wholes(key):
            if (key.subject, dimension) not in OVERLAPPING and whole in places:
                parts[whole, dimension].append(place)
    for (whole, _), places_of_parts in parts.items():
        yield places[whole], places_of_parts


def _over_years(places: Places) -> Iterator[Sum]:
    parts: dict[Key, list[int]] = defaultdict(list)
    for key, place in places.items():
        if key.period_kind == "year":
            parts[key._replace(period_kind="all", period="")].append(place)
    for whole, years in parts.items():
        yield places[whole], years


def _over_quarters(places: Places) -> Iterator[Sum]:
    """Yield what is counted up to the end of a year, or to now, as what came before and more."""
    years = sorted({key.period[:4] for key in places if key.period_kind == "year"})
    for key in places:
        if key.period_kind != "all":
            continue
        before: list[int] = []
        for year in years:
            rest = key._replace(period_kind="year", period=f"{year}JJ00")
            until = key._replace(period_kind="until_quarter", period=f"{year}KW04")
            if rest not in places:
                break
            if until in places:
                yield places[until], [*before, places[rest]]
                before = [places[until]]
            elif before:
                yield places[key], [*before, places[rest]]


def _split(key: Key, places: Places) -> list[int]:
    """Return the cells that divide those without a permanent job by whether they were placed."""
    if (key.subject, key.dimension_1, key.category_1) != ("exit", "route", "without_job"):
        return []
    parts = [key._replace(dimension_1="placement", category_1=name) for name in PLACEMENT]
    return [places[part] for part in parts if not key.dimension_2 and part in places]


def _same_as(key: Key) -> Key | None:
    """Return the cell of exits that counts the same participations as a cell of those that left."""
    if key.subject != "participation" or key.period_kind != "all":
        return None
    if (key.dimension_1, key.category_1) == ("stage", "exited") and not key.dimension_2:
        return key._replace(subject="exit", dimension_1="", category_1="")
    if (key.dimension_2, key.category_2) == ("stage", "exited"):
        return key._replace(subject="exit", dimension_2="", category_2="")
    return None
