"""Making a release of what was recognised: whole or not at all, and once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow.compute as pc
from filelock import FileLock

from etl import raw
from etl.errors import DataError, refusal
from etl.intake.recognising import Found
from etl.releases.importing import Imported
from etl.releases.trial import Candidate, tried


def take(found: Found, raw_folder: Path, today: str) -> Imported:
    """Read what was recognised and release it, named after a day (ISO date).

    It may hold some periods or categories only, so what it does not have stays as it was.

    Raises:
        DataError: Something in it is not as the register says; nothing was released.
    """
    source, file = found.source, found.file
    if not (source and file and found.read):
        raise refusal("", found.name, "no importer reads this")
    table = found.read()
    folder = raw_folder / source.source_id
    origin = {
        "original": found.name,
        "original_sha256": _digest(found.path),
        "is_part": bool(file.units),
    }
    period = file.period
    if "Perioden" in table.column_names:
        ends = pc.min_max(pc.utf8_trim_whitespace(table["Perioden"])).as_py()
        period = "-".join(dict.fromkeys(ends.values()))
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f"{raw.STAGING}.lock"):
        for path in raw.every(raw_folder, source, file):
            if raw.provenance_of(path).get("original_sha256") == origin["original_sha256"]:
                return Imported(path)
        candidate = Candidate(source, file, table, period=period, said=origin)
        refused, untried = tried([candidate], raw_folder, today)
        if refused:
            raise DataError(refused[0], "Correct the file and import it again.")
        release = raw.put_release(folder, today, lambda place: candidate.write(place, today))
    [path] = [one for one in release.iterdir() if one.suffix in raw.SUFFIXES]
    loaded = f"{len(table):,} rows, {period or 'no period stated'}"
    return Imported(path, True, loaded, [f"no build could try it: {untried}"] if untried else [])


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file, or of all files of a folder."""
    said = hashlib.sha256()
    for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if one.is_file():
            said.update(one.read_bytes())
    return said.hexdigest()
