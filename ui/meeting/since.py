"""What page sinds shows: lists of what changed between two days, and why one can be empty."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from ui.parts import empty, figures, notes, tables

MOST_ROWS = 200


def headline(summary: pd.DataFrame) -> None:
    """Say in a few sentences what changed: the one row of ``sinds/summary``."""
    with st.container(key="headline"):
        st.markdown(sentences.since(summary.iloc[0]))


def listed(
    frame: pd.DataFrame,
    columns: list[str],
    what: str,
    *,
    terms: tuple[str, ...],
    why: str,
    how: str = "",
) -> None:
    """Show a list of what changed between two days, or why there is nothing.

    Args:
        frame: The answer to a question of ``sinds``.
        columns: Of the table.
        what: The table holds; its two days are said behind it.
        terms: That explain it.
        why: There is nothing, when there is nothing.
        how: The command that would bring something.
    """
    first, last = (nl.date(frame.attrs["parameters"][day]) for day in ("since_day", "until_day"))
    caption = f"{what} na {first} tot en met {last}"
    if frame.empty:
        empty.show(f"{caption}: niets bekend.", why, how=how, key=notes.key_of(frame))
        return
    tables.show(frame.head(MOST_ROWS), columns, caption)
    if len(frame) > MOST_ROWS:
        st.caption(
            f"Hier staan de eerste {nl.number(MOST_ROWS)} van {nl.number(len(frame))} rijen; de "
            "download heeft ze alle."
        )
    notes.under(frame, terms=terms, file_name=caption)


def changed_texts(revisions: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``sinds/revisions`` with what a figure was and became, as text."""
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
    """Say of which sources cannot be told when they were known, and list ``sinds/moments``."""
    st.markdown(sentences.undated(moments))
    figures.show_table(
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
        terms=("known_on",),
        file_name="leveringen_per_bron",
    )
