"""No hidden count can be worked out, whoever delivers what."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answers.tables import WORDS
from etl.database import DATABASE_VARIABLE, ROOT
from etl.private import relations, remembered
from etl.private.disclosure import Release, protect
from etl.private.relation_rows import Key
from etl.private.rules import AMOUNTS, Rules
from tests import records
from tests.attacker import FIELDS, SMALL, Attacker, Traits, traits_of
from tests.soak import examples

PUBLIC = "select * from programme_cell inner join programme_delivery using (programme_id)"
WIDTH = 5
TRIED = 25


def cells(**numbers: int) -> pd.DataFrame:
    """One table: the total of participations and its stages."""
    rows = [("participation", "", "", "", "", "all", "", sum(numbers.values()))]
    rows += [
        ("participation", "stage", stage, "", "", "all", "", n) for stage, n in numbers.items()
    ]
    frame = pd.DataFrame(rows, columns=[*Key._fields, "number"])
    frame["number_of_one"] = frame["number"].clip(upper=1)
    for amount in AMOUNTS:
        frame[amount] = frame[f"{amount}_of_one"] = 0.0
    return frame


def shown(frame: pd.DataFrame) -> list[float | None]:
    return [None if pd.isna(number) else number for number in frame["shown_number"]]


def test_counts_are_rounded_and_small_ones_hidden() -> None:
    got = protect(cells(a=0, b=9, c=10, d=12, e=13, f=1_000), Rules())
    assert shown(got)[1:3] == [None, None]
    assert shown(got)[4:] == [10, 15, 1_000]


def test_a_small_count_beside_one_other_hides_that_one_too() -> None:
    assert shown(protect(cells(a=2, b=20, c=40), Rules())) == [60, None, 20, 40]
    assert shown(protect(cells(a=2, b=20), Rules())) == [20, None, None]


def test_what_was_hidden_stays_hidden_while_nothing_changes() -> None:
    first = protect(cells(a=0, b=20), Rules())
    assert shown(first) == [20, None, None]
    again = protect(cells(a=0, b=20), Rules(), [Release(first, Rules(), 1)])
    assert shown(again) == shown(first)
    # One more in a: b alone could be shown, but then the zero of before is known.
    more = protect(cells(a=11, b=20), Rules(), [Release(first, Rules(), 1)])
    assert shown(more)[2] is None


def test_a_total_that_was_published_exactly_counts_as_known() -> None:
    frame = cells(a=4, b=14, c=12)
    total = Key("participation", "", "", "", "", "all", "")
    alone = protect(frame, Rules())
    assert shown(alone) == [30, None, 15, 10]
    known = protect(frame, Rules(width=7), published={total: 30})
    assert shown(known)[2] is None or shown(known)[3] is None


def table(subject: str, dimension: str = "", period: str = "", **numbers: int) -> pd.DataFrame:
    """Cells of one dimension, or the one cell ``total`` of no dimension."""
    kind = "year" if period else "all"
    rows = [
        (subject, dimension, category if dimension else "", "", "", kind, period, number)
        for category, number in numbers.items()
    ]
    frame = pd.DataFrame(rows, columns=[*Key._fields, "number"])
    frame["number_of_one"] = frame["number"].clip(upper=1)
    for amount in AMOUNTS:
        frame[amount] = frame[f"{amount}_of_one"] = 0.0
    return frame


def given_away(rules: Rules, *tables: pd.DataFrame) -> list[tuple[Traits, float, float]]:
    """What an attacker narrows of what is shown of these tables together."""
    got = protect(pd.concat(tables, ignore_index=True), rules)
    public = got.assign(number=got["shown_number"], as_of_on=rules.as_of)
    is_small = got["number"] < SMALL
    return narrowed([public], [traits_of(row) for row in got[is_small].to_dict("records")])


def test_a_route_is_its_positions_together() -> None:
    routes = table("participation", "route", work_to_work=22, without_job=40, unknown=0)
    positions = table(
        "participation",
        "position",
        permanent_job=11,
        self_employed=11,
        threatened_job=0,
        temporary_job=10,
        unemployed=30,
        in_education=0,
        inactive=0,
        unknown=0,
    )
    assert given_away(Rules(), table("participation", total=62), routes, positions) == []


def test_a_field_is_its_occupations_together() -> None:
    fields = table("voucher", "field", construction=22, other=46, unknown=0)
    occupations = {"0731": 11, "0732": 11, "0733": 0, "other": 46, "unknown": 0}
    rows = table("voucher", "occupation", **occupations)
    assert FIELDS["0731"] == FIELDS["0732"] == "construction"
    rows = rows[(rows["category_1"] != "0733") | (FIELDS["0733"] == "construction")]
    assert given_away(Rules(), table("voucher", total=68), fields, rows) == []


def test_who_did_not_begin_had_an_intake_only_or_left() -> None:
    stages = table("participation", "stage", intake=22, started=70, exited=8)
    begun = table("participation", "begun", yes=70, no=30)
    assert given_away(Rules(), table("participation", total=100), stages, begun) == []


def test_what_is_too_early_to_measure_follows_from_the_day_of_delivery() -> None:
    rules = Rules(as_of="2019-12-31")
    known = {"yes": 14, "no": 3, "unknown": 0}
    tables = [
        table("exit", total=67),
        table("exit", period="2017JJ00", total=17),
        table("exit", period="2018JJ00", total=50),
        table("exit", "at_work_24", **known, too_early=50),
        table("exit", "at_work_24", "2017JJ00", **known, too_early=0),
        table("exit", "at_work_24", "2018JJ00", yes=0, no=0, unknown=0, too_early=50),
    ]
    assert given_away(rules, *tables) == []


def test_who_has_a_voucher_has_one_of_some_kind() -> None:
    kinds = table("voucher_person", "voucher_kind", orientation=12, application=12, training=9)
    assert given_away(Rules(), table("voucher_person", total=33), kinds) == []


def vouchers(dimension: str, paid: dict[str, float], /, **numbers: int) -> pd.DataFrame:
    """Vouchers of 1 000 euro each, in all and by one dimension, with what was paid of them."""
    total = table("voucher", total=sum(numbers.values()))
    frame = pd.concat([total, table("voucher", dimension, **numbers)], ignore_index=True)
    frame["granted_eur"], frame["granted_eur_of_one"] = 1000.0 * frame["number"], 1000.0
    frame["paid_eur"] = [sum(paid.values()), *(paid.get(name, 0.0) for name in numbers)]
    frame["paid_eur_of_one"] = frame["paid_eur"].clip(upper=1000.0)
    return frame


def test_euros_that_were_paid_do_not_tell_how_many_vouchers_were_paid() -> None:
    frame = vouchers("voucher_state", {"paid": 8000.0}, granted=40, paid=8)
    got = protect(frame, Rules(1000, 1000))
    # 10 000 could only be rounded from 7 500 or more: at least 8 vouchers.
    assert got["shown_paid_eur"].isna().all()
    assert shown(got) == [50, None, None]


def test_paid_euros_that_would_tell_are_withheld_before_another_count_is() -> None:
    frame = vouchers("region", {"south": 8000.0}, north=33, south=8)
    got = protect(frame, Rules(1000, 1000))
    # North could have 2 000 at most of the 7 500 or more: south has at least 6 vouchers.
    assert shown(got) == [40, 35, None]
    assert got["shown_paid_eur"].isna().all()
    assert list(got["shown_granted_eur"])[:2] == [40_000, 35_000]
    # One more changes nothing about all that was paid, so it stays withheld.
    more = vouchers("region", {"south": 8000.0}, north=23, south=18)
    again = protect(more, Rules(1000, 1000), [Release(got, Rules(1000, 1000), 1)])
    assert pd.isna(again.loc[0, "shown_paid_eur"])
    assert not pd.isna(protect(more, Rules(1000, 1000)).loc[0, "shown_paid_eur"])


def test_paid_euros_that_were_shown_before_cannot_be_withheld_any_more() -> None:
    rules = Rules(1000, 1000)
    first = protect(vouchers("region", {"south": 8000.0}, north=23, south=18), rules)
    assert first.loc[0, "shown_paid_eur"] == 10_000
    after = vouchers("region", {"south": 8000.0}, north=33, south=8)
    assert shown(protect(after, rules))[1] == 35
    assert shown(protect(after, rules, [Release(first, rules, 1)]))[1] is None


def test_all_there_is_was_there_at_the_end_of_the_quarter_of_the_last_day() -> None:
    whole = Key("exit", "", "", "", "", "all", "")
    places = {whole: 0, whole._replace(period_kind="until_quarter", period="2019KW01"): 1}
    assert list(relations.sums(places, "2019-03-31")) == [(0, [1])]
    assert list(relations.sums(places, "2019-03-30")) == []
    assert list(relations.sums(places, "2019-06-30")) == []


def test_up_to_the_end_of_the_last_quarter_is_shown_just_as_all_there_is() -> None:
    whole = table("participation", "stage", intake=2, started=20, exited=40)
    whole["number_of_one"] = [1, 15, 1]
    until = whole.assign(period_kind="until_quarter", period="2019KW01")
    frame = pd.concat([until, table("participation", total=62), whole], ignore_index=True)
    got = protect(frame, Rules(as_of="2019-03-31"))
    numbers = shown(got)
    assert numbers[:3] == numbers[4:] and numbers[0] is None
    assert {*numbers[:4]} - {None}, "something is shown, and the same twice"


def test_the_quarter_that_ends_on_the_day_of_the_delivery_is_counted(
    database: Path, tmp_path: Path
) -> None:
    for day, last in (("2019-03-31", "2019KW01"), ("2019-03-30", "2018KW04")):
        folder = tmp_path / day
        records.write(folder / "deliveries", as_of=day, participation=records.people(40))
        with records.counted(database, folder / "deliveries", folder / "p.duckdb") as made:
            found = made.execute(
                "select period, number from private.exact_cell where subject = 'participation' "
                "and dimension_1 = '' and period_kind = 'until_quarter' order by period desc"
            ).fetchall()
        assert found[0] == (last, 40)


def small_ones(connection: object) -> list[Traits]:
    frame = connection.execute(  # type: ignore[attr-defined]
        "select * from private.exact_cell where number < $small", {"small": SMALL}
    ).df()
    return [traits_of(row) for row in frame.to_dict("records")]


def narrowed(public: list[pd.DataFrame], small: list[Traits]) -> list[tuple[Traits, float, float]]:
    """Every hidden count among the most exposed that an attacker brings within WIDTH."""
    attacker = Attacker(public)
    attacker.limit([traits for traits in small if traits in attacker.most])
    found: list[tuple[Traits, float, float]] = []
    for traits in attacker.most_exposed(TRIED):
        low, high = attacker.between(traits)
        if high - low < WIDTH - 1e-6:
            found.append((traits, low, high))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("number", [15, 34, 80, 200, 450])
@settings(max_examples=examples(1), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_no_attacker_narrows_a_hidden_count(
    database: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, number: int
) -> None:
    folder = tmp_path_factory.mktemp("random")
    records.write(folder / "deliveries", **records.random_tables(seed, number))
    with records.published(database, folder / "deliveries", folder / "public.duckdb") as made:
        public = made.execute(PUBLIC).df()
        small = small_ones(made)
    assert narrowed([public], small) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["csv", "parquet", "zip"])
def test_no_attacker_narrows_a_hidden_count_with_the_files_that_leave(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    records.write(tmp_path / "deliveries", **records.random_tables(5, 200))
    path = tmp_path / "public.duckdb"
    with records.published(database, tmp_path / "deliveries", path) as made:
        small = small_ones(made)
        shown = made.execute("select count(number) from programme_cell").fetchone()
    monkeypatch.setenv(DATABASE_VARIABLE, str(path))
    to = tmp_path / "files"
    command = [sys.executable, "-m", "exports", str(to), "--dataset", "programme_cells"]
    subprocess.run([*command, "--format", kind], cwd=ROOT, check=True)
    found = next(file for file in to.iterdir() if file.name != "LEESMIJ.txt")
    if kind == "zip":
        with zipfile.ZipFile(found) as packed:
            name = next(name for name in packed.namelist() if name.endswith("_machine.csv"))
            found = Path(packed.extract(name, tmp_path))
    codes = [*WORDS, ""]
    rows = (
        pd.read_parquet(found)
        if kind == "parquet"
        else pd.read_csv(found, keep_default_na=False, na_values={"number": codes})
    )
    rows = rows.fillna({"period": "", "dimension_1": "", "dimension_2": ""})
    assert shown == (rows["number"].count(),)
    assert rows["number"].isna().any() and (rows["number"].dropna() % 5 == 0).all()
    assert narrowed([rows], small) == []


def test_without_rounding_the_attacker_succeeds(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Rules, "rounded", lambda rules, number: number)
    records.write(tmp_path / "deliveries", **records.random_tables(5, 200))
    with records.published(database, tmp_path / "deliveries", tmp_path / "p.duckdb") as made:
        public = made.execute(PUBLIC).df()
        small = small_ones(made)
    assert narrowed([public], small)


@pytest.mark.slow
def test_two_releases_together_narrow_nothing(database: Path, tmp_path: Path) -> None:
    before = records.random_tables(3, 120)
    after = records.random_tables(3, 124)
    deliveries = tmp_path / "deliveries"
    records.write(deliveries, 1, **before)
    with records.published(database, deliveries, tmp_path / "1.duckdb") as made:
        first = made.execute(PUBLIC).df()
        exact_before = made.execute("select * from private.exact_cell").df()
    records.write(deliveries, 2, **after)
    with records.published(database, deliveries, tmp_path / "2.duckdb") as made:
        second = made.execute(PUBLIC).df()
        exact_after = made.execute("select * from private.exact_cell").df()
    assert len(remembered.releases(deliveries / records.PROGRAMME)) == 2
    same = exact_before.merge(exact_after, on=[*Key._fields, "number"])[list(Key._fields)]
    unchanged = [frame.merge(same, on=list(Key._fields)) for frame in (first, second)]
    is_small = same.merge(exact_after[exact_after["number"] < SMALL], on=list(Key._fields))
    small = [traits_of(row) for row in is_small.to_dict("records")]
    assert narrowed(unchanged, small) == []


def test_vouchers_outside_the_published_bounds_are_still_audited(
    database: Path, tmp_path: Path
) -> None:
    holders = records.people(40)
    granted = records.vouchers(holders[:20], granted_eur="90.00", paid_eur="90.00")
    granted += records.vouchers(holders[20:], 20, granted_eur="9010.00", paid_eur="9000.00")
    records.write(tmp_path / "deliveries", participation=holders, voucher=granted)
    with records.published(database, tmp_path / "deliveries", tmp_path / "p.duckdb") as made:
        found = made.execute(
            "select number, granted_eur, paid_eur from programme_cell "
            "where subject = 'voucher' and dimension_1 = '' and period = ''"
        ).fetchall()
        base = made.execute("select euro_base from programme_delivery").fetchall()
    assert base == [(5 * 9100,)]
    assert found == [(40, 182_000, 182_000)]


def test_many_vouchers_of_one_person_are_not_shown(database: Path, tmp_path: Path) -> None:
    holders = records.people(40)
    granted = records.vouchers([holders[0]] * 12) + records.vouchers(holders[1:6], 12)
    records.write(tmp_path / "deliveries", participation=holders, voucher=granted)
    with records.published(database, tmp_path / "deliveries", tmp_path / "p.duckdb") as made:
        found = made.execute(
            "select number, granted_eur, paid_eur from programme_cell where subject = 'voucher' "
            "and (number is not null or granted_eur is not null or paid_eur is not null)"
        ).fetchall()
    assert found == []
