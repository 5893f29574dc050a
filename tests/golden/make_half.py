# SPDX-License-Identifier: Apache-2.0
"""Makes tests/golden/half.json.gz: the tiny model with weights in bfloat16 and float16, and the labels and
scores that transformers gives with them, which computes in the type of the weights.

    python tests/golden/make_half.py      # torch, transformers, sentencepiece, and what make_tiny.py imports

The sentences are those of make_tiny.py. The versions it ran with are in the file.
"""

import tempfile
from importlib.metadata import version

import sentencepiece
import torch
from transformers import XLMRobertaForTokenClassification

from make_tiny import TINY, sentences
from small_model import CASES, write_golden

TEXTS = 200
TYPES = {"BF16": torch.bfloat16, "F16": torch.float16}


def encode(vocabulary, text):
    """As XLM-R numbers the pieces: <unk> is 3, and all others are one further."""
    return [0, *(3 if id == vocabulary.unk_id() else id + 1 for id in vocabulary.encode(text)), 2]


def best_labels(model, encodings):
    """Of each text: the best label of each token, and its probability."""
    rows = []
    for ids in encodings:
        with torch.no_grad():
            logits = model(input_ids=torch.tensor([ids])).logits[0, 1:-1]
        # The pipeline makes probabilities of float32.
        best = torch.softmax(logits.float(), -1).max(-1)
        rows.append([[label, round(score, 6)] for score, label in zip(*map(torch.Tensor.tolist, best))])
    return rows


def main():
    texts = sorted({text for text, _ in sentences()})
    texts = texts[:: max(1, len(texts) // TEXTS)][:TEXTS]
    vocabulary = sentencepiece.SentencePieceProcessor(str(TINY / "sentencepiece.bpe.model"))
    assert [encode(vocabulary, case["text"]) for case in CASES[:3]] == [case["ids"] for case in CASES[:3]]
    encodings = [encode(vocabulary, text) for text in texts]
    found = {}
    for name, dtype in TYPES.items():
        with tempfile.TemporaryDirectory() as folder:
            XLMRobertaForTokenClassification.from_pretrained(TINY).to(dtype).save_pretrained(folder)
            model = XLMRobertaForTokenClassification.from_pretrained(folder).eval()
            assert model.dtype == dtype
            found[name] = best_labels(model, encodings)
    versions = {each: version(each) for each in ("torch", "transformers", "sentencepiece")}
    write_golden("half.json.gz", {"versions": versions, "texts": texts, "best": found})


if __name__ == "__main__":
    main()
