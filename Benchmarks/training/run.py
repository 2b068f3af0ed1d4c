"""Trains models with training-report, Keras and PyTorch in turn, in one run, and prints epochs, whole jobs, peak memory and
ratios.

    make build
    python3 Benchmarks/training/run.py [--epochs 3] [--rounds 2] [--isa AVX2] [--without keras] [--models resnet cnn_affine]

The original's two models are trained if none are named. Keras trains no others. The peers are installed into .venv-keras and .venv-pytorch beside the project on the first call (Python 3.9 to 3.11).
`--isa` limits all three to an instruction set, as oneDNN names it. Nothing else should run meanwhile: the ratio of
programs measured in turn is worth something, a single number of seconds is not.
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
AFFINE = {'kind': 'affine', 'rotation': 10, 'scale': 0.1, 'shear': 10, 'shift': 0.1}
# Names and recipes; the peers' scripts have the same under these keys.
MODELS = {
    'simple_nn': ('Simple NN', {'network': {'kind': 'simple_nn'}}),
    'cnn': ('CNN', {'network': {'kind': 'cnn'}}),
    'cnn_affine': ('CNN on varied images', {'network': {'kind': 'cnn'}, 'augmentation': [AFFINE]}),
    'resnet': ('ResNet-20', {'network': {'kind': 'resnet'}}),
}
ORIGINAL = ['simple_nn', 'cnn']
PEERS = {
    'keras': ('Keras 2.15', 'train_keras.py', '.venv-keras', ['tensorflow-cpu==2.15.1']),
    'pytorch': ('PyTorch 2.13', 'train_pytorch.py', '.venv-pytorch', ['torch==2.13.0', 'numpy==2.2.6']),
}


def run(command, variables):
    """What a program prints, its seconds from start to end, and the most memory that it held, in MB."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          env={**os.environ, **variables}) as process:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{command} failed with {process.returncode}')
    return output, time.perf_counter() - start, usage.ru_maxrss / 1024


def ours(names, epochs, variables):
    with tempfile.TemporaryDirectory() as output:
        recipes = pathlib.Path(output) / 'recipes.json'
        recipes.write_text(json.dumps([{'name': MODELS[name][0], **MODELS[name][1]} for name in names]))
        document, whole, memory = run(
            [options.program, 'run', '--quiet', '--json', '--output', f'{output}/results', '--recipe', recipes,
             '--epochs', str(epochs)], variables)
    models = {model['name']: model for model in json.loads(document)['run']['models']}
    return whole, memory, {name: models[MODELS[name][0]]['history']['seconds']['value'] for name in names}


def peer(names, python, script, epochs, variables):
    results = [run([python, FOLDER / script, name, str(epochs)], variables) for name in names]
    seconds = {name: json.loads(output)['seconds'] for name, (output, _, _) in zip(names, results)}
    return sum(whole for _, whole, _ in results), max(memory for _, _, memory in results), seconds


arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('--epochs', type=int, default=3)
arguments.add_argument('--rounds', type=int, default=2)
arguments.add_argument('--isa')
arguments.add_argument('--without', nargs='*', choices=PEERS, default=[])
arguments.add_argument('--models', nargs='*', choices=MODELS, default=ORIGINAL)
arguments.add_argument('--program', default=PROJECT / '.build' / 'release' / 'training-report')
options = arguments.parse_args()
names = options.models
isa = options.isa
variables = {'ONEDNN_MAX_CPU_ISA': isa, 'DNNL_MAX_CPU_ISA': isa, 'ATEN_CPU_CAPABILITY': isa.lower()} if isa else {}
programs = {'training-report': lambda: ours(names, options.epochs, variables)}
if not set(names) <= set(ORIGINAL):
    options.without.append('keras')
for key, (name, script, folder, packages) in PEERS.items():
    if key not in options.without:
        python = environment(folder, packages)
        programs[name] = lambda python=python, script=script: peer(names, python, script, options.epochs, variables)
rows = {f'{MODELS[name][0]}, an epoch': {program: [] for program in programs} for name in names}
rows['whole job'] = {program: [] for program in programs}
memory = {program: 0 for program in programs}
for _ in range(options.rounds):
    for program, measure in programs.items():
        whole, peak, seconds = measure()
        memory[program] = max(memory[program], peak)
        rows['whole job'][program].append(whole)
        for name in names:
            rows[f'{MODELS[name][0]}, an epoch'][program] += seconds[name]

limit = f', limited to {isa}' if isa else ''
print(f'{os.cpu_count()} cores{limit}, {options.rounds} rounds of {options.epochs} epochs; medians\n')
others = list(programs)[1:]
print('| seconds | ' + ' | '.join([*programs, *(f'ratio to {other}' for other in others)]) + ' |')
print('|---' * (1 + len(programs) + len(others)) + '|')
for label, values in rows.items():
    middle = {program: statistics.median(values[program]) for program in programs}
    cells = [f'{middle[program]:.2f}' for program in programs]
    cells += [f'{middle[other] / middle["training-report"]:.1f}' for other in others]
    print(f'| {label} | ' + ' | '.join(cells) + ' |')
cells = [f'{memory[program]:.0f} MB' for program in programs]
cells += [f'{memory[other] / memory["training-report"]:.1f}' for other in others]
print('| peak memory | ' + ' | '.join(cells) + ' |')
