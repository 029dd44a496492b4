"""The commands about what programmes delivered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from etl.commands import console
from etl.deliveries import commands, history
from etl.deliveries import template as templates
from etl.deliveries.store import Delivery, Store
from etl.folders import DELIVERIES
from etl.private import remembered


def template(
    to: Annotated[Path, typer.Option(help="The folder for the template.")],
) -> None:
    """Write the template of a delivery: a workbook, a csv file per table, the data dictionary."""
    for path in templates.make(to):
        console.say(f"Wrote {path}")


def deliveries(
    programme: Annotated[str | None, typer.Option(help="Of this programme only.")] = None,
    as_json: console.JsonOption = False,
    deliveries_folder: console.DeliveriesOption = DELIVERIES,
) -> None:
    """Print the deliveries with what was decided, and which one counts."""
    rows = history.listed(deliveries_folder, programme)
    if as_json:
        console.print_json([dict(zip(history.KEYS, row, strict=True)) for row in rows])
    else:
        console.print_table(history.HEADER, rows, 160)


def rollback(
    programme: Annotated[str, typer.Argument(help="A programme.")],
    yes: console.YesOption = False,
    check_only: console.CheckOption = False,
    as_json: console.JsonOption = False,
    number: Annotated[
        int | None, typer.Option(help="Only if this delivery is still the one that counts.")
    ] = None,
    deliveries_folder: console.DeliveriesOption = DELIVERIES,
) -> None:
    """Let the newest delivery of a programme no longer count, after saying what that changes."""
    own = commands.store_of(deliveries_folder, programme)
    _take_away(
        own,
        lambda: history.newest(own, number),
        lambda newest: history.without(own, newest),
        lambda newest: own.decide(newest, "rolled_back"),
        "Rolled back delivery {}.",
        asked=(yes, check_only, as_json),
    )


def remove(
    programme: Annotated[str, typer.Argument(help="A programme.")],
    number: Annotated[int, typer.Argument(help="The number of a delivery.")],
    yes: console.YesOption = False,
    check_only: console.CheckOption = False,
    as_json: console.JsonOption = False,
    deliveries_folder: console.DeliveriesOption = DELIVERIES,
) -> None:
    """Delete a delivery for good, after saying what that changes."""
    own = commands.store_of(deliveries_folder, programme)

    def delete(found: Delivery) -> None:
        remembered.forget_counts(own.folder, number)
        own.remove(found)

    _take_away(
        own,
        lambda: history.numbered(own, number),
        lambda found: [*history.without(own, found), *history.copies(own, found)],
        delete,
        "Removed delivery {} for good.",
        asked=(yes, check_only, as_json),
    )


def _take_away(
    own: Store,
    find: Callable[[], Delivery],
    changes: Callable[[Delivery], list[str]],
    act: Callable[[Delivery], None],
    words: str,
    *,
    asked: tuple[bool, bool, bool],
) -> None:
    """Say what changes without a delivery and, when that is wanted, act; a program is not asked."""
    yes, check_only, as_json = asked
    find()
    with own.locked(lambda: console.err.print(commands.WAITS, soft_wrap=True)):
        found = find()
        said = changes(found)
        if not as_json:
            for line in said:
                console.say(line)
        is_done = not check_only and (yes or (not as_json and typer.confirm("Go on?")))
        if is_done:
            act(found)
        if as_json:
            console.print_json({"number": found.number, "done": is_done, "lines": said})
        elif is_done:
            console.say(f"{words.format(found.number)} Next: python -m etl build")
