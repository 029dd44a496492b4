"""Statistics Netherlands (CBS) about the whole country: the labour force as it was recalculated."""

from __future__ import annotations

from etl.register.cbs import MEN_AND_WOMEN, feed, of_cbs

_COPY = "Antwoorden van de dienst van CBS, uit een openbare kopie."
_PERIODS = "Perioden Perioden:Status"

LABOUR = of_cbs(
    "cbs_national_labour",
    "Beroepsbevolking en werkloosheid in Nederland, herberekend",
    "Heel Nederland volgens de methode van 2022, door CBS teruggerekend: per kwartaal vanaf 2013 "
    "en per maand vanaf 2003. Nooit in een reeks met provincies of met de oude methode.",
    feed(
        "85224NED",
        "Arbeidsdeelname; kerncijfers seizoengecorrigeerd",
        f"SeizoenEnWerkdagcorrectie SeizoenEnWerkdagcorrectie:Title {_PERIODS}",
        {
            "3000790_2": "x 1 000",
            "3000795": "x 1 000",
            "3000800_2": "x 1 000",
            "M001906": "%",
        },
        protocol="cbs_odata4",
        period="2013KW01-2026KW01",
        modified="2026-04-30",
        note=_COPY,
    ),
    feed(
        "80590ned",
        "Arbeidsdeelname en werkloosheid per maand",
        _PERIODS,
        {
            "3000790_2": "x 1 000",
            "D002308": "x 1 000",
            "3000795_2": "x 1 000",
            "D006409": "x 1 000",
            "3000800_2": "x 1 000",
            "D001875": "x 1 000",
            "M001906_2": "%",
            "M004210": "%",
        },
        protocol="cbs_odata4",
        only={**MEN_AND_WOMEN, "Leeftijd": "52052"},
        period="2003MM01-2026MM06",
        modified="2026-07-16",
        note=_COPY,
    ),
)

WW = of_cbs(
    "cbs_national_ww",
    "WW-uitkeringen in Nederland",
    "Uitkeringen aan het einde van de maand, in honderdtallen; tot en met 2015 ook met correctie "
    "voor het seizoen. Uitkeringen, geen personen: nooit in een reeks met die van 85554NED.",
    feed(
        "37789ksz",
        "Sociale zekerheid; kerncijfers, uitkeringen naar uitkeringssoort",
        _PERIODS,
        {"D007076_2": "x 1000", "M006400": "x 1000"},
        protocol="cbs_odata4",
        period="1998MM01-2026MM04",
        modified="2026-06-30",
        note=_COPY,
    ),
)
