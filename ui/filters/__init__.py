"""The choices that pages share; each stands in the URL under its Dutch name."""

from ui.filters.areas import (
    Area,
    area,
    choose_area,
    choose_level,
    chosen_area,
    level,
    nearest,
    of_label,
    one_of,
    others,
    say_one,
)
from ui.filters.between import between, previous_meeting, since
from ui.filters.boxes import VISIT, carry, rerun_after_choice_above, tabs, views
from ui.filters.boxes import choose as choice
from ui.filters.effort import GRAINS, SUBJECTS, effort, grain, much_from, tight_from
from ui.filters.frozen import until
from ui.filters.moves import only_tight, target, with_neighbours
from ui.filters.occupation import (
    beside,
    choose_occupation,
    group_shown,
    occupation_or_title,
    order,
    selection,
    title_searched,
)
from ui.filters.periods import code_of, period, school_year, tension_quarter
from ui.filters.programmes import division, programme, programmes_beside
from ui.filters.sample import with_sample
from ui.filters.subjects import (
    Breakdown,
    basis,
    breakdown,
    choose_measure,
    choose_tension,
    field,
    measure,
    occupations,
    sector,
    series,
)

__all__ = [
    "Area",
    "Breakdown",
    "GRAINS",
    "SUBJECTS",
    "VISIT",
    "area",
    "basis",
    "beside",
    "between",
    "breakdown",
    "carry",
    "choice",
    "choose_area",
    "choose_level",
    "choose_measure",
    "choose_occupation",
    "choose_tension",
    "code_of",
    "chosen_area",
    "division",
    "effort",
    "field",
    "grain",
    "group_shown",
    "level",
    "measure",
    "much_from",
    "nearest",
    "occupation_or_title",
    "occupations",
    "of_label",
    "one_of",
    "only_tight",
    "order",
    "others",
    "period",
    "previous_meeting",
    "programme",
    "programmes_beside",
    "rerun_after_choice_above",
    "say_one",
    "school_year",
    "sector",
    "selection",
    "series",
    "since",
    "target",
    "tension_quarter",
    "title_searched",
    "until",
    "tabs",
    "views",
    "tight_from",
    "with_neighbours",
    "with_sample",
]
