# SPDX-License-Identifier: Apache-2.0
"""A vocabulary and starting embeddings for Hebrew, which the default model does not know.

The vocabulary is XLM-R's, with the pieces that Hebrew text uses most. Pieces of the default
model's vocabulary begin with its embeddings, the others with skip-gram vectors, as embeddings.py
makes them.
"""

import collections
import lzma
import pathlib

import numpy
import sentencepiece
import torch
from gensim.models import Word2Vec
from sentencepiece import sentencepiece_model_pb2

from rows import Row

PIECES = 16_000
SPECIALS = 3
DEVIATION = 0.05


def read_text(data: pathlib.Path, rows: list[Row]) -> list[str]:
    """The rows' texts and the raw Hebrew text."""
    with lzma.open(data / "text" / "he.txt.xz", "rt", encoding="utf-8") as lines:
        return [row.text for row in rows] + [line.strip() for line in lines]


def trim(vocabulary: pathlib.Path, texts: list[str], out: pathlib.Path) -> None:
    """Writes the model `vocabulary` to `out` with its most used pieces, in their order."""
    counts: collections.Counter[int] = collections.Counter()
    for ids in sentencepiece.SentencePieceProcessor(model_file=str(vocabulary)).encode(texts):
        counts.update(ids)
    model = sentencepiece_model_pb2.ModelProto.FromString(vocabulary.read_bytes())
    kept = {number for number, _ in counts.most_common(PIECES)} | set(range(SPECIALS))
    pieces = [piece for number, piece in enumerate(model.pieces) if number in kept]
    del model.pieces[:]
    model.pieces.extend(pieces)
    model.trainer_spec.vocab_size = len(pieces)
    out.write_bytes(model.SerializeToString())


def starting_embeddings(
    texts: list[str],
    vocabulary: pathlib.Path,
    base_vocabulary: pathlib.Path,
    base: torch.Tensor,
    seed: int,
) -> torch.Tensor:
    """float32 [pieces + 2, hidden] for `vocabulary`, where `base` is [base pieces + 2, hidden]."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    known = sentencepiece.SentencePieceProcessor(model_file=str(base_vocabulary))
    sentences = [[str(number) for number in ids] for ids in pieces.encode(texts)]
    skip_gram = Word2Vec(
        sentences,
        vector_size=base.shape[1],
        sg=1,
        window=3,
        min_count=2,
        sample=3e-4,
        alpha=0.05,
        epochs=2,
        workers=1,  # with more, the vectors differ from run to run
        seed=seed,
    ).wv
    count = pieces.get_piece_size()
    matrix = numpy.random.default_rng(seed).normal(0.0, DEVIATION, (count + 2, base.shape[1]))
    scale = DEVIATION / skip_gram.vectors.std()
    for number in range(SPECIALS, count):
        piece = pieces.id_to_piece(number)
        there = known.piece_to_id(piece)
        if there != known.unk_id():
            matrix[number + 1] = base[there + 1].numpy()
        elif str(number) in skip_gram:
            matrix[number + 1] = skip_gram[str(number)] * scale
    matrix[: SPECIALS + 1] = base[: SPECIALS + 1].numpy()
    return torch.from_numpy(matrix.astype(numpy.float32))
