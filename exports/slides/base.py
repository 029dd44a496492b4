"""The empty presentation: 16:9, one layout, in the colours and fonts of the house style."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from brand.house_style import HouseStyle

LANGUAGE = "nl-NL"
WIDTH, HEIGHT, MARGIN = 960, 540, 44
LOGO = 30
BODY_END = 456
TITLE = (MARGIN, 48, WIDTH - 2 * MARGIN - LOGO - 20, 76)
TOPIC = (MARGIN, 24, WIDTH - 2 * MARGIN - LOGO - 20, 22)
BODY = (MARGIN, 134, WIDTH - 2 * MARGIN, BODY_END - 134)
FOOTER = (MARGIN, 472, WIDTH - 2 * MARGIN - 60, 56)
NUMBER = (WIDTH - MARGIN - 50, 472, 50, 20)
RULE = (MARGIN, 466, WIDTH - 2 * MARGIN)
PLACES = {"title": TITLE, "body": BODY, "obj": BODY, "ftr": FOOTER, "sldNum": NUMBER}

Box = tuple[float, float, float, float]


def presentation(style: HouseStyle) -> Any:
    """Return a presentation without slides, with a layout of title, text, footer and number."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    layouts = deck.slide_layouts
    for layout in list(layouts):
        if layout.name != "Title and Content":
            layouts.remove(layout)
    layouts[0].name = "Bevinding"
    _drop_extras(deck)
    _colour_theme(deck, style)
    _set_master(deck.slide_master._element)
    for holder in (deck.slide_master, layouts[0]):
        for shape in list(holder.placeholders):
            kind = shape._element.find(f".//{qn('p:ph')}").get("type", "obj")
            if kind == "dt":
                shape._element.getparent().remove(shape._element)
            else:
                place(shape, PLACES[kind])
    _rule(layouts[0], style)
    return deck


def place(shape: Any, box: Box) -> None:
    """Put a shape somewhere, in points."""
    shape.left, shape.top, shape.width, shape.height = (Pt(round(side, 1)) for side in box)


def colour(text: str) -> Any:
    """Return a colour of the house style."""
    return RGBColor.from_string(text[1:].upper())  # type: ignore[no-untyped-call]


def solid_fill(parent: Any, tone: str) -> Any:
    """Return a fill of one colour, for an element that has none of its own."""
    fill = parent.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": tone[1:].upper()}))
    return fill


def write(frame: Any, text: str, size: float, tone: str, *, is_bold: bool = False) -> None:
    """Write text in one size and colour, a paragraph per line."""
    frame.text = text
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), is_bold
            run.font.color.rgb = colour(tone)


def textbox(slide: Any, box: Box, name: str, text: str, size: float, tone: str) -> Any:
    """Add a box of bold text without margins; return what holds its text."""
    shape = slide.shapes.add_textbox(*(Pt(side) for side in box))
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    write(frame, text, size, tone, is_bold=True)
    return frame


def _drop_extras(deck: Any) -> None:
    """Drop the thumbnail and printer settings of the template: they show something else."""
    for part in (deck.part.package, deck.part):
        for key, relation in list(part._rels.items()):
            if relation.reltype in (
                RELATIONSHIP_TYPE.THUMBNAIL,
                RELATIONSHIP_TYPE.PRINTER_SETTINGS,
            ):
                part._rels.pop(key)


def _colour_theme(deck: Any, style: HouseStyle) -> None:
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    accents = [style.series[place % len(style.series)] for place in range(6)]
    colours = {"dk1": style.text, "lt1": style.background, "dk2": style.accent, "lt2": style.band}
    colours |= {f"accent{place}": colour for place, colour in enumerate(accents, start=1)}
    colours |= {"hlink": style.accent, "folHlink": style.muted}
    for name, colour in colours.items():
        text = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>',
            text,
            flags=re.DOTALL,
        )
    for name, fonts in (("major", style.heading_fonts), ("minor", style.text_fonts)):
        text = re.sub(rf'(<a:{name}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{fonts[0]}", text)
    theme._blob = text.encode("utf-8")


def _set_master(master: Any) -> None:
    """Set titles flush left and bold, and text without bullets."""
    styles = master.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    run = title.find(qn("a:defRPr"))
    run.set("sz", "2800")
    run.set("b", "1")
    body = styles.find(qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    body.set("marL", "0")
    body.set("indent", "0")
    bullet = body.find(qn("a:buChar"))
    body.replace(bullet, body.makeelement(qn("a:buNone"), {}))
    for font in body.findall(qn("a:buFont")):
        body.remove(font)
    for footer in master.iter(qn("a:lvl1pPr")):
        if footer.get("algn") == "ctr":
            footer.set("algn", "l")
    for frame in master.iter(qn("a:bodyPr")):
        for side in ("lIns", "tIns", "rIns", "bIns"):
            frame.set(side, "0")
        frame.set("anchor", "t")
        for fit in list(frame):
            frame.remove(fit)


def _rule(layout: Any, style: HouseStyle) -> None:
    """Draw the thin rule above the footer, as part of the layout."""
    left, top, width = RULE
    tree = layout.shapes._spTree
    tree.append(
        parse_xml(
            '<p:cxnSp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvCxnSpPr>'
            '<p:cNvPr id="90" name="Lijn"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{Pt(left)}" y="{Pt(top)}"/>'
            f'<a:ext cx="{Pt(width)}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
            f'<a:srgbClr val="{style.line[1:].upper()}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
        )
    )
