"""Writes one history in the forms of many loggers to same_history/, by their own packages where those are small.

    python3 -m venv loggers
    loggers/bin/pip install tensorboard==2.21.0 tensorboardX==2.6.5 wandb==0.31.0 mlflow-skinny==3.17.2 dvclive==3.49.1 \\
        keras==3.15.0 lightning==2.5.5 transformers==5.24.0 ultralytics==8.4.190 pandas==3.1.1 torch==2.13.0 torchvision==0.28.0
    loggers/bin/python same_history.py                              # or the names of some forms
    loggers/bin/pip install --target padded --no-deps ultralytics==8.2.0
    PYTHONPATH=padded loggers/bin/python same_history.py ultralytics_padded

Times, names of hosts and ids of runs in them differ from call to call; the tests do not look at them. All values are exact in
single precision, so that every form holds the same numbers.
"""
import csv
import json
import os
import pathlib
import shutil
import sys
import tempfile
import types

HISTORY = {
    'loss': [1.25, .75, .5, .375, .3125],
    'accuracy': [.5, .625, .75, .8125, .875],
    'val_loss': [1., .625, .4375, .40625, .421875],
    'val_accuracy': [.5625, .6875, .78125, .8125, .796875],
}
EPOCHS = range(5)
FOLDER = pathlib.Path(__file__).parent / 'same_history'


def rows():
    """The epoch from 0 and its values."""
    return ((epoch, {name: values[epoch] for name, values in HISTORY.items()}) for epoch in EPOCHS)


def phases():
    """Each value with its epoch, phase and quantity."""
    for epoch, values in rows():
        for name, value in values.items():
            yield epoch, 'val' if name.startswith('val_') else 'train', name.removeprefix('val_'), value


def fresh(name):
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def write_csv(path, header, lines):
    with open(path, 'w', newline='') as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(lines)


def keras_json():
    (fresh('keras_json') / 'history.json').write_text(json.dumps(HISTORY))


def keras_csv():
    """By Keras' CSVLogger."""
    os.environ['KERAS_BACKEND'] = 'torch'
    import keras

    logger = keras.callbacks.CSVLogger(str(fresh('keras_csv') / 'training.log'))
    logger.set_model(keras.Sequential())
    logger.on_train_begin()
    for epoch, values in rows():
        logger.on_epoch_end(epoch, dict(values))
    logger.on_train_end()


def lightning_csv():
    """By Lightning's CSVLogger: training and validation on rows of their own."""
    from lightning.pytorch.loggers import CSVLogger

    logger = CSVLogger(str(fresh('lightning_csv')), name='lightning_logs')
    for epoch, values in rows():
        step = 10 * epoch + 9
        logger.log_metrics({'val_loss': values['val_loss'], 'val_acc': values['val_accuracy'], 'epoch': epoch}, step)
        logger.log_metrics({'train_loss_epoch': values['loss'], 'train_acc': values['accuracy'], 'epoch': epoch}, step)
    logger.save()


def trainer_state():
    """By Hugging Face's TrainerState: epochs are how much is done. It knows no training accuracy, so compute_metrics logs one."""
    from transformers import TrainerState

    entries = []
    for epoch, values in rows():
        place = {'epoch': epoch + 1., 'step': 10 * (epoch + 1)}
        entries += [{'loss': values['loss'], 'accuracy': values['accuracy'], 'learning_rate': 2e-5, **place},
                    {'eval_loss': values['val_loss'], 'eval_accuracy': values['val_accuracy'], 'eval_runtime': 2.5, **place}]
    entries.append({'epoch': 5., 'step': 50, 'train_loss': .6375, 'train_runtime': 60.5})
    TrainerState(epoch=5., global_step=50, log_history=entries).save_to_json(str(fresh('trainer_state') / 'trainer_state.json'))


def pandas_csv():
    import pandas

    pandas.DataFrame(HISTORY).to_csv(fresh('pandas_csv') / 'history.csv')


def pandas_json():
    import pandas

    pandas.DataFrame(HISTORY).to_json(fresh('pandas_json') / 'history.json')


def ultralytics(name='ultralytics'):
    """By the trainer of Ultralytics, which logs no accuracy of the training. Until 8.2 it padded its cells."""
    import time

    from ultralytics.engine.trainer import BaseTrainer

    trainer = types.SimpleNamespace(csv=fresh(name) / 'results.csv', train_time_start=time.time(), epoch=0)
    for trainer.epoch, values in rows():
        BaseTrainer.save_metrics(trainer, {
            'train/loss': values['loss'], 'metrics/accuracy_top1': values['val_accuracy'], 'metrics/accuracy_top5': 1.,
            'val/loss': values['val_loss'], 'lr/pg0': .01})


def ultralytics_padded():
    ultralytics('ultralytics_padded')


def json_lines():
    names = {'loss': 'train_loss', 'accuracy': 'train_acc', 'val_loss': 'val_loss', 'val_accuracy': 'val_acc'}
    lines = (json.dumps({'epoch': epoch, **{names[name]: value for name, value in values.items()}}) for epoch, values in rows())
    (fresh('json_lines') / 'log.txt').write_text('\n'.join(lines) + '\n')


def tensorboard_csv():
    """As TensorBoard lets people download them, for Keras' two runs."""
    folder = fresh('tensorboard_csv')
    for run, prefix in (('train', ''), ('validation', 'val_')):
        for quantity in ('loss', 'accuracy'):
            write_csv(folder / f'run-{run}-tag-epoch_{quantity}.csv', ['Wall time', 'Step', 'Value'],
                      ([1.7e9 + epoch, epoch, value] for epoch, value in enumerate(HISTORY[prefix + quantity])))


def tensorboard():
    """As Keras' callback: tensors, in a folder for each phase."""
    from tensorboard.compat.proto.event_pb2 import Event
    from tensorboard.plugins.scalar.summary_v2 import scalar_pb
    from tensorboard.summary.writer.event_file_writer import EventFileWriter

    folder = fresh('tensorboard')
    writers = {'train': EventFileWriter(str(folder / 'train')), 'val': EventFileWriter(str(folder / 'validation'))}
    for epoch, phase, quantity, value in phases():
        writers[phase].add_event(Event(step=epoch, wall_time=1.7e9 + epoch,
                                       summary=scalar_pb(f'epoch_{quantity}', value)))
    for writer in writers.values():
        writer.close()


def tensorboardx():
    from tensorboardX import SummaryWriter

    writer = SummaryWriter(str(fresh('tensorboardx')))
    for epoch, phase, quantity, value in phases():
        writer.add_scalar(f'{quantity.capitalize()}/{phase}', value, epoch + 1)
    writer.close()


def lightning_tensorboard():
    """As Lightning's logger: a scalar epoch at every step, and the training's values of single steps beside its epochs'."""
    from tensorboardX import SummaryWriter

    writer = SummaryWriter(str(fresh('lightning_tensorboard') / 'version_0'))
    for epoch, values in rows():
        for step in (10 * epoch + 4, 10 * epoch + 9):
            writer.add_scalar('train_loss_step', 9., step)
            writer.add_scalar('epoch', epoch, step)
        for name, tag in (('loss', 'train_loss_epoch'), ('accuracy', 'train_acc'), ('val_loss', 'val_loss'),
                          ('val_accuracy', 'val_acc')):
            writer.add_scalar(tag, values[name], 10 * epoch + 9)
    writer.close()


def wandb():
    import wandb

    os.environ.update(WANDB_MODE='offline', WANDB_SILENT='true')
    settings = wandb.Settings(console='off', x_disable_stats=True, x_disable_meta=True, x_disable_machine_info=True)
    with tempfile.TemporaryDirectory() as scratch:
        run = wandb.init(project='p', dir=scratch, settings=settings)
        for epoch, values in rows():
            run.log({'epoch': epoch + 1, 'train': {'loss': values['loss'], 'accuracy': values['accuracy']},
                     'val': {'loss': values['val_loss'], 'accuracy': values['val_accuracy']}})
        run.finish()
        # Until then its service may still write.
        wandb.teardown()
        for file in pathlib.Path(scratch).glob('wandb/offline-run-*/*.wandb'):
            folder = fresh('wandb') / 'wandb' / file.parent.name
            folder.mkdir(parents=True)
            shutil.copy(file, folder)


def mlflow():
    import mlflow

    os.environ['MLFLOW_ALLOW_FILE_STORE'] = 'true'
    mlflow.set_tracking_uri((fresh('mlflow') / 'mlruns').as_uri())
    with mlflow.start_run():
        for epoch, phase, quantity, value in phases():
            mlflow.log_metric(f'{phase}/{quantity}', value, step=epoch + 1)
    for file in FOLDER.glob('mlflow/mlruns/**/*'):
        # Names of people and paths.
        if file.is_file() and 'metrics' not in file.parts:
            file.unlink()


def dvclive():
    from dvclive import Live

    folder = fresh('dvclive')
    with tempfile.TemporaryDirectory() as scratch:
        # It makes the repository that it is called in one of DVC's.
        os.chdir(scratch)
        with Live(str(folder / 'dvclive'), save_dvc_exp=False, dvcyaml=None) as live:
            for epoch, values in rows():
                live.step = epoch + 1
                for name, value in values.items():
                    live.log_metric(name.replace('val_', 'val/') if name.startswith('val_') else f'train/{name}', value)
                live.make_summary()
        os.chdir(FOLDER)


WRITERS = (keras_json, keras_csv, lightning_csv, trainer_state, json_lines, tensorboard_csv, tensorboard, tensorboardx,
           lightning_tensorboard, wandb, mlflow, dvclive, pandas_csv, pandas_json, ultralytics)
NAMED = {write.__name__: write for write in WRITERS + (ultralytics_padded,)}
for write in [NAMED[name] for name in sys.argv[1:]] or WRITERS:
    write()
