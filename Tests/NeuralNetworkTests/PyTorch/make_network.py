"""Writes network.json: what PyTorch computes in double precision for a small network of all kinds of layers.

    python3 -m venv /tmp/torch && /tmp/torch/bin/pip install torch==2.13.0 numpy==1.26.4
    /tmp/torch/bin/python Tests/NeuralNetworkTests/PyTorch/make_network.py

Arrays are flat, in Keras' order: images sample, row, column, channel; kernels height, width, inputs, outputs.
"""
import json
import random
import re
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

STEPS, SAMPLES, CLASSES, RATE = 4, 5, 3, 0.1
HEIGHT, WIDTH, CHANNELS = 8, 9, 3
torch.set_default_dtype(torch.float64)
random.seed(4)


def same(x, size, stride=1, dilation=1, value=0.0):
    """Adds what TensorFlow adds for padding="same"."""
    sides = []
    for length in (x.shape[3], x.shape[2]):
        missing = max(0, (-(-length // stride) - 1) * stride + (size - 1) * dilation + 1 - length)
        sides += [missing // 2, missing - missing // 2]
    return F.pad(x, sides, value=value)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv_1 = nn.Conv2d(CHANNELS, 6, 3)
        self.depthwise_1 = nn.Conv2d(6, 6, 3, stride=2, groups=6)
        self.norm_1 = nn.BatchNorm2d(6, eps=1e-3, momentum=0.01)
        self.conv_2 = nn.Conv2d(6, 6, 3, dilation=2, groups=2, bias=False)
        self.dense_1 = nn.Linear(12, 4)
        self.dense_2 = nn.Linear(4, 12)
        self.conv_3 = nn.Conv2d(12, 5, 2, stride=2)
        self.norm_2 = nn.BatchNorm2d(5, eps=1e-3, momentum=0.01)
        self.dense_3 = nn.Linear(20, CLASSES)

    def forward(self, x):
        x = F.silu(self.conv_1(same(x, 3)))
        x = F.relu(self.norm_1(self.depthwise_1(same(x, 3, stride=2))))
        x = x + self.conv_2(same(x, 3, dilation=2))
        highest = F.max_pool2d(same(x, 3, value=-torch.inf), 3, stride=1)
        # Of the places within the image alone.
        mean = F.avg_pool2d(same(x, 2), 2, stride=1) / F.avg_pool2d(same(torch.ones_like(x), 2), 2, stride=1)
        x = torch.cat([highest, mean], 1)
        weights = torch.sigmoid(self.dense_2(F.relu(self.dense_1(x.mean((2, 3))))))
        x = self.norm_2(self.conv_3(x * weights[:, :, None, None]))
        return self.dense_3(x.permute(0, 2, 3, 1).flatten(1))


PARTS = {"weight": "kernel", "bias": "bias", "running_mean": "moving_mean", "running_var": "moving_variance"}


def keras(name, tensor):
    """A parameter's name and values as Keras has them."""
    layer, part = name.split(".")
    if layer.startswith("norm"):
        return f"{layer}.{ {**PARTS, 'weight': 'gamma', 'bias': 'beta'}[part]}", tensor
    if tensor.ndim == 4:
        tensor = tensor.permute(2, 3, 1, 0)
    return f"{layer}.{PARTS[part]}", tensor.T if tensor.ndim == 2 else tensor


def numbers(tensor):
    return [float(f"{number:.9g}") for number in tensor.detach().flatten().tolist()]


def parameters(network):
    state = {name: tensor for name, tensor in network.state_dict().items() if "num_batches" not in name}
    return {name: numbers(tensor) for name, tensor in (keras(*item) for item in state.items())}


def gradients(network):
    pairs = (keras(name, parameter.grad) for name, parameter in network.named_parameters())
    return {name: numbers(tensor) for name, tensor in pairs}


def number():
    """Exact in float32."""
    return random.randint(-128, 128) / 128


def main():
    network = Network()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            draw = torch.tensor([number() for _ in range(parameter.numel())]).reshape(parameter.shape)
            parameter.copy_(draw * 0.5 + (1 if name in ("norm_1.weight", "norm_2.weight") else 0))
    document = {"rate": RATE, "initial": parameters(network), "steps": []}
    optimizer = torch.optim.SGD(network.parameters(), lr=RATE)
    for step in range(STEPS):
        images = torch.tensor([number() for _ in range(SAMPLES * HEIGHT * WIDTH * CHANNELS)])
        images = images.reshape(SAMPLES, HEIGHT, WIDTH, CHANNELS)
        labels = torch.tensor([random.randrange(CLASSES) for _ in range(SAMPLES)])
        optimizer.zero_grad()
        loss = F.cross_entropy(network(images.permute(0, 3, 1, 2)), labels)
        loss.backward()
        document["steps"].append({"images": numbers(images), "labels": labels.tolist(), "loss": loss.item()})
        if step == 0:
            document["gradients"] = gradients(network)
        optimizer.step()
    document["final"] = parameters(network)
    text = json.dumps(document, indent=1)
    # A list of numbers takes one line.
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda found: "[" + " ".join(found[1].split()) + "]", text)
    (Path(__file__).parent / "network.json").write_text(text + "\n")


main()
