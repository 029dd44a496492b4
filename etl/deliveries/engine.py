"""Importing a delivery: read, look for personal data, check, compare, keep with a decision."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from etl.database import RAW
from etl.deliveries import checking, controls, difference, reading, store
from etl.deliveries.codes import vocabularies
from etl.deliveries.findings import Finding, RefusedError, as_csv, finding
from etl.deliveries.format import tables
from etl.deliveries.reading import Delivered
from etl.deliveries.rules import Bounds, rules
from etl.deliveries.store import Delivery, Store
from etl.programmes import Programme, municipalities

Frames = dict[str, pd.DataFrame]
Step = Callable[[str, int, int], None]
STEPS = ("lezen", "waarden", "regels", "verschil", "bewaren")


@dataclass(frozen=True)
class Wish:
    """How a delivery is to be imported.

    Attributes:
        as_of: The day whose state it is; otherwise the sheet ``levering`` says it.
        accept_valid: Take the good rows and keep the refused ones apart.
        check_only: Only look.
        controls: Control totals beside those of the sheet ``controle``.
    """

    as_of: datetime.date | None = None
    accept_valid: bool = False
    check_only: bool = False
    controls: dict[str, str] = field(default_factory=dict)


@dataclass
class Result:
    """What an import found and did.

    Attributes:
        state: accepted, refused, or unchanged.
        number: The number of the delivery, when it was kept.
        as_of: The day whose state it is, when that is known.
        findings: What is wrong.
        changes: What it changes against the delivery that counts.
        delivered: Rows in the file, by table.
        kept: Rows that the state holds after it, by table.
        notes: What a bureau should know, in Dutch.
        taken_over: For a table that was not delivered: the number of the delivery it comes from.
    """

    state: str = store.REJECTED
    number: int | None = None
    as_of: datetime.date | None = None
    findings: list[Finding] = field(default_factory=list)
    changes: list[difference.Change] = field(default_factory=list)
    delivered: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    taken_over: dict[str, int] = field(default_factory=dict)
    control: dict[str, str] = field(default_factory=dict)
    refused_rows: int = 0


def deliver(
    content: bytes,
    programme: Programme,
    to: Store,
    wish: Wish,
    step: Step = lambda _name, _done, _of: None,
    raw: Path = RAW,
) -> Result:
    """Import a delivery, or only look at it; the lock of the store must be held.

    Args:
        content: The delivered file.
        programme: The programme that delivers.
        to: Its deliveries.
        wish: How to import it.
        step: Called as each step begins.
        raw: The raw files, for the names of municipalities.

    Returns:
        What was found and done.
    """
    digest = hashlib.sha256(content).hexdigest()
    counting = to.counting()
    result, frames = Result(), {}
    if counting and _is_same(counting, digest, wish):
        return _unchanged(counting, "Dit bestand is al aangeleverd")
    try:
        frames = _examined(content, programme, counting, wish, step, raw, result)
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
    return counting.decision["sha256"] == digest and counting.decision["as_of"] == day


def _unchanged(counting: Delivery, said: str) -> Result:
    day = datetime.date.fromisoformat(counting.decision["as_of"])
    note = f"{said}, als nummer {counting.number}; er verandert niets."
    return Result("unchanged", counting.number, day, notes=[note])


def _examined(
    content: bytes,
    programme: Programme,
    counting: Delivery | None,
    wish: Wish,
    step: Step,
    raw: Path,
    result: Result,
) -> Frames:
    """Read and check a file; what it holds is in the answer, what is wrong in ``result``."""
    step(STEPS[0], 0, len(STEPS))
    delivered = reading.read(content)
    result.notes += delivered.notes
    result.delivered = {name: len(frame) for name, frame in delivered.tables.items()}
    refused = list(delivered.findings)
    if not delivered.tables and not refused:
        refused.append(finding("no_rows"))
    result.as_of, wrong = controls.as_of(delivered.as_of, wish.as_of, programme)
    refused += wrong
    day = result.as_of or datetime.date.today()
    bounds = Bounds(programme, municipalities(programme, raw), day)
    step(STEPS[1], 1, len(STEPS))
    checked = {
        name: checking.read(
            tables()[name], frame, vocabularies(tables()[name].columns, programme, raw), bounds
        )
        for name, frame in delivered.tables.items()
    }
    for one in checked.values():
        refused += checking.personal(one)
    result.control, wrong = controls.totals(
        delivered.controls | wish.controls, {name: one.canonical for name, one in checked.items()}
    )
    refused += wrong
    if refused:
        raise RefusedError(refused)
    step(STEPS[2], 2, len(STEPS))
    return _ruled(delivered, checked, bounds, counting, wish, result)


def _ruled(
    delivered: Delivered,
    checked: dict[str, checking.Checked],
    bounds: Bounds,
    counting: Delivery | None,
    wish: Wish,
    result: Result,
) -> Frames:
    """Check the rows and put them beside the tables that were not delivered."""
    earlier = counting.frames() if counting else {}
    taken = {name: frame for name, frame in earlier.items() if name not in checked}
    keys = _keys(checked, taken)
    every = rules(bounds)
    for name, one in checked.items():
        errors = {(line, column) for table, line, column in delivered.errors if table == name}
        result.findings += checking.failures(one, every, keys, errors)
    frames = {name: _without(one, result.findings) for name, one in checked.items()}
    if wish.accept_valid:
        _drop_orphans(checked, frames, taken, result)
    result.refused_rows = len({(one.table, one.line) for one in result.findings})
    _require_parents(frames, taken, result)
    is_good = not result.findings or (wish.accept_valid and any(map(len, frames.values())))
    if not is_good:
        return {}
    result.state = store.ACCEPTED
    for name in taken:
        origin = counting.decision.get("taken_over", {}) if counting else {}
        result.taken_over[name] = origin.get(name, counting.number if counting else 0)
        label = tables()[name].label
        result.notes.append(
            f"{label}: niet geleverd; de stand van aanlevering {result.taken_over[name]} blijft."
        )
    return {name: (frames | taken)[name] for name in tables() if name in frames | taken}


def _keys(checked: dict[str, checking.Checked], taken: Frames) -> frozenset[str]:
    if "participation" in checked:
        return frozenset(checked["participation"].canonical["participation_key"].dropna())
    return frozenset(
        taken["participation"]["participation_key"] if "participation" in taken else ()
    )


def _without(checked: checking.Checked, found: list[Finding]) -> pd.DataFrame:
    """Return the rows of a table in which nothing is wrong."""
    label = checked.table.label
    refused = {one.line for one in found if one.table == label}
    good = checked.canonical[~checked.canonical.index.isin(refused)]
    return good.reset_index(names="line")


def _drop_orphans(
    checked: dict[str, checking.Checked], frames: Frames, taken: Frames, result: Result
) -> None:
    """Refuse the vouchers whose participation was refused."""
    if "voucher" not in frames or "participation" not in frames:
        return
    vouchers = frames["voucher"]
    lost = ~vouchers["participation_key"].isin(frames["participation"]["participation_key"])
    table = checked["voucher"].table
    result.findings += [
        finding("participation_refused", table.label, int(line), "Sleutel deelname")
        for line in vouchers.loc[lost, "line"]
    ]
    frames["voucher"] = vouchers[~lost].reset_index(drop=True)


def _require_parents(frames: Frames, taken: Frames, result: Result) -> None:
    """Refuse participations that leave the vouchers of the earlier delivery without theirs."""
    if "participation" in frames and "voucher" in taken:
        kept = frames["participation"]["participation_key"]
        lost = int((~taken["voucher"]["participation_key"].isin(kept)).sum())
        if lost:
            found = finding("voucher_left_over", tables()["voucher"].label, value=str(lost))
            raise RefusedError([*result.findings, found])


def _keep(result: Result, frames: Frames, to: Store, digest: str, wish: Wish) -> None:
    """Keep the delivery with its decision; the same refusal is kept once."""
    earlier = to.all()
    is_refused = result.state == store.REJECTED
    decision: dict[str, Any] = {
        "decision": result.state,
        "decided_at": store.moment(),
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "sha256": digest,
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
