# SPDX-License-Identifier: Apache-2.0
"""Makes tests/golden/checkpoint_forms.json.gz: a small model in the less common forms that torch and
transformers write, and the probabilities that from_pretrained() of transformers gives for each.

    python tests/golden/make_checkpoint_forms.py      # torch, transformers, safetensors

The versions it ran with are in the file.
"""

import tempfile
from pathlib import Path

import safetensors.torch
import torch
import transformers
from transformers import XLMRobertaForTokenClassification

from small_model import files_in, probabilities, small_model, write_golden


class MyXLMRobertaForNER(XLMRobertaForTokenClassification):
    pass


def with_state(model):
    """Parameters, and tensors, that have attributes: pickled with their state."""
    state = {}
    for i, (name, parameter) in enumerate(model.named_parameters()):
        each = parameter.detach().clone() if i % 2 else torch.nn.Parameter(parameter.detach().clone())
        each.is_initialized = True
        each.note = {"from": "fine-tuning", "steps": [1, 2.5, None]}
        state[name] = each
    return state


def strided(model):
    """Matrices that are transposed or every other column of a wider one, vectors with gaps, and rows that
    are a part of a longer matrix."""
    state = {}
    for i, (name, tensor) in enumerate(model.state_dict().items()):
        if tensor.dim() == 1:
            wide = torch.full((len(tensor), 3), 7.0)
            wide[:, 1] = tensor
            state[name] = wide[:, 1]
        elif i % 2:
            state[name] = tensor.t().contiguous().t()
        else:
            wide = torch.full((tensor.shape[0] + 2, 2 * tensor.shape[1] + 1), 7.0)
            wide[2:, 1::2] = tensor
            state[name] = wide[2:, 1::2]
        assert torch.equal(state[name], tensor)
    assert sum(not each.is_contiguous() for each in state.values()) > 30
    return state


def surplus(model):
    state = model.state_dict()
    return {
        **state,
        "token_type_ids": torch.zeros(1, 130, dtype=torch.int64),
        "position_ids": torch.arange(130).unsqueeze(0),
        "loss_fct.weight": torch.ones(5),
        "crf.transitions": torch.randn(5, 5, dtype=torch.float64),
        "crf.mask": torch.ones(5, dtype=torch.bool),
        "roberta.pooler.dense.weight": torch.eye(8, dtype=torch.int64),
        "roberta.pooler.dense.bias": torch.zeros(8, dtype=torch.bool),
        "ema.steps": torch.tensor(3, dtype=torch.int16),
        "fourier": torch.ones(2, dtype=torch.complex64),
    }


def save_forms(folder):
    model = small_model()

    def folder_of(form, changed=None):
        (changed or model).config.save_pretrained(folder / form)
        return folder / form

    torch.save(with_state(model), folder_of("with-state") / "pytorch_model.bin")
    torch.save(strided(model), folder_of("strided") / "pytorch_model.bin")
    torch.save(
        strided(model),
        folder_of("strided-legacy") / "pytorch_model.bin",
        _use_new_zipfile_serialization=False,
    )
    torch.save(surplus(model), folder_of("surplus") / "pytorch_model.bin")
    safetensors.torch.save_file(
        {name: tensor for name, tensor in surplus(model).items() if not tensor.is_complex()},
        folder_of("surplus-safetensors") / "model.safetensors",
        metadata={"format": "pt"},
    )
    torch.save(small_model().double().state_dict(), folder_of("float64") / "pytorch_model.bin")
    small_model().double().save_pretrained(folder / "float64-safetensors")
    MyXLMRobertaForNER.from_pretrained(folder / "float64-safetensors", dtype=torch.float32).save_pretrained(
        folder / "subclass"
    )
    small_model(["LABEL_0", "LABEL_1"]).save_pretrained(folder / "two-labels")


def main():
    forms = {}
    different = []
    with tempfile.TemporaryDirectory() as name:
        save_forms(Path(name))
        for path in sorted(Path(name).iterdir()):
            model = XLMRobertaForTokenClassification.from_pretrained(path).eval()
            rows = probabilities(model)
            if rows not in different:
                different.append(rows)
            forms[path.name] = {"files": files_in(path), "probabilities": different.index(rows)}
    versions = {each.__name__: each.__version__ for each in (torch, transformers, safetensors)}
    content = {"versions": versions, "forms": forms, "probabilities": different}
    write_golden("checkpoint_forms.json.gz", content)


if __name__ == "__main__":
    main()
