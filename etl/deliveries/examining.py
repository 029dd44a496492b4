"""Examining a delivery: read, look for personal data, check the rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from etl.deliveries import checking, controls, difference, reading, store
from etl.deliveries.codes import vocabularies
from etl.deliveries.findings import Finding, RefusedError, finding
from etl.deliveries.format import tables
from etl.deliveries.rule_kinds import Bounds
from etl.deliveries.rules import rules
from etl.deliveries.store import Delivery
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
        after: Only when this delivery still counts, 0 for none; None does not ask.
    """

    as_of: datetime.date | None = None
    accept_valid: bool = False
    check_only: bool = False
    controls: dict[str, str] = field(default_factory=dict)
    after: int | None = None


@dataclass
class Result:
    """What an import found and did.

    Attributes:
        state: accepted, refused, unchanged, or overtaken by another delivery.
        number: The number of the delivery, when it was kept.
        as_of: The day whose state it is, when that is known.
        findings: What is wrong.
        changes: What it changes against the delivery that counts.
        delivered: Rows in the file, by table.
        kept: Rows that the state holds after it, by table.
        notes: What a bureau should know, in Dutch.
        taken_over: For a table that was not delivered: the number of the delivery it comes from.
        control: The control totals that agree.
        refused_rows: How many rows something is wrong with.
        counting: The number of the delivery that counted before, 0 for none.
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
    counting: int = 0


def examine(
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
            tables()[name],
            frame,
            vocabularies(tables()[name].columns, programme, raw),
            bounds,
            [(line, column) for table, line, column in delivered.errors if table == name],
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
    return _ruled(checked, bounds, counting, wish, result)


def _ruled(
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
    for one in checked.values():
        result.findings += checking.failures(one, every, keys)
    frames = {name: _without(one, result.findings) for name, one in checked.items()}
    if wish.accept_valid:
        _drop_orphans(checked, frames, taken, result)
    result.refused_rows = len({(one.table, one.line) for one in result.findings})
    _require_parents(frames, taken, result)
    is_good = not result.findings or (wish.accept_valid and all(map(len, frames.values())))
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
