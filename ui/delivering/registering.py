"""Registering a programme on screen: fill in or upload, report, what changes, and then confirm."""

from __future__ import annotations

import datetime

import streamlit as st

from etl import folders
from etl.errors import DataError, Problem
from etl.programmes import registering as registration
from etl.programmes.registering import Registered
from ui.delivering import delivering, downloads, registering_form
from ui.delivering.registering_words import REASONS, differing, place_of
from ui.frame import commands
from ui.parts import plain_tables

LOOKED, DONE, ROUND = "_registration_looked", "_registration_done", "_registration_round"
FILLED_IN, UPLOADED = "Invullen", "Een TOML-bestand"


def show() -> None:
    """Show the way from a filled in form, or a file, to a registered programme."""
    st.markdown(
        "Leg vast wat een programma beoogt, waar, wanneer en met welk geld. Daarna kan het "
        "aanleveren. Wie hetzelfde kenmerk nog eens registreert, vervangt de eerdere gegevens."
    )
    way = st.radio("Hoe?", (FILLED_IN, UPLOADED), key="register_way", horizontal=True)
    if way == FILLED_IN:
        registering_form.begin()
    content = registering_form.filled_in() if way == FILLED_IN else _file()
    _say_done()
    if st.button(
        "Controleer de gegevens",
        key="register_check",
        icon=":material/rule:",
        disabled=content is None,
    ):
        st.session_state[LOOKED] = (content, _registered(content or b"", dry_run=True))
    looked, found = st.session_state.get(LOOKED, (None, None))
    if looked != content or found is None:
        return
    if isinstance(found, Registered):
        _decide(content or b"", found)
    else:
        _report(found)


def _file() -> bytes | None:
    example, name = registration.EXAMPLE.read_bytes, "programma.toml"
    downloads.button("Voorbeeld (toml)", example, name, downloads.TEXT, "register_example")
    number = st.session_state.setdefault(ROUND, 0)
    file = st.file_uploader(
        "Bestand met één programma (toml)", type=["toml"], key=f"register_{number}"
    )
    return file.getvalue() if file else None


def _registered(content: bytes, *, dry_run: bool) -> Registered | list[Problem]:
    try:
        return registration.register(
            "programma",
            content,
            folders.RAW,
            folders.SAMPLE,
            datetime.date.today(),
            dry_run=dry_run,
        )
    except DataError as error:
        return error.problems


def _report(problems: list[Problem]) -> None:
    st.error("Zo kan dit programma niet worden geregistreerd; er is niets gewijzigd.")
    rows = [[place_of(problem), problem.value or "", REASONS[problem.kind]] for problem in problems]
    plain_tables.show(("Gegeven", "Waarde", "Reden"), rows, "Wat er niet klopt")


def _decide(content: bytes, found: Registered) -> None:
    if not found.is_new:
        st.info("Precies dit is al geregistreerd; er verandert niets.")
        return
    name = found.registration.name
    if found.before:
        st.success(f"{name} kan worden bijgewerkt; er is nog niets gewijzigd.")
    else:
        st.success(f"{name} kan worden geregistreerd; er is nog niets gewijzigd.")
    rows = differing(found.before, found.registration)
    plain_tables.show(("Gegeven", "Nu", "Straks"), rows, "Wat er verandert")
    with st.container(horizontal=True):
        agreed = st.button("Registreren en cijfers bijwerken", key="register_go", type="primary")
        leave = st.button("Niet registreren", key="register_leave", icon=":material/close:")
        file, label = f"{found.registration.programme_id}.toml", "Bewaar deze gegevens (toml)"
        downloads.button(label, content, file, downloads.TEXT, "register_save")
    if agreed or leave:
        st.session_state.pop(LOOKED)
    if agreed:
        done = _registered(content, dry_run=False)
        is_done = isinstance(done, Registered)
        problem = commands.build_with_bar() if is_done else ""
        st.session_state[DONE] = (name, is_done, problem)
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    if agreed or leave:
        st.rerun()


def _say_done() -> None:
    name, is_done, problem = st.session_state.pop(DONE, ("", False, ""))
    if not name:
        return
    if is_done:
        st.success(f"{name} is geregistreerd.", icon=":material/check:")
        delivering.after_build(problem, name)
    else:
        st.error("Intussen is dit kenmerk of deze naam vergeven; controleer de gegevens opnieuw.")
