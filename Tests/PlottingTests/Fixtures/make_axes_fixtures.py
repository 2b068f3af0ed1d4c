"""Make the expected values of legends, number formats, dates and grids with matplotlib.

    python3 -m venv .venv-reference
    .venv-reference/bin/pip install matplotlib==3.10.8 numpy==2.4.6 python-dateutil==4.0.0
    .venv-reference/bin/python Tests/PlottingTests/Fixtures/make_axes_fixtures.py

Writes axes.json beside itself.
"""
import datetime, json, os
import numpy as np, matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt, matplotlib.dates as dates
from matplotlib.ticker import EngFormatter, PercentFormatter

assert matplotlib.__version__ == '3.10.8'
here = os.path.dirname(os.path.abspath(__file__))
places = ['upper left', 'upper center', 'upper right', 'center left', 'center', 'center right', 'lower left', 'lower center',
          'lower right']

def legends():
    """Boxes of legends and their first lines of text, in pixels from the panel's bottom left corner."""
    cases = []
    names = [['Train', 'Validation'], ['a', 'two\nlines', 'three\nlines\nof text'],
             [f'class {index}' for index in range(10)], ['one', 'two', 'three', 'four', 'five']]
    for list_of_names, columns, place in [(names[0], 1, place) for place in places] + [
            (names[1], 1, 'upper right'), (names[1], 2, 'lower left'), (names[2], 3, 'center'), (names[2], 4, 'upper left'),
            (names[3], 2, 'lower right'), (names[3], 5, 'upper center')]:
        for size in (8, 10):
            figure, axes = plt.subplots()
            for name in list_of_names:
                axes.plot([0, 1], [0, 1], label=name)
            legend = axes.legend(loc=place, ncols=columns, fontsize=size)
            figure.canvas.draw()
            renderer = figure.canvas.get_renderer()
            box = legend.get_window_extent(renderer)
            frame = axes.bbox
            texts = [text.get_window_extent(renderer) for text in legend.get_texts()]
            cases.append(dict(
                names=list_of_names, columns=columns, place=places.index(place), size=size, dpi=100,
                frame=[frame.x0, frame.y0, frame.width, frame.height], box=[box.x0, box.y0, box.width, box.height],
                texts=[[text.x0, text.y0] for text in texts]))
            plt.close(figure)
    return cases

def numbers():
    """Numbers as PercentFormatter and EngFormatter write them."""
    axis = plt.figure().add_subplot().xaxis
    percent = []
    for whole, decimals, low, high in [(1, None, 0, 1), (1, None, 0.2, 0.25), (1, None, 0.99, 0.991), (100, None, 0, 100),
                                       (1, 1, -0.5, 0.5), (1, 0, 0, 1), (20, None, 0, 3), (1, None, 0, 1e-9)]:
        axis.axes.set_xlim(low, high)
        formatter = PercentFormatter(whole, decimals)
        formatter.set_axis(axis)
        values = [float(x) for x in np.linspace(low, high, 6)]
        percent.append(dict(whole=whole, decimals=decimals, lower=low, upper=high, values=values,
                            labels=[formatter(x) for x in values]))
    engineering = []
    values = [0, 1, -1, 999.9999999, 999, 1000, 1234.5, -0.0042, 1e-6, 3.3e-9, 5e5, 1e6, 2.5e9, 1e31, 1e-31, 1e35, 7.1e-34, 0.1]
    for unit, decimals in [('', None), ('Hz', None), ('s', 1), ('', 0), ('B', 2)]:
        formatter = EngFormatter(unit, places=decimals)
        engineering.append(dict(unit=unit, decimals=decimals, values=values, labels=[formatter(x) for x in values]))
    return dict(percent=percent, engineering=engineering)

def time_axes():
    """Ticks in view, their labels and the offset text, as AutoDateLocator and ConciseDateFormatter choose them."""
    def at(*parts):
        return datetime.datetime(*parts, tzinfo=datetime.timezone.utc)
    spans = [(at(1850, 3, 1), at(2026, 1, 1)), (at(2000, 1, 1), at(2024, 6, 1)), (at(2018, 5, 3), at(2026, 2, 1)),
             (at(2024, 1, 15), at(2025, 3, 1)), (at(2023, 11, 20), at(2024, 5, 2)), (at(2024, 1, 1), at(2024, 4, 1)),
             (at(2024, 2, 20), at(2024, 3, 12)), (at(2023, 2, 20), at(2023, 3, 5)), (at(2024, 12, 29), at(2025, 1, 3)),
             (at(2024, 5, 6, 7), at(2024, 5, 7, 19)), (at(2024, 5, 6, 7, 30), at(2024, 5, 6, 13, 10)),
             (at(2024, 5, 6, 23, 10), at(2024, 5, 7, 0, 40)), (at(2024, 5, 6, 7, 30), at(2024, 5, 6, 7, 42)),
             (at(2024, 5, 6, 7, 30, 10), at(2024, 5, 6, 7, 31, 5)), (at(2024, 5, 6, 7, 30, 10), at(2024, 5, 6, 7, 30, 17)),
             (at(1970, 1, 1, 0, 0, 1), at(1970, 1, 1, 0, 0, 2, 500000)), (at(2, 1, 1), at(1900, 1, 1)),
             (at(1600, 2, 28), at(1600, 3, 3)), (at(1900, 2, 25), at(1900, 3, 4)), (at(3, 5, 1), at(9000, 1, 1)),
             (at(2024, 1, 1), at(2028, 12, 31)), (at(2024, 3, 31), at(2024, 12, 31)), (at(1969, 12, 30), at(1970, 1, 2, 12))]
    generator = np.random.default_rng(3)
    for _ in range(150):
        start = at(1800, 1, 1) + datetime.timedelta(seconds=int(generator.integers(0, 400 * 31_557_600)))
        length = float(10 ** generator.uniform(0.5, 10.0))
        if start.year + length / 31_557_600 < 9990:
            spans.append((start, start + datetime.timedelta(seconds=length)))
    cases = []
    for start, end in spans:
        for hours in (0, 5.5, -8):
            zone = datetime.timezone(datetime.timedelta(hours=hours))
            if hours and (start.year < 1500 or end.year > 9000):
                continue
            figure, axes = plt.subplots()
            axes.xaxis.axis_date(tz=zone)
            locator = dates.AutoDateLocator(tz=zone)
            axes.xaxis.set_major_locator(locator)
            formatter = dates.ConciseDateFormatter(locator, tz=zone)
            axes.xaxis.set_major_formatter(formatter)
            axes.set_xlim(start, end)
            low, high = axes.get_xlim()
            ticks = locator()
            labels = formatter.format_ticks(ticks)
            def seconds(day):
                return dates.num2timedelta(day).total_seconds()
            shown = [(seconds(tick), label) for tick, label in zip(ticks, labels) if low <= tick <= high]
            cases.append(dict(hours=hours, lower=seconds(low), upper=seconds(high), ticks=[tick for tick, _ in shown],
                              labels=[label for _, label in shown], offset=formatter.get_offset()))
            plt.close(figure)
    return cases

def days():
    """Days of the proleptic Gregorian calendar as seconds, with their weekday and their number in the year."""
    cases = []
    for parts in [(1, 1, 1), (1, 12, 31), (4, 2, 29), (100, 2, 28), (400, 2, 29), (1582, 10, 10), (1600, 2, 29), (1900, 2, 28),
                  (1969, 12, 31), (1970, 1, 1), (2000, 2, 29), (2024, 12, 31), (2026, 11, 28), (9999, 12, 31)]:
        day = datetime.datetime(*parts, 13, 5, 9, tzinfo=datetime.timezone.utc)
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        cases.append(dict(parts=list(parts) + [13, 5, 9], seconds=(day - epoch).total_seconds(),
                          text=f'{day.year:04d}' + day.strftime('-%m-%d %H:%M:%S %b %B %a %A %j %y')))
    return cases

def grids():
    """Frames of panels in grids with ratios and spans after tight_layout, in pixels."""
    cases = []
    for rows, columns, heights, widths, spans in [
            (2, 1, [3, 1], [1], [(0, 1, 0, 1), (1, 2, 0, 1)]), (1, 3, [1], [1, 2, 3], [(0, 1, 0, 1), (0, 1, 1, 2), (0, 1, 2, 3)]),
            (2, 2, [1, 1], [1, 1], [(0, 1, 0, 2), (1, 2, 0, 1), (1, 2, 1, 2)]),
            (2, 2, [1, 2], [3, 1], [(0, 2, 0, 1), (0, 1, 1, 2), (1, 2, 1, 2)])]:
        figure = plt.figure()
        grid = figure.add_gridspec(rows, columns, height_ratios=heights, width_ratios=widths)
        panels = [figure.add_subplot(grid[top:bottom, left:right]) for top, bottom, left, right in spans]
        for panel in panels:
            panel.plot([0, 1], [0, 1])
            panel.set_xlabel('x')
            panel.set_ylabel('y')
        figure.tight_layout()
        cases.append(dict(rows=rows, columns=columns, heights=heights, widths=widths, spans=spans,
                          frames=[list(panel.bbox.bounds) for panel in panels]))
        plt.close(figure)
    return cases

with open(f'{here}/axes.json', 'w') as file:
    json.dump(dict(legends=legends(), numbers=numbers(), dates=time_axes(), days=days(), grids=grids()), file)
    file.write('\n')
