# SPDX-License-Identifier: Apache-2.0
"""How far the embedded model's scores are in bfloat16 and float16 from those that the same rounded weights
give in float32, which the engine computes in; a token's score is that of its best label.

    python tests/parity/half_precision.py TEXTS      # a text a line; torch, transformers, sentencepiece
"""

import sys
from pathlib import Path

import sentencepiece
import torch
from safetensors.torch import load_file
from transformers import XLMRobertaConfig, XLMRobertaForTokenClassification

MODEL = Path(__file__).parents[2] / "models" / "default"
MOST_TOKENS = 200
SUFFIXES = (".scale", ".input_scale")


def plain_weights():
    """The float32 numbers that the q8 file stands for."""
    stored = load_file(MODEL / "model.q8.safetensors")
    weights = {}
    for name, values in stored.items():
        if name.endswith(SUFFIXES):
            continue
        weights[name] = values.float()
        if values.dtype == torch.int8:
            weights[name] *= stored[f"{name}.scale"][:, None]
        if f"{name}.input_scale" in stored:
            weights[name] /= stored[f"{name}.input_scale"][None, :]
    return weights


def encodings(path):
    vocabulary = sentencepiece.SentencePieceProcessor(str(MODEL / "sentencepiece.bpe.model"))
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        ids = [3 if id == vocabulary.unk_id() else id + 1 for id in vocabulary.encode(line)]
        if ids:
            yield [0, *ids[:MOST_TOKENS], 2]


def probabilities(model, texts):
    with torch.no_grad():
        logits = [model(input_ids=torch.tensor([ids])).logits[0, 1:-1].float() for ids in texts]
    return torch.softmax(torch.cat(logits), -1)


def main(path):
    texts = list(encodings(path))
    weights = plain_weights()
    for dtype in (torch.bfloat16, torch.float16):
        model = XLMRobertaForTokenClassification(XLMRobertaConfig.from_pretrained(MODEL)).eval()
        model.load_state_dict(weights)
        half = probabilities(model.to(dtype), texts)
        exact = probabilities(model.float(), texts)
        scores, labels = half.max(-1)
        distance = (scores - exact.gather(1, labels[:, None])[:, 0]).abs()
        others = (labels != exact.argmax(-1)).sum().item()
        print(
            f"{dtype}: {len(scores)} tokens, scores differ by {distance.mean():.5f} on average, "
            f"{distance.max():.4f} at most; {others} tokens have another label"
        )


if __name__ == "__main__":
    main(sys.argv[1])
