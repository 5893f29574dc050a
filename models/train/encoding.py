# SPDX-License-Identifier: Apache-2.0
"""Text to ids and labels, with the tokenizer of `transformers` itself.

Every piece that shares a character with an entity carries its label: B- on the first, I- on the
others. So `simple` aggregation gives whole entities, and a bare word-start piece belongs to the
entity it opens.
"""

import pathlib

from tokenizers import pre_tokenizers
from transformers import XLMRobertaTokenizerFast

from data import Sentence
from mentions import unknown_ranges

LABELS = ("O",) + tuple(f"{tag}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for tag in "BI")
MAX_TOKENS = 256
PAD = 1
IGNORED = -100
START, END = 0, 2


def load_tokenizer(vocabulary: pathlib.Path) -> XLMRobertaTokenizerFast:
    """The fast tokenizer over a `sentencepiece.bpe.model` file.

    It splits at white space first, as XLM-R's published tokenizer.json does: so the offsets of a
    word's first piece leave out the space before it.
    """
    tokenizer = XLMRobertaTokenizerFast(vocab_file=str(vocabulary), model_max_length=MAX_TOKENS)
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), tokenizer.backend_tokenizer.pre_tokenizer]
    )
    return tokenizer


def piece_labels(
    offsets: list[tuple[int, int]], entities: tuple[tuple[int, int, str], ...]
) -> list[int]:
    """Label ids for the pieces with these (start, end) code-point offsets, in text order."""
    labels = [0] * len(offsets)
    for start, end, kind in entities:
        first = True
        for index, (left, right) in enumerate(offsets):
            if right > start and left < end and labels[index] == 0:
                labels[index] = LABELS.index(("B-" if first else "I-") + kind)
                first = False
    return labels


def encode(
    tokenizer: XLMRobertaTokenizerFast, sentences: list[Sentence]
) -> list[tuple[list[int], list[int]]]:
    """(ids, labels) of each sentence, without special tokens, cut to a window's length.

    A piece whose label its source leaves unknown has IGNORED.
    """
    longest = MAX_TOKENS - 2
    encoded = []
    for begin in range(0, len(sentences), 4096):
        block = sentences[begin : begin + 4096]
        rows = tokenizer(
            [sentence.text for sentence in block],
            add_special_tokens=False,
            return_offsets_mapping=True,
            return_attention_mask=False,
            verbose=False,
        )
        for sentence, ids, offsets in zip(block, rows["input_ids"], rows["offset_mapping"]):
            labels = piece_labels(offsets, sentence.entities)
            for start, end in unknown_ranges(sentence.source, sentence.text):
                for index, (left, right) in enumerate(offsets):
                    if right > start and left < end and labels[index] == 0:
                        labels[index] = IGNORED
            encoded.append((ids[:longest], labels[:longest]))
    return encoded
