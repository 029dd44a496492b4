"""Unemployment beside that of Nederland."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Chart, Slide
from answers.places import Place
from exports.packs.common import HOW, filters, impossible, known, plain_lines, span_of
from words import measures

METHODS_APART = "Cijfers volgens de oude en de nieuwe methode staan nooit in één reeks."


def slide(place: Place) -> Slide:
    """Return the unemployment of an area beside that of Nederland, in one series."""
    found = known(place).set_index("measure", drop=False).loc["unemployment_pct"]
    topic = f"Werkloosheid {place.name} en Nederland"
    if not found["is_known"]:
        return Slide(
            key="unemployment",
            topic=topic,
            title=sentences.plain(impossible("werkloosheid", place.spoken, "er is geen cijfer")),
            filters=filters(place),
            why_empty="Voor dit gebied en de provincies waarin het ligt, is geen cijfer geladen. "
            + HOW,
        )
    now = _ranked(found)
    series = measures.texts(_series(found))
    title, *lines = [_beside(row, found) for _, row in now.iterrows()]
    frames = [series, now]
    latest = queries.regios.latest(
        measure="unemployment_pct",
        breakdown=found["breakdown"],
        region_codes=tuple(found["region_codes"]),
        period=found["period"],
        with_sample=False,
    )
    if len(latest) == 1:
        lines.append(sentences.newest(latest.iloc[0]))
    if found["kind"] != place.kind:
        lines.append(
            f"Van {place.about} zelf is geen werkloosheid geladen; dit is {found['region_text']}."
        )
    province = queries.downloads.known(
        region_codes=place.provinces, province_codes=place.provinces
    ).set_index("measure", drop=False)
    other = province.loc["unemployment_pct"]
    if other["is_known"] and (other["breakdown"], other["period"]) != (
        found["breakdown"],
        found["period"],
    ):
        newer = _ranked(other)
        lines += [_beside(row, other) for _, row in newer.iterrows()]
        lines.append(METHODS_APART)
        frames.append(newer)
    return Slide(
        key="unemployment",
        topic=topic,
        title=title,
        sentences=plain_lines(lines),
        frames=(*frames, latest),
        filters=filters(place, f"reeks: {found['series_label']}", f"{found['region_text']}"),
        period=span_of(series.loc[series["figure"].notna(), "period_label"]),
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
    rows = queries.regios.ranking(
        measure=found["measure"],
        breakdown=found["breakdown"],
        kind=found["kind"],
        period=found["period"],
        with_sample=False,
    )
    return rows[rows["region_code"].isin(list(found["region_codes"]))].reset_index(drop=True)


def _series(found: pd.Series) -> pd.DataFrame:
    return queries.regios.series(
        measure=found["measure"],
        breakdown=found["breakdown"],
        region_codes=(*found["region_codes"], "NL01"),
        period=found["period"],
        with_sample=False,
    )


def _beside(row: pd.Series, found: pd.Series) -> str:
    if nl.is_missing(row["figure"]):
        why = f"over {row['period_label']} is geen cijfer"
        return impossible("werkloosheid", row["region_name"], why)
    return sentences.plain(sentences.beside_country(row, found["series_label"]))
