"""Importing a delivery: examine it, compare it, keep it with a decision."""

from __future__ import annotations

import datetime
import hashlib
import secrets
from collections import Counter
from typing import Any

from etl.deliveries import difference, examining, store
from etl.deliveries.difference import Frames
from etl.deliveries.examining import STEPS, Result, Step, Wish
from etl.deliveries.findings import RefusedError, as_csv
from etl.deliveries.store import Delivery, Store
from etl.programmes import Programme

OVERTAKEN = "overtaken"


def deliver(
    content: bytes,
    programme: Programme,
    to: Store,
    wish: Wish,
    step: Step = lambda _name, _done, _of: None,
) -> Result:
    """Import a delivery, or only look at it; the lock of the store must be held.

    Each step is told to ``step`` as it begins, with its number and how many there are.
    """
    digest = hashlib.sha256(content).hexdigest()
    counting = to.counting()
    result = Result(counting=counting.number if counting else 0)
    frames: Frames = {}
    if wish.after is not None and wish.after != result.counting:
        return _overtaken(result)
    if counting and _is_same(counting, digest, wish):
        return _unchanged(counting, "Dit bestand is al aangeleverd")
    try:
        frames = examining.examine(content, programme, counting, wish, step, result)
    except RefusedError as refusal:
        result.findings = refusal.findings
    if result.state == store.ACCEPTED:
        step(STEPS[3], 3, len(STEPS))
        before = counting.frames() if counting else {}
        result.changes = difference.between(before, frames)
        result.kept = {name: len(frame) for name, frame in frames.items()}
        day = counting.decision["as_of"] if counting else ""
        if result.as_of and day > result.as_of.isoformat():
            result.notes.append(f"Let op: de aanlevering die nu telt is van later, {day}.")
        same_day = result.as_of is not None and result.as_of.isoformat() == day
        if counting and same_day and all(change.is_none for change in result.changes):
            return _unchanged(counting, "Deze gegevens zijn al aangeleverd")
    if not wish.check_only:
        step(STEPS[4], 4, len(STEPS))
        _keep(result, frames, to, digest, wish)
    return result


def _is_same(counting: Delivery, digest: str, wish: Wish) -> bool:
    day = wish.as_of.isoformat() if wish.as_of else counting.decision["as_of"]
    return bool(counting.decision["sha256"] == digest and counting.decision["as_of"] == day)


def _overtaken(result: Result) -> Result:
    """Say that what was shown is no longer what would change."""
    now = f"telt aanlevering {result.counting}" if result.counting else "telt er geen aanlevering"
    result.state = OVERTAKEN
    result.notes.append(f"Intussen {now}. Er is niets overgenomen; controleer het bestand opnieuw.")
    return result


def _unchanged(counting: Delivery, said: str) -> Result:
    day = datetime.date.fromisoformat(counting.decision["as_of"])
    note = f"{said}, als nummer {counting.number}; er verandert niets."
    return Result("unchanged", counting.number, day, notes=[note], counting=counting.number)


def _keep(result: Result, frames: Frames, to: Store, digest: str, wish: Wish) -> None:
    """Keep the delivery with its decision; the same refusal is kept once."""
    earlier = to.all()
    is_refused = result.state == store.REJECTED
    decision: dict[str, Any] = {
        "decision": result.state,
        "decided_at": store.moment(),
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "sha256": digest,
        "salt": secrets.token_hex(16),
        "tables": result.kept,
        "delivered": result.delivered,
        "refused_rows": result.refused_rows,
        "rules": dict(Counter(one.rule for one in result.findings)),
        "accepted_valid": wish.accept_valid,
        "control": result.control,
        "taken_over": result.taken_over,
    }
    last = earlier[-1] if earlier else None
    told = ("decision", "as_of", "sha256", "rules", "accepted_valid")
    if is_refused and last and all(last.decision.get(key) == decision[key] for key in told):
        result.number = last.number
        return
    refused = as_csv(result.findings, dutch=False) if result.findings else ""
    result.number = to.add(decision, frames, refused).number
