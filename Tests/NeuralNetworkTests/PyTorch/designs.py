"""ResNet, DenseNet and EfficientNet in PyTorch, with the names that their layers have in weights.safetensors."""
import math

import torch
from torch import nn
from torch.nn import functional as F


class Named(nn.Module):
    """Names layers by their kind and numbers them in the order in which they are made."""
    def named(self, kind, layer):
        self.add_module(f"{kind}_{1 + sum(name.startswith(kind + '_') for name, _ in self.named_children())}", layer)
        return layer

    def conv(self, inputs, outputs, size, stride=1, bias=False, kind="conv", groups=1):
        """A convolution whose output has the size of its input, divided by the stride."""
        layer = self.named(kind, nn.Conv2d(inputs, outputs, size, stride, bias=bias, groups=groups))

        def run(x):
            sides = []
            for length in (x.shape[3], x.shape[2]):  # An odd row or column is added at the end.
                missing = max(0, (-(-length // stride) - 1) * stride + size - length)
                sides += [missing // 2, missing - missing // 2]
            return layer(F.pad(x, sides))
        return run

    def norm(self, channels):
        return self.named("norm", nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01))

    def dense(self, inputs, outputs):
        return self.named("dense", nn.Linear(inputs, outputs))


def chain(*layers):
    def run(x):
        for layer in layers:
            x = layer(x)
        return x
    return run


class ResNet(Named):
    def __init__(self, depth=20, filters=16, channels=1, classes=10):
        super().__init__()
        self.first = chain(self.conv(channels, filters, 3, bias=True), self.norm(filters), F.relu)
        self.blocks = []
        for stage in range(3):
            inputs, outputs = filters << max(0, stage - 1), filters << stage
            for block in range((depth - 2) // 6):
                stride = 2 if stage > 0 and block == 0 else 1
                residual = chain(
                    self.conv(inputs if stride == 2 else outputs, outputs, 3, stride, bias=True), self.norm(outputs),
                    F.relu, self.conv(outputs, outputs, 3, bias=True), self.norm(outputs))
                shortcut = self.conv(inputs, outputs, 1, stride, bias=True) if stride == 2 else chain()
                self.blocks.append((residual, shortcut))
        self.last = chain(lambda x: x.mean((2, 3)), self.dense(filters * 4, classes))

    def forward(self, x):
        x = self.first(x)
        for residual, shortcut in self.blocks:
            x = F.relu(shortcut(x) + residual(x))
        return self.last(x)


class DenseNet(Named):
    def __init__(self, depth=22, growth=16, reduction=0.5, channels=1, classes=10):
        super().__init__()
        self.first = self.conv(channels, 2 * growth, 3)
        self.parts, width = [], 2 * growth
        for block in range(3):
            if block > 0:
                left = int(width * reduction)
                transition = chain(self.norm(width), F.relu, self.conv(width, left, 1))
                self.parts.append(lambda x, transition=transition: F.avg_pool2d(transition(x), 2))
                width = left
            for _ in range((depth - 4) // 6):
                layer = chain(
                    self.norm(width), F.relu, self.conv(width, 4 * growth, 1),
                    self.norm(4 * growth), F.relu, self.conv(4 * growth, growth, 3))
                self.parts.append(lambda x, layer=layer: torch.cat([x, layer(x)], 1))
                width += growth
        self.last = chain(self.norm(width), F.relu, lambda x: x.mean((2, 3)), self.dense(width, classes))

    def forward(self, x):
        return self.last(chain(*self.parts)(self.first(x)))


class EfficientNet(Named):
    # Filters, blocks, size of the kernels, stride, expansion.
    STAGES = [(16, 1, 3, 1, 1), (24, 2, 3, 2, 4), (40, 2, 5, 2, 4), (64, 2, 3, 1, 4)]

    def __init__(self, width=1.0, depth=1.0, channels=1, classes=10):
        super().__init__()

        def scaled(count):
            rounded = max(8, int(count * width + 4) // 8 * 8)
            return rounded + 8 if rounded < 0.9 * count * width else rounded

        self.first = chain(self.conv(channels, scaled(16), 3), self.norm(scaled(16)), F.silu)
        self.blocks, inputs = [], scaled(16)
        for count, blocks, size, stride, expansion in self.STAGES:
            for block in range(math.ceil(depth * blocks)):
                self.blocks.append(self.bottleneck(inputs, scaled(count), size, stride if block == 0 else 1, expansion))
                inputs = scaled(count)
        self.last = chain(
            self.conv(inputs, scaled(160), 1), self.norm(scaled(160)), F.silu, lambda x: x.mean((2, 3)),
            self.named("dropout", nn.Dropout(0.2)), self.dense(scaled(160), classes))

    def bottleneck(self, inputs, outputs, size, stride, expansion):
        width = expansion * inputs
        expand = chain(self.conv(inputs, width, 1), self.norm(width), F.silu) if expansion > 1 else chain()
        depthwise = chain(
            self.conv(width, width, size, stride, kind="depthwise", groups=width), self.norm(width), F.silu)
        squeeze = chain(
            lambda x: x.mean((2, 3)), self.dense(width, max(1, inputs // 4)), F.silu,
            self.dense(max(1, inputs // 4), width), torch.sigmoid)
        project = chain(self.conv(width, outputs, 1), self.norm(outputs))

        def run(x):
            y = depthwise(expand(x))
            y = project(y * squeeze(y)[:, :, None, None])
            return x + y if stride == 1 and inputs == outputs else y
        return run

    def forward(self, x):
        return self.last(chain(*self.blocks)(self.first(x)))
