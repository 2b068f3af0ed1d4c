#!/usr/bin/env python3
"""Renders SVGs and PDFs back, and holds them against the PNGs of 150 dots an inch beside them.

    check.py FOLDER ...

Needs librsvg's rsvg-convert, poppler's pdftoppm, pdftotext, pdfinfo and pdffonts, NumPy and Pillow. Text in PNGs is hinted to whole
pixels and in the others not, and the page ends with the outermost ink, so that things stand up to four pixels apart.
"""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

REACH = 4  # Pixels; at 150 dots an inch less than 0.7 mm.
STEP = 80  # Of 255: what lies between two antialiased edges is less.
ALLOWED = 24  # Pixels: a digit has 100.

# What can be read in the figures' PDFs, in the original style and in the clean one.
WORDS = {
    '01_sample_digits': (['Sample Handwritten Digits from Training Set', 'Label: 5'], ['Training samples', '60,000']),
    '02_training_comparison': (['Model Accuracy Comparison', 'Simple NN (Train)', 'Epoch'], ['Accuracy', 'Simple NN', '1.0']),
    '03_confusion_matrix': (['Confusion Matrix - CNN Model', 'Predicted Label', 'Count'], ['Confusion matrix: CNN', '1,']),
    '04_misclassified_examples': (['Misclassified Examples', 'True: ', 'Conf: '], ['Misclassified by CNN', '→', '%']),
    '05_correct_predictions': (['Correctly Classified Examples', 'Digit: 7'], ['Correctly classified by CNN', '100.0%']),
}


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def around(picture, extreme):
    """The darkest or lightest value within REACH of each pixel, in rows and then in columns."""
    for axis in (0, 1):
        near = picture.copy()
        for way in range(1, REACH + 1):
            for one, other in (((way, None), (None, -way)), ((None, -way), (way, None))):
                target, source = [slice(None)] * 3, [slice(None)] * 3
                target[axis], source[axis] = slice(*one), slice(*other)
                extreme(near[tuple(target)], picture[tuple(source)], out=near[tuple(target)])
        picture = near
    return picture


def strangers(picture, other):
    """How many pixels of `picture` are lighter or darker by STEP than all of `other` within REACH."""
    outside = (around(other, np.minimum) > picture + STEP) | (picture > around(other, np.maximum) + STEP)
    return int(outside.any(axis=2).sum())


def differences(picture, other):
    """How many pixels of either are not in the other; None where the sizes do not fit."""
    if max(abs(picture.width - other.width), abs(picture.height - other.height)) > REACH:
        return None
    box = (0, 0, min(picture.width, other.width), min(picture.height, other.height))
    picture, other = (np.asarray(image.crop(box), dtype=np.int16) for image in (picture, other))
    return max(strangers(picture, other), strangers(other, picture))


def check_the_check(picture):
    """A word that is missing is seen: a box of 24 x 24 pixels, where there is most to see, in the colour beside it."""
    edges = picture.convert('L').filter(ImageFilter.FIND_EDGES).crop((8, 8, picture.width - 8, picture.height - 8))
    busy = edges.filter(ImageFilter.BoxBlur(6))
    position = busy.tobytes().index(busy.getextrema()[1])
    x, y = position % busy.width + 8, position // busy.width + 8
    changed = picture.copy()
    box = (x - 12, y - 12, x + 12, y + 12)
    ImageDraw.Draw(changed).rectangle(box, fill=picture.getpixel((2, 2)))
    assert differences(picture, changed) > ALLOWED, 'a missing word is not seen'


def check(png, scratch):
    picture = Image.open(png).convert('RGB')
    check_the_check(picture)
    svg, pdf = png.with_suffix('.svg'), png.with_suffix('.pdf')
    output('rsvg-convert', '-d', '150', '-p', '150', '-o', f'{scratch}/svg.png', str(svg))
    output('pdftoppm', '-r', '150', '-png', '-singlefile', str(pdf), f'{scratch}/pdf')
    problems = []
    counts = []
    for kind in ('svg', 'pdf'):
        rendered = Image.open(f'{scratch}/{kind}.png').convert('RGB')
        if kind == 'svg':
            # librsvg rounds the page up: the last row and column can be less than half a pixel, and stay empty.
            rendered = rendered.crop((0, 0, rendered.width - 1, rendered.height - 1))
        count = differences(picture, rendered)
        counts.append(f'{kind} {count}')
        if count is None or count > ALLOWED:
            problems.append(f'{kind}: {count} pixels of {rendered.size} are not in the PNG of {picture.size}')

    text = output('pdftotext', '-layout', str(pdf), '-')
    styles = WORDS.get(png.stem, ([],))
    if not any(all(word in text for word in words) for words in styles):
        problems.append(f'PDF: its text has neither all of {" nor all of ".join(map(str, styles))}')
    about = dict(line.split(':', 1) for line in output('pdfinfo', str(pdf)).splitlines() if ':' in line)
    root = xml.etree.ElementTree.parse(svg).getroot()
    title = root.findtext('{http://www.w3.org/2000/svg}title') or ''
    words = root.findtext('{http://www.w3.org/2000/svg}desc') or ''
    if about.get('Title', '').strip() != title.strip():
        problems.append(f'PDF: the title is {about.get("Title")!r}, the SVG has {title!r}')
    if not words or about.get('Subject', '').strip() != words.strip():
        problems.append(f'PDF: the subject is {about.get("Subject")!r}, the SVG has {words!r}')
    fonts = output('pdffonts', str(pdf)).splitlines()[2:]
    problems += [f'PDF: not embedded: {font}' for font in fonts if ' yes yes yes ' not in font]
    print(f'{png}: pixels that are in one of the two only: {", ".join(counts)}')
    return [f'{png}: {problem}' for problem in problems]


def main():
    pictures = [png for folder in sys.argv[1:] for png in sorted(pathlib.Path(folder).glob('*.png'))]
    if not pictures:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as scratch:
        problems = [problem for png in pictures for problem in check(png, scratch)]
    print('\n'.join(problems), file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == '__main__':
    main()
