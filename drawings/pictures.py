"""Pictures that leave as files: whole SVG documents with title, source, date and mark."""

from __future__ import annotations

import re
import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from answers.tables import file_name_of
from brand import colours
from brand.classes import CLASSES
from drawings import svg
from words.marks import SAMPLE

HATCHED = "none"
COLOURS = {
    **{str(number): colour for number, colour in enumerate(colours.RAMP, start=1)},
    **{f"t{number}": one.colour for number, one in enumerate(CLASSES, start=1)},
    "unsure": colours.UNSURE,
    HATCHED: "url(#hatch)",
    "sample": "url(#sample)",
}
MAP_HATCH, MAP_MARK = "url(#hatch_map)", "url(#sample_map)"
DARK = frozenset(
    {"4", "5", *(f"t{at}" for at, one in enumerate(CLASSES, start=1) if one.ink != colours.INK)}
)
CLASS_LEGEND = tuple(
    {"class": f"t{number}", "sign": one.sign, "text": one.label}
    for number, one in enumerate(CLASSES, start=1)
)
SHARE_OF_EM = 0.66
WIDTH = 900
MARGIN = 30
MAP_PX = 640
LEGEND_PX = 28
GRID_LEFT, CELL_WIDE, CELL_HIGH = 400, 26, 21
MOST_LETTERS = 42
HATCHES = (
    '<pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<rect width="8" height="8" fill="#ffffff"/>'
    '<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="#b8c0c7" stroke-width="2"/></pattern>'
    '<pattern id="sample" width="24" height="24" patternUnits="userSpaceOnUse">'
    '<path d="M0 0L24 24M-6 18L6 30M18 -6L30 6" stroke="#a1260d" stroke-width="1.4"/></pattern>'
)


def file_name(*parts: str, period: str = "", fictitious: bool = False) -> str:
    """Return the name of a picture, such as ``vakkrachtmonitor_twente_spanning_2026KW02.svg``.

    Args:
        parts: What it shows, in Dutch.
        period: Code of the period, which keeps its capitals.
        fictitious: Whether it holds fictitious figures; then its name says so.
    """
    return f"{file_name_of(parts, period, fictitious=fictitious)}.svg"


def of_map(
    level: Mapping[str, Any],
    regions: Sequence[Mapping[str, Any]],
    legend: Sequence[Mapping[str, str]],
    *,
    title: str,
    source: str,
    made_on: str,
) -> str:
    """Return a map with its title, legend and source.

    Args:
        level: Shapes of one level: ``width``, ``height`` and ``regions`` with path and middle.
        regions: What the map on the screen is drawn of: ``code``, ``class``, ``short``, ``symbol``,
            ``selected``, ``fictitious`` and ``description``.
        legend: Per entry its ``class``, ``sign`` and ``text``.
        title: What is shown, in Dutch.
        source: The "Bron" line.
        made_on: Day on which the picture is made, in Dutch.
    """
    scale = MAP_PX / level["height"]
    left = WIDTH - MARGIN - level["width"] * scale
    drawn, top = _heading(title, any(region["fictitious"] for region in regions))
    shapes = level["regions"]
    known = [region for region in regions if region["code"] in shapes]
    place = f'transform="translate({left:.1f} {top}) scale({scale:.5f})"'
    drawn.append(f'<g {place} stroke="{colours.EDGE}" stroke-width="{1.2 / scale:.1f}">')
    drawn += [_region(region, shapes[region["code"]]["d"]) for region in known]
    drawn.append("</g>")
    drawn.append(
        f'<g {place} fill="none" stroke="{colours.INK}" stroke-width="{4 / scale:.1f}">'
        + "".join(
            f'<path d="{escape(shapes[region["code"]]["d"])}"/>'
            for region in known
            if region["selected"]
        )
        + "</g>"
    )
    drawn += [
        svg.text(
            left + shapes[region["code"]]["x"] * scale,
            top + shapes[region["code"]]["y"] * scale + 6,
            str(region["short"]),
            size=26 if region["symbol"] else 18,
            colour=colours.WHITE if region["class"] in DARK else colours.INK,
            weight=700,
            anchor="middle",
        )
        for region in known
        if region["short"]
    ]
    drawn += _legend(legend, top)
    described = ". ".join(str(region["description"]) for region in regions)
    return _document(drawn, top + MAP_PX, title, described, source, made_on)


def of_drawings(
    drawings: Iterable[tuple[str, str]],
    *,
    title: str,
    legend: str,
    source: str,
    made_on: str,
    fictitious: bool,
) -> str:
    """Return drawings that were made on the server below each other; see ``of_map``.

    Args:
        drawings: Per drawing its SVG and what it says.
        title: What is shown, in Dutch.
        legend: What colours and marks mean.
        source: The "Bron" line.
        made_on: Day on which the picture is made, in Dutch.
        fictitious: Whether there is a fictitious figure among what is drawn.
    """
    drawn, top = _heading(title, fictitious)
    said = []
    widest = WIDTH
    for number, (drawing, words) in enumerate(drawings):
        root = ET.fromstring(drawing)
        width, height = float(root.get("width", "0")), float(root.get("height", "0"))
        widest = max(widest, round(width) + 2 * MARGIN)
        own = re.sub(r'(id="|url\(#)(\w+)', rf"\g<1>d{number}_\g<2>", drawing)
        drawn.append(own.replace("<svg ", f'<svg x="{MARGIN}" y="{top}" ', 1))
        top += round(height) + 20
        said.append(words)
    for row in _wrapped(legend, 16, widest):
        drawn.append(svg.text(MARGIN, top + 16, row, size=16, colour=colours.MUTED))
        top += 22
    return _document(drawn, top, title, " ".join(said), source, made_on, widest)


def of_grid(
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    legend: Sequence[Mapping[str, str]],
    *,
    title: str,
    source: str,
    made_on: str,
) -> str:
    """Return a table of classes, a row per occupation and a column per region.

    Args:
        columns: Names of the regions.
        rows: Per occupation ``label``, ``group``, per region a digit in ``classes`` and in
            ``fictitious``, and its words in ``figures``; equal groups stand together.
        legend: The five classes from loose to tight, then what is unknown: ``sign`` and ``text``.
        title: What is shown, in Dutch.
        source: The "Bron" line.
        made_on: Day on which the picture is made, in Dutch.
    """
    fictitious = any("1" in row["fictitious"] for row in rows)
    drawn, top = _heading(title, fictitious)
    left = MARGIN
    marked = [{"class": "sample", "sign": "", "text": SAMPLE}] if fictitious else []
    for entry in [*legend, *marked]:
        drawn.append(_swatch(entry, left, top))
        drawn.append(svg.text(left + 40, top + 16, entry["text"], size=17))
        left += 70 + round(SHARE_OF_EM * 17 * len(entry["text"]))
    top += 40 + round(SHARE_OF_EM * 14 * max(map(len, columns)))
    for number, name in enumerate(columns):
        x = GRID_LEFT + number * CELL_WIDE + CELL_WIDE / 2 + 5
        turned = svg.text(0, 0, name, size=14)
        drawn.append(f'<g transform="translate({x:.1f} {top - 6}) rotate(-90)">{turned}</g>')
    group = None
    for row in rows:
        if row["group"] != group:
            group = row["group"]
            drawn.append(svg.text(MARGIN, top + 18, str(group), size=15, weight=700))
            top += CELL_HIGH + 4
        drawn.append(
            svg.text(MARGIN, top + 15, svg.shortened(str(row["label"]), MOST_LETTERS), size=14)
        )
        drawn += [_cell(row, number, name, legend, top) for number, name in enumerate(columns)]
        top += CELL_HIGH
    described = "Per rij een beroep, per kolom een gebied; elk vak noemt zijn klasse en cijfer."
    width = GRID_LEFT + len(columns) * CELL_WIDE + MARGIN
    return _document(drawn, top, title, described, source, made_on, max(width, WIDTH))


def _cell(
    row: Mapping[str, Any],
    number: int,
    region: str,
    legend: Sequence[Mapping[str, str]],
    top: int,
) -> str:
    digit = int(row["classes"][number])
    entry = legend[digit - 1]
    is_fictitious = row["fictitious"][number] == "1"
    said = f"{region}, {row['label']}: {entry['text']}, {row['figures'][number]}"
    x = GRID_LEFT + number * CELL_WIDE
    box = f'<rect x="{x}" y="{top}" width="{CELL_WIDE}" height="{CELL_HIGH}"'
    mark = f'{box} fill="url(#sample)"/>' if is_fictitious else ""
    return (
        f"<g><title>{escape(f'{said}, {SAMPLE}' if is_fictitious else said)}</title>"
        f'{box} fill="{COLOURS[entry["class"]]}" stroke="#ffffff"/>{mark}'
        f"{_sign(entry, x + CELL_WIDE / 2, top + 15) if digit else ''}</g>"
    )


def _sign(entry: Mapping[str, str], x: float, y: float) -> str:
    colour = colours.WHITE if entry["class"] in DARK else colours.INK
    return svg.text(x, y, entry["sign"], size=16, colour=colour, weight=700, anchor="middle")


def _swatch(entry: Mapping[str, str], x: float, y: float) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="30" height="20" fill="{COLOURS[entry["class"]]}" '
        f'stroke="{colours.EDGE}"/>{_sign(entry, x + 15, y + 16) if entry["sign"] else ""}'
    )


def _heading(title: str, fictitious: bool) -> tuple[list[str], int]:
    drawn, top = [], MARGIN + 24
    if fictitious:
        drawn.append(svg.text(MARGIN, top, SAMPLE, size=22, colour=colours.WARNING, weight=700))
        top += 34
    for row in _wrapped(title, 26, WIDTH):
        drawn.append(svg.text(MARGIN, top, row, size=26, weight=700))
        top += 34
    return drawn, top


def _region(region: Mapping[str, Any], shape: str) -> str:
    path = escape(shape)
    fill = MAP_HATCH if region["class"] == HATCHED else COLOURS[region["class"]]
    mark = f'<path d="{path}" fill="{MAP_MARK}" stroke="none"/>' if region["fictitious"] else ""
    said = escape(region["description"])
    return (
        f'<g data-code="{escape(region["code"])}"><title>{said}</title>'
        f'<path d="{path}" fill="{fill}"/>{mark}</g>'
    )


def _legend(legend: Sequence[Mapping[str, str]], top: int) -> list[str]:
    drawn = []
    for number, entry in enumerate(legend):
        y = top + 10 + number * LEGEND_PX
        drawn.append(_swatch(entry, MARGIN, y))
        drawn.append(svg.text(MARGIN + 40, y + 16, entry["text"], size=17))
    return drawn


def _document(
    parts: Sequence[str],
    bottom: int,
    title: str,
    described: str,
    source: str,
    made_on: str,
    width: int = WIDTH,
) -> str:
    y = bottom + 34
    ending = []
    for row in [*_wrapped(source, 15, width), f"Vakkrachtmonitor, gemaakt op {made_on}."]:
        ending.append(svg.text(MARGIN, y, row, size=15, colour=colours.MUTED))
        y += 21
    of_map = "".join(
        f'<pattern id="{name}_map" href="#{name}" patternTransform="scale(5)"/>'
        for name in ("hatch", "sample")
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{y}" '
        f'viewBox="0 0 {width} {y}" role="img" aria-labelledby="title desc" '
        f'font-family="{svg.FONT}">'
        f'<title id="title">{escape(title)}</title><desc id="desc">{escape(described)}</desc>'
        f"<defs>{HATCHES}{of_map}</defs>"
        f'<rect width="{width}" height="{y}" fill="#ffffff"/>{"".join([*parts, *ending])}</svg>'
    )


def _wrapped(words: str, size: float, width: int) -> list[str]:
    return textwrap.wrap(words, round((width - 2 * MARGIN) / (SHARE_OF_EM * size)))
