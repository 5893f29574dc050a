# SPDX-License-Identifier: Apache-2.0
"""The CRF: its loss and its best path by enumeration of all paths; its form by AllenNLP's rules."""

import itertools
import unittest

import torch
from support import TINY
from torchcrf import CRF
from transformers import AutoConfig

from finetuning.crf import CrfTokenClassifier, best_paths, constraint_mask, crf_of, crf_state

LABELS = ("O", "B-A", "I-A", "B-B", "I-B")


def drawn(seed: int) -> tuple[CRF, torch.Tensor]:
    torch.manual_seed(seed)
    crf = CRF(len(LABELS), batch_first=True)
    for weights in crf.parameters():
        torch.nn.init.normal_(weights)
    return crf, torch.randn(1, 4, len(LABELS)) * 2


def score(crf: CRF, logits: torch.Tensor, path: tuple[int, ...]) -> float:
    steps = sum(crf.transitions[a, b] for a, b in zip(path, path[1:]))
    emitted = sum(logits[0, at, label] for at, label in enumerate(path))
    return float(crf.start_transitions[path[0]] + steps + emitted + crf.end_transitions[path[-1]])


def is_allowed(path: tuple[int, ...]) -> bool:
    """BIO: I-X only behind B-X or I-X."""
    tags = ["O", *(LABELS[label] for label in path)]
    return all(tag[0] != "I" or before[1:] == tag[1:] for before, tag in zip(tags, tags[1:]))


class Crf(unittest.TestCase):
    def test_constraints_are_those_of_bio(self) -> None:
        expected = [
            # O B-A I-A B-B I-B start end
            [1, 1, 0, 1, 0, 0, 1],
            [1, 1, 1, 1, 0, 0, 1],
            [1, 1, 1, 1, 0, 0, 1],
            [1, 1, 0, 1, 1, 0, 1],
            [1, 1, 0, 1, 1, 0, 1],
            [1, 1, 0, 1, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0],
        ]
        self.assertEqual(constraint_mask(LABELS).tolist(), expected)

    def test_best_path_is_the_best_of_all_that_are_allowed(self) -> None:
        for seed in range(10):
            crf, logits = drawn(seed)
            paths = [path for path in itertools.product(range(5), repeat=4) if is_allowed(path)]
            best = max(paths, key=lambda path: score(crf, logits, path))
            [found] = best_paths(crf, LABELS, logits, torch.ones(1, 4)).tolist()
            self.assertEqual(tuple(found), best)

    def test_padding_has_no_part_in_it(self) -> None:
        crf, logits = drawn(3)
        padded = torch.cat([logits, torch.randn(1, 3, 5) * 9], dim=1)
        mask = torch.tensor([[1, 1, 1, 1, 0, 0, 0]])
        [alone] = best_paths(crf, LABELS, logits, torch.ones(1, 4)).tolist()
        self.assertEqual(best_paths(crf, LABELS, padded, mask).tolist(), [[*alone, 0, 0, 0]])

    def test_loss_is_the_negative_log_likelihood_over_all_paths(self) -> None:
        config = AutoConfig.from_pretrained(TINY, id2label=dict(enumerate(LABELS)))
        model = CrfTokenClassifier(config).eval()
        ids = torch.tensor([[0, 7, 8, 2]])
        path = (0, 1, 2, 0)
        with torch.no_grad():
            out = model(input_ids=ids, attention_mask=torch.ones_like(ids), labels=torch.tensor([path]))
            every = itertools.product(range(5), repeat=4)
            total = torch.logsumexp(torch.tensor([score(model.crf, out.logits, each) for each in every]), 0)
            expected = total - score(model.crf, out.logits, path)
        self.assertAlmostEqual(out.loss.item(), expected.item(), places=4)

    def test_what_config_json_has_comes_back(self) -> None:
        crf, logits = drawn(5)
        state = crf_state(crf, LABELS)
        names = {"transitions", "start_transitions", "end_transitions", "_constraint_mask"}
        self.assertEqual(set(state), names)
        self.assertEqual(len(state["_constraint_mask"]), 7)
        for name, value in crf_of(state).state_dict().items():
            self.assertTrue(torch.equal(value, crf.state_dict()[name]))


if __name__ == "__main__":
    unittest.main()
