"""What was done beside how tight it was, worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import queries
import sentences
import words as nl
from brand.classes import TIGHT
from drawings import quadrants
from etl.transform import ETL
from tests.programme_cells import TWENTE, Write, cell, delivery
from ui.programmas import what_if

QUARTERS = [f"{year}KW0{n}" for year in (2016, 2017, 2018) for n in (1, 2, 3, 4)] + ["2019KW01"]
DERIVE = (ETL / "derive" / "programme_tension.sql").read_text("utf-8")
SAMPLE = {"programme_id": "voorbeeldprogramma_a", "with_sample": True}


def tension(field: str, quarter: str, vacancies: int | None, ww: int | None, **more: object) -> str:
    """Write the tension of one techniekdomein in Twente, or in another region."""
    region, status = more.get("region", "AM05"), more.get("status", "estimated")
    low, high = ("null", "null") if vacancies is None else (vacancies, more.get("high", vacancies))
    people = "null" if ww is None else ww
    return (
        f"insert into field_tension values ('uwv_tension', '{region}', '{field}', '{quarter}', 1, "
        f"1, {low}, {high}, {people}, {people}, null, null, null, null, null, '{status}', 'uwv/1')"
    )


def quarterly(field: str, vacancies: int, ww: int, **more: object) -> list[str]:
    return [tension(field, quarter, vacancies, ww, **more) for quarter in QUARTERS]


def ask(subject: str = "voucher", grain: str = "field", **more: object) -> pd.DataFrame:
    asked = {"programme_id": TWENTE, "tight_from": 1.5, "much_from": None, "with_sample": False}
    return queries.krapte_en_inzet.quadrants(subject=subject, grain=grain, **asked | more)  # type: ignore[arg-type]


def by_field(frame: pd.DataFrame) -> dict[str, pd.Series]:
    return {str(row["field"]): row for _, row in frame.iterrows()}


EMPTY = ("delete from field_tension", delivery())


def test_effort_per_100_vacancies_is_of_the_mean_of_the_quarters_of_the_programme(
    write: Write,
) -> None:
    """Twente Werkt! ran from 2016KW01 to 2019KW01: 13 quarters.

    Metal: 100 vacancies in twelve of them and 360 in one, mean (12 x 100 + 360) / 13 = 120; with 50
    jobseekers each, 1 560 / 650 = 2.4 per person: tight. 60 vouchers, so 100 x 60 / 120 = 50 per
    100; rounded numbers may be 58 to 62: 48.3 to 51.7. All technical: 400 vacancies and 100
    vouchers, 25 per 100: that is much. Construction: 20 / 200 = 10 per 100 at 200 / 200 = 1.
    """
    metal = quarterly("metal_machinery", 100, 50)
    metal[3] = tension("metal_machinery", QUARTERS[3], 360, 50)
    write(
        *EMPTY,
        *metal,
        *quarterly("construction", 200, 200),
        *quarterly("all_technical", 400, 300),
        # A quarter after the programme is not of its mean, but it is what is known now.
        tension("metal_machinery", "2026KW02", 10, 100),
        cell("voucher", 100),
        cell("voucher", 60, field="metal_machinery", granted=75_000),
        cell("voucher", 20, field="construction"),
        DERIVE,
    )
    rows = by_field(ask())
    metal_row, bouw = rows["metal_machinery"], rows["construction"]
    assert metal_row["mean_vacancies"] == 120
    assert metal_row["per_100_vacancies"] == 50
    assert metal_row["per_100_low"] == pytest.approx(5800 / 120)
    assert metal_row["per_100_high"] == pytest.approx(6200 / 120)
    assert (metal_row["tension_ratio"], metal_row["class_label"]) == (pytest.approx(2.4), "krap")
    assert metal_row["now_class_label"] == "zeer ruim"
    assert (metal_row["quarters"], metal_row["known_quarters"]) == (13, 13)
    assert metal_row["much_from"] == 25
    assert "het eigen gemiddelde van dit programma, 25,00 per 100" in quadrants.legend(ask())
    assert "een gekozen grens: ten minste 60,00 per 100" in quadrants.legend(ask(much_from=60.0))
    assert metal_row["quadrant"] == "tight_much"
    assert bouw["quadrant"] == "loose_little"
    assert ask(much_from=60.0).set_index("field").loc["metal_machinery", "quadrant"] == (
        "tight_little"
    )
    assert ask(tight_from=0.67).set_index("field").loc["construction", "quadrant"] == (
        "tight_little"
    )


def test_what_rounding_leaves_open_has_no_quadrant_and_what_is_hidden_has_no_bounds(
    write: Write,
) -> None:
    """25 vouchers may be 23 to 27 per 100 vacancies; the threshold 25 lies between these."""
    write(
        *EMPTY,
        *quarterly("process_production", 100, 50),
        *quarterly("mobility", 100, 50),
        *quarterly("all_technical", 400, 200),
        cell("voucher", 100),
        cell("voucher", 25, field="process_production"),
        cell("voucher", None, field="mobility"),
        DERIVE,
    )
    rows = by_field(ask())
    assert rows["process_production"]["quadrant"] == "within_rounding"
    hidden = rows["mobility"]
    assert hidden["quadrant"] == "withheld"
    assert hidden[["per_100_low", "per_100_vacancies", "per_100_high"]].isna().all()


def test_counts_under_ten_that_cross_the_edge_leave_the_quadrant_open(write: Write) -> None:
    """50 to 80 vacancies per 50 jobseekers: 1.0 to 1.6, on both sides of 1.5."""
    write(
        *EMPTY,
        *quarterly("construction", 50, 50, high=80),
        *quarterly("all_technical", 400, 200),
        cell("voucher", 100),
        cell("voucher", 50, field="construction"),
        DERIVE,
    )
    row = by_field(ask())["construction"]
    assert (row["ratio_low"], row["ratio_high"]) == (1.0, 1.6)
    assert nl.is_missing(row["class_label"])
    assert row["quadrant"] == "within_rounding"
    assert quadrants.class_text(row) == "niet vast te stellen"


def test_a_quarter_without_a_figure_is_a_gap_and_not_nothing(write: Write) -> None:
    """12 quarters of 100 and one unknown: the mean stays 100."""
    rows = quarterly("construction", 100, 50)
    rows[5] = tension("construction", QUARTERS[5], None, None)
    write(
        *EMPTY,
        *rows,
        *quarterly("all_technical", 100, 50),
        cell("voucher", 20, field="construction"),
        cell("voucher", 20),
        DERIVE,
    )
    row = by_field(ask())["construction"]
    assert (row["mean_vacancies"], row["known_quarters"], row["quarters"]) == (100, 12, 13)
    assert "bekende kwartalen" in quadrants.legend(ask())


def test_fictitious_tension_never_stands_beside_a_real_programme_nor_the_other_way_round(
    write: Write,
) -> None:
    write(
        *EMPTY,
        *quarterly("construction", 100, 50, status="sample"),
        tension("construction", "2025KW04", 100, 50, region="AM09"),
        cell("voucher", 20),
        cell("voucher", 20, field="construction"),
        cell("voucher", 20, tension_class="tight", status="sample"),
        DERIVE,
    )
    assert ask(with_sample=True)["quadrant"].eq("no_tension").all()
    assert queries.krapte_en_inzet.changes(programme_id=TWENTE, with_sample=True).empty
    assert queries.krapte_en_inzet.landed(programme_id=TWENTE, with_sample=True).empty
    fictitious = queries.krapte_en_inzet.quadrants(
        subject="voucher", grain="field", tight_from=1.5, much_from=None, **SAMPLE
    )
    assert fictitious["quadrant"].isin({"no_tension"}).all()


def test_the_shipped_example_is_fictitious_on_both_sides(write: Write) -> None:
    write()
    frame = queries.krapte_en_inzet.quadrants(
        subject="voucher", grain="region_field", tight_from=1.5, much_from=None, **SAMPLE
    )
    assert set(frame["status"]) == {"sample"}
    assert set(frame["quadrant_status"]) == {"sample"}
    assert queries.krapte_en_inzet.quadrants(
        programme_id="voorbeeldprogramma_a",
        subject="voucher",
        grain="field",
        tight_from=1.5,
        much_from=None,
        with_sample=False,
    ).empty
    assert sentences.quadrants(frame) == sentences.NOTHING_TO_SAY


@pytest.mark.parametrize("subject", ["voucher", "placed", "kept", "learned"])
def test_a_number_is_the_one_of_programmas_for_the_same_selection(
    database: Path, monkeypatch: pytest.MonkeyPatch, subject: str
) -> None:
    monkeypatch.setenv("VAKKRACHTMONITOR_DATABASE", str(database))
    here = queries.krapte_en_inzet.quadrants(
        subject=subject, grain="region", tight_from=1.5, much_from=None, **SAMPLE
    )
    there = queries.programmas.cells(
        programme_ids=("voorbeeldprogramma_a",),
        subject=subject,
        dimension_1="region",
        dimension_2="",
        period_kind="all",
        with_sample=True,
    )
    assert here.set_index("region_code")["number"].to_dict() == pytest.approx(
        there.set_index("category_1")["number"].to_dict(), nan_ok=True
    )


def test_a_region_in_two_provinces_counts_once_in_all_regions_together(
    facts: duckdb.DuckDBPyConnection,
) -> None:
    """The vacancies of all regions of a programme are the sum over its different regions."""
    wrong = facts.execute(
        """
        select whole.programme_id, whole.technical_field
        from programme_tension as whole
        inner join (
            select programme_id, technical_field, sum(end_vacancies_low) as parts,
                count(*) = count(end_vacancies_low) as is_known
            from programme_tension
            where region_code <> ''
            group by programme_id, technical_field
        ) as part using (programme_id, technical_field)
        where
            whole.region_code = ''
            and part.is_known
            and whole.end_vacancies_low is distinct from part.parts
        """
    ).fetchall()
    assert wrong == []
    shared = facts.execute(
        "select count(*) from (select arbeidsmarktregio_code from region_part where year = 2026 "
        "and provincie_code in ('PV23', 'PV25') group by all having count(*) = 2)"
    ).fetchall()
    assert shared[0][0] > 0


def test_the_share_that_landed_where_it_was_tight_has_the_bounds_of_its_roundings(
    write: Write,
) -> None:
    """30 tight and 20 very tight of 100 vouchers: 50 %.

    Each number may be 2 off: (50 - 2 x 2) / (100 + 2) = 45.1 %, (50 + 2 x 2) / (100 - 2) = 55.1 %.
    Amounts to a multiple of 500 may be 250 off: (60 000 + 500) / (100 000 - 250) = 60.7 % and
    (60 000 - 500) / (100 000 + 250) = 59.4 %.
    """
    classes = {"tight": (30, 40_000), "very_tight": (20, 20_000), "unknown": (25, 30_000)}
    write(
        delivery(),
        cell("voucher", 100, granted=100_000),
        *(
            cell("voucher", number, granted=granted, tension_class=name, status="estimated")
            for name, (number, granted) in classes.items()
        ),
        cell("placed", 40),
        cell("placed", 20, tension_class="tight", status="estimated"),
        cell("placed", None, tension_class="very_tight", status="estimated"),
    )
    frame = queries.krapte_en_inzet.landed(programme_id=TWENTE, with_sample=False)
    row, placed = frame.iloc[0], frame.iloc[1]
    assert (row["tight_low_pct"], row["tight_high_pct"]) == (45, 56)
    assert (row["tight_eur_low_pct"], row["tight_eur_high_pct"]) == (59, 61)
    assert (row["unknown_low_pct"], row["unknown_high_pct"]) == (22, 28), "23 of 102 to 27 of 98"
    assert sentences.landed(row) == (
        "Van de toegekende voucher-euro's van **Twente Werkt! (Sectorplan Twente)** ging "
        "**59–61%** naar beroepen die bij toekenning krap of zeer krap waren (n = 100; voor 29–31% "
        "is de spanning onbekend)."
    )
    assert nl.is_missing(placed["tight_low_pct"])
    assert placed["tight_pct_sign"] == "withheld"
    assert sentences.landed(placed) == (
        "Over welk deel van de plaatsingen van **Twente Werkt! (Sectorplan Twente)** in krappe "
        "beroepen terechtkwam, is geen uitspraak mogelijk: te weinig om te tonen."
    )
    write("update programme_cell set number = 10 where category_1 = 'very_tight'")
    few = queries.krapte_en_inzet.landed(programme_id=TWENTE, with_sample=False).iloc[1]
    assert few["tight_pct_sign"] == "small_base" and nl.is_missing(few["tight_high_pct"])
    assert sentences.landed(few) == (
        "Van 40 plaatsingen van **Twente Werkt! (Sectorplan Twente)** kwamen er **30** terecht in "
        f"beroepen die {TIGHT} waren (voor een niet getoond deel is de spanning onbekend)."
    )


def test_what_is_tight_now_and_not_shown_is_never_said_to_be_nothing(write: Write) -> None:
    write(
        *EMPTY,
        *quarterly("construction", 100, 20),
        *quarterly("mobility", 100, 20),
        *quarterly("metal_machinery", 100, 100),
        *quarterly("all_technical", 300, 140),
        cell("voucher", 60),
        cell("voucher", None, region="AM05", field="construction"),
        cell("voucher", 10, region="AM05", field="mobility"),
        cell("voucher", 50, region="AM05", field="metal_machinery"),
        DERIVE,
    )
    rows = by_field(ask(grain="region_field"))
    assert rows["construction"]["spot"] == "tight_not_shown"
    assert sentences.white_spot(rows["construction"]) == (
        "**Bouw** in **Twente** (nu zeer krap, 1e kwartaal 2019): Twente Werkt! (Sectorplan "
        "Twente) toont geen aantal; het waren er minder dan tien, of het aantal is beschermd. Het "
        "kan ook buiten dit programma zijn opgepakt."
    )
    assert rows["mobility"]["spot"] == "tight_little"
    assert sentences.white_spot(rows["mobility"]) == (
        "**Mobiliteit** in **Twente** (nu zeer krap, 1e kwartaal 2019): weinig (10, ≈ 10,0 per 100 "
        "openstaande vacatures). Het kan ook buiten dit programma zijn opgepakt."
    )
    assert rows["metal_machinery"]["spot"] == "loose_much"


def test_what_changed_while_a_programme_ran_is_said_only_where_it_is_certain(write: Write) -> None:
    """Construction: 40 / 40 = 1 (average) in the first quarter, 80 / 40 = 2 (tight) in the last."""
    rising = quarterly("construction", 60, 40)
    rising[0] = tension("construction", QUARTERS[0], 40, 40)
    rising[-1] = tension("construction", QUARTERS[-1], 80, 40)
    unsure = quarterly("mobility", 50, 50, high=80)
    gap = quarterly("metal_machinery", 50, 50)
    gap[0] = tension("metal_machinery", QUARTERS[0], None, None)
    write(*EMPTY, *rising, *unsure, *gap, DERIVE)
    frame = queries.krapte_en_inzet.changes(programme_id=TWENTE, with_sample=False)
    rows = {row["technical_field"]: row for _, row in frame.iterrows()}
    assert sentences.tension_changed(rows["construction"]) == (
        "**Bouw** ging van gemiddeld (1e kwartaal 2016) naar krap (1e kwartaal 2019): het werd "
        "krapper."
    )
    later = {"is_other_season": True, "end_label": "2e kwartaal 2019"}
    assert not frame["is_other_season"].any()
    assert sentences.tension_changed(pd.Series({**rows["construction"], **later})).endswith(
        "het werd krapper. Het begin is een 1e kwartaal en het einde een 2e kwartaal: het "
        "jaargetijde kan meespelen, want deze cijfers zijn er niet voor gecorrigeerd."
    )
    assert sentences.tension_changed(rows["mobility"]) == (
        "Over mobiliteit is geen uitspraak mogelijk: het verschil ligt binnen wat getallen onder "
        "tien openlaten."
    )
    assert "geen cijfer bekend" in sentences.tension_changed(rows["metal_machinery"])


def test_vacancies_doubled_while_twente_werkt_ran(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAKKRACHTMONITOR_DATABASE", str(database))
    frame = queries.krapte_en_inzet.vacancies(programme_id=TWENTE, sector_codes=("307500",))
    assert [sentences.during(row) for _, row in frame.iterrows()] == [
        "Tijdens **Twente Werkt! (Sectorplan Twente)** (1 februari 2016 – februari 2019) liep het "
        "aantal vacatures in de industrie in Overijssel op van 1.100 naar 2.100 (1e kwartaal 2016 "
        "tot 1e kwartaal 2019); de opgave veranderde onderweg. CBS publiceert geen vacatures voor "
        "Twente."
    ]
    assert (frame["known_quarters"].iloc[0], frame["quarters"].iloc[0]) == (13, 13)


def test_regions_without_a_programme_are_those_outside_every_real_one(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAKKRACHTMONITOR_DATABASE", str(database))
    names = set(queries.krapte_en_inzet.regions_without_programme()["region_name"])
    assert {"Groningen", "Zeeland", "Zuid-Limburg"} <= names
    assert not names & {"Twente", "Achterhoek", "Noord-Holland Noord", "Regio Zwolle"}


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Wilson's interval at 95 %, z = 1.959964, written out."""
    z, p = 1.959964, successes / trials
    middle = p + z * z / (2 * trials)
    room = z * math.sqrt(p * (1 - p) / trials + z * z / (4 * trials**2))
    whole = 1 + z * z / trials
    return (middle - room) / whole, (middle + room) / whole


def test_what_if_multiplies_vouchers_by_the_difference_of_two_rates() -> None:
    """40 of 100 against 60 of 100, each 2 off at most.

    Low: 38 of 102, high: 42 of 98, and 58 of 102 to 62 of 98. Ten vouchers: 10 x (0.6 - 0.4) = 2
    more, at least 10 x (low of the second - high of the first).
    """
    source, target = what_if.rate(100, 40, 2), what_if.rate(100, 60, 2)
    assert source.middle == 0.4
    assert source.low == pytest.approx(wilson(38, 102)[0], abs=1e-6)
    assert source.high == pytest.approx(wilson(42, 98)[1], abs=1e-6)
    found = what_if.moved(10, source, target)
    assert found.middle == pytest.approx(2.0)
    assert found.low == pytest.approx(10 * (wilson(58, 102)[0] - wilson(42, 98)[1]), abs=1e-5)
    assert found.high == pytest.approx(10 * (wilson(62, 98)[1] - wilson(38, 102)[0]), abs=1e-5)
    assert sentences.supposed(10, "Bouw", "Mobiliteit", found) == (
        "10 vouchers van Bouw naar Mobiliteit: rekenkundig ongeveer **+2,0 nieuwe banen**, met een "
        "marge van −0,6 tot +4,4. De marge omvat nul: een verschil is niet aan te wijzen."
    )


def test_what_if_refuses_a_cohort_that_is_too_small() -> None:
    with pytest.raises(ValueError, match="too few"):
        what_if.rate(25, 10, 2)


def test_fewer_than_half_of_the_quarters_make_no_mean(write: Write) -> None:
    """5 of 13 quarters are known: nothing is said of the term, what is known now stands."""
    rows = [tension("construction", quarter, 100, 50) for quarter in QUARTERS[:5]]
    write(
        *EMPTY,
        *rows,
        tension("construction", "2026KW02", 100, 20),
        *quarterly("all_technical", 100, 50),
        cell("voucher", 20, field="construction"),
        cell("voucher", 20),
        DERIVE,
    )
    row = by_field(ask())["construction"]
    assert (row["known_quarters"], row["quadrant"]) == (5, "no_tension")
    assert nl.is_missing(row["mean_vacancies"])
    assert row["now_class_label"] == "zeer krap"


def test_an_end_of_which_only_the_year_is_known_is_no_quarter(write: Write) -> None:
    """Overijssels Vakmanschap ended in "2020"; Twente Werkt! in February 2019 (2019KW01)."""
    write(
        "update field_tension set status = 'published'",
        "update field_tension set quarter = '2019KW01' where quarter = '2026KW02'",
        DERIVE,
    )
    labels = [
        queries.krapte_en_inzet.changes(programme_id=one, with_sample=False)["end_label"]
        for one in (TWENTE, "overijssels_vakmanschap")
    ]
    assert set(labels[0]) == {"1e kwartaal 2019"}
    assert labels[1].isna().all()


def test_what_is_not_known_is_not_called_hidden(write: Write) -> None:
    frame = queries.krapte_en_inzet.quadrants(
        subject="voucher",
        grain="region_field",
        tight_from=1.5,
        much_from=None,
        **SAMPLE,  # type: ignore[arg-type]
    )
    unknown = frame[frame["mean_vacancies"].isna()]
    assert len(unknown) and set(unknown["mean_vacancies_sign"]) == {"missing"}
    assert set(frame.loc[frame["number"].isna(), "number_sign"]) == {"withheld"}
    assert frame.loc[frame["number"].notna(), "number_sign"].isna().all()
