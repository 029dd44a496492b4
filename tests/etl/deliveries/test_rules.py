"""The rules of a delivery: each with a good and a bad row at its edge."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from etl import programmes
from etl.database import RAW, ROOT
from etl.deliveries import engine
from etl.deliveries.examining import Wish
from etl.deliveries.findings import PERSONAL
from etl.deliveries.format import tables
from etl.deliveries.messages import LABELS, REASONS
from etl.deliveries.rules import DAYS, Bounds, broken
from etl.deliveries.store import Store
from tests.deliveries import (
    AS_OF,
    PROGRAMME,
    Row,
    csv_of,
    deliver,
    found,
    good,
    only,
    participation,
    vacancy,
    voucher,
    xlsx,
)

MAKE = {"participation": participation, "voucher": voucher, "vacancy": vacancy}
NOT_PLACED = {
    "outcome": "",
    "outcome_on": "",
    "outcome_in_technical": "",
    "to_occupation_code": "",
    "to_sector_code": "",
}
NOT_LEFT = {"exit_on": "", "at_work_6": "", "at_work_12": "", "at_work_24": ""}
UNPAID = {"voucher_state": "toegekend", "paid_on": "", "paid_eur": ""}

# Rule, table, column that is named, a row at the edge that passes, one beyond it.
EDGES: list[tuple[str, str, str, Row, Row]] = [
    (
        "outside_programme",
        "participation",
        "intake_on",
        {"intake_on": "2019-01-01"},
        {"intake_on": "2018-12-31"},
    ),
    (
        "outside_programme",
        "participation",
        "intake_on",
        {"intake_on": "2022-12-31", "start_on": "2023-05-01", **NOT_PLACED, **NOT_LEFT},
        {"intake_on": "2023-01-01", "start_on": "2023-05-01", **NOT_PLACED, **NOT_LEFT},
    ),
    (
        "start_on_before_intake_on",
        "participation",
        "start_on",
        {"start_on": "2020-02-03"},
        {"start_on": "2020-02-02"},
    ),
    (
        "exit_on_before_start_on",
        "participation",
        "exit_on",
        {"exit_on": "2020-03-02"},
        {"exit_on": "2020-03-01"},
    ),
    (
        "exit_on_before_intake_on",
        "participation",
        "exit_on",
        {"exit_on": "2020-02-03", "start_on": ""},
        {"exit_on": "2020-02-02", "start_on": ""},
    ),
    (
        "outcome_on_before_intake_on",
        "participation",
        "outcome_on",
        {"outcome_on": "2020-02-03"},
        {"outcome_on": "2020-02-02"},
    ),
    (
        "new_job_without_date",
        "participation",
        "outcome_on",
        {},
        {"outcome_on": ""},
    ),
    (
        "outcome_date_without_outcome",
        "participation",
        "outcome_on",
        {**NOT_PLACED},
        {**NOT_PLACED, "outcome_on": "2020-10-01"},
    ),
    (
        "outcome_date_without_outcome",
        "participation",
        "outcome_on",
        {"outcome": "behouden"},
        {**NOT_PLACED, "outcome": "geen", "outcome_on": "2020-10-01"},
    ),
    (
        "detail_without_outcome",
        "participation",
        "outcome_in_technical",
        {**NOT_PLACED, "outcome_in_technical": "onbekend"},
        {**NOT_PLACED, "outcome_in_technical": "ja"},
    ),
    (
        "detail_without_outcome",
        "participation",
        "to_occupation_code",
        {"outcome": "onbekend", "outcome_on": ""},
        {**NOT_PLACED, "outcome": "geen", "to_occupation_code": "0731"},
    ),
    (
        "detail_without_outcome",
        "participation",
        "to_sector_code",
        {"outcome": "doorgestroomd"},
        {**NOT_PLACED, "to_sector_code": "C"},
    ),
    (
        "after_as_of",
        "participation",
        "exit_on",
        {"exit_on": "2024-12-31", "at_work_6": "", "at_work_12": "", "at_work_24": ""},
        {"exit_on": "2025-01-01", "at_work_6": "", "at_work_12": "", "at_work_24": ""},
    ),
    (
        "after_as_of",
        "participation",
        "outcome_on",
        {"outcome_on": "2024-12-31"},
        {"outcome_on": "2025-01-01"},
    ),
    (
        "after_as_of",
        "participation",
        "start_on",
        {"start_on": "2024-12-31", **NOT_PLACED, **NOT_LEFT},
        {"start_on": "2025-01-01", **NOT_PLACED, **NOT_LEFT},
    ),
    (
        "not_yet_measurable",
        "participation",
        "at_work_6",
        {"exit_on": "2024-06-30", "at_work_12": "", "at_work_24": ""},
        {"exit_on": "2024-07-01", "at_work_12": "", "at_work_24": ""},
    ),
    (
        "not_yet_measurable",
        "participation",
        "at_work_12",
        {"exit_on": "2023-12-31", "at_work_24": ""},
        {"exit_on": "2024-01-01", "at_work_24": ""},
    ),
    (
        "not_yet_measurable",
        "participation",
        "at_work_24",
        {"exit_on": "2022-12-31"},
        {"exit_on": "2023-01-01"},
    ),
    (
        "not_yet_measurable",
        "participation",
        "at_work_6",
        {**NOT_LEFT},
        {**NOT_LEFT, "at_work_6": "ja"},
    ),
    (
        "outside_region",
        "participation",
        "municipality_code",
        {"municipality_code": "onbekend"},
        {"municipality_code": "Arnhem"},
    ),
    (
        "required",
        "participation",
        "position_at_start",
        {"position_at_start": "onbekend"},
        {"position_at_start": ""},
    ),
    ("outside_programme", "voucher", "granted_on", {}, {"granted_on": "2018-12-31"}),
    (
        "after_as_of",
        "voucher",
        "paid_on",
        {"paid_on": "2024-12-31"},
        {"paid_on": "2025-01-01"},
    ),
    (
        "paid_on_before_granted_on",
        "voucher",
        "paid_on",
        {"paid_on": "2020-03-02"},
        {"paid_on": "2020-03-01"},
    ),
    (
        "below_voucher_min",
        "voucher",
        "granted_eur",
        {"granted_eur": "500,00", **UNPAID},
        {"granted_eur": "499,99", **UNPAID},
    ),
    (
        "above_voucher_max",
        "voucher",
        "granted_eur",
        {"granted_eur": "5.000,00"},
        {"granted_eur": "5.000,01"},
    ),
    (
        "paid_above_granted",
        "voucher",
        "paid_eur",
        {"paid_eur": "2500"},
        {"paid_eur": "2500,01"},
    ),
    (
        "paid_without_amount",
        "voucher",
        "paid_eur",
        {"paid_eur": "0,01"},
        {"paid_eur": "0"},
    ),
    ("paid_without_amount", "voucher", "paid_eur", {}, {"paid_eur": ""}),
    ("paid_without_date", "voucher", "paid_on", {}, {"paid_on": ""}),
    (
        "amount_without_payment",
        "voucher",
        "paid_eur",
        {**UNPAID, "paid_eur": "0"},
        {**UNPAID, "paid_eur": "0,01"},
    ),
    (
        "date_without_payment",
        "voucher",
        "paid_on",
        {**UNPAID, "voucher_state": "ingetrokken"},
        {**UNPAID, "voucher_state": "ingetrokken", "paid_on": "2020-06-15"},
    ),
    (
        "participation_unknown",
        "voucher",
        "participation_key",
        {"participation_key": "D-0002"},
        {"participation_key": "D-0009"},
    ),
    ("funder", "voucher", "funder", {"funder": "regio deventer"}, {"funder": "UWV"}),
    ("outside_programme", "vacancy", "registered_on", {}, {"registered_on": "2018-12-31"}),
    (
        "after_as_of",
        "vacancy",
        "filled_on",
        {"filled_on": "2024-12-31"},
        {"filled_on": "2025-01-01"},
    ),
    (
        "filled_on_before_registered_on",
        "vacancy",
        "filled_on",
        {"filled_on": "2020-02-01"},
        {"filled_on": "2020-01-31"},
    ),
    (
        "outside_region",
        "vacancy",
        "municipality_code",
        {"municipality_code": "GM0153"},
        {"municipality_code": "GM0202"},
    ),
    ("whole", "vacancy", "match_interviews", {"match_interviews": "0"}, {"match_interviews": "-1"}),
]


def with_row(table: str, row: Row) -> bytes:
    delivery = good()
    delivery[table][0] = MAKE[table](1, **row)
    return xlsx(delivery)


@pytest.mark.parametrize(
    ("rule", "table", "column", "row"),
    [(rule, table, column, bad) for rule, table, column, _, bad in EDGES],
    ids=[f"{rule} {column} {n}" for n, (rule, _, column, _, _) in enumerate(EDGES)],
)
@pytest.mark.one_in(3)
def test_a_row_beyond_the_edge_is_refused_by_its_rule(
    rule: str, table: str, column: str, row: Row, tmp_path: Path
) -> None:
    label = tables()[table].label
    result = deliver(with_row(table, row), tmp_path)
    assert result.state == "refused"
    assert (label, 2, tables()[table].by_name[column].label, rule) in found(result)
    named = {(one.line, one.rule) for one in result.findings}
    assert named == {(2, rule)}, found(result)
    assert all(one.reason.endswith(".") for one in result.findings)


def rules() -> set[tuple[str, str]]:
    """Every rule with its table, as a table without rows meets it."""
    bounds = Bounds(PROGRAMME, frozenset(), AS_OF)
    kinds = {"date": "datetime64[s]", "money": "float64"}
    rows = {
        name: pd.DataFrame(
            {
                column.name: pd.Series(dtype=kinds.get(column.kind, "str"))
                for column in table.columns
            }
        )
        for name, table in tables().items()
    }
    return {
        (one.rule, name) for name in DAYS for one in broken(name, rows[name], bounds, frozenset())
    }


def test_every_rule_has_a_short_dutch_label_and_every_label_a_rule() -> None:
    ids = {rule for rule, _ in rules()} | {*REASONS, PERSONAL, "control_differs"}
    assert set(LABELS) == ids
    assert len(set(LABELS.values())) == len(LABELS)
    assert max(map(len, LABELS.values())) <= 30
    told = "".join(
        path.read_text("utf-8")
        for room in ("deliveries", "protocols")
        for path in (ROOT / "etl" / room).rglob("*.py")
        if path.name != "messages.py"
    )
    for rule in set(REASONS) - {rule for rule, _ in rules()}:
        assert f'"{rule}"' in told, f"nothing breaks {rule}"


@pytest.mark.parametrize(
    ("table", "row"),
    [(table, row) for _, table, _, row, _ in EDGES],
    ids=[f"{rule} {column} {n}" for n, (rule, _, column, _, _) in enumerate(EDGES)],
)
@pytest.mark.one_in(3)
def test_a_row_at_the_edge_is_taken(table: str, row: Row, tmp_path: Path) -> None:
    result = deliver(with_row(table, row), tmp_path)
    assert result.state == "accepted", found(result)


def test_every_rule_has_an_edge() -> None:
    tested = {(rule, table) for rule, table, *_ in EDGES}
    apart = {"duplicate", "amount_zero"}
    every = {(rule, table) for rule, table in rules() if rule not in apart}
    assert every - tested == set()
    assert len(every) > 20


def test_a_placement_after_exit_and_six_months_is_not_refused(tmp_path: Path) -> None:
    late = {"exit_on": "2020-09-30", "outcome_on": "2021-12-01"}
    assert deliver(with_row("participation", late), tmp_path).state == "accepted"


def test_a_key_that_stands_twice_is_refused_on_each_line_without_naming_it(tmp_path: Path) -> None:
    delivery = good(3)
    delivery["participation"][2]["participation_key"] = "D-0001"
    delivery["voucher"].pop()
    result = deliver(xlsx(delivery), tmp_path)
    assert [(one.line, one.rule, one.value) for one in result.findings] == [
        (2, "duplicate", ""),
        (4, "duplicate", ""),
    ]


def test_without_bounds_an_amount_is_still_more_than_nothing(tmp_path: Path) -> None:
    free = replace(PROGRAMME, voucher_min_eur=None, voucher_max_eur=None, ends_on=None)
    own = Store(tmp_path, "proef")
    for amount, state in (("0,01", "accepted"), ("99999", "accepted"), ("0", "refused")):
        delivery = good()
        delivery["voucher"] = [voucher(1, granted_eur=amount, **UNPAID)]
        with own.locked(lambda: None):
            result = engine.deliver(xlsx(delivery), free, own, Wish(as_of=AS_OF))
        assert result.state == state, (amount, found(result))
    assert only(result).rule == "amount_zero"


def test_a_finding_names_line_column_value_reason_and_rule(tmp_path: Path) -> None:
    result = deliver(with_row("voucher", {"granted_eur": "6000"}), tmp_path)
    assert str(only(result)) == (
        "voucher, regel 2, kolom Toegekend bedrag: 6000,00. Het bedrag ligt boven de bovengrens "
        "van een voucher, € 5.000,00. [above_voucher_max]"
    )


def test_each_wrong_cell_of_a_row_is_named(tmp_path: Path) -> None:
    row = {"intake_on": "", "exit_on": "2020-02-30", "position_at_start": "werkloos."}
    result = deliver(with_row("participation", row), tmp_path)
    assert {(one.column, one.rule, one.value) for one in result.findings} >= {
        ("Datum intake", "required", ""),
        ("Datum uitstroom", "date", "2020-02-30"),
        ("Positie bij de start", "code", "werkloos."),
    }


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    rows = [
        participation(n, position_at_start="" if n in (1, 3) else "werkloos") for n in (1, 2, 3)
    ]
    content = csv_of("participation", rows).replace(b"D-0002", b"\n\nD-0002")
    assert [one.line for one in deliver(content, tmp_path).findings] == [2, 6]


def test_municipalities_of_a_programme_include_those_that_were_merged() -> None:
    overijssel = replace(PROGRAMME, region_codes=("PV23",))
    inside = programmes.municipalities(overijssel)
    assert {"GM0150", "GM0153"} <= inside and "GM0202" not in inside
    assert len(inside) >= 25
    twente = programmes.municipalities(replace(PROGRAMME, region_codes=("AM05",)))
    assert "GM0153" in twente and "GM0193" not in twente
    gelderland = programmes.municipalities(replace(PROGRAMME, region_codes=("PV25",)))
    assert "GM0202" in gelderland
    groningen = programmes.municipalities(replace(PROGRAMME, region_codes=("PV20",)))
    assert {"GM1979", "GM0003", "GM0010", "GM0024"} <= groningen
    country = programmes.municipalities(replace(PROGRAMME, region_codes=("NL01",)))
    assert len(country) > 342 and inside <= country


def test_a_programme_has_the_widest_bounds_of_its_sources() -> None:
    found_programme = programmes.find("overijssels_vakmanschap", RAW)
    assert found_programme.starts_on == datetime.date(2018, 10, 6)
    assert (found_programme.voucher_min_eur, found_programme.voucher_max_eur) == (1000, 5000)
    assert found_programme.region_codes == ("PV23",) and found_programme.status == "published"
    assert found_programme.funders == ("provincie en sectoren samen",)


def test_the_canonical_rows_are_codes_iso_dates_and_amounts(tmp_path: Path) -> None:
    delivery = good(1)
    delivery["participation"][0] |= {"municipality_code": "onbekend", "exit_on": "30-9-2020"}
    delivery["participation"][0] |= {"aimed_occupation_code": "731", "from_sector_code": ""}
    delivery["participation"][0] |= {"target_groups": "vrouwen;45-plussers; vrouwen"}
    delivery["voucher"][0] |= {"granted_eur": "2.500,00", "funder": "provincie OVERIJSSEL"}
    deliver(xlsx(delivery), tmp_path)
    kept = {
        name: pd.read_parquet(tmp_path / "proef" / "1" / f"{name}.parquet").iloc[0].to_dict()
        for name in tables()
    }
    row = kept["participation"]
    assert list(row) == ["line", *tables()["participation"].by_name]
    assert row["line"] == 2
    assert (row["municipality_code"], row["exit_on"]) == ("unknown", "2020-09-30")
    assert (row["aimed_occupation_code"], row["position_at_start"]) == ("0731", "unemployed")
    assert row["target_groups"] == "aged_45_plus;women" and row["instruments"] == "coaching"
    assert pd.isna(row["from_sector_code"])
    assert kept["voucher"]["granted_eur"] == "2500.00"
    assert kept["voucher"]["funder"] == "Provincie Overijssel"
    assert kept["vacancy"]["municipality_code"] == "GM0150"
    assert kept["vacancy"]["match_interviews"] == "3"
