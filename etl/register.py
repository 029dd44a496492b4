"""Every source of the monitor: one entry per source, in the order in which they are loaded.

The id of a source is its name at every stage: ``data/raw/<id>/``, ``etl/sources/<id>.sql`` and the
``source_id`` of its rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

CBS = "Centraal Bureau voor de Statistiek (CBS)"
CC_BY = "CC BY 4.0"

Protocol = Literal["cbs_odata3", "excerpt_csv", "municipality_polygons", "uwv_workbook"]
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
        columns: Its columns, by the publisher's names.
        table_id: The publisher's table id, if it has one.
        units: Unit of each measure, where the publisher states it beside the figures.
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
    constants: dict[str, str] = field(default_factory=dict)
    copy: Copy = "primary"
    period: str | None = None
    modified: str | None = None
    note: str | None = None
    optional: bool = False
    every_release: bool = False


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
            RawFile(
                stem="municipalities_2022",
                title="Gemeentegrenzen 2022, gegeneraliseerd",
                url="https://service.pdok.nl/cbs/gebiedsindelingen/2022/wfs/v1_0",
                protocol="municipality_polygons",
                path="geo/gemeenten_2022.geojson",
                columns=("statcode", "statnaam"),
                period="2022",
            ),
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
                path="",
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
        about="Negen programma's voor technisch vakmanschap, zoals hun openbare bronnen ze melden.",
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
        ),
    ),
)


def source(source_id: str) -> Source:
    """Return the entry of one source.

    Raises:
        KeyError: No source has this id.
    """
    return {entry.source_id: entry for entry in REGISTER}[source_id]
