# SPDX-License-Identifier: Apache-2.0
"""How each system puts labels on pieces.

Each function takes a row, the (start, end) code-point offsets of its pieces without `<s>` and
`</s>`, and the labels' ids; it gives an id, or IGNORED, for each piece.

A bare `▁` has the range of the word's first character, which the piece after it has, too.
"""

from rows import Row

IGNORED = -100
Offsets = list[tuple[int, int]]


def every_piece(row: Row, offsets: Offsets, ids: dict[str, int]) -> list[int]:
    """B- on an entity's first piece, I- on the others.

    As T-NER trains (`mask_by_padding_token=False`), and run_ner.py with `--label_all_tokens`.
    """
    labels = [ids["O"]] * len(offsets)
    for start, end, kind in row.entities:
        prefix = "B"
        for index, (left, right) in enumerate(offsets):
            if right > start and left < end:
                labels[index] = ids[f"{prefix}-{kind}"]
                prefix = "I"
    return labels


def first_pieces(row: Row, offsets: Offsets, ids: dict[str, int]) -> list[int]:
    """A word's tag on its first piece, nothing on the others (run_ner.py of `transformers`)."""
    labels = [IGNORED] * len(offsets)
    starts = {start: tag for (start, _), tag in zip(row.words, word_tags(row))}
    for index, (left, _) in enumerate(offsets):
        if left in starts:
            labels[index] = ids[starts.pop(left)]
    return labels


def first_full_pieces(row: Row, offsets: Offsets, ids: dict[str, int]) -> list[int]:
    """The same where a bare `▁` is no piece of its word (Spark NLP's word-start piece)."""
    labels = first_pieces(row, offsets, ids)
    for index in range(1, len(labels)):
        # Two pieces begin at one character only where the first is a bare `▁`.
        if offsets[index][0] == offsets[index - 1][0] and labels[index - 1] != IGNORED:
            labels[index], labels[index - 1] = labels[index - 1], IGNORED
    return labels


def largest_of_characters(row: Row, offsets: Offsets, ids: dict[str, int]) -> list[int]:
    """The largest id among a piece's characters (the notebook of tsmatz's Japanese model)."""
    characters = [ids["O"]] * len(row.text)
    for start, end, kind in row.entities:
        characters[start:end] = [ids[kind]] * (end - start)
    return [max(characters[left:right], default=ids["O"]) for left, right in offsets]


def word_tags(row: Row) -> list[str]:
    """The IOB2 tag of each word."""
    tags = []
    for left, right in row.words:
        tag = "O"
        for start, end, kind in row.entities:
            if right > start and left < end:
                tag = f"{'B' if left <= start else 'I'}-{kind}"
        tags.append(tag)
    return tags
