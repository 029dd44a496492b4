"""What every question keeps to: one function, an answer, and a name for its figures."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import duckdb
import pandas as pd

import queries
from answers.tables import is_figure
from etl.register import REGISTER
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
# Of each at most one in an answer: another publisher, method or thing that is counted.
MEASURED = {
    "vacancies",
    "national_vacancies",
    "created_vacancies",
    "skill_vacancies",
    "occupation_tension",
    "region_figure",
    "cbs_tension",
    "labour_force",
    "ww_benefits",
    "employment",
    "employed_education",
    "occupation_wage",
    "technical_inflow",
    "technical_workers",
    "technical_unemployment",
    "mbo_entrants",
    "staff_shortage",
    "business_confidence",
    "advert_index",
    "quote",
    "comparator",
}
# What is printed per edition: a page with figures that compare with those of no other.
EDITIONS = {"skill_vacancies", "technical_inflow", "technical_workers"}
# Figures as a page quotes them: shown by themselves, with that page.
QUOTED = {"quote", "comparator"}
COMPARING = re.compile(r"(^|_)(rank|change|changed|direction|before|difference)(_|$)")
# Answers that hold more than one of them, each row or column apart, and why.
BESIDE = {
    "downloads/known": "what is known of an area, a row per measure",
    "downloads/labour_force": "a whole table, its series apart",
    "downloads/ww_benefits": "a whole table, its series apart",
    "downloads/datasets": "which tables there are",
    "krapte_en_inzet/quadrants": "what a programme delivered, beside how tight it was",
    "krapte_en_inzet/strips": "a programme beside the vacancies of its own time",
    "overstappen/arrivals": "where people arrived, beside how tight it is there",
    "overzicht/shortage": "for a tile: which measure stands there, by rule",
    "programmas/funders": "what a programme delivered, beside its published budget",
    "programmas/pace": "what a programme delivered, beside its published target",
    "programmas/realised": "what a programme delivered, beside its published target",
    "programmas/scoreboard": "a programme, per 100 vacancies of its own time",
    "sinds/periods": "which periods came, a row per table",
    "sinds/summary": "how many came",
    "verantwoording/empty": "what is missing",
    "verantwoording/quotes_compared": "whether a quote agrees with the file",
    "verantwoording/releases": "which files there are",
    "verantwoording/signs": "how often a sign comes",
    "verantwoording/stories": "figures that speak to a story, a row each, with their source",
    "verantwoording/what_stands": "up to when there are figures",
}
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


def holds_one_publisher(question: str, frame: pd.DataFrame, facts: set[str]) -> Iterator[str]:
    """An answer is of one thing that is counted, by one source; what is beside it says why."""
    if question in BESIDE:
        return
    if len(facts & MEASURED) > 1:
        yield f"reads what does not compare: {', '.join(sorted(facts & MEASURED))}"
    columns = [column for column in ("release_id", "second_release_id") if column in frame]
    found = {str(code) for column in columns for code in frame[column].dropna()}
    sources = {code.removeprefix("sample/").split("/")[0] for code in found}
    if len(sources) > 1:
        yield f"holds figures of several sources: {', '.join(sorted(sources))}"


def keeps_editions_and_quotes_apart(
    question: str, frame: pd.DataFrame, facts: set[str]
) -> Iterator[str]:
    """No figure of an edition or page is compared with one of another, or ranked."""
    if not facts & (EDITIONS | QUOTED) or question in BESIDE:
        return
    for column in filter(COMPARING.search, map(str, frame)):
        yield f"compares figures that do not compare: {column}"
    if facts & QUOTED and "url" not in frame:
        yield "does not name the page that it quotes"
    if facts & EDITIONS and "edition" not in frame and frame["period"].nunique() > 1:
        yield "does not say of which edition a figure is"


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


def tables_by_source(connection: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """Return per source of the register in which tables it has rows."""
    tables = connection.execute(
        "select distinct table_name from duckdb_columns() inner join duckdb_tables() "
        "using (table_name) where column_name = 'line' and table_name in ("
        "select table_name from duckdb_columns() where column_name = 'release_id')"
    ).fetchall()
    found: dict[str, set[str]] = {entry.source_id: set() for entry in REGISTER}
    for (table,) in tables:
        sql = f"select distinct split_part(release_id, '/', 1) from {table}"
        for (source,) in connection.execute(sql).fetchall():
            if source in found:
                found[source].add(table)
    return found
