# SPDX-License-Identifier: Apache-2.0
"""Starting values for the embedding matrix: skip-gram vectors of the vocabulary's pieces.

    python models/train/embeddings.py --vocabulary work/sentencepiece.bpe.model \
        --out work/embeddings.npy

Writes float32 [pieces + 2, hidden], rows in XLM-R's id order, with standard deviation 0.05 over
all entries. With two workers the vectors differ slightly from run to run.
"""

import argparse
import pathlib
import random

import numpy
from gensim.models import Word2Vec
from gensim.models.callbacks import CallbackAny2Vec

from data import (
    add_data_argument,
    add_tiers_argument,
    languages_of,
    read_open_text,
    read_sentences,
)
from encoding import load_tokenizer

STANDARD_DEVIATION = 0.05


class PrintEpoch(CallbackAny2Vec):
    """Says that an epoch is over."""

    def __init__(self) -> None:
        self.epoch = 0

    def on_epoch_end(self, model: Word2Vec) -> None:
        self.epoch += 1
        print(f"epoch {self.epoch} done", flush=True)


def corpus(data: pathlib.Path, tiers: tuple[str, ...], characters: int, seed: int) -> list[str]:
    """All labelled text and at most `characters` code points of open text of each language."""
    sentences = list(read_sentences(data, "train", tiers))
    lines = [sentence.text for sentence in sentences]
    for language in languages_of(sentences):
        raw = list(read_open_text(data, language))
        random.Random(f"{seed} {language}").shuffle(raw)
        left = characters
        for line in raw:
            if left <= 0:
                break
            lines.append(line)
            left -= len(line)
    random.Random(seed).shuffle(lines)
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_tiers_argument(parser)
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--characters", type=int, default=4_000_000, help="raw, of each language")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    tokenizer = load_tokenizer(options.vocabulary)
    lines = corpus(options.data, options.tiers, options.characters, options.seed)
    sentences = []
    for begin in range(0, len(lines), 10_000):
        rows = tokenizer(
            lines[begin : begin + 10_000],
            add_special_tokens=False,
            return_attention_mask=False,
            verbose=False,
        )
        sentences += [[str(number) for number in ids] for ids in rows["input_ids"]]
    print(f"lines {len(lines)}  pieces {sum(map(len, sentences))}  seed {options.seed}", flush=True)
    model = Word2Vec(
        sentences,
        vector_size=options.hidden,
        sg=1,
        window=3,
        negative=5,
        min_count=3,
        sample=3e-4,
        alpha=0.05,
        epochs=options.epochs,
        workers=2,
        seed=options.seed,
        callbacks=[PrintEpoch()],
    )
    vectors = model.wv.vectors
    scale = STANDARD_DEVIATION / vectors.std()
    matrix = numpy.random.default_rng(options.seed).normal(
        0.0, STANDARD_DEVIATION, (len(tokenizer), options.hidden)
    )
    for word, row in model.wv.key_to_index.items():
        matrix[int(word)] = vectors[row] * scale
    numpy.save(options.out, matrix.astype(numpy.float32))
    print(f"rows {len(matrix)}  of them trained {len(vectors)}")


if __name__ == "__main__":
    main()
