"""The organisation of schools and firms (SBB): what pages quote of places to learn at work."""

from __future__ import annotations

from etl.register.model import Source, excerpt

PRESS = Source(
    source_id="sbb_press",
    title="SBB-cijfers in berichten",
    publisher="Samenwerkingsorganisatie Beroepsonderwijs Bedrijfsleven (SBB), deels zoals "
    "aangehaald in de pers",
    licence="Feiten en cijfers met bronvermelding",
    about="Losse cijfers van SBB over stages en leerbanen. Ze staan als aanhaling met hun bron en "
    "nooit in een reeks of op een kaart.",
    files=(
        excerpt(
            "found/mbo/sbb_published_figures",
            "SBB-cijfers in berichten",
            "as_of region region_code indicator value source_url note",
            period="2019-2023",
            note="Overgenomen uit berichten; elk cijfer noemt zijn bron. Twee cijfers uit een "
            "bericht zonder datum tellen niet mee: van wanneer ze zijn, is niet bekend.",
        ),
    ),
)
