"""The cases of PlottingCases.swift, drawn by matplotlib: draw_matplotlib.py CASE FILE."""
import sys
import numpy as np
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt


def save(file):
    plt.tight_layout()
    plt.savefig(file, dpi=150, bbox_inches='tight')
    plt.close()


def line(file, count):
    index = np.arange(count)
    y = np.sin(index * 20 / count) + 0.3 * np.sin(index * index % 977)
    plt.figure(figsize=(10, 6))
    plt.plot(y, linewidth=1)
    plt.title('Line')
    plt.xlabel('Sample')
    plt.ylabel('Value')
    save(file)


def history(file):
    step = np.arange(1_000_000)
    figure, panels = plt.subplots(1, 2, figsize=(14, 5))
    for title, panel in enumerate(panels):
        for number in range(4):
            noise = 0 if number % 2 else 0.1 * np.sin(step * step % 977)
            y = (number + 1) / (1 + step / 1e5) + noise
            y[step % 10_007 == 0] = np.nan
            panel.plot(y, '--' if number % 2 else '-', linewidth=2, label=f'{number}')
        panel.set_title(f'{title}')
        panel.grid(True, alpha=0.3)
        panel.legend()
    save(file)


def heatmap(file):
    index = np.arange(1_000_000)
    values = (np.sin(index // 1000 / 90) * np.cos(index % 1000 / 70)).reshape(1000, 1000)
    plt.figure(figsize=(10, 8))
    mesh = plt.pcolormesh(values)
    plt.gca().invert_yaxis()
    plt.colorbar(mesh)
    plt.title('Heatmap')
    save(file)


def subplots(file):
    x = np.arange(100) / 10
    figure, panels = plt.subplots(10, 10, figsize=(20, 20))
    for number, panel in enumerate(panels.flat):
        panel.plot(x, np.sin(x * (number + 1) / 10))
        panel.set_title(f'{number}')
    save(file)


def gallery(file):
    x = np.arange(50.0)
    plt.figure()
    plt.fill_between(x, np.sqrt(x) - 1, np.sqrt(x) + 1, alpha=0.25, label='range')
    plt.plot(x, np.sqrt(x), label='mean')
    plt.title('Line and band')
    plt.xlabel('x')
    plt.ylabel('y')
    plt.grid()
    plt.legend()
    save(file)
    plt.figure()
    plt.plot(x, np.sin(x), 'o', label='sine')
    plt.title('Dots')
    plt.legend()
    save(file)
    plt.figure()
    plt.bar(np.arange(4) - 0.2, [1, 3, 2, 4], 0.4, label='one')
    plt.bar(np.arange(4) + 0.2, [2, 2, 3, 3], 0.4, label='two')
    plt.xticks(range(4), ['a', 'b', 'c', 'd'])
    plt.title('Bars')
    plt.legend()
    save(file)
    plt.figure()
    mesh = plt.pcolormesh(np.sin(np.arange(400) / 30).reshape(20, 20))
    plt.colorbar(mesh)
    plt.title('Heatmap')
    save(file)
    plt.figure()
    plt.loglog(x, x * x, label='square')
    plt.title('Logarithmic')
    plt.grid()
    plt.legend()
    save(file)


random = np.random.default_rng(7)


def bell(count):
    """As `Random.bell` of LargeData.swift."""
    return (random.random((4, count)).sum(axis=0) - 2) * 3 ** 0.5


def large(file, title):
    plt.title(title)
    save(file)


def dots(file, count, spread, opacity=1):
    plt.figure(figsize=(10, 6))
    plt.plot(spread * bell(count), spread * bell(count), 'o', markeredgewidth=0, alpha=opacity)
    plt.xlim(-3, 3)
    plt.ylim(-3, 3)
    large(file, 'Dots')


def noise(file, count, opacity=1, dash='-'):
    plt.figure(figsize=(10, 6))
    plt.plot(bell(count), dash, alpha=opacity)
    large(file, 'Noise')


def gaps(file, count):
    plt.figure(figsize=(10, 6))
    y = bell(count)
    y[2::3] = np.nan
    plt.plot(y)
    large(file, 'Gaps')


def band(file, count):
    plt.figure(figsize=(10, 6))
    middle = bell(count)
    plt.fill_between(np.arange(count), middle - 1, middle + 1, alpha=0.25, linewidth=0)
    large(file, 'Band')


def lines(file, count, points):
    plt.figure(figsize=(10, 6))
    for _ in range(count):
        start = bell(1)
        plt.plot(start + np.sin(np.arange(points) / 20 + start) + 0.1 * bell(points), linewidth=0.5)
    large(file, 'Lines')


def walk(file, count):
    plt.figure(figsize=(10, 6))
    plt.plot(bell(count).cumsum(), bell(count).cumsum(), linewidth=0.5)
    large(file, 'Walk')


cases = dict(gallery=gallery, line=lambda file: line(file, 1_000_000), line10=lambda file: line(file, 100_000),
             heatmap=heatmap, history=history, subplots=subplots,
             dots10=lambda file: dots(file, 10_000, 1), dots100=lambda file: dots(file, 100_000, 1),
             clump100=lambda file: dots(file, 100_000, 0.05), dots1000=lambda file: dots(file, 1_000_000, 1),
             translucentdots100=lambda file: dots(file, 100_000, 1, 0.05),
             noise20=lambda file: noise(file, 20_000, 0.5), noise100=lambda file: noise(file, 100_000, 0.5),
             opaquenoise100=lambda file: noise(file, 100_000), dashednoise100=lambda file: noise(file, 100_000, dash='--'),
             noise10=lambda file: noise(file, 10_000), band10=lambda file: band(file, 10_000),
             gaps100=lambda file: gaps(file, 100_000), band100=lambda file: band(file, 100_000),
             lines1000=lambda file: lines(file, 1000, 200), walk1000=lambda file: walk(file, 1_000_000))
if len(sys.argv) != 3 or sys.argv[1] not in cases:
    sys.exit(f'usage: draw_matplotlib.py {"|".join(cases)} FILE')
cases[sys.argv[1]](sys.argv[2])
