"""Open vacancies in industry and construction."""

from __future__ import annotations

import queries
import sentences
from answers.content import Chart, Slide
from answers.places import Place
from exports.packs import common

MOST_HEADLINES = 3
BROKEN = "Waar een lijn onderbroken is, ontbreken kwartalen in de cijfers."


def slide(place: Place) -> Slide:
    """Return the open vacancies in industry and construction, of the province."""
    provinces = sentences.listed(place.province_names)
    key, topic = "vacancies", f"Vacatures industrie en bouw: {provinces}"
    if not place.is_whole:
        topic += f" (CBS publiceert geen {place.name})"
    chosen = common.filters(place, f"provincie: {provinces}")
    latest = common.latest_vacancies(place, *common.SECTORS)
    if latest.empty:
        why = f"Van {provinces} is geen cijfer over vacatures geladen. {common.HOW}"
        return common.finding(key, topic, "", [], chosen, why_empty=why)
    series = queries.overzicht.vacancy_series(
        region_codes=place.provinces, sector_codes=common.SECTORS
    )
    one = len(place.provinces) == 1
    names = series["sector_label"] if one else series["region_name"] + ", " + series["sector_label"]
    series = series.assign(line_label=names)
    title, *more = sentences.each(sentences.headline, latest)
    gaps = queries.overzicht.unknown(region_codes=place.provinces, sector_codes=common.SECTORS)
    return common.finding(
        key,
        topic,
        title,
        [
            *more[:MOST_HEADLINES],
            sentences.behind(latest.iloc[0]),
            BROKEN if gaps["kind"].eq("series_gap").any() else "",
            common.by_province(place),
        ],
        f"{chosen}; sectoren: Industrie, Bouw",
        frames=(series, latest),
        period=common.span_of(series[series["open_vacancies"].notna()], "quarter"),
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
