"""The original project's recipe in PyTorch: eager, images in channels-last order, the whole set resident in memory.
Prints one JSON line: seconds of each epoch, test accuracy.

    python train_pytorch.py {simple_nn|cnn|cnn_affine|resnet} EPOCHS

`cnn_affine` varies each batch as training-report's `affine` does, in one pass over its images. `resnet` is the network that
Tests/NeuralNetworkTests/PyTorch/designs.py has.
"""
import json
import math
import os
import pathlib
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

import mnist

sys.path.append(str(pathlib.Path(__file__).parents[2] / 'Tests' / 'NeuralNetworkTests' / 'PyTorch'))
from designs import ResNet

name, epochs = sys.argv[1], int(sys.argv[2])
torch.set_num_threads(int(os.environ.get('OMP_NUM_THREADS', os.cpu_count())))


def tensors(images, labels):
    images = torch.from_numpy(images)[:, None].contiguous(memory_format=torch.channels_last)
    return images, torch.from_numpy(labels.astype('int64'))


images, labels, test_images, test_labels = mnist.load()
(images, labels), (test_images, test_labels) = tensors(images, labels), tensors(test_images, test_labels)


def block(inputs, outputs):
    return [nn.Conv2d(inputs, outputs, 3), nn.ReLU(), nn.BatchNorm2d(outputs, eps=1e-3, momentum=.01)]


stacks = {
    'simple_nn': [nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Dropout(.2), nn.Linear(128, 64), nn.ReLU(),
                  nn.Dropout(.2), nn.Linear(64, 10)],
    'cnn': [*block(1, 32), nn.MaxPool2d(2), *block(32, 64), nn.MaxPool2d(2), *block(64, 64), nn.Flatten(),
            nn.Linear(576, 128), nn.ReLU(), nn.Dropout(.5), nn.Linear(128, 10)],
}
stacks['cnn_affine'] = stacks['cnn']
model = ResNet() if name == 'resnet' else nn.Sequential(*stacks[name])
model = model.to(memory_format=torch.channels_last)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7, fused=True)
training = len(images) * 4 // 5


def varied(images, rotation=10, scale=.1, shear=10, shift=.1):
    """Images turned, scaled, slanted and moved, each by amounts of its own up to these."""
    def amount(most):
        return (2 * torch.rand(len(images)) - 1) * most
    angle, slant = amount(math.radians(rotation)), torch.tan(amount(math.radians(shear)))
    across, down = 1 / (1 + amount(scale)), 1 / (1 + amount(scale))
    cos, sin = torch.cos(angle), torch.sin(angle)
    # A grid's units are half an image.
    maps = torch.stack([
        torch.stack([across * (cos - slant * sin), across * (sin + slant * cos), amount(2 * shift)], 1),
        torch.stack([-down * sin, down * cos, amount(2 * shift)], 1)], 1)
    grid = F.affine_grid(maps, list(images.shape), align_corners=False)
    return F.grid_sample(images, grid, align_corners=False).contiguous(memory_format=torch.channels_last)


def accuracy(images, labels):
    model.eval()
    with torch.no_grad():
        right = sum((model(x).argmax(1) == y).sum().item() for x, y in zip(images.split(512), labels.split(512)))
    return right / len(images)


seconds = []
for _ in range(epochs):
    start = time.perf_counter()
    model.train()
    for batch in torch.randperm(training).split(128):
        optimizer.zero_grad(set_to_none=True)
        samples = varied(images[batch]) if name == 'cnn_affine' else images[batch]
        F.cross_entropy(model(samples), labels[batch]).backward()
        optimizer.step()
    accuracy(images[training:], labels[training:])
    seconds.append(time.perf_counter() - start)
print(json.dumps({'seconds': seconds, 'accuracy': accuracy(test_images, test_labels)}))
