"""What was done, at which grain, and from where on it is tight, or much."""

from __future__ import annotations

from brand.classes import CLASSES
from ui.filters.boxes import choose

SUBJECTS = {
    "Vouchers": "voucher",
    "Plaatsingen": "placed",
    "Behouden of doorgestroomd": "kept",
    "Leerwerkplek of opleiding afgerond": "learned",
}
GRAINS = {
    "gebied en techniekdomein": "region_field",
    "techniekdomein": "field",
    "gebied": "region",
}
TIGHT = next(one for one in CLASSES if one.is_tight)
TIGHT_FROM = {
    f"{one.edge} ({one.label}, zoals UWV)": one.from_ratio for one in (TIGHT, *CLASSES[2:])
}
AS_WHOLE = "het hele programma"
MUCH_FROM = {
    AS_WHOLE: None,
    "0,5 per 100 vacatures": 0.5,
    "1 per 100 vacatures": 1.0,
    "2 per 100 vacatures": 2.0,
    "5 per 100 vacatures": 5.0,
    "10 per 100 vacatures": 10.0,
}


def effort() -> str:
    """Let the reader choose what was done; it stands in the URL."""
    return choose("Wat telt als inzet", "inzet", list(SUBJECTS))


def grain() -> str:
    """Let the reader choose how finely it is divided; it stands in the URL."""
    return choose("Per", "per", list(GRAINS))


def tight_from() -> float:
    """Let the reader choose from how many vacancies per jobseeker on it is tight."""
    return TIGHT_FROM[choose("Krap vanaf", "krap", list(TIGHT_FROM))]


def much_from() -> float | None:
    """Let the reader choose from how many per 100 open vacancies on it is much."""
    return MUCH_FROM[choose("Veel vanaf", "veel", list(MUCH_FROM))]
