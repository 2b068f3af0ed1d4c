"""Times `training-report import` beside what people read logs with, in turn, and prints times, memory and their ratio.

    swift build -c release --product training-report
    python3 Benchmarks/importing/run.py [--rounds 3] [--megabytes 300] [--only logs|sizes]

The event file has an image of 300 kB beside ten scalars at each step, the CSV log has 8 million rows. Whole processes are timed,
ours with its figure and, for event files, its check of every byte; their largest resident memory is taken from the system.
A second table has the processor's seconds and the memory of `import` with predictions and with a long history.
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
arguments.add_argument('--only', choices=['logs', 'sizes'])
options = arguments.parse_args()
program = PROJECT / '.build/release/training-report'
python = environment('.venv-importing', PACKAGES)


def import_of(path, folder):
    return [program, 'import', '--quiet', '--model', f'M={path}', '--output', f'{folder}/out']


def medians(command, cpu=False):
    return map(statistics.median, zip(*(run(command, cpu) for _ in range(options.rounds))))


def logs(folder):
    size = str(options.megabytes)
    subprocess.run([python, HERE / 'make_events.py', f'{folder}/events', size], check=True)
    subprocess.run([python, HERE / 'make_csv.py', f'{folder}/log.csv'], check=True)
    cases = {
        f'{size} MB of events with images': {
            'training-report': import_of(f'{folder}/events', folder),
            'TensorBoard 2.21': [python, HERE / 'read_events.py', f'{folder}/events'],
        },
        f'{os.path.getsize(f"{folder}/log.csv") / 1e6:.0f} MB of CSV in 8 million rows': {
            'training-report': import_of(f'{folder}/log.csv', folder),
            'pandas 3.1': [python, HERE / 'read_csv.py', f'{folder}/log.csv'],
        },
    }
    print('| | training-report | peer | ratio | memory, MiB | ratio |')
    print('|---|---|---|---|---|---|')
    for words, programs in cases.items():
        measured = {name: [] for name in programs}
        for _ in range(options.rounds):
            for name, command in programs.items():
                measured[name].append(run(command))
        (seconds, theirs), (memory, peer) = zip(*(map(statistics.median, zip(*values)) for values in measured.values()))
        print(f'| {words} | {seconds:.2f} s | {list(programs)[1]}: {theirs:.2f} s | {theirs / seconds:.3g} | '
              f'{memory:.0f} and {peer:.0f} | {peer / memory:.0f} |')
    print()


def sizes(folder):
    commands = {}
    for samples, classes in [(1_000_000, 10), (50_000, 1_000)]:
        made = pathlib.Path(folder, f'{classes}')
        subprocess.run([python, HERE / 'make_predictions.py', made, str(samples), str(classes)], check=True)
        for form in ['npy', 'npz', 'csv', 'classes']:
            if (made / form).exists():
                commands[f'{samples:,} x {classes:,} as {form}'] = import_of(made / form, folder)
    subprocess.run([python, HERE / 'make_history.py', f'{folder}/history.json', '1000000'], check=True)
    commands['a history of 4 x 1,000,000 values as JSON'] = import_of(f'{folder}/history.json', folder)
    commands['the same run, drawn again'] = [program, 'plot', '--quiet', f'{folder}/out']
    commands["the same history, Python's json.load"] = [python, HERE / 'read_history.py', f'{folder}/history.json']
    print('| | CPU seconds | memory, MiB |')
    print('|---|---|---|')
    for words, command in commands.items():
        seconds, memory = medians(command, cpu=True)
        print(f'| {words} | {seconds:.2f} | {memory:.0f} |')


with tempfile.TemporaryDirectory() as folder:
    print(f'{os.cpu_count()} cores, medians of {options.rounds} rounds, whole processes\n')
    if options.only != 'sizes': logs(folder)
    if options.only != 'logs': sizes(folder)
