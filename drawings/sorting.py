"""Tables of which the reader chooses the order: each heading is a link that sorts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any, NamedTuple

import words as nl

Row = Mapping[str, Any]
# By its name in an address: the heading, by what rows are ordered, whether the highest comes first.
Orders = Mapping[str, tuple[str, Callable[[Row], Any], bool]]
AS_THEY_ARE = "bekendst"


class Sorting(NamedTuple):
    """How the rows are sorted.

    Attributes:
        by: A key of the orders; any other leaves them as they are.
        to: Gives the address of the same table sorted by a key.
    """

    by: str
    to: Callable[[str], str]


def in_order(rows: Iterable[Row], by: str, orders: Orders) -> list[Row]:
    """Return rows in an order, unknown ones last, fictitious ones after real ones."""
    rows = list(rows)
    if by in orders:
        _, value, falling = orders[by]
        known = [row for row in rows if not nl.is_missing(value(row))]
        unknown = [row for row in rows if nl.is_missing(value(row))]
        rows = [*sorted(known, key=value, reverse=falling), *unknown]
    return sorted(rows, key=lambda row: row["status"] == "sample")


def heading(name: str, orders: Orders, sorting: Sorting | None) -> str:
    """Return a heading: of an order a link that sorts, and back again where it is the one."""
    if name not in orders or sorting is None:
        return f'<th scope="col">{escape(orders[name][0] if name in orders else name)}</th>'
    label, _, falling = orders[name]
    is_now, way = sorting.by == name, ("descending", "▾") if falling else ("ascending", "▴")
    link = escape(sorting.to(AS_THEY_ARE if is_now else name))
    sort = f' aria-sort="{way[0]}"' if is_now else ""
    arrow = f'<span aria-hidden="true"> {way[1] if is_now else "⇅"}</span>'
    plain = "" if is_now else ' style="color: inherit; text-decoration: none"'
    return f'<th scope="col"{sort}><a href="{link}"{plain}>{escape(label)}{arrow}</a></th>'
