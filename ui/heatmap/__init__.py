"""A table of occupations and regions, each cell a class: clickable, reachable by keyboard."""

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

import queries
from brand import classes
from brand.classes import CLASSES
from drawings import pictures
from ui.parts import figures
from words import tension
from words.marks import SAMPLE, is_sample

FOLDER = Path(__file__).parent
CELL = ".class-NUMBER { background-color: COLOUR; color: INK; }"
UNKNOWN = "0"


@st.cache_resource
def _component() -> Callable[..., Any]:
    component: Callable[..., Any] = st.components.v2.component(
        "heatmap",
        html=(FOLDER / "heatmap.html").read_text("utf-8"),
        css=classes.style(CELL) + (FOLDER / "heatmap.css").read_text("utf-8"),
        js=(FOLDER / "heatmap.js").read_text("utf-8"),
    )
    return component


def show(
    frame: pd.DataFrame,
    *,
    period: str,
    occupation_code: str | None,
    region_codes: Sequence[str],
    on_choose: Callable[[str | None, str | None], None],
) -> None:
    """Show in which class each occupation is in each region.

    Args:
        frame: Rows of ``beroepen/heatmap``: per occupation all regions, in one order.
        period: Of when the figures are, in Dutch.
        occupation_code: The chosen occupation.
        region_codes: The regions of the chosen area.
        on_choose: Is told the code of the occupation and of the region that were chosen; None for
            the one that stays as it is.
    """
    answer = f"{queries.identity()} {frame.attrs['parameters']}"
    rows = _remembered(answer, frame)
    columns = frame.drop_duplicates("region_code")[["region_code", "region_name"]]
    is_fictitious = any("1" in row["fictitious"] for row in rows)
    mark = f"{SAMPLE}. " if is_fictitious else ""
    data = {
        "title": f"{mark}Spanning per beroepsgroep en gebied, {period}. Pijltjes: door de tabel. "
        "Enter: kiezen.",
        "columns": columns.to_numpy().tolist(),
        "rows": rows,
        "classes": [one.label for one in CLASSES],
        "symbols": [one.sign for one in CLASSES],
        "sample": SAMPLE if is_fictitious else "",
        "occupation": occupation_code,
        "regions": list(region_codes),
    }
    data["version"] = str(zlib.crc32(repr(data).encode()))

    def chosen() -> None:
        choice = st.session_state["heatmap"]["chosen"]
        if choice:
            on_choose(choice.get("occupation"), choice.get("region"))

    _component()(data=data, key="heatmap", on_chosen_change=chosen)
    figures.download_picture(
        "Tabel als SVG",
        frame,
        lambda **told: pictures.of_grid(
            columns["region_name"].tolist(),
            rows,
            legend(),
            title=f"Spanning (UWV) per beroepsgroep en gebied, {period}",
            **told,
        ),
        pictures.file_name(
            "Spanning per beroepsgroep en gebied",
            period=str(frame["quarter"].iloc[0]),
            fictitious=is_fictitious,
        ),
        "heatmap",
    )


def legend() -> list[dict[str, str]]:
    """Return the classes from loose to tight, then what is unknown, for a picture."""
    return [*pictures.CLASS_LEGEND, {"class": pictures.HATCHED, "sign": "", "text": "onbekend"}]


@st.cache_data(max_entries=32, show_spinner=False)
def _remembered(answer: str, _frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return ``rows_of`` a frame; another region or occupation is chosen far more often."""
    return rows_of(_frame)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one entry per occupation: per region a digit for its class, and its figure in words.

    Args:
        frame: Rows of ``beroepen/heatmap``.
    """
    told = frame.assign(
        digit=frame["tension_class"].map({one.code: str(n) for n, one in enumerate(CLASSES, 1)}),
        text=tension.ratios(frame),
        fictitious=is_sample(frame).map({True: "1", False: "0"}),
    )
    return [
        {
            "code": code,
            "label": cells["occupation_label"].iloc[0],
            "group": cells["field_label"].iloc[0],
            "classes": "".join(cells["digit"].fillna(UNKNOWN)),
            "figures": cells["text"].tolist(),
            "fictitious": "".join(cells["fictitious"]),
        }
        for code, cells in told.groupby("occupation_code", sort=False)
    ]
