"""What the ETL says when data is not as it should be."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from words.spelling import visible

SHOWN = 20
RESTORE = "Put back the file as it was, or fetch, extract, import or deliver it again."


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, with the place where it stands.

    Attributes:
        file: The file, relative to the folder that was read.
        reason: What was found and what was expected, in one sentence.
        line: Line of the file (header is line 1) or number of the row in the feed.
        column: Name of the column.
        value: The value as it stands in the file.
        key: Name of the key, in a file that has keys and no columns.
        kind: A word for the reason, where another module says it in its own words.
    """

    file: str
    reason: str
    line: int | None = None
    column: str | None = None
    value: str | None = None
    key: str | None = None
    kind: str = ""

    def __str__(self) -> str:
        """Return the problem as one line: place, value, reason."""
        parts = {"row": self.line, "column": self.column, "key": self.key}
        place = "".join(f", {name} {part}" for name, part in parts.items() if part is not None)
        found = "" if self.value is None else f" found {visible(self.value)!r};"
        return f"{self.file}{place}:{found} {self.reason}"


class DataError(Exception):
    """Data that cannot be used; nothing has been published.

    Attributes:
        problems: What is wrong, at least one.
        next_step: What the reader can do about it.
        kind: A word for the reason, where another module says it in its own words.
    """

    def __init__(self, problems: Sequence[Problem], next_step: str, kind: str = "") -> None:
        """Keep the problems and the advice."""
        self.problems = list(problems)
        self.next_step = next_step
        self.kind = kind
        super().__init__("\n".join(str(problem) for problem in self.problems))


def first_of(problems: Sequence[Problem]) -> list[Problem]:
    """Return the first problems and, when there are more, how many."""
    more = Problem(problems[0].file, f"{len(problems) - SHOWN} more values are refused")
    return list(problems) if len(problems) <= SHOWN else [*problems[:SHOWN], more]


def refusal(
    next_step: str,
    file: str,
    reason: str,
    line: int | None = None,
    column: str | None = None,
    value: str | None = None,
    kind: str = "",
) -> DataError:
    """Return the refusal of a file for one reason."""
    return DataError([Problem(file, reason, line, column, value)], next_step, kind)


def disk_problem(error: OSError) -> Problem:
    """Return what a disk refused, and what the reader can do about it."""
    advice = "Nothing was replaced; make room or give write access and run this again."
    return Problem(str(error.filename or "the disk"), f"{error.strerror}. {advice}")


def read_json(path: Path, kind: type = dict) -> Any:
    """Return what a JSON file that the ETL wrote itself holds.

    Raises:
        DataError: It holds something of another kind.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        reason = f"this is not JSON ({error}); was it changed or cut off?"
        raise refusal(RESTORE, str(path), reason) from error
    if not isinstance(found, kind):
        raise refusal(RESTORE, str(path), f"a JSON {kind.__name__} was expected")
    return found
