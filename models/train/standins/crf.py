# SPDX-License-Identifier: Apache-2.0
"""The linear-chain CRF that T-NER puts on a network, with the names of AllenNLP's state.

Sources: AllenNLP 2.10's ConditionalRandomField; T-NER 0.2.4, ner_model.py. The likelihood knows no
constraints; the best path does: what they forbid costs 10,000.
"""

import torch

FORBIDDEN = -10_000.0


def constraint_mask(labels: list[str]) -> torch.Tensor:
    """1 where a label may follow another in BIO; the last two rows and columns: start and end."""
    start, end = len(labels), len(labels) + 1
    mask = torch.zeros(len(labels) + 2, len(labels) + 2)
    for to, label in enumerate(labels):
        tag, _, kind = label.partition("-")
        mask[to, end] = 1
        if tag != "I":
            mask[: start + 1, to] = 1
            continue
        for origin, before in enumerate(labels):
            mask[origin, to] = float(before in (f"B-{kind}", f"I-{kind}"))
    return mask


class ConditionalRandomField(torch.nn.Module):
    """Scores of label sequences: start + emissions + transitions + end."""

    def __init__(self, labels: list[str]) -> None:
        super().__init__()
        self.transitions = torch.nn.Parameter(torch.empty(len(labels), len(labels)))
        self._constraint_mask = torch.nn.Parameter(constraint_mask(labels), requires_grad=False)
        self.start_transitions = torch.nn.Parameter(torch.randn(len(labels)))
        self.end_transitions = torch.nn.Parameter(torch.randn(len(labels)))
        torch.nn.init.xavier_normal_(self.transitions)

    def loss(self, logits: torch.Tensor, labels: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Negative log-likelihood a row.

        logits float [batch, tokens, labels]; labels and mask int64 [batch, tokens], every token
        labelled, the mask 1 for tokens and 0 for the padding after them, whose labels are ignored.
        """
        logits, labels = logits.float(), labels.clamp(min=0)
        chosen = logits.gather(2, labels[..., None])[..., 0]
        before, after = labels[:, :-1], labels[:, 1:]
        last = labels.gather(1, mask.sum(dim=1, keepdim=True) - 1)[:, 0]
        score = (
            self.start_transitions[labels[:, 0]]
            + (chosen * mask).sum(dim=1)
            + (self.transitions[before, after] * mask[:, 1:]).sum(dim=1)
            + self.end_transitions[last]
        )
        alpha = self.start_transitions + logits[:, 0]
        for step in range(1, logits.shape[1]):
            following = torch.logsumexp(alpha[:, :, None] + self.transitions, dim=1)
            alpha = torch.where(mask[:, step, None] > 0, following + logits[:, step], alpha)
        return (torch.logsumexp(alpha + self.end_transitions, dim=1) - score).mean()

    def best_path(self, logits: torch.Tensor) -> list[int]:
        """The best label ids for logits [tokens, labels]."""
        free = self._constraint_mask
        count = logits.shape[1]
        transitions = torch.where(free[:count, :count] > 0, self.transitions, FORBIDDEN)
        start = torch.where(free[count, :count] > 0, self.start_transitions, FORBIDDEN)
        end = torch.where(free[:count, count + 1] > 0, self.end_transitions, FORBIDDEN)
        score = start + logits[0]
        origins = []
        for emission in logits[1:]:
            best, origin = (score[:, None] + transitions).max(dim=0)
            origins.append(origin)
            score = best + emission
        path = [int((score + end).argmax())]
        for origin in reversed(origins):
            path.append(int(origin[path[-1]]))
        return path[::-1]
