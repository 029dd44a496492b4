"""From one occupation to another on screen: how near, how tight there, and with what help."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from brand.classes import TIGHT
from ui.krapte import finding as titles
from ui.krapte import occupations
from ui.parts import empty, figures, notes, tables
from words.marks import is_sample

CASE_TITLE = "CNC-verspaner"
CASE_SEGMENTS = ("074", "076")
CASE_FROM = "UWV-0761"
ORDERED = (
    "Op nabijheid; bij gelijke nabijheid eerst hetzelfde niveau, dan op naam. De spanning telt "
    "niet mee. Waaruit een nabijheid bestaat, en welke vouchers er zijn, staat bij Eén overstap."
)
EXAMPLE = "Een voorbeeld, geen advies: kies een beroep."
INDICATION = (
    "Nabijheid is een indicatie, hier berekend uit de beroepenindeling; de vraag naar vaardigheden "
    "wordt niet gemeten."
)


def start(chosen: pd.Series | None, groups: pd.DataFrame) -> pd.Series:
    """Return the group of UWV that someone comes from: the chosen one, or of the example."""
    if chosen is not None:
        return chosen
    return groups[groups["kind"].eq("group") & groups["uwv_group_code"].eq(CASE_FROM)].iloc[0]


def finding(frame: pd.DataFrame, name: str, is_example: bool, is_without_tension: bool) -> None:
    """Show what lies nearest as the title of the page, and what that rests on.

    Args:
        frame: Rows of ``overstappen/candidates``.
        name: Of the occupation that someone comes from.
        is_example: Whether the reader chose none.
        is_without_tension: Whether none is loaded.
    """
    example = f"{EXAMPLE} " if is_example else ""
    tension = f" {occupations.NO_TENSION}" if is_without_tension else ""
    said = sentences.nearest(frame.drop(columns="tension_status"), name)
    titles.show(said, f"{example}{INDICATION}{tension}", otherwise=name)


def case(told: pd.DataFrame, towards: pd.DataFrame) -> None:
    """Show a move that a programme made, and how near the occupations are that it made it from.

    Args:
        told: Rows of ``overstappen/case``.
        towards: Rows of ``overstappen/towards``.
    """
    st.header(f"Voorbeeld: van metaal en elektrotechniek naar {CASE_TITLE}", anchor=False)
    if not told.empty:
        st.markdown(sentences.moved(told))
        notes.under(told, terms=(), file_name="overstap_in_een_programma")
    st.markdown(
        f"De titel {CASE_TITLE} hoort bij {towards['occupation_label'].iloc[0]}. Hoe dicht liggen "
        "de beroepsgroepen in metaal en elektrotechniek daarbij? Een lage nabijheid sluit een "
        "overstap niet uit."
    )
    figures.show_table(
        towards,
        ["from_label", "nearness", "level_step_label", "why_label"],
        f"Nabijheid van beroepsgroepen tot die van {CASE_TITLE} (indicatie)",
        terms=("nearness", "level_step", "technique"),
        file_name=f"nabijheid_tot_{CASE_TITLE}",
    )


def candidates(frame: pd.DataFrame, name: str, area_name: str) -> None:
    """Show the technical occupations in order of nearness (``overstappen/candidates``)."""
    if frame.empty:
        empty.show(
            f"Geen technisch beroep is in {area_name} {TIGHT}.",
            "Zo zegt het de spanning van het gekozen kwartaal; een onbekende klasse telt niet als "
            "krap. Kies bij Toon alle technische beroepen.",
            key="none_tight",
        )
        return
    columns = ["occupation_label", "nearness", "level_step_label", "why_label"]
    st.caption(ORDERED)
    with st.container(key="ranking"):
        tables.show(
            occupations.beside_real(frame),
            [*columns, *tension_columns(frame)],
            f"Technische beroepsgroepen bij {name}, op nabijheid (indicatie)"
            f"{tension_in(frame, area_name)}",
        )
    notes.under(
        frame,
        terms=("nearness", "level_step", "technique", "tension"),
        file_name=f"overstappen_vanuit_{name}_{area_name}",
    )


def tension_columns(frame: pd.DataFrame) -> list[str]:
    """Return the columns about tension that there are."""
    if frame["quarter"].eq("").all():
        return []
    around = ["neighbours_label"] if frame["neighbours_label"].notna().any() else []
    return ["class_label", *around]


def tension_in(frame: pd.DataFrame, area_name: str) -> str:
    """Return where the tension is of, for behind a caption."""
    return f"; spanning in {area_name}" if tension_columns(frame) else ""


def same_group(asked: str, group: str) -> None:
    """Say that what someone moves to belongs to the group that they come from."""
    empty.show(
        f"Zelfde beroepsgroep: {group}.",
        f"‘{asked}’ hoort bij de groep van waaruit iemand overstapt. Nabijheid en krapte gelden "
        "per groep: wat voor een stap daarbinnen nodig is, meet geen bron. Hieronder staat welke "
        "voucher of scholing er is.",
        key="same_group",
    )


def steps(frame: pd.DataFrame, move: str) -> None:
    """Show of what the nearness of two occupations, of a ``move``, is made up."""
    st.markdown(sentences.nearness(frame, move))
    figures.show_table(
        frame,
        ["criterion_label", "from_text", "to_text", "points", "most_points"],
        "Waaruit de nabijheid bestaat (indicatie)",
        terms=("nearness", "level_step", "technique", "mbo_level_share"),
        file_name=f"nabijheid_{move}",
    )


def tension(frame: pd.DataFrame, name: str) -> None:
    """Show how tight an occupation is in a region and around it (``overstappen/tension``)."""
    tables.show(
        occupations.told(frame),
        ["region_name", "class_label", "tension_ratio_text"],
        f"Spanning van {name}, {frame['period_label'].iloc[0]}",
    )
    notes.under(frame, terms=occupations.TERMS, file_name=f"spanning_{name}")


def instruments(frame: pd.DataFrame, area_name: str) -> None:
    """Show the published vouchers and training, fictitious programmes in a table apart."""
    fictitious = is_sample(frame)
    real = frame[~fictitious]
    if real.empty:
        empty.show(
            f"Voor {area_name} is geen bedrag van een voucher of scholing gepubliceerd.",
            "De bronnen over de programma's noemen hier geen regel met een onder- of bovengrens. "
            "Een programma dat zich registreert, kan die opgeven.",
            how="python -m etl programme add BESTAND.toml",
            key="instruments",
        )
    else:
        st.markdown(sentences.rules_running(real))
    for rows, key in ((real, "instruments"), (frame[fictitious], "sample_instruments")):
        if rows.empty:
            continue
        figures.show_table(
            rows,
            [
                "programme_name",
                "where_label",
                "state_label",
                "budget_kind_label",
                "amount_text",
                "source_names",
            ],
            f"Vouchers en scholing van programma's, {area_name}",
            terms=("voucher",),
            key=key,
            file_name=f"vouchers_en_scholing_{area_name}",
            texts={"amount_text": lambda row: f"{nl.figure(row, 'amount_eur')} {row['per_label']}"},
        )


def training(row: pd.Series) -> None:
    """Show in which field of study of mbo a row of ``overstappen/candidates`` is trained for."""
    st.markdown(
        f"**Opleiding in het mbo.** Richting: {row['study_field_label']} (een afspraak in deze "
        f"monitor; fijner publiceert CBS niet). Niveau van het beroep, een aanname: "
        f"{row['level_label']}."
    )
    st.page_link(
        "pages/mbo.py",
        label=f"Studenten en gediplomeerden {row['study_field_label']}",
        icon=":material/arrow_forward:",
        query_params={"richting": row["study_field_label"]},
    )
