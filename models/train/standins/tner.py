# SPDX-License-Identifier: Apache-2.0
"""What T-NER's `predict` gives for a text (tner 0.2.4: ner_model.py, ner_tokenizer.py, util.py).

The text is split at single blanks; a word's label is that of its first piece, found by counting the
pieces of each word alone; Viterbi runs over the padded row, padding and specials with it; the
probability is that of the most probable label, whichever Viterbi chose.
"""

import torch
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from crf import ConditionalRandomField

LONGEST = 128


def predict(
    text: str,
    model: PreTrainedModel,
    crf: ConditionalRandomField,
    tokenizer: PreTrainedTokenizerFast,
) -> dict[str, list]:
    """`prediction`, `probability` and `entity_prediction` of one text."""
    words = text.split(" ")
    encoded = tokenizer(
        " ".join(words),
        max_length=LONGEST,
        padding="max_length",
        truncation=True,
        return_tensors="pt",
    )
    with torch.no_grad():
        logits = model(**encoded).logits[0]
        path = crf.best_path(logits)
    best = logits.softmax(dim=-1).max(dim=-1).values.tolist()
    labels, chances, at = [], [], 1
    for word in words:
        seen = at < LONGEST - 1
        labels.append(model.config.id2label[path[at]] if seen else "O")
        chances.append(best[at] if seen else 0.0)
        at += max(1, len(tokenizer.tokenize(word)))
    return {
        "prediction": labels,
        "probability": chances,
        "entity_prediction": entities_of(labels, words, chances),
    }


def entities_of(labels: list[str], words: list[str], chances: list[float]) -> list[dict]:
    """T-NER's `decode_ner_tags`: I- continues an entity of its own type, and begins none."""
    runs: list[tuple[str, list[int]]] = []
    is_open = False
    for at, label in enumerate(labels):
        tag, _, kind = label.partition("-")
        if tag == "B":
            runs.append((kind, [at]))
            is_open = True
        elif tag == "I" and is_open and runs[-1][0] == kind:
            runs[-1][1].append(at)
        else:
            is_open = False
    return [
        {
            "type": kind,
            "entity": [words[at] for at in position],
            "position": position,
            "probability": [chances[at] for at in position],
        }
        for kind, position in runs
    ]
