"""What the open view shows, as far as it has run: of this its end offers files and Herkomst."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import NamedTuple, ParamSpec

import pandas as pd
import streamlit as st

ALL = "_view_shows"
NOW = "_view_adds_to"
Asked = ParamSpec("Asked")


class Picture(NamedTuple):
    """A drawing that can be taken along; it is made when it is asked for."""

    label: str
    name: str
    make: Callable[[], bytes]


class Shown(NamedTuple):
    """A table, with the chart or drawing of it if there is one, or a picture alone.

    Attributes:
        title: What it holds, in Dutch.
        file_name: Of its download, without prefix and suffix; empty where no table leaves.
        frame: The answer to a question.
        terms: Terms of ``data/reference/definition.csv`` that explain it.
        has_origin: Whether Herkomst tells of it.
        pictures: Of it.
    """

    title: str
    file_name: str
    frame: pd.DataFrame
    terms: tuple[str, ...] = ()
    has_origin: bool = True
    pictures: tuple[Picture, ...] = ()


# By the key of each, in the order of the page; a part of the page has one of these of its own.
View = dict[str, "Shown | View"]


def begin() -> None:
    """Begin a page that shows nothing yet."""
    st.session_state[ALL] = st.session_state[NOW] = {}


def add(key: str, what: Shown) -> None:
    """Remember what is shown; pictures and table of one key belong together."""
    view: View = st.session_state.setdefault(NOW, {})
    before = view.get(key)
    if isinstance(before, Shown):
        what = (what if what.file_name else before)._replace(
            pictures=(*before.pictures, *what.pictures)
        )
    view[key] = what


def part(make: Callable[Asked, None]) -> Callable[Asked, None]:
    """Let a part of a page run by itself; what it showed before, it then shows no more."""

    @wraps(make)
    def whole(*args: Asked.args, **choice: Asked.kwargs) -> None:
        own: View = {}
        st.session_state.setdefault(NOW, {})[f"{make.__module__}.{make.__qualname__}"] = own

        @st.fragment
        @wraps(make)
        def alone() -> None:
            own.clear()
            around, st.session_state[NOW] = st.session_state[NOW], own
            try:
                make(*args, **choice)
            finally:
                st.session_state[NOW] = around

        alone()

    return whole


def everything() -> list[Shown]:
    """Return all that the view shows now, in its order."""
    return list(_flat(st.session_state.get(ALL, {})))


def is_anything() -> bool:
    """Return whether the page shows anything, or has a part that may come to."""
    return bool(st.session_state.get(ALL))


def _flat(view: View) -> Iterator[Shown]:
    for what in view.values():
        if isinstance(what, Shown):
            yield what
        else:
            yield from _flat(what)
