#!/usr/bin/env python3
"""Near hashes beside faiss, on the same hashes: what is found, time and memory, one thread each.

    python3 -m venv peers && peers/bin/pip install faiss-cpu numpy
    cargo build --release -p bearings-match --example hamming
    peers/bin/python scripts/peers/hamming.py target/release/examples/hamming 100000 1000000

For each number of hashes, two kinds: random ones with planted copies at 0 to 44 bits, and such as
films give (scenes of frames that change slowly, black frames). The radius is 31. All pairs are
found by Bearings; faiss searches for a sample of the hashes, and its time for all is that times
their number. Of faiss' indexes the flat one is exact; the multi-hash and the hash one are run in
the settings below, and what part of the right answers to the sample they find is printed (of
random hashes most have no answer but themselves: the films' recall says more). Times are of
processor time, the machine may have other work; faiss runs before and after Bearings, and the
better counts.
"""

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
import faiss  # noqa: E402
import numpy as np  # noqa: E402

RADIUS = 31
# faiss calls a distance below the radius near.
FAISS_RADIUS = RADIUS + 1
CHECKED = 200
# Up to so many hashes the flat index searches for every one of them.
ALL_CHECKED = 100_000


def flipped(random, hashes, bits):
    """Each hash with so many of its bits changed, as `bits` says."""
    order = random.random((len(hashes), 256)).argsort(axis=1) < bits[:, None]
    return hashes ^ np.packbits(order, axis=1)


def scattered(random, count):
    hashes = random.integers(0, 256, (count, 32), dtype=np.uint8)
    planted = min(count // 10, 20_000)
    chosen = random.choice(count, 2 * planted, replace=False)
    copies = flipped(random, hashes[chosen[:planted]], random.integers(0, 45, planted))
    hashes[chosen[planted:]] = copies
    return hashes


def filmed(random, count):
    """Scenes of 5 to 60 frames, each frame 0 to 8 bits from the one before; one in 500 is black."""
    parts, made = [], 0
    while made < count:
        scenes = 4096
        frame = random.integers(0, 256, (scenes, 32), dtype=np.uint8)
        lengths = random.integers(5, 61, scenes)
        frames = [frame]
        for _ in range(1, 60):
            changed = random.integers(0, 256, (scenes, 8))
            kept = random.integers(0, 9, scenes)
            frame = frame.copy()
            for flip in range(8):
                rows = np.flatnonzero(kept > flip)
                bit = changed[rows, flip]
                frame[rows, bit // 8] ^= (128 >> bit % 8).astype(np.uint8)
            frames.append(frame)
        film = np.stack(frames, axis=1)
        film = film[np.arange(60)[None, :] < lengths[:, None]]
        parts.append(film)
        made += len(film)
    hashes = np.concatenate(parts)[:count]
    hashes[random.random(count) < min(1 / 500, 4000 / count)] = 0
    return hashes


def ours(binary, hashes, sample):
    """What the binary prints, and the numbers that it finds for the sample."""
    with tempfile.TemporaryDirectory() as folder:
        path, found = Path(folder) / "hashes", Path(folder) / "found"
        hashes.tofile(path)
        command = [binary, path, found]
        printed = subprocess.run(command, input=sample.tobytes(), capture_output=True, check=True)
        lines = [line.split() for line in printed.stdout.decode().splitlines()]
        answers = [set(map(int, line.split())) for line in found.read_text().split("\n")[:-1]]
    return {name: value for name, value in lines}, answers


def search(index, sample):
    start = time.process_time()
    limits, _, numbers = index.range_search(sample, FAISS_RADIUS)
    took = time.process_time() - start
    return took / len(sample), [set(numbers[a:b].tolist()) for a, b in zip(limits, limits[1:])]


def every_pair(flat, hashes):
    """How many pairs the flat index finds, by a search for every hash."""
    found = 0
    for start in range(0, len(hashes), 1000):
        limits, _, _ = flat.range_search(hashes[start : start + 1000], FAISS_RADIUS)
        found += int(limits[-1])
    return (found - len(hashes)) // 2


def settings(count):
    """faiss' indexes with a name. Flips of a bit in each of 16 words find all; the others trade."""
    yield "multi-hash 16 x 16 bits, 1 flip", multi(16, 16, 1)
    wide = 21 if count > 3_000_000 else 19
    yield f"multi-hash 12 x {wide} bits, 2 flips", multi(12, wide, 2)
    yield f"hash of {wide} bits, 4 flips", single(wide, 4)


def multi(words, bits, flips):
    index = faiss.IndexBinaryMultiHash(256, words, bits)
    index.nflip = flips
    return index


def single(bits, flips):
    index = faiss.IndexBinaryHash(256, bits)
    index.nflip = flips
    return index


def resident():
    # What an earlier index gave up is given back first, or the next one would seem to need nothing.
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def compare(binary, kind, hashes):
    random = np.random.default_rng(3)
    count = len(hashes)
    sample = np.ascontiguousarray(hashes[random.choice(count, CHECKED, replace=False)])
    flat = faiss.IndexBinaryFlat(256)
    flat.add(hashes)
    few = sample[: max(10, min(CHECKED, 200_000_000 // count))]
    flat_time, exact = search(flat, few)
    figures, answers = ours(binary, hashes, sample)
    flat_time = min(flat_time, search(flat, few)[0])
    every = every_pair(flat, hashes) if count <= ALL_CHECKED else None
    del flat

    print(f"{count} {kind} hashes, radius {RADIUS}")
    print(f"  searched {len(few)}: as the flat index finds: {answers[:len(few)] == exact}")
    if every is not None:
        print(f"  all pairs: as many as the flat index finds: {every == int(figures['pairs'])}")
    pairs_time = float(figures["pairs_cpu_s"])
    print(f"  Bearings: built in {figures['build_cpu_s']} s, {figures['bytes_a_hash']} bytes a hash "
          f"(most while pairs were told: {figures['peak_bytes_a_hash']}); "
          f"{figures['pairs']} pairs in {pairs_time:.2f} s")
    for name in ("search", "insert", "insert_and_search", "insert_more"):
        print(f"    {name}: median {figures[name + '_median_us']}, "
              f"99 % {figures[name + '_p99_us']}, most {figures[name + '_most_us']} us")
    print(f"  faiss flat: {flat_time * 1e3:.2f} ms a search, all {flat_time * count:.0f} s "
          f"(scaled from {len(few)}), ratio {flat_time * count / pairs_time:.0f}")
    for name, index in settings(count):
        before, start = resident(), time.process_time()
        index.add(hashes)
        built, memory = time.process_time() - start, (resident() - before) / count
        # All answers of the sample are known from ours, which the flat index has agreed to.
        few_hashed = sample[:50]
        took, found = search(index, few_hashed)
        took = min(took, search(index, few_hashed)[0])
        known = sum(map(len, answers[:50]))
        recall = sum(len(a & b) for a, b in zip(found, answers)) / known
        print(f"  faiss {name}: recall {recall:.4f}, built in {built:.1f} s, "
              f"{memory:.0f} bytes a hash, {took * 1e6:.0f} us a search "
              f"(ours {figures['search_median_us']}), all {took * count:.0f} s, "
              f"ratio {took * count / pairs_time:.0f}")
        del index


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    faiss.omp_set_num_threads(1)
    for count in map(int, sys.argv[2:]):
        for kind, make in (("random", scattered), ("film", filmed)):
            compare(sys.argv[1], kind, make(np.random.default_rng(5), count))


main()
