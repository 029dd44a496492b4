"""Disclosure control: hide small counts, and whatever would give them away."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from etl.private.attack import View
from etl.private.relation_rows import Key, keys_of
from etl.private.relations import quarter_that_ends
from etl.private.rules import AMOUNTS, Rules
from etl.private.system import Flags, Narrow

PATIENCE = 400
NEARBY = 3
DIVIDED = {"all": 0, "year": 1, "until_quarter": 3}
SHOWN = ("shown_number", *(f"shown_{amount}" for amount in AMOUNTS))


@dataclass(frozen=True)
class Release:
    """Cells as ``protect`` returned them at some time, by which rules and of which delivery.

    Exact figures are missing when that delivery was deleted.
    """

    cells: pd.DataFrame
    rules: Rules
    delivery_number: int

    @property
    def has_counts(self) -> bool:
        """Return whether the exact counts are still there."""
        return "number" in self.cells


def protect(
    cells: pd.DataFrame,
    rules: Rules,
    earlier: Sequence[Release] = (),
    published: Mapping[Key, int] | None = None,
) -> pd.DataFrame:
    """Return the cells of one programme as they may be shown.

    A count under the limit is hidden, one of which one person has more than half, and what was
    hidden before and is the same since. Then the audit looks, in this release and in each earlier
    one, for hidden counts that are confined too closely by what is shown, and hides the smallest
    cell that confines them; where that does not end, it hides the whole table of that cell.

    Args:
        cells: One row per cell: the fields of ``Key``, ``number``, the amounts in euros and what
            one person has of each of these at most.
        rules: How they are protected.
        earlier: Earlier releases, oldest first. What is the same as now is taken to be known to be
            the same.
        published: Totals that were published exactly elsewhere.

    Returns:
        The rows of ``cells`` with ``shown_number``, ``shown_granted_eur`` and ``shown_paid_eur``:
        missing where they are not shown.

    Raises:
        DataError: The cells do not add up, or the audit found no answer.
    """
    is_whole = (cells["period_kind"] == "until_quarter") & (
        cells["period"] == quarter_that_ends(rules.as_of)
    )
    shown = _protect(cells[~is_whole].reset_index(drop=True), rules, earlier, published or {})
    # Up to the end of that quarter is all there is, so it is shown just as that.
    whole = cells[is_whole].assign(period_kind="all", period="")
    keys = list(Key._fields)
    same = whole[keys].merge(shown[[*keys, *SHOWN]], how="left", on=keys).set_axis(whole.index)
    shown = shown.set_axis(cells.index[~is_whole])
    both = pd.concat([shown[[*SHOWN]], same[[*SHOWN]]]).reindex(cells.index)
    return cells.assign(**{name: both[name] for name in SHOWN})


def _protect(
    cells: pd.DataFrame, rules: Rules, earlier: Sequence[Release], published: Mapping[Key, int]
) -> pd.DataFrame:
    """Return cells as they may be shown, of which none is another one by its definition."""
    is_of_one = 2 * cells["number_of_one"] > cells["number"]
    now = View(cells, rules, (is_of_one | (cells["number"] < rules.small)).to_numpy(copy=True))
    now.is_secret = now.hidden.copy()
    past = _remember(now, earlier)
    hidden_before = {
        place
        for view in past
        for place, at in now.shared(view)
        if view.hidden[at] and view.number[at] == now.number[place]
    }
    now.hidden[list(hidden_before)] = True
    for view in past:
        _withhold_as_before(now, view)
    for key, number in published.items():
        if key in now.places and now.number[now.places[key]] == number:
            now.known[now.places[key]] = (number, number)
    for attempt in itertools.count():
        for view in past:
            view.known = _told(now, view)
        in_danger = [
            (number, narrow) for number, view in enumerate([now, *past]) for narrow in view.narrow()
        ]
        if not in_danger:
            break
        if needless := _needless(now, hidden_before, in_danger):
            now.hidden[needless] = False
            now.known |= {place: now.interval(place) for place in needless}
            continue
        if tells := _telling_amount(now, in_danger):
            amount, place = tells
            now.withheld[amount].add(place)
            continue
        for helps in _helpful(now, [now, *past], in_danger):
            now.hidden[_table_of(now, helps) if attempt > PATIENCE else helps] = True
    return _as_shown(now)


def _remember(now: View, earlier: Sequence[Release]) -> list[View]:
    """Let the present release know what earlier ones show, and return those with exact counts."""
    past = []
    for release in earlier:
        if release.has_counts:
            hidden = release.cells["shown_number"].isna().to_numpy()
            past.append(View(release.cells, release.rules, hidden, is_earlier=True))
            for amount in AMOUNTS:
                is_shown = release.cells[f"shown_{amount}"].notna().to_numpy()
                past[-1].withheld[amount] |= set(np.flatnonzero(past[-1].shows(amount) & ~is_shown))
            now.known |= _told(past[-1], now)
        else:
            now.known |= _perhaps_told(release, now)
    return past


def _needless(now: View, hidden_before: set[int], in_danger: list[tuple[int, Narrow]]) -> list[int]:
    """Return cells that are hidden in vain: a shown total says the same, whatever else is hidden.

    What is small stays hidden, as does what an earlier release hid while it is the same; amounts
    would tell more.
    """
    found = []
    for number, narrow in in_danger:
        key, place = now.keys[narrow.place], narrow.place
        if number or now.is_secret[place] or key.subject == "voucher":
            continue
        totals = [other for other in now.twins.get(place, []) if not _divisions(now.keys[other])]
        if place not in hidden_before and not now.hidden[totals].all():
            found.append(place)
    return found


def _withhold_as_before(now: View, view: View) -> None:
    """Withhold what an earlier release withheld beside a count that is the same since."""
    for amount, ours, theirs in zip(AMOUNTS, now.columns[1:], view.columns[1:], strict=True):
        for place, at in now.shared(view):
            is_withheld = at in view.withheld[amount]
            if is_withheld and now.exact[ours[place]] == view.exact[theirs[at]]:
                now.withheld[amount].add(place)


def _telling_amount(now: View, in_danger: list[tuple[int, Narrow]]) -> tuple[str, int] | None:
    """Return the amount, paid rather than granted, whose hiding helps a count that it confines."""
    of_now = [one for number, one in in_danger if not number]
    vouchers = [one for one in of_now if now.keys[one.place].subject == "voucher"]
    for amount, amounts in (("paid_eur", ["paid_eur"]), ("granted_eur", AMOUNTS)):
        columns, shown = now.columns[1 + AMOUNTS.index(amount)], now.shows(amount)
        if not vouchers or not shown.any():
            continue
        for confined in now.told_by(amounts, vouchers):
            for circle in itertools.islice(_circles(now, confined), NEARBY):
                able = [
                    (now.exact[columns[place]], place)
                    for place in circle
                    if shown[place] and columns[place] not in now.known
                ]
                if able:
                    return amount, min(able)[1]
    return None


def _told(teller: View, listener: View) -> dict[int, tuple[float, float]]:
    """Return the bounds that one release gives for what is the same in another."""
    told = {}
    is_shown, shared = teller.is_shown(), teller.shared(listener)
    for theirs, ours in zip(teller.columns, listener.columns, strict=True):
        for at, place in shared:
            same = at in theirs and teller.exact[theirs[at]] == listener.exact[ours[place]]
            if same and is_shown[theirs[at]]:
                told[ours[place]] = teller.interval(theirs[at])
    return told


def _perhaps_told(release: Release, now: View) -> dict[int, tuple[float, float]]:
    """Return the bounds that a release without exact counts gives, as far as they still hold."""
    shown = release.cells["shown_number"].to_numpy(dtype=np.float64)
    least, most = release.rules.least(shown), release.rules.most(shown)
    told = {}
    for at, key in enumerate(keys_of(release.cells)):
        place = now.places.get(key)
        if place is not None and least[at] <= now.number[place] <= most[at]:
            told[place] = (float(least[at]), float(most[at]))
    return told


def _helpful(now: View, views: list[View], in_danger: list[tuple[int, Narrow]]) -> set[int]:
    """Return cells to hide now, so that hidden cells of some release get more room.

    What is confined by a sum with a shown part is helped first: the rest often follows by itself.
    The total of all years and categories, which says most, goes last.
    """
    for divided, circles in ((1, NEARBY), (0, None)):
        chosen: set[int] = set()
        for number, narrow in in_danger:
            view = views[number]
            around = narrow.because if view is now else narrow.because | {narrow.place}
            if not {_place_in(now, view, other) for other in around} & chosen:
                chosen |= _smallest(now, view, around, divided)
        if chosen:
            return chosen
        for number, narrow in in_danger:
            view = views[number]
            for circle in itertools.islice(_circles(view, narrow.place), circles):
                if chosen := _smallest(now, view, circle, divided):
                    return chosen
    for number, narrow in in_danger:
        views[number].given_away.add(narrow.place)
    return set()


def _place_in(now: View, view: View, place: int) -> int | None:
    """Return where a cell of one release stands in the present one."""
    return place if view is now else now.places.get(view.keys[place])


def _smallest(now: View, view: View, circle: Iterable[int], divided: int) -> set[int]:
    """Return the smallest cell of a circle that can be hidden now, the most divided first; or none.

    The circle has places of ``view``; a cell must have so many divisions (dimensions, years).
    """
    found = []
    for other in circle:
        place = _place_in(now, view, other)
        if place is None or now.hidden[place] or place in now.known:
            continue
        if view is now or other in view.known:
            divisions = _divisions(now.keys[place])
            if divisions >= divided:
                found.append((-divisions, now.number[place], place))
    return {min(found)[-1]} if found else set()


def _divisions(key: Key) -> int:
    """Return how finely a cell is divided: 0 for all there is."""
    return bool(key.dimension_1) + bool(key.dimension_2) + DIVIDED[key.period_kind]


def _circles(view: View, place: int) -> Iterator[list[int]]:
    """Yield the cells that a cell adds up with, then those that these add up with, and so on."""
    seen = circle = {place}
    while circle:
        circle = {n for at in circle for cells in view.together[at] for n in cells} - seen
        seen = seen | circle
        yield sorted(circle)


def _table_of(view: View, place: int) -> Flags:
    return np.array([key.table == view.keys[place].table for key in view.keys])


def _as_shown(view: View) -> pd.DataFrame:
    """Return the cells with what is shown of them."""
    shown = {SHOWN[0]: np.where(view.hidden, np.nan, view.rules.rounded(view.number))}
    for name, amount in zip(SHOWN[1:], AMOUNTS, strict=True):
        exact = view.cells[amount].to_numpy(dtype=np.float64)
        rounded = view.rules.rounded_euros(exact)
        shown[name] = np.where(view.shows(amount), rounded, np.nan)
    return view.cells.assign(**shown)
