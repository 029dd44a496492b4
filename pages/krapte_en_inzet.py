"""Krapte en inzet: does the effort of a programme land where it is tight?"""

import pandas as pd
import streamlit as st

from queries import krapte_en_inzet as ask
from queries import programmas
from ui.filters import boxes, periods, samples, subjects
from ui.frame import shell
from ui.parts import shown
from ui.programmas import cells, facts, landing, quadrants, what_if, while_running, white_spots
from ui.programmas.programme import Programme, chosen

shell.ensure()

SECTOR_CODES = ("307500", "350000", "391600")


@shown.part
def in_quadrants(programme: Programme, changes: pd.DataFrame) -> None:
    """Show what was done per 100 vacancies against how tight it was."""
    if not while_running.is_known(programme, changes, "Inzet van dit programma"):
        published(programme)
        return
    first, second, third, fourth = st.columns(4)
    with first:
        effort = subjects.effort()
    with second:
        grain = subjects.grain()
    with third:
        tight_from = subjects.tight_from()
    with fourth:
        much_from = subjects.much_from()
    frame = programme.one(
        ask.quadrants,
        subject=subjects.SUBJECTS[effort],
        grain=grain,
        tight_from=tight_from,
        much_from=much_from,
    )
    quadrants.show(frame, about=effort, tight_from=tight_from, name=programme.id, grain=grain)


@shown.part
def where_it_landed(programme: Programme, changes: pd.DataFrame) -> None:
    """Show which part of the effort went to what was tight when it was granted."""
    if while_running.is_known(programme, changes, "Waar vouchers en uitkomsten terechtkwamen"):
        landing.shares(programme.one(ask.landed), programme.id)
        st.header("Naar spanning")
        effort = subjects.effort()
        frame = programme.cells(subjects.SUBJECTS[effort], "tension_class")
        landing.classes(frame, effort, programme.id)


def published(programme: Programme) -> None:
    """Show the vacancies of CBS beside the published results, for a real programme."""
    if programme.profile["status"] == "sample":
        return
    st.header("Vacatures tijdens het programma")
    vacancies = ask.vacancies(
        programme_id=programme.id, sector_codes=SECTOR_CODES, until=periods.until()
    )
    while_running.vacancies(vacancies, programme.id)
    st.header("Wat het programma bereikte, volgens openbare bronnen")
    facts.results(programme.some(programmas.results), programme.id)


def meanwhile(programme: Programme, changes: pd.DataFrame) -> None:
    """Show what changed while the programme ran."""
    while_running.tension(changes, programme.id)
    published(programme)
    if changes.empty and programme.profile["status"] == "sample":
        while_running.is_known(programme, changes, "Wat er tijdens dit programma veranderde")


@shown.part
def nothing_yet(programme: Programme, changes: pd.DataFrame) -> None:
    """Show where effort and tension do not meet, and where no programme is known."""
    st.header("Waar krapte en inzet uit elkaar lopen")
    if while_running.is_known(programme, changes, "Inzet per gebied en techniekdomein"):
        first, second, third = st.columns(3)
        with first:
            effort = subjects.effort()
        with second:
            tight_from = subjects.tight_from()
        with third:
            much_from = subjects.much_from()
        frame = programme.one(
            ask.quadrants,
            subject=subjects.SUBJECTS[effort],
            grain="region_field",
            tight_from=tight_from,
            much_from=much_from,
        )
        white_spots.show(frame, effort, programme.id)
    st.header("Regio's zonder bekend programma")
    white_spots.regions(ask.regions_without_programme())


@shown.part
def suppose(programme: Programme, _: pd.DataFrame) -> None:
    """Let the reader move vouchers from one techniekdomein to another."""
    if programme.delivery.empty:
        while_running.not_delivered(programme, "Aandelen om mee te rekenen")
        return
    cells.about(programme.delivery)
    what_if.show(programme.one(ask.rates), programme.id)


VIEWS = {
    "Kwadranten": in_quadrants,
    "Waar het landde": where_it_landed,
    "Tijdens het programma": meanwhile,
    "Nog niets?": nothing_yet,
    "Wat als?": suppose,
}

st.title("Krapte en inzet")
st.markdown(
    "Kwam de inzet van een programma terecht waar het krap was, en wat veranderde intussen?"
)
with_sample = samples.wanted(
    "Elk programma met ‘(fictief)’ in zijn naam, met de krapte ernaast,",
    "programmes",
    "deliveries",
    "uwv_tension",
)
programme = chosen(with_sample)
boxes.views(VIEWS, programme, programme.one(ask.changes))
