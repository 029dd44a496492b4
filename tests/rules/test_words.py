"""What a reader reads is words: no code of a region stands in a text."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import duckdb

CODE = r"\b(AM|PV|CR|LD)\d\d\b"
TEXTS = r"(note|text|_label|title|why|about|description)$"
OF_PUBLISHERS = {"unmapped_category", "rejected_row"}


def test_no_text_holds_the_code_of_a_region(database: Path) -> None:
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        columns = connection.execute(
            "select table_name, column_name from duckdb_columns() where database_name = "
            "current_database() and data_type = 'VARCHAR' and regexp_matches(column_name, ?)",
            [TEXTS],
        ).fetchall()
        assert ("programme_result", "note") in columns
        found = [
            (table, column, text)
            for table, column in columns
            if table not in OF_PUBLISHERS
            for (text,) in connection.execute(
                f'select distinct "{column}" from "{table}" where regexp_matches("{column}", ?)',
                [CODE],
            ).fetchall()
        ]
    assert found == []
