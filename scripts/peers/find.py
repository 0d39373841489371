#!/usr/bin/env python3
"""Measures `find` beside PostGIS and counts beside osmium, on one extract in one run.

    find.py EXTRACT.osm.pbf FIND MAP [--dsn DSN] [--folder FOLDER]

FIND and MAP are the examples `find` and `map` of bearings-locate, built for release. Without --dsn a private
PostgreSQL cluster is made in FOLDER (run as a user that may; PostGIS installed). Features go into
one table with a jsonb of tags (GIN index) and a geography (GiST index), analysed; areas are put
together by osmium, lines and points as they are. Every query is run five times on both after one
run that is not counted, and the median is told; ours in one process with an open store, theirs in
one connection. Identifiers must be the same; what differs is printed with its distance.
"""
import argparse
import io
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import osmium
import psycopg2

AREA_KEYS = {"amenity", "boundary", "building", "craft", "emergency", "healthcare", "historic", "industrial", "landuse",
             "leisure", "man_made", "military", "natural", "office", "place", "public_transport", "shop", "tourism", "water"}
KINDS = {
    "school": [{"amenity": "school"}, {"building": "school"}],
    "supermarket": [{"shop": "supermarket"}, {"building": "supermarket"}],
    "church": [{"amenity": "place_of_worship", "religion": "christian"}, {"building": "church"}, {"building": "cathedral"},
               {"building": "chapel"}],
    "bus stop": [{"highway": "bus_stop"}],
    "hotel": [{"tourism": "hotel"}, {"building": "hotel"}],
    "bank": [{"amenity": "bank"}],
    "restaurant": [{"amenity": "restaurant"}],
    "pharmacy": [{"amenity": "pharmacy"}],
    "museum": [{"tourism": "museum"}],
    "tram stop": [{"railway": "tram_stop"}],
}
# What is sought, and clauses: (not, kind, metres, least count).
QUERIES = [
    ("supermarket within 300 m of pharmacy", "supermarket", [(False, "pharmacy", 300, 1)]),
    ("school within 400 m of supermarket and not within 30 m of restaurant", "school",
     [(False, "supermarket", 400, 1), (True, "restaurant", 30, 1)]),
    ("hotel within 200 m of bank and within 300 m of tram stop", "hotel",
     [(False, "bank", 200, 1), (False, "tram stop", 300, 1)]),
    ("church with at least 3 restaurants within 250 m", "church", [(False, "restaurant", 250, 3)]),
    ("museum within 500 m of church and not within 200 m of hotel", "museum",
     [(False, "church", 500, 1), (True, "hotel", 200, 1)]),
]


def sql(want, clauses):
    kind = lambda name, table: "(" + " OR ".join(f"{table}.tags @> '{json.dumps(rule)}'" for rule in KINDS[name]) + ")"
    text = f"SELECT a.id FROM feature a WHERE {kind(want, 'a')}"
    for no, other, metres, least in clauses:
        inner = f"FROM feature b WHERE {kind(other, 'b')} AND b.id <> a.id AND ST_DWithin(a.geog, b.geog, {metres})"
        text += f" AND (SELECT count(*) {inner}) >= {least}" if least > 1 else f" AND {'NOT ' if no else ''}EXISTS (SELECT 1 {inner})"
    return text


def rows(path):
    wkb = osmium.geom.WKBFactory()
    seen = set()
    said = lambda o: {t.k: t.v for t in o.tags if t.k not in ("created_by", "converted_by", "odbl")}
    for o in osmium.FileProcessor(path).with_areas():
        try:
            if o.is_node() and (tags := said(o)):
                yield f"node/{o.id}", tags, wkb.create_point(o)
            elif o.is_way() and (tags := said(o)):
                closed = len(o.nodes) > 3 and o.nodes[0].ref == o.nodes[-1].ref
                if not (closed and (tags.get("area") == "yes" or AREA_KEYS & tags.keys())):
                    yield f"way/{o.id}", tags, wkb.create_linestring(o)
            elif o.is_area() and (tags := said(o)):
                if o.from_way() and not (tags.get("area") == "yes" or AREA_KEYS & tags.keys()):
                    continue
                name = f"{'way' if o.from_way() else 'relation'}/{o.orig_id()}"
                if name not in seen:
                    seen.add(name)
                    yield name, tags, wkb.create_multipolygon(o)
        except (RuntimeError, osmium.InvalidLocationError):
            continue


def load(connection, path):
    cursor = connection.cursor()
    cursor.execute("CREATE EXTENSION IF NOT EXISTS postgis; DROP TABLE IF EXISTS feature;"
                   "CREATE UNLOGGED TABLE feature (id text, tags jsonb, geog geography)")
    buffer, count = io.StringIO(), 0
    escape = lambda text: text.replace("\\", "\\\\").replace("\t", " ").replace("\n", " ").replace("\r", " ")
    began = time.perf_counter()
    for name, tags, shape in rows(path):
        buffer.write(f"{name}\t{escape(json.dumps(tags))}\t{shape}\n")
        count += 1
        if count % 50_000 == 0:
            buffer.seek(0)
            cursor.copy_from(buffer, "feature")
            buffer = io.StringIO()
    buffer.seek(0)
    cursor.copy_from(buffer, "feature")
    loaded = time.perf_counter()
    cursor.execute("CREATE INDEX ON feature USING gin (tags jsonb_path_ops); CREATE INDEX ON feature USING gist (geog); ANALYZE feature")
    connection.commit()
    cursor.execute("SELECT pg_total_relation_size('feature')")
    size = cursor.fetchone()[0]
    print(f"PostGIS: {count} features loaded in {loaded - began:.1f} s, indexed in {time.perf_counter() - loaded:.1f} s, "
          f"{size / count:.0f} bytes a feature")


def private_cluster(folder):
    bins = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    data = pathlib.Path(folder) / "cluster"
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if os.geteuid() == 0:
        subprocess.run(["chown", "postgres", folder], check=True)
    quiet = {"stdout": subprocess.DEVNULL, "check": True}
    subprocess.run([*as_user, bins / "initdb", "-D", data, "-A", "trust", "-U", "postgres"], **quiet)
    options = f"-k {folder} -c listen_addresses='' -c shared_buffers=512MB -c work_mem=64MB -c jit=off -c max_parallel_workers_per_gather=0"
    subprocess.run([*as_user, bins / "pg_ctl", "-D", data, "-o", options, "-w", "-l", f"{folder}/log", "start"], **quiet)
    stop = lambda: subprocess.run([*as_user, bins / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)
    return f"host={folder} user=postgres dbname=postgres", stop


def compare(connection, find, store):
    cursor = connection.cursor()
    asked = subprocess.run([find, store, "--rounds", "6", *(query for query, _, _ in QUERIES)], capture_output=True, text=True, check=True)
    print("| query | hits | ours ms | PostGIS ms | ratio | only ours | only theirs |\n|---|---|---|---|---|---|---|")
    for line, (query, want, clauses) in zip(asked.stdout.splitlines(), QUERIES):
        ours = json.loads(line)
        times, theirs = [], set()
        for _ in range(6):
            began = time.perf_counter()
            cursor.execute(sql(want, clauses))
            theirs = {row[0] for row in cursor.fetchall()}
            times.append((time.perf_counter() - began) * 1e3)
        mine = set(ours["ids"])
        fast, slow = statistics.median(ours["ms"][1:]), statistics.median(times[1:])
        print(f"| {query} | {len(mine)} | {fast:.2f} | {slow:.1f} | {slow / fast:.1f} | {some(mine - theirs)} | {some(theirs - mine)} |")


def some(names):
    return f"{len(names)} {' '.join(sorted(names)[:3])}".strip()


def counts(path, store_line):
    tagged = {"n": 0, "w": 0}
    for o in osmium.FileProcessor(path):
        if any(t.k not in ("created_by", "converted_by", "odbl") for t in o.tags) and not o.is_relation():
            tagged["n" if o.is_node() else "w"] += 1
    print(f"osmium: {tagged['n']} tagged nodes, {tagged['w']} tagged ways; ours: {store_line}")


def main():
    parser = argparse.ArgumentParser()
    for name in ("extract", "find", "map"):
        parser.add_argument(name)
    parser.add_argument("--dsn")
    parser.add_argument("--folder")
    arguments = parser.parse_args()
    folder = arguments.folder or tempfile.mkdtemp(prefix="find-peer-")
    store = str(pathlib.Path(folder) / "peer.map")
    made = subprocess.run([arguments.map, arguments.extract, store], capture_output=True, text=True, check=True).stdout.splitlines()
    print(made[-1])
    counts(arguments.extract, made[0])
    dsn, stop = (arguments.dsn, lambda: None) if arguments.dsn else private_cluster(folder)
    try:
        connection = psycopg2.connect(dsn)
        load(connection, arguments.extract)
        compare(connection, arguments.find, store)
    finally:
        stop()


if __name__ == "__main__":
    main()
