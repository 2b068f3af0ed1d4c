"""Draw the five figures of the original style with matplotlib and seaborn, for MatplotlibTests.

    python3 -m venv .venv-reference
    .venv-reference/bin/pip install -r Tests/FiguresTests/Matplotlib/requirements.txt
    .venv-reference/bin/python Tests/FiguresTests/Matplotlib/draw.py

Writes the PNGs beside itself. The runs that they show are arithmetic, the same as in MatplotlibTests.swift. Other versions lay text out
differently.
"""
import os
import numpy as np, matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt, seaborn as sns
from PIL import Image

assert matplotlib.__version__ == '3.10.8' and sns.__version__ == '0.13.2'
here = os.path.dirname(os.path.abspath(__file__))

count, classes, epochs = 400, 10, 10
index = np.arange(count)
labels = index % classes
predicted = np.where(index % 13 == 5, (labels + 1 + index % 3) % classes, labels)
confidence = (501 + index * 37 % 490) / 1000

def image(i):
    row, column = np.indices((28, 28))
    return (row // 4 * (i % 5 + 1) + column // 4 * 3 + i) % 8 * 36

def curve(start, speed):
    """Falls from `start` towards 0."""
    return start / (1 + speed * np.arange(epochs))

history = {'simple_nn': dict(loss=curve(0.8, 0.5), accuracy=1 - curve(0.4, 0.5), val_loss=curve(0.7, 0.25), val_accuracy=1 - curve(0.3, 0.25)),
           'cnn': dict(loss=curve(0.5, 1), accuracy=1 - curve(0.2, 1), val_loss=curve(0.4, 0.75), val_accuracy=1 - curve(0.15, 0.75))}

def save(name):
    plt.savefig(f'{here}/{name}.png', dpi=150, bbox_inches='tight')
    plt.close()
    # The same pixels in fewer bytes.
    Image.open(f'{here}/{name}.png').convert('RGB').save(f'{here}/{name}.png', optimize=True)

def image_grid(name, indices, rows, size, title, title_y, caption, font_size, colour=None, bold=True):
    plt.figure(figsize=size)
    for cell, i in enumerate(indices):
        plt.subplot(rows, 5, cell + 1)
        plt.imshow(image(i), cmap='gray')
        plt.title(caption(i), fontsize=font_size, **({'color': colour} if colour else {}))
        plt.axis('off')
    plt.suptitle(title, fontsize=14, y=title_y, **({'fontweight': 'bold'} if bold else {}))
    plt.tight_layout()
    save(name)

image_grid('01_sample_digits', range(15), 3, (12, 5), 'Sample Handwritten Digits from Training Set',
           1.02, lambda i: f'Label: {labels[i]}', 10, bold=False)

nan, inf = float('nan'), float('inf')
epoch_numbers = np.arange(epochs)

def comparison(name, models, x=epoch_numbers, axis='Epoch', bands=None, notes={}):
    """Figure 02 of `models`; `bands` has the standard deviation of every series, `notes` what stands below titles."""
    metrics = ['accuracy', 'loss'] + (['learning_rate'] if 'learning_rate' in models['simple_nn'] else [])
    figure, panels = plt.subplots(1, len(metrics), figsize=(7 * len(metrics), 5))
    for panel, metric in zip(panels, metrics):
        word = metric.replace('_', ' ').title()
        missing = []
        for model, colour, label in (('simple_nn', 'b', 'Simple NN'), ('cnn', 'r', 'CNN')):
            lines = [(metric, '-', 'o', 6, ' (Train)'), ('val_' + metric, '--', 'D', 6 * 1.2 / 2 ** 0.5, ' (Val)')]
            for series, dash, marker, size, words in lines if metric != 'learning_rate' else [(metric, '-', 'o', 6, '')]:
                values = np.array(models[model][series], float)
                finite = np.isfinite(values)
                alone = finite & ~np.r_[False, finite[:-1]] & ~np.r_[finite[1:], False]
                values[~finite] = nan
                point = dict(marker=marker, markersize=size, markeredgewidth=0)
                # A series of points alone tells its symbol in the legend.
                panel.plot(x, values, colour + dash, label=label + words, linewidth=2, **(point if (alone == finite).all() else {}))
                if alone.any() and not (alone == finite).all():
                    panel.plot(x[alone], values[alone], colour, linestyle='', **point)
                if bands is not None:
                    # fill_between draws collections, which Agg has half a pixel further right and down than lines.
                    edges = np.r_[values - bands, (values + bands)[::-1]]
                    panel.fill(np.r_[x, x[::-1]], edges, color=colour, alpha=0.2, linewidth=0, zorder=1.6)
                if not finite.all():
                    missing.append((x[~finite], colour))
        limits = panel.get_ylim()
        for places, colour in missing:
            panel.plot(places, places * 0 + limits[0], colour + 'x', markersize=6, markeredgewidth=2, clip_on=False, zorder=3)
            panel.set_ylim(limits)
        title = [f'Model {word} Comparison'] + notes.get(metric, [])
        panel.set_title('\n'.join(title), fontsize=14, fontweight='bold')
        panel.set_xlabel(axis, fontsize=12)
        panel.set_ylabel(word, fontsize=12)
        panel.legend(fontsize=10)
        panel.grid(True, alpha=0.3)
    plt.tight_layout()
    save(name)

comparison('02_training_comparison', history)

gaps = {model: dict(series) for model, series in history.items()}
gaps['simple_nn']['loss'] = [nan if i == 3 else inf if i == 6 else v for i, v in enumerate(history['simple_nn']['loss'])]
gaps['cnn']['val_loss'] = [v if i % 2 else nan for i, v in enumerate(history['cnn']['val_loss'])]
comparison('02_gaps', gaps, notes={'loss': ['(×: NaN or Infinite)']})
comparison('02_one_epoch', {model: {name: values[:1] for name, values in series.items()} for model, series in history.items()}, epoch_numbers[:1])
seeds = '(Bands: ± 1 Standard Deviation over the Seeds)'
comparison('02_bands', history, bands=0.08 / (1 + epoch_numbers), notes={'accuracy': [seeds], 'loss': [seeds]})
steps = {model: dict(series, learning_rate=0.01 * (1 - epoch_numbers / (10 if model == 'cnn' else 20))) for model, series in history.items()}
comparison('02_steps', steps, 50 * (1 + epoch_numbers), 'Step')

matrix = np.zeros((classes, classes), int)
np.add.at(matrix, (labels, predicted), 1)
plt.figure(figsize=(10, 8))
sns.heatmap(matrix, annot=True, fmt='d', cmap='Blues', cbar_kws={'label': 'Count'})
plt.title('Confusion Matrix - CNN Model\n(Test Set Predictions)', fontsize=14, fontweight='bold')
plt.ylabel('True Label', fontsize=12)
plt.xlabel('Predicted Label', fontsize=12)
plt.tight_layout()
save('03_confusion_matrix')

wrong, right = index[predicted != labels][:20], index[predicted == labels][:20]
words = lambda i: f'Conf: {confidence[i] * 100:.1f}%'
image_grid('04_misclassified_examples', wrong, 4, (16, 8), 'Misclassified Examples (First 20)', 1.01,
           lambda i: f'True: {labels[i]} | Pred: {predicted[i]}\n{words(i)}', 9, 'red')
image_grid('05_correct_predictions', right, 4, (16, 8), 'Correctly Classified Examples', 1.01,
           lambda i: f'Digit: {labels[i]}\n{words(i)}', 9, 'green')
