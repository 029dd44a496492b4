"""Notes about a series: which there are, in its table and download, and listed below its chart."""

import pandas as pd
import streamlit as st

import queries
import sentences
import words as nl
from ui.filters import boxes

FEW = 6
KEY = "notities"
LEGEND = (
    "Paarse stippellijn met nummer: een notitie, hieronder uitgeschreven; 3…9 zijn die van 3 tot "
    "en met 9 die over dit gebied gaan. Een paarse balk: hoe lang iets duurde."
)


def about(
    series: pd.DataFrame,
    *,
    occupation_codes: tuple[str, ...] = (),
    with_programmes: bool = True,
) -> pd.DataFrame:
    """Return the notes about the regions of a series, within its first and last period.

    Args:
        series: Has ``region_code`` and ``ends_on``.
        occupation_codes: Groups of UWV or techniekdomeinen that it is about, if it is.
        with_programmes: Whether the begin and end of programmes are wanted.
    """
    first, last = series["ends_on"].min(), series["ends_on"].max()
    return queries.notes.shown(
        region_codes=tuple(dict.fromkeys(series["region_code"])),
        occupation_codes=occupation_codes,
        first_day=f"{first - pd.Timedelta(days=60):%Y-%m-%d}",
        last_day=f"{last:%Y-%m-%d}",
        with_programmes=with_programmes,
        with_sample=False,
    )


def asked(series: pd.DataFrame, *, occupation_codes: tuple[str, ...] = ()) -> pd.DataFrame:
    """Let the reader ask for the notes about a series; return them, or none until then."""
    found = about(series, occupation_codes=occupation_codes)
    boxes.take_along(KEY)
    label = f"Notities ({len(found)})"
    if len(found) and st.toggle(label, key=KEY, bind="query-params", persist_state="session"):
        return found
    return found.head(0)


def none(series: pd.DataFrame, *, occupation_codes: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return no notes, for a series that offers none."""
    return about(series, occupation_codes=occupation_codes).head(0)


def beside(series: pd.DataFrame, notes: pd.DataFrame) -> pd.DataFrame:
    """Return a series with the numbers and texts of the notes about each region and period.

    Args:
        series: Has ``region_code`` and either ``period`` or ``quarter``.
        notes: Rows of ``notes/shown``.
    """
    period = "period" if "period" in series else "quarter"
    numbers: dict[tuple[str, str], list[str]] = {}
    texts: dict[tuple[str, str], list[str]] = {}
    for _, note in notes.iterrows():
        address = next(iter(_urls(note)), "geen adres")
        said = f"{note['note_number']}. {sentences.note(note)} ({_source(note)}, {address})"
        for region_code in note["shown_for"]:
            for code in note["periods"]:
                numbers.setdefault((region_code, code), []).append(str(note["note_number"]))
                texts.setdefault((region_code, code), []).append(said)
    keys = list(zip(series["region_code"], series[period], strict=True))
    return series.assign(
        note_numbers_label=[", ".join(numbers[key]) if key in numbers else None for key in keys],
        notes_text=[" | ".join(texts[key]) if key in texts else None for key in keys],
    )


def _urls(note: pd.Series) -> list[str]:
    return [] if note["urls"] is None else list(note["urls"])


def _source(note: pd.Series) -> str:
    if nl.is_missing(note["publisher"]):
        return "bron niet vermeld"
    if note["kind"] != "note":
        return str(note["publisher"])
    title = f"{note['publisher']}, ‘{note['source_title']}’"
    if nl.is_missing(note["published_on"]):
        return title
    return f"{title}, {nl.published_date(note['published_on'])}"


def show_list(notes: pd.DataFrame) -> None:
    """Show what the numbers in the chart mean, each with its source."""
    if notes.empty:
        return
    with st.expander(
        f"Notities in deze grafiek ({len(notes)})",
        icon=":material/sticky_note_2:",
        expanded=len(notes) <= FEW,
    ):
        st.markdown("\n".join(_item(note) for _, note in notes.iterrows()))


def _item(note: pd.Series) -> str:
    named = zip(("bron", "ook", "ook"), _urls(note), strict=False)
    links = ", ".join(f"[{name}]({url})" for name, url in named)
    by = f" Notitie van {note['author']}." if note["kind"] == "note" else ""
    where = f" ({links})" if links else ""
    return f"{note['note_number']}. {sentences.note(note)} *{_source(note)}*{where}.{by}"
