"""What leaves is what the screen shows: every question, in every format, read back."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from answers.tables import (
    file_name,
)
from etl.database import DATABASE_VARIABLE, ROOT
from exports.tables import files
from tests import office
from tests.answers import ask
from tests.rules.exported import (
    is_a_package_that_others_read,
    is_the_same_in_every_format,
    packed,
)
from tests.written import dutch_csv, made


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def table_of(question: str) -> files.Export:
    return files.export(ask(question), name=question, title=question, terms=("open_vacancies",))


def test_an_answer_without_rows_is_a_file_with_its_columns_in_every_format() -> None:
    table = table_of("sinds/revisions")
    assert table.frame.empty
    parts = packed(table)
    assert list(is_the_same_in_every_format(table, parts)) == []
    assert list(is_a_package_that_others_read(table, parts)) == []


def test_the_same_rows_give_the_same_bytes() -> None:
    first, second = table_of("regios/ranking"), table_of("regios/ranking")
    for kind in files.FORMATS:
        assert kind.made(first) == kind.made(second), kind.key


@pytest.mark.parametrize("question", ["programmas/cells", "regios/ranking", "overzicht/latest"])
def test_no_file_holds_a_path_of_this_machine_or_the_name_of_a_user(question: str) -> None:
    table = table_of(question)
    for kind in files.FORMATS[:-1]:
        content = kind.made(table)
        parts = [content]
        if kind.key == "xlsx":
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                parts = [book.read(name) for name in book.namelist()]
        for part in parts:
            for private in (str(ROOT), str(Path.home()), "/tmp/"):
                assert private.encode() not in part


def test_a_code_keeps_its_zero_and_nothing_else_becomes_a_formula() -> None:
    codes = ["01", "0111", "111", "0", "0,5", "=01", '0"', "0a", None]
    text = dutch_csv(pd.DataFrame({"code": codes})).decode("utf-8-sig").splitlines()[1:]
    assert text[:3] == ['"=""01"""', '"=""0111"""', "111"]
    assert not [cell for cell in text[2:] if cell.startswith(("=", '"='))]


def test_no_figure_stands_in_a_file_twice() -> None:
    frame = pd.DataFrame({"figure": [1.5], "figure_text": ["1,5"], "starts_on_text": ["2020"]})
    names = list(files.export(frame, name="x", title="x").frame)
    assert "figure_text" not in names and {"figure", "starts_on_text"} <= {*names}


def test_a_file_is_named_by_what_it_holds() -> None:
    frame = pd.DataFrame({"quarter": ["2026KW01", "2026KW02"], "status": "published"})
    assert file_name(frame, "Twente beroepen") == "vakkrachtmonitor_twente_beroepen_2026KW02"
    named = file_name(frame.assign(status="sample"), "Spanning, Súdwest 2018KW04")
    assert named == "VOORBEELD_vakkrachtmonitor_spanning_sudwest_2018KW04"


def test_a_workbook_says_what_was_chosen_and_where_it_comes_from() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made("xlsx", table_of("regios/ranking"))))
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
    table.frame.insert(0, "isco08_code", "0110")
    expected = table.frame["figure"].tolist()
    (tmp_path / "book.xlsx").write_bytes(made("xlsx", table))
    (tmp_path / "dutch.csv").write_bytes(made("csv_nl", table))
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
        assert {row[head.index("isco08_code")] for row in rows} == {"0110"}
        for value, known in zip(shown, expected, strict=True):
            assert isinstance(value, str) if np.isnan(known) else value == pytest.approx(known)
