#!/usr/bin/env python3
"""Makes the two fonts that PDF files embed, in src/main/resources/font/. Run by hand when they have to change; needs fonttools.

  main    Noto Sans SC Regular, TrueType (the npm package @expo-google-fonts/noto-sans-sc 0.4.3), cut down to Latin, signs and
          every Han character it has: GB 18030-2022 level 1 and 2 and CJK extension A.
  beyond  Noto Sans CJK SC Regular 2.004 (the Debian package fonts-noto-cjk; outlines turned from cubic to quadratic), cut
          down to the Han characters beyond the BMP that the first one lacks.

usage: scripts/fonts.py NotoSansSC_400Regular.ttf NotoSansCJK-Regular.ttc
Both are under the SIL Open Font License 1.1; see NOTICE.
"""
import pathlib
import sys
import unicodedata

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

TARGET = pathlib.Path(__file__).resolve().parent.parent / "src/main/resources/font"
SIGNS = [(0x20, 0x7E), (0xA0, 0x17F), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF), (0x2010, 0x2027),
         (0x2030, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2160, 0x217F), (0x2190, 0x21FF), (0x2200, 0x22FF),
         (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x266F), (0x3000, 0x30FF), (0x3100, 0x312F), (0x31C0, 0x31EF),
         (0x3200, 0x32FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)]
HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]


USUAL = {0x2013, 0x2014, 0x2026, 0xB7}


def within(code, ranges):
    return any(first <= code <= last for first, last in ranges)


def plainness(code):
    return code not in USUAL, unicodedata.normalize("NFKC", chr(code)) != chr(code), code


def one_each(font, codes):
    """A PDF tells which character a drawing is; where one drawing serves several, only the plainest keeps it."""
    by_glyph = {}
    for code, glyph in font.getBestCmap().items():
        if code in codes:
            by_glyph.setdefault(glyph, []).append(code)
    return {min(c, key=plainness) for c in by_glyph.values()}


def cut(font, codes):
    codes = one_each(font, codes)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "STAT", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def quadratic(font):
    """Turns CFF outlines into TrueType ones."""
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = outlines
    del font["CFF "]
    glyf.compile(font)
    for name in order:
        advance = font["hmtx"][name][0]
        font["hmtx"][name] = (advance, getattr(outlines[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def main(regular, collection):
    font = TTFont(regular)
    has = set(font.getBestCmap())
    cut(font, {c for c in has if within(c, SIGNS) or within(c, HAN)})
    font["post"].formatType = 3.0
    font.save(TARGET / "NotoSansSC-Regular.ttf")
    rare = next(f for f in TTCollection(collection).fonts if f["name"].getDebugName(4) == "Noto Sans CJK SC")
    cut(rare, {c for c in rare.getBestCmap() if within(c, HAN) and c not in has})
    quadratic(rare)
    rare.save(TARGET / "NotoSansCJKsc-Beyond.ttf")
    for file in sorted(TARGET.glob("*.ttf")):
        print(file.name, file.stat().st_size, "bytes,", len(TTFont(file).getBestCmap()), "characters")


if __name__ == "__main__":
    main(*sys.argv[1:])
