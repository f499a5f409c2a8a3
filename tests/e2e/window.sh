# Starts the built program in a real window on a virtual screen and works it as a person would. To be sourced, in the
# package's folder, after setting `out`, the folder for logs and pictures.
#   COUNTYLENS=path  the program to drive, instead of target/debug/countylens

program=$(realpath "${COUNTYLENS:-target/debug/countylens}")
samples=$(realpath assets/samples)
log=$out/log.txt
width=1280
height=800

# Debian's own Python has python-xlib; one from elsewhere on the PATH has not.
python=python3
"$python" -c 'import Xlib' 2>/dev/null || python=/usr/bin/python3

fail() {
    printf 'e2e: %s\n' "$*" >&2
    [ ! -s "$log" ] || { echo "The program's log:" && tail -n 40 "$log"; } >&2
    exit 1
}

# Waits up to $1 seconds for the rest of the arguments to succeed.
wait_for() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $deadline ] || return 1
        sleep 0.1
    done
}

started=()
stop_all() {
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
}
trap stop_all EXIT

# Xvfb on a free display, with a window manager. It must not start anew when a first, short client (xprop) leaves it: the window
# manager could be refused in that moment.
start_screen() {
    rm -rf "$out"
    mkdir -p "$out/home"
    chmod 700 "$out/home"
    exec 3>"$out/display"
    Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp -noreset >"$out/xvfb.txt" 2>&1 &
    started+=($!)
    exec 3>&-
    wait_for 20 test -s "$out/display" || fail "Xvfb did not start: $(cat "$out/xvfb.txt")"
    DISPLAY=:$(cat "$out/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
    openbox >"$out/openbox.txt" 2>&1 &
    started+=($!)
    wait_for 20 managed || fail "the window manager did not start: $(cat "$out/openbox.txt")"
    xdotool mousemove 0 0
}

managed() { xprop -root _NET_SUPPORTING_WM_CHECK | grep 'window id'; }

# start_program LANG FILE…: returns when the window shows what was read.
start_program() {
    local language=$1
    shift
    # No portal, no zenity: the program shows its own field for the path.
    env PATH=/nonexistent DBUS_SESSION_BUS_ADDRESS=disabled: \
        HOME="$out/home" XDG_CONFIG_HOME="$out/home" XDG_DATA_HOME="$out/home" XDG_RUNTIME_DIR="$out/home" \
        LANG="$language" LC_ALL="$language" RUST_LOG=countylens=debug RUST_BACKTRACE=1 \
        "$program" "$@" >"$log" 2>&1 &
    app=$!
    started+=("$app")

    window=
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --class 'CountyLens$' | head -n 1 || true)
        [ -z "$window" ] || break
        kill -0 "$app" 2>/dev/null || fail "the program ended early"
        sleep 0.1
    done
    [ -n "$window" ] || fail "no window appeared"
    xdotool windowsize --sync "$window" $width $height windowactivate --sync "$window"
    for file in "$@"; do
        [[ $file != *.countylens ]] || continue # says itself what it reads
        wait_for 60 was_read "$(basename "$file")" || fail "not read: $file"
    done
    wait_for 60 drawn || fail "the window stays blank"
}

was_read() { grep -Eq "read .*$1: [1-9][0-9]* figures" "$log"; }
drawn() { "$python" tests/e2e/window_drawn.py "$window" "$@"; }

at_rest() { before=$(drawn); } # also for the caller, to compare with

# Presses a letter with Ctrl at the pace of a hand: a key that is up again within one frame may go unseen.
with_control() { xdotool keydown ctrl sleep 0.1 key "$1" sleep 0.1 keyup ctrl sleep 0.2; }

# The same with Ctrl and Shift.
with_shift() { xdotool keydown ctrl keydown shift sleep 0.1 key "$1" sleep 0.1 keyup shift keyup ctrl sleep 0.2; }

# Presses a key as long as a hand does.
tap() { xdotool keydown "$1" sleep 0.1 keyup "$1" sleep 0.2; }

# Types into the field that has the keyboard, in place of what is there.
fill() {
    with_control a
    xdotool type --delay 30 "$1"
}

# The log says PATTERN at least COUNT times.
says() { [ "$(grep -Ec "$2" "$log")" -ge "$1" ]; }

# Does something that gives the keyboard to another field.
moves() {
    local moved
    moved=$(grep -c 'keyboard at Some' "$log" || true)
    "$@"
    wait_for 60 says $((moved + 1)) 'keyboard at Some' || fail "the keyboard stays where it is after: $*"
}

# Saves the window as a picture through the program: Ctrl+Alt+P, the path, Enter.
save_picture() {
    wait_for 60 at_rest || fail "the window does not come to rest"
    xdotool windowactivate --sync "$window" sleep 0.3
    moves with_control alt+p
    with_control a
    xdotool type --delay 20 "$1"
    xdotool sleep 0.5 keydown Return sleep 0.1 keyup Return
    wait_for 60 test -s "$1" || fail "the picture was not saved: $1"
    "$python" tests/e2e/png.py check "$1" $width $height || fail "the saved picture is wrong"
}

# Saves the project under a path.
save_as() {
    wait_for 60 at_rest || fail "the window does not come to rest"
    moves with_shift s
    fill "$1"
    tap Return
    wait_for 60 test -s "$1" || fail "the project was not saved: $1"
}

closed() { ! kill -0 "$app" 2>/dev/null; }

# Closes the window as its owner would, and asks for a clean end.
close_program() {
    # At the pace of a hand, and again where the window manager did not see it: a window that has just come may not hold the keyboard.
    for _ in 1 2 3; do
        xdotool windowactivate --sync "$window" keydown alt sleep 0.1 key F4 sleep 0.1 keyup alt || true
        if wait_for 15 closed; then break; fi
    done
    closed || fail "the window does not close"
    wait "$app" || fail "the program ended with an error"
}
