"""Makes the document's fonts and the list of their letters: /usr/bin/python3 scripts/fonts.py

Needs fontTools and the sources (Debian: fonttools, fonts-noto-core). Run by hand, only when the letters or the source
change; then run npm test.
"""

from statistics import median

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import Anchor

SOURCE = "/usr/share/fonts/truetype/noto/NotoSans-%s.ttf"
TARGET = "assets/fonts/NotoSans-%s-Latin.ttf"
LIST = "src/document/font-letters.ts"

# What a name, an address or our own text may hold; no invisible characters and none that turn the direction.
LETTERS = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00AC),  # Latin-1 without the soft hyphen
    (0x00AE, 0x024F),  # Latin-1, Extended-A, Extended-B
    (0x02B9, 0x02BC),  # modifier letters that stand for an apostrophe
    (0x02BE, 0x02BF),  # half rings of transliterated Arabic
    (0x0300, 0x0338),  # combining marks
    (0x1E00, 0x1EFF),  # Latin Extended Additional, Vietnamese among it
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2020, 0x2022),  # daggers, bullet
    (0x2026, 0x2026),  # ellipsis
    (0x2030, 0x2030),  # per mille
    (0x2032, 0x2033),  # primes
    (0x2039, 0x203A),  # single angle quotation marks
    (0x20AC, 0x20AC),  # euro
    (0x2116, 0x2116),  # numero
    (0x2122, 0x2122),  # trade mark
]


def subset(font):
    options = Options()
    options.layout_features = ["ccmp", "mark", "mkmk", "kern"]
    options.hinting = False
    options.legacy_kern = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["gasp", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in LETTERS for code in range(first, last + 1)])
    subsetter.subset(font)


def fill_anchors(font):
    """Gives every letter an anchor for every class of marks.

    The format lets an anchor be absent; fontkit 2.0.4, pdfkit's font engine, then throws. Where one is absent, the mark
    goes over the middle of the letter, at the height that is usual for its class.
    """
    widths = font["hmtx"]
    filled = 0
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 4:
                glyphs, records = table.BaseCoverage.glyphs, table.BaseArray.BaseRecord
                anchors = [record.BaseAnchor for record in records]
            elif table.LookupType == 6:
                glyphs, records = table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record
                anchors = [record.Mark2Anchor for record in records]
            else:
                continue
            for kind in range(table.ClassCount):
                heights = [row[kind].YCoordinate for row in anchors if row[kind] is not None]
                for glyph, row in zip(glyphs, anchors):
                    if row[kind] is None:
                        row[kind] = Anchor()
                        row[kind].Format = 1
                        row[kind].XCoordinate = widths[glyph][0] // 2
                        row[kind].YCoordinate = round(median(heights)) if heights else 0
                        filled += 1
    return filled


def ranges(codes):
    runs = []
    for code in sorted(codes):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def main():
    common = None
    for weight in ["Regular", "Bold"]:
        font = TTFont(SOURCE % weight, recalcTimestamp=False)
        subset(font)
        print(weight, "anchors filled:", fill_anchors(font))
        font.save(TARGET % weight)
        codes = set(TTFont(TARGET % weight).getBestCmap())
        common = codes if common is None else common & codes
    rows = "\n".join("  [0x%04x, 0x%04x]," % (first, last) for first, last in ranges(common))
    with open(LIST, "w", encoding="ascii") as out:
        out.write(
            f"""// Made by scripts/fonts.py from the fonts in assets/fonts; do not edit.

/** First and last code point of each run of letters that both weights of the document's font have. */
const RANGES: readonly (readonly [first: number, last: number])[] = [
{rows}
];

/** Whether the document's font draws this code point, so that the PDF has no hole (the rule of `FieldRules`). */
export function fontHasLetter(codePoint: number): boolean {{
  return RANGES.some(([first, last]) => first <= codePoint && codePoint <= last);
}}
"""
        )


main()
