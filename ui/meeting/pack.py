"""What page downloads shows: what the slides will say, and the files to take along."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pandas as pd
import streamlit as st

import queries
import words as nl
from answers.content import Pack
from exports import aside
from exports.packs import factsheets
from exports.packs.pack import file_name, pack_of
from ui import filters
from ui.meeting import mode as meeting

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PDF = "application/pdf"
KEPT = 64
FILES_KEPT = 32


def since(known: pd.Series) -> str | None:
    """Let the reader choose the day of the previous meeting.

    Args:
        known: The row of ``downloads/known_on``.

    Returns:
        The day (ISO date), or None when no release has one.
    """
    if nl.is_missing(known["known_on"]):
        st.caption(
            "Van geen enkele levering is een dag bekend; wat er nieuw is, is niet te zeggen."
        )
        return None
    return filters.since(pd.Timestamp(known["since_on"]).date()).isoformat()


def show(label: str, day: str | None) -> None:
    """Show what the ten slides will say, with the two files of them.

    Args:
        label: Of the area.
        day: Of the previous meeting (ISO date), or None.
    """
    pack = _pack(queries.identity(), label, day)
    st.header(f"Dia's over {pack.about}", anchor=False)
    with st.container(key="slides"):
        st.markdown("\n".join(_line(*row) for row in enumerate(_said(pack), 1)))
    st.caption(f"Gegevens tot en met {pack.known_on}. Lege dia's zeggen waarom ze leeg zijn.")
    name = file_name(pack)
    meeting.start_button()
    with st.container(horizontal=True):
        _button(
            "Dia's (PPTX)",
            f"{name}.pptx",
            PPTX,
            lambda: _made(queries.identity(), label, "pptx", day),
        )
        _button(
            "Document (PDF)",
            f"{name}.pdf",
            PDF,
            lambda: _made(queries.identity(), label, "pdf", day),
        )


def region_factsheet(label: str) -> None:
    """Offer the factsheet about an area.

    Args:
        label: Of the area.
    """
    st.markdown(f"**{label}**: vacatures, werkloosheid, programma's en wat we niet weten.")
    sheet = _region_factsheet(queries.identity(), label)
    _button(
        "Factsheet gebied (PDF)",
        f"{file_name(sheet)}.pdf",
        PDF,
        lambda: _made(queries.identity(), label, "factsheet"),
    )


def programme_factsheet(programme_id: str | None) -> None:
    """Offer the factsheet about a programme.

    Args:
        programme_id: Of a real programme, or None when there is none.
    """
    if programme_id is None:
        st.markdown("Er is geen programma ingelezen.")
        return
    sheet = _programme_factsheet(queries.identity(), programme_id)
    _button(
        "Factsheet programma (PDF)",
        f"{file_name(sheet)}.pdf",
        PDF,
        lambda: _made(queries.identity(), programme_id, "programme"),
    )


def _said(pack: Pack) -> list[tuple[str, str]]:
    return [(slide.topic, slide.title) for slide in pack.slides]


def _line(number: int, said: tuple[str, str]) -> str:
    topic, title = said
    return f"{number}. **{topic}**" + ("" if title == topic else f"  \n   {title}")


def _button(label: str, name: str, mime: str, data: Callable[[], bytes]) -> None:
    st.download_button(
        label, data, name, mime, on_click="ignore", icon=":material/download:", key=label
    )


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _pack(file: queries.Identity, label: str, day: str | None) -> Pack:
    return pack_of(label, day)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _region_factsheet(file: queries.Identity, label: str) -> Pack:
    return factsheets.region_factsheet(label)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _programme_factsheet(file: queries.Identity, programme_id: str) -> Pack:
    return factsheets.programme_factsheet(programme_id)


@lru_cache(FILES_KEPT)
def _made(file: queries.Identity, about: str, form: str, since: str | None = None) -> bytes:
    """Return a file that is made once per database."""
    asked = [] if since is None else ["--since", since]
    return aside.made("exports.meeting", about, "--form", form, "--to", aside.TO, *asked)
