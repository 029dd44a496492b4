"""What a registration says, changes and has wrong, in Dutch."""

from __future__ import annotations

import re

from etl import folders, programmes
from etl.errors import Problem
from etl.programmes.file import Registration
from words import codes

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
    "stage": "Stand van bedrag",
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
    "not_toml": "Het bestand is hier geen leesbare TOML.",
    "curly_quotes": 'Hier staan krullende aanhalingstekens. Schrijf rechte: ".',
    "digits": "Een geheel getal in alleen cijfers is verwacht, zoals 1200000.",
    "no_quotes": 'Een tekst hoort tussen rechte aanhalingstekens: ".',
    "unit_of_indicator": "Deze maat is niet in deze eenheid te tellen.",
}


def place_of(problem: Problem) -> str:
    """Say in Dutch which part of a registration a problem is about."""
    key = problem.key or ""
    if row := re.fullmatch(r"(target|budget|partner) (\d+), (.+)", key):
        name, number, rest = row.groups()
        column = column_of(name, rest)
        return f"{LISTS[name]} {number}: {LABELS.get(column, column).lower()}"
    file = "Bestand" if problem.line is None else f"Bestand, regel {problem.line}"
    return LABELS.get(key) or LISTS.get(key) or key or file


def column_of(name: str, key: str) -> str:
    """Return the column of a registration that a key of a list becomes."""
    return "budget_kind" if (name, key) == ("budget", "kind") else key


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
    if key == "region_codes":
        regions = programmes.regions(folders.RAW)
        return ", ".join(regions.get(code, code) for code in value.split(";"))
    if key == "per":
        return ""
    if (key, value) == ("target_group", "all"):
        return EVERYBODY
    return codes("programme_kind" if key == "kind" else key).get(value, value)
