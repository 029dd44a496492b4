"""Dutch numbers, dates and column names; one format per column suffix."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal

LOCALE = "nl_NL"
MISSING = "–"
PRECISION = {
    "at_least": "ten minste ",
    "at_most": "ten hoogste ",
    "approximate": "circa ",
    "claimed": "volgens de bron ",
}
SIGNS = {
    "missing": "ontbreekt",
    "secret": "geheim",
    "nil": "0",
    "below_half_unit": "minder dan 50",
    "below_ten": "minder dan 10",
    "not_applicable": "n.v.t.",
    "withheld": "•",
    "not_delivered": "niet aangeleverd",
    "conflict": "meer dan één bedrag",
}
STATUSES = {
    "published": "gepubliceerd",
    "estimated": "modelschatting",
    "sample": "VOORBEELD (fictief)",
}

LABELS = {
    "rank": "Rang",
    "region_name": "Gebied",
    "sector_label": "Sector",
    "quarter_label": "Kwartaal",
    "quarter": "Kwartaal",
    "period_label": "Periode",
    "open_vacancies": "Openstaande vacatures",
    "open_vacancies_year_before": "Een jaar eerder",
    "change": "Verschil",
    "vacancies_per_100_unemployed": "Vacatures per 100 werklozen",
    "labour_force": "Beroepsbevolking",
    "employed": "Werkzaam",
    "unemployed": "Werkloos",
    "unemployment_pct": "Werkloosheid",
    "series_label": "Reeks",
    "adjusted_label": "Reeks",
    "programme_name": "Programma",
    "region_names": "Gebied",
    "kind_label": "Soort",
    "scope_label": "Bereik",
    "period_text": "Looptijd",
    "state_label": "Stand",
    "indicator_label": "Wat",
    "target_group_label": "Doelgroep",
    "target_text": "Doel",
    "result_text": "Bereikt",
    "as_of": "Stand van",
    "realisation_text": "Doelrealisatie",
    "breakdown_label": "Uitsplitsing",
    "category_label": "Groep",
    "value_text": "Cijfer",
    "note": "Toelichting",
    "source_names": "Bron",
    "budget_kind_label": "Soort bedrag",
    "stage_label": "Stadium",
    "funder": "Wie betaalt",
    "amount_text": "Bedrag",
    "per_label": "Waarvoor",
    "resource_label": "Inzet",
    "quantity_text": "Aantal",
    "organisation": "Organisatie",
    "role_label": "Rol",
    "known_now_as": "Nu bekend als",
    "source_title": "Bron",
    "title": "Titel",
    "url": "Bron",
    "table_id": "Tabel",
    "publisher": "Uitgever",
    "licence": "Licentie",
    "period": "Periode",
    "about_period": "Periode (code)",
    "modified_on": "Gewijzigd",
    "retrieved_on": "Opgehaald",
    "row_count": "Rijen",
    "copy_label": "Herkomst bestand",
    "published_on": "Gepubliceerd",
    "programme_names": "Over",
    "definition": "Betekenis",
    "source": "Bron",
    "sentence": "Wat wordt nagegaan",
    "offending_rows": "Fouten",
    "parts_label": "Som van",
    "published": "Gepubliceerd totaal",
    "sum_of_parts": "Som van de delen",
    "difference": "Verschil",
    "provinces": "Provincies met een cijfer",
    "sectors": "Sectoren met een cijfer",
    "figures": "Cijfers",
    "cells": "Mogelijk",
    "table_label": "Tabel",
    "sign_label": "Teken",
    "fictief": "Fictief",
    "region_text": "Gebied",
    "area_text": "Gebied",
    "quoted_number": "Cijfer",
    "unit_label": "Eenheid",
    "break_year": "Vanaf",
    "break_label": "Wat er veranderde",
    "status_label": "Soort cijfer",
    "column_label": "Kolom",
    "occupations": "Beroepsgroepen",
    "unmapped_occupations": "Waarvan niet in te delen",
    "unmapped_pct": "Werkenden niet in te delen",
    "unmapped_labels": "Welke",
    "subject": "Onderwerp",
    "missing_label": "Wat ontbreekt",
    "why_label": "Waarom",
    "rank_label": "Rang",
    "figure_text": "Cijfer",
    "class_label": "Klasse",
    "figure_previous_text": "Vorige periode",
    "change_previous_text": "Verschil met vorige periode",
    "figure_year_before_text": "Een jaar eerder",
    "change_year_before_text": "Verschil in een jaar",
    "figure_country_text": "Nederland",
    "change_country_text": "Verschil met Nederland",
    "occupation_label": "Beroepsgroep",
    "field_label": "Techniekdomein",
    "tension_text": "Vacatures per persoon met kortdurende WW",
    "ww_under_6_months": "WW korter dan 6 maanden",
    "level_label": "Niveau",
    "learning_path_label": "Leerweg",
    "school_year_label": "Schooljaar",
    "origin_kind_label": "Wat",
    "origin_label": "Een jaar eerder",
    "study_field_label": "Richting",
    "vacancies": "Vacatures (aanname)",
    "vacancies_low": "Ten minste",
    "vacancies_high": "Ten hoogste",
    "vacancies_year_before": "Een jaar eerder (aanname)",
    "groups_not_shown": "Beroepsgroepen niet getoond",
    "persons": "Personen",
    "persons_year_before": "Een jaar eerder",
    "students": "Studenten",
    "students_mbo1": "Mbo 1",
    "students_mbo2": "Mbo 2",
    "students_mbo3": "Mbo 3",
    "students_mbo4": "Mbo 4",
    "students_total": "Alle niveaus",
    "entrants_mbo1": "Mbo 1",
    "entrants_mbo2": "Mbo 2",
    "entrants_mbo3": "Mbo 3",
    "entrants_mbo4": "Mbo 4",
    "entrants_total": "Alle niveaus",
    "line_label": "Reeks",
    "tension_ratio_text": "Spanning",
    "tension_ratio": "Spanning",
    "vacancies_text": "Vacatures",
    "ww_text": "Kortdurende WW",
    "brc_label": "Groep van BRC 2014",
    "segment_label": "Segment",
    "name_label": "Naam",
    "other_labels": "Leidt ook naar",
    "relation_label": "Verwant door",
    "technical_label": "Techniek",
    "share_pct": "Aandeel",
    "share_low_pct": "Ten minste",
    "share_high_pct": "Ten hoogste",
    "change_label": "Vergeleken met een jaar eerder",
    "step_label": "Stap",
    "number": "Aantal",
    "number_text": "Geteld (afgerond)",
    "out_of_label": "Aandeel van",
    "whole_number": "Noemer",
    "of_whole_pct": "Aandeel",
    "months_label": "Wanneer",
    "known_label": "Stand",
    "placed": "Nieuwe baan",
    "exits_without_job": "Uitgestroomd zonder vaste baan bij de start",
    "placed_pct": "Plaatsingspercentage (bruto)",
    "new_job_pct": "Nieuwe baan, deel van de uitstroom",
    "outcome_unknown": "Uitkomst niet bekend",
    "registered": "Aangemelde vacatures",
    "filled": "Waarvan vervuld",
    "filled_pct": "Vervuld",
    "not_filled": "Niet vervuld",
    "employers": "Werkgevers met een vacature",
    "match_interviews": "Matchgesprekken",
    "category_1_label": "Groep",
    "category_2_label": "Binnen",
    "granted_eur": "Toegekend",
    "paid_eur": "Betaald",
    "available_eur": "Beschikbaar",
    "free_eur": "Vrij (beschikbaar min toegekend)",
    "funder_label": "Financier",
    "mean_granted_eur": "Gemiddeld toegekend",
    "mean_low_eur": "Ten minste",
    "mean_high_eur": "Ten hoogste",
    "voucher_min_eur": "Ondergrens",
    "voucher_max_eur": "Bovengrens",
    "other_voucher_max_eur": "Bovengrens volgens andere bron",
    "cost_label": "Soort kosten",
    "amount_label": "Bedrag van",
    "number_label": "Gedeeld door",
    "divisor_text": "Aantal",
    "cost_text": "Per stuk",
    "term_passed_pct": "Deel van de looptijd voorbij",
    "even_course": "Gelijkmatig verloop",
    "pace_pct": "Tempo",
    "forecast": "Raming voor het einde",
    "as_of_on": "Stand van",
    "participants": "Deelnemers",
    "participations": "Deelnames",
    "exits": "Uitgestroomd",
    "placed_text": "Nieuwe baan",
    "retained": "Behouden",
    "at_work_text": "Na 12 maanden aan het werk",
    "vouchers": "Vouchers",
    "place_text": "Nr.",
    "region_label": "Gebied",
    "mean_vacancies": "Openstaande vacatures (gemiddeld)",
    "per_100_text": "Per 100 vacatures",
    "quadrant_label": "Kwadrant",
    "tight_text": "Waarvan (zeer) krap",
    "unknown_pct": "Spanning onbekend",
    "tight_eur_text": "Euro's naar (zeer) krap",
    "start_label": "Begin",
    "start_text": "Spanning in het eerste kwartaal",
    "start_vacancies_text": "Vacatures in het eerste kwartaal",
    "end_label": "Einde",
    "end_text": "Spanning in het laatste kwartaal",
    "end_vacancies_text": "Vacatures in het laatste kwartaal",
    "now_text": "Spanning nu",
    "during_text": "Spanning tijdens",
    "open_vacancies_at_start": "Vacatures in het eerste kwartaal",
    "open_vacancies_at_end": "Vacatures in het laatste kwartaal",
    "mean_open_vacancies": "Gemiddeld",
    "quarters_text": "Kwartalen bekend",
    "province_names": "Provincie",
    "programme_names_beside": "Programma's ernaast",
    "rate_text": "Aandeel nieuwe baan",
    "note_numbers_label": "Notitie",
    "notes_text": "Notities",
    "new_periods_label": "Nieuwe perioden",
    "periods": "Aantal perioden",
    "newest_period_label": "Nieuwste periode",
    "known_on": "Opgehaald",
    "first_known_on": "Eerste levering met een datum",
    "last_known_on": "Laatste levering met een datum",
    "dated_releases": "Leveringen met een datum",
    "undated_label": "Leveringen zonder datum",
    "problem": "Niet na te spelen",
    "subject_label": "Waarover",
    "old_figure_text": "Was",
    "new_figure_text": "Werd",
    "what_label": "Wat",
    "facts_added": "Nieuw",
    "facts_revised": "Gewijzigd",
    "facts_withdrawn": "Vervallen",
    "changes_label": "Wijziging",
    "delivery_number": "Aanlevering",
    "delivered_on": "Aangeleverd",
    "quarter_then_label": "Toen bekend",
    "class_then_label": "Klasse toen",
    "quarter_now_label": "Nu bekend",
    "class_now_label": "Klasse nu",
    "direction_label": "Verandering",
    "nearness": "Nabijheid (indicatie)",
    "fit": "Passendheid (indicatie)",
    "level_step_label": "Niveaustap",
    "neighbours_label": "Krap of zeer krap in buurregio's",
    "from_label": "Van",
    "to_label": "Naar",
    "from_number": "Uit dit domein",
    "to_number": "Naar dit domein",
    "criterion_label": "Onderdeel",
    "from_text": "Van",
    "to_text": "Naar",
    "points": "Punten",
    "most_points": "Ten hoogste",
    "technique_label": "Techniek of machine",
    "used_by_text": "Beroepsgroepen die haar gebruiken, en waarom",
    "where_label": "Waar",
    "region_kind_label": "Soort gebied",
    "period_starts_on": "Begin van de periode",
    "period_ends_on": "Einde van de periode",
    "grain_label": "Wat een rij is",
    "first_period_label": "Vanaf",
    "last_period_label": "Tot en met",
    "municipality_name": "Gemeente",
    "arbeidsmarktregio_name": "Arbeidsmarktregio",
    "corop_name": "COROP-gebied",
    "provincie_name": "Provincie",
    "year": "Jaar",
    "uwv_group_label": "Beroepsgroep van UWV",
    "target_relation_label": "Verband",
    "dimension_1_label": "Kenmerk",
    "dimension_2_label": "Tweede kenmerk",
    "action_line_label": "Lijn van het Techniekpact",
    "aim": "Wat het wil",
    "note_text": "Notitie",
    "author": "Wie het opschreef",
    "created_vacancies": "Ontstane vacatures",
    "filled_vacancies": "Vervulde vacatures",
    "vacancies_per_1000_jobs": "Vacatures per 1.000 banen",
    "ww_benefits": "Personen met WW",
    "entrants": "Instromers",
    "graduates": "Gediplomeerden",
    "ratio": "Spanning",
    "ww": "Kortdurende WW",
    "target": "Doel",
    "value": "Cijfer",
    "amount_eur": "Bedrag",
    "quantity": "Aantal",
    "question_label": "Open vraag",
    "reached_text": "Bereikt van doel",
}
WHOLE_PERCENTAGES = {
    "of_whole_pct",
    "new_job_pct",
    "placed_pct",
    "term_passed_pct",
    "pace_pct",
    "filled_pct",
    "unknown_pct",
}
FIGURES = {"open_vacancies", "vacancies_per_100_unemployed"}
ROUNDED = {"open_vacancies", "open_vacancies_year_before", "published"}
SIGNED = {"change", "difference"}


def is_missing(value: object) -> bool:
    """Return whether a cell of a frame holds nothing."""
    return value is None or bool(pd.isna(value))


@lru_cache(maxsize=20_000)
def number(value: Any, *, signed: bool = False, decimals: int = 0) -> str:
    """Return a number the Dutch way, such as ``43.900``, ``+200`` or ``3,1``.

    Args:
        value: Any number; missing gives a dash.
        signed: Whether to write a plus sign before a positive number.
        decimals: How many decimals to write.
    """
    if is_missing(value):
        return MISSING
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = str(format_decimal(value, format=pattern, locale=LOCALE))
    text = text.replace("-", "−")
    return f"+{text}" if signed and value > 0 else text


def percentage(value: object, *, decimals: int = 0) -> str:
    """Return a percentage the Dutch way, such as ``94%`` or ``3,1%``."""
    return MISSING if is_missing(value) else f"{number(value, decimals=decimals)}%"


def euro(value: object) -> str:
    """Return an amount in whole euros, such as ``€ 1.800.000``."""
    return MISSING if is_missing(value) else f"€\N{NO-BREAK SPACE}{number(value)}"


def date(value: Any) -> str:
    """Return a full date, such as ``30 juli 2026``; missing gives ``niet vermeld``."""
    if is_missing(value):
        return "niet vermeld"
    day = pd.Timestamp(value).date()
    return str(format_date(day, "d MMMM y", locale=LOCALE))


def published_date(text: object, precision: object) -> str:
    """Return a date no more precise than it was published.

    Args:
        text: ``2016-02-01``, ``2016-02``, ``2016`` or nothing.
        precision: ``day``, ``month``, ``year`` or ``unknown``.
    """
    if is_missing(text) or text == "" or precision == "unknown":
        return "datum onbekend"
    parts = [int(part) for part in str(text).split("-")]
    if precision == "year":
        return str(parts[0])
    day = datetime.date(parts[0], parts[1], parts[2] if precision == "day" else 1)
    pattern = "d MMMM y" if precision == "day" else "MMMM y"
    return str(format_date(day, pattern, locale=LOCALE))


def period(row: pd.Series) -> str:
    """Return from when to when a programme runs, as far as its sources say.

    Args:
        row: Has ``starts_on_text``, ``ends_on_text`` and their ``_precision``.
    """
    start = published_date(row["starts_on_text"], row["starts_on_precision"])
    end = published_date(row["ends_on_text"], row["ends_on_precision"])
    start = "begin onbekend" if start == "datum onbekend" else start
    end = "einde onbekend" if end == "datum onbekend" else end
    return f"{start} – {end}"


def figure(row: pd.Series, column: str, precision_column: str = "precision") -> str:
    """Return a published figure with how precise it is: ``ten minste 1.300``."""
    if row[precision_column] == "claimed":
        return "geen aantal genoemd"
    if is_missing(row[column]):
        return MISSING
    write: Callable[[object], str] = euro if column.endswith("_eur") else number
    text = write(row[column])
    if column.endswith("_pct"):
        text += "%"
    return PRECISION.get(str(row[precision_column]), "") + text


def cell(column: str, value: object, sign: object = None) -> str:
    """Return the text of one table cell, by the suffix of its column.

    Args:
        column: Name of the column; ``_pct``, ``_eur`` and ``_on`` decide the format.
        value: The value.
        sign: The row's ``sign``, which explains a missing or rounded-away value.
    """
    if column in ROUNDED and sign == "below_half_unit":
        return SIGNS["below_half_unit"]
    if is_missing(value):
        if isinstance(sign, str) and isinstance(value, (float, type(pd.NA), type(None))):
            return SIGNS[sign]
        if column in FIGURES:
            return "niet beschikbaar"
        return "niet vermeld" if column.endswith("_on") else MISSING
    if column == "published_on":
        return _published_on(str(value))
    if column.endswith("_on"):
        return date(value)
    if column.endswith("_pct"):
        return percentage(value, decimals=0 if column in WHOLE_PERCENTAGES else 1)
    if column.endswith("_eur"):
        return euro(value)
    if isinstance(value, str):
        return value or MISSING
    return number(value, signed=column in SIGNED, decimals=_decimals(column, value))


def _decimals(column: str, value: Any) -> int:
    """Return how many decimals a number is written with: two of a ratio, of a quote its own."""
    if column.endswith("_ratio"):
        return 2
    return 2 if column == "quoted_number" and value % 1 else 0


def _published_on(text: str) -> str:
    return published_date(text, {4: "year", 7: "month"}.get(len(text), "day"))


def is_number(column: pd.Series) -> bool:
    """Return whether a column is written flush right."""
    return bool(pd.api.types.is_numeric_dtype(column))
