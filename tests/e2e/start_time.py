"""Measures how the window starts, side by side with an empty window of the same toolkit and font, under Xvfb.

    tests/e2e/start_time.py COUNTYLENS EMPTY [ROUNDS]

EMPTY is built by `cargo build --release -p countylens-bench --bin empty_window --features window`. Needs Xvfb and python3-xlib. The
two are started in turns. Time runs from the start of the process to the first frame on the screen (both paint a ground that is not black);
memory is the resident set two seconds later; an idle window's time on the processor is counted over ten seconds.
Exits with 1 where CountyLens takes more than 1.3 times the time or 1.6 times the memory, or any time while idle.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display
from Xlib import error as xerror

TIME, MEMORY, IDLE_SECONDS = 1.3, 1.6, 10
TICKS = os.sysconf("SC_CLK_TCK")


def free_display():
    return next(number for number in range(120, 200) if not os.path.exists(f"/tmp/.X{number}-lock"))


def ground(root):
    """The colour in the middle of the screen, None while no window covers it."""
    try:
        size = root.get_geometry()
        image = root.get_image(size.width // 2, size.height - 60, 1, 1, X.ZPixmap, 0xFFFFFFFF)
    except xerror.XError:
        return None
    return None if not any(image.data[:3]) else image.data[:3]


def ticks(pid):
    """Time on the processor of all threads, in clock ticks."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def resident(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        line = next(line for line in file if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(program, root, environment, idle):
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen([program], env=environment, stdout=nowhere, stderr=nowhere)
    while ground(root) is None:
        if process.poll() is not None or time.perf_counter() - start > 60:
            sys.exit(f"{program} shows no window")
        time.sleep(0.002)
    shown = time.perf_counter() - start
    time.sleep(2)
    memory, used = resident(process.pid), None
    if idle:
        time.sleep(3)
        before = ticks(process.pid)
        time.sleep(IDLE_SECONDS)
        used = (ticks(process.pid) - before) / TICKS
    process.kill()
    process.wait()
    while ground(root) is not None:
        time.sleep(0.01)
    return shown, memory, used


def main():
    ours, empty = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    number, folder = free_display(), tempfile.mkdtemp()
    os.chmod(folder, 0o700)
    server = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", "1280x800x24"], stderr=subprocess.DEVNULL)
    try:
        while not os.path.exists(f"/tmp/.X11-unix/X{number}"):
            time.sleep(0.05)
        root = display.Display(f":{number}").screen().root
        environment = os.environ | {"DISPLAY": f":{number}", "XDG_RUNTIME_DIR": folder, "COUNTYLENS_CONFIG_DIR": folder}
        environment.pop("WAYLAND_DISPLAY", None)
        found = {ours: [], empty: []}
        for turn in range(rounds):
            for program, results in found.items():
                results.append(measure(program, root, environment, idle=turn == 0))
        median = {p: [statistics.median(r[i] for r in results) for i in (0, 1)] for p, results in found.items()}
        for program, results in found.items():
            seconds, memory = median[program]
            print(f"{program}: {seconds * 1000:.0f} ms to the first frame, {memory:.0f} MB, idle {results[0][2]:.2f} s of {IDLE_SECONDS} s")
        times, sizes = (median[ours][i] / median[empty][i] for i in (0, 1))
        idle = found[ours][0][2]
        print(f"time {times:.2f} (at most {TIME}), memory {sizes:.2f} (at most {MEMORY}), idle {idle:.2f} s (none)")
        sys.exit(times > TIME or sizes > MEMORY or idle > 0)
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


main()
