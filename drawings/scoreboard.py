"""The scoreboard: a row per programme with its bar from target to result; HTML with inline SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

import sentences
import words as nl
from brand import colours
from drawings.sorting import Orders, Row, Sorting, heading, in_order
from words import measures
from words.marks import SAMPLE

Link = Callable[[Row], str]
WIDTH, HEIGHT, BAR = 160, 16, 10
ROOM = 1.25  # how much wider a bar is than its target, unless more was reached
HATCH_PX = 6
NOT_PUBLISHED = "niet gepubliceerd"
FICTITIOUS = f'<span class="vkm-fictitious">{SAMPLE}</span>'
ORDERS: Orders = {
    "naam": ("Programma", lambda row: str(row["programme_name"]).casefold(), False),
    "looptijd": ("Looptijd", lambda row: row["starts_on_text"], True),
    "bereikt": ("Van het doel", lambda row: row["realisation_low_pct"], True),
}


def draw(
    rows: Iterable[Row],
    money: Sequence[Row],
    link: Link,
    *,
    caption: str,
    sorting: Sorting | None = None,
    compact: bool = False,
) -> str:
    """Draw a table of programmes; fictitious ones say so.

    Args:
        rows: Records of ``programmas/scoreboard``.
        money: Records of ``programmas/money`` about them.
        link: Gives the address that opens a programme.
        caption: What the table is called, for those who do not see it.
        sorting: Makes headings links that sort; without it they are words.
        compact: Whether it fits half a screen: years, one amount, nothing per 100 vacancies.
    """
    amounts: dict[str, list[Row]] = {}
    for amount in money:
        amounts.setdefault(amount["programme_id"], []).append(amount)
    ordered = in_order(rows, sorting.by, ORDERS) if sorting else rows
    make = _compact if compact else _full
    body = "".join(make(row, amounts.get(row["programme_id"], []), link(row)) for row in ordered)
    kind = "compact" if compact else "full"
    return (
        f'<table class="vkm-board vkm-board-{kind}">'
        f'<caption class="vkm-spoken">{escape(caption)}</caption>'
        f"<thead><tr>{_head(sorting, compact)}</tr></thead><tbody>{body}</tbody></table>"
    )


def tiles(row: Row, amounts: Sequence[Row]) -> str:
    """Draw what one programme reached, had to spend and did per 100 vacancies, beside each other.

    Args:
        row: Of ``programmas/scoreboard``.
        amounts: Of ``programmas/money`` about it.
    """
    share, first = sentences.share(row), amounts[:1]
    drawn = (
        _tile("Van het doel", "" if share == nl.MISSING else share, bar(row) + told(row)),
        _tile(
            "Euro’s",
            "".join(map(sentences.euros, first)),
            "".join(_small(sentences.payer(amount)) for amount in first) + euros(amounts[1:])
            if first
            else NOT_PUBLISHED,
        ),
        _tile("Per 100 openstaande vacatures", sentences.per_100(row), _stock(row))
        if nl.is_missing(row["per_100_reason"])
        else _tile(
            "Per 100 openstaande vacatures", "", f"niet te noemen: {escape(sentences.per_100(row))}"
        ),
    )
    return f'<div class="vkm-facts">{"".join(drawn)}</div>'


def _tile(label: str, said: str, under: str) -> str:
    large = f"<b>{escape(said)}</b>" if said else ""
    return f'<div class="vkm-fact"><small>{escape(label)}</small>{large}{under}</div>'


def bar(row: Row) -> str:
    """Draw what was reached as a bar and the target as a black mark; what is unknown is hatched."""
    target, result = (_number(row[name]) for name in ("target_high", "result_high"))
    is_aim = nl.is_missing(row["relation"]) and target is not None
    if result is None or not is_aim:
        parts = [_box(WIDTH, colours.WHITE), _hatches(WIDTH, colours.UNSURE)]
        marks = [0.8 * WIDTH] if is_aim else []
    else:
        scale = WIDTH / max(ROOM * target, result, 1)  # type: ignore[operator]
        parts = [_box(WIDTH, "#eef1f4"), _done(row, result * scale)]
        marks = sorted({target * scale, float(row["target_low"]) * scale})  # type: ignore[operator]
    lines = "".join(
        f'<rect x="{min(max(x - 1, 0), WIDTH - 2.5):.1f}" y="0" width="2.5" height="{HEIGHT}" '
        f'fill="{colours.INK}"/>'
        for x in marks
    )
    return (
        f'<svg class="vkm-board-bar" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" aria-hidden="true">{"".join(parts)}{lines}</svg>'
    )


def _number(value: object) -> float | None:
    return None if nl.is_missing(value) else float(value)  # type: ignore[arg-type]


def _box(width: float, colour: str) -> str:
    top = (HEIGHT - BAR) / 2
    return f'<rect x="0" y="{top:g}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>'


def _done(row: Row, width: float) -> str:
    if row["realisation_status"] != "sample":
        return _box(width, colours.BLUE)
    return _box(width, colours.WHITE) + _hatches(width, colours.RUST)


def _hatches(width: float, colour: str) -> str:
    top, bottom = (HEIGHT - BAR) / 2, (HEIGHT + BAR) / 2
    last = int((width - HATCH_PX) // HATCH_PX) + 1
    lines = "".join(
        f"M{x * HATCH_PX} {bottom:g}L{(x + 1) * HATCH_PX} {top:g}" for x in range(max(last, 0))
    )
    return f'<path d="{lines}" stroke="{colour}" stroke-width="2.5" fill="none"/>'


def _head(sorting: Sorting | None, compact: bool) -> str:
    names = ["naam", "looptijd", "Bereikt", "bereikt", "Euro’s", "Per 100 vacatures"]
    left_out = {"looptijd", "Per 100 vacatures"} if compact else set()
    return "".join(heading(name, ORDERS, sorting) for name in names if name not in left_out)


def _full(row: Row, amounts: Sequence[Row], link: str) -> str:
    return row_of(
        row,
        link,
        _small(f"{row['region_names']} · {row['scope_label']}"),
        [
            ("Looptijd", escape(nl.period(row)) + _small(row["state_label"])),
            ("", bar(row) + told(row)),
            ("Van het doel", _share(row)),
            ("Euro’s", euros(amounts) or NOT_PUBLISHED),
            ("Per 100 vacatures", escape(sentences.per_100(row)) + _stock(row)),
        ],
    )


def told(row: Row) -> str:
    """Return target and result in words, with the moment and what else is known."""
    moment = "" if nl.is_missing(row["result_kind"]) else _small(sentences.moment(row))
    besides = "".join(_small(text) for text in sentences.besides(row))
    return f"<div>{escape(sentences.reached(row))}</div>{moment}{besides}"


def _stock(row: Row) -> str:
    """Return of which vacancies a number per 100 is, where there is one."""
    if not nl.is_missing(row["per_100_reason"]):
        return ""
    return _small(
        f"gemiddeld {nl.number(row['mean_open_vacancies'])} vacatures, "
        f"{row['sector_label'].lower()} {row['stock_region_name']}{sentences.elsewhere(row)}"
    )


def _compact(row: Row, amounts: Sequence[Row], link: str) -> str:
    short = str(row["programme_name"]).split(" (")[0]
    return row_of(
        row if row["status"] == "sample" else {**row, "programme_name": short},
        link,
        _small(f"{_years(row)} · {row['state_label']}"),
        [
            ("", bar(row) + _small(measures.short(sentences.reached(row)))),
            ("Van het doel", measures.short(_share(row))),
            (
                "Euro’s",
                escape(measures.short("".join(map(sentences.euros, amounts[:1]))) or NOT_PUBLISHED),
            ),
        ],
    )


def row_of(row: Row, link: str, under: str, cells: Iterable[tuple[str, str]]) -> str:
    """Return a row of a table: the name, what stands under it, and cells with their headings."""
    name, fictitious = row["programme_name"], row["status"] == "sample"
    mark = FICTITIOUS if fictitious else ""
    head = f'<th scope="row"><a href="{escape(link)}">{escape(name)}</a>{mark}{under}</th>'
    kept = (f'<td data-label="{escape(label)}">{cell}</td>' for label, cell in cells)
    return f"<tr>{head}{''.join(kept)}</tr>"


def _share(row: Row) -> str:
    said = sentences.share(row)
    return f"<b>{escape(said)}</b>" if said != nl.MISSING else escape(said)


def euros(amounts: Sequence[Row]) -> str:
    """Return amounts below each other, each with who pays; never added up."""
    return "".join(
        f"<div>{escape(sentences.euros(amount))}{_small(sentences.payer(amount))}</div>"
        for amount in amounts
    )


def _years(row: Row) -> str:
    start, end = (
        "?" if nl.is_missing(row[f"{when}_on_text"]) else str(row[f"{when}_on_text"])[:4]
        for when in ("starts", "ends")
    )
    return start if start == end else f"{start} – {end}"


def _small(text: str) -> str:
    return text and f"<small>{escape(text)}</small>"
