# SPDX-License-Identifier: Apache-2.0
"""Starting weights that already see the neighbouring pieces.

A transformer that starts from noise must first find out, from its table of absolute positions,
which piece stands next to which; on a small budget that takes most of the time. Here the first
POSITION_WIDTH entries of the hidden state are given to position alone: they hold sines and cosines,
the word embeddings are zero there, and what layers add is zero there at first. A head whose query
turns these by d positions attends to the piece at distance d. All of it is trained on afterwards.
"""

import math

import torch
from transformers import XLMRobertaForTokenClassification

from encoding import PAD

STANDARD_DEVIATION = 0.05
POSITION_WIDTH = 32
POSITION_AMPLITUDE = 0.1
# For each layer, the distances that its first heads attend to.
DISTANCES = ((-1, 1, -2, 2, -3, 3), (-1, 1, -2, 2), (-1, 1))
# How much of the position's square is left after each layer, and the logit wanted at the distance.
KEPT_BY_LAYER = 0.53
LOGIT = 4.5


def _frequencies(pairs: int) -> torch.Tensor:
    """`pairs` angles in (0, pi), spread but uneven, so that no two distances look alike."""
    uneven = torch.rand(pairs, generator=torch.Generator().manual_seed(0))
    return math.pi * (torch.arange(pairs) + uneven) / pairs


def _turn(angles: torch.Tensor) -> torch.Tensor:
    """float [2 * pairs, 2 * pairs]: turns every (sine, cosine) pair on by its angle."""
    sine, cosine = torch.diag(torch.sin(angles)), torch.diag(torch.cos(angles))
    return torch.cat((torch.cat((cosine, sine), 1), torch.cat((-sine, cosine), 1)), 0)


@torch.no_grad()
def set_initial_weights(
    model: XLMRobertaForTokenClassification, embeddings: torch.Tensor
) -> None:
    """Fills `model` in place; `embeddings` is float [vocabulary, hidden]."""
    config = model.config
    head = config.hidden_size // config.num_attention_heads
    if head < POSITION_WIDTH:
        raise ValueError(f"expected heads of at least {POSITION_WIDTH} entries, found {head}")
    for module in model.modules():
        if isinstance(module, torch.nn.Linear):
            module.weight.normal_(0.0, STANDARD_DEVIATION)
            module.bias.zero_()

    words = model.roberta.embeddings.word_embeddings.weight
    words.copy_(embeddings)
    words[:, :POSITION_WIDTH] = 0
    words[PAD].zero_()
    positions = model.roberta.embeddings.position_embeddings.weight
    positions.normal_(0.0, 0.01)
    frequencies = _frequencies(POSITION_WIDTH // 2)
    angles = torch.arange(len(positions))[:, None] * frequencies
    waves = torch.cat((torch.sin(angles), torch.cos(angles)), 1)
    positions[:, :POSITION_WIDTH] = POSITION_AMPLITUDE * waves

    square = embeddings[:, POSITION_WIDTH:].square().sum(1).mean()
    position_square = POSITION_AMPLITUDE**2 * POSITION_WIDTH / 2
    signal = config.hidden_size * position_square / (square + position_square)
    for layer, distances in zip(model.roberta.encoder.layer, DISTANCES):
        gain = (LOGIT * math.sqrt(head) / signal) ** 0.5
        query, key = layer.attention.self.query.weight, layer.attention.self.key.weight
        for number, distance in enumerate(distances):
            rows = slice(number * head, (number + 1) * head)
            query[rows] = key[rows] = 0
            place = slice(number * head, number * head + POSITION_WIDTH)
            query[place, :POSITION_WIDTH] = gain * _turn(distance * frequencies)
            key[place, :POSITION_WIDTH] = gain * torch.eye(POSITION_WIDTH)
        signal = signal * KEPT_BY_LAYER
    for layer in model.roberta.encoder.layer:
        layer.attention.output.dense.weight[:POSITION_WIDTH] = 0
        layer.output.dense.weight[:POSITION_WIDTH] = 0
