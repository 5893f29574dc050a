# SPDX-License-Identifier: Apache-2.0
"""The base model with a new classifier, and the checkpoint that is written of it."""

import pathlib
import shutil
from collections.abc import Sequence

import torch
from transformers import (
    AutoConfig,
    AutoTokenizer,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    XLMRobertaForTokenClassification,
    set_seed,
)
from transformers.utils import logging

from finetuning.errors import FinetuneError

MODEL_TYPE = "xlm-roberta"


def load_tokenizer(base: str, max_length: int) -> PreTrainedTokenizerFast:
    """The base model's tokenizer. Raises a FinetuneError where there is none, or a slow one."""
    tokenizer = _loaded(base, "a tokenizer", AutoTokenizer.from_pretrained)
    if not tokenizer.is_fast:
        found = type(tokenizer).__name__
        raise FinetuneError(f"--base {base}: expected a fast tokenizer, found {found}")
    tokenizer.model_max_length = max_length
    return tokenizer


def load_config(base: str, labels: Sequence[str]):
    """The base model's configuration with these labels. Raises a FinetuneError for another network."""
    config = _loaded(base, "a model", AutoConfig.from_pretrained)
    if config.model_type != MODEL_TYPE:
        found = config.model_type
        raise FinetuneError(f"--base {base}: expected a model of the type {MODEL_TYPE}, found {found}")
    config.id2label = dict(enumerate(labels))
    config.label2id = {label: number for number, label in enumerate(labels)}
    if hasattr(config, "crf_state_dict"):
        del config.crf_state_dict  # of the base's own labels
    return config


def longest(config) -> int:
    """The most tokens of a text with `<s>` and `</s>`: two positions are those before the first."""
    return config.max_position_embeddings - config.pad_token_id - 1


def load_model(base: str, config, crf: bool, seed: int) -> PreTrainedModel:
    """The base model's encoder in float32 under a classifier, which is drawn by the seed."""
    architecture = XLMRobertaForTokenClassification
    if crf:
        from finetuning.crf import CrfTokenClassifier

        architecture = CrfTokenClassifier
    model = _loaded(
        base,
        "weights",
        architecture.from_pretrained,
        config=config,
        ignore_mismatched_sizes=True,
        dtype="float32",
    )
    # Whatever the base has: its labels may be others, and in another order.
    set_seed(seed)
    torch.nn.init.normal_(model.classifier.weight, std=config.initializer_range)
    torch.nn.init.zeros_(model.classifier.bias)
    if crf:
        model.crf.reset_parameters()
    return model


def _loaded(base: str, what: str, load, **options):
    level = logging.get_verbosity()
    logging.set_verbosity_error()  # a new classifier is expected
    try:
        return load(base, **options)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise FinetuneError(f"--base {base}: expected {what}, found none: {reason}") from error
    finally:
        logging.set_verbosity(level)


def save_checkpoint(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, labels: Sequence[str], out: pathlib.Path
) -> None:
    """Writes config.json, model.safetensors and the tokenizer's files; a CRF into config.json."""
    crf = getattr(model, "crf", None)
    if crf is not None:
        from finetuning.crf import crf_state

        plain = XLMRobertaForTokenClassification(model.config)
        state = model.state_dict()
        plain.load_state_dict({name: state[name] for name in state if not name.startswith("crf.")})
        plain.config.crf_state_dict = crf_state(crf, labels)
        model = plain
    model.save_pretrained(out)
    tokenizer.save_pretrained(out)
    # safetensors 0.8 leaves weights that their owner alone can read: no server of another user could.
    for file in out.glob("*.safetensors"):
        shutil.copymode(out / "config.json", file)
