"""HTML and SVG that our drawings made, set into the page; a link in it opens its view at once.

``st.html`` takes SVG out, and a plain link would load the app anew.
"""

import zlib
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui.filters import addresses

FOLDER = Path(__file__).parent


@st.cache_resource
def _component() -> Callable[..., dict[str, str | None]]:
    component: Callable[..., dict[str, str | None]] = st.components.v2.component(
        "markup",
        html='<div class="vkm-markup"></div>',
        js=(FOLDER / "markup.js").read_text("utf-8"),
        isolate_styles=False,
    )
    return component


def show(html: str, *, key: str) -> None:
    """Show markup of which every text from outside is escaped.

    A link to a page of the monitor opens it within the visit; in a new tab it is a link as any.

    Args:
        html: With hrefs such as ``programmas?programma=Twente+Werkt%21``.
        key: Unique on the page.
    """
    name = f"markup_{key}"

    def opened() -> None:
        if address := st.session_state[name]["opened"]:
            addresses.go(address)

    data = {"html": html, "version": str(zlib.crc32(html.encode()))}
    _component()(data=data, key=name, on_opened_change=opened)
    addresses.follow()
