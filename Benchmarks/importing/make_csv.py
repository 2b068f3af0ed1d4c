"""Writes a log of 8 million steps in 100 epochs as CSV, as Lightning's logger would: make_csv.py FILE [ROWS]"""
import sys

import numpy as np

rows = int(sys.argv[2]) if len(sys.argv) > 2 else 8_000_000
random = np.random.default_rng(1)
with open(sys.argv[1], 'w') as file:
    file.write('epoch,step,train_loss,train_acc,lr,val_loss,val_acc\n')
    for start in range(0, rows, 100_000):
        steps = range(start, min(start + 100_000, rows))
        lines = []
        for step, (loss, accuracy) in zip(steps, random.random((len(steps), 2)).tolist()):
            epoch = step * 100 // rows
            if (step + 1) * 100 // rows > epoch:
                lines.append(f'{epoch},{step},,,,{loss:.10f},{accuracy:.10f}\n')
            else:
                lines.append(f'{epoch},{step},{loss:.10f},{accuracy:.10f},{.001 * (1 - step / rows):.12f},,\n')
        file.write(''.join(lines))
