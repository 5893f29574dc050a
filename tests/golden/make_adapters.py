# SPDX-License-Identifier: Apache-2.0
"""Makes tests/golden/adapters.json.gz: adapters of a small model as peft saves them, and the
probabilities that Python gives with each: merge_and_unload() and from_pretrained(), which agree.

    python tests/golden/make_adapters.py      # torch, transformers, peft, safetensors

"BASE" in an adapter_config.json stands for the base model. The versions it ran with are in the file.
"""

import json
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

import peft
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import XLMRobertaForTokenClassification

from small_model import SEED, files_in, probabilities, short, small_model, write_golden

EVERY_LINEAR = ["query", "key", "value", "dense"]
MERGED = ["plain", "patterns"]  # whose merged weights are kept

LORA = {
    "plain": LoraConfig(task_type="TOKEN_CLS", r=4, lora_alpha=8, target_modules=["query", "value"]),
    "patterns": LoraConfig(
        task_type="TOKEN_CLS",
        r=3,
        lora_alpha=5,
        use_rslora=True,
        target_modules=EVERY_LINEAR,
        rank_pattern={"layer.0.attention.self.query": 2, "output.dense": 4},
        alpha_pattern={
            "roberta.encoder.layer.1.intermediate.dense": 1,
            "key": 9,
            "^roberta.encoder.layer.1.output.dense": 2,
        },
    ),
    "regex": LoraConfig(r=2, lora_alpha=3, target_modules=r".*layer\.1\..*(query|dense)"),
    "bias-all": LoraConfig(task_type="TOKEN_CLS", r=2, bias="all", target_modules=["query", "value"]),
    "bias-lora-only": LoraConfig(task_type="TOKEN_CLS", r=2, bias="lora_only", target_modules=["query"]),
    "embeddings": LoraConfig(r=2, lora_alpha=3, target_modules=["word_embeddings", "key", "classifier"]),
}
OTHERS = {
    "dora": LoraConfig(use_dora=True, r=2, target_modules=["query"]),
    "pissa": LoraConfig(init_lora_weights="pissa", r=2, target_modules=["query"]),
    "ia3": peft.IA3Config(target_modules=["query"], feedforward_modules=[]),
    "adalora": peft.AdaLoraConfig(total_step=10, target_modules=["query"]),
    "loha": peft.LoHaConfig(target_modules=["query"]),
    "prompt-tuning": peft.PromptTuningConfig(task_type="TOKEN_CLS", num_virtual_tokens=3),
}


def spoil(model):
    """What training would do: numbers of their own in all that the adapter has."""
    torch.manual_seed(SEED + 1)
    for name, parameter in model.named_parameters():
        if "lora_" in name or "modules_to_save" in name:
            parameter.data = short(torch.randn_like(parameter) * 0.4)
        elif parameter.requires_grad:
            parameter.data = short(parameter.data + torch.randn_like(parameter) * 0.2)


def load(base):
    return XLMRobertaForTokenClassification.from_pretrained(base).eval()


def save_adapter(base, path, config, **options):
    model = get_peft_model(load(base), config)
    spoil(model)
    model.save_pretrained(path, **options)


def probabilities_with(base, path):
    """Merged by peft; and as the pipeline of transformers loads a folder that has both."""
    merged = PeftModel.from_pretrained(load(base), path).merge_and_unload().eval()
    if not (path / "adapter_model.safetensors").exists():
        return merged, probabilities(merged)  # transformers 5.24 does not find adapter_model.bin there
    together = path.parent / f"{path.name}-together"
    shutil.copytree(base, together)
    shutil.copytree(path, together, dirs_exist_ok=True)
    found = torch.cat([torch.tensor(rows) for rows in probabilities(load(together))])
    expected = probabilities(merged)
    rows = torch.cat([torch.tensor(rows) for rows in expected])
    assert torch.allclose(found, rows, atol=1e-5), (path.name, (found - rows).abs().max())
    plain = torch.cat([torch.tensor(rows) for rows in probabilities(load(base))])
    assert not torch.allclose(plain, rows, atol=1e-2)
    return merged, expected


def plain(config):
    return json.loads(json.dumps(config.to_dict(), default=list))


def main():
    adapters = {}
    with tempfile.TemporaryDirectory() as name:
        base = Path(name) / "base"
        small_model().save_pretrained(base)
        for each, config in LORA.items():
            save_adapter(base, Path(name) / each, config)
        save_adapter(base, Path(name) / "bin", LORA["plain"], safe_serialization=False)
        for each in [*LORA, "bin"]:
            path = Path(name) / each
            merged, expected = probabilities_with(base, path)
            config = path / "adapter_config.json"
            config.write_text(config.read_text().replace(str(base), "BASE"))
            adapters[each] = {"files": files_in(path, skip=["README.md"]), "probabilities": expected}
            if each in MERGED:
                merged.save_pretrained(Path(name) / "merged" / each)
                adapters[each]["merged"] = files_in(Path(name) / "merged" / each)
        content = {
            "versions": {each: version(each) for each in ("torch", "transformers", "peft", "safetensors")},
            "base": files_in(base),
            "adapters": adapters,
            "others": {each: plain(config) for each, config in OTHERS.items()},
        }
        write_golden("adapters.json.gz", content)


if __name__ == "__main__":
    main()
