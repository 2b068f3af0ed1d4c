"""Trains both models with training-report and with Keras in turn, in one run, and prints epochs and ratios.

    make build
    python3 Benchmarks/training/run.py [--epochs 3] [--rounds 2]

Keras is installed into .venv-keras beside the project on the first call (Python 3.9 to 3.11). Nothing else should run
meanwhile: the ratio of two programs measured in turn is worth something, a single number of seconds is not.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).parents[1]))
from peers import PROJECT, environment

FOLDER = PROJECT / 'Benchmarks' / 'training'
MODELS = {'simple_nn': 'Simple NN', 'cnn': 'CNN'}


def ours(epochs):
    with tempfile.TemporaryDirectory() as output:
        start = time.perf_counter()
        document = subprocess.run(
            [PROJECT / '.build' / 'release' / 'training-report', 'run', '--quiet', '--json', '--output', output,
             '--epochs', str(epochs)], check=True, capture_output=True, text=True).stdout
        whole = time.perf_counter() - start
    models = {model['folder']: model for model in json.loads(document)['run']['models']}
    return whole, {name: models[name]['history']['seconds'] for name in MODELS}


def keras(python, epochs):
    start = time.perf_counter()
    seconds = {}
    for name in MODELS:
        line = subprocess.run([python, FOLDER / 'train_keras.py', name, str(epochs)], check=True, capture_output=True,
                              text=True).stdout
        seconds[name] = json.loads(line)['seconds']
    return time.perf_counter() - start, seconds


arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('--epochs', type=int, default=3)
arguments.add_argument('--rounds', type=int, default=2)
options = arguments.parse_args()
python = environment('.venv-keras', ['tensorflow-cpu==2.15.1'])
epochs = {'training-report': {name: [] for name in MODELS}, 'Keras': {name: [] for name in MODELS}}
whole = {'training-report': [], 'Keras': []}
for _ in range(options.rounds):
    for program, (seconds, result) in (('training-report', ours(options.epochs)),
                                       ('Keras', keras(python, options.epochs))):
        whole[program].append(seconds)
        for name in MODELS:
            epochs[program][name] += result[name]

print(f'{os.cpu_count()} cores, {options.rounds} rounds of {options.epochs} epochs; medians in seconds')
print(f'{"":<24}{"training-report":>16}{"Keras 2.15":>12}{"ratio":>8}')
rows = [(f'{MODELS[name]}, an epoch', epochs['training-report'][name], epochs['Keras'][name]) for name in MODELS]
rows.append(('both models, whole job', whole['training-report'], whole['Keras']))
for label, mine, theirs in rows:
    mine, theirs = statistics.median(mine), statistics.median(theirs)
    print(f'{label:<24}{mine:>16.2f}{theirs:>12.2f}{theirs / mine:>8.1f}')
