"""Examining a delivery: read, look for personal data, check the rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

import words as nl
from etl.deliveries import checking, difference, reading, store, values
from etl.deliveries.checking import Checked
from etl.deliveries.difference import Frames
from etl.deliveries.findings import Finding, RefusedError, finding
from etl.deliveries.format import (
    CONTROL_LABELS,
    CONTROLE,
    LEVERING,
    ROWS_LABELS,
    dutch_day,
    tables,
)
from etl.deliveries.rules import Bounds
from etl.deliveries.store import Delivery
from etl.deliveries.values.codes import vocabularies
from etl.programmes import Programme, municipalities

Step = Callable[[str, int, int], None]
STEPS = ("lezen", "waarden", "regels", "verschil", "bewaren")


@dataclass(frozen=True)
class Wish:
    """How a delivery is to be imported, or with ``check_only`` only looked at.

    Attributes:
        as_of: The day whose state it is; otherwise the sheet ``levering`` says it.
        accept_valid: Take the good rows and keep the refused ones apart.
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
    result: Result,
) -> Frames:
    """Read and check a file; what it holds is in the answer, what is wrong in ``result``.

    Raises:
        RefusedError: The file is refused as a whole.
    """
    step(STEPS[0], 0, len(STEPS))
    delivered = reading.read(content)
    result.notes += delivered.notes
    result.delivered = {name: len(frame) for name, frame in delivered.tables.items()}
    refused = list(delivered.findings)
    if not delivered.tables and not refused:
        refused.append(finding("no_rows"))
    result.as_of, wrong = _as_of(delivered.as_of, wish.as_of, programme)
    refused += wrong
    day = result.as_of or datetime.date.today()
    bounds = Bounds(programme, municipalities(programme), day)
    step(STEPS[1], 1, len(STEPS))
    checked = {
        name: checking.read(
            tables()[name],
            frame,
            vocabularies(tables()[name].columns, programme),
            bounds,
            [(line, column) for table, line, column in delivered.errors if table == name],
        )
        for name, frame in delivered.tables.items()
    }
    for one in checked.values():
        refused += checking.personal(one)
    refused += _compare(delivered.controls | wish.controls, checked, result.control)
    if refused:
        raise RefusedError(refused)
    step(STEPS[2], 2, len(STEPS))
    return _ruled(checked, bounds, counting, wish, result)


def _as_of(
    text: str, wished: datetime.date | None, programme: Programme
) -> tuple[datetime.date | None, list[Finding]]:
    """Return the day whose state is delivered, with what is wrong with it."""
    said = values.day_of(text)
    day = wished or said
    if text and said is None:
        return wished, [finding("as_of", LEVERING)]
    if day is None:
        return None, [finding("no_as_of", LEVERING)]
    if said and wished and said != wished:
        return day, [finding("as_of_differs", LEVERING)]
    if day > datetime.date.today():
        return day, [finding("as_of_future", LEVERING, value=dutch_day(day))]
    if day < programme.starts_on:
        return None, [finding("as_of_early", LEVERING)]  # it can be a date of birth
    return day, []


def _compare(
    told: dict[str, str], checked: dict[str, Checked], agreed: dict[str, str]
) -> Iterator[Finding]:
    """Yield which control totals are not those of the rows; add the others to ``agreed``."""
    for name, text in told.items():
        label, amount = CONTROL_LABELS[name], values.total_of(text)
        table = checked.get(name if name in ROWS_LABELS else "voucher")
        counted = Decimal(0)
        if table and name in ROWS_LABELS:
            counted = Decimal(len(table.canonical))
        elif table:
            counted = difference.total(table.canonical[name])
        if amount is None:
            yield finding("control", CONTROLE, column=label)
        elif amount == counted:
            agreed[name] = str(counted)
        else:
            rows = nl.number(counted, decimals=2 if counted % 1 else 0)
            reason = f"Het controletotaal is anders; de rijen geven {rows}."
            yield finding("control_differs", CONTROLE, column=label, reason=reason)


def _ruled(
    checked: dict[str, Checked],
    bounds: Bounds,
    counting: Delivery | None,
    wish: Wish,
    result: Result,
) -> Frames:
    """Check the rows and put them beside the tables that were not delivered."""
    earlier = counting.frames() if counting else {}
    taken = {name: frame for name, frame in earlier.items() if name not in checked}
    every = {name: one.canonical for name, one in checked.items()} | taken
    keys = every["participation"]["participation_key"].dropna() if "participation" in every else ()
    for one in checked.values():
        result.findings += checking.failures(one, bounds, frozenset(keys))
    frames = {name: _without(one, result.findings) for name, one in checked.items()}
    if wish.accept_valid:
        _drop_orphans(frames, result)
    result.refused_rows = len({(one.table, one.line) for one in result.findings})
    _require_parents(frames, taken, result)
    if result.findings and not (wish.accept_valid and all(map(len, frames.values()))):
        return {}
    result.state = store.ACCEPTED
    if counting:
        origin = counting.decision.get("taken_over", {})
        result.taken_over = {name: origin.get(name, counting.number) for name in taken}
    result.notes += [
        f"{tables()[name].label}: niet geleverd; de stand van aanlevering {number} blijft."
        for name, number in result.taken_over.items()
    ]
    return {name: (frames | taken)[name] for name in tables() if name in frames | taken}


def _without(checked: Checked, found: list[Finding]) -> pd.DataFrame:
    """Return the rows of a table in which nothing is wrong."""
    refused = {one.line for one in found if one.table == checked.table.label}
    good = checked.canonical[~checked.canonical.index.isin(refused)]
    return good.reset_index(names="line")


def _drop_orphans(frames: Frames, result: Result) -> None:
    """Refuse the vouchers whose participation was refused."""
    if "voucher" not in frames or "participation" not in frames:
        return
    vouchers = frames["voucher"]
    lost = ~vouchers["participation_key"].isin(frames["participation"]["participation_key"])
    label = tables()["voucher"].label
    result.findings += [
        finding("participation_refused", label, int(line), "Sleutel deelname")
        for line in vouchers.loc[lost, "line"]
    ]
    frames["voucher"] = vouchers[~lost].reset_index(drop=True)


def _require_parents(frames: Frames, taken: Frames, result: Result) -> None:
    """Refuse participations that leave the vouchers of the earlier delivery without theirs."""
    if "participation" in frames and "voucher" in taken:
        kept = frames["participation"]["participation_key"]
        if lost := int((~taken["voucher"]["participation_key"].isin(kept)).sum()):
            found = finding("voucher_left_over", tables()["voucher"].label, value=str(lost))
            raise RefusedError([*result.findings, found])
