"""Writes shaping.json: what HarfBuzz makes of a few texts with DejaVu Sans.

pip install uharfbuzz==0.50.0; python3 make_shaping.py
"""

import json
from pathlib import Path

import uharfbuzz

HERE = Path(__file__).parent
FONT = HERE.parents[2] / "fonts" / "DejaVuSans.ttf"
TEXTS = {
    "Hebrew": "שלום",
    "Hebrew with points": "שָׁלוֹם",
    "Arabic, letters joined": "مرحبا",
    "Arabic with a ligature": "السلام",
    "Arabic with marks": "العربيّة",
    "a letter without a precomposed form": "x̄",
    "a letter with one": "e\u0301",
}


def shape(text):
    font = uharfbuzz.Font(uharfbuzz.Face(FONT.read_bytes()))
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(character) for character in text])
    buffer.guess_segment_properties()
    buffer.language = "und"
    uharfbuzz.shape(font, buffer)
    return [
        {"index": info.codepoint, "scalar": info.cluster, "advance": place.x_advance, "x": place.x_offset, "y": place.y_offset}
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions)
    ]


lines = [
    json.dumps({"what": what, "text": text, "glyphs": shape(text)}, ensure_ascii=False) for what, text in TEXTS.items()
]
(HERE / "shaping.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
