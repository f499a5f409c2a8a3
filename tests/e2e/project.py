"""What project files say of a review.

project.py done FILE          ten figures accepted, one corrected to 2016-12, one thrown out, one added and taken back
project.py added FILE         the same, and the added one brought again
project.py same FILE OTHER    both say the same of sources, what is looked at, and history
"""

import json
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def kind(entry):
    action = entry["action"]
    return action if isinstance(action, str) else next(iter(action))


def reviewed(path, undone, redoable):
    history = read(path)["history"]
    holds = [entry for entry in history["entries"] if not entry["undone"]]
    kinds = [kind(entry) for entry in holds]
    expected = {"accept": 10, "correct": 1, "reject": 1, "add": 1}
    for name in undone:
        expected.pop(name)
    found = {name: kinds.count(name) for name in set(kinds)}
    assert found == expected, found
    found = [kind(entry) for entry in history["entries"] if entry["undone"]]
    assert found == undone and len(history["redo"]) == redoable, (found, history["redo"])
    corrected = next(entry for entry in holds if kind(entry) == "correct")["action"]["correct"]
    assert corrected["to"]["period"] == "2016-12", corrected
    added = next(entry for entry in history["entries"] if kind(entry) == "add")["action"]["add"]["facts"]
    assert (added["label"], added["value"], added["unit"], added["period"]) == ("pilot", "12.5", "km", "2016"), added


def done(path):
    reviewed(path, undone=["add"], redoable=1)


def added(path):
    reviewed(path, undone=[], redoable=0)


def same(path, other):
    parts = [
        ([(source["id"], source["name"], source["sha256"]) for source in file["sources"]], file["view"], file["history"])
        for file in (read(path), read(other))
    ]
    assert parts[0] == parts[1], "the files differ"


{"done": done, "added": added, "same": same}[sys.argv[1]](*sys.argv[2:])
