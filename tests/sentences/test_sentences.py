"""The Dutch sentences as text, from real rows and at their edges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import queries
import sentences
import words as nl
from etl.database import DATABASE_VARIABLE
from tests.programme_cells import Write
from ui.parts import tables
from words import measures


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def latest(region: str, sector: str) -> pd.Series:
    return queries.overzicht.latest(region_codes=(region,), sector_codes=(sector,)).iloc[0]


def test_headline_falling() -> None:
    assert sentences.headline(latest("PV23", "350000")) == (
        "In Overijssel stonden eind 2e kwartaal 2026 in de bouw **2.600 vacatures** open, "
        "200 minder dan een jaar eerder (CBS, niet seizoengecorrigeerd)."
    )


def test_headline_within_rounding() -> None:
    assert sentences.headline(latest("PV23", "307500")) == (
        "In Overijssel stonden eind 2e kwartaal 2026 in de industrie **2.800 vacatures** open, "
        "binnen de afronding gelijk aan een jaar eerder (2.800) (CBS, niet seizoengecorrigeerd)."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"open_vacancies": 3_000, "change": 200, "within_rounding": False}, "200 meer dan"),
        ({"open_vacancies_year_before": None}, "van een jaar eerder is geen cijfer bekend"),
        ({"open_vacancies": 1}, "stond eind 2e kwartaal 2026 in de bouw **1 vacature** open"),
        ({"sign": "below_half_unit", "open_vacancies": 0}, "**minder dan 50 vacatures** open"),
    ],
    ids=["rising", "unknown before", "singular", "too small"],
)
def test_headline_at_its_edges(changes: dict[str, object], words: str) -> None:
    row = latest("PV23", "350000").copy()
    for name, value in changes.items():
        row[name] = value
    assert words in sentences.headline(row)


def test_a_region_that_is_behind_says_so() -> None:
    assert sentences.behind(latest("PV23", "350000")) == ""
    assert sentences.behind(latest("PV27", "T001081")) == (
        "Het laatste cijfer voor Noord-Holland in alle sectoren samen is van 3e kwartaal 2022; "
        "nieuwere kwartalen zijn niet beschikbaar."
    )


def during(region: str, programme: str) -> str:
    frame = queries.overzicht.vacancies_during(
        region_codes=(region,), sector_code="307500", with_sample=False
    )
    return sentences.during(frame[frame["programme_id"] == programme].iloc[0])


def test_the_task_changed_while_twente_werkt_ran() -> None:
    assert during("PV23", "twente_werkt") == (
        "Tijdens **Twente Werkt! (Sectorplan Twente)** (1 februari 2016 – februari 2019) liep het "
        "aantal vacatures in de industrie in Overijssel op van 1.100 naar 2.100 (1e kwartaal 2016 "
        "tot 1e kwartaal 2019); de opgave veranderde onderweg. CBS publiceert geen vacatures voor "
        "Twente."
    )


def test_no_statement_over_a_gap_or_within_rounding() -> None:
    assert "geen uitspraak mogelijk" in during("PV26", "techniek_crisis_door")
    assert "3e kwartaal 2020 en 1e kwartaal 2021" in during("PV26", "techniek_crisis_door")
    assert "verschil ligt binnen de afronding" in during("PV25", "gelders_vakmanschap")


@pytest.mark.parametrize(
    ("end", "label", "said"),
    [
        (
            "2018-12-31",
            "4e kwartaal 2018",
            "Het begin is een 1e kwartaal en het einde een 4e kwartaal",
        ),
        (
            "2018-04-01",
            "2e kwartaal 2018",
            "Het begin is een 1e kwartaal en het einde een 2e kwartaal",
        ),
        ("2018-03-31", "1e kwartaal 2018", ""),
    ],
)
def test_another_season_at_the_end_than_at_the_start_is_said(
    write: Write, end: str, label: str, said: str
) -> None:
    write(f"update programme set ends_on_last = '{end}' where programme_id = 'twente_werkt'")
    frame = queries.overzicht.vacancies_during(
        region_codes=("PV23",), sector_code="307500", with_sample=False
    )
    own = queries.krapte_en_inzet.vacancies(programme_id="twente_werkt", sector_codes=("307500",))
    row, other = frame[frame["programme_id"] == "twente_werkt"].iloc[0], own.iloc[0]
    told = [sentences.during(row), sentences.during(other), sentences.during_in_brief(row)]
    assert label in told[0] and label in told[1]
    for sentence in told:
        assert (said in sentence) if said else ("jaargetijde" not in sentence)
        assert sentence.count("niet voor gecorrigeerd") == bool(said)


def targets(programme: str) -> list[str]:
    frame = queries.programmas.targets(programme_ids=(programme,), with_sample=False)
    return [sentences.realisation(row) for _, row in frame.iterrows()]


def test_realisation_and_why_there_is_none() -> None:
    assert targets("overijssels_vakmanschap")[0] == (
        "**Overijssels Vakmanschap** bereikte 560 van de beoogde 470 vouchers (119%; stand van "
        "2020; niet vermeld of dit de eindstand is)."
    )
    assert targets("twente_werkt")[1].endswith(
        "1.312 van de beoogde ten minste 1.300 plaatsingen (ten hoogste 101%; eindstand, "
        "februari 2019)."
    )
    assert "beschikbaar; dat is geen doel" in targets("gelders_vakmanschap")[0]
    assert "een resultaat per fase is niet gepubliceerd" in targets("kansenplan_1000")[0]
    assert "een resultaat is niet gepubliceerd" in targets("techniek_crisis_door")[0]
    assert "(100%; stand van 18 december 2020; einde" in targets("gelders_vakmanschap_2")[0]
    talent = targets("technisch_talent_werkt")[0]
    assert "(23%; tussenstand zonder datum). Techniekpact meldt (2015): doel ruimschoots" in talent


def test_applications_are_no_result_of_a_trajectory_target() -> None:
    frame = queries.programmas.targets(programme_ids=("kansenplan_1000",), with_sample=False)
    assert frame["result"].isna().all()
    assert frame["target_realisation_pct"].isna().all()


def test_sources_that_differ_are_both_named() -> None:
    frame = queries.programmas.conflicts(
        programme_ids=("overijssels_vakmanschap",), with_sample=False
    )
    said = sentences.conflict(frame).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "Bronnen verschillen over het hoogste voucherbedrag: Salland TV noemt € 2.500, "
        "Techniekpact noemt € 3.000, VVEI noemt € 5.000. Wij tonen ze naast elkaar."
    )


def test_parts_that_do_not_add_up_are_both_shown() -> None:
    frame = queries.programmas.breakdown_sums(programme_id="gelders_vakmanschap", with_sample=False)
    assert sentences.parts_differ(frame.iloc[0]) == (
        "Provincie Gelderland noemt 750 vouchers (7 maart 2019), maar de delen tellen op tot 792. "
        "Wij tonen beide, zoals gepubliceerd."
    )


def test_split_by_sector() -> None:
    frame = queries.programmas.sector_split(programme_id="twente_werkt", with_sample=False)
    assert sentences.sector_split(frame.iloc[0]) == (
        "Van de 1.312 plaatsingen kwamen er 472 (36%) in technische functies terecht; van 722 "
        "noemt de bron (Twentevisie) geen sector."
    )


def test_a_year_is_no_quarter() -> None:
    for programme in ("kansenplan_1000", "overijssels_vakmanschap"):
        assert during("PV23", programme).endswith("van begin of einde is alleen het jaar bekend.")


def test_fewer_than_fifty_is_never_nought() -> None:
    ranking = queries.regios.ranking(
        measure="open_vacancies",
        breakdown="305700",
        kind="provincie",
        period="2014KW03",
        with_sample=False,
    )
    zeeland = measures.texts(ranking[ranking["region_name"] == "Zeeland"])
    assert zeeland["figure_year_before"].item() == 0
    table = tables.html(zeeland, ["figure_text", "figure_year_before_text"], "Tabel")
    assert table.count("minder dan 50") == 2
    series = queries.overzicht.vacancy_series(region_codes=("PV29",), sector_codes=("305700",))
    assert "laagste minder dan 50" in sentences.trend(series, "open_vacancies")
    deviations = queries.verantwoording.known_deviations()
    nought = deviations[deviations["published"] == 0]
    assert len(nought) == nought["published_sign"].eq("below_half_unit").sum() > 0


def test_what_is_unknown_is_said() -> None:
    frame = queries.overzicht.unknown(
        region_codes=("PV23",), sector_codes=("T001081", "307500", "350000")
    )
    said = [sentences.unknown(row) for _, row in frame.iterrows()]
    assert "**1.000 kansenplan**: doel voor trajecten, maar geen resultaat gepubliceerd." in said
    assert "**1.000 kansenplan**: afgelopen, maar geen eindstand gepubliceerd." in said
    assert any(line.startswith("**Overijssel**: tussen 3e kwartaal 2020 en") for line in said)
    empty = queries.verantwoording.empty().set_index(["subject", "missing_label"])
    assert ("Noord-Holland", "vacatures van alle sectoren samen na 3e kwartaal 2022") in empty.index
    assert ("Noord-Holland", "vacatures per sector na 2e kwartaal 2020") in empty.index


def test_no_programme_is_said_to_run() -> None:
    frame = queries.overzicht.programmes(region_codes=("PV23", "PV25"), with_sample=False)
    assert sentences.running(frame) == (
        "Van geen enkel programma zeggen de bronnen dat het nu loopt. Van Twents Fonds voor "
        "Vakmanschap en Gelders Vakmanschap 2.0 is geen einddatum gevonden."
    )


def test_alt_text_names_the_figures_and_the_gaps() -> None:
    frame = queries.overzicht.vacancy_series(region_codes=("PV26",), sector_codes=("350000",))
    assert sentences.trend(frame, "open_vacancies") == (
        "Utrecht, Bouw: 600 in 1e kwartaal 2011, 2.400 in 2e kwartaal 2026, laagste 300, hoogste "
        "2.600, 21 perioden zonder cijfer"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (nl.number(43_900), "43.900"),
        (nl.number(-1_700, signed=True), "−1.700"),
        (nl.number(200, signed=True), "+200"),
        (nl.number(None), "–"),
        (nl.percentage(3.1, decimals=1), "3,1%"),
        (nl.euro(1_800_000), "€\N{NO-BREAK SPACE}1.800.000"),
        (nl.published_date("2016-02-01", "day"), "1 februari 2016"),
        (nl.published_date("2019-02", "month"), "februari 2019"),
        (nl.published_date("2020", "year"), "2020"),
        (nl.published_date("", "unknown"), "datum onbekend"),
        (nl.cell("open_vacancies", 0, "below_half_unit"), "minder dan 50"),
        (nl.cell("open_vacancies", None, "missing"), "ontbreekt"),
        (nl.cell("open_vacancies", None), "niet beschikbaar"),
        (nl.cell("retrieved_on", None), "niet vermeld"),
    ],
)
def test_dutch_numbers_and_dates(written: str, expected: str) -> None:
    assert written == expected


def newest(region: str, measure: str, breakdown: str, period: str) -> pd.Series:
    return queries.regios.latest(
        measure=measure,
        breakdown=breakdown,
        region_codes=(region,),
        period=period,
        with_sample=False,
    ).iloc[0]


def test_a_measure_falling_in_percentage_points() -> None:
    assert sentences.newest(newest("CR12", "unemployment_pct", "old_method", "2018JJ00")) == (
        "In Twente was de werkloosheid in 2018 **3,9% van de beroepsbevolking**, 1,3 procentpunt "
        "lager dan een jaar eerder (5,2%; CBS)."
    )


def test_a_measure_without_a_year_before_and_behind_the_others() -> None:
    row = newest("PV23", "vacancies_per_100_unemployed", "no", "2024KW01")
    assert sentences.newest(row) == (
        "In Overijssel was de spanning (CBS) in het 1e kwartaal 2021 **76 vacatures per 100 "
        "werklozen**; van een jaar eerder is geen cijfer bekend (CBS)."
    )
    assert sentences.measured_behind(row) == (
        "Het laatste cijfer voor Overijssel is van het 1e kwartaal 2021; een nieuwer is niet "
        "beschikbaar."
    )
    assert sentences.measured_behind(row.replace({True: False})) == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"change_year_before": 12.0, "is_changed_year_before": True}, "12 hoger dan"),
        ({"change_year_before": -12.0, "is_changed_year_before": True}, "12 lager dan"),
        (
            {"change_year_before": 1.0, "is_changed_year_before": False},
            "is niet te zeggen: het verschil ligt binnen de afronding",
        ),
    ],
    ids=["rising", "falling", "within rounding"],
)
def test_a_measure_at_its_edges(changes: dict[str, object], words: str) -> None:
    row = newest("PV23", "vacancies_per_100_unemployed", "no", "2024KW01").copy()
    for name, value in {"figure_year_before": 64.0, **changes}.items():
        row[name] = value
    assert words in sentences.newest(row)


def test_a_region_in_several_provinces_says_so() -> None:
    parts = queries.regios.parts(region_codes=("AM36",))
    assert sentences.crosses(parts) == (
        "Regio Zwolle ligt in meer dan één provincie: Overijssel (10 gemeenten), Gelderland "
        "(4 gemeenten) en Drenthe (2 gemeenten). Een cijfer van deze regio gaat over alle delen "
        "samen en hoort bij geen provincie alleen."
    )
    assert "Overijssel (1 gemeente)" in sentences.crosses(
        queries.regios.parts(region_codes=("AM06",))
    )
    assert sentences.crosses(queries.regios.parts(region_codes=("AM05",))) == ""
    assert sentences.by_province("Regio Zwolle (arbeidsmarktregio)", ["Overijssel", "Drenthe"]) == (
        "Regio Zwolle (arbeidsmarktregio) ligt in Overijssel en Drenthe. Deze cijfers verschijnen "
        "per provincie: u ziet Overijssel en Drenthe als geheel."
    )


def test_sectors_rise_and_fall_beyond_the_rounding_only() -> None:
    frame = queries.regios.sector_changes(region_codes=("PV23",), quarter="2018KW04")
    sectors = frame.set_index("sector_label", drop=False)
    assert sentences.sector_change(sectors.loc["Industrie"]) == "**Industrie**: 1.900, 200 meer"
    assert sectors.loc["Bouw", "direction"] == "same", "1 400 and 1 300: within the rounding"
    assert not sectors.index.isin(["Alle sectoren"]).any(), "no sum of other sectors"
    falling = queries.regios.sector_changes(region_codes=("PV23",), quarter="2026KW02")
    row = falling.set_index("sector_label", drop=False).loc["Bouw"]
    assert sentences.sector_change(row) == "**Bouw**: 2.600, 200 minder"
    assert set(falling.loc[falling["open_vacancies"].isna(), "direction"]) == {"unknown"}
