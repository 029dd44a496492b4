"""A pack as a PDF that a screen reader can read: a document, or a factsheet of one page."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from exports import drawings, house_style, parts
from exports.content import Chart, Pack, Slide
from exports.house_style import HouseStyle
from exports.parts import Rows

CSS = Path(__file__).parent / "document.css"
NO_BROWSER = (
    "Geen grafiek: op deze computer is geen Chromium gevonden; hieronder staan dezelfde cijfers."
)
PX_PER_MM = 96 / 25.4
SMALL_TABLE_LINES = 6
EMPTY_ROWS = 5
SHEET_PICTURE_MM = (92, 50)
PAGE_FITS: tuple[tuple[str, int], ...] = (
    ("large", 1000),
    ("medium", 1000),
    ("compact", 1000),
    ("medium", 16),
    ("compact", 20),
    ("compact", 14),
    ("compact", 9),
    ("compact", 5),
    ("compact", 2),
)
SHEET_FITS: tuple[tuple[str, int, bool], ...] = (
    ("", 8, True),
    ("", 6, True),
    ("tight", 8, True),
    ("tight", 5, True),
    ("tight", 3, True),
    ("tight", 3, False),
    ("tight", 1, False),
)


class MissingPangoError(RuntimeError):
    """The library that lays out text is not installed on this computer."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__(
            "A PDF needs Pango. On Debian: apt install libpango-1.0-0 libpangoft2-1.0-0"
        )


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
        tries = (_page(slide, image, style, size, most) for size, most in PAGE_FITS)
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
        yield _sheet(pack, images, style, "tight", 1, has_all_text=False, subjects=subjects)


def _first_that_fits(tries: Iterator[str], pack: Pack, style: HouseStyle) -> str:
    """Return the first of some texts that takes one page; the last when none does."""
    text = ""
    for text in tries:
        if len(_html(text, pack, style).render().pages) == 1:
            break
    return text


def _write(body: str, pack: Pack, style: HouseStyle) -> bytes:
    written: bytes = _html(body, pack, style).write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=pack.name.encode("ascii", "ignore")[:16]
    )
    return written


def _html(body: str, pack: Pack, style: HouseStyle) -> Any:
    """Return what WeasyPrint lays out; it may read what the text holds, and nothing else."""
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
        f'<meta name="dcterms.modified" content="{day}"><style>{_variables(style)}</style>'
        f'<style>{_css()}</style></head><body><div class="pack" data-pack="'
        f'{escape(pack.title)} · {escape(style.organisation)}">{body}</div></body></html>'
    )
    only_data = weasyprint.URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    return weasyprint.HTML(string=text, url_fetcher=only_data)


@lru_cache(maxsize=1)
def _css() -> str:
    return CSS.read_text(encoding="utf-8")


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
    asked = [
        drawings.figure(chart, style, int(width * PX_PER_MM), int(height * PX_PER_MM))
        for chart, (width, height) in charts
        if chart is not None
    ]
    if not asked or drawings.browser() is None:
        return [None] * len(charts)
    drawn = iter(drawings.pictures(asked))
    return [None if chart is None else next(drawn) for chart, _ in charts]


def _picture_mm(slide: Slide) -> tuple[int, int]:
    """Return how large the picture of a chart is: beside text, beside a table, or alone."""
    if slide.table is not None:
        return (156, 100)
    return (182, 112) if parts.paragraphs(slide) else (267, 118)


def _page(slide: Slide, image: bytes | None, style: HouseStyle, size: str, most: int) -> str:
    """Return one page of a document.

    Args:
        slide: What it tells.
        image: Of its chart.
        style: For the logo.
        size: Class of its text.
        most: How many lines a table has.
    """
    text = _paragraphs(slide)
    chart = _chart(slide, image, most, with_small_table=size == "large")
    table = _table(parts.rows(slide.table).cut(most)) if slide.table is not None else ""
    fill = _to_fill_in(slide)
    if chart and table:
        drawn = f'<div class="drawn">{chart}</div><div class="tabled">{table}</div>'
        body = f'{text}<div class="columns">{drawn}</div>{fill}'
    elif chart and text:
        body = (
            f'<div class="columns"><div class="text">{text}</div>'
            f'<div class="drawn">{chart}</div></div>{fill}'
        )
    else:
        body = f"{text}{chart}{table}{fill}"
    lines = [line for line in (parts.choices(slide), *parts.sources(slide)) if line]
    footer = "".join(f"<p>{escape(line)}</p>" for line in lines)
    topic = f'<p class="topic">{escape(slide.topic)}</p>' if slide.topic != slide.title else ""
    return (
        f'<section class="page {size}"><h1>{escape(parts.title(slide))}</h1>{topic}{body}'
        f"<footer>{footer}</footer>{_logo(style)}</section>"
    )


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
    left_out = len(pack.slides) - len(told)
    more = f"<p>… en {left_out} onderwerpen meer: zie de monitor</p>" if left_out else ""
    lines = [f"Bijgewerkt tot en met {pack.known_on}.", *parts.sources(*(s for s, _ in told))]
    footer = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<main class="sheet {size}"><h1>{escape(pack.title)}</h1>'
        f'<p class="about">{escape(pack.about)} · {escape(style.organisation)}</p>'
        f"{blocks}{more}<footer>{footer}</footer>{_logo(style)}</main>"
    )


def _block(slide: Slide, image: bytes | None, most: int, *, has_all_text: bool) -> str:
    """Return one subject of a factsheet."""
    text = _paragraphs(slide, most=100 if has_all_text else 2)
    chart = _chart(slide, image, most, with_small_table=False)
    table = _table(parts.rows(slide.table).cut(most)) if slide.table is not None else ""
    topic = f'<p class="topic">{escape(slide.topic)}</p>' if slide.topic != slide.title else ""
    said = f'<p class="why">{escape(choices)}</p>' if (choices := parts.choices(slide)) else ""
    heading = f"{topic}<h2>{escape(parts.title(slide))}</h2>"
    if chart:
        inner = (
            f'<div class="columns"><div class="text">{text}{said}</div>'
            f'<div class="drawn">{chart}</div></div>{table}'
        )
    else:
        inner = f"{text}{table}{said}"
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
    rows = parts.chart_rows(slide.chart)
    if image is None:
        return f'<p class="why">{escape(NO_BROWSER)}</p>{_table(rows.cut(most))}'
    source = base64.b64encode(image).decode()
    drawn = (
        f"<figure><figcaption>{escape(parts.heading(slide.chart))}</figcaption>"
        f'<img alt="{escape(parts.alt(slide.chart))}" src="data:image/png;base64,{source}">'
        "</figure>"
    )
    has_room = with_small_table and slide.table is None and len(rows.lines) <= SMALL_TABLE_LINES
    return drawn + (f'<div class="small">{_table(rows)}</div>' if has_room else "")


def _table(rows: Rows) -> str:
    classes = ['class="right"' if is_right else "" for is_right in rows.flush_right]
    head = "".join(
        f'<th scope="col" {right}>{escape(text)}</th>'
        for text, right in zip(rows.headings, classes, strict=True)
    )
    lines = "".join(
        "<tr>"
        + "".join(
            f"<td {right}>{escape(text)}</td>" for text, right in zip(line, classes, strict=True)
        )
        + "</tr>"
        for line in rows.lines
    )
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
    rows = f"<tr>{cells}</tr>" * EMPTY_ROWS
    return (
        '<table class="fill"><caption>In te vullen</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _logo(style: HouseStyle) -> str:
    kind = "svg+xml" if style.logo.suffix.lower() == ".svg" else "png"
    source = base64.b64encode(style.logo.read_bytes()).decode()
    return (
        f'<img class="logo" alt="Logo {escape(style.organisation)}" '
        f'src="data:image/{kind};base64,{source}">'
    )
