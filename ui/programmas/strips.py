"""The strips: one per programme of the area, the others of the country folded."""

from html import escape

import sentences
from drawings import strips
from queries import krapte_en_inzet as ask
from queries import programmas
from ui.filters import areas, periods
from ui.filters.addresses import to
from ui.parts import markup, notes
from ui.programmas.meanwhile import Known

ABOVE = (
    "Elke strook is één programma; het blauwe vlak is zijn looptijd, de lijn zijn openstaande "
    "vacatures (CBS). Bruto; netto-effect niet vastgesteld."
)
BELOW = (
    "Lichter blauw: van het einde is geen maand bekend. Vacatures zijn die van de industrie of, "
    "bij een programma voor alle sectoren, van alle sectoren; per provincie, niet "
    "seizoengecorrigeerd, afgerond op honderden. Programma’s worden niet opgeteld, en wat "
    "veranderde hoeft niet door het programma te komen."
)


def show(known: Known) -> None:
    """Show what each programme put in and reached, around the vacancies of its sector."""
    near = areas.of_label(areas.chosen_area())
    money = programmas.money(programme_ids=known.ids, with_sample=known.with_sample)
    quarters = ask.strip_quarters(programme_ids=known.ids, until=periods.until())
    rows = known.board.to_dict("records")
    rest = (
        money.to_dict("records"),
        known.strips.to_dict("records"),
        quarters.to_dict("records"),
    )
    here, others = (
        strips.Facts([row for row in rows if row["is_near"] == is_near], *rest)
        for is_near in (True, False)
    )
    drawn, elsewhere = (
        strips.draw(
            facts,
            lambda row: to("programmas", programma=row["programme_name"]),
            caption=f"Inzet, vacatures en resultaat van programma's {where}",
        )
        for facts, where in ((here, f"in {near.spoken}"), (others, "elders in het land"))
    )
    folded = (
        f"<details><summary>Programma’s elders in het land ({len(others.rows)})</summary>"
        f"{elsewhere}</details>"
    )
    above = ABOVE if known.delivered else f"{sentences.NONE_DELIVERED} {ABOVE}"
    markup.show(
        f'<p class="vkm-board-intro">{escape(above)}</p>{drawn}{folded if others.rows else ""}'
        f'<p class="vkm-board-legend">{escape(BELOW)}</p>',
        key="strips",
    )
    notes.under(
        known.strips,
        terms=("open_vacancies", "published_per_100", "programme_result", "programme_budget"),
        file_name="vacatures_tijdens_programmas",
        title="Vacatures voor, tijdens en na elk programma",
    )
