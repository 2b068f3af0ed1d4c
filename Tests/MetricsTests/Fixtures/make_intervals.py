"""Writes intervals.json beside this script: Wilson's intervals by statsmodels 0.15.0."""

import json
import pathlib

from statsmodels.stats.proportion import proportion_confint

cases = [(0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (0, 10), (10, 10), (3, 7), (986, 1009), (1134, 1162), (892, 892), (47, 100_000)]
intervals = [[count, total, *proportion_confint(count, total, alpha=0.05, method="wilson")] for count, total in cases]
path = pathlib.Path(__file__).parent / "intervals.json"
path.write_text(json.dumps([[float(number) for number in row] for row in intervals]) + "\n")
