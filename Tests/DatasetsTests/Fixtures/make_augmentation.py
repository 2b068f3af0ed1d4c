"""Writes augmentation.json beside this script. SciPy 1.17.1, NumPy 2.4.6."""

import json
import pathlib

import numpy
from numpy import cos, deg2rad, diag, sin, tan
from scipy import ndimage

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
text = json.dumps({
    "image": image.tolist(),
    "affine": [{"change": change, "pixels": affine(**change).round(4).tolist()} for change in changes],
})
(here / "augmentation.json").write_text(text + "\n")
