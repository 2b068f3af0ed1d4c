"""Opens everything that a results folder's run/ holds with json, NumPy and safetensors, and runs the programs of docs/ on it
as they stand there.

    python3 -m venv .venv-export && .venv-export/bin/pip install -r Tests/Export/requirements.txt
    .venv-export/bin/python Tests/Export/check.py results

RESULTS is the folder of a `training-report run` on MNIST, weights included. The first thing that is not as the documents
say ends it with an error.
"""
import contextlib
import importlib.util
import io
import json
import os
import pathlib
import re
import sys
import tempfile

os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '2')
import numpy as np
from safetensors.numpy import load_file

PROJECT = pathlib.Path(__file__).parents[2]
RESULTS = pathlib.Path(sys.argv[1]).resolve()
RUN = RESULTS / 'run'
# How far a probability may be from the one that was saved.
TOLERANCE = 1e-5


def program(page, heading):
    """The first Python program under a heading of a page of docs/."""
    text = (PROJECT / 'docs' / page).read_text()
    section = text[text.index(f'\n## {heading}\n'):]
    return re.search(r'```python\n(.*?)```', section, re.DOTALL).group(1)


def check_files():
    """Every file is of the type, shape and range that docs/run-format.md names, and they fit each other."""
    run = json.loads((RUN / 'run.json').read_text())
    assert run['schema_version'] in (1, 2)
    classes, samples = len(run['dataset']['class_names']), run['dataset']['test_samples']
    images, labels = np.load(RUN / 'images.npy'), np.load(RUN / 'labels.npy')
    assert images.dtype == np.uint8 and images.ndim == 3, (images.dtype, images.shape)
    assert labels.dtype == np.uint8 and labels.shape == (samples,), (labels.dtype, labels.shape)
    opened = {'run.json', 'images.npy', 'labels.npy'}
    answers = {}
    for model in run['models']:
        folder = model['folder']
        predictions = np.load(RUN / folder / 'predictions.npy')
        assert predictions.dtype == np.float32 and predictions.shape == (samples, classes), predictions.shape
        assert abs(predictions.sum(axis=1) - 1).max() < 1e-5
        answers[model['name']] = predictions.argmax(axis=1)
        assert abs((answers[model['name']] == labels).mean() - model['test']['accuracy']) < 1e-12
        true = predictions[np.arange(samples), labels].astype(np.float64)
        # The loss comes from the logits, as Keras takes it, so that no probability is clipped in it.
        assert abs(-np.log(true).mean() - model['test']['loss']) < 1e-6
        epochs = (model.get('recipe') or run['configuration'])['epochs']
        for series in model['history'].values():
            # Schema 1 has lists of one value per epoch.
            if isinstance(series, dict):
                assert series['epoch'] == list(range(1, epochs + 1)), series
                series = series['value']
            assert len(series) == epochs
        weights = load_file(RUN / folder / 'weights.safetensors')
        assert sum(tensor.size for tensor in weights.values()) == model['parameters']
        assert {tensor.dtype for tensor in weights.values()} == {np.dtype(np.float32)}
        opened |= {f'{folder}/predictions.npy', f'{folder}/weights.safetensors'}
    featured = answers[run['featured_model']]
    for name, wanted in (('misclassified', featured != labels), ('correct', featured == labels)):
        shown = run['figures'][name]
        assert [entry['index'] for entry in shown] == np.flatnonzero(wanted)[:20].tolist()
        assert all(entry['image'] < len(images) for entry in shown)
    found = {str(path.relative_to(RUN)) for path in RUN.rglob('*') if path.is_file()}
    assert found == opened, f'not described: {found ^ opened}'
    print(f'{len(opened)} files of {RUN} opened')


def check_weights(framework):
    """The program under a heading of docs/weights.md predicts what was saved."""
    variables = {}
    exec(compile(program('weights.md', framework), f'docs/weights.md, {framework}', 'exec'), variables)
    for folder, probabilities in variables['probabilities'].items():
        saved = np.load(RUN / folder / 'predictions.npy')
        assert probabilities.shape == saved.shape, probabilities.shape
        difference = abs(probabilities - saved).max()
        print(f'{framework}, {folder}: the largest difference of {saved.size} probabilities is {difference:.1e}')
        assert difference < TOLERANCE


check_files()
with tempfile.TemporaryDirectory() as folder:
    # The programs name what they read by these paths.
    os.symlink(RESULTS, f'{folder}/results')
    test_images = 't10k-images-idx3-ubyte.gz'
    os.symlink(PROJECT / 'Sources' / 'MNISTData' / test_images, f'{folder}/{test_images}')
    os.chdir(folder)
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(compile(program('run-format.md', 'Reading it in Python'), 'docs/run-format.md', 'exec'), {})
    assert 'CNN (10000, 10) ' in output.getvalue()
    check_weights('PyTorch')
    if importlib.util.find_spec('tensorflow'):
        check_weights('Keras')
    else:
        print('Keras: left out, it is not installed; the version of requirements.txt needs Python 3.9 to 3.11')
