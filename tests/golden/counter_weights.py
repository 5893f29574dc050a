# SPDX-License-Identifier: Apache-2.0
"""Weights and windows that depend on nothing but a name and a number, the same here, in
tests/cpp/engine/counter_weights.h and in tests/js/counter_weights.js, bit for bit.

Value i of a tensor hashes i and the tensor's name, so any of them can be had without the others:
FNV-1a of the name is the seed, the last steps of MurmurHash3 mix it with i. Integer arithmetic is
32-bit; the two float32 operations after it round the same everywhere.

    python tests/golden/counter_weights.py      # numpy; writes counter_weights.txt

A line of that file is a tensor (name, elements, columns) or a window (shape, number, tokens), and
the checksum of its values' 32 bits: sum of bits[i] * (2 * i + 1), modulo 2**32.
"""

import dataclasses
import math
import pathlib

import numpy as np

WINDOWS = 200
START, END = 0, 2
FIRST_PIECE = 4  # the ids below are <s>, <pad>, </s> and <unk>


@dataclasses.dataclass(frozen=True)
class Shape:
    vocabulary: int
    hidden: int
    layers: int
    heads: int
    intermediate: int
    positions: int
    spread: int  # windows have 3 tokens up to this many more, less one
    lengths: tuple[int, ...] = ()  # of the first windows, instead
    labels: int = 9


SHAPES = {
    "tiny": Shape(500, 32, 2, 4, 64, 66, 60),
    "base": Shape(4000, 768, 12, 12, 3072, 514, 16, (512, 300, 128, 64)),
    "large": Shape(4000, 1024, 24, 16, 4096, 514, 16, (128, 64, 32, 2)),
    # models/default: the weights are its own, the windows are made as above.
    "default": Shape(40002, 256, 4, 8, 768, 258, 16, (256, 128, 64, 2)),
}


def seed_of(name: str) -> np.uint32:
    """FNV-1a, 32 bits, of the name's UTF-8."""
    value = 2166136261
    for byte in name.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return np.uint32(value)


def hashes(name: str, count: int) -> np.ndarray:
    """uint32 [count]: the hash of each index of a tensor of this name."""
    h = np.arange(count, dtype=np.uint32)
    with np.errstate(over="ignore"):
        h *= np.uint32(0x9E3779B1)
        h += seed_of(name)
        h ^= h >> np.uint32(16)
        h *= np.uint32(0x85EBCA6B)
        h ^= h >> np.uint32(13)
        h *= np.uint32(0xC2B2AE35)
        h ^= h >> np.uint32(16)
    return h


def centre_and_amplitude(name: str, columns: int) -> tuple[np.float32, np.float32]:
    """The middle of a tensor's values and how far they go from it; `columns` of a matrix."""
    if name.endswith("LayerNorm.weight"):
        return np.float32(1), np.float32(0.2)
    if name.endswith("LayerNorm.bias"):
        return np.float32(0), np.float32(0.2)
    if name.endswith(".bias"):
        return np.float32(0), np.float32(0.1)
    if name.endswith("word_embeddings.weight"):
        return np.float32(0), np.float32(0.06)
    if name.endswith(("position_embeddings.weight", "token_type_embeddings.weight")):
        return np.float32(0), np.float32(0.03)
    return np.float32(0), np.float32(1.5 / math.sqrt(columns))


def tensor(name: str, shape: tuple[int, ...]) -> np.ndarray:
    """float32 of this shape."""
    centre, amplitude = centre_and_amplitude(name, shape[-1])
    unit = (hashes(name, math.prod(shape)) >> np.uint32(8)).astype(np.float32)
    unit /= np.float32(8388608)
    unit -= np.float32(1)
    unit *= amplitude
    unit += centre
    return unit.reshape(shape)


def window(shape: Shape, index: int) -> list[int]:
    """The ids of a window."""
    longest = FIRST_PIECE + shape.positions
    found = hashes(f"windows/{index}", longest)
    length = 3 + int(found[0]) % shape.spread
    if index < len(shape.lengths):
        length = shape.lengths[index]
    pieces = FIRST_PIECE + found[1 : length - 1] % np.uint32(shape.vocabulary - 5)
    return [START, *pieces.tolist(), END]


def checksum(values: np.ndarray) -> int:
    bits = np.ascontiguousarray(values).view(np.uint32).ravel()
    places = np.arange(bits.size, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return int(np.sum(bits * places, dtype=np.uint32))


def lines():
    layer = "roberta.encoder.layer"
    for name, sizes in {
        "classifier.bias": (9,),
        "classifier.weight": (9, 1024),
        "roberta.embeddings.LayerNorm.bias": (768,),
        "roberta.embeddings.LayerNorm.weight": (768,),
        "roberta.embeddings.position_embeddings.weight": (514, 1024),
        "roberta.embeddings.token_type_embeddings.weight": (1, 32),
        "roberta.embeddings.word_embeddings.weight": (4000, 768),
        f"{layer}.0.attention.self.query.weight": (32, 32),
        f"{layer}.11.attention.output.LayerNorm.weight": (768,),
        f"{layer}.11.intermediate.dense.bias": (3072,),
        f"{layer}.11.intermediate.dense.weight": (3072, 768),
        f"{layer}.23.output.dense.weight": (1024, 4096),
    }.items():
        values = tensor(name, sizes)
        yield f"{name} {values.size} {sizes[-1]} {checksum(values)}"
    for name in ("tiny", "base", "large"):
        for index in (0, 1, 3, 4, 5, WINDOWS - 1):
            ids = np.array(window(SHAPES[name], index), np.uint32)
            yield f"{name} {index} {ids.size} {checksum(ids)}"


if __name__ == "__main__":
    path = pathlib.Path(__file__).with_suffix(".txt")
    path.write_text("".join(f"{line}\n" for line in lines()))
