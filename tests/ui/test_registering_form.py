"""Registering on screen: what is filled in becomes the file, and every refusal is Dutch."""

from __future__ import annotations

import datetime
import re
import tomllib

import pytest
from streamlit.testing.v1 import AppTest

from etl import programmes
from etl.database import RAW, ROOT
from etl.errors import DataError
from etl.programmes import file as programme_file
from etl.programmes.registering import EXAMPLE
from ui.delivering import registering_words
from ui.parts import plain_tables

TODAY = datetime.date(2026, 11, 25)
TEXT = EXAMPLE.read_text("utf-8")


def kinds(content: bytes) -> dict[str, str]:
    """What is wrong with a file: where, in Dutch, and the kind of reason."""
    with pytest.raises(DataError) as refused:
        programme_file.read("x", content, programmes.regions(RAW), TODAY)
    return {registering_words.place_of(one): one.kind for one in refused.value.problems}


@pytest.mark.parametrize(
    ("was", "becomes", "place", "kind"),
    [
        ('name = "Vakwerk Voorbeeld"', 'name = ""', "Naam", "missing"),
        ('name = "Vakwerk Voorbeeld"', 'name = "<b>"', "Naam", "text"),
        ('name = "Vakwerk Voorbeeld"', "name = 5", "Naam", "text"),
        ('id = "vakwerk_voorbeeld"', 'id = "A b"', "Kenmerk", "identifier"),
        ('kind = "voucher"', 'kind = "x"', "Soort", "code"),
        ('regions = ["PV25"]', 'regions = ["XX"]', "Regio's", "regions"),
        ('regions = ["PV25"]', 'regions = ["PV25", "PV25"]', "Regio's", "twice"),
        ("target = 150", 'target = "veel"', "Doel 1: aantal", "whole"),
        ('unit = "vouchers"', 'unit = "persons"', "Doel 2: eenheid", "unit_of_indicator"),
        ("target = 60", 'colour = "rood"', "Doel 2: aantal", "missing"),
        ('start = "2026-01-01"', 'start = "morgen"', "Begin", "date"),
        ('end = "2027-12"', 'end = "2020"', "Einde", "end_early"),
        ("max_eur = 2500", "max_eur = 1", "Voucher: hoogste bedrag", "max_low"),
        ("[[budget]]\nkind", "[[budget]]\nx = 1\nkind", "Budget 1: x", "unknown_key"),
        ('kind = "contribution"', 'kind = "x"', "Budget 1: soort bedrag", "code"),
        ("[[partner]]\norganisation", "[partner]\norganisation", "Partner", "table"),
    ],
)
def test_a_refusal_names_the_place_and_the_reason_in_dutch(
    was: str, becomes: str, place: str, kind: str
) -> None:
    assert was in TEXT
    assert kinds(TEXT.replace(was, becomes, 1).encode())[place] == kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"=", "not_toml"),
        ("id = “x”".encode(), "curly_quotes"),
        (b"id = 1.200.000", "digits"),
        (b"id = x", "no_quotes"),
    ],
)
def test_a_line_that_is_no_toml_is_refused_in_dutch(content: bytes, kind: str) -> None:
    assert kinds(b"\n" + content) == {"Bestand, regel 2": kind}
    assert kind in registering_words.REASONS


@pytest.mark.parametrize(
    ("content", "kind"), [(b"\xff", "not_utf8"), (b"#" * 300_000, "too_large")]
)
def test_a_file_that_is_none_is_refused_in_dutch(content: bytes, kind: str) -> None:
    assert kinds(content) == {"Bestand": kind}


def test_every_kind_of_refusal_has_its_words() -> None:
    room = (ROOT / "etl" / "programmes").glob("*.py")
    source = "\n".join(path.read_text("utf-8") for path in room)
    named = set(
        re.findall(
            r'kind="([a-z_0-9]+)"|(?:refuse|_checked)\([^)]*?"([a-z_]+)",?\s*(?:\)|lambda)', source
        )
    )
    found = {word for pair in named for word in pair if word}
    assert len(found) > 8
    assert found <= set(registering_words.REASONS)


def test_what_is_filled_in_is_the_same_as_the_file_it_becomes() -> None:
    def page() -> None:
        import streamlit as st

        from ui.delivering import registering_form

        st.session_state["file"] = registering_form.filled_in()

    note = 'een "woord" met \\ en [é]\x7f # = 1'
    app = AppTest.from_function(page, default_timeout=60).run()
    for key, value in (("name", "Vakwerk"), ("note", note), ("voucher_max", "2500")):
        app.text_input(key=f"register_{key}").set_value(value)
    app.multiselect(key="register_regions").set_value(["PV25"])
    app.selectbox(key="register_target_1_unit").set_value("persons")
    app.text_input(key="register_target_1_target").set_value("veel")
    app.text_input(key="register_partner_1_organisation").set_value("Bouw & Zn").run()
    assert tomllib.loads(app.session_state["file"].decode()) == {
        "name": "Vakwerk",
        "regions": ["PV25"],
        "note": note,
        "voucher": {"max_eur": 2500},
        "target": [{"target": "veel", "unit": "persons"}],
        "partner": [{"organisation": "Bouw & Zn"}],
    }


def test_a_changed_registration_shows_only_what_differs() -> None:
    def registration(text: str) -> programme_file.Registration:
        return programme_file.read("x", text.encode(), programmes.regions(RAW), TODAY)

    before = registration(TEXT)
    after = registration(TEXT.replace("target = 150", "target = 175").replace("PV25", "PV23"))
    assert registering_words.differing(before, after) == [
        ("Regio's", "Gelderland", "Overijssel"),
        ("Doel", "–", "plaatsingen, iedereen, 175, personen"),
        ("Doel", "plaatsingen, iedereen, 150, personen", "–"),
    ]
    assert registering_words.differing(after, after) == []


def test_markup_in_a_cell_is_text() -> None:
    html = plain_tables.html(("<i>",), [["<img src=x>"], ['"&']], "<b>")
    assert not re.search("<(i|img|b)[ >]", html)
    assert "&lt;img src=x&gt;" in html
