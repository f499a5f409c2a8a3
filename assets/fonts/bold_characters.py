"""Prints the characters of the bold subset: Latin, punctuation, signs beside figures, GB2312 without kana and frames, and
whatever else the texts in Traditional Chinese have."""

import pathlib

chars = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(range(0x3000, 0x3030)) | set(range(0xFF01, 0xFF5F))
chars |= {ord(c) for c in "—‘’“”…‰−≈≤≥▲▼○●×÷"}
for high in range(0xA1, 0xF8):
    for low in range(0xA1, 0xFF):
        try:
            chars.add(ord(bytes([high, low]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
texts = pathlib.Path(__file__).resolve().parent.parent / "locale" / "zh-Hant"
for path in texts.glob("*.ftl"):
    chars |= {ord(c) for c in path.read_text(encoding="utf-8") if 0x4E00 <= ord(c) <= 0x9FFF}
left_out = [(0x370, 0x45F), (0x2500, 0x257F), (0x3040, 0x33FF)]
print("".join(chr(c) for c in sorted(chars) if not any(a <= c <= b for a, b in left_out)), end="")
