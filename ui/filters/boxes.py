"""Boxes bound to the URL: a choice stands there, and an unknown value gives a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

UNKNOWN = "_unknown_in_link"
CHANGED = "_changed_elsewhere"
MOST_OTHERS = 3


def views(makers: Mapping[str, Callable[..., None]], *choice: object) -> None:
    """Let the reader choose a view of the page, and make the one that is open.

    Args:
        makers: What shows each view, by its name in the URL.
        choice: What it is given.
    """
    for tab, make in zip(tabs(list(makers)), makers.values(), strict=True):
        if tab.open:
            with tab:
                make(*choice)


def tabs(names: Sequence[str]) -> Sequence[Any]:
    """Let the reader choose a view of the page; an unknown one in the URL gives a note."""
    if st.session_state.get("weergave", names[0]) not in names:
        del st.session_state["weergave"]
    note_unknown("Weergave", "weergave", list(names))
    return st.tabs(list(names), key="weergave", bind="query-params")


def choose_named(
    label: str,
    key: str,
    options: list[str],
    instead: Callable[[str], str] | None = None,
) -> str:
    """Show a select box as ``choose`` does, but not bound: the address names its default too.

    Args:
        label: Of the box.
        key: In the URL.
        options: What can be chosen; the first unless asked for another.
        instead: Given what is not there, what to show in its place.
    """
    st.session_state[key] = st.query_params.get(key, st.session_state.get(key, options[0]))
    note_unknown(label, key, options, instead)
    _name_in_link(key)
    chosen: str = st.selectbox(
        label, options, key=key, persist_state="session", on_change=_name_choice, args=(key,)
    )
    return chosen


def _name_choice(key: str) -> None:
    forget(key)
    _name_in_link(key)


def _name_in_link(key: str) -> None:
    """Let the address name a choice.

    Saying what it names already would send the whole address, and undo a choice made meanwhile.
    """
    if st.query_params.get(key) != st.session_state[key]:
        st.query_params[key] = st.session_state[key]


def rerun_after_choice_above() -> None:
    """Run the whole page when a choice within a fragment changed what stands outside it."""
    if st.session_state.pop(CHANGED, False):
        st.rerun()


def choose(
    label: str,
    key: str,
    options: list[str],
    instead: Callable[[str], str] | None = None,
) -> str:
    """Show a select box bound to the URL, with a note when the URL asks for what is not there.

    The note stays until the reader chooses, or until what was asked for is there again.

    Args:
        label: Of the box.
        key: In the URL.
        options: What can be chosen; the first unless asked for another.
        instead: Given what is not there, what to show in its place.
    """
    note_unknown(label, key, options, instead)
    chosen: str | None = st.selectbox(
        label,
        options,
        key=key,
        bind="query-params",
        persist_state="session",
        on_change=forget,
        args=(key,),
    )
    return chosen if chosen in options else options[0]


def choose_some(label: str, key: str, options: list[str]) -> list[str]:
    """Show a box for up to three choices, bound to the URL."""
    asked = st.query_params.get_all(key)
    absent = [value for value in asked if value not in options]
    if absent:
        st.session_state[key] = [value for value in asked if value in options]
        st.session_state.setdefault(UNKNOWN, {})[key] = ", ".join(absent)
    elif any(value not in options for value in st.session_state.get(key, [])):
        st.session_state[key] = [value for value in st.session_state[key] if value in options]
    if unknown := st.session_state.get(UNKNOWN, {}).get(key):
        st.info(f"{label}: ‘{unknown}’ is hier niet beschikbaar.", icon=":material/link_off:")
    return list(
        st.multiselect(
            label,
            options,
            key=key,
            max_selections=MOST_OTHERS,
            select_all=False,
            placeholder="Kies ten hoogste drie",
            bind="query-params",
            persist_state="session",
            on_change=forget,
            args=(key,),
        )
    )


def note_unknown(
    label: str, key: str, options: list[str], instead: Callable[[str], str] | None = None
) -> None:
    """Put another option where an unknown value stands, and say so.

    Args:
        label: Of the box.
        key: In the URL.
        options: What can be chosen; the first unless asked for another.
        instead: Given what is not there, what to show in its place.
    """
    asked = st.query_params.get(key, st.session_state.get(key))
    if asked is not None and asked not in options:
        st.session_state.setdefault(UNKNOWN, {})[key] = asked
        st.session_state[key] = instead(asked) if instead else options[0]
    unknown = st.session_state.get(UNKNOWN, {}).get(key)
    if unknown in options:
        forget(key)
    elif unknown is not None:
        st.info(
            f"{label} ‘{unknown}’ is hier niet beschikbaar; u ziet {st.session_state[key]}.",
            icon=":material/link_off:",
        )


def put(key: str, value: str) -> None:
    """Choose a value from elsewhere on the page; see ``rerun_after_choice_above``."""
    st.session_state[key] = value
    st.session_state[CHANGED] = True
    forget(key)


def forget(key: str) -> None:
    """Take away the note about an unknown value."""
    st.session_state.get(UNKNOWN, {}).pop(key, None)
