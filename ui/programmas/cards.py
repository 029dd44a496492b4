"""Programmes in short: a card of each, a list of all, and what one is."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from ui.programmas.programme import STATE_COLOURS


def card(
    programme: pd.Series,
    targets: pd.DataFrame,
    results: pd.DataFrame,
    budgets: pd.DataFrame,
    conflicts: pd.DataFrame,
) -> None:
    """Show one programme, a row of ``overzicht/programmes``, with its rows of ``programmas/…``."""
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


def grid(programmes: pd.DataFrame, *facts: pd.DataFrame) -> None:
    """Show programmes as cards, two beside each other; the facts are those of ``card``."""
    for first in range(0, len(programmes), 2):
        beside = programmes.iloc[first : first + 2].iterrows()
        for column, (_, programme) in zip(st.columns(2), beside, strict=False):
            with column:
                card(programme, *(f[f["programme_id"] == programme["programme_id"]] for f in facts))


def description(profile: pd.Series) -> None:
    """Show what a programme is: aim, period, region, and what its sources leave open."""
    st.markdown(f"**Doel.** {nl.letters(profile['aim'])}.")
    st.markdown(f"**Soort** {profile['kind_label']}{_techniekpact(profile)}")
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
