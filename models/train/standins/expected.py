# SPDX-License-Identifier: Apache-2.0
"""What the Python pipeline finds in held-out texts: expected.json of a stand-in.

`texts` lists, of each text, `none` and `simple`, the records of TokenClassificationPipeline with
that strategy; `labels`, the most probable label of every piece; and of those systems that have it,
`tner` or `spark`. Texts are taken where the model finds something.
"""

import random

import sentencepiece
import torch
import transformers
from transformers import PreTrainedModel, PreTrainedTokenizerFast, TokenClassificationPipeline

import sparknlp
import tner
from crf import ConditionalRandomField
from rows import Row
from systems import System

TEXTS = 200
FOUND_SHARE = 0.15
FOUND_LABELS = 3
LONGEST = 120


def expected(
    system: System,
    model: PreTrainedModel,
    crf: ConditionalRandomField | None,
    tokenizer: PreTrainedTokenizerFast,
    pieces: sentencepiece.SentencePieceProcessor,
    rows: list[Row],
) -> dict:
    """The content of expected.json. `model` is the checkpoint as it was read back, in float32."""
    pipeline = TokenClassificationPipeline(model=model, tokenizer=tokenizer, device=-1)
    texts: list[dict] = []
    for row in random.Random(1).sample(rows, len(rows)):
        if len(texts) == TEXTS:
            break
        labels = labels_of(row.text, model, tokenizer)
        found = sum(label != "O" for label in labels)
        # T-NER splits at blanks, so there are to be no two of them together.
        is_plain = row.text == " ".join(row.text.split())
        if found < FOUND_SHARE * len(labels) or len(labels) > LONGEST or not is_plain:
            continue
        entry = {"text": row.text, "labels": labels}
        for strategy in ("none", "simple"):
            records = pipeline(row.text, aggregation_strategy=strategy)
            entry[strategy] = [{**one, "score": float(one["score"])} for one in records]
        if crf is not None:
            entry["tner"] = tner.predict(row.text, model, crf, tokenizer)
        if system.spark:
            entry["spark"] = sparknlp.annotate(row, model, pieces)
        texts.append(entry)
    check(system, texts)
    return {
        "system": system.name,
        "labels": system.labels,
        "transformers": transformers.__version__,
        "torch": torch.__version__,
        "texts": texts,
    }


def labels_of(
    text: str, model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast
) -> list[str]:
    """The most probable label of each piece, without `<s>` and `</s>`."""
    with torch.no_grad():
        best = model(**tokenizer(text, return_tensors="pt")).logits[0].argmax(dim=-1)
    return [model.config.id2label[number] for number in best.tolist()[1:-1]]


def check(system: System, texts: list[dict]) -> None:
    """A stand-in that finds too little tells nothing."""
    kinds = {label for entry in texts for label in entry["labels"]} - {"O"}
    if len(texts) < TEXTS or len(kinds) < FOUND_LABELS:
        raise ValueError(
            f"{system.name}: expected {TEXTS} texts and {FOUND_LABELS} labels, "
            f"found {len(texts)} texts with {sorted(kinds)}"
        )
