"""What page regios shows about regions: the figure in words, its rank, its series, its borders."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

import queries
import sentences
import words as nl
from drawings import multiples
from ui.filters import areas, subjects
from ui.krapte import finding as basis
from ui.map import LEVEL_NAMES, PLURALS, Drawn, draw
from ui.parts import empty, figures, notes, series_notes, shown, tables
from words import measures

CHOSEN = "chosen"
TABLE = ["rank_label", "region_name", "class_label", "figure_text", "base_label"]
BASES = {
    "year_before": "In een jaar",
    "previous": "Sinds vorige",
    "five_years_before": "In vijf jaar",
    "country": "Met NL",
}
COMPARED = {
    "year_before": "Een jaar eerder",
    "previous": "Vorige periode",
    "five_years_before": "Vijf jaar eerder",
    "country": "Nederland",
}


def no_figure(measure: pd.Series, levels: pd.DataFrame, kind: str) -> None:
    """Say that a measure is not published or loaded per a kind of region, and lead to where it is.

    Args:
        measure: A row of ``filters/measures``.
        levels: The rows of ``filters/levels`` about it.
        kind: Of the region that was asked for.
    """
    here = levels.set_index("kind").loc[kind]
    what, has_it = f"{measure['label']}: niet per {here['kind_label']}.", "is_published"
    if here["is_published"]:
        what = f"{measure['label']} per {here['kind_label']}: nog geen gepubliceerd cijfer geladen."
        has_it = "has_real"
    instead: tuple[str, Callable[[], None]] | None = None
    others = levels[levels[has_it] & levels["kind"].ne(kind)]
    if len(others):
        label, there = others.iloc[0][["kind_label", "kind"]]
        instead = (f"Toon per {label}", partial(areas.choose_level, there))
    elif kind == "provincie":
        instead = ("Toon openstaande vacatures", partial(subjects.choose_measure, "open_vacancies"))
    how = measure["how_to_load"] if here["is_published"] else ""
    empty.show(what, here["why"], how=how, instead=instead, key="measure")


@queries.once_per_database
def ranked(kind: str, **asked: Any) -> pd.DataFrame:
    """Return the regions of a kind in order with their texts; for all who ask, so never changed.

    Args:
        kind: Of regions.
        asked: The other parameters of ``regios/ranking``.
    """
    return measures.texts(queries.regios.ranking(kind=kind, **asked))


@queries.once_per_database
def drawn(kind: str, until: str, basis: str, selected: tuple[str, ...], **asked: Any) -> Drawn:
    """Return the map of a kind of region, made once for all who ask the same.

    Args:
        kind: Of regions.
        until: The last quarter that counts.
        basis: What a figure is compared with; see ``subjects.basis``.
        selected: Codes of the chosen regions.
        asked: The other parameters of ``regios/ranking``.
    """
    ranking = ranked(kind, **asked)
    codes = tuple(ranking["region_code"])
    course = queries.regios.series(region_codes=codes, until=until, **asked)
    return draw(
        ranking,
        course,
        level=kind,
        basis=basis,
        change_label=BASES[basis],
        selected=selected,
    )


@queries.once_per_database
def chosen(kind: str, codes: tuple[str, ...], **asked: Any) -> pd.DataFrame:
    """Return the rows of chosen regions, of one that has none there its newest; never changed.

    Args:
        kind: Of regions.
        codes: Of the chosen regions.
        asked: The other parameters of ``regios/ranking``.
    """
    ranking = ranked(kind, **asked)
    rows = ranking[ranking["region_code"].isin(codes)]
    if len(codes) > 1 or rows["figure_low"].notna().any():
        return rows
    newest = measures.texts(queries.regios.latest(region_codes=codes, **asked))
    return rows if newest.empty else newest


def finding(kind: str, codes: tuple[str, ...], subject: str, term: str, **asked: Any) -> None:
    """Show how the chosen regions stand as the title of the page, and what that rests on.

    Args:
        kind: Of regions.
        codes: Of the chosen regions.
        subject: Which part of the measure, in Dutch.
        term: That explains the measure.
        asked: The other parameters of ``regios/ranking``.
    """
    title, said, otherwise = _found(kind, codes, subject, **asked)
    basis.show(title, said, otherwise=otherwise)
    rows = chosen(kind, codes, **asked).copy(deep=False)
    if not _is_ranked(rows):
        shown.add(CHOSEN, shown.Shown(otherwise, otherwise, rows, (term,)))


@queries.once_per_database
def _found(kind: str, codes: tuple[str, ...], subject: str, **asked: Any) -> tuple[str, str, str]:
    rows = chosen(kind, codes, **asked)
    measure = measures.MEASURES[asked["measure"]]
    said = (
        sentences.regions_basis(rows, subject),
        _behind(rows, {name: asked[name] for name in ("measure", "breakdown", "period")}),
        subjects.no_shortage(asked["measure"], kind),
    )
    title = sentences.regions_finding(rows, PLURALS[kind], subject)
    otherwise = f"{measure.label}, {subject}, {rows['period_label'].iloc[0]}"
    return title, " ".join(filter(None, said)), otherwise


def _is_ranked(rows: pd.DataFrame) -> bool:
    """Return whether rows are of ``regios/ranking``; those of ``regios/latest`` have no rank."""
    return "known_rank_label" in rows


def nothing(measure: pd.Series, area: areas.Area, kind: str) -> None:
    """Show as the title that a measure has no figure, with why no shortage is published there."""
    name = f"Per {LEVEL_NAMES[kind]}" if area.kind == "land" else area.name
    title = f"{name}: geen cijfer over {sentences.lowered(measure['label'])}"
    basis.show(title, subjects.no_shortage(measure["measure"], kind), otherwise=title)


def _behind(rows: pd.DataFrame, asked: dict[str, str]) -> str:
    """Return of the regions without a figure from when their newest is."""
    codes = tuple(rows.loc[rows["figure_low"].isna(), "region_code"])
    if not codes:
        return ""
    latest = queries.regios.latest(region_codes=codes, with_sample=False, **asked)
    return " ".join(sentences.each(sentences.measured_behind, latest))


def tiles(found: pd.DataFrame, basis: str, about: str) -> None:
    """Show figure, class, rank and comparison of one region large; of several as a table.

    Args:
        found: Rows of the chosen regions, as of ``finding``.
        basis: What to compare with; see ``subjects.basis``. What has no rank is compared with a
            year earlier.
        about: What is counted, with its unit, in Dutch.
    """
    if found.empty:
        return
    if len(found) > 1:
        columns = ["region_name", "figure_text", f"change_{basis}_text", "rank_label"]
        file_name = sentences.listed(list(found["region_name"]))
        figures.show_table(
            found, columns, about, terms=("rank",), key=CHOSEN, file_name=f"{file_name}_{about}"
        )
        return
    row, is_ranked = found.iloc[0], _is_ranked(found)
    basis = basis if is_ranked else "year_before"
    when = nl.aged(row["period_label"], row["period"])
    st.markdown(f"{about}:")
    told = [
        (f"{row['region_name']}, {when}", row["figure_text"], row["class_label"]),
        (COMPARED[basis], row[f"figure_{basis}_text"], row[f"change_{basis}_text"]),
        *([_place(row)] if is_ranked else []),
    ]
    for column, (label, value, note) in zip(st.columns(3), told, strict=False):
        column.metric(
            label,
            nl.MISSING if nl.is_missing(value) else value,
            delta=None if nl.is_missing(note) or note == "onbekend" else note,
            delta_color="off",
            delta_arrow="off",
        )
    terms = ("rank",) if is_ranked else ()
    notes.under(found, terms=terms, key=CHOSEN, file_name=f"{row['region_name']}_{about}")


def _place(row: pd.Series) -> tuple[str, object, str | None]:
    """Return among how many a rank is, the rank, and what the missing ones leave of it."""
    known, missing = nl.number(row["known_regions"]), nl.number(row["missing_regions"])
    if row["missing_regions"] == 0 or nl.is_missing(row["all_rank_label"]):
        return f"Rang van {known}", row["known_rank_label"], None
    with_missing = f"met de {missing} ontbrekende: {row['all_rank_label']}"
    return f"Rang van {known} bekende", row["known_rank_label"], with_missing


def table(
    ranking: pd.DataFrame, basis: str, title: str, *, terms: tuple[str, ...], file_name: str
) -> None:
    """Show the ranking as a table behind a button.

    Args:
        ranking: Rows of ``regios/ranking`` with their texts.
        basis: What to compare with; see ``subjects.basis``.
        title: Of the table, with period and unit.
        terms: Terms that explain it.
        file_name: Of the download.
    """
    columns = [*TABLE, f"figure_{basis}_text", f"change_{basis}_text"]
    tables.behind_button(ranking, columns, title, "ranking")
    notes.under(ranking, terms=terms, key="ranking", file_name=file_name)


def about(codes: tuple[str, ...]) -> None:
    """Say which of these regions lie in more than one province or came to cover another area."""
    parts = queries.regios.parts(region_codes=codes)
    breaks = queries.regios.breaks(region_codes=codes)
    own = parts[parts["region_code"].isin(codes)].groupby("region_code", sort=False)
    said = [sentences.crosses(rows) for _, rows in own]
    said += [f"**{row['region_name']}**: {row['sentence']}" for _, row in breaks.iterrows()]
    text = sentences.paragraphs(said)
    if not text:
        return
    if len(codes) == 1:
        st.caption(text)
    else:
        with st.expander("Over deze gebieden: grenzen en wijzigingen"):
            st.markdown(text)


def development(
    series: pd.DataFrame,
    *,
    chosen: tuple[str, ...],
    title: str,
    about: str,
    terms: tuple[str, ...],
    key: str,
    with_notes: bool = True,
) -> None:
    """Show a measure over time, one panel per region.

    Args:
        series: Rows of ``regios/series``, the chosen regions first.
        chosen: Codes of the regions to draw in the main colour.
        title: Of the chart.
        about: What is shown, in Dutch.
        terms: Terms that explain it.
        key: Unique on the page.
        with_notes: Whether the reader may ask for notes, which one series of a page can offer.
    """
    st.header(title)
    if series.empty:
        st.markdown("Geen enkele periode heeft hier een cijfer.")
        return
    rows = measures.texts(series)
    st.markdown(f"{about}. Eenheid: {rows['unit_label'].iloc[0]}.")
    columns = ["period_label", "region_name", "figure_text", "class_label", "base_label"]
    if rows["figure"].count() < 2:
        known = rows[rows["figure"].notna()]
        figures.show_table(
            known, columns, about, terms=terms, key=key, file_name=f"{title}_{about}"
        )
        return
    is_count = measures.MEASURES[rows["measure"].iloc[0]].is_count
    is_tension = rows["measure"].iloc[0] == "tension"
    occupations = (str(rows["breakdown"].iloc[0]),) if is_tension else ()
    notes_of = series_notes.asked if with_notes else series_notes.none
    found = notes_of(rows, occupation_codes=occupations)
    own_scale = ("NL01",) if is_count and rows["region_code"].nunique() > 1 else ()
    figures.show(
        multiples.draw(
            rows,
            found,
            chosen=chosen,
            own_scale=own_scale,
            with_classes=is_tension,
        ),
        rows,
        value="figure",
        about=about,
        columns=columns,
        terms=terms,
        key=key,
        file_name=f"{title}_{about}",
        legend=_legend(rows["region_code"].nunique(), is_tension, bool(own_scale)),
        notes_shown=found,
    )


def _legend(regions: int, is_tension: bool, has_own_scale: bool) -> str:
    parts = ["Grijs: geen cijfer."]
    if is_tension:
        parts.append(
            "Stippellijnen: de grenzen van de vijf klassen van UWV. Een staafje: wat het cijfer "
            "ten minste en ten hoogste is. Een gat: geen getal, omdat niemand kortdurende WW heeft "
            "of omdat het er minder dan tien zijn; de tabel zegt wat wel bekend is."
        )
    if regions > 1:
        own = ", Nederland een eigen" if has_own_scale else ""
        parts.append(f"Alle gebieden hebben dezelfde schaal{own}.")
    return " ".join(parts)
