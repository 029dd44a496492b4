"""Delivering on screen: template, upload, report, what changes, and only then the decision.

The uploaded file stays in the memory of the session and is let go of after the decision. What is
kept of it is what the command answered, which holds no personal value.
"""

from __future__ import annotations

import datetime
from typing import Any

import streamlit as st

import words as nl
from etl.deliveries import values
from etl.deliveries.difference import Change
from etl.deliveries.findings import PERSONAL
from etl.deliveries.format import counted, tables
from ui.delivering import downloads
from ui.frame import commands, dutch
from ui.parts import plain_tables

ANSWER, ROUND, LIST = "_delivery_answer", "_delivery_round", "_deliveries"
ROWS_SHOWN = 200
FINDING = {
    "table": "Onderdeel",
    "line": "Regel",
    "column": "Kolom",
    "value": "Waarde",
    "reason": "Reden",
    "label": "Controle",
}
Asked = tuple[str, str, str, bool]
STEPS = {
    "lezen": "Het bestand wordt gelezen",
    "waarden": "De waarden worden nagekeken",
    "regels": "De regels worden nagekeken",
    "verschil": "Het verschil wordt bepaald",
    "bewaren": "De aanlevering wordt bewaard",
}


def deliver(programme_id: str, name: str) -> None:
    """Show the way from a file of a programme to a decision."""
    number = st.session_state.setdefault(ROUND, 0)
    label = f"Bestand van {name}: xlsx of csv, hooguit {dutch.most_mb()} MB"
    file = st.file_uploader(label, type=["xlsx", "csv"], key=f"delivery_{number}")
    as_of = _as_of()
    accept_valid = st.checkbox(
        "Alleen de goede rijen overnemen; anders alles of niets", key="delivery_accept_valid"
    )
    asked = (programme_id, file.file_id if file else "", as_of or "", accept_valid)
    if file is None:
        st.caption("Kies eerst een bestand. Controleren verandert nog niets.")
    if st.button(
        "Controleer het bestand",
        key="delivery_check",
        icon=":material/rule:",
        disabled=file is None or as_of is None,
    ):
        answer = _import(asked, file.getvalue() if file else b"", "--check")
        if _is_personal(answer.data):
            st.session_state[ROUND] += 1  # a box with another key is empty
            asked = (programme_id, "", as_of or "", accept_valid)
        st.session_state[ANSWER] = (asked, answer, "")
        st.rerun()
    kept, answer, problem = st.session_state.get(ANSWER, (None, None, ""))
    if kept == asked and answer is not None:
        _show(answer, problem, name)
        is_open = answer.data and answer.data["check_only"] and answer.data["state"] == "accepted"
        if is_open and file is not None:
            _decide(asked, file.getvalue(), answer.data["counting"])


def _as_of() -> str | None:
    """Return the day that was filled in, empty when none was, None when it is no day."""
    text: str = st.text_input(
        "Peildatum, als die niet op het blad levering staat",
        placeholder="31-12-2024",
        key="delivery_as_of",
        width=420,
    ).strip()
    day: datetime.date | None = values.day_of(text) if text else None
    if text and day is None:
        st.error("Dit is geen datum zoals 31-12-2024.")
        return None
    return day.isoformat() if day else ""


def _import(asked: Asked, content: bytes, *options: str) -> commands.Answer:
    programme_id, _, as_of, accept_valid = asked
    bar = st.progress(0.0, "Het bestand wordt gelezen…")

    def show(step: str, done: int, of: int) -> None:
        bar.progress(done / of, f"{STEPS.get(step, step)}…")

    answer = commands.etl(
        *("import", "-", "--programme", programme_id, "--json", "--report", "-", *options),
        *(("--as-of", as_of) if as_of else ()),
        *(("--accept-valid",) if accept_valid else ()),
        content=content,
        step=show,
    )
    bar.empty()
    return answer


def _is_personal(data: dict[str, Any] | None) -> bool:
    return bool(data and PERSONAL in data["findings_per_rule"])


def _decide(asked: Asked, content: bytes, counting: int) -> None:
    """Ask for the decision, which is carried out at once."""
    with st.container(horizontal=True):
        agreed = st.button(
            "Overnemen en cijfers bijwerken",
            key="delivery_confirm",
            type="primary",
            icon=":material/check:",
        )
        refused = st.button("Niet overnemen", key="delivery_refuse", icon=":material/close:")
    if agreed:
        answer = _import(asked, content, "--after", str(counting))
        problem = ""
        if answer.data and answer.data["state"] == "accepted":
            st.session_state.pop(LIST, None)
            problem = commands.build_with_bar()
        st.session_state[ROUND] += 1
        st.session_state[ANSWER] = ((asked[0], "", asked[2], asked[3]), answer, problem)
        st.rerun()
    if refused:
        st.session_state[ROUND] += 1
        st.session_state.pop(ANSWER, None)
        st.rerun()


def _show(answer: commands.Answer, problem: str, name: str) -> None:
    data = answer.data
    if data is None:
        commands.show_problem("Het bestand kon niet worden nagekeken.", answer.problem)
        return
    _conclusion(data, problem, name)
    for note in data["notes"]:
        st.markdown(f":material/info: {nl.letters(note)}")
    if data["findings"]:
        _report(data)
    if data["difference"] and data["check_only"]:
        _difference([Change(**change) for change in data["difference"]])


def _conclusion(data: dict[str, Any], problem: str, name: str) -> None:
    dropped = data["refused_rows"]
    left_out = f" {counted(dropped, 'rij blijft', 'rijen blijven')} buiten." if dropped else ""
    if _is_personal(data):
        st.error(
            "Geweigerd: in dit bestand staat mogelijk een persoonsgegeven. Het bestand is niet "
            "bewaard en hier losgelaten; er is niets gewijzigd. Haal weg wat hieronder staat en "
            "kies het bestand opnieuw.",
            icon=":material/block:",
        )
    elif data["state"] == "refused":
        partly = " Of neem alleen de goede rijen over en controleer het nog eens."
        st.error(
            "Zo wordt dit bestand geweigerd; er is niets gewijzigd. Verbeter het en kies het "
            f"opnieuw.{partly if 0 < dropped < sum(data['delivered'].values()) else ''}",
            icon=":material/block:",
        )
    elif data["state"] in ("unchanged", "overtaken"):
        st.info("Er verandert niets.", icon=":material/info:")
    elif data["check_only"]:
        st.success(
            f"Deze aanlevering kan worden overgenomen; er is nog niets gewijzigd.{left_out}",
            icon=":material/check:",
        )
    else:
        st.success(
            f"Overgenomen als aanlevering {data['number']}.{left_out} Het bestand is losgelaten.",
            icon=":material/check:",
        )
        after_build(problem, name)


def after_build(problem: str, name: str) -> None:
    """Say whether the figures follow, and lead to them."""
    if problem:
        st.warning(
            "De cijfers konden nog niet worden bijgewerkt en zijn nog die van daarvoor. Geef deze "
            "melding door aan de beheerder:"
        )
        st.code(problem, language=None)
        return
    st.page_link(
        "pages/programmas.py",
        label=f"Bekijk de cijfers van {name}",
        icon=":material/arrow_forward:",
        query_params={"programma": name},
    )


def _report(data: dict[str, Any]) -> None:
    total, shown = data["findings_total"], data["findings"][:ROWS_SHOWN]
    st.subheader(f"Bevindingen: {total}")
    rows = [[found[key] or "" for key in FINDING] for found in shown]
    more = f", de eerste {len(rows)}" if total > len(rows) else ""
    plain_tables.show(list(FINDING.values()), rows, f"Wat er niet klopt{more}")
    report = data["report"].encode("utf-8-sig")
    name = "bevindingen.csv"
    downloads.button("Alle bevindingen (csv)", report, name, downloads.CSV, "delivery_report")


def _difference(changes: list[Change]) -> None:
    """Show what changes per table, in counts."""
    st.subheader("Wat er verandert")
    rows = [
        [
            tables()[one.table].label,
            *(one.before, one.after, one.added, one.removed, one.changed),
            one.columns_said,
            "; ".join(one.sums_said),
        ]
        for one in changes
    ]
    heads = ("Onderdeel", "Nu", "Straks", "Nieuw", "Vervallen", "Gewijzigd", "Kolommen", "Bedragen")
    plain_tables.show(heads, rows, "Aantal rijen per onderdeel")
