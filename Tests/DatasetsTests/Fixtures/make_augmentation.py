"""Writes augmentation.json beside this script. SciPy 1.17.1, NumPy 2.4.6, torchvision 0.28.0 with PyTorch 2.13.0."""

import json
import pathlib

import numpy
import torch
from numpy import cos, deg2rad, diag, sin, tan
from scipy import ndimage, stats
from torchvision.transforms import RandomErasing

here = pathlib.Path(__file__).parent
random = numpy.random.default_rng(1)
image = random.integers(0, 256, (9, 7)).astype("uint8")


def affine(rotation=0, width=1, height=1, shear=0, right=0, down=0):
    """The image scaled, slanted to the right, turned against the clock and moved, as numbers."""
    angle = deg2rad(rotation)
    # In y (down) and x (right), as SciPy counts.
    scaled = diag([height, width])
    slanted = numpy.array([[1, 0], [-tan(deg2rad(shear)), 1]])
    turned = numpy.array([[cos(angle), -sin(angle)], [sin(angle), cos(angle)]])
    back = numpy.linalg.inv(turned @ slanted @ scaled)
    middle = (numpy.array(image.shape) - 1) / 2
    moved = middle + numpy.array([down, right]) * image.shape
    return ndimage.affine_transform(
        image.astype(float), back, offset=middle - back @ moved, order=1, mode="grid-constant", cval=0)


changes = [
    dict(rotation=30), dict(rotation=-100), dict(width=1.25), dict(height=0.6), dict(shear=20), dict(right=0.1),
    dict(down=-0.3), dict(rotation=12, width=0.9, height=1.1, shear=-15, right=-0.07, down=0.08),
]


def splitmix(seed, count):
    """The first values of SplitMix64."""
    mask, bits = 2**64 - 1, []
    for position in range(1, count + 1):
        value = seed + 0x9E3779B97F4A7C15 * position & mask
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & mask
        value = (value ^ value >> 27) * 0x94D049BB133111EB & mask
        bits.append(value ^ value >> 31)
    return bits


def elastic(seed, alpha, sigma):
    """The image with its pixels displaced by smoothed noise, which stands on a grid that goes on outside the image."""
    step, reach = int(sigma), int(3 * sigma + 0.5)
    before = reach // step
    rows, columns = ((count - 1 + reach) // step + before + 1 for count in image.shape)
    bits = numpy.array(splitmix(seed, rows * columns), dtype="uint64").reshape(rows, columns)
    places = []
    for noise, middle in zip([bits >> numpy.uint64(40), bits & numpy.uint64(2**24 - 1)], numpy.indices(image.shape)):
        canvas = numpy.zeros([rows * step, columns * step])
        canvas[::step, ::step] = noise / 2**23 - 1.0
        smooth = ndimage.gaussian_filter(canvas, sigma, mode="constant", truncate=3)
        origin = before * step
        field = smooth[origin:, origin:][: image.shape[0], : image.shape[1]]
        places.append(middle + alpha * step * field)
    return ndimage.map_coordinates(image.astype(float), places, order=1, mode="grid-constant", cval=0)


def erasing():
    """Means over many rectangles of 28 x 28 pixels: the share of the image, the height, the logarithm of the aspect."""
    torch.manual_seed(1)
    pixels, sums, count = torch.zeros(1, 28, 28), numpy.zeros(3), 20_000
    for _ in range(count):
        _, _, height, width, _ = RandomErasing.get_params(pixels, scale=(0.02, 0.33), ratio=(0.3, 1 / 0.3), value=[0])
        sums += [height * width / 784, height, numpy.log(height / width)]
    return (sums / count).round(4).tolist()


text = json.dumps({
    "image": image.tolist(),
    "affine": [{"change": change, "pixels": affine(**change).round(4).tolist()} for change in changes],
    "elastic": [
        {"seed": seed, "alpha": alpha, "sigma": sigma, "pixels": elastic(seed, alpha, sigma).round(4).tolist()}
        for seed, alpha, sigma in [(1, 10, 1), (2, 34, 4), (3, 20, 2.5), (4, 8, 1.9), (5, 500, 20)]
    ],
    "erasing": erasing(),
    # How likely the smaller of two Beta-distributed shares is below 0.1.
    "mixup": [{"alpha": alpha, "below": 2 * stats.beta.cdf(0.1, alpha, alpha)} for alpha in (0.2, 1, 4)],
})
(here / "augmentation.json").write_text(text + "\n")
