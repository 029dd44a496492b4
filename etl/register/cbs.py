"""Statistics Netherlands (CBS): tables of its feeds, and figures taken over from its pages."""

from __future__ import annotations

from typing import Any, Literal

from etl.register import cbs_added
from etl.register.model import RawFile, Source, excerpt

CBS = "Centraal Bureau voor de Statistiek (CBS)"
CC_BY = "CC BY 4.0"
ODATA3 = "https://opendata.cbs.nl/ODataFeed/odata"
ODATA4 = "https://datasets.cbs.nl/odata/v1/CBS"
_OLD = "Oude methode (EBB tot 2021); niet vergelijkbaar met de reeks vanaf 2021."
_LABOUR_FORCE = "regio beroeps_en_niet_beroepsbevolking_x1000 "
_LABOUR_FORCE_2022 = (
    _LABOUR_FORCE + "beroepsbevolking_x1000 werkloze_beroepsbevolking_x1000 "
    "werkloosheidspercentage werkzame_beroepsbevolking_x1000 niet_beroepsbevolking_x1000"
)
_LABOUR_FORCE_COROP = (
    _LABOUR_FORCE + "beroepsbevolking_x1000 werkzame_x1000 werknemer_x1000 zelfstandige_x1000 "
    "werkloze_x1000 werkloosheidspercentage niet_beroepsbevolking_x1000 "
    "bruto_arbeidsparticipatie netto_arbeidsparticipatie"
)

PLACE_AND_TIME = "RegioS Perioden Perioden:Status"
_LABOUR_FORCE_UNITS = {
    "Beroepsbevolking": "x 1 000",
    "WerkzameBeroepsbevolking": "x 1 000",
    "WerklozeBeroepsbevolking": "x 1 000",
    "Werkloosheidspercentage": "%",
}
MEN_AND_WOMEN = {"Geslacht": "T001038"}


def of_cbs(source_id: str, title: str, about: str, *files: RawFile) -> Source:
    """Return a source that CBS publishes."""
    return Source(source_id, title, CBS, CC_BY, files, about)


def page(
    stem: str,
    title: str,
    columns: str,
    period: str | None = None,
    periods: str | None = None,
    **more: Any,
) -> RawFile:
    """Return a file of figures transcribed from the CBS page about one table.

    Give ``period`` when only the title of the page says it, ``periods`` when the rows do.
    """
    table = stem.split("_")[0]
    return excerpt(
        f"cbs/excerpts/{stem}",
        title,
        columns,
        url=f"https://www.cbs.nl/nl-nl/cijfers/detail/{table}",
        table_id=table,
        constants={"periode": period} if period else {},
        period=period or periods,
        **more,
    )


def feed(
    table: str,
    title: str,
    dimensions: str,
    units: dict[str, str],
    protocol: Literal["cbs_odata3", "cbs_odata4"] = "cbs_odata3",
    optional: bool = True,
    **more: Any,
) -> RawFile:
    """Return a table that ``etl fetch`` reads from CBS; it stands empty until then."""
    base = ODATA3 if protocol == "cbs_odata3" else ODATA4
    return RawFile(
        stem=table,
        title=title,
        url=f"{base}/{table}",
        protocol=protocol,
        path=f"cbs/{protocol.removeprefix('cbs_')}/{table}",
        columns=(*dimensions.split(), *units),
        table_id=table,
        units=units,
        optional=optional,
        **more,
    )


def _regional_labour_force(table: str, year: int, note: str | None = None) -> RawFile:
    """Return the labour force per region as the municipalities of one year make them up."""
    return feed(
        table,
        f"Arbeidsdeelname; regionale indeling {year}",
        PLACE_AND_TIME,
        _LABOUR_FORCE_UNITS,
        only={"Persoonskenmerken": "T009002"},
        note=note,
    )


VACANCIES = of_cbs(
    "cbs_vacancies",
    "Openstaande vacatures naar sector en regio",
    "Openstaande vacatures aan het einde van het kwartaal, naar sector (SBI 2008), voor "
    "Nederland, landsdelen en provincies. Niet seizoengecorrigeerd.",
    feed(
        "83599NED",
        "Openstaande vacatures; SBI 2008, regio",
        "Perioden Perioden:Status BedrijfstakkenBranchesSBI2008 RegioS",
        {"OpenstaandeVacatures_1": "x 1 000"},
        period="2011KW01-2020KW02",
        optional=False,
    ),
    page(
        "83599NED_recent_quarters",
        "Openstaande vacatures; SBI 2008, regio (recente kwartalen)",
        "regio sector 2026KW02_x1000 2026KW01_x1000 2025KW02_x1000",
        periods="2025KW02, 2026KW01, 2026KW02",
        modified="2026-07-30",
        note="Overgenomen uit een openbare kopie van de CBS-tabel: zeven provincies en "
        "Nederland, drie sectoren.",
    ),
    excerpt(
        "cbs/excerpts/83599NED_dashboard_quarters",
        "Dashboard arbeidsmarkt: openstaande vacatures naar regio",
        "periode regio openstaande_x1000",
        url="https://www.cbs.nl/nl-nl/visualisaties/dashboard-arbeidsmarkt/vacatures/"
        "openstaande-vacatures-naar-regio",
        table_id="83599NED",
        period="2021KW01, 2022KW01",
        note="Overgenomen uit de tekst van het CBS-dashboard: alleen alle sectoren samen.",
    ),
    *cbs_added.VACANCIES,
)

NATIONAL_VACANCIES = of_cbs(
    "cbs_national_vacancies",
    "Vacatures in Nederland naar sector",
    "Vier reeksen over heel Nederland die nooit in een reeks staan: openstaand en "
    "seizoengecorrigeerd (80474ned), openstaand, ontstaan en vervuld (80472ned, en van "
    "particuliere bedrijven 80473ned) en de vacaturegraad (80567ned).",
    feed(
        "80474ned",
        "Vacatures; seizoengecorrigeerd, SBI 2008",
        "SBI2008PartBedrijvenOverheid SBI2008PartBedrijvenOverheid:Title Perioden Perioden:Status",
        {"VacaturesSeizoengecorrigeerd_1": "x 1 000"},
    ),
    feed(
        "80472ned",
        "Vacatures; SBI 2008, naar economische activiteit en bedrijfsgrootte",
        "Bedrijfskenmerken Bedrijfskenmerken:Title Perioden Perioden:Status",
        {
            "OpenstaandeVacatures_1": "x 1 000",
            "OntstaneVacatures_2": "x 1 000",
            "VervuldeVacatures_3": "x 1 000",
        },
    ),
    feed(
        "80567ned",
        "Vacaturegraad; SBI 2008",
        "SBI2008 SBI2008:Title Perioden Perioden:Status",
        {"Vacaturegraad_1": ""},
    ),
    page(
        "80474ned_2023KW02",
        "Vacatures; seizoengecorrigeerd, SBI 2008",
        "sbi vacatures_seizoengecorrigeerd_x1000",
        "2023KW02",
        note="Voorlopige cijfers.",
    ),
    page(
        "80472ned_2023JJ00",
        "Vacatures; SBI 2008",
        "bedrijfskenmerken openstaande_x1000 ontstane_x1000 vervulde_x1000",
        "2023JJ00",
        note="Openstaand is het gemiddelde van het jaar, ontstaan en vervuld het totaal.",
    ),
    *cbs_added.NATIONAL,
)

CREATED_VACANCIES = of_cbs(
    "cbs_created_vacancies",
    "Ontstane vacatures naar beroep en sector",
    "Vacatures die in een jaar ontstonden, naar beroep (BRC 2014) en sector (SBI 2008), "
    "Nederland. Veel cijfers zijn niet gepubliceerd.",
    feed(
        "85081NED",
        "Ontstane vacatures; BRC 2014, SBI 2008",
        "BedrijfstakkenBranchesSBI2008 BedrijfstakkenBranchesSBI2008:Title "
        "Beroepenindeling Beroepenindeling:Title Perioden Perioden:Status",
        {"OntstaneVacatures": "x 1 000"},
    ),
    page(
        "85081NED_2022JJ00",
        "Ontstane vacatures; BRC 2014, SBI 2008",
        "sbi brc ontstane_vacatures_x1000",
        "2022JJ00",
        note="Voorlopige cijfers.",
    ),
)

LABOUR_FORCE = of_cbs(
    "cbs_labour_force",
    "Beroepsbevolking en werkloosheid",
    "Beroepsbevolking, werkzame en werkloze personen naar regio. Reeksen volgens de oude "
    "en de nieuwe methode staan apart.",
    page(
        "83523NED_2020KW01_2022KW01",
        "Arbeidsdeelname; provincie (oude methode)",
        "periode " + _LABOUR_FORCE + "beroepsbevolking_x1000 werkzame_x1000 "
        "werkloze_x1000 werkloosheidspercentage niet_beroepsbevolking_x1000 "
        "bruto_arbeidsparticipatie netto_arbeidsparticipatie",
        periods="2020KW01, 2022KW01",
        note=_OLD,
    ),
    page(
        "83524NED_2016JJ00",
        "Arbeidsdeelname; regionale indeling 2016 (oude methode)",
        _LABOUR_FORCE_2022,
        "2016JJ00",
        note=_OLD,
    ),
    page(
        "83933NED_2017JJ00_COROP",
        "Arbeidsdeelname; regionale indeling 2017 (oude methode)",
        _LABOUR_FORCE_COROP,
        "2017JJ00",
        note=_OLD,
    ),
    page(
        "84469NED_2018JJ00_COROP",
        "Arbeidsdeelname; regionale indeling 2018 (oude methode)",
        _LABOUR_FORCE_COROP,
        "2018JJ00",
        note=_OLD,
    ),
    page("85268NED_2022KW02", "Arbeidsdeelname; provincie", _LABOUR_FORCE_2022, "2022KW02"),
    page(
        "85268NED_2023KW02",
        "Arbeidsdeelname; provincie",
        _LABOUR_FORCE + "beroepsbevolking_x1000 werkzame_x1000 werkloze_x1000 "
        "werkloosheidspercentage niet_beroepsbevolking_x1000 netto_arbeidsparticipatie",
        "2023KW02",
    ),
    page(
        "85494NED_2022JJ00",
        "Arbeidsdeelname; regionale indeling 2022",
        _LABOUR_FORCE_2022,
        "2022JJ00",
    ),
    page(
        "85969NED_2023JJ00",
        "Arbeidsdeelname; binding met de arbeidsmarkt, regio",
        _LABOUR_FORCE + "werkzame_x1000 werkloze_x1000 niet_beroepsbevolking_x1000",
        "2023JJ00",
        note="Een reeks op zichzelf: zonder beroepsbevolking en werkloosheidspercentage.",
    ),
    feed(
        "85268NED",
        "Arbeidsdeelname; provincie",
        PLACE_AND_TIME,
        _LABOUR_FORCE_UNITS,
    ),
    _regional_labour_force("86088NED", 2024),
    _regional_labour_force("85494NED", 2022),
    _regional_labour_force("85269NED", 2021),
    _regional_labour_force("84703NED", 2019, note=_OLD),
    _regional_labour_force("84469NED", 2018, note=_OLD),
    _regional_labour_force("83933NED", 2017, note=_OLD),
    _regional_labour_force("83524NED", 2016, note=_OLD),
)

WW_BENEFITS = of_cbs(
    "cbs_ww_benefits",
    "Personen met een WW-uitkering",
    "Personen met een WW-uitkering op de laatste dag van de maand, naar regio, "
    "seizoengecorrigeerd en afgerond op tientallen. Zonder duur van de uitkering: de spanning "
    "van UWV is hieruit niet te berekenen.",
    feed(
        "85554NED",
        "Personen met WW-uitkering, seizoengecorrigeerd; persoonskenmerken en regio",
        PLACE_AND_TIME,
        {"Personen met een werkloosheidsuitkering": "aantal"},
        protocol="cbs_odata4",
        only={**MEN_AND_WOMEN, "Leeftijd": "10000", "Marges": "MW00000"},
    ),
)

EMPLOYMENT = of_cbs(
    "cbs_employment",
    "Werkzame beroepsbevolking naar beroep",
    "Werkzame personen naar beroep (BRC 2014), Nederland. Naar beroep zijn er geen "
    "cijfers per provincie.",
    page(
        "85276NED_classes_2024KW04_2025KW04",
        "Werkzame beroepsbevolking; beroepsklasse",
        "brc_klasse 2024KW04_x1000 2025KW04_x1000",
        periods="2024KW04, 2025KW04",
        note="Totaal en de klassen 01 tot en met 10; de overige klassen staan niet in het "
        "overgenomen deel.",
    ),
    page(
        "85276NED_brc_groups",
        "Werkzame beroepsbevolking; beroepsgroep",
        "brc_class class_label brc_segment segment_label brc_group group_label "
        "werkzaam_2024KW04 werkzaam_2025KW04 growth_pct women_share high_edu_share "
        "median_hourly_wage_2024 p25 p75",
        periods="2024KW04, 2025KW04",
        note="Alle 114 beroepsgroepen, in personen afgerond op duizendtallen.",
    ),
    excerpt(
        "found/cbs_employment/85276NED_2023JJ00_brc",
        "Werkzame beroepsbevolking; beroep, en mediaan uurloon",
        "brc_code level label_as_stored werkzaam_2023_x1000 mediaan_uurloon_2023 uurloon_how",
        url="https://www.cbs.nl/nl-nl/cijfers/detail/85276NED",
        table_id="85276NED",
        constants={"periode": "2023JJ00"},
        period="2023JJ00",
        note="Gemiddelde van 2023: geen stand van een kwartaal. Het uurloon staat bij CBS in "
        "tabel 85517NED; waar de beroepsgroep daarvan niet zeker is, is het weggelaten.",
    ),
    excerpt(
        "found/cbs_employment/85266NED_2024KW01_education",
        "Werkzame beroepsbevolking; onderwijsniveau",
        "quarter age education_code education employed_x1000 source_url",
        url="https://www.cbs.nl/nl-nl/cijfers/detail/85266NED",
        table_id="85266NED",
        period="2024KW01",
        note="Alle beroepen samen.",
    ),
    feed(
        "85276NED",
        "Werkzame beroepsbevolking; beroep",
        "Beroep Beroep:Title Perioden Perioden:Status",
        {"Werkzame beroepsbevolking": "x 1 000"},
        protocol="cbs_odata4",
        only={**MEN_AND_WOMEN, "Persoonskenmerken": "T009002"},
    ),
    feed(
        "86112NED",
        "Werkzame beroepsbevolking; beroep en regio's (indeling 2024)",
        "Beroep Beroep:Title RegioS Perioden Perioden:Status",
        {"WerkzameBeroepsbevolking": "x 1 000"},
    ),
)

TENSION = of_cbs(
    "cbs_tension",
    "Spanning op de arbeidsmarkt (CBS)",
    "Openstaande vacatures per 100 werklozen. Een andere maat dan de spanning van UWV.",
    excerpt(
        "cbs/excerpts/spanning_cbs_nl",
        "Spanning op de arbeidsmarkt, Nederland",
        "periode vacatures_per_100_werklozen vacatures werklozen werkloosheidspercentage "
        "seizoengecorrigeerd bron_url note",
        url="https://www.cbs.nl/nl-nl/visualisaties/dashboard-arbeidsmarkt",
        period="2017KW01-2025KW03",
        note="CBS-cijfers zoals aangehaald op openbare pagina's.",
    ),
    excerpt(
        "cbs/excerpts/spanning_cbs_provincie",
        "Spanning op de arbeidsmarkt naar regio",
        "periode regio vacatures_per_100_werklozen",
        url="https://www.cbs.nl/item?sc_itemid=d989d921-dc71-4d68-aa0a-ec7f2c50983d",
        period="2020KW01-2024KW01",
        note="Overgenomen uit het CBS-dashboard arbeidsmarkt; niet seizoengecorrigeerd.",
    ),
    *cbs_added.TENSION,
)
