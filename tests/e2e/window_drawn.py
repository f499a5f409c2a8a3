#!/usr/bin/env python3
"""Succeeds when a window shows a finished picture: many colours, and the same ones a moment later. Prints its digest.

usage: window_drawn.py WINDOW [DIGEST]    with a digest: succeeds only if the picture is another one
"""

import hashlib
import sys
import time

from Xlib import X, display

FEWEST_COLOURS = 64


def picture(window):
    size = window.get_geometry()
    return window.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data


def main(window_id, unlike=None):
    window = display.Display().create_resource_object("window", int(window_id))
    first = picture(window)
    colours = {first[i:i + 4] for i in range(0, len(first), 4)}
    if len(colours) < FEWEST_COLOURS:
        sys.exit(f"{len(colours)} colours: not drawn yet")
    time.sleep(0.4)
    if picture(window) != first:
        sys.exit("still changing")
    digest = hashlib.sha256(first).hexdigest()
    if digest == unlike:
        sys.exit("not changed yet")
    print(digest)


if __name__ == "__main__":
    main(*sys.argv[1:])
