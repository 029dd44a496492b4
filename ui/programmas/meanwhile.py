"""Which programmes a view of effort beside shortage can tell something of, and the box for one."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from queries import krapte_en_inzet as ask
from queries import programmas
from ui.filters import periods, programmes
from ui.programmas import board
from ui.programmas.programme import Programme, of_id

Options = Mapping[str, str]


class Known(NamedTuple):
    """The programmes of the scoreboard, and by their names the ids of those with more.

    Attributes:
        board: The answer to ``programmas/scoreboard``.
        strips: The answer to ``krapte_en_inzet/strips``.
        delivered: Those that delivered.
        beside_tension: Those of these with tension beside it.
        running: Those with vacancies or tension at a known start and end.
        with_sample: Whether fictitious ones are among them.
    """

    board: pd.DataFrame
    strips: pd.DataFrame
    delivered: Options
    beside_tension: Options
    running: Options
    with_sample: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all, in the order of the scoreboard."""
        return tuple(self.board["programme_id"])


def known(*, with_sample: bool) -> Known:
    """Return what is known of all programmes, those of the chosen area first."""
    scoreboard = board.asked(with_sample=with_sample)
    ids = tuple(scoreboard["programme_id"])
    names = dict(zip(scoreboard["programme_name"], ids, strict=True))
    strips = ask.strips(programme_ids=ids, until=periods.until())
    deliveries = programmas.deliveries(programme_ids=ids, with_sample=with_sample)
    delivered = _only(names, set(deliveries["programme_id"]))
    beside_tension = {
        name: programme_id
        for name, programme_id in delivered.items()
        if len(ask.changes(programme_id=programme_id, with_sample=with_sample))
    }
    ran = strips.loc[strips["start_label"].notna() & strips["end_label"].notna(), "programme_id"]
    running = _only(names, set(ran) | set(beside_tension.values()))
    return Known(scoreboard, strips, delivered, beside_tension, running, with_sample)


def _only(names: Options, ids: set[str]) -> Options:
    return {name: programme_id for name, programme_id in names.items() if programme_id in ids}


def views(
    options: Options, **makers: Callable[[Programme], None]
) -> dict[str, Callable[[Known], None]]:
    """Return views of one programme by their names; none where no programme has content there."""
    if not options:
        return {}
    return {
        name: lambda known, make=make: of_one(options, make, known.with_sample)  # type: ignore[misc]
        for name, make in makers.items()
    }


def of_one(options: Options, make: Callable[[Programme], None], with_sample: bool) -> None:
    """Let the reader choose one of several programmes, and make its view."""
    make(of_id(programmes.one_of(options), with_sample))
