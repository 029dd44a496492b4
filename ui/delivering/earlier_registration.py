"""The form of a registration filled in from what a programme registered before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import streamlit as st

from etl import folders, programmes
from etl.programmes.fields import Row
from etl.programmes.file import Registration

FROM, CARRIED = "register_from", "_register_carried"
ROWS = "_register_{}_rows"
PLAIN = {
    "name": "name",
    "id": "programme_id",
    "kind": "kind",
    "scope": "scope",
    "start": "starts_on",
    "end": "ends_on",
    "aim": "aim",
    "action_line": "action_line",
    "techniekpact_goal": "techniekpact_goal",
    "note": "note",
}
LISTS = {
    "target": {
        "indicator": "indicator",
        "group": "target_group",
        "target": "target",
        "unit": "unit",
        "precise": "precision",
    },
    "budget": {
        "kind": "budget_kind",
        "stage": "stage",
        "funder": "funder",
        "amount": "amount_eur",
    },
    "partner": {"organisation": "organisation", "role": "role"},
}
# What a row says that has no box in the form, so that saving does not lose it.
NO_BOX = {"target": ("note",), "budget": ("precision", "note"), "partner": ()}
CHOICES = frozenset(
    {"kind", "scope", "action_line", "indicator", "group", "unit", "precise", "stage", "role"}
)


def choose() -> None:
    """Let the reader choose a registered programme, whose values then stand in the form."""
    registered = {
        programme_id: registration
        for programme_id, (registration, _) in programmes.registrations(folders.RAW).items()
    }
    if not registered:
        return
    st.selectbox(
        "Begin met wat eerder is geregistreerd (niet verplicht)",
        list(registered),
        index=None,
        format_func=lambda programme_id: registered[programme_id].name,
        key=FROM,
        placeholder="Kies een programma om het formulier mee te vullen",
        on_change=lambda: _fill(registered),
        persist_state="session",
    )


def carried(name: str, number: int) -> Row:
    """Return what a row of a list said before and has no box for.

    Args:
        name: The list: target, budget or partner.
        number: The row, from 1 on.
    """
    found: dict[tuple[str, int], Row] = st.session_state.get(CARRIED, {})
    return found.get((name, number), {})


def values(registration: Registration) -> dict[str, Any]:
    """Return what stands in each box of the form, by its key without the prefix.

    Args:
        registration: What was registered.
    """
    [programme] = registration.tables["registered_programmes"]
    found: dict[str, Any] = {box: programme[key] for box, key in PLAIN.items()}
    found["regions"] = programme["region_codes"].split(";")
    for row in registration.tables["registered_budgets"]:
        if row["stage"] == "rule":
            found[row["budget_kind"]] = row["amount_eur"]
    for name, boxes in LISTS.items():
        for number, row in enumerate(rows(registration, name), start=1):
            found |= {f"{name}_{number}_{box}": row[key] for box, key in boxes.items()}
    return found


def rows(registration: Registration, name: str) -> list[Row]:
    """Return the rows of a list that the form has boxes for.

    Args:
        registration: What was registered.
        name: The list: target, budget or partner.
    """
    own = registration.tables[f"registered_{name}s"]
    return [row for row in own if row.get("stage") != "rule"]


def _fill(registered: Mapping[str, Registration]) -> None:
    """Empty the form, and fill it with what the chosen programme registered."""
    chosen = st.session_state[FROM]
    if chosen is None:
        return
    registration = registered[chosen]
    lists = "|".join(LISTS)
    for key in list(st.session_state):
        if re.fullmatch(rf"register_(({lists})_[0-9]+_.+|voucher_(min|max))", str(key)):
            del st.session_state[key]
    for box, value in values(registration).items():
        is_choice = box.rpartition("_")[2] in CHOICES or box in CHOICES
        st.session_state[f"register_{box}"] = (value or None) if is_choice else value
    st.session_state[CARRIED] = {
        (name, number): {key: row[key] for key in NO_BOX[name] if row[key]}
        for name in LISTS
        for number, row in enumerate(rows(registration, name), start=1)
    }
    for name in LISTS:
        st.session_state[ROWS.format(name)] = max(1, len(rows(registration, name)))
