"""What stands where a figure is missing: in one line what, why, and who can mend it."""

from collections.abc import Callable

import streamlit as st

MENDED_BY = "Vraag de beheerder om dit in te lezen."


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
        how: The command that loads it, if there is one: then the operator can mend it. Commands
            stand on page verantwoording alone.
        instead: Label of a button that leads to what there is, and what it does.
        key: Unique on the page.
    """
    said = [f"**{what.rstrip('.')}.**", why, MENDED_BY if how else ""]
    with st.container(key=f"empty_{key}", horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/visibility_off: {' '.join(filter(None, said))}")
        if instead:
            label, act = instead
            st.button(label, key=f"instead_{key}", on_click=act, icon=":material/arrow_forward:")
