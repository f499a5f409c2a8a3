"""Reads exported files with programs that are not ours, and compares them with the JSON of the same comparison.

exported.py workbook FILE.xlsx FILE.json     value for value, with openpyxl
exported.py table FILE.csv OURS.csv          the columns of a CSV that another program has written anew
exported.py page FILE.html BROWSER [PNG]     clicks every figure of a page in a headless browser
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from decimal import Decimal


def fail(message):
    sys.exit(f"exports: {message}")


def expect(what, found, wanted):
    if found != wanted:
        fail(f"{what}: {found!r}, not {wanted!r}")


def workbook(path, json_path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet, figures, sources = book.worksheets[:3]
    document = json.loads(pathlib.Path(json_path).read_text(encoding="utf-8"))
    stated = document["rows"]
    rows = [row for row in sheet.iter_rows(min_row=2) if "◇" not in row[2].value]
    derived = [row for row in sheet.iter_rows(min_row=2) if "◇" in row[2].value]
    expect("rows of the comparison", len(rows), len(stated))
    expect("derived values", len(derived), len(document["derived"]))
    for row, wanted in zip(rows, stated):
        for side, first in (("left", 3), ("right", 10)):
            value, unit, _, period, notes, sentence, source = row[first : first + 7]
            found = wanted[side]["stated"]
            if not found:
                expect(f"{value.coordinate}", value.value, None)
                expect(f"{notes.coordinate}", notes.value, wanted[side]["missing"])
                continue
            if not isinstance(value.value, (int, float)):
                fail(f"{value.coordinate} is no number: {value.value!r}")
            expect(value.coordinate, Decimal(repr(value.value)), Decimal(found[0]["value"]))
            expect(sentence.coordinate, sentence.value, found[0]["sentence"])
            if not period.value or not unit.value:
                fail(f"{value.coordinate} has no unit or no period")
            target = source.hyperlink.location
            place, cell = re.fullmatch(r"'(.*)'!(\w+)", target).groups()
            expect("link of the figure", book[place], figures)
            line = figures[figures[cell].row]
            expect(f"the figure at {target}", line[11].value, found[0]["sentence"])
            expect(f"the figure at {target}", line[8].value, found[0]["as_written"])
        difference = wanted["difference"]
        if difference:
            expect(row[17].coordinate, Decimal(repr(row[17].value)), Decimal(difference["value"]))
    for row, wanted in zip(derived, document["derived"]):
        value = row[3 if wanted["side"] == "left" else 10]
        expect(value.coordinate, Decimal(repr(value.value)), Decimal(wanted["value"]))
    for place in (sheet, figures, sources):
        expect(f"frozen heads of {place.title}", place.freeze_panes, "A2")
        for cell in (cell for row in place.iter_rows() for cell in row):
            if cell.data_type == "f":
                fail(f"{place.title} {cell.coordinate} is a formula: {cell.value}")
    if not any(cell.hyperlink for row in sources.iter_rows(min_row=2) for cell in row):
        fail("no source is linked")
    print(f"exports: {len(rows)} rows, {len(derived)} derived values and {figures.max_row - 1} figures read back")


def table(path, ours):
    def rows(name):
        with open(name, encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    found, wanted = rows(path), rows(ours)
    expect("heads", found[0], wanted[0])
    expect("lines", len(found), len(wanted))
    value = re.compile(r"-?\d+(\.\d+)?")
    for one, other in zip(found[1:], wanted[1:]):
        for head, cell, own in zip(found[0], one, other):
            same = cell == own or (value.fullmatch(own) and value.fullmatch(cell) and Decimal(cell) == Decimal(own))
            # A spreadsheet takes a date for a date and shows it in its own way.
            if not same and not re.fullmatch(r"\d{4}(-\d\d){1,2}|.*%", own):
                fail(f"{head}: {cell!r}, not {own!r}")
    print(f"exports: {len(found) - 1} lines of {len(found[0])} columns read and written by the spreadsheet")


class Browser:
    """A page in a headless Chromium, by its debugging protocol."""

    def __init__(self, program, url):
        import websocket

        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--hide-scrollbars"]
        arguments += [f"--user-data-dir={self.folder.name}", "--window-size=1100,900", url]
        self.process = subprocess.Popen([program, *arguments], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        port_file = pathlib.Path(self.folder.name) / "DevToolsActivePort"
        for _ in range(300):
            if port_file.exists() and port_file.read_text().strip():
                break
            time.sleep(0.1)
        else:
            fail("the browser did not start")
        port = port_file.read_text().split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            pages = [page for page in json.load(answer) if page["type"] == "page"]
        self.socket = websocket.create_connection(pages[0]["webSocketDebuggerUrl"], suppress_origin=True, timeout=30)
        self.sent = 0

    def call(self, method, **parameters):
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.sent:
                return answer["result"]

    def run(self, script):
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            fail(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def click(self, selector, index):
        place = self.run(
            f"(() => {{ const a = document.querySelectorAll({selector!r})[{index}]; a.scrollIntoView({{block: 'center'}});"
            " const r = a.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2, a.textContent]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
        return place[2]

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait(10)


# What the browser shows after a click: the marked figure, its sentence, whether both are seen and lit.
SHOWN = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  const target = document.querySelector(':target');
  const mark = target && target.closest('mark');
  if (!mark) return done(null);
  const box = mark.getBoundingClientRect(), other = document.querySelector('mark:not(:target):not(:has(:target))');
  const sentence = mark.closest('.sentence');
  done({ figure: mark.textContent, sentence: sentence && sentence.textContent,
    seen: box.top >= 0 && box.bottom <= innerHeight && box.width > 0,
    lit: !other || getComputedStyle(mark).backgroundColor !== getComputedStyle(other).backgroundColor });
})))"""


def page(path, program, picture=None):
    browser = Browser(program, pathlib.Path(path).resolve().as_uri())
    try:
        for _ in range(100):
            if browser.run("document.readyState === 'complete' && location.protocol === 'file:'"):
                break
            time.sleep(0.1)
        links = browser.run("document.querySelectorAll('td a').length")
        if not links:
            fail("the page has no figure to click")
        wanted = browser.run("[...document.querySelectorAll('td a')].map(a => a.getAttribute('href').slice(1))")
        for index in range(links):
            words = browser.click("td a", index)
            shown = browser.run(SHOWN)
            if not shown:
                fail(f"a click on “{words}” leads nowhere")
            expect("the page's place", browser.run("location.hash.slice(1)"), wanted[index])
            if not (shown["seen"] and shown["lit"]):
                fail(f"a click on “{words}” does not show its figure: {shown}")
            if not shown["sentence"] or shown["figure"] not in shown["sentence"]:
                fail(f"a click on “{words}” does not show its sentence: {shown}")
        if picture:
            import base64

            browser.click("td a", 1)
            browser.run(SHOWN)
            data = browser.call("Page.captureScreenshot")["data"]
            pathlib.Path(picture).write_bytes(base64.b64decode(data))
        expect("scripts", browser.run("document.scripts.length"), 0)
        print(f"exports: {links} figures clicked, each shows its sentence")
    finally:
        browser.close()


if __name__ == "__main__":
    {"workbook": workbook, "table": table, "page": page}[sys.argv[1]](*sys.argv[2:])
