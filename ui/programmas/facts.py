"""What public sources or a programme itself say of it: targets, results, money, people."""

from functools import partial

import pandas as pd
import streamlit as st

import sentences
import words as nl
from ui.parts import figures, notes, tables

TARGET_COLUMNS = [
    "indicator_label",
    "target_text",
    "note",
    "result_text",
    "as_of",
    "realisation_text",
    "source_names",
]
BUDGET_COLUMNS = [
    "budget_kind_label",
    "funder",
    "stage_label",
    "amount_text",
    "per_label",
    "note",
    "publisher",
]


def target(row: pd.Series) -> str:
    """Return a target as its source wrote it."""
    return nl.figure(row, "target", "target_precision")


def _result(row: pd.Series) -> str:
    if nl.is_missing(row["result"]):
        return nl.MISSING
    return nl.figure(row, "result", "result_precision")


def _share(row: pd.Series) -> str:
    is_fictitious = row["realisation_status"] == "sample"
    return nl.MISSING if is_fictitious else sentences.realisation_share(row)


def _as_of(row: pd.Series) -> str:
    return nl.published_date(row["as_of_text"], row["as_of_precision"])


TARGET_TEXTS = {
    "indicator_label": sentences.what,
    "target_text": target,
    "result_text": _result,
    "as_of": sentences.moment,
    "realisation_text": _share,
}
BUDGET_TEXTS = {"amount_text": partial(nl.figure, column="amount_eur")}


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


def targets(frame: pd.DataFrame, name: str) -> None:
    """Show targets beside results with the share reached (``programmas/targets``)."""
    for _, row in frame[frame["target_realisation_pct"].notna()].iterrows():
        st.markdown(sentences.realisation(row))
    figures.show_table(
        frame,
        TARGET_COLUMNS,
        "Doelen en resultaten",
        none="De bronnen noemen geen doelen in aantallen.",
        terms=("programme", "target_realisation_pct"),
        file_name=f"{name}_doelen",
        texts=TARGET_TEXTS,
    )


def results(frame: pd.DataFrame, name: str) -> None:
    """Show every published result with its moment and breakdown (``programmas/results``)."""
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
        none="De bronnen melden geen resultaten in aantallen.",
        terms=("programme_result",),
        file_name=f"{name}_resultaten",
        texts={
            "value_text": lambda row: (
                nl.figure(row, "value") + ("%" if row["unit_label"] == "%" else "")
            ),
            "as_of": _as_of,
        },
    )


def budgets(frame: pd.DataFrame, name: str) -> None:
    """Show budgets by payer and stage, apart from rules (``programmas/budgets``)."""
    money, rules = frame[~frame["is_rule"].astype(bool)], frame[frame["is_rule"].astype(bool)]
    if money.empty:
        st.markdown("De bronnen noemen geen budget.")
    for rows, caption in (
        (money, "Budgetten; bedragen uit verschillende bronnen worden niet opgeteld"),
        (rules, "Regels per voucher, persoon of traject; geen uitgaven"),
    ):
        if not rows.empty:
            tables.show(tables.written(rows, BUDGET_TEXTS), BUDGET_COLUMNS, caption)
    notes.under(frame, terms=("programme_budget",), file_name=f"{name}_budget")


def warnings(conflicts: pd.DataFrame, sums: pd.DataFrame) -> None:
    """Warn where sources contradict each other, or parts do not add up to their total."""
    said = [sentences.conflict(rows) for _, rows in conflicts.groupby("what")]
    said += [sentences.parts_differ(row) for _, row in sums.iterrows()]
    for text in said:
        st.warning(text, icon=":material/compare_arrows:")


def not_published(frame: pd.DataFrame) -> None:
    """Show what the sources about a programme never published."""
    if not frame.empty:
        st.markdown("Van dit programma is nooit gepubliceerd, voor zover bekend:")
        st.markdown(sentences.bullets([str(label) for label in frame["missing_label"]]))


def resources(frame: pd.DataFrame, name: str) -> None:
    """Show what was deployed; an unpublished number is said to be so."""
    figures.show_table(
        frame,
        ["resource_label", "quantity_text", "as_of", "note", "publisher"],
        "Wat is er ingezet",
        none="De bronnen noemen geen inzet van mensen of middelen.",
        terms=("programme",),
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
    """Show who takes part, and under which name they are known now."""
    figures.show_table(
        frame,
        ["organisation", "role_label", "known_now_as", "publisher"],
        "Wie doet mee",
        none="De bronnen noemen geen partners.",
        terms=("programme",),
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
