"""Importing a delivery from the command line: Dutch lines for a bureau, JSON for a program."""

from __future__ import annotations

import json
import re
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from etl import programmes
from etl.deliveries import difference, engine, findings
from etl.deliveries.examining import STEPS, Result, Step, Wish
from etl.deliveries.format import CONTROL_LABELS, counted, dutch_day, tables
from etl.deliveries.reading import LIMITS
from etl.deliveries.store import ACCEPTED, REJECTED, Store
from etl.errors import DataError, Problem
from etl.folders import RAW, SAMPLE
from words.spelling import clean, plain

Answer = TypeVar("Answer")
PROGRAMME_ID = re.compile("[a-z0-9_]{1,60}")
WAITS = "Another command is working on the deliveries of this programme; this one waits."
IN_DATA = 1000


def store_of(deliveries: Path, programme_id: str) -> Store:
    """Return the deliveries of a programme.

    Raises:
        DataError: The id is none.
    """
    if not PROGRAMME_ID.fullmatch(programme_id):
        problem = Problem("--programme", "lower case letters, digits and _ were expected")
        raise DataError([problem], programmes.NEXT_STEP)
    return Store(deliveries, programme_id)


def control_totals(given: list[str]) -> dict[str, str]:
    """Return control totals out of texts such as ``voucher=200`` or ``Aantal vouchers=200``.

    Raises:
        ValueError: A text is not of that form.
    """
    names = {plain(said): name for name, label in CONTROL_LABELS.items() for said in (label, name)}
    totals = {}
    for text in given:
        name, _, value = text.partition("=")
        if plain(name) not in names or not clean(value):
            raise ValueError(f"one of {', '.join(CONTROL_LABELS)}, = and a number were expected")
        totals[names[plain(name)]] = value.strip()
    return totals


def import_delivery(
    file: Path,
    programme_id: str,
    deliveries: Path,
    wish: Wish,
    *,
    report_to: Path | None,
    as_json: bool,
    consoles: tuple[Console, Console],
) -> bool:
    """Import a delivery, from ``-`` of standard input, and say what came of it.

    Every finding goes to ``report_to`` as csv, or with ``-`` into the JSON. One console is for the
    answer, the other for progress and warnings.

    Returns:
        Whether it was not refused.
    """
    out, err = consoles
    own = store_of(deliveries, programme_id)
    programme = programmes.find(programme_id, RAW, SAMPLE)
    content = _content(file)

    def work(step: Step) -> Result:
        if wish.check_only:
            return engine.deliver(content, programme, own, wish, step)
        with own.locked(lambda: err.print(WAITS, soft_wrap=True)):
            return engine.deliver(content, programme, own, wish, step)

    result = _unseen(lambda: _with_progress(work, err, as_json=as_json))
    within = str(report_to) == "-"
    if report_to and not within:
        text = findings.as_csv(result.findings, dutch=True)
        report_to.write_text(text, "utf-8-sig")
    if as_json:
        data = as_data(programme_id, result, check_only=wish.check_only, with_report=within)
        sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
    else:
        for line in lines(result, check_only=wish.check_only):
            out.print(line, soft_wrap=True, markup=False)
    return result.state not in (REJECTED, engine.OVERTAKEN)


def _unseen(work: Callable[[], Answer]) -> Answer:
    """Do work of which no error may show a value: only its kind and place are said."""
    try:
        return work()
    except (DataError, OSError):
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    problem = Problem("delivery", f"the import met something unexpected ({said})")
    raise DataError([problem], "Nothing was changed. Please report this line.")


def _content(file: Path) -> bytes:
    """Return the file, at most a byte more than it may hold."""
    if str(file) == "-":
        return sys.stdin.buffer.read(LIMITS.size + 1)
    with file.open("rb") as opened:
        return opened.read(LIMITS.size + 1)


def _with_progress(work: Callable[[Step], Result], err: Console, *, as_json: bool) -> Result:
    if as_json:

        def said(name: str, done: int, of: int) -> None:
            sys.stderr.write(json.dumps({"step": name, "done": done, "of": of}) + "\n")
            sys.stderr.flush()

        return work(said)
    columns = (TextColumn("{task.description:<10}"), BarColumn(), TextColumn("{task.completed}"))
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("lezen", total=len(STEPS))
        return work(
            lambda name, done, of: bar.update(task, description=name, completed=done, total=of)
        )


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
    if result.state == REJECTED:
        kept = f" Dit is bewaard als nummer {result.number}."
        return f"Geweigerd; er is niets overgenomen.{kept if result.number else ''}"
    if result.state != ACCEPTED:
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
    said = dict(vars(result))
    changes = said.pop("changes")
    whole = {"report": findings.as_csv(result.findings, dutch=True)} if with_report else {}
    return said | {
        "programme_id": programme_id,
        "check_only": check_only,
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "findings_total": len(result.findings),
        "findings_per_rule": dict(Counter(one.rule for one in result.findings)),
        "findings": [one.as_data() for one in result.findings[:IN_DATA]],
        "difference": [vars(change) for change in changes],
        "lines": lines(result, check_only=check_only),
        **whole,
    }
