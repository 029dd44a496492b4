from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings

from etl import database as etl_database
from etl.database import DATABASE_VARIABLE
from tests import answers
from tests.kept import kept
from tests.programme_cells import Write
from tests.published import write_published
from tests.releases import write_releases
from tests.soak import IS_SOAK, examples

# A test reads a database that it made, never that of the checkout, which may be there or not.
os.environ[DATABASE_VARIABLE] = str(Path(tempfile.gettempdir(), "no_such.duckdb"))

settings.register_profile(
    "steady", max_examples=examples(100), derandomize=not IS_SOAK, deadline=None
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public database, built by the real ETL from the committed data."""
    path = tmp_path_factory.mktemp("database") / "vakkrachtmonitor.duckdb"
    shutil.copyfile(kept("database", _build) / path.name, path)
    return path


def _build(folder: Path) -> None:
    etl_database.build(folder / "vakkrachtmonitor.duckdb")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public database with a row in each table that is empty today."""
    path = tmp_path_factory.mktemp("filled") / "monitor.duckdb"
    shutil.copyfile(kept("answers", _build_answers) / "filled.duckdb", path)
    return path


@pytest.fixture(scope="session")
def fictitious(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That database with every figure that has a status made fictitious."""
    path = tmp_path_factory.mktemp("fictitious") / "monitor.duckdb"
    shutil.copyfile(kept("answers", _build_answers) / "fictitious.duckdb", path)
    return path


def _build_answers(folder: Path) -> None:
    public = kept("database", _build) / "vakkrachtmonitor.duckdb"
    answers.write_filled(public, folder / "filled.duckdb")
    answers.write_fictitious(public, folder / "fictitious.duckdb")


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with raw files of several releases and ``monitor.duckdb``, built from them."""
    folder = tmp_path_factory.mktemp("releases") / "data"
    shutil.copytree(kept("releases", write_releases), folder)
    return folder


@pytest.fixture
def facts(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        yield connection


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A folder of files as the publishers give them, free to be damaged."""
    folder = tmp_path / "published"
    shutil.copytree(kept("published", write_published), folder)
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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to the slow tests all cases of a test but one in so many, as its mark says."""
    seen: Counter[str] = Counter()
    for item in items:
        if mark := item.get_closest_marker("one_in"):
            name = item.nodeid.partition("[")[0]
            if seen[name] % mark.args[0]:
                item.add_marker(pytest.mark.slow)
            seen[name] += 1
