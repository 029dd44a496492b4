"""Deliveries in a build: protected cells out, records nowhere, earlier releases remembered."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from etl import database
from etl.errors import DataError
from etl.private import disclosure, remembered
from tests import records
from tests.records import PROGRAMME, people

Row = tuple[object, ...]


def build(database_path: Path, deliveries: Path) -> list[str]:
    return database.build(database_path, database.Inputs(deliveries=deliveries))


def rows(path: Path, sql: str) -> list[Row]:
    with closing(duckdb.connect(":memory:")) as connection:
        connection.execute(f"attach '{path}' as public (read_only)")
        connection.execute("use public")
        return connection.execute(sql).fetchall()


def total(path: Path, subject: str = "participation") -> object:
    return rows(
        path,
        f"select number from programme_cell where programme_id = '{PROGRAMME}' and "
        f"subject = '{subject}' and dimension_1 = '' and period = ''",
    )[0][0]


@pytest.fixture
def built(database: Path, tmp_path: Path) -> Path:
    path = tmp_path / "monitor.duckdb"
    shutil.copyfile(database, path)
    return path


@pytest.mark.slow
def test_a_new_delivery_replaces_the_one_before_until_it_is_rolled_back(
    built: Path, tmp_path: Path
) -> None:
    deliveries = tmp_path / "deliveries"
    records.write(deliveries, participation=people(41))
    assert build(built, deliveries) == ["deliveries"]
    assert total(built) == 40
    assert build(built, deliveries) == []
    newest = records.write(deliveries, 2, participation=people(48))
    assert build(built, deliveries) == ["deliveries"]
    assert total(built) == 50
    asked = (
        f"select delivery_number, status from programme_delivery where programme_id = '{PROGRAMME}'"
    )
    assert rows(built, asked) == [(2, "published")]
    decision = json.loads((newest / "decision.json").read_text("utf-8"))
    (newest / "decision.json").write_text(json.dumps({**decision, "decision": "rolled_back"}))
    assert build(built, deliveries) == ["deliveries"]
    assert total(built) == 40
    assert len(remembered.releases(deliveries / PROGRAMME)) == 3


@pytest.mark.slow
def test_each_release_is_remembered_privately_and_once_and_outlives_its_delivery(
    built: Path, tmp_path: Path
) -> None:
    deliveries = tmp_path / "deliveries"
    first = records.write(deliveries, participation=people(41))
    build(built, deliveries)
    database.build(built, database.Inputs(deliveries=deliveries), whole=True)
    folder = deliveries / PROGRAMME / remembered.FOLDER
    assert [path.name for path in folder.iterdir()] == ["0001.parquet"]
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "0001.parquet").stat().st_mode & 0o077 == 0
    remembered.forget_counts(deliveries / PROGRAMME, 1)
    shutil.rmtree(first)
    (release,) = remembered.releases(deliveries / PROGRAMME)
    assert not release.has_counts
    assert release.cells["shown_number"].max() == 40
    records.write(deliveries, 2, participation=people(41, target_groups="women"))
    build(built, deliveries)
    assert total(built) == 40
    assert len(remembered.releases(deliveries / PROGRAMME)) == 2


def test_a_fictitious_audit_is_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If this fails, the cells of the fictitious deliveries changed: run 'python -m etl sample'."""

    def refuse(*_: object) -> None:
        raise AssertionError("the fictitious cells are audited again")

    monkeypatch.setattr(disclosure, "protect", refuse)
    database.build(tmp_path / "monitor.duckdb", database.Inputs(deliveries=None))


def test_cells_that_do_not_add_up_stop_the_build(built: Path, tmp_path: Path) -> None:
    """An intake before the programme is in no year; the import refuses it, and so does this."""
    deliveries = tmp_path / "deliveries"
    records.write(deliveries, participation=people(41, intake_on="2001-01-01"))
    before = built.read_bytes()
    with pytest.raises(DataError, match="do not add up"):
        build(built, deliveries)
    assert built.read_bytes() == before


def test_without_deliveries_there_are_no_cells(tmp_path: Path) -> None:
    path = tmp_path / "monitor.duckdb"
    database.build(path, database.Inputs(sample=None, deliveries=tmp_path / "absent"))
    assert rows(path, "select count(*) from programme_cell") == [(0,)]
