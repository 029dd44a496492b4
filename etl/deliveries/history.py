"""Looking back at deliveries: the list, rolling one back, removing one for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from etl.deliveries import difference, store
from etl.deliveries.format import tables
from etl.deliveries.store import Delivery, Store
from etl.errors import refusal

STATES = {
    store.ACCEPTED: "overgenomen",
    store.REJECTED: "geweigerd",
    store.ROLLED_BACK: "teruggedraaid",
}
KEYS = ("programme_id", "number", "state", "counts", "decided_at", "as_of", "rows", "refused")
HEADER = ("programma", "nummer", "stand", "telt", "besloten op", "peildatum", "rijen", "geweigerd")


def listed(deliveries: Path, programme_id: str | None = None) -> list[tuple[str, ...]]:
    """Return a row per delivery, with ``HEADER`` above it."""
    folders = [path for path in deliveries.glob("*") if path.is_dir()]
    rows: list[tuple[str, ...]] = []
    for folder in sorted(folders):
        if programme_id not in (None, folder.name):
            continue
        own = Store(deliveries, folder.name)
        counting = own.counting()
        rows += [_row(folder.name, one, counting) for one in own.all()]
        rows += [
            (folder.name, str(one["number"]), "verwijderd", "", one["removed_at"][:16], "", "", "")
            for one in own.removed()
        ]
    return rows


def _row(programme_id: str, one: Delivery, counting: Delivery | None) -> tuple[str, ...]:
    counts = [f"{tables()[n].label} {c}" for n, c in one.decision.get("tables", {}).items()]
    return (
        programme_id,
        str(one.number),
        STATES[one.state],
        "ja" if counting and one.number == counting.number else "",
        one.decision["decided_at"][:16],
        one.decision["as_of"] or "",
        ", ".join(counts),
        str(one.decision["refused_rows"]),
    )


def newest(own: Store, number: int | None = None) -> Delivery:
    """Return the delivery that counts.

    Raises:
        DataError: There is none, or it is another one than ``number``.
    """
    found = own.counting()
    if not found:
        raise _refusal("no delivery of this programme counts")
    if number not in (None, found.number):
        raise _refusal(f"delivery {found.number} counts by now, not {number}")
    return found


def numbered(own: Store, number: int) -> Delivery:
    """Return a delivery by its number.

    Raises:
        DataError: There is none.
    """
    if found := next((one for one in own.all() if one.number == number), None):
        return found
    raise _refusal(f"this programme has no delivery {number}")


_refusal = partial(refusal, "See 'python -m etl deliveries'.", "deliveries")


def without(own: Store, delivery: Delivery) -> list[str]:
    """Say in Dutch what changes when a delivery no longer counts."""
    counting = own.counting()
    if not counting or counting.number != delivery.number:
        return [f"Aanlevering {delivery.number} telt nu niet; de cijfers veranderen niet."]
    accepted = [one for one in own.all() if one.state == store.ACCEPTED and one != counting]
    after, then = {}, "Daarna telt er geen aanlevering van dit programma."
    if accepted:
        after, then = accepted[-1].frames(), f"Daarna telt aanlevering {accepted[-1].number}."
    return [then, *difference.lines(difference.between(counting.frames(), after))]


def copies(own: Store, delivery: Delivery) -> list[str]:
    """Name in Dutch the later deliveries that took a table over from this one."""
    return [
        f"Let op: aanlevering {one.number} heeft {tables()[name].label} uit aanlevering "
        f"{number} overgenomen en houdt die; verwijder ook die."
        for one in own.all()
        for name, number in one.decision.get("taken_over", {}).items()
        if number == delivery.number and one.number != delivery.number
    ]
