#!/usr/bin/env python3
"""The sun in bulk beside pvlib and ShadowFinder, on the same moments and the same grid.

    python3 -m venv peers && peers/bin/pip install pvlib numba shadowfinder skyfield skyfield-data
    cargo build --release -p bearings-locate --example sun_bench
    peers/bin/python scripts/peers/sun.py target/release/examples/sun_bench

One thread each. Times are of processor time, the least of several runs, the peers' before and after
ours. pvlib's SPA is run twice: with numpy, and compiled by numba (in a process of its own, as pvlib
chooses when it is imported; the compiling is not counted). ShadowFinder's `find_shadows` is timed with
its grid of time zones already made, which is kinder to it; that grid's time is printed too.
Then answers are compared: positions with pvlib's, the moon with JPL's DE421 through skyfield.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timezone

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"

COUNT = 1_000_000


def least(runs, work):
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def pvlib_ns(count, runs):
    """Run in a process of its own with PVLIB_USE_NUMBA set or not: nanoseconds a position."""
    import numpy as np
    from pvlib import spa

    start = datetime(2022, 1, 1, tzinfo=timezone.utc).timestamp()
    moments = start + np.arange(count) * (365 * 86400.0 / count)
    arguments = (50.0, 36.2, 0.0, 1010.0, 10.0, 69.2, 0.5667)
    if spa.USE_NUMBA:
        work = lambda: spa.solar_position_numba(moments, *arguments, 1)  # noqa: E731
        spa.solar_position_numba(moments[:10], *arguments, 1)
    else:
        work = lambda: spa.solar_position_numpy(moments, *arguments, 1)  # noqa: E731
    return least(runs, work) / count * 1e9


def pvlib(numba):
    environment = dict(os.environ, PVLIB_USE_NUMBA="1" if numba else "0")
    told = subprocess.run(
        [sys.executable, __file__, "--pvlib"], env=environment, capture_output=True, text=True, check=True
    )
    return float(told.stdout)


def shadowfinder():
    from shadowfinder.shadowfinder import ShadowFinder

    finder = ShadowFinder()
    zones = least(1, finder.generate_timezone_grid)
    finder.set_details(datetime(2024, 2, 29, 13, 59, 59), 10, 5, time_format="utc")
    return least(3, finder.find_shadows), zones, finder.angular_resolution


def ours(program, *arguments):
    told = subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout
    return {line.split()[0]: float(line.split()[1]) for line in told.splitlines()}


def row(what, ours_, peer, unit):
    print(f"{what:58} {ours_:12.4f} {peer:12.4f} {unit}  {peer / ours_:8.1f}x")


def speed(program):
    numpy_before, numba_before = pvlib(False), pvlib(True)
    bulk = ours(program, "bulk", str(COUNT))
    grid = ours(program, "grid", "0.5")
    fine = ours(program, "grid", "0.05")
    numpy, numba = min(numpy_before, pvlib(False)), min(numba_before, pvlib(True))
    finder, zones, step = shadowfinder()
    print(f"{'':58} {'ours':>12} {'peer':>12}")
    row("position, a year of moments, beside pvlib numpy", bulk["track_ns"], numpy, "ns")
    row("position, a year of moments, beside pvlib numba", bulk["track_ns"], numba, "ns")
    row("position, every term each time, beside pvlib numpy", bulk["full_ns"], numpy, "ns")
    row("position, every term each time, beside pvlib numba", bulk["full_ns"], numba, "ns")
    row(f"world grid of {step} degrees beside ShadowFinder", grid["grid_s"] * 1e3, finder * 1e3, "ms")
    print(f"ShadowFinder's grid of time zones besides: {zones:.1f} s")
    print(f"ours 0.5 degrees: direction too {grid['grid_both_s'] * 1e3:.1f} ms, sets and outlines {grid['sets_s'] * 1e3:.1f} ms")
    print(f"ours 0.05 degrees (25.9 million cells): {fine['grid_s']:.2f} s, with direction {fine['grid_both_s']:.2f} s,")
    print(f"  direction alone {fine['grid_direction_s']:.2f} s, sets and outlines {fine['sets_s']:.2f} s")


def answers(program):
    import random

    import numpy as np
    from pvlib import spa
    from skyfield.api import load, load_file, wgs84
    from skyfield_data import get_skyfield_data_path

    random_ = random.Random(7)
    rows = [
        (random_.randrange(-631_152_000, 2_524_608_000), random_.uniform(-89, 89), random_.uniform(-180, 180))
        for _ in range(2_000)
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(f"{unix} {lat:.5f} {lon:.5f}" for unix, lat, lon in rows))
        file.flush()
        told = [
            subprocess.run([program, what, file.name], capture_output=True, text=True, check=True).stdout
            for what in ("positions", "moons")
        ]
    sun, moon = ([list(map(float, line.split())) for line in text.splitlines()] for text in told)
    sky = load_file(f"{get_skyfield_data_path()}/de421.bsp")
    scale = load.timescale(builtin=True)
    worst = {"pvlib": 0.0, "DE421 sun": 0.0, "DE421 moon": 0.0}
    for (unix, lat, lon), seen, moon_seen in zip(rows, sun, moon):
        lat, lon = round(lat, 5), round(lon, 5)
        date = datetime.fromtimestamp(unix, timezone.utc)
        delta = float(spa.calculate_deltat(date.year, date.month))
        found = spa.solar_position_numpy(
            np.array([float(unix)]), lat, lon, 0.0, 1010.0, 10.0, delta, 0.5667, 1
        )
        worst["pvlib"] = max(worst["pvlib"], apart(seen[0], seen[1], found[4][0], found[3][0]))
        here = sky["earth"] + wgs84.latlon(lat, lon)
        time_ = scale.ut1_jd(unix / 86400.0 + 2440587.5)
        for name, body, mine in (("DE421 sun", "sun", seen), ("DE421 moon", "moon", moon_seen)):
            up, azimuth, _ = here.at(time_).observe(sky[body]).apparent().altaz()
            worst[name] = max(worst[name], apart(mine[0], mine[1], azimuth.degrees, up.degrees))
    print("2,000 places and moments, 1950 to 2050; the greatest angle between ours and theirs:")
    for name, angle in worst.items():
        print(f"  {name:12} {angle:.6f} degrees")


def apart(azimuth, up, other_azimuth, other_up):
    """The angle on the sky."""
    import math

    a, b, c, d = (math.radians(value) for value in (azimuth, up, other_azimuth, other_up))
    sides = math.sin((b - d) / 2) ** 2 + math.cos(b) * math.cos(d) * math.sin((a - c) / 2) ** 2
    return math.degrees(2 * math.asin(math.sqrt(sides)))


def main():
    if sys.argv[1:] == ["--pvlib"]:
        print(pvlib_ns(COUNT, 3))
        return
    program = sys.argv[1]
    speed(program)
    answers(program)


if __name__ == "__main__":
    main()
