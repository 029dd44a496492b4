-- The protected cells that were made of the deliveries of the programmes: what of them is public.
delete from programme_delivery;
delete from programme_cell;

insert into programme_delivery by name
select
    delivery.programme_id,
    delivery.delivery_number,
    delivery.as_of_on,
    rules.small as small_count,
    rules.base as count_base,
    rules.euro_base,
    delivery.status,
    delivery.release_id,
from private.delivery
inner join private.rules using (programme_id);

insert into programme_cell by name
select
    cell.programme_id,
    cell.subject,
    cell.dimension_1,
    cell.category_1,
    cell.dimension_2,
    cell.category_2,
    cell.period_kind,
    cell.period,
    cast(cell.shown_number as integer) as number,
    cast(cell.shown_granted_eur as integer) as granted_eur,
    cast(cell.shown_paid_eur as integer) as paid_eur,
    if(cell.shown_number is null, 'withheld', null) as sign,
    if(
        'tension_class' in (cell.dimension_1, cell.dimension_2) and delivery.status = 'published',
        coalesce(
            (
                select 'sample'
                from private.record_tension as tension
                where tension.programme_id = cell.programme_id and tension.status = 'sample'
                limit 1
            ),
            'estimated'
        ),
        delivery.status
    ) as status,
    delivery.release_id,
from private.protected_cell as cell
inner join private.delivery using (programme_id)
order by all;
