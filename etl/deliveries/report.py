"""The answer to a delivery: Dutch lines for a bureau, data for another program."""

from __future__ import annotations

from collections import Counter
from typing import Any

from etl.deliveries import difference, findings, store
from etl.deliveries.examining import Result
from etl.deliveries.format import tables
from etl.deliveries.words import counted, dutch_day

IN_DATA = 1000


def lines(result: Result, *, check_only: bool) -> list[str]:
    """Return what a bureau reads: what was delivered, what is wrong, what changes."""
    said = []
    if result.as_of:
        said.append(f"Peildatum: {dutch_day(result.as_of)}")
    for name, count in result.delivered.items():
        said.append(f"{tables()[name].label}: {counted(count, 'rij', 'rijen')} gelezen")
    said += result.notes
    if result.findings:
        found = counted(len(result.findings), "bevinding", "bevindingen")
        said += ["", f"{found}:", *findings.lines(result.findings)]
    if result.changes:
        said += ["", "Wat er verandert:", *difference.lines(result.changes)]
    return [*said, "", _conclusion(result, check_only=check_only)]


def _conclusion(result: Result, *, check_only: bool) -> str:
    if result.state == store.REJECTED:
        kept = "" if result.number is None else f" Dit is bewaard als nummer {result.number}."
        return f"Geweigerd; er is niets overgenomen.{kept if not check_only else ''}"
    if result.state != store.ACCEPTED:
        return "Er verandert niets."
    dropped = counted(result.refused_rows, "rij is", "rijen zijn")
    dropped = f" {dropped} niet overgenomen." if result.refused_rows else ""
    if check_only:
        return f"De aanlevering kan worden overgenomen; er is nog niets veranderd.{dropped}"
    return f"Overgenomen als aanlevering {result.number}.{dropped}"


def as_data(
    programme_id: str, result: Result, *, check_only: bool, with_report: bool = False
) -> dict[str, Any]:
    """Return the answer in a form for other programs, on request with the whole report as csv."""
    whole = {"report": findings.as_csv(result.findings, dutch=True)} if with_report else {}
    return {
        "programme_id": programme_id,
        "state": result.state,
        "check_only": check_only,
        "number": result.number,
        "counting": result.counting,
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "delivered": result.delivered,
        "kept": result.kept,
        "refused_rows": result.refused_rows,
        "taken_over": result.taken_over,
        "control": result.control,
        "notes": result.notes,
        "findings_total": len(result.findings),
        "findings_per_rule": dict(Counter(one.rule for one in result.findings)),
        "findings": [one.as_data() for one in result.findings[:IN_DATA]],
        "difference": difference.as_data(result.changes),
        "lines": lines(result, check_only=check_only),
        **whole,
    }
