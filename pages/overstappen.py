"""Overstappen: from which occupation to which tight one, and what helps on the way."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

import queries
from ui.filters import areas, boxes, groups, periods, samples
from ui.frame import shell
from ui.krapte import occupations
from ui.overstappen import flows, moves, person
from ui.parts import shown
from ui.programmas import cells

shell.ensure()


class Choice(NamedTuple):
    """What the reader chose, and the group that someone comes from: of the example without one.

    The quarter is missing when no tension is loaded.
    """

    area_name: str
    chosen: pd.Series | None
    start: pd.Series
    quarter: pd.Series | None
    around: dict[str, Any]


def candidates(choice: Choice) -> pd.DataFrame:
    """Return the technical occupations that are near to where someone comes from."""
    return queries.overstappen.candidates(
        uwv_group_code=choice.start["uwv_group_code"],
        quarter=periods.code_of(choice.quarter),
        **choice.around,
    )


def from_one_to_others(choice: Choice) -> None:
    """Show which occupations are near, and while nothing is chosen a move that a programme made."""
    found, tight = candidates(choice), False
    if choice.quarter is not None:
        tight = groups.only_tight()
    name = choice.start["occupation_label"]
    moves.candidates(found[found["is_tight"]] if tight else found, name, choice.area_name)
    if choice.chosen is None:
        moves.case(
            queries.overstappen.case(
                title=moves.CASE_TITLE, with_sample=choice.around["with_sample"]
            ),
            queries.overstappen.towards(title=moves.CASE_TITLE, segment_codes=moves.CASE_SEGMENTS),
        )


def one_move(choice: Choice) -> None:
    """Show one move: why it is near, how tight it is there, and what helps."""
    towards = queries.overstappen.towards(title=moves.CASE_TITLE, segment_codes=moves.CASE_SEGMENTS)
    suggested = towards["occupation_code"].iloc[0] if choice.chosen is None else None
    row = groups.target(candidates(choice), choice.start, suggested)
    if row is None:
        moves.same_group(groups.asked_target(), choice.start["occupation_label"])
    else:
        between_groups(choice, row)
    st.header("Welke voucher of scholing is er?", anchor=False)
    moves.instruments(queries.overstappen.instruments(**choice.around), choice.area_name)
    if row is not None:
        moves.training(row)


def between_groups(choice: Choice, row: pd.Series) -> None:
    """Show why a group is near, and how tight it is there."""
    name = row["occupation_label"]
    move = f"Van {choice.start['occupation_label']} naar {name}"
    st.header(move, anchor=False)
    steps = queries.overstappen.steps(
        uwv_group_code=choice.start["uwv_group_code"], occupation_code=row["occupation_code"]
    )
    moves.steps(steps, move)
    st.header("Hoe krap is het daar?", anchor=False)
    if choice.quarter is None:
        st.markdown(occupations.NO_TENSION)
    else:
        moves.tension(
            queries.overstappen.tension(
                occupation_code=row["occupation_code"],
                quarter=periods.code_of(choice.quarter),
                **choice.around,
            ),
            name,
        )


def in_programmes(choice: Choice) -> None:
    """Show from where to where people went in one programme that delivered."""
    st.header("Van waar naar waar gingen mensen in een programma?", anchor=False)
    with_sample = choice.around["with_sample"]
    programmes = queries.overstappen.programmes(with_sample=with_sample)
    if programmes.empty:
        flows.none_delivered(not with_sample)
        return
    ids = programmes.set_index("programme_name")["programme_id"]
    name = boxes.choose("Programma", "stroom", list(ids.index))
    asked = {"programme_id": ids[name], "with_sample": with_sample}
    cells.about(queries.programmas.deliveries(programme_ids=(ids[name],), with_sample=with_sample))
    flows.show(queries.overstappen.flows(**asked), name)
    st.header("Waar kwamen zij uit, en hoe krap is het daar?", anchor=False)
    arrived = queries.overstappen.arrivals(
        region_code=choice.around["region_code"], quarter=periods.code_of(choice.quarter), **asked
    )
    flows.arrivals(arrived, name, choice.area_name)


def for_one_person(choice: Choice) -> None:
    """Show which occupations fit what someone can do, and what that rests on."""
    st.header("Maatwerk voor een arbeidsmakelaar: wat past bij wat iemand kan?", anchor=False)
    techniques = queries.overstappen.techniques()
    st.info(person.NOTHING_STORED, icon=":material/lock:")
    fitting(choice, techniques)
    person.techniques(techniques)


@shown.part
def fitting(choice: Choice, techniques: pd.DataFrame) -> None:
    """Let someone tick what they can do, and show what fits; a tick changes nothing else."""
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        level = person.own_level()
    right.button(
        "Wis niveau en vinkjes",
        on_click=person.forget,
        args=(techniques,),
        icon=":material/delete:",
    )
    with st.expander("Machines en technieken: vink aan wat iemand beheerst", expanded=True):
        ticked = person.ticks(techniques)
    if choice.chosen is None and not ticked:
        person.nothing_to_fit()
        return
    found = queries.overstappen.tailored(
        uwv_group_code="" if choice.chosen is None else choice.chosen["uwv_group_code"],
        mbo_level=level,
        techniques=ticked,
        quarter=periods.code_of(choice.quarter),
        **choice.around,
    )
    person.tailored(found, choice.area_name)


VIEWS = {
    "Waarheen": from_one_to_others,
    "Eén overstap": one_move,
    "In programma's": in_programmes,
    "Maatwerk": for_one_person,
}


@shown.part
def page() -> None:
    """Show the finding, the filters and the chosen view."""
    title, said = st.container(key="finding"), st.container(key="instead")
    with said:
        with_sample = samples.wanted(
            "De spanning per beroepsgroep en wat programma's aanleverden",
            "uwv_tension",
            "deliveries",
        )
        area = areas.area("arbeidsmarktregio", "land", only_one=True)
    with boxes.filters() as draw:
        chosen = groups.occupation_or_title()
        quarter = periods.tension_quarter(with_sample)
        with_neighbours = groups.with_neighbours()
    if chosen is not None:
        code = chosen["uwv_group_code"]
        with said:
            occupations.searched(groups.title_searched(code), code)
    start = moves.start(chosen, queries.beroepen.choices())
    around = {
        "region_code": area.codes[0],
        "with_neighbours": with_neighbours,
        "with_sample": with_sample,
    }
    choice = Choice(area.spoken, chosen, start, quarter, around)
    with title:
        moves.finding(
            candidates(choice), start["occupation_label"], chosen is None, quarter is None
        )
    boxes.views(VIEWS, choice)
    draw()


page()
