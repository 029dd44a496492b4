"""How the cells of a programme are bound to each other: which add up to which, which is never more.

Anybody can know these: they follow from what the tables are (traits.sql) and from what the import
refuses, not from what is in them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pandas as pd

from etl.transform import REFERENCE


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
Order = tuple[list[int], list[int]]
Trait = tuple[str, str]

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
IN_WORK = ("permanent_job", "threatened_job", "self_employed")
WITHOUT_JOB = ("temporary_job", "unemployed", "in_education", "inactive")
PLACED = ("new_job", "new_job_outside")
RESULTS = {
    "placed": ("new_job",),
    "kept": ("retained", "advanced"),
    "learned": ("work_place", "training_completed"),
}
NOT_TOGETHER = {
    **{("outcome", placed): {("route", "work_to_work")} for placed in PLACED},
    ("outcome", "none"): {("technical", "yes"), ("technical", "no")},
    ("region", "unknown"): {
        ("tension_class", name)
        for name in ("very_loose", "loose", "average", "tight", "very_tight")
    },
}
NOT_TOGETHER[("field", "unknown")] = NOT_TOGETHER[("region", "unknown")]


def _all(subject: str, dimension: str = "", category: str = "") -> Key:
    return Key(subject, dimension, category, "", "", "all", "")


BEGUN = _all("participation", "begun", "yes")
PART_OF = (
    (_all("participation", "stage", "intake"), _all("participation", "begun", "no")),
    (_all("participation", "stage", "started"), BEGUN),
    (_all("exit", "at_work_6", "too_early"), _all("exit", "at_work_12", "too_early")),
    (_all("exit", "at_work_12", "too_early"), _all("exit", "at_work_24", "too_early")),
    (_all("exit", "outcome", "none"), _all("exit", "to_field", "unknown")),
    (_all("exit", "outcome", "none"), _all("exit", "to_sector", "unknown")),
    *(
        (_all(result, unknown, "unknown"), _all(result, "tension_class", "unknown"))
        for result in RESULTS
        for unknown in ("region", "to_field")
    ),
)
PART_OF_UNTIL = (
    (_all("exit"), _all("participation")),
    (_all("exit", "outcome", "new_job"), BEGUN),
)
AT_WORK = {6: "at_work_6", 12: "at_work_12", 24: "at_work_24"}


def sums(places: Places, as_of: str) -> Iterator[Sum]:
    """Yield each cell with the cells that add up to it.

    Args:
        places: Where each cell stands.
        as_of: The day whose state was delivered, or nothing where that is not known.
    """
    last = quarter_that_ends(as_of)
    yield from _over_categories(places)
    yield from _over_years(places)
    yield from _over_quarters(places)
    yield from _over_finer_categories(places)
    for key, place in places.items():
        if parts := _split(key, places):
            yield place, parts
        if parts := _outcomes(key, places):
            yield place, parts
        twin = _same_as(key)
        if twin is not None and twin in places:
            yield place, [places[twin]]
        whole = key._replace(period_kind="all", period="")
        if (key.period_kind, key.period) == ("until_quarter", last) and whole in places:
            yield places[whole], [place]


def quarter_that_ends(as_of: str) -> str | None:
    """Return the quarter whose last day was delivered: up to its end is all there is.

    Args:
        as_of: The day, or nothing where it is not known.
    """
    day = pd.Timestamp(as_of) if as_of else None
    return f"{day.year}KW0{day.quarter}" if day is not None and day.is_quarter_end else None


def orders(places: Places, as_of: str) -> Iterator[Order]:
    """Yield cells that together are never more than others together.

    Args:
        places: Where each cell stands.
        as_of: The day whose state was delivered, or nothing where that is not known.
    """
    for less, more in (
        *_never_more(places),
        *_results_are_exits(places),
        *_never_more_in_time(places, as_of),
    ):
        if all(key in places for key in (*less, *more)):
            yield [places[key] for key in less], [places[key] for key in more]
    quarters = defaultdict(list)
    for key, place in places.items():
        if key.dimension_1 == "placement" and key.category_1 in PLACED_AS:
            outcome = key._replace(dimension_1="outcome", category_1=PLACED_AS[key.category_1])
            if outcome in places:
                yield [place], [places[outcome]]
        if key.period_kind in ("until_quarter", "all"):
            series = key._replace(period_kind="until_quarter", period="")
            quarters[series].append((key.period or LAST, place))
    for moments in quarters.values():
        ordered = [place for _, place in sorted(moments)]
        for before, after in zip(ordered[:-1], ordered[1:], strict=True):
            yield [before], [after]


def nothing(places: Places, as_of: str) -> Iterator[int]:
    """Yield the cells that nothing can be in.

    Args:
        places: Where each cell stands.
        as_of: The day whose state was delivered, or nothing where that is not known.
    """
    years = {key.period for key in places if key.period_kind == "year"}
    for key, place in places.items():
        one, two = (key.dimension_1, key.category_1), (key.dimension_2, key.category_2)
        if two in NOT_TOGETHER.get(one, ()) or one in NOT_TOGETHER.get(two, ()):
            yield place
        for months, dimension in AT_WORK.items():
            if as_of and years and key.dimension_1 == dimension:
                is_early = key.category_1 == "too_early"
                first = f"{(key.period or min(years))[:4]}-01-01"
                last = f"{(key.period or as_of)[:4]}-12-31"
                if is_early and _is_past(last, months, as_of):
                    yield place
                if not is_early and not _is_past(first, months, as_of):
                    yield place


def _is_past(day: str | pd.Timestamp, months: int, as_of: str) -> bool:
    return bool(pd.Timestamp(day) + pd.DateOffset(months=months) <= pd.Timestamp(as_of))


def _never_more(places: Places) -> Iterator[tuple[list[Key], list[Key]]]:
    for key in places:
        for whole, dimension in _wholes(key):
            if (key.subject, dimension) in OVERLAPPING:
                yield [key], [whole]
        for less, more in NEVER_MORE:
            if key.subject == less:
                yield [key], [key._replace(subject=more)]
        bound = PART_OF if key.period_kind == "year" else (*PART_OF, *PART_OF_UNTIL)
        for part, whole in bound:
            if key[:5] == part[:5]:
                yield [key], [whole._replace(period_kind=key.period_kind, period=key.period)]
    yield [_all("exit", "outcome", "new_job"), _all("participation", "stage", "started")], [BEGUN]
    kinds = ("orientation", "application", "training")
    yield [_all("voucher_person")], [_all("voucher_person", "voucher_kind", kind) for kind in kinds]


def _results_are_exits(places: Places) -> Iterator[tuple[list[Key], list[Key]]]:
    """Yield that what came of those who left is never more than those who left."""
    for key in places:
        if key == _all("exit", "to_field", key.category_1):
            yield [key._replace(subject=result) for result in RESULTS], [key]
        if key == _all("placed", "region", key.category_1):
            yield [key], [Key("exit", "outcome", "new_job", *key[1:3], *key[5:])]


def _never_more_in_time(places: Places, as_of: str) -> Iterator[tuple[list[Key], list[Key]]]:
    """Yield what follows from the time that passed since somebody left."""
    everybody = _all("exit")
    for key in places:
        if not as_of or key[:5] != everybody[:5] or key.period_kind != "until_quarter":
            continue
        last = pd.Period(key.period.replace("KW0", "Q")).end_time.normalize()
        for months, dimension in AT_WORK.items():
            too_early = _all("exit", dimension, "too_early")
            if _is_past(last, months, as_of):
                yield [key, too_early], [everybody]
            if not _is_past(last + pd.Timedelta(days=1), months, as_of):
                yield [everybody], [key, too_early]


@cache
def _coarser() -> dict[Trait, Trait]:
    """Return of categories in which category of a coarser dimension they are."""
    found = {("position", position): ("route", "work_to_work") for position in IN_WORK}
    found |= {("position", position): ("route", "without_job") for position in WITHOUT_JOB}
    found[("position", "unknown")] = ("route", "unknown")
    for name in ("other", "unknown"):
        found[("occupation", name)] = ("field", name)
    with (REFERENCE / "occupation.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "brc_group" and row["technical"] == "yes":
                found[("occupation", row["occupation_code"])] = ("field", row["technical_field"])
    return found


def _over_finer_categories(places: Places) -> Iterator[Sum]:
    parts: dict[Key, list[int]] = defaultdict(list)
    for key, place in places.items():
        whole = _coarser().get((key.dimension_1, key.category_1))
        if whole and not key.dimension_2:
            parts[key._replace(dimension_1=whole[0], category_1=whole[1])].append(place)
    for whole_key, places_of_parts in parts.items():
        if whole_key in places:
            yield places[whole_key], places_of_parts


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


def _outcomes(key: Key, places: Places) -> list[int]:
    """Return the cells of exits that together are the same participations as a cell of results."""
    if key.subject not in RESULTS or key.dimension_1 not in ("", "region") or key.dimension_2:
        return []
    if key.subject == "placed":
        same = [_all("exit", "placement", "placed")] if not key.dimension_1 else []
    else:
        same = [
            Key("exit", "outcome", outcome, *key[1:3], *key[5:]) for outcome in RESULTS[key.subject]
        ]
    return [places[one] for one in same if one in places]


def _same_as(key: Key) -> Key | None:
    """Return the cell of exits that counts the same participations as a cell of those that left."""
    if key.subject != "participation" or key.period_kind != "all":
        return None
    if (key.dimension_1, key.category_1) == ("stage", "exited") and not key.dimension_2:
        return key._replace(subject="exit", dimension_1="", category_1="")
    if (key.dimension_2, key.category_2) == ("stage", "exited"):
        return key._replace(subject="exit", dimension_2="", category_2="")
    return None
