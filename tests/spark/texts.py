# SPDX-License-Identifier: Apache-2.0
"""Texts for tests and measurements, the same on every machine: short sentences of many words and names."""

import random

_NAMES = ["Sarah", "Angela Merkel", "Łukasz Nowak", "鈴木一朗", "Emma Bunton", "Jan de Vries", "Ödön"]
_PLACES = ["London", "Paris", "東京", "Köln", "New York", "Den Haag", "İzmir"]
_FRAMES = [
    "{name} lives in {place}.",
    "🚀 {name} besuchte im Juli {place}, sagt die Zeitung.",
    "In {place} ontmoette {name} gisteren de burgemeester, en daarna was er niets meer te doen.",
    '\t{name}\n{place} \\N \u2028 "quoted" \x01 and\ttabs',
    "nothing to find here, {number} times",
    "{number}",
]


def texts(count: int, seed: int = 21) -> list[str | None]:
    """One in fourteen is null, and some are empty."""
    of = random.Random(seed)
    made: list[str | None] = []
    for _ in range(count):
        frame = of.choice([*_FRAMES, *_FRAMES, None, ""])
        parts = {"name": of.choice(_NAMES), "place": of.choice(_PLACES), "number": of.randrange(10**6)}
        made.append(frame if not frame else frame.format(**parts))
    return made


def tags(sentences: int, seed: int = 21) -> list[tuple[list[str], list[str]]]:
    """Gold and predicted tags: of entities that are shifted, of other types, or not there, in IOB2 and not
    quite."""
    of = random.Random(seed)
    names = ["O", "O", "O", "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "I-ORG"]
    made = []
    for _ in range(sentences):
        gold = of.choices(names, k=of.randrange(0, 12))
        predicted = [of.choice(names) if of.random() < 0.2 else tag for tag in gold]
        made.append((gold, predicted))
    return made
