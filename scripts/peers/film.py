#!/usr/bin/env python3
"""Measures how edited copies of film clips are found, beside vPDQ's way of matching.

    film.py EDITS BEARINGS [--others CLIP...]

EDITS is a folder made by film_edits.py. Every edit, every clip and the others (which show
something else) are given to `bearings similar --json` at once. An edit is found where it is linked
to its clip as likely or certain; its segments are right where both ends of the longest lie within
a second of the truth in both films. A pair of files that have nothing in common, linked as likely
or certain, is false. Beside it: frames one a second, hashed by the PyPI package pdqhash, matched
from distance 31 on and quality 50, an edit found where 30 % of its frames match a frame of its
clip (vPDQ's form; 80 % is its own default).
"""
import argparse
import collections
import json
import pathlib
import resource
import subprocess
import time

RIGHT_S = 1.0


def frames(path):
    import numpy
    out = subprocess.run(
        ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
         "stream=width,height", "-of", "csv=p=0", path], capture_output=True, text=True, check=True)
    width, height = (int(n) for n in out.stdout.strip().split(",")[:2])
    raw = subprocess.run(
        ["ffmpeg", "-v", "error", "-threads", "1", "-noautorotate", "-i", path, "-vf", "fps=1", "-f", "rawvideo",
         "-pix_fmt", "rgb24", "-"], capture_output=True, check=True).stdout
    pixels = numpy.frombuffer(raw, dtype=numpy.uint8)
    return pixels[:len(pixels) // (width * height * 3) * width * height * 3].reshape(-1, height, width, 3)


def hashes(path):
    import numpy
    import pdqhash
    made = [pdqhash.compute(frame) for frame in frames(path)]
    return numpy.array([bits for bits, quality in made if quality >= 50], dtype=bool).reshape(-1, 256)


def matched(edit, clip):
    if not len(edit) or not len(clip):
        return 0.0
    distance = (edit[:, None, :] != clip[None, :, :]).sum(axis=2)
    return float((distance.min(axis=1) <= 31).mean())


def segments_right(link, row, edit_is_here):
    """Whether every segment of the truth is told within a second, at both ends and in both films."""
    told = [(s["here_ms"], s["there_ms"]) if edit_is_here else (s["there_ms"], s["here_ms"]) for s in link["segments"]]
    for truth in row["segments"]:
        near = lambda a, b: abs(a / 1000 - b) <= RIGHT_S + 0.05
        if not any(near(e[0], truth["edit_from"]) and near(e[1], truth["edit_to"])
                   and near(c[0], truth["clip_from"]) and near(c[1], truth["clip_to"]) for e, c in told):
            return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edits", type=pathlib.Path)
    parser.add_argument("bearings")
    parser.add_argument("--others", nargs="*", default=[])
    parser.add_argument("--without-peer", action="store_true")
    options = parser.parse_args()
    truth = json.loads((options.edits / "truth.json").read_text())
    clips = sorted({row["clip"] for row in truth})
    paths = clips + options.others + [str(options.edits / row["edit"]) for row in truth]
    began, before = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([options.bearings, "similar", "--json", *paths], capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answer = json.loads(done.stdout)
    seconds = sum(file["facts"]["duration_ms"] / 1000 for file in answer["files"] if file["facts"])
    name = lambda path: pathlib.Path(path).name
    links = {}
    for link in answer["links"]:
        links[name(link["here_path"]), name(link["there_path"])] = (link, True)
        links[name(link["there_path"]), name(link["here_path"])] = (link, False)
    print(f"bearings: {seconds:.0f} s of film in {time.time() - began:.0f} s, "
          f"{cpu:.0f} s of processor: {seconds / cpu:.1f} times real time on one core, decoding and matching included")
    peer = {}
    if not options.without_peer:
        began = time.process_time()
        peer = {name(path): hashes(path) for path in paths}
        print(f"pdqhash: hashing alone, without decoding, {time.process_time() - began:.0f} s of processor")
    rows = collections.defaultdict(lambda: collections.Counter())
    for row in truth:
        key = (row["kind"], row["strength"])
        link, is_here = links.get((row["edit"], name(row["clip"])), (None, None))
        found = link is not None and link["grade"] in ("certain", "likely")
        rows[key]["all"] += 1
        rows[key]["found"] += found
        rows[key]["possible"] += link is not None and not found
        rows[key]["right"] += bool(found and segments_right(link, row, is_here))
        if peer:
            share = matched(peer[row["edit"]], peer[name(row["clip"])])
            rows[key]["vpdq 30 %"] += share >= .3
            rows[key]["vpdq 80 %"] += share >= .8
        if not found:
            print("not found:", row["edit"], link and link["kind"])
        elif not segments_right(link, row, is_here):
            print("segments:", row["edit"], [(s["here_ms"], s["there_ms"], s["speed"]) for s in link["segments"]], row["segments"])
    columns = ["all", "found", "possible", "right"] + (["vpdq 30 %", "vpdq 80 %"] if peer else [])
    print(f"{'kind':<12}{'strength':<10}" + "".join(f"{column:>11}" for column in columns))
    for strength in ("mild", "strong"):
        sums = collections.Counter()
        for (kind, of), counts in sorted(rows.items()):
            if of == strength:
                sums.update(counts)
                print(f"{kind:<12}{of:<10}" + "".join(f"{counts[column]:>11}" for column in columns))
        print(f"{'all':<12}{strength:<10}" + "".join(f"{sums[column]:>11}" for column in columns))
    # What each file holds: its clip, and for those made of several their host, told by their names.
    of = {row["edit"]: {name(row["clip"])} | ({"host"} if row["kind"] in ("pip", "concat") else set()) for row in truth}
    of.update({name(clip): {name(clip)} for clip in clips})
    false, shared = [], 0
    for (here, there), (link, is_here) in links.items():
        if not is_here or link["grade"] not in ("certain", "likely"):
            continue
        a, b = of.get(here, {"host", here}), of.get(there, {"host", there})
        if a & b:
            shared += 1
        else:
            false.append((here, there, link["kind"]))
    print(f"{shared} links of files that share a clip or a host; false pairs: {len(false)}", *false[:20], sep="\n  ")


if __name__ == "__main__":
    main()
