"""Taking a release out and putting it back; nothing of it is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from etl import raw, transform
from etl.errors import DataError, refusal
from etl.register import REGISTER, RawFile, Source, source
from etl.register.geo import REGIONS
from etl.releases import replay


@dataclass(frozen=True)
class Listed:
    """A release on disk: of which file, under which name, and whether its figures count.

    The state is ``counts``, ``replaced`` by a newer one, or ``withdrawn``.
    """

    source: Source
    file: RawFile
    release: str
    path: Path
    state: str


def listed(raw_folder: Path) -> Iterator[Listed]:
    """Yield every release, oldest first, in the order of the register."""
    for entry in REGISTER:
        counting = {one.path for one in raw.known_on(raw_folder, entry, raw.LATEST)}
        for file in entry.files:
            for path in raw.every(raw_folder, entry, file):
                state = "counts" if path in counting else "replaced"
                yield Listed(entry, file, path.parent.name, path, state)
            taken_out = raw_folder / entry.source_id / raw.WITHDRAWN
            for path in sorted(taken_out.glob(f"*/{file.stem}.*")):
                if path.suffix in raw.SUFFIXES:
                    yield Listed(entry, file, path.parent.name, path, "withdrawn")


@dataclass(frozen=True)
class Move:
    """A release that is to be taken out of those of a source, or put back among them.

    Attributes:
        origin: Its folder now.
        target: Its folder afterwards.
        changes: What that changes, a line per table and period.
    """

    origin: Path
    target: Path
    changes: list[str]

    def do(self) -> None:
        """Move the release."""
        self.target.parent.mkdir(exist_ok=True)
        self.origin.rename(self.target)


def planned(raw_folder: Path, source_id: str, release: str, *, back: bool = False) -> Move:
    """Return the move of a release and what it changes; nothing is moved yet.

    Raises:
        DataError: There is no such release, or a build could not do without it.
    """
    entry, folder = source(source_id), raw_folder / source_id
    here = [path for path in folder.glob("[!.]*") if path.is_dir()]
    places = [folder / release, folder / raw.WITHDRAWN / release]
    origin, target = places[::-1] if back else places
    offered = [*folder.glob(f"{raw.WITHDRAWN}/*")] if back else here
    if origin not in offered:
        names = ", ".join(sorted(path.name for path in offered)) or "none"
        reason = f"there is no such release; there are {names}"
        raise refusal("See 'python -m etl releases'.", f"{source_id} {release}", reason)
    others = [path for path in here if path != origin]
    for file in entry.files:
        if not file.optional and not any([*path.glob(f"{file.stem}.*")] for path in others):
            reason = f"a build cannot do without {file.stem}, and no other release has it"
            raise refusal("Import or fetch another one first.", f"{source_id} {release}", reason)
    before, now = (here, [*here, origin]) if back else (here, others)
    return Move(origin, target, _changes(raw_folder, entry, before, now))


def _changes(raw_folder: Path, entry: Source, before: list[Path], now: list[Path]) -> list[str]:
    """Compare what a source says with some releases to what it says with others."""
    with TemporaryDirectory() as rooms, transform.reference() as connection:
        if entry is not REGIONS:
            replay.state(connection, REGIONS, raw.known_on(raw_folder, REGIONS, raw.LATEST))
        for name, folders in (("before", before), ("now", now)):
            room = Path(rooms) / name / entry.source_id
            room.mkdir(parents=True)
            for folder in folders:
                (room / folder.name).symlink_to(folder.resolve(), target_is_directory=True)
            try:
                replay.state(connection, entry, raw.known_on(room.parent, entry, raw.LATEST))
            except DataError as error:
                return [f"What this changes cannot be told: {error.problems[0]}"]
            replay.remember(connection, entry, f"figure_{name}", "and status <> 'sample'")
        sql = (transform.ETL / "releases" / "withdrawal.sql").read_text("utf-8")
        return [said for (said,) in connection.execute(sql).fetchall()]
