"""What changed since the previous meeting."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Slide, Table
from answers.places import Place
from exports.packs.common import HOW, MOST_ROWS, filters, plain_lines, programmes_of
from words.marks import is_sample


def slide(place: Place, since: str | None) -> Slide:
    """Return what changed since a day, or the begin of the quarter before the newest release."""
    days = queries.downloads.known_on().iloc[0]
    if nl.is_missing(days["known_on"]):
        return _unknown(place)
    start = since or f"{days['since_on']:%Y-%m-%d}"
    return _between(place, start, max(start, f"{days['known_on']:%Y-%m-%d}"))


def _between(place: Place, day: str, until: str) -> Slide:
    """Return what changed between two days (ISO dates)."""
    asked = {"since_day": day, "until_day": until}
    ids = tuple(programmes_of(place)["programme_id"])
    summary = queries.sinds.summary(**asked, with_sample=False, programme_ids=ids)
    facts = queries.sinds.programmes(**asked, with_sample=False)
    facts = facts[facts["programme_id"].isin(ids)].reset_index(drop=True)
    periods = _real(queries.sinds.periods(**asked))
    moments = queries.sinds.moments()
    title, *more = _changes(sentences.since(summary.iloc[0]))
    table = None
    if len(periods):
        columns: tuple[str, ...] = ("source_title", "new_periods_label", "known_on")
        table = Table(periods.head(MOST_ROWS), columns, "Nieuwe perioden, per bron")
    elif len(facts):
        columns = ("programme_name", "what_label", "facts_added", "facts_revised", "known_on")
        table = Table(facts.head(MOST_ROWS), columns, f"Feiten over programma's in {place.spoken}")
    span = f"na {nl.date(day)} tot en met {nl.date(until)}"
    why = "" if table else f"In deze tijd ({span}) kwam er geen levering met een datum bij."
    return Slide(
        key="since",
        topic="Sinds de vorige vergadering",
        title=title,
        sentences=plain_lines(
            [
                *more,
                "Cijfers gaan over alle gebieden samen, programma's over die van dit gebied.",
                sentences.undated(moments),
            ]
        ),
        frames=(summary, facts, periods, moments),
        filters=filters(place),
        period=span,
        table=table,
        why_empty=f"{why} {HOW}" if why else "",
    )


def _unknown(place: Place) -> Slide:
    """Return that nothing can be said about changes: no release has a day."""
    return Slide(
        key="since",
        topic="Sinds de vorige vergadering",
        title="Sinds de vorige vergadering",
        filters=filters(place),
        why_empty="Van geen enkele levering is vermeld wanneer zij is opgehaald; wat er nieuw is, "
        f"is dan niet te zeggen. {HOW}",
    )


def _changes(said: str) -> list[str]:
    """Return what ``sentences.since`` says as sentences, the first with its two days."""
    start, *changes = said.replace("\n\n", "\n").split("\n")
    if not changes:
        return [sentences.plain(start)]
    first, *more = [sentences.plain(change.removeprefix("- ")) for change in changes]
    return [f"{start.removesuffix(':')}, {first}", *(f"Ook {change}" for change in more)]


def _real(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[~is_sample(frame)].reset_index(drop=True)
