-- Of which sources is known when their releases were retrieved, and of which is it not?
select
    title as source_title,
    min(known_on) as first_known_on,
    max(known_on) as last_known_on,
    count(known_on) as dated_releases,
    if(bool_or(known_on is null), 'ja', 'nee') as undated_label,
    bool_or(known_on is null) as has_undated,
    string_agg(problem, '; ' order by moment) as problem,
    'leveringen die in deze monitor zijn geladen' as source,
    source_id as register_id,
from known_moment
inner join source using (source_id)
where source_id <> 'regions'
group by source_id, title
order by dated_releases desc, title;
