"""Releases that do not fit: which ones a build goes on without, and what it says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from etl import raw
from etl.errors import DataError, Problem, first_of
from etl.register import source

Left = Mapping[str, Sequence[Problem]]
Attempt = Callable[[Left], None]
Spare = Callable[[Left], Sequence[str]]
ADVICE = (
    "Fetch, import or extract what is left out again when it is right, or remove its folder from "
    "data/raw; everything else was built."
)


@dataclass(frozen=True)
class LeftOut:
    """A release that the figures are without, the one that counts in its place, and why."""

    release_id: str
    in_place: str | None
    problems: list[Problem]

    def __str__(self) -> str:
        """Return in lines that it was left out, what counts, and what is wrong with it."""
        counts = f"{self.in_place} counts" if self.in_place else "its file stays empty"
        said = f"{self.release_id} does not fit and was left out; {counts}"
        return "\n".join([said, *(f"  {problem}" for problem in self.problems)])


def settle(attempt: Attempt, spare: Spare) -> None:
    """Attempt a build, each time without the releases that do not fit, until it passes.

    Those are left out of which a row is refused. When no row is, but figures do not agree, the one
    is left out without which they do, looked for from the newest on.

    Args:
        attempt: Builds without these releases.
        spare: The releases that can be done without, when these are left out already.

    Raises:
        DataError: What does not fit is no release that can be done without.
    """
    left: dict[str, Sequence[Problem]] = {}
    while True:
        try:
            attempt(left)
            return
        except DataError as refused:
            found = named(refused, spare(left)) or _culprit(refused, attempt, spare, left)
            left = {**left, **found}


def named(refused: DataError, spare: Sequence[str]) -> Left:
    """Return the releases that a refusal is about, each with what is wrong with it."""
    found = {one: [p for p in refused.problems if one in p.file] for one in spare}
    return {one: problems for one, problems in found.items() if problems}


def _culprit(refused: DataError, attempt: Attempt, spare: Spare, left: Left) -> Left:
    without = dict(left)
    for one in spare(left):
        without[one] = refused.problems
        if _fits(attempt, spare, without):
            return {one: refused.problems}
    raise refused


def _fits(attempt: Attempt, spare: Spare, left: Left) -> bool:
    try:
        attempt(left)
        return True
    except DataError as refused:
        found = named(refused, spare(left))
        return bool(found) and _fits(attempt, spare, {**left, **found})


def write(
    connection: duckdb.DuckDBPyConnection, left: Left, folder: Path, as_of: str | None
) -> None:
    """Write which releases the database that is being built is without."""
    rows = [
        {
            "release_id": one,
            "source_id": (source_id := one.split("/")[0]),
            "in_place": next(
                (
                    name
                    for name in reversed(raw.names(folder, source(source_id), as_of, left))
                    if Path(name).stem == Path(one).stem
                ),
                None,
            ),
            "position": position,
            "file": problem.file,
            "line": problem.line,
            "column_name": problem.column,
            "value": problem.value,
            "reason": problem.reason,
        }
        for one, problems in left.items()
        for position, problem in enumerate(first_of(problems))
    ]
    connection.execute("delete from left_out")
    if rows:
        connection.register("left_rows", pa.Table.from_pylist(rows))
        connection.execute("insert into left_out by name from left_rows")


def read(connection: duckdb.DuckDBPyConnection) -> list[LeftOut]:
    """Return which releases a database is without."""
    found: dict[str, LeftOut] = {}
    for one, in_place, *problem in connection.execute(
        "select release_id, in_place, file, reason, line, column_name, value from left_out "
        "order by release_id, position"
    ).fetchall():
        found.setdefault(one, LeftOut(one, in_place, [])).problems.append(Problem(*problem))
    return list(found.values())
