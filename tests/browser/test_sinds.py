"""Page sinds in a real Chromium: links, the keyboard, empty lists, marks; and notes in charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, visit_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LINK = "sinds?vanaf=2026-07-01&tot=2026-10-01"


@pytest.fixture
def since(browser: Browser, served_releases: str) -> Iterator[Visit]:
    visit = visit_to(browser, served_releases)
    yield visit
    visit.page.close()


def test_a_link_opens_the_two_days_with_their_lists(since: Visit) -> None:
    page = since.open(LINK)
    headline = page.locator(".st-key-headline")
    expect(headline).to_contain_text("Sinds 1 juli 2026, tot en met 1 oktober 2026")
    expect(headline).to_contain_text("1 cijfer herzien")
    main = page.locator('[data-testid="stMain"]')
    for words in ("2e kwartaal 2026", "1.400", "1.500", "krapper", "Automonteurs"):
        expect(main).to_contain_text(words)
    assert "Rijk van Nijmegen" not in main.inner_text(), "its class is not certain"
    lists = page.get_by_role("heading", level=2)
    expect(lists).to_have_text(
        ["Nieuwe perioden", "Herziene cijfers", "Beroepen die over een grens van krapte gingen"]
    )
    assert page.locator('[data-testid="stException"]').count() == 0
    assert [since.violations() for _ in since.widths()] == [[], []]


def test_the_lists_fit_a_phone(browser: Browser, served_releases: str) -> None:
    visit = visit_to(browser, served_releases, 390)
    visit.open(LINK)
    assert visit.page.locator("table.vkm-table").count() > 0
    assert visit.overflow() <= 0
    visit.page.close()


def test_the_days_are_chosen_by_keyboard_and_stand_in_the_address(since: Visit) -> None:
    page = since.open(LINK)
    box = page.get_by_role("textbox", name="Vorige vergadering")
    box.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("1-9-2026")
    page.keyboard.press("Enter")
    since.settle()
    expect(page.locator(".st-key-headline")).to_contain_text("Sinds 1 september 2026")
    assert "vanaf=1-9-2026" in since.url() and "tot=2026-10-01" in since.url()
    expect(page.locator(".st-key-empty_nothing")).to_contain_text("herziene cijfers")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Tot en met")).to_be_focused()


def test_a_day_that_is_none_or_the_wrong_way_round_gives_a_note(since: Visit) -> None:
    page = since.open("sinds?vanaf=31-02-2026&tot=2026-10-01")
    expect(page.get_by_text("is geen dag; verwacht was een dag zoals 12-05-2026")).to_be_visible()
    page = since.open("sinds?vanaf=2026-10-01&tot=2026-07-01")
    expect(page.get_by_text("u ziet wat daartussen veranderde")).to_be_visible()
    expect(page.locator(".st-key-headline")).to_contain_text("Sinds 1 juli 2026")


def test_the_csv_holds_what_a_figure_was_and_became(since: Visit) -> None:
    since.open(LINK)
    text = Path(since.download(1).path()).read_text("utf-8-sig")
    head, row = text.splitlines()
    assert {"old_figure", "new_figure", "known_on", "release_id"} <= set(head.split(";"))
    assert "1400,0" in row and "1500,0" in row and "Overijssel" in row


def test_what_is_empty_stands_together_in_one_line(visit: Visit) -> None:
    page = visit.open("sinds?vanaf=2026-01-01&tot=2026-03-31")
    expect(page.locator(".st-key-headline")).to_contain_text("kwam er niets bij")
    expect(page.locator('[class*="st-key-empty_"]')).to_have_count(1)
    expect(page.locator(".st-key-empty_nothing")).to_contain_text(
        "nieuwe perioden, herziene cijfers, aanleveringen van programma's, feiten over programma's "
        "en beroepen die over een grens van krapte gingen"
    )
    expect(page.get_by_role("heading", level=2)).to_have_count(0)
    page.get_by_text("Wat is niet te weten?").click()
    expect(page.get_by_text("niet vermeld is wanneer ze zijn opgehaald")).to_be_visible()
    assert [visit.violations() for _ in visit.widths()] == [[], []]


def test_fictitious_deliveries_are_marked_and_never_in_a_sentence(visit: Visit) -> None:
    days = "sinds?vanaf=2026-11-22&tot=2026-12-31"
    page = visit.open(f"{days}&voorbeeld=true")
    expect(page.get_by_text("Voorbeeldprogramma A (fictief)").first).to_be_visible()
    expect(page.locator("caption", has_text="VOORBEELD (fictief): Na").first).to_be_visible()
    assert "leverde" not in page.locator(".st-key-headline").inner_text()
    page = visit.open(days)
    expect(page.locator(".st-key-empty_nothing")).to_contain_text("aanleveringen")
    assert page.get_by_text("Voorbeeldprogramma A").count() == 0


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("regios?gebied=Overijssel&weergave=Door de tijd", "Start van Twente Werkt!"),
        (
            "beroepen?gebied=Twente (arbeidsmarktregio)&weergave=Profiel van een beroep"
            "&voorbeeld=true",
            "Regio Deal Twente",
        ),
    ],
)
def test_a_chart_over_time_has_its_notes_once_they_are_asked(
    link: str, words: str, visit: Visit
) -> None:
    page = visit.open(link)
    chart = page.locator('[data-testid="stPlotlyChart"]').first
    chart.wait_for()
    numbers = chart.locator(".annotation-text", has_text=re.compile(r"^\d+([,–…].*)?$"))
    assert numbers.count() == 0
    assert words not in str(chart.get_attribute("aria-label"))
    page.get_by_text(re.compile(r"^Notities \(\d+\)$")).click()
    visit.settle()
    expect(page).to_have_url(re.compile("notities=true"))
    expect(chart).to_have_attribute("aria-label", re.compile(re.escape(words)))
    notes = page.get_by_text(re.compile(r"^Notities in deze grafiek \(\d+\)$")).first
    notes.focus()
    notes.click()
    visit.settle()
    item = page.locator('[data-testid="stExpander"] li', has_text=words).first
    expect(item).to_be_visible()
    expect(item.get_by_role("link").first).to_have_attribute("href", re.compile("^https?://"))
    assert numbers.count() > 0
