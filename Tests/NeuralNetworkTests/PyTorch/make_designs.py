"""Writes resnet.safetensors, densenet.safetensors and efficientnet.safetensors: what PyTorch computes in double precision
for small sizes of the designs, with dropout off.

    python3 -m venv /tmp/torch && /tmp/torch/bin/pip install torch==2.13.0 numpy==1.26.4 safetensors==0.8.0
    /tmp/torch/bin/python Tests/NeuralNetworkTests/PyTorch/make_designs.py

Initial weights, images and labels are drawn as PyTorchDesignTests draws them. Arrays are in Keras' order.
"""
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

from designs import DenseNet, EfficientNet, ResNet

STEPS, SAMPLES, CLASSES, RATE = 30, 6, 3, 0.005
HEIGHT, WIDTH, CHANNELS = 9, 8, 2
torch.set_default_dtype(torch.float64)

# The sizes are those of PyTorchDesignTests.
NETWORKS = {
    "resnet": ResNet(depth=8, filters=8, channels=CHANNELS, classes=CLASSES),
    "densenet": DenseNet(depth=16, growth=4, reduction=0.6, channels=CHANNELS, classes=CLASSES),
    "efficientnet": EfficientNet(width=0.3, depth=0.9, channels=CHANNELS, classes=CLASSES),
}


class Draws:
    """Knuth's linear congruential generator (MMIX): of 64 bits the highest 8."""
    state = 1

    def byte(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 56

    def number(self):
        """From -1 to below 1, exact in float32."""
        return self.byte() / 128 - 1

    def numbers(self, *shape):
        return torch.tensor([self.number() for _ in range(torch.Size(shape).numel())]).reshape(shape)


def arrays(network, tensor_of=lambda name, tensor: tensor):
    """The parameters, or something of the same shapes, by name and in order as Keras has them."""
    for name, tensor in network.state_dict().items():
        layer, part = name.split(".")
        if part == "num_batches_tracked":
            continue
        if layer.startswith("norm"):
            parts = {"weight": "gamma", "bias": "beta", "running_mean": "moving_mean", "running_var": "moving_variance"}
        else:
            parts = {"weight": "kernel", "bias": "bias"}
        tensor = tensor_of(name, tensor)
        if tensor is None:
            continue
        if tensor.ndim == 4:  # A depthwise kernel has its one input where Keras has the multiplier.
            tensor = tensor.permute(2, 3, 0, 1) if layer.startswith("depthwise") else tensor.permute(2, 3, 1, 0)
        yield f"{layer}.{parts[part]}", tensor.T if tensor.ndim == 2 else tensor


def start(network, draws):
    with torch.no_grad():
        for name, tensor in arrays(network):
            if name.endswith("kernel"):
                tensor.copy_(draws.numbers(*tensor.shape) / 4)
            elif name.endswith("gamma"):
                tensor.copy_(1 + draws.numbers(*tensor.shape) / 2)
            elif name.endswith(("bias", "beta")):
                tensor.copy_(draws.numbers(*tensor.shape) / 2)


def train(network):
    draws = Draws()
    start(network, draws)
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0
    document, losses = {}, []
    optimizer = torch.optim.SGD(network.parameters(), lr=RATE)
    for step in range(STEPS):
        images = draws.numbers(SAMPLES, HEIGHT, WIDTH, CHANNELS).permute(0, 3, 1, 2)
        labels = torch.tensor([draws.byte() % CLASSES for _ in range(SAMPLES)])
        optimizer.zero_grad()
        loss = F.cross_entropy(network(images), labels)
        loss.backward()
        losses.append(loss.item())
        if step == 0:
            gradients = {name: parameter.grad for name, parameter in network.named_parameters()}
            for name, tensor in arrays(network, lambda name, _: gradients.get(name)):
                document[f"gradient.{name}"] = tensor.clone()
        optimizer.step()
    document |= {f"final.{name}": tensor for name, tensor in arrays(network)}
    network.eval()
    with torch.no_grad():
        document["probabilities"] = network(images).softmax(1)
    document["losses"] = torch.tensor(losses)
    return {name: tensor.float().contiguous() for name, tensor in document.items()}


for name, network in NETWORKS.items():
    save_file(train(network), Path(__file__).parent / f"{name}.safetensors")
