"""Whose monitor this is: the name, logo and contact of the house style."""

import base64
from html import escape

import streamlit as st

from brand import house_style


@st.cache_data(ttl=60, show_spinner=False)
def _style() -> house_style.HouseStyle:
    """Return the house style; our own while another cannot be used, which its exports say."""
    try:
        return house_style.load()
    except house_style.HouseStyleError:
        return house_style.load(house_style.OWN)


def html() -> str:
    """Return logo, name and contact, for below every page."""
    style = _style()
    kind = "svg+xml" if style.logo.suffix == ".svg" else "png"
    picture = base64.b64encode(style.logo.read_bytes()).decode()
    contact = f" · {_link(style.contact)}" if style.contact else ""
    return (
        f'<p class="vkm-owner"><img src="data:image/{kind};base64,{picture}" alt="" height="24">'
        f"{escape(style.organisation)}{contact}</p>"
    )


def ask(when: str) -> str:
    """Return whom to ask, as Markdown; ``when`` begins the sentence."""
    style = _style()
    whom = f"via {style.contact}" if style.contact else "bij de beheerder van deze monitor"
    return f"{when}? Meld het {whom}."


def _link(contact: str) -> str:
    scheme = "" if contact.startswith("https://") else "mailto:"
    return f'<a href="{scheme}{escape(contact)}" target="_blank" rel="noopener">Contact</a>'
