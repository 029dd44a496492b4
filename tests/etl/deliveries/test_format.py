"""The format of a delivery and its template: made of the schema, and read back."""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import transform
from etl.deliveries import template, values
from etl.deliveries.format import tables
from etl.raw import rows_of
from tests import docs, scratch
from tests.deliveries import (
    AS_OF,
    csv_of,
    deliver,
    found,
    good,
    grid,
    only,
    participation,
    text,
    vacancy,
    voucher,
    xlsx,
)
from tests.published import etl
from tests.records import counted

TABLES = list(tables().values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("template")
    result = etl("template", "--to", to)
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("Wrote") == 5
    return to


@pytest.fixture
def book(folder: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(folder / template.WORKBOOK)


def filled(book: openpyxl.Workbook, rows: dict[str, list[dict[str, object]]], day: object) -> bytes:
    """The template as a bureau would fill it in."""
    for name, own in rows.items():
        sheet = book[tables()[name].label]
        for number, row in enumerate(own, start=2):
            for place, column in enumerate(tables()[name].columns, start=1):
                sheet.cell(number, place).value = row.get(column.name)
    book["levering"]["B1"] = day
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.fixture
def records(database: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables of records of nobody."""
    with counted(database, tmp_path / "none", tmp_path / "monitor.duckdb") as connection:
        yield connection


def test_the_records_have_the_columns_that_are_delivered(
    records: duckdb.DuckDBPyConnection,
) -> None:
    of_kind = {"date": "DATE", "money": "DECIMAL(12,2)", "whole": "INTEGER", "codes": "VARCHAR[]"}
    assert set(template.KINDS) > set(of_kind)
    for table in TABLES:
        found = records.execute(f"describe private.{table.name}").fetchall()
        assert [row[:2] for row in found] == [
            ("programme_id", "VARCHAR"),
            *((column.name, of_kind.get(column.kind, "VARCHAR")) for column in table.columns),
        ]
        assert [row[0] for row in found if row[3]] == ["programme_id", table.key]


def test_each_delivered_column_is_read_unless_it_is_kept_for_something(
    records: duckdb.DuckDBPyConnection,
) -> None:
    steps = sorted((transform.ETL / "private" / "steps").glob("*.sql"))
    made = "\n".join(step.read_text("utf-8") for step in steps)
    emptied = "\n".join(f"delete from private.{name};" for name in ("record", "trait", "category"))
    for row in rows_of(transform.REFERENCE / "delivery_column.csv"):
        table, column = f"private.{row['table_name']}", row["column_name"]
        records.execute(f"create or replace table private.whole as from {table}")
        records.execute(
            f"create or replace table {table} as select * exclude ({column}) from private.whole"
        )
        is_read = False
        try:
            records.execute(emptied + made)
        except duckdb.BinderException:
            is_read = True
        records.execute(f"create or replace table {table} as from private.whole")
        assert is_read != bool(row["kept_for"]), (table, column)


COLUMN = docs.block("developing.md", "A column of the delivery", "csv")
RECORDS = """
import sys
from pathlib import Path
from tests.records import counted
with counted(*map(Path, sys.argv[1:])) as connection:
    print(connection.execute("select hours_per_week from private.vacancy order by 1").fetchall())
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout with a column added as the recipe says."""
    folder = scratch.copy(tmp_path_factory.mktemp("checkout"))
    path = folder / "data" / "reference" / "delivery_column.csv"
    path.write_text(path.read_text("utf-8") + COLUMN, "utf-8")
    return folder


def python(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.slow
def test_a_column_that_is_added_reaches_template_import_and_record(
    checkout: Path, database: Path, tmp_path: Path
) -> None:
    made = python(checkout, "-m", "etl", "template", "--to", tmp_path)
    assert made.returncode == 0, made.stderr
    book = openpyxl.load_workbook(tmp_path / template.WORKBOOK)
    assert [cell.value for cell in book["vacature"][1]][-1] == "Uren per week"
    rows = [
        vacancy(n, registered_on="2018-09-01", filled_on="", municipality_code="GM0200")
        for n in (1, 2)
    ]
    filled(book, {"vacancy": rows}, datetime.date(2024, 12, 31))
    book["vacature"].cell(2, len(TABLES[2].columns) + 1).value = 32
    book.save(tmp_path / "delivery.xlsx")
    imported = python(
        checkout,
        *("-m", "etl", "import", tmp_path / "delivery.xlsx", "--programme", "gelders_vakmanschap"),
        *("--deliveries", tmp_path / "deliveries"),
    )
    assert imported.returncode == 0, imported.stdout + imported.stderr
    found = python(
        checkout, "-c", RECORDS, database, tmp_path / "deliveries", tmp_path / "monitor.duckdb"
    )
    assert found.stdout.strip() == "[(32,), (None,)]", found.stderr


def test_a_column_that_nothing_reads_is_refused(
    checkout: Path, database: Path, tmp_path: Path
) -> None:
    path = checkout / "data" / "reference" / "delivery_column.csv"
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex(",")] + ",\n", "utf-8")
    found = python(
        checkout, "-c", RECORDS, database, tmp_path / "none", tmp_path / "monitor.duckdb"
    )
    path.write_text(text, "utf-8")
    line = len(text.splitlines())
    assert (
        f"data/reference/delivery_column.csv, row {line}, column kept_for: found 'hours_per_week'; "
        "this is delivered and no SQL"
    ) in found.stderr


def test_the_template_has_a_sheet_per_table_and_what_explains_it(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [
        *("uitleg", "levering", "deelname", "voucher", "vacature"),
        *("controle", "voorbeeld", "codelijsten"),
    ]
    for table in TABLES:
        sheet = book[table.label]
        assert [cell.value for cell in sheet[1]] == [column.label for column in table.columns]
        assert sheet.max_row == 1
    words = {cell.value for row in book["uitleg"] for cell in row}
    for table in TABLES:
        for column in table.columns:
            assert {column.label, column.name, column.about} <= words


def test_each_coded_column_offers_its_dutch_labels(book: openpyxl.Workbook) -> None:
    lists = book["codelijsten"]
    offered = 0
    for table in TABLES:
        rules = {
            str(rule.sqref).split(":")[0].rstrip("0123456789"): rule
            for rule in book[table.label].data_validations.dataValidation
        }
        for place, column in enumerate(table.columns, start=1):
            rule = rules[openpyxl.utils.get_column_letter(place)]
            assert column.about[:40] in rule.prompt
            if column.kind not in ("code", "region", "occupation", "sector"):
                continue
            letter = rule.formula1.split("$")[1]
            last = int(rule.formula1.split("$")[-1])
            values = [lists[f"{letter}{row}"].value for row in range(2, last + 1)]
            assert values == template.shown(column) and None not in values
            offered += 1
    assert offered == 17
    assert "0731 Bouwarbeiders ruwbouw" in {cell.value for row in lists for cell in row}


def test_an_empty_template_is_no_delivery(folder: Path, tmp_path: Path) -> None:
    content = (folder / template.WORKBOOK).read_bytes()
    result = deliver(content, tmp_path, as_of=None)
    assert [one.rule for one in result.findings] == ["no_rows", "no_as_of"]
    assert "geen enkele rij" in result.findings[0].reason
    for table in TABLES:
        path = folder / f"{table.label}.csv"
        assert only(deliver(path.read_bytes(), tmp_path)).rule == "no_rows"


def test_a_filled_template_is_taken_and_its_example_is_not(
    book: openpyxl.Workbook, tmp_path: Path
) -> None:
    rows = good()
    rows["participation"][0] |= {
        "intake_on": datetime.date(2020, 2, 3),
        "municipality_code": "Deventer",
        "aimed_occupation_code": "0731 Bouwarbeiders ruwbouw",
        "from_sector_code": "G Handel",
    }
    rows["voucher"][0] |= {"granted_eur": 2500, "paid_eur": 2400.5}
    content = filled(book, rows, datetime.date(2024, 12, 31))
    result = deliver(content, tmp_path, as_of=None)
    assert result.state == "accepted", found(result)
    assert result.as_of == AS_OF
    assert result.kept == {"participation": 2, "voucher": 2, "vacancy": 2}


def test_every_choice_of_a_drop_down_is_read(tmp_path: Path) -> None:
    for table in TABLES:
        for column in table.columns:
            choices = template.shown(column) if template.list_of(column) else []
            make = {"participation": participation, "voucher": voucher, "vacancy": vacancy}
            rows = [make[table.name](n, **{column.name: c}) for n, c in enumerate(choices, 1)]
            if rows:
                result = deliver(csv_of(table.name, rows), tmp_path, check_only=True)
                rules = {one.rule for one in result.findings}
                wrong = {"personal", "code", "region", "occupation", "sector"}
                assert not rules & wrong, (column, result.findings[:3], choices)


def test_the_example_of_each_column_is_valid(tmp_path: Path) -> None:
    rows = {
        table.name: [{column.name: column.example for column in table.columns}] for table in TABLES
    }
    rows["participation"][0]["intake_on"] = "2020-02-05"
    result = deliver(xlsx(rows), tmp_path)
    outside = {"outside_programme", "funder", "above_voucher_max", "not_yet_measurable"}
    assert {one.rule for one in result.findings} <= outside, found(result)


@pytest.mark.parametrize("headings", ["label", "name"])
@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, lambda text: f"  {text} "])
def test_headings_are_read_in_any_case(headings: str, change: object, tmp_path: Path) -> None:
    cells = grid("participation", [participation()], headings)
    cells[0] = [change(heading) for heading in cells[0]]  # type: ignore[operator]
    result = deliver(text(cells), tmp_path)
    assert result.state == "accepted", found(result)


@pytest.mark.parametrize(
    ("table", "column", "written", "kept"),
    [
        ("participation", "intake_on", "3-2-2020", "2020-02-03"),
        ("participation", "intake_on", "03-02-2020", "2020-02-03"),
        ("participation", "intake_on", "2020-02-03", "2020-02-03"),
        ("participation", "intake_on", datetime.date(2020, 2, 3), "2020-02-03"),
        ("participation", "intake_on", "3-2-2020 0:00", "2020-02-03"),
        ("participation", "intake_on", "03-02-2020 00:00:00", "2020-02-03"),
        ("participation", "intake_on", "2020-02-03T00:00:00.000Z", "2020-02-03"),
        ("participation", "intake_on", "2020-02-03T00:00:00+01:00", "2020-02-03"),
        ("participation", "intake_on", "3\u20112\u20132020\u200e", "2020-02-03"),
        ("participation", "position_at_start", "werk\u00adloos", "unemployed"),
        ("participation", "position_at_start", "ZZP er", "self_employed"),
        ("participation", "person_key", "P\u20110001\u200b", "P-0001"),
        ("participation", "from_sector_code", "Landbouw", "A"),
        ("participation", "position_at_start", "Werkloos", "unemployed"),
        ("participation", "position_at_start", "unemployed", "unemployed"),
        ("participation", "position_at_start", "ZZP’er", "self_employed"),
        ("participation", "aimed_occupation_code", "731", "0731"),
        ("participation", "aimed_occupation_code", 731, "0731"),
        ("participation", "aimed_occupation_code", "bouwarbeiders ruwbouw", "0731"),
        ("participation", "from_sector_code", "g", "G"),
        ("participation", "municipality_code", "hengelo", "GM0164"),
        ("participation", "municipality_code", "GM0164", "GM0164"),
        ("participation", "instruments", "coaching;scholing", "coaching;training"),
        ("voucher", "granted_eur", "2.500,00", "2500.00"),
        ("voucher", "granted_eur", "2500", "2500.00"),
        ("voucher", "granted_eur", "2500,5", "2500.50"),
        ("voucher", "granted_eur", "€ 2.500,00", "2500.00"),
        ("voucher", "granted_eur", "2500,-", "2500.00"),
        ("voucher", "granted_eur", "2 500", "2500.00"),
        ("voucher", "granted_eur", "2\u00a0500,50", "2500.50"),
        ("voucher", "granted_eur", "\u20ac\u00a02\u202f500,00", "2500.00"),
        ("voucher", "granted_eur", "2.500,-", "2500.00"),
        ("voucher", "granted_eur", "\u20ac 2500,\u2013", "2500.00"),
        ("voucher", "granted_eur", "EUR 2500", "2500.00"),
        ("voucher", "granted_eur", "2.500,00 euro", "2500.00"),
        ("voucher", "granted_eur", "25\u200b00", "2500.00"),
        ("vacancy", "match_interviews", "1 200", "1200"),
        ("voucher", "granted_eur", 2500, "2500.00"),
        ("voucher", "granted_eur", 2500.25, "2500.25"),
        ("voucher", "voucher_kind", "orientatie", "orientation"),
    ],
)
@pytest.mark.one_in(3)
def test_values_are_read_as_people_write_them(
    table: str, column: str, written: object, kept: str, tmp_path: Path
) -> None:
    delivery = good()
    delivery[table][0][column] = written
    is_day = isinstance(written, datetime.date)
    content = _dated(delivery) if is_day else xlsx(delivery)
    result = deliver(content, tmp_path)
    assert result.state == "accepted", found(result)
    rows = pd.read_parquet(tmp_path / "proef" / "1" / f"{table}.parquet")
    assert rows[column][0] == kept


def _dated(delivery: dict[str, list[dict[str, object]]]) -> bytes:
    """The delivery as a workbook in which a day is a cell with the format of a date."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in delivery.items():
        sheet = book.create_sheet(tables()[name].label)
        for row in grid(name, rows):
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("table", "column", "written", "rule"),
    [
        ("participation", "intake_on", "1/2/2020", "date_slashes"),
        ("participation", "intake_on", "2020-13-01", "date"),
        ("participation", "intake_on", "3-2-20", "date"),
        ("participation", "intake_on", 43864, "date_number"),
        ("participation", "intake_on", "3-2-2020 10:30", "date_time"),
        ("participation", "intake_on", "2020-02-02T23:00:00Z", "date_time"),
        ("participation", "intake_on", "3-2-2020 0:00 uur", "date"),
        ("participation", "intake_on", "3-2-2020-0:00", "date"),
        ("voucher", "granted_eur", "2.500", "money_ambiguous"),
        ("voucher", "granted_eur", "2,500", "money_ambiguous"),
        ("voucher", "granted_eur", "2,500.00", "money"),
        ("voucher", "granted_eur", "-2500", "money"),
        ("voucher", "granted_eur", "\u22122500", "money"),
        ("voucher", "granted_eur", "\u2013", "money"),
        ("voucher", "granted_eur", "EUR 2.500", "money_ambiguous"),
        ("voucher", "granted_eur", "25 00", "money"),
        ("voucher", "granted_eur", "2 500 5", "money"),
        ("voucher", "granted_eur", "EUR", "money"),
        ("voucher", "granted_eur", "\u20ac EUR 2500", "money"),
        ("voucher", "granted_eur", "2500,-,-", "money"),
        ("voucher", "granted_eur", "\u0662\u0665\u0660\u0660", "money"),
        ("voucher", "granted_eur", "2500,001", "money"),
        ("vacancy", "match_interviews", "1,5", "whole"),
        ("participation", "aimed_occupation_code", "31", "occupation"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(
    table: str, column: str, written: object, rule: str, tmp_path: Path
) -> None:
    delivery = good()
    delivery[table][0][column] = written
    result = deliver(xlsx(delivery), tmp_path)
    assert [(one.line, one.rule) for one in result.findings] == [(2, rule)]


GROUPED = st.sampled_from([".", " ", "\u00a0", "\u202f", "\u2009", ""])
CURRENCIES = st.sampled_from(["{}", "\u20ac {}", "\u20ac{}", "EUR {}", "eur\u00a0{}", "{} euro"])
ENDS = st.sampled_from([",{:02}", ",-", ",\u2013", ".{:02}", ""])


@given(st.integers(0, 9_999_999), st.integers(0, 99), GROUPED, ENDS, CURRENCIES)
def test_an_amount_is_what_was_written_or_it_is_refused(
    euros: int, cents: int, group: str, end: str, currency: str
) -> None:
    whole = f"{euros:,}".replace(",", group)
    text = currency.format(whole + end.format(cents))
    expected = Decimal(euros) + (Decimal(cents) / 100 if "{" in end else 0)
    is_one_group = group == "." and 1000 <= euros < 10**6 and end == ""
    is_mixed = group == "." and euros >= 1000 and end.startswith(".")
    assert values.amount_of(text) == (None if is_one_group or is_mixed else expected)


@given(st.text("0123456789., -\u2212\u00a0\u20ac", max_size=12))
def test_a_text_is_an_amount_with_the_digits_that_stand_there_or_none(text: str) -> None:
    amount = values.amount_of(text)
    if amount is not None:
        digits = "".join(c for c in text if c.isdigit())
        said = f"{amount}".replace(".", "")
        assert said.lstrip("0") in (digits.lstrip("0"), digits.lstrip("0") + "00")


TIMES = st.sampled_from(["", " 0:00", " 00:00:00", "T00:00:00", "T00:00:00Z", "T00:00:00+02:00"])


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)), TIMES, st.booleans())
def test_a_day_is_the_one_that_was_written(day: datetime.date, time: str, is_dutch: bool) -> None:
    text = f"{day.day}-{day.month}-{day.year}" if is_dutch else day.isoformat()
    assert values.day_of(text + time) == day
    assert values.day_of(text + time.replace("0:00", "0:01")) == (None if time else day)
