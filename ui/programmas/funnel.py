"""Trajectories on screen: from intake to outcome, who works later, and the employer side."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import programme_bars
from ui.filters import boxes
from ui.parts import figures, shown
from ui.programmas import cells
from ui.programmas.programme import Programme

FROM_TO = (
    "Elk blok is het techniekdomein waarin iemand uitkwam, elke balk het domein van ervoor. "
    "Het aandeel is van wie in dat blok uitkwam."
)
MEASURABLE = (
    "Nog niet meetbaar: te kort geleden uitgestroomd; telt niet mee in de noemer. Niet bekend: wel "
    "te meten, niet gemeld; telt mee in de noemer en staat apart."
)
PARTICIPANTS_BY = {
    "doelgroep": "target_group",
    "positie bij de start": "position",
    "arbeidsmarktregio": "region",
    "beoogd techniekdomein": "field",
    "beoogde beroepsgroep": "occupation",
    "sector ervoor": "from_sector",
    "instrument": "instrument",
}
OUTCOMES_BY = {
    "techniekdomein erna": ("to_field", ""),
    "techniekdomein ervoor": ("from_field", ""),
    "sector erna": ("to_sector", ""),
    "van techniekdomein naar techniekdomein": ("from_field", "to_field"),
    "uitkomst per doelgroep": ("outcome", "target_group"),
    "uitkomst per beoogd techniekdomein": ("outcome", "field"),
    "uitkomst per arbeidsmarktregio": ("outcome", "region"),
    "uitkomst binnen en buiten de techniek": ("outcome", "technical"),
}


def steps(frame: pd.DataFrame, name: str) -> None:
    """Show how many came in, started, left and found what (``programmas/funnel``)."""
    figures.show_drawings(
        programme_bars.drawn(frame, label="step_label"),
        frame,
        about="Deelnames van intake tot uitkomst",
        columns=["step_label", "number", "of_whole_pct", "out_of_label", "whole_number"],
        terms=("funnel", "outcome", "participation", "protected_cells"),
        file_name=f"{name}_trajecten",
        legend="Gestart is een deel van de intake, uitgestroomd een deel van wie startte, een "
        f"uitkomst een deel van wie uitstroomde. {cells.RANGE}",
        texts=cells.SHARE,
    )


def placement(frame: pd.DataFrame, name: str) -> None:
    """Show the gross placement rate per year of exit (``programmas/placement_rate``)."""
    st.markdown(sentences.placement_moved(frame))
    figures.show_table(
        frame,
        ["period_label", "placed_pct", "placed", "exits_without_job", "outcome_unknown"],
        "Plaatsingspercentage (bruto) per jaar van uitstroom",
        terms=("placement_rate", "protected_cells"),
        file_name=f"{name}_plaatsingspercentage",
        said="Een nieuwe baan, van wie zonder vaste baan begon en uitstroomde. Wie onbekend bleef, "
        "telt mee in de noemer en staat apart. Per jaar van uitstroom en niet korter, want "
        f"kleinere aantallen zouden personen verraden. {cells.RANGE} {cells.GROSS}",
        texts={
            "placed_pct": lambda row: nl.rate(row, "placed", "placed", "exits_without_job"),
        },
    )


def at_work(frame: pd.DataFrame, name: str) -> None:
    """Show who works 6, 12 and 24 months after leaving (``programmas/at_work``)."""
    st.markdown(sentences.still_at_work(frame[frame["months"].eq(12)]))
    figures.show_drawings(
        programme_bars.drawn(frame, label="known_label", panel="months_label"),
        frame,
        about="Aan het werk na 6, 12 en 24 maanden, van wie dat te meten was",
        columns=["months_label", "known_label", "number", "of_whole_pct", "whole_number"],
        terms=("at_work", "protected_cells"),
        file_name=f"{name}_aan_het_werk",
        legend=f"{MEASURABLE} {cells.RANGE} {cells.GROSS}",
        texts=cells.SHARE,
    )


def routes(participants: pd.DataFrame, later: pd.DataFrame, name: str) -> None:
    """Show people in work at the start against those without a permanent job.

    Args:
        participants: The cells of participations by route.
        later: The cells of exits by whether they work after 12 months, and by route.
        name: Of the programme, in file names.
    """
    st.markdown(
        "Voor wie bij de start vast werk had of zelfstandige was, is behouden of doorgestroomd de "
        "uitkomst; voor de anderen, ook met een tijdelijke baan, een nieuwe baan. Ze zijn niet met "
        "elkaar te vergelijken."
    )
    cells.breakdown(
        participants,
        about="Deelnames naar positie op de arbeidsmarkt bij de start",
        terms=("participation", "outcome", "protected_cells"),
        key="routes",
        file_name=f"{name}_herkomst",
    )
    cells.breakdown(
        later,
        about="Aan het werk na 12 maanden, per herkomst",
        terms=("at_work", "protected_cells"),
        key="routes_later",
        file_name=f"{name}_aan_het_werk_per_herkomst",
        legend=f"Binnen elke herkomst. {MEASURABLE} {cells.GROSS}",
    )


@shown.part
def participants(programme: Programme) -> None:
    """Show who took part, divided as the reader chooses; that changes nothing else."""
    by = boxes.choose("Deelnames naar", "deelnames", list(PARTICIPANTS_BY))
    dimension = PARTICIPANTS_BY[by]
    cells.breakdown(
        programme.cells("participation", dimension),
        about=f"Deelnames naar {by}",
        terms=("participation", "protected_cells"),
        key="participants",
        file_name=f"{programme.id}_deelnames_{by}",
        legend=cells.OVERLAPS.get(dimension, ""),
    )


@shown.part
def outcomes(programme: Programme) -> None:
    """Show from where and to where people went, or what they found, as the reader chooses."""
    by = boxes.choose("Uitstroom naar", "uitstroom", list(OUTCOMES_BY))
    dimensions = OUTCOMES_BY[by]
    is_from_to = dimensions == ("from_field", "to_field")
    cells.breakdown(
        programme.cells("exit", *dimensions),
        about=f"Uitgestroomde deelnames: {by}",
        terms=("outcome", "protected_cells"),
        key="outcomes",
        file_name=f"{programme.id}_uitstroom_{by}",
        legend=FROM_TO if is_from_to else cells.OVERLAPS.get(dimensions[1], ""),
    )


def employers(frame: pd.DataFrame, name: str) -> None:
    """Show what employers registered, in all and per year (``programmas/employers``)."""
    figures.show_table(
        frame,
        [
            "period_label",
            "registered",
            "filled",
            "filled_pct",
            "not_filled",
            "match_interviews",
            "employers",
        ],
        "Vacatures, werkgevers en matchgesprekken",
        terms=("employer_side", "protected_cells"),
        file_name=f"{name}_werkgevers",
        said="Vervuld volgens het programma zelf. Werkgevers tellen één keer over de hele "
        f"looptijd. {cells.RANGE}",
        texts={"filled_pct": lambda row: nl.rate(row, "filled", "filled", "registered")},
    )
