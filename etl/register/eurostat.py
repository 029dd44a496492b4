"""Eurostat: who works in which kind of occupation, by education, and unemployment per province."""

from __future__ import annotations

from etl.register.model import Source, excerpt

LICENCE = "Hergebruik vrij, met bronvermelding"

EDUCATION = Source(
    source_id="eurostat_education",
    title="Werkenden naar beroep en opleiding",
    publisher="Eurostat",
    licence=LICENCE,
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

UNEMPLOYMENT = Source(
    source_id="eurostat_unemployment",
    title="Werkloosheid per provincie, 1999-2013",
    publisher="Eurostat",
    licence=LICENCE,
    about="Werklozen in procenten van de beroepsbevolking van 15 jaar en ouder, per jaar, volgens "
    "de definitie van toen: een reeks op zichzelf, nooit naast een cijfer van CBS.",
    files=(
        excerpt(
            "found/eurostat/lfst_r_lfu3rt_NL_1999_2013",
            "Unemployment rates by sex, age and NUTS 2 region",
            "age sex nuts year unemployment_rate_pct flag",
            url="https://ec.europa.eu/eurostat/databrowser/view/lfst_r_lfu3rt/default/table",
            table_id="lfst_r_lfu3rt",
            period="1999-2013",
            note="Uit een openbare kopie van de tabel, stand 2014. Geladen zijn mannen en vrouwen "
            "samen, 15 jaar en ouder.",
        ),
    ),
)
