# SPDX-License-Identifier: Apache-2.0
"""What Spark NLP's XlmRoBertaForTokenClassification and NerConverter give for a text.

Each word is cut by SentencePiece alone, a bare `▁` is left out, and the word has the label of its
first piece. A chunk opens at the first label that is not O, and closes at B- and O alone.
(JohnSnowLabs/spark-nlp: XlmRoBertaClassification.scala, NerTagsEncoding.scala.)
"""

import sentencepiece
import torch
from transformers import PreTrainedModel

from rows import Row

START, END, UNKNOWN, BARE = 0, 2, 3, "▁"


def annotate(
    row: Row, model: PreTrainedModel, pieces: sentencepiece.SentencePieceProcessor
) -> dict[str, list]:
    """`words` and their `tags`, and `chunks`: [begin, end inclusive, type], in code points."""
    words = [row.text[start:end] for start, end in row.words]
    ids: list[int] = [START]
    firsts: list[int | None] = []
    for word in words:
        cut = [number for number in pieces.encode(word) if pieces.id_to_piece(number) != BARE]
        firsts.append(len(ids) if cut else None)
        ids += [number + 1 if number else UNKNOWN for number in cut]
    with torch.no_grad():
        best = model(torch.tensor([[*ids, END]])).logits[0].argmax(dim=-1).tolist()
    tags = ["O" if at is None else model.config.id2label[best[at]] for at in firsts]
    return {"words": words, "tags": tags, "chunks": chunks_of(tags, row.words)}


def chunks_of(tags: list[str], ranges: tuple[tuple[int, int], ...]) -> list[list]:
    """NerConverter's chunks; a chunk's type is its first tag's."""
    chunks: list[list] = []
    is_open = False
    for tag, (start, end) in zip(tags, ranges):
        if tag == "O":
            is_open = False
        elif tag.startswith("B-") or not is_open:
            chunks.append([start, end - 1, tag[2:]])
            is_open = True
        else:
            chunks[-1][1] = end - 1
    return chunks
