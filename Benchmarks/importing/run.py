"""Times `training-report import` beside what people read logs with, in turn, and prints times, memory and their ratio.

    swift build -c release --product training-report
    python3 Benchmarks/importing/run.py [--rounds 3] [--megabytes 300]

The event file has an image of 300 kB beside ten scalars at each step, the CSV log has 8 million rows. Whole processes are timed,
ours with its figure and, for event files, its check of every byte; their largest resident memory is taken from the system.
The packages are installed into .venv-importing beside the project on the first call. Nothing else should run meanwhile.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).parents[1]))
from peers import PROJECT, environment, run

HERE = pathlib.Path(__file__).parent
PACKAGES = ['tensorboard==2.21.0', 'google-crc32c==1.9.0', 'numpy==2.4.6', 'pandas==3.1.1']

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('--rounds', type=int, default=3)
arguments.add_argument('--megabytes', type=int, default=300)
options = arguments.parse_args()
python = environment('.venv-importing', PACKAGES)
with tempfile.TemporaryDirectory() as folder:
    size = str(options.megabytes)
    subprocess.run([python, HERE / 'make_events.py', f'{folder}/events', size], check=True)
    subprocess.run([python, HERE / 'make_csv.py', f'{folder}/log.csv'], check=True)
    program = PROJECT / '.build/release/training-report'

    def ours(log):
        return [program, 'import', '--quiet', '--model', f'M={folder}/{log}', '--output', f'{folder}/out']

    cases = {
        f'{size} MB of events with images': {
            'training-report': ours('events'), 'TensorBoard 2.21': [python, HERE / 'read_events.py', f'{folder}/events'],
        },
        f'{os.path.getsize(f"{folder}/log.csv") / 1e6:.0f} MB of CSV in 8 million rows': {
            'training-report': ours('log.csv'), 'pandas 3.1': [python, HERE / 'read_csv.py', f'{folder}/log.csv'],
        },
    }
    print(f'{os.cpu_count()} cores, medians of {options.rounds} rounds, whole processes\n')
    print('| | training-report | peer | ratio | memory, MB | ratio |')
    print('|---|---|---|---|---|---|')
    for words, programs in cases.items():
        measured = {name: [] for name in programs}
        for _ in range(options.rounds):
            for name, command in programs.items():
                measured[name].append(run(command))
        (seconds, theirs), (memory, peer) = zip(*(map(statistics.median, zip(*values)) for values in measured.values()))
        print(f'| {words} | {seconds:.2f} s | {list(programs)[1]}: {theirs:.2f} s | {theirs / seconds:.3g} | '
              f'{memory:.0f} and {peer:.0f} | {peer / memory:.0f} |')
