"""Text of an address is shown as letters: whatever it holds, and on every page that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

import words as nl
from etl.database import DATABASE_VARIABLE, ROOT
from tests.soak import quick
from tests.ui.test_area import opened
from words.letters import JOINER

ATTACK = (
    "![x](http://127.0.0.1:9/p.png) [Log hier in](https://evil.example/login) https://evil.example "
    "www.evil.example a@evil.example :material/home: :smile: :red[rood] $x^2$ <b>vet</b> `c` **v** "
    "-> ~~w~~ 1. # a &amp; \\"
)
# What the screen makes of text after its markup was read (mdast-util-gfm-autolink-literal, emoji,
# icons and arrows of Streamlit).
MADE_LATER = re.compile(
    r"https?://|www\.|[-.\w+]@[-\w]+\.|:[\w+-]+:|:material[/_]\w+:|(?<![^\s])(<->|->|<-|--|>=|<=|~=)",
    re.IGNORECASE,
)
ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from(list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\taw1")),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=60,
)


@given(ANY_TEXT)
@example(ATTACK)
@example("http://www.a.nl")
@example("- x\n\n# y\n\n1. z\n\n    code\n\n<div>\n\n[a]: http://b")
def test_markdown_gives_the_text_back_and_nothing_else(text: str) -> None:
    said = nl.letters(text)
    tokens = MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(f"Zei ‘{said}’.")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    kinds = {token.type for token in tokens[1].children or ()}
    assert kinds == {"text"} or kinds == {"text", "text_special"}
    shown = "".join(token.content for token in tokens[1].children or ())
    assert shown.replace(JOINER, "") == f"Zei ‘{' '.join(text.split())}’.".replace(JOINER, "")
    assert not MADE_LATER.search(shown)


KEYS = {
    *("gebied", "vanaf", "tot", "bevroren", "gemaakt", "niveau", "beroep", "titel", "dia"),
    *("naast", "programma", "ernaast", "tabel", "stroom", "inzet", "krapte"),
}
CHOICE = re.compile(r'(?:choose\w*|choice|division|note_unknown|_day)\(\s*"[^"]+",\s*"(\w+)"')
VIEWS = {
    "overzicht": ("",),
    "sinds": ("",),
    "downloads": ("",),
    "vergadering": ("",),
    "verantwoording": ("",),
    "regios": ("Kaart en rang", "Door de tijd", ATTACK),
    "beroepen": ("Per regio", "Ranglijst", "Profiel van een beroep"),
    "mbo": ("Vraag en aanbod", "Per schooljaar"),
    "programmas": ("Doelen en resultaten", "Vergelijken"),
    "krapte_en_inzet": ("Hulp en krapte", "Waar het landde", "Nog niets?"),
    "overstappen": ("Waarheen", "Eén overstap", "In programma's"),
}


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def texts(page: AppTest) -> list[str]:
    """Return all that a page says in Markdown: bodies of elements and labels of widgets."""

    def walk(block: Any) -> Iterator[Any]:
        for child in getattr(block, "children", {}).values():
            yield getattr(child, "proto", None)
            yield from walk(child)

    return [
        value
        for proto in walk(page._tree)
        if proto is not None and hasattr(proto, "DESCRIPTOR")
        for name, value in ((field.name, item) for field, item in proto.ListFields())
        if name in {"body", "label", "help", "value"} and isinstance(value, str)
    ]


@pytest.mark.parametrize("name", quick(VIEWS, {"regios", "vergadering"}))
def test_what_a_page_says_of_an_address_is_letters(name: str) -> None:
    attack = nl.letters(ATTACK)
    sources = [path for room in ("ui", "pages") for path in (ROOT / room).rglob("*.py")]
    keys = KEYS.union(*(CHOICE.findall(path.read_text("utf-8")) for path in sources))
    said = []
    for view in VIEWS[name]:
        page = opened(name, **{**dict.fromkeys(keys, ATTACK), "weergave": view})
        said += [text for text in texts(page) if "evil" in text and text != ATTACK]
    assert said, "the page says something of what the address asked for"
    assert [text for text in said if "evil" in text.replace(attack, "")] == []
