"""The scoreboard and strips of programmes, worked out by hand from what was published."""

from __future__ import annotations

from typing import Any

import pytest

import queries
import sentences
from tests.programme_cells import TWENTE, Write, cell, delivery

EAST = ("PV23", "PV25")
GELDERLAND = "gelders_vakmanschap"
OVERIJSSEL = "overijssels_vakmanschap"
Row = dict[str, Any]


@pytest.fixture(autouse=True)
def as_shipped(write: Write) -> None:
    """Ask the database as the committed data makes it."""


def board(*, with_sample: bool = False, codes: tuple[str, ...] = EAST, **more: str) -> list[Row]:
    frame = queries.programmas.scoreboard(
        region_codes=codes, province_codes=codes, with_sample=with_sample, **more
    )
    return frame.to_dict("records")


def row_of(programme_id: str, **more: str) -> Row:
    return next(row for row in board(**more) if row["programme_id"] == programme_id)


def euros(row: Row) -> str:
    return sentences.euros(row).replace("\N{NO-BREAK SPACE}", " ")


def money_of(programme_id: str) -> list[Row]:
    frame = queries.programmas.money(programme_ids=(programme_id,), with_sample=False)
    return frame.to_dict("records")


def target(value: int, precision: str, source: str, relation: str = "conflict") -> str:
    """Write a target of Twente Werkt! for placements."""
    return (
        f"insert into programme_target values ('{TWENTE}', 'placements', 'all', '', '{source}', "
        f"{value}, 'persons', '{precision}', '{relation}', null, 'published', 'x/1', 99)"
    )


def result(value: int, source: str, precision: str = "exact") -> str:
    """Write a result of Twente Werkt! of the month in which it ended."""
    return (
        f"insert into programme_result values ('{TWENTE}', 'placements', '2019-02', 'total', "
        f"'all', '{source}', 'month', '2019-02-01', '2019-02-28', {value}, 'persons', "
        f"'{precision}', null, 'published', 'x/1', 99)"
    )


def test_each_programme_says_what_it_reached_of_its_target() -> None:
    said = {row["programme_id"]: (sentences.reached(row), sentences.share(row)) for row in board()}
    assert said == {
        TWENTE: ("1.312 van 1.400 of ten minste 1.300 plaatsingen", "94 of ten hoogste 101%"),
        OVERIJSSEL: ("560 van 470 vouchers", "119%"),
        GELDERLAND: ("750 vouchers; doel niet gepubliceerd", "–"),
        "gelders_vakmanschap_2": ("1.000 van 1.000 vergoede ontwikkelingsdagen", "100%"),
        "kansenplan_1000": (
            "doel per fase 1.000 en 500 trajecten; resultaat niet gepubliceerd",
            "–",
        ),
        "twents_fonds": ("doel 6.000 deelnemers; resultaat niet gepubliceerd", "–"),
        "techniektalent_nu": ("geen doel of resultaat gepubliceerd", "–"),
        "technisch_talent_werkt": ("34 van 150 plaatsingen", "23%"),
        "techniek_crisis_door": ("doel 300 vouchers; resultaat niet gepubliceerd", "–"),
    }


def test_what_else_is_known_stands_apart_from_the_result() -> None:
    assert sentences.besides(row_of("kansenplan_1000")) == ["wel 1.026 aanvragen"]
    assert sentences.besides(row_of(GELDERLAND)) == ["ten minste 900 beschikbaar, dat is geen doel"]
    [claim] = sentences.besides(row_of("technisch_talent_werkt"))
    assert claim.startswith("Techniekpact: “doel ruimschoots gehaald")


def test_those_of_the_area_come_first_then_what_most_is_known_of() -> None:
    rows = board(with_sample=True)
    assert [row["programme_id"] for row in rows[:3]] == [TWENTE, OVERIJSSEL, GELDERLAND]
    assert [row["is_near"] for row in rows] == [True] * 7 + [False] * 2 + [True] * 2
    assert [row["status"] for row in rows[-2:]] == ["sample"] * 2
    assert all(row["is_near"] for row in board(codes=("NL01",)))
    assert board(codes=("PV26",))[0]["programme_id"] == "techniek_crisis_door"


def test_euros_stand_by_stage_and_payer_and_are_not_added_up() -> None:
    assert [(euros(row), sentences.payer(row)) for row in money_of(TWENTE)] == [
        ("ten minste € 3 mln gerealiseerd", ""),
        ("€ 14,5 mln beschikbaar", ""),
        ("€ 6,9 mln gereserveerd", "ministerie van SZW"),
    ]
    assert [(euros(row), sentences.payer(row)) for row in money_of(GELDERLAND)] == [
        ("€ 1,8 of ten hoogste 2 mln beschikbaar", "Provincie Gelderland"),
        ("ten hoogste € 2 mln beschikbaar", "bedrijfsleven"),
    ]
    assert [sentences.payer(row) for row in money_of("kansenplan_1000")] == [
        "Provincie Overijssel, eerste ronde",
        "Provincie Overijssel, 2019",
    ]


def test_per_100_vacancies_is_of_the_mean_stock_until_the_result() -> None:
    """All sectors in Overijssel, 2016KW01 to 2019KW01, add up to 174 800: 13 446 on average.

    Rounded to hundreds it is 13 396 to 13 496. Of 1 312 placed about 150 were in Germany, which the
    source leaves out of regional ratios: 100 x 1 162 / 13 496 = 8.61, 100 x 1 312 / 13 396 = 9.79.
    """
    row = row_of(TWENTE)
    assert row["mean_open_vacancies"] == 13_400
    assert row["per_100_low"] == pytest.approx(8.610, abs=0.001)
    assert row["per_100_high"] == pytest.approx(9.794, abs=0.001)
    assert sentences.per_100(row) == "8,6–9,8 plaatsingen"
    assert sentences.elsewhere(row) == "; met of zonder 150 buiten de regio"
    until_march = row_of(GELDERLAND)
    # Industry in Gelderland, 2018KW02 to 2019KW01: 3 100, 2 900, 3 000, 3 100; 750 vouchers.
    assert until_march["per_100_low"] == pytest.approx(100 * 750 / 3_075)
    assert sentences.per_100(until_march) == "24–25 vouchers"


def test_where_nothing_per_100_can_be_said_the_reason_is_named() -> None:
    said = {row["programme_id"]: sentences.per_100(row) for row in board(with_sample=True)}
    assert said[OVERIJSSEL] == "alleen jaartal bekend"
    assert said["technisch_talent_werkt"] == "datum resultaat onbekend"
    assert said["gelders_vakmanschap_2"] == "geen personen geteld"
    assert said["twents_fonds"] == "geen resultaat gepubliceerd"
    assert said["voorbeeldprogramma_a"] == "verzonnen programma"
    frozen = row_of(TWENTE, until="2017KW01")
    assert sentences.per_100(frozen) == "geen vacaturecijfers toen", "5 of 13 quarters are known"


def test_per_100_is_refused_over_several_provinces(write: Write) -> None:
    write(f"insert into programme_region values ('{TWENTE}', 'PV25', 'published')")
    assert sentences.per_100(row_of(TWENTE)) == "meer dan één provincie"


def test_three_sources_leave_the_ends_and_two_results_as_well(write: Write) -> None:
    write(target(2000, "exact", "a"), result(1200, "b"))
    row = row_of(TWENTE)
    assert sentences.reached(row) == ("1.200 of 1.312 van ten minste 1.300 tot 2.000 plaatsingen")
    assert sentences.share(row) == "60 tot ten hoogste 101%"


def test_at_least_so_many_of_at_least_so_many_is_no_percentage(write: Write) -> None:
    write(
        f"delete from programme_target where programme_id = '{TWENTE}' and target = 1400",
        f"update programme_result set \"precision\" = 'at_least' where programme_id = '{TWENTE}'",
    )
    row = row_of(TWENTE)
    assert sentences.share(row) == "–"
    assert sentences.reached(row) == "ten minste 1.312 van ten minste 1.300 plaatsingen"


def test_what_a_programme_counted_itself_stands_where_no_source_has_a_newer_result(
    write: Write,
) -> None:
    write(delivery(), cell("exit", 1100, outcome="new_job"))
    assert sentences.reached(row_of(TWENTE)).startswith("circa 1.100 van ")
    write("update programme_delivery set as_of_on = '2018-12-31'")
    assert sentences.reached(row_of(TWENTE)).startswith("1.312 van ")


@pytest.mark.parametrize(
    ("programme_id", "said"),
    [
        (
            OVERIJSSEL,
            "560 vouchers · € 1,6 mln beschikbaar · per voucher niet te noemen, want wat er van "
            "het bedrag is uitgegeven, is niet gepubliceerd.",
        ),
        (
            TWENTE,
            "1.312 plaatsingen · ten minste € 3 mln gerealiseerd · per plaatsing niet te noemen, "
            "want van de uitgaven is geen precies bedrag gepubliceerd.",
        ),
        (
            GELDERLAND,
            "750 vouchers · € 1,8 of ten hoogste 2 mln beschikbaar · per voucher niet te noemen, "
            "want wat er van het bedrag is uitgegeven, is niet gepubliceerd en het aantal is een "
            "tussenstand.",
        ),
        ("kansenplan_1000", ""),
        ("gelders_vakmanschap_2", ""),
    ],
)
def test_euros_and_result_stand_together_with_why_they_are_not_divided(
    programme_id: str, said: str
) -> None:
    assert (
        sentences.not_divided(row_of(programme_id), money_of(programme_id)).replace(
            "\N{NO-BREAK SPACE}", " "
        )
        == said
    )


def strips(*ids: str, **more: str) -> list[Row]:
    return queries.krapte_en_inzet.strips(programme_ids=ids, **more).to_dict("records")


def test_a_strip_says_the_vacancies_before_at_start_at_end_and_now() -> None:
    [row] = strips(TWENTE)
    assert sentences.of_whom(row) == "Alle sectoren, Overijssel; CBS publiceert geen Twente"
    assert sentences.stocks(row) == [
        ("jaar ervoor", "7.900 (1e kw 2015)"),
        ("begin", "9.600 (1e kw 2016)"),
        ("einde", "17.600 (1e kw 2019)"),
        ("nu", "25.500 (2e kw 2026)"),
    ]
    assert sentences.changed(row) == "de opgave verdubbelde bijna"
    [row] = strips("technisch_talent_werkt")
    assert sentences.of_whom(row) == "Industrie, Noord-Holland"
    assert sentences.stocks(row)[-1] == ("laatst bekend", "2.000 (2e kw 2020)")
    assert strips("voorbeeldprogramma_a") == [], "no real vacancies beside a fictitious programme"


def test_a_change_is_said_as_far_as_dates_and_rounding_allow() -> None:
    ids = tuple(row["programme_id"] for row in board())
    assert {row["programme_id"]: sentences.changed(row) for row in strips(*ids)} == {
        TWENTE: "de opgave verdubbelde bijna",
        GELDERLAND: "binnen de afronding gelijk",
        OVERIJSSEL: "geen uitspraak: einde onbekend",
        "gelders_vakmanschap_2": "geen uitspraak: einde onbekend",
        "kansenplan_1000": "geen uitspraak: einde onbekend",
        "twents_fonds": "geen uitspraak: einde onbekend",
        "techniektalent_nu": "geen uitspraak: begin onbekend",
        "technisch_talent_werkt": "meer vacatures aan het eind",
        "techniek_crisis_door": "geen uitspraak: geen cijfers",
    }
    [frozen] = strips(TWENTE, until="2018KW04")
    assert sentences.changed(frozen) == "geen uitspraak: geen cijfers"


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (19_400, "de opgave verdubbelde"),
        (19_300, "de opgave verdubbelde bijna"),
        (16_000, "meer vacatures aan het eind"),
        (9_700, "binnen de afronding gelijk"),
        (9_500, "binnen de afronding gelijk"),
        (9_400, "minder vacatures aan het eind"),
        (5_400, "de opgave halveerde bijna"),
        (4_700, "de opgave halveerde"),
    ],
)
def test_a_change_holds_for_all_that_rounding_leaves_open(
    end: int, said: str, write: Write
) -> None:
    """The start is 9 600: 9 550 to 9 650."""
    write(
        f"update vacancies set open_vacancies = {end} where region_code = 'PV23' and "
        "sector_code = 'T001081' and quarter = '2019KW01'"
    )
    [row] = strips(TWENTE)
    assert sentences.changed(row) == said


def test_another_season_is_said(write: Write) -> None:
    write(
        f"update programme set ends_on_first = '2018-12-01', ends_on_last = '2018-12-31' "
        f"where programme_id = '{TWENTE}'"
    )
    [row] = strips(TWENTE)
    assert sentences.changed(row).endswith("; begin en einde van een ander seizoen")


def test_the_series_of_a_strip_has_every_quarter_and_its_term() -> None:
    rows = queries.krapte_en_inzet.strip_quarters(programme_ids=(TWENTE,)).to_dict("records")
    assert [row["quarter"] for row in (rows[0], rows[-1])] == ["2011KW01", "2026KW02"]
    assert len(rows) == 62, "missing quarters are rows"
    during = [row["quarter"] for row in rows if row["when_code"] == "during"]
    assert (during[0], during[-1], len(during)) == ("2016KW01", "2019KW01", 13)
    assert [row["quarter"] for row in rows if row["is_start"]] == ["2016KW01"]
    assert [row["quarter"] for row in rows if row["is_end"]] == ["2019KW01"]
