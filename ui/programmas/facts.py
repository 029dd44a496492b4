"""What public sources or a programme itself say of it: targets, results, money, people."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import sentences
import words as nl
from ui.parts import figures, notes, tables


def targets(frame: pd.DataFrame, name: str) -> None:
    """Show targets beside results with the share reached, or why there is none.

    Args:
        frame: Rows of ``programmas/targets``.
        name: Of the programme, in file names.
    """
    if frame.empty:
        st.markdown("De bronnen noemen geen doelen in aantallen.")
        return
    for _, row in frame[frame["target_realisation_pct"].notna()].iterrows():
        st.markdown(sentences.realisation(row))
    target_table(
        frame,
        "Doelen en resultaten",
        terms=("programme", "target_realisation_pct"),
        key="targets",
        file_name=f"{name}_doelen",
    )


def target_table(
    frame: pd.DataFrame,
    caption: str,
    *,
    terms: tuple[str, ...],
    key: str,
    file_name: str,
    before: Sequence[str] = (),
) -> None:
    """Show targets beside published results as a table.

    Args:
        frame: Rows of ``programmas/targets``.
        caption: What the table holds.
        terms: Terms that explain it.
        key: Unique on the page.
        file_name: Of the download.
        before: Columns that stand first.
    """
    columns = [
        "indicator_label",
        "target_text",
        "note",
        "result_text",
        "as_of",
        "realisation_text",
        "source_names",
    ]
    figures.show_table(
        frame,
        [*before, *columns],
        caption,
        terms=terms,
        key=key,
        file_name=file_name,
        texts={
            "indicator_label": sentences.what,
            "target_text": target,
            "result_text": _result,
            "as_of": sentences.moment,
            "realisation_text": _share,
        },
    )


def target(row: pd.Series) -> str:
    """Return a target as its source wrote it."""
    return nl.figure(row, "target", "target_precision")


def results(frame: pd.DataFrame, name: str) -> None:
    """Show every published result with its moment and breakdown.

    Args:
        frame: Rows of ``programmas/results``.
        name: Of the programme, in file names.
    """
    if frame.empty:
        st.markdown("De bronnen melden geen resultaten in aantallen.")
        return
    figures.show_table(
        frame,
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
        terms=("programme_result",),
        key="results",
        file_name=f"{name}_resultaten",
        texts={
            "value_text": lambda row: (
                nl.figure(row, "value") + ("%" if row["unit_label"] == "%" else "")
            ),
            "as_of": _as_of,
        },
    )


def budgets(frame: pd.DataFrame, name: str) -> None:
    """Show budgets by who pays and in which stage, apart from rules; nothing is added up.

    Args:
        frame: Rows of ``programmas/budgets``.
        name: Of the programme, in file names.
    """
    money, rules = frame[~frame["is_rule"].astype(bool)], frame[frame["is_rule"].astype(bool)]
    if money.empty:
        st.markdown("De bronnen noemen geen budget.")
    for rows, caption in (
        (money, "Budgetten; bedragen uit verschillende bronnen worden niet opgeteld"),
        (rules, "Regels per voucher, persoon of traject; geen uitgaven"),
    ):
        if not rows.empty:
            budget_table(rows, [], caption)
    notes.under(frame, terms=("programme_budget",), key="budgets", file_name=f"{name}_budget")


def budget_table(frame: pd.DataFrame, before: Sequence[str], caption: str) -> None:
    """Show amounts as a table.

    Args:
        frame: Rows of ``programmas/budgets``.
        before: Columns that stand first.
        caption: What the table holds.
    """
    columns = [
        "budget_kind_label",
        "funder",
        "stage_label",
        "amount_text",
        "per_label",
        "note",
        "publisher",
    ]
    texts = {"amount_text": lambda row: nl.figure(row, "amount_eur")}
    tables.show(tables.written(frame, texts), [*before, *columns], caption)


def warnings(conflicts: pd.DataFrame, sums: pd.DataFrame) -> None:
    """Warn where sources contradict each other, or parts do not add up to their total.

    Args:
        conflicts: Rows of ``programmas/conflicts``.
        sums: Rows of ``programmas/breakdown_sums``.
    """
    said = [sentences.conflict(rows) for _, rows in conflicts.groupby("what")]
    said += [sentences.parts_differ(row) for _, row in sums.iterrows()]
    for text in said:
        st.warning(text, icon=":material/compare_arrows:")


def not_published(frame: pd.DataFrame) -> None:
    """Show what the sources about a programme never published.

    Args:
        frame: The answer to ``programmas/not_published``.
    """
    if not frame.empty:
        st.markdown("Van dit programma is nooit gepubliceerd, voor zover bekend:")
        st.markdown(sentences.bullets([str(label) for label in frame["missing_label"]]))


def resources(frame: pd.DataFrame, name: str) -> None:
    """Show what was deployed; an unpublished number is said to be so.

    Args:
        frame: Rows of ``programmas/resources``.
        name: Of the programme, in file names.
    """
    if frame.empty:
        st.markdown("De bronnen noemen geen inzet van mensen of middelen.")
        return
    figures.show_table(
        frame,
        ["resource_label", "quantity_text", "as_of", "note", "publisher"],
        "Wat is er ingezet",
        terms=("programme",),
        key="resources",
        file_name=f"{name}_inzet",
        texts={
            "quantity_text": lambda row: (
                "niet gepubliceerd"
                if nl.is_missing(row["quantity"])
                else nl.number(row["quantity"])
            ),
            "as_of": _as_of,
        },
    )


def partners(frame: pd.DataFrame, name: str) -> None:
    """Show who takes part, and under which name they are known now.

    Args:
        frame: Rows of ``programmas/partners``.
        name: Of the programme, in file names.
    """
    if frame.empty:
        st.markdown("De bronnen noemen geen partners.")
        return
    figures.show_table(
        frame,
        ["organisation", "role_label", "known_now_as", "publisher"],
        "Wie doet mee",
        terms=("programme",),
        key="partners",
        file_name=f"{name}_partners",
    )


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


def _result(row: pd.Series) -> str:
    if nl.is_missing(row["result"]):
        return nl.MISSING
    return nl.figure(row, "result", "result_precision")


def _share(row: pd.Series) -> str:
    is_fictitious = row["realisation_status"] == "sample"
    return nl.MISSING if is_fictitious else sentences.realisation_share(row)


def _as_of(row: pd.Series) -> str:
    return nl.published_date(row["as_of_text"], row["as_of_precision"])
