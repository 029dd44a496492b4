"""What stands above every page: menu, area, views, and what people do next."""

from html import escape

import streamlit as st

import queries
import words as nl
from ui.filters import areas, periods, samples
from ui.filters.addresses import to
from ui.frame import links, menu, owner, search
from ui.parts import markup


def show(page: str) -> None:
    """Show the header of a page; it never leaves, whatever the page shows."""
    with st.container(key="top"):
        with st.container(key="header", horizontal=True, vertical_alignment="center"):
            markup.show(menu.bar(page), key="menu")
            with st.container(key="search", width=260):
                search.box()
            links.control(page)
            markup.show(
                f'<a class="vkm-primary" href="{escape(to("downloads"))}">Dia\'s en PDF</a>',
                key="slides",
            )
        with st.container(key="where", horizontal=True, vertical_alignment="center"):
            with st.container(key="area", width=320):
                areas.choose()
            markup.show(
                f"{menu.views(page)}<p>nieuwste vacatures: {escape(_as_of())}</p>", key="views"
            )
            samples.switch()


def _as_of() -> str:
    """Return the newest quarter that CBS published vacancies of, within a frozen link."""
    found = queries.filters.quarters(
        measures=("open_vacancies",), with_sample=False, until=periods.until()
    )
    return str(found["period_label"].iloc[0]) if len(found) else "onbekend"


def footer() -> None:
    """Show what stands below every page: its links, and when the figures were read."""
    built = queries.verantwoording.load().iloc[0]
    said = (
        "Cijfers en grenzen: CBS en Kadaster, CC BY 4.0; programma's: openbare publicaties, met "
        "bron.",
        f"Deze monitor las zijn bronnen in op {nl.date(built['built_at'])}.",
    )
    with st.container(key="footer"):
        markup.show(menu.below(owner.html(), said), key="footer")
