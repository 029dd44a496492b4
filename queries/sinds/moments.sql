-- Of which sources is known when their releases were retrieved, and of which is it not?
select
    source.title as source_title,
    min(known_moment.known_on) as first_known_on,
    max(known_moment.known_on) as last_known_on,
    count(known_moment.known_on) as dated_releases,
    if(bool_or(known_moment.known_on is null), 'ja', 'nee') as undated_label,
    bool_or(known_moment.known_on is null) as has_undated,
    string_agg(known_moment.problem, '; ' order by known_moment.moment) as problem,
    'leveringen die in deze monitor zijn geladen' as source,
    known_moment.source_id as register_id,
from known_moment
inner join source using (source_id)
where known_moment.source_id <> 'regions'
group by known_moment.source_id, source.title
order by dated_releases desc, source.title;
