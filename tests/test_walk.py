"""With published figures only every page shows real figures, for each area that readers bring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.database import DATABASE_VARIABLE
from tests import walk
from ui.filters import areas
from ui.frame.shell import PAGES
from words.marks import SAMPLE, is_sample

EVERY = [(stop, area) for stop in walk.STOPS for area in walk.AREAS]


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def named(value: object) -> str:
    if isinstance(value, walk.Stop):
        return f"{value.page} {value.view}".strip()
    return str(value)


def test_every_page_is_visited_or_says_why_not() -> None:
    visited = {stop.page for stop in walk.STOPS}
    assert visited | set(walk.NO_FIGURES) == {path.stem for path in PAGES.glob("*.py")}
    assert visited.isdisjoint(walk.NO_FIGURES)
    assert {page for page, _ in walk.WITHOUT} <= visited
    assert all(walk.WITHOUT.values()) and all(walk.NO_FIGURES.values())


@pytest.mark.one_in(9)
@pytest.mark.parametrize(("stop", "area"), EVERY, ids=named)
def test_a_page_shows_real_figures_with_source_and_period(stop: walk.Stop, area: str) -> None:
    page = walk.opened(stop, area)
    assert not page.exception, page.exception
    said = walk.texts(page)
    assert SAMPLE not in said and "verzonnen tot" not in said
    assert not re.search(r"\bnan\b|\bNone\b", said), "a figure that is missing is said in words"
    for one in walk.frames(page):
        assert not is_sample(one.frame).any(), one.title
    found = list(walk.rows(stop, area, page))
    if (stop.page, stop.view) in walk.WITHOUT:
        assert not found, "it shows a figure now: take it out of WITHOUT"
        return
    assert found, "no figure: show the nearest real one, or say in WITHOUT why there is none"
    for row in found:
        assert re.search(r"\d", row.figure), row
        assert row.source.startswith("Bron: ") and "geen cijfer beschikbaar" not in row.source
        assert re.search(r"\d|zonder datum|onbekend|vermeld", row.period), row
    if stop.page not in {*walk.ELSEWHERE, *walk.PACKS}:
        own = areas.of_label(area)
        names = {own.spoken, *own.province_names}
        assert names & {row.region for row in found}, f"no figure of {area}: {found}"
    else:
        assert walk.ELSEWHERE.get(stop.page, True)
