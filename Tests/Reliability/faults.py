"""Tries faults on the program as a person has it: kills, signals, full and read-only disks, two writers, readers meanwhile.

    python3 Tests/Reliability/faults.py .build/release/training-report [--kills 50] [--seed 1]

Everything happens on a dataset of 100 small images in a temporary folder. Needs Linux; as root it also mounts small file
systems in memory and gives its rights up, otherwise those tests are left out, which it says. Ends with 1 where anything was
not as promised.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

from results_folder import digests, drawn, not_whole

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('program', type=pathlib.Path)
arguments.add_argument('--kills', type=int, default=50, help='of each command')
arguments.add_argument('--seed', type=int, default=1, help='of the moments at which programs are killed')
options = arguments.parse_args()
sys.stdout.reconfigure(line_buffering=True)
draw = random.Random(options.seed)
failures = []


def expect(condition, text):
    if not condition:
        failures.append(text)
        print(f'  NOT AS PROMISED: {text}', file=sys.stderr)
    return condition


# The dataset and the commands.

def idx(path, shape, content):
    path.write_bytes(struct.pack(f'>I{len(shape)}I', 0x800 + len(shape), *shape) + bytes(content))


def make_dataset(folder, brightness=200):
    folder.mkdir(parents=True)
    for name, count in (('train', 60), ('t10k', 40)):
        labels = [i % 4 for i in range(count)]
        pixels = [brightness if (place // 5) % 4 == label else draw.randrange(60)
                  for label in labels for place in range(400)]
        idx(folder / f'{name}-images-idx3-ubyte', (count, 20, 20), pixels)
        idx(folder / f'{name}-labels-idx1-ubyte', (count,), labels)


def make_log(folder):
    folder.mkdir()
    (folder / 'history.json').write_text(json.dumps({'loss': [3, 2, 1], 'val_loss': [3, 2.5, 2]}))
    header = "{'descr': '|u1', 'fortran_order': False, 'shape': (40,), }"
    header += ' ' * ((-len(header) - 11) % 64) + '\n'
    classes = bytes((i + (i % 7 == 0)) % 4 for i in range(40))
    (folder / 'predictions.npy').write_bytes(
        b'\x93NUMPY\x01\x00' + struct.pack('<H', len(header)) + header.encode() + classes)


def start(*command, **more):
    return subprocess.Popen([program, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def run(*command, **more):
    with start(*command, **more) as process:
        output, errors = process.communicate(timeout=120)
    return process.returncode, output, errors


def training(data, epochs, seed, *more):
    return ['run', '--data', data, '--epochs', epochs, '--batch-size', 16, '--seed', seed, '--quiet', *more, '--output']


def seeds(data, folder):
    """Two seeds of a recipe with all that has a state or is drawn, and their ensemble."""
    recipe = folder / 'recipe.json'
    recipe.write_text(json.dumps({
        'network': {'kind': 'simple_nn'}, 'epochs': 3, 'batch_size': 16, 'test_shifts': 1,
        'optimizer': {'kind': 'averaged', 'optimizer': {'kind': 'adamw'}, 'decay': 0.9},
        'schedule': {'kind': 'one_cycle', 'learning_rate': 0.01}, 'augmentation': [{'kind': 'affine'}],
        'loss': {'label_smoothing': 0.1}}))
    return ['run', '--data', data, '--recipe', recipe, '--seeds', '1-2', '--ensemble', '--quiet', '--output']


def must(*command, what):
    code, output, errors = run(*command)
    expect(code == 0, f'{what}: {command[0]} gave {code}: {errors}')
    return output


def wait_for_checkpoint(results, process):
    while not list(results.glob('checkpoint/*/history.json')) and process.poll() is None:
        time.sleep(.005)


def check_whole(folder, what):
    if folder.exists():
        damaged = not_whole(folder)
        expect(not damaged, f'{what}: {damaged} not whole')


def check_together(results, what):
    """What was drawn is what the saved run draws."""
    with tempfile.TemporaryDirectory() as fresh:
        must('plot', results, '--output', fresh, '--quiet', what=f'{what}, drawn elsewhere')
        expect(drawn(results) == drawn(pathlib.Path(fresh)), f'{what}: figures, summary and run do not belong together')


# The faults.

def kills(work, data, log):
    # `before` holds an older run of another seed, so that what is mixed up shows.
    before = work / 'before'
    must(*training(data, 2, 1), before, what='run')
    commands = {
        'run': training(data, 3, 2),
        'run of two seeds': seeds(data, work),
        'import': ['import', '--data', data, '--model', f'Net={log}', '--quiet', '--output'],
        'plot': ['plot', '--dpi', 100, '--quiet'],
    }
    for name, command in commands.items():
        results, reference, is_run = work / 'killed', work / f'reference of {name}', command[0] == 'run'
        if is_run:
            must(*command, reference, what=name)
        spans = []
        for _ in range(3):
            shutil.copytree(before, results)
            begin = time.perf_counter()
            must(*command, results, what=name)
            spans.append(time.perf_counter() - begin)
            shutil.rmtree(results)
        # The machine may have paused in one of them.
        span, killed, late = sorted(spans)[1], 0, 0
        while killed < options.kills and late < options.kills:
            # Every fifth time there was nothing before.
            is_first = name != 'plot' and killed % 5 == 4
            if not is_first:
                shutil.copytree(before, results)
            process = start(*command, results)
            time.sleep(draw.uniform(0, span))
            process.kill()
            process.communicate()
            if process.returncode != -signal.SIGKILL:
                late += 1
                shutil.rmtree(results)
                continue
            killed += 1
            what = f'{name}, kill {killed}'
            check_whole(results, what)
            if is_first or (is_run and killed % 2):
                must(*command, results, *(['--resume'] if is_run else []), what=f'{what}, again')
                if is_run:
                    expect(digests(results) == digests(reference), f'{what}: resumed to other bytes')
            elif name == 'plot':
                # Its figures were drawn more coarsely; all of them are asked for again.
                must('plot', results, '--quiet', what=f'{what}, again')
            else:
                must('plot', results, '--only', '03_confusion_matrix', '--quiet', what=f'{what}, one figure')
            check_whole(results, f'{what}, next command')
            check_together(results, what)
            leftovers = [path.name for path in results.iterdir() if path.name in ('.unfinished', '.run.partial')]
            expect(not leftovers, f'{what}: the next command left {leftovers}')
            shutil.rmtree(results)
        expect(killed == options.kills, f'{name}: only {killed} kills came in time')
        print(f'{name}: {killed} kills at random moments of {span * 1000:.0f} ms; {late} more came too late')


def signals(work, data):
    command = training(data, 40, 2)
    whole = work / 'uninterrupted'
    begin = time.perf_counter()
    must(*command, whole, what='run')
    span = time.perf_counter() - begin
    stopped = 0
    for attempt in range(12):
        number = (signal.SIGINT, signal.SIGTERM)[attempt % 2]
        results = work / 'interrupted'
        process = start(*command, results)
        time.sleep(draw.uniform(0, span))
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        if process.returncode == 0:
            shutil.rmtree(results)
            continue
        # Before training and after it the signal ends the program as usual, which shells show as the same code.
        if expect(process.returncode in (128 + number, -number), f'{number.name}: exit code {process.returncode}'):
            stopped += 1
        if process.returncode > 0:
            expect(f'stopped by {number.name}' in errors, f'{number.name}: {errors}')
        check_whole(results, f'{number.name} {attempt}')
        must(*command, results, '--resume', what=f'resume after {number.name}')
        expect(digests(results) == digests(whole), f'{number.name}, attempt {attempt}: resumed to other bytes')
        shutil.rmtree(results)
    print(f'signals: {stopped} of 12 runs stopped by SIGINT or SIGTERM, all resumed to the same bytes')


def resuming(work, data):
    """A checkpoint is kept by a signal, and goes with its options and its data only."""
    for number in (signal.SIGINT, signal.SIGTERM):
        results = work / f'options-{number}'
        process = start(*training(data, 4000, 2), results)
        wait_for_checkpoint(results, process)
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        expect(process.returncode == 128 + number, f'{number.name}: exit code {process.returncode}')
        expect('--resume' in errors and len(errors.splitlines()) == 2, f'{number.name}: {errors}')
        expect((results / 'checkpoint').is_dir(), f'{number.name}: no checkpoint was kept')
    others = work / 'others' / data.name
    make_dataset(others, brightness=190)
    kept = digests(results)
    refused = {
        'seed': training(data, 4000, 3), 'epochs': training(data, 3, 2),
        'threads': training(data, 4000, 2, '--threads', 7), 'images': training(others, 4000, 2),
    }
    for text, command in refused.items():
        code, _, errors = run(*command, results, '--resume')
        expect(code == 65 and text in errors and 'recipe.json' in errors and len(errors.splitlines()) == 2,
               f'resume with other {text}: {code} {errors}')
    code, _, errors = run(*training(data, 1, 1), results)
    expect(code == 73 and '--resume' in errors and '--restart' in errors and len(errors.splitlines()) == 2,
           f'a run over the checkpoint of another: {code} {errors}')
    expect(digests(results) == kept, 'a refused run has changed the folder')
    must(*training(data, 1, 1, '--restart'), results, what='starting again')
    expect(not (results / 'checkpoint').exists(), 'starting again has left a checkpoint')
    print(f'resume: refused with other {", ".join(refused)}; checkpoint kept by both signals')


def two_writers(work, data, log):
    results = work / 'shared'
    first = start(*training(data, 4000, 1), results)
    wait_for_checkpoint(results, first)
    imported = ['import', '--data', data, '--model', f'Net={log}', '--output']
    for command in (training(data, 1, 1), imported, ['plot']):
        code, _, errors = run(*command, results)
        expect(code == 73 and str(results) in errors and 'Another training-report' in errors,
               f'second writer, {command[0]}: {code} {errors}')
    first.kill()
    first.communicate()
    must(*training(data, 1, 1, '--restart'), results, what='a writer after one that was killed')
    print('two writers: the second is refused, and a killed one is in nobody\'s way')


def reader_meanwhile(work, data):
    results, elsewhere, reads = work / 'read', work / 'elsewhere', []
    must(*training(data, 1, 3), results, what='run')
    known = [drawn(results)]
    for seed in range(4, 10):
        writer = start(*training(data, 1, seed), results)
        while writer.poll() is None:
            must('plot', results, '--output', elsewhere, '--quiet', what='reading while writing')
            reads.append(drawn(elsewhere))
            shutil.rmtree(elsewhere)
        writer.communicate()
        expect(writer.returncode == 0, f'writing while reading: {writer.returncode}')
        known.append(drawn(results))
    expect(all(read in known for read in reads), 'a reader saw a mixture of two runs')
    print(f'reader meanwhile: {len(reads)} reads while six runs were written, each of one of them')


def missing_rights(work, data):
    if os.geteuid() != 0:
        print('missing rights: left out, for want of root')
        return
    results = work / 'guarded'
    must(*training(data, 1, 1), results, what='run')
    kept = digests(results)
    nobody = {'user': 65534, 'group': 65534, 'extra_groups': []}
    for command in (training(data, 1, 2), ['plot']):
        code, _, errors = run(*command, results, **nobody)
        expect(code == 73 and 'Permission denied' in errors and str(results) in errors,
               f'folder without the right to write, {command[0]}: {code} {errors}')
    (results / 'run' / 'labels.npy').chmod(0)
    code, _, errors = run('plot', results, '--output', work / 'own', **nobody)
    expect(code == 74 and 'labels.npy: Permission denied' in errors, f'file without the right to read: {code} {errors}')
    expect(digests(results) == kept, 'a folder without the right to write has changed')
    print('missing rights: told, and nothing changed')


def undrawable(work, data, log):
    """What cannot be drawn is refused before anything is replaced."""
    results = work / 'undrawable'
    must(*training(data, 1, 1), results, what='run')
    kept = digests(results)
    crowd = ['import', '--data', data, '--output', results]
    for number in range(2000):
        crowd += ['--model', f'{number}={log}']
    (results / '01_sample_digits.png').rename(work / 'figure')
    (results / '01_sample_digits.png').mkdir()
    for command, expected in ((crowd, 70), (['plot', results], 74)):
        code, _, errors = run(*command, '--quiet')
        expect(code == expected and len(errors.splitlines()) == 2, f'undrawable, {command[:4]}: {code} {errors}')
    (results / '01_sample_digits.png').rmdir()
    (work / 'figure').rename(results / '01_sample_digits.png')
    expect(digests(results) == kept, 'what cannot be drawn has changed the folder')
    # A trained run is not lost.
    reference = work / 'drawable'
    must(*training(data, 2, 3), reference, what='run')
    (results / 'summary.txt').rename(work / 'summary')
    (results / 'summary.txt').mkdir()
    code, _, errors = run(*training(data, 2, 3), results)
    expect(code == 74 and 'with --resume' in errors and len(errors.splitlines()) == 2, f'undrawable run: {code} {errors}')
    expect(without_checkpoint(results) == {k: v for k, v in kept.items() if k != 'summary.txt'}, 'undrawable run: changed')
    (results / 'summary.txt').rmdir()
    must(*training(data, 2, 3), results, '--resume', what='resume what could not be drawn')
    expect(digests(results) == digests(reference), 'undrawable run: resumed to other bytes')
    print('undrawable: 3 commands refused, nothing changed or lost')


def without_checkpoint(results):
    return {path: digest for path, digest in digests(results).items() if not str(path).startswith('checkpoint')}


def mounted(folder, size):
    folder.mkdir()
    command = ['mount', '-t', 'tmpfs', '-o', f'size={size}k', 'tmpfs', folder]
    return os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0


def disks(work, data, log):
    disk = work / 'disk'
    if not mounted(disk, 4096):
        print('full and read-only disks: left out, for want of the right to mount')
        return
    try:
        results = disk / 'results'
        must(*training(data, 2, 1), results, what='run on a small disk')
        failed = 0
        imported = ['import', '--data', data, '--model', f'Net={log}', '--quiet', '--output']
        for attempt, free in enumerate((0, 4, 12, 20, 40, 60, 90, 120, 160, 200, 300, 400, 500, 600, 800, 1000)):
            room = os.statvfs(disk)
            filler = disk / 'filler'
            filler.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - free * 1024)))
            # What failed before may have left a checkpoint.
            command = (training(data, 2, 5 + attempt, '--restart'), imported, ['plot', '--dpi', 200])[attempt % 3]
            kept = without_checkpoint(results)
            code, _, errors = run(*command, results)
            if code != 0:
                failed += 1
                expect(without_checkpoint(results) == kept, f'full disk with {free} kB, {command[0]}: the folder has changed')
                expect(code in (73, 74) and 'No space left' in errors and len(errors.splitlines()) <= 2,
                       f'full disk with {free} kB, {command[0]}: {code} {errors}')
            what = f'full disk with {free} kB, {command[0]}'
            check_whole(results, what)
            filler.unlink()
            must('plot', results, '--quiet', what=f'after {what}')
            check_together(results, what)
        print(f'full disk: {failed} of 16 commands failed in different places, nothing was lost')
        kept = digests(results)
        subprocess.run(['mount', '-o', 'remount,ro', disk], check=True)
        for command in (training(data, 2, 1), imported, ['plot']):
            code, _, errors = run(*command, results)
            expect(code == 73 and 'ead-only' in errors, f'read-only disk, {command[0]}: {code} {errors}')
        must('plot', results, '--output', work / 'from-read-only', '--quiet', what='plot from a read-only disk')
        expect(digests(results) == kept, 'a read-only disk has changed')
        print('read-only disk: refused, and drawn from')
    finally:
        subprocess.run(['umount', disk], check=False)


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    work.chmod(0o755)
    # A copy that other users reach.
    program = work / 'training-report'
    shutil.copy(options.program, program)
    data, log = work / 'data', work / 'log'
    make_dataset(data)
    make_log(log)
    print(f'seed {options.seed}, {options.kills} kills of each command')
    for fault in (kills, two_writers, disks, undrawable):
        fault(work, data, log)
    for fault in (signals, resuming, reader_meanwhile, missing_rights):
        fault(work, data)
print(f'{len(failures)} not as promised')
sys.exit(bool(failures))
