"""A link cannot put links, pictures or markup of somebody else on a page, in a real Chromium."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.ui.test_letters import ATTACK
from words.letters import JOINER

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("regios", ("gebied", "bevroren", "gemaakt", "maat", "niveau", "weergave")),
        ("mbo", ("naast", "richting")),
        ("beroepen", ("titel", "beroep")),
        ("sinds", ("vanaf", "tot")),
        ("programmas", ("programma",)),
        ("vergadering", ("gebied", "dia")),
    ],
)
def test_what_a_link_asks_for_is_shown_as_letters(
    path: str, keys: tuple[str, ...], visit: Visit
) -> None:
    asked = urlencode({key: key + ATTACK for key in keys})
    page = visit.open(f"{path}?voorbeeld=true&{asked}")
    notes = page.locator('[data-testid="stAlert"]', has_text="evil.example")
    expect(notes).not_to_have_count(0)
    said = " ".join(" ".join(notes.all_inner_texts()).replace(JOINER, "").split())
    for key in keys:
        assert f"‘{key}{ATTACK}’" in said
    outside = "a[href*='//evil'], a[href*='//www.evil'], a[href^=mailto], img[src*=':9/']"
    assert page.locator(outside).count() == 0
    assert notes.locator("a, img, code, em, del, b, .katex").count() == 0
    assert visit.outside == []
