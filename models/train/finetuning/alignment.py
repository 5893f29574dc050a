# SPDX-License-Identifier: Apache-2.0
"""How labels are put on pieces.

    words   Emma B-PER  Londen B-LOC          characters  松崎は日本に
    pieces  ▁Emma   ▁Lond  en                 pieces      ▁   松  崎  は 日本 に
    first   B-PER   B-LOC  none               labels      PER PER PER O  LOC O
    all     B-PER   B-LOC  I-LOC

`first` is run_ner.py's, of transformers; `all` is T-NER's, and run_ner.py's with --label_all_tokens;
`characters` is that of the notebook of the Japanese model. Each function gives a label's id, or
IGNORED, for every piece without `<s>` and `</s>`.
"""

from collections.abc import Mapping, Sequence

from finetuning.rows import Text, Words
from finetuning.tags import OUTSIDE, inside

IGNORED = -100
ALIGNMENTS = ("first", "all", "characters")

Ids = Mapping[str, int]


def first_pieces(row: Words, words: Sequence[int], ids: Ids) -> list[int]:
    """A word's label on its first piece; `words` has the number of each piece's word."""
    before = [None, *words]
    return [IGNORED if word == last else ids[row.tags[word]] for word, last in zip(words, before)]


def all_pieces(row: Words, words: Sequence[int], ids: Ids) -> list[int]:
    """The same, and I- on the word's other pieces."""
    before = [None, *words]
    tags = (inside(row.tags[word]) if word == last else row.tags[word] for word, last in zip(words, before))
    return [ids[tag] for tag in tags]


def all_pieces_of_text(row: Text, offsets: Sequence[tuple[int, int]], ids: Ids) -> list[int]:
    """B- on an entity's first piece, I- on every other that has a character of it.

    `offsets` are the pieces' ranges in code points, end exclusive. A piece of two entities has the
    label of the later one.
    """
    labels = [ids[OUTSIDE]] * len(offsets)
    for start, end, kind in row.spans:
        prefix = "B"
        for at, (left, right) in enumerate(offsets):
            if left < end and right > start:
                labels[at] = ids[f"{prefix}-{kind}"]
                prefix = "I"
    return labels


def characters(row: Text, offsets: Sequence[tuple[int, int]], ids: Ids) -> list[int]:
    """The largest id among a piece's characters.

    A bare `▁` at the beginning has the range of the first character, so both it and the piece behind
    it have that character's label, as the notebook has them.
    """
    labels = [ids[OUTSIDE]] * len(row.text)
    for start, end, kind in row.spans:
        labels[start:end] = [ids[kind]] * (end - start)
    return [max(labels[left:right], default=ids[OUTSIDE]) for left, right in offsets]
