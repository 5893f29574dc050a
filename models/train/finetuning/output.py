# SPDX-License-Identifier: Apache-2.0
"""The folder that is written to; an interrupted run in it is resumed with the same data and settings only."""

import hashlib
import json
import pathlib
from dataclasses import asdict

from finetuning.corpora import Corpora
from finetuning.errors import FinetuneError, UsageError
from finetuning.options import Options

CHECKPOINTS = "checkpoints"
SETTINGS = "settings.json"


def open_output(options: Options, corpora: Corpora) -> None:
    """Makes the folder, or finds in it what is resumed. Raises a UsageError for any other folder."""
    output, checkpoints = options.output, options.output / CHECKPOINTS
    settings = settings_of(options, corpora)
    if options.resume:
        check_resumed(output, checkpoints / SETTINGS, settings)
        return
    has_epochs = any(checkpoints.glob("checkpoint-*"))
    if has_epochs or not is_free(output):
        hint = "; --resume goes on with an interrupted run" if has_epochs else ""
        raise UsageError(f"--output: expected a new or an empty folder, found {output}{hint}")
    try:
        checkpoints.mkdir(parents=True, exist_ok=True)
        text = json.dumps(settings, ensure_ascii=False, indent=2)
        (checkpoints / SETTINGS).write_text(text + "\n", "utf-8")
    except OSError as error:
        raise FinetuneError(f"{output}: expected a folder to write to: {error.strerror}") from None


def is_free(output: pathlib.Path) -> bool:
    """Whether nothing is there but what a run leaves that has not trained for an epoch."""
    if not output.exists():
        return True
    return output.is_dir() and all(file.name == CHECKPOINTS for file in output.iterdir())


def check_resumed(output: pathlib.Path, file: pathlib.Path, settings: dict[str, object]) -> None:
    try:
        before = json.loads(file.read_text("utf-8"))
    except (OSError, json.JSONDecodeError):
        raise UsageError(f"--resume: expected an interrupted run in {output}, found none") from None
    for name, value in settings.items():
        if before.get(name) != value:
            wanted = f"{name} {before.get(name)}, as before"
            raise UsageError(f"--resume: expected {wanted}, found {value}")


def settings_of(options: Options, corpora: Corpora) -> dict[str, object]:
    """What a resumed run has to share with the interrupted one, as JSON has it."""
    return {
        **asdict(options.recipe),
        "labels": list(corpora.labels),
        "metrics": list(options.recipe.metrics),
        "base": options.base,
        "train": hash_of(options.train),
        "dev": hash_of(options.dev),
    }


def hash_of(path: pathlib.Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
