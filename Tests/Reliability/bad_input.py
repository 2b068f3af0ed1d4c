"""Gives the program what a person might give it by mistake. It must end with the right exit code and one or two lines that
name what is wrong, leave nothing behind, and neither crash nor take long.

    python3 Tests/Reliability/bad_input.py .build/release/training-report [--show]

Ends with 1 where anything was not as promised.
"""
import argparse
import gzip
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument('program', type=pathlib.Path)
arguments.add_argument('--show', action='store_true', help='print every message')
options = arguments.parse_args()
USAGE, BAD, MISSING, CANNOT_CREATE, IO = 64, 65, 66, 73, 74
failures = 0
tried = 0


def fails(code, says, *command, where=None):
    """The command ends with `code` and says so in one or two lines that hold `says`."""
    global failures, tried
    tried += 1
    try:
        done = subprocess.run([program, *command], capture_output=True, timeout=30, cwd=where or work)
        lines = done.stderr.decode(errors='replace').splitlines()
        most = 4 if code == USAGE else 2
        fine = done.returncode == code and says in ' '.join(lines) and 1 <= len(lines) <= most
    except subprocess.TimeoutExpired:
        fine, lines, done = False, ['took more than 30 s'], None
    if not fine or options.show:
        print(f'{"" if fine else "NOT AS PROMISED: "}{command}\n  {done and done.returncode} (expected {code}, {says!r})')
        print(''.join(f'  {line[:500]}\n' for line in lines))
    failures += not fine


# Files, whole and otherwise.

def idx(shape, content=None, kind=8):
    size = 1
    for extent in shape:
        size *= extent
    return struct.pack(f'>I{len(shape)}I', kind << 8 | len(shape), *shape) + (bytes(size) if content is None else content)


def npy(descr, shape, content, fortran=False):
    header = str({'descr': descr, 'fortran_order': fortran, 'shape': shape})
    header += ' ' * ((-len(header) - 11) % 64) + '\n'
    return b'\x93NUMPY\x01\x00' + struct.pack('<H', len(header)) + header.encode() + content


def floats(rows):
    flat = [number for row in rows for number in row]
    return npy('<f4', (len(rows), len(rows[0])), struct.pack(f'<{len(flat)}f', *flat))


LABELS = [i % 3 for i in range(10)]
DATASET = {
    'train-images-idx3-ubyte': idx((20, 18, 18)), 'train-labels-idx1-ubyte': idx((20,), bytes(i % 3 for i in range(20))),
    't10k-images-idx3-ubyte': idx((10, 18, 18)), 't10k-labels-idx1-ubyte': idx((10,), bytes(LABELS)),
}
PREDICTIONS = floats([[.8 if c == label else .1 for c in range(3)] for label in LABELS])
PNG = b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\0\0\0\0:~\x9bU'
RECORD = {
    'schema_version': 1, 'generator': 'bad_input.py', 'dataset': {'name': 'd', 'class_names': ['0', '1', '2']},
    'models': [{'name': 'A', 'folder': 'a', 'history': {'loss': [2, 1], 'val_loss': [3, 2]}}], 'featured_model': 'A',
}


def chunk(name, content):
    return struct.pack('>I', len(content)) + name + content + struct.pack('>I', zlib.crc32(name + content))


def png(text, packed=True, more=b''):
    """A figure of one pixel that holds a text, JSON or bytes, as the data it was drawn from."""
    text = text if isinstance(text, bytes) else json.dumps(text).encode()
    data = b'training-report\0' + bytes([packed]) + b'\0\0\0' + (zlib.compress(text) + more if packed else text)
    return PNG + chunk(b'iTXt', data) + chunk(b'IDAT', zlib.compress(b'\0\0')) + chunk(b'IEND', b'')


def folder(files):
    """A new folder with these files; None is a folder in a file's place."""
    path = pathlib.Path(tempfile.mkdtemp(dir=work))
    for name, content in files.items():
        file = os.path.join(os.fsencode(path), os.fsencode(name))
        os.makedirs(os.path.dirname(file), exist_ok=True)
        if content is None:
            os.mkdir(file)
        else:
            with open(file, 'wb') as handle:
                handle.write(content.encode() if isinstance(content, str) else content)
    return path


def data():
    """Images and labels of one's own."""
    def broken(code, says, **files):
        changed = {name.replace('_', '-'): content for name, content in files.items()}
        if set(changed) - set(DATASET):
            sys.exit(f'{changed} are no files of a dataset')
        path = folder({**DATASET, **changed})
        fails(code, says, 'run', '--data', path, '--output', path / 'out', '--epochs', '1', '--batch-size', '4')
        if (path / 'out').exists():
            fails(-1, 'nothing is left behind', 'run', '--data', path)
    images, labels = 'train_images_idx3_ubyte', 'train_labels_idx1_ubyte'
    broken(BAD, 'it is empty', **{images: b''})
    broken(BAD, 'ends within its header', **{images: idx((20, 18, 18))[:9]})
    broken(BAD, 'it ends after', **{images: idx((20, 18, 18))[:-1]})
    broken(BAD, 'goes on after its last element', **{images: idx((20, 18, 18)) + b'x'})
    broken(BAD, 'does not begin with two zeros', **{images: PNG})
    broken(BAD, 'does not begin with two zeros', **{images: PREDICTIONS})
    broken(BAD, 'it has 1 dimensions, not 3', **{images: idx((20,))})
    broken(BAD, 'of type 0x0d, not unsigned bytes', **{images: idx((20, 18, 18), kind=13)})
    broken(BAD, 'it ends after', **{images: idx((2**10, 2**10, 2**10), b'')})
    broken(BAD, 'more than the', **{images: idx((2**32 - 1, 2**32 - 1, 2**32 - 1), b'')})
    broken(BAD, 'pixels', **{images: idx((20, 0, 18), b'')})
    broken(BAD, 'compressed data ends', **{images: gzip.compress(idx((20, 18, 18)))[:-9]})
    broken(BAD, 'goes on after', **{images: gzip.compress(idx((20, 18, 18)) + bytes(10**7))})
    broken(BAD, 'it has 19 labels', **{labels: idx((19,))})
    broken(BAD, 'all its labels are 0', **{labels: idx((20,))})
    broken(BAD, 'has the label 9', t10k_labels_idx1_ubyte=idx((10,), bytes(9 for _ in range(10))))
    broken(BAD, 'of 18 x 19 pixels', t10k_images_idx3_ubyte=idx((10, 18, 19)))
    broken(IO, 'train-images-idx3-ubyte: Is a directory', **{images: None})
    fails(MISSING, 'train-images-idx3-ubyte', 'run', '--data', folder({}))
    fails(MISSING, 'nowhere', 'run', '--data', 'nowhere')
    fails(MISSING, 'file', 'run', '--data', folder({'file': ''}) / 'file')
    path = folder(DATASET)
    fails(USAGE, '--batch-size', 'run', '--data', path, '--batch-size', '17', '--output', path / 'out')
    small = folder({**DATASET, 'train-images-idx3-ubyte': idx((20, 4, 4)), 't10k-images-idx3-ubyte': idx((10, 4, 4))})
    fails(BAD, '18 x 18', 'run', '--data', small, '--batch-size', '4', '--output', small / 'out')
    os.mkfifo(path / 'pipe')
    (path / 'train-labels-idx1-ubyte').unlink()
    (path / 'train-labels-idx1-ubyte').symlink_to(path / 'pipe')
    fails(IO, 'train-labels-idx1-ubyte', 'run', '--data', path, '--output', path / 'out')


def recipes():
    """What a person edits."""
    own = folder(DATASET)

    def broken(code, says, content, *more):
        path = folder({'mine.json': content})
        fails(code, says, 'run', '--data', own, '--recipe', path / 'mine.json', '--output', path / 'out', *more)
        if (path / 'out').exists():
            fails(-1, 'nothing is left behind', 'run', '--recipe', path)

    def changed(says, **fields):
        broken(BAD, says, json.dumps([{'network': {'kind': 'simple_nn'}, 'batch_size': 4, **fields}]))
    broken(BAD, 'not valid JSON', '')
    broken(BAD, 'not UTF-8', PNG)
    broken(BAD, 'not valid JSON', '[' * 100000)
    broken(BAD, 'it holds no recipe', '[]')
    broken(BAD, 'network: it is missing', '{}')
    broken(BAD, 'mine.json', '"fast"')
    broken(IO, 'mine.json: Is a directory', None)
    broken(BAD, '[1].name: another recipe has the name Simple NN', json.dumps([{'network': {'kind': 'simple_nn'}}] * 2))
    changed('[0].epoch: there is no such field', epoch=3)
    changed('[0].epochs: it is 0', epochs=0)
    changed('[0].epochs', epochs='3')
    changed('[0].epochs', epochs=1e400)
    changed('[0].seed', seed=-1)
    changed('[0].name: it is empty', name='')
    changed('[0].validation_split: it is 1.0', validation_split=1)
    changed('[0].test_shifts: it is 9', test_shifts=9)
    changed('[0].network.kind: it is vgg', network={'kind': 'vgg'})
    changed('[0].network.kind', network={})
    changed('[0].network.depth: there is no such field', network={'kind': 'cnn', 'depth': 3})
    changed('[0].optimizer.optimizer.momentum: it is 2', optimizer={
        'kind': 'averaged', 'optimizer': {'kind': 'sgd', 'momentum': 2}})
    changed('[0].schedule.learning_rate: it is 0', schedule={'kind': 'cosine', 'learning_rate': 0})
    changed('[0].schedule: its warm-up', schedule={'kind': 'cosine', 'warmup_epochs': 10})
    changed('[0].augmentation[0].kind: it is blur', augmentation=[{'kind': 'blur'}])
    changed('[0].loss.label_smoothing: it is 1', loss={'label_smoothing': 1})
    fails(USAGE, '--epochs', 'run', '--epochs', str(2**63 - 1))
    fails(USAGE, '--batch-size', 'run', '--data', own, '--batch-size', str(2**63 - 1), '--output', own / 'out')
    fails(MISSING, 'nowhere.json', 'run', '--recipe', 'nowhere.json')
    fails(USAGE, 'is not a recipe', 'run', '--recipe', 'quick')
    fails(USAGE, 'validation_split: it holds out no sample', 'run', '--data', own, '--recipe', folder({'mine.json': json.dumps(
        {'network': {'kind': 'simple_nn'}, 'batch_size': 4, 'validation_split': 0})}) / 'mine.json', '--validation-only',
          '--output', own / 'out')


def logs():
    """What another trainer left."""
    own = folder(DATASET)

    def broken(code, says, *more, **files):
        path = folder({name.replace('_', '.', 1): content for name, content in files.items()})
        fails(code, says, 'import', '--data', own, '--model', f'A={path}', '--output', path / 'out', *more)
        if (path / 'out').exists():
            fails(-1, 'nothing is left behind', 'import', '--model', f'A={path}')
    broken(MISSING, 'cannot find a training log or predictions.npy')
    broken(BAD, 'not valid JSON', history_json='')
    broken(BAD, 'line 2, column 4', history_json='{"loss": [1,\n 2,, 3]}')
    broken(BAD, 'not valid JSON', history_json='{"loss": [1, 2')
    broken(BAD, 'not valid JSON', history_json='{"loss": [1e-]}')
    broken(BAD, 'not valid JSON', history_json=PNG.decode('latin1'))
    broken(BAD, 'not UTF-8', history_json=PNG)
    broken(BAD, 'not valid JSON', history_json='[' * 100000)
    broken(BAD, 'history.json', history_json='[1, 2, 3]')
    broken(BAD, 'loss[1]', history_json='{"loss": [1, "x"]}')
    broken(BAD, 'no loss and no accuracy, but lr', history_json='{"lr": [1]}')
    broken(IO, 'history.json: Is a directory', history_json=None)
    broken(BAD, 'it is empty', history_csv='')
    broken(BAD, 'no loss and no accuracy, but a, b', history_csv='a,b\n1,2\n')
    broken(BAD, 'no loss and no accuracy, but b', history_csv='step,b\n1,2\n')
    broken(BAD, 'line 2, column loss', history_csv='epoch,loss\n0,low\n')
    broken(BAD, 'not UTF-8', history_csv=b'epoch,loss\n0,\xff\n')
    broken(BAD, 'a quote does not end', history_csv='epoch,"loss\n0,1\n')
    broken(BAD, 'does not begin with a record', **{'a.tfevents.1': 'not a record at all'})
    broken(BAD, 'it is empty', predictions_npy='')
    broken(BAD, 'does not begin with', predictions_npy=PNG)
    broken(BAD, 'ends after', predictions_npy=PREDICTIONS[:-1])
    broken(BAD, 'follow', predictions_npy=PREDICTIONS + b'x')
    broken(BAD, "type '|O'", predictions_npy=npy('|O', (10,), b''))
    broken(BAD, 'predictions of 9 samples', predictions_npy=floats([[1, 0, 0]] * 9))
    broken(BAD, 'probabilities of 4 classes', predictions_npy=floats([[1, 0, 0, 0]] * 10))
    broken(BAD, 'nan is no probability', predictions_npy=floats([[1, 0, 0]] * 9 + [[float('nan'), 0, 0]]))
    broken(BAD, 'inf is no probability', predictions_npy=floats([[1, 0, 0]] * 9 + [[float('inf'), 0, 0]]))
    broken(BAD, 'sum to 1.5', predictions_npy=floats([[.5, .5, .5]] * 10))
    broken(BAD, 'no class 3', predictions_npy=npy('|u1', (10,), bytes([3] * 10)))
    broken(BAD, 'no class -1', predictions_npy=npy('|i1', (10,), bytes([255] * 10)))
    broken(BAD, 'impossibly large', predictions_npy=npy('<f4', (2**40, 2**40), b''))
    broken(BAD, 'it ends after', predictions_npy=npy('<f4', (2**30, 2**30), b''))
    broken(BAD, 'dimensions', predictions_npy=npy('<f4', (1,) * 65, bytes(4)))
    broken(IO, 'predictions.npy: Is a directory', predictions_npy=None)
    good = {'predictions_npy': PREDICTIONS}
    names = folder({'two': 'a\nb\n', 'gap': 'a\n\nb\n', 'bytes': b'\xff\n', 'empty': ''})
    broken(BAD, 'it has 2 names for 3 classes', '--classes', names / 'two', **good)
    broken(BAD, 'line 2', '--classes', names / 'gap', **good)
    broken(BAD, 'not UTF-8', '--classes', names / 'bytes', **good)
    broken(BAD, 'it has 0 names', '--classes', names / 'empty', **good)
    broken(MISSING, 'nowhere', '--classes', 'nowhere', **good)
    broken(USAGE, '--feature', '--feature', 'B', **good)
    broken(USAGE, 'twice', '--model', 'A=x', **good)
    fails(USAGE, "'='", 'import', '--model', 'A')
    fails(MISSING, 'nowhere', 'import', '--model', 'A=nowhere')
    fails(MISSING, 'file', 'import', '--model', f'A={folder({"file": ""}) / "file"}')
    fails(USAGE, 'not UTF-8', 'import', '--model', b'A=nowhere-\xff\xfe')
    both = folder({'a.csv': 'epoch,loss\n0,1\n', 'b.csv': 'epoch,loss\n0,1\n'})
    fails(BAD, 'a.csv, b.csv', 'import', '--model', f'A={both}', '--output', both / 'out')

    # A test set of its own.
    def own_set(code, says, **files):
        path = folder({f'{name}.npy': content for name, content in files.items()})
        fails(code, says, 'import', '--model', f'A={path}', '--output', path / 'out')
    own_labels = npy('|u1', (10,), bytes(LABELS))
    own_set(BAD, 'not classes', predictions=PREDICTIONS, labels=floats([[.5, .25, .25]] * 10))
    own_set(BAD, 'not classes', predictions=PREDICTIONS, labels=npy('|u1', (0,), b''))
    own_set(BAD, 'not one-hot', predictions=PREDICTIONS, labels=npy('|u1', (10, 2), bytes([1] * 20)))
    own_set(BAD, "no class' number", predictions=PREDICTIONS, labels=npy('<i8', (10,), struct.pack('<10q', *[2**62] * 10)))
    own_set(BAD, "no class' number", predictions=PREDICTIONS, labels=npy('<i8', (10,), struct.pack('<10q', *[-1] * 10)))
    own_set(BAD, 'it names a class', predictions=npy('<i8', (10,), struct.pack('<10q', *[2**63 - 1] * 10)), labels=own_labels)
    own_set(BAD, 'predictions of 9 samples', predictions=floats([[1, 0, 0]] * 9), labels=own_labels)


def saved_runs():
    def broken(code, says, change, files={}):
        record = json.loads(json.dumps(RECORD))
        text = change(record) or json.dumps(record)
        path = folder({'run/run.json': text, **{f'run/{name}': content for name, content in files.items()}})
        fails(code, says, 'plot', path)

    def same(record): pass
    broken(BAD, 'not valid JSON', lambda record: '{')
    broken(BAD, 'it is missing', lambda record: record.pop('models') and None)
    broken(BAD, 'schema_version', lambda record: record.update(schema_version=99))
    broken(BAD, 'another type', lambda record: record.update(models=3))
    broken(BAD, 'not the plain name of a folder', lambda record: record['models'][0].update(folder='../../etc'))
    broken(BAD, 'none of the models', lambda record: record.update(featured_model='B'))
    broken(BAD, 'names', lambda record: record['dataset'].update(class_names=['c'] * 100000))
    broken(BAD, 'is negative', lambda record: record['dataset'].update(test_samples=-1))
    broken(BAD, 'no class 3', same, {'labels.npy': npy('|u1', (4,), bytes([0, 1, 2, 3]))})
    broken(BAD, 'it has 3 rows', same,
           {'labels.npy': npy('|u1', (4,), bytes(4)), 'a/predictions.npy': npy('|u1', (3,), bytes(3))})
    broken(BAD, 'columns', same, {'a/predictions.npy': floats([[1, 0]] * 4)})
    broken(BAD, 'no probability', same, {'a/predictions.npy': floats([[1e30, 0, 0]] * 4)})
    broken(BAD, 'not uint8', same, {'images.npy': floats([[1, 0]] * 4)})
    broken(BAD, 'ends within its header', same, {'images.npy': b'\x93NUMPY\x01\x00'})
    broken(BAD, 'figures.samples[0].image', lambda record: record.update(
        figures={'samples': [{'image': 5, 'index': 0, 'label': 0}]}), {'images.npy': npy('|u1', (1, 2, 2), bytes(4))})
    fails(MISSING, 'run/run.json', 'plot', folder({}))
    fails(MISSING, 'nowhere/run/run.json', 'plot', 'nowhere')
    fails(USAGE, 'not UTF-8', 'plot', b'nowhere-\xff\xfe')
    fails(IO, 'run.json: Is a directory', 'plot', folder({'run/run.json': None}))
    good = folder({'run/run.json': json.dumps(RECORD)})
    fails(CANNOT_CREATE, 'File exists', 'plot', good, '--output', good / 'run' / 'run.json')
    fails(CANNOT_CREATE, '/proc', 'plot', good, '--output', '/proc/none')
    fails(USAGE, '--dpi', 'plot', good, '--dpi', '0')
    fails(USAGE, '--dpi', 'plot', good, '--dpi', 'nan')
    fails(USAGE, '“gif” is none of png, svg and pdf', 'plot', good, '--format', 'png,gif')
    fails(USAGE, '--format', 'plot', good, '--format', '')
    fails(USAGE, '--only', 'plot', good, '--only', 'nothing')
    fails(USAGE, 'extra', 'plot', good, 'extra')


def figures():
    """One figure, drawn again from its own PNG."""
    def broken(code, says, content, *more):
        path = folder({'figure.png': content})
        fails(code, says, 'plot', path / 'figure.png', *more)
        if content is not None and (path / 'figure.png').read_bytes() != content or len(list(path.iterdir())) > 1:
            fails(-1, 'nothing is changed or left behind', 'plot', path / 'figure.png')
    good = {
        'schema_version': 1, 'figure': '01_sample_digits',
        'samples': [{'label': 'a', 'image': {'height': 1, 'width': 3, 'pixels': 'AH//'}}],
    }
    broken(BAD, 'it is empty', b'')
    broken(BAD, 'does not begin as a PNG does', b'GIF89a')
    broken(BAD, 'does not begin as a PNG does', PREDICTIONS)
    broken(BAD, 'ends before its IEND chunk', PNG)
    broken(BAD, 'would end behind the file', png(good)[:60])
    broken(BAD, 'the checksum of its iTXt chunk', png(good).replace(b'training-report', b'training-repost'))
    broken(BAD, 'does not hold the data', PNG + chunk(b'tEXt', b'Software\0another program') + chunk(b'IEND', b''))
    broken(BAD, 'unpacks to more than 8000000 bytes', png(b' ' * 10**8))
    broken(BAD, 'has more than 8000000 bytes', png(b' ' * 10**7, packed=False))
    broken(BAD, 'damaged compressed text', PNG + chunk(b'iTXt', b'training-report\0\1\0\0\0no zlib') + chunk(b'IEND', b''))
    broken(BAD, 'something else behind its compressed text', png(good, more=b'x'))
    broken(BAD, 'is not UTF-8', png(b'\xff'))
    broken(BAD, 'line 1, column 2', png(b'{'))
    broken(BAD, 'not valid JSON', png(b'[' * 100000))
    broken(BAD, 'schema_version: it is 99', png({**good, 'schema_version': 99}))
    broken(BAD, "no figure '06'", png({**good, 'figure': '06'}))
    broken(BAD, 'samples: it is missing', png({'schema_version': 1, 'figure': '01_sample_digits'}))
    broken(BAD, '16 samples', png({**good, 'samples': 16 * good['samples']}))
    broken(BAD, '3 bytes are not the pixels', png({**good, 'samples': [
        {'label': 'a', 'image': {'height': 2**62, 'width': 3, 'pixels': 'AH//'}}]}))
    broken(BAD, '-1 samples of class 0', png({
        'schema_version': 1, 'figure': '03_confusion_matrix', 'model': 'A', 'class_names': ['a'], 'counts': [[-1]]}))
    broken(USAGE, 'one figure', png(good), '--only', '01_sample_digits')
    broken(USAGE, 'one figure', png(good), '--markdown')
    broken(USAGE, 'one figure', png(good), '--watch')
    broken(USAGE, '--no-embed', png(good), '--no-embed')
    broken(CANNOT_CREATE, '/proc', png(good), '--output', '/proc/none')
    fails(MISSING, 'nowhere.png', 'plot', 'nowhere.png')
    fails(BAD, 'it is empty', 'plot', folder({'file': ''}) / 'file')
    path = folder({'figure.png': None})
    fails(MISSING, 'run.json', 'plot', path / 'figure.png')
    os.mkfifo(path / 'pipe.png')
    fails(IO, 'pipe.png', 'plot', path / 'pipe.png')


with tempfile.TemporaryDirectory() as temporary:
    work = pathlib.Path(temporary)
    program = work / 'training-report'
    shutil.copy(options.program, program)
    for group in (data, recipes, logs, saved_runs, figures):
        group()
print(f'{tried} mistakes tried, {failures} not as promised')
sys.exit(bool(failures))
