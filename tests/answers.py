"""Every question with an example of its parameters, and databases in which each has an answer."""

from __future__ import annotations

import csv
import functools
import json
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd

import queries
from etl.transform import REFERENCE

QUESTIONS = sorted(
    path.relative_to(queries.reading.FOLDER).with_suffix("").as_posix()
    for path in queries.reading.FOLDER.rglob("*.sql")
)
with (REFERENCE / "dataset.csv").open(encoding="utf-8", newline="") as _rows:
    DATASETS = tuple(row["dataset"] for row in csv.DictReader(_rows))
EXAMPLES: dict[str, queries.Parameter] = {
    "region_codes": ("PV23", "PV25"),
    "sector_codes": ("T001081", "307500", "350000"),
    "sector_code": "350000",
    "quarter": "2018KW04",
    "until": "2026KW02",
    "measure": "tension",
    "measures": ("open_vacancies", "tension"),
    "breakdown": "all_technical",
    "kind": "arbeidsmarktregio",
    "period": "2026KW02",
    "with_sample": True,
    "region_code": "AM05",
    "occupation_code": "0741",
    "uwv_group_code": "UWV-0741",
    "uwv_group_codes": ("UWV-0741", "UWV-0742"),
    "order_by": "tension",
    "basis": "year_before",
    "selection": "all_technical",
    "school_year": "2025SJ00",
    "field_code": "07",
    "learning_path": "bbl",
    "programme_id": "twente_werkt",
    "programme_ids": ("twente_werkt", "gelders_vakmanschap"),
    "release_ids": ("cbs_vacancies/undated/83599NED.parquet",),
    "source_ids": ("twentevisie_1312",),
    "terms": ("open_vacancies",),
    "counted": "students",
    "is_whole": True,
    "subject": "voucher",
    "dimension_1": "voucher_kind",
    "dimension_2": "",
    "period_kind": "year",
    "grain": "region_field",
    "tight_from": 1.5,
    "much_from": None,
    "occupation_codes": ("UWV-0741",),
    "first_day": "2010-01-01",
    "last_day": "2030-12-31",
    "with_programmes": True,
    "since_day": "2020-01-01",
    "until_day": "2030-12-31",
    "title": "CNC-verspaner",
    "segment_codes": ("074", "076"),
    "with_neighbours": True,
    "mbo_level": "mbo2_3",
    "techniques": ("turning", "plc"),
    "codes": ("PV23", "2026KW02", "twente_werkt"),
    "province_codes": ("PV23",),
    "isco_groups": ("OC7", "OC8"),
    "words": "monteur",
    "source_id": "uwv_press",
}
EMPTY_TODAY = {
    "verantwoording/left_out": "insert into left_out values ('duo_mbo_students', "
    "'duo_mbo_students', null, 0, 'duo_mbo_students', 3, 'JAAR_2025', '<5', 'a whole number')",
    "verantwoording/unmapped_categories": "insert into unmapped_category values "
    "('cbs_ww_benefits', '85554NED', 'RegioS', 'AM04', 160)",
    "mbo/entrants": "insert into mbo_entrants select 'cbs_mbo_entrants', 'position', "
    "'Met werk, zonder uitkering', 'total', 'total', 'Totaal', '2025SJ00', 120, null, "
    "'published', null, min(release_id), 1 from release",
    "downloads/mbo_entrants": "insert into mbo_entrants select 'cbs_mbo_entrants', 'position', "
    "'Met werk, zonder uitkering', 'total', 'total', 'Totaal', '2025SJ00', 120, null, "
    "'published', null, min(release_id), 1 from release",
    "downloads/ww_benefits": "insert into ww_benefits by name select 'cbs_ww_benefits' as "
    "source_id, 'PV23' as region_code, '2025MM06' as month, 21340 as ww_benefits, 'published' as "
    "status, min(release_id) as release_id, 1 as line from release",
    "sinds/periods": "insert into period_change select 'cbs_vacancies', 1, date '2026-08-05', "
    "'Openstaande vacatures', '2026KW03', true, 12, 0, 0, min(release_id), 'published' "
    "from release",
    "sinds/revisions": "insert into revision by name select 'cbs_vacancies' as source_id, "
    "1 as moment, date '2026-08-05' as known_on, 'revised' as kind, "
    "'Openstaande vacatures' as table_label, 'PV23' as region_code, '2018KW04' as period, "
    "'Bouw' as subject, 1400 as old_figure, 1500 as new_figure, "
    "min(release_id) as release_id, 'published' as status from release",
    "verantwoording/quotes_compared": "insert into occupation_tension by name select "
    "'uwv_tension' as source_id, 'AM09' as region_code, 'UWV-0742' as uwv_group_code, "
    "'2017KW01' as quarter, 200 as open_vacancies, 100 as ww_under_6_months, "
    "'published' as status, min(release_id) as release_id, 1 as line from release; "
    "update quote set period = '2017KW01' where value_text = 'krap' "
    "and region_codes = ['AM09'] and period = '2023KW01'",
    "links/revised": "insert into revision by name select 'cbs_vacancies' as source_id, "
    "1 as moment, date '2026-08-05' as known_on, 'revised' as kind, "
    "'Openstaande vacatures' as table_label, 'PV23' as region_code, '2018KW04' as period, "
    "'Bouw' as subject, 1400 as old_figure, 1500 as new_figure, "
    "min(release_id) as release_id, 'published' as status from release",
    "sinds/classes": "insert into known_moment values "
    "('uwv_tension', 0, '2019-05-12', null), ('uwv_tension', 1, '2026-08-05', null); "
    "insert into known_class select 'uwv_tension', moment, date '2026-08-05', 'AM05', 'UWV-0741', "
    "quarter, class, null, null, null, min(release_id), 'published' from release cross join ("
    "values (0, '2025KW02', 'tight'), (1, '2025KW03', 'very_tight')) as known "
    "(moment, quarter, class) group by all",
}
# One measure of these is asked for at a time.
MEASURES = {"region_figure", "tension_figure"}
DELIVERED = ("voorbeeldprogramma_a", "voorbeeldprogramma_b")
RARE: dict[str, dict[str, queries.Parameter]] = {
    **{
        f"programmas/{name}": {"programme_ids": DELIVERED}
        for name in (
            "at_work",
            "cells",
            "deliveries",
            "employers",
            "funders",
            "funnel",
            "pace",
            "placement_rate",
            "realised",
            "voucher_value",
        )
    },
    "overstappen/arrivals": {"programme_id": DELIVERED[0], "quarter": "2026KW02"},
    "overstappen/flows": {"programme_id": DELIVERED[0]},
    "programmas/breakdown_sums": {"programme_id": "gelders_vakmanschap"},
    "programmas/confidence": {"programme_id": "techniek_crisis_door"},
    "krapte_en_inzet/quadrants": {"programme_id": "voorbeeldprogramma_a"},
    "krapte_en_inzet/landed": {"programme_id": "voorbeeldprogramma_a"},
    "krapte_en_inzet/changes": {"programme_id": "voorbeeldprogramma_a"},
    "krapte_en_inzet/rates": {"programme_id": "voorbeeldprogramma_a"},
    "regios/breaks": {"region_codes": ("AM06",)},
    "regios/latest": {"region_codes": ("AM05", "AM06")},
    "regios/level_mix": {"region_codes": ("AM05", "NL01")},
    "beroepen/series": {"region_codes": ("AM05", "NL01")},
    "regios/series": {"region_codes": ("AM05", "NL01")},
}


def function_of(question: str) -> Callable[..., pd.DataFrame] | None:
    """Return the function that asks a question; nothing when nobody wrote it."""
    page, name = question.split("/")
    return getattr(getattr(queries, page, None), name, None)


def is_dataset(question: str) -> bool:
    """Return whether a question is a whole table, which is streamed by its name."""
    return question.removeprefix("downloads/") in DATASETS


def parameters_of(question: str) -> set[str]:
    """Return the names of the parameters that the SQL of a question binds."""
    return queries.parameters(question)


def example(question: str) -> dict[str, queries.Parameter]:
    """Return values with which a question has an answer."""
    values = EXAMPLES | RARE.get(question, {})
    return {name: values[name] for name in parameters_of(question)}


def ask(question: str, **changed: queries.Parameter) -> pd.DataFrame:
    """Ask a question with its example, by its function when it has one."""
    values = example(question) | changed
    function = function_of(question)
    if function:
        return function(**values)
    return queries.reading.answer(queries.identity(), question, tuple(sorted(values.items())))


def tables_of(question: str) -> set[str]:
    """Return the names of what a question reads: tables, views and its own steps."""
    return read_in(queries.sql(question))


def read_in(sql: str) -> set[str]:
    """Return the names of what a select reads."""

    def read(node: object) -> set[str]:
        if isinstance(node, list):
            return set().union(*map(read, node))
        if not isinstance(node, dict):
            return set()
        own = {str(node["table_name"])} if node.get("type") == "BASE_TABLE" else set()
        return own.union(*map(read, node.values()))

    [text] = duckdb.execute("select json_serialize_sql(?)", [sql]).fetchone()  # type: ignore[misc]
    return read(json.loads(text))


@functools.cache
def read_by_views(database: Path) -> dict[str, set[str]]:
    """Return what each view reads."""
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        found = connection.execute("select view_name, sql from duckdb_views() where not internal")
        views = found.fetchall()
    return {
        name: read_in(re.split(r"\bas\b", sql, maxsplit=1, flags=re.I)[1]) for name, sql in views
    }


def facts_of(question: str, database: Path) -> set[str]:
    """Return the tables that a question reads, also by views; of the measures the view of all."""
    views, facts, found = read_by_views(database), set[str](), tables_of(question)
    while found:
        name = found.pop()
        if name in views and name not in MEASURES:
            found |= views[name]
        else:
            facts.add(name)
    return facts


def tables_with_status(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        "select table_name from duckdb_columns() inner join duckdb_tables() using (table_name) "
        "where column_name = 'status'"
    ).fetchall()
    return [name for (name,) in rows]


def relations_with_status(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the names of these tables and of the views that pass their status on.

    The mbo level of an occupation is an assumption, always estimated, whatever the figures are.
    """
    rows = connection.execute(
        "select table_name from duckdb_columns() "
        "where column_name = 'status' and table_name <> 'occupation_level'"
    ).fetchall()
    return {name for (name,) in rows}


def write_filled(database: Path, target: Path) -> None:
    """Copy a database and put a row into each table that is empty today."""
    shutil.copyfile(database, target)
    with closing(duckdb.connect(str(target))) as connection:
        for sql in EMPTY_TODAY.values():
            connection.execute(sql)


def write_fictitious(database: Path, target: Path) -> None:
    """Write that database with every figure that has a status made fictitious."""
    write_filled(database, target)
    with closing(duckdb.connect(str(target))) as connection:
        for table in tables_with_status(connection):
            connection.execute(f"update {table} set status = 'sample'")
