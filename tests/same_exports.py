"""Compare what two checkouts export: ``python -m tests.same_exports CHECKOUT [CHECKOUT]``.

Each builds its own database of its own data and writes all of ``python -m exports``; what differs
by a byte, or exists in one only, is listed. One checkout is compared with the one this stands in.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def exported(checkout: Path, folder: Path) -> Path:
    """Build and export a checkout; return the folder with its files."""
    settings = {"VAKKRACHTMONITOR_DATABASE": str(folder / "vakkrachtmonitor.duckdb")}
    files = folder / "exports"
    for command in (["etl", "build"], ["exports", str(files)]):
        subprocess.run(
            [sys.executable, "-m", *command],
            cwd=checkout,
            env={**os.environ, **settings},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return files


def different(one: Path, other: Path) -> list[str]:
    """Return what is not the same in two folders, a line each."""
    names, others = ({path.name for path in folder.iterdir()} for folder in (one, other))
    _, changed, _ = filecmp.cmpfiles(one, other, names & others, shallow=False)
    return sorted(
        [*(f"differs: {name}" for name in changed), *(f"only in one: {n}" for n in names ^ others)]
    )


def main() -> None:
    """Compare, print what differs, and exit with 1 when anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkouts", nargs="+", type=Path)
    checkouts = [*parser.parse_args().checkouts, ROOT][:2]
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        folders = [
            exported(path, Path(to)) for path, to in zip(checkouts, (one, other), strict=True)
        ]
        found = different(*folders)
        print("\n".join(found) or f"all {len(list(folders[0].iterdir()))} files are the same")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
