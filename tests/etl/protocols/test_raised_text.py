"""A note in superscript behind a number, date or code is no digit of it: the cell is refused."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from etl.errors import DataError
from etl.protocols import xlsx
from etl.releases import importing
from tests.deliveries import deliver, found, good
from tests.deliveries import xlsx as delivery_of
from tests.published import etl
from tests.workbooks import HEADER, ROWS, SHEET1, csv_of, table, with_part, xlsx_of

CASE = Path(__file__).parents[2] / "cases" / "03_superscript_footnote" / "superscript_footnote.xlsx"
STRINGS = "xl/sharedStrings.xml"
KINDS = ("shared", "inline")
kinds = pytest.mark.parametrize("kind", KINDS)
Runs = list[tuple[str, str]]


def runs_of(runs: Runs) -> bytes:
    """The XML of a text; each run has a property of its font, or none."""
    return "".join(f"<r><rPr>{font}</rPr><t>{text}</t></r>" for text, font in runs).encode()


def raised(text: str, note: str, align: str = "superscript") -> Runs:
    return [(text, "<b/>"), (note, f'<vertAlign val="{align}"/>')]


def with_runs(
    content: bytes, address: str, runs: Runs, kind: str = "shared", sheet: str = SHEET1
) -> bytes:
    """The workbook with a text of several runs in one cell."""
    cell = re.compile(rb'<c r="' + address.encode() + rb'"[^>]*?(/>|>.*?</c>)')
    inside = b'<c r="%b" t="inlineStr"><is>%b</is></c>' % (address.encode(), runs_of(runs))
    if kind == "shared":
        with zipfile.ZipFile(BytesIO(content)) as book:
            number = book.read(STRINGS).count(b"<si>")
        content = with_part(
            content,
            STRINGS,
            lambda part: part.replace(b"</sst>", b"<si>%b</si></sst>" % runs_of(runs)),
        )
        inside = b'<c r="%b" t="s"><v>%d</v></c>' % (address.encode(), number)

    def replaced(part: bytes) -> bytes:
        changed, number = cell.subn(lambda _: inside, part)
        assert number == 1, "the cell was not found"
        return changed

    return with_part(content, sheet, replaced)


def import_(content: bytes, folder: Path) -> importing.Imported:
    path = folder / "uwv.xlsx"
    path.write_bytes(content)
    return importing.import_workbook(path, folder / "raw", "2026-01-01")


def test_the_note_of_the_case_is_refused_in_one_line(tmp_path: Path) -> None:
    result = etl("import", CASE, "--raw", tmp_path)
    assert result.returncode == 1 and not list(tmp_path.rglob("*.parquet"))
    assert result.stderr.splitlines()[0] == (
        "superscript_footnote.xlsx, sheet Tabel, row 2, column Openstaande vacatures: '1' stands "
        "in superscript or subscript in '1201', so which part is the value is not sure; put a note "
        "in a cell of its own"
    )


@kinds
@pytest.mark.parametrize(
    ("address", "text", "note"),
    [
        ("D2", "120", "1"),
        ("E2", "4", "0"),
        ("F2", "3,0", "0"),
        ("G2", "krap", "1"),
        ("A3", "AM0", "6"),
        ("A2", "Twente", "a"),
        ("B3", "UWV-073", "2"),
        ("C2", "2025KW0", "2"),
    ],
)
def test_a_note_in_any_column_that_is_read_is_refused(
    address: str, text: str, note: str, kind: str, tmp_path: Path
) -> None:
    content = xlsx_of(table())
    column = HEADER["ABCDEFG".index(address[0])]
    said = f"row {address[1]}, column {column}: '{note}' stands in superscript"
    with pytest.raises(DataError, match=re.escape(said)):
        import_(with_runs(content, address, raised(text, note), kind), tmp_path)
    for align in ("subscript", "superscript"):
        first = [(note, f'<vertAlign val="{align}"/>'), (text, "")]
        with pytest.raises(DataError, match=f"column {column}"):
            import_(with_runs(content, address, first, kind), tmp_path)


@kinds
@pytest.mark.parametrize(
    "runs",
    [
        [("12", "<b/>"), ("0", "")],
        [("12", "<strike/>"), ("0", '<vertAlign val="baseline"/>')],
        [("120", ""), (" ", '<vertAlign val="superscript"/>')],
    ],
)
def test_a_number_in_other_fonts_is_read(runs: Runs, kind: str, tmp_path: Path) -> None:
    written = import_(with_runs(xlsx_of(table()), "D2", runs, kind), tmp_path)
    assert written.loaded.startswith("3 regions x 2 occupation groups")


@kinds
def test_a_note_outside_the_figures_is_no_reason_to_refuse(kind: str, tmp_path: Path) -> None:
    rows = [["Spanning", *[""] * 7], [*HEADER, "Opmerking"], *([*row, "let op"] for row in ROWS)]
    content = xlsx_of([*rows, ["1 Voorlopig", *[""] * 7]])
    for address, runs in {
        "A1": raised("Spanning", "1"),
        "H3": raised("let op", "1"),
        "A6": raised("", "1") + [(" Voorlopig", "")],
    }.items():
        content = with_runs(content, address, runs, kind)
    assert import_(content, tmp_path).left_out == ["sheet Tabel, row 6: a remark, '1Voorlopig'"]


@kinds
@pytest.mark.parametrize("align", ["superscript", "subscript"])
def test_a_note_is_no_part_of_a_heading(kind: str, align: str, tmp_path: Path) -> None:
    content = with_runs(xlsx_of(table()), "D1", raised(HEADER[3], "1", align), kind)
    assert import_(content, tmp_path).loaded.startswith("3 regions x 2 occupation groups")
    content = with_runs(delivery_of(good()), "I1", raised("Beroep ervoor", "2", align), kind)
    content = with_runs(
        content,
        "F1",
        [("1", '<vertAlign val="superscript"/>')] + raised("Woongemeente", "2", align),
        kind,
    )
    said = deliver(content, tmp_path)
    assert said.state == "accepted", found(said)


@pytest.mark.parametrize("note", ["\u00b9", "\u00b2\u207e", "\u2081"])
def test_a_raised_character_is_a_note_of_a_heading_and_no_digit_of_a_value(
    note: str, tmp_path: Path
) -> None:
    header = [*HEADER[:3], HEADER[3] + note, *HEADER[4:]]
    path = tmp_path / "uwv.csv"
    path.write_bytes(csv_of(table(header=header)))
    written = importing.import_workbook(path, tmp_path / "raw", "2026-01-01")
    assert written.loaded.startswith("3 regions x 2 occupation groups")
    rows = good()
    rows["participation"][0] |= {"aimed_occupation_code": f"073{note}", "from_sector_code": note}
    rows["voucher"][0]["granted_eur"] = f"250{note}"
    refused = deliver(delivery_of(rows), tmp_path)
    assert [one.rule for one in refused.findings] == ["occupation", "sector", "money"]


def test_the_texts_of_a_workbook_are_found_under_a_name_in_any_case() -> None:
    content = with_runs(xlsx_of(table()), "D2", raised("120", "1"))
    renamed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(renamed, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("sharedStrings", "SharedStrings"), old.read(name))
    [sheet] = xlsx.read("x", renamed.getvalue())
    assert (sheet.rows[1][1][3], sheet.raised) == ("1201", {(2, 3): ("1", "120")})


@kinds
@pytest.mark.parametrize(
    ("sheet", "address", "text", "place"),
    [
        (1, "A2", "D-000", ("deelname", 2, "Sleutel deelname")),
        (1, "C2", "2020-02-0", ("deelname", 2, "Datum intake")),
        (1, "I2", "033", ("deelname", 2, "Beroep ervoor")),
        (2, "F2", "250", ("voucher", 2, "Toegekend bedrag")),
        (3, "G3", "1", ("vacature", 3, "Matchgesprekken")),
        (4, "B1", "2024-12-3", ("levering", 1, "B")),
        (5, "B1", "", ("controle", 1, "B")),
    ],
)
def test_a_note_in_a_delivery_is_refused_by_table_line_and_column(
    sheet: int, address: str, text: str, place: tuple[str, int, str], kind: str, tmp_path: Path
) -> None:
    sheets = {"levering": [["Peildatum", "x"]], "controle": [["Aantal deelnames", "x"]]}
    content = delivery_of(good(), **sheets)
    part = SHEET1.replace("1", str(sheet))
    said = deliver(
        with_runs(content, address, raised(text, "2"), kind, part), tmp_path, accept_valid=True
    )
    assert said.state == "refused"
    assert (*place, "raised") in found(said)
    [reason] = {one.reason for one in said.findings if one.rule == "raised"}
    assert reason.endswith("zoals een noot. Haal dat deel weg.")
