#!/usr/bin/env python3
"""Cuts the desk's typeface from Inter.

JavaFX CSS can neither switch OpenType features nor pick weights other than regular and bold. So the tabular digits
become the digits, features that would change them back are left out, and the weights are told apart by name: regular
and semibold are the regular and bold of "Ads Desk Sans", medium is a family of its own.

Needs Debian's fonts-inter and python3-fonttools. The cuts are kept in the repository; run this only to change them.
"""
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = pathlib.Path("/usr/share/fonts/opentype/inter")
TARGET = pathlib.Path(__file__).resolve().parents[1] / "main/resources/com/bizosaas/adsdesk/ui/fonts"
CUTS = [("Inter-Regular.otf", "AdsDeskSans-Regular.otf", "Ads Desk Sans", "Regular", 400),
        ("Inter-Medium.otf", "AdsDeskSans-Medium.otf", "Ads Desk Sans Medium", "Regular", 500),
        ("Inter-SemiBold.otf", "AdsDeskSans-SemiBold.otf", "Ads Desk Sans", "Bold", 600)]
BLOCKS = [(0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2B0, 0x2DD), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F),
          (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F), (0x2190, 0x21FF),
          (0x2200, 0x2265), (0x25A0, 0x25FF), (0x2713, 0x2717)]


def tabular(font):
    """Maps the digits' code points onto their tabular glyphs."""
    lookups = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    lookups.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        for code in range(0x30, 0x3A):
            if code in table.cmap:
                table.cmap[code] = lookups.get(table.cmap[code], table.cmap[code])  # tables may share one map


def even(font):
    """Inter Medium's tabular digits differ by two units of 2816; columns want none."""
    metrics = font["hmtx"].metrics
    digits = [font.getBestCmap()[code] for code in range(0x30, 0x3A)]
    widest = max(metrics[digit][0] for digit in digits)
    for digit in digits:
        metrics[digit] = (widest, metrics[digit][1])


def rename(font, family, style, weight):
    full = family if style == "Regular" else f"{family} {style}"
    names = font["name"]
    for record in list(names.names):
        if record.nameID not in (0, 7, 8, 9, 11, 12, 13, 14):
            names.removeNames(nameID=record.nameID)
    for name_id, text in ((1, family), (2, style), (3, f"BizOSaaS;{full}"), (4, full), (5, "Version 1.0; from Inter 4"),
                          (6, full.replace(" ", ""))):
        names.setName(text, name_id, 3, 1, 0x409)
        names.setName(text, name_id, 1, 0, 0)
    os2 = font["OS/2"]
    bold = style == "Bold"
    os2.usWeightClass = weight
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    cff = font["CFF "].cff
    cff.fontNames[0] = full.replace(" ", "")
    top = cff.topDictIndex[0]
    top.FullName = full
    top.FamilyName = family
    top.Weight = style


def cut(source, target, family, style, weight):
    font = TTFont(SOURCE / source)
    tabular(font)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.desubroutinize = False
    options.hinting = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in BLOCKS for code in range(first, last + 1)])
    subsetter.subset(font)
    rename(font, family, style, weight)
    even(font)
    font.save(TARGET / target)


TARGET.mkdir(parents=True, exist_ok=True)
for each in CUTS:
    cut(*each)
