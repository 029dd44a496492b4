"""TOML that people write: read as a whole, or refused with what to write in its place."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from etl.errors import DataError, Problem

CURLY = re.compile("[“”„‟«»‘’‚]")
VALUE = re.compile(r"(\s*[\w-]+\s*=\s*)([^#\"'\[{]*[^#\"'\[{\s])(.*)")
AMOUNT = re.compile(
    r"(?:€|euro?)?\s*(\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:,--?|[.,]00)?\s*(?:€|euro?)?", re.IGNORECASE
)
AT_LINE = re.compile(r"at line (\d+)")
SHORT = 120


def parsed(name: str, content: bytes, next_step: str) -> dict[str, Any]:
    """Return what a file says.

    Args:
        name: What messages call the file.
        content: The file.
        next_step: What the reader can do about a refusal.

    Raises:
        DataError: It is no TOML; where the slip is a known one, it says what to write.
    """
    try:
        text = content.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        reason = f"the file is not UTF-8 at byte {error.start}; save it as UTF-8"
        raise DataError([Problem(name, reason, kind="not_utf8")], next_step) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataError([_problem(name, text, error)], next_step) from error


def _problem(name: str, text: str, error: Exception) -> Problem:
    at = AT_LINE.search(str(error))
    if at is None:
        return Problem(name, f"the file is not TOML ({error}); correct that", kind="not_toml")
    number = int(at[1])
    *before, line = text.split("\n")[:number]
    for kind, said, written in _corrections(line.strip()):
        if _goes_on("\n".join([*before, written, ""])):
            reason = f"{said}; write {written}"
            return Problem(name, reason, number, value=line.strip()[:SHORT], kind=kind)
    reason = f"the file is not TOML here ({error}); correct that line"
    return Problem(name, reason, number, value=line.strip()[:SHORT], kind="not_toml")


def _corrections(line: str) -> list[tuple[str, str, str]]:
    """Return what a line may have wrong: the kind, in words, and how it would be right."""
    found = []
    if CURLY.search(line):
        said = 'curly quotes stand where straight ones (") were expected'
        found.append(("curly_quotes", said, CURLY.sub('"', line)))
    if value := VALUE.fullmatch(line):
        key, stands, rest = value.groups()
        if amount := AMOUNT.fullmatch(stands):
            said = "a whole number in digits alone was expected"
            digits = "".join(filter(str.isdecimal, amount[1]))
            found.append(("digits", said, f"{key}{digits}{rest}"))
        said = 'a text between straight quotes (") was expected'
        found.append(("no_quotes", said, f'{key}"{stands}"{rest}'))
    return found


def _goes_on(text: str) -> bool:
    """Return whether nothing is wrong up to the end of a text, which may be half of a list."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return AT_LINE.search(str(error)) is None
    return True
