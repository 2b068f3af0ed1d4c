"""Draw the machine-learning figures of the gallery with matplotlib, for MatplotlibFigureTests.

    python3 -m venv .venv-reference
    .venv-reference/bin/pip install -r Tests/GalleryTests/Matplotlib/requirements.txt
    .venv-reference/bin/python Tests/GalleryTests/Matplotlib/draw.py

Writes the PNGs beside itself. The data are arithmetic, the same as in Examples/. Other versions lay text out differently.
"""
import os
import numpy as np, matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
from matplotlib.colors import LogNorm
from PIL import Image

assert matplotlib.__version__ == '3.10.8'
here = os.path.dirname(os.path.abspath(__file__))
colors = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#F0E442']
plt.rcParams['axes.prop_cycle'] = plt.cycler(color=colors)
# Symbols are as large as stated, without the edge around them.
plt.rcParams['lines.markeredgewidth'] = 0

def save(name):
    plt.tight_layout()
    plt.savefig(f'{here}/{name}.png', dpi=100, bbox_inches='tight')
    plt.close()
    # The same pixels in fewer bytes.
    Image.open(f'{here}/{name}.png').convert('RGB').save(f'{here}/{name}.png', optimize=True)

def learning_curves():
    epochs, seeds = np.arange(1, 21), np.arange(5)[:, None]
    plt.subplots()
    for color, model, start, end in [(colors[0], 'MLP', 0.9, 0.35), (colors[1], 'CNN', 0.8, 0.15)]:
        runs = end + start * np.exp(-epochs / 5) + 0.06 * np.sin(7 * seeds + 3 * epochs) * np.exp(-epochs / 15)
        mean, deviation = runs.mean(axis=0), runs.std(axis=0, ddof=1)
        plt.fill_between(epochs, mean - deviation, mean + deviation, color=color, alpha=0.25, linewidth=0, zorder=2)
        plt.plot(epochs, mean, color=color, lw=2, label=model)
    plt.title('Five seeds, mean ± sd')
    plt.xlabel('Epoch')
    plt.ylabel('Validation loss')
    plt.gca().xaxis.set_major_locator(plt.MultipleLocator(5))
    plt.legend()
    save('LearningCurves')

def threshold_curves():
    index = np.arange(300)
    positive = index % 3 == 0
    scores = np.sin(1.7 * index) + np.sin(2.9 * index) + np.sin(4.3 * index) + np.where(positive, 1.8, 0)
    ranked = positive[np.argsort(-scores, kind='stable')]
    hits = np.cumsum(ranked)
    recall = np.append(0, hits / 100)
    fallout = np.append(0, (np.arange(1, 301) - hits) / 200)
    precision = np.append(1, hits / np.arange(1, 301))
    area = np.sum(np.diff(fallout) * recall[1:])
    _, (left, right) = plt.subplots(1, 2, figsize=(8, 4))
    left.plot([0, 1], [0, 1], color='0.5', lw=1, ls='dashed', label='Chance')
    left.step(fallout, recall, where='post', label=f'CNN, AUC {area:.3f}', color=colors[0])
    left.set(title='ROC', xlabel='False positive rate', ylabel='True positive rate', aspect='equal')
    left.legend()
    right.step(recall, precision, where='pre', label='CNN')
    right.set(title='Precision and recall', xlabel='Recall', ylabel='Precision', ylim=(0, 1.05), box_aspect=1)
    right.legend()
    save('ThresholdCurves')

def reliability():
    index = np.arange(2000)
    confidence = 1 - 0.95 * ((index % 199) / 199) ** 2.2
    right = (index * 37 % 101) / 101 < confidence - 0.35 * confidence * (1 - confidence)
    edges = np.arange(11) / 10
    members = [(confidence > edge) & (confidence <= edge + 0.1) for edge in edges[:-1]]
    bins = np.array([(confidence[m].mean(), right[m].mean()) for m in members if m.any()])
    _, (above, below) = plt.subplots(2, figsize=(4.5, 5), height_ratios=[3, 1], sharex=True)
    above.plot([0, 1], [0, 1], color='0.5', lw=1, ls='dashed', label='Ideal')
    above.plot(*bins.T, marker='o', label='CNN', color=colors[0])
    above.set(title='Reliability', ylabel='Accuracy', xlim=(0, 1), ylim=(0, 1))
    above.grid(alpha=0.4)
    above.legend()
    below.hist(confidence, bins=edges)
    below.set(xlabel='Confidence', ylabel='Samples')
    save('Reliability')

def class_scores():
    scores = sorted([('ship', 0.941), ('truck', 0.934), ('car', 0.958), ('frog', 0.927), ('horse', 0.919), ('plane', 0.902),
                     ('deer', 0.871), ('bird', 0.846), ('dog', 0.812), ('cat', 0.768)], key=lambda score: -score[1])
    plt.subplots(figsize=(5, 4))
    bars = plt.barh([name for name, _ in scores], [score for _, score in scores])
    plt.bar_label(bars, fmt='%.3f', padding=4)
    # Half a bar's place above and below, and names centred by their boxes, as bands have it.
    plt.ylim(9.5, -0.5)
    plt.setp(plt.gca().get_yticklabels(), va='center')
    plt.gca().xaxis.set_major_locator(plt.MultipleLocator(0.2))
    plt.xlim(0, 1.1)
    plt.title('F1 by class')
    plt.xlabel('F1')
    save('ClassScores')

def loss_landscape():
    places = np.arange(81) / 40 - 1
    a, b = np.meshgrid(places, places)
    losses = 0.02 + 2 * a * a + b * b + 0.6 * np.sin(6 * a) * np.sin(5 * b) * (a * a + b * b)
    steps = np.arange(12)
    plt.subplots()
    edges = np.linspace(-1, 1, 82)
    mesh = plt.pcolormesh(edges, edges, losses, cmap='viridis', norm=LogNorm())
    plt.contour(places, places, losses, levels=[0.1, 0.3, 1, 2], colors='white', linewidths=0.8, linestyles='solid')
    plt.plot(0.9 * np.exp(-0.3 * steps), -0.8 * np.exp(-0.15 * steps), color=colors[1], marker='o', label='SGD')
    bar = plt.colorbar(mesh, label='Loss')
    bar.outline.set_visible(False)
    # Powers in the letters of the font, not in those of mathtext.
    powers = str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹')
    bar.ax.yaxis.set_major_formatter(lambda value, _: '10' + f'{np.log10(value):.0f}'.translate(powers))
    plt.gca().set_aspect('equal')
    plt.title('Loss around the minimum')
    plt.xlabel('Direction 1')
    plt.ylabel('Direction 2')
    plt.legend()
    save('LossLandscape')

def sample_pictures():
    names = ['plane', 'car', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']
    row, column = np.indices((32, 32))
    plt.subplots(2, 5, figsize=(7, 3.8))
    for index, name in enumerate(names):
        light = (row * (index % 3 + 1) + column * (index // 3)) // 4 % 4
        picture = np.stack([110 + 30 * light, 190 - 8 * index - 15 * light, 90 + 12 * index + row], axis=-1)
        plt.subplot(2, 5, index + 1)
        plt.imshow(picture.clip(0, 255))
        plt.title(name, fontsize=10)
        plt.axis('off')
    plt.suptitle('Training samples')
    save('SamplePictures')

learning_curves(); threshold_curves(); reliability(); class_scores(); loss_landscape(); sample_pictures()
