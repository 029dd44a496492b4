"""The tightest technical occupations."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Slide, Table
from answers.places import Place
from exports.packs import common
from words import measures, tension

KEY, TOPIC = "tight", "Krapste beroepen, vakkrachten"
SHORTAGE, ALL_SECTORS = "vacancies_per_1000_labour_force", "T001081"
EMPLOYED = ("brc_label", "employed", "change_text", "high_edu_pct")
PER_REGION = ("region_name", "class_label", "figure_text")
PER_OCCUPATION = (
    "occupation_label",
    "class_label",
    "tension_text",
    "open_vacancies",
    "ww_under_6_months",
)


def slide(place: Place) -> Slide:
    """Return the tightest technical occupations; only from a real file of UWV."""
    found = common.known(place).loc["tension"]
    if not found["is_known"]:
        return _national(place)
    codes, quarter = tuple(found["region_codes"]), str(found["period"])
    together = _latest(tension.CRAFTS, codes, quarter)
    lines = [sentences.tension(row, tension.SETS[tension.CRAFTS]) for _, row in together.iterrows()]
    if len(codes) > 1:
        rows = measures.texts(together)
        title, *lines = lines
        caption = "Spanning van de vakkrachten samen, per arbeidsmarktregio"
        table = Table(rows, PER_REGION, caption)
        frames: tuple[pd.DataFrame, ...] = (rows,)
    else:
        groups = queries.regios.tight_occupations(
            selection=tension.CRAFTS, region_code=codes[0], quarter=quarter, with_sample=False
        )
        rows, first = tension_texts(groups), groups.iloc[0]
        newest = _latest(first["uwv_group_code"], codes, quarter)
        title = sentences.tension(newest.iloc[0], first["occupation_label"])
        caption = tension.tightest(first)
        table = Table(rows.head(common.MOST_ROWS), PER_OCCUPATION, caption)
        frames = (rows, newest, together)
    return common.finding(
        KEY,
        TOPIC,
        title,
        lines[: common.MOST_SENTENCES],
        common.filters(place, f"arbeidsmarktregio: {found['region_text']}"),
        frames=frames,
        period=str(found["period_label"]),
        table=table,
    )


def _national(place: Place) -> Slide:
    """Return who works in them in the whole country, where no tension is known here."""
    rows = queries.beroepen.employed(selection=tension.CRAFTS, with_sample=False)
    missing = (
        f"Hoe krap vakkrachten in {place.spoken} zijn, is niet bekend: er is "
        f"{common.no_tension()}. Daarom staan hier werkenden in heel Nederland."
    )
    if rows.empty:
        return common.finding(KEY, TOPIC, "", [], common.filters(place), why_empty=missing)
    rows = rows.assign(change_text=[sentences.employed_change(row) for _, row in rows.iterrows()])
    first = rows.iloc[0]
    period = nl.aged(first["period_label"], first["period"])
    skill, shortage = queries.mbo.skill_vacancies(), _shortage(place)
    return common.finding(
        KEY,
        "Vakkrachten in heel Nederland",
        f"{sentences.most_employed(rows)}.",
        [*sentences.each(sentences.newest, shortage), missing, sentences.newest_split(skill)],
        f"{common.filters(place)}; cijfers: heel Nederland",
        frames=(rows, skill, shortage),
        period=period,
        table=common.some(rows, EMPLOYED, f"Werkenden in Nederland, {period}"),
    )


def _shortage(place: Place) -> pd.DataFrame:
    """Return how many vacancies stood open in all sectors per 1 000 of the labour force."""
    periods = queries.filters.periods(
        measure=SHORTAGE, breakdown=ALL_SECTORS, kind="provincie", with_sample=False
    )
    rows = queries.regios.latest(
        measure=SHORTAGE,
        breakdown=ALL_SECTORS,
        region_codes=place.provinces,
        period=str(periods["period"].max()),
        with_sample=False,
    )
    aged = [nl.aged(row["period_label"], row["period"]) for _, row in rows.iterrows()]
    return rows.assign(period_label=aged)


def _latest(breakdown: str, codes: tuple[str, ...], quarter: str) -> pd.DataFrame:
    return queries.regios.latest(
        measure="tension",
        breakdown=breakdown,
        region_codes=codes,
        period=quarter,
        with_sample=False,
    )


def tension_texts(groups: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``regios/tight_occupations`` with their tension as it may be said."""
    return groups.assign(tension_text=tension.ratios(groups))
