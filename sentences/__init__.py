"""Sentences in Dutch, made of figures; a fictitious figure says nothing."""

from sentences.nl import glance
from sentences.nl.changes import revised, since, undated
from sentences.nl.effort import QUADRANTS, landed, quadrants, supposed, tension_changed, white_spot
from sentences.nl.figures import (
    adverts,
    behind,
    beside_country,
    crosses,
    headline,
    known,
    largest_supply,
    measured_behind,
    national,
    newest,
    older_students,
    open_questions,
    regions_basis,
    regions_finding,
    sector_change,
    supply_in_brief,
    trend,
    unknown,
)
from sentences.nl.levels import (
    education_split,
    newest_split,
    skill_as_mbo,
    skill_vacancies,
)
from sentences.nl.notes import note, noted
from sentences.nl.occupations import (
    employed_change,
    employed_in,
    measured_education,
    most_employed,
    moved,
    nearest,
    nearness,
    no_tension,
    tension,
    tension_in_brief,
)
from sentences.nl.origins import as_of, how_computed, quotes_compared
from sentences.nl.phrases import (
    NONE_DELIVERED,
    NOTHING_TO_SAY,
    bullets,
    by_province,
    count,
    each,
    impossible,
    listed,
    lowered,
    of_real_figures,
    paragraphs,
    plain,
)
from sentences.nl.programmes import (
    budget,
    confidence,
    conflict,
    counted,
    during,
    during_in_brief,
    moment,
    on_pace,
    parts_differ,
    placement_moved,
    realisation,
    realisation_share,
    result,
    rules_running,
    running,
    sector_split,
    still_at_work,
    what,
)
from sentences.nl.scoreboard import (
    besides,
    elsewhere,
    euros,
    how_many_reached,
    not_divided,
    payer,
    per_100,
    reached,
    share,
)
from sentences.nl.strips import changed, is_change_said, of_whom, stocks
