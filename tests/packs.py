"""Packs of real figures, as examples to render."""

from __future__ import annotations

import queries
from answers.content import Chart, Pack, Slide, Table

TARGET_COLUMNS = (
    "programme_name",
    "indicator_label",
    "target_group_label",
    "unit_label",
    "note",
    "source_names",
)


def vacancies() -> Slide:
    frame = queries.overzicht.vacancy_series(
        region_codes=("PV23", "PV25"), sector_codes=("350000",)
    )
    about = "Openstaande vacatures in de bouw"
    return Slide(
        key="vacancies",
        topic="Vacatures bouw: Overijssel en Gelderland",
        title="In Overijssel stonden eind 2e kwartaal 2026 meer vacatures open in de bouw dan "
        "tien jaar eerder",
        sentences=(
            "CBS publiceert geen cijfers van Twente; daarom staan hier de provincies.",
            "De cijfers zijn niet gecorrigeerd voor het seizoen. Ontbrekende kwartalen zijn leeg.",
        ),
        frames=(frame,),
        filters="Gebied: Overijssel, Gelderland · Sector: bouw",
        period="1e kwartaal 2011 tot en met 2e kwartaal 2026",
        chart=Chart(
            "lines",
            frame,
            "period_label",
            "region_name",
            "open_vacancies",
            "openstaande vacatures",
            about,
            f"{about}, een lijn per provincie.",
        ),
    )


def sectors(kind: str = "bars") -> Slide:
    series = queries.overzicht.vacancy_series(
        region_codes=("PV23", "PV25", "PV26"), sector_codes=("307500", "350000")
    )
    frame = series[series["quarter"] == "2026KW02"].reset_index(drop=True)
    frame.attrs = series.attrs
    about = "Openstaande vacatures per provincie en sector"
    return Slide(
        key=f"sectors_{kind}",
        topic="Vacatures per sector",
        title="Industrie en bouw zoeken in drie provincies tegelijk",
        frames=(frame,),
        filters="Gebied: Overijssel, Gelderland, Utrecht",
        period="2e kwartaal 2026",
        chart=Chart(
            kind,  # type: ignore[arg-type]
            frame,
            "region_name",
            "sector_label",
            "open_vacancies",
            "openstaande vacatures",
            about,
            f"{about}, staven naast elkaar.",
        ),
        table=Table(frame, ("region_name", "sector_label", "open_vacancies"), about),
    )


def targets() -> Slide:
    frame = queries.programmas.targets(
        programme_ids=("twente_werkt", "gelders_vakmanschap"), with_sample=False
    )
    return Slide(
        key="targets",
        topic="Wat deden we",
        title="Twente Werkt! bereikte 1.312 van de beoogde plaatsingen; bronnen noemen twee doelen",
        sentences=("Bronnen verschillen over het doel. Wij tonen beide.",),
        frames=(frame,),
        filters="Programma: Twente Werkt!, Gelders Vakmanschap",
        table=Table(frame, TARGET_COLUMNS, "Doelen en resultaten per programma"),
    )


def long_table() -> Slide:
    frame = queries.overzicht.vacancy_series(region_codes=("PV23",), sector_codes=("350000",))
    columns = ("region_name", "sector_label", "period_label", "open_vacancies")
    return Slide(
        key="long_table",
        topic="Alle kwartalen",
        title="Vacatures in de bouw per kwartaal",
        frames=(frame,),
        table=Table(frame, columns, "Vacatures in de bouw in Overijssel"),
    )


def empty() -> Slide:
    frame = queries.mbo.supply(
        counted="students",
        region_codes=("PV23",),
        field_code="07",
        school_year="2025SJ00",
        with_sample=False,
    )
    return Slide(
        key="mbo",
        topic="Mbo-aanbod Overijssel",
        title="Mbo-aanbod Overijssel",
        frames=(frame,),
        filters="Gebied: Overijssel · Richting: techniek",
        why_empty="Er zijn geen cijfers van mbo-studenten per provincie geladen: CBS levert ze met "
        "tabel 85353NED. Laad ze met: python -m etl fetch cbs_mbo_students",
    )


def to_fill_in() -> Slide:
    return Slide(
        key="questions",
        topic="Vragen aan deze tafel",
        title="Witte vlekken en vragen aan deze tafel",
        sentences=("Wat spreken we af?",),
        to_fill_in=("Besluit", "Wie", "Wanneer"),
    )


def long_text() -> Slide:
    sentence = (
        "In Overijssel stonden eind 2e kwartaal 2026 ruim tweeduizend vacatures open in de bouw, "
        "meer dan een jaar eerder (CBS, niet seizoengecorrigeerd), en dat geldt ook voor de "
        "industrie in de andere provincies van Oost-Nederland."
    )
    return Slide(
        key="long_text",
        topic="Wat weten we, wat niet",
        title=f"{sentence} {sentence}",
        sentences=(sentence,) * 14,
    )


def one_paragraph() -> Slide:
    words = " ".join(f"woord{number}" for number in range(900))
    return Slide(key="one_paragraph", topic="Lang", title="Eén alinea", sentences=(words,))


def pack(*slides: Slide) -> Pack:
    return Pack(
        title="Twente in beeld",
        name="twente_vergadering",
        about="Twente",
        known_on="30 juli 2026",
        slides=slides or all_slides(),
    )


def all_slides() -> tuple[Slide, ...]:
    return (
        vacancies(),
        sectors(),
        sectors("stacked"),
        targets(),
        long_table(),
        empty(),
        to_fill_in(),
        long_text(),
    )
