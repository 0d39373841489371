#!/usr/bin/env python3
"""Near-duplicate texts beside rensa and datasketch: time, memory, recall, precision.

    python3 -m venv peers && peers/bin/pip install rensa datasketch
    peers/bin/python scripts/peers/near_text.py --sample 20000 --large 1000000 --datasketch 20000

Documents of about 1 kB are made by formula (crates/match/examples/near_text.rs): words with Zipf's
frequencies, half of the documents in families of four with up to 14 edits each, so that
resemblance spreads from .3 to 1 around the threshold. Every side works on the same runs of five
words, one thread, the same threshold; rensa and datasketch have their usual 128 permutations.
Times are processor time, so that a busy machine does not lie; runs alternate, the least time of
each side counts. Truth is exact Jaccard: all pairs of the
sample, and of the large set all pairs within a family.

rensa is timed twice: from the text, its shingling in Python counted, and from runs hashed before
the clock starts ("hashed": its fastest way in, which leaves the reading of the text to others).
What ours does from the text is always counted. Both of rensa's are its full-set RMinHash with
candidates of every text and their estimated resemblance checked, since the task is the pairs; its
bare one-pass flags are timed too. Its "rho" batches sample places of a text instead of taking the
whole set and so answer another question. datasketch is measured on fewer texts and scaled up linearly,
which favours it: its tables only grow slower.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from array import array
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PERMUTATIONS = 128
CHUNK = 2_000


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=20_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--datasketch", type=int, default=20_000)
    parser.add_argument("--threshold", type=float, default=0.8)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--side", help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.side:
        SIDES[chosen.side](Path(chosen.file), chosen.threshold)
        return
    command = ["cargo", "build", "--release", "--quiet", "--package", "bearings-match", "--example", "near_text"]
    subprocess.run(command, cwd=ROOT, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    ours = target / "release/examples/near_text"
    with tempfile.TemporaryDirectory() as folder:
        for count in sorted({chosen.sample, chosen.large}):
            compare(ours, Path(folder) / f"documents-{count}", count, chosen)


def compare(ours, file, count, chosen):
    threshold = str(chosen.threshold)
    print(f"{count} documents, threshold {threshold}:", output([ours, "make", count, file]))
    print(output([ours, "truth", threshold, file]))
    best = {}
    sides = ["ours", "rensa-text", "rensa-hashed", "rensa-flags"]
    if count <= chosen.datasketch:
        sides.append("datasketch")
    for _ in range(chosen.runs):
        for side in sides:
            if side == "ours":
                line = output([ours, "find", threshold, file])
            else:
                line = output([sys.executable, __file__, "--side", side, "--file", file, "--threshold", threshold])
            seconds = number(line, " s")
            if side not in best or seconds < best[side][0]:
                best[side] = (seconds, line)
    for side, (seconds, line) in best.items():
        print(f"{line}; {seconds / best['ours'][0]:.1f} times ours")
        pairs = Path(f"{file}.{side}")
        if pairs.exists():
            print(f"    {side}:", output([ours, "judge", threshold, file, pairs]))
    print(output([ours, "ask", threshold, file]))
    file.unlink()


def output(command):
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def number(line, unit):
    """The number right before the unit."""
    return float(line.split(unit)[0].split()[-1])


def shingles(text):
    words = text.split()
    return [" ".join(words[at : at + 5]) for at in range(len(words) - 4)]


def rensa_text(file, threshold):
    """Shingling in Python, then rensa's batch call over lists of strings."""
    from rensa import RMinHash

    texts = file.read_text().splitlines()
    start, before = time.process_time(), memory()
    sketches = []
    for at in range(0, len(texts), CHUNK):
        sets = [shingles(text) for text in texts[at : at + CHUNK]]
        sketches.extend(RMinHash.from_token_sets(sets, num_perm=PERMUTATIONS, seed=42))
    pairs = rensa_pairs(sketches, threshold)
    told("rensa from text", texts, start, before, pairs, file, "rensa-text")


def rensa_hashed(file, threshold):
    """The runs' hashes are made before the clock starts."""
    from rensa import RMinHash

    texts = file.read_text().splitlines()
    hashed = [hashes(texts[at : at + CHUNK]) for at in range(0, len(texts), CHUNK)]
    gc.collect()
    start, before = time.process_time(), memory()
    # The hashes stand for tokens: as eight bytes each they are rensa's cheapest token.
    sketches = []
    for tokens, ends in hashed:
        sketches.extend(RMinHash.from_token_sets(rows(tokens, ends), num_perm=PERMUTATIONS, seed=42))
    pairs = rensa_pairs(sketches, threshold)
    told("rensa from hashed runs", texts, start, before, pairs, file, "rensa-hashed")


def rows(tokens, ends):
    view = memoryview(tokens).cast("B")
    start = 0
    for end in ends[1:]:
        yield [view[8 * at : 8 * at + 8] for at in range(start, end)]
        start = end


def rensa_flags(file, threshold):
    """From hashed runs to one flag a text, with nothing checked and no pair told: the least it can do."""
    from rensa import RMinHash, RMinHashLSH

    texts = file.read_text().splitlines()
    hashed = [hashes(texts[at : at + CHUNK]) for at in range(0, len(texts), CHUNK)]
    gc.collect()
    start, before = time.process_time(), memory()
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=16)
    flagged, key = 0, 0
    for tokens, ends in hashed:
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(tokens, ends, num_perm=PERMUTATIONS, seed=42)
        flagged += sum(index.insert_matrix_and_query_duplicate_flags(matrix, key))
        key += len(ends) - 1
    told("rensa flags from hashed runs", texts, start, before, range(flagged), None, None)


def hashes(texts):
    """One flat buffer of 64-bit hashes, and where each text's begin."""
    flat, ends = array("Q"), array("Q", [0])
    for text in texts:
        flat.extend(hash(run) & 0xFFFF_FFFF_FFFF_FFFF for run in shingles(text))
        ends.append(len(flat))
    return flat, ends


def rensa_pairs(sketches, threshold):
    from rensa import RMinHashLSH

    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=16)
    index.insert_many(sketches)
    pairs = []
    for at in range(0, len(sketches), CHUNK):
        for offset, found in enumerate(index.query_all(sketches[at : at + CHUNK])):
            second = at + offset
            for first in found:
                if first < second and sketches[first].jaccard(sketches[second]) >= threshold:
                    pairs.append((first, second))
    return pairs


def datasketch(file, threshold):
    from datasketch import MinHash, MinHashLSH

    texts = file.read_text().splitlines()
    start, before = time.process_time(), memory()
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    kept, pairs = [], []
    tokens = ([run.encode() for run in shingles(text)] for text in texts)
    for second, sketch in enumerate(MinHash.generator(tokens, num_perm=PERMUTATIONS)):
        for first in index.query(sketch):
            if kept[first].jaccard(sketch) >= threshold:
                pairs.append((first, second))
        index.insert(second, sketch, check_duplication=False)
        kept.append(sketch)
    told("datasketch", texts, start, before, pairs, file, "datasketch")


def told(name, texts, start, before, pairs, file, side):
    seconds = time.process_time() - start
    used = (memory("VmHWM") - before) / len(texts)
    print(f"{name} {len(texts)} documents {seconds:.3f} s {used:.0f} bytes {len(pairs)} pairs")
    if file:
        Path(f"{file}.{side}").write_text("".join(f"{first} {second}\n" for first, second in pairs))


def memory(line="VmRSS"):
    for found in Path("/proc/self/status").read_text().splitlines():
        if found.startswith(line):
            return int(found.split()[1]) * 1024
    return 0


SIDES = {
    "rensa-text": rensa_text,
    "rensa-hashed": rensa_hashed,
    "rensa-flags": rensa_flags,
    "datasketch": datasketch,
}

if __name__ == "__main__":
    main()
