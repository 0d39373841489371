#!/usr/bin/env python3
"""Draws the demonstration's two pictures beside itself: a street nobody lives in, and an edited copy.

Needs Pillow. The same pictures come out each time.
"""
import pathlib
import random

from PIL import Image, ImageDraw, ImageFont, ImageOps

HERE = pathlib.Path(__file__).parent
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"


def street(wide=960, high=600):
    pick = random.Random(41)
    sheet = Image.new("RGB", (wide, high))
    draw = ImageDraw.Draw(sheet)
    for y in range(high):
        draw.line((0, y, wide, y), fill=(150 + y // 8, 175 + y // 10, 205 - y // 20))
    left = -20
    while left < wide:
        house, top = pick.randint(90, 170), pick.randint(140, 290)
        wall = tuple(pick.randint(90, 200) for _ in range(3))
        draw.rectangle((left, top, left + house, 470), fill=wall, outline=(60, 60, 60))
        draw.polygon([(left - 6, top), (left + house // 2, top - pick.randint(25, 70)), (left + house + 6, top)],
                     fill=tuple(c // 2 for c in wall))
        for y in range(top + 18, 440, 42):
            for x in range(left + 14, left + house - 24, 36):
                lit = pick.choice([(40, 45, 60), (70, 80, 95), (220, 205, 150)])
                draw.rectangle((x, y, x + 20, y + 26), fill=lit, outline=(50, 50, 50))
        left += house + pick.randint(0, 12)
    draw.rectangle((430, 60, 500, 470), fill=(150, 120, 95), outline=(60, 50, 40))
    draw.polygon([(422, 60), (465, 5), (508, 60)], fill=(70, 50, 50))
    draw.ellipse((443, 90, 487, 134), fill=(240, 235, 220), outline=(40, 40, 40), width=3)
    draw.line((465, 112, 465, 97), fill=(30, 30, 30), width=3)
    draw.line((465, 112, 477, 118), fill=(30, 30, 30), width=3)
    draw.rectangle((0, 470, wide, high), fill=(95, 95, 98))
    for _ in range(700):
        x, y = pick.randint(0, wide), pick.randint(474, high)
        draw.point((x, y), fill=tuple([pick.randint(70, 130)] * 3))
    for x in range(0, wide, 120):
        draw.polygon([(x, 560), (x + 60, 560), (x + 50, 570), (x - 10, 570)], fill=(220, 220, 215))
    return sheet


def edited(whole):
    wide, high = whole.size
    copy = ImageOps.mirror(whole).crop((wide // 12, high // 14, wide * 11 // 12, high * 13 // 14))
    copy = copy.resize((720, 464))
    draw = ImageDraw.Draw(copy)
    draw.rectangle((0, 0, 720, 54), fill=(250, 250, 250))
    draw.text((18, 12), "THE MARKET STREET THIS MORNING", font=ImageFont.truetype(FONT, 26), fill=(20, 20, 20))
    return copy


if __name__ == "__main__":
    whole = street()
    whole.save(HERE / "street-2019.png", optimize=True)
    edited(whole).save(HERE / "street-this-morning.jpg", quality=70)
