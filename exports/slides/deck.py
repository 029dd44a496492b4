"""A pack as a presentation: native charts and tables, which the reader can edit."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from answers import parts
from answers.content import Pack, Slide
from answers.parts import Rows
from brand import house_style
from brand.house_style import HouseStyle
from exports.slides import archives, base, charts, tables
from words import fitting

TITLE_SIZES = ((28, 2), (24, 2), (20, 3))
TEXT_SIZES = (20.0, 18.0, 16.0, 14.0)
SIDE_SIZES = (18.0, 16.0, 14.0)
FOOTER_SIZES = (10.0, 9.0)
PARAGRAPH_SPACE = 8.0
BETWEEN = 26.0
FOOTER_INDEX, NUMBER_INDEX = 11, 12
UNDER_TITLE = 18.0
SIDE_TEXT = 290.0
TEXT_SHARE = 0.42
EMPTY_ROWS = 5
EMPTY_ROW_HEIGHT = 40.0
HEADING_HEIGHT = 34.0
MORE = "(verder: zie de notities)"


def pptx(pack: Pack, style: HouseStyle | None = None) -> bytes:
    """Return a pack as a 16:9 presentation; the same pack gives the same bytes.

    Args:
        pack: What is told.
        style: How it looks; without it, the house style that is configured.
    """
    style = style or house_style.load()
    deck = base.presentation(style)
    for slide in pack.slides:
        _add(deck, slide, style)
    _sign(deck, pack, style)
    _set_language(deck)
    out = io.BytesIO()
    deck.save(out)
    return archives.steady(out.getvalue(), parts.known_on(pack))


def _add(deck: Any, told: Slide, style: HouseStyle) -> None:
    """Add one message as one slide; the notes hold the words that there was no room for."""
    title = parts.title(told)
    size, count = _title_fit(title)
    short = fitting.cut(title, size, base.TITLE[2], count, is_bold=True)
    texts = [*([title] if short != title else []), *parts.paragraphs(told)]
    slide = _frame(deck, told, short, size, style)
    left_over = [*_draw(slide, told, texts, style), *_close(slide, told, style)]
    if left_over:
        slide.notes_slide.notes_text_frame.text = "\n".join(left_over)


def _title_fit(title: str) -> tuple[int, int]:
    for size, count in TITLE_SIZES:
        if fitting.lines(title, size, base.TITLE[2], is_bold=True) <= count:
            return size, count
    return TITLE_SIZES[-1]


def _frame(deck: Any, told: Slide, title: str, size: float, style: HouseStyle) -> Any:
    """Add a slide with title, topic, footer, number and logo; the title is read first."""
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide._element.find(qn("p:cSld")).set("name", told.key)
    slide.shapes.title.name = "Titel"
    base.write(slide.shapes.title.text_frame, title, size, style.text, is_bold=True)
    if told.topic and told.topic != title:
        topic = fitting.cut(told.topic, 14, base.TOPIC[2], 1, is_bold=True)
        base.textbox(slide, base.TOPIC, "Onderwerp", topic, 14, style.accent)
    return slide


def _draw(slide: Any, told: Slide, texts: Sequence[str], style: HouseStyle) -> list[str]:
    """Fill the body of a slide; return the text that did not fit."""
    table = parts.rows(told.table).beside(told.to_fill_in) if told.table is not None else None
    room, rest = _write(slide, told, table, texts, style)
    left, top, width, height = room
    beside = table is not None and told.chart is not None
    if told.chart is not None:
        part = (width - BETWEEN) * 0.56 if beside else width
        charts.add(slide, told.chart, (left, top, part, height), style)
        left, width = left + part + BETWEEN, width - part - BETWEEN
    if table is not None:
        tables.add(slide, table, (left, top, width, height), style)
    if told.to_fill_in and told.chart is None and table is None:
        _add_empty_table(slide, told, room, style)
    return rest


def _write(
    slide: Any, told: Slide, table: Rows | None, texts: Sequence[str], style: HouseStyle
) -> tuple[base.Box, list[str]]:
    """Write the running text; return the room that is left, and the text that did not fit."""
    left, top, width, height = body = _body(slide)
    holder = slide.placeholders[1]
    if not texts:
        holder._element.getparent().remove(holder._element)
        return body, []
    has_table = table is not None or bool(told.to_fill_in)
    is_narrow = table is not None and tables.needed_width(table) < width - SIDE_TEXT - BETWEEN
    is_side = (told.chart is not None and table is None) or (told.chart is None and is_narrow)
    if is_side:
        box: base.Box = (left, top, SIDE_TEXT, height)
        room: base.Box = (left + SIDE_TEXT + BETWEEN, top, width - SIDE_TEXT - BETWEEN, height)
        size, fitted, rest = _fit(texts, box, SIDE_SIZES)
    else:
        share = TEXT_SHARE if told.chart is not None or has_table else 1.0
        sizes = SIDE_SIZES if share < 1 else TEXT_SIZES
        size, fitted, rest = _fit(texts, (left, top, width, share * height), sizes)
        used = _height(fitted, size, width)
        box = (left, top, width, used)
        room = (left, top + used + 14, width, height - used - 14)
    base.place(holder, box)
    holder.name = "Tekst"
    frame = holder.text_frame
    frame.word_wrap = True
    base.write(frame, "\n".join(fitted), size, style.text)
    for paragraph in frame.paragraphs:
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(PARAGRAPH_SPACE)
    return room, rest


def _body(slide: Any) -> base.Box:
    """Return the room under the title, which may be one line or three."""
    title = slide.shapes.title
    size = title.text_frame.paragraphs[0].runs[0].font.size.pt
    count = fitting.lines(title.text_frame.text, size, base.TITLE[2], is_bold=True)
    top = base.TITLE[1] + fitting.height(count, size) + UNDER_TITLE
    return (base.BODY[0], top, base.BODY[2], base.BODY_END - top)


def _fit(
    texts: Sequence[str], box: base.Box, sizes: Sequence[float]
) -> tuple[float, list[str], list[str]]:
    """Return the largest size at which the text fits, what fits at the smallest, and the rest."""
    width, height = box[2], box[3]
    for size in sizes:
        if _height(texts, size, width) <= height:
            return size, list(texts), []
    size, fitted = sizes[-1], list(texts)
    height -= _height([MORE], size, width)
    rest: list[str] = []
    while len(fitted) > 1 and _height(fitted, size, width) > height:
        rest.insert(0, fitted.pop())
    if _height(fitted, size, width) > height:
        most = int(height / fitting.height(1, size))
        kept = fitting.cut(fitted[0], size, width, most)
        rest.insert(0, f"… {fitted[0][len(kept) - 1 :].strip()}")
        fitted = [kept]
    return size, [*fitted, MORE], rest


def _height(texts: Sequence[str], size: float, width: float) -> float:
    count = sum(fitting.lines(text, size, width) for text in texts)
    return fitting.height(count, size) + PARAGRAPH_SPACE * len(texts)


def _add_empty_table(slide: Any, told: Slide, room: base.Box, style: HouseStyle) -> None:
    """Draw the table that the meeting fills in, with as many rows as fit."""
    left, top, width, height = room
    count = max(1, min(EMPTY_ROWS, int((height - HEADING_HEIGHT) / EMPTY_ROW_HEIGHT)))
    said = f"Lege tabel om in te vullen. Kolommen: {', '.join(told.to_fill_in)}."
    cells, box = (count + 1, len(told.to_fill_in)), (left, top, width, HEADING_HEIGHT)
    table = tables.empty(slide, cells, box, "In te vullen", said)
    for number, row in enumerate(table.rows):
        row.height = Pt(EMPTY_ROW_HEIGHT if number else HEADING_HEIGHT)
        for cell, heading in zip(row.cells, told.to_fill_in, strict=True):
            tables.write_cell(cell, "" if number else heading, 16, number, style)


def _close(slide: Any, told: Slide, style: HouseStyle) -> list[str]:
    """Add footer, number and logo, read after all else; return the footer if it was cut."""
    lines = [line for line in (parts.choices(told), " ".join(parts.sources_together(told))) if line]
    size, fitted = _footer_fit(lines)
    if fitted:
        footer = _placeholder(slide, FOOTER_INDEX, "Voettekst")
        base.write(footer, "\n".join(fitted), size, style.muted)
    _number(_placeholder(slide, NUMBER_INDEX, "Paginanummer"), slide)
    picture = slide.shapes.add_picture(
        str(style.logo_png), Pt(base.WIDTH - base.MARGIN - base.LOGO), Pt(24), height=Pt(base.LOGO)
    )
    picture.left = Pt(base.WIDTH - base.MARGIN) - picture.width
    picture.name = "Logo"
    picture._element.nvPicPr.cNvPr.set("descr", f"Logo {style.organisation}")
    return lines if fitted != lines else []


def _footer_fit(lines: Sequence[str]) -> tuple[float, list[str]]:
    for size in FOOTER_SIZES:
        most = int(base.FOOTER[3] / fitting.height(1, size))
        if sum(fitting.lines(line, size, base.FOOTER[2]) for line in lines) <= most:
            return size, list(lines)
    first = fitting.cut(lines[0], size, base.FOOTER[2], 2) if len(lines) > 1 else ""
    left = most - (fitting.lines(first, size, base.FOOTER[2]) if first else 0)
    rest = fitting.cut(lines[-1], size, base.FOOTER[2] - 140, left)
    return size, [*([first] if first else []), f"{rest} {MORE}"]


def _placeholder(slide: Any, index: int, name: str) -> Any:
    """Add a placeholder, which takes its place from the layout; return what holds its text."""
    layouts = slide.slide_layout.placeholders
    slide.shapes.clone_placeholder(
        next(shape for shape in layouts if shape.placeholder_format.idx == index)
    )
    slide.shapes[-1].name = name
    return slide.shapes[-1].text_frame


def _number(frame: Any, slide: Any) -> None:
    """Write the number of a slide as a field, so that it follows when slides are moved."""
    paragraph = frame.paragraphs[0]._p
    field = paragraph.makeelement(
        qn("a:fld"), {"id": "{C1FF6DA9-008F-8B48-92A6-B652298478BF}", "type": "slidenum"}
    )
    field.append(field.makeelement(qn("a:rPr"), {"lang": base.LANGUAGE, "sz": "1200"}))
    number = field.makeelement(qn("a:t"), {})
    number.text = str(len(slide.part.package.presentation_part.presentation.slides))
    field.append(number)
    paragraph.insert(0, field)


def _sign(deck: Any, pack: Pack, style: HouseStyle) -> None:
    said = deck.core_properties
    said.title, said.subject, said.language = pack.title, pack.about, base.LANGUAGE
    said.author = said.last_modified_by = style.organisation
    said.created = said.modified = parts.known_on(pack)
    said.keywords = said.comments = said.category = ""
    said.revision = 1


def _set_language(deck: Any) -> None:
    """Say of every text that it is Dutch, so that it is read aloud and checked as Dutch."""
    elements = [deck.slide_master._element, deck.slide_layouts[0]._element]
    for slide in deck.slides:
        elements.append(slide._element)
        elements += [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
        if slide.has_notes_slide:
            elements.append(slide.notes_slide._element)
    for element in elements:
        for run in element.iter(qn("a:r")):
            run.get_or_add_rPr()
        for tag in ("a:rPr", "a:defRPr", "a:endParaRPr"):
            for properties in element.iter(qn(tag)):
                properties.set("lang", base.LANGUAGE)
