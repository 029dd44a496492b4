"""Lines over time as SVG: what sparklines, panels and strips share. No line crosses a gap."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from brand import colours
from drawings import svg
from drawings.kit import HALF_QUARTER
from drawings.points import Points

LINES = (colours.BLUE, colours.RUST)
NO_FIGURES = "geen cijfers"
SMALL_PX = 13
CHARACTER_PX = 6.4
COURSE_PX = 64


@dataclass(frozen=True)
class Frame:
    """Where a panel lies in a drawing, in pixels, and what its sides mean.

    Attributes:
        left: Where its first day lies.
        right: Where its last day lies.
        top: Where its highest figure lies.
        bottom: Where zero lies.
        first: The first day.
        last: The last day.
        most: The highest figure.
    """

    left: float
    right: float
    top: float
    bottom: float
    first: datetime.date
    last: datetime.date
    most: float

    def x(self, day: datetime.date) -> float:
        """Return where a day lies; one outside lies at the edge, an only one at the end."""
        if self.first == self.last:
            return self.right
        share = (day - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Return where a figure lies."""
        return self.bottom - value / self.most * (self.bottom - self.top)


def ceiling(points: Points) -> float:
    """Return a round figure that no figure exceeds: 1, 2, 4, 5 or 8 with zeros."""
    most = max(points.known, default=1.0) or 1.0
    power = 10 ** math.floor(math.log10(most))
    return float(next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= most))


def lines(points: Points, frame: Frame, width: float = 2) -> Iterator[str]:
    """Yield each series as a line per stretch of figures; a figure between gaps is a dot."""
    for place, values in enumerate(points.series.values()):
        colour = LINES[place % len(LINES)]
        for run in _runs(values):
            spots = [(frame.x(points.days[at]), frame.y(value)) for at, value in run]
            if len(spots) == 1:
                [(x, y)] = spots
                yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{width + 0.5:g}" fill="{colour}"/>'
            else:
                path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
                yield (
                    f'<polyline points="{path}" fill="none" stroke="{colour}" '
                    f'stroke-width="{width:g}" stroke-linejoin="round" stroke-linecap="round"/>'
                )


def course(days: Sequence[datetime.date], values: Sequence[float | None], high: float) -> str:
    """Return the course of one figure as a path of SVG, 64 wide; a lone figure is a dot.

    Args:
        days: Of the figures.
        values: The figures; None is a gap.
        high: Of the drawing, in pixels.
    """
    most = max((value for value in values if value is not None), default=0.0) or 1.0
    frame = Frame(2, COURSE_PX - 2, 2, high - 2, days[0], days[-1], most)
    return "".join(
        "M"
        + "L".join(f"{frame.x(days[at]):.1f} {frame.y(value):.1f}" for at, value in run)
        + "h.01"
        for run in _runs(tuple(values))
    )


def _runs(values: tuple[float | None, ...]) -> Iterator[list[tuple[int, float]]]:
    run: list[tuple[int, float]] = []
    for at, value in enumerate((*values, None)):
        if value is not None:
            run.append((at, value))
        elif run:
            yield run
            run = []


def gaps(points: Points, frame: Frame) -> Iterator[str]:
    """Yield a grey band for each stretch without any figure, which says so where there is room."""
    days = points.days
    for start, end in points.without:
        is_last = end == len(days) - 1
        left = frame.x(days[start] - HALF_QUARTER)
        right = frame.x(days[end] if is_last else days[end + 1] - HALF_QUARTER)
        high = frame.bottom - frame.top
        yield (
            f'<rect x="{left:.1f}" y="{frame.top:.1f}" width="{right - left:.1f}" '
            f'height="{high:.1f}" fill="{colours.GAP}"/>'
        )
        if right - left > CHARACTER_PX * len(NO_FIGURES) and high > 2 * SMALL_PX:
            yield svg.text(
                (left + right) / 2,
                (frame.top + frame.bottom) / 2 + 5,
                NO_FIGURES,
                size=SMALL_PX,
                colour=colours.MUTED,
                anchor="middle",
            )


def whole(points: Points, *, left: float, right: float, top: float, bottom: float) -> Frame:
    """Return the frame of a panel as long as the series and as high as its figures."""
    return Frame(left, right, top, bottom, points.days[0], points.days[-1], ceiling(points))


def picture(parts: list[str], width: float, height: float, said: str, name: str = "") -> str:
    """Return inline SVG with what it says for who does not see it; ``name`` is its class."""
    return (
        f'<svg class="{name}" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label="{escape(said)}" font-family="{svg.FONT}">{"".join(parts)}</svg>'
    )


def sparkline(points: Points, said: str, width: float = 240, height: float = 28) -> str:
    """Return a small picture of the course of a figure, its gap drawn."""
    frame = whole(points, left=2, right=width - 4, top=3, bottom=height - 2)
    return picture([*gaps(points, frame), *lines(points, frame, 1.5)], width, height, said)
