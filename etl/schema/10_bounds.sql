-- The tables of the public database. The comment above a table is its grain: its primary key. The
-- tables of figures declare none, as its index takes longer to make than all the rest and four times
-- the room: each source refuses a key that comes twice, and the check keys_are_unique looks again.
-- status: published, estimated or sample. sign: why a value is missing or rounded to nothing
-- (missing, secret, nil, below_half_unit, below_ten, not_applicable). release_status: definitive, provisional
-- or revised; NULL where the source does not say. release_id and line lead to the raw row.

-- One row per class of UWV, by position from loose to tight; each begins at its ratio of vacancies
-- and jobseekers.
create table tension_class (
    tension_class text primary key,
    label text not null unique,
    from_ratio double not null unique,
    is_tight boolean not null,
    position integer not null unique,
);

-- The Dutch label of a class; NULL where there is none.
create macro class_label_of(a_class) as (
    select map(list(tension_class), list(label)) from tension_class
)[a_class];

-- The class to which a ratio belongs.
create macro tension_class_of(ratio) as (
    select list(tension_class order by position) from tension_class
)[len(list_filter(
    (select list(from_ratio order by position) from tension_class),
    lambda edge: edge <= ratio
))];

-- The class of vacancies without jobseekers.
create macro tightest_class() as (
    select arg_max(tension_class, position) from tension_class
);

-- The bounds of a count: one under ten lies between 0 and 9, another that is not shown has none.
create macro low_of(amount, sign) as coalesce(amount, if(sign = 'below_ten', 0, null));
create macro high_of(amount, sign) as coalesce(amount, if(sign = 'below_ten', 9, null));

-- The bounds of vacancies per jobseeker, given those of both; without jobseekers it is infinite,
-- and without either it is not defined.
create macro ratio_low_of(vacancies_low, ww_high) as
    case
        when ww_high > 0 then vacancies_low / ww_high
        when vacancies_low > 0 then cast('infinity' as double)
    end;
create macro ratio_high_of(vacancies_high, ww_low) as
    case
        when ww_low > 0 then vacancies_high / ww_low
        when vacancies_high > 0 then cast('infinity' as double)
    end;

-- Why vacancies per jobseeker have no exact figure: not_applicable without jobseekers, when it is
-- certain whether there are vacancies; below_ten when their bounds differ.
create macro range_sign_of(vacancies_low, vacancies_high, ww_low, ww_high) as
    case
        when ww_high = 0 and (vacancies_low > 0 or vacancies_high = 0) then 'not_applicable'
        when vacancies_low < vacancies_high or ww_low < ww_high then 'below_ten'
    end;

-- The class that a whole range lies in; NULL when it crosses an edge.
create macro class_within(ratio_low, ratio_high) as
    if(
        tension_class_of(ratio_low) = tension_class_of(ratio_high),
        tension_class_of(ratio_low),
        null
    );

-- A bound of a share in percent, never under 0 or over 100; NULL when a part of it is not known.
create macro share_within(part, whole) as
    case when part is not null and whole > 0 then greatest(0, least(100, 100.0 * part / whole)) end;

-- The rate of two rounded counts: the whole percents between which it lies, or why there are none.
-- Each count can be half more or less; part is a sum of so many parts, whole of so many wholes.
-- Under a base of fifty there is no percentage. Of amounts, counted is the number that they are of.
create macro rate_of(part, whole, half, counted := null, parts := 1, wholes := 1) as
    struct_pack(
        low_pct := if(
            coalesce(counted, whole) < 50,
            null,
            cast(floor(share_within(part - parts * half, whole + wholes * half)) as integer)
        ),
        high_pct := if(
            coalesce(counted, whole) < 50,
            null,
            cast(ceil(share_within(part + parts * half, whole - wholes * half)) as integer)
        ),
        sign := case
            when part is null or whole is null then 'withheld'
            when coalesce(counted, whole) < 50 then 'small_base'
        end
    );

-- A range as it is written: 3, or 3–5.
create macro span_text(lowest, highest) as
    if(lowest = highest, cast(lowest as text), format('{}–{}', lowest, highest));
