"""Odd and bad files: each is loaded with exactly the right rows or refused at the right place."""

from __future__ import annotations

import datetime
import functools
import io
import re
import struct
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from etl import transform
from etl.errors import DataError
from etl.protocols import uwv_layout, uwv_workbook
from etl.releases import importing
from tests.soak import examples
from tests.workbooks import (
    GOOD,
    HEADER,
    ROWS,
    SHEET1,
    Cell,
    Row,
    csv_of,
    quarter,
    table,
    text_of,
    with_part,
    xlsx_of,
)

MOST_TIMES = 100
COLUMNS = (
    "region_code, uwv_group_code, quarter, open_vacancies, ww_under_6_months, "
    "cast(tension_ratio as double), tension_class"
)


@dataclass(frozen=True)
class Case:
    """A file with what must come of it: words of the refusal and at each place, or the rows."""

    label: str
    made: bytes | Callable[[], bytes]
    refused: tuple[str, ...] = ()
    in_each: str = ""
    rows: tuple[tuple[object, ...], ...] = tuple(GOOD)
    name: str = "uwv.csv"

    @functools.cached_property
    def content(self) -> bytes:
        """A large file is made when it is needed."""
        return self.made if isinstance(self.made, bytes) else self.made()


REGION, OCCUPATION, QUARTER, VACANCIES, WW, RATIO, CLASS = range(7)
BAD_CELLS: list[tuple[int, Cell, str]] = [
    *(
        (VACANCIES, value, "a whole number")
        for value in (
            -1,
            "-1",
            12.5,
            "12,5",
            "1.200",
            "1 200",
            "1\u00a0200",
            "120 personen",
            "120%",
            "1e3",
            "NaN",
            "inf",
            "9" * 30,
            "x x",
            "<5",
            "=1+1",
            "+120",
            "\u2212120",
            "\u2013",
            "\u2212",
            "120-",
            "\u0661\u0662",
            "120\u00b9",
            "0x10",
            "2025-06-30",
            "@SUM(A1)",
            "n.v.t.",
            "120,000",
            1e20,
            True,
        )
    ),
    *((WW, value, "a whole number") for value in (-1, 0.5, "veertig", "<20", "40.000")),
    *(
        (REGION, value, "the region is unknown")
        for value in (
            "Twentse",
            "Overijssel",
            "AM99",
            "PV23",
            "Twente (CR)",
            "=cmd|' /C calc'!A0",
            "Twent e",
            5,
            "",
        )
    ),
    *(
        (OCCUPATION, value, "the occupation is unknown")
        for value in (
            "Lasser",
            "UWV-9999",
            "0742",
            "Technische beroepen",
            "",
        )
    ),
    *(
        (QUARTER, value, "a quarter such as")
        for value in (
            "2025KW05",
            "2025",
            "2025-06-29",
            "31-05-2025",
            "30-6-2025 12:00",
            "kw2",
            45838,
            "1999KW01",
            "2 2025",
            "",
            "Q2",
            "2025 5e kwartaal",
        )
    ),
    *((RATIO, value, "divided by") for value in (2.9, "2,99", 4, "3,05", 0)),
    *(
        (RATIO, value, "a number such as")
        for value in ("abc", "-3,0", "3,0%", "1:3", "3,0,0", "1e1")
    ),
    *((CLASS, value, "zeer krap") for value in ("heel krap", "krapte", 4, "tight")),
    *((CLASS, value, "does not belong") for value in ("ruim", "gemiddeld", "Zeer krap")),
]
GOOD_CELLS: list[tuple[int, Cell]] = [
    *((VACANCIES, value) for value in (" 120 ", "120\u00a0", "120.0", "120,00", 120.0)),
    *((VACANCIES, value) for value in ("1\u200b20", "\u200e120\u200f", "\ufeff120", "12\u20600")),
    *(
        (REGION, value)
        for value in ("TWENTE", " twente ", "am05", "AM5", "\u00a0Twente", "Twente (AM)")
    ),
    *(
        (OCCUPATION, value)
        for value in (
            "lassers  en plaatwerkers",
            "Lassers en\u00a0plaatwerkers",
            "Lassers & plaatwerkers",
            "Lassersenplaat\u00adwerkers",
            "UWV\u20110742",
            "UWV0742",
        )
    ),
    *(
        (QUARTER, value)
        for value in (
            "2025-Q2",
            "2025Q2",
            "2025 Q2",
            "Q2 2025",
            "2e kwartaal 2025",
            "2025kw2",
            " 2025KW02 ",
            "2025KW02*",
            "2025 2e kwartaal",
            "2025 2e kwartaal*",
            "2e kw 2025",
            "kw2 2025",
            "2025 kwartaal 2",
            "2025-06-30",
            "30-06-2025",
            "30-6-2025 0:00",
            "2025-06-30T00:00:00+02:00",
            "2025\u201106\u201130",
        )
    ),
    *((RATIO, value) for value in ("3", "3,0", "3.00", "2,9999999999", "3\u200b,0")),
    *((CLASS, value) for value in ("Krap", " KRAP ", "kr\u00adap")),
]


GROUPS = [
    f"UWV-07{number}"
    for number in (11, 12, 13, 14, 21, 22, 23, 31, 32, 33, 34, 35, 41, 43, 44, 51, 52, 53)
]


def column_of(column: int, values: list[Cell]) -> tuple[list[Row], list[tuple[object, ...]]]:
    """Return a table with these values in one column, of different cells; and what it holds."""
    rows: list[Row] = [list(HEADER)]
    held: list[tuple[object, ...]] = []
    for number, value in enumerate(values):
        group, period = "UWV-0742", quarter(number)
        if column == QUARTER:
            group, period = GROUPS[number], "2025KW02"
        row: list[Cell] = ["AM05", group, period, 120, 40, 3, "krap"]
        row[column] = value
        rows.append(row)
        held.append(("AM05", group, period, 120, 40, 3.0, "tight"))
    return rows, held


def cell_cases() -> Iterator[Case]:
    """Tables with many odd cells of one column, which one message names."""
    bad: dict[tuple[int, str, int], list[Cell]] = {}
    good: dict[int, list[Cell]] = {}
    for number, (column, value, words) in enumerate(BAD_CELLS):
        bad.setdefault((column, words, number // 20), []).append(value)
    for column, value in GOOD_CELLS:
        good.setdefault(column, []).append(value)
    for (column, words, _), values in bad.items():
        rows, _ = column_of(column, values)
        refused = tuple(f"column {HEADER[column]}" for _ in values)
        label = f"{HEADER[column]}: {words}"
        yield Case(f"csv {label}", csv_of(rows), refused, words)
        yield Case(f"xlsx {label}", xlsx_of(rows), refused, words, name="uwv.xlsx")
    for column, values in good.items():
        rows, held = column_of(column, values)
        yield Case(f"csv {HEADER[column]}", csv_of(rows), rows=tuple(held))
        rows, held = column_of(column, [value for value in values if value != "2,9999999999"])
        yield Case(f"xlsx {HEADER[column]}", xlsx_of(rows), rows=tuple(held), name="uwv.xlsx")


def table_cases() -> Iterator[Case]:
    """Tables that are wrong or odd as a whole, each as csv and as xlsx."""
    good = table()
    nederland: Row = ("Nederland", "Timmerlieden", "2025KW02", 500, 1000, 0.5, "ruim")
    tables: list[tuple[str, list[Row], tuple[str, ...], list[tuple[object, ...]]]] = [
        ("duplicate", [*good, ROWS[0]], ("row 5", "also in row 2", "stands here 2 times"), []),
        (
            "duplicate by another name",
            [*good, ("am05", "UWV-0742", "Q2 2025", 120, 40, 3, "krap")],
            ("row 5", "column Beroepsgroep", "also in row 2"),
            [],
        ),
        (
            "the country is a region",
            [*good, nederland],
            (),
            [*GOOD, ("NL01", "UWV-0732", "2025KW02", 500, 1000, 0.5, "loose")],
        ),
        ("total of regions", [*good, ("Totaal", *nederland[1:])], (), GOOD),
        ("total of occupations", [*good, ("Twente", "Alle beroepen", *nederland[2:])], (), GOOD),
        ("only totals", [list(HEADER), ("Totaal", *nederland[1:])], ("totals only",), []),
        ("only a header", [list(HEADER)], ("row 1", "no rows"), []),
        ("remark below", [*good, ("Bron: UWV", *[""] * 6)], (), GOOD),
        ("blank rows", [*good[:2], [""] * 7, *good[2:]], (), GOOD),
        ("title above", [["UWV", *[""] * 6], [""] * 7, *good], (), GOOD),
        (
            "two header rows",
            [*good[:1], ["", "", "", "stuks", "stuks", "", ""], *good[1:]],
            ("row 2", "column Openstaande vacatures", "'stuks'"),
            [],
        ),
        (
            "a row of units",
            [*good[:1], ["", "", "", "aantal", "aantal", "", ""], *good[1:]],
            (),
            GOOD,
        ),
        ("header repeated", [*good, list(HEADER)], ("row 5", "'Arbeidsmarktregio'"), []),
        ("no header", good[1:], ("no column was recognised",), []),
        (
            "column missing",
            [row[:4] for row in good],
            ("row 1", "no column was recognised as ww_under_6_months"),
            [],
        ),
        (
            "ratio and class missing",
            [row[:5] for row in good],
            (),
            [(*row[:5], None, "very_tight" if row[4] == 0 else None) for row in GOOD],
        ),
        ("columns in another order", [row[::-1] for row in good], (), GOOD),
        ("an extra column", [[*row, "x"] for row in good], (), GOOD),
        (
            "a column twice",
            [[*row, row[3]] for row in good],
            ("row 1", "column Openstaande vacatures", "more than once"),
            [],
        ),
        (
            "wide",
            [["Arbeidsmarktregio", "2025KW01", "2025KW02"], ["Twente", 1, 2]],
            ("no column was recognised as",),
            [],
        ),
        (
            "longer WW",
            table(header=[*HEADER[:4], "WW > 6 maanden", *HEADER[5:]]),
            ("no column was recognised as ww_under_6_months",),
            [],
        ),
        ("ratio without jobseekers", table((3, RATIO, 0)), ("row 4", "no ratio"), []),
        ("class without jobseekers", table((3, CLASS, "krap")), ("row 4", "zeer krap"), []),
        ("class of nothing", table((3, VACANCIES, 0)), ("row 4", "not defined"), []),
        (
            "nothing and nobody",
            table((3, VACANCIES, 0), (3, CLASS, "-")),
            (),
            [*GOOD[:2], ("AM09", "UWV-0732", "2025KW02", 0, 0, None, None)],
        ),
        *(
            (
                f"older series: {older}",
                table(header=[*HEADER[:4], older, *HEADER[5:]]),
                ("older series", older, "row 1"),
                [],
            )
            for older in ("Geregistreerde werkzoekenden", "Kortdurend werkzoekenden", "GWU")
        ),
        *(
            (
                f"suppressed as {mark!r}",
                table((1, VACANCIES, mark), (1, RATIO, mark), (1, CLASS, mark)),
                (),
                [(*GOOD[0][:3], None, 40, None, None), *GOOD[1:]],
            )
            for mark in ("x", "X", ".", "<10", "< 10", "")
        ),
    ]
    for label, rows, refused, expected in tables:
        yield Case(f"csv {label}", csv_of(rows), refused, rows=tuple(expected))
        yield Case(f"xlsx {label}", xlsx_of(rows), refused, rows=tuple(expected), name="uwv.xlsx")


def csv_cases() -> Iterator[Case]:
    titled = "Spanningsindicator \u2013 Fryslân\n" + text_of(table())
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "windows-1252"):
        yield Case(encoding, titled.encode(encoding))
    yield Case("utf-16 big endian", b"\xfe\xff" + titled.encode("utf-16-be"))
    yield Case("utf-16 without a mark", titled.encode("utf-16-le"), ("row 1", "control character"))
    yield Case("utf-16 cut off", titled.encode("utf-16")[:-1], ("not text in utf-16",))
    for delimiter in ";,\t":
        for decimal in ".,":
            ragged = delimiter == decimal == ","
            said = ("row 3", "8 fields found, 7 were expected") if ragged else ()
            content = csv_of(table(), delimiter, decimal)
            yield Case(f"delimiter {delimiter!r}, decimal {decimal!r}", content, said)
    good = text_of(table())
    for label, text in {
        "CRLF": good.replace("\n", "\r\n"),
        "CR": good.replace("\n", "\r"),
        "no last line end": good.rstrip("\n"),
        "quoted": '"' + good.strip().replace(";", '";"').replace("\n", '"\n"') + '"\n',
        "sep line": "sep=;\n" + good,
        "empty columns at the end": good.replace("\n", ";;\n"),
    }.items():
        yield Case(label, text.encode())
    refused: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
        "empty": ("", ("empty",)),
        "spaces": (" \n \n", ("empty",)),
        "only a mark": ("\ufeff", ("no sheet has a table",)),
        "a NUL": (good.replace("Achter", "Achter\0"), ("row 4", "'\\x00'")),
        "a bell": (good.replace("AM06", "AM\a06"), ("row 3", "control character")),
        "unclosed quote": (good.replace("AM06", '"AM06'), ("row 3", "damaged")),
        "text after a quote": (good.replace("AM06", '"AM06"x'), ("row 3", "damaged")),
        "row too short": (good.replace(";0,25;ruim", ""), ("row 3", "5 fields found")),
        "row too long": (good.replace("ruim", "ruim;ruim"), ("row 3", "8 fields found")),
        "a million columns": (";" * 1_000_000, ("row 1", "more than 5000 columns")),
        "too many rows": ("a;b\n" * 400_002, ("more than 400,000 rows",)),
        "a long field": (good.replace("AM06", "A" * 200_000), ("row 3", "field larger")),
        "web page": ("<html><table><tr><td>Arbeidsmarktregio", ("a web page",)),
        "xml": ("<?xml version='1.0'?><a/>", ("a web page or XML",)),
        "json": ('[{"Arbeidsmarktregio": "Twente"}]', ("no column was recognised",)),
        "not text": (bytes(range(128, 256)), ("not text",)),
        "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("control character",)),
        "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("an old Excel file",)),
        "password": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(99)
            + "EncryptedPackage".encode("utf-16-le"),
            ("protected by a password",),
        ),
        "too large": (b"a" * 50_000_001, ("larger than 50 MB",)),
    }
    for label, (content, words) in refused.items():
        yield Case(label, content.encode() if isinstance(content, str) else content, words)


def zip_of(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), part)
    return content.getvalue()


def repacked(content: bytes, method: int) -> bytes:
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(changed, "w", method) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return changed.getvalue()


def bomb(content: bytes, size: int) -> bytes:
    """A workbook whose sheet is mostly blanks."""
    return with_part(content, SHEET1, lambda part: b"<worksheet>" + b" " * size)


def lying(content: bytes) -> bytes:
    """A workbook whose directory says that its sheet is 100 bytes long."""
    place = content.rindex(SHEET1.encode()) - 46
    return content[: place + 24] + struct.pack("<I", 100) + content[place + 28 :]


def in_sheet(
    change: Callable[[xlsxwriter.worksheet.Worksheet], object], rows: list[Row] | None = None
) -> bytes:
    return xlsx_of(rows or table(), lambda workbook: change(workbook.worksheets()[0]))


def at(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new, 1)

    return change


def xlsx_cases() -> Iterator[Case]:
    good = xlsx_of(table())
    vacancies = "column Openstaande vacatures"
    hidden = xlsx_of(
        {"Uitleg": [["Toelichting"]], "Tabel": table()},
        lambda workbook: workbook.worksheets()[1].hide(),
    )
    day = datetime.datetime(2025, 6, 30)
    date = {"num_format": "yyyy-mm-dd"}
    cases: dict[str, tuple[bytes | Callable[[], bytes], tuple[str, ...]]] = {
        "formula with its result": (
            in_sheet(lambda s: s.write_formula(1, 3, "=60*2", None, 120)),
            (),
        ),
        "formula without result": (
            in_sheet(lambda s: s.write_formula(1, 3, "=60*2", None, "")),
            ("sheet Tabel, row 2", vacancies, "without its result"),
        ),
        **{
            f"error {error}": (
                in_sheet(lambda s, e=error: s.write_formula(1, 3, "=A1", None, e)),
                ("sheet Tabel, row 2", vacancies, error),
            )
            for error in ("#N/A", "#REF!", "#DIV/0!", "#VALUE!")
        },
        "#N/B as text": (xlsx_of(table((1, 3, "#N/B"))), ("row 2", vacancies, "'#N/B'")),
        "error in another column": (
            in_sheet(lambda s: s.write_formula(1, 9, "=A1", None, "#N/A")),
            (),
        ),
        "merged title": (
            xlsx_of([["t"], *table()], lambda w: w.worksheets()[0].merge_range("A1:G1", "Titel")),
            (),
        ),
        "title rows": (xlsx_of(table(), start=7), ()),
        "hidden table": (hidden, ("hidden sheet Tabel", 'sheet = "Tabel"')),
        "hidden extra sheet": (
            xlsx_of({"Tabel": table(), "Oud": table()}, lambda w: w.worksheets()[1].hide()),
            (),
        ),
        "two sheets": (xlsx_of({"A": table()[:2], "B": [list(HEADER), *ROWS[1:]]}), ()),
        "two sheets with the same rows": (
            xlsx_of({"A": table(), "B": table()}),
            ("stands here 2 times",),
        ),
        "explanation first": (xlsx_of({"Uitleg": [["Tekst"], ["meer"]], "Tabel": table()}), ()),
        "no rows at all": (xlsx_of([]), ("no sheet has a table",)),
        "date in the quarter": (
            xlsx_of(
                table(), lambda w: w.worksheets()[0].write_datetime(1, 2, day, w.add_format(date))
            ),
            (),
        ),
        "date among the vacancies": (
            xlsx_of(
                table(), lambda w: w.worksheets()[0].write_datetime(1, 3, day, w.add_format(date))
            ),
            ("row 2", vacancies, "'2025-06-30'"),
        ),
        "date as a number": (
            in_sheet(lambda s: s.write_datetime(1, 2, day)),
            ("row 2", "column Kwartaal", "'45838'"),
        ),
        "percent format": (
            xlsx_of(
                table(),
                lambda w: w.worksheets()[0].write(2, 5, 0.25, w.add_format({"num_format": "0%"})),
            ),
            (),
        ),
        "cell in the far corner": (
            with_part(good, SHEET1, at(b'r="A1"', b'r="XFD1048576"')),
            ("reaches beyond",),
        ),
        "cell in the last row": (with_part(good, SHEET1, at(b'r="G4"', b'r="G399999"')), ()),
        "cell in column ZZZZZZZZ": (
            with_part(good, SHEET1, at(b'r="A1"', b'r="ZZZZZZZZ1"')),
            ("without a usable address",),
        ),
        "cell without an address": (
            with_part(good, SHEET1, at(b'r="A1" ', b"")),
            (),
        ),
        "many cells": (
            with_part(good, SHEET1, at(b'r="G4"', b'r="QA399999"')),
            ("more than 5,000,000 cells",),
        ),
        "NaN": (with_part(good, SHEET1, at(b"<v>120</v>", b"<v>NaN</v>")), ("row 2", vacancies)),
        "infinite": (
            with_part(good, SHEET1, at(b"<v>120</v>", b"<v>1e999</v>")),
            ("row 2", vacancies),
        ),
        "text that is not there": (
            with_part(good, SHEET1, at(b't="s"><v>0<', b't="s"><v>999<')),
            ("damaged",),
        ),
        "sheet cut off": (with_part(good, SHEET1, lambda part: part[:500]), ("damaged",)),
        "entities": (
            with_part(
                good, SHEET1, at(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "cc">]><worksheet')
            ),
            (),
        ),
        "no sheet part": (
            with_part(good, "xl/_rels/workbook.xml.rels", at(b"sheet1", b"sheet9")),
            ("sheet Tabel is not in the workbook",),
        ),
        "bomb": (lambda: bomb(good, 300_000_000), ("unpacks to more than 250 MB",)),
        "bomb with a lying directory": (lambda: lying(bomb(good, 2**24)), ("damaged",)),
        "one long text in many cells": (
            lambda: xlsx_of([*table(), *([["x" * 30_000] * 7] * 10_000)]),
            ("texts of the workbook are too long",),
        ),
        "51 sheets": (xlsx_of({f"S{n}": table()[:1] for n in range(51)}), ("51 sheets",)),
        "two thousand parts": (
            zip_of(xl__workbook_xml=b"", **{f"p{n}": b"" for n in range(2000)}),
            ("unpacks to more than",),
        ),
        "packed otherwise": (repacked(good, zipfile.ZIP_BZIP2), ("packed in a way",)),
        "not packed": (repacked(good, zipfile.ZIP_STORED), ()),
        "cut off in the middle": (good[: len(good) // 2], ("damaged",)),
        "last byte missing": (good[:-1], ("damaged",)),
        "byte changed": (good.replace(b"PK\x03\x04", b"PK\x03\x05", 3), ("damaged",)),
        "plain zip": (zip_of(a=b"b"), ("a zip file",)),
        "Word": (zip_of(word__document_xml=b"<a/>"), ("a Word document",)),
        "OpenDocument": (zip_of(content_xml=b"<a/>"), ("an OpenDocument file",)),
        "binary workbook": (
            repacked(zip_of(**{"xl__workbook.bin": b"a"}), zipfile.ZIP_STORED),
            ("xlsb",),
        ),
        "only PK": (b"PK", ("damaged",)),
    }
    for label, (content, refused) in cases.items():
        yield Case(label, content, refused, name="uwv.xlsx")
    yield Case("xlsx called csv", good)
    yield Case("csv called xlsx", csv_of(table()), name="uwv.xlsx")


CASES = [*cell_cases(), *table_cases(), *csv_cases(), *xlsx_cases()]


def loaded(case: Case) -> list[tuple[object, ...]]:
    rows = uwv_workbook.read(case.name, case.content).table
    with transform.scratch(importing.SOURCE, importing.FILE, rows, case.name) as connection:
        sql = f"select {COLUMNS} from occupation_tension order by all"
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def time_of_a_good_file() -> float:
    """How long the plain file takes in this run, in seconds; the first time does not count."""
    spent = []
    for _ in range(3):
        began = time.monotonic()
        loaded(Case("good", csv_of(table())))
        spent.append(time.monotonic() - began)
    return max(spent[1:])


def test_there_are_more_than_a_hundred_files() -> None:
    assert len({case.made for case in CASES}) > 150


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{n} {case.label[:60]}" for n, case in enumerate(CASES)]
)
@pytest.mark.one_in(3)
def test_a_file_is_loaded_right_or_refused_at_its_place(
    case: Case, time_of_a_good_file: float, tmp_path: Path
) -> None:
    path, raw_folder = tmp_path / case.name, tmp_path / "raw"
    path.write_bytes(case.content)
    began = time.monotonic()
    if case.refused:
        with pytest.raises(DataError) as caught:
            importing.import_workbook(path, raw_folder, "2026-01-01")
        said = f"{caught.value}\n{caught.value.next_step}"
        assert case.name in said and caught.value.next_step
        problems = [str(problem) for problem in caught.value.problems]
        if case.in_each:
            alike = [one for one in problems if case.in_each in one and case.refused[0] in one]
            for line in range(2, len(case.refused) + 2):
                named = re.compile(rf"\brows? (\d+, )*{line}\b")
                assert any(map(named.search, alike)), (line, alike)
        for words in case.refused:
            assert words in said, said[:2000]
        assert not raw_folder.exists()
    else:
        assert loaded(case) == sorted(case.rows, key=lambda row: row[:3])
    assert time.monotonic() - began < MOST_TIMES * time_of_a_good_file


@settings(max_examples=examples(60))
@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
def test_no_bytes_give_anything_but_a_refusal(content: bytes) -> None:
    with pytest.raises(DataError):
        uwv_workbook.read("uwv.csv", content)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.booleans())
def test_a_damaged_workbook_is_read_or_refused(place: int, noise: bytes, in_part: bool) -> None:
    good = xlsx_of(table())

    def damage(content: bytes) -> bytes:
        start = place % len(content)
        return content[:start] + noise + content[start + len(noise) :]

    try:
        uwv_workbook.read("uwv.xlsx", with_part(good, SHEET1, damage) if in_part else damage(good))
    except DataError as error:
        assert error.problems


TEXT = (
    st.text(
        st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\ufeff"),
        min_size=1,
        max_size=12,
    )
    .map(str.strip)
    .filter(lambda text: text and uwv_layout.plain(text) not in uwv_layout.FIELD_OF)
)


@settings(max_examples=examples(30))
@given(
    st.lists(st.tuples(*[TEXT] * 7), min_size=1, max_size=5),
    st.sampled_from(["csv ;", "csv ,", "csv \t", "xlsx"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_comes_back_as_it_was_written(
    rows: list[tuple[str, ...]], form: str, encoding: str
) -> None:
    if form == "xlsx":
        content = xlsx_of([HEADER, *rows])
    else:
        quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
        content = text_of([HEADER, *quoted], form[-1]).encode(encoding)
    read = uwv_workbook.read("uwv", content).table
    assert [tuple(row[field] for field in uwv_layout.NAMES) for row in read.to_pylist()] == rows
    assert read["line"].to_pylist() == list(range(2, len(rows) + 2))
