# SPDX-License-Identifier: Apache-2.0
"""What finetune.py may be told, checked before anything is loaded."""

import argparse
import codecs
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from finetuning.alignment import ALIGNMENTS
from finetuning.errors import UsageError
from finetuning.recipes import RECIPES, Recipe


@dataclass(frozen=True)
class Options:
    """One call."""

    train: pathlib.Path
    dev: pathlib.Path
    output: pathlib.Path
    base: str
    recipe_name: str
    recipe: Recipe
    encoding: str
    points: bool
    label2id: pathlib.Path | None
    mapping: dict[str, str] | None
    language: list[str] | None
    license: str | None
    command: str | None
    dtype: str
    cpu: bool
    resume: bool


def parser() -> argparse.ArgumentParser:
    one = argparse.ArgumentParser(
        prog="finetune.py",
        description="Fine-tunes XLM-RoBERTa to find entities, and makes a folder that the widget opens.",
    )
    data = one.add_argument_group("data, in any form that `xlmr-ner eval` reads as words or spans")
    data.add_argument("--train", type=pathlib.Path, required=True, metavar="FILE")
    data.add_argument("--dev", type=pathlib.Path, required=True, metavar="FILE", help="evaluated each epoch")
    data.add_argument("--encoding", default="utf-8", metavar="NAME", help="of the files (default: utf-8)")
    data.add_argument("--offsets", choices=("utf16", "codepoint"), default="utf16", help="of spans in JSON")
    data.add_argument("--label2id", type=pathlib.Path, metavar="FILE", help='the labels\' ids: {"O": 0, …}')
    data.add_argument("--mapping", metavar="TYPE=NAME,…", help="other names for types")
    how = one.add_argument_group("training; what is not given is the recipe's")
    how.add_argument("--recipe", choices=RECIPES, default="conll03", help="(default: conll03)")
    how.add_argument("--base", metavar="MODEL", help="a hub id or a folder")
    how.add_argument("--align", choices=ALIGNMENTS, help="which pieces have a label")
    how.add_argument("--crf", action=argparse.BooleanOptionalAction, help="a CRF, as T-NER saves it")
    how.add_argument("--epochs", type=positive(float))
    how.add_argument("--batch", type=positive(int))
    how.add_argument("--rate", type=positive(float), help="the learning rate at the first step")
    how.add_argument("--max-length", type=positive(int), help="the most tokens of an example")
    how.add_argument("--seed", type=int)
    how.add_argument("--keep", choices=("last", "best"), help="the epoch that is kept; best by F1")
    how.add_argument("--cpu", action="store_true", help="use no GPU")
    how.add_argument("--resume", action="store_true", help="go on with what was interrupted in --output")
    out = one.add_argument_group("result")
    out.add_argument("--output", type=pathlib.Path, required=True, metavar="DIR", help="a new folder")
    out.add_argument("--language", action="append", metavar="CODE", help="for the card; may be given again")
    out.add_argument("--license", metavar="NAME", help="for the card")
    out.add_argument("--dtype", choices=("q8", "q4"), default="q8", help="of the quantised copy")
    out.add_argument("--command", metavar="WORDS", help="runs xlmr-ner (default: npx xlmr-ner)")
    return one


def positive(kind: type):
    """A number of that kind above 0."""

    def read(text: str):
        number = kind(text)
        if not 0 < number < float("inf"):
            raise ValueError(text)
        return number

    read.__name__ = f"positive {kind.__name__}"
    return read


def read_options(arguments: Sequence[str]) -> Options:
    """Raises a UsageError for options that do not go together, and SystemExit as argparse does."""
    given = parser().parse_args(arguments)
    try:
        codecs.lookup(given.encoding)
    except LookupError:
        raise UsageError(f"--encoding: expected a name as iso-8859-1, found {given.encoding}") from None
    changes = {
        "align": given.align,
        "crf": given.crf,
        "epochs": given.epochs,
        "batch": given.batch,
        "rate": given.rate,
        "max_length": given.max_length,
        "seed": given.seed,
        "keeps_best": None if given.keep is None else given.keep == "best",
    }
    recipe = replace(
        RECIPES[given.recipe],
        **{name: value for name, value in changes.items() if value is not None},
    )
    if recipe.crf:
        if recipe.align != "all":
            wanted = "--align all, as each piece needs a label"
            raise UsageError(f"--crf: expected {wanted}, found {recipe.align}")
        recipe = replace(recipe, labels_specials=True)
    if recipe.max_length < 3:
        raise UsageError(f"--max-length: expected 3 or more, found {recipe.max_length}")
    return Options(
        train=given.train,
        dev=given.dev,
        output=given.output,
        base=given.base or recipe.base,
        recipe_name=given.recipe,
        recipe=recipe,
        encoding=given.encoding,
        points=given.offsets == "codepoint",
        label2id=given.label2id,
        mapping=mapping_of(given.mapping),
        language=given.language,
        license=given.license,
        command=given.command,
        dtype=given.dtype,
        cpu=given.cpu,
        resume=given.resume,
    )


def mapping_of(text: str | None) -> dict[str, str] | None:
    """`LOCATION=LOC,PERSON=PER`. Raises a UsageError."""
    if text is None:
        return None
    pairs = [pair.split("=") for pair in text.split(",")]
    if not all(len(pair) == 2 and all(pair) for pair in pairs):
        raise UsageError(f"--mapping: expected TYPE=NAME,TYPE=NAME, found {text}")
    mapping = dict(pairs)
    # `eval` maps what is predicted, too.
    again = [new for old, new in mapping.items() if new != old and new in mapping]
    if again:
        raise UsageError(f"--mapping: expected names that are mapped to no others, found {again[0]}")
    return mapping
