"""What the pages about krapte say first, and how an occupation is found there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import queries
from etl.database import DATABASE_VARIABLE, ROOT
from ui.krapte import occupations
from words import measures
from words.marks import SAMPLE, is_sample

METAL = "Metaalbewerkers en constructiewerkers"
CNC = f"CNC-verspaner → {METAL}"
ONE = "Eén overstap"


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    yield


def opened(name: str, **asked: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in asked.items():
        page.query_params[key] = value
    page.switch_page(f"pages/{name}.py").run()
    assert not page.exception, name
    return page


def said(page: AppTest) -> str:
    return "\n".join(str(one.value) for one in (*page.title, *page.caption, *page.markdown))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("regios", "Overijssel: 38,0 vacatures per 1.000 beroepsbevolking, 3e van 7 bekende"),
        ("beroepen", "Technici bouwkunde en natuur: 141.000 werkenden in Nederland"),
        ("mbo", "Techniek: 95.975 van de 513.136 mbo-studenten in Nederland"),
        ("overstappen", "Vanuit Elektriciens en elektronicamonteurs het dichtst bij: Loodgieters"),
    ],
)
def test_a_page_opens_with_a_published_figure_and_nothing_fictitious(name: str, title: str) -> None:
    page = opened(name, gebied="Overijssel")
    assert page.title[0].value.startswith(title)
    assert SAMPLE not in said(page)


@pytest.mark.parametrize("name", ["regios", "beroepen", "mbo", "overstappen"])
def test_fictitious_figures_are_in_no_title(name: str) -> None:
    asked = {"maat": "Spanning (UWV)", "niveau": "Arbeidsmarktregio"} if name == "regios" else {}
    page = opened(name, gebied="Overijssel", voorbeeld="true", **asked)
    assert SAMPLE in said(page)
    title = re.sub(r"\de kwartaal \d{4}", "", page.title[0].value)
    assert name == "overstappen" or not re.search(r"\d", title)


def test_two_provinces_share_one_finding_and_an_old_period_carries_its_age() -> None:
    page = opened("regios")
    assert page.title[0].value == (
        "Overijssel 38,0 en Gelderland 36,5 vacatures per 1.000 beroepsbevolking"
    )
    assert "beroepsbevolking van 2e kwartaal 2023 :orange-badge[" in said(page)


def test_a_region_without_a_published_shortage_begins_with_unemployment() -> None:
    page = opened("regios", gebied="Twente (COROP)")
    assert page.title[0].value.startswith("Twente, 2018: 3,9% werkloos")
    assert "Van een COROP-gebied wordt geen krapte gepubliceerd" in said(page)


def test_a_title_is_found_by_its_letters_and_gives_its_group() -> None:
    page = opened("overstappen", weergave=ONE, beroep="Automonteurs", naar=CNC)
    assert f"Van Automonteurs naar {METAL}" in [one.value for one in page.header]
    found = {box.label: box for box in page.selectbox}
    for label in ("Beroepsgroep of titel", "Naar welk beroep?"):
        assert "FILTER_MODE_CONTAINS" in str(found[label].proto)
        assert CNC in found[label].options


@pytest.mark.parametrize("target", [CNC, METAL])
def test_a_move_within_one_group_is_called_so(target: str) -> None:
    page = opened("overstappen", weergave=ONE, beroep=METAL, naar=target)
    assert f"Zelfde beroepsgroep: {METAL}" in said(page)
    assert not any(one.value.startswith("Van ") for one in page.header)


def test_a_real_figure_beside_a_fictitious_one_is_not_called_fictitious() -> None:
    asked = {"region_code": "AM05", "quarter": "2026KW02", "with_sample": True}
    for frame in (
        queries.overstappen.candidates(uwv_group_code="UWV-0741", with_neighbours=True, **asked),
        queries.beroepen.related(uwv_group_code="UWV-0741", **asked),
    ):
        assert set(frame["status"]) == {"estimated"}
        assert "sample" in set(frame["tension_status"])
        shown = occupations.beside_real(frame)
        assert not is_sample(shown).any()
        assert shown["class_label"].str.endswith("(fictief)").all()


def test_the_years_before_the_programmes_stand_in_panels_of_their_own() -> None:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params["weergave"], page.query_params["maat"] = "Door de tijd", "Werkloosheid"
    page.switch_page("pages/regios.py").run()
    assert not page.exception
    headings = [one.value for one in page.header]
    assert headings[-1] == "Voor de programma's, volgens Eurostat" and len(headings) == 2


def test_regions_stand_by_rank_and_beside_five_years_before() -> None:
    asked = {"measure": "open_vacancies", "breakdown": "T001081", "with_sample": False}
    rows = measures.texts(queries.regios.ranking(kind="provincie", period="2020KW02", **asked))
    before = queries.regios.ranking(kind="provincie", period="2015KW02", **asked)
    figures = before.set_index("region_code")["figure"]
    for row in rows.to_dict("records"):
        assert row["figure_five_years_before"] == figures[row["region_code"]]
        assert row["change_five_years_before"] == row["figure"] - figures[row["region_code"]]
    now = queries.regios.ranking(kind="provincie", period="2026KW02", **asked)
    known = now.loc[now["figure_five_years_before"].notna(), "region_code"]
    assert known.tolist() == ["PV25"], "of 2021KW02 one page prints one figure"


@pytest.mark.parametrize("period", ["2018KW01", "2022KW04", "2026KW02"])
def test_a_wide_rank_never_stands_above_a_narrow_one_that_begins_alike(period: str) -> None:
    rows = queries.regios.ranking(
        kind="arbeidsmarktregio",
        measure="tension",
        breakdown="UWV-0742",
        period=period,
        with_sample=True,
    )
    known = rows[rows["rank"].notna()]
    worst = known["known_rank_label"].str.split("–").str[-1].astype(int)
    places = list(zip(known["rank"], worst, strict=True))
    assert places == sorted(places) and len(places) > 20
    assert rows["rank"].isna().to_list() == sorted(rows["rank"].isna())


def test_the_whole_country_tells_of_each_programme_with_a_known_begin_and_end() -> None:
    page = opened("overzicht", gebied="Nederland")
    assert "Tijdens **Technisch Talent Werkt**" in said(page)
    assert "Tijdens **Leve(n)lang Gelders Vakmanschap**" in said(page)


def test_a_quote_carries_its_age() -> None:
    page = opened("regios", gebied="Gelderland", weergave="Profiel")
    quoted = next(
        one.proto.body for one in page.get("html") if "zoals aangehaald" in one.proto.body
    )
    assert re.search(r"2e kwartaal 2024 \(\d jaar oud\)", quoted)


def test_a_region_without_a_figure_of_the_quarter_shows_its_newest_with_its_age() -> None:
    page = opened("regios", gebied="Noord-Holland", weergave="Profiel")
    assert page.title[0].value == (
        "Noord-Holland, 3e kwartaal 2022: 51,3 vacatures per 1.000 beroepsbevolking"
    )
    assert re.search(r"CBS, 3e kwartaal 2022 :orange-badge\[\d jaar oud\]", said(page))
    told = [(one.label, one.value) for one in page.metric]
    assert re.fullmatch(r"Noord-Holland, 3e kwartaal 2022 \(\d jaar oud\)", told[0][0])
    assert [value for _, value in told] == ["51,3", "42,9"], "it has no rank among those of now"


def test_the_whole_country_is_shown_itself_and_ranked_among_nothing() -> None:
    page = opened("regios", gebied="Nederland", weergave="Profiel")
    assert page.title[0].value == "Nederland: 38,4 vacatures per 1.000 beroepsbevolking"
    assert [one.value for one in page.metric] == ["38,4", "40,0"]
    assert "Hier staat niets over heel Nederland" not in said(page)
    beside = opened("regios", gebied="Nederland", weergave="Naast de buren")
    assert "Weergave ‘Naast de buren’ is hier niet beschikbaar" in beside.info[0].value


def test_several_regions_stand_in_a_table() -> None:
    page = opened("regios", weergave="Profiel")
    [table] = [one.proto.body for one in page.get("html") if "Relatieve krapte" in one.proto.body]
    assert re.search(r"Overijssel</td>.*38,0</td>.*Gelderland</td>.*36,5</td>", table, re.S)
