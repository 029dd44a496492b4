"""Commands are for the operator: they stand on page verantwoording, folded, and on aanleveren."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.database import DATABASE_VARIABLE, ROOT
from tests.soak import quick
from tests.ui.test_area import opened
from tests.ui.test_letters import texts

COMMAND = "python -m"
PAGES = sorted({path.stem for path in (ROOT / "pages").glob("*.py")} - {"aanleveren"})


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


@pytest.mark.parametrize("samples", ["false", pytest.param("true", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", quick(PAGES, {"sinds", "downloads"}))
def test_no_page_shows_a_command(name: str, samples: str) -> None:
    views = [tab.label for tab in opened(name, voorbeeld=samples).tabs]
    for view in views or [""]:
        said = texts(opened(name, voorbeeld=samples, weergave=view))
        assert said and [text for text in said if COMMAND in text] == [], view


def test_the_operator_finds_the_commands_folded() -> None:
    said = texts(opened("verantwoording", voor_de_beheerder="true"))
    assert [text for text in said if f"{COMMAND} etl import BESTAND --programme" in text]
