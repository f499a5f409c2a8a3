"""Writes licences.txt beside it: every crate that goes into the program on any system, with its licence and notices.

Reads `cargo metadata` and the crates' sources in cargo's own folder; run it from anywhere after the dependencies change:
`python3 assets/licences/make_licences.py`. `tests/licences.rs` says when that is needed.
"""

import hashlib
import json
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NAMES = re.compile(r"^(licen[cs]e|copying|copyright|notice|unlicense)", re.IGNORECASE)
RULE = "=" * 78


def dependencies(metadata):
    """The packages that normal dependencies of the program lead to, on any system, the program itself left out."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    root = metadata["resolve"]["root"]
    seen, waiting = set(), [root]
    while waiting:
        for dependency in nodes[waiting.pop()]["deps"]:
            normal = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if normal and dependency["pkg"] not in seen:
                seen.add(dependency["pkg"])
                waiting.append(dependency["pkg"])
    packages = [package for package in metadata["packages"] if package["id"] in seen]
    return sorted(packages, key=lambda package: (package["name"], package["version"]))


def texts(package):
    """The licence texts and notices in a package's folder; of several to choose from, those of MIT where there are any."""
    folder = pathlib.Path(package["manifest_path"]).parent
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and NAMES.match(path.name)]
    subfolders = [path for path in sorted(folder.iterdir()) if path.is_dir() and NAMES.match(path.name)]
    files += [path for sub in subfolders for path in sorted(sub.iterdir()) if path.is_file()]
    files += sorted((folder / "fonts").glob("*.txt"))
    if package.get("license_file"):
        files.append(folder / package["license_file"])
    found = {path.resolve(): path.read_text(encoding="utf-8", errors="replace").strip() for path in files if path.exists()}
    if " OR " in (package["license"] or "").upper() or "/" in (package["license"] or ""):
        mit = {path: text for path, text in found.items() if "Permission is hereby granted, free of charge" in text}
        notices = {path: text for path, text in found.items() if path.name.lower().startswith("notice")}
        found = mit | notices if mit else found
    return [text for text in found.values() if text]


def main():
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    packages = dependencies(metadata)
    groups, bare = {}, []
    for package in packages:
        own = texts(package)
        if not own:
            bare.append(package)
        for text in own:
            key = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
            groups.setdefault(key, (text, []))[1].append(package)
    title = lambda package: f"{package['name']} {package['version']}"
    lines = ["CountyLens is licensed under MIT or Apache-2.0. It is made of these works of others:", ""]
    lines += [f"{title(package)} · {package['license'] or 'see its text below'}" for package in packages]
    lines += ["Noto Sans SC 2.004 (Regular and Bold, subsets) · OFL-1.1", ""]
    if bare:
        lines += ["Packages that bring no text of their licence, with their authors; the texts of MIT and Apache-2.0 stand at the end:", ""]
        for package in bare:
            authors = ", ".join(package["authors"]) or package["repository"] or "its contributors"
            lines.append(f"{title(package)} · {package['license']} · {authors}")
        lines.append("")
    for text, users in sorted(groups.values(), key=lambda group: (-len(group[1]), title(group[1][0]))):
        names = list(dict.fromkeys(title(package) for package in users))
        lines += [RULE, *wrapped(names), RULE, "", *text.splitlines(), ""]
    ofl = (ROOT / "assets/fonts/OFL.txt").read_text(encoding="utf-8").strip()
    lines += [RULE, "Noto Sans SC 2.004", RULE, "", *ofl.splitlines(), ""]
    for own in ["LICENSE-MIT", "LICENSE-APACHE"]:
        lines += [RULE, f"CountyLens: {own}", RULE, "", *(ROOT / own).read_text(encoding="utf-8").strip().splitlines(), ""]
    clean = [re.sub(r"[\x00-\x08\x0b-\x1f\ufeff]", "", line.expandtabs(4)).rstrip() for line in lines]
    (HERE / "licences.txt").write_text("\n".join(clean) + "\n", encoding="utf-8")


def wrapped(names):
    line, lines = "", []
    for name in names:
        if len(line) + len(name) + 2 > 78:
            lines.append(line + ",")
            line = name
        else:
            line = f"{line}, {name}" if line else name
    return [*lines, line]


main()
