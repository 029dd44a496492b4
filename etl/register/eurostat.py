"""Eurostat: who works in which kind of occupation, by education."""

from __future__ import annotations

from etl.register.model import Source, excerpt

EDUCATION = Source(
    source_id="eurostat_education",
    title="Werkenden naar beroep en opleiding",
    publisher="Eurostat",
    licence="Hergebruik vrij met bronvermelding",
    about="Werkzame personen in Nederland naar hoofdgroep van beroepen (ISCO-08) en "
    "opleidingsniveau (ISCED 2011), uit de arbeidskrachtenenquête. De opleiding van wie het werk "
    "doet, niet wat vacatures vragen.",
    files=(
        excerpt(
            "found/eurostat/lfsa_egised_NL",
            "Employed persons by occupation and educational attainment level",
            "age sex isco08 isced11 year employed_x1000 flag",
            url="https://ec.europa.eu/eurostat/databrowser/view/lfsa_egised",
            table_id="lfsa_egised",
            period="1983-2023",
            note="Overgenomen uit een openbare kopie van mei 2024, alleen Nederland. In 2021 "
            "begon een nieuwe enquête: de jaren ervoor zijn niet vergelijkbaar. Jaren voor 2003 "
            "staan niet in de monitor.",
        ),
    ),
)
