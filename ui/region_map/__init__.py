"""A map of regions and their ranking: inline SVG, clickable, reachable by keyboard."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from exports.tables import SAMPLE, is_sample
from ui import format as nl

FOLDER = Path(__file__).parent
NOT_AVAILABLE = "niet beschikbaar"
DRAWN = "_region_map_drawn"
CHANGED = "_region_map_changed"


@st.cache_resource
def _component() -> Callable[..., dict[str, str | None]]:
    component: Callable[..., dict[str, str | None]] = st.components.v2.component(
        "region_map",
        html=(FOLDER / "map.html").read_text("utf-8"),
        css=(FOLDER / "map.css").read_text("utf-8"),
        js=(FOLDER / "map.js").read_text("utf-8"),
    )
    return component


def show(
    frame: pd.DataFrame,
    *,
    level: str,
    value: str,
    unit: str,
    period: str,
    selected: Collection[str],
    on_choose: Callable[[str], None],
) -> None:
    """Show the map of one level beside its ranking; call it within a fragment.

    A choice on the map runs the whole page again. In a new session what follows on the page waits
    until the map stands: it loads Plotly, which takes longer than the map itself. A fictitious
    figure is hatched and called so.

    Args:
        frame: One row per region, in the order of the ranking: ``region_code``, ``region_name``,
            ``rank``, ``class`` (1 to 5), ``sign`` and the value; without a figure rank and class
            are missing and the region is hatched.
        level: ``provincie``, ``corop`` or ``arbeidsmarktregio``.
        value: Column with the figure.
        unit: What is counted, in Dutch.
        period: Of when the figures are, in Dutch.
        selected: Codes of the chosen regions.
        on_choose: Is told the code of the region that was clicked.
    """
    if st.session_state.pop(CHANGED, False):
        st.rerun()
    is_drawn = st.session_state.get(DRAWN, False)
    mark = f"{SAMPLE}. " if is_sample(frame).any() else ""
    if mark:
        st.badge(SAMPLE, color="red")
    rows: list[dict[str, Any]] = frame.assign(fictitious=is_sample(frame)).to_dict("records")
    highest = frame[value].max()
    regions = [_region(row, value, unit, period, highest, selected) for row in rows]
    data = {
        "title": f"{mark}Kaart: {unit} per {level}, {period}. Kies een gebied met Tab en Enter.",
        "shapes": f"app/static/geo/{level}.json",
        "regions": regions,
        "legend": _legend(regions),
        "version": str(zlib.crc32(repr(regions).encode())),
        "drawn": is_drawn,
        "failed": "De kaart kon niet worden geladen; de ranglijst en de tabel wel.",
    }

    def chosen() -> None:
        code = st.session_state["region_map"]["chosen"]
        if code:
            on_choose(code)
            st.session_state[CHANGED] = True

    def drawn() -> None:
        st.session_state[DRAWN] = st.session_state[CHANGED] = True

    _component()(data=data, key="region_map", on_chosen_change=chosen, on_drawn_change=drawn)
    if not is_drawn:
        st.stop()


def _region(
    row: dict[str, Any],
    value: str,
    unit: str,
    period: str,
    highest: float,
    selected: Collection[str],
) -> dict[str, Any]:
    available = not nl.is_missing(row["rank"])
    figure = nl.cell(value, row[value], row["sign"]) if available else NOT_AVAILABLE
    rank = nl.number(row["rank"]) if available else ""
    what = f"{figure} {unit}, {period}, rang {rank}" if available else f"{figure}, {period}"
    return {
        "code": row["region_code"],
        "name": row["region_name"],
        "rank": f"{rank}." if available else "",
        "value": figure,
        "short": figure if available and nl.is_missing(row["sign"]) else "",
        "class": int(row["class"]) if available else None,
        "share": round(100 * float(row[value]) / highest) if available and highest else 0,
        "selected": row["region_code"] in selected,
        "fictitious": row["fictitious"],
        "description": f"{row['region_name']}: {what}{f', {SAMPLE}' if row['fictitious'] else ''}",
    }


def _legend(regions: list[dict[str, Any]]) -> list[dict[str, object]]:
    """Return each class that occurs with its range, then what the hatching means.

    Args:
        regions: In the order of the ranking, so that a class runs from its highest to its lowest.
    """
    classes: dict[int | None, list[str]] = {}
    for region in regions:
        classes.setdefault(region["class"], []).append(region["value"])
    entries: list[dict[str, object]] = []
    for number in sorted(number for number in classes if number is not None):
        high, low = classes[number][0], classes[number][-1]
        entries.append({"class": number, "text": low if low == high else f"{low} – {high}"})
    if None in classes:
        entries.append({"class": None, "text": NOT_AVAILABLE})
    if any(region["fictitious"] for region in regions):
        entries.append({"class": "sample", "text": SAMPLE})
    return entries
