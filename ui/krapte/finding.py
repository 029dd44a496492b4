"""The title of a page: its finding, with one line below it about what that rests on."""

import streamlit as st

import sentences
from words.periods import AGE


def show(said: str, basis: str, *, otherwise: str) -> None:
    """Show a finding as the title; the age of an old period stands out in what it rests on.

    Args:
        said: The finding.
        basis: What it rests on.
        otherwise: The title where the figures are fictitious, about which nothing is said.
    """
    is_silent = sentences.NOTHING_TO_SAY in said
    st.title(otherwise if is_silent else said)
    if text := basis.replace(sentences.NOTHING_TO_SAY, "").strip():
        st.caption(AGE.sub(r":orange-badge[\1]", text))
