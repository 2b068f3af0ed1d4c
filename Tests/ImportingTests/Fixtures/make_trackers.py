"""Writes what experiment trackers leave of trainings that log in their ways, to trackers/.

    loggers/bin/python make_trackers.py     # with the packages of same_history.py
"""
import os
import pathlib
import shutil
import tempfile

FOLDER = pathlib.Path(__file__).parent / 'trackers'


def fresh(name):
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def wandb_run(name, rows):
    import wandb

    os.environ.update(WANDB_MODE='offline', WANDB_SILENT='true')
    settings = wandb.Settings(console='off', x_disable_stats=True, x_disable_meta=True, x_disable_machine_info=True)
    with tempfile.TemporaryDirectory() as scratch:
        run = wandb.init(project='p', dir=scratch, settings=settings)
        for row in rows(wandb):
            run.log(row)
        run.finish()
        # Until then its service may still write.
        wandb.teardown()
        [file] = pathlib.Path(scratch).glob('wandb/offline-run-*/*.wandb')
        shutil.copy(file, fresh(name) / 'run-abc.wandb')


def lightning(_):
    """Lightning's WandbLogger: every row has the epoch, from 0; the loss is of every second batch."""
    for epoch in range(3):
        for batch in range(4):
            yield {'epoch': epoch, 'trainer/global_step': 4 * epoch + batch, 'train_loss': 4. - epoch - batch / 4}
        yield {'epoch': epoch, 'trainer/global_step': 4 * epoch + 3, 'val_loss': 2. - epoch / 2, 'val_acc': .5 + epoch / 8}


def huggingface(_):
    """Hugging Face's Trainer: the epochs are how much is done, twice in each."""
    for half in range(1, 7):
        place = {'train/epoch': half / 2, 'train/global_step': 10 * half}
        yield {'train/loss': 3. / half, 'train/learning_rate': 1e-5 * half, **place}
        if half % 2 == 0:
            yield {'eval/loss': 2. / half, 'eval/accuracy': 1 - .5 / half, 'eval/runtime': 1.5, **place}


def keras(wandb):
    """Keras' WandbMetricsLogger, with an image and a text beside."""
    import numpy as np

    for epoch in range(3):
        row = {'epoch/epoch': epoch, 'epoch/loss': 1 / 2**epoch, 'epoch/accuracy': .5 + epoch / 8,
               'epoch/val_loss': float('nan') if epoch == 1 else .75, 'epoch/val_accuracy': .625, 'note': 'text'}
        yield {**row, 'sample': wandb.Image(np.zeros((4, 4, 3), 'uint8')), 'weights': wandb.Histogram([1, 2, 3])}


def mlflow_run(name, metrics):
    import mlflow

    os.environ['MLFLOW_ALLOW_FILE_STORE'] = 'true'
    folder = fresh(name)
    mlflow.set_tracking_uri((folder / 'mlruns').as_uri())
    with mlflow.start_run():
        for metric, value, step in metrics:
            mlflow.log_metric(metric, value, step=step)
    for file in folder.glob('mlruns/**/*'):
        # Names of people and paths.
        if file.is_file() and 'metrics' not in file.parts:
            file.unlink()


def mlflow_lightning():
    """Lightning's MLFlowLogger: a metric epoch, from 0, at each step that was logged."""
    for epoch in range(2):
        for step in (3 * epoch + 1, 3 * epoch + 2):
            yield from (('train_loss', 1. / (step + 1), step), ('epoch', epoch, step))
        yield from (('val_loss', .5 - epoch / 8, 3 * epoch + 2), ('val_acc', .75 + epoch / 8, 3 * epoch + 2))


def mlflow_without_steps():
    for epoch in range(4):
        yield from (('training_loss', 1 / 2**epoch, None), ('validation_accuracy', .5 + epoch / 16, None))


def dvclive_run(name, rows):
    from dvclive import Live

    folder = fresh(name)
    with tempfile.TemporaryDirectory() as scratch:
        # It makes the repository that it is called in one of DVC's.
        os.chdir(scratch)
        with Live(str(folder), save_dvc_exp=False, dvcyaml=None) as live:
            for row in rows:
                for metric, value in row.items():
                    live.log_metric(metric, value)
                live.next_step()
        os.chdir(FOLDER)


wandb_run('wandb_lightning', lightning)
wandb_run('wandb_huggingface', huggingface)
wandb_run('wandb_keras', keras)
mlflow_run('mlflow_lightning', mlflow_lightning())
mlflow_run('mlflow_without_steps', mlflow_without_steps())
dvclive_run('dvclive_every_second', ({'train_loss': 1 / 2**step, **({'valid_loss': step / 8} if step % 2 else {})}
                                     for step in range(6)))
dvclive_run('dvclive_yolo', ({'metrics/accuracy_top1': step / 4, 'train/loss': 1. - step / 4, 'val/loss': .5}
                             for step in range(4)))
