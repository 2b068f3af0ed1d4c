"""Draw the five figures of the original style with matplotlib and seaborn, for MatplotlibTests.

    python3 -m venv .venv-reference
    .venv-reference/bin/pip install -r Tests/FiguresTests/Matplotlib/requirements.txt
    .venv-reference/bin/python Tests/FiguresTests/Matplotlib/draw.py

Writes five PNGs beside itself. The run that they show is arithmetic, the same as in MatplotlibTests.swift. Other versions lay text out
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

figure, panels = plt.subplots(1, 2, figsize=(14, 5))
for panel, metric, word in zip(panels, ('accuracy', 'loss'), ('Accuracy', 'Loss')):
    for model, colour, label in (('simple_nn', 'b', 'Simple NN'), ('cnn', 'r', 'CNN')):
        panel.plot(history[model][metric], colour + '-', label=f'{label} (Train)', linewidth=2)
        panel.plot(history[model]['val_' + metric], colour + '--', label=f'{label} (Val)', linewidth=2)
    panel.set_title(f'Model {word} Comparison', fontsize=14, fontweight='bold')
    panel.set_xlabel('Epoch', fontsize=12)
    panel.set_ylabel(word, fontsize=12)
    panel.legend(fontsize=10)
    panel.grid(True, alpha=0.3)
plt.tight_layout()
save('02_training_comparison')

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
