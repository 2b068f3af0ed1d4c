"""Writes paired.json beside this script: tests of paired proportions by SciPy 1.17.1 and statsmodels 0.15.0, NumPy's generator.

A row is n, b, c, the mid-p of McNemar's exact test, the p-value of its asymptotic form, and the ends of Agresti and Min's "Wald+2"
interval of (b - c) / n.
"""

import json
import pathlib

import numpy as np
from scipy.stats import binom, norm
from statsmodels.stats.contingency_tables import mcnemar

generator = np.random.default_rng(18)
tables = []
for _ in range(200):
    samples = int(10 ** generator.uniform(0.5, 5))
    apart = generator.binomial(samples, generator.uniform(0, 0.3))
    one = generator.binomial(apart, np.clip(generator.normal(0.5, 0.1), 0, 1))
    tables.append((samples, int(one), int(apart - one)))
tables += [(1, 0, 0), (1, 1, 0), (10_000, 0, 0), (10, 10, 0), (10, 0, 10), (1000, 0, 1000), (20, 10, 10), (10_000, 24, 1)]
# Above 100,000 samples that tell the models apart.
tables += [(1_000_000, 60_000, 61_000), (1_000_000, 75_000, 75_000)]

rows = []
for n, b, c in tables:
    k = min(b, c)
    mid = min(1.0, 2 * binom.cdf(k, b + c, 0.5) - binom.pmf(k, b + c, 0.5))
    asymptotic = mcnemar([[0, b], [c, 0]], exact=False, correction=False).pvalue if b + c else 1.0
    # Wald's interval of the table with half a sample added to each cell.
    size, plus, minus = n + 2, b + 0.5, c + 0.5
    center = (plus - minus) / size
    reach = norm.ppf(0.975) * np.sqrt(plus + minus - (plus - minus) ** 2 / size) / size
    rows.append([n, b, c, mid, asymptotic, max(-1, center - reach), min(1, center + reach)])

path = pathlib.Path(__file__).parent / "paired.json"
path.write_text("[\n" + ",\n".join(json.dumps([float(number) for number in row]) for row in rows) + "\n]\n")
