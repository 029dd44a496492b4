"""A map of regions and their ranking: inline SVG, clickable, reachable by keyboard."""

import json
import math
import zlib
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

import words as nl
from brand import classes
from brand.classes import CLASSES
from drawings import lines, pictures
from ui.parts import figures
from words import measures, tension
from words.marks import SAMPLE, is_sample

FOLDER = Path(__file__).parent
SHAPES = FOLDER.parent.parent / "static" / "geo"
COURSE_HIGH = 18
NOT_AVAILABLE = "niet beschikbaar"
LEVEL_NAMES = {
    "provincie": "provincie",
    "arbeidsmarktregio": "arbeidsmarktregio",
    "corop": "COROP-gebied",
}
PLURALS = {
    "provincie": "provincies",
    "arbeidsmarktregio": "arbeidsmarktregio's",
    "corop": "COROP-gebieden",
}
WHEN = {
    "year_before": "een jaar eerder",
    "previous": "de vorige periode",
    "five_years_before": "vijf jaar eerder",
    "country": "Nederland",
}
EXPLAINED = {
    "≈": "≈: het verschil ligt binnen de afronding.",
    "?": "?: of het verschilt, is niet te zeggen.",
}
RAMP = ("1", "2", "3", "4", "5")
PLAIN = "2"
AREA = (
    ".class-tNUMBER path { fill: COLOUR; } "
    ".swatch.class-tNUMBER { background: COLOUR; color: INK; }"
)


@st.cache_resource
def _component() -> Callable[..., dict[str, str | None]]:
    component: Callable[..., dict[str, str | None]] = st.components.v2.component(
        "region_map",
        html=(FOLDER / "map.html").read_text("utf-8"),
        css=classes.style(AREA) + (FOLDER / "map.css").read_text("utf-8"),
        js=(FOLDER / "map.js").read_text("utf-8"),
    )
    return component


class Drawn(NamedTuple):
    """A map: what the browser draws it from, and what names the picture of it.

    Attributes:
        data: For the browser.
        unit: Of the figures, in Dutch.
        period_label: Their period, with its age.
        period: Its code.
        fictitious: Whether any figure is.
    """

    data: dict[str, Any]
    unit: str
    period_label: str
    period: str
    fictitious: bool


def show(
    frame: pd.DataFrame,
    drawn: Drawn,
    *,
    about: str,
    level: str,
    on_choose: Callable[[str], None],
) -> None:
    """Show the map of one level beside its ranking.

    A fictitious figure is hatched and called so. Besides its colour a class has a sign or number.

    Args:
        frame: Rows of ``regios/ranking``.
        drawn: The map of them; see ``draw``.
        about: The measure and what it is of, in Dutch; for the picture that can be saved.
        level: ``provincie``, ``corop`` or ``arbeidsmarktregio``.
        on_choose: Is told the code of the region that was clicked.
    """
    if drawn.fictitious:
        st.badge(SAMPLE, color="red")
    regions = drawn.data["regions"]

    def chosen() -> None:
        code = st.session_state["region_map"]["chosen"]
        if code:
            on_choose(code)

    _component()(data=drawn.data, key="region_map", on_chosen_change=chosen)
    chosen_names = [region["name"] for region in regions if region["selected"]]
    figures.download_picture(
        "Kaart als SVG",
        frame,
        lambda **told: pictures.of_map(
            json.loads((SHAPES / f"{level}.json").read_text("utf-8")),
            regions,
            drawn.data["legend"],
            title=f"{about} per {LEVEL_NAMES[level]}, {drawn.period_label}, "
            f"in {drawn.unit.removeprefix('% ')}",
            **told,
        ),
        pictures.file_name(
            chosen_names[0] if len(chosen_names) == 1 else LEVEL_NAMES[level],
            about,
            period=drawn.period,
            fictitious=drawn.fictitious,
        ),
        "map",
    )


def draw(
    frame: pd.DataFrame,
    course: pd.DataFrame,
    *,
    level: str,
    basis: str,
    change_label: str,
    selected: Collection[str],
) -> Drawn:
    """Return the map of one level with its ranking.

    Args:
        frame: Rows of ``regios/ranking`` with their texts; see ``measures.texts``.
        course: Rows of ``regios/series`` about the same regions.
        level: ``provincie``, ``corop`` or ``arbeidsmarktregio``.
        basis: What a figure is compared with; see ``subjects.basis``.
        change_label: What the change is from, in Dutch.
        selected: Codes of the chosen regions.
    """
    fictitious = is_sample(frame)
    mark = f"{SAMPLE}. " if fictitious.any() else ""
    rows: list[dict[str, Any]] = frame.assign(fictitious=fictitious).to_dict("records")
    highest = frame["figure"].max()
    regions = [_region(row, f"change_{basis}_text", highest, selected, level) for row in rows]
    if len({region["value"] for region in regions if region["class"] in RAMP}) < len(RAMP):
        for region in regions:
            region.update(_without_classes(region))
    courses = {code: _course(own) for code, own in course.groupby("region_code")}
    for region in regions:
        region["course"] = courses.get(region["code"], "")
    unit = rows[0]["unit_label"]
    period = nl.aged(rows[0]["period_label"], rows[0]["period"])
    known = nl.number(rows[0]["known_regions"])
    data = {
        "title": f"{mark}Kaart: {unit} per {LEVEL_NAMES[level]}, {period}. Pijltjes: naar een "
        "ander gebied. Enter: kiezen.",
        "shapes": f"app/static/geo/{level}.json",
        "heading": {
            "rank": "Rang",
            "name": f"{known} van {len(rows)} {PLURALS[level]} bekend",
            "course": "Verloop",
            "change": change_label,
            "value": "Cijfer",
        },
        "regions": regions,
        "legend": _legend(regions, rows[0]),
        "notes": _notes(rows, regions, basis),
        "failed": "De kaart kon niet worden geladen; de ranglijst en de tabel wel.",
    }
    data["version"] = str(zlib.crc32(repr(data).encode()))
    return Drawn(data, unit, period, str(rows[0]["period"]), bool(fictitious.any()))


def _course(own: pd.DataFrame) -> str:
    values = own["figure"].astype(float).replace(math.nan, None).tolist()
    if all(value is None for value in values):
        return ""
    return lines.course(own["ends_on"].dt.date.tolist(), values, COURSE_HIGH)


def _region(
    row: dict[str, Any], change: str, highest: float, selected: Collection[str], level: str
) -> dict[str, Any]:
    has_rank = not nl.is_missing(row["rank"])
    is_known = not nl.is_missing(row["figure_low"])
    number = None if nl.is_missing(row["class"]) else int(row["class"])
    is_tension = row["measure"] == "tension"
    said = row["figure_text"]
    if is_tension:
        said = tension.spoken(row) if is_known else said
    elif not nl.is_missing(row["figure"]):
        said += f" {str(row['unit_label']).removeprefix('% ')}"
    parts = [said, nl.aged(row["period_label"], row["period"])]
    if is_tension and is_known:
        parts.insert(0, row["class_label"] if number else measures.UNSURE)
    if has_rank:
        parts.append(f"rang {row['rank_label']}")
    if row["fictitious"]:
        parts.append(SAMPLE)
    return {
        "code": row["region_code"],
        "name": row["region_name"],
        "rank": row["known_rank_label"] if has_rank else "",
        "value": measures.short(row["figure_text"]),
        "change": measures.short(row[change]) if is_known else "",
        "short": _short(row, number, level) if is_known else "",
        "symbol": CLASSES[number - 1].sign if is_tension and number else "",
        "class": _class(number, is_known, is_tension),
        "dark": _class(number, is_known, is_tension) in pictures.DARK,
        "share": _share(row, highest),
        "selected": row["region_code"] in selected,
        "fictitious": row["fictitious"],
        "description": f"{row['region_name']}: {', '.join(parts)}",
        "more": ", ".join(parts),
    }


def _class(number: int | None, is_known: bool, is_tension: bool) -> str:
    if not is_known:
        return "none"
    if number is None:
        return "unsure"
    return f"t{number}" if is_tension else str(number)


def _without_classes(region: dict[str, Any]) -> dict[str, Any]:
    """Return one colour for a region of few: classes would say no more than its figure."""
    return {"class": PLAIN, "dark": False} if region["class"] in RAMP else {}


def _short(row: dict[str, Any], number: int | None, level: str) -> str:
    """Return what stands on the region itself: its sign, its figure, or its class."""
    if row["measure"] == "tension":
        return CLASSES[number - 1].sign if number else "?"
    if nl.is_missing(row["sign"]) and (level == "provincie" or len(row["figure_text"]) <= 5):
        return str(row["figure_text"]).rstrip("%")
    return "" if level == "provincie" or number is None else str(number)


def _share(row: dict[str, Any], highest: float) -> int:
    """Return the length of the bar behind a figure, as a percentage of the longest."""
    value = row["figure_low"] if nl.is_missing(row["figure"]) else row["figure"]
    if nl.is_missing(value) or nl.is_missing(highest) or not highest:
        return 0
    return 100 if math.isinf(value) else min(100, round(100 * float(value) / float(highest)))


def _notes(rows: list[dict[str, Any]], regions: list[dict[str, Any]], basis: str) -> list[str]:
    """Return what the ranking leaves open, and what its signs mean."""
    said = []
    if rows[0]["missing_regions"]:
        said.append("Een onbekende kan boven elke andere staan.")
    if rows[0]["known_regions"] and all(nl.is_missing(row[f"figure_{basis}"]) for row in rows):
        said.append(f"Van {WHEN[basis]} is geen cijfer gepubliceerd.")
    shown = {region["change"] for region in regions}
    said += [text for sign, text in EXPLAINED.items() if sign in shown]
    if any("–" in region["rank"] for region in regions):
        said.append("Rang 2–4: door de afronding kan het elke plaats van 2 tot en met 4 zijn.")
    return said


def _legend(regions: list[dict[str, Any]], row: dict[str, Any]) -> list[dict[str, str]]:
    """Return each class with its name or range, then what the other fillings mean.

    Args:
        regions: In the order of the ranking, so that a class runs from its highest to its lowest.
        row: Of one of them: the classes of the tension of UWV are all named.
    """
    entries: list[dict[str, str]] = []
    if row["measure"] == "tension":
        entries = list(pictures.CLASS_LEGEND)
    else:
        classes: dict[str, list[str]] = {}
        for region in regions:
            if region["class"] in RAMP:
                classes.setdefault(region["class"], []).append(region["value"])
        for number in sorted(classes) if len(set(sum(classes.values(), []))) >= len(RAMP) else ():
            high, low = classes[number][0], classes[number][-1]
            text = low if low == high else f"{low} – {high}"
            entries.append({"class": number, "sign": "", "text": text})
    found = {region["class"] for region in regions}
    if "unsure" in found:
        entries.append({"class": "unsure", "sign": "?", "text": measures.UNSURE})
    if "none" in found:
        missing = row["missing_regions"]
        text = f"{NOT_AVAILABLE} ({nl.number(missing)})" if missing else NOT_AVAILABLE
        entries.append({"class": "none", "sign": "", "text": text})
    if any(region["fictitious"] for region in regions):
        entries.append({"class": "sample", "sign": "", "text": SAMPLE})
    return entries
