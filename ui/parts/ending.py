"""The end of every view: one menu of all that can be taken along, and one Herkomst."""

from functools import partial

import streamlit as st

import words as nl
from answers import tables as answered
from ui.parts import origins, shown, tables


@st.fragment
def show() -> None:
    """Show the two buttons; what is behind them is made when they are opened."""
    found = shown.everything()
    with st.container(key="view_end", horizontal=True, vertical_alignment="center"):
        menu = st.popover(
            "Download", icon=":material/download:", key="download_menu", on_change="rerun"
        )
        if menu.open:
            with menu, st.container(key="files"):
                for number, one in enumerate(found):
                    _files(one, number)
        has_origins = not found or any(one.has_origin for one in found)
        if has_origins and st.button("Herkomst", icon=":material/info:", key="origin"):
            origins.show(found)


def _files(one: shown.Shown, number: int) -> None:
    """Offer what is shown as a table in each form, for Dutch Excel first, and as pictures."""
    if one.file_name:
        st.markdown(f"**{one.title}**")
    if len(one.frame) > tables.MOST_ROWS:
        st.caption(
            f"{nl.number(len(one.frame))} rijen: te veel voor het scherm. Vraag de beheerder om "
            "deze tabel."
        )
        return
    with st.container(horizontal=True):
        if one.file_name:
            stem = answered.file_name(one.frame, one.file_name)
            for kind in tables.FORMS:
                of = partial(
                    kind.of, one.frame, name=one.file_name, title=one.title, terms=one.terms
                )
                tables.button(kind, of, stem, f"file_{number}", is_plain=True)
        for picture in one.pictures:
            st.download_button(
                picture.label,
                data=picture.make,
                file_name=picture.name,
                mime="image/svg+xml",
                key=f"picture_{picture.name}_{number}",
                icon=":material/image:",
                on_click="ignore",
                type="tertiary",
            )
