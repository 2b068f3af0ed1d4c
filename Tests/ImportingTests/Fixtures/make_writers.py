"""Writes logs with the libraries that people train and plot with, to writers/.

    python3 -m venv writers && writers/bin/pip install torch==2.13.0 numpy==2.4.6 pandas==3.1.1 skorch==1.4.0 \\
        transformers==5.24.0 accelerate==1.15.0
    writers/bin/python make_writers.py

The file beside each folder holds the epoch and the value of each measure, as the library itself gives them.
"""
import json
import pathlib
import shutil
import tempfile

import numpy as np
import pandas

FOLDER = pathlib.Path(__file__).parent / 'writers'
random = np.random.default_rng(5)
inputs = random.normal(size=(60, 4)).astype('float32')
labels = (inputs.sum(axis=1) > 0).astype('int64')


def fresh(name, expected):
    """An empty folder; expected are the epochs and values of each measure."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (FOLDER / f'{name}.json').write_text(json.dumps(expected, indent=1) + '\n')
    return folder


def with_skorch():
    import skorch
    import torch

    torch.manual_seed(1)
    net = skorch.NeuralNetClassifier(torch.nn.Linear(4, 2), criterion=torch.nn.CrossEntropyLoss, max_epochs=4, lr=.1, batch_size=20,
                                     verbose=0)
    net.fit(inputs, labels)
    columns = {'loss': 'train_loss', 'val_loss': 'valid_loss', 'val_accuracy': 'valid_acc'}
    folder = fresh('skorch', {
        ours: [[record['epoch'], float(record[theirs])] for record in net.history] for ours, theirs in columns.items()})
    net.history.to_file(str(folder / 'history.json'))


def with_transformers():
    import torch
    from transformers import Trainer, TrainingArguments

    class Model(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.layer = torch.nn.Linear(4, 2)

        def forward(self, x, labels=None):
            logits = self.layer(x)
            return {'loss': torch.nn.functional.cross_entropy(logits, labels), 'logits': logits}

    torch.manual_seed(1)
    rows = [{'x': torch.tensor(x), 'labels': torch.tensor(y)} for x, y in zip(inputs, labels)]
    with tempfile.TemporaryDirectory() as scratch:
        arguments = TrainingArguments(
            output_dir=scratch, num_train_epochs=3, per_device_train_batch_size=10, eval_strategy='epoch', save_strategy='epoch',
            logging_steps=2, learning_rate=.05, report_to=[], use_cpu=True, disable_tqdm=True)
        trainer = Trainer(
            model=Model(), args=arguments, train_dataset=rows[:40], eval_dataset=rows[40:],
            compute_metrics=lambda p: {'accuracy': float((p.predictions.argmax(1) == p.label_ids).mean())})
        trainer.train()
        trainer.save_state()
        history = trainer.state.log_history
        folder = fresh('transformers', {
            ours: [[record['epoch'], record[theirs]] for record in history if theirs in record]
            for ours, theirs in {'loss': 'loss', 'val_loss': 'eval_loss', 'val_accuracy': 'eval_accuracy'}.items()})
        shutil.copy(pathlib.Path(scratch) / 'trainer_state.json', folder)


def with_pandas():
    history = {'loss': [1.25, .5, 1 / 3], 'accuracy': [.25, .625, .875], 'val_loss': [1.5, float('nan'), .75],
               'val_accuracy': [.125, .5, 2 / 3]}
    frame = pandas.DataFrame(history)
    # pandas writes NaN as a gap.
    expected = {name: [[epoch, value] for epoch, value in enumerate(values, 1) if value == value] for name, values in history.items()}
    for orient in ['columns', 'index', 'records', 'split', 'table']:
        frame.to_json(fresh(f'pandas_{orient}', expected) / 'history.json', orient=orient, double_precision=15)
    frame.to_json(fresh('pandas_lines', expected) / 'history.json', orient='records', lines=True, double_precision=15)
    frame.to_csv(fresh('pandas_csv', expected) / 'history.csv')
    frame.to_csv(fresh('pandas_semicolons', expected) / 'history.csv', sep=';', decimal=',', index=False)
    # A column of epochs, counted from 1, as the index.
    frame.rename_axis('epoch').rename(index=lambda place: place + 1).to_csv(fresh('pandas_epochs', expected) / 'history.csv')


with_skorch()
with_transformers()
with_pandas()
