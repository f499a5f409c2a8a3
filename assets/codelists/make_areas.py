#!/usr/bin/env python3
"""Makes areas.csv from yearly editions of the area codes. See README.md here for the sources.

Usage: make_areas.py GB2260_DATA DIVISIONS > areas.csv
  GB2260_DATA  gb2260/data.py of the PyPI package GB2260 0.4.1
  DIVISIONS    a folder with one unpacked npm package china-division a version: DIVISIONS/2.7.0/package/dist/…
"""

import csv
import json
import re
import sys
from pathlib import Path

# Version of china-division → year of the edition it carries (its README says so).
DIVISION_YEARS = {
    "1.0.4": 2015, "1.3.2": 2016, "2.1.1": 2017, "2.2.0": 2018, "2.3.1": 2019,
    "2.4.0": 2020, "2.5.0": 2021, "2.6.1": 2022, "2.7.0": 2023,
}
FIRST, LAST = 2010, 2023
# In the codes, but no places: headings, and islands that later editions list under 三沙市.
NO_PLACE = re.compile(r"市辖区$|^县$|直辖县级|直辖行政单位|^省直辖|群岛")
# Misprints of single editions.
SPELLING = {"荔蒲县": "荔浦县", "江洲区": "江州区"}
PLACE = re.compile(r"市辖区$|^县$|直辖县级|直辖行政单位|^省直辖|群岛")
# China-division also lists statistical zones (经济技术开发区, 管理区, …); GB/T 2260 does not know them.
ZONE = re.compile(r"开发区|管理区|示范区|园区|产业区|试验区|保税|新技术|高新区$|旅游区|经济区|工业区|名胜区|管委会|新城$|合作区|聚集区|集聚区|行政委员会|生态区|度假区")
PLACE = re.compile(r"(省|市|县|区|旗|州|盟)$")

PEOPLES = """汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇
柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春
赫哲 门巴 珞巴 基诺 各""".split()
WITH_ZU = re.compile(rf"^(.{{2,}}?)(?:(?:{'|'.join(PEOPLES)})族)+$")
WITHOUT_ZU = re.compile(r"^(.{2,}?)(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)$")
SUFFIXES = [re.compile(r"(特别行政区|自治[区州县旗]|地区|林区|特区|新区)$"), re.compile(r"[省市县区盟旗]$")]


def short_name(name):
    """中阳县 → 中阳, 紫云苗族布依族自治县 → 紫云; empty where fewer than two characters would be left."""
    cores = (suffix.sub("", name) for suffix in SUFFIXES if suffix.search(name))
    core = next((core for core in cores if len(core) >= 2), "")
    match = WITH_ZU.match(core) or ("自治" in name and WITHOUT_ZU.match(core))
    return match.group(1) if match else re.sub("族$", "", core)


def level(code):
    return "province" if code % 10_000 == 0 else "city" if code % 100 == 0 else "county"


def is_zone(code):
    """China-division also lists statistical zones (经济技术开发区 and the like), numbered 71 to 79 within a city."""
    return level(code) == "county" and 70 < code % 100 < 80


def editions(gb2260_data, divisions):
    """Yields (year, {code: name})."""
    scope = {}
    exec(Path(gb2260_data).read_text(encoding="utf-8"), scope)
    for key, names in scope["data"].items():
        year = 2014 if key is None else int(key) if len(str(key)) == 4 else 0
        if year >= FIRST:
            yield year, names
    for version, year in DIVISION_YEARS.items():
        dist = Path(divisions, version, "package", "dist")
        names = {}
        for part in ("provinces", "cities", "areas"):
            for row in json.loads((dist / f"{part}.json").read_text(encoding="utf-8")):
                if len(row["code"]) <= 6:
                    names[int(row["code"].ljust(6, "0"))] = row["name"].strip()
        yield year, names


def main(gb2260_data, divisions):
    years = {}
    for year, names in editions(gb2260_data, divisions):
        for code, name in names.items():
            if PLACE.search(name) and not NO_PLACE.search(name) and not is_zone(code):
                years.setdefault((code, SPELLING.get(name, name)), []).append(year)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["code", "name", "level", "from", "to", "short"])
    for (code, name), listed in sorted(years.items()):
        first, last = min(listed), max(listed)
        if code // 10_000 in (71, 81, 82):  # Editions after 2014 keep these three in a list of their own.
            last = LAST
        out.writerow([
            f"{code:06}", name, level(code),
            "" if first == FIRST else first, "" if last == LAST else last, short_name(name),
        ])


if __name__ == "__main__":
    main(*sys.argv[1:])
