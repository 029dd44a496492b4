-- At which kinds of region is this measure published, and are its figures loaded there?
select
    measure_level.kind,
    label_of('region_kind', measure_level.kind) as kind_label,
    measure_level.is_published,
    measure_level.why,
    coalesce(max(region_period.real_regions), 0) > 0 as has_real,
    coalesce(max(region_period.sample_regions), 0) > 0 as has_sample,
from measure_level
left join region_period
    on region_period.measure = measure_level.measure
    and region_period.kind = measure_level.kind
where measure_level.measure = $measure
group by measure_level.kind, label_of('region_kind', measure_level.kind), measure_level.is_published, measure_level.why
order by
    array_position(['provincie', 'arbeidsmarktregio', 'corop'], measure_level.kind);
