# SPDX-License-Identifier: Apache-2.0
"""The five published systems, and what each of their stand-ins is trained on.

A stand-in has its system's labels, alignment, architecture name and files; its network is small
and its data are what is at hand. `labels[i]` is the label of id i; `special` is what `<s>` and
`</s>` are trained on.
"""

import pathlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from transformers import (
    PreTrainedModel,
    RobertaForTokenClassification,
    XLMRobertaForTokenClassification,
)

from alignment import (
    IGNORED,
    Offsets,
    every_piece,
    first_full_pieces,
    first_pieces,
    largest_of_characters,
)
from labels import CONLL, CONLL_SORTED, ONTONOTES, STOCKMARK, STOCKMARK_TYPES, WIKIANN
from rows import Row, read_columns, read_stockmark, read_tier, row_of, spaced
from training import Settings

Align = Callable[[Row, Offsets, dict[str, int]], list[int]]
KINDS = {kind: kind for kind in ("PER", "ORG", "LOC", "MISC")}


@dataclass(frozen=True)
class System:
    """One system. `tokenizer_json` is which form of that file the stand-in has: 'published', that
    of the published files, or 'converter', that of today's converter.
    """

    name: str
    labels: list[str]
    align: Align
    special: int
    train: Callable[[pathlib.Path], list[Row]]
    dev: Callable[[pathlib.Path], list[Row]]
    by_words: bool = False
    architecture: type[PreTrainedModel] = XLMRobertaForTokenClassification
    crf: bool = False
    spark: bool = False
    own_vocabulary: bool = False
    tokenizer_json: str = "published"
    settings: Settings = Settings()


# OntoNotes itself may not be had: its names stand on the entities of CoNLL-2003, and its dates and
# numbers on what these patterns find.
ONTONOTES_KINDS = {
    "PER": "person",
    "ORG": "organization",
    "LOC": "geopolitical area",
    "MISC": "group",
}
YEAR = r"(?:19|20)\d\d"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ONTONOTES_PATTERNS = (
    ("date", rf"{MONTH}(?: \d{{1,2}})?(?:,? {YEAR})?|{DAY}|{YEAR}"),
    ("ordinal number", r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh"),
    ("cardinal number", r"\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten"),
)


def with_ontonotes_numbers(row: Row) -> Row:
    """The row, and as entities what the patterns find outside those it has."""
    entities = list(row.entities)
    for kind, pattern in ONTONOTES_PATTERNS:
        for match in re.finditer(rf"(?<![\w.-])(?:{pattern})(?![\w-])", row.text):
            start, end = match.span()
            if all(end <= left or start >= right for left, right, _ in entities):
                entities.append((start, end, kind))
    return row_of(row.text, entities)


def ontonotes(part: str) -> Callable[[pathlib.Path], list[Row]]:
    return lambda data: [
        with_ontonotes_numbers(row)
        for row in read_tier(data, "C", part, "en", "conll2003", ONTONOTES_KINDS)
    ]


def tier_c(part: str, language: str, source: str) -> Callable[[pathlib.Path], list[Row]]:
    return lambda data: read_tier(data, "C", part, language, source, KINDS)


def stockmark(held_out: bool) -> Callable[[pathlib.Path], list[Row]]:
    """The rows of the original file that are (not) in the dev file."""

    def read(data: pathlib.Path) -> list[Row]:
        dev = {row.text for row in read_tier(data, "A", "dev", "ja", "stockmark", {})}
        rows = read_stockmark(data / "originals" / "stockmark.json", STOCKMARK_TYPES)
        return [row for row in rows if (row.text in dev) == held_out]

    return read


def nemo(held_out: bool) -> Callable[[pathlib.Path], list[Row]]:
    """NEMO's rows without MISC; its dev file is small, so a fifth of the others is held out."""
    kinds = {kind: kind for kind in ("PER", "ORG", "LOC")}

    def read(data: pathlib.Path) -> list[Row]:
        train = read_tier(data, "B", "train", "he", "nemo", kinds)
        if not held_out:
            return [row for at, row in enumerate(train) if at % 5]
        return train[::5] + read_tier(data, "B", "dev", "he", "nemo", kinds)

    return read


SYSTEMS = (
    System(
        name="ontonotes5-tner",
        labels=ONTONOTES,
        align=every_piece,
        special=ONTONOTES.index("O"),
        train=ontonotes("train"),
        dev=ontonotes("dev"),
        crf=True,
        tokenizer_json="converter",
    ),
    System(
        name="japanese-tsmatz",
        labels=STOCKMARK,
        align=largest_of_characters,
        special=STOCKMARK.index("O"),
        train=stockmark(held_out=False),
        dev=stockmark(held_out=True),
        architecture=RobertaForTokenClassification,
        settings=Settings(epochs=5, batch=12),
    ),
    System(
        # WikiANN's Hebrew rows are not among the data; NEMO's are.
        name="hebrew-wikiann",
        labels=WIKIANN,
        align=every_piece,
        special=IGNORED,
        train=nemo(held_out=False),
        dev=nemo(held_out=True),
        by_words=True,
        own_vocabulary=True,
        settings=Settings(epochs=10),
    ),
    System(
        name="conll03-sparknlp",
        labels=CONLL,
        align=first_full_pieces,
        special=IGNORED,
        train=tier_c("train", "en", "conll2003"),
        dev=tier_c("dev", "en", "conll2003"),
        by_words=True,
        spark=True,
    ),
    System(
        name="dutch-conll02",
        labels=CONLL_SORTED,
        align=first_pieces,
        special=IGNORED,
        train=lambda data: read_columns(data / "originals" / "ned.train"),
        dev=tier_c("dev", "nl", "conll2002"),
        by_words=True,
    ),
)


def training_row(system: System, row: Row) -> Row:
    """The row as the system's corpus has it."""
    return spaced(row) if system.by_words else row
