"""Registering a programme: read, compare with what is registered, and only then write."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from etl import programmes
from etl import raw as raw_files
from etl.errors import DataError, Problem
from etl.programmes import file as programme_file
from etl.programmes.file import Registration
from etl.protocols import rows as text_rows
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
        if dry_run:
            target = raw_files.new_folder(folder, str(day))
        else:
            target = raw_files.put_release(
                folder,
                str(day),
                lambda staging: _write(registration, staging, day, said),
            )
    return Registered(target, True, changes, registration, before[0] if before else None)


def _refuse_taken(
    name: str,
    registration: Registration,
    raw: Path,
    other: Path | None,
    earlier: Mapping[str, tuple[Registration, Path]],
) -> None:
    """Refuse an id of another kind of programme, and a name that another programme has."""
    published = {
        row["programme_id"]: row["name"]
        for folder in (raw, other)
        if folder
        for row in programmes.facts(folder, "programmes")
    }
    elsewhere = _names(programmes.registrations(other)) if other else {}
    own_id, own_name = registration.programme_id, registration.name
    names = {**published, **elsewhere, **_names(earlier)}
    names.pop(own_id, None)
    taken = {}
    if own_id in published:
        taken["id"] = (
            "this id is that of a programme of the published facts, which cannot be registered; "
            "choose another id"
        )
    elif own_id in elsewhere:
        taken["id"] = "a fictitious or a real programme has this id already; choose another id"
    if own_name.casefold() in map(str.casefold, names.values()):
        taken["name"] = (
            "another programme has this name; choose one by which links can tell them apart"
        )
    values = {"id": own_id, "name": own_name}
    if taken:
        raise DataError(
            [
                Problem(name, reason, key=key, value=values[key], kind=f"{key}_taken")
                for key, reason in taken.items()
            ],
            programme_file.NEXT_STEP,
        )


def _names(found: Mapping[str, tuple[Registration, Path]]) -> dict[str, str]:
    return {key: registration.name for key, (registration, _) in found.items()}


def _changes(before: Registration, after: Registration) -> Iterator[str]:
    """Yield what a registration changes, one line per value or row."""
    [old], [new] = (found.tables["registered_programmes"] for found in (before, after))
    for key, value in new.items():
        if value != old[key]:
            yield f"{key}: {old[key] or 'nothing'} -> {value or 'nothing'}"
    for stem in programmes.REGISTERED[1:]:
        was, now = before.tables[stem], after.tables[stem]
        for word, rows in (
            ("without", [row for row in was if row not in now]),
            ("with", [row for row in now if row not in was]),
        ):
            for row in rows:
                values = [value for key, value in row.items() if value and key != "programme_id"]
                yield f"{stem.removeprefix('registered_')}: {word} {' / '.join(values)}"


def _write(registration: Registration, folder: Path, day: datetime.date, said: Said) -> None:
    """Write the tables of a registration in a folder."""
    for stem, rows in registration.tables.items():
        if rows:
            file = programmes.FILES[stem]
            columns = {column: [row[column] for row in rows] for column in file.columns}
            table = text_rows.table(range(2, len(rows) + 2), columns)
            own = {"publisher": registration.name, **said(file)}
            raw_files.write(
                programmes.SOURCE, file, table, folder, day.isoformat(), None, None, own
            )
