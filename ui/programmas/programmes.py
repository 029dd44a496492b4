"""Programmes on screen: what each aimed at, reached and cost, as its sources say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

import queries
import sentences
import words as nl
from ui import filters
from ui.parts import empty, notes, tables
from words.marks import SAMPLE, is_sample

STATE_COLOURS = {"running": "green", "ended": "gray", "planned": "blue", "unknown": "orange"}


def card(
    programme: pd.Series,
    targets: pd.DataFrame,
    results: pd.DataFrame,
    budgets: pd.DataFrame,
    conflicts: pd.DataFrame,
) -> None:
    """Show one programme in a box, with a link to its profile.

    Args:
        programme: A row of ``overzicht/programmes``.
        targets: Its rows of ``programmas/targets``.
        results: Its rows of ``programmas/results``.
        budgets: Its rows of ``programmas/budgets``.
        conflicts: Its rows of ``programmas/conflicts``.
    """
    with st.container(border=True, height="stretch"):
        st.markdown(f"#### {nl.letters(programme['programme_name'])}")
        st.badge(programme["state_label"], color=STATE_COLOURS[programme["state"]])  # type: ignore[arg-type]
        st.caption(
            f"{nl.period(programme)} · {programme['region_names']} · {programme['kind_label']} · "
            f"{programme['scope_label']}"
        )
        st.markdown(nl.letters(programme["aim"]))
        if not nl.is_missing(programme["note"]):
            st.caption(f"Let op: {nl.letters(programme['note'])}.")
        st.markdown(sentences.bullets(summary(targets, results, budgets)))
        for _, rows in conflicts.groupby("what"):
            st.warning(sentences.conflict(rows))
        st.page_link(
            "pages/programmas.py",
            label="Alle cijfers en bronnen",
            icon=":material/arrow_forward:",
            query_params={"programma": programme["programme_name"]},
        )


def summary(targets: pd.DataFrame, results: pd.DataFrame, budgets: pd.DataFrame) -> list[str]:
    """Return targets, results and money of one programme, one sentence each, or what is unknown."""
    main = targets[targets["target_group"] == "all"]
    lines = [sentences.target(row) for _, row in main.iterrows()]
    reached = set(main.loc[main["result"].notna(), "indicator"])
    totals = results[results["breakdown"].eq("total") & ~results["indicator"].isin(reached)]
    newest = totals.drop_duplicates("indicator", keep="last")
    lines += [f"Gemeld: {sentences.result(row)}" for _, row in newest.iterrows()]
    if targets.empty and results.empty:
        lines.append("Geen doelen of resultaten in aantallen gepubliceerd.")
    elif results.empty:
        lines.append("Geen resultaat gepubliceerd.")
    money = budgets[~budgets["is_rule"].astype(bool)]
    lines += [f"Euro's: {sentences.budget(row)}" for _, row in money.iterrows()]
    if money.empty:
        lines.append("Geen budget gepubliceerd.")
    return lines


def grid(
    programmes: pd.DataFrame,
    targets: pd.DataFrame,
    results: pd.DataFrame,
    budgets: pd.DataFrame,
    conflicts: pd.DataFrame,
) -> None:
    """Show programmes as cards, two beside each other."""
    for first in range(0, len(programmes), 2):
        for column, (_, programme) in zip(
            st.columns(2), programmes.iloc[first : first + 2].iterrows(), strict=False
        ):
            own = [
                frame[frame["programme_id"] == programme["programme_id"]]
                for frame in (targets, results, budgets, conflicts)
            ]
            with column:
                card(programme, *own)


def chosen(with_sample: bool) -> pd.Series:
    """Let the reader choose a programme and show its name; without any, say so and end the page.

    Args:
        with_sample: Whether fictitious programmes can be chosen.

    Returns:
        The row of ``programmas/profile``.
    """
    programme_id = filters.programme(with_sample)
    if programme_id is None:
        empty.show(
            "Programma's",
            "Er is geen programma geladen.",
            how="python -m etl programme add FILE.toml",
            key="programmes",
        )
        st.stop()
    profile = queries.programmas.profile(programme_id=programme_id, with_sample=with_sample).iloc[0]
    _heading(profile)
    return profile


def _heading(profile: pd.Series) -> None:
    """Show the name of a programme and its state.

    Args:
        profile: The row of ``programmas/profile``.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(nl.letters(profile["programme_name"]), width="content")
        st.badge(profile["state_label"], color=STATE_COLOURS[profile["state"]])  # type: ignore[arg-type]
        if profile["status"] == "sample":
            st.badge(SAMPLE, color="red")


def description(profile: pd.Series) -> None:
    """Show what a programme is: aim, period, region, and what its sources leave open.

    Args:
        profile: The row of ``programmas/profile``.
    """
    st.markdown(f"**Doel.** {nl.letters(profile['aim'])}.")
    st.markdown(
        f"**Looptijd** {nl.period(profile)} · **Gebied** {profile['region_names']} "
        f"({profile['region_kind_label']}) · **Soort** {profile['kind_label']} · "
        f"**Bereik** {profile['scope_label']}{_techniekpact(profile)}"
    )
    if profile["region_kind"] == "arbeidsmarktregio":
        st.caption(
            f"CBS publiceert geen vacatures voor {profile['region_names']}; de vacatures op de "
            "andere pagina's zijn van de provincie."
        )
    if not nl.is_missing(profile["note"]):
        st.info(nl.letters(profile["note"]))


def _techniekpact(profile: pd.Series) -> str:
    """Return which part of the Techniekpact a programme serves, as far as it says so."""
    line, goal = profile["action_line_label"], profile["techniekpact_goal"]
    text = "" if nl.is_missing(line) else f" · **Actielijn Techniekpact** {line}"
    return text + ("" if nl.is_missing(goal) else f" · **Doel Techniekpact** {nl.letters(goal)}")


def targets(frame: pd.DataFrame) -> None:
    """Show targets beside results with the share reached, or why there is none."""
    if frame.empty:
        st.markdown("De bronnen noemen geen doelen in aantallen.")
        return
    for _, row in frame[frame["target_realisation_pct"].notna()].iterrows():
        st.markdown(sentences.realisation(row))
    target_table(frame, [], "Doelen en resultaten")


def target_table(frame: pd.DataFrame, before: Sequence[str], caption: str) -> None:
    """Show targets beside published results as a table.

    Args:
        frame: Rows of ``programmas/targets``.
        before: Columns that stand first.
        caption: What the table holds.
    """
    rows = frame.assign(
        indicator_label=_texts(frame, sentences.what),
        target_text=_texts(frame, lambda row: nl.figure(row, "target", "target_precision")),
        result_text=_texts(frame, _result),
        as_of=_texts(frame, sentences.moment),
        realisation_text=_texts(frame, _share),
    )
    columns = [
        "indicator_label",
        "target_text",
        "note",
        "result_text",
        "as_of",
        "realisation_text",
        "source_names",
    ]
    tables.show(rows, [*before, *columns], caption)


def results(frame: pd.DataFrame) -> None:
    """Show every published result with its moment and breakdown."""
    if frame.empty:
        st.markdown("De bronnen melden geen resultaten in aantallen.")
        return
    rows = frame.assign(
        value_text=_texts(
            frame, lambda row: nl.figure(row, "value") + ("%" if row["unit_label"] == "%" else "")
        ),
        as_of=_texts(frame, _as_of),
    )
    tables.show(
        rows,
        [
            "as_of",
            "indicator_label",
            "breakdown_label",
            "category_label",
            "value_text",
            "note",
            "publisher",
        ],
        "Gepubliceerde resultaten en uitsplitsingen",
    )


def budgets(frame: pd.DataFrame) -> None:
    """Show budgets by who pays and in which stage, apart from rules; nothing is added up."""
    money, rules = frame[~frame["is_rule"].astype(bool)], frame[frame["is_rule"].astype(bool)]
    if money.empty:
        st.markdown("De bronnen noemen geen budget.")
    for rows, caption in (
        (money, "Budgetten; bedragen uit verschillende bronnen worden niet opgeteld"),
        (rules, "Regels per voucher, persoon of traject; geen uitgaven"),
    ):
        if not rows.empty:
            budget_table(rows, [], caption)


def budget_table(frame: pd.DataFrame, before: Sequence[str], caption: str) -> None:
    """Show amounts as a table.

    Args:
        frame: Rows of ``programmas/budgets``.
        before: Columns that stand first.
        caption: What the table holds.
    """
    rows = frame.assign(amount_text=_texts(frame, lambda row: nl.figure(row, "amount_eur")))
    columns = [
        "budget_kind_label",
        "funder",
        "stage_label",
        "amount_text",
        "per_label",
        "note",
        "publisher",
    ]
    tables.show(rows, [*before, *columns], caption)


def resources(frame: pd.DataFrame) -> None:
    """Show what was deployed; an unpublished number is said to be so."""
    if frame.empty:
        st.markdown("De bronnen noemen geen inzet van mensen of middelen.")
        return
    rows = frame.assign(
        quantity_text=_texts(
            frame,
            lambda row: (
                "niet gepubliceerd"
                if nl.is_missing(row["quantity"])
                else nl.number(row["quantity"])
            ),
        ),
        as_of=_texts(frame, _as_of),
    )
    tables.show(
        rows, ["resource_label", "quantity_text", "as_of", "note", "publisher"], "Wat is er ingezet"
    )


def partners(frame: pd.DataFrame) -> None:
    """Show who takes part, and under which name they are known now."""
    if frame.empty:
        st.markdown("De bronnen noemen geen partners.")
        return
    tables.show(frame, ["organisation", "role_label", "known_now_as", "publisher"], "Wie doet mee")


def sources(frame: pd.DataFrame) -> None:
    """Show the publications about a programme, each with its address."""
    for _, row in frame.iterrows():
        published = nl.cell("published_on", row["published_on"])
        if row["is_registration"]:
            st.markdown(f"- **{row['publisher']}**, {row['title'].lower()}, van {published}")
            continue
        st.markdown(
            f"- **{row['publisher']}**, [{row['title']}]({row['url']}), gepubliceerd: {published}, "
            f"opgehaald: {nl.date(row['retrieved_on'])}"
        )


def starts_open() -> bool:
    """Return whether the list of programmes starts open: when the first link named none."""
    named = "programma" in st.query_params
    return bool(st.session_state.setdefault("_programmes_open", not named))


def overview(frame: pd.DataFrame) -> None:
    """Show one row per programme; fictitious ones stand in a table of their own."""
    fictitious = is_sample(frame)
    for rows, caption, key in (
        (frame[~fictitious], "Alle programma's", "all"),
        (frame[fictitious], "Voorbeeldprogramma's", "examples"),
    ):
        if rows.empty:
            continue
        tables.show(
            rows.assign(period_text=_texts(rows, nl.period)),
            [
                "programme_name",
                "region_names",
                "kind_label",
                "scope_label",
                "period_text",
                "state_label",
            ],
            caption,
        )
        notes.under(rows, terms=("programme",), key=key, file_name=caption)


def _texts(frame: pd.DataFrame, write: Callable[[pd.Series], str]) -> list[str]:
    return [write(row) for _, row in frame.iterrows()]


def _result(row: pd.Series) -> str:
    if nl.is_missing(row["result"]):
        return nl.MISSING
    return nl.figure(row, "result", "result_precision")


def _share(row: pd.Series) -> str:
    is_fictitious = row["realisation_status"] == "sample"
    return nl.MISSING if is_fictitious else sentences.realisation_share(row)


def _as_of(row: pd.Series) -> str:
    return nl.published_date(row["as_of_text"], row["as_of_precision"])
