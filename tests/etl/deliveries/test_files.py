"""Files that are no plain table: refused or neutralised, in Dutch, before anything is kept."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from etl.deliveries import reading
from etl.protocols import sheets
from etl.protocols.package import Limits
from tests.deliveries import csv_of, deliver, found, good, grid, only, participation, text, xlsx
from tests.workbooks import SHEET1, with_part

DAMAGED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = xlsx(good())


def with_member(content: bytes, **members: bytes) -> bytes:
    """The workbook with other parts added."""
    changed = io.BytesIO(content)
    with zipfile.ZipFile(changed, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return changed.getvalue()


def edited(change: object) -> bytes:
    return xlsx(good(), lambda book: change(book.worksheets()[0]))  # type: ignore[operator]


def far(address: bytes) -> bytes:
    return with_part(GOOD, SHEET1, lambda part: part.replace(b'r="A1"', b'r="' + address + b'"', 1))


FILES = {
    "empty": (b"", "empty"),
    "too large": (b"a" * (reading.LIMITS.size + 1), "too_large"),
    "old Excel": (DAMAGED, "other_kind"),
    "password": (DAMAGED + "EncryptedPackage".encode("utf-16-le"), "password"),
    "web page": (b"<html><table><tr><td>Sleutel deelname", "other_kind"),
    "zip": (with_member(b"", a=b"b"), "other_kind"),
    "zip bomb": (
        lambda: with_part(GOOD, SHEET1, lambda part: b"<worksheet>" + b" " * 400_000_001),
        "unpacks_too_large",
    ),
    "macros": (with_member(GOOD, xl__vbaProject_dot_bin=b"macro"), "macros"),
    "comments": (
        edited(lambda sheet: sheet.write_comment("B2", "Dit is Jan Jansen")),
        "comments",
    ),
    "cut off": (GOOD[: len(GOOD) // 2], "damaged"),
    "last column": (far(b"XFD1"), "too_wide_or_long"),
    "last row": (far(b"A1048576"), "too_wide_or_long"),
    "a million columns": (b";" * 1_000_000, "too_wide_or_long"),
    "many rows": (b"a;b\n" * 400_002, "too_wide_or_long"),
    "51 sheets": (xlsx(good(), **{f"S{n}": [["x"]] for n in range(51)}), "too_many_sheets"),
    "control character": (csv_of("voucher", [{"voucher_key": "V\0"}]), "control_character"),
    "unclosed quote": (b'Sleutel deelname;Sleutel deelnemer\n"D-1;P-1\n', "damaged"),
    "not text": (bytes(range(128, 256)), "not_text"),
    "no table": (b"a;b\n1;2\n", "no_table"),
    "json": (b'[{"sleutel": 1}]', "no_table"),
    "one long cell": (b"Sleutel deelname;Sleutel deelnemer\n" + b"a" * 200_000, "damaged"),
}


@pytest.mark.parametrize("label", FILES)
def test_a_file_that_is_no_plain_table_is_refused(label: str, tmp_path: Path) -> None:
    made, rule = FILES[label]
    content = made() if callable(made) else made
    one = only(deliver(content, tmp_path, accept_valid=True))
    assert one.rule == rule, one
    assert "Jan" not in str(one)
    [folder] = [path for path in (tmp_path / "proef").iterdir() if path.name.isdigit()]
    assert sorted(path.name for path in folder.iterdir()) == ["decision.json", "refused.csv"]


@pytest.mark.parametrize("label", ["a million columns", "one long cell"])
def test_limits_hold_when_the_process_reads_longer_fields(label: str, tmp_path: Path) -> None:
    usual = csv.field_size_limit(100_000_000)
    try:
        test_a_file_that_is_no_plain_table_is_refused(label, tmp_path)
    finally:
        csv.field_size_limit(usual)


def test_the_good_file_is_taken(tmp_path: Path) -> None:
    assert deliver(GOOD, tmp_path).state == "accepted"


def test_a_file_of_many_cells_is_refused_before_it_is_read() -> None:
    small = Limits(cells=100)
    with pytest.raises(Exception, match="more than 100 cells") as caught:
        next(sheets.readings("x", xlsx(good(20)), small))
    assert caught.value.kind == "too_many_cells"  # type: ignore[attr-defined]
    long = Limits(text=1000)
    with pytest.raises(Exception, match="too long"):
        next(sheets.readings("x", xlsx(good(20)), long))


@pytest.mark.parametrize("result", [120, "", "Jan Jansen"])
def test_a_formula_is_refused_with_or_without_its_result(result: object, tmp_path: Path) -> None:
    content = edited(lambda sheet: sheet.write_formula(1, 3, '=CONCAT("Jan","sen")', None, result))
    said = deliver(content, tmp_path, accept_valid=True)
    assert ("deelname", 2, "Datum start", "formula") in found(said)
    assert said.state == "refused"
    assert "CONCAT" not in str(said) and "Jansen" not in str(said)


def test_a_formula_as_text_is_refused_and_not_repeated(tmp_path: Path) -> None:
    rows = [participation(position_at_start='=HYPERLINK("http://x.nl";"klik")')]
    said = deliver(csv_of("participation", rows), tmp_path)
    assert said.state == "refused"
    assert "HYPERLINK" not in str(said)


def test_html_in_a_cell_is_refused_and_not_repeated(tmp_path: Path) -> None:
    delivery = good()
    delivery["vacancy"][0]["municipality_code"] = "<img src=x onerror=alert(1)>"
    said = deliver(xlsx(delivery), tmp_path)
    assert found(said) == [("vacature", 2, "Gemeente", "region")]
    assert "<img" not in str(said)


def test_an_error_of_excel_is_named(tmp_path: Path) -> None:
    content = with_part(
        GOOD,
        SHEET1,
        lambda part: part.replace(b'<c r="D2" t="s"><v>', b'<c r="D2" t="e"><v>#N/A</v><w>', 1),
    )
    if content == GOOD:
        pytest.fail("the cell was not found")
    content = with_part(content, SHEET1, lambda part: _closed(part))
    one = only(deliver(content, tmp_path))
    assert (one.line, one.column, one.rule) == (2, "Datum start", "cell_error")


def _closed(part: bytes) -> bytes:
    """Drop what stands after the error value in its cell."""
    start = part.index(b"<w>")
    end = part.index(b"</c>", start)
    return part[:start] + part[end:]


def test_merged_cells_are_refused(tmp_path: Path) -> None:
    content = edited(lambda sheet: sheet.merge_range("C2:C3", "2020-02-03"))
    result = deliver(content, tmp_path)
    assert ("deelname", 2, "Datum intake", "merged") in found(result)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"person_key": None}, ("deelname", 1, "Sleutel deelnemer", "column_missing")),
        ({"from_sector_code": None}, None),
        ({"from_sector_code": "Opmerking"}, ("deelname", 1, "J", "unknown_column")),
        ({"from_sector_code": ""}, ("deelname", 2, "J", "no_heading")),
        ({"from_sector_code": "Datum start"}, ("deelname", 1, "Datum start", "column_twice")),
    ],
)
def test_columns_are_those_of_the_format(
    change: dict[str, str | None],
    expected: tuple[str, int, str, str] | None,
    tmp_path: Path,
) -> None:
    cells = grid("participation", [participation()])
    names = list(participation())
    for name, heading in change.items():
        place = names.index(name)
        if heading is None:
            for row in cells:
                del row[place]
        else:
            cells[0][place] = heading
    result = deliver(text(cells), tmp_path)
    if expected:
        assert expected in found(result)
    else:
        assert result.state == "accepted", found(result)
        assert bool(result.notes) == bool(change)


def test_a_slip_in_a_heading_is_recognised_as_one(tmp_path: Path) -> None:
    cells = grid("participation", [participation()])
    cells[0][2] = "Datum intaek"
    reasons = [one.reason for one in deliver(text(cells), tmp_path).findings]
    assert any("Bedoeld is misschien: Datum intake." in reason for reason in reasons)


def test_a_cell_beyond_the_headings_is_refused(tmp_path: Path) -> None:
    cells = grid("participation", [participation(1), participation(2)])
    cells[2].append("x")
    assert found(deliver(text(cells), tmp_path)) == [("deelname", 3, "U", "no_heading")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_file_is_read_as_excel_writes_it(
    encoding: str, delimiter: str, tmp_path: Path
) -> None:
    cells = grid("voucher", [{"voucher_key": "V-1", "voucher_kind": "oriëntatie"}])
    content = text(cells, delimiter).decode().encode(encoding)
    result = deliver(content, tmp_path)
    assert result.delivered == {"voucher": 1}
    assert {one.rule for one in result.findings} == {"required"}


def test_a_first_line_that_names_the_delimiter_is_no_heading(tmp_path: Path) -> None:
    content = b"sep=;\n" + csv_of("participation", [participation()])
    assert deliver(content, tmp_path).state == "accepted"


def test_sheets_are_known_by_name_or_by_their_headings(tmp_path: Path) -> None:
    delivery = good()
    names = {"Blad1": "participation", "Vouchers": "voucher", "VACANCY": "vacancy"}
    content = xlsx({}, **{s: grid(n, delivery[n], "name") for s, n in names.items()})
    assert deliver(content, tmp_path).kept == {"participation": 2, "voucher": 2, "vacancy": 2}


def test_a_table_that_stands_twice_is_refused(tmp_path: Path) -> None:
    content = xlsx(good(), Blad1=grid("voucher", good()["voucher"]))
    assert found(deliver(content, tmp_path)) == [("voucher", 0, "", "sheet_twice")]


def test_a_hidden_sheet_is_read_as_any_other(tmp_path: Path) -> None:
    delivery = good()
    delivery["voucher"][0]["voucher_key"] = "jan@voorbeeld.nl"

    def hide(book: xlsxwriter.Workbook) -> None:
        book.worksheets()[1].hide()

    assert only(deliver(xlsx(delivery, hide), tmp_path)).rule == "personal"


def test_no_bytes_give_anything_but_a_refusal(tmp_path: Path) -> None:
    for number in range(60):
        content = bytes((number * 7 + place * 13) % 256 for place in range(number))
        assert deliver(content, tmp_path).state == "refused"
        damaged = GOOD[: number * 90] + bytes([number]) * 9 + GOOD[number * 90 + 9 :]
        assert deliver(damaged, tmp_path, check_only=True).state in ("refused", "accepted")
