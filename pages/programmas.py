"""Programma's: what did each programme aim at, do, cost and reach."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

import queries
import sentences
from ui import filters
from ui.frame import shell
from ui.parts import notes
from ui.programmas import funnel, programme_cells, programme_compare, vouchers
from ui.programmas import programmes as shown

shell.ensure()


def cells(
    subject: str, dimension_1: str = "", dimension_2: str = "", period_kind: str = "all"
) -> pd.DataFrame:
    """Return one table of protected numbers of the programme shown."""
    return queries.programmas.cells(
        programme_ids=programme_ids,
        subject=subject,
        dimension_1=dimension_1,
        dimension_2=dimension_2,
        period_kind=period_kind,
        with_sample=with_sample,
    )


def ask(question: Callable[..., pd.DataFrame], ids: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Return the answer about some programmes: the one shown, unless others are named."""
    return question(programme_ids=ids or programme_ids, with_sample=with_sample)


def targets_and_results() -> None:
    """Show what was aimed at and reached, and what was never published."""
    shown.description(profile)
    conflicts = ask(queries.programmas.conflicts)
    for _, rows in conflicts.groupby("what"):
        st.warning(sentences.conflict(rows), icon=":material/compare_arrows:")
    sums = queries.programmas.breakdown_sums(programme_id=programme_id, with_sample=with_sample)
    for _, row in sums.iterrows():
        st.warning(sentences.parts_differ(row), icon=":material/compare_arrows:")

    st.header("Doelen en gepubliceerde resultaten")
    targets = ask(queries.programmas.targets)
    shown.targets(targets)
    notes.under(
        targets,
        terms=("programme", "target_realisation_pct"),
        key="targets",
        file_name=f"{programme_id}_doelen",
    )

    if not delivery.empty:
        st.header("Doelrealisatie uit de aanlevering")
        programme_cells.about(delivery)
        programme_compare.realised(
            ask(queries.programmas.realised),
            programme_id,
        )
        pace = ask(queries.programmas.pace)
        if not pace.empty:
            st.header("Tempo en raming")
            programme_compare.pace(pace, programme_id)

    st.header("Wat is er gemeld?")
    split = queries.programmas.sector_split(programme_id=programme_id, with_sample=with_sample)
    for _, row in split.iterrows():
        st.markdown(sentences.sector_split(row))
    results = ask(queries.programmas.results)
    shown.results(results)
    notes.under(
        results, terms=("programme_result",), key="results", file_name=f"{programme_id}_resultaten"
    )
    missing = queries.programmas.not_published(programme_id=programme_id, with_sample=with_sample)
    if not missing.empty:
        programme_compare.not_published(missing)


def budgets_and_partners() -> None:
    """Show with how much money and by whom it was done, and which publications say so."""
    st.header("Budget en voucherbedragen")
    budgets = ask(queries.programmas.budgets)
    shown.budgets(budgets)
    notes.under(
        budgets, terms=("programme_budget",), key="budgets", file_name=f"{programme_id}_budget"
    )

    st.header("Wat is er ingezet")
    resources = queries.programmas.resources(programme_id=programme_id, with_sample=with_sample)
    shown.resources(resources)
    notes.under(resources, terms=("programme",), key="resources", file_name=f"{programme_id}_inzet")

    st.header("Wie doet mee")
    partners = queries.programmas.partners(programme_id=programme_id, with_sample=with_sample)
    shown.partners(partners)
    notes.under(
        partners, terms=("programme",), key="partners", file_name=f"{programme_id}_partners"
    )

    st.header("Bronnen over dit programma")
    shown.sources(queries.programmas.sources(programme_id=programme_id, with_sample=with_sample))


@st.fragment
def participants() -> None:
    """Show who took part; a choice here changes nothing else."""
    funnel.participants(
        filters.division("Deelnames naar", "deelnames", list(funnel.PARTICIPANTS_BY)),
        cells,
        programme_id,
    )


@st.fragment
def outcomes() -> None:
    """Show from where and to where people went; a choice here changes nothing else."""
    funnel.outcomes(
        filters.division("Uitstroom naar", "uitstroom", list(funnel.OUTCOMES_BY)),
        cells,
        programme_id,
    )


@st.fragment
def divided() -> None:
    """Show vouchers by what they divide; a choice here changes nothing else."""
    left, right = st.columns(2)
    with left:
        chosen = filters.division("Vouchers naar", "vouchers", list(vouchers.DIVIDED_BY))
    with right:
        period = filters.division("Tijd", "tijd", vouchers.periods(chosen))
    vouchers.divided(chosen, period, cells, programme_id)


def trajectories() -> None:
    """Show from intake to outcome, who works later, who took part, and the employers."""
    if delivery.empty:
        programme_cells.not_delivered(
            "Trajecten, uitkomsten en vacatures van dit programma", programme_id, "trajectories"
        )
        return
    programme_cells.about(delivery)
    st.header("Van intake tot uitkomst")
    funnel.steps(ask(queries.programmas.funnel), programme_id)
    st.header("Plaatsingspercentage (bruto)")
    funnel.placement(ask(queries.programmas.placement_rate), programme_id)
    st.header("Aan het werk na 6, 12 en 24 maanden")
    funnel.at_work(ask(queries.programmas.at_work), programme_id)
    st.header("Van werk naar werk, en zonder vaste baan bij de start")
    funnel.routes(
        cells("participation", "route"), cells("exit", "at_work_12", "route"), programme_id
    )
    st.header("Wie deden mee")
    participants()
    st.header("Waarvandaan en waarheen")
    outcomes()
    st.header("Werkgevers en vacatures")
    funnel.employers(ask(queries.programmas.employers), programme_id)


def vouchers_and_costs() -> None:
    """Show vouchers and euros, by what they divide, whose money, and what things cost."""
    if delivery.empty:
        programme_cells.not_delivered("Vouchers van dit programma", programme_id, "vouchers")
    else:
        programme_cells.about(delivery)
        st.header("Vouchers en euro's tot en met elk kwartaal")
        vouchers.until_quarters(cells("voucher", period_kind="until_quarter"), programme_id)
        st.header("Waar de vouchers heen gingen")
        divided()
        st.header("Wiens geld")
        vouchers.funders(ask(queries.programmas.funders), programme_id)
        st.header("Voucherwaarde en de grenzen van de regeling")
        vouchers.value(ask(queries.programmas.voucher_value), programme_id)
    st.header("Kosten")
    vouchers.costs(ask(queries.programmas.costs), programme_id)


def beside_each_other() -> None:
    """Show up to four programmes beside each other."""
    st.header("Programma's naast elkaar")
    ids = filters.programmes_beside(programme_id, with_sample)
    programme_compare.beside(
        ask(queries.programmas.compare, ids), ask(queries.programmas.funnel, ids)
    )
    programme_compare.published(
        ask(queries.programmas.targets, ids), ask(queries.programmas.budgets, ids)
    )


st.title("Programma's")
st.markdown(
    "Wat beoogde elk programma, wat bereikte het en wat kostte het, volgens openbare bronnen of "
    "volgens het programma zelf."
)
with_sample = filters.with_sample(
    "Elk programma met ‘(fictief)’ in zijn naam", "programmes", "deliveries"
)

box = st.expander(
    "Alle programma's", expanded=shown.starts_open(), key="all_programmes", on_change="rerun"
)
if box.open:
    with box:
        shown.overview(queries.programmas.list(with_sample=with_sample))

profile = shown.chosen(with_sample)
programme_id: str = profile["programme_id"]
programme_ids = (programme_id,)
delivery = queries.programmas.deliveries(programme_ids=programme_ids, with_sample=with_sample)

filters.views(
    {
        "Doelen en resultaten": targets_and_results,
        "Budget en partners": budgets_and_partners,
        "Trajecten": trajectories,
        "Vouchers": vouchers_and_costs,
        "Vergelijken": beside_each_other,
    }
)
