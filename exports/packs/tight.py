"""The tightest technical occupations."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs import common
from words import measures, tension

KEY, TOPIC = "tight", "Krapste beroepen, vakkrachten"
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
        return _nothing(place)
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


def _nothing(place: Place) -> Slide:
    has_parts = common.has_parts_of_tension()
    about = f"de krapte van vakkrachten in {place.spoken}"
    title = sentences.impossible(about, f"er is {common.no_tension()}")
    why = (
        "UWV publiceert de spanning per arbeidsmarktregio en beroepsgroep in een bestand dat nog "
        f"niet {'volledig ' if has_parts else ''}is geladen; voorbeeldcijfers komen nooit in dit "
        f"stuk. {common.HOW}"
    )
    return common.finding(KEY, TOPIC, title, [], common.filters(place), why_empty=why)


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
