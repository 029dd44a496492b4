"""Earlier deliveries on screen: what was decided, and undoing it once the change was shown."""

from __future__ import annotations

import streamlit as st

import queries
import words as nl
from ui.delivering import delivering
from ui.frame import commands
from ui.parts import empty, plain_tables

ASKED, DONE = "_deliveries_asked", "_deliveries_done"
REMOVED = "verwijderd"
Row = dict[str, str]


def show(names: dict[str, str]) -> None:
    """Show every delivery with its decision, and what can be undone.

    Args:
        names: The name of each programme by its id.
    """
    answer = _listed()
    if answer.data is None:
        commands.show_problem("De lijst kon niet worden gelezen.", answer.problem)
        return
    _say_done()
    rows: list[Row] = answer.data
    _pending(rows, names)
    if not rows:
        empty.show(
            "Eerdere aanleveringen", "Er is nog niets aangeleverd.", key="earlier_deliveries"
        )
        return
    heads = ("Programma", "Nummer", "Besluit", "Telt", "Besloten op", "Peildatum", "Rijen")
    plain_tables.show(heads, [_cells(row, names) for row in rows], "Aanleveringen en besluit")
    if st.button("Ververs de lijst", key="deliveries_again", icon=":material/refresh:"):
        st.session_state.pop(delivering.LIST, None)
        st.rerun()
    kept = [row for row in rows if row["state"] != REMOVED]
    if kept:
        _undo(kept, names)


def _listed() -> commands.Answer:
    if delivering.LIST not in st.session_state:
        st.session_state[delivering.LIST] = commands.etl("deliveries", "--json")
    found: commands.Answer = st.session_state[delivering.LIST]
    return found


def _cells(row: Row, names: dict[str, str]) -> list[str]:
    refused = f"; {row['refused']} geweigerd" if row["refused"] not in ("", "0") else ""
    return [
        names.get(row["programme_id"], row["programme_id"]),
        row["number"],
        row["state"],
        row["counts"] or "nee",
        nl.date(row["decided_at"][:10]),
        nl.date(row["as_of"]) if row["as_of"] else "",
        f"{row['rows']}{refused}",
    ]


def _pending(rows: list[Row], names: dict[str, str]) -> None:
    """Say when the figures on screen are not those of the deliveries that count."""
    counting = {row["programme_id"]: int(row["number"]) for row in rows if row["counts"]}
    built = queries.aanleveren.counting(with_sample=False)
    shown = dict(zip(built["programme_id"], built["delivery_number"], strict=True))
    if counting == shown:
        return
    st.warning("De cijfers op het scherm zijn nog niet die van de aanleveringen die nu tellen.")
    if st.button("Werk de cijfers bij", key="deliveries_build", icon=":material/sync:"):
        st.session_state[DONE] = ("", "", commands.build_with_bar())
        st.rerun()


def _undo(rows: list[Row], names: dict[str, str]) -> None:
    st.subheader("Terugdraaien of verwijderen")
    labels = {_label(row, names): row for row in reversed(rows)}
    chosen = labels[
        st.selectbox(
            "Aanlevering", list(labels), key="deliveries_chosen", placeholder="Kies een aanlevering"
        )
    ]
    with st.container(horizontal=True):
        if st.button(
            "Bekijk terugdraaien",
            key="rollback_look",
            icon=":material/undo:",
            disabled=not chosen["counts"],
        ):
            _look("rollback", chosen)
        if st.button("Bekijk verwijderen", key="remove_look", icon=":material/delete:"):
            _look("remove", chosen)
    if not chosen["counts"]:
        st.caption("Terugdraaien kan alleen met de aanlevering die telt.")
    command, row, answer = st.session_state.get(ASKED, ("", None, None))
    if row == chosen:
        _ask(command, row, answer, names)


def _label(row: Row, names: dict[str, str]) -> str:
    counts = ", telt" if row["counts"] else ""
    name = names.get(row["programme_id"], row["programme_id"])
    return f"{name}, nummer {row['number']} ({row['state']}{counts})"


def _arguments(command: str, row: Row) -> list[str]:
    own = ["--number", row["number"]] if command == "rollback" else [row["number"]]
    return [command, row["programme_id"], *own, "--json"]


def _look(command: str, row: Row) -> None:
    answer = commands.etl(*_arguments(command, row), "--check")
    st.session_state[ASKED] = (command, row, answer)


def _ask(command: str, row: Row, answer: commands.Answer, names: dict[str, str]) -> None:
    """Show what would change and ask for a confirmation; for good only after typing the number."""
    if answer.data is None:
        commands.show_problem("Dit kon niet worden nagegaan.", answer.problem)
        return
    lines = [[line.strip()] for line in answer.data["lines"]]
    plain_tables.show(("Wat er verandert",), lines, f"Aanlevering {row['number']}")
    number = row["number"]
    agreed = True
    if command == "remove":
        typed = st.text_input(
            f"Verwijderen is voorgoed. Typ {number} om te bevestigen.",
            key=f"remove_typed_{row['programme_id']}_{number}",
            width=420,
        )
        agreed = typed.strip() == number
    labels = {
        "rollback": f"Draai aanlevering {number} terug",
        "remove": f"Verwijder aanlevering {number} voorgoed",
    }
    with st.container(horizontal=True):
        go = st.button(labels[command], key="undo_confirm", type="primary")
        leave = st.button("Laat zo", key="undo_refuse", icon=":material/close:")
    if leave:
        st.session_state.pop(ASKED)
        st.rerun()
    if go and not agreed:
        st.error(f"Typ eerst {number} in het vak hierboven.")
    elif go:
        _carry_out(command, row, names)


def _carry_out(command: str, row: Row, names: dict[str, str]) -> None:
    done = commands.etl(*_arguments(command, row), "--yes")
    st.session_state.pop(ASKED)
    st.session_state.pop(delivering.LIST, None)
    if done.data is None or not done.data["done"]:
        said = f"Dat is niet gelukt. {done.problem}"
        st.session_state[DONE] = ("", "", said)
    else:
        past = {"rollback": "teruggedraaid", "remove": "voorgoed verwijderd"}[command]
        name = names.get(row["programme_id"], row["programme_id"])
        said = f"Aanlevering {row['number']} van {name} is {past}."
        st.session_state[DONE] = (said, name, commands.build_with_bar())
    st.rerun()


def _say_done() -> None:
    said, name, problem = st.session_state.pop(DONE, ("", "", ""))
    if said:
        st.success(said, icon=":material/check:")
        delivering.after_build(problem, name)
    elif problem:
        commands.show_problem("Dat is niet gelukt.", problem)
