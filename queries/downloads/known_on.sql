-- On which day was the newest real release retrieved, and when did the quarter before it begin?
-- Releases without a day do not count.
select
    max(retrieved_on) as known_on,
    cast(date_trunc('quarter', max(retrieved_on)) - interval 3 months as date) as since_on,
    'leveringen die in deze monitor zijn geladen' as source,
from release
where status <> 'sample';
