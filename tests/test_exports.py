"""What leaves is what the screen shows: every question, in every format, read back."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from answers.tables import (
    UNBOUNDED,
    WORDS,
    file_name,
    for_machines,
    is_figure,
    signs_of,
)
from etl.database import DATABASE_VARIABLE, ROOT
from exports.tables import dictionary, files
from tests import office
from tests.packages import require_valid
from tests.test_queries import EMPTY_TODAY, QUESTIONS, example, function_of

CODES = list(WORDS)
DUTCH = [UNBOUNDED, *WORDS.values()]


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def table_of(question: str) -> files.Export:
    frame = function_of(question)(**example(question))  # type: ignore[operator]
    return files.export(frame, name=question, title=question, terms=("open_vacancies",))


def plain(value: object) -> object:
    """Return a value as any reader has it: numbers as float, days as text, nothing as None."""
    if value is None or value is pd.NaT or value is pd.NA or value == "":
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, float, np.number)):
        return None if np.isnan(value) else float(value)
    if isinstance(value, pd.Timestamp) or hasattr(value, "isoformat"):
        stamp = pd.Timestamp(value)  # type: ignore[arg-type]
        whole = stamp == stamp.normalize()
        return str(stamp.date()) if whole else stamp.isoformat(sep=" ", timespec="seconds")
    return str(value)


def rows_of(frame: pd.DataFrame) -> list[list[object]]:
    columns = [[plain(value) for value in frame[name].tolist()] for name in frame]
    return [list(row) for row in zip(*columns, strict=True)]


def read(frame: pd.DataFrame, text: object, name: str, words: list[str]) -> object:
    """Return what a cell of a text file says, given the type of its column."""
    kind = dictionary.kind(name, frame[name])
    if text in ("", None) or (kind in ("integer", "number") and text in words and text != "0"):
        return np.inf if text == UNBOUNDED else None
    if kind in ("integer", "number"):
        return float(str(text))
    if kind == "boolean":
        return {"ja": True, "nee": False, "True": True, "False": False}[str(text)]
    if kind in ("date", "datetime"):
        return plain(pd.Timestamp(str(text)))
    return str(text)


def close(found: list[list[object]], expected: list[list[object]]) -> bool:
    """Return whether cells are equal; a workbook keeps sixteen digits of a number."""
    pairs = [
        pair
        for row, other in zip(found, expected, strict=True)
        for pair in zip(row, other, strict=True)
    ]
    return all(
        a == b or (isinstance(a, float) and isinstance(b, float) and abs(a - b) <= 1e-14 * abs(b))
        for a, b in pairs
    )


def neutral(frame: pd.DataFrame) -> list[list[object]]:
    """Return the rows with an apostrophe before what a spreadsheet would read as a formula."""
    return [
        [f"'{v}" if isinstance(v, str) and v.startswith(tuple("=+-@\t\r")) else v for v in row]
        for row in rows_of(frame)
    ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_the_same_in_every_format(question: str) -> None:
    table = table_of(question)
    frame, expected = table.frame, neutral(table.frame)
    names = list(frame.columns)
    assert len(frame) or question in EMPTY_TODAY

    dutch = pd.read_csv(
        io.BytesIO(files.dutch_csv(frame)), sep=";", dtype=str, keep_default_na=False
    )
    assert list(dutch.columns) == names
    found = [
        [
            read(
                frame,
                text.replace(",", ".")
                if pd.api.types.is_numeric_dtype(frame[name]) and text not in DUTCH
                else text,
                name,
                DUTCH,
            )
            for name, text in zip(names, row, strict=True)
        ]
        for row in dutch.to_numpy().tolist()
    ]
    assert found == expected

    content = files.machine_csv(frame)
    machine = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
    found = [
        [read(frame, text, name, CODES) for name, text in zip(names, row, strict=True)]
        for row in machine.to_numpy().tolist()
    ]
    assert found == expected

    book = CalamineWorkbook.from_filelike(io.BytesIO(files.xlsx(table)))
    assert book.sheet_names[1:] == ["Toelichting", "Kolommen"]
    head, *cells = book.get_sheet_by_index(0).to_python()
    assert head == names
    found = [
        [
            None
            if value in DUTCH and pd.api.types.is_numeric_dtype(frame[name]) and value != UNBOUNDED
            else read(frame, plain(value), name, [])
            if value != UNBOUNDED
            else np.inf
            for name, value in zip(names, row, strict=True)
        ]
        for row in cells
    ]
    assert close(found, expected)

    again = pq.read_table(io.BytesIO(files.parquet(table))).to_pandas()
    assert list(again.columns) == names
    assert rows_of(again) == rows_of(frame)


@pytest.mark.parametrize("question", QUESTIONS)
def test_duckdb_and_frictionless_read_every_package(question: str, tmp_path: Path) -> None:
    table = table_of(question)
    with zipfile.ZipFile(io.BytesIO(files.package(table))) as packed:
        packed.extractall(tmp_path)
        assert len(packed.namelist()) == 5
    described = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    fields = described["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == list(table.frame.columns)
    types = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
    columns = {field["name"]: types.get(field["type"], "VARCHAR") for field in fields}
    asked = {"columns": columns, "path": str(tmp_path / described["resources"][0]["path"])}
    counted = duckdb.execute(
        "select * from read_csv($path, auto_detect = false, header = true, delim = ',', "
        f"quote = '\"', escape = '\"', nullstr = {['', *CODES]}, columns = $columns)",
        asked,
    ).df()
    assert len(counted) == len(table.frame)
    for name in table.frame.columns[[n.startswith(("figure", "open")) for n in table.frame]]:
        if pd.api.types.is_numeric_dtype(table.frame[name]):
            known = table.frame[name].astype("Float64").fillna(-1).tolist()
            assert counted[name].astype("Float64").fillna(-1).tolist() == known
    require_valid(tmp_path)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_hidden_is_never_zero_or_blank(question: str) -> None:
    frame = table_of(question).frame
    rows = for_machines(frame)
    for name in frame:
        signs = pd.Series(signs_of(frame, name), index=frame.index, dtype=object)
        hidden = signs.isin(["withheld", "secret", "below_ten"]) & frame[name].isna()
        if is_figure(name, frame[name]):
            assert rows.loc[hidden, name].tolist() == signs[hidden].tolist()


def test_the_same_rows_give_the_same_bytes() -> None:
    first, second = table_of("regios/ranking"), table_of("regios/ranking")
    for kind in files.FORMATS:
        assert kind.write(first) == kind.write(second), kind.key


@pytest.mark.parametrize("question", ["programmas/cells", "regios/ranking", "overzicht/latest"])
def test_no_file_holds_a_path_of_this_machine_or_the_name_of_a_user(question: str) -> None:
    table = table_of(question)
    for kind in files.FORMATS[:-1]:
        content = kind.write(table)
        parts = [content]
        if kind.key == "xlsx":
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                parts = [book.read(name) for name in book.namelist()]
        for part in parts:
            for private in (str(ROOT), str(Path.home()), "/tmp/"):
                assert private.encode() not in part


def test_a_file_is_named_by_what_it_holds() -> None:
    frame = pd.DataFrame({"quarter": ["2026KW01", "2026KW02"], "status": "published"})
    assert file_name(frame, "Twente beroepen") == "vakkrachtmonitor_twente_beroepen_2026KW02"
    named = file_name(frame.assign(status="sample"), "Spanning, Súdwest 2018KW04")
    assert named == "VOORBEELD_vakkrachtmonitor_spanning_sudwest_2018KW04"


def test_a_workbook_says_what_was_chosen_and_where_it_comes_from() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(files.xlsx(table_of("regios/ranking"))))
    rows = book.get_sheet_by_name("Toelichting").to_python()
    said = {row[0]: row[1] for row in rows}
    assert said["Filter: Periode"] == "2e kwartaal 2026 (2026KW02)"
    assert said["Filter: Maat"].endswith("(tension)")
    assert str(said["Bron"]).startswith("Vakkrachtmonitor, VOORBEELD (fictief)")
    assert said["Openstaande vacatures"].startswith("Vacatures die aan het einde")


@pytest.mark.slow
def test_libreoffice_opens_workbook_and_dutch_csv_with_the_same_numbers(tmp_path: Path) -> None:
    found = office.path()
    if found is None:
        pytest.skip(office.MISSING)
    table = table_of("regios/ranking")
    expected = table.frame["figure"].tolist()
    (tmp_path / "book.xlsx").write_bytes(files.xlsx(table))
    (tmp_path / "dutch.csv").write_bytes(files.dutch_csv(table.frame))
    dutch = "Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true"
    for name, reading in (("book.xlsx", []), ("dutch.csv", [f"--infilter={dutch}"])):
        to = tmp_path / f"from_{name}"
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [found, profile, "--headless", *reading, "--convert-to", "xlsx", "--outdir"]
        subprocess.run([*command, str(to), str(tmp_path / name)], check=True, capture_output=True)
        head, *rows = (
            CalamineWorkbook.from_path(to / f"{Path(name).stem}.xlsx")
            .get_sheet_by_index(0)
            .to_python()
        )
        shown = [row[head.index("figure")] for row in rows]
        assert len(shown) == len(expected)
        for value, known in zip(shown, expected, strict=True):
            assert isinstance(value, str) if np.isnan(known) else value == pytest.approx(known)
