"""Municipalities and their regions per year: published where loaded, otherwise derived."""

from __future__ import annotations

import csv
import re
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from etl import database as etl_database
from etl import raw, transform
from etl.database import RAW, ROOT, left_out
from etl.errors import DataError
from etl.register import RawFile, Source, source
from etl.transform import REFERENCE

Facts = duckdb.DuckDBPyConnection

ARBEIDSMARKTREGIO = "arbeidsmarktregio_code"
COROP = "corop_code"

# Per municipality the years in which it lay in a region; every other year it lay elsewhere.
LAY_IN = [
    ("GM0246", ARBEIDSMARKTREGIO, "AM36", range(2019, 2020)),
    ("GM0246", ARBEIDSMARKTREGIO, "AM06", range(2020, 2027)),
    ("GM0230", ARBEIDSMARKTREGIO, "AM06", range(2019, 2022)),
    ("GM0302", ARBEIDSMARKTREGIO, "AM06", range(2019, 2022)),
    ("GM0302", ARBEIDSMARKTREGIO, "AM36", range(2022, 2027)),
    ("GM1773", ARBEIDSMARKTREGIO, "AM06", range(2019, 2024)),
    ("GM1773", ARBEIDSMARKTREGIO, "AM36", range(2024, 2027)),
    ("GM1960", ARBEIDSMARKTREGIO, "AM99", range(2019, 2020)),
    ("GM1961", ARBEIDSMARKTREGIO, "AM99", range(2019, 2021)),
    ("GM0788", ARBEIDSMARKTREGIO, "AM27", range(2019, 2021)),
    ("GM0788", COROP, "CR35", range(2019, 2021)),
    ("GM0457", ARBEIDSMARKTREGIO, "AM12", range(2019, 2022)),
    ("GM0457", ARBEIDSMARKTREGIO, "AM18", range(2022, 2023)),
    ("GM0457", COROP, "CR24", range(2019, 2023)),
    ("GM0010", COROP, "CR02", range(2019, 2021)),
    ("GM1979", COROP, "CR02", range(2021, 2027)),
    ("GM0856", ARBEIDSMARKTREGIO, "AM27", range(2019, 2022)),
    ("GM1991", ARBEIDSMARKTREGIO, "AM27", range(2022, 2027)),
    ("GM0501", ARBEIDSMARKTREGIO, "AM22", range(2019, 2023)),
    ("GM1992", ARBEIDSMARKTREGIO, "AM22", range(2023, 2027)),
]


@pytest.mark.parametrize(("municipality", "column", "region", "years"), LAY_IN)
def test_a_municipality_lay_in_a_region_in_exactly_these_years(
    municipality: str, column: str, region: str, years: range, facts: Facts
) -> None:
    found = facts.execute(
        f"select year from region_link where municipality_code = ? and {column} = ? order by year",
        [municipality, region],
    ).fetchall()
    assert [year for (year,) in found] == list(years)


def test_each_year_has_the_municipalities_of_that_year(facts: Facts) -> None:
    found = facts.execute("select year, count(*) from region_link group by year").fetchall()
    numbers = {2019: 355, 2020: 355, 2021: 352, 2022: 345}
    assert dict(found) == {**numbers, **dict.fromkeys(range(2023, 2027), 342)}


def test_the_municipalities_of_2022_are_those_with_boundaries_of_that_year(facts: Facts) -> None:
    path = RAW / "regions" / "undated" / "municipalities_2022.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["statcode"]: row["statnaam"] for row in csv.DictReader(file)}
    found = facts.execute(
        """
        select municipality_code, name from region_link
        inner join region on region_code = municipality_code
            and 2022 between valid_from_year and valid_to_year
        where year = 2022
        """
    ).fetchall()
    assert len(found) == 345
    assert {code for code, _ in found} == names.keys()
    differing = {(names[code], name) for code, name in found if names[code] != name}
    assert all(name.startswith(f"{old} (") for old, name in differing), "CBS now adds the province"
    with (REFERENCE / "municipality_merger.csv").open(encoding="utf-8", newline="") as file:
        merged = [row for row in csv.DictReader(file) if row["year"] == "2023"]
    assert {names[row["from_code"]] for row in merged} == {row["from_name"] for row in merged}


def test_a_reader_sees_which_year_is_published_and_which_derived(facts: Facts) -> None:
    found = facts.execute("select distinct status, year = 2026 from region_link order by 1")
    assert found.fetchall() == [("estimated", False), ("published", True)]


@pytest.mark.parametrize("year", range(2019, 2027))
def test_every_province_and_corop_exists_each_year(year: int, facts: Facts) -> None:
    sql = """
        select count(distinct provincie_code), count(distinct corop_code),
            count(distinct arbeidsmarktregio_code) filter (arbeidsmarktregio_code <> 'AM99')
        from region_link where year = ?
    """
    assert facts.execute(sql, [year]).fetchone() == (12, 40, 35)


def test_there_are_breaks_where_regions_changed_and_nowhere_else(facts: Facts) -> None:
    found = facts.execute(
        "select year, list(region_code order by region_code) from region_break group by year"
    ).fetchall()
    assert dict(found) == {
        2020: ["AM06", "AM10", "AM36", "AM99"],
        2021: ["AM26", "AM27", "AM35", "AM99", "CR34", "CR35"],
        2022: ["AM06", "AM12", "AM18", "AM36"],
        2023: ["CR23", "CR24"],
        2024: ["AM06", "AM36"],
    }


@pytest.mark.parametrize(
    ("region", "year", "expected"),
    [
        (
            "AM06",
            2024,
            (
                0,
                1,
                "Vanaf 2024 zonder Olst-Wijhe (naar Regio Zwolle); de naam is sindsdien Veluwe "
                "Stedendriehoek. Cijfers van voor en na 2024 zijn niet zonder meer vergelijkbaar.",
            ),
        ),
        (
            "AM36",
            2022,
            (
                2,
                0,
                "Vanaf 2022 met Elburg en Nunspeet (uit Stedendriehoek en Noordwest Veluwe). "
                "Cijfers van voor en na 2022 zijn niet zonder meer vergelijkbaar.",
            ),
        ),
        (
            "AM26",
            2021,
            (
                1,
                0,
                "Vanaf 2021 met een deel van Haaren (uit Noordoost-Brabant). Cijfers van voor en "
                "na 2021 zijn niet zonder meer vergelijkbaar.",
            ),
        ),
        (
            "AM10",
            2020,
            (
                1,
                0,
                "Vanaf 2020 met West Betuwe (eerder niet ingedeeld). Cijfers van voor en na 2020 "
                "zijn niet zonder meer vergelijkbaar.",
            ),
        ),
    ],
)
def test_a_break_says_what_changed(
    region: str, year: int, expected: tuple[int, int, str], facts: Facts
) -> None:
    found = facts.execute(
        "select municipalities_gained, municipalities_lost, sentence from region_break "
        "where region_code = ? and year = ?",
        [region, year],
    ).fetchone()
    assert found == expected


def test_every_break_says_why_and_the_term_is_explained(facts: Facts) -> None:
    sql = "select count(*) from region_break where coalesce(why, '') = ''"
    assert facts.execute(sql).fetchone() == (0,)
    sql = "select count(*) from definition where term = 'region_break'"
    assert facts.execute(sql).fetchone() == (1,)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Stedendriehoek en Noordwest Veluwe", "AM06"),
        ("Veluwe Stedendriehoek", "AM06"),
        ("IJsselvechtstreek", "AM36"),
        ("Food Valley", "AM38"),
        ("Niet in te delen", "AM99"),
    ],
)
def test_an_old_name_is_understood(name: str, code: str, facts: Facts) -> None:
    sql = "select region_code from region_name where name = ? and kind = 'arbeidsmarktregio'"
    assert facts.execute(sql, [name]).fetchall() == [(code,)]


def test_a_name_has_its_years(facts: Facts) -> None:
    sql = "select name, valid_from_year, valid_to_year from region where region_code = ? order by 2"
    assert facts.execute(sql, ["AM06"]).fetchall() == [
        ("Stedendriehoek en Noordwest Veluwe", 0, 2023),
        ("Veluwe Stedendriehoek", 2024, 9999),
    ]
    assert facts.execute(sql, ["AM99"]).fetchall() == [("Niet in te delen", 2019, 2020)]
    assert facts.execute(sql, ["GM0788"]).fetchall() == [("Haaren", 0, 2020)]
    assert facts.execute(sql, ["GM1979"]).fetchall() == [("Eemsdelta", 2021, 9999)]


# A table of CBS per year.

KEY, AM, CR, PV = (
    "RegioS",
    "Arbeidsmarktregio's/Code",
    "COROP-gebieden/Code",
    "Provincies/Code",
)


@pytest.fixture
def registered() -> tuple[Source, RawFile]:
    """The entry of the CBS table of 2022."""
    entry = source("regions")
    return entry, next(file for file in entry.files if file.stem == "85067NED")


Link = dict[str, str]


def links_of_2022(facts: Facts) -> list[Link]:
    rows = facts.execute(
        "select municipality_code, arbeidsmarktregio_code, corop_code, provincie_code "
        "from region_link where year = 2022 order by all"
    ).fetchall()
    return [dict(zip((KEY, AM, CR, PV), row, strict=True)) for row in rows]


def build_with(links: list[Link], registered: tuple[Source, RawFile], folder: Path) -> Path:
    """Build with a release of the table of 2022, its keys padded as CBS does."""
    entry, file = registered
    extracts, target = folder / "raw", folder / "monitor.duckdb"
    shutil.copytree(RAW, extracts)
    release = extracts / "regions" / "2026-11-23"
    release.mkdir()
    columns = {name: [f"{link[name]}  " for link in links] for name in (KEY, AM, CR, PV)}
    lines = pa.array(range(len(links)), pa.int64())
    table = pa.table({"line": lines, **columns, "jaar": ["2022"] * len(links)})
    raw.write(entry, file, table, release, "2026-11-23", None, "2022")
    etl_database.build(target, etl_database.Inputs(extracts))
    return target


@pytest.mark.slow
def test_without_its_table_a_year_is_derived(
    registered: tuple[Source, RawFile], database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "monitor.duckdb"
    etl_database.build(target)
    sql = "from region_link order by all"
    with (
        closing(duckdb.connect(str(target), read_only=True)) as one,
        closing(duckdb.connect(str(database), read_only=True)) as other,
    ):
        assert one.execute(sql).fetchall() == other.execute(sql).fetchall()


@pytest.mark.slow
def test_a_published_year_replaces_the_derived_one(
    registered: tuple[Source, RawFile], facts: Facts, tmp_path: Path
) -> None:
    links = links_of_2022(facts)
    for link in links:
        if link[KEY] == "GM0230":
            link[AM] = "AM06"
    target = build_with(links, registered, tmp_path)
    with closing(duckdb.connect(str(target), read_only=True)) as built:
        found = built.execute(
            "select year, arbeidsmarktregio_code, status from region_link "
            "where municipality_code = 'GM0230' and year between 2021 and 2023 order by year"
        ).fetchall()
        breaks = built.execute(
            "select year, municipalities_gained, why from region_break "
            "where region_code = 'AM36' and year in (2022, 2023) order by year"
        ).fetchall()
    assert found == [
        (2021, "AM06", "estimated"),
        (2022, "AM06", "published"),
        (2023, "AM36", "estimated"),
    ]
    assert breaks == [(2022, 1, "Nunspeet stapte over van arbeidsmarktregio."), (2023, 1, None)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (KEY, "0014", "'0014'; a code such as GM"),
        (AM, "36", "'36'; a code such as AM"),
        (CR, "", "a code such as CR"),
        (PV, "LD02", "'LD02'; a code such as PV"),
        (KEY, "GM0034", "'GM0034'; the municipality stands here 2 times"),
        (AM, "AM98", "check one_region_version: stands_in region_link, region_code AM98"),
        (PV, "PV31", "check regions_nest: year 2022, what provinces of CR03"),
    ],
)
def test_a_bad_table_is_left_out(
    column: str,
    value: str,
    reason: str,
    registered: tuple[Source, RawFile],
    facts: Facts,
    tmp_path: Path,
) -> None:
    links = links_of_2022(facts)
    links[0][column] = value
    [left] = left_out(build_with(links, registered, tmp_path))
    assert re.search(reason, str(left)), left


@pytest.mark.slow
def test_a_table_without_a_municipality_is_left_out(
    registered: tuple[Source, RawFile], facts: Facts, tmp_path: Path
) -> None:
    [left] = left_out(build_with(links_of_2022(facts)[1:], registered, tmp_path))
    assert "'GM0014'; the municipality has boundaries of 2022 but" in str(left)


# The reviewed lists.


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        (
            "region_change.csv",
            "2024,GM1773,arbeidsmarktregio,AM06,AM36",
            "2024,GM1773,arbeidsmarktregio,AM36,AM06",
            "region_change.csv.*'GM1773'; it lies in AM36 in 2024, AM06 was expected",
        ),
        ("region_change.csv", "GM1773", "GM1777", "'GM1777'; a municipality that lies in a"),
        ("region_change.csv", "GM0457,corop", "GM0457,COROP", "a municipality that lies in a COR"),
        (
            "region_change.csv",
            "2021,GM0788,corop,CR35",
            "2021,GM0788,provincie,PV30",
            "municipality_merger.csv.*'GM0788'; its successors are unknown or lie in different",
        ),
        ("municipality_merger.csv", "GM0439", "GM0440", "'GM0370'; its successors are unknown"),
        (
            "municipality_merger.csv",
            "2023,GM0501,Brielle",
            "2022,GM0501,Brielle",
            "'GM0501'; the municipality has boundaries of 2022 but no regions",
        ),
        (
            "municipality_merger.csv",
            "2022,GM0856,Uden",
            "2023,GM0856,Uden",
            "'GM0856'; the municipality has regions in 2022 but no boundaries",
        ),
        (
            "municipality_merger.csv",
            "GM1979,Eemsdelta,yes",
            "GM1979,Eemsdelta,no",
            "check municipalities_are_complete: year 2019, found 356, expected 355",
        ),
    ],
)
def test_a_mistake_in_a_reviewed_list_is_refused(
    file: str, old: str, new: str, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reference = tmp_path / "reference"
    shutil.copytree(REFERENCE, reference)
    text = (reference / file).read_text("utf-8")
    assert old in text
    (reference / file).write_text(text.replace(old, new), "utf-8")
    monkeypatch.setattr(transform, "REFERENCE", reference)
    with pytest.raises(DataError, match=reason):
        etl_database.build(tmp_path / "monitor.duckdb")


def test_every_line_of_the_reviewed_lists_names_its_source() -> None:
    for name in ("municipality_merger.csv", "region_change.csv", "region.csv", "region_name.csv"):
        path = ROOT / "data" / "reference" / name
        with path.open(encoding="utf-8", newline="") as file:
            assert all(row["source"] for row in csv.DictReader(file)), name
