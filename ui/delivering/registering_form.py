"""The form that registers a programme: what is filled in becomes the file that it stands for.

It can begin with what a programme registered before.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import streamlit as st
import tomli_w
from streamlit.delta_generator import DeltaGenerator

from etl import folders, programmes
from etl.programmes.fields import Row
from etl.programmes.file import CHOICES, Registration, choices
from ui.delivering.registering_words import EVERYBODY, LABELS, column_of

FROM, CARRIED = "register_from", "_register_carried"
ROWS = "_register_{}_rows"
NO_LABEL = {"all": EVERYBODY, "exact": "precies"}
KINDS = {"NL": "land", "PV": "provincie", "AM": "arbeidsmarktregio"}
# Of each box that is in no list the column of a registration that it shows.
PLAIN = {
    **{key: key for key in ("name", "kind", "scope", "aim", "action_line", "techniekpact_goal")},
    "id": "programme_id",
    "start": "starts_on",
    "end": "ends_on",
    "note": "note",
}
NUMBERS = ("target", "amount_eur")


class List(NamedTuple):
    """A list of the form.

    Attributes:
        title: Its heading.
        more: What the button says that adds a row.
        boxes: The boxes of a row and how wide each is.
        no_box: What a row can say that has no box, so that saving does not lose it.
    """

    title: str
    more: str
    boxes: dict[str, int]
    no_box: tuple[str, ...] = ()


LISTS = {
    "target": List(
        "Doelen",
        "Nog een doel",
        {"indicator": 3, "target_group": 3, "target": 2, "unit": 2, "precision": 2},
        ("note",),
    ),
    "budget": List(
        "Budgetten",
        "Nog een budget",
        {"kind": 3, "stage": 3, "funder": 3, "amount_eur": 3},
        ("precision", "note"),
    ),
    "partner": List("Partners", "Nog een partner", {"organisation": 1, "role": 1}),
}


def filled_in() -> bytes:
    """Show the form and return what is filled in, as the file that it stands for."""
    values: dict[str, Any] = {}
    left, right = st.columns(2)
    values["name"] = _text(left, "Naam", "name")
    values["id"] = _text(right, "Kenmerk: blijft altijd zo", "id", "vakwerk_oost")
    left, right = st.columns(2)
    values["kind"] = _choice(left, "Soort", "kind")
    values["scope"] = _choice(right, "Bereik", "scope")
    left, right = st.columns(2)
    start = _text(left, "Begin: dag, maand of jaar", "start", "2026-03-01")
    end = _text(right, "Einde, als het bekend is", "end", "2027-12")
    regions = programmes.regions(folders.RAW)
    values["regions"] = st.multiselect(
        "Regio's",
        list(regions),
        format_func=lambda code: f"{regions[code]} ({KINDS[code[:2]]})",
        key="register_regions",
        placeholder="Kies een of meer regio's",
        select_all=False,
        persist_state="session",
    )
    here = st.container()
    values["aim"] = _text(here, "Wat beoogt het programma?", "aim")
    left, right = st.columns(2)
    line, goal = (f"{LABELS[key]} (niet verplicht)" for key in ("action_line", "techniekpact_goal"))
    values["action_line"] = _choice(left, line, "action_line")
    values["techniekpact_goal"] = _text(right, goal, "techniekpact_goal")
    left, right = st.columns(2)
    low = _whole(left, "Voucher: laagste bedrag in euro (niet verplicht)", "voucher_min")
    high = _whole(right, "Voucher: hoogste bedrag in euro (niet verplicht)", "voucher_max")
    here = st.container()
    values["note"] = _text(here, "Wat moet een lezer weten? (niet verplicht)", "note")
    values["period"] = _filled({"start": start, "end": end})
    values["voucher"] = _filled({"min_eur": low, "max_eur": high})
    for name in LISTS:
        values[name] = _rows(name)
    return tomli_w.dumps(_filled(values)).encode()


def _rows(name: str) -> list[dict[str, Any]]:
    """Show a list; return its rows in which something is filled in, with what has no box."""
    shown, count = LISTS[name], ROWS.format(name)
    st.session_state.setdefault(count, 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(shown.title)
        if st.button(shown.more, key=f"register_{name}_more", icon=":material/add:"):
            st.session_state[count] += 1
    carried: dict[tuple[str, int], Row] = st.session_state.get(CARRIED, {})
    rows = []
    for number in range(1, st.session_state[count] + 1):
        cells = st.columns(tuple(shown.boxes.values()))
        row = _filled(
            {
                key: _box(cell, name, key, number)
                for cell, key in zip(cells, shown.boxes, strict=True)
            }
        )
        if row:
            rows.append(carried.get((name, number), {}) | row)
    return rows


def _box(cell: DeltaGenerator, name: str, key: str, number: int) -> int | str:
    column = column_of(name, key)
    label, own = f"{LABELS[column]} {number}", f"{name}_{number}_{key}"
    if column in CHOICES:
        return _choice(cell, label, own, column)
    return _whole(cell, label, own) if key in NUMBERS else _text(cell, label, own)


def _text(cell: DeltaGenerator, label: str, key: str, example: str = "") -> str:
    found: str = cell.text_input(
        label, key=f"register_{key}", placeholder=example, persist_state="session"
    )
    return found.strip()


def _whole(cell: DeltaGenerator, label: str, key: str) -> int | str:
    """Return a whole number, or what stands there instead, which the report will name."""
    text = _text(cell, label, key)
    return int(text) if re.fullmatch("[0-9]{1,12}", text) else text


def _choice(cell: DeltaGenerator, label: str, key: str, column: str = "") -> str:
    """Return the code that was chosen, of a column that is called otherwise than the box."""
    options = {code: said or NO_LABEL[code] for code, said in choices(column or key).items()}
    found: str | None = cell.selectbox(
        label,
        sorted(options, key=options.__getitem__),
        index=None,
        format_func=options.__getitem__,
        key=f"register_{key}",
        placeholder="Kies",
        persist_state="session",
    )
    return found or ""


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", [], {})}


def begin() -> None:
    """Let the reader choose a registered programme, whose values then stand in the form."""
    registered = programmes.registrations(folders.RAW)
    if not registered:
        return

    def fill() -> None:
        if chosen := st.session_state[FROM]:
            _fill(registered[chosen][0])

    st.selectbox(
        "Begin met wat eerder is geregistreerd (niet verplicht)",
        list(registered),
        index=None,
        format_func=lambda programme_id: registered[programme_id][0].name,
        key=FROM,
        placeholder="Kies een programma om het formulier mee te vullen",
        on_change=fill,
        persist_state="session",
    )


def _fill(registration: Registration) -> None:
    """Empty the form, and fill it with what a programme registered."""
    lists = "|".join(LISTS)
    for key in list(st.session_state):
        if re.fullmatch(rf"register_(({lists})_[0-9]+_.+|voucher_(min|max))", str(key)):
            del st.session_state[key]
    [programme] = registration.tables["registered_programmes"]
    for box, column in PLAIN.items():
        _put(box, column, programme[column])
    st.session_state["register_regions"] = programme["region_codes"].split(";")
    st.session_state[CARRIED] = {}
    for name, shown in LISTS.items():
        rows = registration.tables[f"registered_{name}s"]
        bounds = [row for row in rows if row.get("stage") == "rule"]
        for row in bounds:
            _put(row["budget_kind"], "amount_eur", row["amount_eur"])
        rows = [row for row in rows if row not in bounds]
        for number, row in enumerate(rows, start=1):
            for key in shown.boxes:
                column = column_of(name, key)
                _put(f"{name}_{number}_{key}", column, row[column])
            carried = {key: row[key] for key in shown.no_box if row[key]}
            st.session_state[CARRIED][name, number] = carried
        st.session_state[ROWS.format(name)] = max(1, len(rows))


def _put(box: str, column: str, value: str) -> None:
    """Put a value in a box; a choice of nothing is None."""
    st.session_state[f"register_{box}"] = (value or None) if column in CHOICES else value
