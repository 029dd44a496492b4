"""Sinds de vorige vergadering: what is new, revised, delivered, tighter or looser since then."""

import datetime
from typing import Any

import streamlit as st

import queries
from ui.filters import periods, samples
from ui.frame import shell
from ui.meeting import since

shell.ensure()

st.title("Sinds de vorige vergadering")
with_sample = samples.wanted("Een deel van de aanleveringen", "deliveries")
first, last = periods.between(datetime.date.today())
asked: dict[str, Any] = {"since_day": first.isoformat(), "until_day": last.isoformat()}
since.headline(queries.sinds.summary(**asked, with_sample=False))
since.lists(
    (
        since.List(
            "nieuwe perioden",
            queries.sinds.periods(**asked),
            (
                "source_title",
                "table_label",
                "new_periods_label",
                "periods",
                "figures",
                "known_on",
                "known_by_label",
            ),
            terms=("known_on",),
        ),
        since.List(
            "herziene cijfers",
            since.changed_texts(queries.sinds.revisions(**asked)),
            (
                "table_label",
                "subject_label",
                "region_name",
                "period_label",
                "old_figure_text",
                "new_figure_text",
                "known_on",
            ),
            terms=("known_on", "revised_figure"),
        ),
        since.List(
            "aanleveringen van programma's",
            queries.sinds.deliveries(**asked, with_sample=with_sample),
            ("programme_name", "delivery_number", "as_of_on", "delivered_on"),
            terms=("programme",),
            about="Alleen de aanlevering die nu telt is openbaar; wat zij verving, is dat niet.",
        ),
        since.List(
            "feiten over programma's",
            queries.sinds.programmes(**asked, with_sample=with_sample),
            (
                "programme_name",
                "what_label",
                "facts_added",
                "facts_revised",
                "facts_withdrawn",
                "changes_label",
                "known_on",
            ),
            terms=("programme", "programme_result"),
            about="Uit openbare bronnen en opgaven van programma's zelf. Bij een eerste levering "
            "zijn de feiten ouder dan de dag waarop ze werden ingelezen.",
        ),
        since.List(
            "beroepen die over een grens van krapte gingen",
            queries.sinds.classes(**asked, with_sample=False),
            (
                "region_name",
                "occupation_label",
                "quarter_then_label",
                "class_then_label",
                "quarter_now_label",
                "class_now_label",
                "direction_label",
            ),
            terms=("tension", "uwv_group", "field_tension"),
            about="Het nieuwste kwartaal dat toen bekend was naast het nieuwste dat nu bekend is, "
            "alleen waar beide klassen zeker zijn.",
        ),
    )
)
since.unknown(queries.sinds.moments())
