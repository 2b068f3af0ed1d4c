"""Tries faults on the program as a person has it: kills, signals, full and read-only disks, two writers, readers meanwhile.

    python3 Tests/Reliability/faults.py .build/release/training-report [--kills 50] [--seed 1]

Everything happens on a dataset of a few small images in a temporary folder. Needs Linux; as root it also mounts small file
systems in memory, otherwise those tests are left out, which it says. Ends with 1 where anything was not as promised.
"""
import argparse
import hashlib
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
import zlib

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('program', type=pathlib.Path)
arguments.add_argument('--kills', type=int, default=50)
arguments.add_argument('--seed', type=int, default=1)
options = arguments.parse_args()
PROGRAM = options.program.resolve()
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


def make_dataset(folder):
    folder.mkdir()
    for name, count in (('train', 60), ('t10k', 40)):
        labels = [i % 4 for i in range(count)]
        pixels = [200 if (place // 5) % 4 == label else draw.randrange(60) for label in labels for place in range(400)]
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
    return subprocess.Popen([PROGRAM, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def run(*command):
    with start(*command) as process:
        output, errors = process.communicate(timeout=120)
    return process.returncode, output, errors


# What is whole.

def is_whole(path):
    content = path.read_bytes()
    if path.suffix == '.png':
        place, kinds = 8, []
        if content[:8] != b'\x89PNG\r\n\x1a\n':
            return False
        while place + 12 <= len(content):
            length, kind = struct.unpack('>I4s', content[place:place + 8])
            data = content[place + 4:place + 8 + length]
            if len(data) != length + 4 or zlib.crc32(data) != struct.unpack('>I', content[place + 8 + length:][:4])[0]:
                return False
            kinds.append(kind)
            place += 12 + length
        return place == len(content) and kinds[-1] == b'IEND'
    if path.suffix == '.json':
        return bool(json.loads(content))
    if path.suffix == '.npy':
        length, = struct.unpack('<H', content[8:10])
        header = eval(content[10:10 + length].decode())  # numpy's own header, which our program wrote
        size = int(header['descr'][2:])
        for extent in header['shape']:
            size *= extent
        return len(content) == 10 + length + size
    if path.suffix == '.safetensors':
        length, = struct.unpack('<Q', content[:8])
        tensors = json.loads(content[8:8 + length])
        ends = [tensor['data_offsets'][1] for name, tensor in tensors.items() if name != '__metadata__']
        return len(content) == 8 + length + max(ends)
    return content.endswith(b'\n')


def final_files(folder):
    """All files under a final name; what begins with a dot is work in progress."""
    return [path for path in sorted(folder.rglob('*'))
            if path.is_file() and not any(part.startswith('.') for part in path.relative_to(folder).parts)]


def digest(folder, only=lambda path: True):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in final_files(folder) if only(path)}


def drawn(folder):
    return digest(folder, lambda path: path.parent == folder)


def check_whole(folder, what):
    for path in final_files(folder):
        try:
            whole = is_whole(path)
        except (ValueError, struct.error, IndexError, SyntaxError):
            whole = False
        expect(whole, f'{what}: {path.name} is not whole')


def check_together(results, what):
    """What was drawn is what the saved run draws."""
    with tempfile.TemporaryDirectory() as fresh:
        code, _, errors = run('plot', results, '--output', fresh, '--quiet')
        expect(code == 0, f'{what}: plot elsewhere gave {code}: {errors}')
        expect(drawn(results) == drawn(pathlib.Path(fresh)), f'{what}: figures, summary and run do not belong together')


# The faults.

def kills(work, data, log):
    # `before` holds an older run of another seed, so that what is mixed up shows.
    commands = {
        'run': ['run', '--data', data, '--epochs', 3, '--batch-size', 16, '--seed', 2, '--quiet', '--output'],
        'import': ['import', '--data', data, '--model', f'Net={log}', '--quiet', '--output'],
        'plot': ['plot', '--dpi', 100, '--quiet'],
    }
    for name, command in commands.items():
        before = work / f'before-{name}'
        run('run', '--data', data, '--epochs', 2, '--batch-size', 16, '--seed', 1, '--quiet', '--output', before)
        spans = []
        for _ in range(3):
            results = work / 'timed'
            shutil.copytree(before, results)
            begin = time.perf_counter()
            code, _, errors = run(*command, results)
            spans.append(time.perf_counter() - begin)
            expect(code == 0, f'{name}: {errors}')
            shutil.rmtree(results)
        span, hits = max(spans), 0
        for attempt in range(options.kills):
            results = work / 'killed'
            shutil.copytree(before, results)
            process = start(*command, results)
            time.sleep(draw.uniform(0, span))
            process.kill()
            process.communicate()
            hits += process.returncode == -signal.SIGKILL
            what = f'{name}, kill {attempt + 1}'
            check_whole(results, what)
            if name == 'run' and attempt % 2:
                code, _, errors = run(*command, results, '--resume')
            else:
                code, _, errors = run('plot', results, '--only', '03_confusion_matrix', '--quiet')
            if name == 'plot':
                # Its figures were drawn more coarsely; all of them are asked for again.
                code, _, errors = run('plot', results, '--quiet')
            expect(code == 0, f'{what}: the next command gave {code}: {errors}')
            check_whole(results, f'{what}, next command')
            check_together(results, what)
            leftovers = [path.name for path in results.iterdir() if path.name.startswith('.')]
            expect(name == 'plot' or not [file for file in leftovers if file == '.unfinished'], f'{what}: {leftovers}')
            shutil.rmtree(results)
        print(f'{name}: killed at {hits} of {options.kills} random points within {span * 1000:.0f} ms '
              f'({options.kills - hits} were done before)')


def signals(work, data):
    command = ['run', '--data', data, '--epochs', 40, '--batch-size', 16, '--seed', 2]
    whole = work / 'uninterrupted'
    begin = time.perf_counter()
    run(*command, '--output', whole)
    span = time.perf_counter() - begin
    stopped = 0
    for attempt in range(12):
        number = (signal.SIGINT, signal.SIGTERM)[attempt % 2]
        results = work / 'interrupted'
        process = start(*command, '--output', results)
        time.sleep(draw.uniform(.05, span))
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        if process.returncode == 0:
            continue
        # Before the handler is there the signal ends the program as usual.
        if expect(process.returncode in (128 + number, -number), f'signal {number}: exit code {process.returncode}'):
            stopped += 1
        if process.returncode > 0:
            expect(f'stopped by {number.name}' in errors, f'signal {number}: {errors}')
        if results.exists():
            check_whole(results, f'signal {attempt}')
        code, _, errors = run(*command, '--output', results, '--resume')
        expect(code == 0, f'resume after signal {attempt}: {code} {errors}')
        same = lambda path: path.name != 'run.json'  # which holds the epochs' seconds
        expect(digest(results, same) == digest(whole, same), f'signal {attempt}: resumed to other bytes')
        shutil.rmtree(results)
    print(f'SIGINT and SIGTERM: stopped {stopped} of 12 runs, all resumed to the same bytes')
    # Other options than those of the checkpoint are refused.
    results = work / 'options'
    process = start(*command, '--output', results)
    while not (results / 'checkpoint' / 'checkpoint.json').exists() and process.poll() is None:
        time.sleep(.005)
    process.send_signal(signal.SIGINT)
    process.communicate()
    if expect((results / 'checkpoint').exists(), 'no checkpoint was kept'):
        code, _, errors = run(*command[:-1], 3, '--output', results, '--resume')
        expect(code == 65 and 'seed' in errors, f'resume with another seed: {code} {errors}')
    print('resume with another seed is refused')


def two_writers(work, data):
    results = work / 'shared'
    first = start('run', '--data', data, '--epochs', 400, '--batch-size', 16, '--output', results, '--quiet')
    while not (results / 'checkpoint').exists() and first.poll() is None:
        time.sleep(.005)
    for command in (['run', '--data', data, '--epochs', 1, '--batch-size', 16, '--output'], ['plot']):
        code, _, errors = run(*command, results)
        expect(code == 73 and str(results) in errors, f'second writer, {command[0]}: {code} {errors}')
    first.send_signal(signal.SIGINT)
    first.communicate()
    print('a second writer is refused')


def reader_meanwhile(work, data):
    results, reads = work / 'read', 0
    command = ['run', '--data', data, '--epochs', 2, '--batch-size', 16, '--quiet', '--output', results]
    run(*command)
    writers = []
    for seed in range(3, 9):
        writer = start(*command, '--seed', seed)
        while writer.poll() is None:
            code, _, errors = run('plot', results, '--output', work / 'elsewhere', '--quiet')
            expect(code == 0, f'reading while writing: {code} {errors}')
            reads += 1
            writer.poll()
        writer.communicate()
        writers.append(writer.returncode)
    expect(writers == [0] * 6, f'writers ended with {writers}')
    print(f'{reads} reads while six runs were written')


def mounted(folder, size):
    folder.mkdir(exist_ok=True)
    return subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={size}k', 'tmpfs', folder], capture_output=True).returncode == 0


def disks(work, data):
    disk = work / 'disk'
    if os.geteuid() != 0 or not mounted(disk, 4096):
        print('full and read-only disks: left out, for want of the right to mount')
        return
    try:
        results = disk / 'results'
        command = ['run', '--data', data, '--epochs', 2, '--batch-size', 16, '--quiet', '--output', results]
        expect(run(*command)[0] == 0, 'run on a small disk')
        kept = digest(results)
        tried = 0
        for free in (0, 4, 20, 60, 120, 200, 300, 400, 600, 1000):
            filler = disk / 'filler'
            room = os.statvfs(disk)
            filler.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - free * 1024)))
            code, _, errors = run(*command, '--seed', 5)
            if code != 0:
                tried += 1
                expect(code == 74 or code == 73, f'full disk with {free} kB: exit code {code}')
                expect('No space left' in errors or 'full' in errors, f'full disk with {free} kB: {errors}')
            check_whole(results, f'full disk with {free} kB')
            filler.unlink()
            code, _, errors = run('plot', results, '--only', '03_confusion_matrix', '--quiet')
            expect(code == 0, f'plot after a full disk: {code} {errors}')
            check_together(results, f'after a full disk with {free} kB')
        print(f'full disk: {tried} runs failed in different places, nothing was lost')
        kept = digest(results)
        subprocess.run(['mount', '-o', 'remount,ro', disk], check=True)
        for name in (command, ['plot', results]):
            code, _, errors = run(*name)
            expect(code == 73 and 'ead-only' in errors, f'read-only disk, {name[0]}: {code} {errors}')
        code, _, errors = run('plot', results, '--output', work / 'from-read-only', '--quiet')
        expect(code == 0, f'plot from a read-only disk: {code} {errors}')
        expect(digest(results) == kept, 'a read-only disk has changed')
        print('read-only disk: refused, and drawn from')
    finally:
        subprocess.run(['umount', disk], check=False)


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    make_dataset(work / 'data')
    make_log(work / 'log')
    kills(work, work / 'data', work / 'log')
    signals(work, work / 'data')
    two_writers(work, work / 'data')
    reader_meanwhile(work, work / 'data')
    disks(work, work / 'data')
print(f'{len(failures)} not as promised')
sys.exit(bool(failures))
