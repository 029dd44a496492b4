"""Somebody who has every public table of a programme and wants to know a hidden count.

Written without the audit: a cell is a set of traits; what has one trait more is a part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from scipy.optimize import linprog

OVERLAPPING = {"target_group", "instrument", "kind_of_holder"}
SMALL = 10
NO_LIMIT = 1e5

Traits = frozenset[tuple[str, str]]


def traits_of(row: Mapping[str, object]) -> Traits:
    """What all records of a cell have; records of one kind that are the same get the same."""
    found = {("subject", str(row["subject"]))}
    for side in ("1", "2"):
        if row[f"dimension_{side}"]:
            found.add((str(row[f"dimension_{side}"]), str(row[f"category_{side}"])))
    if row["period_kind"] != "all":
        found.add((str(row["period_kind"]), str(row["period"])))
    elif row["subject"] == "exit":
        shared = {"subject", "region", "field", "route", "target_group", "placement"}
        if {name for name, _ in found} <= shared:
            found = {trait for trait in found if trait[0] != "subject"}
            found |= {("subject", "participation"), ("stage", "exited")}
    return frozenset(found)


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
        self.hidden = [traits for traits in self.most if self.most[traits] == NO_LIMIT]
        self.place = {traits: n for n, traits in enumerate(self.most)}

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

    def between(self, traits: Traits) -> tuple[float, float]:
        """Return the least and the most that a count can be."""
        rows = [*self._equations(), *self._placements(), *self._cumulative()]
        equal = np.zeros((len(rows), len(self.place)))
        for n, (whole, members) in enumerate(rows):
            equal[n, self.place[whole]] = -1
            for member in members:
                equal[n, self.place[member]] += 1
        bounds = [(self.least[t], self.most[t]) for t in self.place]
        found = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(self.place))
            goal[self.place[traits]] = sign
            answer = linprog(goal, A_eq=equal, b_eq=np.zeros(len(rows)), bounds=bounds)
            assert answer.x is not None, answer.message
            found.append(float(answer.x[self.place[traits]]))
        return found[0], found[1]

    def most_exposed(self, number: int) -> list[Traits]:
        """Return hidden counts with the fewest hidden ones beside them: the first to try."""
        beside: dict[Traits, int] = {}
        for whole, members in [*self._equations(), *self._placements(), *self._cumulative()]:
            hidden = [t for t in [whole, *members] if self.most[t] in (NO_LIMIT, SMALL - 1)]
            for traits in hidden:
                beside[traits] = min(len(hidden), beside.get(traits, NO_LIMIT))
        return sorted(beside, key=lambda traits: (beside[traits], sorted(traits)))[:number]
