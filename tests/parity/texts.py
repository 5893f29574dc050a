# SPDX-License-Identifier: Apache-2.0
"""The texts of each set of the parity run, and the file they travel in: u32 size and UTF-8, each."""

import lzma
import pathlib
import random
import struct
from collections.abc import Iterator

SEED = 1
SCALARS = 0x110000 - 0x800  # Unicode scalar values: code points but for surrogates
POOLS = [
    "abcxyz ABC",
    "  \t\n\r\v\f\u0085\u00a0\u1680\u2003\u200b\u200d\u2028\u2029\u202f\u205f\u3000",
    "\u0301\u0300\u0308\u0327\u0323\u0345\u093f\u094d\u0e31\u0e33",
    "éüñßﬁ½①Ⅷ™…㍿ﷺ",
    "日本語漢字カナかな",
    "한국어\u1100\u1161\u11a8",
    "नमस्तेक्ष",
    "สวัสดี",
    "שלום\u05b8",
    "\U0001f468\U0001f469\U0001f467\u200d\ufe0f\U0001f1e9\U0001f1ea\U0001f3fb",
    "\x00\x01\x1f\x7f\x85\u200e\u202a\ufeff\u00ad\ufffd",
    "▁▁_",
    "ÀÈ",
    "\u0600\u06dd\u070f\u0915",
    "０Ａａ＜ｓ＞",
    "\U0002f800\U0001d400",
]
TOKENS = ["<s>", "</s>", "<mask>", "<pad>", "<unk>", " <mask>", "<mask> ", "＜s＞", "<", "mask>"]


def lines(folder: pathlib.Path, count: int) -> Iterator[str]:
    """Non-empty lines, one from each language in turn."""
    files = sorted(folder.glob("*.txt.xz"))
    texts = [lzma.open(file).read().decode("utf-8").split("\n") for file in files]
    texts = [[line for line in text if line] for text in texts]
    row = 0
    while count > 0 and any(row < len(text) for text in texts):
        for text in texts:
            if row < len(text) and count > 0:
                yield text[row]
                count -= 1
        row += 1


def scalars(before: str, after: str) -> Iterator[str]:
    """Every Unicode scalar value between two texts."""
    for c in range(0x110000):
        if not 0xD800 <= c < 0xE000:
            yield before + chr(c) + after


def randoms(count: int) -> Iterator[str]:
    choose = random.Random(SEED)
    for _ in range(count):
        text = ""
        for _ in range(choose.randint(0, 12)):
            kind = choose.random()
            if kind < 0.07:
                text += choose.choice(TOKENS)
            elif kind < 0.12:
                ranges = [(1, 0x2FFF), (0xE000, 0xFFFF), (0x10000, 0x1FFFF)]
                text += chr(choose.randint(*choose.choice(ranges)))
            else:
                pool = choose.choice(POOLS)
                text += "".join(choose.choice(pool) for _ in range(choose.randint(1, 4)))
        yield text


def write(path: pathlib.Path, texts: Iterator[str]) -> None:
    with path.open("wb") as file:
        for text in texts:
            data = text.encode("utf-8")
            file.write(struct.pack("<I", len(data)) + data)


def read(path: pathlib.Path) -> list[str]:
    data = path.read_bytes()
    texts = []
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from("<I", data, at)
        texts.append(data[at + 4 : at + 4 + size].decode("utf-8"))
        at += 4 + size
    return texts
