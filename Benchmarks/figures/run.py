"""Draws the figures of a saved run with `training-report plot` and with matplotlib in turn, and prints the ratio.

    make build
    python3 Benchmarks/figures/run.py [--results results] [--rounds 7]

Whole processes are timed, as a person waits for them. matplotlib is installed into .venv-matplotlib beside the project on
the first call. Nothing else should run meanwhile.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).parents[1]))
from peers import PROJECT, environment

FOLDER = PROJECT / 'Benchmarks' / 'figures'
PACKAGES = ['matplotlib==3.10.8', 'seaborn==0.13.2', 'scikit-learn==1.9.1', 'numpy==2.4.6']


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def sizes(folder):
    return {path.name: path.stat().st_size for path in sorted(pathlib.Path(folder).glob('*.png'))}


arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('--results', default=PROJECT / 'results')
arguments.add_argument('--rounds', type=int, default=7)
options = arguments.parse_args()
python = environment('.venv-matplotlib', PACKAGES)
with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
    commands = {
        'training-report plot': [PROJECT / '.build/release/training-report', 'plot', options.results, '-o', ours],
        'matplotlib 3.10.8': [python, FOLDER / 'draw_matplotlib.py', options.results, theirs],
    }
    times = {name: [] for name in commands}
    for _ in range(options.rounds):
        for name, command in commands.items():
            times[name].append(seconds(command))
    mine, peer = (statistics.median(values) for values in times.values())
    print(f'{os.cpu_count()} cores, medians of {options.rounds} rounds, whole processes')
    for name, values in times.items():
        print(f'{name:<22}{statistics.median(values) * 1000:>9.0f} ms   fastest {min(values) * 1000:.0f} ms')
    print(f'{"ratio":<22}{peer / mine:>9.0f}')
    print()
    print(f'{"bytes":<34}{"training-report":>16}{"matplotlib":>12}')
    my_sizes, their_sizes = sizes(ours), sizes(theirs)
    for name in their_sizes:
        print(f'{name:<34}{my_sizes[name]:>16,}{their_sizes[name]:>12,}')
    print(f'{"all":<34}{sum(my_sizes.values()):>16,}{sum(their_sizes.values()):>12,}')
