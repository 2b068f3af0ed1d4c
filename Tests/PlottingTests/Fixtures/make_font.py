"""Writes Droid.ttf: the letters that tests draw, from Debian's fonts-droid-fallback 1:6.0.1r16-1.1 (Apache License 2.0).

apt-get download fonts-droid-fallback && dpkg -x fonts-droid-fallback_*.deb FOLDER
pip install fonttools==4.55.3; python3 make_font.py FOLDER
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

source = Path(sys.argv[1]) / "usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"
font = TTFont(source, recalcTimestamp=False)
options = subset.Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 4, 6, 13, 14], notdef_outline=True)
subsetter = subset.Subsetter(options)
subsetter.populate(text="中文数字猫狗鳥ねこ")
subsetter.subset(font)
font.save(Path(__file__).parent / "Droid.ttf")
