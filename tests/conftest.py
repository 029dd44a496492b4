from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings

from etl import database as etl_database
from etl.database import DATABASE_VARIABLE
from tests import published as published_files
from tests.programme_cells import Write

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public database, built by the real ETL from the committed data."""
    path = tmp_path_factory.mktemp("database") / "vakkrachtmonitor.duckdb"
    etl_database.build(path)
    return path


@pytest.fixture
def facts(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        yield connection


@pytest.fixture(scope="session")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    published_files.write_published(folder)
    return folder


@pytest.fixture
def published(_published: Path, tmp_path: Path) -> Path:
    """A folder of files as the publishers give them, free to be damaged."""
    folder = tmp_path / "published"
    shutil.copytree(_published, folder)
    return folder


@pytest.fixture
def write(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Run SQL in a new copy of the database that the questions read then."""
    copies = [database]

    def run(*statements: str) -> None:
        copy = tmp_path / f"cells_{len(copies)}.duckdb"
        shutil.copyfile(copies[-1], copy)
        copies.append(copy)
        monkeypatch.setenv(DATABASE_VARIABLE, str(copy))
        with closing(duckdb.connect(str(copy))) as connection:
            for statement in statements:
                connection.execute(statement)

    run()
    yield run
