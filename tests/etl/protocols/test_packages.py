"""Workbooks as other programs than Excel write them: cells without an address, parts elsewhere."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import transform
from etl.errors import DataError
from etl.protocols import uwv_workbook, xlsx
from etl.protocols.package import Limits
from etl.releases import importing
from tests.deliveries import deliver, found
from tests.workbooks import GOOD, SHEET1, table, with_part, xlsx_of

CASES = Path(__file__).parents[2] / "cases"
BOOK = xlsx_of(table())
ROWS = xlsx.read("uwv.xlsx", BOOK)[0].rows
COLUMNS = (
    "region_code, uwv_group_code, quarter, open_vacancies, ww_under_6_months, "
    "cast(tension_ratio as double), tension_class"
)


@pytest.mark.parametrize(
    "case",
    ["11_xlsx_cells_without_r/c261_no_r_cells.xlsx", "12_xlsx_backslash_names/c530_backslash.xlsx"],
)
def test_the_figures_of_uwv_are_those_of_the_workbook(case: str) -> None:
    rows = uwv_workbook.read("uwv.xlsx", (CASES / case).read_bytes()).table
    with transform.scratch(importing.SOURCE, importing.FILE, rows, "uwv.xlsx") as connection:
        sql = f"select {COLUMNS} from occupation_tension order by all"
        assert connection.execute(sql).fetchall() == GOOD


@pytest.mark.parametrize(
    "case", ["11_xlsx_cells_without_r/d_no_r.xlsx", "12_xlsx_backslash_names/d_backslash.xlsx"]
)
def test_such_a_delivery_is_taken(case: str, tmp_path: Path) -> None:
    result = deliver((CASES / case).read_bytes(), tmp_path)
    assert result.state == "accepted", found(result)
    assert result.kept == {"participation": 2, "voucher": 2, "vacancy": 2}


CELLS = st.dictionaries(
    st.tuples(st.integers(1, 6), st.integers(0, 5)),
    st.tuples(st.integers(0, 99), st.sampled_from(["", "formula", "error", "raised"])),
    min_size=1,
)


def cell_of(number: int, kind: str) -> tuple[str, str, str]:
    """The type of a cell, its XML, and what is read."""
    if kind == "error":
        return ' t="e"', "<v>#N/A</v>", "#N/A"
    if kind == "formula":
        return "", f"<f>1</f><v>{number}</v>", str(number)
    if kind == "raised":
        runs = f'<r><t>{number}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>7</t></r>'
        return ' t="inlineStr"', f"<is>{runs}</is>", f"{number}7"
    return "", f"<v>{number}</v>", str(number)


@given(CELLS, st.data())
def test_a_cell_stands_where_it_says_or_else_behind_the_one_before_it(
    cells: dict[tuple[int, int], tuple[int, str]], data: st.DataObject
) -> None:
    said = st.booleans()
    xml, expected = "", {}
    above = 0
    for row in sorted({row for row, _ in cells}):
        row_at = f' r="{row}"' if row != above + 1 or data.draw(said) else ""
        above, before, inside = row, -1, ""
        for column in sorted(column for r, column in cells if r == row):
            if column == before + 2 and data.draw(said):
                inside, before = inside + "<c/>", before + 1  # an empty cell counts too
            at = f' r="{"ABCDEF"[column]}{row}"' if column != before + 1 or data.draw(said) else ""
            kind, value, read = cell_of(*cells[row, column])
            inside += f"<c{at}{kind}>{value}</c>"
            expected[row, column], before = read, column
        xml += f"<row{row_at}>{inside}</row>"
    sheet = with_rows(xml.encode())
    read = {
        (row, column): text
        for row, texts in sheet.rows
        for column, text in enumerate(texts)
        if text
    }
    kinds = {place: kind for place, (_, kind) in cells.items()}
    shown = {place: text for place, text in expected.items() if kinds[place] != "error"}
    assert {place: text for place, text in read.items() if kinds[place] != "error"} == shown
    assert set(sheet.formulas) == {place for place, kind in kinds.items() if kind == "formula"}
    assert set(sheet.flaws) == {place for place, kind in kinds.items() if kind == "error"}
    assert set(sheet.raised) == {place for place, kind in kinds.items() if kind == "raised"}


def with_rows(rows: bytes) -> xlsx.Sheet:
    [sheet] = xlsx.read(
        "uwv.xlsx",
        with_part(
            BOOK,
            SHEET1,
            lambda part: re.sub(
                rb"<sheetData>.*</sheetData>", b"<sheetData>%b</sheetData>" % rows, part
            ),
        ),
    )
    return sheet


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="2"><c r="B9"><v>1</v></c><c><v>2</v></c></row>',
        b'<row><c r="B9"><v>1</v></c></row><row><c><v>2</v></c></row>',
        b'<row r="0"><c><v>2</v></c></row>',
        b'<row r="x"><c><v>2</v></c></row>',
        b'<row r="2"><c r="b2"><v>2</v></c></row>',
    ],
)
def test_a_cell_that_may_stand_in_two_places_is_refused(rows: bytes) -> None:
    with pytest.raises(DataError, match="without a usable address"):
        with_rows(rows)


def renamed(content: bytes, name: Callable[[str], str], *more: tuple[str, bytes]) -> bytes:
    """The workbook with other names of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(name(part), old.read(part))
        for part, added in more:
            new.writestr(part, added)
    return out.getvalue()


def moved(folder: str, book: str, absolute: bool = False) -> bytes:
    """The workbook with its parts in another folder."""

    def placed(part: str) -> str:
        return (
            (folder + part.removeprefix("xl/")).replace("workbook.xml", book)
            if part.startswith("xl/")
            else part
        )

    def root(part: bytes) -> bytes:
        return part.replace(b"xl/workbook.xml", (folder + book).encode())

    def targets(part: bytes) -> bytes:
        return part.replace(b'Target="', f'Target="/{folder}'.encode()) if absolute else part

    content = with_part(BOOK, "_rels/.rels", root)
    return renamed(with_part(content, "xl/_rels/workbook.xml.rels", targets), placed)


@pytest.mark.parametrize(
    "content",
    [
        renamed(BOOK, lambda part: part.replace("/", "\\")),
        renamed(BOOK, lambda part: "/" + part),
        renamed(BOOK, lambda part: "\\" + part.replace("/", "\\")),
        renamed(BOOK, str.upper),
        renamed(BOOK, lambda part: part.replace("worksheets", "Worksheets")),
        moved("office/", "workbook.xml"),
        moved("office/", "workbook.xml", absolute=True),
        moved("", "book1.xml"),
        moved("", "book1.xml", absolute=True),
        moved("a/b/", "Boek 1.xml"),
        with_part(
            BOOK, "xl/_rels/workbook.xml.rels", lambda part: part.replace(b"s/sheet", b"s\\sheet")
        ),
        with_part(BOOK, "_rels/.rels", lambda part: part.replace(b"xl/work", b"/xl/work")),
    ],
    ids=[
        "backslashes",
        "leading slash",
        "leading backslash",
        "capitals",
        "a capital",
        "folder",
        "folder, absolute",
        "root",
        "root, absolute",
        "deep folder",
        "backslash in a relation",
        "absolute",
    ],
)
def test_the_parts_are_found_by_their_relations(content: bytes) -> None:
    assert xlsx.read("uwv.xlsx", content)[0].rows == ROWS


def test_a_part_that_is_there_twice_is_refused() -> None:
    again = renamed(BOOK, lambda part: part, ("xl\\worksheets\\Sheet1.xml", b"<worksheet/>"))
    with pytest.raises(DataError, match="twice"):
        xlsx.read("uwv.xlsx", again)


TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("part", "content", "kind"),
    [
        ("office\\vbaProject.bin", b"", "macros"),
        ("Office/VBAPROJECT.BIN", b"", "macros"),
        ("office\\comments1.xml", b"<a/>", "comments"),
        ("xl/threadedComments/threadedComment1.xml", b"<a/>", "comments"),
        ("xl/persons/person.xml", b"<a/>", "comments"),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            f'<a><Relationship Id="r" Type="{TYPE}/comments" Target="../said.xml"/></a>'.encode(),
            "comments",
        ),
    ],
)
def test_macros_and_comments_are_found_wherever_they_lie(
    part: str, content: bytes, kind: str
) -> None:
    with pytest.raises(DataError) as caught:
        xlsx.read("uwv.xlsx", renamed(BOOK, lambda name: name, (part, content)), Limits(plain=True))
    assert caught.value.kind == kind


def test_a_presentation_is_no_workbook() -> None:
    slides = with_part(BOOK, "xl/workbook.xml", lambda _: b"<presentation/>")
    with pytest.raises(DataError, match="an xlsx was expected"):
        xlsx.read("uwv.xlsx", slides)
