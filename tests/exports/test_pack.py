"""What the meeting pack says about an area, and that it never speaks from a fictitious row."""

from __future__ import annotations

import dataclasses
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from pptx import Presentation

import queries
import words as nl
from answers import parts
from answers.content import Pack, Slide
from answers.places import COALITION, place
from etl.database import DATABASE_VARIABLE, ROOT
from exports.packs.pack import FictitiousError, checked, frames_of, pack_of
from exports.slides import deck as slides
from tests.programme_cells import Write
from tests.walk import AREAS
from words.marks import is_sample

TWENTE = "Twente (arbeidsmarktregio)"
ORDER = [
    "at_a_glance",
    "since",
    "unemployment",
    "vacancies",
    "tight",
    "supply",
    "programmes",
    "landed",
    "white_spots",
    "sources",
]
REAL_TENSION = (
    "update occupation_tension set status = 'published'",
    "update field_tension set status = 'published'",
    "update release set status = 'published' where source_id = 'uwv_tension'",
    "update region_period set real_regions = sample_regions where measure = 'tension'",
)


@pytest.fixture(autouse=True)
def use_database(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def slide(pack: Pack, key: str) -> Slide:
    return next(found for found in pack.slides if found.key == key)


def text(found: Slide) -> str:
    return " ".join([found.topic, found.title, *found.sentences, found.why_empty])


def as_text(pack: Pack) -> str:
    """Return everything a pack holds as text, so that two can be compared."""
    parts = [pack.title, pack.name, pack.about, pack.known_on]
    for found in pack.slides:
        parts += [text(found), found.filters, found.period, str(found.to_fill_in)]
        parts += [frame.to_csv() for frame in frames_of(found)]
        parts += [found.chart.alt, found.chart.about] if found.chart else []
    return "\n".join(parts)


def test_twente_on_ten_slides_in_the_agreed_order() -> None:
    pack = pack_of(TWENTE)
    assert [found.key for found in pack.slides] == ORDER
    assert [found.topic for found in pack.slides] == [
        "Twente in één beeld: wat weten we, wat niet",
        "Sinds de vorige vergadering",
        "Werkloosheid Twente en Nederland",
        "Vacatures industrie en bouw: Overijssel (CBS publiceert geen Twente)",
        "Vakkrachten in heel Nederland",
        "Mbo in heel Nederland: studenten, en vacatures per niveau",
        "Wat deden we: de programma's in Twente",
        "Kwam de inzet terecht waar het knelt?",
        "Witte vlekken en vragen aan deze tafel",
        "Bronnen, definities, voorbehoud",
    ]
    assert pack.about == "arbeidsmarktregio Twente"
    assert pack.file_name == "vakkrachtmonitor_twente_vergadering_2026KW02"


def test_the_first_slide_counts_what_is_known() -> None:
    assert slide(pack_of(TWENTE), "at_a_glance").title == (
        "Over Twente kennen we 3 van de 7 onderwerpen: de werkloosheid, de openstaande vacatures "
        "en de spanning (CBS)."
    )


def test_twente_shows_the_corop_area_of_its_name_beside_nederland_and_the_province_apart() -> None:
    found = slide(pack_of(TWENTE), "unemployment")
    assert found.title == (
        "In Twente was in 2018 3,9% van de beroepsbevolking werkloos, in Nederland 3,8%; het "
        "verschil ligt binnen de afronding (CBS, oude methode)."
    )
    assert (
        "In Overijssel was in het 2e kwartaal 2023 3,1% van de beroepsbevolking werkloos, 0,3 "
        "procentpunt minder dan in Nederland (3,4%; CBS, nieuwe methode)."
    ) in found.sentences
    assert "dit is Twente (COROP)" in text(found)
    assert found.chart is not None
    assert set(found.chart.frame["breakdown"]) == {"old_method"}
    assert set(found.chart.frame["region_name"]) == {"Twente", "Nederland"}


def test_old_and_new_method_never_stand_in_one_chart() -> None:
    for label in (TWENTE, "Overijssel", COALITION, "Regio Zwolle (arbeidsmarktregio)"):
        chart = slide(pack_of(label), "unemployment").chart
        assert chart is not None
        assert chart.frame["breakdown"].nunique() == 1
        assert chart.frame["period"].str[4:6].nunique() == 1, "years stand beside quarters"


def test_vacancies_of_the_province_with_a_gap_where_quarters_are_missing() -> None:
    found = slide(pack_of(TWENTE), "vacancies")
    assert found.title.startswith(
        "In Overijssel stonden eind 2e kwartaal 2026 in de industrie 2.800 vacatures open"
    )
    assert "Waar een lijn onderbroken is, ontbreken kwartalen" in text(found)
    assert "Deze cijfers verschijnen per provincie: u ziet Overijssel als geheel." in text(found)
    assert found.chart is not None
    rows = found.chart.frame.set_index(["line_label", "quarter"])["open_vacancies"]
    assert pd.isna(rows["Bouw", "2022KW01"])
    assert rows["Bouw", "2026KW02"] == 2600
    assert set(found.chart.frame["region_name"]) == {"Overijssel"}


def test_a_gap_stays_a_gap_when_its_row_is_gone(write: Write) -> None:
    write(
        "delete from vacancies where region_code = 'PV23' and sector_code = '350000' "
        "and quarter = '2015KW02'"
    )
    chart = slide(pack_of("Overijssel"), "vacancies").chart
    assert chart is not None
    rows = chart.frame.set_index(["line_label", "quarter"])["open_vacancies"]
    assert pd.isna(rows["Bouw", "2015KW02"])
    assert not pd.isna(rows["Industrie", "2015KW02"])


def test_the_coalition_is_its_two_provinces() -> None:
    pack = pack_of(COALITION)
    assert pack.about == "Techniekcoalitie Oost (Gelderland en Overijssel)"
    chart = slide(pack, "vacancies").chart
    assert chart is not None
    assert set(chart.frame["line_label"]) == {
        f"{name}, {sector}"
        for name in ("Gelderland", "Overijssel")
        for sector in ("Industrie", "Bouw")
    }
    assert slide(pack, "white_spots").title == (
        "Over de Techniekcoalitie Oost liggen 18 open vragen op tafel."
    )


def test_conflicts_of_sources_are_shown_with_both_figures() -> None:
    said = text(slide(pack_of(TWENTE), "programmes"))
    assert (
        "Twente Werkt! (Sectorplan Twente): bronnen verschillen over het doel voor plaatsingen: "
        "Regio Twente noemt ten minste 1.300, Techniekpact noemt 1.400. Wij tonen ze naast elkaar."
    ) in said
    assert "94%" in said
    assert "niets is opgeteld" in slide(pack_of(TWENTE), "programmes").table.caption  # type: ignore[union-attr]


def test_the_programmes_of_the_region_come_first() -> None:
    found = slide(pack_of(TWENTE), "programmes")
    assert found.title == (
        "Twente Werkt! (Sectorplan Twente) bereikte 1.312 van de beoogde 1.400 plaatsingen (94%; "
        "eindstand, februari 2019)."
    )


def test_the_table_of_programmes_says_what_each_reached_of_its_aim() -> None:
    table = slide(pack_of(TWENTE), "programmes").table
    assert table is not None
    rows = table.frame.set_index("programme_name")["reached_text"]
    assert rows["Twente Werkt! (Sectorplan Twente)"] == (
        "1.312 van 1.400 plaatsingen (94%); 1.312 van ten minste 1.300 plaatsingen (ten hoogste "
        "101%)"
    )
    assert rows["TechniekTalent.nu"] == "Geen doelen of resultaten in aantallen"
    assert rows["Twents Fonds voor Vakmanschap"] == (
        "doel: 6.000 deelnemers; doel: 1.500 deelnemers per jaar; geen resultaat gepubliceerd"
    )
    assert list(rows.index)[-1] == "TechniekTalent.nu", "a national programme comes last"


def test_where_the_effort_landed_is_said_as_far_as_it_is_known() -> None:
    found = slide(pack_of(TWENTE), "landed")
    assert found.title == (
        "Over waar vouchers en plaatsingen terechtkwamen is geen uitspraak mogelijk: geen "
        "programma leverde gegevens aan."
    )
    assert found.sentences[0] == "Er is ook geen bestand van UWV geladen."
    assert "in Overijssel op van 1.100 naar 2.100" in found.sentences[1]
    assert "CBS publiceert geen vacatures voor Twente." in text(found)


def test_white_spots_have_columns_to_fill_in() -> None:
    found = slide(pack_of(TWENTE), "white_spots")
    assert found.to_fill_in == ("Besluit", "Wie", "Wanneer")
    assert found.table is not None and len(found.table.frame) == 13
    assert found.title == "Over Twente liggen 13 open vragen op tafel."


@pytest.mark.parametrize("label", AREAS[:-1])
def test_what_is_not_loaded_of_an_area_is_told_of_the_whole_country(label: str) -> None:
    pack = pack_of(label)
    tight, supply = slide(pack, "tight"), slide(pack, "supply")
    assert tight.title == (
        "Technici bouwkunde en natuur: 141.000 werkenden in Nederland, de meeste van 19 "
        "beroepsgroepen."
    )
    assert supply.title == "Techniek: 95.975 van de 513.136 mbo-studenten in Nederland."
    for found in (tight, supply):
        assert "Van 78.900 technische vacatures in Nederland vroeg 59,3%" in text(found)
        assert "4e kwartaal 2023 (" in text(found) and "jaar oud)" in text(found)
        assert found.table is not None and not found.why_empty
        assert "heel Nederland" in found.topic and "heel Nederland" in found.filters
    assert "is niet bekend: er is geen bestand van UWV geladen" in text(tight)
    assert "46% mbo 2–3 en 23% mbo 4" in text(supply)
    assert re.fullmatch(r"schooljaar 2021/'22 \(\d jaar oud\)", supply.period)
    for province in place(label).province_names:
        assert f"In {province} was de relatieve krapte in het " in text(tight)


def test_a_shortage_of_another_year_says_how_old_it_is() -> None:
    said = text(slide(pack_of("Noord-Holland"), "tight"))
    assert re.search(
        r"in het 3e kwartaal 2022 \(\d jaar oud\) 51,3 openstaande vacatures per 1.000", said
    )
    assert slide(pack_of("Noord-Holland"), "vacancies").period.endswith("jaar oud)")


def test_an_empty_slide_says_why_and_holds_no_command(write: Write) -> None:
    write("delete from employment", "delete from mbo_students")
    pack = pack_of(TWENTE)
    for key in ("tight", "supply"):
        found = slide(pack, key)
        assert "geladen" in found.why_empty
        assert found.chart is None and found.table is None
    assert not any("python" in text(found) for found in pack.slides)


def test_without_any_vacancies_the_pack_still_comes(write: Write) -> None:
    write("delete from vacancies", "delete from labour_force")
    pack = pack_of(TWENTE)
    assert "is geen cijfer over vacatures geladen" in slide(pack, "vacancies").why_empty
    assert "is geen cijfer geladen" in slide(pack, "unemployment").why_empty
    assert pack.file_name == "vakkrachtmonitor_twente_vergadering"


def test_with_a_real_file_of_uwv_the_tightest_occupations_are_there(write: Write) -> None:
    write(*REAL_TENSION)
    found = slide(pack_of(TWENTE), "tight")
    assert found.why_empty == "" and found.table is not None
    assert found.title.startswith("De beroepsgroep ") and "in Twente" in found.title
    rows = queries.regios.tight_occupations(
        selection="crafts", region_code="AM05", quarter="2026KW02", with_sample=False
    )
    assert list(found.table.frame["occupation_label"]) == list(rows["occupation_label"].head(8))
    province = slide(pack_of("Overijssel"), "tight")
    assert province.table is not None
    assert "Twente" in set(province.table.frame["region_name"])


def test_with_real_students_level_and_learning_path_are_stacked(write: Write) -> None:
    write(
        "update mbo_students set status = 'published'",
        "update release set status = 'published' where source_id = 'cbs_mbo_students'",
    )
    found = slide(pack_of(TWENTE), "supply")
    assert found.chart is not None and found.chart.kind == "stacked"
    assert set(found.chart.frame["learning_path_label"]) >= {"bol", "bbl"}
    assert found.title.startswith("In Overijssel is mbo ") and "het grootst" in found.title
    assert "Een aanbod per arbeidsmarktregio is niet gepubliceerd." in found.sentences


@pytest.mark.parametrize("label", [TWENTE, COALITION, "FoodValley (arbeidsmarktregio)"])
def test_each_message_is_one_slide(label: str) -> None:
    deck = Presentation(io.BytesIO(slides.pptx(pack_of(label))))
    assert [drawn._element.cSld.get("name") for drawn in deck.slides] == ORDER


def test_what_is_known_has_the_period_and_the_file_of_each_figure() -> None:
    area = place("FoodValley (arbeidsmarktregio)")
    known = queries.downloads.known(region_codes=area.codes, province_codes=area.provinces)
    rows = known.set_index("measure")
    tension = rows.loc["vacancies_per_100_unemployed"]
    assert tension["period"] == "2024KW01"
    assert list(tension["region_codes"]) == ["PV26"]
    assert tension["area_text"] == "Utrecht; eerder: Gelderland (2e kwartaal 2021)"
    assert rows.loc["unemployment_pct", "release_id"].endswith("85268NED_2023KW02.csv")
    first = slide(pack_of("Overijssel"), "at_a_glance")
    assert not any("85494NED" in line for line in parts.sources(first))


def test_since_takes_the_day_of_the_previous_meeting() -> None:
    usual, later = pack_of(TWENTE), pack_of(TWENTE, "2030-01-01")
    assert slide(usual, "since").title.startswith("Sinds 1 juli 2026, tot en met 30 november 2026")
    assert "kwam er niets bij" in slide(later, "since").title
    assert "1 januari 2030" in slide(later, "since").why_empty


def test_without_a_dated_release_nothing_is_said_of_changes(write: Write) -> None:
    write("update release set retrieved_on = null")
    found = slide(pack_of(TWENTE), "since")
    assert "Van geen enkele levering is vermeld" in found.why_empty
    assert pack_of(TWENTE).known_on == "niet vermeld"


def test_the_last_slide_names_every_file_behind_the_figures() -> None:
    pack = pack_of(TWENTE)
    used = {
        code
        for found in pack.slides[:-1]
        for frame in found.frames
        if "release_id" in frame
        for code in frame["release_id"].dropna()
    }
    named = slide(pack, "sources").frames[0]
    assert used and used <= set(named["release_id"])
    assert text(slide(pack, "sources")).count("Bron: ") == 2
    assert "Ontbrekende kwartalen zijn een gat" in text(slide(pack, "sources"))
    assert any(line.startswith("Openstaande vacatures: ") for line in pack.slides[-1].sentences)


def test_a_pack_is_the_same_twice() -> None:
    first = as_text(pack_of(TWENTE))
    queries.question.kept.cache_clear()
    assert as_text(pack_of(TWENTE)) == first


def test_no_frame_is_fictitious_though_fictitious_figures_are_loaded() -> None:
    assert len(queries.filters.samples()), "the database has nothing fictitious to leave out"
    for label in (TWENTE, "Overijssel", COALITION):
        pack = pack_of(label)
        assert not any(is_sample(frame).any() for one in pack.slides for frame in frames_of(one))
        assert "VOORBEELD" not in as_text(pack)


def test_a_pack_with_one_fictitious_row_is_refused() -> None:
    pack = pack_of(TWENTE)
    first = pack.slides[0]
    fictitious = first.frames[0].assign(status="sample").head(1)
    spoiled = dataclasses.replace(first, frames=(*first.frames, fictitious))
    with pytest.raises(FictitiousError, match="verzonnen cijfers"):
        checked(dataclasses.replace(pack, slides=(spoiled, *pack.slides[1:])))
    assert checked(pack) is pack


def test_where_every_figure_is_fictitious_no_pack_comes(database: Path, write: Write) -> None:
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        names = connection.execute(
            "select table_name from duckdb_columns() inner join duckdb_tables() using "
            "(table_name) where column_name = 'status'"
        ).fetchall()
    write(*(f"update {name} set status = 'sample'" for (name,) in names))
    with pytest.raises(FictitiousError):
        pack_of(TWENTE)


def test_every_sentence_is_plain_text() -> None:
    for label in (TWENTE, COALITION):
        for found in pack_of(label).slides:
            assert "*" not in text(found) and "\n" not in text(found)
            assert nl.MISSING + " " + nl.MISSING not in text(found)


def test_an_unknown_area_is_refused() -> None:
    with pytest.raises(ValueError, match="Het gebied ‘Nergens’ bestaat niet"):
        pack_of("Nergens")


def test_no_two_areas_share_a_file_name() -> None:
    labels = [*queries.filters.regions()["label"], COALITION]
    stems = [place(label).stem for label in labels]
    assert len(set(stems)) == len(stems) == 88
    assert place(TWENTE).stem == "twente"
    assert place("Twente (COROP)").stem == "twente_corop"


@pytest.mark.slow
def test_there_is_a_pack_about_every_area() -> None:
    for label in [*queries.filters.regions()["label"], COALITION]:
        pack = pack_of(label)
        assert [found.key for found in pack.slides] == ORDER, label
        for found in pack.slides:
            assert found.title and found.topic, label
            has_body = found.chart or found.table or found.why_empty or found.key == "sources"
            assert has_body, (label, found.key)
            assert found.filters.startswith("gebied: "), label


def test_files_are_made_without_the_screen() -> None:
    code = (
        "import pkgutil, sys, exports\n"
        "for found in pkgutil.walk_packages(exports.__path__, 'exports.'):\n"
        "    if not found.name.endswith('__main__'):\n"
        "        __import__(found.name)\n"
        "assert 'exports.packs.pack' in sys.modules\n"
        "print('streamlit' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
