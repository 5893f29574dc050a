# SPDX-License-Identifier: Apache-2.0
"""One model in every form that checkpoints are published in, each in a folder of its own.

    safetensors/  model.safetensors
    sharded/      model-00001-of-0000N.safetensors …, model.safetensors.index.json
    bin-zip/      pytorch_model.bin, the archive that torch 1.6 and later write
    bin-legacy/   pytorch_model.bin, the pickles that torch wrote before
"""

import json
import pathlib
import shutil

import torch
from tokenizers import pre_tokenizers
from transformers import PreTrainedModel, XLMRobertaTokenizer, XLMRobertaTokenizerFast

FORMS = ("safetensors", "sharded", "bin-zip", "bin-legacy")
SHARD = "5MB"


def save_tokenizer(vocabulary: pathlib.Path, window: int, kind: str, out: pathlib.Path) -> None:
    """The tokenizer's files; `kind` as in System.tokenizer_json."""
    XLMRobertaTokenizer(str(vocabulary), model_max_length=window).save_pretrained(out)
    fast = XLMRobertaTokenizerFast(vocab_file=str(vocabulary), model_max_length=window)
    if kind == "published":
        fast.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.WhitespaceSplit(), fast.backend_tokenizer.pre_tokenizer]
        )
    fast.save_pretrained(out)


def old_state(model: PreTrainedModel) -> dict[str, torch.Tensor]:
    """The weights with what checkpoints of 2019 and 2020 have besides: positions and a pooler."""
    hidden, positions = model.config.hidden_size, model.config.max_position_embeddings
    return {
        **model.state_dict(),
        "roberta.embeddings.position_ids": torch.arange(positions)[None],
        "roberta.pooler.dense.weight": torch.eye(hidden),
        "roberta.pooler.dense.bias": torch.zeros(hidden),
    }


def save_forms(model: PreTrainedModel, tokenizer: pathlib.Path, out: pathlib.Path) -> None:
    """Writes the folders of all forms, each with config.json and the files of `tokenizer`."""
    for form in FORMS:
        folder = out / form
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(tokenizer, folder)
        if form == "bin-legacy":
            model.config.save_pretrained(folder)
            torch.save(
                old_state(model),
                folder / "pytorch_model.bin",
                _use_new_zipfile_serialization=False,
            )
        else:
            model.save_pretrained(
                folder,
                safe_serialization=form != "bin-zip",
                max_shard_size=SHARD if form == "sharded" else "5GB",
            )
    index = json.loads((out / "sharded" / "model.safetensors.index.json").read_text("utf-8"))
    shards = set(index["weight_map"].values())
    if len(shards) < 3:
        raise ValueError(f"{out}: expected three shards or more, found {len(shards)}")
