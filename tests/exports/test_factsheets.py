"""What a factsheet of one A4 says about a region, or about a real programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import queries
from answers.content import Pack, Slide
from etl.database import DATABASE_VARIABLE
from exports.packs.factsheets import programme_factsheet, region_factsheet
from exports.packs.pack import frames_of
from tests.exports.test_pack import REAL_TENSION
from tests.programme_cells import Write
from tests.walk import AREAS
from words.marks import is_sample

REAL = (
    "technisch_talent_werkt",
    "twente_werkt",
    "kansenplan_1000",
    "gelders_vakmanschap",
    "overijssels_vakmanschap",
    "twents_fonds",
    "gelders_vakmanschap_2",
    "techniek_crisis_door",
    "techniektalent_nu",
)


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def section(pack: Pack, key: str) -> Slide:
    return next(found for found in pack.slides if found.key == key)


def text(pack: Pack) -> str:
    return " ".join(
        part
        for found in pack.slides
        for part in (found.topic, found.title, *found.sentences, found.why_empty)
    )


def test_a_region_on_one_page() -> None:
    pack = region_factsheet("Twente (arbeidsmarktregio)")
    assert [found.key for found in pack.slides] == [
        "vacancies",
        "unemployment",
        "tight",
        "programmes",
        "unknown",
    ]
    assert (pack.title, pack.name) == ("Factsheet Twente", "twente_factsheet")
    unknown = section(pack, "unknown")
    assert unknown.to_fill_in == () and unknown.table is not None
    assert len(unknown.table.frame) == 5 and "eerste 5 van 13 vragen" in text(pack)
    assert "2.800 vacatures open" in section(pack, "vacancies").title
    assert not any(is_sample(frame).any() for one in pack.slides for frame in frames_of(one))


def test_with_a_real_file_of_uwv_the_tightest_occupations_are_on_the_page(write: Write) -> None:
    write(*REAL_TENSION)
    keys = [found.key for found in region_factsheet("Twente (arbeidsmarktregio)").slides]
    assert keys == ["vacancies", "unemployment", "tight", "programmes", "unknown"]


@pytest.mark.parametrize("label", [*AREAS[:-1], "Twente (COROP)"])
def test_every_section_of_a_region_holds_real_figures(label: str) -> None:
    pack = region_factsheet(label)
    keys = [found.key for found in pack.slides]
    assert keys == ["vacancies", "unemployment", "tight", "programmes", "unknown"]
    for found in pack.slides:
        assert (found.chart or found.table) and not found.why_empty, found.key
    for key in ("vacancies", "unemployment", "tight"):
        found = section(pack, key)
        assert any("release_id" in frame and len(frame) for frame in found.frames)
        assert re.search(r"\d", found.title) and re.search(r"\d{4}", found.period)
        assert not any(is_sample(frame).any() for frame in frames_of(found))


def test_the_real_programmes_are_the_ones_that_can_be_chosen() -> None:
    assert set(queries.filters.programmes(with_sample=False)["programme_id"]) == set(REAL)


@pytest.mark.parametrize("programme_id", REAL)
def test_a_programme_on_one_page(programme_id: str) -> None:
    pack = programme_factsheet(programme_id)
    assert [found.key for found in pack.slides] == [
        "profile",
        "targets",
        "budgets",
        "conflicts",
        "not_published",
    ]
    for found in pack.slides:
        assert found.title
        assert found.table or found.why_empty or "Bronnen verschillen" in found.title
    assert "*" not in text(pack)


def test_targets_stand_beside_results_with_both_sources() -> None:
    pack = programme_factsheet("twente_werkt")
    table = section(pack, "targets").table
    assert table is not None
    rows = table.frame[["target_text", "result_text", "realisation_text"]].values.tolist()
    assert rows == [
        ["1.400", "1.312", "94%"],
        ["ten minste 1.300", "1.312", "ten hoogste 101%"],
    ]
    assert "472 (36%) in technische functies" in text(pack)
    assert "Regio Twente noemt ten minste 1.300, Techniekpact noemt 1.400" in text(pack)


def test_parts_that_do_not_add_up_are_said() -> None:
    said = text(programme_factsheet("gelders_vakmanschap"))
    assert "noemt 750 vouchers (7 maart 2019), maar de delen tellen op tot 792" in said
    assert "Provincie Gelderland noemt € 1.800.000, Omroep Gelderland noemt ten hoogste" in (
        said.replace("\N{NO-BREAK SPACE}", " ")
    )
    assert "worden niet opgeteld" in said


def test_a_programme_without_a_number_says_so() -> None:
    pack = programme_factsheet("techniektalent_nu")
    assert "noemen geen doelen of resultaten in aantallen" in section(pack, "targets").why_empty
    assert "noemen geen budget" in section(pack, "budgets").why_empty
    missing = section(pack, "not_published").table
    assert missing is not None and "een budget" in set(missing.frame["missing_label"])


def test_a_fictitious_programme_has_no_factsheet() -> None:
    with pytest.raises(ValueError, match="^Van een fictief programma komt geen factsheet.$"):
        programme_factsheet("voorbeeldprogramma_a")
    with pytest.raises(ValueError, match="bestaat niet"):
        programme_factsheet("nergens")
