-- At which kinds of region is this measure published, and are its figures loaded there?
select
    kind,
    label_of('region_kind', kind) as kind_label,
    is_published,
    why,
    coalesce(max(real_regions), 0) > 0 as has_real,
    coalesce(max(sample_regions), 0) > 0 as has_sample,
from measure_level
left join region_period using (measure, kind)
where measure = $measure
group by kind, is_published, why
order by array_position(['provincie', 'arbeidsmarktregio', 'corop'], kind);
