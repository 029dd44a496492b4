"""Bars, rows and strips: what is drawn is what was published, and a text stays a text."""

from __future__ import annotations

import datetime
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import words as nl
from drawings import scoreboard, strips
from drawings.sorting import Sorting, in_order

Row = dict[str, Any]
COUNTS = st.integers(0, 1_000_000)
NASTY = '<script>alert("x")</script> & Co'
ROW: Row = {
    "programme_name": NASTY,
    "programme_id": "a",
    "region_names": NASTY,
    "scope_label": "techniek",
    "starts_on_text": "2016-02",
    "starts_on_precision": "month",
    "ends_on_text": None,
    "ends_on_precision": None,
    "state_label": "loopt",
    "indicator_label": "vouchers",
    "relation": None,
    "targets": 1,
    "as_of_text": "2018",
    "as_of_precision": "year",
    "result_kind": "as_of",
    "realisation_low_pct": 100,
    "realisation_low_precision": "exact",
    "realisation_high_pct": 100,
    "realisation_high_precision": "exact",
    "beside": None,
    "claim": NASTY,
    "claim_publisher": NASTY,
    "per_100_reason": "only_year",
    "realisation_status": "estimated",
    "status": "published",
    **{f"{what}_{end}": 10 for what in ("target", "result") for end in ("low", "high")},
    **{
        f"{what}_{end}_precision": "exact"
        for what in ("target", "result")
        for end in ("low", "high")
    },
}
AMOUNT: Row = {
    "programme_id": "a",
    "stage": "available",
    "stage_label": "beschikbaar",
    "funder": NASTY,
    "per_label": None,
    "amounts": 1,
    "amount_low_eur": 5,
    "amount_high_eur": 5,
    "amount_low_precision": "exact",
    "amount_high_precision": "exact",
}


def link(row: Row) -> str:
    return f"programmas?programma={row['programme_name']}"


def widths(drawn: str) -> list[tuple[float, float, float]]:
    """Return left, width and height of each box."""
    found = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"', drawn)
    return [(float(x), float(width), float(height)) for x, width, height in found]


@given(COUNTS, COUNTS, COUNTS)
def test_a_bar_and_its_marks_stand_in_the_proportion_of_their_figures(
    result: int, one: int, other: int
) -> None:
    low, high = sorted((one, other))
    row = {**ROW, "target_low": low, "target_high": high, "result_high": result}
    boxes = widths(scoreboard.bar(row))
    bars = [width for _, width, height in boxes if height == scoreboard.BAR]
    marks = [x + 1 for x, _, height in boxes if height == scoreboard.HEIGHT]
    assert bars[0] == scoreboard.WIDTH
    assert all(0 <= x <= scoreboard.WIDTH for x in (*bars, *marks))
    assert len(marks) == len({low, high})
    assert abs(bars[1] - result * scoreboard.WIDTH / max(1.25 * high, result, 1)) <= 0.06
    if result <= high:
        assert bars[1] <= marks[-1] + 0.16


def test_what_is_unknown_is_hatched_and_has_no_bar() -> None:
    for unknown in (
        {"result_high": None},
        {"target_high": None, "target_low": None},
        {"relation": "capacity"},
    ):
        drawn = scoreboard.bar({**ROW, **unknown})
        assert "<path" in drawn
        assert len([1 for _, _, height in widths(drawn) if height == scoreboard.BAR]) == 1
    assert "<path" not in scoreboard.bar(ROW)
    assert "<path" in scoreboard.bar({**ROW, "realisation_status": "sample"}), "fictitious"


ORDERED = st.lists(
    st.fixed_dictionaries(
        {
            "programme_name": st.text(max_size=3),
            "starts_on_text": st.one_of(st.none(), st.sampled_from(["2016", "2016-02", "2018"])),
            "realisation_low_pct": st.one_of(st.none(), st.integers(0, 300)),
            "status": st.sampled_from(["published", "sample"]),
        }
    )
)


@given(ORDERED, st.sampled_from([*scoreboard.ORDERS, "bekendst", "onzin"]))
def test_an_order_keeps_every_row_unknown_ones_last_and_fictitious_ones_after_all(
    rows: list[Row], by: str
) -> None:
    found = in_order(rows, by, scoreboard.ORDERS)
    assert sorted(map(id, found)) == sorted(map(id, rows))
    assert [row["status"] for row in found] == sorted(row["status"] for row in found)
    if by == "bereikt":
        for status in ("published", "sample"):
            shares = [row["realisation_low_pct"] for row in found if row["status"] == status]
            known = [share for share in shares if share is not None]
            assert shares[: len(known)] == sorted(known, reverse=True)


def test_a_text_from_outside_stays_a_text() -> None:
    facts = strips.Facts([ROW], [AMOUNT], [], [])
    for drawn in (
        scoreboard.draw([ROW], [AMOUNT], link, caption=NASTY),
        scoreboard.draw([ROW], [AMOUNT], link, caption=NASTY, compact=True),
        scoreboard.tiles(ROW, [AMOUNT]),
        strips.draw(facts, link, caption=NASTY),
    ):
        assert "&lt;script&gt;" in drawn
        assert "<script" not in drawn
        assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#x27;)", drawn)


def test_a_heading_sorts_by_link_and_says_how_it_is_sorted() -> None:
    drawn = scoreboard.draw(
        [ROW], [], link, caption="x", sorting=Sorting("naam", lambda by: f"to-{by}")
    )
    assert '<th scope="col" aria-sort="ascending"><a href="to-bekendst">Programma' in drawn
    assert drawn.count("aria-sort") == 1
    assert 'href="to-looptijd"' in drawn and 'href="to-bereikt"' in drawn


def quarters(figures: list[int | None], start: int | None, end: int | None) -> list[Row]:
    return [
        {
            "open_vacancies": figure,
            "starts_on": datetime.date(2011 + place // 4, 1 + place % 4 * 3, 1),
            "when_code": "during"
            if start is not None and start <= place and (end is None or place <= end)
            else "before",
            "is_start": place == start,
            "is_end": place == end,
            "is_end_known": end is not None,
        }
        for place, figure in enumerate(figures)
    ]


PLACES = st.one_of(st.none(), st.integers(0, 30))


@given(st.lists(st.one_of(st.none(), st.integers(0, 99_900)), min_size=1), PLACES, PLACES)
def test_a_strip_draws_each_known_quarter_once_and_nothing_across_a_gap(
    figures: list[int | None], start: int | None, end: int | None
) -> None:
    drawn = strips.chart(quarters(figures, start, end))
    runs = "".join("x" if figure is not None else " " for figure in figures).split()
    lines = re.findall(r'<path d="M([^"]+)"', drawn)
    assert sorted(line.count("L") + 1 for line in lines) == sorted(
        len(run) for run in runs if len(run) > 1
    )
    assert drawn.count('r="2"') == sum(len(run) == 1 for run in runs)
    long_gaps = re.findall("(?<! ) {4,}(?! )", "".join(" x"[f is not None] for f in figures))
    assert drawn.count("geen cijfers") == len(long_gaps)
    marked = {place for place in (start, end) if place is not None and place < len(figures)}
    assert drawn.count('r="3.5"') >= sum(figures[place] is not None for place in marked)


@given(st.integers(0, 10**12))
def test_an_amount_in_millions_loses_nothing(value: int) -> None:
    said = nl.euro_short(value).removeprefix("€\N{NO-BREAK SPACE}")
    number, is_short, _ = said.partition(" mln")
    read = float(number.replace(".", "").replace(",", ".")) * (1_000_000 if is_short else 1)
    assert round(read) == value
