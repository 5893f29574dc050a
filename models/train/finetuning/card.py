# SPDX-License-Identifier: Apache-2.0
"""The model card, README.md: the Trainer's own, with what is known in place of "More information needed".

Its table has a line an epoch, in the columns that the cards of the five systems have. Behind it are
the figures of the checkpoint as transformers reads it, and as xlmr-ner does.
"""

import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transformers import Trainer
from transformers.modelcard import TrainingSummary, make_markdown_table

from finetuning.corpora import Corpora
from finetuning.options import Options
from finetuning.package import FIGURES
from finetuning.recipes import Recipe
from finetuning.tags import OUTSIDE, has_prefix

NEEDED = "More information needed"
VERSIONS = "### Framework versions\n"

ALIGNMENTS = {
    "first": "on the first piece of each word; the word's other pieces are not trained on",
    "all": "on every piece: a word's further pieces have its I- label",
    "characters": "on every piece: the largest id of its characters",
}


@dataclass(frozen=True)
class Facts:
    """What the card says besides the Trainer's part.

    Rows of more than `longest` tokens were cut, so many of each part; `results` are precision, recall
    and F1 by who read the checkpoint.
    """

    corpora: Corpora
    longest: int
    cut: Sequence[int]
    results: Mapping[str, Mapping[str, float]]


def card(trainer: Trainer, options: Options, facts: Facts) -> str:
    """The text of README.md."""
    is_folder = pathlib.Path(options.base).is_dir()
    summary = TrainingSummary.from_trainer(
        trainer,
        language=options.language,
        license=options.license,
        tags=["token-classification", "xlmr-ner"],
        model_name=options.output.resolve().name,
        finetuned_from=None if is_folder else options.base,
        tasks="token-classification",
        dataset=options.train.name,
    )
    order = [
        "Training Loss",
        "Epoch",
        "Step",
        "Loss",
        "Validation Loss",
        *map(column, options.recipe.metrics),
    ]
    summary.eval_lines = [in_order(line, order) for line in summary.eval_lines or []]
    summary.eval_results = in_order(summary.eval_results or {}, order)
    text = summary.to_model_card()
    if is_folder:  # which the Trainer's card cannot say
        origin = f"This model is a fine-tuned version of `{pathlib.Path(options.base).resolve().name}`"
        text = text.replace("This model was trained from scratch", origin, 1)
    for part in (
        description(options.recipe, facts.corpora.labels),
        uses(options.recipe),
        data(options, facts),
    ):
        text = text.replace(f"\n{NEEDED}\n", f"\n{part}\n", 1)
    return text.replace(f"\n{VERSIONS}", f"{results(facts)}\n{VERSIONS}", 1)


def in_order(line: Mapping[str, object], order: Sequence[str]) -> dict[str, object]:
    """A line's cells in the order of the columns.

    What was logged before an interruption has its members sorted by name, and make_markdown_table()
    takes the header from the first line alone (transformers 4.57.6 and 5.24).
    """
    return {name: line[name] for name in order if name in line}


def column(metric: str) -> str:
    """The name of a metric's column: Precision, F1."""
    return metric.capitalize()


def types_in(labels: Sequence[str]) -> list[str]:
    """The types of entities that labels name, in their order."""
    kinds = (label[2:] if has_prefix(label) else label for label in labels if label != OUTSIDE)
    return list(dict.fromkeys(kinds))


def description(recipe: Recipe, labels: Sequence[str]) -> str:
    crf = "\n\nThe labels of a text are the best sequence by a conditional random field, in `config.json`."
    return (
        f"It finds entities of the types {', '.join(types_in(labels))}. Labels are "
        f"{ALIGNMENTS[recipe.align]}.{crf if recipe.crf else ''}"
    )


def uses(recipe: Recipe) -> str:
    strategy = (
        " Of running text take the entities that `aggregation_strategy: 'first'` makes: the label of\n"
        "a word is that of its first piece."
    )
    return (
        "The folder is a checkpoint of `transformers`, and a model of `xlmr-ner`: its command, its\n"
        f"package and its widget load it.{strategy if recipe.align == 'first' else ''}\n\n"
        "What it was not trained on it may miss: do not rely on it alone to remove personal data."
    )


def data(options: Options, facts: Facts) -> str:
    lines = [make_markdown_table(data_lines(options, facts)).rstrip()]
    if any(facts.cut):
        lines.append(
            f"\nRows of more than {facts.longest} tokens were cut into several, so no word was left out."
        )
    return "\n".join(lines)


def data_lines(options: Options, facts: Facts) -> list[dict[str, str]]:
    parts = (
        ("training", options.train, facts.corpora.train, facts.cut[0]),
        ("evaluation", options.dev, facts.corpora.dev, facts.cut[1]),
    )
    return [
        {"Part": part, "File": path.name, "Rows": str(len(rows)), "Rows cut": str(cut)}
        for part, path, rows, cut in parts
    ]


def results(facts: Facts) -> str:
    """Both readers' figures, on words or on the characters of texts."""
    lines = [
        {
            "Read by": reader,
            **{column(name): f"{each[name]:.4f}" for name in FIGURES},
        }
        for reader, each in facts.results.items()
    ]
    return (
        "### The checkpoint as it was written\n\n"
        "Whole entities of the evaluation data, all types together. (The table above counts pieces where\n"
        "each of them has a label.)\n\n"
        f"{make_markdown_table(lines)}"
    )
