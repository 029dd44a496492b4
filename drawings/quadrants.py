"""Quadrants: how tight it was against what was done per 100 open vacancies, as numbered points."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

import sentences
import words as nl
from brand import colours
from brand.classes import EDGES
from drawings import svg
from words import tension as tension_text

WIDTH, HEIGHT = 720.0, 430.0
LEFT, RIGHT, TOP, FLOOR = 58.0, 12.0, 40.0, 378.0
BELOW = "vacatures per persoon met kortdurende WW (schaal in gelijke verhoudingen)"
POINT_PX = 10.5
X_TICKS = (0.1, *(one.from_ratio for one in EDGES), 10.0, 25.0)
OWN_MEAN = (
    "Veel is ten minste het eigen gemiddelde van dit programma, {} per 100 openstaande vacatures: "
    "ongeveer de helft komt daar altijd boven. Het zegt niet of het programma zelf veel deed. "
)
CHOSEN = "Veel is hier een gekozen grens: ten minste {} per 100 openstaande vacatures. "
NAMES = {
    **sentences.QUADRANTS,
    "within_rounding": "niet vast te stellen",
    "withheld": "aantal niet getoond",
    "no_threshold": "grens niet getoond",
    "no_tension": "geen krapte bekend",
}


def with_texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``krapte_en_inzet/quadrants`` with their number and the texts of the table."""
    is_drawn = frame["quadrant"].isin(sentences.QUADRANTS)
    place = is_drawn.cumsum().where(is_drawn)
    return frame.assign(
        place=place.astype("Int64"),
        place_text=place.map(nl.number),
        per_100_text=sentences.each(_per_100, frame),
        during_text=sentences.each(moment, frame),
        now_text=[moment(row, "now_") for _, row in frame.iterrows()],
        quadrant_label=frame["quadrant"].map(NAMES),
    ).sort_values("place", kind="stable")


def legend(frame: pd.DataFrame) -> str:
    """Return how the drawing of ``krapte_en_inzet/quadrants`` is read and what it does not say."""
    much = frame["much_from"].dropna()
    line = ""
    if len(much):
        said = OWN_MEAN if frame["is_own_mean"].all() else CHOSEN
        line = said.format(nl.number(much.iloc[0], decimals=2))
    has_gaps = (frame["quarters"].gt(0) & frame["known_quarters"].lt(frame["quarters"])).any()
    gap = (
        " Van sommige groepen is niet elk kwartaal van de looptijd bekend; het gemiddelde is dat "
        "van de bekende kwartalen."
    )
    return (
        "Elk punt is een regel van de tabel, met zijn nummer; de strepen zijn wat afronding en "
        "getallen onder tien openlaten; van een open punt staat het kwadrant niet vast. "
        f"{line}Krapte is die over de looptijd; die van het nieuwste "
        "kwartaal staat in de tabel ernaast. Per 100 vacatures is: van het gemiddelde "
        "aantal dat aan het einde van een kwartaal openstond, ook buiten de provincie waar een "
        "arbeidsmarktregio deels in ligt. Dat zegt niet welk deel van de vraag is vervuld."
        f"{gap if has_gaps else ''}"
    )


class Scale(NamedTuple):
    """Which ratios and which numbers per 100 vacancies the drawing runs to."""

    low: float
    high: float
    top: float

    def x(self, ratio: float) -> float:
        """Return where a ratio stands, in equal proportions."""
        share = math.log(max(ratio, self.low) / self.low) / math.log(self.high / self.low)
        return LEFT + min(1.0, share) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """Return where a number per 100 vacancies stands."""
        return FLOOR - min(1.0, value / self.top) * (FLOOR - TOP)


def draw(drawn: pd.DataFrame, tight_from: float, about: str) -> str:
    """Draw the points between the two thresholds.

    Args:
        drawn: Rows of ``with_texts`` with a ``place``.
        tight_from: The threshold of tight.
        about: What was done, for the axis.
    """
    much_from = float(drawn["much_from"].iloc[0])
    ratios = [*(_middle(row) for _, row in drawn.iterrows()), tight_from]
    top = 1.25 * max(float(drawn["per_100_vacancies"].max()), much_from)
    scale = Scale(min(ratios) / 1.6, max(ratios) * 1.6, top)
    parts = [*_frame(scale, about), *_thresholds(scale.x(tight_from), scale.y(much_from))]
    for _, row in drawn.iterrows():
        parts += _point(row, scale)
    return svg.document(drawn, parts, WIDTH, HEIGHT)


def _frame(scale: Scale, about: str) -> list[str]:
    above = f"{about} per 100 openstaande vacatures"
    parts = [
        svg.line((LEFT, FLOOR, WIDTH - RIGHT, FLOOR)),
        svg.line((LEFT, TOP, LEFT, FLOOR)),
        svg.text(LEFT, TOP - 10, above, size=13, colour=colours.MUTED),
        svg.text(WIDTH - RIGHT, HEIGHT - 8, BELOW, size=13, colour=colours.MUTED, anchor="end"),
    ]
    for tick in X_TICKS:
        if scale.low <= tick <= scale.high:
            x = scale.x(tick)
            parts.append(svg.line((x, FLOOR, x, FLOOR + 5)))
            text = nl.number(tick, decimals=len(str(tick).rstrip("0").partition(".")[2]))
            parts.append(svg.text(x, FLOOR + 20, text, size=13, anchor="middle"))
    step = _step(scale.top)
    for count in range(int(scale.top / step) + 1):
        y = scale.y(count * step)
        parts.append(svg.line((LEFT - 5, y, LEFT, y)))
        text = nl.number(count * step, decimals=1 if step < 1 else 0)
        parts.append(svg.text(LEFT - 8, y + 5, text, size=13, anchor="end"))
    return parts


def _step(top: float) -> float:
    rough = top / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def _thresholds(x: float, y: float) -> list[str]:
    right, left, above, below = WIDTH - RIGHT - 4, LEFT + 6, TOP + 16, FLOOR - 8
    corners = (
        (right, above, "tight_much", "end"),
        (right, below, "tight_little", "end"),
        (left, above, "loose_much", "start"),
        (left, below, "loose_little", "start"),
    )
    return [
        svg.line((x, TOP, x, FLOOR), colour=colours.MUTED, dash="5 4"),
        svg.line((LEFT, y, WIDTH - RIGHT, y), colour=colours.MUTED, dash="5 4"),
        *(
            svg.text(at, down, NAMES[name], colour=colours.MUTED, weight=700, anchor=anchor)
            for at, down, name, anchor in corners
        ),
    ]


def _point(row: pd.Series, scale: Scale) -> list[str]:
    x, y = scale.x(_middle(row)), scale.y(float(row["per_100_vacancies"]))
    inside, ink = colours.BLUE, colours.WHITE
    if row["quadrant"] == "within_rounding":
        inside, ink = ink, inside
    left, right = (scale.x(float(row[end])) for end in ("ratio_low", "ratio_high"))
    low, high = (scale.y(float(row[end])) for end in ("per_100_low", "per_100_high"))
    number = str(row["place"])
    return [
        svg.line((left, y, right, y), colour=colours.BLUE, width=1.5),
        svg.line((x, low, x, high), colour=colours.BLUE, width=1.5),
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{POINT_PX}" fill="{inside}" '
        f'stroke="{colours.BLUE}" stroke-width="1.5"/>',
        svg.text(x, y + 4.5, number, size=12.5, weight=700, colour=ink, anchor="middle"),
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
    """Return the class of a row, or why it has none; of its columns that begin with ``when``."""
    if not nl.is_missing(row[f"{when}class_label"]):
        return str(row[f"{when}class_label"])
    unknown = nl.is_missing(row[f"{when}ratio_low"])
    return tension_text.UNKNOWN if unknown else tension_text.UNKNOWABLE
