"""Open vacancies in industry and construction."""

from __future__ import annotations

import queries
import sentences
from answers.content import Chart, Slide
from answers.places import Place
from exports.packs.common import HOW, SECTORS, filters, latest_vacancies, plain_lines, span_of

MOST_HEADLINES = 3


def slide(place: Place) -> Slide:
    """Return the open vacancies in industry and construction, of the province."""
    provinces = sentences.listed(place.province_names)
    topic = f"Vacatures industrie en bouw: {provinces}"
    if not place.is_whole:
        topic += f" (CBS publiceert geen {place.name})"
    latest = latest_vacancies(place, *SECTORS)
    series = queries.overzicht.vacancy_series(region_codes=place.provinces, sector_codes=SECTORS)
    if latest.empty:
        return Slide(
            key="vacancies",
            topic=topic,
            title=topic,
            filters=filters(place, f"provincie: {provinces}"),
            why_empty=f"Van {provinces} is geen cijfer over vacatures geladen. " + HOW,
        )
    one = len(place.provinces) == 1
    names = series["sector_label"] if one else series["region_name"] + ", " + series["sector_label"]
    series = series.assign(line_label=names)
    title, *more = [sentences.headline(row) for _, row in latest.iterrows()]
    lines = more[:MOST_HEADLINES]
    lines += [sentences.behind(row) for _, row in latest.iterrows()][:1]
    gaps = queries.overzicht.unknown(region_codes=place.provinces, sector_codes=SECTORS)
    if gaps["kind"].eq("series_gap").any():
        lines.append("Waar een lijn onderbroken is, ontbreken kwartalen in de cijfers.")
    if not place.is_whole:
        lines.append(sentences.by_province(place.name, place.province_names))
    return Slide(
        key="vacancies",
        topic=topic,
        title=sentences.plain(title),
        sentences=plain_lines(lines),
        frames=(series, latest),
        filters=filters(place, f"provincie: {provinces}", "sectoren: Industrie, Bouw"),
        period=span_of(series.loc[series["open_vacancies"].notna(), "period_label"]),
        chart=Chart(
            "lines",
            series,
            "period_label",
            "line_label",
            "open_vacancies",
            "openstaande vacatures",
            f"Openstaande vacatures aan het einde van het kwartaal, {provinces}",
            sentences.trend(series, "open_vacancies"),
        ),
    )
