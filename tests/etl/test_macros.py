"""How text becomes a figure: rules that hold for every text and every date."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.transform import prepare
from words.spelling import clean

PADDING = st.integers(0, 4).map(lambda n: " " * n)


@pytest.fixture(scope="module")
def macros() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as connection:
        prepare(connection)
        yield connection


def value(macros: duckdb.DuckDBPyConnection, sql: str, *parameters: object) -> object:
    row = macros.execute(f"select {sql}", list(parameters)).fetchone()
    assert row
    return row[0]


@given(tenths=st.integers(-99_999, 99_999), padding=PADDING)
def test_a_padded_number_keeps_its_value(
    macros: duckdb.DuckDBPyConnection, tenths: int, padding: str
) -> None:
    text = f"{padding}{Decimal(tenths) / 10}"
    assert value(macros, "number_of(?)", text) == Decimal(tenths) / 10
    assert value(macros, "from_thousands(?)", text) == tenths * 100
    assert value(macros, "is_bad_number(?)", text) is False


def test_where_nothing_stands_a_row_is_neither_left_out_nor_taken_for_a_double(
    macros: duckdb.DuckDBPyConnection,
) -> None:
    assert value(macros, "category('RegioS', null, false) is null") is True
    assert value(macros, "category('RegioS', 'XX01', false).category") == "XX01"
    macros.execute(
        "create or replace temp table keyed as select * from (values ('PV23', null, 1), "
        "('PV23', null, 2), ('PV24', 'a', 3), ('PV24', 'a', 4)) as rows (region, sector, line)"
    )
    macros.execute("alter table keyed add column release_id text default 'r'")
    found = macros.execute("from twice('keyed', ['region', 'sector'], 'regio', 'pair')").fetchall()
    assert [(line, key) for _, line, _, key, _ in found] == [(4, "PV24 / a")]


@given(text=st.text(max_size=8))
@example("1e3")
@example("1 000")
@example("1,4")
@example("+1")
@example(".5")
@example("٣")
@example("nan")
@example("\xa0")
@example("\u200712")
@example("1\u200b2")
@example("\u20125.5")
@example("\u2013")
def test_a_text_is_a_number_a_mark_or_bad(macros: duckdb.DuckDBPyConnection, text: str) -> None:
    text = text.replace("\0", "")
    stripped = clean(text)
    is_number = re.fullmatch(r"[-\u2012\u2013\u2212]?[0-9]+([.][0-9]+)?", stripped) is not None
    is_mark = stripped in {"", ".", "x", "-"}
    assert value(macros, "is_bad_number(?)", text) is not (is_number or is_mark)
    if not is_number and stripped != "-":
        assert value(macros, "number_of(?)", text) is None


@given(day=st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 12, 31)))
def test_a_date_means_the_days_of_its_precision(
    macros: duckdb.DuckDBPyConnection, day: datetime.date
) -> None:
    text = day.isoformat()
    for precision, length in (("day", 10), ("month", 7), ("year", 4)):
        first = value(macros, "first_day(?, ?)", text, precision)
        last = value(macros, "last_day_of(?, ?)", text, precision)
        assert isinstance(first, datetime.date) and isinstance(last, datetime.date)
        assert first <= day <= last
        assert value(macros, "published_date(?, ?)", text, precision) == text[:length]
        assert (first.isoformat()[:length], last.isoformat()[:length]) == (text[:length],) * 2
    assert value(macros, "published_date(?, ?)", text, "unknown") is None


@pytest.mark.parametrize(
    ("name", "kind", "bare"),
    [
        ("Overijssel (PV)", "provincie", "Overijssel"),
        ("Twente (CR)", "corop", "Twente"),
        ("Oost-Nederland (LD)", "landsdeel", "Oost-Nederland"),
        ("Utrecht (gemeente)", "gemeente", "Utrecht"),
        ("Nederland", "land", "Nederland"),
        ("Amsterdam", "gemeente", "Amsterdam"),
    ],
)
def test_the_bracket_decides_the_kind(
    macros: duckdb.DuckDBPyConnection, name: str, kind: str, bare: str
) -> None:
    assert value(macros, "kind_in(?, 'gemeente')", name) == kind
    assert value(macros, "name_in(?)", name) == bare


def shown(count: int, base: int = 5) -> int:
    """The multiple of the base that a count is shown as."""
    return (2 * count + base) // (2 * base) * base


@given(whole=st.integers(0, 3000), share=st.fractions(0, 1), sums=st.integers(1, 3))
@example(whole=35, share=Fraction(23, 35), sums=1)
@example(whole=50, share=Fraction(0), sums=3)
@example(whole=50, share=Fraction(1), sums=1)
def test_a_rate_holds_the_one_of_the_records_and_no_more_than_rounding_leaves(
    macros: duckdb.DuckDBPyConnection, whole: int, share: Fraction, sums: int
) -> None:
    part = math.floor(whole * share)
    pieces = [part // sums] * (sums - 1) + [part - part // sums * (sums - 1)]
    seen, of = sum(map(shown, pieces)), shown(whole)
    rate = value(macros, "rate_of(?, ?, 2, parts := ?)", seen, of, sums)
    assert isinstance(rate, dict)
    low, high = rate["low_pct"], rate["high_pct"]
    if of < 50:
        assert (low, high, rate["sign"]) == (None, None, "small_base")
        return
    assert rate["sign"] is None and 0 <= low <= 100 * part / whole <= high <= 100
    least, most = Fraction(seen - 2 * sums, of + 2), Fraction(seen + 2 * sums, of - 2)
    assert low == max(0, math.floor(100 * least)) and high == min(100, math.ceil(100 * most))


@pytest.mark.parametrize(("part", "whole"), [(None, 60), (30, None), (None, None), (None, 20)])
def test_a_rate_of_a_number_that_is_not_shown_is_not_shown(
    macros: duckdb.DuckDBPyConnection, part: int | None, whole: int | None
) -> None:
    hidden = {"low_pct": None, "high_pct": None, "sign": "withheld"}
    assert value(macros, "rate_of(?::integer, ?::integer, 2)", part, whole) == hidden


@given(text=st.text(min_size=1, max_size=40))
@example(text="niet gelijk aan AM06, of aan ZZ99\nNIET")
def test_a_text_stays_as_it_is_but_for_the_codes_of_known_regions(
    macros: duckdb.DuckDBPyConnection, text: str
) -> None:
    assert value(macros, "with_names(?)", text) == text
