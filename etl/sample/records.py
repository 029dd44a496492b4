"""Fictitious participations, vouchers and vacancies: a formula with a fixed seed.

Codes of occupations, sectors, places and lists are real; nothing else is. What happens to a
participant is a story of ``STORIES``, and each story comes as often as a plan says, so that every
kind of record that a page must deal with is there.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import pandas as pd

from words import reference

Record = dict[str, str]

MEASURED = (6, 12, 24)
DETAILS = ("outcome_on", "outcome_in_technical", "to_occupation_code", "to_sector_code")
JOBLESS = ("unemployed", "temporary_job", "self_employed", "in_education", "inactive")
AT_WORK = ("permanent_job", "threatened_job")
INSTRUMENTS = (
    "training",
    "coaching",
    "trajectory",
    "work_place",
    "development_day",
    "support_line",
)
VOUCHERS = {"training": (600, 2500), "orientation": (250, 500), "application": (250, 750)}


class Story(NamedTuple):
    """What happens to a participant.

    Attributes:
        times: How often it comes in each plan.
        positions: What may be his position at the start.
        outcome: The outcome; empty when it is left open.
        starts: First and last number of days from intake to start; none when it never starts.
        exits: First and last number of days from start to exit; none when it goes on.
        reached: First and last number of days from exit to the outcome; none without a date.
        still: Out of a hundred, how many work six, twelve and 24 months after exit.
    """

    times: tuple[int, int]
    positions: Sequence[str]
    outcome: str
    starts: tuple[int, int] | None = (7, 60)
    exits: tuple[int, int] | None = (60, 240)
    reached: tuple[int, int] | None = None
    still: tuple[int, int, int] = (20, 25, 30)


STORIES = {
    "placed": Story((205, 32), JOBLESS, "new_job", reached=(-30, 150), still=(85, 78, 70)),
    "placed_after_late_start": Story(
        (14, 2), JOBLESS, "new_job", starts=(200, 400), reached=(-20, 100), still=(85, 78, 70)
    ),
    "placed_after_half_a_year": Story(
        (16, 2), JOBLESS, "new_job", reached=(200, 320), still=(10, 80, 75)
    ),
    "placed_before_start": Story(
        (9, 1), JOBLESS, "new_job", starts=(30, 60), reached=(-400, -400), still=(85, 80, 75)
    ),
    "new_job_from_work": Story((24, 0), AT_WORK, "new_job", reached=(-30, 120), still=(90, 85, 80)),
    "retained": Story((92, 4), AT_WORK, "retained", reached=(-20, 20), still=(94, 90, 86)),
    "advanced": Story((48, 2), AT_WORK, "advanced", reached=(-20, 60), still=(95, 92, 90)),
    "work_place": Story((18, 0), JOBLESS, "work_place", reached=(-10, 40), still=(70, 65, 60)),
    "trained": Story((22, 0), (*JOBLESS, *AT_WORK), "training_completed", reached=(-5, 5)),
    "none": Story((46, 5), JOBLESS, "none"),
    "unknown": Story((21, 2), JOBLESS, "unknown"),
    "left_open": Story((17, 2), (*JOBLESS, *AT_WORK), ""),
    "running": Story((54, 6), (*JOBLESS, *AT_WORK), "", exits=None),
    "waiting": Story((14, 2), JOBLESS, "", starts=None, exits=None),
}


@dataclass(frozen=True)
class Plan:
    """How much of what a fictitious programme delivers.

    Attributes:
        first: First day of the programme.
        last: The day of the newest delivery.
        stories: How often each story comes.
        again: Out of a hundred participations, how many are of somebody who was there before.
        technical: Out of a hundred participations, how many aim at a technical occupation.
    """

    programme_id: str
    seed: int
    first: datetime.date
    last: datetime.date
    stories: dict[str, int]
    vouchers: int
    vacancies: int
    employers: int
    again: int
    technical: int
    instruments: Sequence[str] = INSTRUMENTS
    funders: Sequence[str] = field(default_factory=tuple)


class Chance:
    """Draws with a fixed seed; the same calls give the same draws."""

    def __init__(self, seed: int) -> None:
        """Begin anew."""
        self.random = random.Random(seed)

    def holds(self, percentage: int) -> bool:
        """Return True in so many out of a hundred calls."""
        return self.random.random() * 100 < percentage

    def days(self, bounds: tuple[int, int]) -> datetime.timedelta:
        """Return a number of days within bounds, ends included."""
        return datetime.timedelta(days=self.random.randint(*bounds))

    def one(self, codes: Sequence[str]) -> str:
        """Return a code, the same ones more often than others."""
        weights = [1 / (1 + place % 7) for place in range(len(codes))]
        return self.random.choices(codes, weights)[0]


def records(plan: Plan, municipalities: Sequence[str]) -> dict[str, list[Record]]:
    """Return the records of a programme on the last day of a plan, per table."""
    chance = Chance(plan.seed)
    names = [name for name, times in plan.stories.items() for _ in range(times)]
    told = sorted(
        (_participation(STORIES[name], plan, municipalities, chance) for name in names),
        key=lambda record: (record["intake_on"], record["start_on"]),
    )
    persons: list[str] = []
    for number, record in enumerate(told, start=1):
        if persons and chance.holds(plan.again):
            person = chance.random.choice(persons)
        else:
            person = f"P-{len(persons) + 1:04}"
            persons.append(person)
        record |= {"participation_key": f"D-{number:04}", "person_key": person}
    return {
        "participation": told,
        "voucher": list(_vouchers(plan, told, chance)),
        "vacancy": list(_vacancies(plan, municipalities, chance)),
    }


def on_day(tables: dict[str, list[Record]], day: datetime.date) -> dict[str, list[Record]]:
    """Return what was known of records on an earlier day."""
    text = day.isoformat()
    begins = {"participation": "intake_on", "voucher": "granted_on", "vacancy": "registered_on"}
    return {
        name: [_known(row, day) for row in rows if row[begins[name]] <= text]
        for name, rows in tables.items()
    }


def _known(row: Record, day: datetime.date) -> Record:
    """Return a record without what happened after a day."""
    text = day.isoformat()
    known = {
        column: "" if column.endswith("_on") and value > text else value
        for column, value in row.items()
    }
    if row.get("outcome_on", "") > text:
        known |= dict.fromkeys(("outcome", *DETAILS), "")
    if "exit_on" in row:
        known |= {
            f"at_work_{months}": ""
            for months in MEASURED
            if not known["exit_on"] or _after(row["exit_on"], months) > day
        }
        if not known["exit_on"] and row["outcome"] in ("none", "unknown"):
            known["outcome"] = ""
    if row.get("paid_on", "") > text:
        known |= {"voucher_state": "granted", "paid_eur": ""}
    return known


def _participation(
    story: Story, plan: Plan, municipalities: Sequence[str], chance: Chance
) -> Record:
    intake, start, exit_on, outcome_on = _days(story, plan, chance)
    technical, others, sectors = _occupations()
    aimed = chance.one(technical if chance.holds(plan.technical) else others)
    position = chance.one(story.positions)
    record = {
        "participation_key": "",
        "person_key": "",
        "intake_on": intake.isoformat(),
        "start_on": start.isoformat() if start else "",
        "exit_on": exit_on.isoformat() if exit_on else "",
        "municipality_code": "unknown" if chance.holds(4) else chance.one(municipalities),
        "target_groups": ";".join(sorted(_target_groups(position, chance))),
        "position_at_start": position,
        "from_occupation_code": "" if chance.holds(15) else chance.one((*others, *technical)),
        "from_sector_code": "" if chance.holds(15) else chance.one(sectors),
        "aimed_occupation_code": "" if chance.holds(6) else aimed,
        "instruments": ";".join(sorted(name for name in plan.instruments if chance.holds(40))),
        "outcome": story.outcome,
        "outcome_on": outcome_on.isoformat() if outcome_on else "",
        **dict.fromkeys(("outcome_in_technical", "to_occupation_code", "to_sector_code"), ""),
    }
    if outcome_on and story.outcome != "training_completed":
        to = aimed if chance.holds(75) else chance.one((*technical, *others))
        is_known = not chance.holds(10)
        record |= {
            "outcome_in_technical": ("yes" if to in technical else "no") if is_known else "unknown",
            "to_occupation_code": to if is_known else "",
            "to_sector_code": chance.one(sectors) if is_known else "",
        }
    for months, share in zip(MEASURED, story.still, strict=True):
        found = "yes" if chance.holds(share) else "no"
        asked = not chance.holds(8)
        is_known = not chance.holds(70 if story.outcome in ("unknown", "") else 8)
        can_be = exit_on is not None and _after(exit_on.isoformat(), months) <= plan.last
        record[f"at_work_{months}"] = (
            "" if not can_be or not asked else found if is_known else "unknown"
        )
    return record


def _days(
    story: Story, plan: Plan, chance: Chance
) -> tuple[datetime.date, datetime.date | None, datetime.date | None, datetime.date | None]:
    """Return intake, start, exit and outcome, all within the programme."""
    nothing = datetime.timedelta()
    waits = chance.days(story.starts) if story.starts else nothing
    stays = chance.days(story.exits) if story.exits else nothing
    reaches = chance.days(story.reached) if story.reached else nothing
    room = (plan.last - plan.first - waits - stays - max(reaches, nothing)).days
    goes_on = story.exits is None
    since = max(0, room - 270) if goes_on else 0
    intake = plan.first + chance.days((since, room))
    start = intake + waits if story.starts else None
    exit_on = start + stays if start and story.exits else None
    if not (exit_on and story.reached and start):
        return intake, start, exit_on, None
    is_before = story.reached[1] < -story.exits[1] if story.exits else False
    day = intake + waits / 2 if is_before else max(start, exit_on + reaches)
    return intake, start, exit_on, day


def _target_groups(position: str, chance: Chance) -> Iterator[str]:
    """Yield the target groups of somebody; they overlap."""
    is_young = chance.holds(22)
    if is_young:
        yield "youth"
        if chance.holds(35):
            yield "no_start_qualification"
    elif chance.holds(40):
        yield "aged_45_plus"
    if chance.holds(22):
        yield "women"
    if chance.holds(9):
        yield "refugees_with_permit"
    if chance.holds(25):
        yield "career_changers"
    own = {"unemployed": "jobseekers", "inactive": "distance_to_labour_market"}
    own |= {"self_employed": "self_employed"} | dict.fromkeys(AT_WORK, "employed")
    if position in own:
        yield own[position]


def _vouchers(plan: Plan, told: Sequence[Record], chance: Chance) -> Iterator[Record]:
    """Yield vouchers; a participation has none, one or more, also of one kind."""
    started = [record for record in told if record["start_on"]]
    chosen = [chance.random.choice(started) for _ in range(plan.vouchers)]
    chosen.sort(key=lambda record: record["participation_key"])
    for number, record in enumerate(chosen, start=1):
        kind = chance.one(list(VOUCHERS))
        start = datetime.date.fromisoformat(record["start_on"])
        granted_on = min(start + chance.days((0, 60)), plan.last)
        low, high = VOUCHERS[kind]
        granted = chance.random.randrange(low, high + 1, 50)
        paid_on = granted_on + chance.days((20, 120))
        withdrawn = chance.holds(4)
        is_paid = not withdrawn and paid_on <= plan.last and not chance.holds(7)
        paid = granted if chance.holds(70) else granted - 10 * chance.random.randint(1, 10)
        yield {
            "voucher_key": f"V-{number:04}",
            "participation_key": record["participation_key"],
            "voucher_kind": kind,
            "voucher_state": "withdrawn" if withdrawn else "paid" if is_paid else "granted",
            "granted_on": granted_on.isoformat(),
            "granted_eur": f"{granted}.00",
            "paid_on": paid_on.isoformat() if is_paid else "",
            "paid_eur": f"{paid}.00" if is_paid else "",
            "occupation_code": record["aimed_occupation_code"],
            "funder": "" if chance.holds(10) else chance.one(plan.funders),
        }


def _vacancies(plan: Plan, municipalities: Sequence[str], chance: Chance) -> Iterator[Record]:
    technical, others, _ = _occupations()
    length = (plan.last - plan.first).days
    days = sorted(plan.first + chance.days((0, length)) for _ in range(plan.vacancies))
    employers = [f"B-{number:03}" for number in range(1, plan.employers + 1)]
    for number, day in enumerate(days, start=1):
        filled_on = day + chance.days((20, 150))
        is_filled = chance.holds(55) and filled_on <= plan.last
        interviews = str(chance.random.randint(1 if is_filled else 0, 6))
        yield {
            "vacancy_key": f"W-{number:04}",
            "employer_key": chance.one(employers),
            "registered_on": day.isoformat(),
            "filled_on": filled_on.isoformat() if is_filled else "",
            "municipality_code": "unknown" if chance.holds(5) else chance.one(municipalities),
            "occupation_code": chance.one(technical if chance.holds(plan.technical) else others),
            "match_interviews": "" if chance.holds(12) else interviews,
        }


@cache
def _occupations() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the technical and the other groups of BRC 2014, and the sectors of SBI 2008."""
    groups = [row for row in reference("occupation") if row["kind"] == "brc_group"]
    technical = tuple(r["occupation_code"] for r in groups if r["technical"] == "yes")
    others = tuple(r["occupation_code"] for r in groups if r["technical"] != "yes")
    return technical, others, tuple(r["sbi"] for r in reference("sector") if len(r["sbi"]) == 1)


def _after(day: str, months: int) -> datetime.date:
    """Return the day so many months later; the last of the month where there is no such day."""
    later: datetime.date = (pd.Timestamp(day) + pd.DateOffset(months=months)).date()
    return later
