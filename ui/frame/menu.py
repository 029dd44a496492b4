"""The menu: five items, each with its views, and what stands below every page."""

import os
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from ui.filters.addresses import START, to

DELIVERIES_VARIABLE = "VAKKRACHTMONITOR_DELIVERIES"
HIDDEN_UNLESS = {"aanleveren": DELIVERIES_VARIABLE}


class Item(NamedTuple):
    """An item of the menu, with the pages behind it by their names in the address."""

    label: str
    views: dict[str, str]


MENU = (
    Item("Overzicht", {START: "Overzicht"}),
    Item(
        "Krapte",
        {
            "regios": "Regio's",
            "beroepen": "Beroepen",
            "mbo": "Vraag en aanbod mbo",
        },
    ),
    Item("Programma's", {"programmas": "Programma's", "krapte_en_inzet": "Krapte en inzet"}),
    Item("Overstappen", {"overstappen": "Overstappen"}),
    Item(
        "Vergadering",
        {"downloads": "Dia's en downloads", "sinds": "Sinds de vorige vergadering"},
    ),
)
BELOW = {
    "verantwoording": "Verantwoording",
    "aanleveren": "Aanleveren",
    "toegankelijkheid": "Toegankelijkheid",
}
BESIDE = {"vergadering": "Vergadermodus"}
PAGES = {name: title for item in MENU for name, title in item.views.items()} | BELOW | BESIDE


def is_switched_on(name: str) -> bool:
    """Return whether a page is for use here; some need an environment variable to be 1."""
    variable = HIDDEN_UNLESS.get(name)
    return variable is None or os.environ.get(variable) == "1"


def bar(here: str) -> str:
    """Return the name of the monitor and the menu; on a phone that is behind a button.

    Args:
        here: Name of the page that is open.
    """
    items = [_item(item.label, next(iter(item.views)), here in item.views) for item in MENU]
    return (
        '<nav class="vkm-nav" aria-label="Hoofdmenu">'
        '<span class="vkm-brand">Vakkrachtmonitor</span>'
        '<button class="vkm-burger" data-toggles aria-expanded="false">Menu</button>'
        f"<ul>{''.join(items)}</ul></nav>"
    )


def views(here: str) -> str:
    """Return the views beside this page, or nothing where it stands alone."""
    beside = next((item.views for item in MENU if here in item.views), {})
    if len(beside) < 2:
        return ""
    items = (_item(label, name, name == here) for name, label in beside.items())
    return f'<nav class="vkm-views" aria-label="Weergaven"><ul>{"".join(items)}</ul></nav>'


def below(owner: str, lines: Iterable[str]) -> str:
    """Return what stands below every page: its links, whose it is (HTML), then lines of text."""
    links = "".join(_item(BELOW[name], name, False) for name in BELOW if is_switched_on(name))
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<nav class="vkm-below" aria-label="Over deze cijfers"><ul>{links}</ul></nav>{owner}{said}'
    )


def _item(label: str, page: str, is_here: bool) -> str:
    if is_here:
        return f'<li><span class="vkm-here" aria-current="page">{escape(label)}</span></li>'
    return f'<li><a href="{escape(to(page))}">{escape(label)}</a></li>'
