"""Verantwoording: sources, definitions, freshness, checks, and what is empty and why."""

import streamlit as st

import queries
import sentences
from queries import verantwoording as ask
from ui.about import accountability
from ui.frame import shell
from ui.parts import quotes, tables

shell.ensure()


def publications() -> None:
    """Show what was published about the programmes."""
    accountability.listed(
        ask.publications(with_sample=False),
        ["publisher", "title", "published_on", "retrieved_on", "programme_names", "url"],
        "Publicaties",
        "publicaties",
    )


def definitions() -> None:
    """Show what the terms mean."""
    accountability.listed(
        queries.herkomst.definitions(),
        ["title", "definition", "source"],
        "Termen en definities",
        "definities",
    )


def without_level() -> None:
    """Show which occupations have no level of mbo."""
    accountability.listed(
        ask.unmapped(),
        [
            "scope_label",
            "period_label",
            "occupations",
            "unmapped_occupations",
            "unmapped_pct",
            "unmapped_labels",
        ],
        "Beroepsgroepen zonder mbo-niveau (modelschatting)",
        "niveauverdeling",
    )


def checked() -> None:
    """Show what was checked, and which sums of CBS do not close."""
    accountability.checks(ask.checks(), ask.load())
    deviations = ask.known_deviations()
    st.markdown(
        f"In {len(deviations)} gevallen tellen gepubliceerde delen van CBS niet op tot het "
        "gepubliceerde totaal, ook niet met afronding. Wij tonen alle cijfers zoals CBS ze "
        "publiceerde."
    )
    accountability.listed(
        deviations,
        [
            "quarter_label",
            "region_name",
            "sector_label",
            "parts_label",
            "published",
            "sum_of_parts",
            "difference",
        ],
        "Bekende afwijkingen, in vacatures",
        "bekende_afwijkingen",
    )
    quoted()


def quoted() -> None:
    """Show which figures that pages quoted agree with the file of UWV that is loaded."""
    compared = ask.quotes_compared()
    st.markdown(sentences.quotes_compared(compared))
    if not compared.empty:
        accountability.listed(
            tables.written(
                compared, {"quoted_text": quotes.figure, "file_text": accountability.bounds}
            ),
            ["agrees_label", "period_label", "region_text", "indicator_label"]
            + ["quoted_text", "file_text", "url"],
            "Aangehaalde cijfers naast het bestand van UWV",
            "aanhalingen_vergeleken",
        )


def stories() -> None:
    """Show which published figures speak to what readers bring up, and what nobody measures."""
    accountability.stories(ask.stories())


def stands() -> None:
    """Show what is known of which kind of region, up to when, and what is not."""
    accountability.listed(
        ask.what_stands(),
        ["subject", "kind_label", "state_label", "newest_period_label"]
        + ["known_regions", "regions", "why_label"],
        "Wat staat waar",
        "wat_staat_waar",
    )


def missing() -> None:
    """Show what is empty, and why."""
    accountability.listed(
        ask.empty(),
        ["kind_label", "subject", "missing_label", "why_label"],
        "Wat ontbreekt",
        "leeg",
    )
    accountability.listed(
        ask.coverage(),
        ["quarter_label", "provinces", "sectors", "figures", "cells"],
        "Kwartalen zonder alle twaalf provincies en 24 sectoren",
        "dekking",
    )
    accountability.unmapped_categories(ask.unmapped_categories())


SECTIONS = {
    "Bronnen en versheid": lambda: accountability.releases(ask.releases()),
    "Betekenis van de termen": definitions,
    "Soorten cijfers en tekens": lambda: accountability.legend(ask.signs()),
    "Wat zeggen de bronnen over …": stories,
    "Wat staat waar": stands,
    "Wat is leeg, en waarom": missing,
    "Publicaties over de programma's": publications,
    "Controles en bekende afwijkingen": checked,
    "Breuken in regio's": lambda: accountability.region_breaks(ask.region_breaks()),
    "Niveauverdeling: wat niet is in te delen": without_level,
    "Bestanden die niet meetellen": lambda: accountability.left_out(ask.left_out()),
    "Voor de beheerder": lambda: accountability.commands(ask.empty()),
}

st.title("Verantwoording")
st.markdown("Waar elk cijfer vandaan komt, wat het betekent, hoe vers het is en wat ontbreekt.")
accountability.asked_term(queries.herkomst.definitions())
accountability.sections(SECTIONS)
