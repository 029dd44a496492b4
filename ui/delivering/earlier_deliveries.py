"""Earlier deliveries on screen: what was decided, and undoing it once the change was shown."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

import queries
import words as nl
from ui.delivering import delivering
from ui.frame import commands
from ui.parts import empty, plain_tables

ASKED, DONE = "_deliveries_asked", "_deliveries_done"
REMOVED = "verwijderd"
Row = dict[str, str]


class Command(NamedTuple):
    """What the buttons of a command say to look first and to go on, and what is done then."""

    look: str
    icon: str
    go: str
    done: str


COMMANDS = {
    "rollback": Command(
        "Bekijk terugdraaien", "undo", "Draai aanlevering {} terug", "teruggedraaid"
    ),
    "remove": Command(
        "Bekijk verwijderen", "delete", "Verwijder aanlevering {} voorgoed", "voorgoed verwijderd"
    ),
}


def show(names: dict[str, str]) -> None:
    """Show every delivery with its decision, and what can be undone, with the names by id."""
    if delivering.LIST not in st.session_state:
        st.session_state[delivering.LIST] = commands.etl("deliveries", "--json")
    answer: commands.Answer = st.session_state[delivering.LIST]
    if answer.data is None:
        commands.show_problem("De lijst kon niet worden gelezen.", answer.problem)
        return
    _say_done()
    rows: list[Row] = [
        {**row, "name": names.get(row["programme_id"], row["programme_id"])} for row in answer.data
    ]
    _pending(rows)
    if not rows:
        empty.show(
            "Eerdere aanleveringen", "Er is nog niets aangeleverd.", key="earlier_deliveries"
        )
        return
    heads = ("Programma", "Nummer", "Besluit", "Telt", "Besloten op", "Peildatum", "Rijen")
    plain_tables.show(heads, [_cells(row) for row in rows], "Aanleveringen en besluit")
    if st.button("Ververs de lijst", key="deliveries_again", icon=":material/refresh:"):
        st.session_state.pop(delivering.LIST, None)
        st.rerun()
    kept = [row for row in rows if row["state"] != REMOVED]
    if kept:
        _undo(kept)


def _cells(row: Row) -> list[str]:
    refused = f"; {row['refused']} geweigerd" if row["refused"] not in ("", "0") else ""
    return [
        row["name"],
        row["number"],
        row["state"],
        row["counts"] or "nee",
        nl.date(row["decided_at"][:10]),
        nl.date(row["as_of"]) if row["as_of"] else "",
        f"{row['rows']}{refused}",
    ]


def _pending(rows: list[Row]) -> None:
    """Say when the figures on screen are not those of the deliveries that count."""
    counting = {row["programme_id"]: int(row["number"]) for row in rows if row["counts"]}
    built = queries.aanleveren.counting(with_sample=False)
    if counting == dict(zip(built["programme_id"], built["delivery_number"], strict=True)):
        return
    st.warning("De cijfers op het scherm zijn nog niet die van de aanleveringen die nu tellen.")
    if st.button("Werk de cijfers bij", key="deliveries_build", icon=":material/sync:"):
        st.session_state[DONE] = ("", "", commands.build_with_bar())
        st.rerun()


def _undo(rows: list[Row]) -> None:
    st.subheader("Terugdraaien of verwijderen")
    labels = {_label(row): row for row in reversed(rows)}
    chosen = labels[
        st.selectbox(
            "Aanlevering", list(labels), key="deliveries_chosen", placeholder="Kies een aanlevering"
        )
    ]
    with st.container(horizontal=True):
        for command, (look, icon, *_) in COMMANDS.items():
            if st.button(
                look,
                key=f"{command}_look",
                icon=f":material/{icon}:",
                disabled=command == "rollback" and not chosen["counts"],
            ):
                answer = commands.etl(*_arguments(command, chosen), "--check")
                st.session_state[ASKED] = (command, chosen, answer)
    if not chosen["counts"]:
        st.caption("Terugdraaien kan alleen met de aanlevering die telt.")
    command, row, answer = st.session_state.get(ASKED, ("", None, None))
    if row == chosen:
        _ask(command, row, answer)


def _label(row: Row) -> str:
    counts = ", telt" if row["counts"] else ""
    return f"{row['name']}, nummer {row['number']} ({row['state']}{counts})"


def _arguments(command: str, row: Row) -> list[str]:
    own = ["--number", row["number"]] if command == "rollback" else [row["number"]]
    return [command, row["programme_id"], *own, "--json"]


def _ask(command: str, row: Row, answer: commands.Answer) -> None:
    """Show what would change and ask for a confirmation; for good only after typing the number."""
    if answer.data is None:
        commands.show_problem("Dit kon niet worden nagegaan.", answer.problem)
        return
    number = row["number"]
    lines = [[line.strip()] for line in answer.data["lines"]]
    plain_tables.show(("Wat er verandert",), lines, f"Aanlevering {number}")
    agreed = True
    if command == "remove":
        typed = st.text_input(
            f"Verwijderen is voorgoed. Typ {number} om te bevestigen.",
            key=f"remove_typed_{row['programme_id']}_{number}",
            width=420,
        )
        agreed = typed.strip() == number
    with st.container(horizontal=True):
        go = st.button(COMMANDS[command].go.format(number), key="undo_confirm", type="primary")
        leave = st.button("Laat zo", key="undo_refuse", icon=":material/close:")
    if leave:
        st.session_state.pop(ASKED)
        st.rerun()
    if go and not agreed:
        st.error(f"Typ eerst {number} in het vak hierboven.")
    elif go:
        _carry_out(command, row)


def _carry_out(command: str, row: Row) -> None:
    done = commands.etl(*_arguments(command, row), "--yes")
    st.session_state.pop(ASKED)
    st.session_state.pop(delivering.LIST, None)
    if done.data and done.data["done"]:
        said = f"Aanlevering {row['number']} van {row['name']} is {COMMANDS[command].done}."
        st.session_state[DONE] = (said, row["name"], commands.build_with_bar())
    else:
        st.session_state[DONE] = ("", "", f"Dat is niet gelukt. {done.problem}")
    st.rerun()


def _say_done() -> None:
    said, name, problem = st.session_state.pop(DONE, ("", "", ""))
    if said:
        st.success(said, icon=":material/check:")
        delivering.after_build(problem, name)
    elif problem:
        commands.show_problem("Dat is niet gelukt.", problem)
