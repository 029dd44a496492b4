"""A file says itself what it is; one that nobody can use is named in one sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from etl.intake import recognising
from tests.published import etl
from tests.workbooks import csv_of, table, xlsx_of

CASES = Path(__file__).parents[2] / "cases"
UWV = CASES / "15_one_region_per_file"


def said(path: Path) -> list[str]:
    with recognising.looked_at(path) as found:
        return [one.said if isinstance(one, recognising.Found) else str(one) for one in found]


def test_the_suffix_says_nothing(tmp_path: Path) -> None:
    for path in (
        UWV / "uwv_one_region_twente.csv",
        CASES / "17_cbs_by_hand" / "83599NED.zip",
        CASES / "01_duo_comma" / "2021-2025-sectorkamer01-studenten.csv",
    ):
        renamed = tmp_path / "83599NED.bin"
        renamed.write_bytes(path.read_bytes())
        assert said(renamed) == said(path)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "dit is een PDF"),
        (b"\x89PNG\r\n\x1a\n", "dit is een plaatje"),
        (b"PAR1\x15\x04", "dit is een Parquet-bestand"),
        (b"<html><body>Niet gevonden</body></html>", "web page"),
        (b'{"a": 1}', "niet herkent"),
        (b"naam;leeftijd\nx;3\n", "dit is een tabel die de monitor niet herkent"),
        (b'"Omzet";"Perioden"\n1;2022\n', "zet dan haar nummer in de bestandsnaam (83599NED.csv)"),
        (b"", "empty"),
        (
            b'{"value": [{"Perioden": "2020KW01", "ID": 0}], "odata.metadata": '
            b'"https://opendata.cbs.nl/ODataFeed/odata/70895ned/$metadata#UntypedDataSet"}',
            "van 70895ned; de monitor leest van CBS",
        ),
    ],
)
def test_what_nobody_can_use_is_named_with_what_is_accepted(
    content: bytes, kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.dat"
    path.write_bytes(content)
    done = etl("import", path, "--raw", tmp_path / "raw")
    assert done.returncode == 1 and kind in done.stderr, done.stderr
    assert "Traceback" not in done.stderr and "xlsx" in done.stderr
    assert not (tmp_path / "raw").exists()


def test_a_blank_sheet_before_the_table_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "uwv.xlsx"
    path.write_bytes(xlsx_of({"Leeg": [], "Tabel": table()}))
    assert said(path) == [recognising.OF_UWV]
    path.write_bytes(xlsx_of({"Leeg": []}))
    assert said(path) == ["uwv.xlsx: dit is een tabel die de monitor niet herkent"]


@pytest.mark.parametrize("path", sorted((CASES / "16_uwv_layouts").iterdir()), ids=lambda p: p.stem)
def test_a_file_of_uwv_is_recognised_in_any_layout(path: Path) -> None:
    assert said(path) == [recognising.OF_UWV]


def test_a_delivery_asks_for_its_programme(tmp_path: Path) -> None:
    path = tmp_path / "deelname.csv"
    path.write_text("Sleutel deelname;Sleutel deelnemer;Datum intake\nD1;P1;2024-01-01\n", "utf-8")
    done = etl("import", path, "--raw", tmp_path / "raw")
    assert done.returncode == 1 and "--programme" in done.stderr


def test_of_several_files_one_that_is_refused_keeps_none_out(tmp_path: Path) -> None:
    path, raw = tmp_path / "all.zip", tmp_path / "raw"
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(UWV.iterdir()):
            archive.write(one, f"map/{one.name}")
        archive.writestr("map/leesmij.pdf", b"%PDF-1.7")
        archive.writestr("../../outside.csv", csv_of(table()))
    done = etl("import", path, tmp_path / "none.csv", "--raw", raw)
    assert done.returncode == 1
    assert "all.zip/map/leesmij.pdf: dit is een PDF" in done.stderr
    assert "none.csv: there is no such file" in done.stderr
    assert done.stdout.count("Wrote") == 3, done.stdout
    assert not list(tmp_path.parent.glob("outside.csv"))
    assert len(list(raw.glob("uwv_tension/*/tension.parquet"))) == 3
