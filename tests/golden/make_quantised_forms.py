# SPDX-License-Identifier: Apache-2.0
"""Makes tests/golden/quantised_forms.json.gz: config.json, and names, types and shapes of the tensors, of a
small model that other libraries quantised.

    python tests/golden/make_quantised_forms.py      # torch, transformers, bitsandbytes, torchao

The versions it ran with are in the file.
"""

import json
import tempfile
from importlib.metadata import version
from pathlib import Path

from safetensors import safe_open
from torchao.quantization import Int8WeightOnlyConfig
from transformers import BitsAndBytesConfig, TorchAoConfig, XLMRobertaForTokenClassification

from small_model import small_model, write_golden

METHODS = {
    "bitsandbytes-8": BitsAndBytesConfig(load_in_8bit=True),
    "bitsandbytes-4": BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4"),
    "torchao": TorchAoConfig(Int8WeightOnlyConfig()),
}


def tensors_of(path):
    with safe_open(path, "pt") as file:
        slices = {name: file.get_slice(name) for name in file.keys()}
        return {name: [each.get_dtype(), each.get_shape()] for name, each in slices.items()}


def main():
    forms = {}
    with tempfile.TemporaryDirectory() as name:
        plain = Path(name) / "plain"
        small_model().save_pretrained(plain)
        for form, method in METHODS.items():
            path = Path(name) / form
            XLMRobertaForTokenClassification.from_pretrained(
                plain, quantization_config=method
            ).save_pretrained(path)
            forms[form] = {
                "config": json.loads((path / "config.json").read_text()),
                "tensors": tensors_of(path / "model.safetensors"),
            }
    packages = ("torch", "transformers", "safetensors", "bitsandbytes", "torchao")
    versions = {each: version(each) for each in packages}
    write_golden("quantised_forms.json.gz", {"versions": versions, "forms": forms})


if __name__ == "__main__":
    main()
