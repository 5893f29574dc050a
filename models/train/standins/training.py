# SPDX-License-Identifier: Apache-2.0
"""Fine-tunes a token classifier as the Trainer of `transformers` does by default.

AdamW without decay, a linear descent to zero, gradients clipped at 1, one table row an epoch.
(Batches are of similar lengths; matrix products are in bfloat16.)
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

import torch
from seqeval.metrics import accuracy_score, f1_score, precision_score, recall_score
from transformers import PreTrainedModel

from alignment import IGNORED

PAD = 1
SORTED_BATCHES = 20
EVALUATION_ROWS = 64
CRF_RATE = 30.0

# Logits [batch, tokens, labels], labels and mask [batch, tokens] -> the loss.
Loss = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]
# Logits [tokens, labels] -> label ids.
Decode = Callable[[torch.Tensor], list[int]]


@dataclass(frozen=True)
class Example:
    """Ids with `<s>` and `</s>`, and as many labels."""

    ids: list[int]
    labels: list[int]


@dataclass(frozen=True)
class Settings:
    """Hyper-parameters; the rate is the highest, at the first step."""

    epochs: int = 2
    batch: int = 24
    rate: float = 4e-4
    seed: int = 42


def cross_entropy(logits: torch.Tensor, labels: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
    """Mean over the labelled tokens."""
    return torch.nn.functional.cross_entropy(
        logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED
    )


def argmax(logits: torch.Tensor) -> list[int]:
    """The most probable label of each token."""
    return logits.argmax(dim=-1).tolist()


def collate(examples: list[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, mask and labels, int64 [batch, tokens]."""
    width = max(len(example.ids) for example in examples)
    ids = torch.full((len(examples), width), PAD)
    labels = torch.full((len(examples), width), IGNORED)
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        labels[row, : len(example.ids)] = torch.tensor(example.labels)
    return ids, (ids != PAD).long(), labels


def batches(examples: list[Example], size: int, order: random.Random) -> list[list[Example]]:
    """All examples once, in batches of similar lengths, in a drawn order."""
    drawn = order.sample(examples, len(examples))
    block = size * SORTED_BATCHES
    result = []
    for begin in range(0, len(drawn), block):
        rows = sorted(drawn[begin : begin + block], key=lambda example: len(example.ids))
        result += [rows[at : at + size] for at in range(0, len(rows), size)]
    order.shuffle(result)
    return result


def evaluate(
    model: PreTrainedModel, examples: list[Example], names: list[str], loss: Loss, decode: Decode
) -> dict[str, float]:
    """Validation loss and seqeval's figures over the labelled tokens."""
    model.eval()
    total, gold, found = 0.0, [], []
    rows = sorted(examples, key=lambda example: len(example.ids))
    with torch.no_grad():
        for begin in range(0, len(rows), EVALUATION_ROWS):
            part = rows[begin : begin + EVALUATION_ROWS]
            ids, mask, labels = collate(part)
            logits = model(ids, mask).logits
            total += len(part) * loss(logits, labels, mask).item()
            for example, row in zip(part, logits):
                path = decode(row[: len(example.ids)])
                scored = [at for at, label in enumerate(example.labels) if label != IGNORED]
                gold.append([names[example.labels[at]] for at in scored])
                found.append([names[path[at]] for at in scored])
    gold, found = ([in_runs(tags, names) for tags in part] for part in (gold, found))
    return {
        "Validation Loss": total / len(rows),
        "Precision": float(precision_score(gold, found)),
        "Recall": float(recall_score(gold, found)),
        "F1": float(f1_score(gold, found)),
        "Accuracy": float(accuracy_score(gold, found)),
    }


def in_runs(tags: list[str], names: list[str]) -> list[str]:
    """Tags as they are; without B- and I-, a run of one label is an entity (seqeval would read the
    label's first letter as its prefix)."""
    if any(name.startswith("B-") for name in names):
        return tags
    return [tag if tag == "O" else f"I-{tag.replace('-', '_')}" for tag in tags]


def fine_tune(
    model: PreTrainedModel,
    extra: torch.nn.Module | None,
    train: list[Example],
    dev: list[Example],
    names: list[str],
    loss: Loss,
    decode: Decode,
    settings: Settings,
) -> list[dict[str, float | int | str]]:
    """Trains the model, and `extra` with it at a higher rate; gives the table's rows."""
    order = random.Random(settings.seed)
    groups = [{"params": list(model.parameters()), "lr": settings.rate}]
    if extra is not None:
        weights = [weight for weight in extra.parameters() if weight.requires_grad]
        groups.append({"params": weights, "lr": settings.rate * CRF_RATE})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.0, fused=True)
    steps = -(-len(train) // settings.batch) * settings.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    history: list[dict[str, float | int | str]] = []
    step = 0
    for epoch in range(settings.epochs):
        model.train()
        losses = []
        for batch in batches(train, settings.batch, order):
            ids, mask, labels = collate(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, mask).logits
            value = loss(logits, labels, mask)
            value.backward()
            for group in optimizer.param_groups:
                torch.nn.utils.clip_grad_norm_(group["params"], 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            losses.append(value.item())
            step += 1
        figures = evaluate(model, dev, names, loss, decode)
        mean = sum(losses) / len(losses)
        history.append({"Training Loss": mean, "Epoch": float(epoch + 1), "Step": step, **figures})
        print({key: round(value, 4) for key, value in history[-1].items()}, flush=True)
    return history
