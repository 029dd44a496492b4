"""Sentences about figures of a region: vacancies, unemployment and what changed."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import (
    agreeing,
    count,
    in_period,
    in_sector,
    listed,
    lowered,
    more_or_less,
    of_real_figures,
)
from words import measures
from words.marks import has_sample

MUNICIPALITY = ("gemeente", "gemeenten")
LINE_COLUMNS = ["region_name", "sector_label", "adjusted_label", "occupation_label"]


@of_real_figures
def headline(row: pd.Series) -> str:
    """Return finding 1 of ``overzicht/latest``: open vacancies, beside those of a year earlier."""
    few, number = row["sign"] == "below_half_unit", row["open_vacancies"]
    amount = "minder dan 50 vacatures" if few else count(number)
    return (
        f"In {row['region_name']} {agreeing(number, ('stond', 'stonden'))} eind "
        f"{row['quarter_label']} {in_sector(row['sector_label'])} **{amount}** open{_change(row)} "
        "(CBS, niet seizoengecorrigeerd)."
    )


def _change(row: pd.Series) -> str:
    if nl.is_missing(row["open_vacancies_year_before"]):
        return "; van een jaar eerder is geen cijfer bekend"
    if row["within_rounding"]:
        name = "open_vacancies_year_before"
        before = nl.cell(name, row[name], row[f"{name}_sign"])
        return f", binnen de afronding gelijk aan een jaar eerder ({before})"
    return f", {more_or_less(row['change'])} dan een jaar eerder"


def behind(row: pd.Series) -> str:
    """Return of ``overzicht/latest`` that its figure is older than elsewhere, or nothing."""
    if not row["is_behind"] or has_sample(row):
        return ""
    return (
        f"Het laatste cijfer voor {row['region_name']} {in_sector(row['sector_label'])} is van "
        f"{row['quarter_label']}; nieuwere kwartalen zijn niet beschikbaar."
    )


@of_real_figures
def unknown(row: pd.Series) -> str:
    """Return one thing of ``overzicht/unknown`` that is not known."""
    subject, detail = row["subject"], row["detail"]
    extent = "geheel" if str(row["period_label"]).startswith("alle") else "deels"
    return {
        "behind": f"**{subject}** ({detail}): het laatste cijfer is van {row['period_label']}; "
        "nieuwere kwartalen zijn niet beschikbaar.",
        "series_gap": f"**{subject}**: tussen {detail} ontbreken {row['period_label']} kwartalen "
        "in de vacaturecijfers van alle sectoren samen.",
        "gap_while_running": f"**{subject}** valt {extent} in een gat in de cijfers: over "
        f"{row['period_label']} kwartalen waarin het liep, is voor {detail} geen vacaturecijfer "
        "over alle sectoren samen beschikbaar.",
        "no_figures": f"**{subject}** publiceerde geen doelen of resultaten in aantallen.",
        "no_target": f"**{subject}**: geen doel in aantallen gepubliceerd.",
        "no_result": f"**{subject}**: doel voor {detail}, maar geen resultaat gepubliceerd.",
        "no_final_result": f"**{subject}**: afgelopen, maar geen eindstand gepubliceerd.",
        "no_budget": f"**{subject}**: geen budget gepubliceerd.",
        "state_unknown": f"**{subject}**: of dit programma nog loopt, staat niet in de bronnen.",
        "not_published_by_cbs": f"**{subject}** ({detail}): CBS publiceert geen vacatures per "
        "arbeidsmarktregio; wij tonen de provincie.",
    }[row["kind"]]


@of_real_figures
def newest(row: pd.Series) -> str:
    """Return the figure of ``regios/latest`` beside that of a year earlier, or finding 10."""
    measure, by = measures.MEASURES[row["measure"]], _by(row)
    unit = str(row["unit_label"]).removeprefix("% ")
    start = (
        f"In {row['region_name']} {measure.said} "
        f"{in_period(row['period_label'])} **{measures.figure(row)} {unit}**"
    )
    before = measures.figure(row, "figure_year_before")
    if nl.is_missing(row["change_year_before"]):
        return f"{start}; van een jaar eerder is geen cijfer bekend ({by})."
    if not row["is_changed_year_before"]:
        return (
            f"{start}; of dat anders is dan een jaar eerder ({before}) is niet te zeggen: het "
            f"verschil ligt binnen de afronding ({by})."
        )
    words = ("meer", "minder") if measure.is_count else ("hoger", "lager")
    points = " procentpunt" if measures.is_percentage(row) else ""
    change = more_or_less(row["change_year_before"], int(row["decimals"]), points, words)
    return f"{start}, {change} dan een jaar eerder ({before}; {by})."


@of_real_figures
def regions_finding(rows: pd.DataFrame, kind: str, subject: str) -> str:
    """Return the figure of one or more regions as a title of about twelve words.

    Args:
        rows: Rows of ``regios/ranking`` with their texts, of the regions; of ``regios/latest``,
            which ranks nothing, where a region has no figure there.
        kind: Of regions, in plural: ``provincies``.
        subject: Which part of the measure, in Dutch.
    """
    first, measure = rows.iloc[0], measures.MEASURES[rows["measure"].iloc[0]]
    of_groups = measure.parts == "occupations"
    label = measure.label.replace("(", "volgens ").removesuffix(")")
    label = _capital(subject) if of_groups else label
    part = ""
    if measure.parts == "sectors" and first["breakdown"] != measure.part:
        part = f" {in_sector(_capital(subject))}"
    known = rows[rows["figure_low"].notna()]
    if known.empty:
        what = f"geen cijfer over {lowered(label)}{part}"
        return f"{listed(list(rows['region_name']))}: {what}" if len(rows) < 3 else _capital(what)
    unit = measure.brief_unit.removeprefix("openstaande ")
    said = [_in_title(row) for _, row in rows.iterrows()]
    if len(rows) == 1 and of_groups:
        figure = measures.short(first["figure_text"])
        return f"{label} in {first['region_name']}: {said[0]}, {figure} {unit}"
    period = str(first["period_label"])
    is_old = nl.aged(period, first["period"]) != period
    year = f", {first['period'][:4]}" if is_old else ""
    when = f", {period}" if first.get("is_behind") else year
    if len(rows) == 1:
        place = f", {_place(first, kind)}" if "known_rank_label" in rows else ""
        return f"{first['region_name']}{when}: {said[0]} {unit}{part}{place}"
    if len(rows) == 2:
        named = zip(rows["region_name"], said, strict=True)
        both = listed([f"{name} {text}" for name, text in named])
        has_unit = len(known) == 2 and not of_groups
        return f"{both} {unit}{part}{when}" if has_unit else f"{label}{part}{when}: {both}"
    highest, lowest = (_in_title(known.iloc[place]) for place in (0, -1))
    span = lowest if lowest == highest else f"{lowest} tot {highest}"
    return f"{label}{part} in {len(rows)} {kind}{when}: {span}"


def _in_title(row: pd.Series) -> str:
    return measures.short(str(row["class_label" if row["measure"] == "tension" else "figure_text"]))


def _capital(subject: str) -> str:
    return subject[:1].upper() + subject[1:]


def _place(row: pd.Series, kind: str) -> str:
    """Return which place a region of ``regios/ranking`` has: ``3e van 7 bekende provincies``."""
    known = " bekende" if row["missing_regions"] else ""
    place = "e–".join(str(row["known_rank_label"]).split("–"))
    return f"{place}e van {nl.number(row['known_regions'])}{known} {kind}"


@of_real_figures
def regions_basis(rows: pd.DataFrame, subject: str) -> str:
    """Return what a finding about regions rests on: who, when, of what, and how exactly.

    Args:
        rows: Rows of ``regios/ranking``, of the regions.
        subject: Which part of the measure, in Dutch.
    """
    first = rows.iloc[0]
    when = nl.aged(first["period_label"], first["period"])
    parts = [", ".join(filter(None, (first["publisher"], when))), *filter(None, [subject])]
    if not nl.is_missing(first["base_period"]):
        base = nl.aged(first["base_label"], first["base_period"])
        parts.append(f"hier berekend met de beroepsbevolking van {base}")
    margins = [_margin(row) for _, row in rows.iterrows()] if len(rows) <= 2 else []
    if any(margins):
        parts.append(f"door afronding {' en '.join(filter(None, margins))}")
    return f"{'; '.join(parts)}."


def _margin(row: pd.Series) -> str:
    """Return between what the figure of a row lies, where its rounding shows."""
    if nl.is_missing(row["figure"]) or row["measure"] == "tension":
        return ""
    bounds = (row["figure_low"], row["figure_high"])
    low, high = (nl.number(bound, decimals=int(row["decimals"])) for bound in bounds)
    return "" if low == high else f"{low} tot {high}"


def _by(row: pd.Series) -> str:
    """Return who published a figure of ``regios/latest``, or of whose figures it is made here."""
    if row["status"] != "estimated" or row["measure"] == "tension":
        return str(row["publisher"])
    base = "" if nl.is_missing(row["base_label"]) else f", beroepsbevolking {row['base_label']}"
    return f"berekend uit cijfers van {row['publisher']}{base}"


@of_real_figures
def measured_behind(row: pd.Series) -> str:
    """Return of ``regios/latest`` that its figure is older than the period shown, or nothing."""
    if not row["is_behind"]:
        return ""
    return (
        f"Het laatste cijfer voor {row['region_name']} is van "
        f"{in_period(row['period_label']).removeprefix('in ')}; een nieuwer is niet beschikbaar."
    )


def crosses(parts: pd.DataFrame) -> str:
    """Return in which provinces one region of ``regios/parts`` lies when in several, or nothing."""
    if len(parts) < 2:
        return ""
    places = [
        f"{row['province_name']} ({count(row['municipalities'], MUNICIPALITY)})"
        for _, row in parts.iterrows()
    ]
    return (
        f"{parts.iloc[0]['region_name']} ligt in meer dan één provincie: {listed(places)}. Een "
        "cijfer van deze regio gaat over alle delen samen en hoort bij geen provincie alleen."
    )


@of_real_figures
def sector_change(row: pd.Series) -> str:
    """Return how vacancies of ``regios/sector_changes`` compare with a year earlier."""
    now = nl.cell("open_vacancies", row["open_vacancies"], row["sign"])
    return f"**{row['sector_label']}**: {now}, {more_or_less(row['change'])}"


@of_real_figures
def trend(frame: pd.DataFrame, value: str) -> str:
    """Return the alt text of a series: per line its first, last, lowest and highest figure.

    Args:
        frame: Rows of one chart with ``region_name``, ``period_label`` and ``sign``;
            ``sector_label``, ``adjusted_label`` or ``occupation_label`` may tell lines apart too.
        value: Column with the figures.
    """
    keys = [name for name in LINE_COLUMNS if name in frame]
    lines = frame.groupby(keys, sort=False)
    return "; ".join(f"{', '.join(line)}: {_course(rows, value)}" for line, rows in lines)


def _course(rows: pd.DataFrame, value: str) -> str:
    known = rows[rows[value].notna()]
    if known.empty:
        return "geen cijfers beschikbaar"
    periods = known["period_label"].iloc[[0, -1]]
    places = (0, -1, known[value].argmin(), known[value].argmax())
    first, last, low, high = (_said(known.iloc[place], value) for place in places)
    gaps = len(rows) - len(known)
    return (
        f"{first} in {periods.iloc[0]}, {last} in {periods.iloc[1]}, laagste {low}, hoogste {high}"
        f"{f', {gaps} perioden zonder cijfer' if gaps else ''}"
    )


def _said(row: pd.Series, value: str) -> str:
    text = f"{value}_text"
    return str(row[text]) if text in row else nl.cell(value, row[value], row["sign"])


@of_real_figures
def known(rows: pd.DataFrame, name: str) -> str:
    """Return of which subjects of ``downloads/known`` an area has a figure, and of which none."""
    found = list(rows.loc[rows["is_known"].astype(bool), "subject_text"])
    total = count(len(rows), ("onderwerp", "onderwerpen"))
    if not found:
        return f"Over {name} is van geen van de {total} een cijfer geladen."
    if len(found) == len(rows):
        return f"Over {name} kennen we alle {total}."
    return f"Over {name} kennen we {nl.number(len(found))} van de {total}: {listed(found)}."


@of_real_figures
def beside_country(row: pd.Series, method: str) -> str:
    """Return the unemployment of a region beside that of Nederland in the same period.

    Args:
        row: A row of ``regios/ranking`` about the measure ``unemployment_pct``.
        method: By which it was measured: ``nieuwe methode``.
    """
    by = f"CBS, {method}"
    here = (
        f"In {row['region_name']} was {in_period(row['period_label'])} "
        f"**{measures.figure(row)}** van de beroepsbevolking werkloos"
    )
    country = measures.figure(row, "figure_country")
    if nl.is_missing(row["change_country"]):
        return f"{here}; van Nederland is geen cijfer bekend ({by})."
    if not row["is_changed_country"]:
        return f"{here}, in Nederland {country}; het verschil ligt binnen de afronding ({by})."
    change = more_or_less(row["change_country"], int(row["decimals"]), " procentpunt")
    return f"{here}, {change} dan in Nederland ({country}; {by})."


@of_real_figures
def largest_supply(rows: pd.DataFrame) -> str:
    """Return where most people learn, of a region in ``mbo/supply`` that has a figure."""
    row = rows.loc[rows["persons"].idxmax()]
    level = str(row["level_label"])
    of_known = " van wat bekend is" if rows["persons"].isna().any() else ""
    start = (
        f"In {row['region_name']} is {level[0].lower()}{level[1:]} {row['learning_path_label']} "
        f"het grootst{of_known}: "
        f"**{nl.number(row['persons'])} {row['unit_label']}** ({row['period_label']})"
    )
    if nl.is_missing(row["persons_year_before"]):
        return f"{start}; van een jaar eerder is geen cijfer bekend."
    return f"{start}, een jaar eerder {nl.number(row['persons_year_before'])}."


@of_real_figures
def supply_in_brief(rows: pd.DataFrame, field: str) -> str:
    """Return as a title where most people learn, of a region in ``mbo/supply``."""
    row = rows.loc[rows["persons"].idxmax()]
    return (
        f"{row['region_name']}: {nl.number(row['persons'])} {str(row['unit_label']).split()[0]} "
        f"op {lowered(str(row['level_label']))} {row['learning_path_label']}, het meest in {field}"
    )


@of_real_figures
def older_students(rows: pd.DataFrame, field_code: str) -> str:
    """Return as a title how many of all students study a field, of ``mbo/older_students``."""
    newest = rows[rows["school_year"].eq(rows["school_year"].max())]
    whole = newest[newest["learning_path"].eq("total")].set_index("field_code")
    of_all = f"{nl.number(whole.loc['total', 'students'])} mbo-studenten in Nederland"
    if field_code == "total" or field_code not in whole.index:
        return of_all
    row = whole.loc[field_code]
    field = str(row["study_field_label"]).split(",")[0]
    return f"{field}: {nl.number(row['students'])} van de {of_all}"


def open_questions(number: int, name: str) -> str:
    """Return how many open questions there are about an area."""
    questions = count(number, ("open vraag", "open vragen"))
    return f"Over {name} {agreeing(number, ('ligt', 'liggen'))} {questions} op tafel."


@of_real_figures
def adverts(rows: pd.DataFrame) -> str:
    """Return the newest index of ``overzicht/adverts`` beside that of a year earlier."""
    newest = rows.iloc[-1]
    until = f" (tot en met {nl.date(newest['last_on'])})" if newest["is_partial"] else ""
    said = (
        "**Index van vacatureadvertenties** (1 februari 2020 = 100): "
        f"{nl.cell('advert_index', newest['advert_index'])} in {newest['period_label']}{until}"
    )
    if nl.is_missing(newest["advert_index_year_before"]):
        return f"{said}."
    before = nl.cell("advert_index", newest["advert_index_year_before"])
    return f"{said}, {before} in {newest['before_label']}."


@of_real_figures
def national(rows: pd.DataFrame) -> str:
    """Return the newest figure of a series of ``regios/series``, its range, and a year earlier."""
    newest = rows[rows["figure"].notna()].iloc[-1]
    measure = measures.MEASURES[newest["measure"]]
    fine = int(newest["decimals"]) + 1
    said = (
        f"**{newest['figure_text']} {measure.brief_unit}** "
        f"{in_period(nl.aged(newest['period_label'], newest['period']))}"
    )
    if newest["status"] == "estimated":
        low, high = (nl.number(newest[at], decimals=fine) for at in ("figure_low", "figure_high"))
        said += f" (door afronding {low} tot {high})"
    a_year_before = newest["ends_on"] - pd.DateOffset(years=1)
    same = pd.to_datetime(rows["ends_on"]).dt.to_period("M") == a_year_before.to_period("M")
    before = rows[same & rows["figure"].notna()]
    if before.empty:
        return f"{said}."
    return f"{said}; {before['figure_text'].iloc[0]} {in_period(before['period_label'].iloc[0])}."
