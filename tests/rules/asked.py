"""What every question keeps to: one function, an answer, and a name for its figures."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import duckdb
import pandas as pd

import queries
from answers.tables import is_figure
from exports.tables import dictionary
from tests import answers

LABELS = "data/reference/label.csv"
MAY_BE_FICTITIOUS = {
    "programme_delivery",
    "occupation_tension",
    "field_tension",
    "named_cell",
    "mbo_students",
    "mbo_graduates",
    "mbo_supply",
    "mbo_supply_cbs",
    "programme",
    "programme_cell",
    "programme_region",
    "programme_province",
    "programme_source",
    "programme_target",
    "programme_budget",
    "programme_result",
    "programme_resource",
    "programme_partner",
    "programme_reported",
    "region_figure",
    "tension_figure",
    "region_period",
}
LEAVES_OUT = {
    "downloads/names",
    "downloads/known",
    "krapte_en_inzet/regions_without_programme",
    "krapte_en_inzet/strip_quarters",
    "krapte_en_inzet/strips",
    "krapte_en_inzet/vacancies",
    "overzicht/unknown",
    "programmas/confidence",
    "programmas/press",
    "filters/samples",
    "filters/levels",
    "filters/series",
    "verantwoording/empty",
    "verantwoording/quotes_compared",
    "verantwoording/signs",
    "verantwoording/stories",
    "verantwoording/what_stands",
}
APART = (
    {"vacancies", "national_vacancies", "created_vacancies"},
    {"cbs_tension", "occupation_tension"},
    {"labour_force", "ww_benefits"},
    {"quote", "occupation_tension", "vacancies"},
    {"technical_unemployment", "labour_force"},
    {"skill_vacancies", "occupation_tension", "vacancies"},
)
COUNTS_ONLY = {
    "downloads/datasets",
    "verantwoording/signs",
    "verantwoording/empty",
    "verantwoording/what_stands",
}


def has_a_function(question: str) -> Iterator[str]:
    """Each question has one function, with exactly its parameters."""
    if answers.is_dataset(question):
        return
    function = answers.function_of(question)
    page, name = question.split("/")
    if function is None:
        place = f"write {name} in queries/{page}/__init__.py"
        yield f"has no function: {place}, or list it in data/reference/dataset.csv"
        return
    theirs, ours = answers.parameters_of(question), set(inspect.signature(function).parameters)
    for parameter in sorted(ours - theirs):
        yield f"has a function with a parameter that it does not bind: {parameter}"
    for parameter in sorted(theirs - ours):
        yield f"binds a parameter that its function does not take: {parameter}"


def has_examples(question: str) -> Iterator[str]:
    """The tests know a value for each parameter."""
    for name in sorted(answers.parameters_of(question) - set(answers.EXAMPLES)):
        yield f"has no example: add {name} to EXAMPLES in tests/answers.py"


def is_one_question(question: str) -> Iterator[str]:
    """A file starts with the question in words, holds one select, and spells out its columns."""
    sql = queries.sql(question)
    if not sql.startswith("-- ") or "?" not in sql.split("\nselect")[0].split("\nwith")[0]:
        yield "does not start with its question, as a comment"
    if "select *\n" in sql.rsplit(")\n\nselect", 1)[-1]:
        yield "does not spell out its columns"
    kinds = [statement.type for statement in duckdb.extract_statements(sql)]
    if kinds != [duckdb.StatementType.SELECT]:
        yield "is not one select"


def joins_what_compares(question: str) -> Iterator[str]:
    """Figures that do not compare never stand in one answer."""
    read = set() if question in COUNTS_ONLY else answers.tables_of(question)
    for tables in APART:
        if len(tables & read) > 1:
            yield f"joins what does not compare: {', '.join(sorted(tables & read))}"


def is_answered(question: str, frame: pd.DataFrame) -> Iterator[str]:
    """With its example a question has rows, with different columns."""
    if frame.empty:
        yield "has no rows: choose an example in tests/answers.py with which it has"
    if frame.attrs["question"] != question:
        yield f"is answered by {frame.attrs['question']}"
    for name in frame.columns[frame.columns.duplicated()]:
        yield f"has two columns {name}"


def names_its_columns(question: str, frame: pd.DataFrame) -> Iterator[str]:
    """Each figure has a Dutch label and a definition: what it counts; of a file, each column."""
    for column in dictionary.columns(frame):
        is_number = is_figure(column.name, frame[column.name])
        is_told = is_number or column.name.endswith(("_label", "_name"))
        must = is_told or answers.is_dataset(question)
        lacks = ["label"] * (must and column.title == column.name)
        lacks += ["definition"] * (is_number and not column.unit and not column.description)
        for lacked in lacks:
            yield f"has no {lacked} for {column.name}: add it to {LABELS}"


def leaves_fictitious_out(question: str, frame: pd.DataFrame) -> Iterator[str]:
    """A reader who wants published figures only gets no other."""
    if question in LEAVES_OUT:
        return
    if "with_sample" not in answers.parameters_of(question):
        if answers.tables_of(question) & MAY_BE_FICTITIOUS:
            yield "cannot leave fictitious figures out: it has no with_sample"
        return
    real = answers.ask(question, with_sample=False)
    for column in (str(name) for name in real if str(name).endswith("status")):
        if "sample" in set(real[column].dropna()):
            yield f"holds fictitious rows without with_sample ({column})"


def keeps_methods_apart(question: str, frame: pd.DataFrame) -> Iterator[str]:
    """Of the labour force two methods are published, never as one series."""
    if question in COUNTS_ONLY or "labour_force" not in answers.tables_of(question):
        return
    if frame["series"].nunique() < 2:
        yield "shows one series of the labour force"
    if frame.duplicated(["series", "region_code", "period"]).any():
        yield "has two figures of a region in one series and period"
