"""Eurostat: unemployment per province in the years before the programmes."""

from __future__ import annotations

from etl.register.model import Source, excerpt

UNEMPLOYMENT = Source(
    source_id="eurostat_unemployment",
    title="Werkloosheid per provincie, 1999-2013",
    publisher="Eurostat",
    licence="Hergebruik vrij, met bronvermelding",
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
