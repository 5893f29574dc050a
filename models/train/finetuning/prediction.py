# SPDX-License-Identifier: Apache-2.0
"""What a checkpoint predicts for rows, by transformers in float32, and how good that is.

It reads the folder that was written, as `xlmr-ner eval` does, so that the two figures are of the same
thing: words have the label of their first piece; entities of texts are runs of pieces.
"""

import pathlib
from collections.abc import Sequence

import torch
from transformers import AutoTokenizer, XLMRobertaForTokenClassification

from finetuning.rows import Row, Span, Text, Words
from finetuning.scoring import scores
from finetuning.tags import OUTSIDE, character_tags, has_prefix

META = "▁"
# Pieces that two windows share, or a quarter of the window.
SHARED = 128


class Checkpoint:
    """A token classifier in a folder."""

    def __init__(self, folder: pathlib.Path, device: torch.device) -> None:
        self.device = device
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        model = XLMRobertaForTokenClassification.from_pretrained(folder, dtype="float32")
        self.model = model.to(device).eval()
        config = self.model.config
        self.labels = [config.id2label[number] for number in range(config.num_labels)]
        self.crf = None
        if hasattr(config, "crf_state_dict"):
            from finetuning.crf import crf_of

            self.crf = crf_of(config.crf_state_dict)

    def predict(self, pieces: Sequence[int], longest: int) -> list[str]:
        """The label of each piece; windows have at most `longest` tokens with `<s>` and `</s>`."""
        if not pieces:
            return []
        rows = []
        for shown, owned in windows(len(pieces), longest):
            ids = [self.tokenizer.bos_token_id, *pieces[slice(*shown)], self.tokenizer.eos_token_id]
            with torch.no_grad():
                logits = self.model(torch.tensor([ids], device=self.device)).logits[0].cpu()
            # What a window owns, and `<s>` and `</s>` at the ends of the text.
            begin = owned[0] - shown[0] + (owned[0] > 0)
            end = owned[1] - shown[0] + (2 if owned[1] == len(pieces) else 1)
            rows.append(logits[begin:end])
        logits = torch.cat(rows)[None]
        if self.crf is None:
            best = logits.argmax(dim=-1)
        else:
            from finetuning.crf import best_paths

            best = best_paths(self.crf, self.labels, logits, torch.ones(logits.shape[:2]))
        return [self.labels[number] for number in best[0].tolist()[1:-1]]

    def tags(self, row: Words, longest: int) -> list[str]:
        """A tag a word: that of its first piece, O for a word without any."""
        encoded = self.tokenizer(
            list(row.words), is_split_into_words=True, add_special_tokens=False, verbose=False
        )
        labels = self.predict(encoded["input_ids"], longest)
        first: dict[int, str] = {}
        for word, label in zip(encoded.word_ids(), labels):
            first.setdefault(word, label)
        return [first.get(word, OUTSIDE) for word in range(len(row.words))]

    def spans(self, row: Text, longest: int) -> list[Span]:
        """The entities of a text: runs of pieces, a B- begins another one."""
        encoded = self.tokenizer(
            row.text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
        )
        labels = self.predict(encoded["input_ids"], longest)
        tokens = self.tokenizer.convert_ids_to_tokens(encoded["input_ids"])
        spans: list[Span] = []
        open_type = None
        for label, token, (start, end) in zip(labels, tokens, encoded["offset_mapping"]):
            kind = label[2:] if has_prefix(label) else label
            if label == OUTSIDE:
                open_type = None
            elif open_type == kind and not label.startswith("B-"):
                # A bare ▁ stands for the blank before the next word, which is none of the entity's.
                begin, before, _ = spans[-1]
                spans[-1] = (begin, before if token == META else end, kind)
            else:
                spans.append((start, end, kind))
                open_type = kind
        return [trimmed(row.text, span) for span in spans]


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its beginning, which some tokenizers give the piece behind them."""
    start, end, kind = span
    blanks = len(text[start:end]) - len(text[start:end].lstrip())
    return start + blanks, end, kind


def windows(count: int, longest: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The ranges of pieces that each window shows, and owns; one where all fit.

    Windows overlap, and a piece belongs to the one that sees more around it, as xlmr-ner reads a long
    text (src/text/windows.h). transformers would leave out what is behind the first.
    """
    room = longest - 2
    stride = min(SHARED, longest // 4)
    result: list[tuple[tuple[int, int], tuple[int, int]]] = []
    begin = 0
    while True:
        end = min(count, begin + room)
        owned = begin + stride // 2 if result else 0
        if result:
            shown, (first, _) = result[-1]
            result[-1] = shown, (first, owned)
        result.append(((begin, end), (owned, end)))
        if end == count:
            return result
        begin += room - stride


def evaluate(checkpoint: Checkpoint, rows: Sequence[Row], longest: int) -> dict[str, float]:
    """seqeval's figures, on words, or on the characters of texts."""
    gold: list[list[str]] = []
    found: list[list[str]] = []
    for row in rows:
        if isinstance(row, Words):
            gold.append(list(row.tags))
            found.append(checkpoint.tags(row, longest))
        else:
            gold.append(character_tags(len(row.text), row.spans))
            found.append(character_tags(len(row.text), checkpoint.spans(row, longest)))
    return scores(gold, found)
