# SPDX-License-Identifier: Apache-2.0
"""Logits that depend on nothing but five numbers, the same here and in tests/js/given_logits.js.

Output k of mulberry32 with seed s depends on s + (k + 1) * STEP alone, so any of them can be had
without the ones before it. Everything is 32-bit integer arithmetic until the last division by 64,
which float32 holds exactly.
"""

import numpy as np

STEP = 0x6D2B79F5


def mulberry32(seed: np.ndarray, k: np.ndarray) -> np.ndarray:
    """Output k, counted from 0, of mulberry32 with this seed; uint32 arrays."""
    state = (seed + (k + np.uint32(1)) * np.uint32(STEP)).astype(np.uint32)
    t = (state ^ (state >> np.uint32(15))) * (state | np.uint32(1))
    t ^= t + (t ^ (t >> np.uint32(7))) * (t | np.uint32(61))
    return t ^ (t >> np.uint32(14))


def mixed(seed: int, window: int, places: np.ndarray) -> np.ndarray:
    """The seed of each place of a window."""
    start = np.uint32((seed ^ (window * 0x9E3779B1)) & 0xFFFFFFFF)
    return start ^ (places.astype(np.uint32) * np.uint32(0x85EBCA6B))


def given_logits(seed: int, window: int, tokens: int, labels: int, outside: int) -> np.ndarray:
    """float32 [tokens, labels]. Tokens come in threes that mostly like one label; `outside` is the
    id of O, or -1 where the labels have none."""
    with np.errstate(over="ignore"):
        places = np.arange(tokens)
        own = mixed(seed, window, places)
        runs = mixed(seed, window, 100_000 + places // 3)
        one = lambda seeds, k: mulberry32(seeds, np.full(tokens, k, np.uint32))  # noqa: E731
        alone = one(own, 1) % 4 == 0
        source = np.where(alone, own, runs)
        liked = (one(source, 2) % labels).astype(np.int64)
        if outside >= 0:
            liked[one(source, 3) % 100 < 40] = outside
        k = np.arange(16, 16 + labels, dtype=np.uint32)[None, :]
        noise = (mulberry32(own[:, None], k) >> np.uint32(24)).astype(np.int64) - 128
        coarse = one(own, 4) % 8 == 0  # whole numbers, so that labels tie
        noise[coarse] = noise[coarse] // 64 * 64
        noise[np.arange(tokens), liked] += (one(own, 5) % 5).astype(np.int64) * 64
        return (noise / 64).astype(np.float32)
