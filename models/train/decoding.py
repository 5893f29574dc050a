# SPDX-License-Identifier: Apache-2.0
"""From logits to labels: each piece's best, or the best sequence that BIO allows.

    >>> best_sequence(logits, [3])    # O 0.1, B-PER 0.4, I-PER 0.5 at each piece, say
    [[1, 2, 2]]                       # B-PER I-PER I-PER: an entity may not begin with I-
"""

from collections.abc import Callable

import torch

from encoding import LABELS

# Logits float [batch, sequence, labels], special tokens left out, and the pieces of each row -> ids.
Decode = Callable[[torch.Tensor, list[int]], list[list[int]]]


def may_follow() -> torch.Tensor:
    """bool [from, to]: I-X comes after B-X and I-X alone, everything else after anything."""
    allowed = torch.ones(len(LABELS), len(LABELS), dtype=torch.bool)
    for to, label in enumerate(LABELS):
        tag, _, kind = label.partition("-")
        if tag == "I":
            allowed[:, to] = torch.tensor([name in (f"B-{kind}", label) for name in LABELS])
    return allowed


def best_labels(logits: torch.Tensor, lengths: list[int]) -> list[list[int]]:
    """The label with the highest logit at each piece."""
    best = logits.argmax(dim=-1)
    return [row[:length].tolist() for row, length in zip(best, lengths)]


def best_sequence(logits: torch.Tensor, lengths: list[int]) -> list[list[int]]:
    """The sequence with the highest sum of logits (Viterbi)."""
    forbidden = torch.where(may_follow(), 0.0, -torch.inf)
    starts = torch.tensor([-torch.inf if label[0] == "I" else 0.0 for label in LABELS])
    score = logits[:, 0].float() + starts
    scores, origins = [score], []
    for at in range(1, logits.shape[1]):
        best, origin = (score[:, :, None] + forbidden).max(dim=1)
        score = best + logits[:, at].float()
        scores.append(score)
        origins.append(origin)
    rows = []
    for row, length in enumerate(lengths):
        labels = [int(scores[length - 1][row].argmax())]
        for origin in reversed(origins[: length - 1]):
            labels.append(int(origin[row, labels[-1]]))
        rows.append(labels[::-1])
    return rows
