"""What page downloads shows: what the slides will say, and the files to take along."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

import words as nl
from answers.content import Pack, Slide
from ui.filters import periods
from ui.meeting import mode as meeting

MIME = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}


def since(known: pd.Series) -> str | None:
    """Let the reader choose the day of the previous meeting, given ``downloads/known_on``.

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
    """Show the two files of the slides, ``pptx`` or ``pdf``, as made, and what shows them here."""
    st.header(f"Dia's over {pack.about}", anchor=False)
    st.markdown(
        f"{len(pack.slides)} dia's, elk met een bevinding als titel en met bron. Verzonnen cijfers "
        f"staan er nooit in. Gegevens tot en met {pack.known_on}."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        button("Dia's (PPTX)", pack, "pptx", partial(made, "pptx"), is_first=True)
        button("Document (PDF)", pack, "pdf", partial(made, "pdf"))
        meeting.start_button()


def slides(pack: Pack) -> None:
    """Show what the slides say."""
    st.header("Wat de dia's zeggen", anchor=False)
    with st.container(key="slides"):
        st.markdown("\n".join(_line(number, slide) for number, slide in enumerate(pack.slides, 1)))


def _line(number: int, slide: Slide) -> str:
    said = "" if slide.title == slide.topic else f"  \n   {slide.title}"
    return f"{number}. **{slide.topic}**{said}"


def button(
    label: str, pack: Pack, form: str, made: Callable[[], bytes], *, is_first: bool = False
) -> None:
    """Offer a pack or factsheet as a file of a form, made when it is asked for."""
    st.download_button(
        label,
        made,
        f"{pack.file_name}.{form}",
        MIME[form],
        on_click="ignore",
        icon=":material/download:",
        key=label,
        type="primary" if is_first else "secondary",
    )
