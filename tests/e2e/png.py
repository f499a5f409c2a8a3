#!/usr/bin/env python3
"""Looks at PNG pictures with nothing but zlib.

usage: png.py check FILE WIDTH HEIGHT             a PNG of that size that is not blank
       png.py differ FILE FILE X Y WIDTH HEIGHT   two pictures of one size that are not the same in that part
       png.py same FILE FILE X Y WIDTH HEIGHT     two pictures of one size that are
"""

import struct
import sys
import zlib
from collections import Counter

# A window with text, lines and two colours has far more; a blank or half-drawn one has fewer.
FEWEST_COLOURS = 64
LARGEST_SHARE_OF_ONE_COLOUR = 0.97
# A line of small text changes some hundreds.
FEWEST_CHANGED_PIXELS = 300


def read(path):
    """(width, height, list of pixels as bytes) of an 8-bit RGB or RGBA picture without interlacing."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        sys.exit(f"{path}: this is no PNG")
    at, packed, header, ended = 8, b"", None, False
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8:at + 8 + length]
        if zlib.crc32(kind + body) != struct.unpack_from(">I", data, at + 8 + length)[0]:
            sys.exit(f"{path}: the PNG is damaged")
        header = struct.unpack(">IIBBBBB", body) if kind == b"IHDR" else header
        packed += body if kind == b"IDAT" else b""
        ended |= kind == b"IEND"
        at += 12 + length
    width, height, depth, colour, _, _, interlaced = header
    if depth != 8 or colour not in (2, 6) or interlaced or not ended:
        sys.exit(f"{path}: expected a whole 8-bit RGB or RGBA picture")
    return width, height, pixels(zlib.decompress(packed), width, height, 3 if colour == 2 else 4)


def pixels(lines, width, height, channels):
    """Undoes the filters of the lines (PNG specification, chapter 9)."""
    stride, above, found = width * channels, bytearray(width * channels), []
    for row in range(height):
        start = row * (stride + 1)
        filtering, line = lines[start], bytearray(lines[start + 1:start + 1 + stride])
        for i in range(stride if filtering else 0):
            left = line[i - channels] if i >= channels else 0
            up = above[i]
            if filtering == 1:
                guess = left
            elif filtering == 2:
                guess = up
            elif filtering == 3:
                guess = (left + up) // 2
            else:
                corner = above[i - channels] if i >= channels else 0
                p = left + up - corner
                guess = min((abs(p - left), 0, left), (abs(p - up), 1, up), (abs(p - corner), 2, corner))[2]
            line[i] = (line[i] + guess) & 255
        found += [bytes(line[i:i + channels]) for i in range(0, stride, channels)]
        above = line
    return found


def check(path, width, height):
    found_width, found_height, found = read(path)
    if (found_width, found_height) != (int(width), int(height)):
        sys.exit(f"{path}: {found_width}×{found_height} instead of {width}×{height}")
    colours = Counter(found)
    share = colours.most_common(1)[0][1] / len(found)
    if len(colours) < FEWEST_COLOURS or share > LARGEST_SHARE_OF_ONE_COLOUR:
        sys.exit(f"{path}: blank or nearly so: {len(colours)} colours, {share:.0%} of it one colour")


def changed(first, second, part):
    one, other = read(first), read(second)
    if one[:2] != other[:2]:
        sys.exit(f"{first} and {second} are not of one size")
    x, y, width, height = map(int, part)
    places = (row * one[0] + column for row in range(y, y + height) for column in range(x, x + width))
    return sum(one[2][at] != other[2][at] for at in places)


def differ(first, second, *part):
    pixels = changed(first, second, part)
    if pixels < FEWEST_CHANGED_PIXELS:
        sys.exit(f"{first} and {second} differ in {pixels} pixels of that part only")


def same(first, second, *part):
    pixels = changed(first, second, part)
    if pixels:
        sys.exit(f"{first} and {second} differ in {pixels} pixels of that part")


if __name__ == "__main__":
    {"check": check, "differ": differ, "same": same}[sys.argv[1]](*sys.argv[2:])
