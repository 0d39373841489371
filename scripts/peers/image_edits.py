#!/usr/bin/env python3
"""Measures how edited copies of pictures are found, and what is wrongly taken for a copy.

    image_edits.py WORK BEARINGS PICTURE...

WORK is a folder for what is made. Of every picture some twenty edits are made; all of them, the
pictures themselves and pairs that must not be linked (posts of one app with other photographs, slides
of one template, one card with other words, one scene from a step aside) are given to `bearings
similar --json` at once. An edit is found where it is linked to its picture as likely or certain.
Beside it the PyPI package pdqhash: distance 31 and quality 50, with its eight turns.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess

import numpy
import pdqhash
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
WORDS = ("column bridge river north report shelling district metro station power line water roof school road "
         "convoy night market evening crossing repair crew window street depot").split()


def font(size):
    return ImageFont.truetype(FONT, max(8, int(size)))


def words(draw, box, size, seed, fill=(20, 20, 20)):
    """Lines of words within a box."""
    left, top, right, bottom = box
    pick, y = random.Random(seed), top
    while y + size < bottom:
        x = left
        while True:
            word = pick.choice(WORDS) + " "
            wide = draw.textlength(word, font=font(size))
            if x + wide > right:
                break
            draw.text((x, y), word, font=font(size), fill=fill)
            x += wide
        y += size * 1.35


def crop(picture, left, top, part):
    wide, high = picture.size
    return picture.crop((int(wide * left), int(high * top), int(wide * (left + part)), int(high * (top + part))))


def bar(picture, part, seed, top=False):
    wide, high = picture.size
    long = int(high * part)
    whole = picture.copy()
    draw = ImageDraw.Draw(whole)
    y = 0 if top else high - long
    draw.rectangle((0, y, wide, y + long), fill=(250, 250, 250))
    words(draw, (wide * .03, y + long * .1, wide * .97, y + long), long * .3, seed)
    return whole


def border(picture, part):
    return ImageOps.expand(picture, int(max(picture.size) * part), fill=(255, 255, 255))


def logo(picture, part):
    whole = picture.copy()
    wide, high = whole.size
    draw = ImageDraw.Draw(whole)
    side = int(min(wide, high) * part)
    draw.rectangle((wide - side - 10, 10, wide - 10, 10 + side), fill=(200, 20, 20))
    draw.ellipse((wide - side, 20, wide - 20, side), fill=(255, 255, 255))
    return whole


def post(picture, seed, wide=1080, high=1600):
    """A screenshot of one app: the same head, foot and signs whatever it shows."""
    page = Image.new("RGB", (wide, high), (255, 255, 255))
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, wide, 120), fill=(30, 60, 120))
    draw.text((40, 35), "Channel · today 18:04", font=font(46), fill=(255, 255, 255))
    draw.ellipse((40, 150, 130, 240), fill=(200, 120, 40))
    words(draw, (160, 160, wide - 40, 300), 40, seed)
    shown = ImageOps.contain(picture, (wide - 80, 800))
    page.paste(shown, ((wide - shown.width) // 2, 330))
    for number in range(6):
        x = 60 + number * 170
        draw.rounded_rectangle((x, 1200, x + 120, 1270), 20, outline=(60, 60, 60), width=5)
        draw.line((x + 20, 1250, x + 60, 1215, x + 100, 1250), fill=(60, 60, 60), width=6)
    words(draw, (60, 1320, wide - 60, 1560), 40, seed + 1)
    return page


def slide(seed, wide=1280, high=720):
    """One template, other words."""
    page = Image.new("RGB", (wide, high), (16, 40, 80))
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, wide, 110), fill=(240, 190, 40))
    draw.text((40, 25), "EVENING REPORT", font=font(56), fill=(16, 40, 80))
    draw.rectangle((wide - 220, high - 120, wide - 40, high - 40), outline=(240, 190, 40), width=6)
    words(draw, (60, 170, wide - 60, high - 160), 44, seed, fill=(255, 255, 255))
    return page


def aside(picture, step):
    """The same scene from a step aside: what is low in the picture moves more than what is high."""
    wide, high = picture.size
    source = numpy.asarray(picture)
    made = numpy.empty_like(source)
    for y in range(high):
        made[y] = numpy.roll(source[y], int(step * wide * (y / high) ** 2), axis=0)
    lost = int(step * wide) + 1
    return Image.fromarray(made).crop((lost, 0, wide, high))


def jpeg(quality):
    return {"format": "JPEG", "quality": quality}


def edits(picture, seed):
    wide, high = picture.size
    small = lambda part: picture.resize((max(1, int(wide * part)), max(1, int(high * part))))
    yield "re-encode", "mild", picture, jpeg(60)
    yield "re-encode", "strong", picture, jpeg(20)
    yield "resize", "mild", small(.5), jpeg(85)
    yield "resize", "strong", small(min(1, 200 / max(picture.size))), jpeg(80)
    yield "crop", "mild", crop(picture, .1, .1, .8), jpeg(85)
    yield "crop", "strong", crop(picture, 0, .4, .6), jpeg(80)
    yield "mirror", "mild", ImageOps.mirror(picture), jpeg(85)
    yield "mirror", "strong", crop(ImageOps.mirror(picture), .2, .1, .7), jpeg(75)
    yield "rotate", "mild", picture.transpose(Image.Transpose.ROTATE_90), jpeg(85)
    yield "rotate", "strong", crop(picture.rotate(7, Image.Resampling.BICUBIC), .1, .1, .8), jpeg(80)
    yield "border", "mild", border(picture, .05), jpeg(85)
    yield "border", "strong", border(picture, .3), jpeg(80)
    yield "caption", "mild", bar(picture, .15, seed), jpeg(85)
    yield "caption", "strong", bar(bar(picture, .25, seed), .15, seed + 9, top=True), jpeg(80)
    yield "logo", "mild", logo(picture, .15), jpeg(85)
    yield "logo", "strong", logo(picture, .4), jpeg(80)
    yield "greyscale", "mild", ImageOps.grayscale(picture), jpeg(85)
    yield "greyscale", "strong", ImageEnhance.Contrast(ImageOps.grayscale(picture)).enhance(1.8), jpeg(75)
    yield "screenshot", "mild", post(picture, seed), {"format": "PNG"}
    yield "screenshot", "strong", small_post(picture, seed), jpeg(60)
    yield "light", "mild", ImageEnhance.Brightness(picture).enhance(.7), jpeg(85)
    yield "light", "strong", ImageEnhance.Brightness(picture).enhance(.35), jpeg(75)
    yield "blur", "strong", picture.filter(ImageFilter.GaussianBlur(max(picture.size) / 400)), jpeg(80)


def small_post(picture, seed):
    page = post(picture, seed)
    return page.resize((page.width * 45 // 100, page.height * 45 // 100))


def hashes(path):
    picture = numpy.asarray(Image.open(path).convert("RGB"))
    turned, quality = pdqhash.compute_dihedral(picture)
    return [numpy.asarray(bits, dtype=bool) for bits in turned], quality


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("bearings")
    parser.add_argument("pictures", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    family, truth, paths = {}, [], []

    def keep(name, of, picture, how):
        path = options.work / name
        picture.convert("RGB").save(path, **how)
        family[path.name] = of
        paths.append(path)
        return path

    for seed, path in enumerate(options.pictures):
        picture = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
        picture.thumbnail((1600, 1600))
        whole = keep(f"{seed:02}.whole.png", seed, picture, {"format": "PNG"})
        for kind, strength, edited, how in edits(picture, seed * 100):
            ending = "png" if how["format"] == "PNG" else "jpg"
            made = keep(f"{seed:02}.{kind}.{strength}.{ending}", seed, edited, how)
            truth.append((made, whole, kind, strength))
        # Not a copy; one family all the same would hide what is asked, so it stands beside.
        keep(f"{seed:02}.aside.jpg", ("aside", seed), aside(picture, .12), jpeg(85))
    for seed in range(12):
        keep(f"slide.{seed:02}.png", ("slide", seed), slide(7_000 + seed), {"format": "PNG"})
    done = subprocess.run([options.bearings, "similar", "--json", *map(str, paths)], capture_output=True, text=True)
    answer = json.loads(done.stdout)
    links = {}
    for link in answer["links"]:
        pair = frozenset(pathlib.Path(link[side]).name for side in ("here_path", "there_path"))
        links[pair] = link
    peer = {path: hashes(path) for path in paths}
    rows = collections.defaultdict(collections.Counter)
    for made, whole, kind, strength in truth:
        link = links.get(frozenset((made.name, whole.name)))
        found = link is not None and link["grade"] in ("certain", "likely")
        row = rows[kind, strength]
        row["all"] += 1
        row["found"] += found
        row["possible"] += link is not None and not found
        (turned, quality), (others, other) = peer[made], peer[whole]
        near = min(int((bits != others[0]).sum()) for bits in turned)
        row["pdqhash"] += near <= 31 and min(quality, other) >= 50
        if not found:
            print("not found:", made.name, link and link["grade"])
    columns = ("all", "found", "possible", "pdqhash")
    print(f"{'kind':<14}{'strength':<10}" + "".join(f"{column:>10}" for column in columns))
    for strength in ("mild", "strong"):
        sums = collections.Counter()
        for (kind, of), row in rows.items():
            if of == strength:
                sums.update(row)
                print(f"{kind:<14}{of:<10}" + "".join(f"{row[column]:>10}" for column in columns))
        print(f"{'all':<14}{strength:<10}" + "".join(f"{sums[column]:>10}" for column in columns))
    false, asides = collections.Counter(), collections.Counter()
    for pair, link in links.items():
        a, b = (family[name] for name in pair)
        if a == b:
            continue
        if {type(a), type(b)} == {int, tuple} and "aside" in (a if isinstance(a, tuple) else b) and \
                (a if isinstance(a, int) else a[1]) == (b if isinstance(b, int) else b[1]):
            asides[link["grade"]] += 1
            continue
        false[link["grade"]] += 1
        print("false:", *sorted(pair), link["grade"], [(m["name"], m["value"]) for m in link["measures"]])
    print(f"{len(paths)} files; links between pictures that are not one: {dict(false)}; "
          f"with a view from a step aside: {dict(asides)}")


if __name__ == "__main__":
    main()
