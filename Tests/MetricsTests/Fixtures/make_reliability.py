"""Writes reliability.json beside this script: bins of equal count by scikit-learn 1.7.2's calibration_curve, with numpy 2.3.5."""

import json
import pathlib

import numpy
from sklearn.calibration import calibration_curve

random = numpy.random.default_rng(8)


def case(confidences, correct, bins):
    confidences = numpy.asarray(confidences, "float32")
    accuracy, confidence = calibration_curve(correct, confidences.astype("float64"), n_bins=bins, strategy="quantile")
    return {
        "confidences": confidences.astype("float64").tolist(),
        "correct": [bool(value) for value in correct],
        "bins": bins,
        "accuracy": accuracy.tolist(),
        "confidence": confidence.tolist(),
    }


def answers(count, decimals):
    confidences = numpy.round(1 - 0.6 * random.random(count) ** 3, decimals).astype("float32")
    return confidences, random.random(count) < confidences


cases = [
    case([0.6, 0.7, 0.8, 0.9], [False, True, True, True], 2),
    case([0.9, 0.9, 0.9, 0.5], [True, False, True, False], 3),
    case(*answers(100, 7), 10),
    # Ties: a third of the confidences are 1, and share bins.
    case(*answers(200, 1), 10),
    case(*answers(157, 2), 15),
]
path = pathlib.Path(__file__).parent / "reliability.json"
path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
