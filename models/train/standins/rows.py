# SPDX-License-Identifier: Apache-2.0
"""The labelled rows that the stand-ins are trained on and looked at with.

    Row("Emma woont in Londen.", ((0, 4, "PER"), (14, 20, "LOC")), ((0, 4), (5, 10), …))

Ranges are code points of the text, end exclusive. Held-out rows are those of the data's dev files.
"""

import json
import lzma
import pathlib
import re
from dataclasses import dataclass

WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Row:
    """A text, its entities as (start, end, kind), and its words as (start, end)."""

    text: str
    entities: tuple[tuple[int, int, str], ...]
    words: tuple[tuple[int, int], ...]


def row_of(text: str, entities: list[tuple[int, int, str]]) -> Row:
    """A row whose words are its runs of letters and digits, and its other characters singly."""
    words = tuple(match.span() for match in WORD.finditer(text))
    return Row(text, tuple(sorted(entities)), words)


def spaced(row: Row) -> Row:
    """The row as corpora in columns have it: its words with one blank between any two."""
    words, starts, ends, at = [], {}, {}, 0
    for start, end in row.words:
        starts[start], ends[end] = at, at + end - start
        words.append((at, ends[end]))
        at = ends[end] + 1
    text = " ".join(row.text[start:end] for start, end in row.words)
    entities = tuple(
        (starts[start], ends[end], kind)
        for start, end, kind in row.entities
        if start in starts and end in ends
    )
    return Row(text, entities, tuple(words))


def read_tier(
    data: pathlib.Path, tier: str, part: str, language: str, source: str, kinds: dict[str, str]
) -> list[Row]:
    """Rows of one source of `ner/TIER.PART.jsonl.xz`; a kind that `kinds` does not name is O."""
    rows = []
    with lzma.open(data / "ner" / f"{tier}.{part}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["l"] == language and row["s"] == source:
                entities = [(s, e, kinds[kind]) for s, e, kind in row["e"] if kind in kinds]
                rows.append(row_of(row["t"], entities))
    return rows


def read_columns(path: pathlib.Path) -> list[Row]:
    """Sentences of a CoNLL file: a word first, its IOB2 tag last, an empty line after each."""
    rows = []
    words: list[tuple[int, int]] = []
    entities: list[tuple[int, int, str]] = []
    text = ""
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.strip() and not line.startswith("-DOCSTART-"):
            word, *_, tag = line.split()
            start = len(text) + 1 if text else 0
            text = f"{text} {word}" if text else word
            words.append((start, len(text)))
            if tag.startswith("I-") and entities:
                entities[-1] = (entities[-1][0], len(text), entities[-1][2])
            elif tag != "O":
                entities.append((start, len(text), tag[2:]))
        elif text:
            rows.append(Row(text, tuple(entities), tuple(words)))
            words, entities, text = [], [], ""
    return rows


def read_stockmark(path: pathlib.Path, kinds: dict[str, str]) -> list[Row]:
    """Sentences of Stockmark's file; `kinds` has the label of each of its types."""
    return [
        row_of(
            row["text"],
            [(*entity["span"], kinds[entity["type"]]) for entity in row["entities"]],
        )
        for row in json.loads(path.read_text("utf-8"))
    ]
