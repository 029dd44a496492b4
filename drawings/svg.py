"""What drawings made on the server share: colours, text, the mark of fictitious figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd

from brand import colours
from words.marks import SAMPLE, has_sample

COLOURS = (colours.BLUE, colours.ORANGE, colours.GREY)
EDGES = (colours.BLUE, colours.BROWN, colours.INK)
FONT = "Source Sans, Source Sans Pro, Arial, Liberation Sans, sans-serif"
TEXT_PX = 14
MARK_PX = 24
BAR_PX = 14


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = TEXT_PX,
    colour: str = colours.INK,
    weight: int = 400,
    anchor: str = "start",
) -> str:
    """Return one line of text, escaped.

    Args:
        x: Where its ``anchor`` (``start``, ``middle`` or ``end``) stands, in pixels from the left.
        y: Its baseline, in pixels from the top.
        words: What is written.
        size: Of the font, in pixels.
        colour: As CSS writes it.
        weight: 400 is normal, 700 bold.
        anchor: See ``x``.
    """
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" '
        f'font-weight="{weight}" text-anchor="{anchor}">{escape(words)}</text>'
    )


def line(
    ends: Sequence[float], *, colour: str = colours.INK, width: float = 1, dash: str = ""
) -> str:
    """Return a line of ``x1, y1, x2, y2``, in pixels; a dash is lengths such as ``4 3``."""
    x1, y1, x2, y2 = ends
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="{width:g}"{dashed}/>'
    )


def is_fictitious(rows: pd.DataFrame | pd.Series) -> bool:
    """Return whether there is a fictitious figure among what is drawn."""
    return has_sample(rows)


def top_of(frame: pd.DataFrame, least: float = 4) -> float:
    """Return where a drawing begins, below the mark of fictitious figures if it has one."""
    return float(MARK_PX if is_fictitious(frame) else least)


def document(frame: pd.DataFrame, parts: Iterable[str], width: float, height: float) -> str:
    """Return a whole drawing of a frame, from ``top_of`` it down; marked where fictitious."""
    fictitious = is_fictitious(frame)
    mark = text(width - 2, 16, SAMPLE, colour=colours.WARNING, weight=700, anchor="end")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" font-family="{FONT}">{_hatches()}'
        f"{mark if fictitious else ''}{''.join(parts)}</svg>"
    )


def fill(place: int, *, fictitious: bool) -> str:
    """Return the fill of a kind of bar, counted from 0; a fictitious one is hatched."""
    return f"url(#hatch{place})" if fictitious else COLOURS[place]


def bar(row: pd.Series, x: float, middle: float, length: float, place: int = 0) -> str:
    """Return a lying bar of a kind, counted from 0, in pixels; a fictitious one is hatched."""
    pattern = fill(place, fictitious=is_fictitious(row))
    return (
        f'<rect x="{x:.1f}" y="{middle - BAR_PX / 2:.1f}" height="{BAR_PX}" '
        f'width="{length:.1f}" fill="{pattern}" stroke="{EDGES[place]}"/>'
    )


def shortened(label: str, most: int) -> str:
    """Return a label of at most so many letters, the last an ellipsis where it is cut."""
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"


def _hatches() -> str:
    hatches = "".join(
        f'<pattern id="hatch{place}" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({45 if place % 2 == 0 else -45})">'
        f'<rect width="7" height="7" fill="#ffffff"/>'
        f'<rect width="3.5" height="7" fill="{colour}"/></pattern>'
        for place, colour in enumerate(COLOURS)
    )
    return f"<defs>{hatches}</defs>"
