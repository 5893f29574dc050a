# SPDX-License-Identifier: Apache-2.0
"""Endless training batches: sampled, augmented, packed and of a few shapes.

Languages are drawn by the square root of their number of sentences, human-labelled and
machine-labelled (WikiANN, WikiNEuRal) sentences apart, the latter with a capped share. English, whose
human-labelled sentences are tweets of several conventions, is drawn more often. The stream depends on
the seed alone.
"""

import bisect
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from transformers import XLMRobertaTokenizerFast

from augmentation import Augmentation
from data import Sentence
from encoding import END, IGNORED, MAX_TOKENS, PAD, START, encode

MACHINE_LABELLED = ("wikiann", "wikineural")
MACHINE_SHARE = 0.3
FACTORS = {("en", False): 3.0, ("en", True): 2.0}
PACKED_SHARE = 0.3
SHORTEST_PACK = 48
POOL = 2048
# A batch has one of these widths, and as many rows as it has room for: oneDNN compiles its products
# anew for every shape, which took half of the time when each batch had its own.
WIDTHS = (*range(8, 64, 8), *range(64, 128, 16), *range(128, MAX_TOKENS + 1, 32))


@dataclass(frozen=True)
class Batch:
    """int64 [batch, sequence] each, but labels_misc, which is bool; `tokens` counts no padding."""

    input_ids: torch.Tensor
    attention_mask: torch.Tensor
    labels: torch.Tensor
    labels_misc: torch.Tensor
    tokens: int


@dataclass
class Row:
    """One window in the making: ids and labels without special tokens."""

    ids: list[int]
    labels: list[int]
    labels_misc: list[bool]


def width_of(row: Row) -> int:
    """The least of the widths that holds the row and its special tokens."""
    return WIDTHS[bisect.bisect_left(WIDTHS, len(row.ids) + 2)]


def collate(rows: list[Row]) -> Batch:
    """Adds the special tokens and pads to the width of the longest row."""
    width = max(map(width_of, rows))
    shape = (len(rows), width)
    input_ids = torch.full(shape, PAD)
    attention_mask = torch.zeros(shape, dtype=torch.int64)
    labels = torch.full(shape, IGNORED)
    labels_misc = torch.zeros(shape, dtype=torch.bool)
    for index, row in enumerate(rows):
        length = len(row.ids)
        input_ids[index, : length + 2] = torch.tensor([START, *row.ids, END])
        attention_mask[index, : length + 2] = 1
        labels[index, 1 : length + 1] = torch.tensor(row.labels)
        labels_misc[index, 1 : length + 1] = torch.tensor(row.labels_misc)
    return Batch(input_ids, attention_mask, labels, labels_misc, int(attention_mask.sum()))


def group_weights(groups: dict[tuple[str, bool], list[Sentence]]) -> dict[tuple[str, bool], float]:
    """The chance of each (language, machine-labelled) group; together 1."""
    weights = {
        key: len(sentences) ** 0.5 * FACTORS.get(key, 1.0) for key, sentences in groups.items()
    }
    machine = sum(weight for key, weight in weights.items() if key[1])
    human = sum(weights.values()) - machine
    factors = {True: MACHINE_SHARE / machine, False: (1 - MACHINE_SHARE) / human}
    return {key: weight * factors[key[1]] for key, weight in weights.items()}


class BatchStream:
    """Draws sentences for ever, each group in a shuffled order that is used up before the next."""

    def __init__(
        self,
        sentences: list[Sentence],
        tokenizer: XLMRobertaTokenizerFast,
        batch_tokens: int,
        seed: int,
    ) -> None:
        self._tokenizer = tokenizer
        self._batch_tokens = batch_tokens
        self._random = random.Random(seed)
        self._augmentation = Augmentation(sentences)
        self._groups: dict[tuple[str, bool], list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            key = (sentence.language, sentence.source in MACHINE_LABELLED)
            self._groups[key].append(sentence)
        self._waiting: dict[tuple[str, bool], list[Sentence]] = {key: [] for key in self._groups}
        self.weights = group_weights(self._groups)

    def _draw(self, key: tuple[str, bool]) -> Sentence:
        waiting = self._waiting[key]
        if not waiting:
            waiting.extend(self._groups[key])
            self._random.shuffle(waiting)
        return self._augmentation.apply(waiting.pop(), self._random)

    def _pool(self) -> list[Row]:
        """Rows of POOL draws; a packed row holds sentences of one group."""
        keys = self._random.choices(list(self.weights), list(self.weights.values()), k=POOL)
        drawn = sorted(((key, self._draw(key)) for key in keys), key=lambda pair: pair[0])
        encoded = encode(self._tokenizer, [sentence for _, sentence in drawn])
        rows: list[Row] = []
        open_key, room = None, 0
        for (key, sentence), (ids, labels) in zip(drawn, encoded):
            misc = [sentence.labels_misc] * len(ids)
            if key == open_key and len(ids) <= room:
                rows[-1].ids += ids
                rows[-1].labels += labels
                rows[-1].labels_misc += misc
                room -= len(ids)
                continue
            rows.append(Row(ids, labels, misc))
            packed = self._random.random() < PACKED_SHARE
            open_key = key if packed else None
            room = self._random.randint(SHORTEST_PACK, MAX_TOKENS - 2) - len(ids)
        return rows

    def __iter__(self) -> Iterator[Batch]:
        waiting: dict[int, list[Row]] = {width: [] for width in WIDTHS}
        while True:
            batches: list[list[Row]] = []
            for row in self._pool():
                if not row.ids:
                    continue
                width = width_of(row)
                waiting[width].append(row)
                if len(waiting[width]) == self._batch_tokens // width:
                    batches.append(waiting[width])
                    waiting[width] = []
            self._random.shuffle(batches)
            yield from map(collate, batches)
