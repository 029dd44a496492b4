"""Rows of a csv file: the delimiter is read from the header, and damage is named by its line."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.errors import DataError, refusal
from etl.protocols import duo_csv, excerpt_csv, rows
from etl.register import source

CASE = Path(__file__).parents[2] / "cases" / "01_duo_comma"
refuse = partial(refusal, "Correct it.")
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=8)
HEADER = ["SECTORKAMER NAAM", "NIVEAU", "JAAR_2024"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    records=st.lists(st.tuples(CELLS, CELLS, CELLS).map(list), min_size=1, max_size=5),
    delimiter=st.sampled_from(rows.DELIMITERS),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    start=st.sampled_from(["", "\ufeff"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_arrives_is_what_was_written(
    records: list[list[str]], delimiter: str, quoting: int, start: str, end: str, tmp_path: Path
) -> None:
    text = io.StringIO(start, newline="")
    text.seek(0, io.SEEK_END)
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(
        [HEADER, *records]
    )
    path = tmp_path / "x.csv"
    path.write_bytes(text.getvalue().encode())
    assert [record for _, record in rows.of_csv(path, refuse)] == [HEADER, *records]


def test_the_file_of_duo_is_separated_by_commas() -> None:
    [path] = CASE.glob("*.csv")
    found = duo_csv.extract(path, source("duo_mbo_students").files[0].columns).to_pylist()
    assert [(row["line"], row["WOONPROVINCIE"], row["JAAR"], row["AANTAL"]) for row in found] == [
        (2, "Overijssel", "2024", "120"),
        (2, "Overijssel", "2025", "130"),
        (3, "Gelderland", "2024", "40"),
        (3, "Gelderland", "2025", "-1"),
    ]
    assert found[2]["SECTORKAMER NAAM"] == "Mobiliteit, transport, logistiek en maritiem"


@pytest.mark.parametrize("text", ['"periode"x,regio\n1,2\n', '"periode;regio\n1;2\n', "# a", '"'])
@pytest.mark.parametrize("protocol", [duo_csv, excerpt_csv])
def test_a_header_that_cannot_be_read_is_refused_by_its_line(
    protocol: object, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"x\.csv"):
        protocol.extract(path, ["periode", "regio"])  # type: ignore[attr-defined]
