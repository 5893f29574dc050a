# SPDX-License-Identifier: Apache-2.0
"""One run from the data to the folder: read, train, write, convert, evaluate, card.

What can be wrong is looked for first: options, data, then whether xlmr-ner is there. The checkpoints
of a run are in OUTPUT/checkpoints until all is done, so that it can be resumed.
"""

import codecs
import hashlib
import json
import pathlib
import shutil
from collections.abc import Callable
from dataclasses import asdict

from finetuning.command import Command, micro
from finetuning.corpora import Corpora, read_corpora
from finetuning.errors import FinetuneError, UsageError
from finetuning.options import Options
from finetuning.rows import Words
from finetuning.tags import OUTSIDE, has_prefix

CHECKPOINTS = "checkpoints"
SETTINGS = "settings.json"
AGREEMENT = 0.001

Say = Callable[[str], None]


def run(options: Options, say: Say) -> None:
    """Raises a FinetuneError; what was written until then can be resumed."""
    corpora = read_corpora(options)
    say(f"{options.train}: {len(corpora.train)} rows; {options.dev}: {len(corpora.dev)} rows")
    say(f"labels: {', '.join(corpora.labels)}")
    open_output(options, corpora)
    command = Command.find(options.command)
    train_and_write(options, corpora, command, say)
    shutil.rmtree(options.output / CHECKPOINTS)
    say(f"{options.output}: done; `xlmr-ner --model {options.output}`, or open the folder in the widget")


def open_output(options: Options, corpora: Corpora) -> None:
    """Makes the folder, or finds in it what is resumed. Raises a UsageError."""
    output, checkpoints = options.output, options.output / CHECKPOINTS
    settings = settings_of(options, corpora)
    if options.resume:
        try:
            before = json.loads((checkpoints / SETTINGS).read_text("utf-8"))
        except (OSError, json.JSONDecodeError):
            raise UsageError(f"--resume: expected an interrupted run in {output}, found none") from None
        for name, value in settings.items():
            if before.get(name) != value:
                raise UsageError(f"--resume: expected {name} {before.get(name)}, as before, found {value}")
        return
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        hint = "; --resume goes on with an interrupted run" if checkpoints.exists() else ""
        raise UsageError(f"--output: expected a new or an empty folder, found {output}{hint}")
    try:
        checkpoints.mkdir(parents=True)
        text = json.dumps(settings, ensure_ascii=False, indent=2)
        (checkpoints / SETTINGS).write_text(text + "\n", "utf-8")
    except OSError as error:
        raise FinetuneError(f"{output}: expected a folder to write to: {error.strerror}") from None


def settings_of(options: Options, corpora: Corpora) -> dict[str, object]:
    """What a resumed run has to share with the interrupted one, as JSON has it."""
    return {
        **{name: value for name, value in asdict(options.recipe).items() if name not in ("labels", "metrics")},
        "base": options.base,
        "labels": list(corpora.labels),
        "train": hash_of(options.train),
        "dev": hash_of(options.dev),
    }


def hash_of(path: pathlib.Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def train_and_write(options: Options, corpora: Corpora, command: Command, say: Say) -> None:
    # torch takes seconds to load: what is wrong with options or data is said before.
    from finetuning.card import Facts, card
    from finetuning.examples import Encoding, examples
    from finetuning.model import load_config, load_model, load_tokenizer, longest, save_checkpoint
    from finetuning.prediction import Checkpoint, evaluate
    from finetuning.training import Data, make_trainer, train

    recipe, output = options.recipe, options.output
    config = load_config(options.base, corpora.labels)
    window = longest(config)
    tokenizer = load_tokenizer(options.base, window)
    encoding = Encoding(
        corpora.labels, recipe.align, recipe.labels_specials, min(recipe.max_length, window)
    )
    parts = [examples(rows, tokenizer, encoding) for rows in (corpora.train, corpora.dev)]
    cut = [count for _, count in parts]
    if any(cut):
        say(f"{cut[0]} and {cut[1]} rows of more than {encoding.max_length} tokens are cut into several")
    model = load_model(options.base, config, recipe.crf, recipe.seed)
    trainer = make_trainer(
        model,
        tokenizer,
        Data(parts[0][0], parts[1][0], corpora.labels),
        recipe,
        output / CHECKPOINTS,
        options.cpu,
    )
    train(trainer, options.resume)
    if recipe.keeps_best:
        trainer.evaluate()
    save_checkpoint(model, tokenizer, corpora.labels, output)
    checkpoint = Checkpoint(output, trainer.args.device)
    results = {"transformers, float32": evaluate(checkpoint, corpora.dev, window)}
    say(f"{output}: written; xlmr-ner quantises and evaluates it")
    command.json("convert", str(output), "--dtype", options.dtype, "--json")
    for dtype in ("fp32", options.dtype):
        name = f"xlmr-ner, {'float32' if dtype == 'fp32' else dtype}"
        results[name] = evaluate_with(command, options, corpora, dtype)
    for reader, figures in results.items():
        say(f"{reader}: precision {figures['precision']:.4f}, recall {figures['recall']:.4f}, F1 {figures['f1']:.4f}")
    theirs, ours, *_ = (figures["f1"] for figures in results.values())
    if abs(theirs - ours) > AGREEMENT:
        say(f"expected both F1 in float32 to agree, found {theirs:.4f} and {ours:.4f}: please report this")
    (output / "README.md").write_text(card(trainer, options, Facts(corpora, encoding.max_length, cut, results)), "utf-8")


def evaluate_with(command: Command, options: Options, corpora: Corpora, dtype: str) -> dict[str, float]:
    """What `xlmr-ner eval` says of the folder."""
    has_prefixes = all(label == OUTSIDE or has_prefix(label) for label in corpora.labels)
    report = "seqeval" if has_prefixes else "entities"
    settings = ["--model", str(options.output.resolve()), "--dtype", dtype, "--report", report]
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
    return micro(command.json("eval", str(options.dev), *settings, "--json"), report)


