"""The ten sentences that the monitor must be able to say: as text, of real data where there is any.

Findings 2 and 7 to 9 need a file of UWV or a delivery; until then these are given by hand here.
Finding 7 and 8 are in ``test_effort``, finding 9 in ``test_programme_questions``.
"""

from __future__ import annotations

import pytest

import queries
import sentences
from tests.programme_cells import TWENTE, Write

TWENTE_WERKT = "**Twente Werkt! (Sectorplan Twente)**"


@pytest.fixture(autouse=True)
def as_shipped(write: Write) -> None:
    """Ask the database as the committed data makes it."""


def test_finding_1_is_how_many_vacancies_stand_open() -> None:
    frame = queries.overzicht.latest(
        region_codes=("PV23",), sector_codes=("307500",), until="2018KW04"
    )
    assert [sentences.headline(row) for _, row in frame.iterrows()] == [
        "In Overijssel stonden eind 4e kwartaal 2018 in de industrie **1.900 vacatures** open, 200 "
        "meer dan een jaar eerder (CBS, niet seizoengecorrigeerd)."
    ]


def test_finding_2_is_how_tight_an_occupation_is(write: Write) -> None:
    """9 000 vacancies per 2 000 jobseekers: 4.5, very tight, three quarters in a row."""
    write(
        "delete from occupation_tension",
        *(
            "insert into occupation_tension by name select 'uwv_tension' as source_id, 'AM05' as "
            f"region_code, 'UWV-0741' as uwv_group_code, '{quarter}' as quarter, 9000 as "
            "open_vacancies, 2000 as ww_under_6_months, 4.5 as tension_ratio, 'published' as "
            "status, 'uwv/1' as release_id, 1 as line"
            for quarter in ("2025KW04", "2026KW01", "2026KW02")
        ),
    )
    frame = queries.regios.latest(
        measure="tension",
        breakdown="UWV-0741",
        region_codes=("AM05",),
        period="2026KW02",
        with_sample=False,
    )
    assert [
        sentences.tension(row, "Elektriciens en elektronicamonteurs") for _, row in frame.iterrows()
    ] == [
        "De beroepsgroep Elektriciens en elektronicamonteurs is in Twente **zeer krap**: 4,50 "
        "vacatures per persoon met kortdurende WW (UWV, 2e kwartaal 2026); al 3 kwartalen "
        "achtereen."
    ]


def test_finding_3_is_what_happened_while_a_programme_ran() -> None:
    frame = queries.krapte_en_inzet.vacancies(programme_id=TWENTE, sector_codes=("307500",))
    assert [sentences.during(row) for _, row in frame.iterrows()] == [
        f"Tijdens {TWENTE_WERKT} (1 februari 2016 – februari 2019) liep het aantal vacatures in de "
        "industrie in Overijssel op van 1.100 naar 2.100 (1e kwartaal 2016 tot 1e kwartaal 2019); "
        "de opgave veranderde onderweg. CBS publiceert geen vacatures voor Twente."
    ]


def test_finding_4_is_what_a_programme_reached_of_its_aim_and_of_whom_that_is_not_known() -> None:
    frame = queries.programmas.targets(
        programme_ids=("overijssels_vakmanschap",), with_sample=False
    )
    said = [sentences.realisation(row) for _, row in frame.iterrows()]
    assert said[:2] == [
        "**Overijssels Vakmanschap** bereikte 560 van de beoogde 470 vouchers (119%; stand van "
        "2020; niet vermeld of dit de eindstand is).",
        "Voor **Overijssels Vakmanschap** was het doel 200 vouchers voor werkzoekenden; een "
        "resultaat is niet gepubliceerd.",
    ]


def test_finding_5_is_how_many_placements_were_technical() -> None:
    frame = queries.programmas.sector_split(programme_id=TWENTE, with_sample=False)
    assert [sentences.sector_split(row) for _, row in frame.iterrows()] == [
        "Van de 1.312 plaatsingen kwamen er 472 (36%) in technische functies terecht; van 722 "
        "noemt de bron (Twentevisie) geen sector."
    ]


def test_finding_6_is_that_sources_differ() -> None:
    frame = queries.programmas.conflicts(programme_ids=(TWENTE,), with_sample=False)
    assert [sentences.conflict(rows) for _, rows in frame.groupby("what")] == [
        "Bronnen verschillen over het doel voor plaatsingen: Regio Twente noemt ten minste 1.300, "
        "Techniekpact noemt 1.400. Wij tonen ze naast elkaar."
    ]


def test_finding_10_is_that_nothing_can_be_said_and_why() -> None:
    frame = queries.krapte_en_inzet.vacancies(
        programme_id="overijssels_vakmanschap", sector_codes=("307500",)
    )
    whole = queries.overzicht.vacancies_during(
        region_codes=("PV23",), sector_code="307500", with_sample=False
    )
    said = [sentences.during(row) for rows in (frame, whole) for _, row in rows.iterrows()]
    assert any("geen uitspraak mogelijk" in sentence for sentence in said)
