"""The audit as an attacker: what can each hidden count be, given everything that is public?

A linear programme gives the least and the most of each hidden count (HiGHS). What is known:
each shown count and amount lies in the interval that rounding leaves; cells add up; a count that is
hidden because it is small is under the limit; published totals are exact.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from etl.errors import DataError, Problem
from etl.private import relations
from etl.private.relation_rows import keys_of
from etl.private.relations import Order, Sum
from etl.private.rules import AMOUNTS, Rules
from etl.private.solver import Floats
from etl.private.system import Flags, Narrow, Scope, matrix, squeeze

SLACK = 1e-6
UNPAID = ("voucher_state", "granted")

Places = NDArray[np.intp]


@dataclass
class View:
    """One release of the cells of a programme, as an attacker looks at it.

    Attributes:
        cells: One row per cell: the fields of ``Key``, ``number`` and the two amounts, each with
            what one person has of it at most (``…_of_one``).
        rules: How they are protected.
        hidden: Per cell whether it is not shown.
        known: Of some columns of the system (a count's is its place) what else bounds them.
        given_away: Places of hidden cells that no hiding helps: what is known elsewhere tells them.
        is_earlier: Whether it is of the past: what binds cells now may not have bound these.
        withheld: Per kind of amount the places of those that are not shown beside their count,
            because they would tell a hidden one.
    """

    cells: pd.DataFrame
    rules: Rules
    hidden: Flags
    known: dict[int, tuple[float, float]] = field(default_factory=dict)
    given_away: set[int] = field(default_factory=set)
    is_earlier: bool = False
    withheld: dict[str, set[int]] = field(
        default_factory=lambda: {amount: set() for amount in AMOUNTS}
    )

    def __post_init__(self) -> None:
        """Begin with one example of what the counts can be: what they are."""
        self.number = self.cells["number"].to_numpy(dtype=np.float64)
        self.lowest, self.highest = self.number.copy(), self.number.copy()
        self.keys = keys_of(self.cells)
        self.places = {key: place for place, key in enumerate(self.keys)}
        self.with_euros = np.flatnonzero(self.cells["subject"] == "voucher")
        amounts = [
            self.cells[amount].to_numpy(dtype=np.float64)[self.with_euros] for amount in AMOUNTS
        ]
        self.exact = np.concatenate([self.number, *amounts])
        self.given_away |= set(self.empty)
        self.is_secret = self.number < self.rules.small

    @cached_property
    def sums(self) -> list[Sum]:
        """Return each total with its parts.

        Raises:
            DataError: Parts do not add up, so that the audit would prove nothing.
        """
        return [
            (total, parts)
            for total, parts in relations.sums(self.places, self.rules.as_of)
            if self._holds(self.number[total] == self.number[parts].sum(), total)
        ]

    @cached_property
    def together(self) -> dict[int, list[list[int]]]:
        """Return per cell the sums and orders that it is in, each as its cells."""
        found = defaultdict(list)
        groups = [[total, *parts] for total, parts in self.sums]
        groups += [[*less, *more] for less, more in self.orders]
        for cells in groups:
            for place in set(cells):
                found[place].append(cells)
        return found

    @cached_property
    def twins(self) -> dict[int, list[int]]:
        """Return per cell the others that are the same count, whatever is delivered."""
        empty = set(self.empty)
        found = defaultdict(list)
        for total, parts in self.sums:
            left = [place for place in parts if place not in empty]
            if len(left) == 1:
                found[total].append(left[0])
                found[left[0]].append(total)
        return found

    @cached_property
    def orders(self) -> list[Order]:
        """Return cells that together are never more than others together.

        Raises:
            DataError: They are more.
        """
        return [
            (less, more)
            for less, more in relations.orders(self.places, self.rules.as_of)
            if self._holds(self.number[less].sum() <= self.number[more].sum(), less[0])
        ]

    @cached_property
    def empty(self) -> list[int]:
        """Return the cells that everybody knows to be empty.

        Raises:
            DataError: One is not.
        """
        found = relations.nothing(self.places, self.rules.as_of)
        return [place for place in found if self._holds(self.number[place] == 0, place)]

    def _holds(self, is_so: bool | np.bool_, place: int) -> bool:
        if not is_so and not self.is_earlier:
            name = " / ".join(filter(None, self.keys[place]))
            reason = "its parts do not add up to this cell, or it has what it cannot have"
            advice = "Nothing was published: the cells of a programme could not be audited."
            raise DataError([Problem(name, reason)], advice)
        return bool(is_so)

    @cached_property
    def system(self) -> tuple[csr_array, csr_array]:
        """Return what is 0 and what is at most 0, over all counts, then both kinds of amounts."""
        size = len(self.cells) + len(AMOUNTS) * len(self.with_euros)
        _, granted, paid = self.columns
        zero: list[dict[int, float]] = []
        at_most_zero: list[dict[int, float]] = []
        for of in self.columns:
            zero += [
                {of[total]: -1.0, **{of[part]: 1.0 for part in parts}}
                for total, parts in self.sums
                if total in of and parts[0] in of
            ]
            at_most_zero += [
                {**{of[place]: 1.0 for place in less}, **{of[place]: -1.0 for place in more}}
                for less, more in self.orders
                if all(place in of for place in (*less, *more))
            ]
        for place in granted:
            at_most_zero += [
                {granted[place]: 1.0, place: -self.rules.voucher_max_eur},
                {granted[place]: -1.0, place: self.rules.voucher_min_eur},
                {paid[place]: 1.0, granted[place]: -1.0},
            ]
            # What is paid of vouchers that are not paid is 0.
            is_unpaid = self.keys[place][1:3] == UNPAID
            if is_unpaid and self._holds(self.exact[paid[place]] == 0, place):
                zero.append({paid[place]: 1.0})
        return matrix(zero, size), matrix(at_most_zero, size)

    @cached_property
    def columns(self) -> list[dict[int, int]]:
        """Return of counts, then per kind of amount, which column of the system is of a cell."""
        places = [range(len(self.cells)), *(self.with_euros.tolist() for _ in AMOUNTS)]
        next_column = itertools.count()
        return [{place: next(next_column) for place in kind} for kind in places]

    def shared(self, other: View) -> list[tuple[int, int]]:
        """Return where each cell that another release has too stands in this one, and there."""
        both = [key for key in self.keys if key in other.places]
        return [(self.places[key], other.places[key]) for key in both]

    def shows(self, amount: str) -> Flags:
        """Return per cell whether an amount is shown: with its count, if nobody has most of it."""
        total = self.cells[amount].to_numpy(dtype=np.float64)
        largest = self.cells[f"{amount}_of_one"].to_numpy(dtype=np.float64)
        shown: Flags = ~self.hidden & (total > 0) & (2 * largest <= total)
        shown[list(self.withheld[amount])] = False
        return shown

    @cached_property
    def if_shown(self) -> Floats:
        """Return the least and the most of each column of the system when it is shown."""
        shown = self.rules.rounded(self.number)
        counts = np.column_stack([self.rules.least(shown), self.rules.most(shown)])
        middle, half = self.rules.rounded_euros(self.exact), self.rules.euro_base / 2
        amounts = np.column_stack([np.maximum(middle - half, 0.0), middle + half])
        return np.vstack([counts, amounts[len(counts) :]])

    def interval(self, column: int) -> tuple[float, float]:
        """Return the least and the most that a count or an amount can be when it is shown."""
        least, most = self.if_shown[column]
        return float(least), float(most)

    def is_shown(self, without: Collection[str] = ()) -> Flags:
        """Return per column of the system whether it is shown, some amounts left aside."""
        amounts = [
            self.shows(amount)[self.with_euros] & (amount not in without) for amount in AMOUNTS
        ]
        return np.concatenate([~self.hidden, *amounts])

    def bounds(self, without: Collection[str] = ()) -> Floats:
        """Return the least and the most of each column of the system, as shape (n, 2).

        Args:
            without: Kinds of amounts that are taken to be withheld everywhere.
        """
        ceiling = 2 * self.number.max(initial=0.0) + 100
        small = self.number < self.rules.small
        most = [np.where(small, self.rules.small - 1.0, ceiling)]
        for amount in AMOUNTS:
            is_open = self.hidden.copy()
            is_open[list(self.withheld[amount])] = True
            is_open |= (amount in without) & self.shows(amount)
            high = ceiling * self.rules.voucher_max_eur
            most.append(np.where(is_open[self.with_euros], high, self._most_untold(amount)))
        bounds = np.column_stack([np.zeros(len(self.exact)), np.concatenate(most)])
        shown = self.is_shown(without)
        bounds[shown] = self.if_shown[shown]
        for column, (least, at_most) in self.known.items():
            bounds[column] = max(bounds[column, 0], least), min(bounds[column, 1], at_most)
        bounds[self.empty, 1] = 0.0
        return bounds

    def told_by(self, amounts: Collection[str], narrow: Iterable[Narrow]) -> Iterator[int]:
        """Yield of hidden counts that are confined those that have room when amounts are hidden."""
        bounds = self.bounds(without=amounts)
        still = {one.place for one in self._squeezed(bounds)}
        for one in narrow:
            ends = []
            for side in (1.0, -1.0) if one.place not in still else ():
                goal = np.zeros(len(bounds))
                goal[one.place] = side
                ends.append(self._scopes[-1].programme.least(goal, bounds)[[one.place]])
            if ends and not self._is_close(*ends)[0]:
                yield one.place

    @cached_property
    def _bounds_alone(self) -> Floats:
        """Return the bounds as they are when nothing else tells any."""
        return replace(self, known={}).bounds()

    def _most_untold(self, amount: str) -> Floats:
        """Return the most that an amount can be that does not stand beside its shown count.

        Somebody has more than half of it. How many vouchers that is, is taken to be known.
        """
        largest = self.cells[f"{amount}_of_one"].to_numpy(dtype=np.float64)[self.with_euros]
        vouchers = np.maximum(1.0, np.ceil(largest / self.rules.voucher_max_eur))
        most: Floats = 2.0 * vouchers * self.rules.voucher_max_eur
        return most

    def narrow(self) -> list[Narrow]:
        """Return the hidden cells of which the least and the most lie too close to each other.

        Adding and subtracting along the sums finds most of them; only when it finds none the linear
        programme looks further. Each of its answers is an example of what all counts can be at
        once. Hiding more only allows more, so examples stay good from one call to the next.

        Raises:
            DataError: The linear programme found no answer.
        """
        if self.hidden.all() and not self.known:
            return []
        bounds = self.bounds()
        # A release of the past was audited when it was published, alone.
        if self.is_earlier and np.array_equal(bounds, self._bounds_alone):
            return []
        if found := self._squeezed(bounds):
            return found
        for scope in self._scopes:
            self._look_for_room(bounds, scope)
        for place in self._unsure():
            because = self._stretch_alone(int(place), bounds)
            if self._is_unsure(place):
                return [Narrow(int(place), because, self.lowest[place], self.highest[place])]
        return []

    def _stretch_alone(self, place: int, bounds: Floats) -> frozenset[int]:
        """Push one cell both ways until it has room; return the cells that are in the way."""
        because: frozenset[int] = frozenset()
        smallest = next(scope for scope in self._scopes if scope.columns[place])
        for scope in (smallest, self._scopes[-1]):
            for side in self._sides(np.array([place])):
                if self._is_unsure(place):
                    self._stretch(np.array([place]), side, bounds, scope)
                    if scope is self._scopes[-1]:
                        because |= self._cells_of(np.flatnonzero(scope.programme.in_the_way))
        return because

    def _look_for_room(self, bounds: Floats, scope: Scope) -> None:
        """Stretch all cells at once, again and again; who got room leaves the question."""
        unsure = self._unsure(scope)
        while len(unsure):
            self._stretch(unsure, self._sides(unsure)[0], bounds, scope)
            left = self._unsure(scope)
            if len(left) == len(unsure):
                break
            unsure = left

    def _sides(self, places: Places) -> tuple[Floats, Floats]:
        """Return for cells which way there is most room if they are small (up is -1), then back."""
        first = np.where(2 * self.number[places] < self.rules.small, -1.0, 1.0)
        return first, -first

    def _squeezed(self, bounds: Floats) -> list[Narrow]:
        """Return the hidden cells that adding and subtracting alone confines too closely."""
        zero, at_most_zero = self.system
        low, high, rows_of = squeeze(zero, at_most_zero, bounds)
        close = self.hidden & self._is_close(low[: len(self.hidden)], high[: len(self.hidden)])
        close[list(self.given_away)] = False
        rows = vstack([zero, at_most_zero]).tocsr()
        return [
            Narrow(place, self._cells_of(rows[rows_of[place]].indices), low[place], high[place])
            for place in np.flatnonzero(close).tolist()
        ]

    def _is_close(self, low: Floats, high: Floats) -> Flags:
        """Return which bounds lie too close to each other: a count is whole."""
        close: Flags = np.floor(high + SLACK) - np.ceil(low - SLACK) < self.rules.width
        return close

    def _cells_of(self, columns: Places) -> frozenset[int]:
        """Return the cells that columns of the system, counts or amounts, belong to."""
        of_all = np.concatenate([np.arange(len(self.cells)), *(self.with_euros for _ in AMOUNTS)])
        return frozenset(of_all[columns].tolist())

    @cached_property
    def _scopes(self) -> list[Scope]:
        """Return per subject its columns of the system, a smaller question, then all of them.

        Those who left, and what came of them, are some of those who took part, so these are one.
        """
        subject = self.cells["subject"].replace(relations.linked()).to_numpy()
        amounts = subject[self.with_euros]
        column = np.concatenate([subject, *(amounts for _ in AMOUNTS)])
        everything = np.ones(len(column), dtype=bool)
        zero, at_most_zero = self.system
        return [
            Scope.of(columns, zero, at_most_zero, self.exact)
            for columns in (*(column == name for name in pd.unique(subject)), everything)
        ]

    def _unsure(self, scope: Scope | None = None) -> Places:
        """Return the hidden cells of which the examples up to now lie too close to each other."""
        close = self.hidden & self._is_close(self.lowest, self.highest)
        close[list(self.given_away)] = False
        if scope:
            close &= scope.columns[: len(self.cells)]
        return np.flatnonzero(close)

    def _is_unsure(self, place: int) -> bool:
        return bool(self._is_close(self.lowest[[place]], self.highest[[place]])[0])

    def _stretch(self, places: Places, signs: Floats, bounds: Floats, scope: Scope) -> None:
        """Push some cells down (1) or up (-1) as far as they go, and remember the example.

        What lies outside the scope stays as it is, so that an example is good, if not the furthest.
        """
        goal = np.zeros(len(bounds))
        goal[places] = signs
        example = self.exact.copy()
        example[scope.columns] = scope.programme.least(goal[scope.columns], bounds[scope.columns])
        example = example[: len(self.cells)]
        self.lowest = np.minimum(self.lowest, example)
        self.highest = np.maximum(self.highest, example)
