# SPDX-License-Identifier: Apache-2.0
"""Our side of the parity run: the native tool and, in Node, the public API."""

import hashlib
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NATIVE = ROOT / "build/native/tests/xlmr_parity"
SIDES = ["native", "wasm"]


def build_of(side: str) -> str:
    """What tells one build from another: results of another are not taken again."""
    if side == "native":
        files = [NATIVE]
    else:
        files = sorted(file for file in (ROOT / "dist").glob("[nw]*/**/*") if file.is_file())
    found = hashlib.sha256()
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


def tokenize(side: str, folder: pathlib.Path, mode: str, texts: pathlib.Path, out, given) -> None:
    """Writes the texts' fingerprints; `mode` is hf, hf-4 or sentencepiece."""
    if side == "native":
        command = [str(NATIVE)]
        if given.in_toolchain:
            command = [given.node, str(ROOT / "wasm/setup/run.mjs"), *command]
    else:
        command = [given.node, str(HERE / "parity.mjs")]
    subprocess.run([*command, str(folder), mode, str(texts), str(out)], check=True)


def make_forms(model: pathlib.Path, folder: pathlib.Path, node: str) -> list[pathlib.Path]:
    """The vocabulary's tokenizer forms, a model folder each."""
    script = str(ROOT / "tests/js/tokenizer_forms.js")
    subprocess.run([node, script, str(model), str(folder)], check=True)
    forms = sorted(each for each in folder.iterdir() if each.is_dir())
    for form in forms:
        (form / "config.json").write_text('{"model_type": "xlm-roberta"}')
    return forms


def pipeline(cases: pathlib.Path, compat: str, node: str) -> dict:
    """By tokenizer form {cases, differing, first}."""
    command = [node, str(HERE / "pipeline.mjs"), str(cases), compat]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
