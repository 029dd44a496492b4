"""Tiles: a number larger than its words, a small picture, and of when it is; as HTML."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

import words as nl
from drawings.lines import LINES


class Number(NamedTuple):
    """A number on a tile.

    Attributes:
        figure: As it is written; empty where it is not known.
        of: What it is of.
        said: What is said of it, in few words, a line each.
    """

    figure: str
    of: str
    said: tuple[str, ...] = ()


class Tile(NamedTuple):
    """One tile.

    Attributes:
        title: What it is about.
        address: Of the page that tells more.
        numbers: At most two.
        picture: SVG, or nothing.
        lines: What is said below, each on its own line.
        unit: What is counted, where the title does not say so.
        period: Of when the numbers are.
        ends_on: Last day of that period, if it has one.
    """

    title: str
    address: str
    numbers: Sequence[Number]
    picture: str = ""
    lines: Sequence[str] = ()
    unit: str = ""
    period: str = ""
    ends_on: datetime.date | None = None


def html(tiles: Iterable[Tile], today: datetime.date) -> str:
    """Return tiles beside each other, of equal height."""
    return f'<div class="vkm-tiles">{"".join(_tile(one, today) for one in tiles)}</div>'


def when(period: str, ends_on: datetime.date | None, today: datetime.date) -> str:
    """Return a period as HTML, in amber with its age when it ended more than a year ago."""
    old, period = nl.age(ends_on, today) if ends_on else "", nl.brief_period(period)
    return f'<mark class="vkm-old">{escape(f"{period}, {old}")}</mark>' if old else escape(period)


def _tile(tile: Tile, today: datetime.date) -> str:
    is_pair = len(tile.numbers) > 1
    numbers = "".join(_number(one, place, is_pair) for place, one in enumerate(tile.numbers))
    said = "".join(f"<p>{line}</p>" for line in tile.lines)
    unit = f"<p>{escape(tile.unit)}</p>" if tile.unit else ""
    period = f'<p class="vkm-when">{when(tile.period, tile.ends_on, today)}</p>'
    return (
        f'<section class="vkm-tile"><div class="vkm-tile-head">'
        f'<h2><a href="{escape(tile.address)}">{escape(tile.title)}</a></h2>'
        f"{period if tile.period else ''}</div>{unit}"
        f'<div class="vkm-numbers">{numbers}</div>{said}{tile.picture}</section>'
    )


def _number(number: Number, place: int, is_pair: bool) -> str:
    colour = f' style="color: {LINES[place % len(LINES)]}"' if is_pair else ""
    lines = "".join(f"<span>{escape(line)}</span>" for line in (number.of, *number.said) if line)
    if not number.figure:
        return f'<p class="vkm-number"><span><b>niet beschikbaar</b>{lines}</span></p>'
    return (
        f'<p class="vkm-number"><strong{colour}>{escape(number.figure)}</strong>'
        f"<span>{lines}</span></p>"
    )
