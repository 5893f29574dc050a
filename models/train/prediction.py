# SPDX-License-Identifier: Apache-2.0
"""Runs a network over sentences and gives the entities it finds."""

from collections.abc import Callable

import torch
from transformers import XLMRobertaTokenizerFast

from decoding import Decode, best_labels
from encoding import END, MAX_TOKENS, PAD, START
from scoring import Span, spans_of

# input_ids and attention_mask, int64 [batch, sequence] -> logits, float [batch, sequence, labels].
Forward = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
BATCH_TOKENS = 4096


def predict(
    forward: Forward,
    tokenizer: XLMRobertaTokenizerFast,
    texts: list[str],
    decode: Decode = best_labels,
) -> list[list[Span]]:
    """The entities of each text; one longer than a window is cut into windows end to end."""
    rows = tokenizer(
        texts, add_special_tokens=False, return_offsets_mapping=True, verbose=False
    )
    room = MAX_TOKENS - 2
    windows = [
        (index, begin, ids[begin : begin + room])
        for index, ids in enumerate(rows["input_ids"])
        for begin in range(0, len(ids), room)
    ]
    windows.sort(key=lambda window: len(window[2]))
    labels = [[0] * len(ids) for ids in rows["input_ids"]]
    batch: list[tuple[int, int, list[int]]] = []
    for window in windows:
        if batch and (len(batch) + 1) * (len(window[2]) + 2) > BATCH_TOKENS:
            _run(forward, decode, batch, labels)
            batch = []
        batch.append(window)
    if batch:
        _run(forward, decode, batch, labels)
    return [spans_of(row, offsets) for row, offsets in zip(labels, rows["offset_mapping"])]


def _run(
    forward: Forward,
    decode: Decode,
    batch: list[tuple[int, int, list[int]]],
    labels: list[list[int]],
) -> None:
    """Fills in the labels of the windows in `batch`."""
    width = max(len(ids) for _, _, ids in batch) + 2
    input_ids = torch.full((len(batch), width), PAD)
    for row, (_, _, ids) in enumerate(batch):
        input_ids[row, : len(ids) + 2] = torch.tensor([START, *ids, END])
    with torch.no_grad():
        logits = forward(input_ids, (input_ids != PAD).long())[:, 1:-1]
    best = decode(logits, [len(ids) for _, _, ids in batch])
    for (index, begin, ids), row in zip(batch, best):
        labels[index][begin : begin + len(ids)] = row
