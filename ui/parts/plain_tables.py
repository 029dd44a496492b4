"""Tables of words that stand in no database: every cell is text, whatever it holds."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

SCROLL_ROWS = 12


def html(headings: Sequence[str], rows: Iterable[Sequence[object]], caption: str) -> str:
    """Return an HTML table in which markup in a cell is shown, never obeyed."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return (
        f'<table class="vkm-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def show(headings: Sequence[str], rows: Sequence[Sequence[object]], caption: str) -> None:
    """Show a table; it scrolls in a box that the keyboard reaches."""
    named = escape(caption, quote=True)
    box = f'class="vkm-scroll" tabindex="0" role="region" aria-label="{named}"'
    table = html(headings, rows, caption)
    st.html(
        f"<div {box}>{table}</div>"
        if len(rows) > SCROLL_ROWS
        else f'<div class="vkm-fits">{table}</div>'
    )
