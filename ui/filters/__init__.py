"""The choices that pages share; each stands in the URL under its Dutch name."""

from ui.filters.areas import (
    COALITION_CODES,
    Area,
    area,
    area_label,
    choose_area,
    choose_level,
    counterpart,
    level,
    others,
    place,
)
from ui.filters.between import between, since
from ui.filters.boxes import choose as choice
from ui.filters.boxes import rerun_after_choice_above, tabs, views
from ui.filters.effort import GRAINS, SUBJECTS, effort, grain, much_from, tight_from
from ui.filters.frozen import until
from ui.filters.moves import only_tight, target, with_neighbours
from ui.filters.occupation import (
    beside,
    choose_occupation,
    occupation_or_title,
    order,
    selection,
    title_searched,
)
from ui.filters.periods import period, school_year, tension_quarter
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
    "COALITION_CODES",
    "GRAINS",
    "SUBJECTS",
    "area",
    "area_label",
    "basis",
    "beside",
    "between",
    "breakdown",
    "choice",
    "choose_area",
    "choose_level",
    "choose_measure",
    "choose_occupation",
    "choose_tension",
    "counterpart",
    "division",
    "effort",
    "field",
    "grain",
    "level",
    "measure",
    "much_from",
    "occupation_or_title",
    "occupations",
    "only_tight",
    "order",
    "others",
    "period",
    "place",
    "programme",
    "programmes_beside",
    "rerun_after_choice_above",
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
