"""The commands about deliveries; ``etl/__main__.py`` puts them on the command line."""

from __future__ import annotations

import json
import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from etl import programmes
from etl.deliveries import engine, findings, report
from etl.deliveries.examining import STEPS, Result, Step, Wish
from etl.deliveries.format import CONTROL_LABELS, plain
from etl.deliveries.reading import LIMITS
from etl.deliveries.store import REJECTED, Store
from etl.errors import DataError, Problem
from etl.folders import RAW, SAMPLE

Answer = TypeVar("Answer")
PROGRAMME_ID = re.compile("[a-z0-9_]{1,60}")
WAITS = "Another command is working on the deliveries of this programme; this one waits."


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
    names = {plain(label): name for name, label in CONTROL_LABELS.items()}
    names |= {plain(name): name for name in CONTROL_LABELS}
    totals = {}
    for text in given:
        name, _, value = text.partition("=")
        if plain(name) not in names or not value.strip():
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
    """Import a delivery and say what came of it.

    Args:
        file: The file; ``-`` for standard input.
        programme_id: The programme that delivers.
        deliveries: The folder of deliveries.
        wish: How to import it.
        report_to: Where to write every finding as csv; ``-`` for within the JSON.
        as_json: Print the answer as JSON.
        consoles: Where to print the answer, and progress and warnings.

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

    result = unseen(lambda: _with_progress(work, err, as_json=as_json))
    within = str(report_to) == "-"
    if report_to and not within:
        text = findings.as_csv(result.findings, dutch=True)
        report_to.write_text(text, "utf-8-sig")
    if as_json:
        data = report.as_data(programme_id, result, check_only=wish.check_only, with_report=within)
        sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
    else:
        for line in report.lines(result, check_only=wish.check_only):
            out.print(line, soft_wrap=True, markup=False)
    return result.state not in (REJECTED, engine.OVERTAKEN)


def unseen(work: Callable[[], Answer]) -> Answer:
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
