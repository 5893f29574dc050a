# SPDX-License-Identifier: Apache-2.0
"""The labelled rows of a corpus, in the two forms that corpora have.

    Words("train.conll:1", ("Emma", "zingt"), ("B-PER", "O"))
    Text("ner.json:1", "鈴木は熊本県に登った", ((0, 2, "PER"), (3, 6, "LOC")))

Spans are code points, end exclusive, in order and apart; `place` is FILE:LINE, for messages.
"""

from dataclasses import dataclass

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Words:
    """Words with a tag each."""

    place: str
    words: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A text with its entities."""

    place: str
    text: str
    spans: tuple[Span, ...]


Row = Words | Text
