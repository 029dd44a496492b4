"""A pack as a PDF that a screen reader can read: a document, or a factsheet of one page."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from answers import parts
from answers.content import Chart, Pack, Slide
from answers.parts import Rows
from brand import house_style
from brand.house_style import HouseStyle
from drawings import plot
from drawings import points as charted
from exports.pdf import drawings, pango

CSS = Path(__file__).parent / "document.css"
TEXT_SIZE = 14
SMALL_TEXT_SIZE = 11
SMALL_WIDTH = 450
NO_BROWSER = (
    "Geen grafiek: op deze computer is geen Chromium gevonden; hieronder staan dezelfde cijfers."
)
PX_PER_MM = 96 / 25.4
MARGIN_MM = 15
LEAST_SPACE_MM = 4
END = "einde"
RIGHT = 'class="right"'
SMALL_TABLE_LINES = 6
EMPTY_ROWS = 5
FEWER_EMPTY_ROWS = 3
SHEET_PICTURE_MM = (88, 42)
NARROW_COLUMNS = 3
PAGE_FITS: tuple[tuple[str, int], ...] = (
    ("large", 24),
    ("medium", 24),
    ("medium", 16),
    ("compact", 24),
    ("compact", 14),
    ("compact", 8),
    ("compact", 3),
)
SHEET_FITS: tuple[tuple[str, int, bool], ...] = (
    ("", 8, True),
    ("", 6, True),
    ("tight", 8, True),
    ("tight", 5, True),
    ("tight", 3, True),
    ("tight tightest", 5, True),
    ("tight tightest", 3, True),
    ("tight tightest", 2, True),
    ("tight tightest", 1, True),
    ("tight tightest", 3, False),
    ("tight tightest", 1, False),
    ("tight tightest", 0, False),
)


class MissingPangoError(RuntimeError):
    """The library that lays out text is not installed on this computer."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__(f"A PDF needs Pango. On Debian: {pango.COMMAND}")


def document(pack: Pack, style: HouseStyle | None = None) -> bytes:
    """Return a PDF of A4 landscape, one page per message.

    Args:
        pack: What is told.
        style: How it looks; without it, the house style that is configured.

    Raises:
        MissingPangoError: When Pango is not installed.
    """
    style = style or house_style.load()
    images = _images([(slide.chart, _picture_mm(slide)) for slide in pack.slides], style)
    pages = []
    for slide, image in zip(pack.slides, images, strict=True):
        tries = (_page(slide, image, size, most) for size, most in PAGE_FITS)
        pages.append(_first_that_fits(tries, pack, style))
    return _write("".join(pages), pack, style)


def factsheet(pack: Pack, style: HouseStyle | None = None) -> bytes:
    """Return a PDF of exactly one A4 portrait; tables are cut, and say so, until all fits.

    Args:
        pack: What is told.
        style: How it looks; without it, the house style that is configured.

    Raises:
        MissingPangoError: When Pango is not installed.
    """
    style = style or house_style.load()
    images = _images([(slide.chart, SHEET_PICTURE_MM) for slide in pack.slides], style)
    return _write(_first_that_fits(_sheets(pack, images, style), pack, style), pack, style)


def _sheets(pack: Pack, images: Sequence[bytes | None], style: HouseStyle) -> Iterator[str]:
    """Yield a factsheet ever shorter: smaller, with less of tables, with fewer subjects."""
    for size, most, has_all_text in SHEET_FITS:
        yield _sheet(pack, images, style, size, most, has_all_text=has_all_text, subjects=1000)
    for subjects in range(len(pack.slides) - 1, 0, -1):
        yield _sheet(
            pack, images, style, "tight tightest", 0, has_all_text=False, subjects=subjects
        )


def _first_that_fits(tries: Iterator[str], pack: Pack, style: HouseStyle) -> str:
    """Return the first of some ever shorter texts that takes one page; the last when none does."""
    texts = list(tries)
    fitted = {0: _on_one_page(texts[0], pack, style)}
    too_long, short = 0, len(texts) - 1
    if fitted[0]:
        return fitted[0]
    while short - too_long > 1:
        middle = (too_long + short) // 2
        fitted[middle] = _on_one_page(texts[middle], pack, style)
        too_long, short = (too_long, middle) if fitted[middle] else (middle, short)
    return fitted.get(short) or _on_one_page(texts[short], pack, style) or texts[short]


def _on_one_page(text: str, pack: Pack, style: HouseStyle) -> str:
    """Return a text with its footer at the bottom of its page; nothing when it takes more."""
    pages = _html(f'{text}<div id="{END}"></div>', pack, style, "tried").render().pages
    return _with_footer_below(text, pages[0]) if len(pages) == 1 else ""


def _with_footer_below(text: str, page: Any) -> str:
    """Return a text with its footer at the bottom of the page, however short the text is."""
    space = page.height - MARGIN_MM * PX_PER_MM - page.anchors[END][1]
    lowered = f'<footer style="margin-top: {LEAST_SPACE_MM * PX_PER_MM + space - 2:.0f}px">'
    return text.replace("<footer>", lowered)


def _write(body: str, pack: Pack, style: HouseStyle) -> bytes:
    written: bytes = _html(body, pack, style, "final").write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=pack.name.encode("ascii", "ignore")[:16]
    )
    return written


def _html(body: str, pack: Pack, style: HouseStyle, state: str) -> Any:
    """Return what WeasyPrint lays out; it may read what the text holds, and nothing else.

    Its state is ``tried``, alone on its page, or ``final``.
    """
    try:
        import weasyprint
    except OSError as error:
        raise MissingPangoError from error
    day = parts.known_on(pack).strftime("%Y-%m-%dT%H:%M:%SZ")
    text = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(pack.title)}'
        f'</title><meta name="author" content="{escape(style.organisation)}">'
        f'<meta name="description" content="{escape(pack.about)}">'
        f'<meta name="dcterms.created" content="{day}">'
        f'<meta name="dcterms.modified" content="{day}">'
        f"<style>{_variables(style)}{_logo(style)}</style>"
        f'<style>{_css()}</style></head><body><div class="pack {state}" '
        f'data-pack="{escape(pack.title)} · {escape(style.organisation)}">{body}</div>'
        "</body></html>"
    )
    only_data = weasyprint.URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    return weasyprint.HTML(string=text, url_fetcher=only_data)


@cache
def _css() -> str:
    return CSS.read_text("utf-8")


def _variables(style: HouseStyle) -> str:
    names = ("background", "text", "muted", "accent", "on_accent", "band", "line")
    colours = "".join(f"--{name.replace('_', '-')}: {getattr(style, name)};" for name in names)
    fonts = ""
    for name, found in (("heading", style.heading_fonts), ("text", style.text_fonts)):
        quoted = ", ".join(f'"{font}"' for font in found)
        fonts += f"--{name}-font: {quoted}, sans-serif;"
    return f":root {{{colours}{fonts}}}"


def _images(
    charts: Sequence[tuple[Chart | None, tuple[int, int]]], style: HouseStyle
) -> list[bytes | None]:
    """Return the picture of each chart, all drawn at once; none where there is no browser."""
    asked = [_figure(chart, style, *size) for chart, size in charts if chart is not None]
    if not asked or drawings.browser() is None:
        return [None] * len(charts)
    drawn = iter(drawings.pictures(asked))
    return [None if chart is None else next(drawn) for chart, _ in charts]


def _picture_mm(slide: Slide) -> tuple[int, int]:
    """Return how large the picture of a chart is: beside text, beside a table, or alone."""
    if slide.table is not None:
        return (156, 112)
    return (182, 104) if parts.paragraphs(slide) else (267, 110)


def _figure(chart: Chart, style: HouseStyle, width_mm: int, height_mm: int) -> go.Figure:
    width, height = int(width_mm * PX_PER_MM), int(height_mm * PX_PER_MM)
    size = SMALL_TEXT_SIZE if width < SMALL_WIDTH else TEXT_SIZE
    return plot.figure(chart, style, width=width, height=height, size=size)


def _page(slide: Slide, image: bytes | None, size: str, most: int) -> str:
    """Return one page of a document, its text of a class of size, its tables of so many lines."""
    text, table = _paragraphs(slide), _table_of(slide, most)
    chart = _chart(slide, image, most, with_small_table=size == "large")
    drawn = f'<div class="drawn">{chart}</div>'
    body = f"{text}{chart}{table}"
    if chart and table:
        body = f'{text}<div class="columns">{drawn}<div class="tabled">{table}</div></div>'
    elif chart and text:
        body = f'<div class="columns"><div class="text">{text}</div>{drawn}</div>'
    lines = [line for line in (parts.choices(slide), *parts.sources_together(slide)) if line]
    footer = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<section class="page {size}"><div class="told">{_topic(slide)}'
        f"<h1>{escape(parts.title(slide))}</h1>{body}{_to_fill_in(slide)}</div>"
        f"<footer>{footer}</footer></section>"
    )


def _topic(slide: Slide) -> str:
    return f'<p class="topic">{escape(slide.topic)}</p>' if slide.topic != slide.title else ""


def _sheet(
    pack: Pack,
    images: Sequence[bytes | None],
    style: HouseStyle,
    size: str,
    most: int,
    *,
    has_all_text: bool,
    subjects: int,
) -> str:
    """Return the whole of a factsheet."""
    told = list(zip(pack.slides, images, strict=True))[:subjects]
    blocks = "".join(_block(slide, image, most, has_all_text=has_all_text) for slide, image in told)
    left_out = ", ".join(slide.topic for slide in pack.slides[len(told) :])
    more = f"<p>Niet op deze pagina, wel in de monitor: {escape(left_out)}</p>" if left_out else ""
    sources = " ".join(parts.sources_together(*(slide for slide, _ in told)))
    footer = f"<p>{escape(f'Bijgewerkt tot en met {pack.known_on}. {sources}')}</p>"
    return (
        f'<main class="sheet {size}"><h1>{escape(pack.title)}</h1>'
        f'<p class="about">{escape(pack.about)} · {escape(style.organisation)}</p>'
        f"{blocks}{more}<footer>{footer}</footer></main>"
    )


def _block(slide: Slide, image: bytes | None, most: int, *, has_all_text: bool) -> str:
    """Return one subject of a factsheet."""
    text, table = _paragraphs(slide, most=100 if has_all_text else 2), _table_of(slide, most)
    chart = _chart(slide, image, most, with_small_table=False)
    said = f'<p class="why">{escape(choices)}</p>' if (choices := parts.choices(slide)) else ""
    heading = f"{_topic(slide)}<h2>{escape(parts.title(slide))}</h2>"
    if chart and image is not None:
        is_wide = slide.table is not None and len(slide.table.columns) > NARROW_COLUMNS
        beside, below = ("", table) if is_wide else (table, "")
        inner = (
            f'<div class="columns"><div class="text">{text}{beside}{said}</div>'
            f'<div class="drawn">{chart}</div></div>{below}'
        )
    else:
        inner = f"{text}{chart}{table}{said}"
    return f"<section>{heading}{inner}</section>"


def _paragraphs(slide: Slide, most: int = 100) -> str:
    said = [f"<p>{escape(text)}</p>" for text in slide.sentences[:most] if text]
    if slide.why_empty:
        said.append(f'<p class="empty">{escape(slide.why_empty)}</p>')
    return "".join(said)


def _chart(slide: Slide, image: bytes | None, most: int, *, with_small_table: bool) -> str:
    """Return a chart with its alt text, or its figures where it cannot be drawn."""
    if slide.chart is None:
        return ""
    rows = charted.chart_rows(slide.chart)
    if image is None:
        return f'<p class="why">{escape(NO_BROWSER)}</p>{_table(rows.cut(most))}'
    source = base64.b64encode(image).decode()
    drawn = (
        f"<figure><figcaption>{escape(charted.heading(slide.chart))}</figcaption>"
        f'<img alt="{escape(charted.alt(slide.chart))}" src="data:image/png;base64,{source}">'
        "</figure>"
    )
    has_room = with_small_table and slide.table is None and len(rows.lines) <= SMALL_TABLE_LINES
    return drawn + (f'<div class="small">{_table(rows)}</div>' if has_room else "")


def _table_of(slide: Slide, most: int) -> str:
    return "" if slide.table is None else _table(parts.rows(slide.table).cut(most))


def _table(rows: Rows) -> str:
    def line(cells: Sequence[str], tag: str, scope: str = "") -> str:
        return "".join(
            f"<{tag}{scope} {RIGHT if is_right else ''}>{escape(text)}</{tag}>"
            for text, is_right in zip(cells, rows.flush_right, strict=True)
        )

    head = line(rows.headings, "th", ' scope="col"')
    lines = "".join(f"<tr>{line(cells, 'td')}</tr>" for cells in rows.lines)
    more = ""
    if rows.more:
        more = f'<tr><td colspan="{len(rows.headings)}">{escape(rows.more_text)}</td></tr>'
    return (
        f"<table><caption>{escape(rows.caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{lines}{more}</tbody></table>"
    )


def _to_fill_in(slide: Slide) -> str:
    if not slide.to_fill_in:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in slide.to_fill_in)
    cells = "<td>\N{NO-BREAK SPACE}</td>" * len(slide.to_fill_in)
    rows = f"<tr>{cells}</tr>" * (EMPTY_ROWS if slide.table is None else FEWER_EMPTY_ROWS)
    return (
        '<table class="fill"><caption>In te vullen</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _logo(style: HouseStyle) -> str:
    """Return the rule that puts the logo in the margin: beside what is told, not part of it."""
    kind = "svg+xml" if style.logo.suffix.lower() == ".svg" else "png"
    source = base64.b64encode(style.logo.read_bytes()).decode()
    return (
        '@page { @top-right { content: ""; width: 20mm; height: 8mm; vertical-align: middle; '
        f'background: url("data:image/{kind};base64,{source}") no-repeat right / contain; }} }}'
    )
