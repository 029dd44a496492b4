"""Every address of the previous release opens the same view."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.database import DATABASE_VARIABLE, ROOT

WELDERS = "Lassers en plaatwerkers"
FICTITIOUS = "Voorbeeldprogramma A (fictief)"
TWENTE = "Twente Werkt! (Sectorplan Twente)"


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def opened(page: str, **asked: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in asked.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, (page, asked)
    return app


# The former address, and what the reader then sees: the choices that hold, and words on the page.
FORMER: list[tuple[str, dict[str, str], dict[str, object], str]] = [
    ("overzicht", {"gebied": "Utrecht"}, {"gebied": "Utrecht"}, "Utrecht"),
    ("sinds", {"vanaf": "2026-01-01"}, {"vanaf": "2026-01-01"}, "1 januari 2026"),
    (
        "regios",
        {"maat": "Openstaande vacatures", "sector": "Bouw", "periode": "4e kwartaal 2018"},
        {"maat": "Openstaande vacatures", "sector": "Bouw", "periode": "4e kwartaal 2018"},
        "1.400",
    ),
    ("regios", {"weergave": "Door de tijd"}, {"weergave": "Door de tijd"}, "krapte"),
    ("beroepen", {"beroep": WELDERS}, {"beroep": WELDERS}, WELDERS),
    (
        "beroepen",
        {"titel": "CNC-verspaner"},
        {"beroep": "Metaalbewerkers en constructiewerkers"},
        "Metaalbewerkers",
    ),
    ("beroepen", {"gepubliceerd": "false"}, {"voorbeeld": True}, "VOORBEELD"),
    ("mbo", {"weergave": "Per schooljaar"}, {"weergave": "Per schooljaar"}, "schooljaar"),
    ("programmas", {"programma": TWENTE}, {"programma": TWENTE}, TWENTE),
    ("programmas", {"programma": FICTITIOUS}, {"voorbeeld": True}, FICTITIOUS),
    (
        "programmas",
        {"programma": TWENTE, "weergave": "Budget en partners"},
        {"weergave": "Budget en partners"},
        TWENTE,
    ),
    (
        "krapte_en_inzet",
        {"programma": TWENTE, "weergave": "Tijdens het programma"},
        {"programma": TWENTE, "weergave": "Tijdens het programma"},
        TWENTE,
    ),
    (
        "krapte_en_inzet",
        {"gepubliceerd": "false", "weergave": "Kwadranten"},
        {"voorbeeld": True, "weergave": "Hulp en krapte"},
        "VOORBEELD",
    ),
    ("overstappen", {"weergave": "Eén overstap"}, {"weergave": "Eén overstap"}, "overstap"),
    ("downloads", {"gebied": "Gelderland"}, {"gebied": "Gelderland"}, "Gelderland"),
    ("verantwoording", {}, {}, "Verantwoording"),
    ("vergadering", {"gebied": "Gelderland", "dia": "1"}, {"gebied": "Gelderland"}, "Gelderland"),
]


@pytest.mark.parametrize(("page", "asked", "holds", "words"), FORMER)
def test_a_former_address_opens_the_same_view(
    page: str, asked: dict[str, str], holds: dict[str, object], words: str
) -> None:
    app = opened(page, **asked)
    for key, value in holds.items():
        kept = app.session_state[key] if key in app.session_state else app.query_params[key]
        assert kept in (value, [value]), key
    said = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption]
    shown = "\n".join(str(one.value) for one in said).replace("\\", "")
    drawn = "\n".join(str(one.proto) for one in app.main)
    assert words in shown or words in drawn, words
