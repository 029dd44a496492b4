"""The executive agency for education (DUO)."""

from __future__ import annotations

from etl.register.model import RawFile, Source

MBO_STUDENTS = Source(
    source_id="duo_mbo_students",
    title="Studenten in het mbo naar woonprovincie (DUO)",
    publisher="Dienst Uitvoering Onderwijs (DUO)",
    licence="Open data van DUO",
    about="Studenten in het mbo op 1 oktober naar sectorkamer, hoofdgroep, leerweg, niveau en "
    "woonprovincie. Kleine aantallen zijn niet gepubliceerd en staan als geheim.",
    files=(
        RawFile(
            stem="duo_mbo_students",
            title="Mbo-studenten per sectorkamer, leerweg, niveau en woonprovincie",
            url="https://onderwijsdata.duo.nl/dataset/mbo-studenten-per-sectorkamer-en-leerweg",
            protocol="duo_csv",
            path="duo/sectorkamer01.csv",
            columns=(
                "SECTORKAMER NAAM",
                "HOOFDGROEP NAAM",
                "LEERWEG",
                "NIVEAU",
                "WOONPROVINCIE",
                "JAAR",
                "AANTAL",
            ),
            units={"AANTAL": "aantal"},
            optional=True,
        ),
    ),
)
