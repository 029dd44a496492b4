-- One row per measure, breakdown (sector, technical field or UWV group, series), region and period.
-- The true value lies from figure_low to figure_high: figures are rounded, and sums may have a part
-- that is under ten. Two figures differ for certain when their ranges do not touch. base_period is of
-- what a figure is a part of, where that is another period.
-- Its branches are etl/measures/<measure>.sql.
create view region_figure as
