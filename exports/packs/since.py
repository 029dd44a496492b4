"""What changed since the previous meeting."""

from __future__ import annotations

import queries
import sentences
import words as nl
from answers.content import Slide
from answers.places import Place
from exports.packs.common import HOW, filters, finding, programmes_of, some
from words.marks import is_sample

KEY, TOPIC = "since", "Sinds de vorige vergadering"
PERIODS = ("source_title", "new_periods_label", "known_on")
FACTS = ("programme_name", "what_label", "facts_added", "facts_revised", "known_on")
OF_ALL = "Cijfers gaan over alle gebieden samen, programma's over die van dit gebied."
NO_DAY = (
    "Van geen enkele levering is vermeld wanneer zij is opgehaald; wat er nieuw is, is dan niet te "
    f"zeggen. {HOW}"
)


def slide(place: Place, since: str | None) -> Slide:
    """Return what changed since a day, or the begin of the quarter before the newest release."""
    days = queries.downloads.known_on().iloc[0]
    if nl.is_missing(days["known_on"]):
        return finding(KEY, TOPIC, "", [], filters(place), why_empty=NO_DAY)
    start = since or f"{days['since_on']:%Y-%m-%d}"
    return _between(place, start, max(start, f"{days['known_on']:%Y-%m-%d}"))


def _between(place: Place, day: str, until: str) -> Slide:
    """Return what changed between two days (ISO dates)."""
    asked = {"since_day": day, "until_day": until}
    ids = tuple(programmes_of(place)["programme_id"])
    summary = queries.sinds.summary(**asked, with_sample=False, programme_ids=ids)
    facts = queries.sinds.programmes(**asked, with_sample=False)
    facts = facts[facts["programme_id"].isin(ids)].reset_index(drop=True)
    periods = queries.sinds.periods(**asked)
    periods = periods[~is_sample(periods)].reset_index(drop=True)
    moments = queries.sinds.moments()
    title, *more = _changes(sentences.since(summary.iloc[0]))
    table = some(periods, PERIODS, "Nieuwe perioden, per bron") or some(
        facts, FACTS, f"Feiten over programma's in {place.spoken}"
    )
    span = f"na {nl.date(day)} tot en met {nl.date(until)}"
    why = f"In deze tijd ({span}) kwam er geen levering met een datum bij. {HOW}"
    return finding(
        KEY,
        TOPIC,
        title,
        [*more, OF_ALL, sentences.undated(moments)],
        filters(place),
        frames=(summary, facts, periods, moments),
        period=span,
        table=table,
        why_empty="" if table else why,
    )


def _changes(said: str) -> list[str]:
    """Return what ``sentences.since`` says as sentences, the first with its two days."""
    start, *changes = said.replace("\n\n", "\n").split("\n")
    if not changes:
        return [start]
    first, *more = [change.removeprefix("- ") for change in changes]
    return [f"{start.removesuffix(':')}, {first}", *(f"Ook {change}" for change in more)]
