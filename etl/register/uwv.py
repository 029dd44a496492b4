"""The employee insurance agency (UWV): its tension indicator, and what the press quotes of it."""

from __future__ import annotations

from etl.register.model import RawFile, Source, excerpt

_FIGURES = ("vacancies", "ww_under_6_months", "ratio", "class")

_QUOTED = "Overgenomen uit nieuwsberichten; elk cijfer noemt zijn bron."


def _quotes(stem: str, title: str, columns: str, period: str) -> RawFile:
    """Return a file of figures that pages of UWV or the press quoted, each with its address."""
    return excerpt(f"found/uwv/{stem}", title, columns, period=period, note=_QUOTED)


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
            note=_QUOTED,
        ),
        _quotes(
            "uwv_ww_regions_press",
            "WW-uitkeringen van regio's in nieuwsberichten",
            "month_end region region_code ww_benefits precision source_url page_date note",
            "2014-02-2025-12",
        ),
        _quotes(
            "uwv_tension_regions_press",
            "Klassen, spanning en vacatures van regio's in berichten",
            "quarter region region_code indicator value source_url note",
            "2017KW02-2024KW02",
        ),
        _quotes(
            "uwv_spanningsindicator_national",
            "Spanningsindicator van Nederland in berichten",
            "quarter indicator value unit publisher_of_page source_url note",
            "2021KW02-2024KW02",
        ),
        _quotes(
            "uwv_hard_to_fill_share",
            "Moeilijk vervulbare vacatures in berichten",
            "survey_year sector percent_hard_to_fill source_url page_date note",
            "2017-2025",
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
