"""Runs ``python -m etl`` as a process of its own: deliveries are never opened by the app itself."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from subprocess import PIPE
from typing import IO, Any

import streamlit as st

from etl import folders

Step = Callable[[str, int, int], None]
UNEXPECTED = "Traceback"


@dataclass(frozen=True)
class Answer:
    """What a command answered.

    Attributes:
        code: Its exit code; 0 is success.
        data: What it printed as JSON, if it did.
        problem: What it said is wrong; never a traceback, which could hold anything.
    """

    code: int
    data: Any = None
    problem: str = ""


def etl(*arguments: str, content: bytes = b"", step: Step = lambda *_: None) -> Answer:
    """Run a command that answers as JSON.

    The command runs to its end also when the reader leaves the page.

    Args:
        arguments: Of the command line.
        content: For its standard input; held in memory only.
        step: Is told each step, with its number and how many there are.
    """
    (printed, code), said = _run([*arguments], content, step)
    data = None
    with contextlib.suppress(ValueError):
        data = json.loads(printed)
    return Answer(code, data, _problem(said))


def build(step: Step, *, whole: bool = False) -> str:
    """Build the database anew.

    Args:
        step: Is told each step, with its number and how many there are.
        whole: Use nothing of the one that is there.

    Returns:
        What went wrong; empty when nothing did.
    """
    (_, code), said = _run(["build", "--steps", *(["--whole"] * whole)], b"", step)
    return (_problem(said) or f"exit code {code}") if code else ""


def build_with_bar(*, whole: bool = False) -> str:
    """Build the database anew with a bar that shows how far it is; return what went wrong."""
    bar = st.progress(0.0, "De cijfers worden ingelezen…")

    def show(name: str, done: int, of: int) -> None:
        bar.progress(done / of, f"De cijfers worden ingelezen: {name} ({done} van {of})")

    problem = build(show, whole=whole)
    bar.empty()
    return problem


def show_problem(said: str, problem: str) -> None:
    """Say that a command failed, with its own words for who looks after the dashboard."""
    st.error(f"{said} Er is niets gewijzigd. Geef deze melding door aan de beheerder:")
    st.code(problem or "geen melding", language=None)


def _run(arguments: list[str], content: bytes, step: Step) -> tuple[tuple[str, int], list[str]]:
    """Return what a command printed, its exit code, and the lines it said beside its steps."""
    process = subprocess.Popen(
        [sys.executable, "-m", "etl", *arguments],
        cwd=folders.ROOT,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )
    assert process.stdin and process.stdout and process.stderr
    printed: list[bytes] = []
    lines: queue.Queue[bytes | None] = queue.Queue()
    threads = [
        threading.Thread(target=_feed, args=(process.stdin, content), daemon=True),
        threading.Thread(target=_read, args=(process.stdout, printed, lines), daemon=True),
        threading.Thread(target=_read, args=(process.stderr, None, lines), daemon=True),
    ]
    for thread in threads:
        thread.start()
    said: list[str] = []
    try:
        open_ends = 2
        while open_ends:
            line = lines.get()
            if line is None:
                open_ends -= 1
            elif told := _step(text := line.decode("utf-8", "replace").strip()):
                step(*told)
            elif text:
                said.append(text)
    finally:
        for thread in threads:
            thread.join()
        code = process.wait()
    return (b"".join(printed).decode("utf-8", "replace"), code), said


def _feed(end: IO[bytes], content: bytes) -> None:
    with contextlib.suppress(OSError), end:
        end.write(content)


def _read(end: IO[bytes], keep: list[bytes] | None, lines: queue.Queue[bytes | None]) -> None:
    """Pass on the lines of a pipe, or keep them when they are the answer."""
    with end:
        for line in end:
            if keep is not None and _step(line.decode("utf-8", "replace").strip()) is None:
                keep.append(line)
            else:
                lines.put(line)
    lines.put(None)


def _step(line: str) -> tuple[str, int, int] | None:
    """Read a line that tells a step, as the import and the build write them."""
    if line.startswith('{"step"'):
        with contextlib.suppress(ValueError, KeyError):
            told = json.loads(line)
            return told["step"], told["done"], told["of"]
    name, _, count = line.partition(": ")
    done, _, of = count.partition(" of ")
    return (name, int(done), int(of)) if done.isdigit() and of.isdigit() else None


def _problem(said: list[str]) -> str:
    text = "\n".join(said)
    return "an unexpected error" if UNEXPECTED in text else text
