# SPDX-License-Identifier: Apache-2.0
"""One run from the data to the folder: read, train, write, convert, evaluate, card.

What can be wrong is looked for first: options, data, then whether xlmr-ner is there. The checkpoints
of a run are in OUTPUT/checkpoints until all is done, so that it can be resumed.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from finetuning.command import Command
from finetuning.corpora import Corpora, read_corpora
from finetuning.options import Options
from finetuning.output import CHECKPOINTS, open_output
from finetuning.package import convert_and_evaluate

if TYPE_CHECKING:
    from transformers import Trainer

# As much may figures differ that two programs compute in float32.
AGREEMENT = 0.001

Say = Callable[[str], None]


def run(options: Options, say: Say) -> None:
    """Raises a FinetuneError; what was written until then can be resumed."""
    corpora = read_corpora(options)
    say(f"{options.train}: {len(corpora.train)} rows; {options.dev}: {len(corpora.dev)} rows")
    say(f"labels: {', '.join(corpora.labels)}")
    command = Command.find(options.command)
    open_output(options, corpora)
    trained = train_checkpoint(options, corpora, say)
    results = evaluate_all(options, corpora, command, trained, say)
    write_card(options, corpora, trained, results)
    shutil.rmtree(options.output / CHECKPOINTS)
    say(f"{options.output}: done; `xlmr-ner --model {options.output}`, or open the folder in the widget")


@dataclass(frozen=True)
class Trained:
    """What the card is made of: the Trainer, and how many rows of each part were cut at `longest` tokens."""

    trainer: "Trainer"
    window: int
    longest: int
    cut: Sequence[int]


def train_checkpoint(options: Options, corpora: Corpora, say: Say) -> Trained:
    # torch takes seconds to load: what is wrong with options or data is said before.
    from finetuning.examples import Encoding, examples
    from finetuning.model import load_config, load_model, load_tokenizer, longest, save_checkpoint
    from finetuning.training import Data, make_trainer, train

    recipe, labels = options.recipe, corpora.labels
    config = load_config(options.base, labels)
    window = longest(config)
    tokenizer = load_tokenizer(options.base, window)
    encoding = Encoding(labels, recipe.align, recipe.labels_specials, min(recipe.max_length, window))
    train_part, train_cut = examples(corpora.train, tokenizer, encoding)
    dev_part, dev_cut = examples(corpora.dev, tokenizer, encoding)
    if train_cut + dev_cut > 0:
        found = f"{train_cut} and {dev_cut} rows of more than {encoding.max_length} tokens"
        say(f"{found} are cut into several")
    model = load_model(options.base, config, recipe.crf, recipe.seed)
    checkpoints = options.output / CHECKPOINTS
    data = Data(train_part, dev_part, labels)
    trainer = make_trainer(model, tokenizer, data, recipe, checkpoints, options.cpu)
    train(trainer, options.resume)
    if recipe.keeps_best:
        trainer.evaluate()  # of the epoch that is kept, for the card
    save_checkpoint(model, tokenizer, labels, options.output)
    return Trained(trainer, window, encoding.max_length, (train_cut, dev_cut))


def evaluate_all(
    options: Options, corpora: Corpora, command: Command, trained: Trained, say: Say
) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 on the dev file, by who read the checkpoint; transformers first."""
    from finetuning.prediction import Checkpoint, evaluate

    checkpoint = Checkpoint(options.output, trained.trainer.args.device)
    results = {"transformers, float32": evaluate(checkpoint, corpora.dev, trained.window)}
    say(f"{options.output}: written; xlmr-ner quantises and evaluates it")
    results |= convert_and_evaluate(command, options, corpora)
    for reader, figures in results.items():
        shown = ", ".join(f"{name} {figures[name]:.4f}" for name in ("precision", "recall", "f1"))
        say(f"{reader}: {shown}")
    theirs, ours, *_ = (figures["f1"] for figures in results.values())
    if abs(theirs - ours) > AGREEMENT:
        say(f"expected one F1 in float32, found {theirs:.4f} and {ours:.4f}: please report this")
    return results


def write_card(
    options: Options, corpora: Corpora, trained: Trained, results: dict[str, dict[str, float]]
) -> None:
    from finetuning.card import Facts, card

    facts = Facts(corpora, trained.longest, trained.cut, results)
    (options.output / "README.md").write_text(card(trained.trainer, options, facts), "utf-8")
