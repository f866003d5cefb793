"""Tables, charts and pictures on slides, each with words for who cannot see it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from coursewright.exports.drawing import ratio
from coursewright.exports.raster import png
from coursewright.exports.slides.deck import Bars, Grid, Picture
from coursewright.exports.slides.fitting import row_height
from coursewright.exports.slides.geometry import Box
from coursewright.exports.slides.master import color, put
from coursewright.exports.slides.rich import Paragraph, said

HEAD = "brand"
"""The ground of a table's head."""


def add_table(made: Any, grid: Grid, box: Box, widths: list[float], size: int) -> None:
    """Add a table with a head row and a first column that names the rows."""
    rows = [tuple(said(head, bold=True) for head in grid.heads), *grid.rows]
    place = (Pt(value) for value in box)
    frame = made.shapes.add_table(len(rows), len(grid.heads), *place)
    _described(frame, grid.title)
    table = frame.table
    table.first_col = True
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for index, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        ground = "surface" if index % 2 else "sunken"
        row.height = Pt(row_height([cell.text for cell in cells], widths, size))
        for cell, paragraph in zip(row.cells, cells, strict=True):
            _cell(cell, paragraph, size, ground if index else HEAD)


def _cell(cell: Any, paragraph: Paragraph, size: int, ground: str) -> None:
    from coursewright.exports.slides.writing import write_runs

    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.margin_left = cell.margin_right = Pt(7)
    cell.margin_top = cell.margin_bottom = Pt(4)
    cell.fill.solid()
    cell.fill.fore_color.rgb = color(ground)
    write_runs(cell.text_frame.paragraphs[0], paragraph, size)
    for run in cell.text_frame.paragraphs[0].runs:
        run.font.color.rgb = color("on-brand" if ground == HEAD else "ink")


def add_chart(made: Any, bars: Bars, box: Box) -> None:
    """Add a chart of bars that stays a chart: its numbers can be changed in the slide."""
    data = CategoryChartData()
    data.categories = bars.names
    data.add_series(bars.series, bars.values)
    place = (Pt(value) for value in box)
    frame = made.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    _described(frame, f"{bars.title}. {_told(bars)}")
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(14)
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = min(0, *bars.values)
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    _bars(chart.plots[0])


def _bars(plot: Any) -> None:
    plot.gap_width = 45
    plot.has_data_labels = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.show_value = True
    [series] = plot.series
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = color("stroke-1")
    series.invert_if_negative = False


def _told(bars: Bars) -> str:
    pairs = zip(bars.names, bars.values, strict=True)
    return "; ".join(f"{name}: {value:g}" for name, value in pairs)


def add_picture(placeholder: Any, picture: Picture, box: Box) -> None:
    """Put a drawing into a placeholder, whole and as large as it fits into a box."""
    shape = ratio(picture.drawing)
    width, height = min(box.width, box.height * shape), min(box.height, box.width / shape)
    left, top = box.left + (box.width - width) / 2, box.top + (box.height - height) / 2
    added = placeholder.insert_picture(BytesIO(png(picture.drawing)))
    added.crop_left = added.crop_right = added.crop_top = added.crop_bottom = 0
    put(added, Box(left, top, width, height))
    _described(added, f"{picture.title}. {picture.text}")


def _described(shape: Any, text: str) -> None:
    """Give a shape the words that screen readers say in its place."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)
