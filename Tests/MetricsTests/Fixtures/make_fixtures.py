"""Writes the fixtures beside this script: classification reports by scikit-learn 1.9.1, with numpy 2.4.6.

    python make_fixtures.py PREDICTIONS LABELS

PREDICTIONS: the probabilities ([10000, 10], .npy) that the original's CNN is known by, rebuilt from what it published.
LABELS: the unpacked t10k-labels-idx1-ubyte of MNIST.
"""

import json
import pathlib
import sys
import warnings

import numpy
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix

warnings.filterwarnings("ignore")  # divisions by zero are what some of the cases are about
here = pathlib.Path(__file__).parent
random = numpy.random.default_rng(1)


def case(labels, predictions, names=None, digits=4):
    labels, predictions = numpy.array(labels), numpy.array(predictions)
    names = names or [str(k) for k in range(max(labels.max(), predictions.max()) + 1)]
    present = sorted(set(labels) | set(predictions))
    shown = [names[k] for k in present]
    report = dict(y_true=labels, y_pred=predictions, labels=present, target_names=shown, digits=digits)
    scores = classification_report(**report, output_dict=True)
    return {
        "labels": labels.tolist(),
        "predictions": predictions.tolist(),
        "names": names,
        "digits": digits,
        "confusion": confusion_matrix(labels, predictions, labels=range(len(names))).tolist() if len(names) < 20 else None,
        "accuracy": accuracy_score(labels, predictions),
        "text": classification_report(**report),
        "classes": [[scores[name][key] for key in ("precision", "recall", "f1-score", "support")] for name in shown],
        "macro": [scores["macro avg"][key] for key in ("precision", "recall", "f1-score", "support")],
        "weighted": [scores["weighted avg"][key] for key in ("precision", "recall", "f1-score", "support")],
    }


def noisy(classes, samples, share):
    labels = numpy.arange(samples) % classes
    return labels, numpy.where(random.random(samples) < share, random.integers(0, classes, samples), labels)


cases = [
    case([0, 1, 2, 2, 2], [0, 0, 2, 2, 1]),
    case([0, 1, 1, 0], [0, 1, 0, 0], ["no", "yes"]),
    case([0, 0, 1, 1], [1, 1, 0, 0]),
    case([0, 0, 0], [0, 0, 0], ["only", "never"]),
    case([0, 2, 2, 4], [0, 2, 0, 2]),
    case([0, 1, 2, 1], [0, 1, 1, 1], ["T-shirt/top", "a rather long class name", "Größe 42"]),
    case([0, 1, 2, 1], [0, 1, 1, 1], digits=2),
    # 16 classes of ten samples: the averages are multiples of 1/160 and lie between two printed digits.
    *(case(*noisy(16, 160, share)) for share in (0.1, 0.3, 0.5, 0.7)),
    *(case(*noisy(40, 400, share), digits=3) for share in (0.1, 0.4, 0.8)),
    case(*noisy(200, 1000, 0.3)),
]
(here / "reports.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")

if len(sys.argv) > 2:
    predictions = numpy.load(sys.argv[1]).argmax(axis=1).astype("uint8")
    labels = numpy.fromfile(sys.argv[2], "uint8")[8:]
    numpy.save(here / "original_predictions.npy", predictions)
    numpy.save(here / "original_labels.npy", labels)
    (here / "original_report.txt").write_text(classification_report(labels, predictions, digits=4))
