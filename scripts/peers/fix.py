#!/usr/bin/env python3
"""The camera's fix beside OpenCV's solvePnP and solvePnPRansac, on the same scenes with known truth.

    python3 -m venv peers && peers/bin/pip install opencv-python-headless numpy
    cargo build --release -p bearings-locate --example fix_scenes
    peers/bin/python scripts/peers/fix.py target/release/examples/fix_scenes 2000

Four sets: `six` (6 landmarks within 300 m, 1 pixel), `mixed` (4 to 12 landmarks, 0 to 5 pixels, half with a map error of
1 m), `wrong` (7 landmarks, one matched with another building 25 to 100 m away), `good` (the same without). OpenCV is
given what it can take: the focal length (the stated one; the true one where the lens is unknown, which favours it), no
height, no errors. Its Ransac is run with a threshold of 8 pixels, and a wrong landmark counts as named when it is its
only outlier. OpenCV gives no error ellipse: there is nothing of its own to compare coverage with.
"""

import json
import math
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np

SEED = 20311


def local(lat, lon, to_lat, to_lon):
    e2 = 0.00669437999014
    w = math.sqrt(1 - e2 * math.sin(math.radians(lat)) ** 2)
    north = 6378137.0 * (1 - e2) / w**3
    east = 6378137.0 / w * math.cos(math.radians(lat))
    return math.radians(to_lon - lon) * east, math.radians(to_lat - lat) * north


def camera(rotation, translation):
    turn, _ = cv2.Rodrigues(rotation)
    return (-turn.T @ translation).ravel()


def opencv(scene):
    """Errors in metres and microseconds of both functions, and Ransac's outliers."""
    question, truth = scene["question"], scene["truth"]
    rows, frame = question["rows"], question["frame"]
    world = []
    for row in rows:
        east, north = local(truth["lat"], truth["lon"], row["map"]["lat"], row["map"]["lon"])
        world.append([east, north, row["map"]["elevation"]["above_ground"]["value"]])
    world = np.array(world)
    pixels = np.array([[row["region"]["x_px"], row["region"]["y_px"]] for row in rows])
    lens = question["lens"]
    focal = truth["focal_px"] if lens == "unknown" else lens["focal_px"]["value"]
    matrix = np.array([[focal, 0, frame["width_px"] / 2], [0, focal, frame["height_px"] / 2], [0, 0, 1]])
    middle = world.mean(axis=0)
    result = {}
    # The iterative way needs six points to begin with; SQPnP begins it for any number.
    began = time.perf_counter()
    try:
        found, rotation, translation = cv2.solvePnP(world - middle, pixels, matrix, None, flags=cv2.SOLVEPNP_SQPNP)
        if found:
            rotation, translation = cv2.solvePnPRefineLM(
                world - middle, pixels, matrix, None, rotation, translation
            )
    except cv2.error:
        found = False
    micros = (time.perf_counter() - began) * 1e6
    at = camera(rotation, translation) + middle if found else None
    result["pnp"] = (math.hypot(at[0], at[1]) if found else math.inf, micros)
    began = time.perf_counter()
    try:
        found, rotation, translation, inside = cv2.solvePnPRansac(
            world - middle, pixels, matrix, None, reprojectionError=8.0, iterationsCount=200, confidence=0.999
        )
    except cv2.error:
        found = False
    micros = (time.perf_counter() - began) * 1e6
    at = camera(rotation, translation) + middle if found else None
    result["ransac"] = (math.hypot(at[0], at[1]) if found else math.inf, micros)
    inside = set() if not found or inside is None else {int(one) for one in inside.ravel()}
    result["outliers"] = [number for number in range(len(rows)) if number not in inside]
    return result


def share(values):
    values = list(values)
    return f"{100 * sum(values) / max(1, len(values)):.1f} %"


def quantile(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def run(program, kind, count):
    made = subprocess.run([program, "make", str(count), str(SEED), kind], capture_output=True, text=True, check=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scenes.jsonl"
        file.write_text(made.stdout)
        solved = subprocess.run([program, "solve", str(file)], capture_output=True, text=True, check=True)
    scenes = [json.loads(line) for line in made.stdout.splitlines()]
    ours = [json.loads(line) for line in solved.stdout.splitlines()]
    theirs = [opencv(scene) for scene in scenes]
    print(f"\n{kind}: {len(scenes)} scenes, {sum('error' in one for one in ours)} not fixed by us")
    errors = [one.get("error_m", math.inf) for one in ours]
    rows = [
        ("bearings", errors, [one["micros"] for one in ours]),
        ("solvePnP", [one["pnp"][0] for one in theirs], [one["pnp"][1] for one in theirs]),
        ("solvePnPRansac", [one["ransac"][0] for one in theirs], [one["ransac"][1] for one in theirs]),
    ]
    for name, metres, micros in rows:
        print(
            f"  {name:15} median {statistics.median(metres):8.2f} m, 95 of 100 below {quantile(metres, 0.95):8.1f} m,"
            f" {statistics.median(micros):7.0f} us"
        )
    known = [number for number, scene in enumerate(scenes) if scene["question"]["lens"] != "unknown"]
    told = ", ".join(f"{name} {statistics.median(metres[one] for one in known):.2f} m" for name, metres, _ in rows)
    print(f"  median where both are given the same lens, right to 1 %: {told}")
    print(f"  inside our 95 % ellipse: {share(one.get('inside', False) for one in ours)}")
    groups = {
        "pixel error stated": lambda s: s["question"]["pixel_error_px"] is not None,
        "lens known": lambda s: s["question"]["lens"] != "unknown",
        "drone": lambda s: s["question"]["camera"] == "free",
        "landmarks": lambda s: len(s["question"]["rows"]),
        "pixels of noise": lambda s: int(s["noise_px"]),
    }
    for name, key in groups.items():
        keys = sorted({key(scene) for scene in scenes})
        if len(keys) > 1:
            told = ", ".join(
                f"{one}: {share(o.get('inside', False) for s, o in zip(scenes, ours) if key(s) == one)}" for one in keys
            )
            print(f"    by {name}: {told}")
    print(f"  somebody accused by us: {share(bool(one.get('named')) for one in ours)}")
    if kind == "wrong":
        pairs = list(zip(scenes, ours, theirs))
        print(f"  the wrong one named by us: {share(s['wrong'] in o.get('named', []) for s, o, _ in pairs)}")
        print(f"  the wrong one and no other: {share([s['wrong']] == o.get('named') for s, o, _ in pairs)}")
        print(f"  solvePnPRansac's only outlier: {share([s['wrong']] == t['outliers'] for s, _, t in pairs)}")
    if kind == "good":
        print(f"  solvePnPRansac leaves somebody out: {share(bool(one['outliers']) for one in theirs)}")


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    cv2.setNumThreads(1)
    for kind in ("six", "mixed", "wrong", "good"):
        run(program, kind, count)


if __name__ == "__main__":
    main()
