"""The titles of the pages about krapte: the figure in front, nothing without its unit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
import sentences
import words as nl
from etl.database import DATABASE_VARIABLE
from words import measures

KINDS = {
    "provincie": "provincies",
    "arbeidsmarktregio": "arbeidsmarktregio's",
    "corop": "COROP-gebieden",
}
MOST_WORDS = 12
PER_1000 = ("vacancies_per_1000_labour_force", "T001081")


@pytest.fixture(autouse=True, scope="module")
def use_it(database: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATABASE_VARIABLE, str(database))
        yield


def ranked(measure: str, breakdown: str, kind: str, period: str) -> pd.DataFrame:
    return measures.texts(
        queries.regios.ranking(
            measure=measure, breakdown=breakdown, kind=kind, period=period, with_sample=False
        )
    )


def finding(measure: tuple[str, str], period: str, *names: str, kind: str = "provincie") -> str:
    rows = ranked(*measure, kind, period)
    return sentences.regions_finding(rows[rows["region_name"].isin(names)], KINDS[kind], "Bouw")


def test_one_region_stands_with_its_place_among_the_known() -> None:
    assert finding(PER_1000, "2026KW02", "Overijssel") == (
        "Overijssel: 38,0 vacatures per 1.000 beroepsbevolking, 3e van 7 bekende provincies"
    )
    assert finding(PER_1000, "2020KW02", "Overijssel").endswith("e van 12 provincies")
    bouw = finding(("open_vacancies", "350000"), "2026KW02", "Gelderland")
    assert bouw == "Gelderland: 4.100 vacatures in de bouw, 3e van 7 bekende provincies"


def test_two_regions_are_one_finding_with_two_figures() -> None:
    assert finding(PER_1000, "2026KW02", "Overijssel", "Gelderland") == (
        "Overijssel 38,0 en Gelderland 36,5 vacatures per 1.000 beroepsbevolking"
    )
    one_known = finding(PER_1000, "2026KW02", "Overijssel", "Zeeland")
    assert one_known == "Relatieve krapte: Overijssel 38,0 en Zeeland niet beschikbaar"


def test_more_regions_are_a_span_and_none_is_said() -> None:
    corop = ("Twente", "Noord-Overijssel", "Zuidwest-Overijssel")
    rate = ("unemployment_pct", "old_method")
    assert finding(rate, "2018JJ00", *corop, kind="corop") == (
        "Werkloosheid in 3 COROP-gebieden, 2018: 3,4% tot 4,0%"
    )
    assert finding(PER_1000, "2026KW02", "Zeeland") == (
        "Zeeland: geen cijfer over relatieve krapte"
    )


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_finding_is_short_and_names_every_region_or_how_many(data: st.DataObject) -> None:
    measure, breakdown, kind, period = data.draw(
        st.sampled_from(
            [
                (*PER_1000, "provincie", "2026KW02"),
                ("open_vacancies", "T001081", "provincie", "2018KW04"),
                ("vacancies_per_100_unemployed", "no", "provincie", "2021KW01"),
                ("unemployment_pct", "new_method", "provincie", "2023KW02"),
                ("unemployment_pct", "old_method", "corop", "2018JJ00"),
            ]
        )
    )
    rows = ranked(measure, breakdown, kind, period)
    chosen = data.draw(st.sets(st.sampled_from(list(rows["region_code"])), min_size=1, max_size=5))
    rows = rows[rows["region_code"].isin(chosen)]
    said = sentences.regions_finding(rows, KINDS[kind], "alle sectoren")
    basis = sentences.regions_basis(rows, "alle sectoren")
    own = sum(len(name.split()) for name in rows["region_name"]) if len(rows) < 3 else 0
    assert len(said.split()) <= MOST_WORDS + own and "(" not in said
    known = rows["figure_low"].notna().any()
    assert not known or all(name in said for name in rows["region_name"]) or len(rows) > 2
    assert rows["period_label"].iloc[0] in basis and basis.startswith("CBS, ")


def test_what_a_finding_rests_on_names_who_when_and_how_old() -> None:
    rows = ranked(*PER_1000, "provincie", "2026KW02")
    said = sentences.regions_basis(rows[rows["region_name"].eq("Overijssel")], "alle sectoren")
    age = nl.age(datetime.date(2023, 6, 30), datetime.date.today())
    assert said == (
        "CBS, 2e kwartaal 2026; alle sectoren; hier berekend met de beroepsbevolking van 2e "
        f"kwartaal 2023 ({age}); door afronding 37,9 tot 38,1."
    ) or nl.age(datetime.date(2026, 6, 30), datetime.date.today())


def test_a_period_ends_as_the_database_says_and_is_old_after_a_year(database: Path) -> None:
    with duckdb.connect(database, read_only=True) as connection:
        rows = connection.execute("select period, ends_on from period").fetchall()
    assert len(rows) > 400
    assert [nl.ended(code) for code, _ in rows] == [ends_on for _, ends_on in rows]
    day = datetime.date(2026, 11, 30)
    assert nl.aged("2e kwartaal 2026", "2026KW02", day) == "2e kwartaal 2026"
    assert nl.aged("2e kwartaal 2023", "2023KW02", day) == "2e kwartaal 2023 (3 jaar oud)"
    assert nl.aged("2025", "2025JJ00", datetime.date(2026, 12, 31)) == "2025 (1 jaar oud)"
    assert nl.aged("2025", "2025JJ00", datetime.date(2026, 12, 30)) == "2025"


def test_occupations_begin_with_the_one_in_which_most_people_work() -> None:
    rows = queries.beroepen.employed(selection="crafts", with_sample=False)
    assert sentences.most_employed(rows) == (
        "Technici bouwkunde en natuur: 141.000 werkenden in Nederland, de meeste van 19 "
        "beroepsgroepen"
    )
    own = rows[rows["brc_label"].eq("Machinemonteurs")]
    assert sentences.employed_in(own, "Machinemonteurs") == (
        "Machinemonteurs: 50.000 werkenden in Nederland, 11.000 minder dan een jaar eerder"
    )
    same = rows[rows["brc_label"].eq("Automonteurs")]
    assert "evenveel of bijna evenveel als een jaar eerder" in sentences.employed_in(same, "A")
    assert rows["employed"].is_monotonic_decreasing


def test_students_of_a_field_stand_among_all() -> None:
    rows = queries.mbo.older_students(with_sample=False)
    assert sentences.older_students(rows, "07") == (
        "Techniek: 95.975 van de 513.136 mbo-studenten in Nederland"
    )
    assert sentences.older_students(rows, "total") == "513.136 mbo-studenten in Nederland"
    assert rows["school_year"].is_monotonic_decreasing


def test_a_tension_is_named_per_class_tightest_first() -> None:
    row = {"status": "published", "tension_class": "tight"}
    rows = pd.DataFrame(
        [
            {**row, "region_name": "Twente", "class_label": "krap", "figure_low": 2.0},
            {**row, "region_name": "Achterhoek", "class_label": "zeer krap", "figure_low": 5.0},
            {**row, "region_name": "Zwolle", "class_label": "krap", "figure_low": 3.0},
        ]
    )
    assert sentences.tension_in_brief(rows, "Lassers") == (
        "Lassers: zeer krap in Achterhoek, krap in Zwolle en Twente"
    )
    assert sentences.tension_in_brief(rows.head(1), "Lassers") == "Lassers in Twente: krap"
    none = rows.assign(tension_class=None)
    assert sentences.tension_in_brief(none, "Lassers") == "Lassers: klasse niet bekend"
