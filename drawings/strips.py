"""Strips: per programme what went in, the vacancies of its sector meanwhile, and what came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

import sentences
import words as nl
from brand import colours
from drawings import scoreboard, svg

Row = Mapping[str, Any]
WIDTH, HEIGHT, TOP, BOTTOM = 332, 100, 22, 20
SIDE = 6
LONG_GAP = 4
YEARS_APART = 4
SHADES = {True: 0.14, False: 0.07}
HEADS = ("Programma", "Ingezet", "Openstaande vacatures in zijn sector", "Bereikt")


class Facts(NamedTuple):
    """What is known of the programmes, as records.

    Attributes:
        rows: Of ``programmas/scoreboard``.
        money: Of ``programmas/money``.
        changes: Of ``krapte_en_inzet/strips``.
        quarters: Of ``krapte_en_inzet/strip_quarters``.
    """

    rows: Sequence[Row]
    money: Sequence[Row]
    changes: Sequence[Row]
    quarters: Sequence[Row]


def draw(facts: Facts, link: scoreboard.Link, *, caption: str) -> str:
    """Draw a strip per programme, those first of which a change can be said."""
    told = {row["programme_id"] for row in facts.changes if sentences.is_change_said(row)}
    ordered = sorted(
        facts.rows, key=lambda row: (row["status"] == "sample", row["programme_id"] not in told)
    )
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in HEADS)
    body = "".join(_strip(row, facts, link(row)) for row in ordered)
    return (
        f'<table class="vkm-board vkm-strips"><caption class="vkm-spoken">{escape(caption)}'
        f"</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _strip(row: Row, facts: Facts, link: str) -> str:
    amounts = _of(row, facts.money)
    changes = _of(row, facts.changes)
    charts = "".join(_panel(change, facts.quarters) for change in changes)
    cells = [
        ("Ingezet", scoreboard.euros(amounts) or "euro’s niet gepubliceerd"),
        ("", charts or "naast een verzonnen programma staan geen echte vacatures"),
        ("Bereikt", scoreboard.told(row) + _result(row, changes)),
    ]
    under = f"{row['region_names']}, {row['scope_label']} · {nl.period(row)}"
    return scoreboard.row_of(row, link, f"<small>{escape(under)}</small>", cells)


def _of(row: Row, records: Iterable[Row]) -> list[Row]:
    return [record for record in records if record["programme_id"] == row["programme_id"]]


def _result(row: Row, changes: Iterable[Row]) -> str:
    share, per_100 = sentences.share(row), sentences.per_100(row)
    known = nl.is_missing(row["per_100_reason"])
    said = [] if share == nl.MISSING else [f"{share} van het doel"]
    said.append(f"{per_100} per 100 vacatures" if known else f"per 100 vacatures: {per_100}")
    lines = "".join(f"<div>{escape(text)}</div>" for text in said)
    blue = dict.fromkeys(sentences.changed(change) for change in changes)
    return lines + "".join(f'<p class="vkm-said">{escape(text)}</p>' for text in blue)


def _panel(change: Row, quarters: Iterable[Row]) -> str:
    series = [row for row in _of(change, quarters) if row["region_code"] == change["region_code"]]
    stocks = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(said)}</dd></div>"
        for label, said in sentences.stocks(change)
    )
    return (
        f'<div class="vkm-strip">{chart(series)}<div><small>{escape(sentences.of_whom(change))}'
        f"</small><dl>{stocks}</dl></div></div>"
    )


def chart(series: Sequence[Row]) -> str:
    """Draw the vacancies of one programme and province, its term shaded, gaps as gaps.

    The shade is lighter where the end is not known to the month.

    Args:
        series: Records of ``krapte_en_inzet/strip_quarters``, in order.
    """
    most = max([1.0, *(float(row["open_vacancies"]) for row in series if _known(row))])
    step = (WIDTH - 2 * SIDE) / max(len(series) - 1, 1)
    depth = HEIGHT - TOP - BOTTOM

    def at(place: int) -> tuple[float, float]:
        return SIDE + place * step, TOP + depth * (
            1 - float(series[place]["open_vacancies"]) / most
        )

    parts = [*_shade(series, step), *_gaps(series, step)]
    for is_known, run in groupby(range(len(series)), lambda place: _known(series[place])):
        if is_known:
            parts.append(_line([at(place) for place in run]))
    parts += _marks(series, at)
    parts += _years(series, step)
    return (
        f'<svg class="vkm-strip-chart" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" aria-hidden="true">{"".join(parts)}</svg>'
    )


def _known(row: Row) -> bool:
    return not nl.is_missing(row["open_vacancies"])


def _line(points: Sequence[tuple[float, float]]) -> str:
    if len(points) == 1:
        [(x, y)] = points
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{colours.BLUE}"/>'
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="M{path}" fill="none" stroke="{colours.BLUE}" stroke-width="2"/>'


def _shade(series: Sequence[Row], step: float) -> Iterator[str]:
    during = [place for place, row in enumerate(series) if row["when_code"] == "during"]
    if during and any(row["is_start"] for row in series):
        x, width = SIDE + during[0] * step, max((during[-1] - during[0]) * step, 2)
        yield (
            f'<rect x="{x:.1f}" y="{TOP - 4}" width="{width:.1f}" '
            f'height="{HEIGHT - TOP - BOTTOM + 4}" fill="{colours.BLUE}" '
            f'opacity="{SHADES[bool(series[0]["is_end_known"])]}"/>'
        )


def _gaps(series: Sequence[Row], step: float) -> Iterator[str]:
    """Draw a grey band with its words where figures are missing for a year or longer."""
    for is_known, run in groupby(range(len(series)), lambda place: _known(series[place])):
        places = list(run)
        if is_known or len(places) < LONG_GAP:
            continue
        x, width = SIDE + (places[0] - 0.5) * step, len(places) * step
        yield (
            f'<rect x="{x:.1f}" y="{TOP - 4}" width="{width:.1f}" '
            f'height="{HEIGHT - TOP - BOTTOM + 4}" fill="{colours.GAP}" opacity="0.6"/>'
        )
        middle = (TOP + HEIGHT - BOTTOM) / 2 + 4
        yield svg.text(
            x + width / 2, middle, "geen cijfers", size=13, colour=colours.MUTED, anchor="middle"
        )


def _marks(series: Sequence[Row], at: Any) -> Iterator[str]:
    """Mark the figures at start and end; their numbers lean away from each other."""
    for name, anchor, aside in (("is_start", "end", -5), ("is_end", "start", 5)):
        for place, row in enumerate(series):
            if row[name] and _known(row):
                x, y = at(place)
                near_edge = x < 45 if anchor == "end" else x > WIDTH - 45
                yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colours.INK}"/>'
                yield svg.text(
                    x if near_edge else x + aside,
                    y - 7,
                    nl.number(row["open_vacancies"]),
                    size=14,
                    weight=600,
                    anchor="middle" if near_edge else anchor,
                )


def _years(series: Sequence[Row], step: float) -> Iterator[str]:
    for place, row in enumerate(series):
        day = row["starts_on"]
        if day.month == 1 and day.year % YEARS_APART == 0:
            yield svg.text(
                SIDE + place * step,
                HEIGHT - 5,
                str(day.year),
                size=13,
                colour=colours.MUTED,
                anchor="middle",
            )
