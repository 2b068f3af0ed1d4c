"""Writes rankings.json beside this script: ROC and precision-recall curves and their areas by scikit-learn 1.7.2, with numpy 2.3.5."""

import json
import pathlib
import warnings

import numpy
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

warnings.filterwarnings("ignore")  # of undefined areas, which some of the cases are about
random = numpy.random.default_rng(16)


def case(labels, scores):
    labels, scores = numpy.asarray(labels), numpy.asarray(scores, "float32")
    both = len(set(labels.tolist())) == 2
    false, true, _ = roc_curve(labels, scores)
    precision, recall, _ = precision_recall_curve(labels, scores)
    return {
        "labels": labels.tolist(),
        "scores": scores.astype("float64").tolist(),
        "roc": [false.tolist(), true.tolist()] if both else None,
        "auc": roc_auc_score(labels, scores) if both else None,
        # From the highest threshold down.
        "pr": [precision[::-1].tolist(), recall[::-1].tolist()] if labels.any() else None,
        "average_precision": average_precision_score(labels, scores),
    }


def noisy(count, share, decimals):
    labels = (random.random(count) < share).astype(int)
    return labels, numpy.round(numpy.clip(0.3 * labels + 0.7 * random.random(count), 0, 1), decimals)


cases = [
    case([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]),
    case([0, 1], [0.5, 0.5]),
    case([1, 0, 1, 0, 1], [0.5] * 5),
    case([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9]),
    case([1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9]),
    case([0, 1, 0, 1, 1], [-0.0, 0.0, -0.001, 0.001, 1e-30]),
    case([1, 1, 1], [0.2, 0.9, 0.2]),
    case([0, 0, 0], [0.2, 0.9, 0.2]),
    case([1], [0.5]),
    case(*noisy(60, 0.5, 9)),
    case(*noisy(80, 0.3, 1)),
    case(*noisy(200, 0.1, 2)),
]

# One class against the rest, as three columns of probabilities.
labels = numpy.arange(90) % 3
logits = random.normal(size=(90, 3)) + 2 * numpy.eye(3)[labels]
probabilities = (numpy.exp(logits) / numpy.exp(logits).sum(axis=1, keepdims=True)).round(3).astype("float32")
binary = numpy.eye(3, dtype=int)[labels]
several = {
    "labels": labels.tolist(),
    "probabilities": probabilities.astype("float64").ravel().tolist(),
    "auc": {
        # The probabilities are rounded and do not quite sum to 1, which "ovr" asks for; of binary columns it asks nothing.
        "macro": roc_auc_score(binary, probabilities, average="macro"),
        "micro": roc_auc_score(binary, probabilities, average="micro"),
        "classes": roc_auc_score(binary, probabilities, average=None).tolist(),
    },
    "average_precision": {
        "macro": average_precision_score(binary, probabilities, average="macro"),
        "micro": average_precision_score(binary, probabilities, average="micro"),
        "classes": average_precision_score(binary, probabilities, average=None).tolist(),
    },
}
path = pathlib.Path(__file__).parent / "rankings.json"
path.write_text(json.dumps({"cases": cases, "several": several}, separators=(",", ":")) + "\n")
