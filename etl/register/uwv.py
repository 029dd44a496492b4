"""The employee insurance agency (UWV): its tension indicator, and what the press quotes of it."""

from __future__ import annotations

from etl.register.model import RawFile, Source, excerpt

_FIGURES = ("vacancies", "ww_under_6_months", "ratio", "class")

PRESS = Source(
    source_id="uwv_press",
    title="UWV-cijfers in het nieuws",
    publisher="Uitvoeringsinstituut Werknemersverzekeringen (UWV), zoals aangehaald in de pers",
    licence="Feiten en cijfers met bronvermelding",
    about="Losse cijfers van UWV uit nieuwsberichten. Ze staan als aanhaling met hun bron en "
    "nooit in een reeks of op een kaart.",
    files=(
        excerpt(
            "facts/uwv_published_figures",
            "UWV-cijfers in nieuwsberichten",
            "periode regio indicator waarde bron_url",
            note="Overgenomen uit nieuwsberichten; elk cijfer noemt zijn bron.",
        ),
    ),
)

TENSION = Source(
    source_id="uwv_tension",
    title="Spanningsindicator (UWV)",
    publisher="Uitvoeringsinstituut Werknemersverzekeringen (UWV)",
    licence="niet vermeld; cijfers met bronvermelding",
    about="Openstaande vacatures en personen met een WW-uitkering korter dan zes maanden, naar "
    "arbeidsmarktregio, beroepsgroep en kwartaal.",
    files=(
        RawFile(
            stem="tension",
            title="Spanningsindicator",
            url="",
            protocol="uwv_workbook",
            path="uwv/tension",
            columns=("sheet", "region", "occupation", "quarter", *_FIGURES),
            units=dict.fromkeys(_FIGURES, ""),
            constants={"replaces_with_blanks": ""},
            optional=True,
            every_release=True,
        ),
    ),
)
