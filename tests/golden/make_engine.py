# SPDX-License-Identifier: Apache-2.0
"""Makes engine_{tiny,base,large}.bin: what PyTorch's XLM-R says of 200 windows, for three shapes
whose weights counter_weights.py computes, and engine_default.bin: the same of models/default.

    python tests/golden/make_engine.py
    python tests/golden/make_engine.py --shapes tiny base
    python tests/golden/make_engine.py --model models/default

Each window runs alone, in float32, without padding, with attention written out ("eager"). A file is
the logits of all windows one after the other, float32 [sum of tokens, 9], little-endian. Of the
quantised weights of models/default the logits are those of a float32 model whose weights are what
the int8 stand for.

With the shapes it prints how far the logits move when a model is wrong in one way; tests of 1e-4 can
tell each of these from the right one. Made with torch 2.15.0, transformers 4.57.6, on a CPU; of the tiny
shape transformers 5.24 gives the same within 2e-6.
"""

import argparse
import json
import pathlib
import sys

import numpy as np
import torch
import transformers
from safetensors.torch import load_file
from transformers import XLMRobertaConfig, XLMRobertaForTokenClassification

from counter_weights import SHAPES, WINDOWS, Shape, tensor, window

HERE = pathlib.Path(__file__).parent
THREADS = 1  # so that sums are the same on every machine, and nothing waits on a busy one
WRONG = {
    "tanh GELU": {"hidden_act": "gelu_pytorch_tanh"},
    "eps 1e-12": {"layer_norm_eps": 1e-12},
}
FIRST_POSITION = 2  # pad_token_id + 1


def config_of(shape: Shape, **changes: object) -> XLMRobertaConfig:
    known = {
        "vocab_size": shape.vocabulary,
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.intermediate,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": 1,
        "num_labels": shape.labels,
        "pad_token_id": 1,
        "layer_norm_eps": 1e-5,
        "hidden_act": "gelu",
    }
    return XLMRobertaConfig(**known | changes, attn_implementation="eager")


def model_of(config: XLMRobertaConfig, state: dict[str, torch.Tensor]):
    model = XLMRobertaForTokenClassification(config)
    model.load_state_dict(state, strict=True)
    return model.float().eval()


def state_of(shape: Shape) -> dict[str, torch.Tensor]:
    """The seeded weights of a shape, under the names that the model gives them."""
    with torch.device("meta"):
        wanted = XLMRobertaForTokenClassification(config_of(shape)).state_dict()
    return {name: torch.from_numpy(tensor(name, tuple(t.shape))) for name, t in wanted.items()}


@torch.inference_mode()
def logits_of(model, shape: Shape, first_position: int | None = None) -> np.ndarray:
    """float32 [sum of tokens, labels] of the 200 windows, at the positions the model gives them or
    at those from `first_position`."""
    rows = []
    for index in range(WINDOWS):
        ids = torch.tensor([window(shape, index)])
        positions = None
        if first_position is not None:
            positions = torch.arange(first_position, first_position + ids.shape[1])[None]
        rows.append(model(ids, position_ids=positions).logits[0])
    return torch.cat(rows).numpy()


def write(name: str, logits: np.ndarray) -> None:
    logits.astype("<f4").tofile(HERE / f"engine_{name}.bin")
    print(f"{name}: {len(logits)} tokens, logits {logits.min():.3f} to {logits.max():.3f}")


def make_shape(name: str) -> None:
    shape = SHAPES[name]
    state = state_of(shape)
    model = model_of(config_of(shape), state)
    right = logits_of(model, shape)
    write(name, right)
    if name == "large":
        return
    wrong = {
        what: logits_of(model_of(config_of(shape, **change), state), shape)
        for what, change in WRONG.items()
    }
    wrong["positions one off"] = logits_of(model, shape, FIRST_POSITION - 1)
    for what, logits in wrong.items():
        print(f"  {what}: the logits move by up to {np.abs(logits - right).max():.2e}")


def dequantized(stored: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """A quantised checkpoint as float32: int8 times the scale of its row, divided by the scale of
    the input of its column where there is one."""
    state = {}
    for name, numbers in stored.items():
        if name.endswith((".scale", ".input_scale")):
            continue
        values = numbers
        if values.dtype == torch.int8:
            values = values.float() * stored[f"{name}.scale"][:, None]
            if f"{name}.input_scale" in stored:
                values = values / stored[f"{name}.input_scale"][None, :]
        state[name] = values
    return state


def make_default(folder: pathlib.Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    config = XLMRobertaConfig(**config, attn_implementation="eager")
    model = model_of(config, dequantized(load_file(folder / "model.q8.safetensors")))
    write("default", logits_of(model, SHAPES["default"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    made = ["tiny", "base", "large"]
    parser.add_argument("--shapes", nargs="+", choices=made, default=made)
    parser.add_argument("--model", type=pathlib.Path, help="a folder with model.q8.safetensors")
    options = parser.parse_args()

    torch.set_num_threads(THREADS)
    print(f"python {sys.version.split()[0]}, torch {torch.__version__}", end=", ")
    print(f"transformers {transformers.__version__}")
    if options.model:
        make_default(options.model)
        return
    for name in options.shapes:
        make_shape(name)


if __name__ == "__main__":
    main()
