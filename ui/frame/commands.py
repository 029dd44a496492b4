"""Runs ``python -m etl`` as a process of its own: deliveries are never opened by the app itself."""

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from subprocess import PIPE
from typing import Any, NamedTuple

import streamlit as st

from etl import folders

Step = Callable[[str, int, int], None]
UNEXPECTED = "Traceback"


class Answer(NamedTuple):
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
    """Run a command, to its end also when the reader leaves the page.

    Args:
        arguments: Of the command line.
        content: For its standard input; held in memory only.
        step: Is told each step, with its number and how many there are.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "etl", *arguments],
        cwd=folders.ROOT,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )
    assert process.stdin and process.stdout and process.stderr
    feed, answer = process.stdin, process.stdout
    printed: list[bytes] = []

    def give() -> None:
        with contextlib.suppress(OSError), feed:
            feed.write(content)

    threads = [
        threading.Thread(target=give, daemon=True),
        threading.Thread(target=lambda: printed.append(answer.read()), daemon=True),
    ]
    for thread in threads:
        thread.start()
    said: list[str] = []
    try:
        for line in process.stderr:
            text = line.decode("utf-8", "replace").strip()
            if told := _step(text):
                step(*told)
            elif text:
                said.append(text)
    finally:
        process.stderr.read()
        for thread in threads:
            thread.join()
        code = process.wait()
    data = None
    with contextlib.suppress(ValueError):
        data = json.loads(printed[0])
    problem = "\n".join(said)
    return Answer(code, data, "an unexpected error" if UNEXPECTED in problem else problem)


def _step(line: str) -> tuple[str, int, int] | None:
    """Read a line that tells a step, as the import and the build write them."""
    if line.startswith('{"step"'):
        with contextlib.suppress(ValueError, KeyError):
            told = json.loads(line)
            return told["step"], told["done"], told["of"]
    return None


def build_with_bar(*, whole: bool = False) -> str:
    """Build the database anew with a bar that shows how far it is; return what went wrong.

    As a ``whole`` it uses nothing of the one that is there.
    """
    bar = st.progress(0.0, "De cijfers worden ingelezen…")

    def show(name: str, done: int, of: int) -> None:
        bar.progress(done / of, f"De cijfers worden ingelezen: {name} ({done} van {of})")

    answer = etl("build", "--steps", *(["--whole"] * whole), step=show)
    bar.empty()
    return (answer.problem or f"exit code {answer.code}") if answer.code else ""


def show_problem(said: str, problem: str) -> None:
    """Say that a command failed, with its own words for who looks after the dashboard."""
    st.error(f"{said} Er is niets gewijzigd. Geef deze melding door aan de beheerder:")
    st.code(problem or "geen melding", language=None)
