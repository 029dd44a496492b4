"""The tightest technical occupations."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import (
    HOW,
    MOST_ROWS,
    MOST_SENTENCES,
    NO_TENSION,
    OF_ALL,
    filters,
    has_parts_of_tension,
    impossible,
    known,
    plain_lines,
)
from words import measures, tension


def slide(place: Place) -> Slide:
    """Return the tightest technical occupations; only from a real file of UWV."""
    found = known(place).set_index("measure", drop=False).loc["tension"]
    topic = "Krapste technische beroepen"
    if not found["is_known"]:
        has_parts = has_parts_of_tension()
        return Slide(
            key="tight",
            topic=topic,
            title=sentences.plain(
                impossible(
                    "de krapte van technische beroepen",
                    place.spoken,
                    f"er is {NO_TENSION}{OF_ALL if has_parts else ''}",
                )
            ),
            filters=filters(place),
            why_empty="UWV publiceert de spanning per arbeidsmarktregio en beroepsgroep in een "
            f"bestand dat nog niet {'volledig ' if has_parts else ''}is geladen; voorbeeldcijfers "
            "komen nooit in dit stuk. " + HOW,
        )
    codes = tuple(found["region_codes"])
    quarter = str(found["period"])
    together = queries.regios.latest(
        measure="tension",
        breakdown="all_technical",
        region_codes=codes,
        period=quarter,
        with_sample=False,
    )
    lines = [sentences.tension(row, "Alle technische beroepen") for _, row in together.iterrows()]
    where = f"arbeidsmarktregio: {found['region_text']}"
    if len(codes) > 1:
        rows = measures.texts(together)
        title, *lines = lines
        table = Table(
            rows,
            ("region_name", "class_label", "figure_text"),
            "Spanning van de technische beroepen samen, per arbeidsmarktregio",
        )
        frames: tuple[pd.DataFrame, ...] = (rows,)
    else:
        groups = queries.regios.tight_occupations(
            region_code=codes[0], quarter=quarter, with_sample=False
        )
        rows = tension_texts(groups)
        first = groups.iloc[0]
        newest = queries.regios.latest(
            measure="tension",
            breakdown=first["uwv_group_code"],
            region_codes=codes,
            period=quarter,
            with_sample=False,
        )
        title = sentences.tension(newest.iloc[0], first["occupation_label"])
        table = Table(
            rows.head(MOST_ROWS),
            (
                "occupation_label",
                "class_label",
                "tension_text",
                "open_vacancies",
                "ww_under_6_months",
            ),
            f"Krapste technische beroepen, {first['region_name']}",
        )
        frames = (rows, newest, together)
    return Slide(
        key="tight",
        topic=topic,
        title=sentences.plain(title),
        sentences=plain_lines(lines[:MOST_SENTENCES]),
        frames=frames,
        filters=filters(place, where),
        period=str(found["period_label"]),
        table=table,
    )


def tension_texts(groups: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``regios/tight_occupations`` with their tension as it may be said."""
    columns = ["tension_ratio", "tension_low", "tension_high", "sign"]
    return groups.assign(
        tension_text=[tension.ratio(*row) for row in groups[columns].itertuples(index=False)]
    )
