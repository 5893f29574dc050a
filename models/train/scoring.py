# SPDX-License-Identifier: Apache-2.0
"""Entities from labels, and the figures that count: exact spans and types.

A predicted MISC is left out where the sentence's source does not label MISC.
"""

from collections import defaultdict
from dataclasses import dataclass

from data import Sentence
from encoding import LABELS

Span = tuple[int, int, str]


def spans_of(labels: list[int], offsets: list[tuple[int, int]]) -> list[Span]:
    """`simple` aggregation: (start, end, kind) from the pieces' label ids and offsets."""
    spans: list[Span] = []
    previous = "O"
    for number, (start, end) in zip(labels, offsets):
        tag, _, kind = LABELS[number].partition("-")
        if kind:
            if tag == "I" and kind == previous:
                spans[-1] = (spans[-1][0], end, kind)
            else:
                spans.append((start, end, kind))
        previous = kind or "O"
    return spans


@dataclass
class Counts:
    """True positives, predicted and gold entities, and the figures made of them."""

    right: int = 0
    predicted: int = 0
    gold: int = 0
    sentences: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


def count(sentences: list[Sentence], predictions: list[list[Span]]) -> dict[tuple, Counts]:
    """Counts by ('human'|'wikiann',), (…, 'language', l), (…, 'source', l, s), (…, 'type', T)."""
    table: dict[tuple, Counts] = defaultdict(Counts)
    for sentence, spans in zip(sentences, predictions, strict=True):
        kind = "wikiann" if sentence.source == "wikiann" else "human"
        common = (
            (kind,),
            (kind, "language", sentence.language),
            (kind, "source", sentence.language, sentence.source),
        )
        for key in common:
            table[key].sentences += 1
        predicted = {span for span in spans if sentence.labels_misc or span[2] != "MISC"}
        gold = set(sentence.entities)
        for spans_in, field in (
            (predicted & gold, "right"),
            (predicted, "predicted"),
            (gold, "gold"),
        ):
            for span in spans_in:
                for key in (*common, (kind, "type", span[2])):
                    setattr(table[key], field, getattr(table[key], field) + 1)
    return table
