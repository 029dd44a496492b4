"""Krapte en inzet: what went in, what came out, and what the shortage did meanwhile."""

import streamlit as st

from queries import krapte_en_inzet as ask
from queries import programmas
from ui.filters import boxes, periods, samples, subjects
from ui.frame import shell
from ui.parts import shown
from ui.programmas import (
    cells,
    facts,
    landing,
    meanwhile,
    quadrants,
    strips,
    what_if,
    while_running,
    white_spots,
)
from ui.programmas.meanwhile import Known
from ui.programmas.programme import Programme

shell.ensure()

SECTOR_CODES = ("307500", "350000", "391600")


@shown.part
def in_quadrants(programme: Programme) -> None:
    """Show what was done per 100 vacancies against how tight it was."""
    cells.about(programme.delivery)
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
def where_it_landed(programme: Programme) -> None:
    """Show which part of the effort went to what was tight when it was granted."""
    cells.about(programme.delivery)
    landing.shares(programme.one(ask.landed), programme.id)
    st.header("Naar spanning")
    effort = subjects.effort()
    frame = programme.cells(subjects.SUBJECTS[effort], "tension_class")
    landing.classes(frame, effort, programme.id)


def during(programme: Programme) -> None:
    """Show what changed while the programme ran, beside what it published."""
    while_running.tension(programme.one(ask.changes), programme.id)
    if programme.profile["status"] == "sample":
        return
    st.header("Vacatures tijdens het programma")
    vacancies = ask.vacancies(
        programme_id=programme.id, sector_codes=SECTOR_CODES, until=periods.until()
    )
    while_running.vacancies(vacancies, programme.id)
    st.header("Wat het programma bereikte, volgens openbare bronnen")
    facts.results(programme.some(programmas.results), programme.id)


@shown.part
def spots(programme: Programme) -> None:
    """Show where effort and tension of a programme do not meet."""
    st.header("Waar krapte en inzet uit elkaar lopen")
    cells.about(programme.delivery)
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


def nothing_yet(known: Known) -> None:
    """Show where effort and tension do not meet, and where no programme is known."""
    if known.beside_tension:
        meanwhile.of_one(known.beside_tension, spots, known.with_sample)
    st.header("Regio's zonder bekend programma")
    white_spots.regions(ask.regions_without_programme())


@shown.part
def suppose(programme: Programme) -> None:
    """Let the reader move vouchers from one techniekdomein to another."""
    cells.about(programme.delivery)
    what_if.show(programme.one(ask.rates), programme.id)


st.title("Wat ging erin, wat kwam eruit, en wat deed de krapte intussen?")
with_sample = samples.wanted(
    "Elk programma met ‘(fictief)’ in zijn naam, met de krapte ernaast,",
    "programmes",
    "deliveries",
    "uwv_tension",
)
known = meanwhile.known(with_sample=with_sample)
boxes.views(
    {
        "Per programma": strips.show,
        **meanwhile.views(
            known.beside_tension,
            **{"Hulp en krapte": in_quadrants, "Waar het landde": where_it_landed},
        ),
        **meanwhile.views(known.running, **{"Tijdens het programma": during}),
        "Nog niets?": nothing_yet,
        **meanwhile.views(known.delivered, **{"Wat als?": suppose}),
    },
    known,
)
