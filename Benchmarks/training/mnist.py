"""The MNIST files that the project compiles in, as arrays for the peers."""
import gzip
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parents[2] / 'Sources' / 'MNISTData'


def read(name):
    raw = gzip.open(FOLDER / f'{name}.gz').read()
    shape = np.frombuffer(raw, '>u4', raw[3], 4)
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * raw[3]).reshape(shape)


def load():
    """Training images and labels, test images and labels; images are float32 from 0 to 1."""
    images = lambda name: read(name).astype(np.float32) / 255
    return (images('train-images-idx3-ubyte'), read('train-labels-idx1-ubyte'),
            images('t10k-images-idx3-ubyte'), read('t10k-labels-idx1-ubyte'))
