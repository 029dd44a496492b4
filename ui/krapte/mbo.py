"""What page mbo shows: what can be known, demand per level, supply, places to learn at work."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import bars, level_bars, level_lines
from ui.krapte import finding as titles
from ui.parts import empty, figures, markup, notes, tables

LEVELS = ("mbo1", "mbo2", "mbo3", "mbo4", "total")
COUNTED = {"students": "Studenten", "graduates": "Gediplomeerden"}
UNLOADED = {
    "demand": "vacatures per beroep en regio (UWV)",
    "students": "studenten per niveau en provincie (CBS)",
    "graduates": "gediplomeerden per niveau en provincie (CBS)",
}
ASSUMPTION = (
    "Niveauverdeling: landelijke aanname per beroep, gelijk in elke regio; geen gemeten vraag."
)
RANGE = (
    "De lijn in een balk loopt van ten minste tot ten hoogste; een ruit is een jaar eerder. "
    "Nederland heeft een eigen schaal."
)
LEVELS_ARE_ASSUMED = "Het niveau dat vacatures vragen, is een landelijke aanname."
NOT_LOADED = (
    "CBS publiceert ze ook per provincie, niveau en leerweg; dat is hier nog niet ingelezen (vraag "
    "de beheerder)."
)
LEVEL_COLUMNS = [
    "level_label",
    "vacancies",
    "vacancies_low",
    "vacancies_high",
    "vacancies_year_before",
    "groups_not_shown",
]
NOT_KNOWN = (
    "Openstaande vacatures zijn gepubliceerd per beroep, **niet per mbo-niveau**. Wat hier per "
    "niveau staat, is een landelijke aanname.",
    "In die aanname zijn mbo 2 en mbo 3 één klasse. Een **tekort op mbo 3 alleen is met deze "
    "bronnen niet te meten**.",
    "Vacatures zijn een stand op één moment, gediplomeerden een stroom over een schooljaar. Ze "
    "staan naast elkaar en zijn **niet op elkaar te delen**.",
    "Gediplomeerden leren ook door of gaan elders of in een ander beroep werken. Hoeveel, staat "
    "niet in deze bronnen.",
)


@sentences.of_real_figures
def known(row: pd.Series) -> str:
    """Return what the sources do say about levels, as bullets, of the row of ``mbo/known``."""
    return sentences.bullets(
        (
            "Studenten en gediplomeerden staan per niveau, **mbo 3 en mbo 4 apart**, en per "
            "leerweg en richting.",
            "Ze zijn gepubliceerd per provincie, naar waar men **woont**: niet per school, en voor "
            f"geen van de {nl.number(row['labour_regions'])} arbeidsmarktregio's.",
            f"Bij {nl.number(row['occupations_both'])} van de {nl.number(row['occupations'])} "
            "technische beroepsgroepen kan volgens de aanname zowel mbo 2–3 als mbo 4 gevraagd "
            "zijn. Daarom staat bij de vraag een **bereik, ook voor mbo 4**.",
            *_measured(row),
        )
    )


def _measured(row: pd.Series) -> list[str]:
    """Return how many are higher educated, as measured, where that is loaded."""
    if nl.is_missing(row["high_edu_pct"]):
        return []
    return [
        f"Gemeten is de opleiding van wie het werk doet: van de vakkrachten is "
        f"{nl.percentage(row['crafts_high_edu_pct'])} hoger opgeleid, in alle technische beroepen "
        f"{nl.percentage(row['high_edu_pct'])} (CBS). Dat is niet het niveau waar vacatures om "
        "vragen."
    ]


def what_is_known(row: pd.Series) -> None:
    """Show what can and what cannot be known about mbo 3 and 4, of the row of ``mbo/known``."""
    with st.container(key="side_by_side_known"):
        left, right = st.columns(2)
        left.markdown(f"**Dit weten we**\n\n{known(row)}")
        right.markdown(f"**Dit weten we niet**\n\n{sentences.bullets(NOT_KNOWN)}")
        with left:
            notes.badge(str(row["status"]))


def finding(supply: pd.DataFrame | None, older: pd.DataFrame, field: pd.Series) -> None:
    """Show what is most to be known of students as the title of the page, and on what it rests.

    Args:
        supply: Rows of ``mbo/supply`` of the provinces shown, if there are any.
        older: Rows of ``mbo/older_students``.
        field: A row of ``mbo/fields``.
    """
    name = field["study_field_label"]
    otherwise = f"Vraag en aanbod mbo: {name}"
    if supply is not None and supply["persons"].notna().any():
        first = supply.iloc[0]
        when = nl.aged(first["period_label"], first["school_year"])
        basis = f"CBS, {when}, naar woonprovincie. {LEVELS_ARE_ASSUMED}"
        titles.show(sentences.supply_in_brief(supply, name.lower()), basis, otherwise=otherwise)
    elif older.empty:
        titles.show(otherwise, NOT_LOADED, otherwise=otherwise)
    else:
        first = older.iloc[0]
        when = nl.aged(first["period_label"], first["school_year"])
        said = sentences.older_students(older, field["field_code"])
        titles.show(said, f"CBS 83850NED, {when}. {NOT_LOADED}", otherwise=otherwise)


def national(frame: pd.DataFrame) -> None:
    """Show the students of the whole country as bars (``mbo/older_students``)."""
    if frame.empty:
        return
    first, most = frame.iloc[0], frame["students"].max()
    rows = frame[frame["school_year"].eq(first["school_year"])].to_dict("records")
    shown = [
        bars.Bar(
            f"{row['study_field_label']}, {row['learning_path_label']}",
            0 if nl.is_missing(row["students"]) else 100 * row["students"] / most,
            nl.cell("students", row["students"], row["sign"]),
        )
        for row in rows
    ]
    about = f"Mbo-studenten in Nederland, {nl.aged(first['period_label'], first['school_year'])}"
    markup.show(bars.table(about, ("Richting", "Studenten"), shown), key="national")
    notes.under(frame, terms=("mbo_students",), key="national", file_name=about, title=about)


def crossing(regions: pd.DataFrame, area_name: str) -> str:
    """Return which arbeidsmarktregio's (``mbo/labour_regions``) lie partly outside an area."""
    text = (
        f"UWV publiceert per arbeidsmarktregio, niet per provincie. U ziet de regio's die geheel "
        f"of deels in {area_name} liggen, zonder totaal."
    )
    outside = [
        f"{row['region_name']} (ook in {row['outside_names']})"
        for _, row in regions.iterrows()
        if not nl.is_missing(row["outside_names"])
    ]
    return f"{text} Deels daarbuiten: {', '.join(outside)}." if outside else text


def where_supply_lives(area_name: str, is_whole: bool, provinces: Sequence[str]) -> str:
    """Return of which ``provinces`` the supply of an area is shown, and by where people live."""
    named = sentences.listed(provinces)
    apart = ", elk apart" if len(provinces) > 1 else ""
    if is_whole:
        return f"Woonregio: wie in {named} woont{apart}, ongeacht waar de school staat."
    return (
        f"CBS publiceert geen studenten en gediplomeerden per arbeidsmarktregio. U ziet de "
        f"{'provincies' if len(provinces) > 1 else 'provincie'} waarin {area_name} ligt: {named}"
        f"{apart}. Woonregio: wie daar woont, ongeacht waar de school staat."
    )


def demand(frame: pd.DataFrame, area_name: str) -> None:
    """Show the technical vacancies per level (``regios/level_mix``)."""
    if frame.empty:
        return
    quarter = frame["quarter_label"].iloc[0]
    hidden = frame.loc[frame["groups_not_shown"].fillna(0) > 0, "region_name"].unique()
    named = frame["set_label"].iloc[0].lower()
    legend = f"{ASSUMPTION} {RANGE} De vraag gaat over {named} samen."
    if len(hidden):
        legend += (
            f" ‘Ten minste’ en ‘geheim’: van {sentences.listed(list(hidden))} is niet elke "
            "beroepsgroep getoond; de tabel zegt hoeveel."
        )
    about = f"Openstaande vacatures voor {named} per niveau (aanname), eind {quarter}"
    st.markdown(f"**{about}**")
    figures.show_drawings(
        level_bars.drawn(frame, value="vacancies", before="vacancies_year_before"),
        frame,
        about=about,
        columns=["region_name", *LEVEL_COLUMNS],
        terms=("mbo_vacancies", "mbo_level_share"),
        file_name=f"{area_name}_vacatures_per_niveau",
        legend=legend,
    )


def missing(names: Sequence[str]) -> None:
    """Say in one line what is published but not loaded, of ``UNLOADED``."""
    if not names:
        return
    empty.show(
        f"Hier ontbreken {sentences.listed([UNLOADED[name] for name in names])}",
        "Die cijfers bestaan, maar zijn nog niet ingelezen of hebben voor deze keuze geen waarde.",
        how="python -m etl fetch",
        key="mbo",
    )


def supply(frame: pd.DataFrame, counted: str, field: str, area_name: str) -> None:
    """Show students or graduates per level and learning path.

    Args:
        frame: The answer to ``mbo/supply``.
        counted: ``students`` or ``graduates``.
        field: Label of the field of study.
        area_name: Of what was chosen.
    """
    if frame.empty:
        return
    about = (
        f"{frame['unit_label'].iloc[0].capitalize()}, {field.lower()}, "
        f"{frame['period_label'].iloc[0]}, naar woonprovincie"
    )
    st.markdown(f"**{about}**")
    figures.show_drawings(
        level_bars.drawn(
            frame, value="persons", bar="learning_path_label", before="persons_year_before"
        ),
        frame,
        about=about,
        columns=[
            "region_name",
            "level_label",
            "learning_path_label",
            "persons",
            "persons_year_before",
            "change",
        ],
        terms=(f"mbo_{counted}",),
        key=counted,
        file_name=f"{area_name}_{COUNTED[counted]}_per_niveau",
        legend="Een ruit is een jaar eerder. Alle provincies hebben dezelfde schaal, Nederland een "
        "eigen.",
    )


def development(frame: pd.DataFrame, counted: str, field: str, area_name: str) -> None:
    """Show students or graduates over school years; the arguments are those of ``supply``."""
    st.header(f"{COUNTED[counted]} ({frame['unit_label'].iloc[0].split(' ', 1)[1]})")
    figures.show_drawings(
        level_lines.drawn(frame, "persons"),
        frame,
        about=f"{COUNTED[counted]} per niveau en leerweg, {field.lower()}, naar woonprovincie, "
        f"{frame['period_label'].iloc[0]} tot en met {frame['period_label'].iloc[-1]}",
        columns=["region_name", "level_label", "learning_path_label", "period_label", "persons"],
        terms=(f"mbo_{counted}",),
        key=f"{counted}_series",
        file_name=f"{area_name}_{COUNTED[counted]}_per_schooljaar",
        legend="Grijs: geen cijfer. Alle provincies en niveaus hebben dezelfde schaal vanaf 0; "
        "Nederland heeft een eigen. Rechts staat het laatste schooljaar.",
    )


def work_places(frame: pd.DataFrame, area_name: str) -> None:
    """Show the students in bbl per field and level, to approximate the places taken."""
    if frame.empty:
        empty.show(
            "Hier ontbreken de bezette leerwerkplekken",
            "Ze worden benaderd met bbl-studenten, en die zijn per provincie nog niet geladen. "
            "Open plekken per provincie en niveau staan in geen van deze bronnen.",
            how="python -m etl fetch cbs_mbo_students",
            key="work_places",
        )
        return
    figures.show_table(
        frame,
        ["region_name", "study_field_label", *(f"students_{level}" for level in LEVELS)],
        "Benadering: bezette leerwerkplekken. Bbl-studenten op 1 oktober, "
        f"{frame['period_label'].iloc[0]}",
        terms=("work_places", "mbo_students"),
        file_name=f"{area_name}_leerwerkplekken",
    )


def entrants(frame: pd.DataFrame) -> None:
    """Show what those who entered mbo did a year before, or that it is not loaded."""
    if frame.empty:
        empty.show(
            "Hier ontbreekt de zij-instroom",
            "CBS publiceert voor heel Nederland wat wie aan een mbo-opleiding begint een jaar "
            "eerder deed: school, werk of een uitkering. Die tabellen zijn nog niet geladen.",
            how="python -m etl fetch cbs_mbo_entrants",
            key="entrants",
        )
        return
    for name, rows in frame.groupby("origin_kind_label", sort=False):
        tables.show(
            rows,
            ["origin_label", *(f"entrants_{level}" for level in LEVELS)],
            f"{name}: instromers, Nederland, {rows['period_label'].iloc[0]}",
        )
    notes.under(frame, terms=("mbo_entrants",), file_name="instroom_mbo")


def older_students(frame: pd.DataFrame) -> None:
    """Show what the older table of CBS says, apart from the newer one."""
    if frame.empty:
        return
    st.header("De oudere tabel van CBS")
    st.markdown(
        "Een andere tabel met een andere telling, zonder niveaus en provincies. Ze staat apart en "
        "loopt niet over in de reeksen hierboven."
    )
    figures.show_table(
        frame,
        ["period_label", "study_field_label", "learning_path_label", "students"],
        "Studenten in het mbo volgens de oudere tabel 83850NED, Nederland",
        terms=("mbo_students",),
        file_name="studenten_oudere_tabel",
    )
