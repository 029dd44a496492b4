"""Sentences about events beside a series."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import NOTHING_TO_SAY, as_published, of_real_figures


def note(row: pd.Series) -> str:
    """Return a note of ``notes/shown``: when, where, and what happened."""
    if row["status"] == "sample":
        return NOTHING_TO_SAY
    ending = "" if str(row["note_text"]).endswith(".") else "."
    return f"{_when(row)}, {row['region_names']}: {row['note_text']}{ending}"


def _when(row: pd.Series) -> str:
    start = as_published(row["starts_on_text"])
    if nl.is_missing(row["ends_on_text"]):
        return start
    return f"{start} – {as_published(row['ends_on_text'])}"


@of_real_figures
def noted(notes: pd.DataFrame) -> str:
    """Return the notes of a chart, rows of ``notes/shown``, in one line for its alt text."""
    if notes.empty:
        return ""
    said = (f"{row['note_number']}: {note(row)}" for _, row in notes.iterrows())
    return "Notities. " + " ".join(said)
