"""Every table of the register, fetched from a local CBS and loaded: each trap of each source."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow.parquet as parquet
import pytest

from etl import database, fetch, raw
from etl.database import RAW
from etl.download import Client
from etl.register import REGISTER, RawFile, source
from tests.cbs_server import Row, Table, serve, table_like
from tests.fetched import fetch_one
from tests.published import etl, only_published

TODAY = "2026-11-23"


def named(*titles: str, **keys: str) -> list[Row]:
    """Categories whose key says nothing, as those of CBS: A000000, A000001, …."""
    return [{"Key": f"A{number:06} ", "Title": title} for number, title in enumerate(titles)] + [
        {"Key": key, "Title": title} for key, title in keys.items()
    ]


def codes(*keys: str) -> list[Row]:
    return [{"Key": key, "Title": key.strip()} for key in keys]


def periods(**status: str) -> list[Row]:
    return [{"Key": key.strip("_"), "Title": key, "Status": value} for key, value in status.items()]


REGIONS = codes("NL01  ", "PV23  ", "CR12  ", "AM05  ", "AM04  ", "PV99  ")
QUARTERS = periods(_2022KW02="Definitief", _2022JJ00="Definitief", _2026KW02="Voorlopig")
SECTORS = named(
    "A-U Alle economische activiteiten",
    "C Industrie",
    "24-25 Basismetaal, metaalprod.-industrie",
    "0 tot 10 werkzame personen",
    "10 tot 100 werkzame personen",
)
OCCUPATIONS = named(
    "Totaal",
    "07 Technische beroepen",
    "074 Metaalarbeiders, machinemonteurs",
    "0742 Machinemonteurs",
    "Beroepsniveau 2 (ISCO 2008)",
)
LEVELS = named("Totaal mbo", "Mbo-entreeopleiding", "Mbo niveau 2", "Mbo niveau 4", "Anders")
PATHS = named("Totaal mbo (incl extranei)", "Bol totaal", "Bbl totaal", "Vavo")
FIELDS = named(
    "Totaal",
    "06 Informatica",
    "07 Techniek, industrie en bouwkunde",
    "Sectorkamer techniek en gebouwde omgeve.",
    "79000 Bouw en infra",
)
CATEGORIES: dict[str, list[Row]] = {
    "RegioS": REGIONS,
    "Regio": codes("NL01", "PV23", "PV99"),
    "Perioden": QUARTERS,
    "SBI2008PartBedrijvenOverheid": [*SECTORS[:3], *codes("Overheid")],
    "Bedrijfskenmerken": SECTORS,
    "SBI2008": SECTORS[:3],
    "BedrijfstakkenBranchesSBI2008": SECTORS[:3],
    "Beroep": OCCUPATIONS,
    "Beroepenindeling": OCCUPATIONS,
    "SeizoenEnWerkdagcorrectie": codes("A042501", "A050903"),
    "Niveau": LEVELS,
    "Leerweg": PATHS,
    "Studierichting": FIELDS,
    "Sectorkamer": named("Totaal", "Techniek en gebouwde omgeving"),
    "MaatschappelijkePositie1JaarEerder": named("Totaal instromers", "Met werk, zonder uitkering"),
}
PERIODS = {
    "cbs_created_vacancies": periods(_2022JJ00="Definitief", _2024JJ00="Voorlopig"),
    **dict.fromkeys(
        ("cbs_ww_benefits", "cbs_national_ww"),
        periods(_2026MM03="NaderVoorlopig", _2026MM04="Voorlopig"),
    ),
    "cbs_mbo_students": periods(_2021SJ00="Definitief", _2025SJ00="Voorlopig"),
    "cbs_mbo_graduates": periods(_2024SJ00="Voorlopig"),
    "cbs_mbo_entrants": periods(_2025SJ00="Voorlopig"),
}
OTHER_TABLES = [
    (entry.source_id, file)
    for entry in REGISTER
    for file in entry.files
    if file.protocol in raw.TABLES and file.optional and entry.source_id != "regions"
]


LABOUR_FORCE = {
    "Beroepsbevolking": "     100",
    "WerkzameBeroepsbevolking": "      96",
    "WerklozeBeroepsbevolking": "       4",
    "Werkloosheidspercentage": "     4.0",
}
MEASURED = {
    **dict.fromkeys(("3000790_2", "D002308"), "Beroepsbevolking"),
    **dict.fromkeys(("3000795", "3000795_2", "D006409"), "WerkzameBeroepsbevolking"),
    **dict.fromkeys(("3000800_2", "D001875"), "WerklozeBeroepsbevolking"),
    **dict.fromkeys(("M001906", "M001906_2", "M004210"), "Werkloosheidspercentage"),
}


def served(source_id: str, file: RawFile) -> Table:
    own = PERIODS.get(source_id, QUARTERS)
    places = REGIONS[:2] if file.stem == "85268NED" else REGIONS
    categories = {**CATEGORIES, "RegioS": places, "Perioden": own}
    table = table_like(file, categories, value="    12.0")
    if source_id in ("cbs_labour_force", "cbs_national_labour"):
        for row in table.rows:
            row |= {
                key: LABOUR_FORCE[MEASURED.get(key) or key.rsplit("_", 1)[0]]
                for key in table.measures
            }
    return table


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    made = [served(source_id, file) for source_id, file in OTHER_TABLES]
    return {table.table_id: table for table in made}


@pytest.fixture(scope="module")
def fetched(
    tables: dict[str, Table], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database after every table of CBS but the first was fetched."""
    folder = tmp_path_factory.mktemp("fetched")
    shutil.copytree(RAW, folder / "raw")
    ww = tables["85554NED"]
    ww.dimensions["Marges"].append({"Key": "MOG0095", "Title": "Ondergrens"})
    ww.rows += [{**row, "Marges": "MOG0095", "ID": row["ID"] + len(ww.rows)} for row in ww.rows]
    sj = tables["85353NED"]
    for row in sj.rows:
        row["Mbo-studenten"] = "       ." if row["Regio"] == "PV23" else row["Mbo-studenten"]
    with serve(*tables.values()) as base:
        wanted = [(source(source_id), file) for source_id, file in OTHER_TABLES]
        client = Client(pause_seconds=0.01)
        ended = fetch.fetch(wanted, folder / "raw", client=client, today=TODAY, base_url=base)
    assert not [str(end) for _, end in ended if isinstance(end, Exception)]
    target = folder / "monitor.duckdb"
    database.build(target, only_published(folder / "raw"))
    with closing(duckdb.connect(str(target), read_only=True)) as connection:
        yield connection


Facts = duckdb.DuckDBPyConnection


def rows(facts: Facts, sql: str) -> list[tuple[object, ...]]:
    return facts.execute(sql).fetchall()


@pytest.mark.parametrize("table", [file.stem for _, file in OTHER_TABLES])
def test_every_table_of_the_register_becomes_facts(table: str, fetched: Facts) -> None:
    stems = "|".join(
        f"(select release_id from {name})"
        for name in (
            "national_vacancies", "created_vacancies", "labour_force", "ww_benefits",
            "employment", "mbo_students", "mbo_graduates", "mbo_entrants",
        )
    ).replace("|", " union all ")  # fmt: skip
    found = rows(fetched, f"select distinct release_id from ({stems})")
    overtaken = {"85494NED", "85269NED", "84469NED", "83933NED", "83524NED"}
    assert (any(f"/{table}.parquet" in str(row[0]) for row in found)) != (table in overtaken)


def test_a_sector_and_a_size_class_in_one_column_are_told_apart(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select sector_code, sector_label, created_vacancies from national_vacancies "
        "where series = '80472ned' and period = '2022KW02' order by 1",
    )
    assert found == [
        ("24-25", "Basismetaal, metaalprod.-industrie", 12_000),
        ("A-U", "Alle economische activiteiten", 12_000),
        ("C", "Industrie", 12_000),
    ]
    left = rows(
        fetched,
        "select category, row_count from unmapped_category where table_id = '80472ned' order by 1",
    )
    assert left == [("0 tot 10 werkzame personen", 3), ("10 tot 100 werkzame personen", 3)]


def test_adjusted_and_unadjusted_vacancies_are_series_of_their_own(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select series, list(distinct period order by period), count(open_vacancies), "
        "count(created_vacancies), count(vacancies_per_1000_jobs) from national_vacancies "
        "where sector_code = 'C' group by all order by 1",
    )
    assert found == [
        ("80472ned", ["2022JJ00", "2022KW02", "2023JJ00", "2026KW02"], 4, 4, 0),
        ("80473ned", ["2023JJ00", "2023KW04", "2024KW01", "2024KW02"], 4, 4, 0),
        ("80474ned", ["2022JJ00", "2022KW02", "2023KW02", "2026KW02"], 4, 0, 0),
        ("80567ned", ["2022JJ00", "2022KW02", "2024KW02", "2026KW02"], 0, 0, 4),
    ]


def test_a_margin_is_no_figure_and_a_former_region_is_reported(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select region_code, ww_benefits, release_status from ww_benefits "
        "where month = '2026MM04' and series = 'total' order by 1",
    )
    assert found == [(code, 12, "provisional") for code in ("AM05", "CR12", "NL01", "PV23")]
    left = rows(
        fetched,
        "select category, row_count from unmapped_category where table_id = '85554NED' order by 1",
    )
    assert left == [("AM04", 2), ("PV99", 2)]


def test_an_occupation_is_known_by_its_title_and_levels_are_no_occupations(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select occupation_code, employed from employment "
        "where region_code = 'NL01' and period = '2026KW02' order by 1",
    )
    assert found == [(code, 12_000) for code in ("07", "074", "0742", "total")]
    regional = rows(
        fetched,
        "select distinct region_code from employment where release_id like '%86112NED%' order by 1",
    )
    assert regional == [("AM05",), ("CR12",), ("PV23",)], "nationally the other table counts"
    left = rows(fetched, "select category from unmapped_category where table_id = '85276NED'")
    assert left == [("Beroepsniveau 2 (ISCO 2008)",)]


def test_a_copy_stays_where_the_feed_has_no_figure(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select period, release_id like '%.parquet' from employment "
        "where occupation_code = '0742' and region_code = 'NL01' order by 1",
    )
    assert found == [
        ("2022JJ00", True),
        ("2022KW02", True),
        ("2023JJ00", False),
        ("2024KW04", False),
        ("2025KW04", False),
        ("2026KW02", True),
    ]


def test_old_and_new_method_never_share_a_series(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select series, regexp_extract(release_id, '[0-9]{5}NED') as table_id, count(*) "
        "from labour_force where series not in ('eurostat', 'monthly', 'monthly_adjusted') "
        "group by all order by 1, 2",
    )
    by_series: dict[object, set[object]] = {}
    for series, table, _ in found:
        by_series.setdefault(series, set()).add(table)
    assert by_series == {
        "labour_market_attachment": {"85969NED"},
        "new_method": {"85268NED", "85494NED", "86088NED"},
        "old_method": {"83523NED", "83524NED", "83933NED", "84469NED", "84703NED"},
        "recalculated": {"85224NED"},
        "recalculated_adjusted": {"85224NED"},
    }


def test_the_newest_division_into_regions_counts(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select region_code, release_id from labour_force "
        "where series = 'new_method' and period = '2022JJ00' and region_code in ('PV23', 'CR12') "
        "order by 1",
    )
    assert [(row[0], str(row[1]).rsplit("/", 1)[-1]) for row in found] == [
        ("CR12", "86088NED.parquet"),
        ("PV23", "85268NED.parquet"),
    ]


def test_students_are_not_counted_in_three_classifications(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select field_code, sum(students), any_value(sign) from mbo_students "
        "where region_code = 'NL01' and mbo_level = 'total' and learning_path = 'total' "
        "and school_year = '2025SJ00' group by all order by 1",
    )
    assert found == [("06", 12, None), ("07", 12, None), ("total", 12, None)]
    left = rows(
        fetched,
        "select column_name, list(category order by category) from unmapped_category "
        "where table_id = '85353NED' group by all order by 1",
    )
    assert left == [
        ("Leerweg", ["Vavo"]),
        ("Niveau", ["Anders"]),
        ("Regio", ["PV99"]),
        ("Studierichting", ["79000 Bouw en infra", "Sectorkamer techniek en gebouwde omgeve."]),
    ]


def test_what_cbs_calls_impossible_is_no_zero(fetched: Facts) -> None:
    found = rows(
        fetched,
        "select distinct students, sign from mbo_students "
        "where region_code = 'PV23' and school_year = '2025SJ00'",
    )
    assert found == [(None, "not_applicable")]


def test_entrants_keep_what_they_did_before(fetched: Facts) -> None:
    found = rows(fetched, "select distinct origin_kind, origin from mbo_entrants order by all")
    assert ("position", "Met werk, zonder uitkering") in found
    assert ("sector", "C Industrie") in found


def test_the_list_names_every_table_and_its_service(tmp_path: Path) -> None:
    listed = etl("fetch", "--list", "--raw", tmp_path)
    assert listed.returncode == 0
    for entry in REGISTER:
        for file in entry.files:
            if fetch.is_fetchable(file):
                assert f"{entry.source_id}  {file.table_id or file.stem}" in listed.stdout


def test_a_measure_is_found_in_its_group_whatever_its_number(tmp_path: Path) -> None:
    entry = source("regions")
    file = next(file for file in entry.files if file.stem == "85067NED")
    table = table_like(file, {"RegioS": codes("GM1773  ", "GM0153  ")}, value="AM06      ")
    assert list(table.measures) == ["Code_7", "Code_8", "Code_9"]
    table.measures["Naam_10"] = ""
    table.groups["Naam_10"] = "Arbeidsmarktregio's"
    table.rows = [{**row, "Code_8": "CR11      ", "Naam_10": "x"} for row in table.rows]
    with serve(table) as base:
        client = Client(pause_seconds=0.01)
        outcome = fetch_one(entry, file, tmp_path, client=client, today=TODAY, base_url=base)
    assert outcome.path
    assert parquet.read_table(outcome.path).to_pylist()[0] == {
        "line": 0,
        "RegioS": "GM1773  ",
        "Arbeidsmarktregio's/Code": "AM06      ",
        "COROP-gebieden/Code": "CR11      ",
        "Provincies/Code": "AM06      ",
        "jaar": "2022",
    }
