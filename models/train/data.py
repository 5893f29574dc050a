# SPDX-License-Identifier: Apache-2.0
"""Reads the labelled sentences and the raw text that the default model is made from.

Only the tiers A and A2 of the labelled data are read, and only raw text whose licence is open.
All readers give their lines in the order of the files, so that everything after them depends on
nothing but the seed.
"""

import argparse
import json
import lzma
import pathlib
from dataclasses import dataclass
from typing import Iterator

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TIERS = ("A", "A2")
LANGUAGES = (
    "bn da de en es fr hi hu id ja kk ko nl no pl pt ro ru sv th tr zh".split()
)
OPEN_LICENCES = ("CC0", "CC-BY-2.0-FR", "CC-BY(Tanaka)", "public-domain")


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence; `entities` are (start, end, label) in code points, end exclusive."""

    language: str
    source: str
    labels_misc: bool
    text: str
    entities: tuple[tuple[int, int, str], ...]


def add_data_argument(parser: argparse.ArgumentParser) -> None:
    """Adds `--data`, the folder that holds `ner/` and `text/`."""
    parser.add_argument(
        "--data",
        type=pathlib.Path,
        default=REPOSITORY / ".." / "shared" / "data",
        help="folder with ner/ and text/ (default: ../shared/data beside the repository)",
    )


def read_sentences(data: pathlib.Path, part: str) -> Iterator[Sentence]:
    """Yields the sentences of `part` ('train' or 'dev') of every tier."""
    for tier in TIERS:
        path = data / "ner" / f"{tier}.{part}.jsonl.xz"
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                row = json.loads(line)
                yield Sentence(
                    row["l"],
                    row["s"],
                    bool(row["m"]),
                    row["t"],
                    tuple((start, end, label) for start, end, label in row["e"]),
                )


def read_open_text(data: pathlib.Path, language: str) -> Iterator[str]:
    """Yields the lines of the openly licensed parts of `language`'s raw text.

    A language's file is the parts of the manifest one after the other; NER texts among them are
    left out, because `read_sentences` gives those of the tiers in use.
    """
    text = data / "text"
    parts = [
        part
        for part in json.loads((text / "manifest.json").read_text("utf-8"))
        if part["lang"] == language
    ]
    with lzma.open(text / f"{language}.txt.xz", "rt", encoding="utf-8", newline="\n") as lines:
        for part in parts:
            wanted = part["licence"] in OPEN_LICENCES and not part["src"].startswith("ner:")
            for _ in range(part["lines"]):
                line = next(lines, None)
                if line is None:
                    raise ValueError(f"{language}.txt.xz has fewer lines than its manifest says")
                if wanted and line.strip():
                    yield line.rstrip("\n")
