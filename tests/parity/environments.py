# SPDX-License-Identifier: Apache-2.0
"""Environments: for each version of transformers that is asked for, a Python that has it.

    find(["4.57.6", "newest"], ["python3"], work, torch=False)    # one Environment each

One of the given Pythons serves where it has the version; otherwise WORK/environments/VERSION is
made, with the tokenizers that pip takes for that version. `newest` is what the index has now.
"""

import json
import pathlib
import subprocess
import sys
import venv
from dataclasses import dataclass

ORACLES = pathlib.Path(__file__).resolve().parent / "oracles.py"


@dataclass(frozen=True)
class Environment:
    python: str
    versions: dict[str, str]  # of the packages that oracles.py names

    @property
    def transformers(self) -> str:
        return self.versions["transformers"]

    @property
    def compat(self) -> str:
        """Our mode that gives what this version gives."""
        return {"4": "hf-4", "5": "hf"}[self.transformers.split(".")[0]]


def find(asked: list[str], pythons: list[str], work: pathlib.Path, torch: bool) -> list[Environment]:
    found = [environment for python in pythons if (environment := look(python))]
    return [
        next((each for each in found if each.transformers == version), None)
        or make(version, work / "environments" / version, torch)
        for version in (newest() if each == "newest" else each for each in asked)
    ]


def look(python: str) -> Environment | None:
    command = [python, str(ORACLES), "versions"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    versions = json.loads(done.stdout)
    return Environment(python, versions) if "transformers" in versions else None


def newest() -> str:
    options = ["--quiet", "--dry-run", "--ignore-installed", "--no-deps", "--report", "-"]
    command = [sys.executable, "-m", "pip", "install", *options, "transformers"]
    report = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return report["install"][0]["metadata"]["version"]


def make(version: str, folder: pathlib.Path, torch: bool) -> Environment:
    python = str(folder / "bin" / "python")
    wanted = [f"transformers=={version}", "sentencepiece", "protobuf", "numpy"]
    wanted += ["torch"] if torch else []
    if not (folder / "bin" / "pip").exists():  # the last that venv makes
        venv.create(folder, with_pip=True, clear=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return look(python)
