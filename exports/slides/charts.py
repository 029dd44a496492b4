"""Native charts and tables on a slide, which the reader can edit."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from answers.content import Chart
from brand.house_style import HouseStyle
from drawings import points as charted
from exports.slides.base import Box, colour, solid_fill

FEW, MANY = 16, 40
AXIS_SIZE = 12
MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
}
DASHES = {
    "solid": MSO_LINE.SOLID,
    "dash": MSO_LINE.DASH,
    "dot": MSO_LINE.ROUND_DOT,
    "dashdot": MSO_LINE.DASH_DOT,
}
POSITIONS = {"above": XL_LABEL_POSITION.ABOVE, "below": XL_LABEL_POSITION.BELOW}
KINDS = {
    ("lines", False): XL_CHART_TYPE.LINE_MARKERS,
    ("bars", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("bars", True): XL_CHART_TYPE.BAR_CLUSTERED,
    ("stacked", False): XL_CHART_TYPE.COLUMN_STACKED,
    ("stacked", True): XL_CHART_TYPE.BAR_STACKED,
}
PATTERNS = (
    None,
    MSO_PATTERN.NARROW_HORIZONTAL,
    MSO_PATTERN.PERCENT_25,
    MSO_PATTERN.DARK_VERTICAL,
    MSO_PATTERN.SMALL_GRID,
    MSO_PATTERN.PERCENT_75,
)


def add(slide: Any, chart: Chart, box: Box, style: HouseStyle) -> None:
    """Draw a chart on a slide, with its figures in a workbook inside it."""
    points = charted.points(chart)
    data: Any = CategoryChartData(number_format(points))  # type: ignore[no-untyped-call]
    data.categories = points.days or points.categories
    for name, values in points.series.items():
        data.add_series(name, values)
    is_flat = chart.kind != "lines" and points.are_too_long(box[2], AXIS_SIZE, 1.6)
    kind = KINDS[chart.kind, is_flat]
    frame = slide.shapes.add_chart(kind, *map(Pt, box), data)
    frame.name = "Grafiek"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", charted.alt(chart))
    _dress(frame.chart, chart, points, style, is_flat=is_flat)


def number_format(points: charted.Points) -> str:
    """Return the format of figures; the program of the reader writes it the Dutch way."""
    decimals = f".{'0' * points.decimals}" if points.decimals else ""
    return f"#,##0{decimals}" + ('"%"' if points.is_pct else "")


def _dress(
    drawn: Any, chart: Chart, points: charted.Points, style: HouseStyle, *, is_flat: bool
) -> None:
    drawn.font.size = Pt(AXIS_SIZE)
    drawn.font.color.rgb = colour(style.text)
    drawn.font.name = style.text_fonts[0]
    drawn.has_title = True
    _say(drawn.chart_title.text_frame, charted.heading(chart), 14)
    drawn.has_legend = len(points.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = Pt(14)
    _axes(drawn, chart, points, style, is_flat=is_flat)
    known = len(points.known)
    plot = drawn.plots[0]
    if chart.kind != "lines":
        plot.gap_width = 60
        plot.overlap = 100 if chart.kind == "stacked" else -5
    if known <= FEW and chart.kind == "lines":
        _label_lines(plot, points)
    elif known <= FEW:
        plot.has_data_labels = True
        _number(plot.data_labels, points)
        if chart.kind == "bars":
            plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        else:
            _set_behind(plot.data_labels, style)
    for place, series in enumerate(plot.series):
        if chart.kind == "lines":
            _line(series, place, style, many=known > MANY, is_open=points.is_sample)
        else:
            _bar(series, place, style, is_sample=points.is_sample)


def _number(labels: Any, points: charted.Points) -> None:
    labels.number_format = number_format(points)
    labels.number_format_is_linked = False
    labels.font.size = Pt(AXIS_SIZE)


def _axes(
    drawn: Any, chart: Chart, points: charted.Points, style: HouseStyle, *, is_flat: bool
) -> None:
    figures, names = drawn.value_axis, drawn.category_axis
    figures.has_title = True
    _say(figures.axis_title.text_frame, charted.unit(chart), AXIS_SIZE)
    figures.minimum_scale = 0 if min(points.known, default=0) >= 0 else None
    figures.major_gridlines.format.line.color.rgb = colour(style.line)
    figures.major_gridlines.format.line.width = Pt(0.5)
    figures.format.line.fill.background()
    _number(figures.tick_labels, points)
    names.tick_labels.font.size = Pt(AXIS_SIZE)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = colour(style.line)
    names.has_major_gridlines = False
    if is_flat:
        names.reverse_order = True
        figures.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if points.days:
        _name_years(names, points)


def _label_lines(plot: Any, points: charted.Points) -> None:
    """Write the figure at each point where it can be read: above the highest, below the lowest."""
    places = charted.label_places(points)
    for series in plot.series:
        labels = series.data_labels
        labels.show_value = False
        _number(labels, points)
        for number, where in enumerate(places[series.name]):
            if where:
                series.points[number].data_label.position = POSITIONS[where]


def _set_behind(labels: Any, style: HouseStyle) -> None:
    """Put the background colour behind labels, so that they are read on a pattern."""
    drawn = labels._element.makeelement(qn("c:spPr"), {})
    drawn.append(solid_fill(drawn, style.background))
    labels._element.find(qn("c:txPr")).addprevious(drawn)


def _name_years(names: Any, points: charted.Points) -> None:
    """Name the years of an axis of dates, at most about ten of them."""
    names.tick_labels.number_format = "yyyy"
    names.tick_labels.number_format_is_linked = False
    years = points.days[-1].year - points.days[0].year + 1
    for tag in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit"):
        for old in names._element.findall(qn(tag)):
            names._element.remove(old)
    for tag, value in (
        ("c:baseTimeUnit", "months"),
        ("c:majorUnit", str(-(-years // 10))),
        ("c:majorTimeUnit", "years"),
    ):
        names._element.append(names._element.makeelement(qn(tag), {"val": value}))


def _line(series: Any, place: int, style: HouseStyle, *, many: bool, is_open: bool) -> None:
    tone = colour(style.series[place % len(style.series)])
    series.smooth = False
    series.format.line.color.rgb = tone
    series.format.line.width = Pt(2.25)
    series.format.line.dash_style = DASHES[charted.DASHES[place % len(charted.DASHES)]]
    series.marker.style = MARKERS[charted.MARKERS[place % len(charted.MARKERS)]]
    series.marker.size = 5 if many else 8
    series.marker.format.line.color.rgb = tone
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(style.background) if is_open else tone


def _bar(series: Any, place: int, style: HouseStyle, *, is_sample: bool) -> None:
    tone = colour(style.series[place % len(style.series)])
    pattern = MSO_PATTERN.LIGHT_UPWARD_DIAGONAL if is_sample else PATTERNS[place % len(PATTERNS)]
    fill = series.format.fill
    if pattern is None:
        fill.solid()
        fill.fore_color.rgb = tone
    else:
        fill.patterned()
        fill.pattern = pattern
        fill.fore_color.rgb = tone
        fill.back_color.rgb = colour(style.background)
    series.format.line.color.rgb = tone
    series.format.line.width = Pt(1)
    series.invert_if_negative = False


def _say(frame: Any, text: str, size: float) -> None:
    frame.text = text
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(size), True
