#!/usr/bin/env python3
"""Makes the tables that the tests of the sun and the moon are held against.

    python3 -m venv peers && peers/bin/pip install pvlib skyfield skyfield-data
    peers/bin/python scripts/peers/sun_vectors.py crates/locate/tests/sun

`positions.tsv`: pvlib's NREL SPA (numpy), 1900 to 2100, the delta T it was given beside it.
`days.tsv`: pvlib's sunrise, transit and sunset of the same algorithm.
`moon.tsv`: the moon by JPL's DE421 through skyfield, 1900 to 2050: azimuth, elevation without
refraction, distance from the earth's centre, lit part. Seconds are of the earth's turning (UT1), as ours. Figures only; rerunning gives the same tables.
"""

import random
import sys
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pandas as pd
from pvlib import solarposition, spa
from skyfield.api import load_file, load, wgs84
from skyfield_data import get_skyfield_data_path


def seconds(year, month=1, day=1):
    return int(datetime(year, month, day, tzinfo=timezone.utc).timestamp())


def moments(random_, count, first, last):
    for _ in range(count):
        yield (
            random_.randrange(seconds(first), seconds(last)),
            round(random_.uniform(-89.9, 89.9), 4),
            round(random_.uniform(-180, 180), 4),
        )


def positions(folder):
    lines = ["unix_s\tdelta_t_s\tlatitude\tlongitude\tazimuth\televation\tapparent\tequation_min"]
    for unix, lat, lon in moments(random.Random(20), 240, 1900, 2101):
        date = datetime.fromtimestamp(unix, timezone.utc)
        delta = round(float(spa.calculate_deltat(date.year, date.month)), 2)
        found = spa.solar_position_numpy(
            np.array([float(unix)]), lat, lon, 0.0, 1010.0, 10.0, delta, 0.5667, 1
        )
        _, _, apparent, true, azimuth, equation = (float(values[0]) for values in found)
        lines.append(
            f"{unix}\t{delta}\t{lat}\t{lon}\t{azimuth:.7f}\t{true:.7f}\t{apparent:.7f}\t{equation:.6f}"
        )
    (folder / "positions.tsv").write_text("\n".join(lines) + "\n")


def days(folder):
    lines = ["date\tlatitude\tlongitude\trise_s\ttransit_s\tset_s"]
    for unix, lat, lon in moments(random.Random(21), 60, 1950, 2050):
        lat = round(lat * 0.66, 4)
        lon = round(lon * 0.2, 4)
        date = pd.Timestamp(unix, unit="s", tz="UTC").normalize()
        found = solarposition.sun_rise_set_transit_spa(pd.DatetimeIndex([date]), lat, lon, delta_t=None)
        stamps = [found[name].iloc[0] for name in ("sunrise", "transit", "sunset")]
        if any(pd.isna(stamp) for stamp in stamps):
            continue
        told = "\t".join(f"{stamp.timestamp():.0f}" for stamp in stamps)
        lines.append(f"{date.date()}\t{lat}\t{lon}\t{told}")
    (folder / "days.tsv").write_text("\n".join(lines) + "\n")


def moon(folder):
    sky = load_file(f"{get_skyfield_data_path()}/de421.bsp")
    scale = load.timescale(builtin=True)
    lines = ["unix_s\tlatitude\tlongitude\tazimuth\televation\tdistance_km\tlit"]
    for unix, lat, lon in moments(random.Random(22), 160, 1900, 2050):
        time = scale.ut1_jd(unix / 86400.0 + 2440587.5)
        here = sky["earth"] + wgs84.latlon(lat, lon)
        up, azimuth, _ = here.at(time).observe(sky["moon"]).apparent().altaz()
        centre = sky["earth"].at(time).observe(sky["moon"]).apparent()
        lit = centre.fraction_illuminated(sky["sun"])
        lines.append(
            f"{unix}\t{lat}\t{lon}\t{azimuth.degrees:.5f}\t{up.degrees:.5f}"
            f"\t{centre.distance().km:.1f}\t{lit:.5f}"
        )
    (folder / "moon.tsv").write_text("\n".join(lines) + "\n")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    positions(folder)
    days(folder)
    moon(folder)


if __name__ == "__main__":
    main()
