"""What the audit knows of the tables: each is bound to others, and a row binds something."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl import transform
from etl.errors import DataError
from etl.folders import SAMPLE
from etl.private import relation_rows, relations
from etl.private.relation_rows import Key
from tests.records import counted

TABLE, RELATION = "programme_table.csv", "programme_relation.csv"


@pytest.fixture
def reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the reference tables, free to be damaged."""
    shutil.copytree(transform.REFERENCE, tmp_path / "reference")
    monkeypatch.setattr(transform, "REFERENCE", tmp_path / "reference")
    for cached in (relation_rows.rows, relation_rows.of, relation_rows.blocks):
        cached.cache_clear()
    yield tmp_path / "reference"
    for cached in (relation_rows.rows, relation_rows.of, relation_rows.blocks):
        cached.cache_clear()


@pytest.fixture(scope="module")
def exact(database: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Key]:
    """The cells of the fictitious deliveries."""
    to = tmp_path_factory.mktemp("exact") / "monitor.duckdb"
    with counted(database, SAMPLE / "deliveries", to) as connection:
        listed = f"select {', '.join(Key._fields)} from private.exact_cell"
        return [Key(*row) for row in connection.execute(listed).fetchall()]


@pytest.mark.parametrize(
    ("file", "was", "becomes", "column", "value", "says"),
    [
        (TABLE, "placed,region,,", "placed,from_sector,,", "dimension_1", "from_sector", "adds up"),
        (TABLE, "employer,,,no,no", "visitor,,,no,no", "subject", "visitor", "to no other subject"),
        (
            RELATION,
            "adds_up,kept/region",
            "adds_up,kept/place",
            "cell",
            "kept/place",
            "no such table",
        ),
        (RELATION, "free,withdrawn_", "free,lost_", "cell", "lost_voucher", "no such table"),
        (
            RELATION,
            "at_most,employer,vacancy",
            "at_most,employer,firm",
            "to",
            "firm",
            "no such table",
        ),
        (RELATION, "exit/outcome=none", "exit/outcome=nil", "cell", "nil", "no such category"),
        (RELATION, "free,match", "loose,match", "relation", "loose", "expected one of adds_up"),
        (RELATION, "begun=yes,until", "begun=yes,never", "period", "never", "expected all or"),
        (RELATION, "at_work_6,,,6", "at_work_6,,,", "months", None, "goes with too_early"),
        (RELATION, ",counted apart from all other vouchers", ",", "why", None, "reason is missing"),
        (RELATION, "equals,placed,exit/placement=placed", "equals,placed,", "to", None, "go with"),
    ],
)
def test_a_build_refuses_what_binds_nothing_by_file_line_and_column(
    reference: Path,
    exact: list[Key],
    file: str,
    was: str,
    becomes: str,
    column: str,
    value: str | None,
    says: str,
) -> None:
    path = reference / file
    lines = path.read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if was in text)
    lines[line - 1] = lines[line - 1].replace(was, becomes)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    categories = {pair for key in exact for pair in (key[1:3], key[3:5])}
    with pytest.raises(DataError) as refused:
        relation_rows.refuse(tables_of(reference), categories)
    found = [
        p for p in refused.value.problems if (p.line, p.column, p.value) == (line, column, value)
    ]
    assert [Path(one.file).name for one in found] == [file]
    assert says in found[0].reason


def tables_of(reference: Path) -> list[relation_rows.Table]:
    rows = (reference / TABLE).read_text("utf-8").splitlines()[1:]
    return [tuple(row.split(",")[:3]) for row in rows]  # type: ignore[misc]


def test_a_build_refuses_it(reference: Path, database: Path, tmp_path: Path) -> None:
    path = reference / RELATION
    path.write_text(
        path.read_text("utf-8").replace("free,match_interview", "free,vacancy"), "utf-8"
    )
    with (
        pytest.raises(
            DataError, match=r"programme_table.csv, row \d+, column subject: found 'match"
        ),
        counted(database, tmp_path / "none", tmp_path / "monitor.duckdb"),
    ):
        pass


def test_each_row_about_cells_binds_some_in_the_tables_that_there_are(exact: list[Key]) -> None:
    for row in relation_rows.rows():
        if row.kind in ("equals", "at_most", "empty"):
            bound = [row.bound(key) for key in exact if row.holds_of(key)]
            others = [set(some) for _, some in bound]
            assert any(some <= set(exact) for some in others), row


def test_results_are_of_those_who_took_part() -> None:
    assert set(relations.linked()) == {"participation", "exit", "placed", "kept", "learned"}
    assert len(set(relations.linked().values())) == 1
