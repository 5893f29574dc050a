# SPDX-License-Identifier: Apache-2.0
"""Training by the Trainer of transformers, one evaluation and one checkpoint an epoch.

The Trainer's defaults are the recipe's, too: AdamW, a linear descent to zero without warm-up, the
training loss logged every 500 steps. An epoch that ends before the first of these has "No log", as in
the cards.
"""

import pathlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from transformers import (
    DataCollatorForTokenClassification,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    Trainer,
    TrainingArguments,
)
from transformers.trainer_utils import get_last_checkpoint

from finetuning.alignment import IGNORED
from finetuning.recipes import Recipe
from finetuning.scoring import scores

Example = dict[str, list[int]]


@dataclass(frozen=True)
class Data:
    """What is trained and evaluated on; `labels[i]` is the label of id i."""

    train: Sequence[Example]
    dev: Sequence[Example]
    labels: tuple[str, ...]


def arguments(recipe: Recipe, out: pathlib.Path, is_cpu: bool) -> TrainingArguments:
    """The recipe in the Trainer's words."""
    return TrainingArguments(
        output_dir=str(out),
        learning_rate=recipe.rate,
        per_device_train_batch_size=recipe.batch,
        per_device_eval_batch_size=recipe.batch,
        num_train_epochs=recipe.epochs,
        weight_decay=recipe.decay,
        max_grad_norm=recipe.clip,
        seed=recipe.seed,
        eval_strategy="epoch",
        save_strategy="epoch",
        save_total_limit=1,
        load_best_model_at_end=recipe.keeps_best,
        metric_for_best_model="f1" if recipe.keeps_best else None,
        use_cpu=is_cpu,
        report_to="none",
        disable_tqdm=not sys.stderr.isatty(),
    )


def make_trainer(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerFast,
    data: Data,
    recipe: Recipe,
    checkpoints: pathlib.Path,
    is_cpu: bool,
) -> Trainer:
    """The Trainer for a model of model.py; its metrics are the columns of the recipe's card."""
    return Trainer(
        model=model,
        args=arguments(recipe, checkpoints, is_cpu),
        train_dataset=data.train,
        eval_dataset=data.dev,
        data_collator=DataCollatorForTokenClassification(tokenizer),
        processing_class=tokenizer,
        preprocess_logits_for_metrics=decoder(model, data.labels),
        compute_metrics=metrics(data.labels, recipe.metrics),
    )


def decoder(
    model: PreTrainedModel, labels: Sequence[str]
) -> Callable[[torch.Tensor, torch.Tensor], torch.Tensor]:
    """Logits [rows, tokens, labels] -> the label ids [rows, tokens] that the model predicts."""
    crf = getattr(model, "crf", None)
    if crf is None:
        return lambda logits, _: logits.argmax(dim=-1)
    from finetuning.crf import best_paths

    return lambda logits, gold: best_paths(crf, labels, logits, gold != IGNORED)


def metrics(labels: Sequence[str], columns: Sequence[str]) -> Callable[..., dict[str, float]]:
    """seqeval's figures over the labelled pieces, in the order of the table's columns."""

    def compute(prediction) -> dict[str, float]:
        found, gold = [], []
        for ids, wanted in zip(prediction.predictions, prediction.label_ids):
            places = [at for at, label in enumerate(wanted) if label != IGNORED]
            gold.append([labels[wanted[at]] for at in places])
            found.append([labels[ids[at]] for at in places])
        figures = scores(gold, found)
        return {name: figures[name] for name in columns}

    return compute


def train(trainer: Trainer, resumes: bool) -> None:
    """Trains to the end, from the last whole epoch of an earlier run where it resumes and there is one."""
    last = get_last_checkpoint(trainer.args.output_dir) if resumes else None
    trainer.train(resume_from_checkpoint=last)
