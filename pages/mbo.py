"""Vraag en aanbod mbo: which level is asked for, what do schools deliver, and what is unknown."""

import streamlit as st

import queries
from ui import filters
from ui.frame import shell
from ui.krapte import mbo

shell.ensure()


def with_others() -> tuple[str, ...]:
    """Return the provinces shown and the whole country; let the reader choose others beside."""
    has_supply = student_year is not None or graduate_year is not None
    others = filters.others("provincie", area.provinces) if has_supply else ()
    return (*area.provinces, *others, "NL01")


def side_by_side() -> None:
    """Show what is known, and demand beside supply."""
    st.header("Wat weten we over mbo 3 en 4, en wat niet")
    mbo.what_is_known(queries.mbo.known().iloc[0])

    st.header("Vraag en aanbod naast elkaar")
    regions = queries.mbo.labour_regions(region_codes=area.codes, is_whole=area.is_whole)
    with st.container(key="side_by_side"):
        left, right = st.columns(2)
    with left:
        st.subheader("Vraag: openstaande vacatures in technische beroepen, per niveau")
        if area.is_whole:
            st.caption(mbo.crossing(regions, area.name))
        if quarter is None:
            mbo.no_demand()
        else:
            mbo.demand(
                queries.regios.level_mix(
                    region_codes=(*regions["region_code"], "NL01"),
                    quarter=quarter["period"],
                    with_sample=with_sample,
                ),
                area.name,
            )
    with right:
        st.subheader("Aanbod: studenten en gediplomeerden per niveau")
        name = area.name if area.is_whole else regions["region_name"].iloc[0]
        st.caption(mbo.where_supply_lives(name, area.is_whole, area.province_names))
        places = with_others()
        for counted, year in (("students", student_year), ("graduates", graduate_year)):
            if year is None:
                mbo.no_supply(counted)
                continue
            mbo.supply(
                queries.mbo.supply(
                    counted=counted,
                    region_codes=places,
                    field_code=field["field_code"],
                    school_year=year,
                    with_sample=with_sample,
                ),
                counted,
                field["study_field_label"],
                area.name,
            )


def per_school_year() -> None:
    """Show the supply over the school years."""
    st.header("Ontwikkeling van het aanbod per schooljaar")
    if student_year is None and graduate_year is None:
        st.markdown("Zonder cijfers per schooljaar is er geen ontwikkeling te tonen.")
    places = with_others()
    for counted, year in (("students", student_year), ("graduates", graduate_year)):
        if year is not None:
            series = queries.mbo.supply_series(
                counted=counted,
                region_codes=places,
                field_code=field["field_code"],
                with_sample=with_sample,
                until=filters.until(),
            )
            st.subheader(
                f"{mbo.COUNTED[counted]} ({series['unit_label'].iloc[0].split(' ', 1)[1]})"
            )
            mbo.development(series, counted, field["study_field_label"], area.name)

    older = queries.mbo.older_students(with_sample=with_sample, until=filters.until())
    if not older.empty:
        st.subheader("De oudere tabel van CBS")
        st.markdown(
            "Een andere tabel met een andere telling, zonder niveaus en provincies. Ze staat apart "
            "en loopt niet over in de reeksen hierboven."
        )
        mbo.older_students(older)


def work_and_entry() -> None:
    """Show occupied training places and who entered from work."""
    st.header("Leerwerkplekken (benadering)")
    if student_year is None:
        mbo.no_work_places()
    else:
        mbo.work_places(
            queries.mbo.work_places(
                region_codes=(*area.provinces, "NL01"),
                school_year=student_year,
                with_sample=with_sample,
            ),
            area.name,
        )

    st.header("Zij-instroom")
    mbo.entrants(queries.mbo.entrants(until=filters.until()))


st.title("Vraag en aanbod mbo")
st.markdown(
    "Op welk mbo-niveau worden vakkrachten in de techniek gevraagd, wat leveren opleidingen, en "
    "wat is daarover wel en niet te zeggen?"
)
with_sample = filters.with_sample(
    "De vraag per niveau en het aanbod per provincie",
    "uwv_tension",
    "cbs_mbo_students",
    "cbs_mbo_graduates",
)
first, second, third, fourth = st.columns([1.4, 1.4, 1, 1])
with first:
    area = filters.area("provincie", "arbeidsmarktregio")
with second:
    field = filters.field(with_sample)
with third:
    student_year, graduate_year = filters.school_year(
        *(
            queries.mbo.school_years(
                counted=counted,
                region_codes=area.provinces,
                field_code=field["field_code"],
                with_sample=with_sample,
                until=filters.until(),
            )
            for counted in mbo.COUNTED
        )
    )
with fourth:
    quarter = filters.period(
        "tension", "all_technical", "arbeidsmarktregio", with_sample, label="Kwartaal (vraag)"
    )

filters.views(
    {
        "Vraag en aanbod": side_by_side,
        "Per schooljaar": per_school_year,
        "Leerwerkplekken en zij-instroom": work_and_entry,
    }
)
