"""Unemployment beside that of Nederland."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Chart, Slide
from answers.places import Place
from exports.packs.common import HOW, filters, finding, known, span_of
from words import measures

MEASURE = "unemployment_pct"
METHODS_APART = "Cijfers volgens de oude en de nieuwe methode staan nooit in één reeks."
NOT_LOADED = f"Voor dit gebied en de provincies waarin het ligt, is geen cijfer geladen. {HOW}"


def slide(place: Place) -> Slide:
    """Return the unemployment of an area beside that of Nederland, in one series."""
    found = known(place).loc[MEASURE]
    key, topic = "unemployment", f"Werkloosheid {place.name} en Nederland"
    if not found["is_known"]:
        title = sentences.impossible(f"werkloosheid in {place.spoken}", "er is geen cijfer")
        return finding(key, topic, title, [], filters(place), why_empty=NOT_LOADED)
    asked = {**found[["measure", "breakdown", "period"]], "with_sample": False}
    codes = tuple(found["region_codes"])
    now = _ranked(found)
    series = measures.texts(queries.regios.series(region_codes=(*codes, "NL01"), **asked))
    latest = queries.regios.latest(region_codes=codes, **asked)
    title, *lines = _beside(now, found)
    frames = [series, now]
    if len(latest) == 1:
        lines.append(sentences.newest(latest.iloc[0]))
    if found["kind"] != place.kind:
        lines.append(
            f"Van {place.about} zelf is geen werkloosheid geladen; dit is {found['region_text']}."
        )
    other = queries.downloads.known(region_codes=place.provinces, province_codes=place.provinces)
    other = other.set_index("measure", drop=False).loc[MEASURE]
    series_of = ["breakdown", "period"]
    if other["is_known"] and tuple(other[series_of]) != tuple(found[series_of]):
        newer = _ranked(other)
        lines += [*_beside(newer, other), METHODS_APART]
        frames.append(newer)
    return finding(
        key,
        topic,
        title,
        lines,
        filters(place, f"reeks: {found['series_label']}", found["region_text"]),
        frames=(*frames, latest),
        period=span_of(series[series["figure"].notna()], "period"),
        chart=Chart(
            "lines",
            series,
            "period_label",
            "region_name",
            "figure",
            "% van de beroepsbevolking",
            f"Werkloosheid, {found['region_text']} en Nederland ({found['series_label']})",
            sentences.trend(series, "figure"),
        ),
    )


def _ranked(found: pd.Series) -> pd.DataFrame:
    asked = found[["measure", "breakdown", "kind", "period"]]
    rows = queries.regios.ranking(**asked, with_sample=False)
    return rows[rows["region_code"].isin(list(found["region_codes"]))].reset_index(drop=True)


def _beside(rows: pd.DataFrame, found: pd.Series) -> list[str]:
    return [
        sentences.impossible(
            f"werkloosheid in {row['region_name']}", f"over {row['period_label']} is geen cijfer"
        )
        if nl.is_missing(row["figure"])
        else sentences.beside_country(row, found["series_label"])
        for _, row in rows.iterrows()
    ]
