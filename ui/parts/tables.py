"""Tables on screen: Dutch, readable by a screen reader; and as files."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Protocol
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

import words as nl
from answers import tables as answered
from words.marks import MARK, SAMPLE, has_sample, marked

MOST_ROWS = 200_000
SCROLL_ROWS = 16
SCROLL_COLUMNS = 7


Texts = Mapping[str, Callable[[pd.Series], str | None]]


class Form(Protocol):
    """A kind of file that a table can be taken along as."""

    @property
    def key(self) -> str:
        """Of its button."""

    @property
    def label(self) -> str:
        """On screen."""

    @property
    def ending(self) -> str:
        """Of the name of the file."""

    @property
    def mime(self) -> str:
        """Media type."""

    def of(
        self, frame: pd.DataFrame, *, name: str, title: str, terms: tuple[str, ...] = ()
    ) -> bytes:
        """Return the file of the answer to a question.

        The name is what it is about, the title what it holds, in Dutch; the terms explain it.
        """


FORMS: list[Form] = []


def offer(forms: Sequence[Form]) -> None:
    """Let every table be taken along in these forms, the first one most plainly."""
    FORMS[:] = forms


def html(frame: pd.DataFrame, columns: Sequence[str], caption: str) -> str:
    """Return an HTML table of some columns, with Dutch headings, numbers and dates.

    With a fictitious row the caption says so, and a first column says it of each row.

    Args:
        frame: The answer to a question; a ``sign`` column explains missing values.
        columns: Which columns to show, in this order.
        caption: What the table holds; read first by a screen reader.
    """
    if has_sample(frame):
        caption = f"{SAMPLE}: {caption}"
        frame, columns = marked(frame), [MARK, *columns]
    columns, question = answered.shown(frame, columns), frame.attrs.get("question", "")
    lines = zip(*(_written(frame, column) for column in columns), strict=True)
    head = "".join(
        f'<th scope="col"{_aligned(frame, column)}>{_heading(column, question)}</th>'
        for column in columns
    )
    body = "".join(f"<tr>{''.join(line)}</tr>" for line in lines)
    return (
        f'<table class="vkm-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _heading(column: str, question: str) -> str:
    """Return the name of a column; where it does not say it all, with what it means on hover."""
    label = nl.heading(column, question)
    description = nl.described(column, question)
    if not description:
        return escape(label)
    return f'<abbr title="{escape(description)}">{escape(label)}</abbr>'


def _written(frame: pd.DataFrame, column: str) -> list[str]:
    """Return the cells of one column; an address becomes a link."""
    start = f"<td{_aligned(frame, column)}>"
    told = _link if column == "url" else escape
    return [f"{start}{told(text)}</td>" for text in answered.texts(frame, column)]


def _aligned(frame: pd.DataFrame, column: str) -> str:
    return ' style="text-align: right"' if nl.is_number(frame[column]) else ""


def _link(url: str) -> str:
    """Return an address as a link; other words, such as where it is found, as they are."""
    if not url.startswith(("https://", "http://")):
        return escape(url)
    host = urlsplit(url).netloc.removeprefix("www.")
    return f'<a href="{escape(url)}" target="_blank" rel="noopener">{escape(host)}</a>'


def written(frame: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Return a frame with columns of text: per name what writes it of a row."""
    rows = [row for _, row in frame.iterrows()] if texts else []
    return frame.assign(**{name: [write(row) for row in rows] for name, write in texts.items()})


def show(frame: pd.DataFrame, columns: Sequence[str], caption: str) -> None:
    """Show a table; a long or wide one scrolls in a box that the keyboard reaches."""
    scrolls = len(frame) > SCROLL_ROWS or len(columns) > SCROLL_COLUMNS
    box = 'class="vkm-scroll" tabindex="0" role="region"' if scrolls else 'class="vkm-fits"'
    st.html(f'<div {box} aria-label="{escape(caption)}">{html(frame, columns, caption)}</div>')


def newest_first(series: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a series, which is drawn from old to new, as a table lists them."""
    return series.sort_values("ends_on", ascending=False, kind="stable")


def behind_button(
    frame: pd.DataFrame,
    columns: Sequence[str],
    caption: str,
    key: str,
    texts: Texts | None = None,
) -> None:
    """Show the table of a chart once the reader opens it; its ``texts`` are written then."""
    box = st.expander("Tabel", icon=":material/table:", key=f"table_{key}", on_change="rerun")
    if box.open:
        with box:
            show(written(frame, texts or {}), columns, caption)


def show_raw(frame: pd.DataFrame) -> None:
    """Show the rows as they came from the database, under the names of their columns."""
    shown = marked(frame).astype(object).where(frame.notna(), "")
    if has_sample(frame):
        st.markdown(f"**{SAMPLE}**")
    rows = shown.to_html(index=False, border=0, classes="vkm-table")
    st.html(f'<div class="vkm-scroll" tabindex="0" role="region" aria-label="Rijen">{rows}</div>')


def show_sql(files: Mapping[str, str]) -> None:
    """Show SQL by its files, folded, in boxes that the keyboard reaches."""
    st.html(
        "".join(
            f"<details><summary><code>{escape(file)}</code></summary>"
            '<pre class="vkm-scroll vkm-sql" tabindex="0" role="region" '
            f'aria-label="SQL: {escape(file)}">{escape(sql)}</pre></details>'
            for file, sql in files.items()
        )
    )


def button(
    kind: Form, make: Callable[[], bytes], stem: str, key: str, *, is_plain: bool = False
) -> None:
    """Offer a file, made when it is asked for; its name is the stem with the ending of its kind."""
    st.download_button(
        kind.label,
        data=make,
        file_name=f"{stem}{kind.ending}",
        mime=kind.mime,
        key=f"{kind.key}_{key}",
        icon=":material/download:",
        on_click="ignore",
        type="tertiary" if is_plain else "secondary",
    )
