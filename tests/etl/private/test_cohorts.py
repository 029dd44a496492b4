"""Outcomes and costs, checked against cohorts that were worked out by hand, before protection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest

from tests import records
from tests.records import people, vouchers

Count = Callable[..., int]


@pytest.fixture
def count(database: Path, tmp_path: Path) -> Iterator[Callable[..., duckdb.DuckDBPyConnection]]:
    """Count one delivery and look at the records and exact counts."""
    with ExitStack() as stack:

        def of(**tables: list[records.Row]) -> duckdb.DuckDBPyConnection:
            records.write(tmp_path / "deliveries", **tables)
            made = records.counted(database, tmp_path / "deliveries", tmp_path / "made.duckdb")
            return stack.enter_context(made)

        yield of


def exact(made: duckdb.DuckDBPyConnection, subject: str, *, period: str = "", **traits: str) -> int:
    names, categories = [*traits, "", ""][:2], [*traits.values(), "", ""][:2]
    return made.execute(
        "select number from private.exact_cell where subject = ? and dimension_1 = ? "
        "and category_1 = ? and dimension_2 = ? and category_2 = ? and period = ?",
        [subject, names[0], categories[0], names[1], categories[1], period],
    ).fetchall()[0][0]


def leavers(number: int, first: int = 0, **values: object) -> list[records.Row]:
    return people(number, first, start_on="2018-08-01", exit_on="2018-12-31", **values)


def test_a_placement_counts_from_start_to_six_months_after_exit(count: Count) -> None:
    cases = {
        "2018-07-31": 1,  # before the start
        "2018-08-01": 2,  # on the first day
        "2018-10-01": 4,  # before exit
        "2019-06-30": 8,  # six months after exit, to the day
        "2019-07-01": 16,  # after six months
    }
    rows: list[records.Row] = []
    for day, number in cases.items():
        rows += leavers(number, len(rows), outcome="new_job", outcome_on=day)
    made = count(participation=rows)
    assert exact(made, "exit", outcome="new_job") == 2 + 4 + 8
    assert exact(made, "exit", outcome="new_job_outside") == 1 + 16
    assert exact(made, "exit") == sum(cases.values())


def test_people_in_work_are_never_placed(count: Count) -> None:
    rows = leavers(3, outcome="new_job", outcome_on="2018-12-31", position_at_start="permanent_job")
    rows += leavers(5, 3, outcome="retained", position_at_start="threatened_job")
    rows += leavers(
        7, 8, outcome="new_job", outcome_on="2018-12-31", position_at_start="temporary_job"
    )
    made = count(participation=rows)
    assert exact(made, "exit", outcome="new_job") == 7
    assert exact(made, "exit", outcome="advanced") == 3
    assert exact(made, "exit", outcome="retained") == 5
    assert exact(made, "exit", placement="placed") == 7
    assert exact(made, "exit", placement="not_counted") == 8
    assert exact(made, "exit", route="work_to_work") == 8


def test_an_exit_without_outcome_is_unknown_and_counts(count: Count) -> None:
    rows = leavers(4) + leavers(2, 4, outcome="none") + people(3, 6, start_on="2018-08-01")
    made = count(participation=rows)
    assert exact(made, "exit") == 6
    assert exact(made, "exit", outcome="unknown") == 4
    assert exact(made, "exit", outcome="none") == 2
    assert exact(made, "participation", stage="started") == 3


def test_what_cannot_be_measured_yet_is_apart_from_what_is_not_known(count: Count) -> None:
    # As of 2019-12-31: twelve months passed for an exit on 2018-12-31, not for one a day later.
    rows = leavers(3, at_work_12="yes") + leavers(2, 3, at_work_12="no") + leavers(4, 5)
    rows += people(6, 9, start_on="2018-08-01", exit_on="2019-01-01")
    made = count(participation=rows)
    found = {
        known: exact(made, "exit", at_work_12=known)
        for known in ("yes", "no", "unknown", "too_early")
    }
    assert found == {"yes": 3, "no": 2, "unknown": 4, "too_early": 6}
    assert exact(made, "exit", at_work_24="too_early") == 15
    assert exact(made, "exit", at_work_6="too_early") == 0


def test_two_vouchers_of_one_person_are_two_vouchers_and_one_person(count: Count) -> None:
    holder = people(1)
    again = people(1, 1, person_key="P-00000", intake_on="2019-02-01")
    other = people(1, 2)
    granted = vouchers(holder) + vouchers(
        holder, 1, voucher_kind="orientation", granted_eur="250.00"
    )
    granted += vouchers(again, 2) + vouchers(other, 3, voucher_state="withdrawn", paid_eur=None)
    made = count(participation=holder + again + other, voucher=granted)
    assert exact(made, "participation") == 3
    assert exact(made, "person") == 2
    assert exact(made, "voucher") == 3
    assert exact(made, "withdrawn_voucher") == 1
    assert exact(made, "voucher_person") == 1
    assert exact(made, "voucher_person", voucher_kind="training") == 1
    euros = made.execute(
        "select granted_eur, granted_eur_of_one, paid_eur from private.exact_cell "
        "where subject = 'voucher' and dimension_1 = '' and period = ''"
    ).fetchall()
    assert [float(value) for value in euros[0]] == [2250.0, 2250.0, 3000.0]


def test_years_and_quarters_follow_what_happened(count: Count) -> None:
    rows = leavers(2) + people(3, 2, intake_on="2019-04-01")
    made = count(participation=rows)
    assert exact(made, "participation", period="2018JJ00") == 2
    assert exact(made, "participation", period="2019JJ00") == 3
    assert exact(made, "participation", period="2019KW01") == 2
    assert exact(made, "participation", period="2019KW02") == 5
    assert exact(made, "exit", period="2018JJ00") == 2


def test_target_groups_overlap(count: Count) -> None:
    rows = people(2, target_groups="women;youth") + people(3, 2, target_groups="women")
    made = count(participation=rows)
    assert exact(made, "participation", target_group="women") == 5
    assert exact(made, "participation", target_group="youth") == 2
    assert exact(made, "participation") == 5


def test_a_voucher_has_the_tension_of_the_quarter_before_it(count: Count) -> None:
    """Class of 2018KW02 in the region of the home municipality; unknown where there is none."""
    holders = people(1) + people(1, 1, municipality_code="unknown")
    made = count(
        participation=holders,
        voucher=vouchers(holders, granted_on="2018-09-30", occupation_code="0731"),
    )
    wanted = made.execute(
        "select tension_class from region_figure inner join uwv_group_brc "
        "on uwv_group_code = breakdown where measure = 'tension' and brc_group_code = '0731' "
        "and period = '2018KW02' and region_code = (select arbeidsmarktregio_code from region_link "
        "where municipality_code = 'GM0200' and year = 2019)"
    ).fetchall()[0][0]
    assert wanted is not None
    assert exact(made, "voucher", tension_class=wanted) == 1
    assert exact(made, "voucher", tension_class="unknown") == 1


def test_vacancies_of_employers_and_interviews_have_their_own_counts(count: Count) -> None:
    rows = [
        {
            "vacancy_key": f"W-{n}",
            "employer_key": f"B-{n // 2}",
            "registered_on": "2018-09-01",
            "filled_on": "2018-10-01" if n < 3 else None,
            "municipality_code": "GM0200",
            "match_interviews": str(n),
        }
        for n in range(4)
    ]
    made = count(vacancy=rows)
    assert exact(made, "vacancy", filled="yes") == 3
    assert exact(made, "employer") == 2
    assert exact(made, "match_interview") == 0 + 1 + 2 + 3
    assert exact(made, "person") == 0


def test_no_record_reaches_the_public_database(database: Path, tmp_path: Path) -> None:
    rows = leavers(40)
    records.write(
        tmp_path / "deliveries", participation=rows, voucher=vouchers(rows, occupation_code="0731")
    )
    path = tmp_path / "made.duckdb"
    with records.published(database, tmp_path / "deliveries", path) as made:
        tables = made.execute(
            "select table_name from duckdb_tables() where database_name = 'monitor'"
        ).fetchall()
        status = made.execute(
            "select distinct dimension_1 = 'tension_class' as is_class, status from programme_cell "
            "order by all"
        ).fetchall()
        made.execute("checkpoint monitor")
        content = path.read_bytes()
    private = {"participation", "voucher", "record", "trait", "exact_cell", "delivered_voucher"}
    assert not private & {name for (name,) in tables}
    assert b"deliveries/gelders" in content
    assert b"D-00001" not in content
    assert b"P-00001" not in content
    # The classes of UWV that are loaded are fictitious, so what was made with them is too.
    assert status == [(False, "published"), (True, "sample")]


def test_a_result_is_counted_once_and_by_where_somebody_arrived(count: Count) -> None:
    """2 placed, 3 kept (1 advanced), 4 learned; 5 placed too late and 6 without outcome: none."""
    in_time, late = "2018-12-31", "2019-12-01"
    kept = leavers(2, 2, outcome="retained", position_at_start="threatened_job")
    advanced = leavers(1, 4, outcome="advanced", position_at_start="permanent_job")
    rows = leavers(2, outcome="new_job", outcome_on=in_time, to_occupation_code="0741")
    rows += kept + advanced
    rows += leavers(3, 5, outcome="work_place") + leavers(1, 8, outcome="training_completed")
    rows += leavers(5, 9, outcome="new_job", outcome_on=late) + leavers(6, 14)
    made = count(participation=rows)
    found = {subject: exact(made, subject) for subject in ("placed", "kept", "learned")}
    assert found == {"placed": 2, "kept": 3, "learned": 4}
    field = made.execute(
        "select technical_field from occupation where occupation_code = '0741' and is_technical"
    ).fetchall()[0][0]
    assert exact(made, "placed", to_field=field) == 2
    assert exact(made, "kept", to_field="unknown") == 3
    assert made.execute(
        "select count(*), count(distinct record_key) from private.record "
        "where subject in ('placed', 'kept', 'learned')"
    ).fetchall() == [(9, 9)]


@pytest.mark.parametrize("seed", range(4))
def test_no_division_by_region_field_or_tension_counts_a_record_twice(
    count: Count, seed: int
) -> None:
    """Whatever is delivered, the parts of each total, before protection, add up to that total."""
    made = count(**records.random_tables(seed, 120))
    for subject, field in (
        ("voucher", "field"),
        ("placed", "to_field"),
        ("kept", "to_field"),
        ("learned", "to_field"),
    ):
        parts = made.execute(
            "select dimension_1, dimension_2, sum(number) from private.exact_cell "
            "where subject = ? and period_kind = 'all' and (dimension_1, dimension_2) in "
            "(('region', ''), (?, ''), ('tension_class', ''), ('region', ?)) group by all",
            [subject, field, field],
        ).fetchall()
        assert len(parts) == 4
        assert {number for _, _, number in parts} == {exact(made, subject)}
    assert sum(exact(made, name) for name in ("placed", "kept", "learned")) <= exact(made, "exit")
    assert exact(made, "voucher") > exact(made, "voucher_person")
