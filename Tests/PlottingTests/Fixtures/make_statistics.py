"""Make the expected numbers of StatisticsTests with NumPy, SciPy and matplotlib.

    python3 -m venv .venv-statistics
    .venv-statistics/bin/pip install matplotlib==3.10.8 numpy==2.4.6 scipy==1.17.1
    .venv-statistics/bin/python Tests/PlottingTests/Fixtures/make_statistics.py

Writes statistics.json beside itself.
"""
import json, os
import numpy as np, scipy, matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
from matplotlib import cbook, colors
from scipy.stats import gaussian_kde

assert (np.__version__, scipy.__version__, matplotlib.__version__) == ('2.4.6', '1.17.1', '3.10.8')
here = os.path.dirname(os.path.abspath(__file__))
generator = np.random.default_rng(11)

samples = [generator.normal(size=200), generator.exponential(size=37), generator.integers(0, 10, 60).astype(float),
           generator.standard_t(2, 500), np.array([3.0]), np.array([1.0, 1, 1, 1]), np.array([1.0, 2]),
           np.array([1.0, 1, 1, 1, 1, 1, 1, 5]), np.linspace(0, 1, 11), 1e6 + generator.normal(size=50),
           np.concatenate([generator.normal(size=300), 4 + 0.3 * generator.normal(size=100)])]
# As many digits as are read back exactly, but short.
samples = [np.round(sample, 4) for sample in samples]

def histograms():
    cases = []
    for sample in samples:
        for bins, limits in [('auto', None), (10, None), (7, (-1.0, 2.0)), ([-1.0, 0, 0.5, 2, 8], None)]:
            counts, edges = np.histogram(sample, bins=bins, range=limits)
            # Of nothing there is no density.
            density = np.histogram(sample, bins=bins, range=limits, density=True)[0] if counts.sum() else counts * 0.0
            cases.append(dict(values=sample.tolist(), count=bins if isinstance(bins, int) else None, range=limits,
                              given=bins if isinstance(bins, list) else None, edges=edges.tolist(),
                              counts=counts.tolist(), density=density.tolist()))
    return cases

def boxes():
    cases = []
    for sample in samples:
        for whiskers in (1.5, 0.5, 0):
            box = cbook.boxplot_stats(sample, whis=whiskers)[0]
            cases.append(dict(values=sample.tolist(), whiskers=whiskers,
                              expected=[float(box[key]) for key in ('q1', 'med', 'q3', 'whislo', 'whishi', 'cilo', 'cihi')],
                              outliers=sorted(box['fliers'].tolist())))
    return cases

def densities():
    cases = []
    for sample in samples:
        # Far from zero SciPy's own rounding is seen.
        if len(set(sample)) < 2 or abs(sample.mean()) > 1e5:
            continue
        places = np.linspace(sample.min(), sample.max(), 9)
        kernel = gaussian_kde(sample)
        violin = cbook.violin_stats(sample, lambda x, at: gaussian_kde(x)(at), points=100)[0]
        cases.append(dict(values=sample.tolist(), places=places.tolist(), density=kernel(places).tolist(),
                          widths=(violin['vals'] / violin['vals'].max()).tolist(), coords=violin['coords'].tolist()))
    return cases

def steps():
    x, y = np.array([0.0, 1, 3, 4]), np.array([2.0, 1, 5, -1])
    return {name: [part.tolist() for part in cbook.STEP_LOOKUP_MAP['steps-' + name](x, y)] for name in ('pre', 'mid', 'post')}

def hexagons():
    cases = []
    for count, size in [(500, 20), (40, 7), (1000, (12, 5))]:
        x, y = np.round(generator.normal(size=count), 4), np.round(2 + 3 * generator.normal(size=count), 4)
        figure, axes = plt.subplots()
        drawn = axes.hexbin(x, y, gridsize=size)
        cells = sorted(zip(drawn.get_offsets().tolist(), drawn.get_array().tolist()))
        corners = drawn.get_paths()[0].vertices[:6]
        plt.close(figure)
        nx, ny = size if isinstance(size, tuple) else (size, int(size / np.sqrt(3)))
        cases.append(dict(x=x.tolist(), y=y.tolist(), columns=nx, rows=ny, centers=[cell for cell, _ in cells],
                          counts=[int(value) for _, value in cells], corners=sorted(corners.tolist())))
    return cases

def polygon_area(points):
    x, y = points[:, 0], points[:, 1]
    return 0.5 * float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)))

def contours():
    cases = []
    fields = []
    x, y = np.linspace(-2, 2, 17), np.linspace(-1, 3, 13)
    grid = np.meshgrid(x, y)
    fields.append((x, y, np.sin(grid[0] * 2) * np.cos(grid[1] * 1.5)))
    fields.append((x, y, grid[0] ** 2 + grid[1] ** 2))
    fields.append((np.arange(9.0), np.arange(8.0), generator.normal(size=(8, 9))))
    holes = generator.normal(size=(8, 9))
    holes[2:4, 3:5] = np.nan
    fields.append((np.arange(9.0), np.arange(8.0) ** 2, holes))
    for x, y, z in fields:
        z = np.round(z, 4)
        figure, axes = plt.subplots()
        shown = np.where(np.isnan(z), None, z)
        masked = np.ma.masked_invalid(z)
        lines, filled = axes.contour(x, y, masked, corner_mask=False), axes.contourf(x, y, masked, corner_mask=False)
        lengths = [float(sum(np.hypot(*np.diff(segment, axis=0).T).sum() for segment in level)) for level in lines.allsegs]
        areas = []
        for path in filled.get_paths():
            areas.append(abs(sum(polygon_area(part) for part in path.to_polygons())))
        plt.close(figure)
        cases.append(dict(x=x.tolist(), y=y.tolist(), z=shown.ravel().tolist(), levels=list(map(float, lines.levels)),
                          lengths=lengths, lines=[sum(len(line) > 0 for line in level) for level in lines.allsegs],
                          filled=list(map(float, filled.levels)), areas=areas))
    return cases

def levels():
    """The levels that are chosen for a range, of lines and of filled areas."""
    cases = []
    ranges = [(0, 1), (-0.45, 9.45), (0, 1e-6), (-3e-7, 2e-7), (99.5, 100.5), (5, 5.0000001), (-1.7, 1.7), (0, 199)]
    ranges += [tuple(np.round(np.sort(generator.normal(size=2)) * 10.0 ** generator.integers(-4, 4), 6)) for _ in range(20)]
    for low, high in ranges:
        for count in (7, 4, 12):
            figure, axes = plt.subplots()
            z = np.array([[low, high], [high, low]], float)
            cases.append(dict(lower=float(low), upper=float(high), count=count,
                              levels=list(map(float, axes.contour(z, levels=count).levels))))
            plt.close(figure)
    return cases

def color_scales():
    """The steps of a map of 256 colours for numbers on scales of colours; -1 for none."""
    cases = []
    values = [-1e3, -10, -1, -0.1, 0, 0.05, 0.3, 1, 2, 7, 10, 55, 100, 999, 1e3, 1e4]
    for kind, norm in [('log', colors.LogNorm(0.1, 1e3)), ('symlog', colors.SymLogNorm(1, vmin=-100, vmax=1e3, base=10)),
                       ('centered', colors.CenteredNorm(1, halfrange=99)), ('linear', colors.Normalize(-10, 100))]:
        shares = norm(np.ma.array(values))
        mask = np.ma.getmaskarray(shares)
        map_ = matplotlib.colormaps['gray']
        steps = [-1 if hidden else int(round(map_(float(share))[0] * 255)) for share, hidden in zip(shares, mask)]
        cases.append(dict(kind=kind, lower=float(norm.vmin), upper=float(norm.vmax), values=values, steps=steps))
    return cases

def arrows():
    x, y = [0.0, 1, 2, 3], [0.0, 1, 0, 1]
    u, v = [1.0, 0, -2, 0.01], [0.0, 2, 1, 0]
    figure = plt.figure(figsize=(5, 4), dpi=100)
    axes = figure.add_axes([0, 0, 1, 1])
    quiver = axes.quiver(x, y, u, v)
    figure.canvas.draw()
    width = axes.bbox.width
    # Corners in pixels from the point, y upwards.
    shapes = [(path.vertices[:7] * width * 1.0).tolist() for path in quiver.get_paths()]
    plt.close(figure)
    return dict(x=x, y=y, u=u, v=v, width=float(width), shapes=shapes)

with open(f'{here}/statistics.json', 'w') as file:
    file.write(json.dumps(dict(histograms=histograms(), boxes=boxes(), densities=densities(), steps=steps(), hexagons=hexagons(),
                               contours=contours(), levels=levels(), colorScales=color_scales(), arrows=arrows())) + '\n')
