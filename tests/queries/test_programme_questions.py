"""What is asked of the protected cells: shares only of two shown numbers, and never a sum."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import queries
import sentences
import words as nl
from drawings import programme_bars
from etl.database import DATABASE_VARIABLE
from tests import records
from tests.programme_cells import TWENTE, Write, cell, delivery
from tests.records import people, vouchers
from ui.parts import tables
from ui.programmas import cells as shown_cells

OVERIJSSEL = "overijssels_vakmanschap"
GELDERLAND = records.PROGRAMME


def ask(question: str, *ids: str, with_sample: bool = False, **more: str) -> pd.DataFrame:
    found: pd.DataFrame = getattr(queries.programmas, question)(
        programme_ids=ids or (TWENTE,), with_sample=with_sample, **more
    )
    return found


def cells(subject: str, one: str, two: str = "", kind: str = "all") -> pd.DataFrame:
    return ask("cells", subject=subject, dimension_1=one, dimension_2=two, period_kind=kind)


def missing(value: object) -> bool:
    return nl.is_missing(value)


def between(row: pd.Series, name: str = "of_whole") -> tuple[float, float]:
    return row[f"{name}_low_pct"], row[f"{name}_high_pct"]


def test_a_real_delivery_is_followed_from_intake_to_outcome(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {"start_on": "2018-08-01", "exit_on": "2018-12-31"}
    placed = people(60, **left, outcome="new_job", outcome_on="2018-12-31")
    rest = people(40, 60, **left, outcome="none") + people(20, 100, **left)
    kept = people(30, 120, **left, outcome="retained", position_at_start="permanent_job")
    going = people(25, 150, start_on="2018-08-01")
    everybody = [*placed, *rest, *kept, *going, *people(15, 175)]
    granted = vouchers(everybody[:60])
    granted += vouchers(
        everybody[60:100], 60, granted_on="2019-05-01", voucher_state="granted", paid_eur=None
    )
    records.write(tmp_path / "deliveries", participation=everybody, voucher=granted)
    public = tmp_path / "public.duckdb"
    with records.published(database, tmp_path / "deliveries", public):
        pass
    monkeypatch.setenv(DATABASE_VARIABLE, str(public))
    steps = ask("funnel", GELDERLAND).set_index("step")
    assert steps.loc[["intake", "start", "exit", "new_job"], "number"].tolist() == [
        190,
        175,
        150,
        60,
    ]
    assert between(steps.loc["new_job"]) == (38, 42), "58 of 152 to 62 of 148"
    assert missing(steps.loc["intake", "of_whole_low_pct"])
    assert missing(steps.loc["intake", "of_whole_pct_sign"])
    assert set(steps["status"]) == {"published"} and set(steps["share_status"]) == {"estimated"}
    rate = ask("placement_rate", GELDERLAND).set_index("period_label")
    whole = rate.loc["hele looptijd"]
    assert (whole["placed"], whole["exits_without_job"]) == (60, 120)
    assert between(whole, "placed") == (47, 53), "58 of 122 to 62 of 118"
    assert whole["outcome_unknown"] == 20
    # Nobody left in 2019: showing 2018 would tell that.
    assert set(rate.loc[["2018", "2019"], "placed_pct_sign"]) == {"withheld"}
    until = ask(
        "cells",
        GELDERLAND,
        subject="voucher",
        dimension_1="",
        dimension_2="",
        period_kind="until_quarter",
    )
    shown = until.dropna(subset="number").set_index("period")
    assert {"2018KW03": 60, "2019KW02": 100}.items() <= shown["number"].to_dict().items()
    assert shown["number"].is_monotonic_increasing
    assert until["of_whole_low_pct"].isna().all() and shown["of_whole_pct_sign"].isna().all()


@pytest.mark.parametrize("placed", [30, None])
@pytest.mark.parametrize("leavers", [60, None])
def test_a_rate_needs_both_its_numbers(
    write: Write, placed: int | None, leavers: int | None
) -> None:
    write(
        delivery(),
        cell("exit", leavers, period="2018JJ00", route="without_job"),
        cell("exit", placed, period="2018JJ00", placement="placed"),
        cell("exit", None, period="2018JJ00", placement="unknown"),
    )
    row = ask("placement_rate").iloc[0]
    both = placed is not None and leavers is not None
    assert missing(row["placed_low_pct"]) != both
    assert missing(row["placed_pct_sign"]) == both
    assert row["outcome_unknown_sign"] == "withheld"
    if both:
        assert between(row, "placed") == (45, 56), "28 of 62 to 32 of 58"
    said = nl.rate(row, "placed", "placed", "exits_without_job")
    shown = tables.html(
        ask("placement_rate").assign(placed_pct=said),
        ["period_label", "placed_pct", "placed", "exits_without_job", "outcome_unknown"],
        "x",
    )
    assert shown.count(">•<") == 1 + (placed is None) + (leavers is None) + (not both)


def test_a_rate_went_up_or_down_only_where_the_ranges_of_two_years_lie_apart(
    write: Write,
) -> None:
    """65 of 95 is 64-73, 45 of 85 is 49-57, 55 of 90 is 57-65; of 35 there is no percentage."""
    years = {"2016": (35, 25), "2017": (95, 65), "2018": (85, 45), "2019": (90, 55)}
    write(
        delivery(),
        *(
            cell("exit", left, period=f"{y}JJ00", route="without_job")
            for y, (left, _) in years.items()
        ),
        *(
            cell("exit", got, period=f"{y}JJ00", placement="placed")
            for y, (_, got) in years.items()
        ),
    )
    frame = ask("placement_rate")
    said = [nl.rate(row, "placed", "placed", "exits_without_job") for _, row in frame.iterrows()]
    assert said == ["25 van 35", "64–73%", "49–57%", "57–65%"]
    assert frame["direction"].fillna("").tolist() == ["", "", "down", "unsure"]
    assert sentences.placement_moved(frame) == (
        "Het plaatsingspercentage daalde van 64–73% (2017) naar 49–57% (2018). Tussen de andere "
        "opeenvolgende jaren is geen stijging of daling aan te wijzen: het verschil valt binnen de "
        "afronding."
    )
    assert sentences.placement_moved(frame.iloc[:2]) == ""
    assert sentences.placement_moved(frame.iloc[2:].assign(direction=[None, "unsure"])) == (
        "Tussen opeenvolgende jaren is geen stijging of daling aan te wijzen: het verschil valt "
        "binnen de afronding."
    )


@pytest.mark.parametrize(
    ("start", "left", "of_start"),
    [(80, 40, (46, 54)), (None, 20, None), (80, None, None), (45, 20, None)],
)
def test_a_step_has_a_share_only_of_a_shown_step(
    write: Write, start: int | None, left: int | None, of_start: tuple[int, int] | None
) -> None:
    write(
        delivery(),
        cell("participation", 90),
        cell("participation", start, begun="yes"),
        cell("exit", left),
        cell("exit", 10, outcome="new_job"),
    )
    steps = ask("funnel").set_index("step")
    exits = steps.loc["exit"]
    if of_start:
        assert between(exits) == of_start and missing(exits["of_whole_pct_sign"])
    else:
        assert missing(exits["of_whole_low_pct"]) and missing(exits["of_whole_high_pct"])
        is_small = start is not None and left is not None
        assert exits["of_whole_pct_sign"] == ("small_base" if is_small else "withheld")
        said = "20 van 45" if is_small else nl.SIGNS["withheld"] if left is None else "20"
        assert programme_bars.value_text(exits) == said
    hidden = steps.loc["new_job", "of_whole_pct_sign"]
    assert hidden == ("withheld" if left is None else "small_base")


def test_at_work_is_of_whom_it_could_be_known_and_what_is_not_known_stands_apart(
    write: Write,
) -> None:
    """100 left, of whom 20 too recently: 80, four more or less, could be measured."""
    write(
        delivery(),
        cell("exit", 100),
        cell("exit", 40, at_work_12="yes"),
        cell("exit", None, at_work_12="no"),
        cell("exit", 15, at_work_12="unknown"),
        cell("exit", 20, at_work_12="too_early"),
        cell("exit", 30, at_work_12="yes", route="without_job"),
    )
    frame = ask("at_work")
    assert frame["known_label"].tolist() == [
        "aan het werk",
        "niet aan het werk",
        "niet bekend",
        "nog niet meetbaar",
    ]
    assert frame["whole_number"].fillna(-1).tolist() == [80, 80, 80, -1]
    assert frame["of_whole_low_pct"].fillna(-1).tolist() == [45, -1, 15, -1]
    assert frame["of_whole_high_pct"].fillna(-1).tolist() == [56, -1, 23, -1]
    signs = [None, "withheld", None, "not_applicable"]
    assert frame["of_whole_pct_sign"].replace({float("nan"): None}).tolist() == signs
    assert sentences.still_at_work(frame) == (
        "Van 80 uitgestroomde deelnames die na 12 maanden te meten waren, werkten er **40** "
        "(45–56%); van 15 daarvan is het niet bekend. Voor nog eens 20 is het te vroeg. Bruto; "
        "netto-effect niet vastgesteld."
    )
    hidden = frame.assign(number=frame["number"].where(frame["known"].ne("too_early")))
    assert "nog eens een niet getoond aantal is het te vroeg" in sentences.still_at_work(hidden)
    write("update programme_cell set number = null, sign = 'withheld' where dimension_1 = ''")
    assert sentences.still_at_work(ask("at_work")) == (
        "Over werk na 12 maanden van **Twente Werkt! (Sectorplan Twente)** is geen uitspraak "
        "mogelijk: te weinig personen om te tonen."
    )
    assert sentences.still_at_work(frame.assign(status="sample")) == sentences.NOTHING_TO_SAY


def test_who_could_be_measured_is_the_sum_of_the_answers_where_all_or_the_rest_is_not_shown(
    write: Write,
) -> None:
    """Three answers of 30, 20 and 10 may each be two off: 60, six more or less."""
    answers = {"yes": 30, "no": 20, "unknown": 10}
    write(
        delivery(),
        cell("exit", 65),
        *(cell("exit", number, at_work_6=known) for known, number in answers.items()),
        cell("exit", None, at_work_6="too_early"),
        cell("exit", None, route="without_job"),
        *(
            cell("exit", number, at_work_12=known, route="without_job")
            for known, number in answers.items()
        ),
        cell("exit", 40, at_work_12="too_early", route="without_job"),
        cell("exit", 30, route="work_to_work"),
        cell("exit", 25, at_work_12="too_early", route="work_to_work"),
        cell("exit", None, at_work_12="yes", route="work_to_work"),
    )
    later = cells("exit", "at_work_12", "route").set_index(["category_2", "category_1"])
    for row in (ask("at_work").iloc[0], later.loc[("without_job", "yes")]):
        assert row["whole_number"] == 60
        assert between(row) == (42, 60), "28 of 66 to 32 of 54"
    few = later.loc[("work_to_work", "yes")]
    assert missing(few["whole_number"]) and few["whole_number_sign"] == "withheld", "five or so"


def test_a_share_within_two_dimensions_is_of_the_second(write: Write) -> None:
    write(
        delivery(),
        cell("exit", 200),
        cell("exit", 80, target_group="women"),
        cell("exit", None, target_group="youth"),
        cell("exit", 20, outcome="new_job", target_group="women"),
        cell("exit", 10, outcome="new_job", target_group="youth"),
        cell("exit", None, outcome="none", target_group="women"),
    )
    frame = cells("exit", "outcome", "target_group").set_index(["category_1", "category_2"])
    assert between(frame.loc[("new_job", "women")]) == (21, 29), "18 of 82 to 22 of 78"
    assert missing(frame.loc[("new_job", "youth"), "of_whole_low_pct"])
    assert frame.loc[("new_job", "youth"), "of_whole_pct_sign"] == "withheld"
    assert frame.loc[("none", "women"), "of_whole_pct_sign"] == "withheld"
    groups = cells("exit", "target_group").set_index("category_1")
    assert between(groups.loc["women"]) == (38, 42), "78 of 202 to 82 of 198"


def test_euros_that_are_not_shown_beside_a_number_have_the_mark(write: Write) -> None:
    write(
        delivery(),
        cell("voucher", 60, granted=60_000, paid=50_000),
        cell("voucher", 40, granted=40_000, paid=30_000, voucher_kind="training"),
        cell("voucher", 20, voucher_kind="orientation"),
    )
    frame = cells("voucher", "voucher_kind")
    row = frame.set_index("category_1").loc["orientation"]
    assert between(row) == (29, 38) and row["granted_eur_sign"] == "withheld"
    assert programme_bars.value_text(row, euros=True) == "20 (29–38% van 60) · niet getoond"
    assert tables.html(frame, ["category_1_label", "number", "granted_eur"], "x").count(">•<") == 1
    told = programme_bars.words(frame, "category_1_label", euros=True)
    assert told.startswith("scholing 40 (61–73% van 60) · €")


def test_fictitious_cells_are_left_out_everywhere(write: Write) -> None:
    ids = ("voorbeeldprogramma_a", "voorbeeldprogramma_b")
    questions = ("deliveries", "realised", "pace", "funnel", "at_work", "placement_rate")
    for question in (*questions, "employers", "funders", "voucher_value", "costs", "compare"):
        assert len(ask(question, *ids, with_sample=True)), question
        assert ask(question, *ids).empty, question
    table = {"subject": "voucher", "dimension_1": "field", "dimension_2": "", "period_kind": "all"}
    assert len(ask("cells", *ids, with_sample=True, **table)) and ask("cells", *ids, **table).empty
    write(
        delivery(),
        cell("voucher", 40, tension_class="tight", status="sample"),
        cell("voucher", 20, tension_class="loose", status="estimated"),
    )
    assert cells("voucher", "tension_class")["status"].tolist() == ["estimated"]


@pytest.mark.parametrize(
    ("as_of", "kind"),
    [
        ("2019-01-31", "interim"),
        ("2019-02-15", "perhaps_final"),
        ("2019-02-28", "final"),
    ],
)
def test_a_result_is_final_once_the_programme_has_ended(
    write: Write, as_of: str, kind: str
) -> None:
    write(delivery(as_of=as_of), cell("exit", 700, outcome="new_job"))
    frame = ask("realised")
    assert set(frame["result_kind"]) == {kind}
    assert frame["target_realisation_pct"].tolist() == [50, 54]
    assert frame["realisation_precision"].tolist() == ["approximate", "at_most"]
    assert set(frame["realisation_status"]) == {"estimated"}


def test_a_target_is_compared_in_its_own_unit_and_group(write: Write) -> None:
    write(
        delivery(OVERIJSSEL, "2020-12-31"),
        cell("voucher", 400, programme_id=OVERIJSSEL),
        cell("voucher", 150, programme_id=OVERIJSSEL, target_group="jobseekers"),
        cell("voucher", None, programme_id=OVERIJSSEL, target_group="employed"),
        cell("voucher", 10, programme_id=OVERIJSSEL, target_group="hybrid_teachers"),
        delivery("gelders_vakmanschap_2"),
        delivery(GELDERLAND),
        cell("voucher", 700, programme_id=GELDERLAND),
    )
    frame = ask("realised", OVERIJSSEL).set_index("target_group")
    assert frame["target_realisation_pct"].fillna(-1).to_dict() == {
        "all": 85,
        "jobseekers": 75,
        "employed": -1,
        "hybrid_teachers": 50,
    }
    assert frame.loc["employed", "reason"] == "withheld"
    assert sentences.counted(frame.reset_index()) == (
        "**Overijssels Vakmanschap** telde 400 vouchers, van de beoogde 470 (circa 85%; eindstand, "
        "31 december 2020); bij werkzoekenden 150 van de 200 en bij hybride docenten 10 van de 20."
    )
    assert ask("realised", "gelders_vakmanschap_2").iloc[0]["reason"] == "not_counted"
    capacity = ask("realised", GELDERLAND).iloc[0]
    assert capacity["reason"] == "capacity" and missing(capacity["target_realisation_pct"])
    assert capacity["number"] == 700
    write("update programme_cell set number = null, sign = 'withheld'")
    assert sentences.counted(ask("realised", OVERIJSSEL)) == (
        "Over vouchers van **Overijssels Vakmanschap** is geen uitspraak mogelijk: te weinig "
        "personen om te tonen."
    )
    assert sentences.counted(frame.assign(status="sample")) == sentences.NOTHING_TO_SAY


def test_pace_is_only_for_running_programmes_and_says_what_it_assumes(write: Write) -> None:
    dated = (
        "update programme set starts_on_first = '2018-01-01', "
        "starts_on_precision = 'day', ends_on_last = '2021-12-31', ends_on_precision = 'day' "
        f"where programme_id = '{OVERIJSSEL}'"
    )
    write(
        delivery(OVERIJSSEL, "2018-12-31"),
        cell("voucher", 100, programme_id=OVERIJSSEL),
        cell("voucher", None, programme_id=OVERIJSSEL, target_group="employed"),
    )
    write(dated)
    assert ask("pace", OVERIJSSEL).empty
    write(f"update programme set state = 'running' where programme_id = '{OVERIJSSEL}'")
    frame = ask("pace", OVERIJSSEL).set_index("target_group")
    row = frame.loc["all"]
    assert (row["term_passed_pct"], row["even_course"]) == (25, 117)
    assert (row["pace_pct"], row["forecast"]) == (85, 400)
    hidden = frame.loc["employed"]
    assert missing(hidden["pace_pct"]) and missing(hidden["forecast"])
    assert hidden["even_course"] == 62
    assert sentences.on_pace(row) == (
        "**Overijssels Vakmanschap** telde op 31 december 2018 100 vouchers: 85% ten opzichte van "
        "een gelijkmatig verloop (117). Gaat het per dag door zoals tot nu toe, dan eindigt het "
        "rond 400 van de beoogde 470."
    )
    assert "geen uitspraak mogelijk: te weinig personen" in sentences.on_pace(hidden)
    write("update programme_delivery set as_of_on = '2022-01-01'")
    assert ask("pace", OVERIJSSEL).empty


def test_what_is_free_needs_one_budget_and_shown_euros(write: Write) -> None:
    budget = (
        "insert into programme_budget select 'twente_werkt', 'contribution', 'available', '{0}', "
        "'programme', '{2}', {1}, 'exact', null, 'published', 'r', 900 "
    )
    write(
        delivery(),
        budget.format("gemeente", 90_000, "a"),
        budget.format("sector", 50_000, "a"),
        budget.format("sector", 60_000, "b"),
        cell("voucher", 40, granted=30_000, paid=20_000, funder="gemeente"),
        cell("voucher", 20, granted=10_000, paid=10_000, funder="sector"),
        cell("voucher", None, funder="unknown"),
    )
    frame = ask("funders").set_index("funder_label")
    assert frame.loc["gemeente", "free_eur"] == 60_000
    assert frame.loc["gemeente", "free_status"] == "estimated"
    assert missing(frame.loc["sector", "free_eur"])
    assert frame.loc["sector", "available_eur_sign"] == "conflict"
    write(
        "update programme_budget set amount_eur = 95000, \"precision\" = 'at_most' "
        "where line = 900 and funder = 'sector' and amount_eur = 60000"
    )
    assert ask("funders").set_index("funder_label").loc["sector", "available_eur_sign"] == (
        "conflict"
    ), "at most is another amount"
    assert frame.loc["onbekend", ["free_eur_sign", "granted_eur_sign"]].tolist() == ["withheld"] * 2
    write("update programme_cell set granted_eur = null where category_1 = 'gemeente'")
    assert ask("funders").set_index("funder_label").loc["gemeente", "free_eur_sign"] == "withheld"


def test_costs_divide_one_budget_by_one_number_and_by_what_was_reached_only_at_the_end(
    write: Write,
) -> None:
    before = ask("costs", OVERIJSSEL)
    assert before["cost_label"].tolist() == ["begroot per beoogd resultaat"]
    assert before["cost_eur"].tolist() == [3404]
    write(
        delivery(OVERIJSSEL, "2020-06-30"),
        cell("voucher", 400, programme_id=OVERIJSSEL, granted=800_000, paid=700_000),
        cell("voucher_person", 320, programme_id=OVERIJSSEL),
    )
    interim = ask("costs", OVERIJSSEL)
    assert "begroot per resultaat" not in set(interim["cost_label"])
    assert interim.set_index("cost_label")["cost_eur"].to_dict() == {
        "voucherkosten per voucher": 2000,
        "voucherkosten per deelnemer": 2500,
        "begroot per beoogd resultaat": 3404,
    }
    write("update programme_delivery set as_of_on = '2020-12-31'")
    final = ask("costs", OVERIJSSEL).set_index("cost_label")
    assert final.loc["begroot per resultaat", "cost_eur"] == 4000
    write("update programme_cell set number = null, sign = 'withheld' where subject = 'voucher'")
    hidden = ask("costs", OVERIJSSEL).set_index("cost_label")
    assert missing(hidden.loc["begroot per resultaat", "cost_eur"])
    assert missing(hidden.loc["voucherkosten per voucher", "cost_eur"])
    # At least so much for exactly so many is at least so much each; of a capacity there is no cost.
    assert ask("costs", "techniek_crisis_door")["cost_precision"].tolist() == ["at_least"]
    assert ask("costs", GELDERLAND).empty


def test_the_mean_voucher_has_the_range_that_rounding_leaves(write: Write) -> None:
    write(
        delivery(OVERIJSSEL, base=12_500),
        cell("voucher", 100, programme_id=OVERIJSSEL, granted=200_000, paid=100_000),
        cell("voucher", 20, programme_id=OVERIJSSEL, voucher_kind="training"),
    )
    row, other = (row for _, row in ask("voucher_value", OVERIJSSEL).iterrows())
    assert row["mean_granted_eur"] == 2000
    assert (row["mean_low_eur"], row["mean_high_eur"]) == (1899, 2105)
    assert (row["voucher_min_eur"], row["voucher_max_eur"]) == (1000, 2500)
    assert row["other_voucher_max_eur"] == 3000
    assert missing(other["mean_granted_eur"]) and other["mean_granted_eur_sign"] == "withheld"


def test_employers_count_once_and_the_filled_share_needs_both(write: Write) -> None:
    write(
        delivery(),
        *(
            cell("vacancy", number, period=period, **({"filled": filled} if filled else {}))
            for period, filled, number in (
                ("", "", 60),
                ("", "yes", 30),
                ("", "no", 30),
                ("2018JJ00", "", 20),
                ("2018JJ00", "yes", None),
                ("2018JJ00", "no", 10),
            )
        ),
        cell("match_interview", 90),
        cell("match_interview", 40, period="2018JJ00"),
        cell("employer", 15),
    )
    frame = ask("employers").set_index("period_label")
    assert between(frame.loc["hele looptijd"], "filled") == (45, 56), "28 of 62 to 32 of 58"
    assert missing(frame.loc["2018", "filled_low_pct"])
    assert frame.loc["2018", "filled_pct_sign"] == "withheld"
    assert frame.loc["hele looptijd", "employers"] == 15 and missing(frame.loc["2018", "employers"])


@pytest.mark.parametrize(("hidden", "is_small"), [(3, False), (4, True)])
def test_a_programme_is_small_under_a_quarter_of_its_cells(
    write: Write, hidden: int, is_small: bool
) -> None:
    write(
        delivery(),
        cell("person", 35),
        cell("participation", 20, region="AM05"),
        *(cell("participation", None, region=f"AM1{n}") for n in range(hidden)),
    )
    row = ask("deliveries").iloc[0]
    assert (row["cells"], row["cells_shown"]) == (1 + hidden, 1)
    assert row["is_small"] == is_small
    said = shown_cells.why_little(row)
    assert (
        said.startswith("**Dit programma is klein.** Het telt ongeveer 35 deelnemers") == is_small
    )
    assert ("maar 1 van de 5 uitgesplitste aantallen" in said) == is_small
    assert "afgerond op 5, bedragen op veelvouden van €\xa0500" in shown_cells.protection(row)


def test_programmes_stand_in_the_order_asked_and_one_without_delivery_says_so(
    write: Write,
) -> None:
    write(
        delivery(OVERIJSSEL),
        cell("person", 30, programme_id=OVERIJSSEL),
        cell("exit", 100, programme_id=OVERIJSSEL),
        cell("exit", None, programme_id=OVERIJSSEL, outcome="new_job"),
        cell("exit", 40, programme_id=OVERIJSSEL, at_work_12="yes"),
        cell("exit", 20, programme_id=OVERIJSSEL, at_work_12="too_early"),
    )
    frame = ask("compare", TWENTE, OVERIJSSEL)
    assert frame["programme_id"].tolist() == [TWENTE, OVERIJSSEL]
    assert frame["sign"].tolist() == ["not_delivered", "withheld"]
    assert missing(frame.loc[1, "placed"]) and frame.loc[1, "new_job_pct_sign"] == "withheld"
    assert frame.loc[1, "measurable_12"] == 80 and between(frame.loc[1], "at_work") == (45, 56)
    part = nl.part_of(frame.loc[1], "at_work", "at_work_12", "measurable_12")
    assert part == "40 (45–56% van 80)"
    assert ask("compare", OVERIJSSEL, TWENTE)["programme_id"].tolist() == [OVERIJSSEL, TWENTE]
    shown = tables.html(frame, ["programme_name", "participants", "retained"], "x")
    assert "niet aangeleverd" in shown and ">•<" in shown


def test_what_was_never_published_shrinks_once_a_programme_delivers(write: Write) -> None:
    def labels(programme_id: str) -> list[str]:
        frame = queries.programmas.not_published(programme_id=programme_id, with_sample=False)
        return list(frame["missing_label"])

    before = labels("twents_fonds")
    assert {"een resultaat in aantallen", "een budget"} <= set(before) and len(before) == 6
    assert "een doel in aantallen" not in before
    write(delivery("twents_fonds"))
    assert labels("twents_fonds") == ["een budget"]


def test_what_is_not_shown_in_one_of_several_sets_shares_a_line(write: Write) -> None:
    write(
        delivery(),
        cell("exit", 40, target_group="women"),
        cell("exit", 20, outcome="new_job", target_group="women"),
        *(
            cell("exit", None, outcome=outcome, target_group="women")
            for outcome in ("none", "retained", "unknown")
        ),
    )
    frame = cells("exit", "outcome", "target_group")
    drawn = programme_bars.draw(frame, label="category_1_label", panel="category_2_label")
    assert "nog 3 andere" in drawn and "behouden" not in drawn and drawn.count("•") == 1
    fewer = frame[frame["category_1"].ne("none")]
    each = programme_bars.draw(fewer, label="category_1_label", panel="category_2_label")
    assert "behouden" in each and "andere" not in each and each.count("•") == 2
