"""Programma's: what did each programme aim at, do, cost and reach."""

import streamlit as st

import sentences
from queries import programmas as ask
from ui.filters import boxes, programmes, samples
from ui.frame import shell
from ui.parts import quotes
from ui.programmas import board, cells, compare, facts, funnel, vouchers
from ui.programmas.programme import Programme, of_id

shell.ensure()


def targets_and_results(programme: Programme) -> None:
    """Show what was aimed at and reached, and what was never published."""
    facts.description(programme.profile)
    facts.warnings(programme.some(ask.conflicts), programme.one(ask.breakdown_sums))
    st.header("Doelen en gepubliceerde resultaten")
    facts.targets(programme.some(ask.targets), programme.id)
    if not programme.delivery.empty:
        st.header("Doelrealisatie uit de aanlevering")
        cells.about(programme.delivery)
        compare.realised(programme.some(ask.realised), programme.id)
        compare.pace(programme.some(ask.pace), programme.id)
    st.header("Wat is er gemeld?")
    for _, row in programme.one(ask.sector_split).iterrows():
        st.markdown(sentences.sector_split(row))
    facts.results(programme.some(ask.results), programme.id)
    facts.not_published(programme.one(ask.not_published))
    quoted = ask.press(programme_id=programme.id)
    if not quoted.empty:
        quotes.press(quoted, quotes.ABOUT_PROGRAMME, f"{programme.id}_uwv_in_het_nieuws")


def budgets_and_partners(programme: Programme) -> None:
    """Show with how much money and by whom it was done, and which publications say so."""
    st.header("Budget en voucherbedragen")
    facts.budgets(programme.some(ask.budgets), programme.id)
    costs = programme.some(ask.costs)
    if not costs.empty:
        st.header("Kosten")
        vouchers.costs(costs, programme.id)
    st.header("Wat is er ingezet")
    facts.resources(programme.one(ask.resources), programme.id)
    st.header("Wie doet mee")
    facts.partners(programme.one(ask.partners), programme.id)
    st.header("Bronnen over dit programma")
    facts.sources(programme.one(ask.sources))


def trajectories(programme: Programme) -> None:
    """Show from intake to outcome, who works later, who took part, and the employers."""
    cells.about(programme.delivery)
    st.header("Van intake tot uitkomst")
    funnel.steps(programme.some(ask.funnel), programme.id)
    st.header("Plaatsingspercentage (bruto)")
    funnel.placement(programme.some(ask.placement_rate), programme.id)
    st.header("Aan het werk na 6, 12 en 24 maanden")
    funnel.at_work(programme.some(ask.at_work), programme.id)
    st.header("Van werk naar werk, en zonder vaste baan bij de start")
    later = programme.cells("exit", "at_work_12", "route")
    funnel.routes(programme.cells("participation", "route"), later, programme.id)
    st.header("Wie deden mee")
    funnel.participants(programme)
    st.header("Waarvandaan en waarheen")
    funnel.outcomes(programme)
    st.header("Werkgevers en vacatures")
    funnel.employers(programme.some(ask.employers), programme.id)


def vouchers_and_euros(programme: Programme) -> None:
    """Show vouchers and euros, by what they divide, and whose money it was."""
    cells.about(programme.delivery)
    st.header("Vouchers en euro's tot en met elk kwartaal")
    frame = programme.cells("voucher", period="until_quarter")
    vouchers.until_quarters(frame, programme.id)
    st.header("Waar de vouchers heen gingen")
    vouchers.divided(programme)
    st.header("Wiens geld")
    vouchers.funders(programme.some(ask.funders), programme.id)
    st.header("Voucherwaarde en de grenzen van de regeling")
    vouchers.value(programme.some(ask.voucher_value), programme.id)


def beside_each_other(programme: Programme) -> None:
    """Show up to four programmes beside each other."""
    st.header("Programma's naast elkaar")
    ids = programmes.programmes_beside(programme.id, programme.with_sample)
    compare.beside(programme.some(ask.compare, ids), programme.some(ask.funnel, ids))
    compare.published(programme.some(ask.targets, ids), programme.some(ask.budgets, ids))
    compare.confidence(ask.confidence(programme_id=programme.id), programme.id)
    st.header("Ter vergelijking: andere regelingen")
    quotes.show(
        ask.comparators(programme_id=programme.id),
        "Cijfers van andere regelingen",
        quotes.ABOUT_SCHEMES,
        terms=("comparator",),
        file_name="andere_regelingen",
    )


VIEWS = {
    "Doelen en resultaten": targets_and_results,
    "Budget en partners": budgets_and_partners,
    "Trajecten": trajectories,
    "Vouchers": vouchers_and_euros,
    "Vergelijken": beside_each_other,
}
OF_A_DELIVERY = ("Trajecten", "Vouchers")

with_sample = samples.wanted(
    "Elk programma met ‘(fictief)’ in zijn naam", "programmes", "deliveries"
)
programme_id = programmes.named(with_sample)
if programme_id is None:
    st.title("Programma's")
    board.show(with_sample=with_sample)
else:
    programme = of_id(programme_id, with_sample)
    board.show_one(programme)
    boxes.views(
        {
            name: view
            for name, view in VIEWS.items()
            if name not in OF_A_DELIVERY or not programme.delivery.empty
        },
        programme,
    )
