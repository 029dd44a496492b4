"""Krapte en inzet: does the effort of a programme land where it is tight?"""

import pandas as pd
import streamlit as st

import queries
from ui import filters
from ui.frame import shell
from ui.parts import empty, notes
from ui.programmas import landing, programme_cells, quadrants, what_if, while_running, white_spots
from ui.programmas import programmes as shown

shell.ensure()

SECTOR_CODES = ("307500", "350000", "391600")


def cells(subject: str, dimension_1: str) -> pd.DataFrame:
    """Return one table of protected numbers of the programme shown."""
    return queries.programmas.cells(
        programme_ids=(programme_id,),
        subject=subject,
        dimension_1=dimension_1,
        dimension_2="",
        period_kind="all",
        with_sample=with_sample,
    )


def beside(subject: str, grain: str, thresholds: tuple[float, float | None]) -> pd.DataFrame:
    """Return what was done beside how tight it was."""
    return queries.krapte_en_inzet.quadrants(
        programme_id=programme_id,
        subject=subject,
        grain=grain,
        tight_from=thresholds[0],
        much_from=thresholds[1],
        with_sample=with_sample,
    )


def not_delivered(about: str) -> None:
    """Say that this programme delivered nothing, and where what is published of it stands."""
    empty.show(
        about,
        "Dit programma leverde geen gegevens aan: hoeveel het per gebied en techniekdomein deed, "
        "is nooit gepubliceerd. Wat openbare bronnen wel melden, staat hier onder ‘Tijdens het "
        "programma’, naast de vacatures van CBS.",
        how=f"python -m etl import BESTAND --programme {programme_id}",
        key="not_delivered",
    )


def is_known(about: str) -> bool:
    """Say what is missing when this programme delivered nothing, or no tension stands beside it."""
    if delivery.empty:
        not_delivered(about)
        return False
    programme_cells.about(delivery)
    if changes.empty:
        empty.show(
            f"{about} naast de krapte",
            "Er is geen bestand van UWV geladen: verzonnen krapte staat niet naast echte "
            "aantallen, en echte krapte niet naast verzonnen aantallen.",
            how="python -m etl import BESTAND",
            key="no_tension",
        )
        return False
    return True


@st.fragment
def in_quadrants() -> None:
    """Show what was done per 100 vacancies against how tight it was."""
    if not is_known("Inzet van dit programma"):
        published()
        return
    boxes = st.columns(4)
    with boxes[0]:
        effort = filters.effort()
    with boxes[1]:
        grain = filters.grain()
    with boxes[2]:
        tight_from = filters.tight_from()
    with boxes[3]:
        much_from = filters.much_from()
    frame = beside(filters.SUBJECTS[effort], filters.GRAINS[grain], (tight_from, much_from))
    quadrants.show(
        frame,
        about=effort,
        tight_from=tight_from,
        name=programme_id,
        grain=filters.GRAINS[grain],
    )


@st.fragment
def where_it_landed() -> None:
    """Show which part of the effort went to what was tight when it was granted."""
    if not is_known("Waar vouchers en uitkomsten terechtkwamen"):
        return
    landed = queries.krapte_en_inzet.landed(programme_id=programme_id, with_sample=with_sample)
    landing.shares(landed, programme_id)
    st.header("Naar spanning")
    effort = filters.effort()
    landing.classes(effort, filters.SUBJECTS[effort], cells, programme_id)


def published() -> None:
    """Show the vacancies of CBS beside the published results, for a real programme."""
    if profile["status"] == "sample":
        return
    st.header("Vacatures tijdens het programma")
    vacancies = queries.krapte_en_inzet.vacancies(
        programme_id=programme_id, sector_codes=SECTOR_CODES, until=filters.until()
    )
    if vacancies.empty:
        empty.show(
            "Openstaande vacatures tijdens dit programma",
            "Van het begin of het einde is geen maand bekend, of CBS publiceert voor dit gebied "
            "geen vacatures.",
            key="no_vacancies",
        )
    else:
        while_running.vacancies(vacancies, programme_id)
    st.header("Wat het programma bereikte, volgens openbare bronnen")
    results = queries.programmas.results(programme_ids=(programme_id,), with_sample=with_sample)
    shown.results(results)
    notes.under(
        results, terms=("programme_result",), key="results", file_name=f"{programme_id}_resultaten"
    )


def meanwhile() -> None:
    """Show what changed while the programme ran."""
    if not changes.empty:
        st.header("Spanning in het eerste en het laatste kwartaal, en nu")
        while_running.tension(changes, programme_id)
    published()
    if changes.empty and profile["status"] == "sample":
        is_known("Wat er tijdens dit programma veranderde")


@st.fragment
def nothing_yet() -> None:
    """Show where effort and tension do not meet, and where no programme is known."""
    st.header("Waar krapte en inzet uit elkaar lopen")
    if is_known("Inzet per gebied en techniekdomein"):
        boxes = st.columns(3)
        with boxes[0]:
            effort = filters.effort()
        with boxes[1]:
            tight_from = filters.tight_from()
        with boxes[2]:
            much_from = filters.much_from()
        frame = beside(filters.SUBJECTS[effort], "region_field", (tight_from, much_from))
        white_spots.show(frame, effort, programme_id)
    st.header("Regio's zonder bekend programma")
    white_spots.regions(queries.krapte_en_inzet.regions_without_programme())


@st.fragment
def suppose() -> None:
    """Let the reader move vouchers from one techniekdomein to another."""
    if delivery.empty:
        not_delivered("Aandelen om mee te rekenen")
        return
    programme_cells.about(delivery)
    rates = queries.krapte_en_inzet.rates(programme_id=programme_id, with_sample=with_sample)
    what_if.show(rates, programme_id)


st.title("Krapte en inzet")
st.markdown(
    "Kwam de inzet van een programma terecht waar het krap was, en wat veranderde intussen?"
)
with_sample = filters.with_sample(
    "Elk programma met ‘(fictief)’ in zijn naam, met de krapte ernaast,",
    "programmes",
    "deliveries",
    "uwv_tension",
)

profile = shown.chosen(with_sample)
programme_id: str = profile["programme_id"]
delivery = queries.programmas.deliveries(programme_ids=(programme_id,), with_sample=with_sample)
changes = queries.krapte_en_inzet.changes(programme_id=programme_id, with_sample=with_sample)

filters.views(
    {
        "Kwadranten": in_quadrants,
        "Waar het landde": where_it_landed,
        "Tijdens het programma": meanwhile,
        "Nog niets?": nothing_yet,
        "Wat als?": suppose,
    }
)
