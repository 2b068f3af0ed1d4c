"""Make the expected values of PlottingTests with matplotlib.

    python3 -m venv .venv-reference
    .venv-reference/bin/pip install matplotlib==3.10.8 seaborn==0.13.2 numpy==2.4.6
    .venv-reference/bin/python Tests/PlottingTests/Fixtures/make_fixtures.py

Writes ticks.json, scale_ticks.json, ranges.json, text.json, colors.json, images.json, layout.json and three pictures beside itself. Other versions lay text out differently.
"""
import io, json, os, re
import numpy as np, matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt, seaborn as sns
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.ticker import AutoMinorLocator, MaxNLocator, ScalarFormatter

assert matplotlib.__version__ == '3.10.8' and sns.__version__ == '0.13.2'
here = os.path.dirname(os.path.abspath(__file__))

def write(name, value):
    with open(f'{here}/{name}', 'w') as file:
        file.write(json.dumps(value) + '\n')

def ticks():
    """Ticks, labels and what labels have in common, for ranges with `steps` steps at most."""
    axis = plt.figure().add_subplot().xaxis
    generator = np.random.default_rng(7)
    ranges = [(0, 1), (-0.45, 9.45), (0.5, 1.02), (0, 1e-6), (-3e-7, 2e-7), (0, 2.5e8), (0.98765, 0.98766),
              (1e6 - 1, 1e6 + 1), (-1, 1), (0, 10.3), (99.5, 100.5), (-1250, -1190), (0, 199), (5, 5.0000001),
              (0.0178, 0.02), (1e5, 1.0001e5), (-1e-12, 1e-12), (-0.05, 1.1), (0, 1135), (3, 4)]
    for _ in range(60):
        low = generator.normal() * 10.0 ** generator.integers(-12, 12)
        ranges.append((low, low + abs(generator.normal()) * 10.0 ** generator.integers(-12, 12)))
    cases = []
    for low, high in ranges:
        for steps in (9, 4, 1):
            axis.axes.set_xlim(low, high)
            low_seen, high_seen = axis.get_view_interval()
            locator = MaxNLocator(nbins=steps, steps=[1, 2, 2.5, 5, 10])
            locator.set_axis(axis)
            formatter = ScalarFormatter()
            formatter.set_axis(axis)
            values = locator.tick_values(low_seen, high_seen)
            labels = formatter.format_ticks(values)
            cases.append(dict(lower=low_seen, upper=high_seen, steps=steps, ticks=list(values), labels=labels,
                              common=formatter.get_offset()))
    write('ticks.json', cases)

def plain(label):
    """A label of mathtext as Unicode: `$\\mathdefault{2\\times10^{-3}}$` is `2×10⁻³`."""
    label = label.replace('$', '').replace(r'\mathdefault', '').replace(r'\times', '\u00d7')
    raised = str.maketrans('0123456789-', '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b')
    label = re.sub(r'\^\{([-0-9]+)\}', lambda match: match[1].translate(raised), label)
    return label.strip('{}').replace('-', '\u2212')

def scale_ticks():
    """Ticks of logarithmic and symlog axes, those in view, with their labels; and small ticks of linear ones."""
    axes = plt.figure().add_subplot()
    def visible(axis, values):
        low, high = axis.get_view_interval()
        return [float(value) for value in values if low <= value <= high]
    cases = []
    for base in (10, 2, 5):
        for low, high in [(1, 1000), (0.7, 1500), (1e-12, 1e12), (1e-3, 1), (2, 9), (12, 19), (1.5, 1.93), (0.02, 0.3),
                          (3e-7, 4e5), (1, 1e300), (0.9, 11), (5e-300, 2e-290)]:
            axes.set_xscale('log', base=base)
            axes.set_xlim(low, high)
            for count in (9, 5, 2):
                axes.xaxis.get_major_locator().set_params(numticks=count)
                axes.xaxis.get_minor_locator().set_params(numticks=count)
                major = visible(axes.xaxis, axes.xaxis.get_major_locator()())
                minor = visible(axes.xaxis, axes.xaxis.get_minor_locator()())
                cases.append(dict(kind='log', base=base, lower=low, upper=high, maximum=count, major=major, minor=minor,
                                  labels=[plain(x) for x in axes.xaxis.get_major_formatter().format_ticks(major)],
                                  minorLabels=[plain(x) for x in axes.xaxis.get_minor_formatter().format_ticks(minor)]))
    for base, threshold in ((10, 1), (10, 0.01), (2, 2)):
        for low, high in [(-100, 100), (-0.5, 0.5), (0, 5000), (-3, 1e6), (20, 300), (-1e9, -5), (-1e30, 1e20)]:
            axes.set_xscale('symlog', base=base, linthresh=threshold)
            axes.set_xlim(low, high)
            major = visible(axes.xaxis, axes.xaxis.get_major_locator()())
            at = axes.xaxis.get_transform().transform
            cases.append(dict(kind='symlog', base=base, threshold=threshold, lower=low, upper=high, major=major,
                              labels=[plain(x) for x in axes.xaxis.get_major_formatter().format_ticks(major)],
                              places=[float((at([x])[0] - at([low])[0]) / (at([high])[0] - at([low])[0])) for x in major]))
    for low, high in [(0, 1), (-0.45, 9.45), (0.5, 1.02), (0, 10.3), (-1250, -1190), (0, 1e-6), (3, 4)]:
        axes.set_xscale('linear')
        axes.set_xlim(low, high)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=9, steps=[1, 2, 2.5, 5, 10]))
        axes.xaxis.set_minor_locator(AutoMinorLocator())
        cases.append(dict(kind='linear', lower=low, upper=high, major=[float(x) for x in axes.xaxis.get_majorticklocs()],
                          minor=visible(axes.xaxis, axes.xaxis.get_minor_locator()())))
    write('scale_ticks.json', cases)

def ranges():
    """What axes show for data on each scale: the limits after autoscaling."""
    cases = []
    for scale, options in (('linear', {}), ('log', {}), ('symlog', dict(linthresh=1))):
        for values in ([1, 1000], [0.02, 3], [5, 5], [-10, 0, 1000], [-3, -1], [0, 0.5], [1e-5, 1e5]):
            if scale == 'log' and max(values) <= 0:
                continue
            figure, axes = plt.subplots()
            axes.set_xscale(scale, **options)
            axes.plot(values, values)
            cases.append(dict(scale=scale, values=values, limits=[float(x) for x in axes.get_xlim()]))
            plt.close(figure)
    write('ranges.json', cases)

def text():
    """Extents in 1/64 pixel of lines of text, and the coverage of one."""
    fonts = f'{os.path.dirname(matplotlib.__file__)}/mpl-data/fonts/ttf'
    lines = ['lp', 'Label: 5', 'True: 5 | Pred: 6', 'Conf: 99.6%', 'Model Accuracy Comparison', 'Simple NN (Train)',
             '0.25', '\u22120.5', '1130', 'Av. To WAY', 'Predicted Label', 'Sample Handwritten Digits', 'é ß Ω', '']
    cases = []
    for weight, name in (('regular', 'DejaVuSans'), ('bold', 'DejaVuSans-Bold')):
        for size in (9, 10, 12, 14):
            for dpi in (100, 150):
                font = FT2Font(f'{fonts}/{name}.ttf', hinting_factor=8)
                font.set_size(size, dpi)
                for line in lines:
                    font.set_text(line, 0, flags=LoadFlags.FORCE_AUTOHINT)
                    width, height = font.get_width_height()
                    cases.append(dict(text=line, weight=weight, size=size, dpi=dpi, width=width, height=height,
                                      descent=font.get_descent()))
    font = FT2Font(f'{fonts}/DejaVuSans.ttf', hinting_factor=8)
    font.set_size(10, 150)
    font.set_text('Label: 5', 0, flags=LoadFlags.FORCE_AUTOHINT)
    font.draw_glyphs_to_bitmap(antialiased=True)
    image = np.asarray(font.get_image())
    write('text.json', dict(extents=cases, mask=[row.tobytes().hex() for row in image]))

def colors():
    """The 256 colours of colour maps, rounded as Agg does it."""
    def steps(name):
        rgb = matplotlib.colormaps[name](np.arange(256))[:, :3]
        return [int(r) << 16 | int(g) << 8 | int(b) for r, g, b in np.floor(rgb * 255 + 0.5)]
    write('colors.json', {name: steps(name) for name in ('Blues', 'viridis', 'cividis', 'RdBu')})

def images_drawn():
    """Images that matplotlib draws over a white page of their size: blended if they shrink or grow little, else repeated."""
    generator = np.random.default_rng(5)
    cases = []
    for shape, out, limits in [((8, 6, 3), (20, 13), None), ((30, 20, 3), (12, 8), None), ((24, 20, 3), (5, 7), None),
                               ((16, 12, 3), (40, 30), None), ((8, 6, 3), (40, 30), None), ((16, 12, 3), (16, 12), None),
                               ((8, 6, 4), (20, 13), None), ((30, 20, 4), (8, 7), None), ((5, 4), (20, 16), (50, 200)),
                               ((5, 4), (20, 16), (0, 255))]:
        pixels = generator.integers(0, 256, shape, dtype=np.uint8)
        figure = plt.figure(figsize=(out[1] / 64, out[0] / 64), dpi=64)
        axes = figure.add_axes([0, 0, 1, 1])
        axes.axis('off')
        low, high = limits or (None, None)
        axes.imshow(pixels, aspect='auto', cmap='gray', vmin=low, vmax=high)
        figure.canvas.draw()
        drawn = np.asarray(figure.canvas.buffer_rgba())[..., :3]
        plt.close(figure)
        assert drawn.shape[:2] == out
        cases.append(dict(channels=shape[2] if len(shape) > 2 else 1, width=shape[1], height=shape[0],
                          pixels=pixels.ravel().tolist(), range=limits, outWidth=out[1], outHeight=out[0],
                          expected=drawn.ravel().tolist()))
    write('images.json', cases)

def record(figure, dpi, image=None):
    """Saves a figure cut to what is drawn; returns the page's size, the boxes of axes, and lines of text."""
    drawn = []
    from matplotlib.backends import backend_agg
    plain = backend_agg.RendererAgg.draw_text
    def draw_text(self, gc, x, y, s, *rest, **more):
        if figure.canvas._is_saving:
            drawn.append((self, dict(text=s, x=float(x), y=float(y))))
        plain(self, gc, x, y, s, *rest, **more)
    boxes = []
    def draw_image_or_axes(axes):
        draw = axes.draw
        def recorded(renderer):
            boxes.append((renderer, list(axes.bbox.bounds)))
            draw(renderer)
        axes.draw = recorded
    for axes in figure.axes:
        draw_image_or_axes(axes)
    backend_agg.RendererAgg.draw_text = draw_text
    figure.savefig(f'{here}/{image}' if image else io.BytesIO(), dpi=dpi, bbox_inches='tight', format='png')
    backend_agg.RendererAgg.draw_text = plain
    last = drawn[-1][0]
    result = dict(width=int(last.width), height=int(last.height), dpi=dpi,
                  boxes=[box for renderer, box in boxes if renderer is last],
                  texts=[text for renderer, text in drawn if renderer is last])
    plt.close(figure)
    return result

def lines(epochs, dpi, image=None):
    """Two panels with two lines each: accuracy and loss as simple formulas of the epoch."""
    epoch = np.arange(epochs)
    figure, panels = plt.subplots(1, 2, figsize=(14, 5))
    for panel, word, sign in zip(panels, ('Accuracy', 'Loss'), (1, -1)):
        panel.plot(0.5 + sign * 0.4 * epoch / (epoch + 1), 'b-', label='A (Train)', linewidth=2)
        panel.plot(0.5 + sign * 0.3 * epoch / (epoch + 2), 'b--', label='A (Val)', linewidth=2)
        panel.set_title(f'Model {word} Comparison', fontsize=14, fontweight='bold')
        panel.set_xlabel('Epoch', fontsize=12)
        panel.set_ylabel(word, fontsize=12)
        panel.legend(fontsize=10)
        panel.grid(True, alpha=0.3)
    figure.tight_layout()
    return dict(kind='lines', count=epochs, **record(figure, dpi, image))

def heatmap(classes, dpi, image=None):
    """A confusion matrix whose cell (r, c) counts 7 r + c, and 900 more where r = c."""
    rows, columns = np.indices((classes, classes))
    figure = plt.figure(figsize=(10, 8))
    sns.heatmap(7 * rows + columns + 900 * (rows == columns), annot=True, fmt='d', cmap='Blues',
                cbar_kws={'label': 'Count'})
    plt.title('Confusion Matrix\n(Test Set)', fontsize=14, fontweight='bold')
    plt.ylabel('True Label', fontsize=12)
    plt.xlabel('Predicted Label', fontsize=12)
    figure.tight_layout()
    return dict(kind='heatmap', count=classes, **record(figure, dpi, image))

def images(count, dpi, image=None):
    """A grid of images of 28 x 28 pixels with captions of two lines."""
    figure = plt.figure(figsize=(16, 8))
    for cell in range(count):
        panel = plt.subplot(4, 5, cell + 1)
        panel.imshow(np.arange(784).reshape(28, 28) * 255 // 783, cmap='gray')
        panel.set_title(f'Digit: {cell}\nConf: 99.{cell % 10}%', fontsize=9)
        panel.axis('off')
    figure.suptitle('Examples', fontsize=14, y=1.01, fontweight='bold')
    figure.tight_layout()
    return dict(kind='images', count=count, **record(figure, dpi, image))

ticks()
scale_ticks()
ranges()
text()
colors()
images_drawn()
write('layout.json', [lines(10, 150), lines(2, 150), lines(37, 100), lines(10, 300), heatmap(10, 150), heatmap(4, 96),
                      images(20, 150), images(7, 150), images(1, 72)])
lines(10, 100, 'lines.png'), heatmap(10, 100, 'heatmap.png'), images(7, 100, 'images.png')
