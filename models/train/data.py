# SPDX-License-Identifier: Apache-2.0
"""Reads the labelled sentences and the raw text that the default model is made from.

Unless others are asked for, only the tiers A and A2 of the labelled data are read; of the raw text,
only what has an open licence.
All readers give their lines in the order of the files, so that everything after them depends on
nothing but the seed.
"""

import argparse
import json
import lzma
import pathlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TIERS = ("A", "A2")
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


def add_tiers_argument(parser: argparse.ArgumentParser) -> None:
    """Adds `--tiers`. What rests on B is for non-commercial use and is not shipped."""
    parser.add_argument(
        "--tiers",
        type=lambda names: tuple(names.split(",")),
        default=TIERS,
        metavar="A,A2[,B]",
        help="labelled data to read (default: A,A2)",
    )


def languages_of(sentences: Iterable[Sentence]) -> list[str]:
    """Their languages, sorted."""
    return sorted({sentence.language for sentence in sentences})


def read_sentences(
    data: pathlib.Path, part: str, tiers: tuple[str, ...] = TIERS
) -> Iterator[Sentence]:
    """Yields the sentences of `part` ('train' or 'dev') of the tiers, one after the other."""
    for tier in tiers:
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
    left out, because `read_sentences` gives those of the tiers in use. A language without raw text
    has no lines.
    """
    text = data / "text"
    parts = [
        part
        for part in json.loads((text / "manifest.json").read_text("utf-8"))
        if part["lang"] == language
    ]
    if not parts:
        return
    with lzma.open(text / f"{language}.txt.xz", "rt", encoding="utf-8", newline="\n") as lines:
        for part in parts:
            wanted = part["licence"] in OPEN_LICENCES and not part["src"].startswith("ner:")
            for _ in range(part["lines"]):
                line = next(lines, None)
                if line is None:
                    raise ValueError(f"{language}.txt.xz has fewer lines than its manifest says")
                if wanted and line.strip():
                    yield line.rstrip("\n")
