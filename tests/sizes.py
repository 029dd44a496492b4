"""Print the sizes of the product as a signal for a review: ``python -m tests.sizes``."""

from __future__ import annotations

import ast
import subprocess
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parent.parent
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
MOST_LINES, MOST_SCHEMA_LINES, MOST_FILES = 400, 250, 15


def product() -> dict[Path, int]:
    """Return the files of Python and SQL outside ``tests``, with their lines."""
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.sql"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = [Path(name) for name in listed.stdout.split() if not name.startswith("tests/")]
    return {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in paths}


def functions(path: Path) -> list[int]:
    """Return the lines of each function of a file."""
    found = ast.walk(ast.parse((ROOT / path).read_text("utf-8")))
    return [
        (node.end_lineno or 0) - node.lineno + 1 for node in found if isinstance(node, FUNCTIONS)
    ]


def main() -> None:
    """Print totals, medians, and what is larger than agreed."""
    lines = product()
    own = [size for path in lines if path.suffix == ".py" for size in functions(path)]
    print(f"{sum(lines.values())} lines in {len(lines)} files of Python and SQL")
    print(
        f"files: median {median(lines.values()):.0f}, p90 {quantiles(lines.values(), n=10)[8]:.0f}"
    )
    print(f"functions: median {median(own):.0f}, p90 {quantiles(own, n=10)[8]:.0f}")
    for path, size in sorted(lines.items(), key=lambda item: -item[1]):
        most = MOST_SCHEMA_LINES if path.parent == Path("etl/schema") else MOST_LINES
        if size > most:
            print(f"over {most} lines: {path} ({size})")
    for folder, count in Counter(path.parent for path in lines).items():
        if count > MOST_FILES:
            print(f"over {MOST_FILES} files: {folder} ({count})")


if __name__ == "__main__":
    main()
