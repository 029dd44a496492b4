"""The build: refusals at the boundary, atomic publishing, and the same rows every time."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from etl import database as etl_database
from etl.database import RAW, ROOT, SAMPLE
from etl.errors import DataError
from etl.register import REGISTER
from etl.transform import ETL
from tests.etl.protocols.test_extract import FEED, RECENT, TARGETS, edit, emptied
from tests.killing import Killer
from tests.published import etl, only_published

LABOUR_FORCE = "cbs/excerpts/85268NED_2023KW02.csv"
PAGE = f"{FEED}/untyped_page1.json"
FIRST = (
    '"Perioden": "2011KW01", "BedrijfstakkenBranchesSBI2008": "T001081", "RegioS": "NL01  ", '
    '"OpenstaandeVacatures_1": "   135.5"'
)

REFUSED_AT_BUILD: list[tuple[str, str, Callable[[Path], None], list[str]]] = [
    (
        "unknown region key",
        "cbs_vacancies",
        edit(PAGE, FIRST, FIRST.replace("NL01  ", "PV99  ")),
        ["83599NED.parquet, row 0, column RegioS", "'PV99  '", "region is unknown"],
    ),
    (
        "unknown sector key",
        "cbs_vacancies",
        edit(PAGE, FIRST, FIRST.replace("T001081", "999999 ")),
        ["row 0, column BedrijfstakkenBranchesSBI2008", "'999999 '", "sector is unknown"],
    ),
    (
        "unknown period",
        "cbs_vacancies",
        edit(PAGE, FIRST, FIRST.replace("2011KW01", "2011KW05")),
        ["row 0, column Perioden", "'2011KW05'", "2018KW04"],
    ),
    (
        "text for a number",
        "cbs_vacancies",
        edit(PAGE, FIRST, FIRST.replace("   135.5", "   135,5")),
        ["row 0, column OpenstaandeVacatures_1", "'   135,5'", "a number of thousands"],
    ),
    (
        "duplicate key",
        "cbs_vacancies",
        edit(PAGE, FIRST, FIRST.replace("2011KW01", "2011KW02")),
        ["row 0", "row 1", "NL01 / T001081 / 2011KW02", "stands here 2 times"],
    ),
    (
        "unknown region name",
        "cbs_vacancies",
        edit(RECENT, "Drenthe", "Drente"),
        ["83599NED_recent_quarters.csv, row 3, column regio", "'Drente'"],
    ),
    (
        "unknown sector name",
        "cbs_vacancies",
        edit(RECENT, "Drenthe;bouw", "Drenthe;bouwen"),
        ["row 4, column sector", "'bouwen'"],
    ),
    (
        "text in the labour force",
        "cbs_labour_force",
        edit(LABOUR_FORCE, ";671;", ";671 duizend;"),
        ["85268NED_2023KW02.csv", "column beroepsbevolking_x1000", "'671 duizend'"],
    ),
    (
        "two figures for one cell",
        "cbs_tension",
        edit(
            "cbs/excerpts/spanning_cbs_provincie.csv",
            "2022KW04;Nederland;120",
            "2022KW04;Nederland;121",
        ),
        ["spanning_cbs", "120 / 121", "two pages differ"],
    ),
    (
        "unknown source of a target",
        "programmes",
        edit(TARGETS, "techniekpact_ttw", "techniekpact_tt"),
        ["programme_targets.csv, row 2, column source_id", "a known source was expected"],
    ),
    (
        "text for a target",
        "programmes",
        edit(TARGETS, ",150,", ",ruim 150,"),
        ["programme_targets.csv, row 2, column target", "'ruim 150'"],
    ),
    (
        "a target of nothing",
        "programmes",
        edit(TARGETS, ",150,", ",0,"),
        ["programme_targets.csv, row 2, column target", "'0'", "number of at least 1 was expected"],
    ),
    (
        "sum that does not close",
        "cbs_vacancies",
        edit(PAGE, FIRST, FIRST.replace("135.5", "235.5")),
        ["check sums_close", "NL01", "2011KW01", "235500"],
    ),
]


@pytest.mark.parametrize(
    ("source_id", "damage", "says"),
    [case[1:] for case in REFUSED_AT_BUILD],
    ids=[case[0] for case in REFUSED_AT_BUILD],
)
@pytest.mark.one_in(4)
def test_a_bad_figure_is_refused_and_nothing_is_published(
    source_id: str,
    damage: Callable[[Path], None],
    says: list[str],
    published: Path,
    database: Path,
    tmp_path: Path,
) -> None:
    extracts, target = tmp_path / "raw", tmp_path / "monitor.duckdb"
    shutil.copytree(RAW, extracts)
    shutil.rmtree(extracts / source_id)
    shutil.copy(database, target)
    before = target.read_bytes()
    damage(published)
    assert etl("extract", source_id, published, "--raw", extracts).returncode == 0
    result = etl("build", "--database", target, "--raw", extracts)
    assert result.returncode == 1
    for words in says:
        assert words in result.stderr
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.glob("monitor.duckdb*")) == [
        "monitor.duckdb",
        "monitor.duckdb.lock",
    ]


@pytest.mark.parametrize("damage", ["cut off", "emptied", "removed", "no provenance"])
def test_a_damaged_extract_is_refused(damage: str, tmp_path: Path) -> None:
    extracts = tmp_path / "raw"
    shutil.copytree(RAW, extracts)
    extract = extracts / "cbs_vacancies" / "undated" / "83599NED.parquet"
    if damage == "cut off":
        extract.write_bytes(extract.read_bytes()[:-1000])
    elif damage == "emptied":
        emptied("83599NED.parquet")(extract.parent)
    elif damage == "removed":
        extract.unlink()
    else:
        extract.with_name("83599NED.parquet.provenance.json").unlink()
    with pytest.raises(DataError, match="83599NED"):
        etl_database.build(tmp_path / "monitor.duckdb", etl_database.Inputs(extracts))
    assert not (tmp_path / "monitor.duckdb").exists()


def differing(one: Path, other: Path) -> list[str]:
    """Return the tables that are not in both databases with the same rows."""
    with closing(duckdb.connect()) as connection:
        connection.execute(f"attach '{one}' as one (read_only)")
        connection.execute(f"attach '{other}' as other (read_only)")
        tables = connection.execute(
            "select table_name, count(*) = 2 from duckdb_tables() "
            "where table_name not in ('load', 'load_step') group by all order by all"
        ).fetchall()
        assert len(tables) > 20
        differences = (
            '(from one."{0}" except all from other."{0}") '
            'union all (from other."{0}" except all from one."{0}")'
        )
        return [
            table
            for table, is_in_both in tables
            if not is_in_both or connection.execute(differences.format(table)).fetchone()
        ]


def test_a_rebuild_gives_the_same_rows(database: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.duckdb"
    etl_database.build(again)
    assert differing(database, again) == []


@pytest.mark.slow
def test_killing_a_build_leaves_the_previous_database(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "monitor.duckdb"
    shutil.copy(database, target)
    before = target.read_bytes()
    command = ("build", "--whole", "--database", target)
    killer = Killer(*command)
    target.write_bytes(before)
    killed = leftovers = 0
    for step in range(1, 6):
        killed += killer.kills(*command, share=0.4 + 0.12 * step)
        leftovers += bool(list(tmp_path.glob("*.unfinished")))
        if target.read_bytes() != before:
            assert differing(target, database) == [], "either the old database or a whole new one"
            before = target.read_bytes()
    assert killed, "no build was killed halfway, so this test showed nothing"
    assert leftovers, "no build was killed while it wrote, so this test showed nothing"
    assert etl(*command).returncode == 0
    assert not list(tmp_path.glob("*.unfinished*"))
    assert differing(target, database) == []


def remark(extracts: Path, source_id: str) -> None:
    """Change what is known about one source, so that it must be built again."""
    path = min(extracts.glob(f"*/{source_id}/*/*.provenance.json"))
    path.write_text(path.read_text().replace('"note": ', '"remark": "nagekeken", "note": '))


@pytest.mark.slow
def test_a_current_database_is_not_built_again(tmp_path: Path) -> None:
    extracts, target = tmp_path / "raw", tmp_path / "monitor.duckdb"
    shutil.copytree(RAW, extracts)
    arguments = ("build", "--database", target, "--raw", extracts)
    assert "Published" in etl(*arguments).stdout
    before = target.stat().st_ino
    assert "is up to date" in etl(*arguments).stdout
    assert target.stat().st_ino == before
    remark(tmp_path, "cbs_tension")
    assert etl(*arguments).stdout.strip().endswith(": cbs_tension, deliveries")
    assert "reference, regions, cbs_vacancies" in etl(*arguments, "--whole").stdout


ON_DISK = [entry.source_id for entry in REGISTER if (RAW / entry.source_id).exists()]


@pytest.mark.slow
@pytest.mark.parametrize("source_id", ON_DISK)
def test_building_one_source_again_gives_the_same_rows(
    source_id: str, database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "monitor.duckdb"
    shutil.copytree(RAW, tmp_path / "raw")
    shutil.copytree(SAMPLE, tmp_path / "sample")
    shutil.copy(database, target)
    remark(tmp_path, source_id)
    with closing(duckdb.connect(str(target))) as connection:
        for table in tables_filled_by(source_id):
            connection.execute(f"delete from {table} where release_id like '%{source_id}/%'")
    built = etl_database.build(
        target, etl_database.Inputs(tmp_path / "raw", sample=tmp_path / "sample")
    )
    everything = ["reference", *(entry.source_id for entry in REGISTER)]
    assert built == (everything if source_id == "regions" else [source_id, "deliveries"])
    assert differing(target, database) == []


def tables_filled_by(source_id: str) -> list[str]:
    sql = (ETL / "sources" / f"{source_id}.sql").read_text("utf-8")
    tables = set(re.findall(r"insert into (\w+)", sql)) & {
        "vacancies",
        "labour_force",
        "employment",
        "occupation_education",
        "occupation_tension",
    }
    return sorted(tables)


@pytest.mark.slow
def test_as_of_a_day_shows_what_was_there_then(tmp_path: Path) -> None:
    extracts, target = tmp_path / "raw", tmp_path / "monitor.duckdb"
    shutil.copytree(RAW, extracts)
    vacancies = extracts / "cbs_vacancies"
    later = vacancies / "2026-05-12"
    later.mkdir()
    for path in (vacancies / "undated").glob("83599NED_recent*"):
        shutil.copy(path, later)
    etl_database.build(target, only_published(extracts))
    assert releases_of(target) == {"cbs_vacancies/2026-05-12/83599NED_recent_quarters.csv"}
    before = target.read_bytes()
    with target.open("rb") as held:
        etl_database.build(target, only_published(extracts, "2026-05-11"))
        assert held.read() == before, "who reads keeps the whole of the previous database"
    assert releases_of(target) == {"cbs_vacancies/undated/83599NED_recent_quarters.csv"}
    assert etl("build", "--as-of", "12 mei", "--database", target).returncode == 2


def releases_of(database: Path) -> set[str]:
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        found = connection.execute(
            "select distinct release_id from vacancies where quarter = '2026KW02'"
        ).fetchall()
    return {release for (release,) in found}


@pytest.mark.slow
@pytest.mark.parametrize("how", ["", "--whole"])
def test_a_full_disk_gives_one_message_and_keeps_the_previous_database(
    how: str, database: Path, tmp_path: Path
) -> None:
    extracts, target = tmp_path / "raw", tmp_path / "monitor.duckdb"
    shutil.copytree(RAW, extracts)
    shutil.copy(database, target)
    remark(tmp_path, "cbs_tension")
    command = (
        f"ulimit -f 1500; exec {sys.executable} -m etl build {how} --raw {extracts} "
        f"--database {target}"
    )
    result = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) <= 2
    assert "make room or give write access" in result.stderr
    assert target.read_bytes() == database.read_bytes()
    assert not list(tmp_path.glob("*.unfinished*"))


def test_check_without_a_database_says_what_to_do(tmp_path: Path) -> None:
    result = etl("check", "--database", tmp_path / "none.duckdb")
    assert result.returncode == 1
    assert "etl build" in result.stderr


def test_wrong_use_is_exit_code_two() -> None:
    process = [sys.executable, "-m", "etl", "bild"]
    assert subprocess.run(process, cwd=ROOT, capture_output=True).returncode == 2
    assert etl("build", "--raws", "x").returncode == 2


def test_the_register_names_each_file(database: Path) -> None:
    result = etl("sources")
    assert result.returncode == 0
    for words in (
        "83599NED",
        "15504",
        "CC BY 4.0",
        "not stated",
        "2026-11-22",
        "85969NED_2023JJ00",
    ):
        assert words in result.stdout
