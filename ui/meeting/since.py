"""What page sinds shows: lists of what changed between two days, and why one can be empty."""

from collections.abc import Sequence
from typing import NamedTuple

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


class List(NamedTuple):
    """What can have changed between two days.

    Attributes:
        what: It holds, in Dutch; the two days are said behind it.
        frame: The answer to a question of ``sinds``.
        columns: Of its table.
        terms: That explain it.
        about: What a reader must know of it, in Dutch.
    """

    what: str
    frame: pd.DataFrame
    columns: tuple[str, ...]
    terms: tuple[str, ...]
    about: str = ""


def lists(found: Sequence[List]) -> None:
    """Show what changed, and say in one line of what nothing is known."""
    for one in found:
        if len(one.frame):
            _listed(one)
    if absent := [one.what for one in found if one.frame.empty]:
        empty.show(f"Niets bekend in deze tijd over {sentences.listed(absent)}", "", key="nothing")


def _listed(one: List) -> None:
    days = (one.frame.attrs["parameters"][day] for day in ("since_day", "until_day"))
    between = "na {} tot en met {}".format(*map(nl.date, days))
    what = f"{one.what[0].upper()}{one.what[1:]}"
    st.header(what, anchor=False)
    if one.about:
        st.markdown(one.about)
    tables.show(one.frame.head(MOST_ROWS), one.columns, between.capitalize())
    if len(one.frame) > MOST_ROWS:
        st.caption(
            f"Hier staan de eerste {nl.number(MOST_ROWS)} van {nl.number(len(one.frame))} rijen; "
            "de download heeft ze alle."
        )
    notes.under(one.frame, terms=one.terms, file_name=f"{what} {between}")


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
    """Say, once it is asked, of which sources cannot be told when they were known."""
    box = st.expander("Wat is niet te weten?", key="unknown", on_change="rerun")
    if not box.open:
        return
    with box:
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
