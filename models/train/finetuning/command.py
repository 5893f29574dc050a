# SPDX-License-Identifier: Apache-2.0
"""The command xlmr-ner, which quantises the checkpoint and evaluates it as users will run it."""

import json
import pathlib
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

from finetuning.errors import CommandError

BUILT = pathlib.Path(__file__).resolve().parents[3] / "dist" / "node" / "cli" / "main.js"
LAST_LINES = 10


class Command:
    """xlmr-ner, found and able to run.

    Command.find("npx xlmr-ner").json("eval", "dev.conll", "--model", "out", "--json")
    # {"micro": {"f1": 0.87, …}, …}
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)

    @classmethod
    def find(cls, given: str | None) -> "Command":
        """The given one; else that of this checkout, of PATH, or npx's. Raises a CommandError."""
        if given is not None:
            words = shlex.split(given)
        elif BUILT.exists():
            words = ["node", str(BUILT)]
        else:
            words = ["xlmr-ner"] if shutil.which("xlmr-ner") else ["npx", "--no", "xlmr-ner"]
        command = cls(words)
        command.run("--version")
        return command

    def run(self, *options: str) -> str:
        """What it prints. Raises a CommandError with the last lines of what it says instead."""
        shown = shlex.join([*self.words, *options])
        try:
            # npx is a script with another suffix on Windows.
            file = shutil.which(self.words[0]) if self.words else None
            if file is None:
                raise FileNotFoundError
            done = subprocess.run(
                [file, *self.words[1:], *options],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        except OSError:
            first = self.words[0] if self.words else "an empty text"
            raise CommandError(
                f"{shown}: expected the command xlmr-ner, found no {first}; install Node and "
                "`npm install xlmr-ner`, or name another one with --command"
            ) from None
        if done.returncode != 0:
            said = "\n".join(done.stderr.strip().split("\n")[-LAST_LINES:])
            raise CommandError(f"{shown}: expected exit status 0, found {done.returncode}:\n{said}")
        return done.stdout

    def json(self, *options: str) -> Any:
        """The value that it prints."""
        text = self.run(*options)
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            shown = shlex.join([*self.words, *options])
            raise CommandError(f"{shown}: expected one JSON value, found {text[:60]!r}") from None
