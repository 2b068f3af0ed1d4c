"""Draws a gallery and large data with `Plotting` and with matplotlib in turn, and prints times, memory and their ratio.

    swift build -c release --product plotting-cases
    python3 Benchmarks/plotting/run.py [--rounds 5]

Whole processes are timed, as a person waits for them, and their largest resident memory is taken from the system.
matplotlib is installed into .venv-matplotlib beside the project on the first call. Nothing else should run meanwhile.
"""
import argparse
import os
import pathlib
import statistics
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).parents[1]))
from peers import PROJECT, environment, run

CASES = {
    'gallery': 'five figures of common marks', 'line10': 'a line of 100,000 points', 'line': 'a line of 1,000,000 points',
    'history': 'eight lines of 1,000,000 points with gaps, half of them dashed',
    'heatmap': 'a heatmap of 1,000 x 1,000', 'subplots': '100 subplots',
    'dots10': '10,000 dots', 'dots100': '100,000 dots', 'clump100': '100,000 dots in a clump', 'dots1000': '1,000,000 dots',
    'translucentdots100': '100,000 translucent dots', 'noise20': 'a translucent line of 20,000 random values',
    'noise100': 'a translucent line of 100,000 random values', 'opaquenoise100': 'a line of 100,000 random values',
    'dashednoise100': 'a dashed line of 100,000 random values',
    'noise10': 'a line of 10,000 random values', 'band10': 'a band of 10,000 random values',
    'gaps100': 'a line of 100,000 random values, every third missing', 'band100': 'a band of 100,000 random values',
    'lines1000': '1,000 lines of 200 points', 'walk1000': 'a walk of 1,000,000 steps in the plane',
}

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('--rounds', type=int, default=5)
options = arguments.parse_args()
python = environment('.venv-matplotlib', ['matplotlib==3.10.8', 'seaborn==0.13.2', 'scikit-learn==1.9.1', 'numpy==2.4.6'])
with tempfile.TemporaryDirectory() as folder:
    programs = {
        'Plotting': [PROJECT / '.build/release/plotting-cases'],
        'matplotlib 3.10.8': [python, PROJECT / 'Benchmarks/plotting/draw_matplotlib.py'],
    }
    print(f'{os.cpu_count()} cores, medians of {options.rounds} rounds, whole processes\n')
    print('| | Plotting | matplotlib 3.10.8 | ratio | memory, MB |')
    print('|---|---|---|---|---|')
    for case, words in CASES.items():
        measured = {name: [] for name in programs}
        for _ in range(options.rounds):
            for name, command in programs.items():
                measured[name].append(run([*command, case, f'{folder}/{case}.png']))
        seconds = [statistics.median(time for time, _ in values) for values in measured.values()]
        memory = [statistics.median(size for _, size in values) for values in measured.values()]
        print(f'| {words} | {seconds[0] * 1000:,.0f} ms | {seconds[1] * 1000:,.0f} ms | {seconds[1] / seconds[0]:.0f} | '
              f'{memory[0]:.0f} and {memory[1]:.0f} |')
