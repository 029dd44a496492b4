"""A text is read as a person sees it, in Python as in SQL: characters, names and numbers."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.raw import rows_of
from etl.transform import REFERENCE, prepare
from words.spelling import clean, number, plain, spellings, visible

UNSEEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u2060", "\ufeff"]
SPACES = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Zs"]
APOSTROPHES = ["'", "\u2018", "\u2019", "\u201b", "\u02bc", "\u00b4", "`", "\u2032", ""]
HYPHENS = [
    "-",
    "\u2010",
    "\u2011",
    "\u2012",
    "\u2013",
    "\u2014",
    "\ufe63",
    "\uff0d",
    " ",
    " - ",
    "",
]


@pytest.fixture(scope="module")
def sql() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as connection:
        prepare(connection)
        yield connection


def test_python_and_sql_agree_about_every_character(sql: duckdb.DuckDBPyConnection) -> None:
    every = [
        f"a{chr(code)}b"
        for code in range(1, sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in ("Cs", "Cn")
    ]
    found = sql.execute("select list(clean(text)) from unnest($1) as every (text)", [every])
    [(cleaned,)] = found.fetchall()
    assert {t: c for t, c in zip(every, cleaned, strict=True) if c != clean(t)} == {}


def names() -> list[str]:
    files = {"region_name": "name", "uwv_group_name": "name", "occupation": "label"}
    return [
        row[column] for file, column in files.items() for row in rows_of(REFERENCE / f"{file}.csv")
    ]


NAMES = names()


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """A name as some program or person writes it."""
    text = name
    for one, others in (("'", APOSTROPHES), ("-", HYPHENS), (" ", SPACES)):
        text = "".join(draw(st.sampled_from(others)) if c == one else c for c in text)
    places = st.lists(st.tuples(st.integers(0, len(text)), st.sampled_from(UNSEEN)), max_size=2)
    for place, unseen in draw(places):
        text = text[:place] + unseen + text[place:]
    form = draw(st.sampled_from(["NFC", "NFD"]))
    case = draw(st.sampled_from([str, str.upper, str.lower]))
    return unicodedata.normalize(form, case(text))


@given(st.sampled_from(NAMES).flatmap(lambda name: st.tuples(st.just(name), written(name))))
def test_a_name_is_known_however_it_is_written(
    sql: duckdb.DuckDBPyConnection, pair: tuple[str, str]
) -> None:
    name, text = pair
    whole = plain(name).replace(" ", "")
    assert plain(text).replace(" ", "") == whole
    found = sql.execute("select plain($1), plain($2), spellings($2)", [text, name]).fetchone()
    assert found == (plain(text), plain(name), [plain(name), whole])
    assert set(found[2]) == spellings(name)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Twen\u00adte", "Twen<U+00AD>te"),
        ("\u200bTwente", "<U+200B>Twente"),
        ("a\u2011b c\u00a0d", "a<U+2011>b c<U+00A0>d"),
        ("Fryslân – 120", "Fryslân – 120"),
    ],
)
def test_what_nobody_sees_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


NUMBERS = st.tuples(st.booleans(), st.integers(0, 10**9), st.sampled_from(["", ",5", ".25"]))


@given(NUMBERS, st.sampled_from(["-", "\u2212", "\u2013", "\u2011"]), st.sampled_from(SPACES))
def test_a_number_keeps_its_value(parts: tuple[bool, int, str], minus: str, space: str) -> None:
    is_negative, whole, decimals = parts
    expected = f"{'-' * is_negative}{whole}{decimals}"
    text = f"{minus * is_negative}{whole:,}{decimals}"
    assert number(text.replace(",", space, f"{whole:,}".count(","))) == expected


@pytest.mark.parametrize(
    "text", ["-", "\u2013", "\u2212", "1 20", "12 3456", "0 - 5", "1 200 3", "–x"]
)
def test_what_is_no_number_stays_what_it_is(text: str) -> None:
    assert number(text) == text


def test_a_feed_may_have_a_minus_and_spaces_of_another_kind(sql: duckdb.DuckDBPyConnection) -> None:
    texts = ["\u22125.5", "\u2013 3", "\u00a012\u200b0", "-", "\u2013", "\u00a0x", ""]
    found = [
        sql.execute("select cast(number_of($1) as double), sign_of($1)", [text]).fetchone()
        for text in texts
    ]
    assert found == [
        (-5.5, None),
        (None, None),
        (120, None),
        (0, "nil"),
        (None, None),
        (None, "secret"),
        (None, "missing"),
    ]
