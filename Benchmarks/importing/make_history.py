"""Writes a Keras history of four series as JSON, a third of one of them NaN: make_history.py FILE VALUES"""
import json
import sys

import numpy as np

random = np.random.default_rng(1)
history = {}
for name, gaps in [('loss', 0.1), ('accuracy', 0), ('val_loss', 0.3), ('val_accuracy', 0.1)]:
    values = random.random(int(sys.argv[2])).round(6)
    values[random.random(values.size) < gaps] = np.nan
    history[name] = values.tolist()
with open(sys.argv[1], 'w') as file:
    json.dump(history, file)
