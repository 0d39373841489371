#!/usr/bin/env python3
"""PDQ beside PyPI's pdqhash, on the same decoded pixels: whether the bits are equal, and speed.

    python3 -m venv peers && peers/bin/pip install pdqhash pillow numpy
    cargo build --release -p bearings-match --example pdq
    peers/bin/python scripts/peers/pdq.py target/release/examples/pdq FOLDER [FOLDER...]

Every picture that Pillow opens is hashed at its own size; odd sizes, tiny, constant and large
pictures are made beside them. Both sides start at the decoded pixels and use one thread; the time
of each picture is the least of five runs, theirs between two runs of ours.
"""

import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pdqhash
from PIL import Image

ROUNDS = 5


def pictures(folders):
    """Name and pixels of every picture in the folders."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            try:
                with Image.open(path) as image:
                    yield path.name, np.asarray(image.convert("RGB"))
            except (OSError, ValueError):
                continue


def made():
    """Pictures of sizes that files seldom have, from a fixed seed."""
    random = np.random.default_rng(7)
    sizes = [(1, 1), (4, 90), (5, 5), (6, 7), (13, 64), (63, 65), (64, 64), (64, 65), (65, 64)]
    sizes += [(127, 129), (128, 128), (128, 256), (129, 257), (7, 3000), (3000, 9), (1080, 1920)]
    sizes += [(2161, 3841), (4000, 6000)]
    for height, width in sizes:
        noise = random.integers(0, 256, (height, width, 3), dtype=np.uint8)
        ramp = np.add.outer(np.arange(height) * 3, np.arange(width) * 2) // 7 % 256
        ramp = np.repeat(ramp.astype(np.uint8)[:, :, None], 3, axis=2)
        yield f"noise {width}x{height}", noise
        yield f"ramp {width}x{height}", ramp
        yield f"mixed {width}x{height}", noise // 8 + ramp // 2
        yield f"one colour {width}x{height}", np.full((height, width, 3), (7, 130, 255), np.uint8)


def hexadecimal(bits):
    return np.packbits(np.asarray(bits, dtype=np.uint8)).tobytes().hex()


def theirs(pixels):
    least = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        bits, quality = pdqhash.compute(pixels)
        least = min(least, time.perf_counter() - start)
    turned, _ = pdqhash.compute_dihedral(pixels)
    return hexadecimal(bits), int(quality), least, [hexadecimal(one) for one in turned]


def ours(binary, pixels):
    height, width = pixels.shape[:2]
    given = struct.pack("<II", width, height) + pixels.tobytes()
    printed = subprocess.run([binary], input=given, capture_output=True, check=True).stdout
    made, quality, nanoseconds, *turned = printed.decode().split()
    return made, int(quality), int(nanoseconds) / 1e9, turned


def compare(binary, name, pixels):
    """Prints what differs; gives pixels, our time and theirs, and whether all bits are equal."""
    pixels = np.ascontiguousarray(pixels)
    first = ours(binary, pixels)
    other = theirs(pixels)
    second = ours(binary, pixels)
    equal = first[:2] == other[:2] and first[3] == other[3]
    if not equal:
        print(f"DIFFERS {name} {pixels.shape}: {first[:2]} {other[:2]}")
        print("   turned equal:", [a == b for a, b in zip(first[3], other[3])])
    return pixels.shape[0] * pixels.shape[1], min(first[2], second[2]), other[2], equal


def report(title, rows):
    if not rows:
        return
    equal = sum(row[3] for row in rows)
    ratios = sorted(row[2] / row[1] for row in rows)
    area, mine, peer = (sum(row[column] for row in rows) for column in range(3))
    print(f"{title}: {len(rows)} pictures, {equal} with hash, quality and all turns equal")
    print(f"   ours {area / mine / 1e6:.0f} Mpixel/s, pdqhash {area / peer / 1e6:.0f} Mpixel/s")
    print(f"   ratio {peer / mine:.1f} over all, {ratios[0]:.1f} least, "
          f"{ratios[len(ratios) // 2]:.1f} median")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    binary, folders = sys.argv[1], sys.argv[2:]
    report("files", [compare(binary, *one) for one in pictures(folders)])
    report("made", [compare(binary, *one) for one in made()])


main()
