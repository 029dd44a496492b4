"""Somebody who has every public table of a programme and wants to know a hidden count.

Written without the audit: a cell is a set of traits; what has one trait more is a part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import csr_array

from etl.transform import REFERENCE

OVERLAPPING = {"target_group", "instrument", "kind_of_holder", "result"}
SMALL = 10
NO_LIMIT = 1e5

Traits = frozenset[tuple[str, str]]

WORK_TO_WORK = {"permanent_job", "threatened_job", "self_employed"}
OCCUPATIONS = pd.read_csv(REFERENCE / "occupation.csv", dtype=str).query("technical == 'yes'")
FIELDS = dict(zip(OCCUPATIONS["occupation_code"], OCCUPATIONS["technical_field"], strict=True))
NEVER_BOTH = (
    {("outcome", "new_job"), ("route", "work_to_work")},
    {("outcome", "new_job_outside"), ("route", "work_to_work")},
    {("outcome", "none"), ("technical", "yes")},
    {("outcome", "none"), ("technical", "no")},
)
# Who has the first trait has the second too.
IMPLIED = (
    (("stage", "intake"), ("begun", "no")),
    (("stage", "started"), ("begun", "yes")),
    (("at_work_6", "too_early"), ("at_work_12", "too_early")),
    (("at_work_12", "too_early"), ("at_work_24", "too_early")),
    (("outcome", "none"), ("to_field", "unknown")),
    (("outcome", "none"), ("to_sector", "unknown")),
    (("region", "unknown"), ("tension_class", "unknown")),
    (("field", "unknown"), ("tension_class", "unknown")),
    (("to_field", "unknown"), ("tension_class", "unknown")),
)
RESULTS = {
    "placed": {("placement", "placed")},
    "kept": {("outcome", "retained"), ("outcome", "advanced")},
    "learned": {("outcome", "work_place"), ("outcome", "training_completed")},
}


def implied_by(dimension: str, category: str) -> set[tuple[str, str]]:
    """The category of a coarser dimension that one of a finer dimension lies in."""
    if dimension == "position":
        route = "work_to_work" if category in WORK_TO_WORK else "without_job"
        return {("route", "unknown" if category == "unknown" else route)}
    if dimension == "occupation":
        return {("field", FIELDS.get(category, category))}
    return set()


def traits_of(row: Mapping[str, object]) -> Traits:
    """What all records of a cell have; records of one kind that are the same get the same."""
    subject = str(row["subject"])
    found = {("subject", subject)}
    if subject in RESULTS:
        found = {("subject", "exit"), ("result", subject)}
    for side in ("1", "2"):
        if row[f"dimension_{side}"]:
            trait = str(row[f"dimension_{side}"]), str(row[f"category_{side}"])
            found |= {trait} | implied_by(*trait)
    if row["period_kind"] != "all":
        found.add((str(row["period_kind"]), str(row["period"])))
    return exits(frozenset(found))


def exits(traits: Traits) -> Traits:
    """Those who left, as the participations that they are where these are counted the same way."""
    shared = {"subject", "region", "field", "route", "target_group", "placement"}
    if ("subject", "exit") in traits and {name for name, _ in traits} <= shared:
        return traits - {("subject", "exit")} | {("subject", "participation"), ("stage", "exited")}
    return traits


class Attacker:
    """What one release, or several of which nothing changed, say together.

    Attributes:
        least: Per set of traits the least that it can be.
        most: Per set of traits the most.
        hidden: The sets that are shown in no release.
    """

    def __init__(self, releases: Sequence[pd.DataFrame]) -> None:
        self.least: dict[Traits, float] = {}
        self.most: dict[Traits, float] = {}
        for release in releases:
            shown = release["number"].dropna()
            half = 2 if (shown % 5 == 0).all() else 0
            for row in release.to_dict("records"):
                traits, number = traits_of(row), row["number"]
                is_shown = not pd.isna(number)
                low = max(SMALL, number - half) if is_shown else 0.0
                high = number + half if is_shown else NO_LIMIT
                self.least[traits] = max(low, self.least.get(traits, 0.0))
                self.most[traits] = min(high, self.most.get(traits, NO_LIMIT))
            if "as_of_on" in release:
                self._learn_from_time(str(release["as_of_on"].iloc[0]))
        for traits in self.most:
            if any(both <= traits for both in NEVER_BOTH):
                self.most[traits] = 0.0
        self.hidden = [traits for traits in self.most if self.most[traits] == NO_LIMIT]
        self.place = {traits: n for n, traits in enumerate(self.most)}

    def _learn_from_time(self, as_of: str) -> None:
        """Learn in which years nobody left too late to be followed, or everybody did."""
        years = {dict(traits)["year"] for traits in self.most if "year" in dict(traits)}
        if not (as_of and years):
            return
        for traits in self.most:
            for months in (6, 12, 24):
                known = dict(traits).get(f"at_work_{months}", "")
                year = dict(traits).get("year", "" if known == "too_early" else min(years))[:4]
                passed = str(pd.Timestamp(as_of) - pd.DateOffset(months=months))[:10]
                if known == "too_early" and year and f"{year}-12-31" <= passed:
                    self.most[traits] = 0.0
                if known not in ("", "too_early") and f"{year}-01-01" > passed:
                    self.most[traits] = 0.0

    def limit(self, small: Sequence[Traits]) -> None:
        """Learn which hidden counts are hidden because they are small."""
        for traits in small:
            self.most[traits] = min(self.most[traits], SMALL - 1)

    def _equations(self) -> Iterator[tuple[Traits, list[Traits]]]:
        parts: dict[tuple[Traits, str], list[Traits]] = defaultdict(list)
        for traits in self.place:
            for trait in traits:
                if trait[0] not in OVERLAPPING | {"subject", "until_quarter"}:
                    parts[traits - {trait}, trait[0]].append(traits)
        for (whole, dimension), members in parts.items():
            subject = dict(whole).get("subject")
            if whole in self.place and not (
                dimension == "voucher_kind" and subject == "voucher_person"
            ):
                yield whole, members

    def _results(self) -> Iterator[tuple[Traits, list[Traits]]]:
        """A result is some outcomes together; who was placed had no permanent job before."""
        for traits in self.place:
            result = dict(traits).get("result")
            if result:
                rest = traits - {("result", result)}
                parts = [exits(rest | {part}) for part in RESULTS[result]]
                if all(part in self.place for part in parts):
                    yield traits, parts

    def _placements(self) -> Iterator[tuple[Traits, list[Traits]]]:
        """Those without a permanent job were placed, were not, or it is not known."""
        for traits in self.place:
            rest = traits - {("route", "without_job")}
            parts = [rest | {("placement", name)} for name in ("placed", "not_placed", "unknown")]
            if rest != traits and all(part in self.place for part in parts):
                yield traits, parts

    def _cumulative(self) -> Iterator[tuple[Traits, list[Traits]]]:
        for traits in self.place:
            period = dict(traits).get("until_quarter", "")
            if period.endswith("KW04"):
                rest = traits - {("until_quarter", period)}
                before = rest | {("until_quarter", f"{int(period[:4]) - 1}KW04")}
                year = rest | {("year", f"{period[:4]}JJ00")}
                if year in self.place:
                    yield traits, [year, *([before] if before in self.place else [])]

    def _never_more(self) -> Iterator[tuple[list[Traits], list[Traits]]]:
        for traits in self.place:
            for trait, other in IMPLIED:
                if trait in traits:
                    yield [traits], [traits - {trait} | {other}]
            for trait in traits:
                if trait[0] in OVERLAPPING:
                    yield [traits], [traits - {trait}]
            if ("result", "placed") in traits:
                rest = traits - {("result", "placed")}
                yield [traits], [rest | {("outcome", "new_job")}]
                others = [rest | {("result", name)} for name in RESULTS]
                if "to_field" in dict(traits):
                    yield others, [rest]
            if {name for name, _ in traits} == {"subject", "until_quarter"}:
                yield [traits], [traits - {("subject", "exit")} | {("subject", "participation")}]
        person = frozenset({("subject", "voucher_person")})
        kinds = [
            person | {("voucher_kind", kind)} for kind in ("orientation", "application", "training")
        ]
        yield [person], kinds
        yield from (([kind], [person]) for kind in kinds)
        everybody = frozenset({("subject", "participation")})
        placed = frozenset({("subject", "exit"), ("outcome", "new_job")})
        yield [placed, everybody | {("stage", "started")}], [everybody | {("begun", "yes")}]

    @cached_property
    def system(self) -> tuple[csr_array, csr_array]:
        """What is 0, and what is at most 0."""
        rows = [*self._equations(), *self._placements(), *self._results(), *self._cumulative()]
        equal = np.zeros((len(rows), len(self.place)))
        for n, (whole, members) in enumerate(rows):
            equal[n, self.place[whole]] = -1
            for member in members:
                equal[n, self.place[member]] += 1
        orders = [
            (less, more)
            for less, more in self._never_more()
            if all(cell in self.place for cell in (*less, *more)) and less != more
        ]
        at_most = np.zeros((len(orders), len(self.place)))
        for n, (less, more) in enumerate(orders):
            at_most[n, [self.place[cell] for cell in less]] = 1
            at_most[n, [self.place[cell] for cell in more]] = -1
        return csr_array(equal), csr_array(at_most)

    def between(self, traits: Traits) -> tuple[float, float]:
        """Return the least and the most that a count can be."""
        equal, at_most = self.system
        bounds = [(self.least[t], self.most[t]) for t in self.place]
        found = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(self.place))
            goal[self.place[traits]] = sign
            answer = linprog(
                goal,
                A_ub=at_most,
                b_ub=np.zeros(at_most.shape[0]),
                A_eq=equal,
                b_eq=np.zeros(equal.shape[0]),
                bounds=bounds,
            )
            assert answer.x is not None, answer.message
            found.append(float(answer.x[self.place[traits]]))
        return found[0], found[1]

    def most_exposed(self, number: int) -> list[Traits]:
        """Return hidden counts with the fewest hidden ones beside them: the first to try."""
        beside: dict[Traits, int] = {}
        together = [[whole, *members] for whole, members in self._equations()]
        together += [[whole, *members] for whole, members in self._placements()]
        together += [[whole, *members] for whole, members in self._results()]
        together += [[whole, *members] for whole, members in self._cumulative()]
        together += [[*less, *more] for less, more in self._never_more()]
        for cells in together:
            hidden = [t for t in cells if self.most.get(t) in (NO_LIMIT, SMALL - 1)]
            for traits in hidden:
                beside[traits] = min(len(hidden), beside.get(traits, NO_LIMIT))
        return sorted(beside, key=lambda traits: (beside[traits], sorted(traits)))[:number]
