-- Who takes part in each programme, in which role, and under which name are they known now?
select
    programme_partner.programme_id,
    programme.name as programme_name,
    programme_partner.organisation,
    programme_partner.role,
    role.label as role_label,
    programme_partner.known_now_as,
    programme_partner.status,
    concat_ws(', ', source.publisher, source.title) as source,
    source.published_on,
    source.url,
    coalesce(source.retrieved_on, release.retrieved_on) as retrieved_on,
    release.modified_on,
    programme_partner.source_id,
    programme_partner.release_id,
    programme_partner.line,
from programme_partner
inner join programme on programme.programme_id = programme_partner.programme_id
inner join code_label as role on role.list = 'role' and role.code = programme_partner.role
inner join source on source.source_id = programme_partner.source_id
left join release on release.release_id = programme_partner.release_id
where
    (programme_partner.status <> 'sample' or $with_sample)
    and (
        len($province_codes) = 0
        or programme_partner.programme_id in (
            select programme_region.programme_id
            from programme_region
            inner join region_province using (region_code)
            where region_province.province_code in (select unnest($province_codes))
        )
    )
order by
    programme.name,
    programme_partner.programme_id,
    programme_partner.role,
    programme_partner.organisation,
    programme_partner.source_id;
