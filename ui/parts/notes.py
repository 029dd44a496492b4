"""What stands around each element: its source and status, and that its view shows it."""

import re

import pandas as pd
import streamlit as st

import words as nl
from answers import origin
from ui.frame import shown_files
from ui.parts import shown

CODE = re.compile(r"[_ ]\d{4}(KW|JJ|SJ|MM)\d\d")
BADGES = {"published": "blue", "estimated": "orange", "sample": "red"}


def badge(status: str) -> None:
    """Show what kind of figures an element holds."""
    st.badge(nl.STATUSES[status], color=BADGES[status])  # type: ignore[arg-type]


def key_of(frame: pd.DataFrame) -> str:
    """Return the name of the question that a frame answers."""
    return str(frame.attrs["question"]).split("/")[1]


def under(
    frame: pd.DataFrame, *, terms: tuple[str, ...], file_name: str, key: str = "", title: str = ""
) -> None:
    """Show in one line where an element comes from; the end of its view has files and Herkomst.

    The arguments are those of ``figures``; ``title`` is what the table is called there.
    """
    if frame.empty:
        return
    told(frame)
    beside(frame, terms=terms, file_name=file_name, key=key, title=title)


def told(frame: pd.DataFrame) -> None:
    """Show in one line where figures come from, and of what kind they are."""
    kinds = ", ".join(nl.STATUSES[status] for status in origin.statuses_of(frame))
    st.caption(f"{origin.source_line(frame)} {kinds[0].upper()}{kinds[1:]}.")


def beside(
    frame: pd.DataFrame, *, terms: tuple[str, ...], file_name: str, key: str = "", title: str = ""
) -> None:
    """Let files and Herkomst tell of an element whose source another line names; see ``under``."""
    if frame.empty:
        return
    shown_files.remember(frame)
    named = title or CODE.sub("", file_name).replace("_", " ")
    shown.add(key or key_of(frame), shown.Shown(named, file_name, frame, terms))


def offer(frame: pd.DataFrame, name: str, title: str = "") -> None:
    """Offer a table that tells of this monitor itself at the end of its view, without Herkomst."""
    shown.add(key_of(frame), shown.Shown(title or name, name, frame, has_origin=False))
