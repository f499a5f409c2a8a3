#!/usr/bin/env python3
"""Drops files on a window as a file manager does, by the XDND protocol (version 5).

usage: xdnd_drop.py WINDOW X Y FILE...    X and Y are pixels inside the window

Succeeds when the window accepts the drag and says that it has finished with the drop.
Protocol: https://freedesktop.org/wiki/Specifications/XDND/
"""

import sys
import time
from pathlib import Path
from urllib.parse import quote

from Xlib import X, Xatom, display
from Xlib.protocol import event

VERSION = 5
PATIENCE_SECONDS = 10


class DragSource:
    """A small window of our own that offers a list of files and speaks with the target."""

    def __init__(self, target_id, files):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.target = self.display.create_resource_object("window", target_id)
        self.window = self.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.offer = "".join(f"file://{quote(str(Path(file).resolve()))}\r\n" for file in files).encode()
        self.accepted = None
        self.finished = False

    def atom(self, name):
        return self.display.intern_atom(name)

    def send(self, kind, *data):
        words = [self.window.id, *data]
        message = event.ClientMessage(
            window=self.target, client_type=self.atom(kind), data=(32, words + [0] * (5 - len(words)))
        )
        self.target.send_event(message, event_mask=X.NoEventMask)
        self.display.flush()

    def answer(self, request):
        """Hands the list of files to whoever asks for the selection."""
        wanted = self.atom("text/uri-list")
        place = request.property or request.target
        if request.target == wanted:
            request.requestor.change_property(place, wanted, 8, self.offer)
        elif request.target == self.atom("TARGETS"):
            request.requestor.change_property(place, Xatom.ATOM, 32, [wanted])
        else:
            place = X.NONE
        request.requestor.send_event(event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection, target=request.target, property=place
        ))
        self.display.flush()

    def listen(self, done, seconds=PATIENCE_SECONDS):
        """Handles events until `done()` or the time is up; says whether it is done."""
        deadline = time.monotonic() + seconds
        while not done() and time.monotonic() < deadline:
            if not self.display.pending_events():
                time.sleep(0.01)
                continue
            received = self.display.next_event()
            if received.type == X.SelectionRequest:
                self.answer(received)
            elif received.type == X.ClientMessage and received.client_type == self.atom("XdndStatus"):
                self.accepted = bool(received.data[1][1] & 1)
            elif received.type == X.ClientMessage and received.client_type == self.atom("XdndFinished"):
                self.finished = True
        return done()

    def drop(self, x, y):
        if self.target.get_full_property(self.atom("XdndAware"), X.AnyPropertyType) is None:
            sys.exit("the window does not take drops: it has no XdndAware property")
        corner = self.root.translate_coords(self.target, 0, 0)
        self.window.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        # While a file manager drags it holds the pointer: the target learns of its place only after the drop.
        self.root.grab_pointer(False, X.PointerMotionMask, X.GrabModeAsync, X.GrabModeAsync, X.NONE, X.NONE, X.CurrentTime)
        self.send("XdndEnter", VERSION << 24, self.atom("text/uri-list"))
        for step in range(1, 6):
            at_x, at_y = corner.x + x * step // 5, corner.y + y * step // 5
            self.root.warp_pointer(at_x, at_y)
            self.send("XdndPosition", 0, at_x << 16 | at_y, X.CurrentTime, self.atom("XdndActionCopy"))
            self.accepted = None
            self.listen(lambda: self.accepted is not None)
        if not self.accepted:
            self.send("XdndLeave")
            sys.exit("the window did not accept the drag")
        self.send("XdndDrop", 0, X.CurrentTime)
        self.display.ungrab_pointer(X.CurrentTime)
        if not self.listen(lambda: self.finished):
            sys.exit("the window took the drop but never said that it had finished")


def main(window, x, y, *files):
    DragSource(int(window), files).drop(int(x), int(y))


if __name__ == "__main__":
    main(*sys.argv[1:])
