"""The form that registers a programme: what is filled in becomes the file that it stands for."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st
import tomli_w

from etl import folders, programmes
from etl.programmes import file as programme_file
from etl.programmes.file import codes
from ui.delivering import earlier_registration
from ui.delivering.registering_words import EVERYBODY

NONE = ""

Rows = list[dict[str, Any]]


def filled_in() -> bytes:
    """Show the form and return what is filled in, as the file that it stands for."""
    values: dict[str, Any] = {}
    left, right = st.columns(2)
    with left:
        values["name"] = _text("Naam", "name")
    with right:
        values["id"] = _text("Kenmerk: blijft altijd zo", "id", "vakwerk_oost")
    left, right = st.columns(2)
    with left:
        values["kind"] = _choice("Soort", "kind", codes("programme_kind"))
    with right:
        values["scope"] = _choice("Bereik", "scope", codes("scope"))
    left, right = st.columns(2)
    with left:
        start = _text("Begin: dag, maand of jaar", "start", "2026-03-01")
    with right:
        end = _text("Einde, als het bekend is", "end", "2027-12")
    regions = programmes.regions(folders.RAW)
    values["regions"] = st.multiselect(
        "Regio's",
        list(regions),
        format_func=lambda code: f"{regions[code]} ({_kind(code)})",
        key="register_regions",
        placeholder="Kies een of meer regio's",
        select_all=False,
        persist_state="session",
    )
    values["aim"] = _text("Wat beoogt het programma?", "aim")
    left, right = st.columns(2)
    with left:
        values["action_line"] = _choice(
            "Actielijn van het Techniekpact (niet verplicht)", "action_line", codes("action_line")
        )
    with right:
        values["techniekpact_goal"] = _text(
            "Doel van het Techniekpact (niet verplicht)", "techniekpact_goal"
        )
    left, right = st.columns(2)
    with left:
        low = _whole("Voucher: laagste bedrag in euro (niet verplicht)", "voucher_min")
    with right:
        high = _whole("Voucher: hoogste bedrag in euro (niet verplicht)", "voucher_max")
    values["note"] = _text("Wat moet een lezer weten? (niet verplicht)", "note")
    values["period"] = _filled({"start": start, "end": end})
    values["voucher"] = _filled({"min_eur": low, "max_eur": high})
    values["target"] = _targets()
    values["budget"] = _budgets()
    values["partner"] = _partners()
    return tomli_w.dumps(_filled(values)).encode()


def _kind(code: str) -> str:
    return {"NL": "land", "PV": "provincie", "AM": "arbeidsmarktregio"}[code[:2]]


def _targets() -> Rows:
    group_label = codes("target_group")
    groups = {code: group_label.get(code, EVERYBODY) for code in programme_file.target_groups()}
    rows = []
    for number in _numbers("target", "Doelen", "Nog een doel"):
        cells = st.columns((3, 3, 2, 2, 2))
        with cells[0]:
            indicator = _choice(f"Maat {number}", f"target_{number}_indicator", _indicators())
        with cells[1]:
            group = _choice(f"Doelgroep {number}", f"target_{number}_group", groups)
        with cells[2]:
            target = _whole(f"Aantal {number}", f"target_{number}_target")
        with cells[3]:
            unit = _choice(f"Eenheid {number}", f"target_{number}_unit", _units())
        with cells[4]:
            precision = _choice(f"Hoe precies {number}", f"target_{number}_precise", _precisions())
        row = {"indicator": indicator, "target": target, "unit": unit}
        rows.append(row | {"target_group": group, "precision": precision})
    return _some("target", rows)


def _budgets() -> Rows:
    rows = []
    for number in _numbers("budget", "Budgetten", "Nog een budget"):
        cells = st.columns((3, 3, 3, 3))
        with cells[0]:
            kind = _choice(f"Soort bedrag {number}", f"budget_{number}_kind", _amounts())
        with cells[1]:
            stage = _choice(f"Stand van bedrag {number}", f"budget_{number}_stage", _stages())
        with cells[2]:
            funder = _text(f"Financier {number}", f"budget_{number}_funder")
        with cells[3]:
            amount = _whole(f"Bedrag in euro {number}", f"budget_{number}_amount")
        rows.append({"kind": kind, "stage": stage, "funder": funder, "amount_eur": amount})
    return _some("budget", rows)


def _partners() -> Rows:
    rows = []
    for number in _numbers("partner", "Partners", "Nog een partner"):
        left, right = st.columns(2)
        with left:
            name = _text(f"Organisatie {number}", f"partner_{number}_organisation")
        with right:
            role = _choice(f"Rol {number}", f"partner_{number}_role", codes("role"))
        rows.append({"organisation": name, "role": role})
    return _some("partner", rows)


def _some(name: str, rows: Rows) -> Rows:
    """Return the rows in which something is filled in, with what they said before without a box."""
    return [
        earlier_registration.carried(name, number) | filled
        for number, row in enumerate(rows, start=1)
        if (filled := _filled(row))
    ]


def _numbers(key: str, title: str, more: str) -> range:
    """Show the title of a list and how to make it longer; return the numbers of its rows."""
    count = earlier_registration.ROWS.format(key)
    st.session_state.setdefault(count, 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(title)
        if st.button(more, key=f"register_{key}_more", icon=":material/add:"):
            st.session_state[count] += 1
    return range(1, st.session_state[count] + 1)


def _text(label: str, key: str, example: str = "") -> str:
    found: str = st.text_input(
        label, key=f"register_{key}", placeholder=example, persist_state="session"
    )
    return found.strip()


def _whole(label: str, key: str) -> int | str:
    """Return a whole number, or what stands there instead, which the report will name."""
    text = _text(label, key)
    return int(text) if re.fullmatch("[0-9]{1,12}", text) else text


def _choice(label: str, key: str, options: dict[str, str]) -> str:
    found: str | None = st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda code: options[code],
        key=f"register_{key}",
        placeholder="Kies",
        persist_state="session",
    )
    return found or NONE


def _indicators() -> dict[str, str]:
    return _labelled("indicator", programme_file.INDICATORS)


def _units() -> dict[str, str]:
    return _labelled("unit", programme_file.UNITS)


def _stages() -> dict[str, str]:
    return _labelled("stage", programme_file.STAGES)


def _amounts() -> dict[str, str]:
    return _labelled("budget_kind", programme_file.AMOUNTS)


def _precisions() -> dict[str, str]:
    return _labelled("precision", programme_file.PRECISIONS)


def _labelled(name: str, wanted: frozenset[str]) -> dict[str, str]:
    """Return the wanted codes of a list with their labels, in the order of the labels."""
    found = {code: codes(name)[code] or "precies" for code in wanted}
    return dict(sorted(found.items(), key=lambda item: item[1]))


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (NONE, [], {}, None)}
