"""Bars beside names, as a table in HTML: each with its figure and how it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from drawings.sorting import Orders, Sorting, heading
from words.periods import AGE

NO_ORDERS: Orders = {}
FITTING = 3


class Bar(NamedTuple):
    """A row.

    Attributes:
        name: What the figure is of.
        share: Length of its bar, as a percentage of the longest.
        figure: Beside its bar, as text.
        more: Texts that stand beside that.
        is_chosen: Whether the reader chose it.
    """

    name: str
    share: float
    figure: str
    more: tuple[str, ...] = ()
    is_chosen: bool = False


def table(
    caption: str,
    headings: Sequence[str],
    bars: Iterable[Bar],
    orders: Orders = NO_ORDERS,
    sorting: Sorting | None = None,
) -> str:
    """Return the rows under headings of name, figure and what stands beside it.

    More columns than fit a telephone scroll in a box that the keyboard reaches. A heading that is
    the name of an order is a link that sorts; see ``sorting.heading``.
    """
    name, *figures = (heading(text, orders, sorting) for text in headings)
    said = AGE.sub(r'<mark class="vkm-old">\1</mark>', escape(caption))
    drawn = (
        f'<table class="vkm-table vkm-bars"><caption>{said}</caption><thead><tr>{name}'
        f"<td></td>{''.join(figures)}</tr></thead><tbody>{''.join(map(_row, bars))}</tbody></table>"
    )
    if len(headings) <= FITTING:
        return drawn
    region = f'role="region" aria-label="{escape(caption)}"'
    return f'<div class="vkm-fits" tabindex="0" {region}>{drawn}</div>'


def _row(bar: Bar) -> str:
    chosen = ' class="vkm-chosen"' if bar.is_chosen else ""
    more = "".join(f"<td>{escape(text)}</td>" for text in bar.more)
    return (
        f'<tr{chosen}><th scope="row">{escape(bar.name)}</th>'
        f'<td><div class="vkm-share" style="width:{bar.share:.1f}%"></div></td>'
        f"<td>{escape(bar.figure)}</td>{more}</tr>"
    )
