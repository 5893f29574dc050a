# SPDX-License-Identifier: Apache-2.0
"""Makes tests/golden/torch_forms.json.gz: the tiny model as torch and transformers save it in every
form a checkpoint is published in.

    python tests/golden/make_torch_forms.py      # torch, transformers, safetensors

A file is kept as pieces, so that the weights, which tests/golden/tiny/model.safetensors has, need not
be there again: base64 of the bytes as they are, or [name of a tensor, its type], which stands for
the tensor's bytes as F32, F16 or BF16. tests/js/torch_forms.js puts them together and checks their
SHA-256. The versions it ran with are in the file.
"""

import base64
import gzip
import hashlib
import json
import tempfile
from pathlib import Path

import safetensors
import safetensors.torch
import torch
import transformers
from transformers import XLMRobertaForTokenClassification

HERE = Path(__file__).parent
TINY = HERE / "tiny"
SHARD = "40KB"
LEAST = 16  # bytes of a piece that is worth a name
TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def weights_as(weights, dtype):
    return {name: tensor.to(dtype).contiguous() for name, tensor in weights.items()}


def raw_bytes(tensor):
    return tensor.contiguous().view(torch.uint8).numpy().tobytes()


def with_surplus(state):
    """What older checkpoints have besides: a buffer, the pooler, and a language model's head that is
    tied to the word embeddings."""
    hidden = state["classifier.weight"].shape[1]
    state["roberta.embeddings.position_ids"] = torch.arange(130).unsqueeze(0)
    state["roberta.pooler.dense.weight"] = torch.eye(hidden)
    state["roberta.pooler.dense.bias"] = torch.zeros(hidden)
    state["lm_head.decoder.weight"] = state["roberta.embeddings.word_embeddings.weight"]
    return state


def save_forms(folder):
    """Each form in a folder of its name."""
    model = XLMRobertaForTokenClassification.from_pretrained(TINY)

    def file_of(form):
        (folder / form).mkdir()
        return folder / form / "pytorch_model.bin"

    torch.save(model.state_dict(), file_of("zip"))
    torch.save(
        with_surplus(model.state_dict()),
        file_of("legacy"),
        _use_new_zipfile_serialization=False,
    )
    torch.save(weights_as(model.state_dict(), torch.float16), file_of("zip-f16"))
    narrow = weights_as(model.state_dict(), torch.bfloat16)
    parameters = {name: torch.nn.Parameter(tensor) for name, tensor in narrow.items()}
    torch.save(parameters, file_of("zip-bf16-parameters"))
    model.save_pretrained(folder / "shards", max_shard_size=SHARD)
    model.save_pretrained(folder / "bin-shards", max_shard_size=SHARD, safe_serialization=False)


def places(data, weights):
    """(begin, end, piece) of the tensors in a file, in order; none overlap."""
    found = []
    for type_name, dtype in TYPES.items():
        for name, tensor in weights_as(weights, dtype).items():
            raw = raw_bytes(tensor)
            at = data.find(raw) if len(raw) >= LEAST and any(raw) else -1
            if at >= 0:
                found.append((at, at + len(raw), [name, type_name]))
    found.sort()
    for before, after in zip(found, found[1:]):
        assert before[1] <= after[0], (before, after)
    return found


def pieces_of(data, weights):
    at = 0
    for begin, end, piece in places(data, weights):
        if begin > at:
            yield base64.b64encode(data[at:begin]).decode()
        yield piece
        at = end
    if at < len(data):
        yield base64.b64encode(data[at:]).decode()


def main():
    weights = safetensors.torch.load_file(TINY / "model.safetensors")
    forms = {}
    with tempfile.TemporaryDirectory() as name:
        save_forms(Path(name))
        for path in sorted(Path(name).glob("*/*model*")):
            data = path.read_bytes()
            forms.setdefault(path.parent.name, {})[path.name] = {
                "sha256": hashlib.sha256(data).hexdigest(),
                "pieces": list(pieces_of(data, weights)),
            }
    versions = {each.__name__: each.__version__ for each in (torch, transformers, safetensors)}
    text = json.dumps({"versions": versions, "forms": forms}, indent=0)
    (HERE / "torch_forms.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
