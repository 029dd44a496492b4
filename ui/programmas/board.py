"""The scoreboard of all programmes: those of the area first, the others of the country folded."""

from html import escape

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import scoreboard
from drawings.sorting import AS_THEY_ARE, Sorting
from queries import programmas as ask
from ui.filters import areas, periods
from ui.filters.addresses import to
from ui.parts import markup, notes
from ui.programmas.programme import Programme

ORDER = "volgorde"
LEGEND = (
    "Zwarte streep: het doel; bij twee bronnen twee strepen. Gearceerd: doel of resultaat is niet "
    "gepubliceerd. Programma's worden niet opgeteld. Per 100 vacatures: het gemiddelde aantal "
    "openstaande vacatures (CBS) van begin tot resultaat, in de industrie of, bij een programma "
    "voor alle sectoren, in alle sectoren. Bruto; netto-effect niet vastgesteld."
)


def show(*, with_sample: bool) -> None:
    """Show a row per programme, each a link that opens it."""
    near = areas.of_label(areas.chosen_area())
    frame = asked(with_sample=with_sample)
    rows = frame.to_dict("records")
    ids = tuple(frame["programme_id"])
    money = ask.money(programme_ids=ids, with_sample=with_sample).to_dict("records")
    sorting = Sorting(
        st.query_params.get(ORDER, AS_THEY_ARE),
        lambda name: to("programmas", **{ORDER: name}),
    )
    here = [row for row in rows if row["is_near"]]
    others = [row for row in rows if not row["is_near"]]
    st.markdown(sentences.how_many_reached(here))
    drawn = [
        scoreboard.draw(
            part,
            money,
            lambda row: to("programmas", programma=row["programme_name"]),
            caption=caption,
            sorting=sorting,
        )
        for part, caption in (
            (here, f"Programma's in {near.spoken}"),
            (others, "Programma's elders in het land"),
        )
    ]
    below = (
        f"<details><summary>Programma’s elders in het land ({len(others)})</summary>"
        f"{drawn[1]}</details>"
    )
    markup.show(
        drawn[0] + (below if others else "") + f'<p class="vkm-board-legend">{escape(LEGEND)}</p>',
        key="scoreboard",
    )
    notes.under(
        frame,
        terms=("programme", "target_realisation_pct", "published_per_100", "programme_budget"),
        file_name="programmas",
        title="Programma's: doel, resultaat en vacatures",
    )


def show_one(programme: Programme) -> None:
    """Show the name of a programme, what the scoreboard says of it, and the way back there."""
    profile = programme.profile
    markup.show(f'<a href="{escape(to("programmas"))}">← Alle programma’s</a>', key="back")
    st.title(nl.letters(profile["programme_name"]))
    frame = asked(with_sample=programme.with_sample)
    [row] = frame[frame["programme_id"].eq(programme.id)].to_dict("records")
    amounts = programme.some(ask.money).to_dict("records")
    said = " · ".join(
        (
            nl.period(profile),
            profile["state_label"],
            profile["region_names"],
            profile["scope_label"],
        )
    )
    mark = scoreboard.FICTITIOUS if profile["status"] == "sample" else ""
    pair = sentences.not_divided(row, amounts) if programme.delivery.empty else ""
    markup.show(
        f"<p>{escape(said)}{mark}</p>{scoreboard.tiles(row, amounts)}<p>{escape(pair)}</p>",
        key="programme",
    )


def asked(*, with_sample: bool) -> pd.DataFrame:
    """Return the answer to ``programmas/scoreboard`` for the area that the reader chose."""
    near = areas.of_label(areas.chosen_area())
    return ask.scoreboard(
        region_codes=near.codes,
        province_codes=near.provinces,
        with_sample=with_sample,
        until=periods.until(),
    )
