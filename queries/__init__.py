"""One typed function per question; the only door to the published database.

Each function runs ``queries/<page>/<question>.sql`` with bound parameters and returns its frame.
The frame's ``attrs`` hold ``question`` and ``parameters``: a screen can show where it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from etl.folders import default_path

FOLDER = Path(__file__).parent
MEMORY_LIMIT = "1GB"
STREAM_MEMORY_LIMIT = "100MB"
NEWEST = "9999KW04"

_TYPES = {
    pa.int8(): pd.Int8Dtype(),
    pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.string(): pd.StringDtype(na_value=np.nan),
}

Parameter = str | int | float | bool | tuple[str, ...] | None


class NoDatabaseError(Exception):
    """There is no database to read; build one first."""


class Identity(NamedTuple):
    """What tells one published database file from the next."""

    path: str
    inode: int
    modified_ns: int
    size: int


def identity() -> Identity:
    """Return the identity of the database as it is now.

    Raises:
        NoDatabaseError: The file does not exist.
    """
    path = default_path()
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise NoDatabaseError(str(path)) from error
    return Identity(str(path), found.st_ino, found.st_mtime_ns, found.st_size)


def sql(question: str) -> str:
    """Return the SQL of a question, such as ``regios/ranking``."""
    return (FOLDER / f"{question}.sql").read_text("utf-8")


@lru_cache(maxsize=1)
def _connection(file: Identity) -> duckdb.DuckDBPyConnection:
    """Return a locked, read-only connection to this very file."""
    return _opened(file, f"memory_limit = '{MEMORY_LIMIT}'")


def _opened(file: Identity, *settings: str) -> duckdb.DuckDBPyConnection:
    """Open a locked, read-only connection to this very file.

    A fresh in-memory connection attaches the file: a connection by path would go on reading the
    previous file after a build has replaced it.
    """
    connection = duckdb.connect(":memory:")
    quoted = file.path.replace("'", "''")
    connection.execute(f"attach '{quoted}' as monitor (read_only)")
    for setting in (
        *settings,
        "autoinstall_known_extensions = false",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")
    return connection


@lru_cache(maxsize=512)
def _frame(
    file: Identity, question: str, parameters: tuple[tuple[str, Parameter], ...]
) -> pd.DataFrame:
    values = {
        name: list(value) if isinstance(value, tuple) else value for name, value in parameters
    }
    with _connection(file).cursor() as cursor:
        cursor.execute("use monitor")
        frame: pd.DataFrame = cursor.execute(sql(question), values).df()
    frame.attrs = {"question": question, "parameters": values}
    return frame


def _ask(question: str, **parameters: Parameter) -> pd.DataFrame:
    """Return the answer as a copy that the caller may change."""
    return _frame(identity(), question, tuple(sorted(parameters.items()))).copy(deep=False)


def filters_measures() -> pd.DataFrame:
    """Return the measures that regions can be compared by, with unit, term and source."""
    return _ask("filters/measures")


def filters_levels(*, measure: str) -> pd.DataFrame:
    """Return per kind of region whether this measure is published and loaded there, and why not."""
    return _ask("filters/levels", measure=measure)


def filters_regions() -> pd.DataFrame:
    """Return the provinces, arbeidsmarktregio's and COROP areas with the provinces they lie in."""
    return _ask("filters/regions")


def filters_occupations() -> pd.DataFrame:
    """Return all technical occupations, each techniekdomein and each group, as can be chosen."""
    return _ask("filters/occupations")


def filters_series(*, measure: str, kind: str) -> pd.DataFrame:
    """Return the series of a measure that do not compare, newest first."""
    return _ask("filters/series", measure=measure, kind=kind)


def filters_periods(
    *, measure: str, breakdown: str, kind: str, with_sample: bool, until: str = NEWEST
) -> pd.DataFrame:
    """Return the periods, newest first, in which a region of this kind has a figure."""
    return _ask(
        "filters/periods",
        measure=measure,
        breakdown=breakdown,
        kind=kind,
        with_sample=with_sample,
        until=until,
    )


def filters_samples() -> pd.DataFrame:
    """Return the sources of which fictitious figures are loaded."""
    return _ask("filters/samples")


def filters_sectors() -> pd.DataFrame:
    """Return code and labels of the 24 sectors, in the order of SBI 2008."""
    return _ask("filters/sectors")


def filters_programmes(
    *,
    with_sample: bool,
    region_codes: tuple[str, ...] = (),
    province_codes: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Return id and name of the programmes: those near first, fictitious ones last."""
    return _ask(
        "filters/programmes",
        with_sample=with_sample,
        region_codes=region_codes,
        province_codes=province_codes,
    )


def overzicht_vacancy_series(
    *, region_codes: tuple[str, ...], sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return one row per sector, region and quarter; a missing quarter has no figure."""
    return _ask(
        "overzicht/vacancy_series",
        region_codes=region_codes,
        sector_codes=sector_codes,
        until=until,
    )


def overzicht_latest(
    *, region_codes: tuple[str, ...], sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return the newest figure up to a quarter per sector and region, beside a year earlier."""
    return _ask(
        "overzicht/latest", region_codes=region_codes, sector_codes=sector_codes, until=until
    )


def overzicht_programmes(*, region_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the programmes that work or worked in these provinces, in order of their start."""
    return _ask("overzicht/programmes", region_codes=region_codes, with_sample=with_sample)


def overzicht_vacancies_during(
    *, region_codes: tuple[str, ...], sector_code: str, with_sample: bool, until: str = NEWEST
) -> pd.DataFrame:
    """Return per programme and province the vacancies in its first and its last quarter."""
    return _ask(
        "overzicht/vacancies_during",
        region_codes=region_codes,
        sector_code=sector_code,
        with_sample=with_sample,
        until=until,
    )


def overzicht_unknown(
    *, region_codes: tuple[str, ...], sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return one row per thing that is not known about these provinces, with its ``kind``."""
    return _ask(
        "overzicht/unknown", region_codes=region_codes, sector_codes=sector_codes, until=until
    )


def regios_ranking(
    *, measure: str, breakdown: str, kind: str, period: str, with_sample: bool
) -> pd.DataFrame:
    """Return all regions of one kind; those without a figure come last, without rank and class."""
    return _ask(
        "regios/ranking",
        measure=measure,
        breakdown=breakdown,
        kind=kind,
        period=period,
        with_sample=with_sample,
    )


def regios_latest(
    *, measure: str, breakdown: str, region_codes: tuple[str, ...], period: str, with_sample: bool
) -> pd.DataFrame:
    """Return per region its newest figure up to a period, beside the one of a year earlier."""
    return _ask(
        "regios/latest",
        measure=measure,
        breakdown=breakdown,
        region_codes=region_codes,
        period=period,
        with_sample=with_sample,
    )


def regios_series(
    *,
    measure: str,
    breakdown: str,
    region_codes: tuple[str, ...],
    period: str,
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return one row per region and period of the kind of this one; gaps have no figure."""
    return _ask(
        "regios/series",
        measure=measure,
        breakdown=breakdown,
        region_codes=region_codes,
        period=period,
        with_sample=with_sample,
        until=until,
    )


def regios_neighbours(*, region_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the regions that border on these, longest border (km) first."""
    return _ask("regios/neighbours", region_codes=region_codes)


def regios_parts(*, region_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return in which provinces these regions lie, with how many municipalities."""
    return _ask("regios/parts", region_codes=region_codes)


def regios_breaks(*, region_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return from which years these regions cover another area."""
    return _ask("regios/breaks", region_codes=region_codes)


def regios_sector_changes(*, region_codes: tuple[str, ...], quarter: str) -> pd.DataFrame:
    """Return per sector whether vacancies are ``rising``, ``falling``, ``same`` or ``unknown``."""
    return _ask("regios/sector_changes", region_codes=region_codes, quarter=quarter)


def regios_tight_occupations(*, region_code: str, quarter: str, with_sample: bool) -> pd.DataFrame:
    """Return the technical groups of UWV in one region, tightest first."""
    return _ask(
        "regios/tight_occupations",
        region_code=region_code,
        quarter=quarter,
        with_sample=with_sample,
    )


def regios_level_mix(
    *, region_codes: tuple[str, ...], quarter: str, with_sample: bool
) -> pd.DataFrame:
    """Return per region and mbo level the technical vacancies, by assumption, with a range."""
    return _ask(
        "regios/level_mix", region_codes=region_codes, quarter=quarter, with_sample=with_sample
    )


def regios_labour_force(*, region_codes: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return labour force and unemployment here, in the COROP areas within, and nationally."""
    return _ask("regios/labour_force", region_codes=region_codes, until=until)


def regios_press(*, region_codes: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return figures of UWV that the press quoted about these provinces, newest first."""
    return _ask("regios/press", region_codes=region_codes, until=until)


def beroepen_quarters(*, with_sample: bool, until: str = NEWEST) -> pd.DataFrame:
    """Return the quarters, newest first, in which any occupation has a tension."""
    return _ask("beroepen/quarters", with_sample=with_sample, until=until)


def beroepen_choices() -> pd.DataFrame:
    """Return the names of the groups of UWV, then each title with a group that it leads to."""
    return _ask("beroepen/choices")


def beroepen_heatmap(*, selection: str, quarter: str, with_sample: bool) -> pd.DataFrame:
    """Return one row per occupation and region with its class, Nederland first.

    Args:
        selection: ``all_technical`` for the technical groups, ``fields`` or ``all``.
        quarter: Such as ``2026KW02``.
        with_sample: Whether fictitious figures are wanted.
    """
    return _ask("beroepen/heatmap", selection=selection, quarter=quarter, with_sample=with_sample)


def beroepen_ranking(
    *,
    selection: str,
    region_code: str,
    quarter: str,
    basis: str,
    order_by: str,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the occupations of one region, beside what they were before.

    Args:
        selection: ``all_technical`` for the technical groups, ``fields`` or ``all``.
        region_code: An arbeidsmarktregio or NL01.
        quarter: Such as ``2026KW02``.
        basis: What was before: ``year_before`` or ``previous``.
        order_by: ``tension``, ``open_vacancies`` or ``change``; highest first.
        with_sample: Whether fictitious figures are wanted.
    """
    return _ask(
        "beroepen/ranking",
        selection=selection,
        region_code=region_code,
        quarter=quarter,
        basis=basis,
        order_by=order_by,
        with_sample=with_sample,
    )


def beroepen_series(
    *,
    uwv_group_codes: tuple[str, ...],
    region_codes: tuple[str, ...],
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return the quarters of the first group in all regions, and of the others in the first."""
    return _ask(
        "beroepen/series",
        uwv_group_codes=uwv_group_codes,
        region_codes=region_codes,
        with_sample=with_sample,
        until=until,
    )


def beroepen_members(*, uwv_group_code: str) -> pd.DataFrame:
    """Return the groups of BRC 2014 in this one, and why they count as technical or not."""
    return _ask("beroepen/members", uwv_group_code=uwv_group_code)


def beroepen_titles(*, uwv_group_code: str) -> pd.DataFrame:
    """Return the titles that lead to this group, with the other groups they lead to."""
    return _ask("beroepen/titles", uwv_group_code=uwv_group_code)


def beroepen_levels(*, uwv_group_code: str) -> pd.DataFrame:
    """Return per BRC group the mbo levels it may hold, by the national assumption."""
    return _ask("beroepen/levels", uwv_group_code=uwv_group_code)


def beroepen_employment(
    *, uwv_group_code: str, with_sample: bool, until: str = NEWEST
) -> pd.DataFrame:
    """Return per BRC group and period how many people work in it, newest first."""
    return _ask(
        "beroepen/employment", uwv_group_code=uwv_group_code, with_sample=with_sample, until=until
    )


def beroepen_related(
    *, uwv_group_code: str, region_code: str, quarter: str, with_sample: bool
) -> pd.DataFrame:
    """Return the groups of the same techniekdomein or segment, with their class in a region."""
    return _ask(
        "beroepen/related",
        uwv_group_code=uwv_group_code,
        region_code=region_code,
        quarter=quarter,
        with_sample=with_sample,
    )


def aanleveren_counting(*, with_sample: bool) -> pd.DataFrame:
    """Return per programme the delivery that its figures count."""
    return _ask("aanleveren/counting", with_sample=with_sample)


def programmas_list(*, with_sample: bool) -> pd.DataFrame:
    """Return one row per programme, oldest first, fictitious ones last."""
    return _ask("programmas/list", with_sample=with_sample)


def programmas_profile(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return the one row that describes this programme."""
    return _ask("programmas/profile", programme_id=programme_id, with_sample=with_sample)


def programmas_targets(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each target with its newest result and the share reached, or why there is none."""
    return _ask("programmas/targets", programme_ids=programme_ids, with_sample=with_sample)


def programmas_results(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each published result with its precision and moment."""
    return _ask("programmas/results", programme_ids=programme_ids, with_sample=with_sample)


def programmas_budgets(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each published amount; ``is_rule`` marks bounds per voucher, person or trajectory."""
    return _ask("programmas/budgets", programme_ids=programme_ids, with_sample=with_sample)


def programmas_resources(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return what was deployed."""
    return _ask("programmas/resources", programme_id=programme_id, with_sample=with_sample)


def programmas_partners(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return who takes part, payers first."""
    return _ask("programmas/partners", programme_id=programme_id, with_sample=with_sample)


def programmas_sources(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return the publications about this programme, or its own registration."""
    return _ask("programmas/sources", programme_id=programme_id, with_sample=with_sample)


def programmas_conflicts(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the figures about which sources differ, one row per source."""
    return _ask("programmas/conflicts", programme_ids=programme_ids, with_sample=with_sample)


def programmas_breakdown_sums(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return published totals whose published parts add up to something else."""
    return _ask("programmas/breakdown_sums", programme_id=programme_id, with_sample=with_sample)


def programmas_sector_split(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return how many placements were technical and of how many no sector is named."""
    return _ask("programmas/sector_split", programme_id=programme_id, with_sample=with_sample)


def programmas_deliveries(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the delivery that counts of each programme, and how much of it may be shown."""
    return _ask("programmas/deliveries", programme_ids=programme_ids, with_sample=with_sample)


def programmas_realised(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each target beside what the delivery counts, with the share or why there is none."""
    return _ask("programmas/realised", programme_ids=programme_ids, with_sample=with_sample)


def programmas_pace(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return how far running programmes are, compared with an even course, per target."""
    return _ask("programmas/pace", programme_ids=programme_ids, with_sample=with_sample)


def programmas_funnel(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return one row per step, from intake to outcome; a share is of ``out_of_label``."""
    return _ask("programmas/funnel", programme_ids=programme_ids, with_sample=with_sample)


def programmas_at_work(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return who works 6, 12 and 24 months later, of all who left; unknown stands apart."""
    return _ask("programmas/at_work", programme_ids=programme_ids, with_sample=with_sample)


def programmas_placement_rate(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the gross placement rate per year of exit and over the whole term."""
    return _ask("programmas/placement_rate", programme_ids=programme_ids, with_sample=with_sample)


def programmas_employers(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return vacancies, filled or not, employers and match interviews, per year and in all."""
    return _ask("programmas/employers", programme_ids=programme_ids, with_sample=with_sample)


def programmas_funders(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return per funder what is available, granted, paid and free."""
    return _ask("programmas/funders", programme_ids=programme_ids, with_sample=with_sample)


def programmas_voucher_value(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what was granted per voucher, with a range, beside the bounds of the rules."""
    return _ask("programmas/voucher_value", programme_ids=programme_ids, with_sample=with_sample)


def programmas_costs(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what a voucher cost and what was budgeted per result, never added up."""
    return _ask("programmas/costs", programme_ids=programme_ids, with_sample=with_sample)


def programmas_compare(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return one row per programme, in the order asked, with its key figures."""
    return _ask("programmas/compare", programme_ids=programme_ids, with_sample=with_sample)


def programmas_not_published(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return what the sources about this programme never said."""
    return _ask("programmas/not_published", programme_id=programme_id, with_sample=with_sample)


def programmas_cells(
    *,
    programme_ids: tuple[str, ...],
    subject: str,
    dimension_1: str,
    dimension_2: str,
    period_kind: str,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the protected cells of one table of each programme.

    Args:
        programme_ids: Of the programmes.
        subject: What is counted, such as ``voucher``.
        dimension_1: By what, such as ``field``; empty for everything.
        dimension_2: By what else, or empty.
        period_kind: ``all``, ``year``, or ``until_quarter`` for what there was up to its end.
        with_sample: Whether fictitious cells count.
    """
    return _ask(
        "programmas/cells",
        programme_ids=programme_ids,
        subject=subject,
        dimension_1=dimension_1,
        dimension_2=dimension_2,
        period_kind=period_kind,
        with_sample=with_sample,
    )


def verantwoording_releases() -> pd.DataFrame:
    """Return one row per loaded file with its provenance."""
    return _ask("verantwoording/releases")


def verantwoording_publications(*, with_sample: bool) -> pd.DataFrame:
    """Return one row per publication about the programmes."""
    return _ask("verantwoording/publications", with_sample=with_sample)


def verantwoording_definitions() -> pd.DataFrame:
    """Return all terms with their definition and its source."""
    return _ask("verantwoording/definitions")


def verantwoording_checks() -> pd.DataFrame:
    """Return the checks that this database passed."""
    return _ask("verantwoording/checks")


def verantwoording_known_deviations() -> pd.DataFrame:
    """Return the publisher's own sums that do not close, in vacancies."""
    return _ask("verantwoording/known_deviations")


def verantwoording_coverage() -> pd.DataFrame:
    """Return the quarters in which not every province and sector has a figure."""
    return _ask("verantwoording/coverage")


def verantwoording_signs() -> pd.DataFrame:
    """Return how often each mark stands in each table."""
    return _ask("verantwoording/signs")


def verantwoording_empty() -> pd.DataFrame:
    """Return what the sources leave empty, and why."""
    return _ask("verantwoording/empty")


def verantwoording_unmapped_categories() -> pd.DataFrame:
    """Return the categories of the sources that this monitor leaves out."""
    return _ask("verantwoording/unmapped_categories")


def verantwoording_region_breaks() -> pd.DataFrame:
    """Return from which year a region covers another area, newest first."""
    return _ask("verantwoording/region_breaks")


def verantwoording_unmapped() -> pd.DataFrame:
    """Return which percentage of the people at work has no mbo level, technical and overall."""
    return _ask("verantwoording/unmapped")


def verantwoording_load() -> pd.DataFrame:
    """Return the one row about the build of this database."""
    return _ask("verantwoording/load")


def herkomst_releases(*, release_ids: tuple[str, ...]) -> pd.DataFrame:
    """Return the provenance of these files."""
    return _ask("herkomst/releases", release_ids=release_ids)


def herkomst_publications(*, source_ids: tuple[str, ...]) -> pd.DataFrame:
    """Return these publications."""
    return _ask("herkomst/publications", source_ids=source_ids)


def downloads_names(*, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the names of codes of regions, sectors, occupations, periods, programmes and more."""
    return _ask("downloads/names", codes=codes)


def herkomst_definitions(*, terms: tuple[str, ...]) -> pd.DataFrame:
    """Return the definitions of these terms."""
    return _ask("herkomst/definitions", terms=terms)


def mbo_fields(*, with_sample: bool) -> pd.DataFrame:
    """Return the fields of study that can be chosen, the technical ones first."""
    return _ask("mbo/fields", with_sample=with_sample)


def mbo_school_years(
    *,
    counted: str,
    region_codes: tuple[str, ...],
    field_code: str,
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return the school years with ``students`` or ``graduates`` here, newest first."""
    return _ask(
        "mbo/school_years",
        counted=counted,
        region_codes=region_codes,
        field_code=field_code,
        with_sample=with_sample,
        until=until,
    )


def mbo_supply(
    *,
    counted: str,
    region_codes: tuple[str, ...],
    field_code: str,
    school_year: str,
    with_sample: bool,
) -> pd.DataFrame:
    """Return ``students`` or ``graduates`` per region, level and learning path in one year."""
    return _ask(
        "mbo/supply",
        counted=counted,
        region_codes=region_codes,
        field_code=field_code,
        school_year=school_year,
        with_sample=with_sample,
    )


def mbo_supply_series(
    *,
    counted: str,
    region_codes: tuple[str, ...],
    field_code: str,
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return ``students`` or ``graduates`` over all school years; a gap has no figure."""
    return _ask(
        "mbo/supply_series",
        counted=counted,
        region_codes=region_codes,
        field_code=field_code,
        with_sample=with_sample,
        until=until,
    )


def mbo_older_students(*, with_sample: bool, until: str = NEWEST) -> pd.DataFrame:
    """Return what the older table of CBS says about students, for the whole country."""
    return _ask("mbo/older_students", with_sample=with_sample, until=until)


def mbo_work_places(
    *, region_codes: tuple[str, ...], school_year: str, with_sample: bool
) -> pd.DataFrame:
    """Return the students in bbl per region and field, a column per level."""
    return _ask(
        "mbo/work_places",
        region_codes=region_codes,
        school_year=school_year,
        with_sample=with_sample,
    )


def mbo_entrants(*, until: str = NEWEST) -> pd.DataFrame:
    """Return what those who entered mbo did a year before, in the newest school year."""
    return _ask("mbo/entrants", until=until)


def mbo_labour_regions(*, region_codes: tuple[str, ...], is_whole: bool) -> pd.DataFrame:
    """Return the arbeidsmarktregio's in this area, and the provinces outside that they lie in.

    ``is_whole`` says that the area consists of provinces; otherwise nothing lies outside.
    """
    return _ask("mbo/labour_regions", region_codes=region_codes, is_whole=is_whole)


def mbo_known() -> pd.DataFrame:
    """Return one row: for how many technical occupations the assumption leaves levels open."""
    return _ask("mbo/known")


def krapte_en_inzet_quadrants(
    *,
    programme_id: str,
    subject: str,
    grain: str,
    tight_from: float,
    much_from: float | None,
    with_sample: bool,
) -> pd.DataFrame:
    """Return what a programme did per 100 vacancies beside how tight it was, per cell.

    Args:
        programme_id: Of the programme.
        subject: ``voucher``, ``placed``, ``kept`` or ``learned``.
        grain: ``all``, ``region``, ``field`` or ``region_field``.
        tight_from: From how many vacancies per jobseeker on it is tight.
        much_from: From how many per 100 vacancies on it is much; None for what the programme did
            as a whole.
        with_sample: Whether fictitious rows count.
    """
    return _ask(
        "krapte_en_inzet/quadrants",
        programme_id=programme_id,
        subject=subject,
        grain=grain,
        tight_from=tight_from,
        much_from=much_from,
        with_sample=with_sample,
    )


def krapte_en_inzet_landed(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return which part of vouchers, euros and outcomes went to what was tight, with bounds."""
    return _ask("krapte_en_inzet/landed", programme_id=programme_id, with_sample=with_sample)


def krapte_en_inzet_changes(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return tension per techniekdomein in the first, last and newest quarter of a programme."""
    return _ask("krapte_en_inzet/changes", programme_id=programme_id, with_sample=with_sample)


def krapte_en_inzet_vacancies(
    *, programme_id: str, sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return the open vacancies of CBS per province and sector while a real programme ran."""
    return _ask(
        "krapte_en_inzet/vacancies",
        programme_id=programme_id,
        sector_codes=sector_codes,
        until=until,
    )


def krapte_en_inzet_regions_without_programme() -> pd.DataFrame:
    """Return the arbeidsmarktregio's in which no real programme is known."""
    return _ask("krapte_en_inzet/regions_without_programme")


def krapte_en_inzet_rates(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return per techniekdomein aimed at how many left, and how many of these got a new job."""
    return _ask("krapte_en_inzet/rates", programme_id=programme_id, with_sample=with_sample)


def notes_shown(
    *,
    region_codes: tuple[str, ...],
    occupation_codes: tuple[str, ...],
    first_day: str,
    last_day: str,
    with_programmes: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the notes about these regions, and the begin and end of programmes there.

    Args:
        region_codes: Of the regions of a series; ``shown_for`` says which a note is about.
        occupation_codes: Groups of UWV or techniekdomeinen that the series is about, if it is.
        first_day: Of the series (ISO date).
        last_day: Of the series.
        with_programmes: Whether the begin and end of programmes are wanted.
        with_sample: Whether fictitious programmes count.
    """
    return _ask(
        "notes/shown",
        region_codes=region_codes,
        occupation_codes=occupation_codes,
        first_day=first_day,
        last_day=last_day,
        with_programmes=with_programmes,
        with_sample=with_sample,
    )


def sinds_summary(
    *,
    since_day: str,
    until_day: str,
    with_sample: bool,
    programme_ids: tuple[str, ...] | None = None,
) -> pd.DataFrame:
    """Return one row: how much changed after one day and up to another (ISO dates)."""
    return _ask(
        "sinds/summary",
        since_day=since_day,
        until_day=until_day,
        with_sample=with_sample,
        programme_ids=programme_ids,
    )


def sinds_moments() -> pd.DataFrame:
    """Return per source whether it is known when its releases were retrieved."""
    return _ask("sinds/moments")


def sinds_periods(*, since_day: str, until_day: str) -> pd.DataFrame:
    """Return per table the periods that came in after one day and up to another (ISO dates)."""
    return _ask("sinds/periods", since_day=since_day, until_day=until_day)


def sinds_revisions(*, since_day: str, until_day: str) -> pd.DataFrame:
    """Return the figures that a later release changed, with what they were before."""
    return _ask("sinds/revisions", since_day=since_day, until_day=until_day)


def sinds_programmes(*, since_day: str, until_day: str, with_sample: bool) -> pd.DataFrame:
    """Return what was added, changed or left out about programmes, per programme and table."""
    return _ask(
        "sinds/programmes", since_day=since_day, until_day=until_day, with_sample=with_sample
    )


def sinds_deliveries(*, since_day: str, until_day: str, with_sample: bool) -> pd.DataFrame:
    """Return the deliveries that count now and were accepted between two days (ISO dates)."""
    return _ask(
        "sinds/deliveries", since_day=since_day, until_day=until_day, with_sample=with_sample
    )


def sinds_classes(*, since_day: str, until_day: str, with_sample: bool) -> pd.DataFrame:
    """Return where the class of the newest known tension differs between two days (ISO dates)."""
    return _ask("sinds/classes", since_day=since_day, until_day=until_day, with_sample=with_sample)


def _answer(
    file: Identity, question: str, parameters: tuple[tuple[str, Parameter], ...]
) -> pd.DataFrame:
    values = {
        name: list(value) if isinstance(value, tuple) else value for name, value in parameters
    }
    with _connection(file).cursor() as cursor:
        cursor.execute("use monitor")
        frame: pd.DataFrame = cursor.execute(sql(question), values).df()
    frame.attrs = {"question": question, "parameters": values}
    return frame


def _ask_once(question: str, **parameters: Parameter) -> pd.DataFrame:
    """Return the answer to a question about one person, which is kept nowhere."""
    return _answer(identity(), question, tuple(sorted(parameters.items())))


def overstappen_case(*, title: str, with_sample: bool) -> pd.DataFrame:
    """Return per publication the programme of which it is said that people moved to this title."""
    return _ask("overstappen/case", title=title, with_sample=with_sample)


def overstappen_towards(*, title: str, segment_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return how near the occupations of these segments of BRC 2014 are to this title."""
    return _ask("overstappen/towards", title=title, segment_codes=segment_codes)


def overstappen_candidates(
    *,
    uwv_group_code: str,
    region_code: str,
    quarter: str,
    with_neighbours: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the technical occupations, nearest to this one first, with their tension.

    Args:
        uwv_group_code: Where someone comes from.
        region_code: An arbeidsmarktregio or NL01.
        quarter: Such as ``2026KW02``; empty when no tension is loaded.
        with_neighbours: Whether the regions that border on it are named too.
        with_sample: Whether fictitious figures are wanted.
    """
    return _ask(
        "overstappen/candidates",
        uwv_group_code=uwv_group_code,
        region_code=region_code,
        quarter=quarter,
        with_neighbours=with_neighbours,
        with_sample=with_sample,
    )


def overstappen_steps(*, uwv_group_code: str, occupation_code: str) -> pd.DataFrame:
    """Return the parts of the nearness of a group of UWV to a technical group of BRC 2014."""
    return _ask("overstappen/steps", uwv_group_code=uwv_group_code, occupation_code=occupation_code)


def overstappen_tension(
    *,
    occupation_code: str,
    region_code: str,
    quarter: str,
    with_neighbours: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the tension of a group of BRC 2014 in a region and, if wanted, its neighbours."""
    return _ask(
        "overstappen/tension",
        occupation_code=occupation_code,
        region_code=region_code,
        quarter=quarter,
        with_neighbours=with_neighbours,
        with_sample=with_sample,
    )


def overstappen_instruments(
    *, region_code: str, with_neighbours: bool, with_sample: bool
) -> pd.DataFrame:
    """Return the published bounds of vouchers and training in a region, running ones first."""
    return _ask(
        "overstappen/instruments",
        region_code=region_code,
        with_neighbours=with_neighbours,
        with_sample=with_sample,
    )


def overstappen_programmes(*, with_sample: bool) -> pd.DataFrame:
    """Return the programmes that delivered from where to where people went."""
    return _ask("overstappen/programmes", with_sample=with_sample)


def overstappen_flows(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return the protected numbers from each techniekdomein to each, never added up."""
    return _ask("overstappen/flows", programme_id=programme_id, with_sample=with_sample)


def overstappen_arrivals(
    *, programme_id: str, region_code: str, quarter: str, with_sample: bool
) -> pd.DataFrame:
    """Return per techniekdomein who went there, beside its tension of the same kind of figure."""
    return _ask(
        "overstappen/arrivals",
        programme_id=programme_id,
        region_code=region_code,
        quarter=quarter,
        with_sample=with_sample,
    )


def overstappen_techniques() -> pd.DataFrame:
    """Return the techniques and machines with the occupations that use them, and why."""
    return _ask("overstappen/techniques")


def overstappen_tailored(
    *,
    uwv_group_code: str,
    mbo_level: str,
    techniques: tuple[str, ...],
    region_code: str,
    quarter: str,
    with_neighbours: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the technical occupations that fit a person, best first; the answer is not kept.

    Args:
        uwv_group_code: Where someone comes from; empty when that is not known.
        mbo_level: ``mbo1``, ``mbo2_3``, ``mbo4``, ``hbo_plus``, or empty.
        techniques: What was ticked.
        region_code: An arbeidsmarktregio or NL01.
        quarter: Such as ``2026KW02``; empty when no tension is loaded.
        with_neighbours: Whether the regions that border on it are named too.
        with_sample: Whether fictitious figures are wanted.
    """
    return _ask_once(
        "overstappen/tailored",
        uwv_group_code=uwv_group_code,
        mbo_level=mbo_level,
        techniques=techniques,
        region_code=region_code,
        quarter=quarter,
        with_neighbours=with_neighbours,
        with_sample=with_sample,
    )


def stream(question: str, rows: int = 50_000, **parameters: Parameter) -> Iterator[pd.DataFrame]:
    """Yield the answer in frames of at most ``rows`` rows, at least one, and hold no more of it.

    Every frame has the same types: those of the function of this question, save that whole numbers
    and yes or no can be missing in each.

    Args:
        question: Such as ``downloads/vacancies``.
        rows: How many rows a frame may have.
        parameters: As the function of the question takes them.
    """
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in parameters.items()
    }
    settings = (
        f"memory_limit = '{STREAM_MEMORY_LIMIT}'",
        "threads = 1",
        # As written: rows flow past the labels, which are few, and are not gathered to be joined.
        "disabled_optimizers = 'join_order'",
    )
    with closing(_opened(identity(), *settings)) as connection:
        connection.execute("use monitor")
        reader = connection.sql(sql(question), params=values).to_arrow_reader(rows)
        is_empty = True
        for batch in reader:
            yield typed(pa.Table.from_batches([batch]))
            is_empty = False
        if is_empty:
            yield typed(reader.schema.empty_table())


def parameters(question: str) -> set[str]:
    """Return the names of what a question asks for."""
    return set(duckdb.extract_statements(sql(question))[0].named_parameters)


def typed(table: pa.Table) -> pd.DataFrame:
    """Return Arrow rows as a frame whose types do not depend on what is missing in it."""
    columns = []
    for field, values in zip(table.schema, table.columns, strict=True):
        if pa.types.is_decimal(field.type):
            values = values.cast(pa.float64())
        elif pa.types.is_date(field.type):
            values = values.cast(pa.timestamp("us"))
        columns.append(values)
    frame: pd.DataFrame = pa.table(columns, names=table.column_names).to_pandas(
        types_mapper=_TYPES.get, use_threads=False
    )
    return frame


def downloads_datasets(*, with_sample: bool) -> pd.DataFrame:
    """Return the tables that can be taken along whole, what a row is and how many there are."""
    return _ask("downloads/datasets", with_sample=with_sample)


def downloads_quarters(*, with_sample: bool) -> pd.DataFrame:
    """Return the quarters, oldest first, of which the tension of occupation groups is known."""
    return _ask("downloads/quarters", with_sample=with_sample)


def downloads_occupation_tension(
    *, province_codes: tuple[str, ...], quarter: str | None, with_sample: bool
) -> pd.DataFrame:
    """Return vacancies, short-term WW and tension per region and group, of one or all quarters."""
    return _ask(
        "downloads/occupation_tension",
        province_codes=province_codes,
        quarter=quarter,
        with_sample=with_sample,
    )


def downloads_vacancies(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the open vacancies per region, sector and quarter."""
    return _ask("downloads/vacancies", province_codes=province_codes, with_sample=with_sample)


def downloads_field_tension(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the sums per region, techniekdomein and quarter, with their bounds."""
    return _ask("downloads/field_tension", province_codes=province_codes, with_sample=with_sample)


def downloads_cbs_tension(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return vacancies per 100 unemployed, per region and quarter."""
    return _ask("downloads/cbs_tension", province_codes=province_codes, with_sample=with_sample)


def downloads_labour_force(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return labour force and unemployment per series, region and period."""
    return _ask("downloads/labour_force", province_codes=province_codes, with_sample=with_sample)


def downloads_ww_benefits(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return persons with a WW benefit per region and month."""
    return _ask("downloads/ww_benefits", province_codes=province_codes, with_sample=with_sample)


def downloads_employment(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return employed persons per occupation, region and period."""
    return _ask("downloads/employment", province_codes=province_codes, with_sample=with_sample)


def downloads_mbo_students(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return students per region, level, learning path, field and school year."""
    return _ask("downloads/mbo_students", province_codes=province_codes, with_sample=with_sample)


def downloads_mbo_graduates(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return graduates per region, level, learning path, field and school year."""
    return _ask("downloads/mbo_graduates", province_codes=province_codes, with_sample=with_sample)


def downloads_national_vacancies(*, with_sample: bool) -> pd.DataFrame:
    """Return vacancies in the whole country per series, sector and period."""
    return _ask("downloads/national_vacancies", with_sample=with_sample)


def downloads_created_vacancies(*, with_sample: bool) -> pd.DataFrame:
    """Return vacancies created in the whole country per sector and occupation."""
    return _ask("downloads/created_vacancies", with_sample=with_sample)


def downloads_mbo_entrants(*, with_sample: bool) -> pd.DataFrame:
    """Return who entered mbo, by what they did a year before."""
    return _ask("downloads/mbo_entrants", with_sample=with_sample)


def downloads_programmes(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return one row per programme."""
    return _ask("downloads/programmes", province_codes=province_codes, with_sample=with_sample)


def downloads_targets(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each target of each programme."""
    return _ask("downloads/targets", province_codes=province_codes, with_sample=with_sample)


def downloads_results(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each published result of each programme."""
    return _ask("downloads/results", province_codes=province_codes, with_sample=with_sample)


def downloads_budgets(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each amount that the sources name for each programme."""
    return _ask("downloads/budgets", province_codes=province_codes, with_sample=with_sample)


def downloads_resources(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what each programme deployed."""
    return _ask("downloads/resources", province_codes=province_codes, with_sample=with_sample)


def downloads_partners(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return who takes part in each programme."""
    return _ask("downloads/partners", province_codes=province_codes, with_sample=with_sample)


def downloads_programme_cells(
    *, province_codes: tuple[str, ...], with_sample: bool
) -> pd.DataFrame:
    """Return the protected numbers of programmes that delivered."""
    return _ask("downloads/programme_cells", province_codes=province_codes, with_sample=with_sample)


def downloads_notes(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what happened, when and where."""
    return _ask("downloads/notes", province_codes=province_codes, with_sample=with_sample)


def downloads_occupations() -> pd.DataFrame:
    """Return the occupations of BRC 2014 with the mbo levels that they may hold."""
    return _ask("downloads/occupations")


def downloads_regions(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the regions of each municipality per year."""
    return _ask("downloads/regions", province_codes=province_codes, with_sample=with_sample)


def links_quarters(*, with_sample: bool) -> pd.DataFrame:
    """Return the quarters at whose end a link can be frozen, newest first."""
    return _ask("links/quarters", with_sample=with_sample)


def links_revised(
    *, release_ids: tuple[str, ...], since_day: str, with_sample: bool
) -> pd.DataFrame:
    """Return figures of the sources of these files that were revised after a day (ISO date).

    Of each table the three newest; ``figures_in_all`` counts all of them.
    """
    return _ask(
        "links/revised", release_ids=release_ids, since_day=since_day, with_sample=with_sample
    )


def downloads_known(
    *, region_codes: tuple[str, ...], province_codes: tuple[str, ...]
) -> pd.DataFrame:
    """Return per subject the newest real figure for an area and where it is of, or why none.

    Args:
        region_codes: Of the area.
        province_codes: Of the provinces that it lies in.
    """
    return _ask("downloads/known", region_codes=region_codes, province_codes=province_codes)


def downloads_known_on() -> pd.DataFrame:
    """Return the day of the newest real release, and the begin of the quarter before."""
    return _ask("downloads/known_on")
