# SPDX-License-Identifier: Apache-2.0
"""A token classifier with a conditional random field, and that field as T-NER saves it.

The loss is pytorch-crf's. T-NER 0.2.4 has AllenNLP's, with the same weights under the same names and
the same likelihood, which knows no constraints; only the best path does. It keeps the field in
config.json as `crf_state_dict`, not among the weights.
"""

from collections.abc import Sequence

import torch
from torchcrf import CRF
from transformers import XLMRobertaForTokenClassification
from transformers.modeling_outputs import TokenClassifierOutput

FORBIDDEN = -10_000.0


def constraint_mask(labels: Sequence[str]) -> torch.Tensor:
    """[labels + 2, labels + 2]: 1 where a label may follow another in BIO; from row to column.

    The last two are start and end (AllenNLP's allowed_transitions and is_transition_allowed).
    """
    count = len(labels)
    mask = torch.zeros(count + 2, count + 2)
    mask[:count, count + 1] = 1
    for to, label in enumerate(labels):
        if not label.startswith("I-"):
            mask[: count + 1, to] = 1
            continue
        for origin, before in enumerate(labels):
            mask[origin, to] = float(before in (f"B-{label[2:]}", label))
    return mask


class CrfTokenClassifier(XLMRobertaForTokenClassification):
    """XLM-R with a classifier, and a CRF over its logits. Every token has a label, the specials too."""

    def __init__(self, config) -> None:
        super().__init__(config)
        self.crf = CRF(config.num_labels, batch_first=True)

    def forward(self, input_ids=None, attention_mask=None, labels=None) -> TokenClassifierOutput:
        """`loss` is the negative log-likelihood of a row, the mean of the batch's."""
        logits = super().forward(input_ids=input_ids, attention_mask=attention_mask).logits
        loss = None
        if labels is not None:
            mask = attention_mask.bool()
            loss = -self.crf(logits.float(), labels.clamp(min=0), mask=mask, reduction="mean")
        return TokenClassifierOutput(loss=loss, logits=logits)


def best_paths(crf: CRF, labels: Sequence[str], logits: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The best allowed label ids [rows, tokens], 0 where `mask` is; logits [rows, tokens, labels]."""
    count = len(labels)
    allowed = constraint_mask(labels).to(logits.device) > 0
    constrained = CRF(count, batch_first=True).to(logits.device)
    with torch.no_grad():
        constrained.transitions.copy_(torch.where(allowed[:count, :count], crf.transitions, FORBIDDEN))
        constrained.start_transitions.copy_(
            torch.where(allowed[count, :count], crf.start_transitions, FORBIDDEN)
        )
        constrained.end_transitions.copy_(
            torch.where(allowed[:count, count + 1], crf.end_transitions, FORBIDDEN)
        )
        paths = constrained.decode(logits.float(), mask=mask.bool())
    result = torch.zeros(mask.shape, dtype=torch.long, device=logits.device)
    for row, path in zip(result, paths):
        row[: len(path)] = torch.tensor(path)
    return result


def crf_state(crf: CRF, labels: Sequence[str]) -> dict[str, list]:
    """What config.json has as `crf_state_dict`."""
    state = {name: value.tolist() for name, value in crf.state_dict().items()}
    return {**state, "_constraint_mask": constraint_mask(labels).tolist()}


def crf_of(state: dict[str, list]) -> CRF:
    """The field of a `crf_state_dict`."""
    weights = {name: torch.tensor(value) for name, value in state.items() if name[0] != "_"}
    crf = CRF(len(weights["start_transitions"]), batch_first=True)
    crf.load_state_dict(weights)
    return crf.eval()
