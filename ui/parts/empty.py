"""What stands where a figure is missing: what is missing, why, and how to load it."""

from collections.abc import Callable

import streamlit as st


def show(
    what: str,
    why: str,
    *,
    how: str = "",
    instead: tuple[str, Callable[[], None]] | None = None,
    key: str,
) -> None:
    """Show a designed empty place.

    Args:
        what: What is missing, in Dutch.
        why: Why, in Dutch.
        how: The command that loads it, if there is one.
        instead: Label of a button that leads to what there is, and what it does.
        key: Unique on the page.
    """
    with st.container(border=True, key=f"empty_{key}"):
        st.markdown(f":material/visibility_off: **{what}**")
        st.markdown(why)
        if how:
            st.markdown(f"Zo laadt de beheerder dit cijfer: `{how}`, daarna `python -m etl build`.")
        if instead:
            label, act = instead
            st.button(label, key=f"instead_{key}", on_click=act, icon=":material/arrow_forward:")
