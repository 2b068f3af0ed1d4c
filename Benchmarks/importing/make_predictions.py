"""Writes probabilities in single precision and the true classes: make_predictions.py FOLDER SAMPLES CLASSES

Each form is in a folder of its own: npy, npz, classes (class numbers) and, of ten classes, csv.
"""
import pathlib
import sys

import numpy as np

folder, samples, classes = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
random = np.random.default_rng(1)
labels = random.integers(0, classes, samples)
probabilities = random.standard_normal((samples, classes), dtype=np.float32)
probabilities[np.arange(samples), labels] += 2.5
np.exp(probabilities, out=probabilities)
probabilities /= probabilities.sum(axis=1, keepdims=True)
for form in ['npy', 'npz', 'classes'] + ['csv'] * (classes == 10):
    (folder / form).mkdir(parents=True)
np.save(folder / 'npy/predictions.npy', probabilities)
np.save(folder / 'npy/labels.npy', labels)
np.savez(folder / 'npz/predictions.npz', predictions=probabilities, labels=labels)
np.save(folder / 'classes/predictions.npy', probabilities.argmax(axis=1))
np.save(folder / 'classes/labels.npy', labels)
if classes == 10:
    with open(folder / 'csv/predictions.csv', 'w') as file:
        file.write('y_true,' + ','.join(f'prob_{k}' for k in range(classes)) + '\n')
        for start in range(0, samples, 10_000):
            rows = zip(labels[start:start + 10_000], probabilities[start:start + 10_000].tolist())
            file.write(''.join(f'{label},' + ','.join(f'{value:.7g}' for value in row) + '\n' for label, row in rows))
