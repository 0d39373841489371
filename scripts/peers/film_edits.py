#!/usr/bin/env python3
"""Makes edited copies of film clips with ffmpeg, and says what is in each.

    film_edits.py OUT CLIP... [--hosts CLIP...]

For each clip eleven kinds of edit at two strengths (the third quality of the re-encode is a kind of
its own) are written to OUT, with `truth.json`: for each edit its kind and strength, the clip it
came from, and the segments: where it lies in the edit, where in the clip, at which speed, seconds.
Pictures in pictures and longer films take their other part from the hosts.
"""
import argparse
import json
import pathlib
import subprocess
import sys


def duration(path):
    out = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path],
        capture_output=True, text=True, check=True)
    return float(out.stdout)


def size(path):
    out = subprocess.run(
        ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height",
         "-of", "csv=p=0", path], capture_output=True, text=True, check=True)
    return tuple(int(n) for n in out.stdout.strip().split(",")[:2])


TEXT = "drawtext=font=DejaVu Sans:fontcolor=white:fontsize=h/{size}:x=(w-tw)/2:y={y}:text='{text}'"


def edits(length, width, height):
    """(kind, strength, video filter, options before the input, options of the encoder, segments)."""
    whole = [(0, length, 0, length, 1.0)]
    even = lambda n: int(n) // 2 * 2
    piece = lambda start, long: [(0, long, start, start + long, 1.0)]
    bar = lambda part, text: (
        f"drawbox=0:ih*{1 - part}:iw:ih*{part}:black:fill,"
        + TEXT.format(size=int(2.2 / part), y=f"h*{1 - part / 2}-th/2", text=text))
    mid, short = min(15, length * .5), 6
    yield "cut", "mild", "null", ["-ss", f"{length * .2:.2f}", "-t", f"{mid:.2f}"], 23, piece(length * .2, mid)
    yield "cut", "strong", "null", ["-ss", f"{length * .4:.2f}", "-t", f"{short}"], 23, piece(length * .4, short)
    yield "crop", "mild", "crop=iw*.8:ih*.8", [], 23, whole
    yield "crop", "strong", "crop=iw*.6:ih*.6:iw*.1:ih*.3", [], 23, whole
    yield "mirror", "mild", "hflip", [], 23, whole
    yield "mirror", "strong", "hflip,crop=iw*.85:ih*.85", [], 26, whole
    yield "caption", "mild", bar(.12, "STREET FIGHTING IN THE NORTH"), [], 23, whole
    yield "caption", "strong", ("drawbox=0:0:iw:ih*.2:white:fill," + bar(.25, "WATCH UNTIL THE END")), [], 23, whole
    yield "logo", "mild", "drawbox=iw*.85:ih*.05:iw*.1:ih*.1:red:fill", [], 23, whole
    yield "logo", "strong", "drawbox=iw*.55:ih*.05:iw*.4:ih*.3:red:fill,drawbox=iw*.6:ih*.1:iw*.3:ih*.2:white:fill", [], 23, whole
    yield "speed", "mild", "setpts=PTS/1.25", [], 23, [(0, length / 1.25, 0, length, 1.25)]
    yield "speed", "strong", "setpts=PTS/2", [], 23, [(0, length / 2, 0, length, 2.0)]
    yield "slow", "strong", "setpts=PTS*2", [], 23, [(0, length * 2, 0, length, 0.5)]
    yield "letterbox", "mild", f"pad={width}:{even(width * .75)}:0:-1", [], 23, whole
    yield "letterbox", "strong", f"scale=360:-2,pad=360:640:0:-1", [], 26, whole
    yield "greyscale", "mild", "hue=s=0", [], 23, whole
    yield "greyscale", "strong", "hue=s=0,eq=contrast=1.5:brightness=-.1", [], 28, whole
    yield "reencode", "mild", "null", [], 30, whole
    yield "reencode", "strong", "scale=-2:240", [], 38, whole
    yield "reencode2", "strong", "scale=-2:144", [], 36, whole


def run(arguments):
    done = subprocess.run(["ffmpeg", "-v", "error", "-y", "-nostdin", *arguments], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"ffmpeg {' '.join(arguments)}: {done.stderr}")


def encoder(quality):
    return ["-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", str(quality), "-pix_fmt", "yuv420p"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("clips", nargs="+")
    parser.add_argument("--hosts", nargs="+", default=[])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    truth = []

    def write(clip, kind, strength, arguments, quality, segments):
        name = f"{pathlib.Path(clip).stem}.{kind}.{strength}.mp4"
        run([*arguments, *encoder(quality), str(options.out / name)])
        keys = ("edit_from", "edit_to", "clip_from", "clip_to", "speed")
        truth.append({"edit": name, "clip": clip, "kind": kind, "strength": strength,
                      "segments": [dict(zip(keys, segment)) for segment in segments]})

    for number, clip in enumerate(options.clips):
        # A long clip is edited in its first half minute.
        length = min(30.0, duration(clip))
        width, height = size(clip)
        for kind, strength, video, before, quality, segments in edits(length, width, height):
            limit = before or ["-t", f"{length:.2f}"]
            write(clip, kind, strength, [*limit, "-i", clip, "-vf", video], quality, segments)
        if not options.hosts:
            continue
        host = options.hosts[number % len(options.hosts)]
        host_length = duration(host)
        for strength, part in (("mild", .7), ("strong", .5)):
            inner = f"[1:v]scale=640*{part}:360*{part}[in];[0:v]scale=640:360,setsar=1[out];[out][in]overlay=W*.05:H*.08:shortest=1"
            long = min(length, host_length)
            write(clip, "pip", strength, ["-t", f"{long:.2f}", "-i", host, "-t", f"{long:.2f}", "-i", clip,
                                         "-filter_complex", inner], 23, [(0, long, 0, long, 1.0)])
        for strength, start, long in (("mild", 0.0, length), ("strong", length * .3, 6.0)):
            lead = min(5.0, host_length)
            join = ("[0:v]scale=640:360,setsar=1,fps=25[a];[1:v]scale=640:360,setsar=1,fps=25[b];"
                    "[2:v]scale=640:360,setsar=1,fps=25[c];[a][b][c]concat=n=3:v=1:a=0")
            write(clip, "concat", strength,
                  ["-t", f"{lead}", "-i", host, "-ss", f"{start:.2f}", "-t", f"{long:.2f}", "-i", clip,
                   "-t", f"{lead}", "-i", options.hosts[(number + 1) % len(options.hosts)], "-filter_complex", join],
                  23, [(lead, lead + long, start, start + long, 1.0)])
    (options.out / "truth.json").write_text(json.dumps(truth, indent=1))
    print(f"{len(truth)} edits of {len(options.clips)} clips in {options.out}")


if __name__ == "__main__":
    main()
