# SPDX-License-Identifier: Apache-2.0
"""Rows as what the network is trained on: ids, and a label for each.

A row that is longer than the model is cut into several, where a word begins that goes on with no
entity, so no word is lost. (transformers and T-NER leave out what is behind the cut.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from transformers import PreTrainedTokenizerFast

from finetuning.alignment import IGNORED, all_pieces, all_pieces_of_text, characters, first_pieces
from finetuning.rows import Row, Words
from finetuning.tags import OUTSIDE


@dataclass(frozen=True)
class Encoding:
    """How rows become examples; `labels[i]` is the label of id i; `max_length` counts `<s>` and `</s>`."""

    labels: tuple[str, ...]
    align: str
    labels_specials: bool
    max_length: int


def examples(
    rows: Sequence[Row], tokenizer: PreTrainedTokenizerFast, encoding: Encoding
) -> tuple[list[dict[str, list[int]]], int]:
    """`input_ids`, `attention_mask` and `labels` of each example, and how many rows were cut."""
    ids = {label: number for number, label in enumerate(encoding.labels)}
    special = ids[OUTSIDE] if encoding.labels_specials else IGNORED
    result: list[dict[str, list[int]]] = []
    cut = 0
    for row in rows:
        pieces, labels, starts = _labelled(row, tokenizer, encoding.align, ids)
        parts = _parts(labels, starts, encoding, encoding.max_length - 2)
        cut += len(parts) > 1
        for begin, end in parts:
            size = end - begin + 2
            result.append(
                {
                    "input_ids": [
                        tokenizer.bos_token_id,
                        *pieces[begin:end],
                        tokenizer.eos_token_id,
                    ],
                    "attention_mask": [1] * size,
                    "labels": [special, *labels[begin:end], special],
                }
            )
    return result, cut


def _labelled(
    row: Row, tokenizer: PreTrainedTokenizerFast, align: str, ids: dict[str, int]
) -> tuple[list[int], list[int], list[bool]]:
    """Pieces, their labels, and whether each begins a word."""
    if isinstance(row, Words):
        encoded = tokenizer(
            list(row.words), is_split_into_words=True, add_special_tokens=False, verbose=False
        )
        words = encoded.word_ids()
        put = all_pieces if align == "all" else first_pieces
        starts = [word != last for word, last in zip(words, [None, *words])]
        return encoded["input_ids"], put(row, words, ids), starts
    encoded = tokenizer(row.text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    offsets = encoded["offset_mapping"]
    put_text = characters if align == "characters" else all_pieces_of_text
    pieces = encoded["input_ids"]
    starts = [token.startswith("▁") for token in tokenizer.convert_ids_to_tokens(pieces)]
    return pieces, put_text(row, offsets, ids), starts


def _parts(labels: list[int], starts: list[bool], encoding: Encoding, longest: int) -> list[tuple[int, int]]:
    """The ranges of pieces that an example has, each of at most `longest`."""
    outside = encoding.labels.index(OUTSIDE)
    new = {at for at, label in enumerate(encoding.labels) if label.startswith("B-")} | {outside}
    parts: list[tuple[int, int]] = []
    begin = 0
    while len(labels) - begin > longest:
        last = begin + longest
        places = range(last, begin, -1)
        # The best place there is: between words and entities, between entities, between words.
        end = next(
            chain(
                (at for at in places if starts[at] and labels[at] in new),
                (at for at in places if labels[at] == outside),
                (at for at in places if starts[at]),
            ),
            last,
        )
        parts.append((begin, end))
        begin = end
    parts.append((begin, len(labels)))
    return parts
