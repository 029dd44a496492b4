-- Elke maat van regio's heeft een bron, en van elke maat met cijfers is vastgelegd wat zij is.
select measure, source_id, 'no source in etl/register' as reason
from measure
anti join source using (source_id)
union all by name
select distinct measure, 'no row in data/reference/measure.csv' as reason
from region_period
anti join measure using (measure);
