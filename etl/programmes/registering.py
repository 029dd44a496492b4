"""Registering a programme: read, compare with what is registered, and only then write."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from filelock import FileLock

from etl import programmes
from etl import raw as raw_files
from etl.errors import DataError, Problem
from etl.programmes import file as programme_file
from etl.programmes.fields import Row
from etl.programmes.file import Registration
from etl.register import RawFile

EXAMPLE = Path(__file__).parent / "example.toml"

Said = Callable[[RawFile], Mapping[str, str]]


@dataclass(frozen=True)
class Registered:
    """What registering a programme did.

    Attributes:
        folder: Where the registration that counts stands, or would stand.
        is_new: Whether it is written now; otherwise the same was registered before.
        changes: What differs from the registration before it, in words; none for a first one.
        registration: What the file registers.
        before: The registration before it, if any.
    """

    folder: Path
    is_new: bool
    changes: list[str]
    registration: Registration
    before: Registration | None


def register(
    name: str,
    content: bytes,
    raw: Path,
    other: Path | None,
    day: datetime.date,
    *,
    regions_from: Path | None = None,
    said: Said = lambda file: {},
    dry_run: bool = False,
) -> Registered:
    """Register a programme, whole or not at all; the same twice changes nothing.

    Args:
        name: What messages call the file.
        content: The file; see ``example.toml``.
        raw: The folder to register in.
        other: The folder of fictitious figures, or that of real ones when ``raw`` is fictitious:
            an id or name must not stand there too.
        day: The day of the registration.
        regions_from: The raw files that say which regions there are; ``raw`` unless given.
        said: What the provenance of a file says in place of the register.
        dry_run: Only say what would change.

    Raises:
        DataError: The file is not as expected, or its id or name is taken; nothing was written.
    """
    known = programmes.regions(regions_from or raw)
    registration = programme_file.read(name, content, known, day)
    folder = raw / programmes.SOURCE.source_id
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f"{raw_files.STAGING}.lock"):
        earlier = programmes.registrations(raw)
        _refuse_taken(name, registration, raw, other, earlier)
        before = earlier.get(registration.programme_id)
        if before and before[0] == registration:
            return Registered(before[1], False, [], registration, before[0])
        changes = list(_changes(before[0], registration)) if before else []
        target = _new_folder(folder, day)
        if not dry_run:
            _write(registration, folder, target, day, said)
    return Registered(target, True, changes, registration, before[0] if before else None)


def _refuse_taken(
    name: str,
    registration: Registration,
    raw: Path,
    other: Path | None,
    earlier: Mapping[str, tuple[Registration, Path]],
) -> None:
    """Refuse an id of another kind of programme, and a name that another programme has."""
    folders = [folder for folder in (raw, other) if folder]
    published = {
        row["programme_id"]: row["name"]
        for folder in folders
        for row in programmes.facts(folder, "programmes")
    }
    elsewhere = _names(programmes.registrations(other)) if other else {}
    problems = []

    def refused(key: str, value: str, reason: str) -> Problem:
        return Problem(name, reason, key=key, value=value, kind=f"{key}_taken")

    if registration.programme_id in published:
        reason = (
            "this id is that of a programme of the published facts, which cannot be registered; "
            "choose another id"
        )
        problems.append(refused("id", registration.programme_id, reason))
    elif registration.programme_id in elsewhere:
        reason = "a fictitious or a real programme has this id already; choose another id"
        problems.append(refused("id", registration.programme_id, reason))
    names = {**published, **elsewhere, **_names(earlier)}
    names.pop(registration.programme_id, None)
    if registration.name.casefold() in {found.casefold() for found in names.values()}:
        reason = "another programme has this name; choose one by which links can tell them apart"
        problems.append(refused("name", registration.name, reason))
    if problems:
        raise DataError(problems, programme_file.NEXT_STEP)


def _names(found: Mapping[str, tuple[Registration, Path]]) -> dict[str, str]:
    return {key: registration.name for key, (registration, _) in found.items()}


def _changes(before: Registration, after: Registration) -> Iterator[str]:
    """Yield what a registration changes, one line per value or row."""
    [old], [new] = (found.tables["registered_programmes"] for found in (before, after))
    for key, value in new.items():
        if value != old[key]:
            yield f"{key}: {old[key] or 'nothing'} -> {value or 'nothing'}"
    for stem in programmes.REGISTERED[1:]:
        for word, rows, others in (
            ("without", before.tables[stem], after.tables[stem]),
            ("with", after.tables[stem], before.tables[stem]),
        ):
            for row in rows:
                if row not in others:
                    values = [
                        value for key, value in row.items() if value and key != "programme_id"
                    ]
                    yield f"{stem.removeprefix('registered_')}: {word} {' / '.join(values)}"


def _new_folder(folder: Path, day: datetime.date) -> Path:
    """Return a folder of that day that is not there; each registration has its own."""
    number = 1
    while (found := folder / (f"{day}.{number}" if number > 1 else str(day))).exists():
        number += 1
    return found


def _write(
    registration: Registration,
    folder: Path,
    target: Path,
    day: datetime.date,
    said: Said,
) -> None:
    """Write the tables beside the others and put them among them in one step."""
    staging = folder / raw_files.STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    try:
        for stem, rows in registration.tables.items():
            if rows:
                own = {"publisher": registration.name, **said(programmes.FILES[stem])}
                _write_table(programmes.FILES[stem], rows, staging, day, own)
        for path in staging.iterdir():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write_table(
    file: RawFile, rows: list[Row], folder: Path, day: datetime.date, said: Mapping[str, str]
) -> None:
    table = pa.table(
        {
            "line": pa.array(range(2, len(rows) + 2), pa.int64()),
            **{
                column: pa.array([row[column] for row in rows], pa.string())
                for column in file.columns
            },
        }
    )
    raw_files.write(programmes.SOURCE, file, table, folder, day.isoformat(), None, None, said)
