"""Writes the logs that the tests import, by the libraries themselves, and what each holds to expected/.

    python3 -m venv keras && keras/bin/pip install tensorflow-cpu==2.15.1
    keras/bin/python make_logs.py keras
    python3 -m venv torch && torch/bin/pip install torch==2.13.0 numpy==2.2.6 lightning==2.5.5 tensorboard==2.20.0
    torch/bin/python make_logs.py torch

Times and host names in them differ from run to run; the tests do not look at them.
"""
import json
import pathlib
import shutil
import sys

import numpy as np

FOLDER = pathlib.Path(__file__).parent
random = np.random.default_rng(7)
inputs = random.normal(size=(64, 4)).astype('float32')
labels = (inputs.sum(axis=1) > 0).astype('int64')


def fresh(name):
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def expect(name, metrics):
    (FOLDER / 'expected').mkdir(exist_ok=True)
    (FOLDER / 'expected' / f'{name}.json').write_text(json.dumps(metrics, indent=1) + '\n')


def keras():
    import tensorflow as tf
    from tensorflow import keras

    tf.keras.utils.set_random_seed(1)
    logs = fresh('keras')
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, 'relu'), keras.layers.Dense(2, 'softmax')])
    model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    callbacks = [keras.callbacks.CSVLogger(str(logs / 'csv' / 'training.log.csv')),
                 keras.callbacks.TensorBoard(str(logs / 'tensorboard'), update_freq='batch', histogram_freq=1)]
    (logs / 'csv').mkdir()
    history = model.fit(inputs, labels, batch_size=16, epochs=3, validation_split=.25, verbose=0,
                        callbacks=callbacks).history
    expect('keras', history)
    # A second fit that goes on in the same file, with epochs from 0 again.
    second = fresh('keras_appended')
    shutil.copy(logs / 'csv' / 'training.log.csv', second / 'training.csv')
    more = model.fit(inputs, labels, batch_size=16, epochs=2, validation_split=.25, verbose=0,
                     callbacks=[keras.callbacks.CSVLogger(str(second / 'training.csv'), append=True)]).history
    both = {name: history[name] + more[name] for name in history}
    expect('keras_appended', both)


def torch():
    import lightning
    import torch
    from lightning.pytorch.loggers import CSVLogger
    from torch import nn
    from torch.utils.data import DataLoader, TensorDataset
    from torch.utils.tensorboard import SummaryWriter

    torch.manual_seed(1)
    data = TensorDataset(torch.from_numpy(inputs), torch.from_numpy(labels))
    expected = {'loss': [], 'accuracy': [], 'val_loss': [], 'val_accuracy': []}

    class Classifier(lightning.LightningModule):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))

        def measure(self, batch):
            logits = self.net(batch[0])
            return nn.functional.cross_entropy(logits, batch[1]), (logits.argmax(1) == batch[1]).float().mean()

        def training_step(self, batch, _):
            loss, accuracy = self.measure(batch)
            self.log('train_loss', loss, on_step=True, on_epoch=True)
            self.log('train_acc', accuracy, on_step=False, on_epoch=True)
            return loss

        def validation_step(self, batch, _):
            loss, accuracy = self.measure(batch)
            self.log_dict({'val_loss': loss, 'val_acc': accuracy})

        def configure_optimizers(self):
            return torch.optim.Adam(self.parameters())

        def on_train_epoch_end(self):
            # As the trainer reports them to callbacks, independent of what the logger writes.
            metrics = self.trainer.callback_metrics
            for name, key in (('loss', 'train_loss_epoch'), ('accuracy', 'train_acc'), ('val_loss', 'val_loss'),
                              ('val_accuracy', 'val_acc')):
                expected[name].append(metrics[key].item())

    shutil.rmtree(FOLDER / 'lightning', ignore_errors=True)
    trainer = lightning.Trainer(max_epochs=3, accelerator='cpu', log_every_n_steps=2, enable_progress_bar=False,
                                enable_model_summary=False, enable_checkpointing=False, num_sanity_val_steps=0,
                                logger=CSVLogger(FOLDER, name='lightning', version=''))
    trainer.fit(Classifier(), DataLoader(data, batch_size=16), DataLoader(data, batch_size=32))
    expect('lightning', expected)

    values = {'Loss/train': [.9, .5, .3], 'Loss/val': [.8, .6], 'Accuracy/train': [.5, .75, .875], 'lr': [.1, .1, .1]}
    for name, new_style in (('summary_writer', False), ('summary_writer_tensors', True)):
        expect(name, {'loss': values['Loss/train'], 'val_loss': values['Loss/val'],
                      'accuracy': values['Accuracy/train']})
        folder = fresh(name)
        writer = SummaryWriter(str(folder))
        for tag, numbers in values.items():
            for step, number in enumerate(numbers):
                writer.add_scalar(tag, number, step, new_style=new_style)
        writer.add_image('sample', np.zeros((1, 4, 4), 'uint8'), 0)
        writer.close()


{'keras': keras, 'torch': torch}[sys.argv[1]]()
