"""How the cells of a programme are bound to each other: which add up to which, which is never more.

Anybody can know these: they follow from what the tables are, as ``programme_relation.csv`` says it,
from time, and from what the import refuses, not from what is in them. Places say where each cell
stands; the day of a delivery is empty where it is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import pandas as pd

from etl import transform
from etl.private import relation_rows
from etl.private.relation_rows import Key, Relation
from etl.raw import rows_of

Places = Mapping[Key, int]
Sum = tuple[int, list[int]]
Order = tuple[list[int], list[int]]

LAST = "9999"
TOO_EARLY = "too_early"
EXITS = ("exit", "", "")


def sums(places: Places, as_of: str) -> Iterator[Sum]:
    """Yield each cell with the cells that add up to it."""
    last = quarter_that_ends(as_of)
    yield from _over_categories(places)
    yield from _over_years(places)
    yield from _over_quarters(places)
    yield from _over_finer_categories(places)
    equal = relation_rows.of("equals")
    for key, place in places.items():
        for row in equal.get(key.table, ()):
            if row.holds_of(key):
                _, others = row.bound(key)
                if parts := [places[other] for other in others if other in places]:
                    yield place, parts
        whole = key._replace(period_kind="all", period="")
        if (key.period_kind, key.period) == ("until_quarter", last) and whole in places:
            yield places[whole], [place]


def quarter_that_ends(as_of: str) -> str | None:
    """Return the quarter whose last day was delivered: up to its end is all there is."""
    day = pd.Timestamp(as_of) if as_of else None
    return f"{day.year}KW0{day.quarter}" if day is not None and day.is_quarter_end else None


def orders(places: Places, as_of: str) -> Iterator[Order]:
    """Yield cells that together are never more than others together."""
    for rows in relation_rows.blocks():
        by_time = rows[0].kind == "too_early"
        yield from (
            _never_more_in_time(rows, places, as_of) if by_time else _never_more(rows, places)
        )
    quarters = defaultdict(list)
    for key, place in places.items():
        if key.period_kind in ("until_quarter", "all"):
            series = key._replace(period_kind="until_quarter", period="")
            quarters[series].append((key.period or LAST, place))
    for moments in quarters.values():
        ordered = [place for _, place in sorted(moments)]
        for before, after in zip(ordered[:-1], ordered[1:], strict=True):
            yield [before], [after]


def nothing(places: Places, as_of: str) -> Iterator[int]:
    """Yield the cells that nothing can be in."""
    empty, measured = relation_rows.of("empty"), relation_rows.of("too_early")
    years = {key.period for key in places if key.period_kind == "year"}
    for key, place in places.items():
        if any(row.holds_of(key) for row in empty.get(key.table, ())):
            yield place
        for row in measured.get((key.subject, key.dimension_1, ""), ()):
            if as_of and years:
                is_early = key.category_1 == TOO_EARLY
                first = f"{(key.period or min(years))[:4]}-01-01"
                last = f"{(key.period or as_of)[:4]}-12-31"
                if _is_past(last if is_early else first, row.months, as_of) == is_early:
                    yield place


def linked() -> dict[str, str]:
    """Return of subjects of which cells are cells of another one which that is, in the end."""
    found: dict[str, str] = {}
    for rows in relation_rows.of("equals").values():
        for row in rows:
            one, other = (
                found.get(cells.table[0], cells.table[0]) for cells in (row.cells[0], row.others[0])
            )
            found |= {name: other for name in [*found, one] if found.get(name, name) == one}
    return found


def _is_past(day: str | pd.Timestamp, months: int, as_of: str) -> bool:
    return bool(pd.Timestamp(day) + pd.DateOffset(months=months) <= pd.Timestamp(as_of))


def _never_more(rows: Sequence[Relation], places: Places) -> Iterator[Order]:
    for key in places:
        for row in rows:
            found: Iterable[tuple[list[Key], list[Key]]] = ()
            if row.kind == "overlaps":
                table = row.cells[0].table
                found = (([key], [w]) for w, d in _wholes(key) if (key.subject, d, "") == table)
            elif row.holds_of(key):
                found = (row.bound(key),)
            for less, more in found:
                if all(one in places for one in (*less, *more)):
                    yield [places[one] for one in less], [places[one] for one in more]


def _never_more_in_time(rows: Sequence[Relation], places: Places, as_of: str) -> Iterator[Order]:
    """Yield what follows from the time that passed since somebody left."""
    everybody = Key(*EXITS[:2], "", "", "", "all", "")
    for key, place in places.items():
        if not as_of or key.table != EXITS or key.period_kind != "until_quarter":
            continue
        last = pd.Period(key.period.replace("KW0", "Q")).end_time.normalize()
        for row in rows:
            early = everybody._replace(dimension_1=row.cells[0].table[1], category_1=TOO_EARLY)
            if everybody in places and early in places:
                some, all_of_them = [place, places[early]], [places[everybody]]
                if _is_past(last, row.months, as_of):
                    yield some, all_of_them
                if not _is_past(last + pd.Timedelta(days=1), row.months, as_of):
                    yield all_of_them, some


@cache
def _fields() -> dict[str, str]:
    """Return of occupations in which field they are."""
    found = {name: name for name in ("other", "unknown")}
    for row in rows_of(transform.REFERENCE / "occupation.csv"):
        if row["kind"] == "brc_group" and row["technical"] == "yes":
            found[row["occupation_code"]] = row["technical_field"]
    return found


def _over_finer_categories(places: Places) -> Iterator[Sum]:
    parts: dict[Key, list[int]] = defaultdict(list)
    finer = relation_rows.of("finer")
    for key, place in places.items():
        for row in finer.get(key.table, ()):
            (_, coarser, _), (category, _) = row.others[0].table, row.others[0].categories
            if not category:
                category = _fields().get(key.category_1, "")
            elif not any(one.has(key) for one in row.cells):
                category = ""
            if category:
                parts[key._replace(dimension_1=coarser, category_1=category)].append(place)
    for whole, places_of_parts in parts.items():
        if whole in places:
            yield places[whole], places_of_parts


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
    overlapping = relation_rows.of("overlaps")
    for key, place in places.items():
        for whole, dimension in _wholes(key):
            if (key.subject, dimension, "") not in overlapping and whole in places:
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
