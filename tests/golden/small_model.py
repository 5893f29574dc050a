# SPDX-License-Identifier: Apache-2.0
"""A token classifier of hidden size 8 with random weights, and the vocabulary of tests/golden/tiny: small
enough for its weights to be kept in many forms. What make_checkpoint_forms.py and make_adapters.py share.
"""

import base64
import gzip
import json
from pathlib import Path

import torch
from transformers import XLMRobertaConfig, XLMRobertaForTokenClassification

HERE = Path(__file__).parent
LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
VOCABULARY = json.loads((HERE / "tiny" / "config.json").read_text())["vocab_size"]
CASES = json.loads((HERE / "tiny.json").read_text())["cases"][:8]
SEED = 20261128


def small_model(labels=LABELS):
    torch.manual_seed(SEED)
    config = XLMRobertaConfig(
        vocab_size=VOCABULARY,
        hidden_size=8,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=130,
        type_vocab_size=1,
        initializer_range=0.5,
        layer_norm_eps=1e-5,
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
        id2label=dict(enumerate(labels)),
        label2id={label: i for i, label in enumerate(labels)},
    )
    model = XLMRobertaForTokenClassification(config).eval()
    for parameter in model.parameters():
        if parameter.dim() == 1:  # these begin as 0 and 1
            parameter.data.add_(torch.randn_like(parameter) * 0.2)
        parameter.data = short(parameter.data)
    return model


def short(tensor):
    """As float32 whose lower half is 0: files are half as long when they are packed."""
    return tensor.bfloat16().float()


def probabilities(model):
    """Of the first texts of tiny.json: a row of probabilities for each token, but the special ones."""
    rows = []
    for case in CASES:
        with torch.no_grad():
            logits = model(input_ids=torch.tensor([case["ids"]])).logits[0, 1:-1]
        rows.append(torch.softmax(logits.double(), -1).tolist())
    return rows


def files_in(folder, skip=()):
    """Base64 of each file of a folder, by its path there."""
    return {
        str(path.relative_to(folder)): base64.b64encode(path.read_bytes()).decode()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and path.name not in skip
    }


def write_golden(name, content):
    def rounded(value):
        if isinstance(value, float):
            return round(value, 8)
        if isinstance(value, list):
            return [rounded(each) for each in value]
        if isinstance(value, dict):
            return {key: rounded(each) for key, each in value.items()}
        return value

    text = json.dumps(rounded(content), indent=0)
    (HERE / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))
