"""A chart, drawing or table with all that belongs to it: alt text, source, table, files, Herkomst.

What is shown is named in Dutch by ``about``, which begins the alt text, or by ``caption``. The
``terms`` of ``data/reference/definition.csv`` explain it, ``columns`` are those of its table,
``file_name`` is that of the download without prefix and suffix (what is shown, unless named), and
``key`` is unique on the page (the name of the question, unless named).
"""

import datetime
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import sentences
import words as nl
from answers import origin
from answers.content import Chart
from drawings import charts, pictures
from drawings import points as charted
from ui.parts import notes, series_notes, shown, tables
from words.marks import SAMPLE, has_sample


def show(
    figure: go.Figure,
    frame: pd.DataFrame,
    *,
    value: str,
    about: str,
    columns: Sequence[str],
    terms: tuple[str, ...],
    file_name: str,
    legend: str,
    notes_shown: pd.DataFrame,
    key: str = "",
) -> None:
    """Show a series as a chart, with its table folded.

    What was drawn of the frame is the figure; ``value`` is the column with its figures (see
    ``sentences.trend``), and ``notes_shown`` the rows of ``notes/shown`` that were drawn: told in
    the alt text, below the chart, and in the table and its download.
    """
    alt = f"{about}. {sentences.trend(frame, value)}"
    fictitious = has_sample(frame)
    if fictitious:
        figure, alt, about = charts.as_sample(figure), f"{SAMPLE}: {about}.", f"{SAMPLE}: {about}"
    if not notes_shown.empty:
        alt = f"{alt} {sentences.noted(notes_shown)}"
        frame = series_notes.beside(frame, notes_shown)
        columns = [*columns[:-1], "note_numbers_label", columns[-1]]
        legend = f"{legend} {series_notes.LEGEND}"
    picture = pictures.file_name(file_name, fictitious=fictitious)
    st.plotly_chart(figure, theme=None, config=charts.config(picture), alt=alt)
    st.caption(legend)
    series_notes.show_list(notes_shown)
    tables.behind_button(tables.newest_first(frame), columns, about, key or notes.key_of(frame))
    notes.under(frame, terms=terms, key=key, file_name=file_name, title=about)


def show_table(
    frame: pd.DataFrame,
    columns: Sequence[str],
    caption: str,
    *,
    terms: tuple[str, ...],
    file_name: str = "",
    key: str = "",
    said: str = "",
    none: str = "",
    texts: tables.Texts | None = None,
) -> None:
    """Show a table, or ``none`` when there is no row.

    Below it stands what is ``said``; ``texts`` are columns for the screen alone: per name what
    writes it of a row.
    """
    if none and frame.empty:
        st.markdown(none)
        return
    tables.show(tables.written(frame, texts or {}), columns, caption)
    if said:
        st.caption(said)
    notes.under(frame, terms=terms, key=key, file_name=file_name or caption, title=caption)


def show_large(figure: go.Figure, chart: Chart) -> None:
    """Show a chart of a meeting; its source and status stand below the slide."""
    fictitious = has_sample(chart.frame)
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
    file_name: str = "",
    key: str = "",
    legend: str = "",
    is_table_open: bool = False,
    texts: tables.Texts | None = None,
) -> None:
    """Show drawings that were made on the server, which mark fictitious figures themselves.

    Of each drawing its SVG is given and what it says, for the alt text. The table stands open where
    the drawing refers to it; ``texts`` are those of ``show_table``.
    """
    key, file_name = key or notes.key_of(frame), file_name or about
    fictitious = has_sample(frame)
    marked = f"{SAMPLE}: {about}" if fictitious else about
    alts = [f"{marked}." if fictitious else f"{about}. {said}" for _, said in drawings]
    with st.container(key=f"drawing_{key}"):
        st.image([drawn for drawn, _ in drawings], width="content", alt=alts)
    if legend:
        st.caption(legend)
    download_picture(
        "Plaatje (SVG)",
        frame,
        partial(pictures.of_drawings, drawings, title=about, legend=legend, fictitious=fictitious),
        pictures.file_name(file_name, fictitious=fictitious),
        key,
    )
    rows = tables.written(frame, texts or {})
    if is_table_open:
        tables.show(rows, columns, about)
    else:
        tables.behind_button(rows, columns, about, key)
    notes.under(frame, terms=terms, key=key, file_name=file_name, title=about)


def download_picture(
    label: str, frame: pd.DataFrame, make: Callable[..., str], name: str, key: str
) -> None:
    """Offer a picture of a frame as SVG at the end of the view.

    It is made when it is asked for, of its ``source`` and the day it was ``made_on``, in Dutch.
    """

    def made() -> bytes:
        today = nl.date(datetime.date.today())
        return make(source=origin.source_line(frame), made_on=today).encode()

    picture = shown.Picture(label, name, made)
    shown.add(key, shown.Shown(label, "", frame, has_origin=False, pictures=(picture,)))
