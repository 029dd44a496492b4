"""What page downloads shows: what the slides will say, and the files to take along."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

import words as nl
from answers.content import Pack, Slide
from ui.filters import periods
from ui.meeting import mode as meeting

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PDF = "application/pdf"


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
    return periods.since(pd.Timestamp(known["since_on"]).date()).isoformat()


def show(pack: Pack, made: Callable[[str], bytes]) -> None:
    """Show what the slides will say, with the two files of them.

    Args:
        pack: What they say.
        made: Makes the file of them: ``pptx`` or ``pdf``.
    """
    st.header(f"Dia's over {pack.about}", anchor=False)
    with st.container(key="slides"):
        st.markdown("\n".join(_line(number, slide) for number, slide in enumerate(pack.slides, 1)))
    st.caption(f"Gegevens tot en met {pack.known_on}. Lege dia's zeggen waarom ze leeg zijn.")
    meeting.start_button()
    with st.container(horizontal=True):
        _button("Dia's (PPTX)", f"{pack.file_name}.pptx", PPTX, lambda: made("pptx"))
        _button("Document (PDF)", f"{pack.file_name}.pdf", PDF, lambda: made("pdf"))


def factsheet(label: str, sheet: Pack, made: Callable[[], bytes]) -> None:
    """Offer a factsheet.

    Args:
        label: Of the button.
        sheet: What it says.
        made: Makes the file.
    """
    _button(label, f"{sheet.file_name}.pdf", PDF, made)


def _line(number: int, slide: Slide) -> str:
    said = "" if slide.title == slide.topic else f"  \n   {slide.title}"
    return f"{number}. **{slide.topic}**{said}"


def _button(label: str, name: str, mime: str, data: Callable[[], bytes]) -> None:
    st.download_button(
        label, data, name, mime, on_click="ignore", icon=":material/download:", key=label
    )
