"""Boxes bound to the URL: a choice stands there, and an unknown value gives a note.

Of every box ``label`` stands above it and ``key`` is its name in the URL.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

import words as nl
from ui.parts import markup

UNKNOWN = "_unknown_in_link"
CHANGED = "_changed_elsewhere"
WAITING = "_boxes_to_draw"
MOST_OTHERS = 3
FORMER_VIEWS = {"Kwadranten": "Hulp en krapte"}
Value = TypeVar("Value")


def views(makers: Mapping[str, Callable[..., None]], *choice: object) -> None:
    """Let the reader choose a view by its name in the URL, and make the one that is open."""
    for tab, make in zip(tabs(list(makers)), makers.values(), strict=True):
        if tab.open:
            with tab:
                make(*choice)


@contextmanager
def filters() -> Iterator[Callable[[], None]]:
    """Put the boxes of a page in a row, as many as fit; on a phone behind one button.

    Yields:
        What draws them; what the reader chose in them is known before, so that the view, which
        is what the reader waits for, can go first.
    """
    waiting: list[tuple[Callable[[], object], object]] = []

    def draw() -> None:
        with row:
            for box, chosen in waiting:
                if box() != chosen:
                    st.rerun()

    row = st.container(horizontal=True, vertical_alignment="bottom", key="filters")
    with row:
        markup.show(
            '<button class="vkm-fold" data-toggles aria-expanded="false">Filters</button>',
            key="fold",
        )
        st.session_state[WAITING] = waiting
        try:
            yield draw
        finally:
            del st.session_state[WAITING]


def shown(box: Callable[[], Value], chosen: Value) -> Value:
    """Show a box, at once or, of ``filters``, after the view.

    Args:
        box: Shows it and returns what is chosen in it.
        chosen: What that is going to be.
    """
    if WAITING not in st.session_state:
        return box()
    st.session_state[WAITING].append((box, chosen))
    return chosen


def choice_in(key: str, first: Value) -> Value:
    """Return what the reader chose in a box, before it is shown."""
    found: Value = st.session_state.get(key, st.query_params.get(key, first))
    return found


def tabs(names: Sequence[str]) -> Sequence[Any]:
    """Let the reader choose a view of the page; an unknown one in the URL gives a note."""
    if st.query_params.get("weergave") in FORMER_VIEWS:
        st.query_params["weergave"] = FORMER_VIEWS[st.query_params["weergave"]]
        st.rerun()
    if st.session_state.get("weergave", names[0]) not in names:
        del st.session_state["weergave"]
    note_unknown("Weergave", "weergave", list(names))
    return st.tabs(list(names), key="weergave", bind="query-params")


def carry(*keys: str) -> None:
    """Take along choices of the whole visit: of the address, otherwise of an earlier page."""
    for key in keys:
        if key in st.query_params:
            st.session_state[key] = st.query_params[key]
        elif key in st.session_state:
            st.query_params[key] = st.session_state[key]


def keep(key: str, value: str) -> None:
    """Keep what the reader chose, in the session and in the address; nothing takes it away.

    Saying what the address names already would send all of it, and undo a choice made meanwhile.
    """
    if not value:
        st.session_state.pop(key, None)
        st.query_params.pop(key, None)
        return
    st.session_state[key] = value
    if st.query_params.get(key) != value:
        st.query_params[key] = value


def box_of(key: str, shown: str, then: Callable[[], None] = lambda: None) -> dict[str, Any]:
    """Return what makes a box show a value, keep what the reader chooses in it, and ``then`` act.

    Not bound to the address: what is bound is lost where a page cannot offer it, and when the very
    next run after a link is of another page.
    """
    box = f"{key}_box"
    st.session_state[box] = shown

    def chosen() -> None:
        keep(key, st.session_state[box])
        then()

    return {"key": box, "on_change": chosen}


def choose_for_visit(
    label: str,
    key: str,
    options: list[str],
    then: Callable[[], None] = lambda: None,
    *,
    is_labelled: bool = True,
) -> str:
    """Show a select box of which the choice is kept, also where it is not among the options.

    Only read aloud is the label where it is not ``is_labelled``.

    Returns:
        What is shown: the first unless asked for another.
    """
    carry(key)
    asked = st.session_state.get(key, options[0])
    shown = asked if asked in options else options[0]
    if asked != shown:
        _say_unknown(label, asked, shown)
    return str(
        st.selectbox(
            label,
            options,
            label_visibility="visible" if is_labelled else "collapsed",
            filter_mode="contains",
            **box_of(key, shown, then),
        )
    )


def choose(label: str, key: str, options: list[str]) -> str:
    """Show a select box bound to the URL, with a note when the URL asks for what is not there.

    The note stays until the reader chooses, or until what was asked for is there again.

    Returns:
        What is chosen: the first unless asked for another.
    """
    note_unknown(label, key, options)

    def box() -> str:
        chosen: str | None = st.selectbox(label, options, filter_mode="contains", **bound(key))
        return chosen if chosen in options else options[0]

    return shown(box, choice_in(key, options[0]))


def begun(key: str) -> str:
    """Return under which key stands what a box began with; see ``begin_with``."""
    return f"{key}_begun"


def begin_with(key: str, first: str) -> None:
    """Let a box of which the first option depends on another choice follow that choice.

    What it began with makes way for another first option; what the reader chose does not.
    """
    if st.session_state.get(key) == st.session_state.get(begun(key), first) != first:
        st.session_state[key] = first
    st.session_state[begun(key)] = first


def choose_of(label: str, key: str, values: Mapping[str, Value]) -> Value:
    """Show such a box for values by their names; return the value."""
    return values[choose(label, key, list(values))]


def choose_row(label: str, key: str, found: pd.DataFrame, name: str) -> pd.Series:
    """Show such a box for the rows of a question, named by a column; return the row."""
    named = found.set_index(name, drop=False)
    return named.loc[choose(label, key, list(named.index))]


def choose_some(label: str, key: str, options: list[str]) -> list[str]:
    """Show a box for up to three choices, bound to the URL."""
    take_along(key)
    asked = st.query_params.get_all(key)
    absent = [value for value in asked if value not in options]
    if absent:
        st.session_state[key] = [value for value in asked if value in options]
        st.session_state.setdefault(UNKNOWN, {})[key] = ", ".join(absent)
    elif any(value not in options for value in st.session_state.get(key, [])):
        st.session_state[key] = [value for value in st.session_state[key] if value in options]
    if unknown := st.session_state.get(UNKNOWN, {}).get(key):
        say_of_link(f"{label}: ‘{nl.letters(unknown)}’ is hier niet beschikbaar.")
    return list(
        st.multiselect(
            label,
            options,
            max_selections=MOST_OTHERS,
            select_all=False,
            placeholder="Kies ten hoogste drie",
            **bound(key),
        )
    )


def bound(key: str) -> dict[str, Any]:
    """Return what binds a box to the URL and to the visit."""
    return {
        "key": key,
        "bind": "query-params",
        "persist_state": "session",
        "on_change": forget,
        "args": (key,),
    }


def note_unknown(
    label: str, key: str, options: list[str], instead: Callable[[str], str] | None = None
) -> None:
    """Put the first option, or what stands ``instead``, where an unknown value is, and say so."""
    take_along(key)
    asked = st.query_params.get(key, st.session_state.get(key))
    if asked is not None and asked not in options:
        st.session_state.setdefault(UNKNOWN, {})[key] = asked
        st.session_state[key] = instead(asked) if instead else options[0]
    unknown = st.session_state.get(UNKNOWN, {}).get(key)
    if unknown in options:
        forget(key)
    elif unknown is not None:
        _say_unknown(label, unknown, st.session_state[key])


def _say_unknown(label: str, asked: str, shown: str) -> None:
    say_of_link(
        f"{label} ‘{nl.letters(asked)}’ is hier niet beschikbaar; u ziet {nl.letters(shown)}."
    )


def say_of_link(text: str) -> None:
    """Say that a link asks for what is not there."""
    st.info(text, icon=":material/link_off:")


def take_along(key: str) -> None:
    """Keep what a link chose: Streamlit forgets it when the very next run is of another page."""
    if key in st.session_state:
        st.session_state[key] = st.session_state[key]


def put(key: str, value: str) -> None:
    """Choose a value from elsewhere on the page; see ``rerun_after_choice_above``."""
    st.session_state[key] = value
    forget(key)
    rerun_above()


def rerun_above() -> None:
    """Let ``rerun_after_choice_above`` run the whole page."""
    st.session_state[CHANGED] = True


def rerun_after_choice_above() -> None:
    """Run the whole page when a choice within a fragment changed what stands outside it."""
    if st.session_state.pop(CHANGED, False):
        st.rerun()


def forget(key: str) -> None:
    """Take away the note about an unknown value."""
    st.session_state.get(UNKNOWN, {}).pop(key, None)
