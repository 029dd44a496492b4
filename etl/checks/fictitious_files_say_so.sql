-- Elk bestand met verzonnen cijfers heet VOORBEELD (fictief), in titel en uitgever.
select
    release_id,
    title,
    publisher,
from release
where
    status = 'sample'
    and not (contains(title, 'VOORBEELD (fictief)') and contains(publisher, 'VOORBEELD (fictief)'));
