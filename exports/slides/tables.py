"""Native tables on a slide: fitted to their box, long ones cut with a word about the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from answers.parts import Rows
from brand.house_style import HouseStyle
from exports.slides.base import Box, colour, solid_fill, textbox, write
from words import fitting

SIZES = (16.0, 14.0, 13.0, 12.0)
SIDE = 7.0
ABOVE = 4.0
CAPTION = 14.0
CAPTION_SPACE = 8.0


@dataclass(frozen=True)
class _Fit:
    """A table as it fits in its box."""

    rows: Rows
    size: float
    widths: list[float]
    heights: list[float]


def add(slide: Any, rows: Rows, box: Box, style: HouseStyle) -> float:
    """Draw a table in a box, in points, with its caption; its last row counts what does not fit."""
    left, top, width, height = box
    count = min(2, fitting.lines(rows.caption, CAPTION, width, is_bold=True))
    above = fitting.height(count, CAPTION) + CAPTION_SPACE
    caption = fitting.cut(rows.caption, CAPTION, width, 2, is_bold=True)
    frame = textbox(slide, (left, top, width, above), "Tabelkop", caption, CAPTION, style.text)
    _set_paragraph(frame, CAPTION, style.text, is_bold=True)
    fit = _fitted(rows, width, height - above)
    size = (sum(fit.widths), sum(fit.heights))
    cells = (len(fit.heights), len(fit.widths))
    table = empty(slide, cells, (left, top + above, *size), "Tabel", describe(rows))
    _fill(table, fit, style)
    return above + sum(fit.heights)


def empty(slide: Any, cells: tuple[int, int], box: Box, name: str, described: str) -> Any:
    """Add a table with nothing in it yet, so many rows and columns large."""
    shape = slide.shapes.add_table(*cells, *(Pt(side) for side in box))
    shape.name = name
    shape._element.nvGraphicFramePr.cNvPr.set("descr", described)
    return shape.table


def describe(rows: Rows) -> str:
    """Return the alt text of a table: what it holds, how long it is, and its columns."""
    count = len(rows.lines) + rows.more
    word = "regel" if count == 1 else "regels"
    return f"{rows.caption}. {count} {word}; kolommen: {', '.join(rows.headings)}."


def needed_width(rows: Rows, size: float = SIZES[1]) -> float:
    """Return how wide a table is without breaking lines."""
    return sum(_natural(rows, size))


def _fitted(rows: Rows, width: float, height: float) -> _Fit:
    for size in SIZES:
        fit = _measured(rows, size, width)
        if sum(fit.heights) <= height:
            return fit
    most = len(rows.lines)
    while most > 1:
        most -= 1
        fit = _measured(rows.cut(most), SIZES[-1], width)
        if sum(fit.heights) <= height:
            break
    return fit


def _measured(rows: Rows, size: float, width: float) -> _Fit:
    widths = _widths(rows, size, width)
    heights = [
        max(
            fitting.height(fitting.lines(text, size, room - 2 * SIDE, is_bold=place == 0), size)
            for text, room in zip(line, widths, strict=True)
        )
        + 2 * ABOVE
        for place, line in enumerate([rows.headings, *rows.lines])
    ]
    if rows.more:
        heights.append(fitting.height(1, size) + 2 * ABOVE)
    return _Fit(rows, size, widths, heights)


def _natural(rows: Rows, size: float) -> list[float]:
    return [
        max(
            fitting.width(text, size, is_bold=place == 0)
            for place, text in enumerate([heading, *(line[column] for line in rows.lines)])
        )
        + 2 * SIDE
        + 1
        for column, heading in enumerate(rows.headings)
    ]


def _widths(rows: Rows, size: float, room: float) -> list[float]:
    """Return the widths of columns: as wide as they like, or the widest share what is left."""
    wanted = _natural(rows, size)
    if sum(wanted) <= room:
        spare = min(room, 1.35 * sum(wanted)) / sum(wanted)
        return [width * spare for width in wanted]
    granted = [0.0] * len(wanted)
    left, open_columns = room, set(range(len(wanted)))
    while open_columns:
        share = left / len(open_columns)
        modest = {column for column in open_columns if wanted[column] <= share}
        for column in modest or open_columns:
            granted[column] = wanted[column] if modest else share
        left -= sum(granted[column] for column in modest)
        open_columns = open_columns - modest if modest else set()
    return granted


def _fill(table: Any, fit: _Fit, style: HouseStyle) -> None:
    for column, width in zip(table.columns, fit.widths, strict=True):
        column.width = Pt(round(width, 1))
    for row, height in zip(table.rows, fit.heights, strict=True):
        row.height = Pt(round(height, 1))
    for place, line in enumerate([fit.rows.headings, *fit.rows.lines]):
        for column, text in enumerate(line):
            write_cell(table.cell(place, column), text, fit.size, place, style)
            if fit.rows.flush_right[column]:
                table.cell(place, column).text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    if fit.rows.more:
        last = len(fit.heights) - 1
        if len(fit.widths) > 1:
            table.cell(last, 0).merge(table.cell(last, len(fit.widths) - 1))
        write_cell(table.cell(last, 0), fit.rows.more_text, fit.size, last, style)


def write_cell(cell: Any, text: str, size: float, place: int, style: HouseStyle) -> None:
    """Write one cell of a row; row 0 holds the headings."""
    cell.margin_left = cell.margin_right = Pt(SIDE)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE if place == 0 else MSO_ANCHOR.TOP
    cell.fill.solid()
    behind = style.accent if place == 0 else style.background if place % 2 else style.band
    cell.fill.fore_color.rgb = colour(behind)
    _underline(cell, style)
    tone = style.on_accent if place == 0 else style.text
    write(cell.text_frame, text, size, tone, is_bold=place == 0)
    _set_paragraph(cell.text_frame, size, tone, is_bold=place == 0)


def _underline(cell: Any, style: HouseStyle) -> None:
    """Draw a thin line under a cell, before its fill as the schema wants it."""
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("a:lnB")):
        properties.remove(old)
    line = properties.makeelement(qn("a:lnB"), {"w": "9525"})
    line.append(solid_fill(line, style.line))
    properties.insert(0, line)


def _set_paragraph(frame: Any, size: float, tone: str, *, is_bold: bool) -> None:
    """Write what comes in a cell, where nothing stands yet, like the rest."""
    font = frame.paragraphs[0].font
    font.size, font.bold, font.color.rgb = Pt(size), is_bold, colour(tone)
