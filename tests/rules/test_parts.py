"""A part of a page that runs by itself tells its view what it shows."""

from __future__ import annotations

import pytest

from etl.folders import ROOT

FILES = sorted(path for room in ("pages", "ui") for path in (ROOT / room).rglob("*.py"))
OWN = {"ui/parts/shown.py", "ui/parts/ending.py"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_part_is_made_by_shown(path) -> None:  # type: ignore[no-untyped-def]
    if str(path.relative_to(ROOT)) not in OWN:
        assert "st.fragment" not in path.read_text("utf-8"), "use shown.part"
