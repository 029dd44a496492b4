"""Every source of the monitor: one entry per source, in the order in which they are loaded.

The id of a source is its name at every stage: ``data/raw/<id>/``, ``etl/sources/<id>.sql`` and the
``source_id`` of its rows.
"""

from __future__ import annotations

from etl.register import (
    cbs,
    cbs_mbo,
    cbs_national,
    context,
    duo,
    eurostat,
    geo,
    ocw,
    programmes,
    sbb,
    techniekpact,
    uwv,
)
from etl.register.model import RawFile, Source

__all__ = ["REGISTER", "RawFile", "Source", "source"]

REGISTER: tuple[Source, ...] = (
    geo.REGIONS,
    cbs.VACANCIES,
    cbs.NATIONAL_VACANCIES,
    cbs.CREATED_VACANCIES,
    cbs.LABOUR_FORCE,
    cbs_national.LABOUR,
    eurostat.UNEMPLOYMENT,
    cbs.WW_BENEFITS,
    cbs_national.WW,
    cbs.EMPLOYMENT,
    eurostat.EDUCATION,
    cbs_mbo.STUDENTS,
    duo.MBO_STUDENTS,
    cbs_mbo.GRADUATES,
    cbs_mbo.ENTRANTS,
    ocw.QUALIFICATIONS,
    techniekpact.VACANCIES,
    techniekpact.INFLOW,
    techniekpact.WORKFORCE,
    cbs.TENSION,
    context.COEN,
    context.CONFIDENCE,
    context.ADVERTS,
    uwv.PRESS,
    sbb.PRESS,
    uwv.TENSION,
    programmes.PROGRAMMES,
    context.COMPARATORS,
    programmes.DELIVERIES,
)


def source(source_id: str) -> Source:
    """Return the entry of one source.

    Raises:
        KeyError: No source has this id.
    """
    return {entry.source_id: entry for entry in REGISTER}[source_id]
