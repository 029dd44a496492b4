"""One area for the whole visit: what a page shows of it, and that nothing is written over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.database import DATABASE_VARIABLE, ROOT
from ui.filters import areas

COALITION = "Techniekcoalitie Oost"
TWENTE = "Twente (arbeidsmarktregio)"
WITH_A_BOX = ("regios", "beroepen", "mbo", "overstappen", "downloads", "vergadering", "overzicht")
WITHOUT = ("programmas", "krapte_en_inzet", "sinds", "verantwoording")


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def shown(label: str, *kinds: str) -> tuple[str, str, tuple[str, ...]]:
    found = areas.nearest(areas.of_label(label), *kinds)
    return found.name, found.kind, found.codes


def test_a_page_shows_the_area_itself_or_the_nearest_thing_to_it() -> None:
    coalition = (COALITION, "provincie", ("PV25", "PV23"))
    all_kinds = ("provincie", "arbeidsmarktregio", "corop")
    assert shown("Overijssel", *all_kinds) == ("Overijssel", "provincie", ("PV23",))
    assert shown(TWENTE, *all_kinds) == (TWENTE, "arbeidsmarktregio", ("AM05",))
    assert shown(COALITION, "provincie") == coalition
    assert shown("Nederland", "provincie", "corop") == shown("Atlantis", "provincie") == coalition
    assert shown("Nederland", "arbeidsmarktregio", "land") == ("Nederland", "land", ("NL01",))
    name, kind, codes = shown("Overijssel", "arbeidsmarktregio", "land")
    assert (name, kind) == ("Overijssel", "arbeidsmarktregio") and "AM05" in codes
    assert set(codes) < set(shown(COALITION, "arbeidsmarktregio")[2])
    assert shown("FoodValley (arbeidsmarktregio)", "provincie") == (
        "Gelderland en Utrecht",
        "provincie",
        ("PV25", "PV26"),
    )
    assert shown(TWENTE, "corop")[0] == "Twente (COROP)"
    assert shown("Twente (COROP)", "arbeidsmarktregio", "land")[0] == TWENTE


def test_of_several_regions_one_is_the_largest_and_of_several_provinces_the_country() -> None:
    for label, one in (("Overijssel", TWENTE), (COALITION, "Nederland"), (TWENTE, TWENTE)):
        several = areas.nearest(areas.of_label(label), "arbeidsmarktregio", "land")
        assert areas.one_of(several).name == one


def opened(name: str, app: AppTest | None = None, **asked: str) -> AppTest:
    """Return the app at a page, as a link or, of an app that runs, as its menu opens it."""
    page = app or AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params.clear()
    for key, value in asked.items():
        page.query_params[key] = value
    page.switch_page(f"pages/{name}.py").run()
    assert not page.exception, name
    return page


def said(page: AppTest) -> str:
    return "\n".join(str(note.value) for note in (*page.info, *page.caption))


def address(page: AppTest, key: str) -> str:
    found = page.query_params[key]
    return found if isinstance(found, str) else found[0]


def box(page: AppTest) -> str:
    [found] = [box for box in page.selectbox if box.label == "Gebied"]
    return str(found.value)


@pytest.mark.parametrize("start", ["overzicht", "beroepen", "verantwoording"])
def test_a_link_gives_the_area_and_the_days_to_every_page_of_the_menu(start: str) -> None:
    asked = {"gebied": "Overijssel", "vanaf": "2026-01-01", "bevroren": "2026KW01"}
    page = opened(start, **asked)
    for name in (*WITHOUT[:1], *WITH_A_BOX, *WITHOUT[1:], start):
        opened(name, page)
        assert {key: address(page, key) for key in asked} == asked, name
        if name in WITH_A_BOX:
            assert box(page) == "Overijssel", name
    assert said(opened("overstappen", page)).count("één gebied tegelijk: u ziet Twente") == 1
    shown = said(opened("beroepen", gebied="Overijssel", voorbeeld="true"))
    assert "wat geheel of deels in Overijssel ligt" in shown
    assert "Overijssel" in opened("downloads", page).header[0].value


@pytest.mark.parametrize(
    ("area", "boxed", "told"),
    [
        ("Twente (COROP)", "Twente (COROP)", "U ziet Overijssel, waarin Twente (COROP) ligt"),
        ("Nederland", "Nederland", "CBS, schooljaar"),
        ("Atlantis", COALITION, "Gebied ‘Atlantis’ is hier niet beschikbaar"),
        (COALITION, COALITION, "CBS"),
    ],
)
def test_what_is_shown_instead_is_said_and_kept_nowhere(area: str, boxed: str, told: str) -> None:
    page = opened("mbo", gebied=area, voorbeeld="true")
    for name in ("mbo", "sinds", "mbo"):
        opened(name, page)
        assert address(page, "gebied") == area
    assert told in said(page) and box(page) == boxed


def test_a_choice_in_a_box_is_kept_where_another_page_shows_something_else() -> None:
    page = opened("overzicht", gebied="Utrecht")
    [area] = [box for box in page.selectbox if box.label == "Gebied"]
    area.select("Gelderland").run()
    assert address(page, "gebied") == "Gelderland"
    for name in ("beroepen", "regios", "overzicht"):
        assert box(opened(name, page)) == "Gelderland"
        assert address(page, "gebied") == "Gelderland"


def test_the_level_of_regios_follows_the_area_where_the_measure_is_published() -> None:
    page = opened("regios", maat="Werkloosheid", gebied=TWENTE)
    assert page.session_state["niveau"] == "Arbeidsmarktregio"
    [area] = [box for box in page.selectbox if box.label == "Gebied"]
    area.select("Twente (COROP)").run()
    assert page.session_state["niveau"] == "COROP"
    page = opened("regios", gebied=TWENTE)
    assert "U ziet Overijssel, waarin Twente (arbeidsmarktregio) ligt" in said(page)


def measure_shown(page: AppTest) -> str:
    return next(box.value for box in page.selectbox if box.label == "Maat")


def test_regios_begins_with_a_shortage_and_says_where_none_is_published() -> None:
    page = opened("regios")
    assert measure_shown(page) == "Relatieve krapte"
    page.get("button_group")[0].set_value("Arbeidsmarktregio").run()
    assert measure_shown(page) == "Werkloosheid"
    assert "Van een arbeidsmarktregio wordt geen krapte" in said(page)
    page.get("button_group")[0].set_value("Provincie").run()
    assert measure_shown(page) == "Relatieve krapte"


def test_a_chosen_measure_stays_and_a_link_to_a_sector_is_about_its_vacancies() -> None:
    page = opened("regios", maat="WW-uitkeringen")
    page.get("button_group")[0].set_value("COROP").run()
    assert measure_shown(page) == "WW-uitkeringen"
    assert measure_shown(opened("regios", sector="Bouw")) == "Openstaande vacatures"


KINDS = (COALITION, "Groningen", TWENTE, "Achterhoek (COROP)", "Nederland")


@pytest.mark.one_in(5)
@pytest.mark.parametrize(
    ("name", "area"), [(name, area) for name in (*WITH_A_BOX, *WITHOUT) for area in KINDS]
)
def test_every_page_opens_cold_with_every_kind_of_area(name: str, area: str) -> None:
    page = opened(name, gebied=area)
    assert address(page, "gebied") == area
