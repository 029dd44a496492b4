"""A chart on a page with all that belongs to it: alt text, table, source, download, Herkomst."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import sentences
import words as nl
from answers import origin
from answers.content import Chart
from drawings import charts, pictures
from drawings import points as charted
from ui.parts import notes, series_notes, tables
from words.marks import SAMPLE, is_sample


def show(
    figure: go.Figure,
    frame: pd.DataFrame,
    *,
    value: str,
    about: str,
    columns: Sequence[str],
    terms: tuple[str, ...],
    key: str,
    file_name: str,
    legend: str = "",
    notes_shown: pd.DataFrame | None = None,
) -> None:
    """Show a series.

    Args:
        figure: What was drawn of the frame.
        frame: The series; see ``sentences.trend``.
        value: Column with the figures.
        about: What is shown, in Dutch; begins the alt text and names the table.
        columns: Of the table.
        terms: Terms of ``data/reference/definition.csv`` that explain it.
        key: Unique on the page.
        file_name: Of the download, without prefix and suffix.
        legend: What colours and hatching mean, if they need it.
        notes_shown: Rows of ``notes/shown`` that were drawn; told in the alt text, below the chart,
            and in the table and its download.
    """
    alt = f"{about}. {sentences.trend(frame, value)}"
    if is_sample(frame).any():
        figure, alt, about = charts.as_sample(figure), f"{SAMPLE}: {about}.", f"{SAMPLE}: {about}"
    picture = pictures.file_name(file_name, fictitious=is_sample(frame).any())
    if notes_shown is not None and not notes_shown.empty:
        alt = f"{alt} {sentences.noted(notes_shown)}"
        frame = series_notes.beside(frame, notes_shown)
        columns = [*columns[:-1], "note_numbers_label", columns[-1]]
        legend = f"{legend} {series_notes.LEGEND}".strip()
    st.plotly_chart(figure, theme=None, config=charts.config(picture), alt=alt)
    if legend:
        st.caption(legend)
    if notes_shown is not None:
        series_notes.show_list(notes_shown)
    tables.behind_button(frame, columns, about, key)
    notes.under(frame, terms=terms, key=key, file_name=file_name, title=about)


def show_table(
    frame: pd.DataFrame,
    columns: Sequence[str],
    caption: str,
    *,
    terms: tuple[str, ...],
    key: str,
    file_name: str,
    said: str = "",
    texts: Mapping[str, Callable[[pd.Series], str]] | None = None,
) -> None:
    """Show a table with all that belongs to it.

    Args:
        frame: The answer to a question.
        columns: Of the table.
        caption: What it holds, in Dutch.
        terms: Terms of ``data/reference/definition.csv`` that explain it.
        key: Unique on the page.
        file_name: Of the download, without prefix and suffix.
        said: What needs saying below it.
        texts: Columns for the screen alone: per name what writes it of a row.
    """
    tables.show(tables.written(frame, texts or {}), columns, caption)
    if said:
        st.caption(said)
    notes.under(frame, terms=terms, key=key, file_name=file_name)


def show_large(figure: go.Figure, chart: Chart) -> None:
    """Show a chart of a meeting; its source and status stand below the slide.

    Args:
        figure: What was drawn.
        chart: What it was drawn of.
    """
    fictitious = bool(is_sample(chart.frame).any())
    if fictitious:
        figure = charts.as_sample(figure)
    picture = pictures.file_name(chart.about, fictitious=fictitious)
    st.plotly_chart(figure, theme=None, config=charts.config(picture), alt=charted.alt(chart))


def show_drawings(
    drawings: Sequence[tuple[str, str]],
    frame: pd.DataFrame,
    *,
    about: str,
    columns: Sequence[str],
    terms: tuple[str, ...],
    key: str,
    file_name: str,
    legend: str = "",
    is_table_open: bool = False,
) -> None:
    """Show drawings that were made on the server, which mark fictitious figures themselves.

    Args:
        drawings: Per drawing its SVG and what it says, for the alt text.
        frame: What was drawn.
        about: What is shown, in Dutch; begins the alt text and names the table.
        columns: Of the table.
        terms: Terms of ``data/reference/definition.csv`` that explain it.
        key: Unique on the page.
        file_name: Of the download, without prefix and suffix.
        legend: What colours and marks mean, if they need it.
        is_table_open: Whether the table stands there at once: the drawing refers to it.
    """
    alts = [f"{about}. {said}" for _, said in drawings]
    marked = about
    if is_sample(frame).any():
        marked = f"{SAMPLE}: {about}"
        alts = [f"{marked}."] * len(drawings)
    with st.container(key=f"drawing_{key}"):
        st.image([drawn for drawn, _ in drawings], width="content", alt=alts)
    if legend:
        st.caption(legend)
    fictitious = bool(is_sample(frame).any())
    download_picture(
        "Plaatje (SVG)",
        lambda: pictures.of_drawings(
            drawings,
            title=about,
            legend=legend,
            source=origin.source_line(frame),
            made_on=nl.date(datetime.date.today()),
            fictitious=fictitious,
        ),
        pictures.file_name(file_name, fictitious=fictitious),
        key,
    )
    if is_table_open:
        tables.show(frame, columns, about)
    else:
        tables.behind_button(frame, columns, marked, key)
    notes.under(frame, terms=terms, key=key, file_name=file_name, title=about)


def download_picture(label: str, make: Callable[[], str], name: str, key: str) -> None:
    """Offer a picture as SVG, made when it is asked for.

    Args:
        label: Of the button.
        make: Returns the picture.
        name: Of the file.
        key: Unique on the page.
    """
    st.download_button(
        label,
        data=lambda: make().encode(),
        file_name=name,
        mime="image/svg+xml",
        key=f"picture_{key}",
        icon=":material/image:",
        on_click="ignore",
        type="tertiary",
    )
