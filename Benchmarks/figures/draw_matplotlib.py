"""Draws the five figures of a saved run with matplotlib 3.10.8 and seaborn 0.13.2, as the original project did.

    python draw_matplotlib.py RESULTS OUTPUT
"""
import json
import pathlib
import sys

import matplotlib

matplotlib.use('Agg')
import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns
from sklearn.metrics import confusion_matrix

results, output = map(pathlib.Path, sys.argv[1:3])
run = json.loads((results / 'run' / 'run.json').read_text())
images = np.load(results / 'run' / 'images.npy')
labels = np.load(results / 'run' / 'labels.npy')
featured = next(model for model in run['models'] if model['name'] == run['featured_model'])
probabilities = np.load(results / 'run' / featured['folder'] / 'predictions.npy')
predicted = probabilities.argmax(axis=1)
names = run['dataset']['class_names']
output.mkdir(exist_ok=True)


def save(name):
    plt.savefig(output / f'{name}.png', dpi=150, bbox_inches='tight')
    plt.close()


def grid(name, size, rows, title, y, cells, font_size, weight='bold', color='black'):
    plt.figure(figsize=size)
    for place, (image, caption) in enumerate(cells):
        plt.subplot(rows, 5, place + 1)
        plt.imshow(images[image] / 255, cmap='gray')
        plt.title(caption, fontsize=font_size, color=color)
        plt.axis('off')
    plt.suptitle(title, fontsize=14, fontweight=weight, y=y)
    plt.tight_layout()
    save(name)


shown = run['figures']
grid('01_sample_digits', (12, 5), 3, 'Sample Handwritten Digits from Training Set', 1.02,
     [(sample['image'], f'Label: {names[sample["label"]]}') for sample in shown['samples']], 10, weight='normal')


def values(series):
    """What was logged; schema 1 has plain lists."""
    return series['value'] if isinstance(series, dict) else series


figure, panels = plt.subplots(1, 2, figsize=(14, 5))
for panel, metric in zip(panels, ('accuracy', 'loss')):
    for model, color in zip(run['models'], 'br'):
        panel.plot(values(model['history'][metric]), f'{color}-', label=f'{model["name"]} (Train)', linewidth=2)
        panel.plot(values(model['history'][f'val_{metric}']), f'{color}--', label=f'{model["name"]} (Val)', linewidth=2)
    panel.set_title(f'Model {metric.title()} Comparison', fontsize=14, fontweight='bold')
    panel.set_xlabel('Epoch', fontsize=12)
    panel.set_ylabel(metric.title(), fontsize=12)
    panel.legend(fontsize=10)
    panel.grid(True, alpha=0.3)
plt.tight_layout()
save('02_training_comparison')

plt.figure(figsize=(10, 8))
sns.heatmap(confusion_matrix(labels, predicted), annot=True, fmt='d', cmap='Blues', cbar_kws={'label': 'Count'})
plt.title(f'Confusion Matrix - {featured["name"]} Model\n(Test Set Predictions)', fontsize=14, fontweight='bold')
plt.ylabel('True Label', fontsize=12)
plt.xlabel('Predicted Label', fontsize=12)
plt.tight_layout()
save('03_confusion_matrix')


def answers(choices, caption):
    for choice in choices:
        sample = choice['index']
        confidence = f'Conf: {probabilities[sample, predicted[sample]] * 100:.1f}%'
        yield choice['image'], f'{caption(names[labels[sample]], names[predicted[sample]])}\n{confidence}'


if shown['misclassified']:
    grid('04_misclassified_examples', (16, 8), 4, 'Misclassified Examples (First 20)', 1.01,
         answers(shown['misclassified'], lambda true, predicted: f'True: {true} | Pred: {predicted}'), 9, color='red')
grid('05_correct_predictions', (16, 8), 4, 'Correctly Classified Examples', 1.01,
     answers(shown['correct'], lambda true, predicted: f'Digit: {true}'), 9, color='green')
