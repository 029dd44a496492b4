"""From techniekdomein to techniekdomein in one programme: a drawing of protected numbers."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import svg

WIDTH = 780
LEFT_PX, RIGHT_PX = 215, 565
NODE_PX, GAP_PX, LEAST_PX = 14, 14, 14
TALLEST_PX, TITLE_PX = 330, 24


class Node(NamedTuple):
    """A techniekdomein at one side: where it stands, and how high it is."""

    label: str
    said: str
    y: float
    height: float


def draw(frame: pd.DataFrame) -> str:
    """Draw a band for each number that is shown of ``overstappen/flows``, from block to block."""
    top = svg.top_of(frame)
    scale = _scale(frame)
    left = _nodes(frame, "from", top + TITLE_PX, scale)
    right = _nodes(frame, "to", top + TITLE_PX, scale)
    parts = [
        svg.text(LEFT_PX + NODE_PX, top + 14, "Hiervoor", weight=700, anchor="end"),
        svg.text(RIGHT_PX, top + 14, "Hierna", weight=700),
    ]
    parts += _bands(frame, left, right, scale)
    for nodes, x, anchor, at in (
        (left, LEFT_PX, "end", LEFT_PX - 8),
        (right, RIGHT_PX, "start", RIGHT_PX + NODE_PX + 8),
    ):
        for node in nodes.values():
            parts.append(
                f'<rect x="{x}" y="{node.y:.1f}" width="{NODE_PX}" height="{node.height:.1f}" '
                f'fill="none" stroke="{colours.INK}"/>'
            )
            words = f"{node.label} ({node.said})"
            parts.append(svg.text(at, node.y + node.height / 2 + 5, words, size=13, anchor=anchor))
    ends = [node.y + node.height for node in (*left.values(), *right.values())]
    return svg.document(frame, parts, WIDTH, max(ends) + 8)


def _scale(frame: pd.DataFrame) -> float:
    """Return how many pixels one participation is high, so that the tallest side fits."""
    sides = []
    for side in ("from", "to"):
        shown = frame.drop_duplicates(f"{side}_field")[f"{side}_number"].fillna(0)
        bands = frame.groupby(f"{side}_field")["number"].sum()
        sides.append(max(float(shown.sum()), float(bands.sum())))
    return TALLEST_PX / max(*sides, 1.0)


def _nodes(frame: pd.DataFrame, side: str, y: float, scale: float) -> dict[str, Node]:
    nodes = {}
    for code, rows in frame.groupby(f"{side}_field", sort=False):
        number = rows[f"{side}_number"].iloc[0]
        room = max(0.0 if nl.is_missing(number) else float(number), float(rows["number"].sum()))
        height = max(room * scale, LEAST_PX)
        said = nl.SIGNS["withheld"] if nl.is_missing(number) else nl.number(number)
        nodes[str(code)] = Node(str(rows[f"{side}_label"].iloc[0]), said, y, height)
        y += height + GAP_PX
    return nodes


def _bands(
    frame: pd.DataFrame, left: dict[str, Node], right: dict[str, Node], scale: float
) -> list[str]:
    """Return the bands, then their numbers, so that no band hides one."""
    fill = svg.fill(0, fictitious=svg.is_fictitious(frame))
    departing = {code: node.y for code, node in left.items()}
    arriving = {code: node.y for code, node in right.items()}
    start, end = LEFT_PX + NODE_PX, RIGHT_PX
    middle = (start + end) / 2
    bands, numbers = [], []
    for _, row in frame[frame["number"].notna()].iterrows():
        thick = float(row["number"]) * scale
        one, two = departing[row["from_field"]], arriving[row["to_field"]]
        departing[row["from_field"]] += thick
        arriving[row["to_field"]] += thick
        bands.append(
            f'<path d="M{start} {one:.1f} C{middle} {one:.1f} {middle} {two:.1f} {end} {two:.1f} '
            f"v{thick:.1f} C{middle} {two + thick:.1f} {middle} {one + thick:.1f} "
            f'{start} {one + thick:.1f} z" fill="{fill}" '
            f'fill-opacity="0.55" stroke="{svg.EDGES[0]}"/>'
        )
        numbers.append(_number(nl.number(row["number"]), end - 8, two + thick / 2 + 5))
    return bands + numbers


def _number(words: str, x: float, y: float) -> str:
    width = 8 * len(words) + 6
    return (
        f'<rect x="{x - width + 3:.1f}" y="{y - 12:.1f}" width="{width}" height="16" rx="3" '
        f'fill="#ffffff"/>{svg.text(x, y, words, size=13, anchor="end")}'
    )


@sentences.of_real_figures
def words(frame: pd.DataFrame) -> str:
    """Return what the drawing says: each number that is shown, and how many are not."""
    shown = frame[frame["number"].notna()]
    told = [
        f"van {row['from_label']} naar {row['to_label']} {nl.number(row['number'])}"
        for _, row in shown.iterrows()
    ]
    return f"{'; '.join(told)}; {len(frame) - len(shown)} van {len(frame)} niet getoond"
