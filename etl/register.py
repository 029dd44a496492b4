"""Every source of the monitor: one entry per source, in the order in which they are loaded.

The id of a source is its name at every stage: ``data/raw/<id>/``, ``etl/sources/<id>.sql`` and the
``source_id`` of its rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

CBS = "Centraal Bureau voor de Statistiek (CBS)"
CC_BY = "CC BY 4.0"

Protocol = Literal[
    "cbs_odata3", "cbs_odata4", "duo_csv", "excerpt_csv", "municipality_polygons", "uwv_workbook"
]
Copy = Literal["primary", "secondary"]


@dataclass(frozen=True)
class RawFile:
    """One file of a source: where it comes from and which columns it must have.

    Attributes:
        stem: Name of the extract, without suffix.
        title: What the publisher calls it.
        url: Where a reader finds it.
        protocol: The extractor that reads it.
        path: Where it stands below the folder given to ``etl extract``.
        columns: Its columns, by the publisher's names. Of a CBS table: its dimensions, what is
            known about their categories (``Perioden:Status``), and its measures.
        table_id: The publisher's table id, if it has one.
        units: The measures, each with its unit where the publisher states it beside the figures;
            none where every column is compared as it stands.
        only: Of a dimension that is no column, the one category that is taken: code or title.
        constants: Columns that hold for the whole file because only its title says so.
        copy: Whether it is the publisher's own file or figures taken over by somebody else.
        period: The periods it covers, as its publisher names them.
        modified: When the publisher last changed it (ISO date), if known.
        note: What a reader must know about it, in Dutch.
        optional: Whether the monitor works without it; until there is a release, it has no rows.
        every_release: Whether each release adds to the earlier ones, as deliveries per quarter do;
            otherwise the newest replaces them.
    """

    stem: str
    title: str
    url: str
    protocol: Protocol
    path: str
    columns: tuple[str, ...]
    table_id: str | None = None
    units: dict[str, str] = field(default_factory=dict)
    only: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    copy: Copy = "primary"
    period: str | None = None
    modified: str | None = None
    note: str | None = None
    optional: bool = False
    every_release: bool = False

    @property
    def attributes(self) -> tuple[str, ...]:
        """Columns that tell something about a category, such as ``Perioden:Status``."""
        return tuple(column for column in self.columns if ":" in column)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Columns that hold the code of a category."""
        return tuple(
            column
            for column in self.columns
            if column not in self.units and column not in self.attributes
        )

    @property
    def listed(self) -> tuple[str, ...]:
        """Dimensions whose list of categories is needed."""
        described = [column.split(":")[0] for column in self.attributes]
        return tuple(dict.fromkeys([*self.only, *described]))


@dataclass(frozen=True)
class Source:
    """A source: who publishes it, under which licence, and its files.

    Attributes:
        source_id: Its name at every stage.
        title: Its Dutch name on screen.
        publisher: Who answers for the figures.
        licence: Under which it may be used.
        files: What is read.
        about: What it holds, in one Dutch sentence.
    """

    source_id: str
    title: str
    publisher: str
    licence: str
    files: tuple[RawFile, ...]
    about: str


def _cbs_page(
    stem: str,
    title: str,
    columns: str,
    period: str | None = None,
    periods: str | None = None,
    **more: object,
) -> RawFile:
    """Return a file of figures transcribed from the CBS page about one table.

    Give ``period`` when only the title of the page says it, ``periods`` when the rows do.
    """
    table = stem.split("_")[0]
    return RawFile(
        stem=stem,
        title=title,
        url=f"https://www.cbs.nl/nl-nl/cijfers/detail/{table}",
        protocol="excerpt_csv",
        path=f"cbs/excerpts/{stem}.csv",
        columns=tuple(columns.split()),
        table_id=table,
        constants={"periode": period} if period else {},
        copy="secondary",
        period=period or periods,
        **more,  # type: ignore[arg-type]
    )


ODATA3 = "https://opendata.cbs.nl/ODataFeed/odata"
ODATA4 = "https://datasets.cbs.nl/odata/v1/CBS"


def _feed(
    table: str,
    title: str,
    dimensions: str,
    units: dict[str, str],
    protocol: Literal["cbs_odata3", "cbs_odata4"] = "cbs_odata3",
    **more: object,
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
        optional=True,
        **more,  # type: ignore[arg-type]
    )


def _facts(stem: str, title: str, columns: str) -> RawFile:
    """Return a file of published facts about the programmes."""
    return RawFile(
        stem=stem,
        title=title,
        url="",
        protocol="excerpt_csv",
        path=f"facts/{stem}.csv",
        columns=tuple(columns.split()),
        copy="secondary",
        note="Overgenomen uit openbare publicaties; elk cijfer noemt zijn bron.",
    )


def _registered(stem: str, title: str, columns: str) -> RawFile:
    """Return a file of what programmes say about themselves (``python -m etl programme add``)."""
    return RawFile(
        stem=stem,
        title=title,
        url="",
        protocol="excerpt_csv",
        path=f"registrations/{stem}.csv",
        columns=tuple(columns.split()),
        note="Opgave van het programma zelf; niet nagekeken in een publicatie.",
        optional=True,
        every_release=True,
    )


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

_PLACE_AND_TIME = "RegioS Perioden Perioden:Status"
_LABOUR_FORCE_UNITS = {
    "Beroepsbevolking": "x 1 000",
    "WerkzameBeroepsbevolking": "x 1 000",
    "WerklozeBeroepsbevolking": "x 1 000",
    "Werkloosheidspercentage": "%",
}
_MBO = (
    "Niveau Niveau:Title Leerweg Leerweg:Title Studierichting Studierichting:Title "
    "Regio Perioden Perioden:Status"
)
_MBO_ENTRANTS = (
    "Niveau Niveau:Title Leerweg Leerweg:Title Sectorkamer Sectorkamer:Title "
    "Perioden Perioden:Status"
)
_MEN_AND_WOMEN = {"Geslacht": "T001038"}


def _regional_labour_force(table: str, year: int, note: str | None = None) -> RawFile:
    """Return the labour force per region as the municipalities of one year make them up."""
    return _feed(
        table,
        f"Arbeidsdeelname; regionale indeling {year}",
        _PLACE_AND_TIME,
        _LABOUR_FORCE_UNITS,
        only={"Persoonskenmerken": "T009002"},
        note=note,
    )


def _regions_of(table: str, year: int) -> RawFile:
    """Return the municipalities of one year with the regions they belong to."""
    return _feed(
        table,
        f"Gebieden in Nederland {year}",
        "RegioS",
        {"Arbeidsmarktregio's/Code": "", "COROP-gebieden/Code": "", "Provincies/Code": ""},
        constants={"jaar": str(year)},
        period=str(year),
    )


def _boundaries(year: int, path: str, **more: object) -> RawFile:
    """Return the boundaries of the municipalities of one year."""
    return RawFile(
        stem=f"municipalities_{year}",
        title=f"Gemeentegrenzen {year}, gegeneraliseerd",
        url=f"https://service.pdok.nl/cbs/gebiedsindelingen/{year}/wfs/v1_0",
        protocol="municipality_polygons",
        path=path,
        columns=("statcode", "statnaam"),
        period=str(year),
        **more,  # type: ignore[arg-type]
    )


REGISTER: tuple[Source, ...] = (
    Source(
        source_id="regions",
        title="Gemeenten en hun regio's",
        publisher=f"{CBS} en Kadaster",
        licence=CC_BY,
        about="Gemeenten met hun arbeidsmarktregio, COROP-gebied en provincie, en hun grenzen.",
        files=(
            RawFile(
                stem="municipality_regions_2026",
                title="Gebieden in Nederland 2026",
                url="https://www.cbs.nl/nl-nl/cijfers/detail/86247NED",
                protocol="excerpt_csv",
                path="geo/mapping_gm_am_cr_nuts_pv_2026.csv",
                columns=(
                    "gm",
                    "gm_naam",
                    "am",
                    "am_naam",
                    "cr",
                    "cr_naam",
                    "nuts3_2024",
                    "pv",
                    "pv_naam",
                ),
                table_id="86247NED",
                copy="secondary",
                period="2026",
                note="Samengesteld overzicht; alle 342 gemeenten nagekeken in CBS 86247NED.",
            ),
            _boundaries(2022, "geo/gemeenten_2022.geojson"),
            _boundaries(
                2026,
                "geo/gemeenten_2026.geojson",
                optional=True,
                note="Voor de kaart: python -m etl geometry.",
            ),
            _regions_of("84378NED", 2019),
            _regions_of("84721NED", 2020),
            _regions_of("84929NED", 2021),
            _regions_of("85067NED", 2022),
            _regions_of("85385NED", 2023),
            _regions_of("85755NED", 2024),
            _regions_of("86059NED", 2025),
            _regions_of("86247NED", 2026),
        ),
    ),
    Source(
        source_id="cbs_vacancies",
        title="Openstaande vacatures naar sector en regio",
        publisher=CBS,
        licence=CC_BY,
        about="Openstaande vacatures aan het einde van het kwartaal, naar sector (SBI 2008), voor "
        "Nederland, landsdelen en provincies. Niet seizoengecorrigeerd.",
        files=(
            RawFile(
                stem="83599NED",
                title="Openstaande vacatures; SBI 2008, regio",
                url="https://opendata.cbs.nl/ODataFeed/odata/83599NED",
                protocol="cbs_odata3",
                path="cbs/odata3/83599NED",
                columns=(
                    "Perioden",
                    "Perioden:Status",
                    "BedrijfstakkenBranchesSBI2008",
                    "RegioS",
                    "OpenstaandeVacatures_1",
                ),
                table_id="83599NED",
                units={"OpenstaandeVacatures_1": "x 1 000"},
                period="2011KW01-2020KW02",
            ),
            RawFile(
                stem="83599NED_recent_quarters",
                title="Openstaande vacatures; SBI 2008, regio (recente kwartalen)",
                url="https://www.cbs.nl/nl-nl/cijfers/detail/83599NED",
                protocol="excerpt_csv",
                path="cbs/excerpts/83599NED_recent_quarters.csv",
                columns=("regio", "sector", "2026KW02_x1000", "2026KW01_x1000", "2025KW02_x1000"),
                table_id="83599NED",
                copy="secondary",
                period="2025KW02, 2026KW01, 2026KW02",
                modified="2026-07-30",
                note="Overgenomen uit een openbare kopie van de CBS-tabel: zeven provincies en "
                "Nederland, drie sectoren.",
            ),
            RawFile(
                stem="83599NED_dashboard_quarters",
                title="Dashboard arbeidsmarkt: openstaande vacatures naar regio",
                url="https://www.cbs.nl/nl-nl/visualisaties/dashboard-arbeidsmarkt/vacatures/"
                "openstaande-vacatures-naar-regio",
                protocol="excerpt_csv",
                path="cbs/excerpts/83599NED_dashboard_quarters.csv",
                columns=("periode", "regio", "openstaande_x1000"),
                table_id="83599NED",
                copy="secondary",
                period="2021KW01, 2022KW01",
                note="Overgenomen uit de tekst van het CBS-dashboard: alleen alle sectoren samen.",
            ),
        ),
    ),
    Source(
        source_id="cbs_national_vacancies",
        title="Vacatures in Nederland naar sector",
        publisher=CBS,
        licence=CC_BY,
        about="Drie reeksen over heel Nederland die nooit in een reeks staan: openstaand en "
        "seizoengecorrigeerd (80474ned), openstaand, ontstaan en vervuld (80472ned) en de "
        "vacaturegraad (80567ned).",
        files=(
            _feed(
                "80474ned",
                "Vacatures; seizoengecorrigeerd, SBI 2008",
                "SBI2008PartBedrijvenOverheid SBI2008PartBedrijvenOverheid:Title "
                "Perioden Perioden:Status",
                {"VacaturesSeizoengecorrigeerd_1": "x 1 000"},
            ),
            _feed(
                "80472ned",
                "Vacatures; SBI 2008, naar economische activiteit en bedrijfsgrootte",
                "Bedrijfskenmerken Bedrijfskenmerken:Title Perioden Perioden:Status",
                {
                    "OpenstaandeVacatures_1": "x 1 000",
                    "OntstaneVacatures_2": "x 1 000",
                    "VervuldeVacatures_3": "x 1 000",
                },
            ),
            _feed(
                "80567ned",
                "Vacaturegraad; SBI 2008",
                "SBI2008 SBI2008:Title Perioden Perioden:Status",
                {"Vacaturegraad_1": ""},
            ),
            _cbs_page(
                "80474ned_2023KW02",
                "Vacatures; seizoengecorrigeerd, SBI 2008",
                "sbi vacatures_seizoengecorrigeerd_x1000",
                "2023KW02",
                note="Voorlopige cijfers.",
            ),
            _cbs_page(
                "80472ned_2023JJ00",
                "Vacatures; SBI 2008",
                "bedrijfskenmerken openstaande_x1000 ontstane_x1000 vervulde_x1000",
                "2023JJ00",
                note="Openstaand is het gemiddelde van het jaar, ontstaan en vervuld het totaal.",
            ),
        ),
    ),
    Source(
        source_id="cbs_created_vacancies",
        title="Ontstane vacatures naar beroep en sector",
        publisher=CBS,
        licence=CC_BY,
        about="Vacatures die in een jaar ontstonden, naar beroep (BRC 2014) en sector (SBI 2008), "
        "Nederland. Veel cijfers zijn niet gepubliceerd.",
        files=(
            _feed(
                "85081NED",
                "Ontstane vacatures; BRC 2014, SBI 2008",
                "BedrijfstakkenBranchesSBI2008 BedrijfstakkenBranchesSBI2008:Title "
                "Beroepenindeling Beroepenindeling:Title Perioden Perioden:Status",
                {"OntstaneVacatures": "x 1 000"},
            ),
            _cbs_page(
                "85081NED_2022JJ00",
                "Ontstane vacatures; BRC 2014, SBI 2008",
                "sbi brc ontstane_vacatures_x1000",
                "2022JJ00",
                note="Voorlopige cijfers.",
            ),
        ),
    ),
    Source(
        source_id="cbs_labour_force",
        title="Beroepsbevolking en werkloosheid",
        publisher=CBS,
        licence=CC_BY,
        about="Beroepsbevolking, werkzame en werkloze personen naar regio. Reeksen volgens de oude "
        "en de nieuwe methode staan apart.",
        files=(
            _cbs_page(
                "83523NED_2020KW01_2022KW01",
                "Arbeidsdeelname; provincie (oude methode)",
                "periode " + _LABOUR_FORCE + "beroepsbevolking_x1000 werkzame_x1000 "
                "werkloze_x1000 werkloosheidspercentage niet_beroepsbevolking_x1000 "
                "bruto_arbeidsparticipatie netto_arbeidsparticipatie",
                periods="2020KW01, 2022KW01",
                note=_OLD,
            ),
            _cbs_page(
                "83524NED_2016JJ00",
                "Arbeidsdeelname; regionale indeling 2016 (oude methode)",
                _LABOUR_FORCE_2022,
                "2016JJ00",
                note=_OLD,
            ),
            _cbs_page(
                "83933NED_2017JJ00_COROP",
                "Arbeidsdeelname; regionale indeling 2017 (oude methode)",
                _LABOUR_FORCE_COROP,
                "2017JJ00",
                note=_OLD,
            ),
            _cbs_page(
                "84469NED_2018JJ00_COROP",
                "Arbeidsdeelname; regionale indeling 2018 (oude methode)",
                _LABOUR_FORCE_COROP,
                "2018JJ00",
                note=_OLD,
            ),
            _cbs_page(
                "85268NED_2022KW02", "Arbeidsdeelname; provincie", _LABOUR_FORCE_2022, "2022KW02"
            ),
            _cbs_page(
                "85268NED_2023KW02",
                "Arbeidsdeelname; provincie",
                _LABOUR_FORCE + "beroepsbevolking_x1000 werkzame_x1000 werkloze_x1000 "
                "werkloosheidspercentage niet_beroepsbevolking_x1000 netto_arbeidsparticipatie",
                "2023KW02",
            ),
            _cbs_page(
                "85494NED_2022JJ00",
                "Arbeidsdeelname; regionale indeling 2022",
                _LABOUR_FORCE_2022,
                "2022JJ00",
            ),
            _cbs_page(
                "85969NED_2023JJ00",
                "Arbeidsdeelname; binding met de arbeidsmarkt, regio",
                _LABOUR_FORCE + "werkzame_x1000 werkloze_x1000 niet_beroepsbevolking_x1000",
                "2023JJ00",
                note="Een reeks op zichzelf: zonder beroepsbevolking en werkloosheidspercentage.",
            ),
            _feed(
                "85268NED",
                "Arbeidsdeelname; provincie",
                _PLACE_AND_TIME,
                _LABOUR_FORCE_UNITS,
            ),
            _regional_labour_force("86088NED", 2024),
            _regional_labour_force("85494NED", 2022),
            _regional_labour_force("85269NED", 2021),
            _regional_labour_force("84703NED", 2019, note=_OLD),
            _regional_labour_force("84469NED", 2018, note=_OLD),
            _regional_labour_force("83933NED", 2017, note=_OLD),
            _regional_labour_force("83524NED", 2016, note=_OLD),
        ),
    ),
    Source(
        source_id="cbs_ww_benefits",
        title="Personen met een WW-uitkering",
        publisher=CBS,
        licence=CC_BY,
        about="Personen met een WW-uitkering op de laatste dag van de maand, naar regio, "
        "seizoengecorrigeerd en afgerond op tientallen. Zonder duur van de uitkering: de spanning "
        "van UWV is hieruit niet te berekenen.",
        files=(
            _feed(
                "85554NED",
                "Personen met WW-uitkering, seizoengecorrigeerd; persoonskenmerken en regio",
                _PLACE_AND_TIME,
                {"Personen met een werkloosheidsuitkering": "aantal"},
                protocol="cbs_odata4",
                only={**_MEN_AND_WOMEN, "Leeftijd": "10000", "Marges": "MW00000"},
            ),
        ),
    ),
    Source(
        source_id="cbs_employment",
        title="Werkzame beroepsbevolking naar beroep",
        publisher=CBS,
        licence=CC_BY,
        about="Werkzame personen naar beroep (BRC 2014), Nederland. Naar beroep zijn er geen "
        "cijfers per provincie.",
        files=(
            _cbs_page(
                "85276NED_classes_2024KW04_2025KW04",
                "Werkzame beroepsbevolking; beroepsklasse",
                "brc_klasse 2024KW04_x1000 2025KW04_x1000",
                periods="2024KW04, 2025KW04",
                note="Totaal en de klassen 01 tot en met 10; de overige klassen staan niet in het "
                "overgenomen deel.",
            ),
            _cbs_page(
                "85276NED_brc_groups",
                "Werkzame beroepsbevolking; beroepsgroep",
                "brc_class class_label brc_segment segment_label brc_group group_label "
                "werkzaam_2024KW04 werkzaam_2025KW04 growth_pct women_share high_edu_share "
                "median_hourly_wage_2024 p25 p75",
                periods="2024KW04, 2025KW04",
                note="Alle 114 beroepsgroepen, in personen afgerond op duizendtallen.",
            ),
            _feed(
                "85276NED",
                "Werkzame beroepsbevolking; beroep",
                "Beroep Beroep:Title Perioden Perioden:Status",
                {"Werkzame beroepsbevolking": "x 1 000"},
                protocol="cbs_odata4",
                only={**_MEN_AND_WOMEN, "Persoonskenmerken": "T009002"},
            ),
            _feed(
                "86112NED",
                "Werkzame beroepsbevolking; beroep en regio's (indeling 2024)",
                "Beroep Beroep:Title RegioS Perioden Perioden:Status",
                {"WerkzameBeroepsbevolking": "x 1 000"},
            ),
        ),
    ),
    Source(
        source_id="cbs_mbo_students",
        title="Studenten in het mbo",
        publisher=CBS,
        licence=CC_BY,
        about="Studenten in het mbo naar niveau, leerweg, studierichting en woonprovincie. Per "
        "arbeidsmarktregio zijn er geen cijfers.",
        files=(
            _feed(
                "85353NED",
                "Mbo; studenten, niveau, leerweg, studierichting, regiokenmerken",
                _MBO,
                {"Mbo-studenten": "aantal"},
                protocol="cbs_odata4",
                only=_MEN_AND_WOMEN,
            ),
            _cbs_page(
                "83850NED_2021SJ00_mbo",
                "Mbo; studenten (oudere tabel, Nederland)",
                "leerweg studierichting mbo_studenten",
                "2021SJ00",
                note="Voorlopige cijfers.",
            ),
        ),
    ),
    Source(
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
    ),
    Source(
        source_id="cbs_mbo_graduates",
        title="Gediplomeerden van het mbo",
        publisher=CBS,
        licence=CC_BY,
        about="Gediplomeerden per schooljaar naar niveau, leerweg, richting en woonprovincie.",
        files=(
            _feed(
                "85356NED",
                "Mbo; gediplomeerden, niveau, leerweg, studierichting, regiokenmerken",
                _MBO,
                {"Gediplomeerden mbo": "aantal"},
                protocol="cbs_odata4",
                only=_MEN_AND_WOMEN,
            ),
        ),
    ),
    Source(
        source_id="cbs_mbo_entrants",
        title="Instroom in het mbo",
        publisher=CBS,
        licence=CC_BY,
        about="Wie in een schooljaar met een mbo-opleiding begon en wat men een jaar eerder deed; "
        "zij-instroom is wie toen werkte. Nederland.",
        files=(
            _feed(
                "85569NED",
                "Mbo; instroom, maatschappelijke positie een jaar eerder",
                _MBO_ENTRANTS + " MaatschappelijkePositie1JaarEerder "
                "MaatschappelijkePositie1JaarEerder:Title",
                {"InstromersTotaal_1": "aantal"},
                only={**_MEN_AND_WOMEN, "Persoonskenmerken": "10000"},
            ),
            _feed(
                "85574NED",
                "Mbo; zij-instroom, sector waarin men een jaar eerder werkte",
                _MBO_ENTRANTS + " BedrijfstakkenBranchesSBI2008 "
                "BedrijfstakkenBranchesSBI2008:Title",
                {"InstromersMbo_1": "aantal"},
                only={**_MEN_AND_WOMEN, "Leeftijd": "Totaal leeftijd"},
            ),
        ),
    ),
    Source(
        source_id="cbs_tension",
        title="Spanning op de arbeidsmarkt (CBS)",
        publisher=CBS,
        licence=CC_BY,
        about="Openstaande vacatures per 100 werklozen. Een andere maat dan de spanning van UWV.",
        files=(
            RawFile(
                stem="spanning_cbs_nl",
                title="Spanning op de arbeidsmarkt, Nederland",
                url="https://www.cbs.nl/nl-nl/visualisaties/dashboard-arbeidsmarkt",
                protocol="excerpt_csv",
                path="cbs/excerpts/spanning_cbs_nl.csv",
                columns=(
                    "periode",
                    "vacatures_per_100_werklozen",
                    "vacatures",
                    "werklozen",
                    "werkloosheidspercentage",
                    "seizoengecorrigeerd",
                    "bron_url",
                    "note",
                ),
                copy="secondary",
                period="2017KW01-2025KW03",
                note="CBS-cijfers zoals aangehaald op openbare pagina's.",
            ),
            RawFile(
                stem="spanning_cbs_provincie",
                title="Spanning op de arbeidsmarkt naar regio",
                url="https://www.cbs.nl/item?sc_itemid=d989d921-dc71-4d68-aa0a-ec7f2c50983d",
                protocol="excerpt_csv",
                path="cbs/excerpts/spanning_cbs_provincie.csv",
                columns=("periode", "regio", "vacatures_per_100_werklozen"),
                copy="secondary",
                period="2020KW01-2024KW01",
                note="Overgenomen uit het CBS-dashboard arbeidsmarkt; niet seizoengecorrigeerd.",
            ),
        ),
    ),
    Source(
        source_id="uwv_press",
        title="UWV-cijfers in het nieuws",
        publisher="Uitvoeringsinstituut Werknemersverzekeringen (UWV), zoals aangehaald in de pers",
        licence="Feiten en cijfers met bronvermelding",
        about="Losse cijfers van UWV uit nieuwsberichten. Ze staan als aanhaling met hun bron en "
        "nooit in een reeks of op een kaart.",
        files=(
            RawFile(
                stem="uwv_published_figures",
                title="UWV-cijfers in nieuwsberichten",
                url="",
                protocol="excerpt_csv",
                path="facts/uwv_published_figures.csv",
                columns=("periode", "regio", "indicator", "waarde", "bron_url"),
                copy="secondary",
                note="Overgenomen uit nieuwsberichten; elk cijfer noemt zijn bron.",
            ),
        ),
    ),
    Source(
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
                columns=(
                    "sheet",
                    "region",
                    "occupation",
                    "quarter",
                    "vacancies",
                    "ww_under_6_months",
                    "ratio",
                    "class",
                ),
                units=dict.fromkeys(["vacancies", "ww_under_6_months", "ratio", "class"], ""),
                optional=True,
                every_release=True,
            ),
        ),
    ),
    Source(
        source_id="programmes",
        title="Programma's: doelen, budgetten en resultaten",
        publisher="Uitvoerders, overheden en pers (bron per cijfer)",
        licence="Feiten en cijfers met bronvermelding",
        about="Programma's voor technisch vakmanschap, zoals bronnen of zij zelf ze melden.",
        files=(
            _facts(
                "sources",
                "Bronnen over de programma's",
                "source_id title publisher url published_on retrieved_on",
            ),
            _facts(
                "programmes",
                "Programma's",
                "programme_id name kind scope region_kind region_codes starts_on starts_precision "
                "ends_on ends_precision state aim note source_ids",
            ),
            _facts(
                "programme_targets",
                "Doelen",
                "programme_id indicator target_group target unit precision relation note source_id",
            ),
            _facts(
                "programme_budgets",
                "Budgetten en voucherbedragen",
                "programme_id budget_kind stage funder amount_eur precision per note source_id",
            ),
            _facts(
                "programme_outcomes",
                "Resultaten",
                "programme_id indicator as_of as_of_precision breakdown category value unit "
                "precision note source_id",
            ),
            _facts(
                "programme_resources",
                "Inzet",
                "programme_id resource as_of quantity unit note source_id",
            ),
            _facts(
                "programme_partners",
                "Partners",
                "programme_id organisation role known_now_as source_id",
            ),
            _registered(
                "registered_programmes",
                "Aangemelde programma's",
                "programme_id name kind scope region_codes starts_on starts_precision ends_on "
                "ends_precision state aim note action_line techniekpact_goal",
            ),
            _registered(
                "registered_targets",
                "Doelen van aangemelde programma's",
                "programme_id indicator target_group target unit precision note",
            ),
            _registered(
                "registered_budgets",
                "Budgetten en voucherbedragen van aangemelde programma's",
                "programme_id budget_kind stage funder amount_eur precision per note",
            ),
            _registered(
                "registered_partners",
                "Partners van aangemelde programma's",
                "programme_id organisation role",
            ),
        ),
    ),
    Source(
        source_id="deliveries",
        title="Aanleveringen van de programma's",
        publisher="Uitvoerders van de programma's",
        licence="Beschermde aantallen: afgerond, kleine aantallen niet getoond",
        about="Deelnames, vouchers en vacatures die een programma zelf aanlevert. Openbaar zijn "
        "alleen beschermde tabellen; records van personen blijven bij de beheerder.",
        files=(),
    ),
)


def source(source_id: str) -> Source:
    """Return the entry of one source.

    Raises:
        KeyError: No source has this id.
    """
    return {entry.source_id: entry for entry in REGISTER}[source_id]
