"""Tables of CBS that somebody downloaded by hand: every form and layout gives the same rows."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.database import RAW
from etl.errors import DataError
from etl.register import cbs as registered
from tests.etl.intake.reading import read
from tests.etl.protocols.test_raised_text import raised, with_runs
from tests.published import etl
from tests.releases import facts
from tests.workbooks import xlsx_of
from words import reference

CASE = Path(__file__).parents[2] / "cases" / "17_cbs_by_hand"
TABLE = registered.VACANCIES.files[0]
REGIONS = {"NL01": "Nederland", "LD02": "Oost-Nederland (LD)", "PV23": "Overijssel (PV)"}
SECTORS = {"T001081": "A-U Alle economische activiteiten", "350000": "F Bouwnijverheid"}
BRACKETS = {"land": "", "landsdeel": " (LD)", "provincie": " (PV)"}
ALL_REGIONS = {
    row["region_code"]: row["name"] + BRACKETS[row["kind"]]
    for row in reversed(reference("region_name"))
    if row["kind"] in BRACKETS
}
ALL_SECTORS = {row["sector_code"]: f"{row['sbi']} {row['label']}" for row in reference("sector")}
NAMES = ("RegioS", "BedrijfstakkenBranchesSBI2008", "Perioden")
MEASURE, UNIT = "OpenstaandeVacatures_1", "Openstaande vacatures (x 1 000)"
DIMENSIONS = {"sector": "Bedrijfstakken/branches (SBI 2008)", "region": "Regio's"}
STARS = {"": "Definitief", "*": "Voorlopig", "**": "NaderVoorlopig"}

Figures = dict[tuple[str, str, str], str]


def published(quarters: Iterable[str] | None = None) -> Figures:
    """The figures of some regions, sectors and quarters, or all, from the extract that is there."""
    rows = pyarrow.parquet.read_table(RAW / "cbs_vacancies" / "undated" / "83599NED.parquet")
    return {
        (region, sector, quarter): row[MEASURE].strip()
        for row in rows.to_pylist()
        for region, sector, quarter in [
            tuple(
                row[name].strip()
                for name in ("RegioS", "BedrijfstakkenBranchesSBI2008", "Perioden")
            )
        ]
        if quarters is None
        or (region in REGIONS and sector in SECTORS and quarter in set(quarters))
    }


def label(quarter: str, stars: str = "") -> str:
    return f"{quarter[:4]} {quarter[-1]}e kwartaal{stars}"


def as_csv(rows: Sequence[Sequence[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()


def long(figures: Figures, stars: str, mark: str) -> list[list[str]]:
    return [
        [DIMENSIONS["sector"], DIMENSIONS["region"], "Perioden", UNIT],
        *(
            [
                ALL_SECTORS[sector],
                ALL_REGIONS[region],
                label(quarter, stars),
                value.replace(".", mark),
            ]
            for (region, sector, quarter), value in figures.items()
        ),
    ]


def wide(figures: Figures, stars: str, mark: str, *, below: bool) -> list[list[str]]:
    """Periods above columns; the topic in a row of its own below them, or in none."""
    quarters = sorted({key[2] for key in figures})
    names = [DIMENSIONS["region"], DIMENSIONS["sector"]]
    rows = [
        [ALL_REGIONS[r], ALL_SECTORS[s], *(figures[r, s, q].replace(".", mark) for q in quarters)]
        for r, s in dict.fromkeys(key[:2] for key in figures)
    ]
    above = ["", "Perioden", *(label(quarter, stars) for quarter in quarters)]
    topics = [UNIT, *[""] * (len(quarters) - 1)] if below else ["x 1 000"] * len(quarters)
    return [above, [*names, *topics], *rows]


def topic_in_rows(figures: Figures, stars: str, mark: str) -> list[list[str]]:
    above, names, *rows = wide(figures, stars, mark, below=False)
    return [
        ["", *above],
        [*names[:2], "Onderwerp", *names[2:]],
        *([*row[:2], UNIT, *row[2:]] for row in rows),
    ]


LAYOUTS = {
    "long": long,
    "wide": lambda *one: wide(*one, below=False),
    "wide with topics": lambda *one: wide(*one, below=True),
    "topic in rows": topic_in_rows,
}


def figures_of(rows: list[dict[str, Any]]) -> Figures:
    return {
        (row[NAMES[0]].strip(), row[NAMES[1]].strip(), row[NAMES[2]].strip()): row[MEASURE].strip()
        for row in rows
    }


@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    delimiter=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    decimal=st.sampled_from(",."),
    stars=st.sampled_from(sorted(STARS)),
    quarters=st.sets(st.sampled_from(["2014KW03", "2019KW04", "2020KW01"]), min_size=1),
)
def test_every_layout_gives_the_figures_that_were_written(
    layout: str, delimiter: str, encoding: str, decimal: str, stars: str, quarters: set[str]
) -> None:
    figures = published(quarters)
    footer = "" if encoding == "cp1252" else "©"
    title = [["Openstaande vacatures; SBI 2008, regio"]]
    rows = [*title, *LAYOUTS[layout](figures, stars, decimal), [f"{footer} CBS, Den Haag"]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "download.csv"
        path.write_text(as_csv(rows, delimiter), encoding)
        found = read(path)
    assert figures_of(found) == figures
    assert {row["Perioden:Status"] for row in found} == {STARS[stars]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((UNIT, "Vacaturegraad (‰)"), "OpenstaandeVacatures_1"),
        ((UNIT, "Openstaande vacatures (aantal)"), "OpenstaandeVacatures_1"),
        ((DIMENSIONS["region"], "Gebied"), "RegioS"),
        (
            ("Overijssel (PV)", "Overijsel (PV)"),
            "found 'Overijsel (PV)'; the label is unknown, so it has no code; 83599NED.zip has it",
        ),
        (("F Bouwnijverheid", "Bouw"), "found 'Bouw'; the label is unknown"),
        (("2e kwartaal", "5e kwartaal"), "found '2019 5e kwartaal'; the label is unknown"),
        (("6,9", "1.206"), "found '1.206'; a mark before three digits"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    figures = dict.fromkeys(published(["2019KW02"]), "6.9")
    rows = [["Openstaande vacatures; SBI 2008, regio"], *long(figures, "", ",")]
    path = tmp_path / "download.csv"
    path.write_text(as_csv(rows, ";").replace(*change), "utf-8")
    done = etl("import", path, "--raw", tmp_path / "raw")
    assert done.returncode == 1 and said in done.stderr, done.stderr
    assert "Traceback" not in done.stderr and not list((tmp_path / "raw").glob("*/*/*.parquet"))


def test_a_download_is_read_as_a_person_sees_it(tmp_path: Path) -> None:
    figures = dict.fromkeys(published(["2019KW02"]), "6.9")
    rows = [["Openstaande vacatures; SBI 2008, regio"], *long(figures, "", ",")]
    text = as_csv(rows, ";").replace("Overijssel (PV)", "Over\u00adijssel\u00a0(PV)")
    text = text.replace("Perioden", "\u200bPerioden").replace("2e kwartaal", "2e\u2009kwartaal")
    path = tmp_path / "download.csv"
    path.write_text(text.replace("6,9", "\u200e6,9").replace(UNIT, f"{UNIT}\u00b9"), "utf-8")
    assert figures_of(read(path)) == figures


@pytest.mark.parametrize("address", ["A3", "C3", "D3"])
def test_a_note_is_no_digit_of_a_download_but_may_stand_in_its_header(
    address: str, tmp_path: Path
) -> None:
    figures = dict.fromkeys(published(["2019KW02"]), "6.9")
    rows = [["Openstaande vacatures; SBI 2008, regio"], *long(figures, "", ",")]
    content = with_runs(xlsx_of(rows), "D2", raised(UNIT, "1"))
    path = tmp_path / "download.xlsx"
    path.write_bytes(content)
    assert figures_of(read(path)) == figures
    value = rows[2]["ABCD".index(address[0])]
    path.write_bytes(with_runs(content, address, raised(value, "1")))
    with pytest.raises(DataError, match=f"row 3, column {address[0]}: '1' stands in superscript"):
        read(path)


def write_zip(path: Path, figures: Figures) -> None:
    """The zip of datasets.cbs.nl: observations with the codes of v4, and lists beside them."""
    files: dict[str, list[list[str]]] = {
        "Observations": [
            ["Id", "Measure", "ValueAttribute", "Value", "StringValue"]
            + ["BedrijfstakkenBranchesSBI2008", "RegioS", "Perioden"],
            *(
                [str(number), "D000025", "None", value, "", sector, region.ljust(6), quarter]
                for number, ((region, sector, quarter), value) in enumerate(figures.items())
            ),
        ],
        "MeasureCodes": [
            ["Identifier", "Title", "MeasureGroupId", "Unit"],
            ["D000025", "Openstaande vacatures", "", "x 1 000"],
        ],
        "Dimensions": [["Identifier", "Title"], ["RegioS", "Regio's"]],
        "PeriodenCodes": [
            ["Identifier", "Title", "Status"],
            *([one, label(one), "Definitief"] for one in sorted({key[2] for key in figures})),
        ],
        "Properties": [["Identifier", "Title"], ["83599NED", TABLE.title]],
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, rows in files.items():
            archive.writestr(f"{name}.csv", "\ufeff" + as_csv(rows, ";"))


def write_pages(folder: Path, figures: Figures) -> None:
    """Two pages of OData v3 under names of somebody's own, and the list of periods."""
    at = "https://opendata.cbs.nl/ODataFeed/odata/83599NED/$metadata#Cbs.OData.WebAPI."
    rows = [
        {
            "ID": number,
            "RegioS": region.ljust(6),
            "BedrijfstakkenBranchesSBI2008": sector,
            "Perioden": quarter,
            MEASURE: value.rjust(8),
        }
        for number, ((region, sector, quarter), value) in enumerate(figures.items())
    ]
    half = len(rows) // 2
    link = f"{registered.ODATA3}/83599NED/UntypedDataSet/?$format=json&$skip={half}"
    periods = [
        {"Key": one, "Title": label(one), "Status": "Definitief"}
        for one in sorted({key[2] for key in figures})
    ]
    answers = {
        "b": {"odata.metadata": f"{at}UntypedDataSet", "value": rows[half:]},
        "c": {
            "odata.metadata": f"{at}UntypedDataSet",
            "value": rows[:half],
            "odata.nextLink": link,
        },
        "a": {"odata.metadata": f"{at}Perioden", "value": periods},
    }
    folder.mkdir()
    for name, answer in answers.items():
        (folder / f"{name}.json").write_text(json.dumps(answer), "utf-8")


@pytest.mark.parametrize(
    "quarters", [["2014KW03", "2020KW01"], pytest.param(None, marks=pytest.mark.slow)]
)
def test_a_download_the_zip_and_the_pages_give_the_same_rows(
    quarters: list[str] | None, tmp_path: Path
) -> None:
    figures = published(quarters)
    download = tmp_path / "download.csv"
    rows = [["Openstaande vacatures; SBI 2008, regio"], *long(figures, "", ",")]
    download.write_text(as_csv(rows, ";"), "utf-8-sig")
    write_zip(tmp_path / "83599NED.zip", figures)
    with zipfile.ZipFile(tmp_path / "83599NED.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    write_pages(tmp_path / "pages", figures)
    found = []
    for name in ("download.csv", "83599NED.zip", "unpacked", "pages"):
        folder = tmp_path / f"raw of {name}"
        done = etl("import", tmp_path / name, "--raw", folder)
        assert done.returncode == 0 and "83599NED" in done.stdout, done.stderr
        found.append(facts(folder, "cbs_vacancies", "vacancies"))
    assert len(found[0]) == len(figures)
    assert all(one == found[0] for one in found)


def test_a_part_adds_to_what_is_there_and_the_newest_figure_counts(tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    shutil.copytree(RAW / "cbs_vacancies", folder / "cbs_vacancies")
    before = facts(folder, "cbs_vacancies", "vacancies")
    done = etl("import", *sorted(CASE.iterdir(), reverse=True), "--raw", folder)
    assert done.returncode == 0, done.stderr
    after = facts(folder, "cbs_vacancies", "vacancies")
    assert {row[1:4] for row in before} < {row[1:4] for row in after}
    news = {row[1:5] for row in after} - {row[1:5] for row in before}
    assert ("PV23", "350000", "2023KW04", 12300) in news
    assert ("PV23", "T001081", "2023KW04", 24100) in news, "the zip came after the download"
    again = etl("import", *sorted(CASE.iterdir(), reverse=True), "--raw", folder)
    assert (
        again.stdout.count("was imported before") == 2
        and facts(folder, "cbs_vacancies", "vacancies") == after
    )
