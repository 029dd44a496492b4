"""Registering a programme on screen: fill in or upload, report, what changes, and then confirm."""

from __future__ import annotations

import datetime
import re
from typing import Any

import streamlit as st
import tomli_w

from etl import folders, programme_file, programmes, registering
from etl.errors import DataError, Problem
from etl.programme_file import Registration, codes
from etl.registering import Registered
from ui.delivering import delivering, earlier_registration
from ui.frame import commands
from ui.parts import plain_tables

LOOKED, DONE, ROUND = "_registration_looked", "_registration_done", "_registration_round"
FILLED_IN, UPLOADED = "Invullen", "Een TOML-bestand"
NONE = ""
EVERYBODY = "iedereen"
LABELS = {
    "id": "Kenmerk",
    "programme_id": "Kenmerk",
    "name": "Naam",
    "kind": "Soort",
    "scope": "Bereik",
    "regions": "Regio's",
    "region_codes": "Regio's",
    "aim": "Wat het beoogt",
    "note": "Opmerking",
    "action_line": "Actielijn van het Techniekpact",
    "techniekpact_goal": "Doel van het Techniekpact",
    "period": "Periode",
    "period.start": "Begin",
    "starts_on": "Begin",
    "period.end": "Einde",
    "ends_on": "Einde",
    "state": "Stand",
    "voucher.min_eur": "Voucher: laagste bedrag",
    "voucher.max_eur": "Voucher: hoogste bedrag",
    "indicator": "Maat",
    "target_group": "Doelgroep",
    "target": "Aantal",
    "unit": "Eenheid",
    "precision": "Hoe precies",
    "budget_kind": "Soort bedrag",
    "stage": "Stand",
    "funder": "Financier",
    "amount_eur": "Bedrag in euro",
    "organisation": "Organisatie",
    "role": "Rol",
}
LISTS = {"target": "Doel", "budget": "Budget", "partner": "Partner"}
REASONS = {
    "missing": "Dit is verplicht en ontbreekt.",
    "text": "De tekst is te lang of heeft iets wat hier niet kan: een teken zoals < > [ ] { } * of "
    "$, een adres van een website of e-mail, een :woord: of een _woord_.",
    "identifier": "Kleine letters, cijfers en _ zijn verwacht, met een letter vooraan en minstens "
    "drie tekens, zoals vakwerk_oost.",
    "code": "Dit is geen van de keuzes.",
    "regions": "Een lijst van regio's is verwacht: Nederland, provincies of arbeidsmarktregio's.",
    "whole": "Een geheel getal zonder punten is verwacht, van hooguit negen cijfers.",
    "date": "Een dag, maand of jaar is verwacht, zoals 2026-03-01, 2026-03 of 2026.",
    "table": "Dit deel van het bestand heeft niet de verwachte vorm.",
    "unknown_key": "Dit gegeven hoort niet in het bestand.",
    "twice": "Dit staat er vaker dan één keer.",
    "end_early": "Het einde ligt voor het begin.",
    "max_low": "Het hoogste bedrag is lager dan het laagste.",
    "id_taken": "Dit kenmerk is al van een ander programma; kies een ander.",
    "name_taken": "Deze naam is al van een ander programma; kies een andere.",
    "too_large": "Het bestand is te groot.",
    "not_utf8": "Het bestand is geen tekst in UTF-8. Sla het zo op.",
    "not_toml": "Het bestand is geen leesbare TOML.",
}
Rows = list[dict[str, Any]]


def show() -> None:
    """Show the way from a filled in form, or a file, to a registered programme."""
    st.markdown(
        "Leg vast wat een programma beoogt, waar, wanneer en met welk geld. Daarna kan het "
        "aanleveren. Wie hetzelfde kenmerk nog eens registreert, vervangt de eerdere gegevens."
    )
    way = st.radio("Hoe?", (FILLED_IN, UPLOADED), key="register_way", horizontal=True)
    if way == FILLED_IN:
        earlier_registration.choose()
    content = filled_in() if way == FILLED_IN else _file()
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
    st.download_button(
        "Voorbeeld (toml)",
        data=registering.EXAMPLE.read_bytes,
        file_name="programma.toml",
        mime="text/plain",
        key="register_example",
        icon=":material/download:",
        on_click="ignore",
    )
    number = st.session_state.setdefault(ROUND, 0)
    file = st.file_uploader(
        "Bestand met één programma (toml)", type=["toml"], key=f"register_{number}"
    )
    return file.getvalue() if file else None


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


def _registered(content: bytes, *, dry_run: bool) -> Registered | list[Problem]:
    try:
        return registering.register(
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


def place_of(problem: Problem) -> str:
    """Say in Dutch which part of a registration a problem is about."""
    key = problem.key or ""
    if row := re.fullmatch(r"(target|budget|partner) (\d+), (.+)", key):
        name, number, rest = row.groups()
        rest = "budget_kind" if (name, rest) == ("budget", "kind") else rest
        return f"{LISTS[name]} {number}: {LABELS.get(rest, rest).lower()}"
    return LABELS.get(key) or LISTS.get(key) or key or "Bestand"


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
        st.download_button(
            "Bewaar deze gegevens (toml)",
            data=content,
            file_name=f"{found.registration.programme_id}.toml",
            mime="text/plain",
            key="register_save",
            icon=":material/download:",
            on_click="ignore",
        )
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


def differing(before: Registration | None, after: Registration) -> list[tuple[str, str, str]]:
    """Return what a registration changes: what, now and then, in Dutch."""
    old, new = (_told(one) if one else {} for one in (before, after))
    keys = dict.fromkeys([*new, *old])
    return [
        (what, old.get((what, number), "–"), new.get((what, number), "–"))
        for what, number in keys
        if old.get((what, number)) != new.get((what, number))
    ]


def _told(registration: Registration) -> dict[tuple[str, str], str]:
    """Return what a registration says, by what it is about; rows of a list by their words."""
    [programme] = registration.tables["registered_programmes"]
    told = {
        (LABELS[key], ""): _worded(key, value)
        for key, value in programme.items()
        if value and key in LABELS
    }
    for stem, name in (("targets", "target"), ("budgets", "budget"), ("partners", "partner")):
        for row in registration.tables[f"registered_{stem}"]:
            words = ", ".join(
                worded
                for key, value in row.items()
                if value and key != "programme_id" and (worded := _worded(key, value))
            )
            told[LISTS[name], words] = words
    return told


def _worded(key: str, value: str) -> str:
    lists = {
        "kind": "programme_kind",
        "target_group": "target_group",
        "budget_kind": "budget_kind",
        **{name: name for name in ("scope", "action_line", "state", "indicator", "unit")},
        **{name: name for name in ("precision", "stage", "role")},
    }
    if key == "region_codes":
        regions = programmes.regions(folders.RAW)
        return ", ".join(regions.get(code, code) for code in value.split(";"))
    if (key, value) == ("target_group", "all"):
        return EVERYBODY
    if key == "per":
        return ""
    return codes(lists[key]).get(value, value) if key in lists else value
