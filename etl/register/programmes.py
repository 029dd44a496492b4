"""The programmes: what publications and they themselves say, and what they deliver."""

from __future__ import annotations

from etl.register.model import RawFile, Source, excerpt


def _facts(stem: str, title: str, columns: str) -> RawFile:
    """Return a file of published facts about the programmes."""
    note = "Overgenomen uit openbare publicaties; elk cijfer noemt zijn bron."
    return excerpt(f"facts/{stem}", title, columns, note=note)


def _registered(stem: str, title: str, columns: str) -> RawFile:
    """Return a file of what programmes say about themselves (``python -m etl programme add``)."""
    return excerpt(
        f"registrations/{stem}",
        title,
        columns,
        copy="primary",
        note="Opgave van het programma zelf; niet nagekeken in een publicatie.",
        optional=True,
        every_release=True,
    )


PROGRAMMES = Source(
    source_id="programmes",
    title="Programma's: doelen, budgetten en resultaten",
    publisher="Uitvoerders, overheden en pers (bron per cijfer)",
    licence="Feiten en cijfers met bronvermelding",
    about="Programma's voor technisch vakmanschap, zoals bronnen of zij zelf ze melden.",
    files=(
        _facts(
            "sources",
            "Bronnen over de programma's",
            "source_id title publisher url published_on retrieved_on",
        ),
        _facts(
            "programmes",
            "Programma's",
            "programme_id name kind scope region_kind region_codes starts_on starts_precision "
            "ends_on ends_precision state aim note source_ids",
        ),
        _facts(
            "programme_targets",
            "Doelen",
            "programme_id indicator target_group target unit precision relation note source_id",
        ),
        _facts(
            "programme_budgets",
            "Budgetten en voucherbedragen",
            "programme_id budget_kind stage funder amount_eur precision per note source_id",
        ),
        _facts(
            "programme_outcomes",
            "Resultaten",
            "programme_id indicator as_of as_of_precision breakdown category value unit "
            "precision note source_id",
        ),
        _facts(
            "programme_resources",
            "Inzet",
            "programme_id resource as_of quantity unit note source_id",
        ),
        _facts(
            "programme_partners",
            "Partners",
            "programme_id organisation role known_now_as source_id",
        ),
        _registered(
            "registered_programmes",
            "Aangemelde programma's",
            "programme_id name kind scope region_codes starts_on starts_precision ends_on "
            "ends_precision state aim note action_line techniekpact_goal",
        ),
        _registered(
            "registered_targets",
            "Doelen van aangemelde programma's",
            "programme_id indicator target_group target unit precision note",
        ),
        _registered(
            "registered_budgets",
            "Budgetten en voucherbedragen van aangemelde programma's",
            "programme_id budget_kind stage funder amount_eur precision per note",
        ),
        _registered(
            "registered_partners",
            "Partners van aangemelde programma's",
            "programme_id organisation role",
        ),
    ),
)

DELIVERIES = Source(
    source_id="deliveries",
    title="Aanleveringen van de programma's",
    publisher="Uitvoerders van de programma's",
    licence="Beschermde aantallen: afgerond, kleine aantallen niet getoond",
    about="Deelnames, vouchers en vacatures die een programma zelf aanlevert. Openbaar zijn "
    "alleen beschermde tabellen; records van personen blijven bij de beheerder.",
    files=(),
)
