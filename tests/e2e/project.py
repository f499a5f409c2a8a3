"""What project files say of a review.

project.py done FILE          ten figures accepted, one corrected to 2016-12, one thrown out and taken back
project.py same FILE OTHER    both say the same of sources, counties and history
"""

import json
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def kind(entry):
    action = entry["action"]
    return action if isinstance(action, str) else next(iter(action))


def done(path):
    history = read(path)["history"]
    holds = [entry for entry in history["entries"] if not entry["undone"]]
    undone = [kind(entry) for entry in history["entries"] if entry["undone"]]
    kinds = [kind(entry) for entry in holds]
    expected = {"accept": 10, "correct": 1}
    found = {name: kinds.count(name) for name in set(kinds)}
    assert found == expected, found
    assert undone == ["reject"] and len(history["redo"]) == 1, (undone, history["redo"])
    corrected = next(entry for entry in holds if kind(entry) == "correct")["action"]["correct"]
    assert corrected["to"]["period"] == "2016-12", corrected


def same(path, other):
    parts = [
        ([(source["id"], source["name"], source["sha256"]) for source in file["sources"]], file["view"]["chosen"], file["history"])
        for file in (read(path), read(other))
    ]
    assert parts[0] == parts[1], "the files differ"


{"done": done, "same": same}[sys.argv[1]](*sys.argv[2:])
