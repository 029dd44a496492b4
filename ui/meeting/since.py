"""What page sinds shows: lists of what changed between two days, and why one can be empty."""

from __future__ import annotations

import datetime

import pandas as pd
import streamlit as st

import sentences
import words as nl
from ui.parts import empty, notes, tables

MOST_ROWS = 200


def headline(summary: pd.DataFrame) -> None:
    """Say in a few sentences what changed.

    Args:
        summary: The one row of ``sinds/summary``.
    """
    with st.container(key="headline"):
        st.markdown(sentences.since(summary.iloc[0]))


def listed(
    frame: pd.DataFrame,
    columns: list[str],
    caption: str,
    *,
    terms: tuple[str, ...],
    key: str,
    why: str,
    how: str = "",
) -> None:
    """Show one list with its source and download, or why there is none.

    Args:
        frame: What changed.
        columns: Of the table.
        caption: What the table holds, with the two days.
        terms: That explain it.
        key: Unique on the page.
        why: Why there is nothing, when there is nothing.
        how: The command that would bring something.
    """
    if frame.empty:
        empty.show(f"{caption}: niets bekend.", why, how=how, key=key)
        return
    tables.show(frame.head(MOST_ROWS), columns, caption)
    if len(frame) > MOST_ROWS:
        st.caption(
            f"Hier staan de eerste {nl.number(MOST_ROWS)} van {nl.number(len(frame))} rijen; de "
            "download heeft ze alle."
        )
    notes.under(frame, terms=terms, key=key, file_name=caption)


def between(what: str, first: datetime.date, last: datetime.date) -> str:
    """Return what a list holds, with its two days."""
    return f"{what} na {nl.date(first)} tot en met {nl.date(last)}"


def changed_texts(revisions: pd.DataFrame) -> pd.DataFrame:
    """Return revisions with what a figure was and became, as text.

    Args:
        revisions: Rows of ``sinds/revisions``.
    """
    return revisions.assign(
        **{
            f"{side}_text": [
                _figure(value, sign)
                for value, sign in zip(revisions[side], revisions[f"{side}_sign"], strict=True)
            ]
            for side in ("old_figure", "new_figure")
        }
    )


def _figure(value: object, sign: object) -> str:
    if not nl.is_missing(sign) and (nl.is_missing(value) or sign == "below_half_unit"):
        return nl.SIGNS[str(sign)]
    if nl.is_missing(value):
        return nl.MISSING
    return nl.number(value, decimals=0 if float(str(value)).is_integer() else 1)


def unknown(moments: pd.DataFrame) -> None:
    """Say of which sources cannot be told when they were known, and list them all.

    Args:
        moments: Rows of ``sinds/moments``.
    """
    st.markdown(sentences.undated(moments))
    tables.show(
        moments,
        [
            "source_title",
            "first_known_on",
            "last_known_on",
            "dated_releases",
            "problem",
            "undated_label",
        ],
        "Leveringen per bron",
    )
    notes.under(moments, terms=("known_on",), key="moments", file_name="leveringen_per_bron")
