# SPDX-License-Identifier: Apache-2.0
"""What xlmr-ner makes of the checkpoint: a quantised copy beside it, and figures on the dev file."""

import codecs
from typing import Any

from finetuning.command import Command
from finetuning.corpora import Corpora
from finetuning.options import Options
from finetuning.rows import Words
from finetuning.tags import OUTSIDE, has_prefix

FIGURES = ("precision", "recall", "f1")


def convert_and_evaluate(command: Command, options: Options, corpora: Corpora) -> dict[str, dict[str, float]]:
    """Precision, recall and F1, in float32 and quantised. Raises a CommandError."""
    command.json("convert", str(options.output), "--dtype", options.dtype, "--json")
    report = report_for(corpora)
    settings = eval_options(options, corpora)
    return {
        f"xlmr-ner, {name}": micro(
            command.json(
                *("eval", str(options.dev), "--model", str(options.output.resolve())),
                *("--dtype", dtype, "--report", report, "--json", *settings),
            ),
            report,
        )
        for dtype, name in (("fp32", "float32"), (options.dtype, options.dtype))
    }


def report_for(corpora: Corpora) -> str:
    """seqeval's, as in scoring.py; ours for labels without B- and I-, which seqeval misreads."""
    has_prefixes = all(label == OUTSIDE or has_prefix(label) for label in corpora.labels)
    return "seqeval" if has_prefixes else "entities"


def eval_options(options: Options, corpora: Corpora) -> list[str]:
    """How `eval` reads the dev file as corpus.py does, and words as the model was trained on them."""
    settings = []
    if codecs.lookup(options.encoding).name != "utf-8":
        settings += ["--encoding", options.encoding]
    if options.points:
        settings += ["--offsets", "codepoint"]
    if options.label2id is not None:
        settings += ["--label2id", str(options.label2id)]
    if corpora.mapping:
        settings += ["--mapping", ",".join(f"{old}={new}" for old, new in corpora.mapping.items())]
    if options.recipe.crf and isinstance(corpora.dev[0], Words):
        settings += ["--words", "tner"]
    return settings


def micro(figures: dict[str, Any], report: str) -> dict[str, float]:
    """Precision, recall and F1 of all types together, of the report `seqeval` or `entities`."""
    if report == "seqeval":
        found = figures["micro avg"]
        named = dict(zip(FIGURES, (found["precision"], found["recall"], found["f1-score"])))
    else:
        named = {name: figures["micro"][name] for name in FIGURES}
    return {name: value or 0.0 for name, value in named.items()}  # null where nothing was found
