"""The ministry of education (OCW): which qualifications mbo has, and at which level."""

from __future__ import annotations

from etl.register.model import Source, excerpt

QUALIFICATIONS = Source(
    source_id="qualifications",
    title="Kwalificaties van het mbo en hun niveau, 2015",
    publisher="Ministerie van Onderwijs, Cultuur en Wetenschap",
    licence="Tekst van een regeling; daarop rust geen auteursrecht",
    about="De kwalificaties van het mbo met hun niveau, leerweg en opleidingsdomein, zoals de "
    "Regeling vaststelling kwalificatiedossiers 2015 ze noemt. Namen en niveaus van opleidingen; "
    "geen vraag naar personeel en geen aantal studenten.",
    files=(
        excerpt(
            "found/mbo/crebo_hks_2015",
            "Regeling vaststelling kwalificatiedossiers 2015, bijlage 1",
            "crebo_dossier kwalificatiedossier crebo kwalificatie niveau soort_opleiding leerweg "
            "prijsfactor opleidingsdomein_code opleidingsdomein",
            url="https://wetten.overheid.nl/BWBR0036352",
            table_id="BWBR0036352",
            period="2015-08-01-2017-05-10",
            modified="2017-05-10",
            note="Overgenomen uit een openbare kopie van de regeling, zoals die in mei 2017 gold. "
            "Latere herzieningen ontbreken: een deel van de kwalificaties is sindsdien vervangen.",
        ),
    ),
)
