"""Quadrants: how tight it was against what was done per 100 open vacancies, as numbered points."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

import words as nl
from brand import colours
from brand.classes import EDGES
from drawings import svg
from words import tension as tension_text
from words.marks import is_sample

WIDTH, HEIGHT = 720.0, 430.0
LEFT, RIGHT, TOP, BOTTOM = 58.0, 12.0, 40.0, 52.0
POINT_PX = 10.5
X_TICKS = (0.1, *(one.from_ratio for one in EDGES), 10.0, 25.0)
NAMES = {
    "tight_much": "krap en veel",
    "tight_little": "krap en weinig",
    "loose_much": "ruim en veel",
    "loose_little": "ruim en weinig",
    "within_rounding": "niet vast te stellen",
    "withheld": "aantal niet getoond",
    "no_threshold": "grens niet getoond",
    "no_tension": "geen krapte bekend",
}
DRAWN = ("tight_much", "tight_little", "loose_much", "loose_little", "within_rounding")


def with_texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with their number in the drawing and the texts of the table.

    Args:
        frame: The answer to ``krapte_en_inzet/quadrants``.
    """
    is_drawn = frame["quadrant"].isin(DRAWN)
    return frame.assign(
        place=is_drawn.cumsum().where(is_drawn).astype("Int64"),
        place_text=is_drawn.cumsum().where(is_drawn).map(nl.number),
        per_100_text=[_per_100(row) for _, row in frame.iterrows()],
        during_text=[moment(row) for _, row in frame.iterrows()],
        now_text=[moment(row, "now_") for _, row in frame.iterrows()],
        quadrant_label=frame["quadrant"].map(NAMES),
    ).sort_values("place", kind="stable")


def legend(frame: pd.DataFrame) -> str:
    """Return how the drawing is to be read and what it does not say.

    Args:
        frame: The answer to ``krapte_en_inzet/quadrants``.
    """
    much = frame["much_from"].dropna()
    line = f"De grens van veel ligt op {nl.number(much.iloc[0], decimals=2)}. " if len(much) else ""
    known = frame[frame["quarters"].gt(0)]
    gaps = known[known["known_quarters"].lt(known["quarters"])]
    gap = (
        " Van sommige groepen is niet elk kwartaal van de looptijd bekend; het gemiddelde is dat "
        "van de bekende kwartalen."
        if len(gaps)
        else ""
    )
    return (
        "Elk punt is een regel van de tabel, met zijn nummer; de strepen zijn wat afronding en "
        "getallen onder tien openlaten; van een open punt staat het kwadrant niet vast. "
        f"{line}Krapte is die over de looptijd; die van het nieuwste "
        "kwartaal staat in de tabel ernaast. Per 100 vacatures is: van het gemiddelde "
        "aantal dat aan het einde van een kwartaal openstond, ook buiten de provincie waar een "
        "arbeidsmarktregio deels in ligt. Dat zegt niet welk deel van de vraag is vervuld."
        f"{gap}"
    )


def draw(drawn: pd.DataFrame, tight_from: float, about: str) -> str:
    """Draw the points between the two thresholds.

    Args:
        drawn: Rows of ``with_texts`` with a ``place``.
        tight_from: The threshold of tight.
        about: What was done, for the axis.
    """
    much_from = float(drawn["much_from"].iloc[0])
    ratios = [*(_middle(row) for _, row in drawn.iterrows()), tight_from]
    low, high = min(ratios) / 1.6, max(ratios) * 1.6
    top = 1.25 * max(float(drawn["per_100_vacancies"].max()), much_from)
    parts = [*_frame(low, high, top, about), *_thresholds(low, high, top, tight_from, much_from)]
    for _, row in drawn.iterrows():
        parts += _point(row, low, high, top)
    fictitious = bool(is_sample(drawn).any())
    return svg.document(parts, width=WIDTH, height=HEIGHT, fictitious=fictitious)


def _x(ratio: float, low: float, high: float) -> float:
    share = math.log(max(ratio, low) / low) / math.log(high / low)
    return LEFT + min(1.0, share) * (WIDTH - LEFT - RIGHT)


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - min(1.0, value / top) * (HEIGHT - TOP - BOTTOM)


def _frame(low: float, high: float, top: float, about: str) -> list[str]:
    floor = HEIGHT - BOTTOM
    parts = [
        svg.line((LEFT, floor, WIDTH - RIGHT, floor)),
        svg.line((LEFT, TOP, LEFT, floor)),
        svg.text(
            LEFT, TOP - 10, f"{about} per 100 openstaande vacatures", size=13, colour=colours.MUTED
        ),
        svg.text(
            WIDTH - RIGHT,
            HEIGHT - 8,
            "vacatures per persoon met kortdurende WW (schaal in gelijke verhoudingen)",
            size=13,
            colour=colours.MUTED,
            anchor="end",
        ),
    ]
    for tick in X_TICKS:
        if low <= tick <= high:
            x = _x(tick, low, high)
            parts.append(svg.line((x, floor, x, floor + 5)))
            text = nl.number(tick, decimals=len(str(tick).rstrip("0").partition(".")[2]))
            parts.append(svg.text(x, floor + 20, text, size=13, anchor="middle"))
    step = _step(top)
    for count in range(int(top / step) + 1):
        y = _y(count * step, top)
        parts.append(svg.line((LEFT - 5, y, LEFT, y)))
        text = nl.number(count * step, decimals=1 if step < 1 else 0)
        parts.append(svg.text(LEFT - 8, y + 5, text, size=13, anchor="end"))
    return parts


def _step(top: float) -> float:
    rough = top / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def _thresholds(
    low: float, high: float, top: float, tight_from: float, much_from: float
) -> list[str]:
    x, y = _x(tight_from, low, high), _y(much_from, top)
    corners: Sequence[tuple[float, float, str, str]] = (
        (WIDTH - RIGHT - 4, TOP + 16, "tight_much", "end"),
        (WIDTH - RIGHT - 4, HEIGHT - BOTTOM - 8, "tight_little", "end"),
        (LEFT + 6, TOP + 16, "loose_much", "start"),
        (LEFT + 6, HEIGHT - BOTTOM - 8, "loose_little", "start"),
    )
    return [
        svg.line((x, TOP, x, HEIGHT - BOTTOM), colour=colours.MUTED, dash="5 4"),
        svg.line((LEFT, y, WIDTH - RIGHT, y), colour=colours.MUTED, dash="5 4"),
        *(
            svg.text(
                at, down, NAMES[name], size=14, colour=colours.MUTED, weight=700, anchor=anchor
            )
            for at, down, name, anchor in corners
        ),
    ]


def _point(row: pd.Series, low: float, high: float, top: float) -> list[str]:
    x, y = _x(_middle(row), low, high), _y(float(row["per_100_vacancies"]), top)
    is_sure = row["quadrant"] != "within_rounding"
    ends = [_x(float(row[end]), low, high) for end in ("ratio_low", "ratio_high")]
    bounds = [_y(float(row[end]), top) for end in ("per_100_low", "per_100_high")]
    return [
        svg.line((ends[0], y, ends[1], y), colour=svg.COLOURS[0], width=1.5),
        svg.line((x, bounds[0], x, bounds[1]), colour=svg.COLOURS[0], width=1.5),
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{POINT_PX}" '
        f'fill="{svg.COLOURS[0] if is_sure else "#ffffff"}" stroke="{svg.COLOURS[0]}" '
        'stroke-width="1.5"/>',
        svg.text(
            x,
            y + 4.5,
            str(row["place"]),
            size=12.5,
            weight=700,
            colour=colours.WHITE if is_sure else svg.COLOURS[0],
            anchor="middle",
        ),
    ]


def _middle(row: pd.Series) -> float:
    """Return where a point stands between the bounds of its ratio."""
    low, high = float(row["ratio_low"]), float(row["ratio_high"])
    if math.isinf(high) or low == 0:
        return low or min(high, 1.0)
    return _between(low, high)


def _between(low: float, high: float) -> float:
    return math.sqrt(low * high) or (low + high) / 2


def _per_100(row: pd.Series) -> str:
    if nl.is_missing(row["mean_vacancies"]):
        return "geen vacatures bekend"
    if nl.is_missing(row["per_100_vacancies"]):
        return nl.SIGNS["withheld"]
    low, middle, high = (
        nl.number(row[column], decimals=1)
        for column in ("per_100_low", "per_100_vacancies", "per_100_high")
    )
    return middle if low == high else f"≈ {middle} ({low}\N{WORD JOINER}–\N{WORD JOINER}{high})"


def ratio_text(row: pd.Series, when: str = "") -> str:
    """Return vacancies per jobseeker: exact, amid its bounds, or at least; see ``class_text``."""
    low, high = row[f"{when}ratio_low"], row[f"{when}ratio_high"]
    if nl.is_missing(low):
        return tension_text.UNKNOWN
    if low == high or math.isinf(high):
        return tension_text.ratio(low, low, high, None if low == high else "below_ten")
    return f"≈ {nl.number(_between(low, high), decimals=tension_text.DECIMALS)}"


def moment(row: pd.Series, when: str = "") -> str:
    """Return vacancies per jobseeker and their class: ``3,44, krap``; see ``class_text``."""
    ratio, named = ratio_text(row, when), class_text(row, when)
    return ratio if nl.is_missing(row[f"{when}ratio_low"]) else f"{ratio}, {named}"


def class_text(row: pd.Series, when: str = "") -> str:
    """Return the class of a row, or why it has none.

    Args:
        row: Has ``class_label``, ``ratio_low`` and the like.
        when: What the names of these columns begin with, such as ``now_``.
    """
    if not nl.is_missing(row[f"{when}class_label"]):
        return str(row[f"{when}class_label"])
    unknown = nl.is_missing(row[f"{when}ratio_low"])
    return tension_text.UNKNOWN if unknown else tension_text.UNKNOWABLE
