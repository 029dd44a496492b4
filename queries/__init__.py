"""Every question to the published database: ``queries.<page>.<question>(...)`` gives its frame.

Each page is a package; each of its functions asks the ``.sql`` of its name with bound parameters.
"""

from queries import (
    aanleveren,
    beroepen,
    downloads,
    filters,
    herkomst,
    krapte_en_inzet,
    links,
    mbo,
    notes,
    overstappen,
    overzicht,
    programmas,
    regios,
    sinds,
    verantwoording,
)
from queries.reading import (
    NEWEST,
    Identity,
    NoDatabaseError,
    Parameter,
    identity,
    once_per_database,
    parameters,
    sql,
    stream,
    typed,
)

__all__ = [
    "NEWEST",
    "Identity",
    "NoDatabaseError",
    "Parameter",
    "aanleveren",
    "beroepen",
    "downloads",
    "filters",
    "herkomst",
    "identity",
    "krapte_en_inzet",
    "links",
    "mbo",
    "notes",
    "once_per_database",
    "overstappen",
    "overzicht",
    "parameters",
    "programmas",
    "regios",
    "sinds",
    "sql",
    "stream",
    "typed",
    "verantwoording",
]
