"""Writes the pictures beside this script. Pillow 13.0.0, NumPy 2.4.6.

turned_N.jpg has the EXIF orientation N; turned_N.png is what Pillow's ImageOps.exif_transpose makes of it.
"""

import pathlib

import numpy
from PIL import Image, ImageOps

here = pathlib.Path(__file__).parent
y, x = numpy.mgrid[0:12, 0:20]
colors = numpy.stack([x * 12, y * 20, 255 - x * 6 - y * 10], axis=2).astype("uint8")

for orientation in range(1, 9):
    picture = Image.fromarray(colors)
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(here / f"turned_{orientation}.jpg", quality=95, exif=exif)
    with Image.open(here / f"turned_{orientation}.jpg") as file:
        ImageOps.exif_transpose(file).save(here / f"turned_{orientation}.png")

grey = Image.fromarray((x * 12).astype("uint8"))
grey.save(here / "grey.jpg", quality=95)
with Image.open(here / "grey.jpg") as file:
    file.convert("RGB").save(here / "grey.png")
Image.fromarray(colors).convert("CMYK").save(here / "print.jpg")
Image.fromarray(colors).save(here / "progressive.jpg", quality=95, progressive=True, subsampling=0)
with Image.open(here / "progressive.jpg") as file:
    file.save(here / "progressive.png")
# Opaque red, half transparent red and wholly transparent blue, over white: 255 0 0, 255 127 127 (or 128), 255 255 255.
Image.fromarray(numpy.array([[[255, 0, 0, 255], [255, 0, 0, 128], [0, 0, 255, 0]]], "uint8")).save(here / "alpha.png")
Image.fromarray(numpy.array([[0, 257, 65535]], "uint16")).save(here / "grey16.png")
Image.fromarray(colors).quantize(16).save(here / "palette.png")
